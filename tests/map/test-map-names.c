/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-communes-painter.h"
#include "map/trh-map-names.h"

#define SIDE 400

typedef struct {
  cairo_surface_t *surface;
  cairo_t         *cr;
  TrhMapNames     *names;
} Fixture;

static const TrhNameStyle style = { 12, FALSE, FALSE, { 0, 0, 0, 1 }, { 1, 1, 1, 1 } };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  fixture->cr = cairo_create (fixture->surface);
  fixture->names = trh_map_names_new (fixture->cr, "Sans", 1, SIDE, SIDE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  trh_map_names_free (fixture->names);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

/* Whether anything was painted in a rectangle. */
static gboolean
is_painted (Fixture *fixture, int left, int top, int width, int height)
{
  const guint8 *data;
  int stride = cairo_image_surface_get_stride (fixture->surface);

  cairo_surface_flush (fixture->surface);
  data = cairo_image_surface_get_data (fixture->surface);
  for (int y = top; y < top + height; y++)
    for (int x = left; x < left + width; x++)
      if (((const guint32 *) (gconstpointer) (data + y * stride))[x] != 0)
        return TRUE;

  return FALSE;
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  trh_map_names_add (fixture->names, "Rosans", 200, 200, 6, 1, &style);
  trh_map_names_add (fixture->names, "outside", -5, 200, 6, 1, &style);
  trh_map_names_add (fixture->names, "", 100, 100, 6, 1, &style);
  g_assert_cmpuint (trh_map_names_write (fixture->names), ==, 1);
  g_assert_true (is_painted (fixture, 180, 206, 40, 20));
  g_assert_false (is_painted (fixture, 0, 0, SIDE, 200));
}

static void
test_rank (Fixture *fixture, gconstpointer data)
{
  /* room for one name only: everything else is taken */
  trh_map_names_keep_free (fixture->names, 200, 80, SIDE, 160);
  trh_map_names_keep_free (fixture->names, 200, 305, SIDE, 190);
  trh_map_names_keep_free (fixture->names, 80, 200, 160, 100);
  trh_map_names_keep_free (fixture->names, 330, 200, 140, 100);
  trh_map_names_add (fixture->names, "less", 210, 165, 6, 5, &style);
  trh_map_names_add (fixture->names, "more", 210, 168, 6, 1, &style);
  g_assert_cmpuint (trh_map_names_write (fixture->names), ==, 1);
  /* the more important one lies lower */
  g_assert_false (is_painted (fixture, 160, 165, 100, 7));
}

static void
test_nothing_touches (Fixture *fixture, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (11);
  guint n_written;

  for (guint i = 0; i < 300; i++)
    trh_map_names_add (fixture->names, "Saint-Auban", g_rand_double_range (random, 0, SIDE),
                       g_rand_double_range (random, 0, SIDE), 4, 1, &style);
  n_written = trh_map_names_write (fixture->names);
  /* about 75 × 18 pixels each: more would have to overlap, and there is room for a dozen at least */
  g_assert_cmpuint (n_written, >=, 12);
  g_assert_cmpuint (n_written, <=, SIDE * SIDE / (60 * 12));
  g_rand_free (random);
}

/* A name beside the border of what is on the screen goes to the other side of its point; one too
 * long for either side is left out. */
static void
test_no_name_is_cut (Fixture *fixture, gconstpointer data)
{
  trh_map_names_set_frame (fixture->names, 100, 100, 200, 200);
  trh_map_names_add (fixture->names, "Laragne-Montéglin", 290, 200, 6, 1, &style);
  g_assert_cmpuint (trh_map_names_write (fixture->names), ==, 1);
  g_assert_false (is_painted (fixture, 300, 0, SIDE - 300, SIDE));
  g_assert_true (is_painted (fixture, 180, 190, 100, 20));

  trh_map_names_add (fixture->names, "Saint-Pierre-d’Argençon-sur-le-Grand-Buëch", 110, 250, 6, 1, &style);
  g_assert_cmpuint (trh_map_names_write (fixture->names), <=, 1); /* the one from before is written again */
  g_assert_false (is_painted (fixture, 0, 240, 95, 40));
}

/* Who has made text larger reads larger names. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr(TrhMapNames) large = trh_map_names_new (fixture->cr, "Sans", 2, SIDE, SIDE);

  trh_map_names_add (large, "Rosans", 200, 200, 6, 1, &style);
  g_assert_cmpuint (trh_map_names_write (large), ==, 1);
  g_assert_true (is_painted (fixture, 150, 206, 25, 40)); /* where the usual size does not reach */
}

/* Whether anything was written in red. */
static gboolean
is_red (Fixture *fixture)
{
  const guint8 *data;
  int stride = cairo_image_surface_get_stride (fixture->surface);

  cairo_surface_flush (fixture->surface);
  data = cairo_image_surface_get_data (fixture->surface);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (data + y * stride))[x];

        if ((pixel >> 16 & 0xff) > 200 && (pixel >> 8 & 0xff) < 60 && (pixel & 0xff) < 60)
          return TRUE;
      }
  return FALSE;
}

/* A commune of the season has its name before the pass beside it, also while it has no venue. */
static void
test_commune (Fixture *fixture, gconstpointer data)
{
  const TrhNameStyle pass = { 11, FALSE, TRUE, { 1, 0, 0, 1 }, { 1, 1, 1, 1 } };
  const double scale = 65536;
  TrhPoint village = trh_point_from_degrees (44.32, 5.69);
  TrhCanvas canvas = { fixture->cr, { village.x - 200 / scale, village.y - 200 / scale, scale, SIDE, SIDE },
                       { .tiles = TRUE, .text_scale = 1, .family = "Sans" }, fixture->names };
  TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, "05097");
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
  g_autoptr(TrhEdit) inverse = NULL;
  g_autoptr(TrhPainter) painter = trh_communes_painter_new ();
  TrhFrozen *frozen;

  trh_record_set_text (&commune->name, "Orpierre");
  commune->latitude_deg = 44.32;
  commune->longitude_deg = 5.69;
  trh_edit_insert (edit, commune);
  inverse = trh_project_apply (project, edit);
  trh_painter_set_project (painter, project);

  /* room for one line, below the village */
  trh_map_names_keep_free (fixture->names, 200, 98, SIDE, 196);
  trh_map_names_keep_free (fixture->names, 200, 316, SIDE, 168);
  trh_map_names_add (fixture->names, "Col de Perty", 200, 200, 6, 3, &pass);
  frozen = trh_painter_freeze (painter);
  trh_frozen_draw (frozen, &canvas);
  trh_frozen_unref (frozen);
  g_assert_cmpuint (trh_map_names_write (fixture->names), ==, 1);
  g_assert_false (is_red (fixture));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map/names/places", test_places);
  ADD ("/map/names/commune", test_commune);
  ADD ("/map/names/rank", test_rank);
  ADD ("/map/names/nothing-touches", test_nothing_touches);
  ADD ("/map/names/no-name-is-cut", test_no_name_is_cut);
  ADD ("/map/names/large-text", test_large_text);

  return g_test_run ();
}
