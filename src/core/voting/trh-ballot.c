/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-ballot.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#define HEAD 2 /* bytes before the marks: version of the encoding, kind of ballot */
#define VERSION 1

struct _TrhBallots
{
  guint       n_candidates;
  GByteArray *marks;   /* n_candidates bytes a line */
  GArray     *weights; /* guint64 */
};

gboolean
trh_ballot_is_blank (const guint8 *marks, guint n_candidates)
{
  for (guint c = 0; c < n_candidates; c++)
    if (marks[c] != 0)
      return FALSE;
  return TRUE;
}

/**
 * trh_ballot_fits:
 * @form: what the poll asks
 * @marks: (array): a mark for each candidate
 *
 * Ranks may be shared but not skipped: 1, 2, 2, 3.
 *
 * Returns: whether a voter could have cast this ballot
 */
gboolean
trh_ballot_fits (const TrhBallotForm *form, const guint8 *marks)
{
  const guint most = form->kind == TRH_BALLOT_PAPER_APPROVAL ? 1
                   : form->kind == TRH_BALLOT_PAPER_GRADES ? form->n_grades
                                                           : form->n_candidates;
  gboolean used[256] = { TRUE };
  guint n_chosen = 0;

  for (guint c = 0; c < form->n_candidates; c++)
    {
      if (marks[c] > most)
        return FALSE;
      used[marks[c]] = TRUE;
      n_chosen += marks[c] != 0;
    }
  if (n_chosen == 0)
    return TRUE;
  if (form->kind == TRH_BALLOT_PAPER_RANKING)
    for (guint rank = 1, last = 0; rank <= most; rank++)
      {
        if (used[rank] && last != rank - 1)
          return FALSE;
        last = used[rank] ? rank : last;
      }
  if (form->kind == TRH_BALLOT_PAPER_GRADES)
    return TRUE;

  return n_chosen >= form->min_choices && (form->max_choices == 0 || n_chosen <= form->max_choices);
}

gsize
trh_ballot_get_encoded_length (const TrhBallotForm *form)
{
  return HEAD + form->n_candidates;
}

/**
 * trh_ballot_encode:
 * @marks: (array): a ballot that fits @form
 * @bytes: (out) (array): trh_ballot_get_encoded_length() bytes
 */
void
trh_ballot_encode (const TrhBallotForm *form, const guint8 *marks, guint8 *bytes)
{
  g_return_if_fail (trh_ballot_fits (form, marks));

  bytes[0] = VERSION;
  bytes[1] = (guint8) form->kind;
  memcpy (bytes + HEAD, marks, form->n_candidates);
}

/**
 * trh_ballot_decode:
 * @bytes: (array length=length): what a box held
 * @marks: (out) (array): a mark for each candidate
 * @error: return location for %TRH_DATA_ERROR_INVALID
 *
 * Takes exactly what trh_ballot_encode() can give for @form.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_ballot_decode (const TrhBallotForm *form, const guint8 *bytes, gsize length, guint8 *marks, GError **error)
{
  if (length == trh_ballot_get_encoded_length (form) && bytes[0] == VERSION && bytes[1] == (guint8) form->kind &&
      trh_ballot_fits (form, bytes + HEAD))
    {
      memcpy (marks, bytes + HEAD, form->n_candidates);
      return TRUE;
    }
  g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("this is not a ballot of this vote"));
  return FALSE;
}

TrhBallots *
trh_ballots_new (guint n_candidates)
{
  TrhBallots *self = g_new (TrhBallots, 1);

  self->n_candidates = n_candidates;
  self->marks = g_byte_array_new ();
  self->weights = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

/* Wipes the marks too: opened ballots should not stay in memory. */
void
trh_ballots_free (TrhBallots *self)
{
  if (self->marks->len > 0)
    sodium_memzero (self->marks->data, self->marks->len);
  g_byte_array_unref (self->marks);
  g_array_unref (self->weights);
  g_free (self);
}

/**
 * trh_ballots_add:
 * @marks: (array): a mark for each candidate
 * @weight: how many voters cast exactly this
 */
void
trh_ballots_add (TrhBallots *self, const guint8 *marks, guint64 weight)
{
  g_byte_array_append (self->marks, marks, self->n_candidates);
  g_array_append_val (self->weights, weight);
}

guint
trh_ballots_get_n_lines (const TrhBallots *self)
{
  return self->weights->len;
}

const guint8 *
trh_ballots_peek_marks (const TrhBallots *self, guint line)
{
  return self->marks->data + (gsize) line * self->n_candidates;
}

guint64
trh_ballots_get_weight (const TrhBallots *self, guint line)
{
  return g_array_index (self->weights, guint64, line);
}

/**
 * trh_ballots_count:
 * @valid: (out): ballots that say something
 * @blank: (out): blank ones
 */
void
trh_ballots_count (const TrhBallots *self, guint64 *valid, guint64 *blank)
{
  *valid = *blank = 0;
  for (guint line = 0; line < self->weights->len; line++)
    *(trh_ballot_is_blank (trh_ballots_peek_marks (self, line), self->n_candidates) ? blank : valid) +=
      trh_ballots_get_weight (self, line);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrhBallots *self = data;

  return memcmp (trh_ballots_peek_marks (self, *(const guint *) a), trh_ballots_peek_marks (self, *(const guint *) b),
                 self->n_candidates);
}

/**
 * trh_ballots_normalise:
 *
 * Sorts the lines and joins equal ones: the same multiset is then the same bytes, and nothing
 * of the order in which the ballots came is left.
 */
void
trh_ballots_normalise (TrhBallots *self)
{
  guint n = self->weights->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autoptr(TrhBallots) sorted = trh_ballots_new (self->n_candidates);
  TrhBallots swap;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_lines, self);
  for (guint i = 0; i < n; i++)
    {
      guint64 weight = trh_ballots_get_weight (self, order[i]);

      if (i > 0 && compare_lines (&order[i - 1], &order[i], self) == 0)
        g_array_index (sorted->weights, guint64, sorted->weights->len - 1) += weight;
      else
        trh_ballots_add (sorted, trh_ballots_peek_marks (self, order[i]), weight);
    }
  swap = *self;
  *self = *sorted;
  *sorted = swap;
}

/* Forgets all lines from @n_lines on. */
void
trh_ballots_truncate (TrhBallots *self, guint n_lines)
{
  if (n_lines >= self->weights->len)
    return;
  sodium_memzero (self->marks->data + (gsize) n_lines * self->n_candidates,
                  (gsize) (self->weights->len - n_lines) * self->n_candidates);
  g_byte_array_set_size (self->marks, n_lines * self->n_candidates);
  g_array_set_size (self->weights, n_lines);
}
