/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-booth.h"

#include <glib/gi18n.h>
#include <string.h>

#include "booth/trh-booth-window.h"
#include "pages/trh-vote-step.h"

#define PIN_LENGTH 6

static void
on_left (TrhBoothWindow *booth, GtkWindow *window)
{
  const gboolean alone = trh_booth_window_is_shut (booth) || trh_booth_window_is_alone (booth); /* or never opened */

  gtk_window_destroy (GTK_WINDOW (booth));
  gtk_window_present (window);
  if (!alone)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s",
                                _("This desktop kept its own keys during the vote: somebody should stay near the booth."));
}

/**
 * trh_vote_open_booth:
 * @window: of the console; hidden until an organiser leaves the booth
 * @session: an open session
 * @pin: six digits
 */
void
trh_vote_open_booth (GtkWidget *window, TrhVoteSession *session, const char *pin)
{
  TrhBoothWindow *booth = trh_booth_window_new (trh_vote_session_peek_kit (session)->paper,
                                                TRH_BALLOT_BOX (trh_vote_session_get_urn (session)), pin);

  gtk_window_set_application (GTK_WINDOW (booth), gtk_window_get_application (GTK_WINDOW (window)));
  g_signal_connect_object (booth, "left", G_CALLBACK (on_left), window, 0);
  trh_booth_window_shut (booth);
  gtk_window_present (GTK_WINDOW (booth));
  gtk_widget_set_visible (window, FALSE); /* after it, lest the program ends without a window */
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
  trh_vote_open_booth (self->parent, self->entity, pin);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

/**
 * trh_vote_ask_booth:
 * @window: of the console
 * @session: an open session
 */
void
trh_vote_ask_booth (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteStep *self;
  AdwPreferencesGroup *group;

  if (trh_urn_is_stopped (trh_vote_session_get_urn (session)))
    {
      gtk_widget_activate_action (window, "win.tell", "s", _("The vote has ended."));
      return;
    }
  self = trh_vote_step_new (window, NULL, session, _("Open the Booth"), _("_Open the Booth"), accept_pin);
  group = trh_vote_dialog_add_group (self->dialog, _("Code of the organisers"),
                                     _("Choose six digits. They lock the booth: only who knows them can leave it, and nobody "
                                       "sees a ballot with them."));
  self->rows[0] = trh_vote_dialog_add_secret (group, _("Six digits"));
  self->rows[1] = trh_vote_dialog_add_secret (group, C_("six digits", "The same again"));
  for (guint i = 0; i < 2; i++)
    trh_entry_row_set_purpose (TRH_ENTRY_ROW (self->rows[i]), GTK_INPUT_PURPOSE_PIN);
  trh_vote_dialog_present (self->dialog);
}
