/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-kit-opening.h"

#include <glib/gi18n.h>

#include "pages/trh-vote-codes.h"
#include "pages/trh-vote-kit.h"
#include "pages/trh-vote-step.h"

#define USUAL_CODES 60
#define MAX_CODES   1000

/* The rows after the two names. */
enum { ROW_RIGHT = 2, ROW_CODES };

/* What the step keeps. */
typedef struct {
  TrhKit       *kit;
  TrhVoteOpened opened;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  trh_kit_free (asked->kit);
  g_free (asked);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autoptr(GtkWidget) window = g_object_ref (self->parent);
  const TrhVoteOpened tell = ((Asked *) self->data)->opened;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteSession) session = trh_vote_kit_open_finish (result, &error);

  trh_vote_step_end (self, _("The session is open."), error);
  if (session == NULL)
    return;
  tell (window, session);
  if (trh_vote_session_peek_codes (session)->len > 0)
    trh_vote_show_codes (window, session, trh_vote_session_peek_codes (session));
}

static void
accept_opening (TrhVoteStep *self)
{
  const Asked *asked = self->data;
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };
  GtkSpinButton *codes = GTK_SPIN_BUTTON (self->rows[ROW_CODES]);

  if (!gtk_switch_get_active (GTK_SWITCH (self->rows[ROW_RIGHT])))
    {
      trh_vote_dialog_refuse (self->dialog,
                              _("Look at the clock first. When it is wrong, set the date and the time of this computer: the "
                                "minutes carry them."),
                              self->rows[ROW_RIGHT]);
      return;
    }
  if (!trh_vote_step_check_names (self))
    return;
  gtk_spin_button_update (codes); /* what was typed without leaving it */
  trh_vote_step_begin (self, _("Making an empty urn and its codes…"));
  trh_vote_kit_open_async (asked->kit, names, (guint) gtk_spin_button_get_value_as_int (codes), opened, self);
}

static void
add_codes (TrhVoteStep *self, const TrhKit *kit)
{
  const guint n = trh_urn_content_get_n_codes (kit->urn);
  g_autofree char *came = g_strdup_printf (ngettext ("%u code came with the kit, on a slip. More can be made here.",
                                                     "%u codes came with the kit, on slips. More can be made here.", n), n);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("Voting codes"), n > 0 ? came : _("One for each voter. Their slips are printed from here."));

  self->rows[ROW_CODES] = trh_vote_dialog_add_number (group, _("Codes to make"), NULL, n > 0 ? 0 : 1, MAX_CODES,
                                                      n > 0 ? 0 : USUAL_CODES);
}

/**
 * trh_vote_ask_kit_opening:
 * @window: with the action win.tell
 * @kit: whose session was not opened on this computer
 * @opened_func: called when it is
 */
void
trh_vote_ask_kit_opening (GtkWidget *window, const TrhKit *kit, TrhVoteOpened opened_func)
{
  TrhVoteStep *self = trh_vote_step_new (window, NULL, window, _("Open the Session"), _("_Open the Session"), accept_opening);
  Asked *asked = g_new0 (Asked, 1);
  AdwPreferencesGroup *group;

  asked->kit = trh_kit_copy (kit);
  asked->opened = opened_func;
  self->data = asked;
  self->free_data = asked_free;
  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_step_add_copied (self);
  group = trh_vote_step_add_clock (self);
  self->rows[ROW_RIGHT] = trh_vote_dialog_add_switch (group, _("The date and the time are right"), NULL, FALSE);
  trh_vote_step_add_names (self, trh_vote_dialog_add_group (
                                   self->dialog, _("Two organisers"),
                                   _("They see together that the urn is empty; their names are kept with the opening.")));
  add_codes (self, kit);
  trh_vote_dialog_present (self->dialog);
}
