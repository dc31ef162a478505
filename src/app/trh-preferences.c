/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-preferences.h"

#include <glib/gi18n.h>

struct _TrhPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings   *settings;
  AdwComboRow *language_row;
  AdwComboRow *theme_row;
  GtkSwitch   *tiles_switch;
  AdwEntryRow *tiles_row;
};

G_DEFINE_FINAL_TYPE (TrhPreferences, trh_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the window. */
static const char *const languages[] = { "", "fr", "en", NULL };
static const char *const themes[] = { "default", "light", "dark", NULL };

static void
trh_preferences_dispose (GObject *object)
{
  g_clear_object (&TRH_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (trh_preferences_parent_class)->dispose (object);
}

static void
keep_choice (TrhPreferences *self, const char *key, AdwComboRow *row, const char *const *values)
{
  if (self->settings != NULL && adw_combo_row_get_selected (row) < g_strv_length ((char **) values))
    g_settings_set_string (self->settings, key, values[adw_combo_row_get_selected (row)]);
}

static void
show_choice (TrhPreferences *self, const char *key, AdwComboRow *row, const char *const *values)
{
  g_autofree char *value = g_settings_get_string (self->settings, key);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
on_language (TrhPreferences *self)
{
  keep_choice (self, "language", self->language_row, languages);
}

static void
on_theme (TrhPreferences *self)
{
  keep_choice (self, "color-scheme", self->theme_row, themes);
}

/* An address that can give tiles: http or https, with the three places; or nothing at all. */
static gboolean
is_tile_address (const char *text)
{
  g_autoptr(GUri) uri = NULL;

  if (*text == '\0')
    return TRUE;
  uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL &&
         (g_strcmp0 (g_uri_get_scheme (uri), "https") == 0 || g_strcmp0 (g_uri_get_scheme (uri), "http") == 0) &&
         strstr (text, "{z}") != NULL && strstr (text, "{x}") != NULL && strstr (text, "{y}") != NULL;
}

static void
on_tiles_changed (TrhPreferences *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->tiles_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tiles_row), _("Tile address"));
}

static void
on_tiles (TrhPreferences *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->tiles_row));

  if (is_tile_address (text))
    {
      on_tiles_changed (self);
      g_settings_set_string (self->settings, "tile-address", text);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->tiles_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tiles_row),
                                 _("An address with https://, {z}, {x} and {y} is expected"));
  gtk_widget_grab_focus (GTK_WIDGET (self->tiles_row));
}

static void
on_tiles_reset (TrhPreferences *self)
{
  g_autofree char *address = NULL;

  g_settings_reset (self->settings, "tile-address");
  address = g_settings_get_string (self->settings, "tile-address");
  gtk_editable_set_text (GTK_EDITABLE (self->tiles_row), address);
  on_tiles_changed (self);
}

static void
trh_preferences_class_init (TrhPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/serreslezarts/Transhumances/trh-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, tiles_switch);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, tiles_row);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_theme);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles_reset);
}

static void
trh_preferences_init (TrhPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trh_preferences_new:
 * @settings: the settings of the program
 *
 * Returns: (transfer full): the window, not shown yet
 */
TrhPreferences *
trh_preferences_new (GSettings *settings)
{
  TrhPreferences *self = g_object_new (TRH_TYPE_PREFERENCES, NULL);
  g_autofree char *address = g_settings_get_string (settings, "tile-address");

  self->settings = g_object_ref (settings);
  show_choice (self, "language", self->language_row, languages);
  show_choice (self, "color-scheme", self->theme_row, themes);
  g_settings_bind (settings, "show-tiles", self->tiles_switch, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_editable_set_text (GTK_EDITABLE (self->tiles_row), address);
  on_tiles_changed (self);

  return self;
}
