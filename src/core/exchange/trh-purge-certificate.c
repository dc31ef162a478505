/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-purge-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"

/* What was destroyed, on paper. */

static void
add_pair (GPtrArray *cells, const char *what, char *which)
{
  g_ptr_array_add (cells, g_strdup (what));
  g_ptr_array_add (cells, which);
}

static void
add_files (TrhSheet *sheet, const TrhPurge *self, gboolean destroyed)
{
  const TrhSheetColumn columns[] = {
    { _("What"), 3, FALSE }, { _("Town"), 2, FALSE }, { _("Fingerprint (SHA-256)"), 6, FALSE } };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->files->len; i++)
    {
      const TrhPurgeFile *file = self->files->pdata[i];

      if (file->destroyed != destroyed)
        continue;
      g_ptr_array_add (cells, g_strdup (trh_purge_say_kind (file->kind)));
      g_ptr_array_add (cells, g_strdup (file->place));
      g_ptr_array_add (cells, g_strdup (file->sha256 != NULL ? file->sha256 : ""));
    }
  if (cells->len == 0)
    return;
  trh_sheet_add_heading (sheet, destroyed ? _("Destroyed") : _("Not destroyed: to be done by hand"));
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

static gboolean
has_destroyed_keys (const TrhPurge *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const TrhPurgeFile *file = self->files->pdata[i];

      if (file->kind == TRH_PURGE_KEYS && file->destroyed)
        return TRUE;
    }
  return FALSE;
}

/* What stays, and what the disk may still hold. */
static void
add_kept (TrhSheet *sheet, const TrhPurge *self)
{
  trh_sheet_add_heading (sheet, _("Kept"));
  trh_sheet_add_text (sheet, self->of_kit ? _("The sealed urn that was returned, the minutes and this certificate. The urn is "
                                              "destroyed with the vote, at the date on the minutes.")
                                          : _("The minutes, the sums of the count and this certificate. They name no voter and "
                                              "hold no single ballot."));
  if (!self->of_kit)
    trh_sheet_add_text (sheet, _("Earlier versions of the season on this computer hold marks of the codes of its bags, from "
                                 "which no code can be made."));
  if (self->of_kit)
    trh_sheet_add_text (sheet, _("A disk may keep remnants of deleted files. The keys never were on this computer: no ballot can "
                                 "be read from them."));
  else if (has_destroyed_keys (self))
    trh_sheet_add_text (sheet, _("A disk may keep remnants of deleted files. As the keys are destroyed, no ballot can be read "
                                 "from them."));
}

/**
 * trh_purge_certify:
 * @by: name of the person who did it
 * @day: when, in days since 1970-01-01
 * @minute: of the clock, since midnight
 *
 * What was destroyed, when and by whom, and what only a hand can destroy. No name of a voter is on it.
 *
 * Returns: (transfer full): the certificate
 */
TrhSheet *
trh_purge_certify (const TrhPurge *self, const char *by, int day, int minute)
{
  static const char *const by_hand[] = {
    N_("☐  the roll on paper"),
    N_("☐  ballots of paper, valid, blank and null"),
    N_("☐  slips with codes, and files they were printed from"),
    N_("☐  kits of the bags, on USB sticks and laptops"),
    N_("☐  roll and urn on the laptop of each town hall that had a bag: it writes its own certificate"),
    N_("☐  the recovery sheet in its envelope"),
    N_("☐  copies of the urns: in the archive, on USB sticks, on other computers, in backups"),
  };
  char written[TRH_DAY_TEXT];
  TrhSheet *sheet = trh_sheet_new (_("Certificate of destruction"), trh_day_write (day, written));
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  trh_sheet_set_footer (sheet, self->question);
  if (self->rehearsal)
    trh_sheet_set_stamp (sheet, C_("stamp", "REHEARSAL"));
  trh_sheet_add_title (sheet, _("Certificate of destruction"));
  add_pair (cells, _("Vote"), g_strdup (self->question));
  add_pair (cells, _("Day"), trh_day_say (day));
  add_pair (cells, _("Time"), trh_clock_say (minute));
  add_pair (cells, _("Done by"), g_strdup (by));
  add_pair (cells, _("Date on the minutes"),
            self->purge_day != TRH_NO_DAY ? trh_day_say (self->purge_day) : g_strdup (_("not said")));
  trh_sheet_add_pairs (sheet, cells);
  add_files (sheet, self, TRUE);
  add_files (sheet, self, FALSE);
  add_kept (sheet, self);
  trh_sheet_add_heading (sheet, _("To destroy by hand, and tick"));
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    trh_sheet_add_text (sheet, _(by_hand[i]));
  trh_sheet_add_signatures (sheet, (const char *const[]) { by, NULL });
  return sheet;
}
