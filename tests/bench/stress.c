/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress.h"

#include "core/base/trh-day.h"

/* The season of the project, and the country it is in: 140 km by 110 km around the Buëch. */
#define FIRST_YEAR   2027
#define SEASON_DAYS  270
#define SOUTH_DEG    43.9
#define NORTH_DEG    44.9
#define WEST_DEG     4.8
#define EAST_DEG     6.5
#define VALLEYS      8

static const char *const syllables[] = {
  "sé", "de", "ron", "ser", "res", "mon", "tau", "ban", "or", "pier", "re", "as", "pres", "vey", "nes", "lau", "ra", "gne",
  "au", "len", "ro", "sans", "ey", "gui", "ans", "buis", "tru", "chas",
};
static const char *const disciplines[] = {
  "Théâtre", "Danse", "Musique", "Cirque", "Photographie", "Écriture", "Arts plastiques", "Marionnette",
};
static const char *const sentences[] = {
  "Un travail en cours avec les habitants du village.", "Collecte de récits, de sons et d’images.",
  "Une forme légère, sans technique.", "Atelier ouvert à l’école, puis à tous.", "Prévoir une salle qui ferme à clé.",
};

typedef struct {
  GRand      *random;
  TrhEdit    *edit;
  int         first_day;
  const char *communes[TRH_STRESS_COMMUNES]; /* ids, borrowed from the records of the edit */
  double      latitudes_deg[TRH_STRESS_COMMUNES], longitudes_deg[TRH_STRESS_COMMUNES];
  const char *venues[TRH_STRESS_VENUES];
  const char *artists[TRH_STRESS_ARTISTS];
} Maker;

static int
below (Maker *maker, int limit)
{
  return g_rand_int_range (maker->random, 0, limit);
}

#define ONE_OF(maker, list) ((list)[below (maker, G_N_ELEMENTS (list))])

static char *
make_word (Maker *maker, int n_syllables)
{
  GString *word = g_string_new (NULL);
  g_autofree char *plain = NULL, *first = NULL;

  for (int i = 0; i < n_syllables; i++)
    g_string_append (word, ONE_OF (maker, syllables));
  plain = g_string_free (word, FALSE);
  first = g_utf8_substring (plain, 0, 1);
  {
    g_autofree char *capital = g_utf8_strup (first, -1);

    return g_strconcat (capital, g_utf8_next_char (plain), NULL);
  }
}

static char *
make_prose (Maker *maker, int n_sentences)
{
  GString *prose = g_string_new (NULL);

  for (int i = 0; i < n_sentences; i++)
    g_string_append_printf (prose, "%s%s", i > 0 ? " " : "", ONE_OF (maker, sentences));
  return g_string_free (prose, FALSE);
}

/* Ids as a person's project has them: UUIDs, but from our own source, so that a seed gives one project. */
static gpointer
make_record (Maker *maker, const TrhSchema *schema)
{
  g_autofree char *id =
    g_strdup_printf ("%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (maker->random), g_rand_int (maker->random) & 0xffff,
                     g_rand_int (maker->random) & 0xfff, g_rand_int (maker->random) & 0xfff, g_rand_int (maker->random),
                     g_rand_int (maker->random) & 0xffff);

  return trh_record_new (schema, id);
}

static void
take (char **member, char *text)
{
  g_free (*member);
  *member = text;
}

static void
make_communes (Maker *maker)
{
  const char *valleys[VALLEYS];

  for (int i = 0; i < VALLEYS; i++)
    {
      TrhValleyRecord *valley = make_record (maker, &trh_valley_schema);

      take (&valley->name, make_word (maker, 2));
      valley->marker = i % 4;
      valleys[i] = valley->base.id;
      trh_edit_insert (maker->edit, valley);
    }
  for (int i = 0; i < TRH_STRESS_COMMUNES; i++)
    {
      g_autofree char *insee = g_strdup_printf ("%02d%03d", 4 + i / 300, 1 + i % 300);
      TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, insee);
      g_autofree char *postcode = g_strdup_printf ("%02d%03d", 4 + i / 300, 10 * below (maker, 90));
      double x = g_rand_double (maker->random), y = g_rand_double (maker->random);

      take (&commune->name, make_word (maker, 2 + below (maker, 3)));
      trh_record_add_text (&commune->postcodes, postcode);
      /* valleys are bands from west to east */
      trh_record_set_text (&commune->valley_id, valleys[(int) (x * VALLEYS)]);
      commune->latitude_deg = SOUTH_DEG + (NORTH_DEG - SOUTH_DEG) * y;
      commune->longitude_deg = WEST_DEG + (EAST_DEG - WEST_DEG) * x;
      commune->altitude_m = 300 + below (maker, 1200);
      commune->population = 20 + below (maker, 2000);
      commune->population_year = 2022;
      maker->latitudes_deg[i] = commune->latitude_deg;
      maker->longitudes_deg[i] = commune->longitude_deg;
      maker->communes[i] = commune->base.id;
      trh_edit_insert (maker->edit, commune);
    }
}

static void
make_venues (Maker *maker)
{
  for (int i = 0; i < TRH_STRESS_VENUES; i++)
    {
      TrhVenueRecord *venue = make_record (maker, &trh_venue_schema);
      int commune = i % TRH_STRESS_COMMUNES;

      take (&venue->name, g_strdup_printf ("Salle %d", i + 1));
      trh_record_set_text (&venue->commune_id, maker->communes[commune]);
      venue->kind = below (maker, TRH_VENUE_OTHER + 1);
      venue->latitude_deg = maker->latitudes_deg[commune] + 0.01 * (g_rand_double (maker->random) - 0.5);
      venue->longitude_deg = maker->longitudes_deg[commune] + 0.01 * (g_rand_double (maker->random) - 0.5);
      venue->works = venue->meets = TRUE;
      venue->lodges = i % 3 == 0;
      venue->beds = venue->lodges ? 2 + below (maker, 6) : 0;
      venue->capacity = 20 + below (maker, 200);
      venue->work_places = 1 + below (maker, 2);
      venue->step_free = i % 2 == 0;
      trh_record_add_text (&venue->equipment, "sono");
      trh_record_add_text (&venue->equipment, "gradins");
      take (&venue->notes, make_prose (maker, 2));
      maker->venues[i] = venue->base.id;
      trh_edit_insert (maker->edit, venue);
    }
}

static void
make_artists (Maker *maker)
{
  for (int i = 0; i < TRH_STRESS_ARTISTS; i++)
    {
      TrhArtistRecord *artist = make_record (maker, &trh_artist_schema);
      TrhWindowRecord *window = trh_record_new (&trh_window_schema, NULL);
      g_autofree char *first = make_word (maker, 2), *last = make_word (maker, 3);

      take (&artist->name, g_strdup_printf ("%s %s", first, last));
      trh_record_set_text (&artist->discipline, ONE_OF (maker, disciplines));
      artist->people = 1 + below (maker, 5);
      artist->state = below (maker, TRH_ARTIST_DECLINED + 1);
      take (&artist->email, g_strdup_printf ("artiste-%d@exemple.fr", i + 1));
      take (&artist->phone, g_strdup_printf ("06 00 00 %02d %02d", i / 100, i % 100));
      take (&artist->statement, make_prose (maker, 3));
      artist->travel_mode = below (maker, TRH_TRAVEL_PASSENGER + 1);
      artist->max_km_per_day = 60 + below (maker, 100);
      window->first_day = maker->first_day + below (maker, 60);
      window->last_day = window->first_day + 120 + below (maker, 90);
      g_ptr_array_add (artist->availability, window);
      maker->artists[i] = artist->base.id;
      trh_edit_insert (maker->edit, artist);
    }
}

static void
make_stays (Maker *maker)
{
  for (int i = 0; i < TRH_STRESS_STAYS; i++)
    {
      TrhStayRecord *stay = make_record (maker, &trh_stay_schema);

      trh_record_set_text (&stay->artist_id, maker->artists[i % TRH_STRESS_ARTISTS]);
      trh_record_set_text (&stay->venue_id, ONE_OF (maker, maker->venues));
      if (i % 4 == 0)
        trh_record_set_text (&stay->lodging_id, ONE_OF (maker, maker->venues));
      stay->first_day = maker->first_day + below (maker, SEASON_DAYS - 15);
      stay->last_day = stay->first_day + 2 + below (maker, 12);
      stay->state = below (maker, TRH_PLAN_REFUSED + 1);
      trh_edit_insert (maker->edit, stay);
    }
}

static void
make_encounters (Maker *maker)
{
  for (int i = 0; i < TRH_STRESS_ENCOUNTERS; i++)
    {
      TrhEncounterRecord *encounter = make_record (maker, &trh_encounter_schema);

      take (&encounter->title, g_strdup_printf ("Rencontre %d", i + 1));
      encounter->kind = below (maker, TRH_ENCOUNTER_OTHER + 1);
      trh_record_add_text (&encounter->artist_ids, ONE_OF (maker, maker->artists));
      trh_record_set_text (&encounter->venue_id, ONE_OF (maker, maker->venues));
      encounter->day = maker->first_day + below (maker, SEASON_DAYS);
      encounter->start = 15 * (40 + below (maker, 44));
      encounter->duration_min = 30 * (1 + below (maker, 6));
      encounter->expected = below (maker, 80);
      if (i % 3 == 0)
        take (&encounter->presentation, make_prose (maker, 1));
      trh_edit_insert (maker->edit, encounter);
    }
}

/**
 * trh_stress_new:
 * @seed: the same seed gives the same lists; only the id of the project differs
 *
 * Returns: (transfer full): a project of the sizes above
 */
TrhProject *
trh_stress_new (guint32 seed)
{
  TrhProject *project = trh_project_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(TrhEdit) edit = trh_edit_new ("A project far too large");
  g_autoptr(TrhEdit) inverse = NULL;
  Maker maker = { .random = random, .edit = edit, .first_day = trh_day_from_date (FIRST_YEAR, 3, 1) };
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));

  trh_record_set_text (&season->title, "Saison d’épreuve");
  season->first_day = maker.first_day;
  season->last_day = maker.first_day + SEASON_DAYS - 1;
  make_communes (&maker);
  make_venues (&maker);
  make_artists (&maker);
  make_stays (&maker);
  make_encounters (&maker);
  inverse = trh_project_apply (project, edit);

  return project;
}
