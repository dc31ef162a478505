/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-console.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "pages/trh-vote-ballots.h"
#include "pages/trh-vote-booth.h"
#include "pages/trh-vote-closing.h"
#include "pages/trh-vote-codes.h"
#include "pages/trh-vote-paper.h"
#include "pages/trh-vote-roll.h"
#include "pages/trh-vote-console-row.h"
#include "pages/trh-vote-document.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"

#define MINUTE_S 60

/* --- who came, and since when --- */

static void
show_counter (GtkWidget *row, TrhVoteSession *session)
{
  const guint n = trh_urn_get_n_ballots (trh_vote_session_get_urn (session));
  const char *note = _("No result is visible before the urn is closed.");
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *words = ngettext ("voter so far", "voters so far", n);
  g_autofree char *label = g_strdup_printf ("%s %s. %s", number, words, note);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *first = gtk_widget_get_first_child (box);

  gtk_label_set_label (GTK_LABEL (first), number);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), note);
  trh_set_label (row, label);
}

static GtkWidget *
add_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_counter (TrhVoteSession *session)
{
  GtkWidget *row = adw_preferences_row_new (); /* another row would stand below the list */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (add_line (box, "title-1"), "numeric");
  add_line (box, "heading");
  add_line (box, "dim-label");
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  trh_vote_console_row_follow (row, session, show_counter);
  return row;
}

static void
show_elapsed (GtkWidget *group, TrhVoteSession *session)
{
  g_autofree char *elapsed = trh_vote_session_say_elapsed (session, trh_day_today (), trh_clock_now ());

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), elapsed);
}

static gboolean
on_minute (gpointer group)
{
  show_elapsed (group, g_object_get_data (group, "trh-session"));
  return G_SOURCE_CONTINUE;
}

static void
stop_clock (GtkWidget *group)
{
  const guint source = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (group), "trh-clock"));

  if (source != 0)
    g_source_remove (source);
}

/* The minutes pass only while somebody sees them. */
static void
start_clock (GtkWidget *group)
{
  stop_clock (group);
  on_minute (group);
  g_object_set_data (G_OBJECT (group), "trh-clock", GUINT_TO_POINTER (g_timeout_add_seconds (MINUTE_S, on_minute, group)));
}

/* --- the booth --- */

static void
show_booth (GtkWidget *row, TrhVoteSession *session)
{
  const gboolean ended = trh_urn_is_stopped (trh_vote_session_get_urn (session));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               ended ? _("The vote has ended.") : _("One voter after another, on the whole screen (Ctrl+I)."));
  gtk_widget_set_sensitive (row, !ended);
}

static GtkWidget *
make_booth (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("video-display-symbolic", _("Booth"), NULL);

  trh_vote_console_row_add_button (row, _("_Open the Booth…"), _("Open the booth full screen"), session, trh_vote_ask_booth,
                                   "suggested-action");
  trh_vote_console_row_follow (row, session, show_booth);
  return row;
}

/* --- paper --- */

static void
type_pile (GtkWidget *window, TrhVoteSession *session)
{
  trh_vote_paper_new (window, trh_vote_session_get_urn (session), trh_vote_session_peek_kit (session)->paper);
}

static void
show_paper (GtkWidget *row, TrhVoteSession *session)
{
  const TrhUrnContent *urn = trh_urn_peek_content (trh_vote_session_get_urn (session));
  const guint n = trh_urn_content_get_n_paper (urn);
  const guint n_null = trh_urn_content_count_nulls (urn, NULL);
  /* Translators: paper ballots that count */
  g_autofree char *counted = g_strdup_printf (ngettext ("%u ballot typed", "%u ballots typed", n), n);
  /* Translators: paper ballots that count for nothing */
  g_autofree char *null = g_strdup_printf (ngettext ("%u null", "%u null", n_null), n_null);
  g_autofree char *text = g_strjoin (", ", counted, null, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               n + n_null > 0 ? text : _("Two people type each pile without seeing each other’s work."));
}

static GtkWidget *
make_paper (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("input-keyboard-symbolic", _("Paper"), NULL);

  trh_vote_console_row_add_button (row, _("_Type a Pile…"), _("Type a pile of paper ballots"), session, type_pile, NULL);
  trh_vote_console_row_follow (row, session, show_paper);
  return row;
}

static void
print_ballots (GtkWidget *window, TrhVoteSession *session)
{
  trh_vote_ask_ballots (window, trh_vote_session_peek_kit (session)->paper, trh_vote_session_get_place (session));
}

static GtkWidget *
make_ballots (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("printer-symbolic", _("Ballots on paper"),
                                             _("For those who prefer paper to a screen."));

  trh_vote_console_row_add_button (row, _("_Print Ballots…"), _("Print paper ballots"), session, print_ballots, NULL);
  return row;
}

/* --- the roll --- */

static void
open_roll (GtkWidget *window, TrhVoteSession *session)
{
  const TrhKit *kit = trh_vote_session_peek_kit (session);
  const TrhUrnContent *urn = trh_urn_peek_content (trh_vote_session_get_urn (session));
  const TrhVoteRollWords words = {
    .session_id = urn->session_id, .question = kit->question, .place = trh_vote_session_get_place (session),
    .who_votes = kit->who_votes, .day = urn->day, .purge_day = kit->purge_day, .rehearsal = urn->rehearsal };

  trh_vote_show_roll (window, &words);
}

static GtkWidget *
make_roll (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("system-users-symbolic", _("Roll"),
                                             _("Who may vote and who has signed: a file of its own, or paper."));

  trh_vote_console_row_add_button (row, _("_Open…"), _("Open the roll"), session, open_roll, NULL);
  return row;
}

/* --- the opening and the end --- */

static void
hand_out_opening (GtkWidget *window, TrhVoteSession *session, TrhVoteWay way)
{
  /* Translators: beginning of a file name, without accents: the record of the opening of an urn */
  g_autofree char *name = trh_vote_session_get_file_name (session, _("opening"), ".pdf");
  const TrhVoteDocument document = {
    .printout = trh_printout_new_sheet (trh_vote_session_make_opening (session)), .job = _("Opening record"),
    .save_title = _("Save the Opening Record"), .file_name = name,
    .printed = _("The opening record is sent to the printer. Sign it, both of you."),
    .saved = _("The opening record is saved. Print it and sign it.") };

  trh_vote_hand_out_telling (window, NULL, way, &document);
}

static void
print_opening (GtkWidget *window, TrhVoteSession *session)
{
  hand_out_opening (window, session, TRH_VOTE_PRINT);
}

static void
save_opening (GtkWidget *window, TrhVoteSession *session)
{
  hand_out_opening (window, session, TRH_VOTE_SAVE);
}

static GtkWidget *
make_opening (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("document-properties-symbolic", _("Opening record"),
                                             _("It says that the urn was empty, for the two organisers to sign."));

  trh_vote_console_row_add_button (row, _("_Print…"), _("Print the opening record"), session, print_opening, NULL);
  trh_vote_console_row_add_file_button (row, _("Save the opening record as a PDF"), session, save_opening);
  return row;
}

static void
show_end (GtkWidget *row, TrhVoteSession *session)
{
  const gboolean ended = trh_urn_is_stopped (trh_vote_session_get_urn (session));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               ended ? _("No code is taken any more. Ballots of paper can still be typed.")
                                     : _("First, when ballots of paper are still to be typed: no code is taken any more."));
  gtk_widget_set_sensitive (row, !ended);
}

static GtkWidget *
make_end (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("media-playback-stop-symbolic", _("End of the vote"), NULL);

  trh_vote_console_row_add_button (row, _("_End the Vote…"), _("End the vote"), session, trh_vote_ask_end, NULL);
  trh_vote_console_row_follow (row, session, show_end);
  return row;
}

static GtkWidget *
make_closing (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("channel-secure-symbolic", _("Urn"),
                                             _("Two organisers count with the room, then seal the urn together."));

  trh_vote_console_row_add_button (row, _("_Close the Urn…"), _("Close the urn"), session, trh_vote_ask_closing, NULL);
  return row;
}

/* --- all together --- */

/* The groups of the console and their rows, each made by one function. One more row: its function here. */
typedef GtkWidget *(*MakeRow) (TrhVoteSession *session);

static const MakeRow ways[] = { make_counter, make_roll, make_booth, make_paper, make_ballots, NULL };
static const MakeRow codes[] = { trh_vote_codes_row_new, trh_vote_more_codes_row_new, trh_vote_lost_code_row_new, NULL };
static const MakeRow ends[] = { make_opening, make_end, make_closing, NULL };

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title, const MakeRow *rows, TrhVoteSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_title_group (group, title);
  for (guint i = 0; rows[i] != NULL; i++)
    adw_preferences_group_add (group, rows[i] (session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  return group;
}

static void
add_stamp (AdwPreferencesGroup *group)
{
  GtkWidget *stamp = gtk_label_new (C_("stamp", "REHEARSAL"));

  gtk_widget_add_css_class (stamp, "heading");
  gtk_widget_add_css_class (stamp, "warning");
  gtk_widget_set_valign (stamp, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (group, stamp);
}

/**
 * trh_vote_console_new:
 * @session: an open session
 *
 * Returns: (transfer floating): the console
 */
GtkWidget *
trh_vote_console_new (TrhVoteSession *session)
{
  g_autofree char *of = trh_text_of (trh_vote_session_get_place (session));
  /* Translators: %s is as in "of Séderon" */
  g_autofree char *title = g_strdup_printf (_("Session %s"), of);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  AdwPreferencesGroup *first = add_group (box, title, ways, session);

  g_object_set_data_full (G_OBJECT (first), "trh-session", g_object_ref (session), g_object_unref);
  g_signal_connect (first, "map", G_CALLBACK (start_clock), NULL);
  g_signal_connect (first, "unmap", G_CALLBACK (stop_clock), NULL);
  show_elapsed (GTK_WIDGET (first), session);
  if (trh_urn_peek_content (trh_vote_session_get_urn (session))->rehearsal)
    add_stamp (first);
  add_group (box, _("Codes"), codes, session);
  add_group (box, _("Opening and closing"), ends, session);
  trh_let_buttons_wrap (box);
  return box;
}
