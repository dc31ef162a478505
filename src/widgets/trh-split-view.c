/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-split-view.h"

#define MAX_PANE 360 /* pixels */

struct _TrhSplitView
{
  AdwBin    parent_instance;

  AdwFlap  *flap;
  AdwClamp *clamp;      /* of the pane: a long line in it does not make it wide */
  gboolean  at_end;
  gboolean  was_shown;  /* beside the content, before it folded */
  gboolean  wants_fold; /* at its present width */
  guint     follow_id;  /* source that folds or unfolds */
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
      g_value_set_object (value, adw_clamp_get_child (self->clamp));
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
      adw_clamp_set_child (self->clamp, g_value_get_object (value));
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

/* Folds or unfolds. A pane that would cover the content waits to be asked for, and comes back
 * beside it. */
static gboolean
follow_width (gpointer data)
{
  TrhSplitView *self = data;
  gboolean folded = adw_flap_get_folded (self->flap);

  self->follow_id = 0;
  if (folded == self->wants_fold)
    return G_SOURCE_REMOVE;
  if (folded)
    adw_flap_set_reveal_flap (self->flap, self->was_shown);
  else
    {
      self->was_shown = adw_flap_get_reveal_flap (self->flap);
      adw_flap_set_reveal_flap (self->flap, FALSE);
    }
  adw_flap_set_fold_policy (self->flap, folded ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
trh_split_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  TrhSplitView *self = TRH_SPLIT_VIEW (widget);

  gtk_widget_measure (GTK_WIDGET (self->flap), orientation, -1, minimum, natural, NULL, NULL);
  /* whatever it is now, it could fold */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (get_least_width (adw_flap_get_content (self->flap)), get_least_width (adw_flap_get_flap (self->flap)));
}

/* AdwFlap would fold while it gets its size; without animations it then asks for another one at
 * once, GTK loses that wish and the window stays empty. So we fold it, right after. */
static void
trh_split_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhSplitView *self = TRH_SPLIT_VIEW (widget);
  int least;

  self->wants_fold = width < get_least_width (adw_flap_get_content (self->flap)) +
                             get_least_width (adw_flap_get_flap (self->flap));
  if (self->wants_fold != adw_flap_get_folded (self->flap) && self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width, self, NULL);

  gtk_widget_measure (GTK_WIDGET (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->flap), MAX (width, least), height, baseline, NULL);
}

static void
trh_split_view_dispose (GObject *object)
{
  g_clear_handle_id (&TRH_SPLIT_VIEW (object)->follow_id, g_source_remove);

  G_OBJECT_CLASS (trh_split_view_parent_class)->dispose (object);
}

static void
trh_split_view_class_init (TrhSplitViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trh_split_view_get_property;
  object_class->set_property = trh_split_view_set_property;
  object_class->dispose = trh_split_view_dispose;
  GTK_WIDGET_CLASS (klass)->measure = trh_split_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = trh_split_view_size_allocate;

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
trh_split_view_init (TrhSplitView *self)
{
  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_swipe_to_open (self->flap, FALSE); /* a swipe on the map or the calendar is not for us */
  adw_flap_set_locked (self->flap, TRUE); /* follow_width() decides alone */
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_NEVER);
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_maximum_size (self->clamp, MAX_PANE);
  adw_clamp_set_tightening_threshold (self->clamp, MAX_PANE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->clamp), FALSE); /* the content has the room that is left */
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->clamp));
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flap));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* AdwBin's would not tell the width */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
