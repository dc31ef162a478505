/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "core/base/trh-record.h"
#include "core/exchange/trh-territory.h"
#include "core/geo/trh-distance.h"

/* The bundled file. */
static TrhTerritory *
load (void)
{
  g_autofree char *path = trh_territory_find_file ();
  g_autoptr(GError) error = NULL;
  TrhTerritory *territory = trh_territory_load (path, &error);

  g_assert_no_error (error);
  return territory;
}

/* Names of what was found, the former name in brackets. */
static char *
describe (GArray *hits, guint most)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (hits->len, most); i++)
    {
      const TrhTerritoryHit *hit = &g_array_index (hits, TrhTerritoryHit, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", hit->commune->name);
      if (hit->former_name != NULL)
        g_string_append_printf (text, " [%s]", hit->former_name);
    }

  return g_string_free (text, FALSE);
}

static void
test_facts (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  const TrhKnownCommuneRecord *serres = trh_territory_find_commune (territory, "05166");
  guint population = 0, in_buech = 0;

  g_assert_cmpuint (trh_territory_get_communes (territory)->len, ==, 138);
  g_assert_cmpstr (serres->name, ==, "Serres");
  g_assert_cmpint (serres->population, ==, 1298);
  g_assert_cmpint (serres->altitude_m, ==, 657);
  g_assert_cmpstr (serres->postcodes[0], ==, "05700");
  g_assert_cmpstr (trh_territory_get_valley_key (territory, serres), ==, "buech");
  g_assert_cmpstr (trh_territory_get_valley_name (territory, trh_territory_find_commune (territory, "84123")), ==, "Ventoux");
  g_assert_null (trh_territory_find_commune (territory, "75056"));

  /* the sums that the statistics office prints for the three groups of communes */
  for (guint i = 0; i < 138; i++)
    {
      const TrhKnownCommuneRecord *commune = trh_territory_get_communes (territory)->pdata[i];

      population += (guint) commune->population;
      in_buech += g_str_equal (trh_territory_get_valley_key (territory, commune), "buech") ? 1 : 0;
      g_assert_cmpuint (g_strv_length (commune->neighbour_ids), >, 0);
    }
  g_assert_cmpuint (population, ==, 25638 + 20713 + 9627);
  g_assert_cmpuint (in_buech, ==, 60);
}

static void
test_search (void)
{
  static const struct { const char *query, *found; } cases[] = {
    { "serres",             "Serres" },
    { "SÉDERON",            "Séderon" },
    { "ribiers",            "Val Buëch-Méouge [Ribiers]" },
    { "eyguians",           "Garde-Colombe [Eyguians]" },
    { "05700",              "Chanousse, Étoile-Saint-Cyrice, L’Épine" },
    { "05126",              "Rosans" },
    { "05069",              "Garde-Colombe [Lagrand]" },
    { "2B004",              "" },
    { "st auban",           "Saint-Auban-sur-l’Ouvèze" },
    { "auban ouveze",       "Saint-Auban-sur-l’Ouvèze, Montauban-sur-l’Ouvèze" },
    { "L'épine",            "L’Épine" },
    { "epine",              "L’Épine" },
    { "saint",              "Saint-André-de-Rosans, Saint-Auban-sur-l’Ouvèze, Saint-Christol" },
    { "rosans",             "Rosans, Saint-André-de-Rosans" },
    { "poet",               "Le Poët, Le Poët-en-Percip, Le Poët-Sigillat" },
    { "eglin",              "Laragne-Montéglin" },
    { "montéglin",          "Laragne-Montéglin [Montéglin]" },
    { "zzz",                "" },
    { "",                   "Arpavon, Aubres, Aulan" },
  };
  g_autoptr(TrhTerritory) territory = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) hits = trh_territory_search (territory, cases[i].query);
      g_autofree char *found = describe (hits, 3);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_codes (void)
{
  static const char pasted[] =
    "05126, 05097 05166\n"
    "5126;26340\n"
    "\n"
    "99999\r\n"
    "2b004 , 05126\n"
    "Serres\n"
    "05118;05143\n\n";
  static const char *const lines[] = {
    "Line 2: “5126” has lost its first zero; 05126 is Rosans",
    "Line 3 is empty",
    "Line 4: “99999” is not a commune of this territory",
    "Line 5: “2b004” is not an INSEE code, which has five characters",
    "Line 5: “05126”, Rosans, was given before",
    "Line 6: “Serres” is not an INSEE code, which has five characters",
    "Line 7: “05143”, Saint-Genis, is now part of Garde-Colombe (05053)",
  };
  g_autoptr(TrhTerritory) territory = load ();
  g_autoptr(GPtrArray) remarks = NULL;
  g_autoptr(GPtrArray) communes = trh_territory_parse_codes (territory, pasted, &remarks);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < communes->len; i++)
    g_string_append_printf (found, "%s ", ((TrhKnownCommuneRecord *) communes->pdata[i])->base.id);
  g_assert_cmpstr (found->str, ==, "05126 05097 05166 26340 05118 05053 ");

  for (guint i = 0; i < remarks->len; i++)
    g_assert_cmpstr (((TrhTerritoryRemark *) remarks->pdata[i])->message, ==, i < G_N_ELEMENTS (lines) ? lines[i] : NULL);
  g_assert_cmpuint (remarks->len, ==, G_N_ELEMENTS (lines));
}

static void
test_commune (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  g_autoptr(TrhRecord) base = (TrhRecord *) trh_territory_make_commune (territory, trh_territory_find_commune (territory, "05126"), "v1");
  const TrhCommuneRecord *rosans = (const TrhCommuneRecord *) base;

  g_assert_cmpstr (base->id, ==, "05126");
  g_assert_cmpstr (rosans->name, ==, "Rosans");
  g_assert_cmpstr (rosans->valley_id, ==, "v1");
  g_assert_cmpfloat (rosans->latitude_deg, ==, 44.392);
  g_assert_cmpint (rosans->population_year, ==, 2023);
  g_assert_nonnull (strstr (rosans->source, "Insee"));
  g_assert_nonnull (strstr (rosans->source, "GeoNames"));
  g_assert_true (trh_record_check (rosans, "communes", NULL));
}

static void
test_nearest (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  double distance_m;

  g_assert_cmpstr (trh_territory_find_nearest (territory, (TrhCoordinate) { 44.43, 5.71 }, &distance_m)->name, ==, "Serres");
  g_assert_cmpfloat_with_epsilon (distance_m, 455, 5);
  g_assert_cmpstr (trh_territory_find_nearest (territory, (TrhCoordinate) { 44.1, 5.4 }, NULL)->name, ==, "Sault");
}

/* Gauss's Easter (Meeus, Astronomical Algorithms, chapter 8). */
static int
get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;

  return trh_day_from_date (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* Every day of the years told of is a public holiday exactly when the rule says so. */
static void
test_public_holidays (void)
{
  static const struct { int month, day; } fixed[] = { { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
  static const int after_easter[] = { 1, 39, 50 };
  g_autoptr(TrhTerritory) territory = load ();

  for (int year = 2025; year <= 2027; year++)
    for (int day = trh_day_from_date (year, 1, 1); day < trh_day_from_date (year + 1, 1, 1); day++)
      {
        gboolean expected = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
          expected |= day == trh_day_from_date (year, fixed[i].month, fixed[i].day);
        for (guint i = 0; i < G_N_ELEMENTS (after_easter); i++)
          expected |= day == get_easter (year) + after_easter[i];
        g_assert_cmpint (trh_territory_find_public_holiday (territory, day) != NULL, ==, expected);
      }
}

/* The passes of the file are on the roads, and every commune can be reached. */
static void
test_roads (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  TrhRoads *roads = trh_territory_get_roads (territory);
  guint serres, laborel, montauban;
  TrhWay way;

  g_assert_true (trh_roads_find (roads, "05166", &serres));
  g_assert_true (trh_roads_find (roads, "26153", &laborel));
  g_assert_true (trh_roads_find (roads, "26189", &montauban));
  for (guint i = 0; i < trh_roads_count (roads); i++)
    g_assert_true (trh_roads_get_way (roads, serres, i, &way));

  g_assert_false (trh_roads_are_linked (roads, laborel, montauban));
  g_assert_true (trh_roads_get_way (roads, laborel, montauban, &way));
  g_assert_cmpuint (way.passes, ==, 1);
  g_assert_cmpfloat_with_epsilon (way.climb_m, 1302 - 827, 0.5); /* Laborel to the col de Perty */
}

#define HEAD "{\"format\":\"transhumance-territory\",\"version\":1,"
#define LISTS "\"sources\":[{\"id\":\"s\",\"name\":\"S\",\"licence\":\"L\"}],\"valleys\":[{\"id\":\"v\",\"name\":\"V\"}]," \
  "\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"valley\":\"v\"}],"
#define COMMUNE(insee, more) "{\"insee\":\"" insee "\",\"name\":\"N\",\"department\":\"05\",\"group\":\"g\",\"latitude\":44," \
  "\"longitude\":5,\"position-source\":\"s\"" more "}"

static void
test_refusals (void)
{
  static const struct { const char *json, *message; } cases[] = {
    { "[]", "format: this is not a territory" },
    { "{\"format\":\"transhumance\",\"version\":1}", "format: this is not a territory" },
    { "{\"format\":\"transhumance-territory\",\"version\":2}", "version: this territory was written for a later version of the program" },
    { HEAD "\"communes\":{}}", "communes: a list is expected" },
    { HEAD "\"communes\":[{\"insee\":\"5126\"}]}", "communes[0].insee: “5126” cannot be the identifier of an object" },
    { HEAD LISTS "\"communes\":[" COMMUNE ("05001", "") "," COMMUNE ("05001", "") "]}", "communes[1].insee: “05001” is given twice" },
    { HEAD LISTS "\"communes\":[" COMMUNE ("05001", ",\"altitude\":600") "]}", "communes[0].altitude-source: “” is not in this file" },
    { HEAD LISTS "\"communes\":[" COMMUNE ("05001", ",\"neighbours\":[\"05002\"]") "]}", "communes[0].neighbours: “05002” is not in this file" },
    { HEAD LISTS "\"communes\":[" COMMUNE ("05001", ",\"neighbours\":[\"05002\"]") "," COMMUNE ("05002", "") "]}",
      "communes[0].neighbours: N does not name N in return" },
    { HEAD "\"communes\":[" COMMUNE ("05001", "") "]}", "communes[0].position-source: “s” is not in this file" },
    { HEAD LISTS "\"landmarks\":[{\"name\":\"Col\",\"source\":\"s\"}]}", "landmarks[0].latitude: a position is missing" },
    { HEAD LISTS "\"landmarks\":[{\"name\":\"Col\",\"latitude\":44,\"source\":\"s\",\"joins\":[\"05001\"]}]}",
      "landmarks[0].joins: “05001” is not in this file" },
    { HEAD LISTS "\"landmarks\":[{\"name\":\"Col\",\"kind\":\"hill\"}]}", "landmarks[0].kind: “hill” is none of the choices" },
    { HEAD LISTS "\"holidays\":[{\"name\":\"Noël\",\"source\":\"s\"}]}", "holidays[0].first-day: a day is missing" },
    { HEAD LISTS "\"holidays\":[{\"name\":\"Noël\",\"source\":\"s\",\"first-day\":\"2027-12-25\",\"last-day\":\"2027-12-24\"}]}",
      "holidays[0].first-day: it comes after the last day" },
    { HEAD "\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"valley\":\"v\"}]}", "groups[0].valley: “v” is not in this file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(GError) error = NULL;

      g_assert_null (trh_territory_from_bytes (bytes, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_suffix (error->message, cases[i].message)); /* line and column in front */
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/territory/facts", test_facts);
  g_test_add_func ("/exchange/territory/search", test_search);
  g_test_add_func ("/exchange/territory/codes", test_codes);
  g_test_add_func ("/exchange/territory/commune", test_commune);
  g_test_add_func ("/exchange/territory/nearest", test_nearest);
  g_test_add_func ("/exchange/territory/public-holidays", test_public_holidays);
  g_test_add_func ("/exchange/territory/roads", test_roads);
  g_test_add_func ("/exchange/territory/refusals", test_refusals);

  return g_test_run ();
}
