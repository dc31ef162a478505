/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-keys.h"

#include <glib/gi18n.h>

#include "pages/trh-vote-recovery.h"
#include "pages/trh-vote-step.h"

static void
keys_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  TrhVoteDesk *desk = TRH_VOTE_DESK (source);
  g_autoptr(GError) error = NULL;
  TrhSecret *secret = trh_vote_desk_make_keys_finish (desk, result, &error);
  TrhKeys *keys = secret != NULL ? trh_vote_desk_load_keys (desk, self->entity, &error) : NULL;

  if (keys != NULL) /* now, while the secret is at hand */
    trh_vote_offer_recovery (self->parent, self->entity, keys, secret);
  g_clear_pointer (&secret, trh_secret_free);
  g_clear_pointer (&keys, trh_keys_free);
  trh_vote_step_end (self, _("The keys are made. A session can be opened."), error);
}

/* Rows: two names, then the passphrase of each and the same again. */
static void
accept_keys (TrhVoteStep *self)
{
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };
  const char *const passphrases[] = { trh_vote_step_get_text (self, 2), trh_vote_step_get_text (self, 4) };

  if (!trh_vote_step_check_names (self))
    return;
  for (guint i = 0; i < 2; i++)
    {
      if (g_utf8_strlen (passphrases[i], -1) < TRH_MIN_PASSPHRASE)
        {
          g_autofree char *sentence = g_strdup_printf (
            /* Translators: a number of characters */
            ngettext ("A passphrase has at least %d character.", "A passphrase has at least %d characters.", TRH_MIN_PASSPHRASE),
            TRH_MIN_PASSPHRASE);

          trh_vote_dialog_refuse (self->dialog, sentence, self->rows[2 + 2 * i]);
          return;
        }
      if (!g_str_equal (passphrases[i], trh_vote_step_get_text (self, 3 + 2 * i)))
        {
          trh_vote_dialog_refuse (self->dialog, _("The passphrase was not typed alike twice."), self->rows[3 + 2 * i]);
          return;
        }
    }
  trh_vote_step_begin (self, _("Making the keys…"));
  trh_vote_desk_make_keys_async (self->desk, self->entity, names, passphrases, keys_made, self);
}

void
trh_vote_ask_keys (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  TrhVoteStep *self = trh_vote_step_new (page, desk, poll, _("Make the Keys"), _("_Make the Keys"), accept_keys);
  AdwPreferencesGroup *group;

  trh_vote_dialog_set_tall (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("Two people"),
                                     _("Each keeps a passphrase. Both are needed to open the urns after the vote; without them "
                                       "nobody can read a ballot, and the votes are lost. From now on the question and the "
                                       "artists are fixed."));
  trh_vote_step_add_names (self, group);
  group = trh_vote_dialog_add_group (self->dialog, _("Passphrase of the first person"),
                                     _("Several words are best. The other person looks away."));
  self->rows[2] = trh_vote_dialog_add_secret (group, _("Passphrase"));
  self->rows[3] = trh_vote_dialog_add_secret (group, C_("passphrase", "The same again"));
  group = trh_vote_dialog_add_group (self->dialog, _("Passphrase of the second person"), NULL);
  self->rows[4] = trh_vote_dialog_add_secret (group, _("Passphrase"));
  self->rows[5] = trh_vote_dialog_add_secret (group, C_("passphrase", "The same again"));
  trh_vote_dialog_present (self->dialog);
}
