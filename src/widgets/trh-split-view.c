/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-split-view.h"

struct _TrhSplitView
{
  AdwBin   parent_instance;

  AdwFlap *flap;
  gboolean at_end;
  gboolean was_shown; /* beside the content, before it folded */
};

G_DEFINE_FINAL_TYPE (TrhSplitView, trh_split_view, ADW_TYPE_BIN)

enum { PROP_CONTENT = 1, PROP_PANE, PROP_PANE_AT_END, PROP_SHOW_PANE, PROP_FOLDED, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_split_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhSplitView *self = TRH_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_flap_get_content (self->flap));
      break;
    case PROP_PANE:
      g_value_set_object (value, adw_flap_get_flap (self->flap));
      break;
    case PROP_PANE_AT_END:
      g_value_set_boolean (value, self->at_end);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, trh_split_view_get_show_pane (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, trh_split_view_get_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_split_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhSplitView *self = TRH_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_flap_set_content (self->flap, g_value_get_object (value));
      break;
    case PROP_PANE:
      adw_flap_set_flap (self->flap, g_value_get_object (value));
      break;
    case PROP_PANE_AT_END:
      self->at_end = g_value_get_boolean (value);
      adw_flap_set_flap_position (self->flap, self->at_end ? GTK_PACK_END : GTK_PACK_START);
      break;
    case PROP_SHOW_PANE:
      trh_split_view_set_show_pane (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_split_view_class_init (TrhSplitViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trh_split_view_get_property;
  object_class->set_property = trh_split_view_set_property;

  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_PANE_AT_END] = g_param_spec_boolean ("pane-at-end", NULL, NULL, FALSE, flags);
  props[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
on_reveal (TrhSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_PANE]);
}

static void
on_folded (TrhSplitView *self)
{
  /* a pane that would cover the content waits to be asked for, and comes back beside it */
  if (adw_flap_get_folded (self->flap))
    {
      self->was_shown = adw_flap_get_reveal_flap (self->flap);
      adw_flap_set_reveal_flap (self->flap, FALSE);
    }
  else
    adw_flap_set_reveal_flap (self->flap, self->was_shown);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
trh_split_view_init (TrhSplitView *self)
{
  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_swipe_to_open (self->flap, FALSE); /* a swipe on the map or the calendar is not for us */
  adw_flap_set_fold_threshold_policy (self->flap, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flap));
}

/* Whether the pane, when shown, lies over the content. */
gboolean
trh_split_view_get_folded (TrhSplitView *self)
{
  return adw_flap_get_folded (self->flap);
}

gboolean
trh_split_view_get_show_pane (TrhSplitView *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

void
trh_split_view_set_show_pane (TrhSplitView *self, gboolean show)
{
  adw_flap_set_reveal_flap (self->flap, show);
}
