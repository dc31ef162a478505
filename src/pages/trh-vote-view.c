/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-view.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-count.h"
#include "pages/trh-vote-call-off.h"
#include "pages/trh-vote-console.h"
#include "pages/trh-vote-papers.h"
#include "pages/trh-vote-purge.h"
#include "pages/trh-vote-results.h"
#include "pages/trh-vote-strays.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

/* A #TrhPollState in a word or two. */
const char *
trh_vote_say_state (int state)
{
  switch ((TrhPollState) state)
    {
    case TRH_POLL_READY:
      return _("Ready");
    case TRH_POLL_OPEN:
      return _("People are voting");
    case TRH_POLL_CLOSED:
      return _("Closed");
    case TRH_POLL_COUNTED:
      return _("Counted");
    case TRH_POLL_DRAFT:
    default:
      return _("Being prepared");
    }
}

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_title_group (group, title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  return group;
}

/* What comes next, with its button. */
static void
add_step (GtkWidget *box, const char *title, const char *words, const char *label, const char *name, const char *action,
          const char *id, gboolean suggested)
{
  trh_plain_row_add_button (trh_plain_row_add (add_group (box, ""), title, words), label, name, action, id,
                            suggested ? "suggested-action" : NULL);
}

static void
add_next (GtkWidget *box, const TrhPollRecord *poll)
{
  const char *id = poll->base.id;

  switch ((TrhPollState) poll->state)
    {
    case TRH_POLL_DRAFT:
      add_step (box, _("Next: the keys"),
                _("Two people keep a passphrase each. From then on the question and the artists are fixed."),
                _("Make the _Keys…"), _("Make the keys of the vote"), "votes.make-keys", id, TRUE);
      break;
    case TRH_POLL_READY:
      add_step (box, _("Next: a session"), _("In a town hall, two organisers see that the urn is empty and open it."),
                _("Open a _Session…"), _("Open a session in a town hall"), "votes.open-session", id, TRUE);
      break;
    case TRH_POLL_CLOSED:
      add_step (box, _("Next: the count"),
                _("All urns are closed. The two passphrases open them together, once: what the count gives stays."),
                _("_Count…"), _("Count the ballots"), "votes.count", id, TRUE);
      add_step (box, _("Another town hall"), _("People of another commune can still vote before the count."),
                _("Open a _Session…"), _("Open another session"), "votes.open-session", id, FALSE);
      break;
    case TRH_POLL_OPEN:
      add_step (box, _("Another town hall"), _("Each session has an urn and codes of its own."),
                _("Open a _Session…"), _("Open another session"), "votes.open-session", id, FALSE);
      break;
    case TRH_POLL_COUNTED:
    default:
      break;
    }
}

/* Town halls that vote on a computer of their own. */
static void
add_bags (GtkWidget *box, TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) bags = trh_poll_find_bags (project, poll->base.id);
  AdwPreferencesGroup *group = add_group (box, _("On other computers"));
  GtkWidget *row;

  for (guint i = 0; i < bags->len; i++)
    {
      const TrhResultRecord *bag = trh_entity_peek_record (bags->pdata[i]);
      g_autofree char *place = trh_describe_id (project, bag->commune_id);
      g_autofree char *day = trh_day_say (bag->day);
      /* Translators: how many codes are in the bag, and a day */
      g_autofree char *words = g_strdup_printf (ngettext ("Bag with %1$d code, of %2$s. Its urn is not back yet.",
                                                          "Bag with %1$d codes, of %2$s. Its urn is not back yet.", bag->codes),
                                                bag->codes, day);
      g_autofree char *of_place = trh_text_of (place);
      /* Translators: %s is as in “of Séderon” */
      g_autofree char *name = g_strdup_printf (_("The bag %s was not used"), of_place);

      trh_plain_row_add_button (trh_plain_row_add (group, place, words), _("_Not Used…"), name, "votes.unpack", bag->base.id,
                                NULL);
    }
  row = trh_plain_row_add (group, _("Bag for a town hall"), _("For a laptop without this season: its session and its slips."));
  trh_plain_row_add_button (row, _("Prepare a _Bag…"), _("Prepare a bag for a town hall"), "votes.pack", poll->base.id, NULL);
  row = trh_plain_row_add (group, _("Closed urns that come back"), _("Choose them here, or drop them on this page."));
  trh_plain_row_add_button (row, _("Bring _In…"), _("Bring in closed urns"), "votes.bring-in", poll->base.id, NULL);
}

/* An open session: its console, or why there is none here. */
static GtkWidget *
make_session (TrhVoteDesk *desk, TrhResult *result)
{
  g_autoptr(GError) error = NULL;
  TrhVoteSession *session = trh_vote_desk_get_session (desk, result, &error);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (session == NULL)
    trh_plain_row_add (add_group (box, ""), _("The urn of this session cannot be used here"), error->message);
  else if (trh_urn_is_closed (trh_vote_session_get_urn (session)))
    add_step (box, _("The urn is closed"),
              _("The season does not know it yet, perhaps because the computer stopped in between."), _("_Note the Closing"),
              _("Note the closing in the season"), "votes.record-closing", trh_vote_session_get_id (session), TRUE);
  else
    {
      gtk_box_set_spacing (GTK_BOX (box), 18);
      gtk_box_append (GTK_BOX (box), trh_vote_console_new (session));
      gtk_box_append (GTK_BOX (box), trh_vote_call_off_new (session));
    }
  return box;
}

/* A town whose urn is closed; until the count its minutes are found here, then among the papers of the vote. */
static void
add_town (AdwPreferencesGroup *group, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *session)
{
  GtkWidget *row = trh_vote_add_town (group, project, poll, session);
  g_autofree char *town = trh_describe_id (project, session->commune_id);
  g_autofree char *of_town = trh_text_of (town);
  /* Translators: %s is as in “of Séderon” */
  g_autofree char *name = g_strdup_printf (_("Show the seal and the minutes %s"), of_town);

  if (session->state == TRH_RESULT_CLOSED)
    trh_plain_row_add_button (row, _("_Show…"), name, "votes.show-sealed", session->base.id, NULL);
}

static void
add_sessions (GtkWidget *box, TrhVoteDesk *desk, const TrhPollRecord *poll)
{
  TrhProject *project = trh_workspace_get_project (trh_vote_desk_get_workspace (desk));
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, poll->base.id);
  TrhResult *total = trh_poll_find_total (project, poll->base.id);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = trh_entity_peek_record (sessions->pdata[i]);

      if (session->state == TRH_RESULT_OPEN)
        {
          gtk_box_append (GTK_BOX (box), make_session (desk, sessions->pdata[i]));
          continue;
        }
      if (group == NULL)
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      add_town (group, project, poll, session);
    }
  if (group != NULL)
    {
      if (total != NULL)
        trh_vote_add_small_towns (group, poll, trh_entity_peek_record (TRH_ENTITY (total)));
      trh_title_group (group, _("Town halls"));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
    }
}

/* Sessions that were opened by mistake: they stand in the minutes too. */
static void
add_called_off (GtkWidget *box, TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) sessions = trh_poll_find_called_off (project, poll->base.id);
  AdwPreferencesGroup *group = sessions->len > 0 ? add_group (box, _("Called-off sessions")) : NULL;

  for (guint i = 0; i < sessions->len; i++)
    trh_vote_add_called_off (group, project, trh_entity_peek_record (sessions->pdata[i]));
}

static void
add_ballot (GtkWidget *box, const TrhPollRecord *poll)
{
  const TrhMethod *method = trh_method_find (poll->method);
  AdwPreferencesGroup *group = add_group (box, _("The ballot"));
  g_autofree char *limits = trh_poll_say_limits (poll);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d artist to choose", "%d artists to choose", poll->seats), poll->seats);

  if (method != NULL)
    trh_plain_row_add (group, _(method->name), _(method->sentence));
  else
    trh_plain_row_add (group, poll->method, _("This version of the program cannot count this method."));
  trh_plain_row_add (group, seats, trh_poll_say_ties (poll));
  if (poll->ballot == TRH_BALLOT_APPROVAL)
    trh_plain_row_add (group, _("What voters may tick"), limits);
  if (*poll->who_votes != '\0')
    trh_plain_row_add (group, _("Who may vote"), poll->who_votes);

  if (poll->state == TRH_POLL_READY) /* ahead of the session, whose console prints them too */
    {
      GtkWidget *row = trh_plain_row_add (group, _("Ballots on paper"), _("For those who prefer paper to a screen."));

      trh_plain_row_add_button (row, _("_Print Ballots…"), _("Print paper ballots"), "votes.print-ballots", poll->base.id, NULL);
    }

  group = add_group (box, _("Artists on the ballot"));
  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];
      GtkWidget *row = trh_plain_row_add (group, candidate->name, NULL);
      GtkWidget *letter = gtk_label_new (candidate->letter);

      gtk_widget_add_css_class (letter, "title-4");
      gtk_widget_add_css_class (letter, "accent");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), letter);
    }
}

static void
add_heading (GtkWidget *box, const TrhPollRecord *poll)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  g_autofree char *state = poll->rehearsal ? g_strconcat (C_("stamp", "REHEARSAL · "), trh_vote_say_state (poll->state), NULL)
                                           : g_strdup (trh_vote_say_state (poll->state));
  GtkWidget *words = gtk_label_new (state);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_label_set_label (GTK_LABEL (heading), poll->question);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, poll->rehearsal ? "warning" : "dim-label");
  gtk_box_append (GTK_BOX (titles), heading);
  gtk_box_append (GTK_BOX (titles), words);
  gtk_box_append (GTK_BOX (box), titles);
}

/**
 * trh_vote_view_new:
 * @desk: keeps the urns
 * @poll: what is shown, as it is now
 *
 * Returns: (transfer floating): a column of groups, made again when the poll changes
 */
GtkWidget *
trh_vote_view_new (TrhVoteDesk *desk, TrhPoll *poll)
{
  TrhProject *project = trh_workspace_get_project (trh_vote_desk_get_workspace (desk));
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  TrhResult *total = trh_poll_find_total (project, record->base.id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *reminder = trh_vote_purge_reminder_new (project, record);

  add_heading (box, record);
  if (reminder != NULL)
    gtk_box_append (GTK_BOX (box), reminder);
  if (record->state != TRH_POLL_DRAFT)
    gtk_box_append (GTK_BOX (box), trh_vote_strays_new (desk, poll));
  if (record->state == TRH_POLL_OPEN)
    {
      add_sessions (box, desk, record);
      add_next (box, record);
    }
  else
    {
      add_next (box, record);
      if (total != NULL)
        gtk_box_append (GTK_BOX (box), trh_vote_results_new (project, record, trh_entity_peek_record (TRH_ENTITY (total))));
      add_sessions (box, desk, record);
      if (total != NULL)
        {
          gtk_box_append (GTK_BOX (box), trh_vote_papers_new (project, record, trh_entity_peek_record (TRH_ENTITY (total))));
          gtk_box_append (GTK_BOX (box), trh_vote_purge_group_new (project, record));
        }
    }
  if (record->state != TRH_POLL_DRAFT && record->state != TRH_POLL_COUNTED)
    add_bags (box, project, record);
  add_called_off (box, project, record);
  add_ballot (box, record);
  return box;
}
