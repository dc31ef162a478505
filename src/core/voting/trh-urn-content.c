/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-content.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

/* Sorted items of one size, one after the other. */
static guint
find_place (const GByteArray *items, gsize size, const guint8 *item, gboolean *is_there)
{
  guint low = 0, high = (guint) (items->len / size);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = memcmp (items->data + middle * size, item, size);

      if (order == 0)
        {
          *is_there = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *is_there = FALSE;
  return low;
}

static void
insert (GByteArray *items, gsize size, const guint8 *item)
{
  gboolean is_there;
  gsize at = find_place (items, size, item, &is_there) * size;
  gsize rest = items->len - at;

  g_return_if_fail (!is_there);

  g_byte_array_set_size (items, (guint) (items->len + size));
  memmove (items->data + at + size, items->data + at, rest);
  memcpy (items->data + at, item, size);
}

/**
 * trh_urn_content_new:
 * @form: of its ballots
 * @candidates: (array zero-terminated=1): as many ids as @form has candidates
 * @public_key: of the poll
 * @opened_by: the two people who saw that it was empty
 *
 * Returns: (transfer full): an empty urn without codes, with a key of its own for their hashes
 */
TrhUrnContent *
trh_urn_content_new (const char *poll_id, const char *session_id, const TrhBallotForm *form, const char *const *candidates,
                     const guint8 *public_key, const char *const opened_by[2])
{
  TrhUrnContent *self = g_new0 (TrhUrnContent, 1);

  self->poll_id = g_strdup (poll_id);
  self->session_id = g_strdup (session_id);
  self->form = *form;
  self->candidates = g_strdupv ((char **) candidates);
  memcpy (self->public_key, public_key, sizeof self->public_key);
  if (sodium_init () >= 0)
    randombytes_buf (self->code_key, sizeof self->code_key);
  self->opened_by[0] = g_strdup (opened_by[0]);
  self->opened_by[1] = g_strdup (opened_by[1]);
  self->commune_id = g_strdup ("");
  self->place = g_strdup ("");
  self->opened_at = self->closed_at = self->signatures = self->slips_left = self->paper_found = -1;
  self->incidents = g_strdup ("");
  self->remarks = g_strdup ("");
  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_urn_lot_free);
  self->unused = g_byte_array_new ();
  self->used = g_byte_array_new ();
  self->cancelled = g_byte_array_new ();
  self->boxes = g_byte_array_new ();
  return self;
}

/**
 * trh_urn_content_set_session:
 * @commune_id: INSEE code of the town, or ""
 * @place: its name
 * @day: in days since 1970-01-01
 * @opened_at: local time, in minutes since midnight; -1 is not known
 *
 * Where and when people vote: what the minutes need when the urn comes back without a season.
 */
void
trh_urn_content_set_session (TrhUrnContent *self, const char *commune_id, const char *place, int day, int opened_at)
{
  g_free (self->commune_id);
  g_free (self->place);
  self->commune_id = g_strdup (commune_id);
  self->place = g_strdup (place);
  self->day = day;
  self->opened_at = opened_at;
}

TrhUrnLot *
trh_urn_lot_copy (const TrhUrnLot *self)
{
  TrhUrnLot *copy = g_memdup2 (self, sizeof *self);

  copy->entered_by[0] = g_strdup (self->entered_by[0]);
  copy->entered_by[1] = g_strdup (self->entered_by[1]);
  return copy;
}

void
trh_urn_lot_free (TrhUrnLot *self)
{
  g_free (self->entered_by[0]);
  g_free (self->entered_by[1]);
  g_free (self);
}

static gpointer
copy_lot (gconstpointer lot, gpointer data)
{
  return trh_urn_lot_copy (lot);
}

static GByteArray *
copy_items (const GByteArray *items)
{
  return g_byte_array_append (g_byte_array_sized_new (items->len), items->data, items->len);
}

TrhUrnContent *
trh_urn_content_copy (const TrhUrnContent *self)
{
  TrhUrnContent *copy = g_memdup2 (self, sizeof *self);

  copy->poll_id = g_strdup (self->poll_id);
  copy->session_id = g_strdup (self->session_id);
  copy->commune_id = g_strdup (self->commune_id);
  copy->place = g_strdup (self->place);
  copy->incidents = g_strdup (self->incidents);
  copy->remarks = g_strdup (self->remarks);
  copy->bureau = trh_urn_bureau_copy (self->bureau);
  copy->lots = g_ptr_array_copy (self->lots, (GCopyFunc) copy_lot, NULL);
  copy->candidates = g_strdupv (self->candidates);
  for (guint i = 0; i < 2; i++)
    {
      copy->opened_by[i] = g_strdup (self->opened_by[i]);
      copy->closed_by[i] = g_strdup (self->closed_by[i]);
    }
  copy->unused = copy_items (self->unused);
  copy->used = copy_items (self->used);
  copy->cancelled = copy_items (self->cancelled);
  copy->boxes = copy_items (self->boxes);
  return copy;
}

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text != NULL ? text : "");
}

/* Where the code with this hash stands among the unused ones: its cover does, and in an urn that an earlier version of the
 * program made the hash itself. */
static guint
find_unused (const TrhUrnContent *self, const guint8 *code_hash, gboolean *is_there)
{
  guint8 cover[TRH_CODE_HASH];
  guint at;

  trh_code_cover (code_hash, cover);
  at = find_place (self->unused, TRH_CODE_HASH, cover, is_there);
  return *is_there ? at : find_place (self->unused, TRH_CODE_HASH, code_hash, is_there);
}

static void
insert_cover (GByteArray *unused, const guint8 *code_hash)
{
  guint8 cover[TRH_CODE_HASH];

  trh_code_cover (code_hash, cover);
  insert (unused, TRH_CODE_HASH, cover);
}

/* Codes that were used or cancelled are unused again. */
static void
move_back (GByteArray *from, GByteArray *unused)
{
  for (guint at = 0; at < from->len; at += TRH_CODE_HASH)
    insert_cover (unused, from->data + at);
  g_byte_array_set_size (from, 0);
}

/**
 * trh_urn_content_empty:
 * @self: an urn in use
 *
 * Returns: (transfer full): the same urn as it was when it was opened: without a ballot, none of its codes used
 */
TrhUrnContent *
trh_urn_content_empty (const TrhUrnContent *self)
{
  TrhUrnContent *empty = trh_urn_content_copy (self);

  move_back (empty->used, empty->unused);
  move_back (empty->cancelled, empty->unused);
  g_byte_array_set_size (empty->boxes, 0);
  g_ptr_array_set_size (empty->lots, 0);
  empty->stopped = FALSE;
  empty->closed_day = 0;
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&empty->closed_by[i], g_free);
  empty->closed_at = empty->signatures = empty->slips_left = empty->paper_found = -1;
  set_text (&empty->incidents, "");
  set_text (&empty->remarks, "");
  g_clear_pointer (&empty->bureau, trh_urn_bureau_free);
  return empty;
}

void
trh_urn_content_free (TrhUrnContent *self)
{
  g_free (self->poll_id);
  g_free (self->session_id);
  g_free (self->commune_id);
  g_free (self->place);
  g_free (self->incidents);
  g_free (self->remarks);
  g_clear_pointer (&self->bureau, trh_urn_bureau_free);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_strfreev (self->candidates);
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->opened_by[i]);
      g_free (self->closed_by[i]);
    }
  g_clear_pointer (&self->unused, g_byte_array_unref);
  g_clear_pointer (&self->used, g_byte_array_unref);
  g_clear_pointer (&self->cancelled, g_byte_array_unref);
  g_clear_pointer (&self->boxes, g_byte_array_unref);
  g_free (self);
}

/* Ballots that were cast with a code. */
guint
trh_urn_content_get_n_ballots (const TrhUrnContent *self)
{
  return self->used->len / TRH_CODE_HASH;
}

/* All ballots in the urn, those of paper too. */
guint
trh_urn_content_get_n_boxes (const TrhUrnContent *self)
{
  return self->boxes->len / (guint) trh_urn_content_get_box_length (self);
}

/* All codes that were made, used or not. */
guint
trh_urn_content_get_n_codes (const TrhUrnContent *self)
{
  return (self->used->len + self->unused->len + self->cancelled->len) / TRH_CODE_HASH;
}

guint
trh_urn_content_get_n_cancelled (const TrhUrnContent *self)
{
  return self->cancelled->len / TRH_CODE_HASH;
}

/* Paper ballots in the urn, valid and blank. */
guint
trh_urn_content_get_n_paper (const TrhUrnContent *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lots->len; i++)
    n += ((const TrhUrnLot *) self->lots->pdata[i])->n_ballots;
  return n;
}

/**
 * trh_urn_content_count_nulls:
 * @nulls: (out) (nullable): of each cause
 *
 * Returns: paper ballots that count for nothing
 */
guint
trh_urn_content_count_nulls (const TrhUrnContent *self, guint nulls[TRH_N_NULL_CAUSES])
{
  guint n = 0;

  for (guint cause = 0; cause < TRH_N_NULL_CAUSES; cause++)
    {
      guint of_cause = 0;

      for (guint i = 0; i < self->lots->len; i++)
        of_cause += ((const TrhUrnLot *) self->lots->pdata[i])->nulls[cause];
      if (nulls != NULL)
        nulls[cause] = of_cause;
      n += of_cause;
    }
  return n;
}

gboolean
trh_urn_content_is_closed (const TrhUrnContent *self)
{
  return self->closed_by[0] != NULL;
}

/**
 * trh_urn_content_add_codes:
 * @codes: (element-type TrhCode): codes that may be used once each
 *
 * Keeps the covers of their hashes only; the codes themselves are nowhere afterwards. A millisecond each.
 *
 * Returns: %FALSE when there is not enough memory
 */
gboolean
trh_urn_content_add_codes (TrhUrnContent *self, const GArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      guint8 hash[TRH_CODE_HASH];

      if (!trh_code_hash (&g_array_index (codes, TrhCode, i), self->code_key, hash))
        return FALSE;
      insert_cover (self->unused, hash);
    }
  return TRUE;
}

/**
 * trh_urn_content_add_hashes:
 * @hashes: of codes of this urn, TRH_CODE_HASH bytes each
 *
 * Codes that may be used once each; those that it has already stay as they are.
 */
void
trh_urn_content_add_hashes (TrhUrnContent *self, GBytes *hashes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (hashes, &length);

  for (gsize at = 0; at + TRH_CODE_HASH <= length; at += TRH_CODE_HASH)
    {
      gboolean is_used;

      if (!trh_urn_content_knows (self, data + at, &is_used))
        insert_cover (self->unused, data + at);
    }
}

/**
 * trh_urn_content_knows:
 * @is_used: (out): whether a ballot was cast with it, or it was cancelled
 *
 * Returns: whether the code with this hash belongs to the urn
 */
gboolean
trh_urn_content_knows (const TrhUrnContent *self, const guint8 *code_hash, gboolean *is_used)
{
  gboolean is_unused, is_cancelled;

  find_place (self->used, TRH_CODE_HASH, code_hash, is_used);
  find_place (self->cancelled, TRH_CODE_HASH, code_hash, &is_cancelled);
  find_unused (self, code_hash, &is_unused);
  *is_used = *is_used || is_cancelled;
  return *is_used || is_unused;
}

gsize
trh_urn_content_get_box_length (const TrhUrnContent *self)
{
  return trh_ballot_get_encoded_length (&self->form) + TRH_SEAL_OVERHEAD;
}

/**
 * trh_urn_content_record:
 * @code_hash: of an unused code of this urn
 * @box: a sealed ballot of the right length
 *
 * Puts the box in its sorted place; the hash stands among the used ones, in its sorted place there.
 */
void
trh_urn_content_record (TrhUrnContent *self, const guint8 *code_hash, const guint8 *box)
{
  gboolean is_there;
  guint at = find_unused (self, code_hash, &is_there);

  g_return_if_fail (is_there && !trh_urn_content_is_closed (self));

  g_byte_array_remove_range (self->unused, at * TRH_CODE_HASH, TRH_CODE_HASH);
  insert (self->used, TRH_CODE_HASH, code_hash);
  insert (self->boxes, trh_urn_content_get_box_length (self), box);
}

/**
 * trh_urn_content_cancel:
 * @code_hash: of an unused code of this urn
 *
 * Nobody can vote with that code any more.
 */
void
trh_urn_content_cancel (TrhUrnContent *self, const guint8 *code_hash)
{
  gboolean is_there;
  guint at = find_unused (self, code_hash, &is_there);

  g_return_if_fail (is_there && !trh_urn_content_is_closed (self));

  g_byte_array_remove_range (self->unused, at * TRH_CODE_HASH, TRH_CODE_HASH);
  insert (self->cancelled, TRH_CODE_HASH, code_hash);
}

/**
 * trh_urn_content_add_lot:
 * @lot: a pile of paper ballots
 * @boxes: as many sealed ballots as @lot says
 *
 * The boxes go among the others: afterwards nothing tells which ballots were paper.
 */
void
trh_urn_content_add_lot (TrhUrnContent *self, const TrhUrnLot *lot, const guint8 *boxes)
{
  const gsize box_length = trh_urn_content_get_box_length (self);

  g_return_if_fail (!trh_urn_content_is_closed (self));

  for (guint i = 0; i < lot->n_ballots; i++)
    insert (self->boxes, box_length, boxes + i * box_length);
  g_ptr_array_add (self->lots, trh_urn_lot_copy (lot));
}

/**
 * trh_urn_content_close:
 * @closing: what the two people state who close it
 *
 * Also forgets the key of the codes: from the file that now travels nobody can try codes out.
 */
void
trh_urn_content_close (TrhUrnContent *self, const TrhUrnClosing *closing)
{
  g_return_if_fail (!trh_urn_content_is_closed (self));

  self->stopped = TRUE;
  self->closed_by[0] = g_strdup (closing->names[0]);
  self->closed_by[1] = g_strdup (closing->names[1]);
  self->closed_at = closing->minute;
  self->closed_day = closing->day != self->day ? closing->day : 0;
  self->signatures = closing->signatures;
  self->slips_left = closing->slips_left;
  self->paper_found = closing->paper_found;
  set_text (&self->incidents, closing->incidents);
  set_text (&self->remarks, closing->remarks);
  if (!trh_urn_bureau_is_empty (closing->bureau))
    self->bureau = trh_urn_bureau_copy (closing->bureau);
  sodium_memzero (self->code_key, sizeof self->code_key);
}

/**
 * trh_urn_content_unseal:
 * @secret: of the poll
 * @error: return location for a #TrhSealError or a #TrhDataError
 *
 * Opens all boxes of a closed urn. A tenth of a millisecond a box: call it in a worker.
 *
 * Returns: (transfer full): its ballots as a sorted multiset, or %NULL with @error set
 */
TrhBallots *
trh_urn_content_unseal (const TrhUrnContent *self, const TrhSecret *secret, GError **error)
{
  const gsize box_length = trh_urn_content_get_box_length (self);
  const gsize length = trh_ballot_get_encoded_length (&self->form);
  g_autofree guint8 *bytes = g_malloc (length);
  g_autofree guint8 *marks = g_malloc (self->form.n_candidates);
  g_autoptr(TrhBallots) ballots = trh_ballots_new (self->form.n_candidates);
  gboolean ok = TRUE;

  if (!trh_urn_content_is_closed (self))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                           _("This urn is not closed: nothing can be counted before."));
      return NULL;
    }
  for (gsize at = 0; at < self->boxes->len && ok; at += box_length)
    {
      ok = trh_unseal (self->public_key, secret, self->boxes->data + at, box_length, bytes, error) &&
           trh_ballot_decode (&self->form, bytes, length, marks, error);
      if (ok)
        trh_ballots_add (ballots, marks, 1);
    }
  sodium_memzero (bytes, length);
  sodium_memzero (marks, self->form.n_candidates);
  if (!ok)
    return NULL;
  trh_ballots_normalise (ballots);
  return g_steal_pointer (&ballots);
}
