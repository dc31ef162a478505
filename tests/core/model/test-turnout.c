/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/model/trh-turnout.h"

/* How many came to vote: of closed sessions only, of the last vote that was held, rehearsals aside. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"},"
  "{\"insee\":\"05126\",\"name\":\"Rosans\"},{\"insee\":\"84123\",\"name\":\"Sault\"},{\"insee\":\"26560\",\"name\":\"Séderon\"}],"
  "\"polls\":[{\"id\":\"old\",\"question\":\"Qui ?\"},{\"id\":\"new\",\"question\":\"Qui ?\"},"
  "{\"id\":\"trial\",\"question\":\"Qui ?\",\"rehearsal\":true},{\"id\":\"draft\",\"question\":\"Qui ?\"}],"
  "\"results\":[{\"id\":\"n1\",\"poll\":\"new\",\"commune\":\"05166\",\"state\":\"closed\",\"ballots\":41,\"signatures\":43},"
  "{\"id\":\"n2\",\"poll\":\"new\",\"commune\":\"05166\",\"state\":\"counted\",\"ballots\":2,\"signatures\":2},"
  "{\"id\":\"n3\",\"poll\":\"new\",\"commune\":\"05126\",\"state\":\"open\",\"ballots\":7},"
  "{\"id\":\"n4\",\"poll\":\"new\",\"commune\":\"84123\",\"state\":\"closed\",\"ballots\":1},"
  "{\"id\":\"n5\",\"poll\":\"new\",\"commune\":\"26560\",\"state\":\"prepared\"},"
  "{\"id\":\"d1\",\"poll\":\"draft\",\"commune\":\"26560\",\"state\":\"prepared\"},"
  "{\"id\":\"o1\",\"poll\":\"old\",\"commune\":\"05126\",\"state\":\"counted\",\"ballots\":9,\"signatures\":9},"
  "{\"id\":\"o3\",\"poll\":\"old\",\"commune\":\"84123\",\"state\":\"closed\",\"ballots\":41,\"null\":2,\"signatures\":43},"
  "{\"id\":\"o4\",\"poll\":\"old\",\"commune\":\"26560\",\"state\":\"closed\",\"ballots\":9,\"null\":1,\"signatures\":0},"
  "{\"id\":\"o2\",\"poll\":\"old\",\"state\":\"counted\",\"ballots\":9},"
  "{\"id\":\"t1\",\"poll\":\"trial\",\"commune\":\"05126\",\"state\":\"counted\",\"ballots\":5}]}";

static TrhProject *
open_season (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TrhProject *project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return project;
}

static void
test_words (void)
{
  static const struct { const char *poll, *commune, *words; } cases[] = {
    { "new", "05166", "43 ballots, 45 signatures" }, /* two sessions in one town */
    { "new", "05126", NULL },                        /* still open: nobody looks on */
    { "new", "84123", "1 ballot" },                  /* signatures not counted */
    { "new", "26560", NULL },                        /* in a bag: nothing is known */
    { "old", "05126", "9 ballots" },                 /* as many signatures */
    { "old", "84123", "41 ballots, 2 null ones" },   /* who cast a null ballot signed too: no gap */
    { "old", "26560", "9 ballots, 1 null one, 0 signatures" }, /* counted, and there is none: that is a gap */
    { "old", "05166", NULL },
  };
  g_autoptr(TrhProject) project = open_season (season);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrhTurnout turnout;
      gboolean held = trh_turnout_get (project, cases[i].poll, cases[i].commune, &turnout);
      g_autofree char *words = held ? trh_turnout_say (&turnout) : NULL;

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_last_vote (void)
{
  g_autoptr(TrhProject) project = open_season (season);
  g_autoptr(TrhProject) none = open_season ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
                                            "\"polls\":[{\"id\":\"v\",\"question\":\"Qui ?\"}],\"results\":["
                                            "{\"id\":\"r\",\"poll\":\"v\",\"commune\":\"05166\",\"state\":\"open\"}]}");

  g_assert_cmpstr (trh_turnout_find_poll (project)->base.id, ==, "new");
  g_assert_null (trh_turnout_find_poll (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/turnout/words", test_words);
  g_test_add_func ("/model/turnout/last-vote", test_last_vote);

  return g_test_run ();
}
