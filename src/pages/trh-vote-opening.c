/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-opening.h"

#include <glib/gi18n.h>

#include "pages/trh-vote-codes.h"
#include "pages/trh-vote-step.h"

#define COMMUNE 2 /* row, after two names */

static void
session_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autoptr(GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (self->parent)));
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteSession) session = trh_vote_desk_open_session_finish (TRH_VOTE_DESK (source), result, &error);

  trh_vote_step_end (self, _("The session is open."), error);
  if (session != NULL)
    trh_vote_show_codes (window, session, trh_vote_session_peek_codes (session));
}

static void
accept_opening (TrhVoteStep *self)
{
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };
  TrhCommune *commune = trh_vote_step_get_commune (self, COMMUNE);

  if (commune == NULL || !trh_vote_step_check_names (self))
    return;
  trh_vote_step_begin (self, _("Making an empty urn and its codes…"));
  trh_vote_desk_open_session_async (self->desk, self->entity, trh_entity_get_id (TRH_ENTITY (commune)), names, session_opened,
                                    self);
}

void
trh_vote_ask_opening (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  TrhVoteStep *self = trh_vote_step_new (page, desk, poll, _("Open a Session"), _("_Open the Session"), accept_opening);
  AdwPreferencesGroup *group;

  trh_vote_step_add_copied (self);
  trh_vote_step_add_communes (self, COMMUNE);
  trh_vote_step_add_clock (self);
  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"),
                                     _("They see together that the urn is empty; their names are kept with the opening."));
  trh_vote_step_add_names (self, group);
  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_dialog_present (self->dialog);
}
