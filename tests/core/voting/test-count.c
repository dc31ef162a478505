/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-count.h"
#include "core/voting/trh-lot.h"

static TrhElection *
read_in (const char *json, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

  return trh_election_parse (bytes, error);
}

/* A whole result as a short text. */
static char *
describe (const TrhElection *election)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhCount) count = trh_method_count (&trh_method_av, election, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  if (count == NULL)
    return g_strdup (trh_count_error_get_name (error->code));
  g_string_printf (out, "%" G_GUINT64_FORMAT "+%" G_GUINT64_FORMAT ":", count->valid, count->blank);
  for (guint i = 0; i < count->committee->len; i++)
    g_string_append_printf (out, " %s", election->candidates[g_array_index (count->committee, guint, i)]);
  if (!count->unique)
    {
      g_string_append_printf (out, " of %u, tied", count->committees != NULL ? count->committees->len : 99);
      for (guint i = 0; i < count->tied->len; i++)
        g_string_append_printf (out, " %s", election->candidates[g_array_index (count->tied, guint, i)]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define HEAD "{\"ballot_type\":\"approval\",\"candidates\":[\"a\",\"b\",\"c\",\"d\"],"

static const struct { const char *json, *after; } cases[] = {
  { HEAD "\"seats\":2,\"ballots\":[{\"weight\":3,\"approve\":[0,1]},{\"approve\":[1,2]},{\"approve\":[]}]}", "4+1: b a" },
  { HEAD "\"seats\":1,\"ballots\":[{\"weight\":2,\"approve\":[0]},{\"weight\":2,\"approve\":[3]}]}", "4+0: a of 2, tied a d" },
  { HEAD "\"seats\":1,\"lot\":[3,2,1,0],\"ballots\":[{\"weight\":2,\"approve\":[0]},{\"weight\":2,\"approve\":[3]}]}", "4+0: d of 2, tied a d" },
  { HEAD "\"seats\":4,\"ballots\":[{\"approve\":[2]}]}", "1+0: c a b d" },
  { HEAD "\"seats\":2,\"ballots\":[{\"approve\":[2]}]}", "1+0: c a of 3, tied a b d" },
  { HEAD "\"seats\":2,\"ballots\":[{\"weight\":9,\"approve\":[]}]}", "no-expressed-ballot" },
  { HEAD "\"seats\":2,\"ballots\":[]}", "no-expressed-ballot" },
  { HEAD "\"seats\":5,\"ballots\":[{\"approve\":[2]}]}", "line" },
  { HEAD "\"seats\":2,\"groups\":[\"x\",\"x\",\"y\",null],\"quotas\":[{\"group\":\"y\",\"min\":1}],"
    "\"ballots\":[{\"weight\":5,\"approve\":[0,1]},{\"approve\":[2]}]}", "6+0: a c of 2, tied a b" },
  { HEAD "\"seats\":3,\"groups\":[\"x\",\"x\",\"y\",null],\"quotas\":[{\"group\":\"x\",\"max\":1}],"
    "\"ballots\":[{\"weight\":5,\"approve\":[0,1]},{\"weight\":2,\"approve\":[1,3]},{\"approve\":[2]}]}", "8+0: b d c" },
  { HEAD "\"seats\":3,\"groups\":[\"x\",\"x\",\"y\",null],\"quotas\":[{\"group\":\"y\",\"min\":2}],"
    "\"ballots\":[{\"approve\":[0]}]}", "quotas-infeasible" },
};

static void
test_small (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhElection) election = read_in (cases[i].json, &error);
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].json);
      if (g_str_equal (cases[i].after, "line"))
        {
          g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      after = describe (election);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

static const struct { const char *json, *message; } refused[] = {
  { "[]", "an object is expected" },
  { "{}", "ballot_type: this member is missing" },
  { "{\"ballot_type\":\"points\"}", "ballot_type: “approval”, “graded” or “ranked” is expected" },
  { "{\"ballot_type\":\"approval\",\"candidates\":[]}", "candidates: 0 elements, not between 1 and 200" },
  { "{\"ballot_type\":\"approval\",\"candidates\":[\"a\",1]}", "candidates[1]: a text is expected" },
  { HEAD "\"ballots\":{}}", "ballots: a list is expected" },
  { HEAD "\"ballots\":[3]}", "ballots[0]: an object is expected" },
  { HEAD "\"ballots\":[{\"approve\":[0,4]}]}", "ballots[0].approve[1]: the number of a candidate is expected" },
  { HEAD "\"ballots\":[{\"approve\":[0,0]}]}", "ballots[0].approve[1]: this candidate is there twice" },
  { HEAD "\"ballots\":[{\"approve\":[0.0]}]}", "ballots[0].approve[0]: the number of a candidate is expected" },
  { HEAD "\"ballots\":[{\"approve\":[0],\"weight\":0}]}", "ballots[0].weight: 0 is not between 1 and 9007199254740991" },
  { HEAD "\"ballots\":[{\"approve\":[0],\"weight\":9007199254740991},{\"approve\":[0]}]}",
    "ballots[1].weight: there are more ballots than can be counted exactly" },
  { HEAD "\"lot\":[0,1,2,2],\"ballots\":[]}", "lot[3]: this candidate is there twice" },
  { HEAD "\"groups\":[\"x\"],\"ballots\":[]}", "groups: 1 element, not between 4 and 4" },
  { HEAD "\"quotas\":[{\"min\":1}],\"ballots\":[]}", "quotas[0].group: this member is missing" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_in (refused[i].json, &error));
      g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_suffix (error->message, refused[i].message)); /* line and column in front */
    }
}

/* All committees, tried one by one: the best sums among those that keep the guarantees. */
static GPtrArray *
list_slowly (const TrhElection *election, const guint64 *voices)
{
  GPtrArray *best = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint64 most = 0;

  for (guint set = 0; set < 1u << election->n_candidates; set++)
    {
      guint64 sum = 0;
      gboolean keeps = __builtin_popcount (set) == (int) election->seats;
      GArray *committee;

      for (guint q = 0; q < election->quotas->len; q++)
        {
          const TrhQuota *quota = &g_array_index (election->quotas, TrhQuota, q);
          guint members = 0;

          for (guint c = 0; c < election->n_candidates; c++)
            members += (set >> c & 1) && g_str_equal (election->groups[c], quota->group);
          keeps = keeps && members >= quota->least && members <= quota->most;
        }
      for (guint c = 0; c < election->n_candidates; c++)
        sum += (set >> c & 1) * voices[c];
      if (!keeps || (best->len > 0 && sum < most))
        continue;
      if (sum > most)
        g_ptr_array_set_size (best, 0);
      most = sum;
      committee = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint c = 0; c < election->n_candidates; c++)
        if (set >> c & 1)
          g_array_append_val (committee, c);
      g_ptr_array_add (best, committee);
    }
  return best;
}

static TrhElection *
invent (GRand *random)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", NULL };
  static const char *const groups[] = { "x", "y", "z", "" };
  guint n = (guint) g_rand_int_range (random, 1, 10);
  g_autofree const char **candidates = g_new0 (const char *, n + 1);
  g_autofree const char **group_of = g_new0 (const char *, n + 1);
  g_autofree guint8 *marks = g_new (guint8, n);
  guint n_ballots = (guint) g_rand_int_range (random, 0, 12);
  TrhElection *election;

  for (guint c = 0; c < n; c++)
    {
      candidates[c] = names[c];
      group_of[c] = groups[g_rand_int_range (random, 0, 4)];
    }
  election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, candidates);
  election->seats = (guint) g_rand_int_range (random, 1, (gint32) n + 1);
  trh_election_set_groups (election, group_of);
  for (gint32 q = g_rand_int_range (random, -2, 4); q > 0; q--)
    {
      guint least = (guint) g_rand_int_range (random, 0, 3);

      trh_election_add_quota (election, groups[g_rand_int_range (random, 0, 3)], least,
                              g_rand_boolean (random) ? G_MAXUINT : least + (guint) g_rand_int_range (random, 0, 2));
    }
  for (guint i = 0; i < n_ballots; i++)
    {
      for (guint c = 0; c < n; c++)
        marks[c] = g_rand_int_range (random, 0, 3) == 0;
      trh_ballots_add (election->ballots, marks, (guint64) g_rand_int_range (random, 1, 4));
    }
  return election;
}

static void
test_twin (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_counted = 0, n_infeasible = 0, n_tied = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr(TrhElection) election = invent (random);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhCount) count = trh_method_count (&trh_method_av, election, &error);
      g_autoptr(TrhCount) sums = trh_count_new (election);
      g_autoptr(GPtrArray) slow = list_slowly (election, sums->voices);

      if (count == NULL)
        {
          n_infeasible += error->code == TRH_COUNT_ERROR_QUOTAS_INFEASIBLE;
          g_assert_cmpint (error->code == TRH_COUNT_ERROR_QUOTAS_INFEASIBLE, ==, slow->len == 0);
          continue;
        }
      n_counted++;
      n_tied += !count->unique;
      g_assert_cmpuint (slow->len, >, 0);
      g_assert_cmpint (count->unique, ==, slow->len == 1);
      g_assert_cmpint (count->committees != NULL, ==, slow->len <= TRH_MAX_COMMITTEES);
      if (count->committees != NULL)
        g_assert_cmpuint (count->committees->len, ==, slow->len);
      for (guint c = 0; c < election->n_candidates; c++)
        {
          guint n_in = 0;
          gboolean tied = FALSE;

          for (guint k = 0; k < slow->len; k++)
            for (guint m = 0; m < election->seats; m++)
              n_in += g_array_index ((GArray *) slow->pdata[k], guint, m) == c;
          for (guint t = 0; t < count->tied->len; t++)
            tied |= g_array_index (count->tied, guint, t) == c;
          g_assert_cmpint (tied, ==, n_in > 0 && n_in < slow->len);
        }
    }
  g_assert_cmpuint (n_counted, >, 500);
  g_assert_cmpuint (n_infeasible, >, 100);
  g_assert_cmpuint (n_tied, >, 100);
}

/* Sixty tied candidates have more committees than atoms: listing must stop early. */
static void
test_many_ties (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) candidates = NULL;
  g_autoptr(TrhElection) election = NULL;
  g_autoptr(TrhCount) count = NULL;
  guint8 marks[60];

  for (guint c = 0; c < 60; c++)
    {
      g_autofree char *name = g_strdup_printf ("c%02u", c);

      g_strv_builder_add (names, name);
      marks[c] = 1;
    }
  candidates = g_strv_builder_end (names);
  election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, (const char *const *) candidates);
  election->seats = 30;
  trh_ballots_add (election->ballots, marks, 1);
  count = trh_method_count (&trh_method_av, election, NULL);
  g_assert_false (count->unique);
  g_assert_null (count->committees);
  g_assert_cmpuint (count->tied->len, ==, 60);
}

static void
test_encoding (void)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, 4, 0, 2, 3 };
  const TrhBallotForm ranking = { TRH_BALLOT_PAPER_RANKING, 3 };
  static const struct { const char *marks; gboolean fits; } ballots[] = {
    { "\0\0\0\0", TRUE }, { "\1\0\0\0", FALSE }, { "\1\0\1\0", TRUE }, { "\1\1\1\0", TRUE },
    { "\1\1\1\1", FALSE }, { "\2\1\0\0", FALSE },
  };
  guint8 bytes[6], back[4];
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (trh_ballot_get_encoded_length (&form), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    {
      const guint8 *marks = (const guint8 *) ballots[i].marks;

      g_assert_cmpint (trh_ballot_fits (&form, marks), ==, ballots[i].fits);
      if (!ballots[i].fits)
        continue;
      trh_ballot_encode (&form, marks, bytes);
      g_assert_true (trh_ballot_decode (&form, bytes, 6, back, NULL));
      g_assert_cmpmem (marks, 4, back, 4);
      for (guint b = 0; b < 6; b++) /* a wrong byte anywhere is no ballot, or is another one that fits */
        {
          bytes[b] ^= 0x40;
          g_assert_false (trh_ballot_decode (&form, bytes, 6, back, NULL));
          bytes[b] ^= 0x40;
        }
      g_assert_false (trh_ballot_decode (&form, bytes, 5, back, &error));
      g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_true (trh_ballot_fits (&ranking, (const guint8 *) "\1\2\2"));
  g_assert_true (trh_ballot_fits (&ranking, (const guint8 *) "\0\1\0"));
  g_assert_false (trh_ballot_fits (&ranking, (const guint8 *) "\1\3\0"));
  g_assert_false (trh_ballot_fits (&ranking, (const guint8 *) "\0\2\0"));
}

static void
test_lot (void)
{
  static const char *const ids[] = { "Compagnie n° 1", "Compagnie n° 2", "Compagnie n° 3", NULL };
  g_autofree guint *order =
    trh_lot_draw ("c2ce6f447ed4d57b1e2feb89414c343c1027c4d1c386bbc4cd613e30d8f16adf #0", ids);

  g_assert_cmpuint (order[0], ==, 2);
  g_assert_cmpuint (order[1], ==, 1);
  g_assert_cmpuint (order[2], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/count/small", test_small);
  g_test_add_func ("/voting/count/refused", test_refused);
  g_test_add_func ("/voting/count/twin", test_twin);
  g_test_add_func ("/voting/count/many-ties", test_many_ties);
  g_test_add_func ("/voting/count/encoding", test_encoding);
  g_test_add_func ("/voting/count/lot", test_lot);

  return g_test_run ();
}
