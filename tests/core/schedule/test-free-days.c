/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-season.h"

#include "core/model/trh-history.h"
#include "core/schedule/trh-free-days.h"

/* A season of the days 10 to 30; the hall is nowhere on the map but its village is. */
#define GROUND \
  "season first-day=10 last-day=30\n" \
  "communes 26340 name=Séderon latitude=44.20 longitude=5.53\n" \
  "communes 05126 name=Rosans latitude=44.39 longitude=5.47\n" \
  "communes 05170 name=Serres latitude=44.43 longitude=5.72\n" \
  "venues hall name=Salle commune=26340 for-work=true work-places=2\n"

static void
test_days (void)
{
  static const struct { const char *season; int from, nights, first, last; } cases[] = {
    { "artists a name=Ana", 10, 2, 10, 12 },
    { "artists a name=Ana", 5, 2, 10, 12 },      /* not before the season */
    { "artists a name=Ana", 28, 2, 28, 30 },     /* leaves on its last day */
    { "artists a name=Ana", 29, 2, 10, 12 },     /* from its beginning when nothing fits later */
    { "artists a name=Ana availability=15..20", 10, 2, 15, 17 },
    { "artists a name=Ana availability=15..20", 19, 2, 15, 17 },
    { "artists a name=Ana availability=!10..14", 10, 2, 15, 17 },
    { "artists a name=Ana availability=15..16", 10, 2, 15, 16 }, /* fewer nights rather than none */
    { "artists a name=Ana availability=1..5", 12, 2, 12, 14 },   /* nothing fits: alerts will say why */
    { "artists a name=Ana\nstays s artist=a venue=hall first-day=10 last-day=13", 10, 2, 13, 15 },
    { "artists a name=Ana\nstays s artist=a venue=hall first-day=12 last-day=14", 10, 2, 10, 12 },
    { "artists a name=Ana\nstays s artist=a venue=hall first-day=10 last-day=13 unplaced=true", 10, 2, 10, 12 },
    { "artists a name=Ana\nartists b name=Bob\nstays s artist=b venue=hall first-day=10 last-day=13", 10, 2, 10, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (GROUND, cases[i].season, NULL);
      g_autoptr(TrhProject) project = small_season_new (text);
      int first_day, last_day;

      g_test_message ("case %u", i);
      trh_free_days_find (project, "a", cases[i].from, cases[i].nights, &first_day, &last_day);
      g_assert_cmpint (first_day, ==, cases[i].first);
      g_assert_cmpint (last_day, ==, cases[i].last);
    }
}

static void
assert_lodgings (TrhProject *project, const char *venue_id, const char *expected)
{
  g_autoptr(GPtrArray) lodgings = trh_lodgings_list (project, venue_id);
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < lodgings->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const TrhVenueRecord *) lodgings->pdata[i])->base.id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_lodgings (void)
{
  g_autoptr(TrhProject) project = small_season_new (GROUND
    "venues far name=Auberge commune=05170 beds=6\n"
    "venues here name=Gîte commune=26340 beds=2\n"
    "venues lost name=Yourte beds=3\n"
    "venues barn name=Grange commune=26340 for-work=true\n"
    "venues near name=Camping commune=05126 for-lodging=true\n");

  assert_lodgings (project, "hall", "here near far lost");
  assert_lodgings (project, "far", "far near here lost");
  assert_lodgings (project, "", "far near here lost"); /* by name where nothing is near */
}

/* A bed is offered before the stay is taken from the calendar, wherever the venue is drawn on the map. */
static void
test_repair (void)
{
  static const struct { const char *season, *repair; } cases[] = {
    { "venues room name=Atelier commune=26340 for-work=true work-places=1 latitude=44.21 longitude=5.54\n"
      "venues inn name=Gîte commune=26340 beds=2\n", "Lodge Ana at Gîte (Séderon)" },
    { "venues room name=Atelier commune=26340 for-work=true work-places=1\n"
      "venues inn name=Auberge commune=05170 beds=2 latitude=44.43 longitude=5.72\n"
      "venues hut name=Refuge commune=05126 beds=2\n", "Lodge Ana at Refuge (Rosans)" },
    { "venues room name=Atelier commune=26340 for-work=true work-places=1\n"
      "venues inn name=Auberge commune=05170 beds=2\n", "Lodge Ana at Auberge (Serres)" },
    { "venues room name=Atelier commune=26340 for-work=true work-places=1\n", "Take stay of Ana off the calendar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (GROUND, cases[i].season, "artists a name=Ana\n"
                                           "stays s artist=a venue=room first-day=12 last-day=14\n", NULL);
      g_autoptr(TrhProject) project = small_season_new (text);
      g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
      g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
      g_autoptr(GPtrArray) found = trh_alerts_find (alerts, "s");
      g_autoptr(GPtrArray) repairs = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (trh_alert_get_rule_id (found->pdata[0]), ==, "bed");
      repairs = trh_alerts_list_repairs (alerts, found->pdata[0]);
      g_assert_cmpuint (repairs->len, >=, 1);
      g_assert_cmpstr (trh_edit_get_label (repairs->pdata[0]), ==, cases[i].repair);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/free-days/days", test_days);
  g_test_add_func ("/schedule/free-days/lodgings", test_lodgings);
  g_test_add_func ("/schedule/free-days/repair", test_repair);

  return g_test_run ();
}
