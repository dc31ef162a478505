/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <sys/resource.h>

#include "stress.h"

/* How long reading and writing the stress project take, beside json-glib alone on the same bytes: ratios of one
 * machine can be compared with those of another. */

#define ROUNDS     9
#define MOST_LOAD  2.5
#define MOST_SAVE  2.5

typedef void (*Work) (gpointer data);

typedef struct {
  GBytes     *bytes;
  JsonNode   *tree;
  TrhProject *project;
} Subject;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* The shortest of some rounds: what disturbs a measure only makes it longer. Both sides take turns, so that a
 * machine that slows down slows both. */
static void
measure (Work ours, Work theirs, gpointer data, double *our_ms, double *their_ms)
{
  *our_ms = *their_ms = G_MAXDOUBLE;
  for (int i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();

      theirs (data);
      *their_ms = MIN (*their_ms, now_ms () - start);
      start = now_ms ();
      ours (data);
      *our_ms = MIN (*our_ms, now_ms () - start);
    }
}

static void
parse_bare (gpointer data)
{
  Subject *subject = data;
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (subject->bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_error ("json-glib does not read our file");
}

static void
load (gpointer data)
{
  Subject *subject = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_project_from_bytes (subject->bytes, &error);

  g_assert_no_error (error);
}

static void
generate_bare (gpointer data)
{
  Subject *subject = data;
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, subject->tree);
  text = json_generator_to_data (generator, NULL);
  g_assert_nonnull (text);
}

static void
save (gpointer data)
{
  Subject *subject = data;
  g_autoptr(GBytes) bytes = trh_project_to_bytes (subject->project);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, g_bytes_get_size (subject->bytes));
}

static gboolean
report (const char *what, double our_ms, double their_ms, double most)
{
  double ratio = our_ms / their_ms;

  printf ("%-6s %7.1f ms, json-glib alone %7.1f ms, ratio %.2f (at most %.1f)%s\n",
          what, our_ms, their_ms, ratio, most, ratio <= most ? "" : "  TOO SLOW");
  return ratio <= most;
}

int
main (void)
{
  g_autoptr(TrhProject) project = trh_stress_new (TRH_STRESS_SEED);
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);
  g_autoptr(JsonParser) parser = json_parser_new ();
  Subject subject = { bytes, NULL, project };
  struct rusage usage;
  double ours, theirs;
  gboolean good;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_error ("json-glib does not read our file");
  subject.tree = json_parser_get_root (parser);

  printf ("stress project: %.1f MB, %d communes, %d venues, %d artists, %d stays, %d encounters\n", (double) length / 1e6,
          TRH_STRESS_COMMUNES, TRH_STRESS_VENUES, TRH_STRESS_ARTISTS, TRH_STRESS_STAYS, TRH_STRESS_ENCOUNTERS);
  measure (load, parse_bare, &subject, &ours, &theirs);
  good = report ("load", ours, theirs, MOST_LOAD);
  measure (save, generate_bare, &subject, &ours, &theirs);
  good = report ("save", ours, theirs, MOST_SAVE) && good;
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory %ld MB\n", usage.ru_maxrss / 1024);

  return good ? 0 : 1;
}
