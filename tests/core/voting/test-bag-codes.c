/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/voting/trh-bag-codes.h"

/* The codes of a bag are known again in the urn that comes back, and only by who has used them. */

#define N_CODES 250

typedef struct {
  TrhUrnContent *kit; /* the prepared urn */
  GArray        *codes;
  char         **lines;
} Bag;

static TrhUrnContent *
make_urn (void)
{
  const TrhBallotForm form = { .kind = TRH_BALLOT_PAPER_APPROVAL, .n_candidates = 2 };
  const char *const candidates[] = { "a", "b", NULL }, *const people[2] = { "Lise", "Marc" };
  const guint8 key[TRH_SEAL_KEY] = { 9 };

  return trh_urn_content_new ("v1", "s1", &form, candidates, key, people);
}

static void
set_up (Bag *bag, gconstpointer data)
{
  bag->kit = make_urn ();
  bag->codes = trh_codes_make (N_CODES);
  g_assert_true (trh_urn_content_add_codes (bag->kit, bag->codes));
  bag->lines = trh_bag_codes_list (bag->kit);
}

static void
tear_down (Bag *bag, gconstpointer data)
{
  trh_urn_content_free (bag->kit);
  g_array_unref (bag->codes);
  g_strfreev (bag->lines);
}

static void
use (TrhUrnContent *urn, const TrhCode *code)
{
  guint8 hash[TRH_CODE_HASH], box[256] = { 0 };

  g_assert_true (trh_code_hash (code, urn->code_key, hash));
  memcpy (box, hash, sizeof hash); /* boxes are all different */
  trh_urn_content_record (urn, hash, box);
}

static guint
count (const Bag *bag, const TrhUrnContent *urn)
{
  return trh_bag_codes_count ((const char *const *) bag->lines, urn);
}

/* 250 codes are two lines of a hundred and one of fifty, 16 characters a code. */
static void
test_lines (Bag *bag, gconstpointer data)
{
  g_autoptr(TrhUrnContent) empty = make_urn ();
  g_auto(GStrv) none = trh_bag_codes_list (empty);

  g_assert_cmpuint (g_strv_length (bag->lines), ==, 3);
  g_assert_cmpuint (strlen (bag->lines[0]), ==, 1600);
  g_assert_cmpuint (strlen (bag->lines[1]), ==, 1600);
  g_assert_cmpuint (strlen (bag->lines[2]), ==, 800);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* The first and the last code and every seventh one of the bag, and nine that were made at the hall. */
static void
test_count (Bag *bag, gconstpointer data)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_content_copy (bag->kit);
  g_autoptr(GArray) made = trh_codes_make (9);
  guint expected = 0;

  g_assert_cmpuint (count (bag, urn), ==, 0);
  g_assert_true (trh_urn_content_add_codes (urn, made));
  for (guint i = 0; i < N_CODES; i++)
    if (i % 7 == 0 || i == N_CODES - 1)
      {
        use (urn, &g_array_index (bag->codes, TrhCode, i));
        expected++;
      }
  for (guint i = 0; i < made->len; i++)
    use (urn, &g_array_index (made, TrhCode, i));
  g_assert_cmpuint (expected, ==, 37);
  g_assert_cmpuint (count (bag, urn), ==, 37);
  g_assert_cmpuint (trh_urn_content_get_n_ballots (urn), ==, 46);
}

/* What the kit or the season holds does not serve as the mark of a code that was used. */
static void
test_from_the_kit (Bag *bag, gconstpointer data)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_content_copy (bag->kit);
  gboolean is_used;

  g_byte_array_append (urn->used, bag->kit->unused->data, bag->kit->unused->len);
  g_assert_cmpuint (trh_urn_content_get_n_ballots (urn), ==, N_CODES);
  g_assert_cmpuint (count (bag, urn), ==, 0);
  g_assert_true (trh_urn_content_knows (urn, bag->kit->unused->data, &is_used) && is_used); /* an entry as forged */
}

/* A code of another bag, even with the same letters, is not one of this: the key is another. */
static void
test_other_key (Bag *bag, gconstpointer data)
{
  g_autoptr(TrhUrnContent) other = make_urn ();

  g_assert_true (trh_urn_content_add_codes (other, bag->codes));
  use (other, &g_array_index (bag->codes, TrhCode, 0));
  g_assert_cmpuint (count (bag, other), ==, 0);
}

/* An urn that an earlier version made holds the hashes themselves of codes that nobody has used: they still vote. */
static void
test_earlier (Bag *bag, gconstpointer data)
{
  g_autoptr(TrhUrnContent) urn = make_urn ();
  const TrhCode *code = &g_array_index (bag->codes, TrhCode, 0);
  guint8 hash[TRH_CODE_HASH];
  gboolean is_used;

  g_assert_true (trh_code_hash (code, urn->code_key, hash));
  g_byte_array_append (urn->unused, hash, sizeof hash);
  g_assert_true (trh_urn_content_knows (urn, hash, &is_used) && !is_used);
  use (urn, code);
  g_assert_true (trh_urn_content_knows (urn, hash, &is_used) && is_used);
  g_assert_cmpuint (urn->unused->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/voting/bag-codes/lines", Bag, NULL, set_up, test_lines, tear_down);
  g_test_add ("/voting/bag-codes/count", Bag, NULL, set_up, test_count, tear_down);
  g_test_add ("/voting/bag-codes/from-the-kit", Bag, NULL, set_up, test_from_the_kit, tear_down);
  g_test_add ("/voting/bag-codes/other-key", Bag, NULL, set_up, test_other_key, tear_down);
  g_test_add ("/voting/bag-codes/earlier", Bag, NULL, set_up, test_earlier, tear_down);
  return g_test_run ();
}
