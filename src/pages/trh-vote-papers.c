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
#include "widgets/trh-names.h"
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
  g_autofree char *save = g_strdup_printf ("votes.save-recap::%s", poll->base.id);
  GtkWidget *row;

  trh_title_group (group, _("Minutes and archive"));
  row = make_row (_("Minutes of all sessions"), _("To sign, in two copies"), _("_Print…"), _("Print the minutes of all sessions"),
                  "votes.print-recap", poll->base.id);
  gtk_actionable_set_detailed_action_name (
    GTK_ACTIONABLE (trh_plain_row_add_file_button (row, _("Save the minutes of all sessions as a PDF"))), save);
  adw_preferences_group_add (group, row);
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
trh_vote_hand_out_recap (GtkWidget *window, TrhVoteWay way, TrhProject *project, const TrhPollRecord *poll)
{
  TrhResult *total = trh_poll_find_total (project, poll->base.id);
  TrhVoteDocument document = {
    .job = _("Minutes of all sessions"), .copies = 2, .save_title = _("Save the Minutes"),
    .file_name = _("Minutes of all sessions.pdf"),
    .printed = _("The minutes are sent to the printer. Read them aloud and sign both copies."),
    .saved = _("The minutes are saved. Print them in two copies, read them aloud and sign them.") };

  if (total == NULL)
    return;
  document.printout = trh_printout_new_sheet (trh_minutes_of_poll (project, poll, trh_entity_peek_record (TRH_ENTITY (total))));
  trh_vote_hand_out_telling (window, NULL, way, &document);
}

/* --- the archive --- */

typedef struct {
  GtkWidget *window; /* (owned) */
  char      *done;
} Archiving;

static void
archiving_free (gpointer data)
{
  Archiving *self = data;

  g_object_unref (self->window);
  g_free (self->done);
  g_free (self);
}

static gboolean
write_archive (gpointer archive, const char *path, GError **error)
{
  return trh_archive_save (archive, path, error);
}

static void
archived (const GError *error, gpointer user_data)
{
  Archiving *self = user_data;

  tell (self->window, error != NULL ? error->message : self->done);
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
  TrhVoteSaving saving = { .title = _("Where to Put the Archive"), .folder = TRUE, .write = write_archive, .data = archive,
                           .free_data = (GDestroyNotify) trh_archive_free };
  g_autofree char *name = NULL;
  char day[TRH_DAY_TEXT];
  Archiving *self;

  if (archive == NULL)
    {
      tell (window, error->message);
      return;
    }
  /* Translators: the name of a folder; %s is a day, as in 2027-03-12 */
  name = g_strdup_printf (_("Vote of %s"), trh_day_write (
    ((const TrhResultRecord *) trh_entity_peek_record (TRH_ENTITY (total)))->day, day));
  saving.name = name;
  self = g_new (Archiving, 1);
  self->window = g_object_ref (window);
  /* Translators: %s is the name of a folder */
  self->done = g_strdup_printf (_("The vote is archived in the folder “%s”."), name);
  trh_vote_save (window, &saving, archived, self, archiving_free);
}
