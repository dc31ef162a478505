/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-pile.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

G_DEFINE_QUARK (trh-pile-error-quark, trh_pile_error)

/* What one person typed: of each paper its cause of nullity, then a mark for each candidate. */
struct _TrhPile
{
  TrhBallotForm form;
  GByteArray   *typed[2];
  guint         room[2];  /* bytes that fit into each before it would move, and leave what was typed behind */
  char         *names[2]; /* (nullable): until that one has finished */
};

TrhPile *
trh_pile_new (const TrhBallotForm *form)
{
  TrhPile *self = g_new0 (TrhPile, 1);

  self->form = *form;
  for (guint i = 0; i < 2; i++)
    self->typed[i] = g_byte_array_new ();
  return self;
}

static void
wipe (GByteArray *typed)
{
  if (typed->len > 0)
    sodium_memzero (typed->data, typed->len);
  g_byte_array_set_size (typed, 0);
}

/* Room for one more paper; what moves is wiped where it was. */
static void
make_room (TrhPile *self, guint typist, guint size)
{
  GByteArray *old = self->typed[typist];

  if (old->len + size <= self->room[typist])
    return;
  self->room[typist] = 2 * self->room[typist] + 64 * size;
  self->typed[typist] = g_byte_array_sized_new (self->room[typist]);
  g_byte_array_append (self->typed[typist], old->data, old->len);
  wipe (old);
  g_byte_array_unref (old);
}

void
trh_pile_free (TrhPile *self)
{
  for (guint i = 0; i < 2; i++)
    {
      wipe (self->typed[i]);
      g_byte_array_unref (self->typed[i]);
      g_free (self->names[i]);
    }
  g_free (self);
}

static guint
get_size (const TrhPile *self)
{
  return 1 + self->form.n_candidates;
}

static guint8 *
peek_paper (const TrhPile *self, guint typist, guint number)
{
  return self->typed[typist]->data + (number - 1) * get_size (self);
}

/* How many papers @typist has typed. */
guint
trh_pile_get_n (const TrhPile *self, guint typist)
{
  return self->typed[typist]->len / get_size (self);
}

static gboolean
check (const TrhPile *self, const guint8 *marks, TrhNullCause null_cause, GError **error)
{
  if (null_cause != TRH_NOT_NULL || trh_ballot_fits (&self->form, marks))
    return TRUE;
  g_set_error_literal (error, TRH_PILE_ERROR, TRH_PILE_ERROR_MARKS,
                       _("A paper with these marks does not count: say that it is null, and why."));
  return FALSE;
}

/* A null paper has no marks, whatever was drawn on it. */
static void
write_paper (const TrhPile *self, guint8 *paper, const guint8 *marks, TrhNullCause null_cause)
{
  paper[0] = (guint8) null_cause;
  if (null_cause == TRH_NOT_NULL)
    memcpy (paper + 1, marks, self->form.n_candidates);
  else
    memset (paper + 1, 0, self->form.n_candidates);
}

/**
 * trh_pile_add:
 * @typist: 0 or 1
 * @marks: (nullable): of the next paper, all 0 when it is blank; not read of a null one
 * @null_cause: why it counts for nothing, or %TRH_NOT_NULL
 * @error: return location for a #TrhPileError
 *
 * Types the next paper of the pile.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_pile_add (TrhPile *self, guint typist, const guint8 *marks, TrhNullCause null_cause, GError **error)
{
  g_return_val_if_fail (typist < 2 && self->names[typist] == NULL, FALSE);

  if (!check (self, marks, null_cause, error))
    return FALSE;
  make_room (self, typist, get_size (self));
  g_byte_array_set_size (self->typed[typist], self->typed[typist]->len + get_size (self));
  write_paper (self, peek_paper (self, typist, trh_pile_get_n (self, typist)), marks, null_cause);
  return TRUE;
}

/* Forgets the last paper that @typist typed. */
void
trh_pile_take_back (TrhPile *self, guint typist)
{
  g_return_if_fail (typist < 2 && self->names[typist] == NULL);

  if (self->typed[typist]->len == 0)
    return;
  sodium_memzero (peek_paper (self, typist, trh_pile_get_n (self, typist)), get_size (self));
  g_byte_array_set_size (self->typed[typist], self->typed[typist]->len - get_size (self));
}

/* Forgets all that @typist typed, so that the whole pile is typed again, as when papers were skipped. */
void
trh_pile_restart (TrhPile *self, guint typist)
{
  g_return_if_fail (typist < 2);

  wipe (self->typed[typist]);
  g_clear_pointer (&self->names[typist], g_free);
}

/**
 * trh_pile_peek:
 * @typist: who asks: each sees only what he or she typed
 * @number: of a paper, from 1
 * @null_cause: (out): why it counts for nothing, or %TRH_NOT_NULL
 *
 * Returns: (transfer none): its marks
 */
const guint8 *
trh_pile_peek (const TrhPile *self, guint typist, guint number, TrhNullCause *null_cause)
{
  g_return_val_if_fail (number >= 1 && number <= trh_pile_get_n (self, typist), NULL);

  *null_cause = (TrhNullCause) peek_paper (self, typist, number)[0];
  return peek_paper (self, typist, number) + 1;
}

/**
 * trh_pile_finish:
 * @typist: 0 or 1
 * @name: theirs; the minutes name both
 * @error: return location for %TRH_PILE_ERROR_NAMES
 *
 * Nothing can be typed by @typist any more.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_pile_finish (TrhPile *self, guint typist, const char *name, GError **error)
{
  const char *other = self->names[1 - typist];
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *other_folded = other != NULL ? g_utf8_casefold (other, -1) : NULL;

  if (g_strcmp0 (folded, other_folded) == 0)
    {
      g_set_error_literal (error, TRH_PILE_ERROR, TRH_PILE_ERROR_NAMES, _("Two different people type a pile."));
      return FALSE;
    }
  g_free (self->names[typist]);
  self->names[typist] = g_strdup (name);
  return TRUE;
}

/**
 * trh_pile_compare:
 *
 * Returns: (transfer full) (nullable) (element-type guint): numbers of the papers that were not typed alike, or by
 *   one only, rising; %NULL until both have finished, so that nobody learns from the other's work
 */
GArray *
trh_pile_compare (const TrhPile *self)
{
  const guint n[] = { trh_pile_get_n (self, 0), trh_pile_get_n (self, 1) };
  GArray *numbers;

  if (self->names[0] == NULL || self->names[1] == NULL)
    return NULL;
  numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint number = 1; number <= MAX (n[0], n[1]); number++)
    if (number > n[0] || number > n[1] ||
        memcmp (peek_paper (self, 0, number), peek_paper (self, 1, number), get_size (self)) != 0)
      g_array_append_val (numbers, number);
  return numbers;
}

/**
 * trh_pile_settle:
 * @number: one of trh_pile_compare(), in rising order where one has typed more papers than the other
 * @marks: what both read on the paper together
 * @null_cause: why it counts for nothing, or %TRH_NOT_NULL
 * @error: return location for a #TrhPileError
 *
 * Writes what the paper says for both.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_pile_settle (TrhPile *self, guint number, const guint8 *marks, TrhNullCause null_cause, GError **error)
{
  g_return_val_if_fail (self->names[0] != NULL && self->names[1] != NULL && number >= 1, FALSE);

  if (!check (self, marks, null_cause, error))
    return FALSE;
  for (guint typist = 0; typist < 2; typist++)
    {
      guint n = trh_pile_get_n (self, typist);

      g_return_val_if_fail (number <= n + 1, FALSE);
      if (number == n + 1)
        g_byte_array_set_size (self->typed[typist], self->typed[typist]->len + get_size (self));
      write_paper (self, peek_paper (self, typist, number), marks, null_cause);
    }
  return TRUE;
}

/* The papers that count, wiped when they are let go. */
typedef struct {
  guint8 *bytes;
  gsize   length;
} Counted;

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  sodium_memzero (counted->bytes, counted->length);
  g_free (counted->bytes);
  g_free (counted);
}

/* Puts a paper among @n sorted ones, in place: a sort of the library would keep a copy somewhere. */
static void
insert_sorted (guint8 *papers, guint n, const guint8 *marks, guint size)
{
  guint first = 0, last = n;

  while (first < last)
    {
      const guint middle = first + (last - first) / 2;

      if (memcmp (papers + middle * size, marks, size) <= 0)
        first = middle + 1;
      else
        last = middle;
    }
  memmove (papers + (first + 1) * size, papers + first * size, (n - first) * size);
  memcpy (papers + first * size, marks, size);
}

/**
 * trh_pile_get_lot:
 * @marks: (out) (transfer full): the papers that count, sorted: their place in the pile is forgotten; wiped when it is freed
 * @error: return location for %TRH_PILE_ERROR_DIFFERENCES
 *
 * What trh_urn_add_lot_async() takes, once no difference is left.
 *
 * Returns: (transfer full): who typed, how many count, how many are null and why; %NULL with @error set
 */
TrhUrnLot *
trh_pile_get_lot (const TrhPile *self, GBytes **marks, GError **error)
{
  g_autoptr(GArray) differences = trh_pile_compare (self);
  const guint size = self->form.n_candidates;
  Counted *counted;
  TrhUrnLot *lot;

  if (differences == NULL || differences->len > 0)
    {
      g_set_error_literal (error, TRH_PILE_ERROR, TRH_PILE_ERROR_DIFFERENCES,
                           _("Look at the papers that were not typed alike first."));
      return NULL;
    }
  counted = g_new (Counted, 1);
  counted->length = (gsize) trh_pile_get_n (self, 0) * size;
  counted->bytes = g_malloc0 (MAX (counted->length, 1));
  lot = g_new0 (TrhUrnLot, 1);
  lot->entered_by[0] = g_strdup (self->names[0]);
  lot->entered_by[1] = g_strdup (self->names[1]);
  for (guint number = 1; number <= trh_pile_get_n (self, 0); number++)
    {
      const guint8 *paper = peek_paper (self, 0, number);

      if (paper[0] != TRH_NOT_NULL)
        {
          lot->nulls[paper[0]]++;
          continue;
        }
      insert_sorted (counted->bytes, lot->n_ballots++, paper + 1, size);
    }
  *marks = g_bytes_new_with_free_func (counted->bytes, (gsize) lot->n_ballots * size, counted_free, counted);
  return lot;
}
