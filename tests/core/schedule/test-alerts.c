/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-season.h"

#include "core/model/trh-history.h"

/* Two valleys, three communes, an artist in each case. */
#define GROUND \
  "valleys B name=Buëch\nvalleys V name=Ventoux\n" \
  "communes 26340 name=Séderon valley=V latitude=44.20 longitude=5.53\n" \
  "communes 05126 name=Rosans valley=B latitude=44.39 longitude=5.47\n" \
  "venues v name=Salle commune=26340 for-work=true for-public=true work-places=2 beds=4\n" \
  "venues w name=Gîte commune=26340 for-work=true for-public=true beds=4\n" \
  "venues x name=Mairie commune=05126 for-work=true for-public=true work-places=2 beds=4\n" \
  "artists a name=Camille_Serre\n" \
  "artists b name=Loup_Plaine\n"

static const struct { const char *name, *season, *alerts, *sentence; } cases[] = {
  /* two places */
  { "one after the other on one day", GROUND
    "stays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=12 last-day=14", "", NULL },
  { "a day too many", GROUND
    "stays s artist=a venue=v first-day=10 last-day=13\nstays t artist=a venue=x first-day=12 last-day=14",
    "two-places a x t 12-13 2", "Camille Serre is at Séderon and at Rosans from 13 January to 14 January." },
  { "an excursion", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=a venue=x first-day=12 last-day=12",
    "two-places a x t 12-12 1", "Camille Serre is at Séderon and at Rosans on 13 January." },
  { "a visit on the day of arrival", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=a venue=x first-day=10 last-day=10", "", NULL },
  { "two stays in one commune", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=a venue=w first-day=10 last-day=14",
    "two-places a w t 10-14 5", "Camille Serre is at Salle and at Gîte from 11 January to 15 January." },
  { "two stays at one venue", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=a venue=v first-day=13 last-day=15",
    "two-places a v t 13-14 2", "Camille Serre has two stays at Salle from 14 January to 15 January." },
  { "one of two is in the tray", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=a venue=x first-day=12 last-day=13 unplaced=true", "", NULL },
  { "an encounter in the village", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nencounters e title=Veillée artists=a venue=w day=12 start=18:30", "", NULL },
  { "an encounter away", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nencounters e title=Veillée artists=a venue=x day=12 start=18:30",
    "two-places a x e 12-12 0",
    "Camille Serre is expected at “Veillée” in Rosans on 13 January, in the middle of a stay at Séderon." },
  { "an encounter on the way", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\nencounters e title=Veillée artists=a venue=x day=14 start=18:30", "", NULL },
  { "a cancelled encounter", GROUND
    "stays s artist=a venue=v first-day=10 last-day=14\n"
    "encounters e title=Veillée artists=a venue=x day=12 start=18:30 state=cancelled", "", NULL },
  { "two encounters at once", GROUND
    "encounters e title=Veillée artists=a venue=v day=12 start=18:30\nencounters f title=Bal artists=b+a venue=w day=12 start=19:15",
    "two-places a w f 12-12 45",
    "Camille Serre is expected at “Veillée” and at “Bal” at the same time, for 45 min on 13 January." },
  { "two encounters in a row", GROUND
    "encounters e artists=a venue=v day=12 start=18:30\nencounters f artists=a venue=v day=12 start=20:00", "", NULL },
  { "across midnight", GROUND
    "encounters e title=Veillée artists=a venue=v day=12 start=23:00\nencounters f title=Bal artists=a venue=v day=13 start=00:20",
    "two-places a v f 13-13 10",
    "Camille Serre is expected at “Veillée” and at “Bal” at the same time, for 10 min on 14 January." },

  /* availability and season */
  { "away for two days", GROUND
    "artists c name=Ana availability=!11..12\nstays s artist=c venue=v first-day=10 last-day=14",
    "availability c v s 11-12 2", "Ana is not available on 2 days of the stay at Séderon, from 12 January to 13 January." },
  { "there from the second day", GROUND
    "artists c name=Ana availability=11..20\nstays s artist=c venue=v first-day=10 last-day=14",
    "availability c v s 10-10 1", "Ana is not available on 1 day of the stay at Séderon, on 11 January." },
  { "not there in the evening", GROUND
    "artists c name=Ana availability=[{\"from\":\"08:00\",\"to\":\"19:00\"}]\n"
    "encounters e title=Veillée artists=c venue=v day=12 start=18:30",
    "availability c v e 12-12 0", "Ana is not available for “Veillée” on 13 January." },
  { "there until night", GROUND
    "artists c name=Ana availability=[{\"from\":\"17:00\",\"to\":\"02:00\"}]\n"
    "encounters e title=Veillée artists=c venue=v day=12 start=23:30", "", NULL },
  { "before the season", GROUND
    "season first-day=12 last-day=40\nstays s artist=a venue=v first-day=10 last-day=14",
    "availability a v s 10-11 2", "The stay of Camille Serre at Séderon is 2 days outside the season, from 11 January to 12 January." },
  { "after the season", GROUND
    "season first-day=12 last-day=40\nstays s artist=a venue=v first-day=38 last-day=43\n"
    "encounters e title=Bal artists=a+b venue=v day=41 start=20:00",
    "availability a v e 41-41 0\navailability a v s 41-43 3",
    "“Bal” with Camille Serre is outside the season, on 11 February." },
  { "a rule that is set aside", GROUND
    "season rules=[{\"rule\":\"two-places\",\"severity\":\"ignored\",\"reason\":\"twins\"}]\n"
    "stays s artist=a venue=v first-day=10 last-day=13\nstays t artist=a venue=x first-day=12 last-day=14", "", NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhProject) project = small_season_new (cases[i].season);
      g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
      g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
      g_autofree char *found = small_season_describe (alerts);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (found, ==, cases[i].alerts);
      if (cases[i].sentence != NULL)
        {
          g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), 0);

          g_assert_cmpstr (trh_alert_get_sentence (alert), ==, cases[i].sentence);
        }
    }
}

static gboolean
contains (TrhAlerts *alerts, TrhAlert *alert)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) item = g_list_model_get_item (G_LIST_MODEL (alerts), i);

      if (item == alert || g_str_equal (trh_alert_get_key (item), trh_alert_get_key (alert)))
        return TRUE;
    }

  return FALSE;
}

/* Every alert has a repair; each is one step, named, that makes it go and that undo takes back. */
static void
test_repairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhProject) project = small_season_new (cases[i].season);
      g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
      g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autofree char *before = small_season_describe (alerts);
      g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (alerts)); j++)
        g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (alerts), j));

      for (guint j = 0; j < items->len; j++)
        {
          guint n_repairs = 1;

          for (guint k = 0; k < n_repairs; k++)
            {
              /* an edit fits the project as it stands: asked for anew after each undo */
              g_autoptr(GPtrArray) repairs = trh_alerts_list_repairs (alerts, items->pdata[j]);
              g_autofree char *undone = NULL;

              n_repairs = repairs->len;
              g_assert_cmpuint (n_repairs, >=, 1);
              g_assert_cmpuint (n_repairs, <=, 3);
              g_test_message ("%s: %s", cases[i].name, trh_edit_get_label (repairs->pdata[k]));
              g_assert_cmpstr (trh_edit_get_label (repairs->pdata[k]), !=, "");
              trh_history_perform (history, repairs->pdata[k]);
              g_assert_false (contains (alerts, items->pdata[j]));
              trh_history_undo (history);
              undone = small_season_describe (alerts);
              g_assert_cmpstr (undone, ==, before);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/alerts/cases", test_cases);
  g_test_add_func ("/schedule/alerts/repairs", test_repairs);

  return g_test_run ();
}
