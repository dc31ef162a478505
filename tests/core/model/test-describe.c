/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"

/* 2027-06-07 and what follows, in days */
#define JUNE_7 20976

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"season\":{\"title\":\"Saison 2027\"},"
  "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\"},{\"insee\":\"26242\",\"name\":\"Le Poët-Sigillat\"}],"
  "\"venues\":[{\"id\":\"v1\",\"name\":\"Salle des fêtes\",\"commune\":\"26340\"},"
  "{\"id\":\"v2\",\"name\":\"École de Séderon\",\"commune\":\"26340\"},{\"id\":\"v3\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a2\"}],"
  "\"stays\":[{\"id\":\"s1\",\"artist\":\"a1\",\"venue\":\"v1\",\"first-day\":\"2027-06-07\",\"last-day\":\"2027-06-09\"},"
  "{\"id\":\"s2\",\"artist\":\"a1\",\"unplaced\":true},"
  "{\"id\":\"s3\",\"artist\":\"a1\",\"first-day\":\"2027-06-07\",\"last-day\":\"2027-06-07\"}],"
  "\"encounters\":[{\"id\":\"e1\",\"kind\":\"rehearsal\",\"venue\":\"v1\",\"day\":\"2027-06-09\"},"
  "{\"id\":\"e2\",\"title\":\"Bal\"}],"
  "\"legs\":[{\"id\":\"l1\",\"from\":\"26340\",\"to\":\"v1\"}],"
  "\"items\":[{\"id\":\"i1\",\"name\":\"Projecteur\"}],"
  "\"loans\":[{\"id\":\"o1\",\"item\":\"i1\",\"receiver\":\"26340\"},"
  "{\"id\":\"o2\",\"kind\":\"hours\",\"quantity\":4,\"receiver\":\"gone\"}],"
  "\"reviews\":[{\"id\":\"r1\",\"commune\":\"26242\"}]}";

static void
test_entities (void)
{
  static const struct { const char *id, *words; } cases[] = {
    { "season", "Saison 2027" },
    { "26340", "Séderon" },
    { "v1", "Salle des fêtes, Séderon" },
    { "v2", "École de Séderon" },
    { "v3", "venue without a name" },
    { "a1", "Camille Serre" },
    { "a2", "artist without a name" },
    { "s1", "Stay of Camille Serre at Séderon, 7–9 June 2027" },
    { "s2", "Stay of Camille Serre, not placed yet" },
    { "s3", "Stay of Camille Serre, 7 June 2027" },
    { "e1", "Open rehearsal at Séderon, 9 June 2027" },
    { "e2", "Bal" },
    { "l1", "Road from Séderon to Salle des fêtes, Séderon" },
    { "o1", "Loan: Projecteur, for Séderon" },
    { "o2", "Loan: 4 hours, for gone" },
    { "r1", "Review of Le Poët-Sigillat" },
    { "", "nothing chosen" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, strlen (season));
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = trh_describe_id (project, cases[i].id);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is filled, in the order asked for, and only as much as a glance takes in. */
static void
test_filled (void)
{
  static const struct { const char *artist, *fields, *words; } cases[] = {
    { "\"town\":\"Die\"", "email town", "Die" },
    { "\"phone\":\"04\"", "email town", "" },
    { "\"email\":\"ana@example.org\",\"languages\":[\"fr\",\"en\"]", "languages email phone", "fr, en · ana@example.org" },
    { "\"travel-mode\":\"bicycle\",\"can-drive\":true,\"walking-kmh\":4.5", "walking-kmh travel-mode can-drive",
      "Walking speed, in km/h: 4.5 · Bicycle · Can drive" },
    { "\"biography\":\"Née à Die.\\nVit à Gap.\"", "biography", "Née à Die." },
    { "\"statement\":\"Des portraits sonores faits avec celles qui restent\"", "statement",
      "Des portraits sonores faits ave…" },
    { "\"phone\":\"04 75 28 00 00\",\"email\":\"quelqu-un-de-loin@example.org\",\"town\":\"Montbrun-les-Bains\"",
      "email phone town", "quelqu-un-de-loin@example.org · 04 75 28 00 00 · …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
                                               "\"artists\":[{\"id\":\"a1\",%s}]}", cases[i].artist);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);
      g_auto(GStrv) fields = g_strsplit (cases[i].fields, " ", -1);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      words = trh_describe_filled (project, trh_project_find_record (project, TRH_ARTISTS, "a1"),
                                   (const char *const *) fields);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_windows (void)
{
  static const struct { gboolean absent; int first, last; const char *weekdays; int from, to; const char *words; } cases[] = {
    { FALSE, 0, 0, "", -1, -1, "always" },
    { FALSE, JUNE_7, JUNE_7 + 2, "", -1, -1, "7–9 June 2027" },
    { TRUE, JUNE_7, JUNE_7, "", -1, -1, "not 7 June 2027" },
    { FALSE, JUNE_7, 0, "17", -1, -1, "from 7 June 2027, Monday, Sunday" },
    { FALSE, 0, JUNE_7, "", 540, 750, "until 7 June 2027, from 9:00 to 12:30" },
  };
  g_autoptr(GPtrArray) windows = g_ptr_array_new_with_free_func (trh_record_unref);
  g_autofree char *none = trh_describe_windows (windows);
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "always");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrhWindowRecord *window = trh_record_new (&trh_window_schema, NULL);
      g_autofree char *words = NULL;

      window->absent = cases[i].absent;
      window->first_day = cases[i].first;
      window->last_day = cases[i].last;
      trh_record_set_text (&window->weekdays, cases[i].weekdays);
      window->from = cases[i].from;
      window->to = cases[i].to;
      words = trh_describe_window (window);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_ptr_array_add (windows, window);
    }
  g_ptr_array_set_size (windows, 2);
  two = trh_describe_windows (windows);
  g_assert_cmpstr (two, ==, "always · 7–9 June 2027");
}

/* Every member and every choice of every table has words: a missing one is a critical warning. */
static void
check_schema (const TrhSchema *schema)
{
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];

      g_assert_cmpstr (trh_label_field (schema, field), !=, "");
      for (int choice = 0; field->choices != NULL && field->choices[choice] != NULL; choice++)
        g_assert_nonnull (trh_label_choice (schema, field, choice));
      if (field->kind == TRH_KIND_LIST)
        check_schema (field->child);
    }
}

static void
test_labels (void)
{
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      const TrhSchema *schema = trh_collection_get_schema ((TrhCollection) i);
      g_autofree char *one = trh_label_count ((TrhCollection) i, 1);
      g_autofree char *expected = g_strdup_printf ("1 %s", trh_label_type (schema));

      g_assert_cmpstr (one, ==, expected);
      check_schema (schema);
    }
}

static void
test_phrases (void)
{
  g_autofree char *of = trh_text_of ("Le Poët");
  g_autofree char *at = trh_text_at ("Les Omergues");
  g_autofree char *capital = trh_text_capital ("écurie");
  g_autofree char *empty = trh_text_capital ("");

  g_assert_cmpstr (of, ==, "of Le Poët");
  g_assert_cmpstr (at, ==, "at Les Omergues");
  g_assert_cmpstr (capital, ==, "Écurie");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/describe/entities", test_entities);
  g_test_add_func ("/model/describe/filled", test_filled);
  g_test_add_func ("/model/describe/windows", test_windows);
  g_test_add_func ("/model/describe/labels", test_labels);
  g_test_add_func ("/model/describe/phrases", test_phrases);

  return g_test_run ();
}
