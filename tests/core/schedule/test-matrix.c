/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "core/geo/trh-distance.h"
#include "core/schedule/trh-arrival.h"
#include "core/workspace/trh-workspace.h"

/* Three villages of one valley, one behind a pass, one commune that no road is known of:
 *
 *   05126 ── 05166 ── 05097 ── pass ── 84123        75056
 */
static const struct { const char *id; double latitude_deg, longitude_deg; int altitude_m; } villages[] = {
  { "05126", 44.392, 5.470, 706 },
  { "05166", 44.428, 5.715, 657 },
  { "05097", 44.314, 5.693, 683 },
  { "84123", 44.092, 5.409, 735 },
};
static const TrhCoordinate pass = { 44.287, 5.550 };
static const TrhCoordinate paris = { 48.857, 2.352 };

typedef struct {
  TrhRoads     *roads;
  TrhProject   *project;
  TrhWorkspace *workspace;
  TrhMatrix    *matrix;
} Ground;

static void
insert (Ground *g, gpointer record)
{
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");

  trh_edit_insert (edit, record);
  trh_workspace_perform (g->workspace, edit);
}

static void
insert_commune (Ground *g, const char *id, TrhCoordinate at)
{
  TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, id);

  commune->latitude_deg = at.latitude_deg;
  commune->longitude_deg = at.longitude_deg;
  insert (g, commune);
}

static void
insert_venue (Ground *g, const char *id, const char *commune_id, double latitude_deg, double longitude_deg)
{
  TrhVenueRecord *venue = trh_record_new (&trh_venue_schema, id);

  trh_record_set_text (&venue->commune_id, commune_id);
  venue->latitude_deg = latitude_deg;
  venue->longitude_deg = longitude_deg;
  insert (g, venue);
}

static void
set_up (Ground *g, gconstpointer data)
{
  guint node[G_N_ELEMENTS (villages)], over;

  g->roads = trh_roads_new ();
  g->project = trh_project_new ();
  g->workspace = trh_workspace_new (g->project, NULL);
  g->matrix = trh_matrix_new (g->project, g->roads);

  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      TrhCoordinate at = { villages[i].latitude_deg, villages[i].longitude_deg };

      node[i] = trh_roads_add_village (g->roads, villages[i].id, at, villages[i].altitude_m);
      insert_commune (g, villages[i].id, at);
    }
  over = trh_roads_add_pass (g->roads, pass, 1302);
  trh_roads_link (g->roads, node[0], node[1], TRH_DETOUR_VALLEY);
  trh_roads_link (g->roads, node[1], node[2], TRH_DETOUR_VALLEY);
  trh_roads_link (g->roads, node[2], over, TRH_DETOUR_VALLEY);
  trh_roads_link (g->roads, over, node[3], TRH_DETOUR_VALLEY);
  insert_commune (g, "75056", paris);

  insert_venue (g, "hall", "05126", 0, 0);          /* not placed: in the village */
  insert_venue (g, "barn", "05126", 44.400, 5.480);
  insert_venue (g, "mill", "84123", 44.095, 5.420);
}

static void
tear_down (Ground *g, gconstpointer data)
{
  trh_store_discard (trh_workspace_get_store (g->workspace));
  g_assert_finalize_object (g->matrix);
  g_object_unref (g->workspace);
  g_object_unref (g->project);
  trh_roads_unref (g->roads);
}

static double
between_m (guint a, guint b)
{
  TrhCoordinate from = { villages[a].latitude_deg, villages[a].longitude_deg };
  TrhCoordinate to = { villages[b].latitude_deg, villages[b].longitude_deg };

  return trh_distance_m (from, to);
}

static TrhTravel
ask (Ground *g, const char *from_id, const char *to_id, TrhLegMode mode, const char *date)
{
  TrhTravel travel;
  int day = TRH_NO_DAY;

  if (date != NULL)
    g_assert_true (trh_day_parse (date, &day));
  g_assert_true (trh_matrix_get (g->matrix, from_id, to_id, mode, day, &travel));

  return travel;
}

#define assert_near(number, expected, most) g_assert_cmpfloat_with_epsilon ((double) (number), (expected), (most))

static void
test_estimate (Ground *g, gconstpointer data)
{
  TrhCoordinate orpierre = { villages[2].latitude_deg, villages[2].longitude_deg };
  TrhCoordinate sault = { villages[3].latitude_deg, villages[3].longitude_deg };
  TrhCoordinate rosans = { villages[0].latitude_deg, villages[0].longitude_deg };
  TrhCoordinate barn = { 44.400, 5.480 };
  TrhTravel travel = ask (g, "05126", "05097", TRH_LEG_CAR, NULL);
  double road_m = 1.2 * (between_m (0, 1) + between_m (1, 2));

  /* along the valley, not straight over the hills */
  assert_near (travel.distance_m, road_m, 1);
  assert_near (travel.duration_s, road_m / 45000 * 3600, 60);
  g_assert_cmpint (travel.source, ==, TRH_TRAVEL_SOURCE_ESTIMATE);
  g_assert_cmpint (travel.climb_m, ==, 683 - 657);
  g_assert_cmpint (travel.descent_m, ==, 706 - 657);

  /* over the pass, and back: the rises change place */
  travel = ask (g, "05097", "84123", TRH_LEG_CAR, NULL);
  road_m = 1.2 * (trh_distance_m (orpierre, pass) + trh_distance_m (pass, sault));
  assert_near (travel.distance_m, road_m, 1);
  assert_near (travel.duration_s, road_m / 45000 * 3600 + 180, 60);
  g_assert_cmpint (travel.climb_m, ==, 1302 - 683);
  g_assert_cmpint (travel.descent_m, ==, 1302 - 735);
  travel = ask (g, "84123", "05097", TRH_LEG_CAR, NULL);
  g_assert_cmpint (travel.climb_m, ==, 1302 - 735);

  /* nothing is known of the road to Paris */
  travel = ask (g, "84123", "75056", TRH_LEG_CAR, NULL);
  assert_near (travel.distance_m, 1.45 * trh_distance_m (sault, paris), 1);

  /* inside a commune, and the same place */
  travel = ask (g, "hall", "barn", TRH_LEG_FOOT, NULL);
  assert_near (travel.distance_m, 1.2 * trh_distance_m (rosans, barn), 1);
  g_assert_cmpint (travel.source, ==, TRH_TRAVEL_SOURCE_ESTIMATE);
  travel = ask (g, "hall", "05126", TRH_LEG_FOOT, NULL);
  g_assert_cmpint (travel.source, ==, TRH_TRAVEL_SOURCE_SAME_PLACE);
  g_assert_cmpint (travel.duration_s, ==, 0);

  /* a venue adds its way to the village */
  g_assert_cmpint (ask (g, "barn", "05097", TRH_LEG_CAR, NULL).distance_m, >,
                   ask (g, "hall", "05097", TRH_LEG_CAR, NULL).distance_m);
}

static void
test_nowhere (Ground *g, gconstpointer data)
{
  TrhTravel travel;

  g_assert_false (trh_matrix_get (g->matrix, "05126", "nobody", TRH_LEG_CAR, TRH_NO_DAY, &travel));
  insert_venue (g, "lost", "", 0, 0);
  g_assert_false (trh_matrix_get (g->matrix, "lost", "05126", TRH_LEG_CAR, TRH_NO_DAY, &travel));
  g_assert_true (trh_matrix_get (g->matrix, "lost", "lost", TRH_LEG_CAR, TRH_NO_DAY, &travel));
}

typedef struct {
  const char   *id, *from, *to;
  gboolean      both_ways;
  TrhLegMode    mode;
  TrhLegSource  source;
  int           distance_m, minutes;
  gboolean      closed;
  const char   *first, *last, *reason;
} Leg;

static const Leg legs[] = {
  { "typed",   "05126", "84123", TRUE,  TRH_LEG_CAR,  TRH_LEG_SOURCE_TYPED,    71000,  95, .reason = "par le col" },
  { "routed",  "hall",  "mill",  TRUE,  TRH_LEG_CAR,  TRH_LEG_SOURCE_ROUTER,   68000,  88 },
  { "winter",  "05126", "84123", TRUE,  TRH_LEG_CAR,  TRH_LEG_SOURCE_TYPED,    0,      0, .closed = TRUE,
    .first = "2026-11-15", .last = "2027-04-30", .reason = "col fermé" },
  { "works",   "05126", "84123", FALSE, TRH_LEG_CAR,  TRH_LEG_SOURCE_TYPED,    0,    120,
    .first = "2027-06-01", .last = "2027-06-10" },
  { "path",    "barn",  "05166", FALSE, TRH_LEG_FOOT, TRH_LEG_SOURCE_IMPORTED, 25000,  0 },
};

static void
insert_leg (Ground *g, const Leg *leg)
{
  TrhLegRecord *record = trh_record_new (&trh_leg_schema, leg->id);

  trh_record_set_text (&record->from_id, leg->from);
  trh_record_set_text (&record->to_id, leg->to);
  record->both_ways = leg->both_ways;
  record->mode = (int) leg->mode;
  record->source = (int) leg->source;
  record->distance_m = leg->distance_m;
  record->duration_s = leg->minutes * 60;
  record->closed = leg->closed;
  g_assert_true (leg->first == NULL || trh_day_parse (leg->first, &record->first_day));
  g_assert_true (leg->last == NULL || trh_day_parse (leg->last, &record->last_day));
  trh_record_set_text (&record->reason, leg->reason != NULL ? leg->reason : "");
  insert (g, record);
}

static void
test_legs (Ground *g, gconstpointer data)
{
  static const struct { const char *from, *to; TrhLegMode mode; const char *day; int minutes; gboolean closed; const char *leg; } cases[] = {
    { "05126", "84123", TRH_LEG_CAR,  NULL,         95,  FALSE, "typed" },
    { "84123", "05126", TRH_LEG_CAR,  "2027-06-05", 95,  FALSE, "typed" },   /* the works are one way */
    { "05126", "84123", TRH_LEG_CAR,  "2027-06-05", 120, FALSE, "works" },   /* dates before none */
    { "barn",  "mill",  TRH_LEG_CAR,  "2027-06-11", 95,  FALSE, "typed" },   /* of their communes */
    { "hall",  "mill",  TRH_LEG_CAR,  "2027-06-11", 95,  FALSE, "typed" },   /* typed before routed */
    { "mill",  "hall",  TRH_LEG_CAR,  "2027-04-30", 95,  TRUE,  "winter" },
    { "mill",  "hall",  TRH_LEG_CAR,  "2027-05-01", 95,  FALSE, "typed" },
    { "mill",  "hall",  TRH_LEG_CAR,  "2026-11-14", 95,  FALSE, "typed" },
    { "05126", "84123", TRH_LEG_FOOT, "2027-01-01", 0,   FALSE, NULL },      /* closed for cars */
  };
  TrhTravel travel;

  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    insert_leg (g, &legs[i]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      travel = ask (g, cases[i].from, cases[i].to, cases[i].mode, cases[i].day);
      g_test_message ("%s to %s, %s", cases[i].from, cases[i].to, cases[i].day);
      g_assert_cmpstr (travel.leg_id, ==, cases[i].leg);
      g_assert_cmpint (travel.closed, ==, cases[i].closed);
      if (cases[i].minutes > 0)
        g_assert_cmpint (travel.duration_s, ==, cases[i].minutes * 60);
    }

  /* the length is typed, the time follows from it: 25 km at 4 km/h, and 49 m down */
  travel = ask (g, "barn", "05166", TRH_LEG_FOOT, NULL);
  g_assert_cmpint (travel.distance_m, ==, 25000);
  assert_near (travel.duration_s, 3600 * (25000 / 4000.0 + 49 / 500.0 / 2), 60);
  g_assert_cmpint (travel.source, ==, TRH_TRAVEL_SOURCE_IMPORTED);
  g_assert_cmpint (ask (g, "05166", "barn", TRH_LEG_FOOT, NULL).source, ==, TRH_TRAVEL_SOURCE_ESTIMATE);

  /* the matrix follows undo and redo, and says the author's reason */
  g_assert_cmpstr (ask (g, "05126", "84123", TRH_LEG_CAR, NULL).reason, ==, "par le col");
  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    trh_workspace_undo (g->workspace);
  g_assert_cmpint (ask (g, "05126", "84123", TRH_LEG_CAR, NULL).source, ==, TRH_TRAVEL_SOURCE_ESTIMATE);
  trh_workspace_redo (g->workspace);
  g_assert_cmpint (ask (g, "84123", "05126", TRH_LEG_CAR, NULL).source, ==, TRH_TRAVEL_SOURCE_TYPED);
}

static TrhStayRecord *
make_stay (const char *id, const char *venue_id, int first_day, int last_day)
{
  TrhStayRecord *stay = trh_record_new (&trh_stay_schema, id);

  trh_record_set_text (&stay->artist_id, "ana");
  trh_record_set_text (&stay->venue_id, venue_id);
  stay->first_day = first_day;
  stay->last_day = last_day;
  return stay;
}

static void
assert_way (Ground *g, const char *from, const char *to, const char *duration, const char *words)
{
  const TrhStayRecord *stay = trh_project_find_record (g->project, TRH_STAYS, to);
  const TrhStayRecord *origin = trh_arrival_find_origin (g->project, stay);
  g_autofree char *said_duration = NULL;
  g_autofree char *said = NULL;
  TrhArrival way;

  g_assert_cmpstr (origin != NULL ? origin->base.id : NULL, ==, from);
  if (from == NULL)
    return;
  g_assert_cmpint (trh_arrival_get (g->project, g->matrix, origin, stay, &way), ==, words != NULL);
  if (words == NULL)
    return;
  said_duration = trh_arrival_say_duration (&way);
  said = trh_arrival_say (&way);
  g_assert_cmpstr (said_duration, ==, duration);
  g_assert_cmpstr (said, ==, words);
}

/* The road between two stays always says where its figures come from, and an estimate is marked. */
static void
test_way (Ground *g, gconstpointer data)
{
  TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, "ana");
  TrhStayRecord *unplaced = make_stay ("later", "barn", 20972, 20973);
  Leg closed = legs[2];

  unplaced->unplaced = TRUE;
  insert (g, artist);
  insert (g, make_stay ("third", "mill", 20990, 20992));
  insert (g, make_stay ("first", "hall", 20970, 20972));
  insert (g, unplaced);
  insert (g, make_stay ("second", "hall", 20975, 20978));
  insert (g, make_stay ("fourth", "", 20995, 20996));

  assert_way (g, NULL, "first", NULL, NULL);
  assert_way (g, NULL, "later", NULL, NULL);
  assert_way (g, "first", "second", "", "same place");
  assert_way (g, "third", "fourth", NULL, NULL);

  insert_leg (g, &legs[1]);
  assert_way (g, "second", "third", "≈ 1 h 28 min", "by car, 68 km, ≈ 1 h 28 min (by road, from a route service)");
  insert_leg (g, &legs[0]);
  assert_way (g, "second", "third", "1 h 35 min", "by car, 71 km, 1 h 35 min (typed by hand)");
  closed.first = "2027-06-01";
  closed.last = "2027-06-30";
  insert_leg (g, &closed);
  assert_way (g, "second", "third", "1 h 35 min", "by car, 71 km, 1 h 35 min (typed by hand); closed on that day: col fermé");
  for (guint i = 0; i < 3; i++)
    trh_workspace_undo (g->workspace);

  {
    TrhTravel travel = ask (g, "hall", "mill", TRH_LEG_CAR, NULL);
    g_autofree char *duration = trh_minutes_say (travel.duration_s / 60);
    g_autofree char *marked = g_strconcat ("≈ ", duration, NULL);
    g_autofree char *words = g_strdup_printf ("by car, %d km, %s (estimate)", (travel.distance_m + 500) / 1000, marked);

    assert_way (g, "second", "third", marked, words);
  }
}

static void
test_times (void)
{
  /* DIN 33466: 8 km, 600 m up: two hours each; 2 + 2 / 2 */
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, 8000, 600, 0, 0, 0), ==, 3 * 3600);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, 8000, 0, 500, 0, 0), ==, 2 * 3600 + 1800);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, 4000, 900, 0, 0, 0), ==, 3 * 3600 + 1800);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, 6000, 0, 0, 0, 3), ==, 2 * 3600);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_BICYCLE, 14000, 700, 300, 0, 0), ==, 2 * 3600);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, 45000, 700, 300, 2, 0), ==, 3600 + 360);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, 1, 0, 0, 0, 0), ==, 60);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, 0, 0, 0, 0, 0), ==, 0);
  g_assert_cmpint (trh_travel_get_leg_mode (TRH_TRAVEL_PASSENGER), ==, TRH_LEG_CAR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/matrix/times", test_times);
  g_test_add ("/schedule/matrix/estimate", Ground, NULL, set_up, test_estimate, tear_down);
  g_test_add ("/schedule/matrix/nowhere", Ground, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/schedule/matrix/legs", Ground, NULL, set_up, test_legs, tear_down);

  g_test_add ("/schedule/matrix/way", Ground, NULL, set_up, test_way, tear_down);

  return g_test_run ();
}
