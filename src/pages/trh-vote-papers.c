/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-papers.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-archive.h"
#include "core/exchange/trh-minutes.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-edits.h"
#include "pages/trh-vote-parts.h"
#include "pages/trh-vote-save.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-plain-row.h"

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *label, const char *name, const char *action, const char *id)
{
  GtkWidget *row = trh_plain_row_new (title, subtitle);

  trh_plain_row_add_button (row, label, name, action, id, NULL);
  return row;
}

static void
add_towns (AdwPreferencesGroup *group, TrhProject *project, const TrhResultRecord *total)
{
  GtkWidget *fold = trh_vote_fold_new (group, _("Minutes of each town"),
                                       _("The words of its seal, its figures, and its minutes"));

  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      g_autofree char *town = session != NULL ? trh_describe_id (project, session->commune_id) : NULL;
      g_autofree char *of_town = trh_text_of (town != NULL ? town : "");
      /* Translators: %s is as in “of Séderon” */
      g_autofree char *name = g_strdup_printf (_("Show the seal and the minutes %s"), of_town);

      if (session != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (fold),
                                  make_row (town, NULL, _("_Show…"), name, "votes.show-sealed", session->base.id));
    }
}

/**
 * trh_vote_papers_new:
 * @poll: a counted vote
 * @total: its result
 *
 * Returns: (transfer floating): a group with the minutes and the archive
 */
GtkWidget *
trh_vote_papers_new (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Minutes and archive"));
  adw_preferences_group_add (group, make_row (_("Minutes of all sessions"), _("A PDF to print in two copies and to sign"),
                                              _("_Save…"), _("Save the minutes of all sessions"), "votes.save-recap",
                                              poll->base.id));
  add_towns (group, project, total);
  adw_preferences_group_add (group, make_row (_("Archive"), _("One folder with the sealed urns, all minutes, the sums and "
                                                              "their fingerprints"), _("_Archive…"),
                                              _("Archive the vote"), "votes.archive", poll->base.id));
  return GTK_WIDGET (group);
}

static void
tell (GtkWidget *window, const char *sentence)
{
  gtk_widget_activate_action (window, "win.tell", "s", sentence);
}

void
trh_vote_save_recap (GtkWidget *window, TrhProject *project, const TrhPollRecord *poll)
{
  TrhResult *total = trh_poll_find_total (project, poll->base.id);

  if (total != NULL)
    trh_vote_save_sheet (window, _("Save the Minutes"), _("Minutes of all sessions.pdf"),
                         trh_minutes_of_poll (project, poll, trh_entity_peek_record (TRH_ENTITY (total))),
                         _("The minutes are saved. Print them in two copies, read them aloud and sign them."));
}

/* --- the archive --- */

typedef struct {
  GtkWidget  *window;  /* (owned) */
  TrhArchive *archive;
  char       *name;    /* of the folder that is made */
  char       *path;    /* (nullable): until it is chosen */
} Archiving;

static void
archiving_clear (gpointer data)
{
  Archiving *self = data;

  g_object_unref (self->window);
  trh_archive_free (self->archive);
  g_free (self->name);
  g_free (self->path);
}

static void
archiving_release (gpointer self)
{
  g_rc_box_release_full (self, archiving_clear);
}

static void
archive_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Archiving *self = task_data;
  GError *error = NULL;

  if (trh_archive_save (self->archive, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
archived (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Archiving *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a folder */
    sentence = g_strdup_printf (_("The vote is archived in the folder “%s”."), self->name);
  tell (self->window, sentence != NULL ? sentence : error->message);
  archiving_release (self);
}

static void
folder_chosen (GFile *folder, gpointer user_data)
{
  Archiving *self = user_data;
  g_autofree char *parent = g_file_get_path (folder);
  g_autoptr(GTask) task = NULL;

  if (parent == NULL)
    {
      tell (self->window, _("Choose a folder of this computer or a USB stick."));
      return;
    }
  self->path = g_build_filename (parent, self->name, NULL);
  task = g_task_new (NULL, NULL, archived, g_rc_box_acquire (self));
  g_task_set_source_tag (task, trh_vote_save_archive);
  g_task_set_task_data (task, self, NULL); /* archived() lets go of it, on this thread */
  g_task_run_in_thread (task, archive_in_worker);
}

/**
 * trh_vote_save_archive:
 * @poll: a counted vote
 *
 * Asks in which folder, makes one there and writes the archive into it, in a worker.
 */
void
trh_vote_save_archive (GtkWidget *window, TrhProject *project, const TrhPollRecord *poll)
{
  TrhResult *total = trh_poll_find_total (project, poll->base.id);
  g_autoptr(GError) error = NULL;
  TrhArchive *archive = trh_archive_new (project, poll, NULL, &error);
  char day[TRH_DAY_TEXT];
  Archiving *self;

  if (archive == NULL)
    {
      tell (window, error->message);
      return;
    }
  self = g_rc_box_new0 (Archiving);
  self->window = g_object_ref (window);
  self->archive = archive;
  /* Translators: the name of a folder; %s is a day, as in 2027-03-12 */
  self->name = g_strdup_printf (_("Vote of %s"), trh_day_write (
    ((const TrhResultRecord *) trh_entity_peek_record (TRH_ENTITY (total)))->day, day));
  trh_choose_file_with (window, _("Where to Put the Archive"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL,
                        folder_chosen, self, archiving_release);
}
