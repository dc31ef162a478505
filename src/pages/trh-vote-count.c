/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-count.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "pages/trh-vote-step.h"

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_count_finish (TRH_VOTE_DESK (source), result, &error);
  trh_vote_step_end (user_data, _("The ballots are counted."), error);
}

static void
accept_count (TrhVoteStep *self)
{
  const char *const passphrases[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };

  trh_vote_step_begin (self, _("Opening the urns and counting…"));
  trh_vote_desk_count_async (self->desk, self->entity, passphrases, counted, self);
}

void
trh_vote_ask_count (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
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
  self = trh_vote_step_new (page, desk, poll, _("Count the Ballots"), _("_Count"), accept_count);
  group = trh_vote_dialog_add_group (self->dialog, _("The two passphrases"),
                                     _("The ballots are opened together, in no order, and only their sums are kept."));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *of = trh_text_of (trh_keys_get_holder (keys, i));
      /* Translators: %s is the person who keeps it, as in "of Anne Faure" */
      g_autofree char *title = g_strdup_printf (_("Passphrase %s"), of);

      self->rows[i] = trh_vote_dialog_add_secret (group, title);
    }
  trh_vote_dialog_present (self->dialog);
}
