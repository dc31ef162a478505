/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-closing.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-copied-folder.h"
#include "core/voting/trh-reconciliation.h"
#include "core/voting/trh-roll.h"
#include "pages/trh-vote-console-row.h"
#include "pages/trh-vote-sealed.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-note-row.h"
#include "widgets/trh-plain-row.h"

/* The rows of the window that closes an urn, after the two names. */
enum { ROW_SIGNATURES = 2, ROW_SLIPS, ROW_PAPER, ROW_INCIDENTS, ROW_REMARKS, ROW_REGISTERED, ROW_PRINTED, ROW_LEFT, ROW_SPOILED,
       ROW_PRESIDENT, ROW_ASSESSORS, ROW_SECRETARY, ROW_SCRUTINEERS, N_ROWS };
G_STATIC_ASSERT (N_ROWS <= TRH_VOTE_STEP_ROWS);

/* --- the end of the vote --- */

static void
stopped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteCall *call = user_data;
  g_autoptr(GError) error = NULL;

  trh_urn_change_finish (TRH_URN (source), result, &error);
  gtk_widget_activate_action (call->window, "win.tell", "s",
                              error != NULL ? error->message : _("The vote has ended: no code is taken any more."));
  trh_vote_call_free (call);
}

static void
end_answered (const char *response, gpointer user_data)
{
  TrhVoteCall *call = user_data;

  if (g_str_equal (response, "do"))
    trh_urn_stop_async (trh_vote_session_get_urn (call->session), stopped, call);
  else
    trh_vote_call_free (call);
}

/**
 * trh_vote_ask_end:
 * @window: of the console
 * @session: an open session
 */
void
trh_vote_ask_end (GtkWidget *window, TrhVoteSession *session)
{
  trh_ask (window, _("End the vote?"),
           _("No code is taken any more, and the booth stays shut. Ballots of paper can still be typed until the urn is "
             "closed."),
           _("_End the Vote"), TRUE, end_answered, trh_vote_call_new (window, session));
}

/* --- what the room counted --- */

/* The figure in a row: -1 when it is empty, -2 when it is none. */
static int
read_figure (TrhVoteStep *self, guint row)
{
  g_autofree char *text = g_strstrip (g_strdup (trh_vote_step_get_text (self, row)));
  guint64 figure;

  if (*text == '\0')
    return -1;
  return g_ascii_string_to_unsigned (text, 10, 0, TRH_MAX_BALLOTS, &figure, NULL) ? (int) figure : -2;
}

static void
reconcile (TrhVoteStep *self, TrhReconciliation *figures)
{
  trh_reconciliation_init (figures, trh_urn_peek_content (trh_vote_session_get_urn (self->entity)));
  figures->signatures = MAX (read_figure (self, ROW_SIGNATURES), -1);
  figures->slips_left = MAX (read_figure (self, ROW_SLIPS), -1);
  figures->paper_found = MAX (read_figure (self, ROW_PAPER), -1);
}

/* The sentences follow what is typed: nobody learns of a gap when it is too late to count again. */
static void
show_figures (TrhVoteStep *self)
{
  AdwPreferencesGroup *group = g_object_get_data (G_OBJECT (self->dialog), "trh-figures");
  GPtrArray *rows = g_object_get_data (G_OBJECT (self->dialog), "trh-sentences");
  TrhReconciliation figures;
  guint n_gaps;
  g_autoptr(GPtrArray) sentences = NULL;
  g_autofree char *gaps = NULL;

  reconcile (self, &figures);
  sentences = trh_reconciliation_say (&figures, &n_gaps);
  for (guint i = 0; i < sentences->len || i < rows->len; i++)
    {
      if (i == rows->len)
        {
          g_ptr_array_add (rows, trh_plain_row_new ("", NULL));
          adw_preferences_group_add (group, rows->pdata[i]);
        }
      gtk_widget_set_visible (rows->pdata[i], i < sentences->len);
      if (i < sentences->len)
        adw_preferences_row_set_title (rows->pdata[i], sentences->pdata[i]);
    }
  gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", n_gaps), n_gaps);
  trh_title_group (group, n_gaps > 0 ? gaps : _("Do the figures agree?"));
}

static void
add_plain_figure (TrhVoteStep *self, AdwPreferencesGroup *group, guint row, const char *title)
{
  self->rows[row] = trh_vote_dialog_add_entry (group, title, "");
  trh_entry_row_set_purpose (TRH_ENTRY_ROW (self->rows[row]), GTK_INPUT_PURPOSE_DIGITS);
}

/* One of those that ought to agree. */
static void
add_figure (TrhVoteStep *self, AdwPreferencesGroup *group, guint row, const char *title)
{
  add_plain_figure (self, group, row, title);
  g_signal_connect_swapped (trh_entry_row_get_entry (TRH_ENTRY_ROW (self->rows[row])), "changed", G_CALLBACK (show_figures),
                            self);
}

static gboolean
check_figures (TrhVoteStep *self)
{
  for (guint row = ROW_SIGNATURES; row <= ROW_SPOILED; row++)
    if (row != ROW_INCIDENTS && row != ROW_REMARKS && read_figure (self, row) < -1)
      {
        trh_vote_dialog_refuse (self->dialog, _("Write a whole number, or nothing."), self->rows[row]);
        return FALSE;
      }
  return TRUE;
}

/* A gap is never repaired; it is told, with what is known of it. */
static gboolean
check_gaps (TrhVoteStep *self, const char *incidents)
{
  TrhReconciliation figures;
  guint n_gaps;
  g_autoptr(GPtrArray) sentences = NULL;
  g_autofree char *words = g_strstrip (g_strdup (incidents));

  reconcile (self, &figures);
  sentences = trh_reconciliation_say (&figures, &n_gaps);
  if (n_gaps == 0 || *words != '\0')
    return TRUE;
  trh_vote_dialog_refuse (self->dialog,
                          _("The figures do not agree: write under the incidents what is known of it, even that nothing is "
                            "known."),
                          trh_note_row_get_view (TRH_NOTE_ROW (self->rows[ROW_INCIDENTS])));
  return FALSE;
}

/* --- what only the room knows --- */

static void
show_figure (TrhVoteStep *self, guint row, int figure)
{
  g_autofree char *text = figure >= 0 ? g_strdup_printf ("%d", figure) : g_strdup ("");

  gtk_editable_set_text (trh_entry_row_get_entry (TRH_ENTRY_ROW (self->rows[row])), text);
}

/* Nobody needs it to close an urn: the minutes have a line for the pen where a name is left out. */
static void
add_bureau (TrhVoteStep *self, int n_names)
{
  AdwPreferencesGroup *group =
    trh_vote_dialog_add_group (self->dialog, _("Who held the session"),
                               _("For the minutes. Leave empty what you will write with a pen; several names have commas "
                                 "between."));

  self->rows[ROW_PRESIDENT] = trh_vote_dialog_add_entry (group, C_("function", "President"), "");
  self->rows[ROW_ASSESSORS] = trh_vote_dialog_add_entry (group, C_("function", "Assessors"), "");
  self->rows[ROW_SECRETARY] = trh_vote_dialog_add_entry (group, C_("function", "Secretary"), "");
  self->rows[ROW_SCRUTINEERS] = trh_vote_dialog_add_entry (group, C_("function", "Scrutineers"), "");

  group = trh_vote_dialog_add_group (self->dialog, _("Roll and ballots of paper"),
                                     _("For the minutes. Leave empty what nobody counted."));
  add_plain_figure (self, group, ROW_REGISTERED, _("People on the roll"));
  add_plain_figure (self, group, ROW_PRINTED, _("Ballots printed"));
  add_plain_figure (self, group, ROW_LEFT, _("Ballots left"));
  add_plain_figure (self, group, ROW_SPOILED, _("Ballots spoiled and replaced"));
  show_figure (self, ROW_REGISTERED, n_names);
}

/* What is in a row, as long as an urn takes it. */
static char *
dup_name (TrhVoteStep *self, guint row)
{
  const char *text = trh_vote_step_get_text (self, row);

  return g_strstrip (g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TRH_MAX_LINE)));
}

/* (transfer full) */
static TrhUrnBureau *
read_bureau (TrhVoteStep *self)
{
  TrhUrnBureau *bureau = g_new0 (TrhUrnBureau, 1);

  *bureau = (TrhUrnBureau) {
    .president = dup_name (self, ROW_PRESIDENT),
    .assessors = dup_name (self, ROW_ASSESSORS),
    .secretary = dup_name (self, ROW_SECRETARY),
    .scrutineers = dup_name (self, ROW_SCRUTINEERS),
    .registered = read_figure (self, ROW_REGISTERED),
    .printed = read_figure (self, ROW_PRINTED),
    .left = read_figure (self, ROW_LEFT),
    .spoiled = read_figure (self, ROW_SPOILED),
  };
  return bureau;
}

/* --- closing --- */

static void
session_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autoptr(TrhVoteSession) session = g_object_ref (TRH_VOTE_SESSION (source));
  g_autoptr(GtkWidget) window = g_object_ref (self->parent);
  g_autoptr(GError) error = NULL;
  g_autofree char *fingerprint = trh_vote_session_close_finish (session, result, &error);

  trh_vote_step_end (self, _("The urn is closed and sealed."), error);
  if (fingerprint != NULL)
    trh_vote_show_sealed (window, session);
}

/* What the room remarks, and what the program does; (transfer full). */
static char *
read_remarks (TrhVoteStep *self)
{
  g_autofree char *told = trh_note_row_dup_text (TRH_NOTE_ROW (self->rows[ROW_REMARKS]));
  g_autofree char *copied = trh_copied_folder_note ();

  return copied != NULL ? g_strconcat (told, *told != '\0' ? "\n" : "", copied, NULL) : g_steal_pointer (&told);
}

static void
accept_closing (TrhVoteStep *self)
{
  g_autofree char *incidents = trh_note_row_dup_text (TRH_NOTE_ROW (self->rows[ROW_INCIDENTS]));
  g_autofree char *remarks = read_remarks (self);
  g_autoptr(TrhUrnBureau) bureau = read_bureau (self);
  const TrhUrnClosing closing = {
    .names = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) },
    .minute = trh_clock_now (),
    .signatures = read_figure (self, ROW_SIGNATURES),
    .slips_left = read_figure (self, ROW_SLIPS),
    .paper_found = read_figure (self, ROW_PAPER),
    .incidents = incidents,
    .remarks = remarks,
    .bureau = bureau,
    .day = trh_day_today (),
  };

  if (!check_figures (self) || !check_gaps (self, incidents) || !trh_vote_step_check_names (self))
    return;
  trh_vote_step_begin (self, _("Closing the urn…"));
  trh_vote_session_close_async (self->entity, &closing, session_closed, self);
}

/**
 * trh_vote_ask_closing:
 * @window: of the console
 * @session: an open session
 *
 * When it is done, shows the words of the sealed urn.
 */
void
trh_vote_ask_closing (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteStep *self = trh_vote_step_new (window, NULL, session, _("Close the Urn"), _("_Close the Urn"), accept_closing);
  AdwPreferencesGroup *group;
  g_autofree char *copied = NULL;
  int n_signed, n_names;

  trh_vote_dialog_set_tall (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("What the room counted"),
                                     _("After closing, nobody can vote in this session any more. Count together, and leave empty "
                                       "what was not counted."));
  add_figure (self, group, ROW_SIGNATURES, _("Signatures on the roll"));
  add_figure (self, group, ROW_SLIPS, _("Slips left on the table"));
  add_figure (self, group, ROW_PAPER, _("Ballots of paper in the box"));
  n_signed = trh_roll_count_signed (trh_vote_session_get_id (session), &n_names);

  group = trh_vote_dialog_add_group (self->dialog, _("Do the figures agree?"), NULL);
  g_object_set_data (G_OBJECT (self->dialog), "trh-figures", group);
  g_object_set_data_full (G_OBJECT (self->dialog), "trh-sentences", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  show_figures (self);
  if (n_signed >= 0)
    show_figure (self, ROW_SIGNATURES, n_signed);

  group = trh_vote_dialog_add_group (self->dialog, _("For the minutes"),
                                     _("A power cut, a voter who was refused, somebody who was helped: they are sealed with the "
                                       "urn. Write no name of a voter."));
  self->rows[ROW_INCIDENTS] = trh_note_row_new (_("Incidents"));
  self->rows[ROW_REMARKS] = trh_note_row_new (_("Remarks and complaints"));
  adw_preferences_group_add (group, self->rows[ROW_INCIDENTS]);
  adw_preferences_group_add (group, self->rows[ROW_REMARKS]);
  copied = trh_copied_folder_note ();
  if (copied != NULL)
    trh_vote_dialog_add_warning (group, _("The minutes say also"), copied);
  add_bureau (self, n_names);

  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"), _("They close the urn together."));
  trh_vote_step_add_names (self, group);
  trh_vote_dialog_guard (self->dialog);
  trh_vote_dialog_present (self->dialog);
}
