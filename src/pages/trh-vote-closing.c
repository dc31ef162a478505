/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-closing.h"

#include <glib/gi18n.h>

#include "core/voting/trh-explain.h"
#include "pages/trh-vote-step.h"

static void
session_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_close_session_finish (TRH_VOTE_DESK (source), result, &error);
  trh_vote_step_end (user_data, _("The urn is closed and sealed."), error);
}

static void
accept_closing (TrhVoteStep *self)
{
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };

  if (!trh_vote_step_check_names (self))
    return;
  trh_vote_step_begin (self, _("Closing the urn…"));
  trh_vote_desk_close_session_async (self->desk, self->entity, names, session_closed, self);
}

void
trh_vote_ask_closing (TrhPage *page, TrhVoteDesk *desk, TrhResult *session)
{
  g_autoptr(GError) error = NULL;
  TrhUrn *urn = trh_vote_desk_get_urn (desk, session, &error);
  TrhVoteStep *self;
  g_autofree char *figures = NULL;
  AdwPreferencesGroup *group;

  if (urn == NULL)
    {
      trh_page_tell (page, error->message);
      return;
    }
  self = trh_vote_step_new (page, desk, session, _("Close the Urn"), _("_Close the Urn"), accept_closing);
  figures = trh_explain_urn (trh_urn_get_n_ballots (urn), trh_urn_content_get_n_ballots (trh_urn_peek_content (urn)),
                             trh_urn_get_n_codes (urn));
  group = trh_vote_dialog_add_group (self->dialog, figures,
                                     _("After closing, nobody can vote in this session any more. Count the signatures on the "
                                       "roll: there should be as many."));
  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"), _("They close the urn together."));
  trh_vote_step_add_names (self, group);
  trh_vote_dialog_present (self->dialog);
}
