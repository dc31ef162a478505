/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-pick.h"

struct _TrhPick
{
  GObject parent_instance;

  char    *id;
  char    *label;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (TrhPick, trh_pick, G_TYPE_OBJECT)

enum { PROP_LABEL = 1, PROP_CHOSEN, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_pick_finalize (GObject *object)
{
  TrhPick *self = TRH_PICK (object);

  g_free (self->id);
  g_free (self->label);

  G_OBJECT_CLASS (trh_pick_parent_class)->finalize (object);
}

static void
trh_pick_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_LABEL)
    g_value_set_string (value, TRH_PICK (object)->label);
  else if (prop_id == PROP_CHOSEN)
    g_value_set_boolean (value, TRH_PICK (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_pick_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHOSEN)
    trh_pick_set_chosen (TRH_PICK (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_pick_class_init (TrhPickClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_pick_finalize;
  object_class->get_property = trh_pick_get_property;
  object_class->set_property = trh_pick_set_property;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_pick_init (TrhPick *self)
{
}

/**
 * trh_pick_new:
 * @id: what a member would hold, or "" for nothing
 * @label: what people call it
 *
 * Returns: (transfer full): an option
 */
TrhPick *
trh_pick_new (const char *id, const char *label)
{
  TrhPick *self = g_object_new (TRH_TYPE_PICK, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);

  return self;
}

const char *
trh_pick_get_id (TrhPick *self)
{
  return self->id;
}

const char *
trh_pick_get_label (TrhPick *self)
{
  return self->label;
}

gboolean
trh_pick_is_chosen (TrhPick *self)
{
  return self->chosen;
}

void
trh_pick_set_chosen (TrhPick *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}
