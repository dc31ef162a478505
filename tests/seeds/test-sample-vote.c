/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "catalogue.h"
#include "poll-fixture.h"

/* The vote of the sample season, held again: the ballots of its 92 residents are below, and counting them must
 * write what the season holds. Where the count writes more than it did, TRH_SAMPLE_OUT=FILE takes the season as it
 * should be, and fails no more. */

#define SAMPLE "saison-exemple.transhumance"

/* Who is how often on these follows from the sums that were announced; which names stand together is invented, so that
 * most of the proportional ways to count find a seat for Duo Delmas (D) instead of Élie Marchal (E). */
static const struct { const char *commune_id, *ballots; } towns[] = {
  { "05166", /* Serres */
    "3 CDFH, 2 ACEH, 2 CGHI, 1 ABCF, 1 ABCG, 1 ABDF, 1 ACDJ, 1 ACEG, 1 ACFG, 1 ACGH, 1 ACGJ, 1 ADEG, 1 ADGJ, 1 AEFH, "
    "1 AEGH, 1 AEHI, 1 AEIJ, 1 AFHJ, 1 BCDJ, 1 BDGJ, 1 BEFG, 1 CDEG, 1 CDIJ, 1 CEFH, 1 CEGH, 1 CEHI, 1 CGHJ, 1 DEGH, "
    "1 FGHI, 1 ABC, 1 ACF, 1 AEH, 1 BCD, 1 BDG, 1 BEH, 1 BFH, 1 -" },
  { "05126", /* Rosans */
    "3 ACEG, 1 ABDF, 1 ABDG, 1 ABEG, 1 ACEF, 1 ACFH, 1 ADEG, 1 ADGJ, 1 AFGH, 1 AFGI, 1 BCDG, 1 CEHI, 1 CFGJ, 1 ABF, "
    "1 ACI, 1 AEH, 1 CEH, 1 CFG, 1 CGH, 1 DEH, 1 FJ" },
  { "84123", /* Sault */
    "2 AEGH, 1 ABCJ, 1 ACDF, 1 ACEG, 1 ACEH, 1 ACEJ, 1 ACFG, 1 ACFH, 1 ACFI, 1 ADEF, 1 ADFH, 1 ADFJ, 1 AEFH, 1 AFGH, "
    "1 BCEH, 1 BDFG, 1 BEHJ, 1 CDFH, 1 CFGH, 1 DFIJ, 1 DHIJ, 1 EGHI, 1 ABD, 1 ACF, 1 ADI, 1 BDJ, 1 CFH, 1 BF, 2 -" },
};

/* What counting writes into a result. */
static const char *const counted[] = {
  "ballots", "blank", "null", "tallies", "turns", "represented", "unique", "undetermined", "seed", "quota", "duels",
  "small-towns", "compared",
};

static TrhProject *
load_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRH_SEEDS"), SAMPLE, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);
  TrhProject *project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return project;
}

/* The sample season as it was before anybody voted; returns its vote, to be prepared anew. */
static TrhPollRecord *
take_vote_back (TrhWorkspace *workspace)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autoptr(TrhEdit) edit = trh_edit_new ("before the vote");
  TrhPoll *poll = trh_project_peek (project, TRH_POLLS, 0);
  TrhPollRecord *draft = trh_record_copy (trh_entity_peek_record (TRH_ENTITY (poll)));

  draft->state = TRH_POLL_DRAFT;
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    trh_edit_remove (edit, trh_project_peek (project, TRH_RESULTS, i));
  trh_edit_remove (edit, poll);
  g_assert_true (trh_workspace_perform (workspace, edit));
  return draft;
}

static const TrhResultRecord *
find_session (TrhProject *project, const char *commune_id)
{
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (record->commune_id, commune_id))
        return record;
    }
  g_assert_not_reached ();
}

static void
take_list (GPtrArray *to, const GPtrArray *from)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, trh_record_ref (from->pdata[i]));
}

/* Of a poll that asks for ticks, and without a draw: the other figures have nothing to say. */
static TrhResultRecord *
mend (const TrhResultRecord *told, const TrhResultRecord *found)
{
  TrhResultRecord *mended = trh_record_copy (told);

  mended->ballots = found->ballots;
  mended->blank = found->blank;
  mended->represented = found->represented;
  mended->unique = found->unique;
  take_list (mended->tallies, found->tallies);
  take_list (mended->compared, found->compared);
  return mended;
}

/* Without its sentences: a better translation does not make a season old. */
static TrhResultRecord *
keep_figures (const TrhResultRecord *record)
{
  TrhResultRecord *figures = trh_record_copy (record);

  for (guint i = 0; i < figures->tallies->len; i++)
    {
      TrhTallyRecord *tally = trh_record_copy (figures->tallies->pdata[i]);

      trh_record_set_text (&tally->sentence, "");
      trh_record_unref (figures->tallies->pdata[i]);
      figures->tallies->pdata[i] = tally;
    }
  return figures;
}

/* Says which figures are not those that the season holds; writes them into the edit. */
static void
compare (const TrhResultRecord *told, const TrhResultRecord *found, TrhEdit *edit)
{
  g_autoptr(TrhRecord) before = (TrhRecord *) keep_figures (told);
  g_autoptr(TrhRecord) after = (TrhRecord *) keep_figures (found);
  gboolean same = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (!trh_record_same (before, after, (guint) trh_schema_find (&trh_result_schema, counted[i])))
      {
        g_test_message ("%s of %s is not what the count gives", counted[i], *told->commune_id != '\0' ? told->commune_id : "all");
        same = FALSE;
      }
  if (!same || g_getenv ("TRH_SAMPLE_OUT") != NULL)
    trh_edit_replace_record (edit, told, mend (told, found));
}

static void
write_sample (TrhProject *project, const char *path)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);
  g_autoptr(GError) error = NULL;

  g_assert_true (trh_file_save (path, bytes, &error));
  g_assert_no_error (error);
}

static void
test_same (void)
{
  g_autoptr(TrhProject) sample = load_sample ();
  g_autoptr(TrhWorkspace) told = trh_workspace_new (sample, NULL);
  g_autoptr(TrhProject) empty = load_sample ();
  TrhWorkspace *workspace = trh_workspace_new (empty, NULL);
  g_autoptr(TrhEdit) edit = trh_edit_new ("what the count gives");
  const char *out = g_getenv ("TRH_SAMPLE_OUT");
  g_auto(PollFixture) vote = { 0 };

  poll_fixture_begin (&vote, workspace, take_vote_back (workspace));
  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    poll_fixture_hold (&vote, find_session (sample, towns[i].commune_id)->base.id, towns[i].commune_id, towns[i].ballots);
  compare (find_session (sample, ""), poll_fixture_count (&vote, NULL), edit);
  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    compare (find_session (sample, towns[i].commune_id), find_session (empty, towns[i].commune_id), edit);

  if (out == NULL)
    g_assert_true (trh_edit_is_empty (edit));
  else
    {
      g_assert_true (trh_workspace_perform (told, edit));
      write_sample (sample, out);
    }
}

int
main (int argc, char *argv[])
{
  catalogue_open ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seeds/sample-vote/same", test_same);

  return g_test_run ();
}
