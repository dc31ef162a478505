/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-recovery.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-recovery-sheet.h"
#include "pages/trh-vote-document.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"

typedef struct {
  GtkWidget     *parent;    /* (owned): has the action win.tell */
  TrhVoteDialog *dialog;    /* (nullable): until it is closed */
  TrhPrintout   *sheet;     /* with the key, which is wiped with the last reference */
  gboolean       may_close; /* it is printed, saved, or not wanted */
  guint          n_users;   /* the window, and what it asks */
} Offer;

static void
offer_leave (gpointer data)
{
  Offer *self = data;

  if (--self->n_users > 0)
    return;
  trh_printout_unref (self->sheet);
  g_object_unref (self->parent);
  g_free (self);
}

static void
on_destroy (Offer *self)
{
  self->dialog = NULL;
  offer_leave (self);
}

static void
handed_out (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  Offer *self = user_data;

  self->may_close = self->may_close || error == NULL;
  trh_vote_tell_handed_out (self->parent, self->dialog, way, error, sentence);
}

static void
hand_out (Offer *self, TrhVoteWay way)
{
  const TrhVoteDocument document = {
    .printout = trh_printout_ref (self->sheet), .job = _("Recovery sheet"), .save_title = _("Save the recovery sheet"),
    .file_name = _("recovery-sheet.pdf"),
    .printed = _("The recovery sheet is sent to the printer. Seal the envelope at once."),
    .saved = _("The recovery sheet is saved. Print it, seal the envelope, then delete the file.") };

  self->n_users++;
  trh_vote_hand_out (GTK_WIDGET (self->dialog), way, &document, handed_out, self, offer_leave);
}

static void
on_accepted (Offer *self)
{
  hand_out (self, TRH_VOTE_PRINT);
}

static void
on_save (Offer *self)
{
  hand_out (self, TRH_VOTE_SAVE);
}

static void
close_window (gpointer window)
{
  gtk_window_close (window);
  g_object_unref (window);
}

static void
answered (const char *response, gpointer user_data)
{
  Offer *self = user_data;

  if (!g_str_equal (response, "do") || self->dialog == NULL)
    return;
  self->may_close = TRUE;
  g_idle_add_once (close_window, g_object_ref (self->dialog)); /* after the question, which is still above it */
}

static gboolean
on_close_request (Offer *self)
{
  if (self->may_close)
    return FALSE;
  trh_ask (GTK_WIDGET (self->dialog), _("Close without a recovery sheet?"),
           _("If one of the two passphrases is lost, so are all votes. As long as both are known, the sheet can still be made "
             "later."), C_("recovery sheet", "Close _Without It"), TRUE, answered, self);
  return TRUE;
}

/**
 * trh_vote_offer_recovery:
 * @parent: a widget of a window with the action win.tell
 * @poll: whose keys they are
 * @keys: its keys
 * @secret: what they lock
 *
 * Asks to print the sheet, which is wiped from memory once the window is closed. It is never written anywhere else.
 */
void
trh_vote_offer_recovery (GtkWidget *parent, TrhPoll *poll, const TrhKeys *keys, const TrhSecret *secret)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  char today[TRH_DAY_TEXT];
  Offer *self = g_new0 (Offer, 1);
  AdwPreferencesGroup *group;

  self->parent = g_object_ref (parent);
  self->n_users = 1;
  self->sheet = trh_printout_new_secret (trh_recovery_sheet_new (record->question, keys, secret,
                                                                 trh_day_write (trh_day_today (), today), record->rehearsal));
  self->dialog = trh_vote_dialog_new (parent, _("Recovery Sheet"), _("_Print…"));
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  trh_vote_dialog_add_group (self->dialog, _("For the day when a passphrase is lost"),
                             _("One page with the secret key of this vote, in four lines to type. It replaces both passphrases: "
                               "who has it opens every ballot alone."));
  group = trh_vote_dialog_add_group (self->dialog, _("Into an envelope, at once"),
                                     _("Print it, put it into an envelope that both of you sign across the flap, and give it to "
                                       "somebody who keeps no passphrase. Printing leaves no file."));
  trh_vote_dialog_offer_file (self->dialog, group, _("No printer here"),
                              _("A PDF on a USB stick, to print elsewhere. Delete it afterwards."));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->dialog, "save", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (on_close_request), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  trh_vote_dialog_present (self->dialog);
}

/* --- later --- */

static void
unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  TrhVoteDesk *desk = TRH_VOTE_DESK (source);
  g_autoptr(GError) error = NULL;
  TrhSecret *secret = trh_vote_desk_unlock_finish (desk, result, &error);
  TrhKeys *keys = secret != NULL ? trh_vote_desk_load_keys (desk, self->entity, &error) : NULL;

  if (keys != NULL)
    trh_vote_offer_recovery (self->parent, self->entity, keys, secret);
  g_clear_pointer (&secret, trh_secret_free);
  g_clear_pointer (&keys, trh_keys_free);
  trh_vote_step_end (self, NULL, error);
}

static void
accept_passphrases (TrhVoteStep *self)
{
  const char *const passphrases[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };
  g_autoptr(GError) error = NULL;
  TrhKeys *keys = trh_vote_desk_load_keys (self->desk, self->entity, &error);

  if (keys == NULL)
    {
      trh_vote_dialog_refuse (self->dialog, error->message, NULL);
      return;
    }
  trh_vote_step_begin (self, _("Unlocking the keys…"));
  trh_vote_desk_unlock_async (self->desk, keys, passphrases, unlocked, self);
}

/**
 * trh_vote_ask_recovery:
 * @poll: a poll whose keys are on this computer
 *
 * Asks for both passphrases, then offers the sheet.
 */
void
trh_vote_ask_recovery (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKeys) keys = trh_vote_desk_load_keys (desk, poll, &error);
  AdwPreferencesGroup *group;
  TrhVoteStep *self;

  if (keys == NULL)
    {
      trh_page_tell (page, error->message);
      return;
    }
  self = trh_vote_step_new (page, desk, poll, _("Recovery Sheet"), _("_Unlock"), accept_passphrases);
  group = trh_vote_dialog_add_group (self->dialog, _("The two passphrases"),
                                     _("The secret key of this vote is printed on one page, for a sealed envelope."));
  trh_vote_step_add_passphrases (self, group, keys);
  trh_vote_dialog_present (self->dialog);
}
