/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-roll-sheet.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"

#define FREE_LINES 18 /* for those whose names are not known: the rest of a page, or one */
#define LINE_MM    10 /* a hand needs a centimetre */

static void
add_line (GPtrArray *cells, char *number, const char *name, const char *detail)
{
  g_ptr_array_add (cells, number);
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, g_strdup (detail));
  g_ptr_array_add (cells, g_strdup (""));
}

static void
add_rules (TrhSheet *sheet, const TrhRoll *roll)
{
  g_autofree char *day = NULL, *purge = NULL;

  trh_sheet_add_text (sheet, _("Each person signs before voting, and draws a slip or takes a ballot afterwards. Nobody writes a "
                               "code, a number of arrival or a time on this list."));
  if (trh_roll_get_purge_day (roll) == 0)
    return;
  day = trh_day_say (trh_roll_get_purge_day (roll));
  /* Translators: a day */
  purge = g_strdup_printf (_("This list only serves this vote. It is destroyed on %s."), day);
  trh_sheet_add_text (sheet, purge);
}

TrhSheet *
trh_roll_sheet_new (const TrhRoll *roll, const char *question, const char *place, const char *day, gboolean rehearsal)
{
  const TrhSheetColumn columns[] = {
    { C_("column", "No."), 1, TRUE }, { _("Name"), 6, FALSE },
    { _("Year, address or town"), 3.5, FALSE }, { _("Signature"), 6, FALSE } };
  g_autofree char *of = trh_text_of (place);
  /* Translators: %s is as in “of Séderon” */
  g_autofree char *title = *place != '\0' ? g_strdup_printf (_("Roll %s"), of) : g_strdup (_("Roll"));
  g_autofree char *footer = g_strdup_printf ("%s · %s", title, question);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  TrhSheet *sheet = trh_sheet_new (title, day);

  trh_sheet_set_footer (sheet, footer);
  if (rehearsal)
    trh_sheet_set_stamp (sheet, C_("stamp", "REHEARSAL"));
  trh_sheet_add_title (sheet, title);
  trh_sheet_add_heading (sheet, question);
  add_rules (sheet, roll);
  for (guint i = 0; i < trh_roll_get_n (roll); i++)
    add_line (cells, g_strdup_printf ("%u", i + 1), trh_roll_get_name (roll, i), trh_roll_get_detail (roll, i));
  for (guint i = 0; i < FREE_LINES; i++)
    add_line (cells, g_strdup (""), "", "");
  trh_sheet_set_row_height (sheet, LINE_MM);
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
  trh_sheet_add_heading (sheet, _("At the end"));
  trh_sheet_add_text (sheet, _("Number of signatures: ____________, in letters: ________________________________________"));
  trh_sheet_add_signatures (sheet, (const char *const[]) { _("First organiser"), _("Second organiser"), NULL });
  return sheet;
}
