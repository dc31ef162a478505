/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "poll-fixture.h"

#include <string.h>

#include "core/model/trh-poll-bags.h"
#include "core/voting/trh-lot.h"
#include "core/voting/trh-urn.h"

/* From sealed urns to the sums that the project keeps, and to the sentences that are made from them again. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"},"
  "{\"insee\":\"05126\",\"name\":\"Rosans\"},{\"insee\":\"84123\",\"name\":\"Sault\"}]}";
static const char *const letters[] = { "A", "B", "C", "D", "E", "F", NULL };

static TrhWorkspace *
open_season (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  return trh_workspace_new (project, NULL);
}

/* As in "A* 14, C 8 =2": chosen, voices, tied, missing. */
static char *
describe (const TrhResultRecord *result)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < result->tallies->len; i++)
    {
      const TrhTallyRecord *tally = result->tallies->pdata[i];

      g_string_append_printf (out, "%s%s%s %d%s", i > 0 ? ", " : "", tally->name, tally->elected ? "*" : "", tally->voices,
                              tally->tied ? "=" : "");
      if (tally->missing > 0)
        g_string_append_printf (out, " +%d", tally->missing);
      if (tally->by_guarantee)
        g_string_append (out, " !");
    }
  return g_string_free (out, FALSE);
}

/* As in "A 1/14, D 1/8" */
static char *
describe_turns (const TrhResultRecord *result)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < result->turns->len; i++)
    {
      const TrhTurnRecord *turn = result->turns->pdata[i];
      g_autofree char *tied = g_strjoinv ("", turn->tied);

      g_string_append_printf (out, "%s%s%s%s %s%s%s", i > 0 ? ", " : "", turn->phase, *turn->phase != '\0' ? " " : "",
                              turn->artist_id, turn->score, *tied != '\0' ? " =" : "", tied);
    }
  return g_string_free (out, FALSE);
}

#define ASSERT_TEXT(expression, text) G_STMT_START { \
    g_autofree char *text_ = expression; \
    g_assert_cmpstr (text_, ==, text); \
  } G_STMT_END

/* What was told when the ballots were open, and what is told from the sums, is the same. */
static void
assert_told_alike (PollFixture *vote, const char *seed)
{
  g_autoptr(TrhOpening) opening = poll_fixture_open (vote, seed);
  g_autoptr(TrhTold) told = poll_fixture_tell (vote);
  const TrhTelling *then = &(TrhTelling) {
    told->telling.method, trh_opening_peek_election (opening), trh_opening_peek_count (opening),
    trh_opening_peek_reasons (opening), told->telling.names, told->telling.keeps_ties, seed != NULL };
  const TrhTelling *now = &told->telling;
  const TrhComparison *comparison = trh_opening_peek_comparison (opening);
  static char *(*const by_candidate[]) (const TrhTelling *, guint) = {
    trh_explain_candidate, trh_explain_voices, trh_explain_grades };

  for (guint how = 0; how < G_N_ELEMENTS (by_candidate); how++)
    for (guint c = 0; c < then->count->n_candidates; c++)
      {
        g_autofree char *sentence = by_candidate[how] (then, c);

        ASSERT_TEXT (by_candidate[how] (now, c), sentence);
      }
  g_assert_cmpuint (trh_explain_get_n_rounds (now), ==, trh_explain_get_n_rounds (then));
  for (guint i = 0; i < trh_explain_get_n_rounds (then); i++)
    {
      g_autofree char *sentence = trh_explain_round (then, i);

      ASSERT_TEXT (trh_explain_round (now, i), sentence);
    }
  g_assert_cmpuint (now->reasons->towns->len, ==, then->reasons->towns->len);
  for (guint i = 0; i < then->reasons->towns->len; i++)
    {
      g_autofree char *sentence = trh_explain_town (then, i);

      ASSERT_TEXT (trh_explain_town (now, i), sentence);
    }
  {
    g_autofree char *guarantees = trh_explain_guarantees (then);
    g_autofree char *draw = trh_explain_draw (then);

    ASSERT_TEXT (trh_explain_guarantees (now), guarantees);
    ASSERT_TEXT (trh_explain_draw (now), draw);
  }
  g_assert_nonnull (comparison);
  g_assert_cmpuint (told->comparison->methods->len, ==, comparison->methods->len);
  for (guint i = 0; i < comparison->methods->len; i++)
    {
      const GArray *counted = ((const TrhCount *) comparison->counts->pdata[i])->committee;
      const GArray *kept = ((const TrhCount *) told->comparison->counts->pdata[i])->committee;

      g_assert_cmpmem (kept->data, kept->len * sizeof (guint), counted->data, counted->len * sizeof (guint));
    }
}

static void
hold_golden (PollFixture *vote, const char *method)
{
  const PollCase golden = { "golden", TRH_BALLOT_APPROVAL, method, 4, TRH_TIES_KEPT, NULL, NULL };

  poll_fixture_set_up (vote, open_season (), &golden, letters);
  poll_fixture_hold (vote, "or-serres", "05166", "8 ABC, 3 AB, 3 A");
  poll_fixture_hold (vote, "or-rosans", "05126", "6 D, 2 BD");
  poll_fixture_hold (vote, "or-sault", "84123", "5 EF, 2 E, 1 -");
}

/* features.md §4.3: simple approval. */
static void
test_golden (void)
{
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;
  const TrhSmallTownsRecord *small;
  TrhProject *project;

  hold_golden (&vote, "av");
  total = poll_fixture_count (&vote, NULL);
  project = trh_workspace_get_project (vote.workspace);
  /* E has 7, C and D 8: with 9, whatever the lot */
  ASSERT_TEXT (describe (total), "A* 14, B* 13, C* 8, D* 8, E 7 +2, F 5 +4");
  g_assert_cmpint (total->ballots, ==, 30);
  g_assert_cmpint (total->blank, ==, 1);
  g_assert_true (total->unique);
  g_assert_cmpint (total->represented, ==, 22); /* all of Serres and Rosans */

  /* Rosans and Sault have fewer than ten: together only */
  ASSERT_TEXT (describe (trh_project_find_record (project, TRH_RESULTS, "or-serres")), "A 14, B 11, C 8, D 0, E 0, F 0");
  g_assert_cmpint (((const TrhResultRecord *) trh_project_find_record (project, TRH_RESULTS, "or-serres"))->represented, ==, 14);
  ASSERT_TEXT (describe (trh_project_find_record (project, TRH_RESULTS, "or-rosans")), "");
  g_assert_cmpint (((const TrhResultRecord *) trh_project_find_record (project, TRH_RESULTS, "or-rosans"))->represented, ==, -1);
  g_assert_cmpuint (total->small_towns->len, ==, 1);
  small = total->small_towns->pdata[0];
  g_assert_cmpint (small->n_towns, ==, 2);
  g_assert_cmpint (small->expressed, ==, 15);
  g_assert_cmpint (small->represented, ==, 8);
  g_assert_cmpint (((const TrhTallyRecord *) small->tallies->pdata[4])->voices, ==, 7);
  assert_told_alike (&vote, NULL);
}

/* The proportional methods on the same ballots: beside the result, as names only. */
static void
test_golden_compared (void)
{
  static const struct { const char *method, *chosen; } expected[] = {
    { "av", "abcd" }, { "mes-phragmen", "adeb" }, { "seqphragmen", "adeb" }, { "mes", "ad" },
  };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;
  guint n_seen = 0;

  hold_golden (&vote, "mes-phragmen");
  total = poll_fixture_count (&vote, NULL);
  /* with 2 more F and E would be equal (3/217), with 3 F goes before; C with 2 more is behind B, with 3 equal to E first */
  ASSERT_TEXT (describe (total), "A* 14, B* 13, C 8 +3, D* 8, E* 7, F 5 +3");
  g_assert_cmpint (total->represented, ==, 29);
  g_assert_cmpint (((const TrhSmallTownsRecord *) total->small_towns->pdata[0])->represented, ==, 15);
  for (guint i = 0; i < total->compared->len; i++)
    {
      const TrhComparedRecord *compared = total->compared->pdata[i];
      g_autofree char *chosen = g_strjoinv ("", compared->chosen);

      g_assert_cmpuint (strlen (chosen), >, 0);
      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        if (g_str_equal (compared->method, expected[k].method))
          {
            n_seen++;
            g_assert_cmpstr (chosen, ==, expected[k].chosen);
          }
    }
  g_assert_cmpuint (n_seen, ==, G_N_ELEMENTS (expected));
  assert_told_alike (&vote, NULL);
}

/* A has 14. Then B's voices are worth 11/2 + 2 and D has 8; with D, B is worth 13/2 and E has 7. */
static void
test_turns (void)
{
  g_auto(PollFixture) vote = { 0 };

  hold_golden (&vote, "seqpav");
  ASSERT_TEXT (describe_turns (poll_fixture_count (&vote, NULL)), "a 14, d 8, e 7, b 13/2");
  assert_told_alike (&vote, NULL);
}

/* The grades of features.md §4.3: 1 here is 4 there. */
static void
test_judgment (void)
{
  const PollCase judged = { "mj", TRH_BALLOT_GRADES, "mj", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", "C", NULL };
  static const struct { const char *grades; int grade, place; } expected[] = {
    { "2 2 1 1 1", 1, 2 }, { "0 4 3 0 0", 1, 1 }, { "3 0 0 4 0", 3, 3 } };
  g_auto(PollFixture) vote = { 0 };
  g_autoptr(TrhTold) told = NULL;
  const TrhResultRecord *total;

  poll_fixture_set_up (&vote, open_season (), &judged, names);
  /* voter by voter: A 4,4,3,3,2,1,0 · B 3,3,3,3,2,2,2 · C 4,4,4,1,1,1,1 */
  poll_fixture_hold (&vote, "mj-serres", "05166", "1 121, 1 121, 1 221, 1 224, 1 334, 1 434, 1 534");
  total = poll_fixture_count (&vote, NULL);
  for (guint c = 0; c < 3; c++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[c];

      g_assert_cmpstr (tally->grades, ==, expected[c].grades);
      g_assert_cmpint (tally->grade, ==, expected[c].grade);
      g_assert_cmpint (tally->place, ==, expected[c].place);
      g_assert_cmpint (tally->elected, ==, c == 1);
    }
  told = poll_fixture_tell (&vote);
  /* A and B have the same grade, and 3 worse ones weigh against both */
  ASSERT_TEXT (trh_explain_candidate (&told->telling, 0),
               "More than half of the voters give A “In favour” or better: not among the chosen. Others have this grade too: "
               "the middle grades, taken away one after the other, decide.");
  ASSERT_TEXT (trh_explain_candidate (&told->telling, 2),
               "More than half of the voters give C “Hesitant” or better: not among the chosen.");
  assert_told_alike (&vote, NULL);
}

/* A town's own grades, counted as they were given; none is the worst. */
static void
test_grades_of_a_town (void)
{
  const PollCase judged = { "mj2", TRH_BALLOT_GRADES, "mj", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", NULL };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *session;

  poll_fixture_set_up (&vote, open_season (), &judged, names);
  poll_fixture_hold (&vote, "g1", "05166", "6 12, 4 30, 2 -");
  poll_fixture_hold (&vote, "g2", "05126", "12 21");
  poll_fixture_count (&vote, NULL);
  session = trh_project_find_record (trh_workspace_get_project (vote.workspace), TRH_RESULTS, "g1");
  g_assert_cmpstr (((const TrhTallyRecord *) session->tallies->pdata[0])->grades, ==, "6 0 4 0 0");
  g_assert_cmpstr (((const TrhTallyRecord *) session->tallies->pdata[1])->grades, ==, "0 6 0 0 4");
  g_assert_cmpint (session->blank, ==, 2);
  assert_told_alike (&vote, NULL);
}

/* All three of a hamlet voted blank: neither its line nor the difference to the sum may tell it. */
static void
test_blank_of_a_hamlet (void)
{
  const PollCase approved = { "hamlet", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", NULL };
  static const int blank[] = { -1, -1, 2 };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;
  const TrhSmallTownsRecord *small;

  poll_fixture_set_up (&vote, open_season (), &approved, names);
  poll_fixture_hold (&vote, "h1", "05166", "3 -");
  poll_fixture_hold (&vote, "h2", "05126", "11 A, 1 -");
  poll_fixture_hold (&vote, "h3", "84123", "12 B, 2 -");
  total = poll_fixture_count (&vote, NULL);
  for (guint i = 0; i < 3; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (trh_workspace_get_project (vote.workspace), TRH_RESULTS,
                                                                total->sessions[i]);

      g_assert_cmpint (session->blank, ==, blank[i]);
      g_assert_cmpuint (session->tallies->len, ==, i == 2 ? 2 : 0);
    }
  g_assert_cmpint (total->blank, ==, 6);
  g_assert_cmpuint (total->small_towns->len, ==, 1);
  small = total->small_towns->pdata[0];
  g_assert_cmpint (small->n_towns, ==, 2);
  g_assert_cmpint (small->expressed, ==, 11);
  assert_told_alike (&vote, NULL);
}

/* A season that does not say how many voters of a town have a chosen artist is not taken to say none. */
static void
test_unsaid_of_a_town (void)
{
  const PollCase approved = { "unsaid", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", NULL };
  g_auto(PollFixture) vote = { 0 };
  g_autoptr(TrhTold) told = NULL;
  g_autoptr(TrhEdit) edit = trh_edit_new ("an older season");

  poll_fixture_set_up (&vote, open_season (), &approved, names);
  poll_fixture_hold (&vote, "u1", "05166", "12 A");
  poll_fixture_hold (&vote, "u2", "05126", "11 B");
  poll_fixture_count (&vote, NULL);
  ((TrhResultRecord *) trh_edit_change (edit, trh_project_find (trh_workspace_get_project (vote.workspace), TRH_RESULTS,
                                                                "u2")))->represented = -1;
  g_assert_true (trh_workspace_perform (vote.workspace, edit));
  told = poll_fixture_tell (&vote);
  ASSERT_TEXT (trh_explain_town (&told->telling, 0), "Serres: 12 voters of 12 have at least one chosen artist.");
  g_assert_null (trh_explain_town (&told->telling, 1));
}

/* The cycle A > B > C > A of 5, 4 and 3 voters: rows are who is put above whom. */
static void
test_duels (void)
{
  const PollCase duels = { "duels", TRH_BALLOT_RANKING, "schulze", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", "C", NULL };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;

  poll_fixture_set_up (&vote, open_season (), &duels, names);
  poll_fixture_hold (&vote, "d1", "05166", "5 ABC, 4 BCA, 3 CAB, 1 -");
  total = poll_fixture_count (&vote, NULL);
  g_assert_cmpstr (total->duels[0], ==, "0 8 5");
  g_assert_cmpstr (total->duels[1], ==, "4 0 9");
  g_assert_cmpstr (total->duels[2], ==, "7 3 0");
  /* the weakest link, C above A by 7, gives way: A first */
  for (guint c = 0; c < 3; c++)
    g_assert_cmpint (((const TrhTallyRecord *) total->tallies->pdata[c])->place, ==, (int) c + 1);
  assert_told_alike (&vote, NULL);
}

/* Nine voters, two places, four votes elect: A has five, one of them for nobody else; then C goes out. */
static void
test_transfers (void)
{
  const PollCase transfers = { "stv", TRH_BALLOT_RANKING, "stv-scottish", 2, TRH_TIES_KEPT, NULL, NULL };
  static const char *const names[] = { "A", "B", "C", NULL };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;
  const TrhTurnRecord *turn;

  poll_fixture_set_up (&vote, open_season (), &transfers, names);
  poll_fixture_hold (&vote, "t1", "05166", "5 AB, 2 B, 2 CB");
  total = poll_fixture_count (&vote, NULL);
  g_assert_cmpint (total->quota, ==, 4);
  turn = total->turns->pdata[0];
  g_assert_cmpstr (turn->phase, ==, "first");
  g_assert_cmpstr (turn->votes[0], ==, "5.00000");
  g_assert_cmpstr (turn->elected[0], ==, "a");
  turn = total->turns->pdata[1]; /* a fifth of each of the five papers */
  g_assert_cmpstr (turn->phase, ==, "surplus");
  g_assert_cmpstr (turn->votes[1], ==, "3.00000");
  turn = total->turns->pdata[2];
  g_assert_cmpstr (turn->phase, ==, "exclude");
  g_assert_cmpstr (turn->artist_id, ==, "c");
  assert_told_alike (&vote, NULL);
}

/* Three are equal for one place: all are kept; or nobody is chosen before the draw, and then whom the lot says. */
/* An urn whose ballots may tick more, or fewer, than the vote allows is refused by its town, wherever the urns are: even when its
 * fingerprint is the one of the minutes. */
static void
test_limits (void)
{
  static const PollCase approved = { "limits", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_auto(PollFixture) vote = { 0 };
  g_autofree char *folder = NULL, *path = NULL;
  TrhPollRecord *record;

  poll_fixture_set_up (&vote, open_season (), &approved, letters);
  poll_fixture_hold (&vote, "l1", "05166", "12 ABC");
  record = (TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (vote.poll));
  path = trh_urn_get_path ("l1");
  folder = g_path_get_dirname (path);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhOpening) opening = NULL;

      record->max_choices = i < 2 ? 2 : 0;
      record->min_choices = i < 2 ? 0 : 4;
      opening = trh_poll_make_opening (trh_workspace_get_project (vote.workspace), vote.poll, i % 2 == 0 ? folder : NULL, &error);
      g_assert_no_error (error);
      trh_opening_set_keys (opening, vote.keys_path, poll_passphrases);
      g_assert_false (trh_opening_run (opening, &error));
      g_assert_cmpstr (error->message, ==, "Serres: the ballots of this urn have other limits than the vote: its bag was changed.");
    }
  record->max_choices = record->min_choices = 0;
  g_assert_cmpint (poll_fixture_count (&vote, NULL)->ballots, ==, 12);
}

static void
test_draw (void)
{
  static const char seed[] = "dé 3-1-4";
  const char *const ids[] = { "a", "b", "c", NULL };
  g_autofree guint *order = trh_lot_draw (seed, ids);
  static const char *const names[] = { "A", "B", "C", NULL };

  static const struct { const char *id, *session; TrhTies ties; const char *seed, *told; } cases[] = {
    { "kept", "e1", TRH_TIES_KEPT, NULL, "A* 4=, B* 4=, C* 4=" },
    { "before", "e2", TRH_TIES_LOT, NULL, "A 4=, B 4=, C 4=" },
    { "drawn", "e3", TRH_TIES_LOT, seed, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PollCase equal = { cases[i].id, TRH_BALLOT_APPROVAL, "av", 1, cases[i].ties, NULL, NULL };
      g_auto(PollFixture) vote = { 0 };
      const TrhResultRecord *total;

      poll_fixture_set_up (&vote, open_season (), &equal, names);
      poll_fixture_hold (&vote, cases[i].session, "05166", "4 ABC");
      total = poll_fixture_count (&vote, cases[i].seed);
      g_assert_false (total->unique);
      if (cases[i].told != NULL)
        ASSERT_TEXT (describe (total), cases[i].told);
      assert_told_alike (&vote, cases[i].seed);
      if (cases[i].seed == NULL)
        continue;
      g_assert_cmpstr (total->seed, ==, seed);
      for (guint c = 0; c < 3; c++)
        g_assert_cmpint (((const TrhTallyRecord *) total->tallies->pdata[c])->elected, ==, c == order[0]);
    }
}

/* The golden election with a place for E or F: E comes in for C or D, which are equal for what is left and both kept. */
static void
test_guarantee (void)
{
  g_autoptr(TrhTold) told = NULL;
  const PollCase guaranteed = { "q", TRH_BALLOT_APPROVAL, "av", 4, TRH_TIES_KEPT, "wwwwxx", "x" };
  g_auto(PollFixture) vote = { 0 };
  const TrhResultRecord *total;

  poll_fixture_set_up (&vote, open_season (), &guaranteed, letters);
  poll_fixture_hold (&vote, "q1", "05166", "8 ABC, 3 AB, 3 A, 6 D, 2 BD, 5 EF, 2 E, 1 -");
  total = poll_fixture_count (&vote, NULL);
  ASSERT_TEXT (describe (total), "A* 14, B* 13, C* 8=, D* 8=, E* 7 !, F 5 +3");
  told = poll_fixture_tell (&vote);
  ASSERT_TEXT (trh_explain_guarantees (&told->telling), "Because of the guarantees E stands on the list too.");
  assert_told_alike (&vote, NULL);
}

/* The recovery sheet opens what both passphrases open; a slip of the pen does not. */
static void
test_sheet (void)
{
  g_auto(PollFixture) vote = { 0 };
  g_autoptr(TrhSecret) secret = NULL;
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(GError) error = NULL;
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];
  const char *typed[TRH_RECOVERY_LINES];

  hold_golden (&vote, "av");
  secret = trh_keys_unlock (vote.keys, poll_passphrases, NULL);
  trh_recovery_write (secret, lines);
  for (guint i = 0; i < TRH_RECOVERY_LINES; i++)
    typed[i] = lines[i];
  opening = trh_poll_make_opening (trh_workspace_get_project (vote.workspace), vote.poll, NULL, NULL);
  typed[2] = lines[1];
  trh_opening_set_sheet (opening, "golden", trh_keys_peek_public (vote.keys), typed);
  g_assert_false (trh_opening_run (opening, &error));
  g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE);
  g_clear_error (&error);
  typed[2] = lines[2];
  trh_opening_set_sheet (opening, "golden", trh_keys_peek_public (vote.keys), typed);
  g_assert_true (trh_opening_run (opening, &error));
  g_assert_cmpuint (trh_opening_peek_count (opening)->voices[0], ==, 14);
}

/* A town voted, or a bag went out, while the others were counted: the vote is not said to be counted without them. */
static void
test_meanwhile (void)
{
  static const PollCase which = { "mw", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT };
  const TrhSessionOpening bag = { .session_id = "mw-3", .commune_id = "84123", .venue_id = "", .day = 20888, .codes = 5 };
  g_auto(PollFixture) vote = { 0 };
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(TrhEdit) packed = NULL;
  g_autoptr(GError) error = NULL;
  TrhProject *project;

  poll_fixture_set_up (&vote, open_season (), &which, letters);
  project = trh_workspace_get_project (vote.workspace);
  poll_fixture_hold (&vote, "mw-1", "05166", "12 A");
  opening = poll_fixture_open (&vote, NULL);
  poll_fixture_hold (&vote, "mw-2", "05126", "20 B");
  g_assert_null (trh_poll_edit_opened (project, vote.poll, opening, 20889, &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_clear_error (&error);

  trh_opening_free (opening);
  opening = poll_fixture_open (&vote, NULL);
  packed = trh_poll_edit_pack (project, vote.poll, &bag, &error);
  g_assert_no_error (error);
  g_assert_true (trh_workspace_perform (vote.workspace, packed));
  g_assert_null (trh_poll_edit_opened (project, vote.poll, opening, 20889, &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
}

int
main (int argc, char *argv[])
{
  /* not G_TEST_OPTION_ISOLATE_DIRS: GLib 2.74 leaks what it puts there, which the leak check tells */
  g_autofree char *home = g_dir_make_tmp ("trh-poll-result-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/poll-result/golden", test_golden);
  g_test_add_func ("/exchange/poll-result/golden-compared", test_golden_compared);
  g_test_add_func ("/exchange/poll-result/turns", test_turns);
  g_test_add_func ("/exchange/poll-result/judgment", test_judgment);
  g_test_add_func ("/exchange/poll-result/grades-of-a-town", test_grades_of_a_town);
  g_test_add_func ("/exchange/poll-result/blank-of-a-hamlet", test_blank_of_a_hamlet);
  g_test_add_func ("/exchange/poll-result/unsaid-of-a-town", test_unsaid_of_a_town);
  g_test_add_func ("/exchange/poll-result/duels", test_duels);
  g_test_add_func ("/exchange/poll-result/transfers", test_transfers);
  g_test_add_func ("/exchange/poll-result/draw", test_draw);
  g_test_add_func ("/exchange/poll-result/limits", test_limits);
  g_test_add_func ("/exchange/poll-result/guarantee", test_guarantee);
  g_test_add_func ("/exchange/poll-result/meanwhile", test_meanwhile);
  g_test_add_func ("/exchange/poll-result/sheet", test_sheet);

  return g_test_run ();
}
