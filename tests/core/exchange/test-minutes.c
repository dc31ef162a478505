/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes.h"

#include <string.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-urn.h"
#include "poll-fixture.h"
#include "read-pdf.h"

/* What the people in the room sign, as another program reads the pages: each figure and each office that was noted, a line
 * for the pen where it was not, and no figure of a town that is too small. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"season\":{\"title\":\"Saison 2027\"},\"communes\":["
  "{\"insee\":\"05166\",\"name\":\"Serres\"},{\"insee\":\"05126\",\"name\":\"Rosans\"},{\"insee\":\"84123\",\"name\":\"Sault\"}]}";
static const char *const names[] = { "Atelier des Sources", "Brigitte Lanvin", "Compagnie Drailles", NULL };
static char assessors[] = "Paul Roux, Zoé Ey";
static const TrhUrnBureau noted = { "Anne Faure", assessors, "Lise Blanc", "", 212, 60, 38, 2 };
static const TrhUrnClosing serres = { { "Lise Blanc", "Marc Arnaud" }, 1200, 22, 0, 20, "Coupure de courant.", "", &noted };
static const TrhUrnClosing rosans = { { "Jo Blanc", "Ana Ruiz" }, 1205, 10, -1, -1, NULL, NULL, NULL };

typedef struct {
  PollFixture vote;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer id)
{
  const PollCase ticks = { id, TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  poll_fixture_set_up (&fixture->vote, trh_workspace_new (project, NULL), &ticks, names);
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  poll_fixture_clear (&fixture->vote);
}

static void
hold (Fixture *fixture, const char *id, guint town, const TrhUrnClosing *stated, const char *ballots)
{
  static const char *const communes[] = { "05166", "05126", "84123" };
  g_autofree char *session = g_strdup_printf ("%s-%u", id, town);

  fixture->vote.stated = stated;
  poll_fixture_hold (&fixture->vote, session, communes[town], ballots);
}

/* One line of the pages each, columns with " | " between; NULL where no program reads pages here. */
static char *
read_lines (TrhSheet *sheet)
{
  g_autoptr(TrhSheet) owned = sheet;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = trh_sheet_print (sheet, NULL, &error);
  g_autoptr(GRegex) columns = g_regex_new ("(?m)^ +| +$", 0, 0, NULL);
  g_autoptr(GRegex) gaps = g_regex_new (" {2,}", 0, 0, NULL);
  g_autofree char *text = NULL, *trimmed = NULL;

  g_assert_no_error (error);
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }
  trimmed = g_regex_replace (columns, text, -1, 0, "", 0, NULL);
  return g_regex_replace (gaps, trimmed, -1, 0, " | ", 0, NULL);
}

static void
assert_has (const char *text, const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("\n%s\n", lines[i]);

      if (strstr (text, line) == NULL)
        g_error ("“%s” is not on the pages:\n%s", lines[i], text);
    }
}

/* Of the town, from its own urn. */
static char *
read_town (Fixture *fixture, const char *session_id)
{
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, session_id);
  const TrhPollRecord *poll = trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll));
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autoptr(GBytes) bytes = trh_file_load (path, G_MAXINT32, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnContent) urn = trh_urn_content_parse (bytes, &error);
  g_autoptr(TrhKit) kit = trh_poll_make_kit (project, poll, session->commune_id, session_id, NULL);

  g_assert_no_error (error);
  return read_lines (trh_minutes_of_session (kit, urn, session->sha256, session));
}

static void
test_town (Fixture *fixture, gconstpointer id)
{
  static const char *const lines[] = {
    "President | Anne Faure", "Assessors | Paul Roux, Zoé Ey", "Secretary | Lise Blanc",
    "Scrutineers | …………………………………………………", "Hall | …………………………………………………",
    "Paper ballots printed | 60 (sixty)", "Paper ballots found in the box | 20 (twenty)",
    "Paper ballots left | 38 (thirty-eight)", "Paper ballots spoiled | 2 (two)", "Paper ballots typed | 21 (twenty-one)",
    "People on the roll | 212 (two hundred and twelve)", "Signatures on the roll | 22 (twenty-two)",
    "Blank ballots of paper | …………………………………………………", "Tally sheets | …………………………………………………",
    "Spoiled ballots | …………………………………………………", "Slips left on the table | 0 (zero)", "Slips against codes left | none",
    /* 20 + 38 + 2 of 60 printed; 21 typed of 20 found; 21 ballots for 22 signatures */
    "All of them against printed | none", "Typed against found | 1 too many", "Ballots against signatures | 1 missing",
    "Typed the paper ballots | Lise Blanc and Marc Arnaud", NULL };
  g_autofree char *session = g_strconcat (id, "-0", NULL);
  g_autofree char *text = NULL;

  hold (fixture, id, 0, &serres, "12 AB, 8 C, 1 -");
  text = read_town (fixture, session);
  if (text == NULL)
    return;
  assert_has (text, lines);
  g_assert_nonnull (strstr (text, "3 orders, dealt evenly, so that none is always first: A B C"));
  /* each signs once, with all that they did */
  g_assert_nonnull (strstr (text, "Anne Faure (president)"));
  g_assert_nonnull (strstr (text, "Zoé Ey (assessor)"));
  g_assert_nonnull (strstr (text, "Lise Blanc (secretary, opened and closed the urn"));
  g_assert_null (strstr (text, "Lise Blanc (opened"));
}

/* Nothing was noted: lines for the pen, and never a figure that nobody counted. */
static void
test_nothing_noted (Fixture *fixture, gconstpointer id)
{
  static const char *const lines[] = {
    "President | …………………………………………………", "Assessors | …………………………………………………",
    "Secretary | …………………………………………………", "Paper ballots printed | not noted", "Slips left on the table | not noted",
    "Who may vote | …………………………………………………", /* the organisers say it on the paper */
    "Paper ballots found in the box | not noted", "People on the roll | not noted", "Signatures on the roll | not noted", NULL };
  g_autofree char *session = g_strconcat (id, "-0", NULL);
  g_autofree char *text = NULL;

  hold (fixture, id, 0, NULL, "12 AB");
  text = read_town (fixture, session);
  if (text == NULL)
    return;
  assert_has (text, lines);
  g_assert_null (strstr (text, " against "));
  g_assert_nonnull (strstr (text, "Lise Blanc (opened and closed the urn"));
}

/* Three towns; the third is too small, and with it the second: its figures would follow by subtraction. */
static void
test_all_towns (Fixture *fixture, gconstpointer id)
{
  static const char *const lines[] = {
    "Atelier des Sources | 18 | eighteen | chosen", "Atelier des Sources | 12 (twelve)", "All towns | 180 | 35 | thirty-five | 0 | 1 | – | –",
    "Serres | 60 | 21 | twenty-one | 0 | 1 | 22 | 1 missing", "Rosans | 60 | 10 | ten | 0 | – | 10 | none",
    "Sault | 60 | 4 | four | 0 | – | – | –", "Compagnie Drailles | 8 (eight)", NULL };
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *total;
  const TrhPollRecord *poll;
  g_autofree char *text = NULL;
  const char *voices;

  hold (fixture, id, 0, &serres, "12 AB, 8 C, 1 -");
  hold (fixture, id, 1, &rosans, "4 AC, 6 C");
  hold (fixture, id, 2, NULL, "2 AB, 2 B");
  total = poll_fixture_count (&fixture->vote, NULL);
  poll = trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll));
  text = read_lines (trh_minutes_of_poll (project, poll, total));
  if (text == NULL)
    return;
  assert_has (text, lines);
  g_assert_nonnull (strstr (text, "| 17:05 | 20:00 | Anne Faure\n"));
  g_assert_nonnull (strstr (text, "| 17:05 | 20:05 | …"));
  g_assert_nonnull (strstr (text, "Anne Faure (president, Serres)"));
  g_assert_nonnull (strstr (text, "The president of Sault:"));
  g_assert_nonnull (strstr (text, "for the association"));
  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      g_autofree char *words = trh_fingerprint_say (session->sha256);

      g_assert_nonnull (strstr (text, words)); /* on one line */
    }
  voices = strstr (text, "Voices of each town");
  g_assert_nonnull (voices);
  g_assert_null (strstr (voices, "2 (two)")); /* of Sault */
}

/* A session over midnight: the hour it closed is that of another day, and the paper says so. */
static void
test_past_midnight (Fixture *fixture, gconstpointer id)
{
  static const TrhUrnClosing late = { { "Lise Blanc", "Marc Arnaud" }, 30, 9, -1, -1, NULL, NULL, NULL, 20889 };
  static const TrhUrnClosing same = { { "Jo Blanc", "Ana Ruiz" }, 1205, 10, -1, -1, NULL, NULL, NULL, 20888 };
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *total;
  g_autofree char *first = g_strconcat (id, "-0", NULL), *second = g_strconcat (id, "-1", NULL);
  g_autofree char *past = NULL, *plain = NULL, *text = NULL;

  hold (fixture, id, 0, &late, "9 AB");
  hold (fixture, id, 1, &same, "10 AC");
  past = read_town (fixture, first);
  plain = read_town (fixture, second);
  total = poll_fixture_count (&fixture->vote, NULL);
  text = read_lines (trh_minutes_of_poll (project, trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll)), total));
  if (text == NULL)
    return;
  assert_has (past, (const char *const[]) { "Opened | 17:05, by Lise Blanc and Marc Arnaud",
                                            "Closed | 12 March, 0:30, by Lise Blanc and Marc Arnaud", NULL });
  assert_has (plain, (const char *const[]) { "Closed | 20:05, by Jo Blanc and Ana Ruiz", NULL });
  g_assert_nonnull (strstr (text, "Serres | 11 March | 17:05 | 12 March, 0:30 | …"));
  g_assert_nonnull (strstr (text, "Rosans | 11 March | 17:05 | 20:05 | …"));
}

/* A roll without a signature was counted: that is a gap, in the table of all towns as in the minutes of the town. */
static void
test_no_signature (Fixture *fixture, gconstpointer id)
{
  static const TrhUrnClosing unsigned_roll = { { "Lise Blanc", "Marc Arnaud" }, 1200, 0, -1, -1, NULL, NULL, NULL };
  static const char *const lines[] = { "Serres | 60 | 9 | nine | 0 | – | 0 | 9 too many",
                                       "Rosans | 60 | 10 | ten | 0 | – | 10 | none",
                                       "All towns | 120 | 19 | nineteen | 0 | 0 | 10 | 9 too many", NULL };
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *total;
  g_autofree char *session = g_strconcat (id, "-0", NULL), *town = NULL, *text = NULL;

  hold (fixture, id, 0, &unsigned_roll, "9 AB");
  hold (fixture, id, 1, &rosans, "10 AC");
  town = read_town (fixture, session);
  total = poll_fixture_count (&fixture->vote, NULL);
  text = read_lines (trh_minutes_of_poll (project, trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll)), total));
  if (text == NULL)
    return;
  assert_has (town, (const char *const[]) { "Signatures on the roll | 0 (zero)", "Ballots against signatures | 9 too many", NULL });
  assert_has (text, lines);
}

/* @after: the whole of what stands on a line behind it, (transfer full) */
static char *
read_after (const char *text, const char *before)
{
  const char *found = strstr (text, before);

  g_assert_nonnull (found);
  found += strlen (before);
  return g_strndup (found, strcspn (found, "\n"));
}

/* Whoever has the paper only works the lot out again: text, identifiers and the start of each sum are on it. */
static void
test_draw (Fixture *fixture, gconstpointer id)
{
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *total;
  g_autofree char *text = NULL, *drawn = NULL, *last = g_strdup ("");
  g_autoptr(GRegex) row = g_regex_new ("(?m)^([0-9]+) \\| [^|]+ \\| ([^| ]+) \\| ([0-9a-f]{8})$", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *command = NULL;
  guint n = 0;

  hold (fixture, id, 0, &serres, "12 AB, 8 C, 1 -");
  total = poll_fixture_count (&fixture->vote, "4 2 6, l’âne d'or");
  text = read_lines (trh_minutes_of_poll (project, trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll)), total));
  if (text == NULL)
    return;
  drawn = read_after (text, "\nText of the draw: ");
  for (g_regex_match (row, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *place = g_match_info_fetch (match, 1), *artist = g_match_info_fetch (match, 2);
      g_autofree char *start = g_match_info_fetch (match, 3), *hashed = g_strconcat (drawn, "|", artist, NULL);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, hashed, -1);

      g_assert_cmpuint (g_ascii_strtoull (place, NULL, 10), ==, n + 1);
      g_assert_true (g_str_has_prefix (sum, start));
      g_assert_cmpstr (last, <, sum); /* smallest first */
      g_free (last);
      last = g_steal_pointer (&sum);
      if (n == 0)
        {
          g_autofree char *quoted = g_shell_quote (hashed);

          command = g_strdup_printf ("printf '%%s' %s | sha256sum", quoted);
        }
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (strstr (text, command));
}

/* Fewer than ten ballots in all: no figure of them, blank ones too, stands in any table. */
static void
test_few_ballots (Fixture *fixture, gconstpointer id)
{
  static const char *const lines[] = { "Serres | 60 | 4 | four | 0 | – | – | –", "All towns | 120 | 7 | seven | 0 | – | – | –", NULL };
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  const TrhResultRecord *total;
  g_autofree char *text = NULL;

  hold (fixture, id, 0, NULL, "3 AB, 1 -");
  hold (fixture, id, 1, NULL, "2 AC, 1 A");
  total = poll_fixture_count (&fixture->vote, NULL);
  text = read_lines (trh_minutes_of_poll (project, trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll)), total));
  if (text == NULL)
    return;
  assert_has (text, lines);
  g_assert_null (strstr (text, "Voices of each town"));
}

/* Grades in digits and in letters, and all the orders of a long list told, however many there are. */
static void
test_grades (void)
{
  static const char *const ten[] = { "A1", "B2", "C3", "D4", "E5", "F6", "G7", "H8", "I9", "J10", NULL };
  static const char *const lines[] = { "A1 | 12 | 20 | 0 | 0 | 0 | chosen", "(twelve) | (twenty) | (zero) | (zero) | (zero)",
                                       "B2 | 0 | 32 | 0 | 0 | 0",
                                       "J10 | 0 | 0 | 0 | 0 | 32", NULL };
  const PollCase judged = { "graded", TRH_BALLOT_GRADES, "mj", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);
  g_auto(PollFixture) vote = { 0 };
  g_autofree char *text = NULL;
  const TrhResultRecord *total;

  poll_fixture_set_up (&vote, trh_workspace_new (project, NULL), &judged, ten);
  poll_fixture_hold (&vote, "graded-0", "05166", "12 1234555555, 20 2234555555");
  total = poll_fixture_count (&vote, NULL);
  text = read_lines (trh_minutes_of_poll (trh_workspace_get_project (vote.workspace),
                                          trh_entity_peek_record (TRH_ENTITY (vote.poll)), total));
  if (text == NULL)
    return;
  assert_has (text, lines);
  g_assert_nonnull (strstr (text, "10 orders, dealt evenly, so that none is always first. The first is\nA B C D E F G H I J; "));
  g_assert_nonnull (strstr (text, "the last is J A B C D E F G H I\n"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-minutes-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/minutes/town", Fixture, "town", set_up, test_town, tear_down);
  g_test_add ("/exchange/minutes/nothing-noted", Fixture, "nothing", set_up, test_nothing_noted, tear_down);
  g_test_add ("/exchange/minutes/all-towns", Fixture, "all", set_up, test_all_towns, tear_down);
  g_test_add ("/exchange/minutes/past-midnight", Fixture, "midnight", set_up, test_past_midnight, tear_down);
  g_test_add ("/exchange/minutes/no-signature", Fixture, "unsigned", set_up, test_no_signature, tear_down);
  g_test_add ("/exchange/minutes/draw", Fixture, "draw", set_up, test_draw, tear_down);
  g_test_add ("/exchange/minutes/few-ballots", Fixture, "few", set_up, test_few_ballots, tear_down);
  g_test_add_func ("/exchange/minutes/grades", test_grades);

  return g_test_run ();
}
