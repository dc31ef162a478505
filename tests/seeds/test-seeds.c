/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-territory.h"
#include "core/schedule/trh-alerts.h"

#define SAMPLE "saison-exemple.transhumance"
#define FEW_BALLOTS 10 /* below so many, a town's own figures are not shown to anybody */

static GBytes *
load_bytes (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRH_SEEDS"), name, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);

  g_assert_no_error (error);
  return bytes;
}

static TrhProject *
read_bytes (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  TrhProject *project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return project;
}

static TrhProject *
load_sample (void)
{
  g_autoptr(GBytes) bytes = load_bytes (SAMPLE);

  return read_bytes (bytes);
}

static TrhTerritory *
load_territory (void)
{
  g_autofree char *path = trh_territory_find_file ();
  g_autoptr(GError) error = NULL;
  TrhTerritory *territory = trh_territory_load (path, &error);

  g_assert_no_error (error);
  return territory;
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_autofree char *text_a = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *text_b = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));
  g_auto(GStrv) lines_a = g_strsplit (text_a, "\n", -1);
  g_auto(GStrv) lines_b = g_strsplit (text_b, "\n", -1);

  for (guint i = 0; lines_a[i] != NULL && lines_b[i] != NULL; i++)
    g_assert_cmpstr (lines_a[i], ==, lines_b[i]);
  g_assert_cmpstr (text_a, ==, text_b);
}

/* Every season in the folder is in canonical form: reading and writing are inverse. */
static void
test_inverse (void)
{
  g_autoptr(GDir) folder = g_dir_open (g_getenv ("TRH_SEEDS"), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".transhumance"))
      {
        g_autoptr(GBytes) bytes = load_bytes (name);
        g_autoptr(TrhProject) project = read_bytes (bytes);
        g_autoptr(GBytes) written = trh_project_to_bytes (project);
        g_autoptr(TrhProject) again = read_bytes (written);
        g_autoptr(GBytes) rewritten = trh_project_to_bytes (again);
        g_autoptr(GPtrArray) dangling = trh_project_find_dangling (project);

        g_test_message ("%s", name);
        assert_same_bytes (bytes, written);
        assert_same_bytes (written, rewritten);
        g_assert_cmpuint (dangling->len, ==, 0);
        g_assert_false (trh_project_is_read_only (project));
        n++;
      }
  g_assert_cmpuint (n, >=, 1);
}

static void
test_size (void)
{
  static const struct { TrhCollection collection; guint n; } sizes[] = {
    { TRH_VALLEYS, 2 }, { TRH_COMMUNES, 12 }, { TRH_VENUES, 20 }, { TRH_ARTISTS, 14 }, { TRH_STAYS, 20 },
    { TRH_ENCOUNTERS, 15 }, { TRH_POLLS, 1 }, { TRH_RESULTS, 4 },
  };
  g_autoptr(TrhProject) project = load_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_cmpuint (trh_project_count (project, sizes[i].collection), ==, sizes[i].n);
}

/* Which rules are broken, for whom, from when. */
static char *
list_alerts (TrhProject *project, TrhRoads *roads)
{
  g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, roads);
  g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), i);
      const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, trh_alert_get_artist_id (alert));

      g_test_message ("%s", trh_alert_get_sentence (alert));
      g_string_append_printf (text, "%s: %s, %d; ", trh_alert_get_rule_id (alert), artist->name, trh_alert_get_amount (alert));
    }

  return g_string_free (text, FALSE);
}

/* The two that seeds/README.md names, with the known ground and without. */
static void
test_alerts (void)
{
  g_autoptr(TrhTerritory) territory = load_territory ();
  g_autoptr(TrhProject) project = load_sample ();
  g_autofree char *on_roads = list_alerts (project, trh_territory_get_roads (territory));
  g_autofree char *straight = list_alerts (project, NULL);

  g_assert_cmpstr (on_roads, ==, "travel: Ana Ruiz, 65; bed: Compagnie du Gravier, 1; ");
  g_assert_cmpstr (straight, ==, on_roads);
}

/* Every source may be passed on: it has a licence, or only facts were taken from it. */
static void
test_licences (void)
{
  g_autoptr(TrhTerritory) territory = load_territory ();
  GPtrArray *sources = trh_territory_get_sources (territory);

  g_assert_cmpuint (sources->len, >, 5);
  for (guint i = 0; i < sources->len; i++)
    {
      const TrhSourceRecord *source = sources->pdata[i];

      g_assert_true (strstr (source->licence, "Licence Ouverte") != NULL || strstr (source->licence, "ODbL") != NULL ||
                     strstr (source->licence, "CC BY") != NULL || g_str_has_prefix (source->licence, "Faits seuls"));
    }
}

/* The communes are as the territory knows them, and every venue is near its village. */
static void
test_ground (void)
{
  g_autoptr(TrhTerritory) territory = load_territory ();
  g_autoptr(TrhProject) project = load_sample ();

  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      const TrhKnownCommuneRecord *known = trh_territory_find_commune (territory, commune->base.id);
      g_autoptr(TrhRecord) made = (TrhRecord *) trh_territory_make_commune (territory, known, commune->valley_id);
      const TrhValleyRecord *valley = trh_project_find_record (project, TRH_VALLEYS, commune->valley_id);

      g_assert_cmpstr (valley->name, ==, trh_territory_get_valley_name (territory, known));
      for (guint j = 0; j < trh_commune_schema.n_fields; j++)
        if (!trh_record_is_standard (made, j))
          g_assert_true (trh_record_same (commune, made, j));
    }
  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      double distance_m;
      const TrhKnownCommuneRecord *nearest =
        trh_territory_find_nearest (territory, (TrhCoordinate) { venue->latitude_deg, venue->longitude_deg }, &distance_m);

      g_assert_cmpstr (nearest->base.id, ==, venue->commune_id);
      g_assert_cmpfloat (distance_m, <, 1000);
      g_assert_cmpstr (venue->source, !=, "");
    }
}

static const TrhTallyRecord *
find_tally (const TrhResultRecord *result, const char *artist_id)
{
  for (guint i = 0; i < result->tallies->len; i++)
    if (g_str_equal (((TrhTallyRecord *) result->tallies->pdata[i])->artist_id, artist_id))
      return result->tallies->pdata[i];
  g_assert_not_reached ();
}

/* The sums of the towns are the total; who is elected has more than who is not. */
static void
test_vote (void)
{
  g_autoptr(TrhProject) project = load_sample ();
  const TrhPollRecord *poll = trh_project_peek_record (project, TRH_POLLS, 0);
  const TrhResultRecord *total = trh_project_peek_record (project, TRH_RESULTS, 3);
  int ballots = 0, blank = 0, elected = 0, least_elected = G_MAXINT, most_other = 0;

  g_assert_cmpstr (total->commune_id, ==, "");
  g_assert_cmpuint (g_strv_length (total->sessions), ==, 3);
  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      int voices = 0, valid = session->ballots - session->blank;

      ballots += session->ballots;
      blank += session->blank;
      g_assert_cmpint (valid, >=, FEW_BALLOTS);
      g_assert_cmpint (session->signatures, ==, session->ballots);
      g_assert_cmpint (session->ballots, <=, session->codes);
      for (guint j = 0; j < session->tallies->len; j++)
        {
          const TrhTallyRecord *tally = session->tallies->pdata[j];

          voices += tally->voices;
          g_assert_cmpint (tally->voices, <=, valid);
        }
      g_assert_cmpint (voices, >=, valid * poll->min_choices);
      g_assert_cmpint (voices, <=, valid * poll->max_choices);
    }
  g_assert_cmpint (total->ballots, ==, ballots);
  g_assert_cmpint (total->blank, ==, blank);

  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];
      const TrhTallyRecord *tally = find_tally (total, candidate->artist_id);
      const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, candidate->artist_id);
      int voices = 0;

      for (guint j = 0; total->sessions[j] != NULL; j++)
        voices += find_tally (trh_project_find_record (project, TRH_RESULTS, total->sessions[j]), candidate->artist_id)->voices;
      g_assert_cmpint (tally->voices, ==, voices);
      g_assert_cmpstr (artist->name, ==, candidate->name);
      g_assert_cmpint (artist->state == TRH_ARTIST_CHOSEN, ==, tally->elected);
      elected += tally->elected;
      if (tally->elected)
        least_elected = MIN (least_elected, tally->voices);
      else
        most_other = MAX (most_other, tally->voices);
    }
  g_assert_cmpint (elected, ==, poll->seats);
  g_assert_cmpint (least_elected, >, most_other);
}

/* French is set with its own apostrophes, quotes and narrow spaces. */
static void
test_typography (void)
{
  static const struct { const char *pattern, *what; } faults[] = {
    { "[\\p{L}]'[\\p{L}]", "an apostrophe of a typewriter" },
    { "[\\p{L}\\p{N}»)] [:;?!»](?!\\p{L})", "a plain space before a sign" },
    { "« ", "a plain space after a quote" },
    { "[\\p{Ll}]{2}[;?!]", "no space before a sign" },
    { "\\.\\.\\.", "three dots" },
    { "\\bhttps?:", "an address: the sample leads nowhere" },
  };
  g_autoptr(GBytes) bytes = load_bytes (SAMPLE);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (faults[i].pattern, 0, 0, NULL);
      g_autoptr(GMatchInfo) match = NULL;

      if (g_regex_match (regex, text, 0, &match))
        {
          int start;
          g_autofree char *around = NULL;

          g_match_info_fetch_pos (match, 0, &start, NULL);
          around = g_strndup (text + MAX (start - 30, 0), 60);
          g_test_message ("%s near: %s", faults[i].what, around);
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seeds/licences", test_licences);
  g_test_add_func ("/seeds/inverse", test_inverse);
  g_test_add_func ("/seeds/size", test_size);
  g_test_add_func ("/seeds/alerts", test_alerts);
  g_test_add_func ("/seeds/ground", test_ground);
  g_test_add_func ("/seeds/vote", test_vote);
  g_test_add_func ("/seeds/typography", test_typography);

  return g_test_run ();
}
