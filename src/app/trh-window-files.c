/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/trh-session-window.h"
#include "app/trh-window-private.h"
#include "core/base/trh-day.h"
#include "core/exchange/trh-poll-urns.h"
#include "trh-config.h"
#include "widgets/trh-dialogs.h"

/* New, open, save, close: what a window does with the file of its season. */

#define SAMPLE "saison-exemple.transhumance"

/* Seasons, and what else can be opened. */
static GtkFileFilter *
make_filter (gboolean to_open)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, to_open ? _("Seasons and voting kits") : _("Seasons"));
  gtk_file_filter_add_pattern (filter, "*.transhumance");
  if (to_open)
    gtk_file_filter_add_pattern (filter, "*" TRH_KIT_SUFFIX);

  return filter;
}

/* Puts the file among the recent ones. */
void
trh_window_remember (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *) "application/x-transhumance+json",
    .app_name = (char *) "Transhumances",
    .app_exec = (char *) "transhumances %u",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
tell_problems (TrhWindow *self)
{
  g_autoptr(GPtrArray) dangling = trh_project_find_dangling (trh_workspace_get_project (self->workspace));
  g_autofree char *sentence = NULL;

  if (trh_project_is_read_only (trh_workspace_get_project (self->workspace)))
    {
      trh_window_show_banner (self, TRH_BANNER_NOTE, trh_workspace_say_read_only (self->workspace), NULL);
      return;
    }
  if (dangling->len == 0)
    return;
  sentence = g_strdup_printf (ngettext ("%u reference in this file leads nowhere; it was kept as it is",
                                        "%u references in this file lead nowhere; they were kept as they are",
                                        dangling->len), dangling->len);
  trh_window_show_banner (self, TRH_BANNER_PROBLEMS, sentence, _("Show them"));
}

static void
do_nothing (const char *response, gpointer user_data)
{
}

/* Every reference that leads nowhere, with both its ends. */
void
trh_window_list_problems (TrhWindow *self)
{
  g_autoptr(GPtrArray) dangling = trh_project_find_dangling (trh_workspace_get_project (self->workspace));
  g_autoptr(GString) body = g_string_new (NULL);
  AdwMessageDialog *dialog;

  for (guint i = 0; i < dangling->len && i < 30; i++)
    {
      TrhDangling *each = dangling->pdata[i];

      /* Translators: a place in the file, an identifier that is not there */
      g_string_append_printf (body, _("%1$s: there is no “%2$s”"), each->path, each->target);
      g_string_append_c (body, '\n');
    }
  if (dangling->len > 30)
    g_string_append_printf (body, ngettext ("… and %u more", "… and %u more", dangling->len - 30), dangling->len - 30);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, _("References that lead nowhere"), body->str));
  adw_message_dialog_add_response (dialog, "cancel", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  trh_ask_with (GTK_WIDGET (self), dialog, do_nothing, NULL);
}

/* The window that has this file open, or NULL: two would write over each other. */
static GtkWindow *
find_window_of (GtkApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      TrhWorkspace *workspace = TRH_IS_WINDOW (l->data) ? trh_window_get_workspace (l->data) : NULL;
      const char *path = workspace != NULL ? trh_store_get_path (trh_workspace_get_store (workspace)) : NULL;
      g_autoptr(GFile) open = path != NULL ? g_file_new_for_path (path) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  return NULL;
}

/* This window while it has no season, or a new one. */
TrhWindow *
trh_window_get_free (TrhWindow *self)
{
  if (self->workspace != NULL)
    {
      self = trh_window_new (TRH_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (self));
    }

  return self;
}

/**
 * trh_window_open_file:
 * @self: a window; one that has a season opens another window
 * @file: a season, or the kit of a session, which has a window of its own
 *
 * Opens the file, or says why it cannot be opened and leaves the window as it is. A file that
 * is open already is shown where it is.
 */
void
trh_window_open_file (TrhWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = NULL;
  GtkWindow *other = find_window_of (gtk_window_get_application (GTK_WINDOW (self)), file);

  if (trh_session_window_is_for (file))
    {
      trh_session_window_open (TRH_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
      return;
    }
  if (other != NULL)
    {
      gtk_window_present (other);
      return;
    }
  if (path == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Only files of this computer can be opened."));
      trh_window_tell_refusal (self, g_file_peek_path (file) != NULL ? g_file_peek_path (file) : "?", error);
      return;
    }
  workspace = trh_workspace_open (path, TRH_OPEN_FILE, &error);
  if (workspace == NULL)
    {
      trh_window_tell_refusal (self, path, error);
      return;
    }
  self = trh_window_get_free (self);
  trh_window_set_workspace (self, workspace);
  trh_window_remember (path);
  tell_problems (self);
  trh_window_tell_news (self);
}

static char *
find_sample (void)
{
  const char *folder = g_getenv ("TRH_SEEDS");

  return g_build_filename (folder != NULL ? folder : TRH_DATA_DIR, SAMPLE, NULL);
}

/* Opens a copy of the sample season, which has no name until it is saved. */
void
trh_window_open_sample (TrhWindow *self)
{
  g_autofree char *path = find_sample ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open (path, TRH_OPEN_COPY, &error);

  if (workspace == NULL)
    trh_window_tell_refusal (self, path, error);
  else
    trh_window_set_workspace (self, workspace);
}

/* Goes on with a season that had no file yet when the program ended. */
void
trh_window_open_draft (TrhWindow *self, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open (path, TRH_OPEN_DRAFT, &error);

  if (workspace == NULL)
    {
      trh_window_tell_refusal (self, path, error);
      return;
    }
  trh_window_set_workspace (self, workspace);
  trh_window_tell_news (self);
}

/* Begins a season of next summer with the two valleys. */
void
trh_window_new_season (TrhWindow *self)
{
  static const struct { const char *name; int marker; } valleys[] = {
    { "Buëch", TRH_MARKER_DISC },
    { "Ventoux", TRH_MARKER_HEXAGON },
  };
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = NULL;
  g_autoptr(TrhEdit) edit = trh_edit_new (_("Begin the season"));
  g_autoptr(TrhEdit) inverse = NULL;
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));
  int year, month, day;

  trh_day_to_date (trh_day_today (), &year, &month, &day);
  if (month >= 9)
    year++;
  season->first_day = trh_day_from_date (year, 6, 1);
  season->last_day = trh_day_from_date (year, 9, 30);
  g_free (season->title);
  /* Translators: the title of a new season; %d is its year */
  season->title = g_strdup_printf (_("Season %d"), year);
  for (guint i = 0; i < G_N_ELEMENTS (valleys); i++)
    {
      TrhValleyRecord *valley = trh_record_new (&trh_valley_schema, NULL);

      trh_record_set_text (&valley->name, valleys[i].name);
      valley->marker = valleys[i].marker;
      trh_edit_insert (edit, valley);
    }
  /* how it begins is no step: there is nothing to lose, nor to undo */
  inverse = trh_project_apply (project, edit);
  workspace = trh_workspace_new (project, NULL);
  trh_window_set_workspace (self, workspace);
}

static void
file_chosen (GFile *file, gpointer user_data)
{
  trh_window_open_file (user_data, file);
}

static void
on_open (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_choose_file (widget, _("Open a Season"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, make_filter (TRUE), file_chosen, widget);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  TrhStore *store = TRH_STORE (source);

  if (!trh_store_save_finish (store, result, &error))
    return; /* the banner tells, since the store's state changed */
  if (trh_store_get_path (store) != NULL)
    trh_window_remember (trh_store_get_path (store));
  trh_store_keep_next (store, TRH_KEPT_SAVED);
  trh_window_set_status (self, _("Saved"));
}

static void
saved_to_close (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhWindow) self = g_object_ref (user_data);

  saved (source, result, user_data);
  if (trh_store_get_state (TRH_STORE (source)) == TRH_STORE_SAVED)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_to (TrhWindow *self, GFile *file, GAsyncReadyCallback callback)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *with_ending = NULL;

  if (path == NULL)
    {
      trh_window_set_status (self, _("Only folders of this computer can be saved to."));
      return;
    }
  with_ending = g_str_has_suffix (path, ".transhumance") ? g_strdup (path) : g_strconcat (path, ".transhumance", NULL);
  trh_store_save_async (trh_workspace_get_store (self->workspace), with_ending, NULL, callback, g_object_ref (self));
}

static void
place_chosen (GFile *file, gpointer user_data)
{
  save_to (user_data, file, saved);
}

static void
place_chosen_to_close (GFile *file, gpointer user_data)
{
  save_to (user_data, file, saved_to_close);
}

/* (transfer full): where the season is, or else among the documents. */
static char *
find_folder (TrhWindow *self)
{
  const char *path = trh_store_get_path (trh_workspace_get_store (self->workspace));
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path != NULL)
    return g_path_get_dirname (path);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

static void
choose_place (TrhWindow *self, TrhFileChosen chosen)
{
  g_autofree char *folder = find_folder (self);
  g_autofree char *place = NULL;
  const char *title = trh_project_peek_season (trh_workspace_get_project (self->workspace))->title;
  g_autofree char *name = g_strdup_printf ("%s.transhumance", *title != '\0' ? title : _("Season"));

  g_strdelimit (name, "/\\", '-');
  place = g_build_filename (folder, name, NULL);
  trh_choose_file (GTK_WIDGET (self), _("Save the Season"), GTK_FILE_CHOOSER_ACTION_SAVE, place, make_filter (FALSE),
                   chosen, self);
}

/* Asks for a place and saves there from now on. */
void
trh_window_save_elsewhere (TrhWindow *self)
{
  choose_place (self, place_chosen);
}

static void
on_save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);
  TrhStore *store = trh_workspace_get_store (self->workspace);

  if (trh_workspace_is_read_only (self->workspace))
    trh_window_set_status (self, trh_workspace_say_read_only (self->workspace));
  else if (trh_store_is_draft (store))
    trh_window_save_elsewhere (self);
  else
    trh_store_save_async (store, NULL, NULL, saved, g_object_ref (self));
}

static void
on_save_as (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_window_save_elsewhere (TRH_WINDOW (widget));
}

void
trh_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, on_save_as);
}

/* Puts what is only in memory on disk, without a question. */
void
trh_window_flush (TrhWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->workspace == NULL || trh_workspace_is_read_only (self->workspace))
    return;
  if (!trh_store_flush (trh_workspace_get_store (self->workspace), &error))
    g_warning ("the season could not be saved, its journal is kept: %s", error->message);
}

static gboolean
close_now (gpointer data)
{
  gtk_window_close (data);

  return G_SOURCE_REMOVE;
}

/* Closes once the dialog that asked is gone: it must not lose its window while it answers. */
static void
let_go (TrhWindow *self)
{
  self->may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_now, g_object_ref (self), g_object_unref);
}

/* Keeps the draft, which the start page offers from then on. */
static void
keep_draft (TrhWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (trh_store_flush (trh_workspace_get_store (self->workspace), &error))
    let_go (self);
  else
    trh_window_set_status (self, error->message);
}

static void
answered (const char *response, gpointer user_data)
{
  TrhWindow *self = user_data;

  if (g_str_equal (response, "save"))
    choose_place (self, place_chosen_to_close);
  else if (g_str_equal (response, "keep"))
    keep_draft (self);
  else if (g_str_equal (response, "discard"))
    {
      /* of a season with a vote the journal stays, and is taken up at the next start */
      if (trh_poll_find_at_stake (trh_workspace_get_project (self->workspace)) == NULL)
        trh_store_discard (trh_workspace_get_store (self->workspace));
      let_go (self);
    }
}

/* @other: the answer beside saving: "keep", or "discard" */
static void
ask_before_close (TrhWindow *self, const char *heading, const char *body, const char *other)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));
  const gboolean keeps = g_str_equal (other, "keep");

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), other, keeps ? _("_Keep the Draft") : _("_Do Not Save"),
                                    "save", _("_Save…"), NULL);
  if (!keeps)
    adw_message_dialog_set_response_appearance (dialog, other, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  trh_ask_with (GTK_WIDGET (self), dialog, answered, self);
}

/* A season without a file. With a vote that has keys its draft is never thrown away: keys and urns say nothing alone. */
static void
ask_before_close_draft (TrhWindow *self)
{
  TrhPoll *poll = trh_poll_find_at_stake (trh_workspace_get_project (self->workspace));
  const TrhPollRecord *record = poll != NULL ? trh_entity_peek_record (TRH_ENTITY (poll)) : NULL;
  g_autofree char *body = NULL;

  if (record != NULL)
    /* Translators: %s is the question of a vote */
    body = g_strdup_printf (_("It has no file yet, and the vote “%s” is in it: its keys and urns are of no use without the "
                              "season. The draft stays on this computer, and is offered when the program starts."),
                            record->question);
  else
    body = g_strdup (_("It has no file yet. Without one its draft is thrown away."));
  ask_before_close (self, _("Save the season before closing?"), body, record != NULL ? "keep" : "discard");
}

/* Closes at once when everything is on disk under a name; asks otherwise. */
gboolean
trh_window_close_request (GtkWindow *window)
{
  TrhWindow *self = TRH_WINDOW (window);
  TrhStore *store = self->workspace != NULL ? trh_workspace_get_store (self->workspace) : NULL;
  g_autoptr(GError) error = NULL;

  if (store == NULL || self->may_close || trh_workspace_is_read_only (self->workspace))
    return FALSE;

  if (trh_store_is_draft (store))
    {
      /* a draft that was taken up again holds work of an earlier day */
      if (trh_history_get_n_done (trh_workspace_get_history (self->workspace)) == 0 &&
          !g_file_test (trh_store_get_draft_path (store), G_FILE_TEST_EXISTS))
        {
          trh_store_discard (store);
          return FALSE;
        }
      ask_before_close_draft (self);
      return TRUE;
    }

  if (trh_store_flush (store, &error))
    return FALSE;
  ask_before_close (self, _("The last changes could not be saved"), error->message, "discard");
  return TRUE;
}
