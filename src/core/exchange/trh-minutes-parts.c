/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-number-words.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-count.h"
#include "trh-config.h"

/* Nothing when @value is empty. */
void
trh_minutes_add_pair (GPtrArray *cells, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, g_strdup (value));
}

/* @feminine: what is counted, in French: “une voix”, “une personne” and “une signature”, but “un bulletin” */
static void
add_number (GPtrArray *cells, const char *name, guint figure, gboolean feminine)
{
  g_autofree char *letters = trh_number_say (figure, feminine);
  g_autofree char *text = g_strdup_printf ("%u (%s)", figure, letters);

  trh_minutes_add_pair (cells, name, text);
}

/* A figure, and the same in letters: nobody can add a digit with a pen. */
void
trh_minutes_add_figure (GPtrArray *cells, const char *name, guint figure)
{
  add_number (cells, name, figure, FALSE);
}

/* For a name that nobody noted: the room writes it there before it signs. */
#define FOR_THE_PEN "…………………………………………………"

/* @value: (nullable): or nothing, and then there is a line to write on. */
void
trh_minutes_add_line (GPtrArray *cells, const char *name, const char *value)
{
  trh_minutes_add_pair (cells, name, value != NULL && *value != '\0' ? value : FOR_THE_PEN);
}

static void
add_noted (GPtrArray *cells, const char *name, int figure, gboolean feminine)
{
  if (figure >= 0)
    add_number (cells, name, (guint) figure, feminine);
  else
    trh_minutes_add_pair (cells, name, _("not noted"));
}

/* @figure: -1 is not noted, and that is said: a figure is never added afterwards. */
void
trh_minutes_add_noted (GPtrArray *cells, const char *name, int figure)
{
  add_noted (cells, name, figure, FALSE);
}

/* The same of people and of signatures, which are feminine in French: “vingt-et-une”. */
void
trh_minutes_add_noted_feminine (GPtrArray *cells, const char *name, int figure)
{
  add_noted (cells, name, figure, TRUE);
}

/* For pairs and tables. */
GPtrArray *
trh_minutes_new_cells (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* @day: where it has to be said, else 0. (transfer full): as in “20:05” or “13 March, 0:30” */
char *
trh_minutes_say_moment (int day, int minute)
{
  g_autofree char *clock = trh_clock_say (minute);
  g_autofree char *date = day != 0 ? trh_day_say_short (day) : NULL;

  if (date == NULL)
    return g_steal_pointer (&clock);
  /* Translators: a day, then a clock time */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), date, clock);
}

/* Title, stamp, foot, legal status and question. */
TrhSheet *
trh_minutes_begin (const TrhMinutesRule *rule, const char *title, int day)
{
  char written[TRH_DAY_TEXT];
  TrhSheet *sheet = trh_sheet_new (title, trh_day_write (day, written));
  g_autofree char *footer = g_strdup_printf ("%s · Transhumances %s", title, TRH_VERSION);

  if (rule->poll->rehearsal)
    trh_sheet_set_stamp (sheet, C_("stamp", "REHEARSAL"));
  trh_sheet_set_footer (sheet, footer);
  trh_sheet_add_title (sheet, title);
  if (*rule->season != '\0')
    trh_sheet_add_text (sheet, rule->season);
  trh_sheet_add_small (sheet, rule->poll->rehearsal
                                ? _("This was a rehearsal: nothing on these pages counts.")
                                : _("Indicative pre-selection by the association. It is not a consultation of electors in the "
                                    "sense of the law: the association and the communes decide on the programme."));
  return sheet;
}

#define ORDERS_WRITTEN 8 /* of more the first and the last, and how one follows from another */

/* The letters of the ballot from @first on, round the list; (transfer none): appended to @out. */
static void
append_order (GString *out, const TrhPollRecord *poll, guint first)
{
  const guint n = poll->candidates->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\u00a0" : "",
                            ((const TrhCandidateRecord *) poll->candidates->pdata[(first + i) % n])->letter);
}

/* How the artists stood one below the other, by their letters; (transfer full). */
static char *
say_order (const TrhPollRecord *poll)
{
  const guint n = poll->candidates->len;
  g_autoptr(GString) orders = g_string_new (NULL);

  if (poll->order != TRH_ORDER_ROTATION)
    {
      append_order (orders, poll, 0);
      /* Translators: letters of the artists, as in “A B C” */
      return g_strdup_printf (_("The same on each ballot: %s"), orders->str);
    }
  if (n > ORDERS_WRITTEN)
    {
      g_autoptr(GString) last = g_string_new (NULL);

      append_order (orders, poll, 0);
      append_order (last, poll, n - 1);
      /* Translators: how many orders, then letters of the artists in the first and in the last one, as in “A B C”, “C A B” */
      return g_strdup_printf (_("%1$u orders, dealt evenly, so that none is always first. The first is %2$s; each one after it "
                                "begins with the next artist and goes round the list; the last is %3$s"), n, orders->str,
                              last->str);
    }
  for (guint first = 0; first < n; first++)
    {
      g_string_append (orders, first > 0 ? " · " : "");
      append_order (orders, poll, first);
    }
  /* Translators: how many orders, then letters of the artists, as in “A B C · B C A · C A B” */
  return g_strdup_printf (ngettext ("%1$u order: %2$s", "%1$u orders, dealt evenly, so that none is always first: %2$s", n), n,
                          orders->str);
}

void
trh_minutes_add_rule (TrhSheet *sheet, const TrhMinutesRule *rule)
{
  const TrhPollRecord *poll = rule->poll;
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  const TrhMethod *method = trh_method_find (poll->method);
  g_autofree char *limits = trh_poll_say_limits (poll);
  g_autoptr(GPtrArray) names = trh_minutes_new_cells ();
  g_autofree char *artists = NULL, *order = say_order (poll);

  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];

      g_ptr_array_add (names, g_strdup_printf ("%s.\u00a0%s", candidate->letter, candidate->name));
    }
  g_ptr_array_add (names, NULL);
  artists = g_strjoinv (" · ", (char **) names->pdata);

  trh_sheet_add_heading (sheet, _("The question and the rule"));
  trh_minutes_add_pair (cells, _("Question"), poll->question);
  trh_minutes_add_line (cells, _("Who may vote"), poll->who_votes);
  trh_minutes_add_pair (cells, _("Artists on the ballot"), artists);
  trh_minutes_add_pair (cells, _("Order on the ballot"), order);
  if (poll->ballot == TRH_BALLOT_APPROVAL)
    trh_minutes_add_pair (cells, _("What voters may tick"), limits);
  trh_minutes_add_pair (cells, _("How it is counted"), method != NULL ? _(method->name) : poll->method);
  trh_minutes_add_pair (cells, "", method != NULL ? _(method->sentence) : NULL);
  trh_minutes_add_figure (cells, _("Artists to choose"), (guint) poll->seats);
  trh_minutes_add_pair (cells, _("Equal results"), trh_poll_say_ties (poll));
  trh_minutes_add_pair (cells, _("Guarantees"), rule->guarantees);
  trh_sheet_add_pairs (sheet, cells);
}

/* Each name signs on a line. */
void
trh_minutes_add_signatures (TrhSheet *sheet, GPtrArray *names)
{
  trh_sheet_add_heading (sheet, _("Signatures"));
  trh_sheet_add_text (sheet, _("Drawn up in the room in two copies, read aloud and signed."));
  g_ptr_array_add (names, NULL);
  trh_sheet_add_signatures (sheet, (const char *const *) names->pdata);
}

void
trh_minutes_add_remarks (TrhSheet *sheet, const char *incidents, const char *remarks)
{
  trh_sheet_add_heading (sheet, _("Incidents, remarks and complaints"));
  if (*incidents == '\0' && *remarks == '\0')
    trh_sheet_add_text (sheet, _("None was told."));
  if (*incidents != '\0')
    trh_sheet_add_text (sheet, incidents);
  if (*remarks != '\0')
    trh_sheet_add_text (sheet, remarks);
}

void
trh_minutes_add_purge (TrhSheet *sheet, const TrhPollRecord *poll)
{
  g_autofree char *day = NULL, *text = NULL;

  if (poll->purge_day == 0)
    return;
  day = trh_day_say (poll->purge_day);
  /* Translators: %s is a day */
  text = g_strdup_printf (_("The roll, the codes and the opened ballots are destroyed on %s."), day);
  trh_sheet_add_text (sheet, text);
}
