/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-call-off.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/model/trh-poll-words.h"
#include "pages/trh-vote-console-row.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-note-row.h"
#include "widgets/trh-plain-row.h"

/* A session that was opened by mistake. */

#define ROW_REASON 2 /* after the two names */

/* Gone with the first voter. */
static void
show_row (GtkWidget *row, TrhVoteSession *session)
{
  gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP),
                          trh_urn_is_empty (trh_vote_session_get_urn (session)));
}

/**
 * trh_vote_call_off_new:
 * @session: an open session of a season
 *
 * Returns: (transfer floating): a group that offers to call it off, on a page with the action votes.call-off; not to be seen
 *   once somebody has voted
 */
GtkWidget *
trh_vote_call_off_new (TrhVoteSession *session)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = trh_vote_console_row_new ("edit-undo-symbolic", _("Opened by mistake?"),
                                             _("As long as nobody has voted, the session can be called off."));

  trh_plain_row_add_button (row, _("_Call Off the Session…"), _("Call off the session"), "votes.call-off",
                            trh_vote_session_get_id (session), NULL);
  adw_preferences_group_add (group, row);
  trh_vote_console_row_follow (row, session, show_row);
  return GTK_WIDGET (group);
}

static void
called_off (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_call_off_finish (TRH_VOTE_DESK (source), result, &error);
  trh_vote_step_end (user_data, _("The session is called off. Its codes are void."), error);
}

static void
accept_call_off (TrhVoteStep *self)
{
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };
  g_autofree char *reason = g_strstrip (trh_note_row_dup_text (TRH_NOTE_ROW (self->rows[ROW_REASON])));

  if (*reason == '\0')
    {
      trh_vote_dialog_refuse (self->dialog, _("Write why the session is called off: it stands in the minutes."),
                              trh_note_row_get_view (TRH_NOTE_ROW (self->rows[ROW_REASON])));
      return;
    }
  if (!trh_vote_step_check_names (self))
    return;
  trh_vote_step_begin (self, _("Calling the session off…"));
  trh_vote_desk_call_off_async (self->desk, self->entity, names, reason, called_off, self);
}

void
trh_vote_ask_call_off (TrhPage *page, TrhVoteDesk *desk, TrhResult *session)
{
  TrhVoteStep *self = trh_vote_step_new (page, desk, session, _("Call Off the Session"), _("_Call Off"), accept_call_off);
  AdwPreferencesGroup *group;

  group = trh_vote_dialog_add_group (self->dialog, _("For the minutes"),
                                     _("The urn is removed and its codes are void: tear up the slips. That the session was "
                                       "opened and called off stands in the minutes of all sessions. It is not undone; another "
                                       "session can be opened."));
  self->rows[ROW_REASON] = trh_note_row_new (_("Why it is called off"));
  adw_preferences_group_add (group, self->rows[ROW_REASON]);
  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"), _("They see together that nobody has voted."));
  trh_vote_step_add_names (self, group);
  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_dialog_present (self->dialog);
}

/* A row of a session that was called off, with the reason. */
void
trh_vote_add_called_off (AdwPreferencesGroup *group, TrhProject *project, const TrhResultRecord *session)
{
  g_autofree char *town = trh_describe_id (project, session->commune_id);
  g_autofree char *words = trh_result_say_called_off (session);

  trh_plain_row_add (group, town, words);
}
