/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-count.h"

#include <glib/gi18n.h>

#include "core/model/trh-poll-words.h"
#include "pages/trh-vote-step.h"

/* What is typed in the window, by row */
enum {
  FIRST_PASSPHRASE, /* as trh_vote_step_add_passphrases() has them */
  SECOND_PASSPHRASE,
  FIRST_LINE, /* of TRH_RECOVERY_LINES */
  SEED = FIRST_LINE + TRH_RECOVERY_LINES,
};

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_count_finish (TRH_VOTE_DESK (source), result, &error);
  trh_vote_step_end (user_data, _("The ballots are counted."), error);
}

static gboolean
is_shown (TrhVoteStep *self, guint row)
{
  GtkWidget *group = self->rows[row] != NULL ? gtk_widget_get_ancestor (self->rows[row], ADW_TYPE_PREFERENCES_GROUP) : NULL;

  return group != NULL && gtk_widget_get_visible (group);
}

/* Says which of the rows that are shown is empty. */
static gboolean
check_filled (TrhVoteStep *self, guint first, guint n, const char *sentence)
{
  for (guint row = first; row < first + n; row++)
    {
      g_autofree char *text = is_shown (self, row) ? g_strstrip (g_strdup (trh_vote_step_get_text (self, row))) : NULL;
      const gboolean empty = text != NULL && *text == '\0';

      g_clear_pointer (&text, trh_passphrase_free);
      if (empty)
        {
          trh_vote_dialog_refuse (self->dialog, sentence, self->rows[row]);
          return FALSE;
        }
    }
  return TRUE;
}

static void
accept_count (TrhVoteStep *self)
{
  const gboolean by_sheet = is_shown (self, FIRST_LINE);
  g_autofree char *seed = is_shown (self, SEED) ? g_strstrip (g_strdup (trh_vote_step_get_text (self, SEED))) : NULL;
  TrhVoteCounting how = { .by_sheet = by_sheet, .seed = seed };

  if (!check_filled (self, FIRST_PASSPHRASE, 2, _("Both passphrases are needed.")) ||
      !check_filled (self, FIRST_LINE, TRH_RECOVERY_LINES, _("All four lines of the sheet are needed.")) ||
      !check_filled (self, SEED, 1, _("Write the text that was drawn in public.")))
    return;
  for (guint i = 0; i < 2 && !by_sheet; i++)
    how.passphrases[i] = trh_vote_step_get_text (self, FIRST_PASSPHRASE + i);
  for (guint i = 0; i < TRH_RECOVERY_LINES && by_sheet; i++)
    how.sheet[i] = trh_vote_step_get_text (self, FIRST_LINE + i);
  trh_vote_step_begin (self, _("Opening the urns and counting…"));
  trh_vote_desk_count_async (self->desk, self->entity, &how, counted, self);
}

/* @keys: (nullable): they are on another computer */
static AdwPreferencesGroup *
add_passphrases (TrhVoteStep *self, const TrhKeys *keys)
{
  AdwPreferencesGroup *group =
    trh_vote_dialog_add_group (self->dialog, _("The two passphrases"),
                               _("The ballots are opened together, in no order, and only their sums are kept."));

  if (keys != NULL)
    trh_vote_step_add_passphrases (self, group, keys);
  gtk_widget_set_visible (GTK_WIDGET (group), keys != NULL);
  return group;
}

static AdwPreferencesGroup *
add_sheet (TrhVoteStep *self, const TrhKeys *keys)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("The recovery sheet"),
    keys != NULL ? _("Its four lines do what both passphrases do. Put it back into its envelope, and write in the minutes why it "
                     "was opened.")
                 : _("The keys of this vote are not on this computer. The four lines of the sheet do what both passphrases do."));

  for (guint i = 0; i < TRH_RECOVERY_LINES; i++)
    {
      /* Translators: number of a line */
      g_autofree char *title = g_strdup_printf (_("Line %u"), i + 1);

      self->rows[FIRST_LINE + i] = trh_vote_dialog_add_secret (group, title);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), keys == NULL);
  return group;
}

/* Before anybody knows who is equal: so nobody can choose the text. */
static void
add_draw (TrhVoteStep *self)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("The public draw"),
    _("Now that all urns are sealed, somebody throws dice or draws slips in front of everybody. What came out decides between "
      "equals, if there are any, and is written in the minutes: anybody can check it."));

  self->rows[SEED] = trh_vote_dialog_add_entry (group, _("What was drawn, as in “4 2 6 1 5”"), "");
}

void
trh_vote_ask_count (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  g_autoptr(TrhKeys) keys = trh_vote_desk_load_keys (desk, poll, NULL); /* without them the sheet is asked for */
  TrhVoteStep *self = trh_vote_step_new (page, desk, poll, _("Count the Ballots"), _("_Count"), accept_count);
  AdwPreferencesGroup *passphrases, *sheet;

  if (trh_poll_needs_draw (trh_entity_peek_record (TRH_ENTITY (poll))))
    {
      trh_vote_dialog_set_tall (self->dialog);
      add_draw (self);
    }
  passphrases = add_passphrases (self, keys);
  if (keys != NULL)
    {
      AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, "", NULL);
      GtkWidget *use_sheet = trh_vote_dialog_add_switch (group, _("Use the recovery sheet instead"),
                                                         _("When a passphrase is lost, or its holder is not there"), FALSE);

      sheet = add_sheet (self, keys);
      g_object_bind_property (use_sheet, "active", sheet, "visible", G_BINDING_DEFAULT);
      g_object_bind_property (use_sheet, "active", passphrases, "visible", G_BINDING_INVERT_BOOLEAN);
    }
  else
    add_sheet (self, NULL);
  trh_vote_dialog_present (self->dialog);
}
