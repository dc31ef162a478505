/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/base/trh-limits.h"
#include "core/model/trh-poll-edits.h"
#include "core/model/trh-poll-guarantees.h"

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"valleys\":[{\"id\":\"w1\",\"name\":\"Buëch\"},"
  "{\"id\":\"w2\",\"name\":\"Ventoux\"}],"
  "\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\",\"valley\":\"w1\"},"
  "{\"insee\":\"26340\",\"name\":\"Séderon\",\"valley\":\"w2\"},{\"insee\":\"26000\",\"name\":\"Nyons\"}],"
  "\"venues\":[{\"id\":\"v0\",\"name\":\"Salle\",\"commune\":\"26000\"},{\"id\":\"v1\",\"name\":\"Salle\",\"commune\":\"26340\"}],"
  "\"artists\":[{\"id\":\"a0\",\"name\":\"Camille\",\"discipline\":\"danse\",\"town\":\"serres\"},"
  "{\"id\":\"a7\",\"name\":\"Loup\",\"town\":\"Paris\"},{\"id\":\"a8\",\"name\":\"Jo\"}],"
  "\"stays\":[{\"id\":\"s0\",\"artist\":\"a7\",\"venue\":\"v0\"},{\"id\":\"s1\",\"artist\":\"a7\",\"venue\":\"v1\"}]}";

static TrhProject *
open_season (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  TrhProject *project = trh_project_from_bytes (bytes, NULL);

  g_assert_nonnull (project);
  return project;
}

/* @groups: one word for each candidate, "-" for none. */
static TrhPollRecord *
draft (const char *groups, int seats)
{
  g_auto(GStrv) words = g_strsplit (groups, " ", -1);
  TrhPollRecord *poll = trh_record_new (&trh_poll_schema, "v1");

  trh_record_set_text (&poll->question, "Qui ?");
  poll->seats = seats;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

      trh_record_set_text (&candidate->artist_id, id);
      trh_record_set_text (&candidate->group, g_str_equal (words[i], "-") ? "" : words[i]);
      g_ptr_array_add (poll->candidates, candidate);
    }
  return poll;
}

static void
guarantee (TrhPollRecord *poll, int kind, const char *group, int least, int most)
{
  TrhQuotaRecord *quota = trh_record_new (&trh_quota_schema, NULL);

  quota->kind = kind;
  trh_record_set_text (&quota->group, group);
  quota->least = least;
  quota->most = most;
  g_ptr_array_add (poll->quotas, quota);
}

static const struct {
  const char *groups;
  int         seats;
  struct { int kind; const char *group; int least, most; } quotas[3];
  const char *error; /* (nullable) */
} cases[] = {
  { "w1 w1 w2", 2, { { TRH_QUOTA_VALLEY, "w1", 1, TRH_MAX_SEATS }, { TRH_QUOTA_VALLEY, "w2", 1, TRH_MAX_SEATS } }, NULL },
  { "w1 w1 w1", 2, { { TRH_QUOTA_VALLEY, "w2", 1, TRH_MAX_SEATS } },
    "Ventoux: no artist on the ballot belongs to it, so none can be guaranteed." },
  { "w1 w1 w1", 2, { { TRH_QUOTA_VALLEY, "w2", 0, 1 } }, NULL },
  { "w1 w2 -", 2, { { TRH_QUOTA_VALLEY, "w1", 2, TRH_MAX_SEATS } },
    "Buëch: 2 artists are guaranteed, but only 1 artist on the ballot belongs to it." },
  { "danse danse -", 2, { { TRH_QUOTA_DISCIPLINE, "danse", 2, 1 } },
    "danse: at least 2 and at most 1 artist cannot both be met." },
  { "danse danse -", 2, { { TRH_QUOTA_DISCIPLINE, "danse", 2, 2 }, { TRH_QUOTA_DISCIPLINE, "danse", 0, 1 } },
    "danse: at least 2 and at most 1 artist cannot both be met." },
  { "w1 w1 w2 w2", 3, { { TRH_QUOTA_VALLEY, "w1", 2, 2 }, { TRH_QUOTA_VALLEY, "w2", 2, 2 } },
    "The guarantees ask for 4 artists, but there are only 3 places." },
  { "w1 w1 w1", 3, { { TRH_QUOTA_VALLEY, "w1", 0, 2 } },
    "With these guarantees at most 2 artists can be chosen, but there are 3 places." },
  { "w1 w1 w2", 2, { { TRH_QUOTA_VALLEY, "w1", 1, 2 }, { TRH_QUOTA_DISCIPLINE, "danse", 0, 1 } },
    "Guarantees are for valleys or for disciplines, not for both." },
  { "- - -", 3, { { 0 } }, NULL },
};

static void
test_words (void)
{
  g_autoptr(TrhProject) project = open_season ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrhPollRecord *poll = draft (cases[i].groups, cases[i].seats);
      g_autoptr(TrhRecord) owned = (TrhRecord *) poll;
      g_autoptr(GError) error = NULL;

      for (guint q = 0; q < 3 && cases[i].quotas[q].group != NULL; q++)
        guarantee (poll, cases[i].quotas[q].kind, cases[i].quotas[q].group, cases[i].quotas[q].least, cases[i].quotas[q].most);
      g_assert_cmpint (trh_poll_check_guarantees (project, poll, &error), ==, cases[i].error == NULL);
      if (cases[i].error != NULL)
        {
          g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE);
          g_assert_cmpstr (error->message, ==, cases[i].error);
        }
    }
}

/* Whether some list of that many candidates meets all: every list is tried. */
static gboolean
try_all (const TrhPollRecord *poll)
{
  const guint n = poll->candidates->len;

  for (guint set = 0; set < 1u << n; set++)
    {
      gboolean good = __builtin_popcount (set) == poll->seats;

      for (guint q = 0; q < poll->quotas->len && good; q++)
        {
          const TrhQuotaRecord *quota = poll->quotas->pdata[q];
          int taken = 0;

          for (guint c = 0; c < n; c++)
            taken += (set >> c & 1) && g_str_equal (((TrhCandidateRecord *) poll->candidates->pdata[c])->group, quota->group);
          good = quota->least <= taken && taken <= quota->most;
        }
      if (good)
        return TRUE;
    }
  return FALSE;
}

static void
test_twin (void)
{
  static const char *const groups[] = { "x", "y", "z", "-" };
  g_autoptr(TrhProject) project = open_season ();
  guint n_feasible = 0;

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(TrhRecord) owned = NULL;
      const int n = g_test_rand_int_range (2, 8);
      TrhPollRecord *poll;

      for (int c = 0; c < n; c++)
        g_string_append_printf (words, "%s%s", c > 0 ? " " : "", groups[g_test_rand_int_range (0, 4)]);
      poll = draft (words->str, g_test_rand_int_range (1, n + 1));
      owned = (TrhRecord *) poll;
      for (int q = g_test_rand_int_range (0, 4); q > 0; q--)
        guarantee (poll, TRH_QUOTA_DISCIPLINE, groups[g_test_rand_int_range (0, 3)], g_test_rand_int_range (0, 3),
                   g_test_rand_bit () ? TRH_MAX_SEATS : g_test_rand_int_range (0, 4));
      g_assert_cmpint (trh_poll_check_guarantees (project, poll, NULL), ==, try_all (poll));
      n_feasible += try_all (poll);
    }
  g_assert_cmpuint (n_feasible, >, 500); /* the random polls are of both kinds */
  g_assert_cmpuint (n_feasible, <, 3500);
}

/* What an artist counts as stays with the ballot; of before that was kept, it is the discipline of now. */
static void
test_group (void)
{
  g_autoptr(TrhProject) project = open_season ();
  TrhPollRecord *poll = draft ("- -", 1);
  g_autoptr(TrhRecord) owned = (TrhRecord *) poll;
  g_autofree char *both = NULL, *least = NULL, *most = NULL;

  g_assert_cmpstr (trh_poll_get_group (project, poll, 0), ==, "");
  guarantee (poll, TRH_QUOTA_DISCIPLINE, "danse", 1, TRH_MAX_SEATS);
  g_assert_cmpstr (trh_poll_get_group (project, poll, 0), ==, "danse");
  g_assert_cmpstr (trh_poll_get_group (project, poll, 1), ==, ""); /* no such artist any more */
  trh_poll_set_group (poll, 0, "cirque");
  g_assert_cmpstr (trh_poll_get_group (project, poll, 0), ==, "cirque");

  guarantee (poll, TRH_QUOTA_VALLEY, "w1", 1, 2);
  guarantee (poll, TRH_QUOTA_VALLEY, "w2", 0, 2);
  least = trh_poll_say_guarantee (project, poll->quotas->pdata[0]);
  both = trh_poll_say_guarantee (project, poll->quotas->pdata[1]);
  most = trh_poll_say_guarantee (project, poll->quotas->pdata[2]);
  g_assert_cmpstr (least, ==, "danse: at least 1");
  g_assert_cmpstr (both, ==, "Buëch: at least 1, at most 2");
  g_assert_cmpstr (most, ==, "Ventoux: at most 2");
}

/* Where an artist lives, else the first stay that is in a valley, else nothing. */
static void
test_valley (void)
{
  static const struct { const char *artist, *valley; } guesses[] = { { "a0", "w1" }, { "a7", "w2" }, { "a8", "" } };
  g_autoptr(TrhProject) project = open_season ();

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    g_assert_cmpstr (trh_poll_guess_valley (project, trh_project_find_record (project, TRH_ARTISTS, guesses[i].artist)), ==,
                     guesses[i].valley);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/poll-guarantees/words", test_words);
  g_test_add_func ("/model/poll-guarantees/twin", test_twin);
  g_test_add_func ("/model/poll-guarantees/group", test_group);
  g_test_add_func ("/model/poll-guarantees/valley", test_valley);
  return g_test_run ();
}
