/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-count.h"

#include <glib/gi18n.h>

#include "core/base/trh-json.h"
#include "core/voting/trh-eligible.h"

G_DEFINE_QUARK (trh-count-error-quark, trh_count_error)

static const TrhMethod *const methods[] = {
  &trh_method_av,
  NULL,
};

/**
 * trh_count_error_get_name:
 * @code: a #TrhCountError
 *
 * Returns: its stable name, as JSON output gives it
 */
const char *
trh_count_error_get_name (int code)
{
  static const char *const names[] = { "no-expressed-ballot", "quotas-infeasible", "not-offered" };

  return names[code];
}

/**
 * trh_count_new:
 * @election: what is counted
 *
 * Returns: (transfer full): the numbers that every method gives; nobody is elected yet
 */
TrhCount *
trh_count_new (const TrhElection *election)
{
  TrhCount *self = g_new0 (TrhCount, 1);
  const TrhBallots *ballots = election->ballots;

  trh_ballots_count (ballots, &self->valid, &self->blank);
  self->committee = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tied = g_array_new (FALSE, FALSE, sizeof (guint));
  self->voices = g_new0 (guint64, election->n_candidates);
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, line);

      for (guint c = 0; c < election->n_candidates; c++)
        if (marks[c] != 0)
          self->voices[c] += trh_ballots_get_weight (ballots, line);
    }
  return self;
}

void
trh_count_free (TrhCount *self)
{
  g_array_unref (self->committee);
  g_array_unref (self->tied);
  g_clear_pointer (&self->committees, g_ptr_array_unref);
  g_strfreev (self->scores);
  g_free (self->voices);
  g_free (self);
}

static void
append_numbers (GString *out, GArray *numbers)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  g_string_append_c (out, ']');
}

/**
 * trh_count_print:
 * @out: the text written so far
 *
 * Writes the members of a result as the plain cases expect them: `valid`, `blank`, `committee`,
 * `unique`, `committees` when they can be listed, `scores`; and `tied`. No braces around.
 */
void
trh_count_print (const TrhCount *self, GString *out)
{
  g_string_append_printf (out, "\"valid\": %" G_GUINT64_FORMAT ", \"blank\": %" G_GUINT64_FORMAT ", \"committee\": ",
                          self->valid, self->blank);
  append_numbers (out, self->committee);
  g_string_append_printf (out, ", \"unique\": %s", self->unique ? "true" : "false");
  if (self->committees != NULL)
    {
      g_string_append (out, ", \"committees\": [");
      for (guint i = 0; i < self->committees->len; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          append_numbers (out, self->committees->pdata[i]);
        }
      g_string_append_c (out, ']');
    }
  if (self->scores != NULL)
    {
      g_string_append (out, ", \"scores\": [");
      for (guint i = 0; self->scores[i] != NULL; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          trh_json_append_text (out, self->scores[i]);
        }
      g_string_append_c (out, ']');
    }
  g_string_append (out, ", \"tied\": ");
  append_numbers (out, self->tied);
}

/* All methods, the most usual first, (array zero-terminated=1). */
const TrhMethod *const *
trh_method_get_all (void)
{
  return methods;
}

/* The method that `count --rule` calls @id, or %NULL. */
const TrhMethod *
trh_method_find (const char *id)
{
  for (guint i = 0; methods[i] != NULL; i++)
    if (g_str_equal (methods[i]->id, id))
      return methods[i];
  return NULL;
}

/**
 * trh_method_count:
 * @method: a method
 * @election: ballots, seats, guarantees, lot
 * @error: return location for a #TrhCountError
 *
 * Counts in exact numbers. The same multiset of ballots gives the same result, whatever the
 * order of ballots and candidates. May take long: call it from a worker thread.
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
TrhCount *
trh_method_count (const TrhMethod *method, const TrhElection *election, GError **error)
{
  guint64 valid, blank;

  if (election->kind != method->kind)
    {
      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   _("“%s” does not count ballots of this kind"), _(method->name));
      return NULL;
    }
  if (election->seats < 1 || election->seats > election->n_candidates)
    {
      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   _("%1$u places for %2$u candidates: there must be at least one place and no more than candidates"),
                   election->seats, election->n_candidates);
      return NULL;
    }
  if (election->quotas->len > 0 && !method->quotas)
    {
      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   _("“%s” cannot be counted with guarantees for groups"), _(method->name));
      return NULL;
    }
  if (!trh_eligible_is_feasible (election))
    {
      g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_QUOTAS_INFEASIBLE,
                           _("No list of this many candidates can meet all the guarantees"));
      return NULL;
    }
  trh_ballots_count (election->ballots, &valid, &blank);
  if (valid == 0)
    {
      g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NO_EXPRESSED_BALLOT,
                           _("No ballot names anyone: there is nothing to count"));
      return NULL;
    }
  return method->count (election, error);
}
