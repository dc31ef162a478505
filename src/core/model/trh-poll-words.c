/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-words.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

/* How many artists a ballot may name, (transfer full). */
char *
trh_poll_say_limits (const TrhPollRecord *poll)
{
  if (poll->min_choices > 1 && poll->max_choices > 0)
    /* Translators: fewest and most ticks on a ballot */
    return g_strdup_printf (_("From %1$d to %2$d artists, or none for a blank ballot"), poll->min_choices, poll->max_choices);
  if (poll->max_choices > 0)
    return g_strdup_printf (ngettext ("%d artist at most", "%d artists at most", poll->max_choices), poll->max_choices);
  if (poll->min_choices > 1)
    return g_strdup_printf (_("%d artists at least, or none for a blank ballot"), poll->min_choices);
  return g_strdup (_("As many artists as they like"));
}

/* Whether transfers may need a public draw on the way, whatever is kept at the end. */
gboolean
trh_poll_always_draws (const TrhPollRecord *poll)
{
  return g_str_equal (poll->method, "stv-scottish");
}

/* Whether something is drawn in public on the evening of the count. */
gboolean
trh_poll_needs_draw (const TrhPollRecord *poll)
{
  return poll->ties == TRH_TIES_LOT || trh_poll_always_draws (poll);
}

/* What happens when several are equal at the last place, and on the way to it. */
const char *
trh_poll_say_ties (const TrhPollRecord *poll)
{
  if (trh_poll_always_draws (poll))
    return poll->ties == TRH_TIES_KEPT ? _("Ties for the last place are kept: the list may be longer. Ties during the transfers "
                                           "are settled by a public draw.")
                                       : _("There is a public draw: it settles ties for a place and during the transfers.");
  return poll->ties == TRH_TIES_KEPT ? _("Ties for the last place are kept: the list may be longer.")
                                     : _("Ties for the last place are settled by a public draw.");
}

/* What became of a session that was opened by mistake, and why, (transfer full). */
char *
trh_result_say_called_off (const TrhResultRecord *session)
{
  g_autofree char *day = trh_day_say (session->day);
  g_autofree char *names = g_strjoinv (", ", session->closed_by);

  /* Translators: a day, the names of two people, then the reason that they wrote */
  return g_strdup_printf (_("Opened on %1$s, called off by %2$s before anybody had voted: %3$s"), day, names,
                          session->incidents);
}

/* From 0: the turn in which an artist was chosen; turns are many for one who was not. */
static int
find_turn (const TrhResultRecord *result, const TrhTallyRecord *tally)
{
  for (guint i = 0; i < result->turns->len; i++)
    {
      const TrhTurnRecord *turn = result->turns->pdata[i];

      if ((!turn->removed && turn->votes[0] == NULL && g_str_equal (turn->artist_id, tally->artist_id)) ||
          g_strv_contains ((const char *const *) turn->elected, tally->artist_id) ||
          g_strv_contains ((const char *const *) turn->elected_without_quota, tally->artist_id))
        return (int) i;
    }
  return (int) result->turns->len;
}

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrhTallyRecord *x = *(const TrhTallyRecord *const *) a;
  const TrhTallyRecord *y = *(const TrhTallyRecord *const *) b;
  const TrhResultRecord *result = data;
  int order = y->elected - x->elected;

  if (order == 0)
    order = (x->place > y->place) - (x->place < y->place);
  if (order == 0)
    order = find_turn (result, x) - find_turn (result, y);
  return order != 0 ? order : (y->voices > x->voices) - (y->voices < x->voices);
}

/**
 * trh_result_rank:
 * @result: sums
 *
 * Returns: (transfer container) (element-type TrhTallyRecord): its lines, the chosen first, by their places, the turns in
 *   which they were chosen, and their voices; between equals the order of the letters
 */
GPtrArray *
trh_result_rank (const TrhResultRecord *result)
{
  GPtrArray *sorted = g_ptr_array_copy (result->tallies, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL); /* it borrows them */
  g_ptr_array_sort_with_data (sorted, compare_tallies, (gpointer) result); /* stable */
  return sorted;
}

/**
 * trh_result_is_for_bureau:
 * @total: of all towns together
 *
 * Returns: whether so few ballots name somebody that its figures could tell who chose what: the people in the room who
 *   opened the urns see them, and no paper has them
 */
gboolean
trh_result_is_for_bureau (const TrhResultRecord *total)
{
  return total->ballots - MAX (total->blank, 0) < TRH_MIN_SHOWN;
}

/**
 * trh_result_withhold:
 * @total: of all towns together
 *
 * Returns: (transfer full): what may leave the room of a result for the bureau: who is chosen, who is tied, how many
 *   ballots were cast; none of its other figures
 */
TrhResultRecord *
trh_result_withhold (const TrhResultRecord *total)
{
  TrhResultRecord *told = trh_record_copy (total);

  told->blank = -1;
  told->represented = -1;
  told->quota = 0;
  g_ptr_array_set_size (told->tallies, 0);
  g_ptr_array_set_size (told->turns, 0);
  g_ptr_array_set_size (told->small_towns, 0);
  g_ptr_array_set_size (told->compared, 0);
  trh_record_set_texts (&told->duels, NULL);
  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];
      TrhTallyRecord *bare = trh_record_new (&trh_tally_schema, NULL);

      trh_record_set_text (&bare->artist_id, tally->artist_id);
      trh_record_set_text (&bare->name, tally->name);
      bare->elected = tally->elected;
      bare->tied = tally->tied;
      g_ptr_array_add (told->tallies, bare);
    }
  return told;
}
