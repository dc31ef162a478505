/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-recovery.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-recovery-sheet.h"
#include "pages/trh-vote-save.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"

/* What a worker prints; reference counted. The secret is wiped with the last reference: the window has one, and the
 * file while it is chosen and written. */
typedef struct {
  char      *question;
  TrhKeys   *keys;
  TrhSecret *secret;
  gboolean   rehearsal;
} Sheet;

typedef struct {
  GtkWidget     *parent;    /* (owned): has the action win.tell */
  TrhVoteDialog *dialog;    /* (nullable): until it is closed */
  Sheet         *sheet;     /* (owned) */
  gboolean       may_close; /* it is saved, or not wanted */
  guint          n_users;   /* the window, and what it asks */
} Offer;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->question);
  trh_keys_free (sheet->keys);
  trh_secret_free (sheet->secret);
}

static void
sheet_release (gpointer sheet)
{
  g_atomic_rc_box_release_full (sheet, sheet_clear);
}

static void
offer_leave (gpointer data)
{
  Offer *self = data;

  if (--self->n_users > 0)
    return;
  sheet_release (self->sheet);
  g_object_unref (self->parent);
  g_free (self);
}

static void
on_destroy (Offer *self)
{
  self->dialog = NULL;
  offer_leave (self);
}

static GBytes *
print (gpointer data, GError **error)
{
  const Sheet *sheet = data;
  char today[TRH_DAY_TEXT];

  return trh_recovery_sheet_print (sheet->question, sheet->keys, sheet->secret, trh_day_write (trh_day_today (), today),
                                   sheet->rehearsal, error);
}

static void
saved (const GError *error, gpointer user_data)
{
  Offer *self = user_data;

  if (error == NULL)
    {
      self->may_close = TRUE;
      gtk_widget_activate_action (self->parent, "win.tell", "s",
                                  _("The recovery sheet is saved. Print it, seal the envelope, then delete the file."));
      if (self->dialog != NULL)
        gtk_window_close (GTK_WINDOW (self->dialog));
    }
  else if (self->dialog != NULL)
    trh_vote_dialog_refuse (self->dialog, error->message, NULL);
  else
    gtk_widget_activate_action (self->parent, "win.tell", "s", error->message);
}

static void
on_accepted (Offer *self)
{
  const TrhVoteDocument document = {
    .title = _("Save the recovery sheet"), .name = _("recovery-sheet.pdf"), .secret = TRUE, .print = print,
    .document = g_atomic_rc_box_acquire (self->sheet), .free_document = sheet_release };

  self->n_users++;
  trh_vote_save (GTK_WIDGET (self->dialog), &document, saved, self, offer_leave);
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
             "later."), _("Close _Without It"), TRUE, answered, self);
  return TRUE;
}

/**
 * trh_vote_offer_recovery:
 * @parent: a widget of a window with the action win.tell
 * @poll: whose keys they are
 * @keys: (transfer full): its keys
 * @secret: (transfer full): what they lock; wiped when the window is closed
 *
 * Asks to save the sheet. It is never written anywhere else.
 */
void
trh_vote_offer_recovery (GtkWidget *parent, TrhPoll *poll, TrhKeys *keys, TrhSecret *secret)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  Offer *self = g_new0 (Offer, 1);

  self->parent = g_object_ref (parent);
  self->n_users = 1;
  self->sheet = g_atomic_rc_box_new0 (Sheet);
  self->sheet->question = g_strdup (record->question);
  self->sheet->rehearsal = record->rehearsal;
  self->sheet->keys = keys;
  self->sheet->secret = secret;
  self->dialog = trh_vote_dialog_new (parent, _("Recovery Sheet"), _("_Save…"));
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  trh_vote_dialog_add_group (self->dialog, _("For the day when a passphrase is lost"),
                             _("One page with the secret key of this vote, in four lines to type. It replaces both passphrases: "
                               "who has it opens every ballot alone."));
  trh_vote_dialog_add_group (self->dialog, _("Into an envelope, at once"),
                             _("Save it on a USB stick, print it, put it into an envelope that both of you sign across the "
                               "flap, and give it to somebody who keeps no passphrase. Then delete the file."));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
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
    trh_vote_offer_recovery (self->parent, self->entity, keys, g_steal_pointer (&secret));
  g_clear_pointer (&secret, trh_secret_free);
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
