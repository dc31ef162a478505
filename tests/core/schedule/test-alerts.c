/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-season.h"

#include "core/model/trh-history.h"

/* Two communes of the two valleys, of which only one is in the season unless a case adds the
 * other; three venues and two artists. By our estimate, the road between them takes 42 minutes. */
#define GROUND \
  "valleys V name=Ventoux\n" \
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
    "two-places a w t 10-14 5", "Camille Serre is in two places, Salle and Gîte, from 11 January to 15 January." },
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
    "Camille Serre is expected at Rosans for “Veillée” on 13 January, in the middle of a stay at Séderon." },
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
  /* the venue */
  { "closed on two days", GROUND
    "venues u name=Moulin commune=26340 beds=9 windows=!11..12\nstays s artist=a venue=u first-day=10 last-day=14",
    "venue a u s 11-12 2", "Moulin (Séderon) is closed on 2 days of the stay of Camille Serre, from 12 January to 13 January." },
  { "a commune that is closed", GROUND
    "season busy-days=[{\"name\":\"Fair\",\"kind\":\"closure\",\"commune\":\"26340\",\"first-day\":\"1970-01-11\",\"last-day\":\"1970-01-11\"},"
    "{\"name\":\"Market\",\"kind\":\"market\",\"first-day\":\"1970-01-12\",\"last-day\":\"1970-01-30\"}]\n"
    "stays s artist=a venue=v first-day=10 last-day=14\nstays t artist=b venue=x first-day=10 last-day=14\n"
    "encounters e title=Bal artists=b venue=w day=10 start=20:00",
    "venue a v s 10-10 1\nvenue - w e 10-10 0", "Salle (Séderon) is closed on 1 day of the stay of Camille Serre, on 11 January." },
  { "a venue that closes at night", GROUND
    "venues u name=Moulin commune=26340 windows=[{\"to\":\"20:00\"}]\nencounters e title=Bal artists=b venue=u day=10 start=19:00",
    "venue - u e 10-10 0", "Moulin (Séderon) is closed at the time of “Bal”, on 11 January." },
  { "a lodging that closes when one leaves", GROUND
    "venues u name=Hôtel commune=26340 beds=9 windows=1..13\nstays s artist=a venue=v lodging=u first-day=10 last-day=14", "", NULL },
  { "a lodging that closes too early", GROUND
    "venues u name=Hôtel commune=26340 beds=9 windows=1..12\nstays s artist=a venue=v lodging=u first-day=10 last-day=14",
    "venue a u s 13-13 1", "Hôtel (Séderon) is closed on 1 day of the stay of Camille Serre, on 14 January." },
  { "one leaves as the next arrives", GROUND
    "stays s artist=a venue=w first-day=10 last-day=12\nstays t artist=b venue=w first-day=12 last-day=14", "", NULL },
  { "two at one place to work", GROUND
    "stays s artist=a venue=w first-day=10 last-day=13\nstays t artist=b venue=w first-day=11 last-day=14",
    "venue b w t 11-12 1", "Gîte (Séderon) has one place to work, but Camille Serre and Loup Plaine are both there from 12 January to 13 January." },
  { "three at two places to work", GROUND
    "artists c name=Ana\nstays s artist=a venue=v first-day=10 last-day=13\nstays t artist=b venue=v first-day=10 last-day=15\n"
    "stays u artist=c venue=v first-day=12 last-day=20",
    "venue c v u 12-12 1", "Salle (Séderon) has 2 places to work, and Ana is one too many on 13 January." },
  { "a visit while another works there", GROUND
    "stays s artist=a venue=w first-day=10 last-day=13\nstays t artist=b venue=w first-day=12 last-day=12",
    "venue b w t 12-12 1", NULL },
  { "no place to work", GROUND
    "venues u name=Hôtel commune=26340 beds=9 work-places=0\nstays s artist=a venue=u first-day=10 last-day=14",
    "venue a u s 10-13 1", "Hôtel (Séderon) has no place to work, but Camille Serre is to work there from 11 January to 14 January." },
  { "too many people", GROUND
    "venues u name=Chapelle commune=26340 for-public=true capacity=60\n"
    "encounters e title=Veillée artists=a venue=u day=12 start=18:30 expected=80",
    "venue - u e 12-12 20", "“Veillée” expects 20 people more than Chapelle holds (60), on 13 January." },
  { "its own limit", GROUND
    "encounters e title=Veillée artists=a venue=v day=12 start=18:30 expected=80 capacity=79",
    "venue - v e 12-12 1", "“Veillée” expects 1 person more than Salle holds (79), on 13 January." },
  { "two encounters in one hall", GROUND
    "encounters e title=Veillée artists=a venue=v day=12 start=18:30\nencounters f title=Bal artists=b venue=v day=12 start=19:30",
    "venue - v f 12-12 30", "“Veillée” and “Bal” are both at Salle at the same time, for 30 min on 13 January." },
  { "two encounters in one field", GROUND
    "venues u kind=outdoors commune=26340\nencounters e artists=a venue=u day=12 start=18:30\n"
    "encounters f artists=b venue=u day=12 start=19:30", "", NULL },

  /* the bed */
  { "no bed at the venue", GROUND
    "venues u name=Chapelle commune=26340 for-work=true\nstays s artist=a venue=u first-day=10 last-day=14",
    "bed a u s 10-13 1", "Camille Serre has no bed: there is none at Chapelle (Séderon), from 11 January to 14 January." },
  { "a bed elsewhere", GROUND
    "venues u name=Chapelle commune=26340 for-work=true\nstays s artist=a venue=u lodging=w first-day=10 last-day=14", "", NULL },
  { "no venue yet", GROUND
    "stays s artist=a first-day=10 last-day=14", "bed a - s 10-13 1",
    "Camille Serre has no place to sleep yet, from 11 January to 14 January." },
  { "nobody sleeps", GROUND "venues u name=Chapelle commune=26340\nstays s artist=a venue=u first-day=10 last-day=10", "", NULL },
  { "a company too large", GROUND
    "artists c name=Cirque people=6\nstays s artist=c venue=v first-day=10 last-day=14",
    "bed c v s 10-13 2", "Salle (Séderon) has 4 beds for Cirque from 11 January to 14 January: 2 too few." },
  { "the beds of others", GROUND
    "artists c name=Cirque people=3\nstays s artist=c venue=v first-day=10 last-day=13\n"
    "artists d name=Duo people=2\nstays t artist=d venue=v first-day=11 last-day=14",
    "bed d v t 11-12 1", "1 bed is missing for Duo at Salle (Séderon) from 12 January to 13 January: it is taken." },
  { "the beds are free on the day of departure", GROUND
    "artists c people=3\nstays s artist=c venue=v first-day=10 last-day=13\n"
    "artists d people=2\nstays t artist=d venue=v first-day=13 last-day=14", "", NULL },

  /* the road */
  { "an evening in each village", GROUND
    "encounters e title=Veillée artists=a venue=v day=12 start=18:00 duration-min=60\n"
    "encounters f title=Bal artists=a venue=x day=12 start=20:00 setup-min=30",
    "travel a x f 12-12 27",
    "Camille Serre cannot be at Rosans in time on 13 January: 27 min are missing, with about 42 min of road from Séderon (estimated)." },
  { "an evening in each village, with time", GROUND
    "encounters e artists=a venue=v day=12 start=18:00 duration-min=60\nencounters f artists=a venue=x day=12 start=19:57", "", NULL },
  { "a typed road", GROUND
    "legs l from=26340 to=05126 duration-s=3600 distance-m=40000 both-ways=true reason=works\n"
    "encounters e title=Veillée artists=a venue=v day=12 start=18:00 duration-min=60\n"
    "encounters f title=Bal artists=a venue=x day=12 start=20:00",
    "travel a x f 12-12 15", "Camille Serre cannot be at Rosans in time on 13 January: 15 min are missing, with 1 h of road from Séderon." },
  { "early on the day of arrival", GROUND
    "stays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=12 last-day=14\n"
    "encounters e title=Café artists=a venue=x day=12 start=07:45",
    "travel a x e 12-12 12", NULL },
  { "on foot over the ridge", GROUND
    "artists c name=Ana travel-mode=foot\nstays s artist=c venue=v first-day=10 last-day=12\n"
    "stays t artist=c venue=x first-day=12 last-day=14\nencounters e title=Bal artists=c venue=x day=12 start=14:00",
    "travel c x e 12-12 67", NULL },
  { "late at night, then away", GROUND
    "stays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=12 last-day=14\n"
    "encounters e title=Bal artists=a venue=v day=12 start=21:30 duration-min=120",
    "travel a x t 12-12 27", NULL },
  { "a closed pass", GROUND
    "legs l from=26340 to=05126 closed=true first-day=5 last-day=13 reason=snow\n"
    "stays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=12 last-day=14",
    "travel a x t 12-12 0", "The road Séderon – Rosans is closed when Camille Serre takes it on 13 January: snow." },
  { "a pass that opens in time", GROUND
    "legs l from=26340 to=05126 closed=true first-day=5 last-day=13\n"
    "stays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=14 last-day=15", "", NULL },
  { "longer than a day allows", GROUND
    "artists c name=Ana max-km-per-day=20\nstays s artist=c venue=v first-day=10 last-day=12\n"
    "stays t artist=c venue=x first-day=12 last-day=14",
    "long-leg c x t 12-12 12", "Ana travels Séderon – Rosans on 13 January: about 32 km (estimated), 12 km more than the daily limit." },
  { "long, but on two days", GROUND
    "season max-km-per-day=20\nstays s artist=a venue=v first-day=10 last-day=12\n"
    "stays t artist=a venue=x first-day=13 last-day=14", "", NULL },

  /* the valleys */
  { "in one valley", GROUND
    "valleys B name=Buëch\nstays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=w first-day=12 last-day=14",
    "one-valley a - - 10-14 0",
    "Camille Serre stays in the valley “Ventoux” only, from 11 January to 15 January, and never crosses to another." },
  { "in both valleys", GROUND
    "valleys B name=Buëch\nstays s artist=a venue=v first-day=10 last-day=12\nstays t artist=a venue=x first-day=12 last-day=14", "", NULL },
  { "an evening in the other valley", GROUND
    "valleys B name=Buëch\nstays s artist=a venue=v first-day=10 last-day=12\n"
    "encounters e artists=a venue=x day=20 start=18:00", "", NULL },
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
