/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-recovery-sheet.h"

#include <glib/gi18n.h>

/**
 * trh_recovery_sheet_new:
 * @question: of the vote
 * @keys: of the vote
 * @secret: its secret key, unlocked by both people
 * @day: as YYYY-MM-DD
 * @rehearsal: whether it is stamped
 *
 * A page for a sealed envelope. Print it and keep no file: who has it opens every ballot alone. The key in it is wiped
 * when it is freed.
 *
 * Returns: (transfer full): the page
 */
TrhSheet *
trh_recovery_sheet_new (const char *question, const TrhKeys *keys, const TrhSecret *secret, const char *day, gboolean rehearsal)
{
  TrhSheet *sheet = trh_sheet_new (_("Recovery sheet"), day);
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];
  g_autofree char *holders = NULL;

  if (rehearsal)
    trh_sheet_set_stamp (sheet, C_("stamp", "REHEARSAL"));
  /* Translators: the two people who keep a passphrase */
  holders = g_strdup_printf (_("The passphrases are kept by %1$s and %2$s. This page is for the day when one of them is lost: "
                               "it replaces both."), trh_keys_get_holder (keys, 0), trh_keys_get_holder (keys, 1));
  trh_sheet_add_title (sheet, _("Recovery sheet"));
  trh_sheet_add_text (sheet, question);
  trh_sheet_add_text (sheet, holders);
  trh_sheet_add_heading (sheet, _("The secret key of this vote"));
  trh_recovery_write (secret, lines);
  for (guint line = 0; line < TRH_RECOVERY_LINES; line++)
    {
      g_autofree char *numbered = g_strdup_printf ("%u   %s", line + 1, lines[line]);

      trh_sheet_add_code (sheet, numbered);
      trh_passphrase_free (g_steal_pointer (&numbered));
    }
  trh_recovery_wipe (lines);
  trh_sheet_add_heading (sheet, _("What to do with it"));
  trh_sheet_add_text (sheet, _("Put it into an envelope at once, sign across the flap, both of you, and give it to somebody who "
                               "keeps no passphrase. Do not photograph it and keep no file of it."));
  trh_sheet_add_text (sheet, _("An envelope that was opened belongs on the minutes. After the count and the time for complaints, "
                               "destroy it with the ballots."));
  return sheet;
}
