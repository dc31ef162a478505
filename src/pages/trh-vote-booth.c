/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-booth.h"

#include <glib/gi18n.h>
#include <string.h>

#include "booth/trh-booth-window.h"
#include "pages/trh-vote-step.h"

#define PIN_LENGTH 6

static void
on_left (TrhBoothWindow *window, TrhPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  gtk_window_destroy (GTK_WINDOW (window));
  if (GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (root));
}

/**
 * trh_vote_open_booth:
 * @session: an open session whose urn is on this computer
 * @pin: six digits
 * @error: return location for an error of the urn
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_open_booth (TrhPage *page, TrhVoteDesk *desk, TrhResult *session, const char *pin, GError **error)
{
  TrhProject *project = trh_workspace_get_project (trh_page_get_workspace (page));
  const TrhResultRecord *record = trh_entity_peek_record (TRH_ENTITY (session));
  const TrhPollRecord *poll = trh_project_find_record (project, TRH_POLLS, record->poll_id);
  TrhUrn *urn = poll != NULL ? trh_vote_desk_get_urn (desk, session, error) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr(TrhBallotPaper) paper = NULL;
  TrhBoothWindow *window;

  if (urn == NULL)
    {
      if (poll == NULL)
        g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("This vote is no longer in the season."));
      return FALSE;
    }
  paper = trh_poll_make_paper (project, poll);
  window = trh_booth_window_new (paper, TRH_BALLOT_BOX (urn), pin);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (GTK_WINDOW (root)));
  g_signal_connect_object (window, "left", G_CALLBACK (on_left), page, 0);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
accept_pin (TrhVoteStep *self)
{
  const char *pin = trh_vote_step_get_text (self, 0);

  if (strlen (pin) != PIN_LENGTH || strspn (pin, "0123456789") != PIN_LENGTH)
    {
      trh_vote_dialog_refuse (self->dialog, _("The code of the organisers has six digits."), self->rows[0]);
      return;
    }
  if (!g_str_equal (pin, trh_vote_step_get_text (self, 1)))
    {
      trh_vote_dialog_refuse (self->dialog, _("The code was not typed alike twice."), self->rows[1]);
      return;
    }
  gtk_widget_activate_action (self->parent, "votes.open-booth", "(ss)", trh_entity_get_id (self->entity), pin);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

void
trh_vote_ask_pin (TrhPage *page, TrhResult *session)
{
  TrhVoteStep *self = trh_vote_step_new (page, NULL, session, _("Open the Booth"), _("_Open the Booth"), accept_pin);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("Code of the organisers"),
    _("Choose six digits. They lock the booth: only who knows them can leave it, and nobody sees a ballot with them."));

  self->rows[0] = trh_vote_dialog_add_secret (group, _("Six digits"));
  self->rows[1] = trh_vote_dialog_add_secret (group, _("The same again"));
  for (guint i = 0; i < 2; i++)
    trh_entry_row_set_purpose (TRH_ENTRY_ROW (self->rows[i]), GTK_INPUT_PURPOSE_PIN);
  trh_vote_dialog_present (self->dialog);
}
