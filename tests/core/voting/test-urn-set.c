/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-opening.h"
#include "urn-fixture.h"

/* Many towns: the closed urns of one vote, brought in any order, more than once, or changed on their way. */

#define N_TOWNS 4

static const char *const names[N_TOWNS] = { "Serres", "Rosans", "Sault", "Séderon" };

typedef struct {
  TrhKeys *keys;
  GBytes  *files[N_TOWNS];
} Towns;

/* A closed urn of one vote as its file. */
static GBytes *
make_urn (const TrhKeys *keys, const char *session, const char *place, guint n, gboolean rehearsal, GRand *random)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(TrhUrnContent) content = trh_urn_content_new (trh_keys_get_poll_id (keys), session, &form, urn_candidates,
                                                          trh_keys_peek_public (keys), urn_organisers);
  const gsize length = trh_ballot_get_encoded_length (&form);

  trh_urn_content_set_session (content, "", place, 20000, 1020);
  content->rehearsal = rehearsal;
  for (guint i = 0; i < n; i++)
    {
      guint8 marks[N_CANDIDATES], bytes[N_CANDIDATES + 8], box[128], hash[TRH_CODE_HASH] = { 0 };

      for (guint c = 0; c < N_CANDIDATES; c++)
        marks[c] = g_rand_boolean (random);
      hash[0] = (guint8) i;
      trh_ballot_encode (&form, marks, bytes);
      g_assert_true (trh_seal (content->public_key, bytes, length, box));
      g_byte_array_append (content->unused, hash, sizeof hash);
      trh_urn_content_record (content, hash, box);
    }
  trh_urn_content_close (content, &urn_closing);
  return trh_urn_content_print (content);
}

static void
set_up (Towns *towns, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  towns->keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  for (guint i = 0; i < N_TOWNS; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", (i * 3 + 2) % N_TOWNS);

      towns->files[i] = make_urn (towns->keys, session, names[i], 5 + 7 * i, FALSE, random);
    }
}

static void
tear_down (Towns *towns, gconstpointer data)
{
  g_clear_pointer (&towns->keys, trh_keys_free);
  for (guint i = 0; i < N_TOWNS; i++)
    g_bytes_unref (towns->files[i]);
}

static void
add (TrhUrnSet *set, GBytes *file, guint expected)
{
  g_autoptr(GError) error = NULL;
  guint n_new = 0;

  g_assert_true (trh_urn_set_add (set, file, "brought", &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, expected);
}

static GBytes *
merge (GBytes *const *files, guint n)
{
  g_autoptr(TrhUrnSet) set = trh_urn_set_new ();

  for (guint i = 0; i < n; i++)
    g_assert_true (trh_urn_set_add (set, files[i], "brought", NULL, NULL));
  return trh_urn_set_print (set);
}

static char *
count (const Towns *towns, const TrhUrnSet *set)
{
  g_autofree char *folder = g_dir_make_tmp ("trh-set-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "poll.keys", NULL);
  g_autoptr(GBytes) keys = trh_keys_print (towns->keys);
  TrhElection *election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, urn_candidates);
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  election->seats = 2;
  opening = trh_opening_new (trh_method_find ("av"), election, FALSE);
  g_assert_true (trh_file_save (path, keys, NULL));
  trh_opening_add_set (opening, set);
  trh_opening_set_keys (opening, path, urn_passphrases);
  g_assert_true (trh_opening_run (opening, &error));
  g_assert_no_error (error);
  trh_count_print (trh_opening_peek_count (opening), out);
  for (guint i = 0; i < trh_opening_get_n_urns (opening); i++)
    {
      const TrhOpenedUrn *urn = trh_opening_peek_urn (opening, i);

      g_string_append_printf (out, "\n%s %u+%u:", urn->place, urn->valid, urn->blank);
      for (guint c = 0; c < N_CANDIDATES; c++)
        g_string_append_printf (out, " %" G_GUINT64_FORMAT, urn->voices[c]);
    }
  g_remove (path);
  g_rmdir (folder);
  return g_string_free (out, FALSE);
}

/* All orders of four towns, one of them brought twice: one file, one result, one table of each town. */
static void
test_orders (Towns *towns, gconstpointer data)
{
  g_autoptr(GBytes) first = NULL;
  g_autofree char *counted = NULL;

  for (guint order = 0; order < 256; order++)
    {
      g_autoptr(TrhUrnSet) set = trh_urn_set_new ();
      g_autoptr(GBytes) merged = NULL;
      g_autofree char *result = NULL;
      guint seen = 0;

      for (guint i = 0; i < 4; i++)
        seen |= 1u << (order >> (2 * i) & 3);
      if (seen != 15)
        continue; /* not all four */
      for (guint i = 0; i < 4; i++)
        add (set, towns->files[order >> (2 * i) & 3], 1);
      add (set, towns->files[order & 3], 0); /* twice counts once */
      merged = trh_urn_set_print (set);
      result = count (towns, set);
      if (first == NULL)
        {
          first = g_bytes_ref (merged);
          counted = g_strdup (result);
        }
      g_assert_true (g_bytes_equal (first, merged));
      g_assert_cmpstr (counted, ==, result);
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *hash = trh_file_hash (towns->files[i]);
          gboolean found = FALSE;

          for (guint j = 0; j < trh_urn_set_get_n (set); j++)
            found = found || g_str_equal (trh_urn_set_get_fingerprint (set, j), hash);
          g_assert_true (found); /* still the urn that its town closed */
        }
    }
  g_assert_nonnull (strstr (counted, "Serres"));
}

/* Merged files merge: (a b) (c d) is a ((b c) d), and merging with oneself changes nothing. */
static void
test_groups (Towns *towns, gconstpointer data)
{
  g_autoptr(GBytes) all = merge (towns->files, 4);
  g_autoptr(GBytes) front = merge (towns->files, 2);
  g_autoptr(GBytes) back = merge (towns->files + 2, 2);
  g_autoptr(GBytes) middle = merge (towns->files + 1, 2);
  g_autoptr(GBytes) halves = merge ((GBytes *[]) { back, front }, 2);
  g_autoptr(GBytes) nested = merge ((GBytes *[]) { towns->files[3], middle }, 2);
  g_autoptr(GBytes) others = merge ((GBytes *[]) { nested, towns->files[0], nested }, 3);
  g_autoptr(GBytes) twice = merge ((GBytes *[]) { all, all, front }, 3);

  g_assert_true (g_bytes_equal (all, halves));
  g_assert_true (g_bytes_equal (all, others));
  g_assert_true (g_bytes_equal (all, twice));
}

static void
assert_refused (TrhUrnSet *set, GBytes *file, const char *with)
{
  g_autoptr(GError) error = NULL;
  guint before = trh_urn_set_get_n (set);

  g_assert_false (trh_urn_set_add (set, file, "x.urn", NULL, &error));
  g_assert_nonnull (error);
  if (with != NULL && strstr (error->message, with) == NULL)
    g_error ("“%s” is not in: %s", with, error->message);
  g_assert_cmpuint (trh_urn_set_get_n (set), ==, before);
}

/* One changed byte anywhere, alone or in the merged file. */
static void
test_changed (Towns *towns, gconstpointer data)
{
  g_autoptr(GBytes) all = merge (towns->files, 4);
  GBytes *files[] = { towns->files[1], all };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      gsize length;
      const char *text = g_bytes_get_data (files[f], &length);
      const char *sealed = strstr (text, "\"sealed\"");

      for (gsize at = 0; at < length; at += g_test_thorough () ? 1 : 1 + f * 37)
        {
          g_autoptr(TrhUrnSet) set = trh_urn_set_new ();
          g_autofree char *changed = g_memdup2 (text, length);
          g_autoptr(GBytes) bytes = NULL;
          gboolean readable;

          changed[at] ^= 1;
          readable = f == 0 && text + at > sealed && g_ascii_isalnum (text[at]) && g_ascii_isalnum (changed[at]);
          bytes = g_bytes_new_static (changed, length);
          /* among the ballots the file can still be read so far as to say whose it is */
          assert_refused (set, bytes, readable ? "Rosans" : NULL);
        }
    }
}

static void
test_foreign (Towns *towns, gconstpointer data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(TrhKeys) others = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(TrhKeys) other_poll = trh_keys_new ("poll-2", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(GBytes) rehearsal = make_urn (towns->keys, "session-9", "Orpierre", 3, TRUE, random);
  g_autoptr(GBytes) other_keys = make_urn (others, "session-9", "Orpierre", 3, FALSE, random);
  g_autoptr(GBytes) of_poll_2 = make_urn (other_poll, "session-9", "Orpierre", 3, FALSE, random);
  g_autoptr(GBytes) same_session = make_urn (towns->keys, "session-2", "Orpierre", 3, FALSE, random);
  g_autoptr(TrhUrnSet) set = trh_urn_set_new ();
  g_autoptr(TrhUrnSet) rehearsals = trh_urn_set_new ();
  g_autoptr(GBytes) garbage = g_bytes_new_static ("[]", 2);

  add (set, towns->files[0], 1);
  assert_refused (set, rehearsal, "Orpierre: rehearsals");
  assert_refused (set, other_keys, "Orpierre: this urn belongs to another vote");
  assert_refused (set, of_poll_2, "Orpierre: this urn belongs to another vote");
  assert_refused (set, same_session, "Orpierre: two different urns");
  assert_refused (set, garbage, "x.urn: ");
  add (rehearsals, rehearsal, 1);
  assert_refused (rehearsals, towns->files[0], "Serres: rehearsals");
}

static void
test_open_urn (Towns *towns, gconstpointer data)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(TrhUrnContent) content = trh_urn_content_new ("poll-1", "session-8", &form, urn_candidates,
                                                          trh_keys_peek_public (towns->keys), urn_organisers);
  g_autoptr(TrhUrnSet) set = trh_urn_set_new ();
  g_autoptr(GBytes) file = NULL;

  trh_urn_content_set_session (content, "", "Montbrun", 20000, 1020);
  file = trh_urn_content_print (content);
  assert_refused (set, file, "Montbrun: this urn is not closed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/voting/urn-set/" name, Towns, NULL, set_up, function, tear_down)
  ADD ("orders", test_orders);
  ADD ("groups", test_groups);
  ADD ("changed", test_changed);
  ADD ("foreign", test_foreign);
  ADD ("open-urn", test_open_urn);

  return g_test_run ();
}
