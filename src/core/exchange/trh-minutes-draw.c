/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/exchange/trh-minutes-private.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-lot.h"

#define SUM_START 8 /* hexadecimal digits: enough to compare, few enough to read aloud */

/* What whoever checks the draw types to have the sum of one artist, (transfer full). */
static char *
make_command (const char *seed, const char *id)
{
  g_autofree char *hashed = g_strconcat (seed, "|", id, NULL);
  g_autofree char *quoted = g_shell_quote (hashed);

  return g_strdup_printf ("printf '%%s' %s | sha256sum", quoted);
}

static void
add_order (TrhSheet *sheet, const TrhPollRecord *poll, const char *seed, const char *const *ids, const guint *order)
{
  const TrhSheetColumn columns[] = {
    { C_("rank", "Place"), 0.7, FALSE }, { _("Artist"), 2.6, FALSE }, { _("Identifier"), 4, FALSE },
    { _("SHA-256 begins"), 1.6, FALSE },
  };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[order[i]];
      g_autofree char *sum = trh_lot_hash (seed, ids[order[i]]);

      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      g_ptr_array_add (cells, g_strdup_printf ("%s.\u00a0%s", candidate->letter, candidate->name));
      g_ptr_array_add (cells, g_strdup (ids[order[i]]));
      g_ptr_array_add (cells, g_strndup (sum, SUM_START));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

/**
 * trh_minutes_add_draw:
 * @seed: the text that was drawn in public, or "" where nothing was
 *
 * Adds the lot that follows from @seed, with all that is needed to work it out again on any computer.
 */
void
trh_minutes_add_draw (TrhSheet *sheet, const TrhPollRecord *poll, const char *seed)
{
  g_auto(GStrv) ids = trh_poll_dup_candidates (poll);
  g_autofree guint *order = NULL;
  g_autofree char *text = NULL, *command = NULL;

  if (*seed == '\0' || poll->candidates->len == 0)
    return;
  order = trh_lot_draw (seed, (const char *const *) ids);
  command = make_command (seed, ids[order[0]]);
  trh_sheet_add_heading (sheet, _("The public draw"));
  /* Translators: the text that was drawn in public, from which the lot follows */
  text = g_strdup_printf (_("Text of the draw: %s"), seed);
  trh_sheet_add_text (sheet, text);
  trh_sheet_add_text (sheet, _("Between equals, whoever stands higher in this order is chosen. It follows from the text "
                               "alone: the artists are sorted by the SHA-256 sum of the text, a bar and their identifier, "
                               "smallest first."));
  add_order (sheet, poll, seed, (const char *const *) ids, order);
  trh_sheet_add_text (sheet, _("Anybody can work it out again. On a computer with GNU tools, of the first artist:"));
  trh_sheet_add_code (sheet, command);
}
