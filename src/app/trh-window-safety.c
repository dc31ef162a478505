/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/trh-window-private.h"
#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/compare/trh-diff.h"
#include "core/model/trh-poll-facts.h"
#include "widgets/trh-dialogs.h"

/* What a window does when a file is damaged, open elsewhere, changed by another program, or cannot be saved. */

#define MAX_NAMED 12 /* differences that a dialog names one by one */

typedef struct {
  TrhWindow *window;
  char      *path;
  TrhBackup *backup; /* (nullable) */
} Damaged;

static void
damaged_free (Damaged *damaged)
{
  g_clear_pointer (&damaged->backup, trh_backup_free);
  g_free (damaged->path);
  g_free (damaged);
}

static void open_backup (Damaged *damaged);

static void
refusal_answered (const char *response, gpointer user_data)
{
  Damaged *damaged = user_data;

  if (g_str_equal (response, "open"))
    open_backup (damaged);
  damaged_free (damaged);
}

static void
show_refusal (Damaged *damaged, const char *sentence)
{
  g_autofree char *name = g_filename_display_basename (damaged->path);
  /* Translators: a file name */
  g_autofree char *heading = g_strdup_printf (_("“%s” cannot be opened"), name);
  g_autofree char *time = damaged->backup != NULL ? trh_day_say_moment (damaged->backup->time) : NULL;
  /* Translators: a date and a clock time */
  g_autofree char *offer = time != NULL ? g_strdup_printf (_("Its version of %s was kept. It can be opened instead; "
                                                             "the damaged file stays, under another name."), time) : NULL;
  g_autofree char *body = offer != NULL ? g_strdup_printf ("%s\n\n%s", sentence, offer) : g_strdup (sentence);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _("_Close"));
  if (damaged->backup != NULL)
    {
      adw_message_dialog_add_response (dialog, "open", _("_Open the Kept Version"));
      adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "open");
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  trh_window_set_status (damaged->window, heading);
  trh_ask_with (GTK_WIDGET (damaged->window), dialog, refusal_answered, damaged);
}

/**
 * trh_window_tell_refusal:
 * @self: a window
 * @path: a file that cannot be opened
 * @error: why
 *
 * Says so, and offers the newest version that was kept of it.
 */
void
trh_window_tell_refusal (TrhWindow *self, const char *path, const GError *error)
{
  Damaged *damaged = g_new0 (Damaged, 1);

  damaged->window = self;
  damaged->path = g_strdup (path);
  damaged->backup = trh_backups_find_good (path);
  show_refusal (damaged, error->message);
}

static void
open_backup (Damaged *damaged)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open_backup (damaged->backup, damaged->path, &error);
  TrhWindow *window;

  if (workspace == NULL)
    {
      g_clear_error (&error);
      /* where the file cannot be put aside, the version is opened beside it */
      workspace = trh_workspace_open (damaged->backup->path, TRH_OPEN_COPY, &error);
    }
  if (workspace == NULL)
    {
      trh_window_tell_refusal (damaged->window, damaged->path, error);
      return;
    }
  window = trh_window_get_free (damaged->window);
  trh_window_set_workspace (window, workspace);
  trh_window_tell_news (window);
}

/* What opening the file brought: work that was taken up again, a journal that was damaged. */
void
trh_window_tell_news (TrhWindow *self)
{
  const char *news = trh_store_get_news (trh_workspace_get_store (self->workspace));

  if (news != NULL)
    trh_window_show_banner (self, TRH_BANNER_NOTE, news, NULL);
}

/* Says how the file stands, when that is not as usual. */
void
trh_window_tell_store (TrhWindow *self)
{
  TrhStore *store = trh_workspace_get_store (self->workspace);
  TrhStoreState state = trh_store_get_state (store);
  const char *journal_error = trh_store_get_journal_error (store);
  g_autofree char *sentence = NULL;

  if (trh_store_get_holder (store) != NULL)
    trh_window_show_banner (self, TRH_BANNER_COPY, trh_workspace_say_read_only (self->workspace), _("Open a Copy"));
  else if (state == TRH_STORE_CHANGED)
    trh_window_show_banner (self, TRH_BANNER_CHANGED, trh_store_get_error (store), _("Choose What to Keep…"));
  else if (state == TRH_STORE_FAILED)
    trh_window_show_banner (self, TRH_BANNER_SAVE, trh_store_get_error (store), _("Save elsewhere…"));
  else if (journal_error != NULL && self->banner_kind != TRH_BANNER_SAVE)
    {
      /* Translators: %s is a sentence that says what is wrong with the disk */
      sentence = g_strdup_printf (_("A change is safe only once the file is saved: the journal cannot be written. %s"),
                                  journal_error);
      trh_window_show_banner (self, TRH_BANNER_SAVE, sentence, _("Save elsewhere…"));
    }
  else if (state == TRH_STORE_SAVED && journal_error == NULL &&
           (self->banner_kind == TRH_BANNER_SAVE || self->banner_kind == TRH_BANNER_CHANGED ||
            self->banner_kind == TRH_BANNER_COPY))
    trh_window_show_banner (self, TRH_BANNER_NONE, NULL, NULL);
}

static void
open_copy (TrhWindow *self, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open (path, TRH_OPEN_COPY, &error);

  if (workspace == NULL)
    trh_window_tell_refusal (self, path, error);
  else
    trh_window_set_workspace (trh_window_get_free (self), workspace);
}

/* The same season as one of its own, without a name. */
void
trh_window_open_copy_of_file (TrhWindow *self)
{
  open_copy (self, trh_store_get_path (trh_workspace_get_store (self->workspace)));
}

static void
on_open_copy (GtkWidget *widget, const char *action_name, GVariant *path)
{
  open_copy (TRH_WINDOW (widget), g_variant_get_bytestring (path));
}

static GBytes *
read_theirs (TrhWindow *self, TrhProject **project)
{
  g_autoptr(GBytes) bytes = trh_file_load (trh_store_get_path (trh_workspace_get_store (self->workspace)), TRH_MAX_PROJECT, NULL);

  *project = bytes != NULL ? trh_project_from_bytes (bytes, NULL) : NULL;
  return *project != NULL ? g_steal_pointer (&bytes) : NULL;
}

static void
kept_both (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhWindow) self = user_data;
  TrhStore *store = TRH_STORE (source);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (!trh_store_save_finish (store, result, NULL))
    return; /* the banner tells */
  trh_window_remember (trh_store_get_path (store));
  name = g_filename_display_basename (trh_store_get_path (store));
  /* Translators: a file name */
  sentence = g_strdup_printf (_("Your version is now “%s”. The other one has kept its name."), name);
  trh_window_show_banner (self, TRH_BANNER_NOTE, sentence, NULL);
}

static void
keep_both (TrhWindow *self)
{
  TrhStore *store = trh_workspace_get_store (self->workspace);
  g_autofree char *day = trh_day_say (trh_day_today ());
  /* Translators: a person, a day: part of a file name */
  g_autofree char *words = g_strdup_printf (C_("file", "%1$s, %2$s"), g_get_real_name (), day);
  g_autofree char *path = trh_file_free_name (trh_store_get_path (store), words);

  trh_store_save_async (store, path, NULL, kept_both, g_object_ref (self));
}

static void
take_theirs (TrhWindow *self)
{
  g_autoptr(TrhProject) theirs = NULL;
  g_autoptr(GBytes) bytes = read_theirs (self, &theirs);
  g_autoptr(TrhEdit) edit = NULL;
  gboolean has_votes;

  if (bytes == NULL)
    return;
  trh_store_keep (trh_workspace_get_store (self->workspace), TRH_KEPT_MERGED);
  trh_poll_keep_counted (trh_workspace_get_project (self->workspace), theirs);
  edit = trh_diff_edit (trh_workspace_get_project (self->workspace), theirs, _("Take the other program’s version"));
  has_votes = trh_poll_is_fact (trh_workspace_get_project (self->workspace), edit);
  trh_workspace_perform (self->workspace, edit);
  trh_store_accept (trh_workspace_get_store (self->workspace), bytes);
  trh_window_show_banner (self, TRH_BANNER_NOTE,
                          has_votes ? _("The other program’s version is shown, with the votes that it knows.")
                                    : _("The other program’s version is shown. Undo gives yours back."), NULL);
}

static void
keep_answered (const char *response, gpointer user_data)
{
  if (g_str_equal (response, "both"))
    keep_both (user_data);
  else if (g_str_equal (response, "theirs"))
    take_theirs (user_data);
}

/* What the other version has that ours has not, by name. */
static char *
say_differences (TrhWindow *self, TrhProject *theirs)
{
  g_autoptr(GPtrArray) differences = trh_diff (trh_workspace_get_project (self->workspace), theirs);
  GString *text = g_string_new (_("In the other version:"));

  for (guint i = 0; i < differences->len && i < MAX_NAMED; i++)
    {
      g_autofree char *said = trh_difference_say (differences->pdata[i]);

      g_string_append_printf (text, "\n%s", said);
    }
  if (differences->len > MAX_NAMED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("… and %u more", "… and %u more", differences->len - MAX_NAMED),
                              differences->len - MAX_NAMED);
    }
  if (differences->len == 0)
    g_string_assign (text, _("Both versions say the same."));

  return g_string_free (text, FALSE);
}

/* Another program wrote the file: the person chooses, nothing goes by itself. */
void
trh_window_ask_what_to_keep (TrhWindow *self)
{
  g_autoptr(TrhProject) theirs = NULL;
  g_autoptr(GBytes) bytes = read_theirs (self, &theirs);
  g_autofree char *name = g_filename_display_basename (trh_store_get_path (trh_workspace_get_store (self->workspace)));
  /* Translators: a file name */
  g_autofree char *heading = g_strdup_printf (_("“%s” was changed by another program"), name);
  g_autofree char *body = theirs != NULL ? say_differences (self, theirs)
                                         : g_strdup (_("The other version is no season that can be read."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _("_Later"));
  if (bytes != NULL)
    adw_message_dialog_add_response (dialog, "theirs", _("_Take the Other"));
  adw_message_dialog_add_response (dialog, "both", _("_Keep Both"));
  adw_message_dialog_set_response_appearance (dialog, "both", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "both");
  adw_message_dialog_set_close_response (dialog, "cancel");
  trh_ask_with (GTK_WIDGET (self), dialog, keep_answered, self);
}

void
trh_window_install_safety_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-copy", "ay", on_open_copy);
}
