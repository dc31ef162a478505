/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-preferences.h"

#include <glib/gi18n.h>

#include "app/trh-screen-size.h"
#include "app/trh-setting-link.h"
#include "core/base/trh-error.h"
#include "map/trh-tile-source.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-text-row.h"

struct _TrhPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings           *settings;
  AdwComboRow         *language_row;
  AdwComboRow         *theme_row;
  AdwPreferencesGroup *map_group;
  GtkSwitch           *tiles_switch;
  GtkButton           *tiles_reset;
  GtkButton           *screen_button;
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

static gboolean
check_tile_address (const char *address, GError **error)
{
  if (*address == '\0' || trh_tile_source_check_address (address))
    return TRUE;
  g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                       _("An address with https://, {z}, {x} and {y} is expected"));
  return FALSE;
}

static void
on_measure (TrhPreferences *self)
{
  trh_screen_size_ask (GTK_WINDOW (self), self->settings);
}

static void
on_tiles_reset (TrhPreferences *self)
{
  g_settings_reset (self->settings, "tile-address");
  g_settings_reset (self->settings, "tile-credit");
}

static void
trh_preferences_class_init (TrhPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/serreslezarts/Transhumances/trh-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, map_group);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, screen_button);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, tiles_switch);
  gtk_widget_class_bind_template_child (widget_class, TrhPreferences, tiles_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_theme);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_measure);
}

static void
trh_preferences_init (TrhPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* rows that press these on a click have added their own titles to the names */
  trh_set_label (self->tiles_switch, _("Show map images"));
  trh_set_label (self->tiles_reset, _("Use the images of OpenStreetMap"));
  trh_set_label (self->screen_button, _("Measure the size of this screen"));
}

static void
add_text_row (TrhPreferences *self, const char *key, const char *title, TrhSettingCheck check, GtkInputPurpose purpose,
              const char *when_empty)
{
  g_autoptr(TrhFieldLink) link = trh_setting_link_new (self->settings, key, title, check);
  GtkWidget *row = trh_text_row_new (link);

  trh_entry_row_set_purpose (TRH_ENTRY_ROW (row), purpose);
  gtk_entry_set_placeholder_text (GTK_ENTRY (trh_entry_row_get_entry (TRH_ENTRY_ROW (row))), when_empty);
  adw_preferences_group_add (self->map_group, row);
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

  self->settings = g_object_ref (settings);
  show_choice (self, "language", self->language_row, languages);
  show_choice (self, "color-scheme", self->theme_row, themes);
  g_settings_bind (settings, "show-tiles", self->tiles_switch, "active", G_SETTINGS_BIND_DEFAULT);
  add_text_row (self, "tile-address", _("Address of the images"), check_tile_address, GTK_INPUT_PURPOSE_URL,
                _("No map images"));
  add_text_row (self, "tile-credit", _("Credit of the images, shown on the map"), NULL, GTK_INPUT_PURPOSE_FREE_FORM,
                _("© OpenStreetMap contributors"));

  return self;
}
