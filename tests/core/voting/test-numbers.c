/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-guarantees.h"
#include "core/voting/trh-explain.h"
#include "core/voting/trh-reconciliation.h"
#include "catalogue.h"

/* What is read aloud and signed, with 0, 1 and 2 in each of its numbers: each word follows its own number. Run once in each
 * language; French counts 0 as one. */

static const int figures[] = { 0, 1, 2 };
#define N G_N_ELEMENTS (figures)

static const char *const english[] = {
  "\\b1 (?:ballots|codes|slips|signatures|voters|artists|places|were|are)\\b", "\\b[02] (?:ballot|code|slip|signature|voter|artist|place)\\b",
  "only 1 artists", "there are (?:only )?1 ", "there is (?:only )?[02] ", NULL };
static const char *const french[] = {
  "(?<!sur )\\b[01] (?:bulletins|codes|papillons|signatures|votants|artistes|places|nuls|restants|saisis|sont|aimeraient)\\b",
  "(?<!sur )\\b2 (?:bulletin|code|papillon|signature|votant|artiste|place|nul|restant|saisi|est|aimerait)\\b",
  "\\b[01] (?:codes? annulés|codes? utilisés|papillons? restés)\\b", "\\b2 (?:codes? annulé|codes? utilisé|papillons? resté)\\b",
  "\\b[01] voix de plus auraient", "\\b2 voix de plus aurait\\b", "[Ss]euls [01]\\b", "[Ss]eul 2\\b", NULL };

static gboolean
is_french (void)
{
  return g_str_has_prefix (g_getenv ("LANGUAGE"), "fr");
}

static const char *
find_fault (const char *sentence, const char *const *faults)
{
  for (guint i = 0; faults[i] != NULL; i++)
    if (g_regex_match_simple (faults[i], sentence, 0, 0))
      return faults[i];
  return NULL;
}

/* @sentence: (nullable) (transfer full) */
static void
assert_good (char *sentence)
{
  g_autofree char *owned = sentence;
  const char *fault = owned != NULL ? find_fault (owned, is_french () ? french : english) : NULL;

  if (fault != NULL)
    g_error ("“%s” has a word of another number (%s)", owned, fault);
}

static void
test_faults (void)
{
  g_assert_nonnull (find_fault ("41 codes annulés, 1 papillons restés", french));
  g_assert_nonnull (find_fault ("3 votants, 1 voix de plus auraient suffi", french));
  g_assert_nonnull (find_fault ("0 codes used of 2, 1 slips left", english));
  g_assert_null (find_fault ("21 papillons restés, 1 bulletin", french));
}

static void
test_language (void)
{
  g_assert_cmpstr (ngettext ("%u ballot in the urn", "%u ballots in the urn", 2), ==,
                   is_french () ? "%u bulletins dans l’urne" : "%u ballots in the urn");
}

static void
test_explain (void)
{
  for (guint i = 0; i < N * N * N; i++)
    {
      const guint a = (guint) figures[i % N], b = (guint) figures[i / N % N], c = (guint) figures[i / N / N];

      assert_good (trh_explain_urn (a, b, c));
      assert_good (trh_explain_approval_full ("Ana", a, b, FALSE, FALSE, c, FALSE));
      assert_good (trh_explain_approval_full ("Ana", a, b, c == 1, FALSE, 0, TRUE));
      assert_good (trh_explain_approval ("Ana", a, b, c == 1, c == 2));
    }
}

static void
test_reconciliation (void)
{
  for (guint slips = 0; slips < N + 1; slips++)
    for (guint i = 0; i < N * N * N * N * N; i++)
      {
        const int a = figures[i % N], b = figures[i / 3 % N], c = figures[i / 9 % N], d = figures[i / 27 % N], e = figures[i / 81];
        const TrhReconciliation all = { (guint) (a + b + d), (guint) a, (guint) b, (int) slips - 1, (guint) c, (guint) d, (guint) e,
                                        (int) (i % 4) - 1, (int) (i % 5) - 1 };
        g_autoptr(GPtrArray) sentences = trh_reconciliation_say (&all, NULL);

        for (guint s = 0; s < sentences->len; s++)
          assert_good (g_strdup (sentences->pdata[s]));
      }
}

/* A vote on @n_dance dancers and one clown. */
static void
check_guarantee (TrhProject *project, int n_dance, int least, int most, int seats)
{
  TrhPollRecord *poll = trh_record_new (&trh_poll_schema, "p");
  g_autoptr(TrhRecord) owned = (TrhRecord *) poll;
  TrhQuotaRecord *quota = trh_record_new (&trh_quota_schema, NULL);
  g_autoptr(GError) error = NULL;

  for (int i = 0; i <= n_dance; i++)
    {
      g_ptr_array_add (poll->candidates, trh_record_new (&trh_candidate_schema, NULL));
      trh_poll_set_group (poll, (guint) i, i == n_dance ? "clown" : "danse");
    }
  quota->kind = TRH_QUOTA_DISCIPLINE;
  trh_record_set_text (&quota->group, "danse");
  quota->least = least;
  quota->most = most;
  g_ptr_array_add (poll->quotas, quota);
  poll->seats = seats;
  if (!trh_poll_check_guarantees (project, poll, &error))
    assert_good (g_strdup (error->message));
}

static void
test_guarantees (void)
{
  static const char season[] = "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\"}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  for (guint i = 0; i < N * N * N * N; i++)
    check_guarantee (project, figures[i % N], figures[i / 3 % N], figures[i / 9 % N], figures[i / 27] + 1);
}

int
main (int argc, char *argv[])
{
  catalogue_open ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/numbers/faults", test_faults);
  g_test_add_func ("/voting/numbers/language", test_language);
  g_test_add_func ("/voting/numbers/explain", test_explain);
  g_test_add_func ("/voting/numbers/reconciliation", test_reconciliation);
  g_test_add_func ("/voting/numbers/guarantees", test_guarantees);

  return g_test_run ();
}
