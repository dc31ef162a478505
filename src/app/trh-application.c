/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <shumate/shumate.h>
#include <signal.h>

#include "app/trh-preferences.h"
#include "app/trh-session-window.h"
#include "app/trh-settings.h"
#include "app/trh-shortcuts.h"
#include "app/trh-window.h"
#include "booth/trh-booth-card.h"
#include "core/voting/trh-urn.h"
#include "trh-config.h"
#include "widgets/trh-press-guard.h"

struct _TrhApplication
{
  AdwApplication parent_instance;

  GSettings     *settings;
  guint          signal_ids[3]; /* SIGTERM, SIGINT, SIGHUP */
};

G_DEFINE_FINAL_TYPE (TrhApplication, trh_application, ADW_TYPE_APPLICATION)

static void
trh_application_finalize (GObject *object)
{
  TrhApplication *self = TRH_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trh_application_parent_class)->finalize (object);
}

/* The window that has no season yet, or a new one. */
static TrhWindow *
find_window (TrhApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TRH_IS_WINDOW (l->data) && trh_window_get_workspace (l->data) == NULL)
      return l->data;

  return trh_window_new (self);
}

static void
trh_application_activate (GApplication *application)
{
  TrhApplication *self = TRH_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (active != NULL ? active : GTK_WINDOW (find_window (self)));
}

static void
trh_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      TrhWindow *window;

      if (trh_session_window_is_for (files[i]))
        {
          trh_session_window_open (TRH_APPLICATION (application), files[i]);
          continue;
        }
      window = find_window (TRH_APPLICATION (application));
      gtk_window_present (GTK_WINDOW (window));
      trh_window_open_file (window, files[i]);
    }
}

static void
show_page (TrhApplication *self, GVariantDict *options)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const char *name;

  if (window != NULL && g_variant_dict_lookup (options, "page", "&s", &name))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", name);
}

static int
trh_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  TrhApplication *self = TRH_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr(GVariant) paths = g_variant_dict_lookup_value (options, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);

  if (g_variant_dict_contains (options, "sample"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "sample", NULL);
  else if (g_variant_dict_contains (options, "new"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
  else if (paths == NULL)
    g_application_activate (application);
  else
    {
      g_autofree const char **names = g_variant_get_bytestring_array (paths, NULL);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line, names[i]);

          trh_application_open (application, &file, 1, "");
        }
    }
  show_page (self, options);

  return 0;
}

static int
trh_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("transhumances %s\n", TRH_VERSION);
      return 0;
    }

  return -1;
}

static void
new_project (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrhWindow *window = find_window (data);

  gtk_window_present (GTK_WINDOW (window));
  trh_window_new_season (window);
}

static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrhWindow *window = find_window (data);

  gtk_window_present (GTK_WINDOW (window));
  trh_window_open_sample (window);
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrhApplication *self = data;
  GtkWindow *preferences = GTK_WINDOW (trh_preferences_new (self->settings));

  gtk_window_set_transient_for (preferences, gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (preferences);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "Serres Lez’Arts", NULL };
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());
  g_autofree char *versions =
    g_strdup_printf ("Transhumances %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nlibshumate %d.%d.%d\nGLib %u.%u.%u\n", TRH_VERSION,
                     gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                     adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                     SHUMATE_MAJOR_VERSION, SHUMATE_MINOR_VERSION, SHUMATE_MICRO_VERSION,
                     glib_major_version, glib_minor_version, glib_micro_version);

  adw_about_window_set_application_name (about, "Transhumances");
  adw_about_window_set_application_icon (about, TRH_APPLICATION_ID);
  adw_about_window_set_version (about, TRH_VERSION);
  adw_about_window_set_developer_name (about, "Serres Lez’Arts");
  adw_about_window_set_developers (about, (const char **) developers);
  adw_about_window_set_copyright (about, "© 2026 Serres Lez’Arts");
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_website (about, "https://www.serreslezarts.fr");
  adw_about_window_set_comments (about, _("Plans travelling artist residencies between the Buëch and the Ventoux."));
  adw_about_window_add_legal_section (about, _("Map data"),
                                      "© <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a>",
                                      GTK_LICENSE_CUSTOM, _("Available under the Open Database License."));
  adw_about_window_add_legal_section (about, _("Facts about the communes"),
                                      "INSEE, DGCL, La Poste, data.gouv.fr; GeoNames (CC BY 4.0)",
                                      GTK_LICENSE_CUSTOM, _("Available under the Licence Ouverte of Etalab, and as named."));
  adw_about_window_add_legal_section (about, _("Stations and school holidays"), "SNCF Réseau, OpenHolidays",
                                      GTK_LICENSE_CUSTOM, _("Available under the Open Database License."));
  adw_about_window_add_legal_section (about, _("Single facts about places"), "Wikipédia, Alpenpässe und Wasserscheiden",
                                      GTK_LICENSE_CUSTOM, _("Facts alone, no text of theirs."));
  adw_about_window_set_debug_info (about, versions);
  adw_about_window_set_debug_info_filename (about, "transhumances.txt");
  gtk_window_set_transient_for (GTK_WINDOW (about), gtk_application_get_active_window (data));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trh_shortcuts_present (gtk_application_get_active_window (data));
}

/* Closes every window in turn: each saves, or asks; one that stays keeps the program. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (TRH_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* The session is about to end: save without a question. */
static void
flush_all (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TRH_IS_WINDOW (l->data))
      trh_window_flush (l->data);
}

/* Someone stops us: save, then go. */
static gboolean
on_terminate (gpointer data)
{
  GtkApplication *application = data;

  flush_all (application);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TRH_IS_WINDOW (l->data) && trh_window_get_workspace (l->data) != NULL)
      trh_store_close (trh_workspace_get_store (trh_window_get_workspace (l->data)));
  g_application_quit (G_APPLICATION (application));

  return G_SOURCE_CONTINUE;
}

static void
apply_colour_scheme (TrhApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager, g_str_equal (scheme, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                               : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                              : ADW_COLOR_SCHEME_DEFAULT);
}

static void
apply_card_widths (TrhApplication *self)
{
  g_autoptr(GVariant) widths = g_settings_get_value (self->settings, "screen-card-widths");

  trh_booth_set_card_widths (widths);
}

static void
tidy_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  trh_urn_tidy_all ();
}

/* What a crash left of an urn is not to wait until that session is opened again. */
static void
tidy_urns (TrhApplication *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_run_in_thread (task, tidy_in_worker);
}

static void
trh_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_project },
    { .name = "sample", .activate = open_sample },
    { .name = "preferences", .activate = show_preferences },
    { .name = "shortcuts", .activate = show_shortcuts },
    { .name = "about", .activate = show_about },
    { .name = "quit", .activate = quit },
  };
  /* Digits are typed with Shift on a French keyboard: both forms of each (ux rule A8). */
  static const struct { const char *action; const char *accels[3]; } keys[] = {
    { "app.new", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.search", { "<Control>f" } },
    { "win.sidebar", { "F9" } },
    { "win.inspector", { "F4" } },
    { "win.alerts", { "<Control><Shift>a" } },
    { "win.next-alert", { "F8" } },
    { "win.previous-alert", { "<Shift>F8" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.fullscreen", { "F11" } },
    { "app.shortcuts", { "<Control>question" } },
    { "win.help", { "F1" } },
    { "win.show-page('territory')", { "<Alt>1", "<Alt>ampersand" } },
    { "win.show-page('artists')", { "<Alt>2", "<Alt>eacute" } },
    { "win.show-page('calendar')", { "<Alt>3", "<Alt>quotedbl" } },
    { "win.show-page('votes')", { "<Alt>4", "<Alt>apostrophe" } },
    { "win.show-page('history')", { "<Alt>5", "<Alt>parenleft" } },
  };
  TrhApplication *self = TRH_APPLICATION (application);

  G_APPLICATION_CLASS (trh_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, (const char **) keys[i].accels);

  trh_press_guard_start ();
  tidy_urns (self);
  gtk_window_set_default_icon_name (TRH_APPLICATION_ID);
  apply_colour_scheme (self);
  apply_card_widths (self);
  g_signal_connect_object (self->settings, "changed::screen-card-widths", G_CALLBACK (apply_card_widths), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_colour_scheme), self, G_CONNECT_SWAPPED);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, on_terminate, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, on_terminate, self);
  self->signal_ids[2] = g_unix_signal_add (SIGHUP, on_terminate, self);
  g_signal_connect (self, "query-end", G_CALLBACK (flush_all), NULL);
}

static void
trh_application_shutdown (GApplication *application)
{
  TrhApplication *self = TRH_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);

  G_APPLICATION_CLASS (trh_application_parent_class)->shutdown (application);
}

static void
trh_application_class_init (TrhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_application_finalize;
  application_class->activate = trh_application_activate;
  application_class->command_line = trh_application_command_line;
  application_class->handle_local_options = trh_application_handle_local_options;
  application_class->open = trh_application_open;
  application_class->shutdown = trh_application_shutdown;
  application_class->startup = trh_application_startup;
}

static void
trh_application_init (TrhApplication *self)
{
  const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new season"), NULL },
    { "sample", 's', 0, G_OPTION_ARG_NONE, NULL, N_("Open a copy of the sample season"), NULL },
    /* Translators: NAME is replaced by a page's name: do not translate territory, artists… */
    { "page", 'p', 0, G_OPTION_ARG_STRING, NULL, N_("Show a page: territory, artists, calendar, votes or history"), N_("NAME") },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    { NULL },
  };

  self->settings = trh_settings_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

TrhApplication *
trh_application_new (void)
{
  return g_object_new (TRH_TYPE_APPLICATION,
                       "application-id", TRH_APPLICATION_ID,
                       "resource-base-path", "/fr/serreslezarts/Transhumances",
                       "register-session", TRUE, /* so that the end of the session is told */
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

GSettings *
trh_application_get_settings (TrhApplication *self)
{
  return self->settings;
}
