/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-alert-list.h"

#include <glib/gi18n.h>

struct _TrhAlertList
{
  AdwBin        parent_instance;

  TrhWorkspace *workspace; /* (nullable) */
  guint         count;
};

G_DEFINE_FINAL_TYPE (TrhAlertList, trh_alert_list, ADW_TYPE_BIN)

enum { PROP_COUNT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_alert_list_dispose (GObject *object)
{
  g_clear_object (&TRH_ALERT_LIST (object)->workspace);

  G_OBJECT_CLASS (trh_alert_list_parent_class)->dispose (object);
}

static void
trh_alert_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, TRH_ALERT_LIST (object)->count);
}

static void
trh_alert_list_class_init (TrhAlertListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_alert_list_dispose;
  object_class->get_property = trh_alert_list_get_property;
  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_alert_list_init (TrhAlertList *self)
{
  adw_bin_set_child (ADW_BIN (self), gtk_label_new (_("No alert")));
}

void
trh_alert_list_set_workspace (TrhAlertList *self, TrhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

guint
trh_alert_list_get_count (TrhAlertList *self)
{
  return self->count;
}

void
trh_alert_list_step (TrhAlertList *self, int direction)
{
}
