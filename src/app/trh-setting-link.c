/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-setting-link.h"

#include "core/base/trh-limits.h"

struct _TrhSettingLink
{
  TrhFieldLink    parent_instance;

  char           *key;
  TrhSettingCheck check; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TrhSettingLink, trh_setting_link, TRH_TYPE_FIELD_LINK)

/* What the rows ask of a member: a line of text. */
static const TrhField line = { .name = "setting", .kind = TRH_KIND_TEXT, .max = TRH_MAX_LINE };

static GSettings *
get_settings (TrhFieldLink *link)
{
  return G_SETTINGS (trh_field_link_get_object (link));
}

static void
read_value (TrhFieldLink *link, GValue *value)
{
  g_value_init (value, G_TYPE_STRING);
  g_value_take_string (value, g_settings_get_string (get_settings (link), TRH_SETTING_LINK (link)->key));
}

static gboolean
write_value (TrhFieldLink *link, const GValue *value, GError **error)
{
  TrhSettingLink *self = TRH_SETTING_LINK (link);
  const char *text = g_value_get_string (value);

  if (self->check != NULL && !self->check (text, error))
    return FALSE;
  g_settings_set_string (get_settings (link), self->key, text);
  return TRUE;
}

static void
trh_setting_link_finalize (GObject *object)
{
  g_free (TRH_SETTING_LINK (object)->key);

  G_OBJECT_CLASS (trh_setting_link_parent_class)->finalize (object);
}

static void
trh_setting_link_class_init (TrhSettingLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_setting_link_finalize;
  TRH_FIELD_LINK_CLASS (klass)->read = read_value;
  TRH_FIELD_LINK_CLASS (klass)->write = write_value;
}

static void
trh_setting_link_init (TrhSettingLink *self)
{
}

/**
 * trh_setting_link_new:
 * @settings: the settings of the program
 * @key: a key of type string
 * @title: what the form calls it
 * @check: (nullable): refuses what cannot be kept
 *
 * Returns: (transfer full): a link that a row can show
 */
TrhFieldLink *
trh_setting_link_new (GSettings *settings, const char *key, const char *title, TrhSettingCheck check)
{
  TrhSettingLink *self = g_object_new (TRH_TYPE_SETTING_LINK, NULL);
  g_autofree char *detailed = g_strconcat ("changed::", key, NULL);

  self->key = g_strdup (key);
  self->check = check;
  trh_field_link_set_up (TRH_FIELD_LINK (self), G_OBJECT (settings), &line, title);
  g_signal_connect_object (settings, detailed, G_CALLBACK (trh_field_link_changed), self, G_CONNECT_SWAPPED);

  return TRH_FIELD_LINK (self);
}
