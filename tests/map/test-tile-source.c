/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "folders.h"
#include "map/trh-tile-picture.h"
#include "map/trh-tile-source.h"
#include "test-server.h"

/* One pixel. */
static const char png[] = "\211PNG\015\012\032\012\000\000\000\015IHDR\000\000\000\001\000\000\000\001\010\002\000\000\000\220wS\336"
                          "\000\000\000\014IDATx\332cPhp\000\000\001\244\000\341\223.t-\000\000\000\000IEND\256B`\202";
#define PNG_SIZE (sizeof png - 1)

/* Begins and ends as an image does. */
static const char bare[] = "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\2\0\0\0crcc\0\0\0\0IEND\256B`\202";

/* What the server does now; the test changes it between two requests. */
typedef enum { SERVES, BREAKS, CUTS, LOGIN_PAGE, SMALLER_PAGE, NO_PIXELS, MISSES } Mood;

typedef struct {
  Mood           mood;
  TestServer    *server;
  TrhHttp       *http;
  char          *cache_dir;
  TrhTileSource *source;
  GdkPaintable  *image;   /* the last one shown */
  guint          n_told;  /* changes of "problem" */
  guint          n_shown; /* images that came into a tile */
} Fixture;

static GBytes *
answer (const char *request, gpointer user_data)
{
  Fixture *fixture = user_data;

  switch (fixture->mood)
    {
    case SERVES:
      if (strstr (request, "If-None-Match: \"v1\"") != NULL)
        return test_reply ("HTTP/1.1 304 Not Modified\nETag: \"v1\"", "", 0);
      return test_reply ("HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Type: image/png\nContent-Length: 69", png, PNG_SIZE);
    case BREAKS:
      return test_reply ("HTTP/1.1 503 Busy\nContent-Length: 0", "", 0);
    case CUTS:
      return test_reply ("HTTP/1.1 200 OK\nConnection: close", png, PNG_SIZE - 9);
    case LOGIN_PAGE:
      return test_reply ("HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 6", "<html>", 6);
    case SMALLER_PAGE:
      return test_reply ("HTTP/1.1 200 OK\nContent-Length: 69", png, PNG_SIZE - 9);
    case NO_PIXELS:
      return test_reply ("HTTP/1.1 200 OK\nContent-Length: 45", bare, 45);
    case MISSES:
    default:
      return test_reply ("HTTP/1.1 404 Not Found\nContent-Length: 0", "", 0);
    }
}

static void
on_problem (Fixture *fixture)
{
  fixture->n_told++;
}

static void
on_shown (Fixture *fixture)
{
  fixture->n_shown++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;

  fixture->server = test_server_new (answer, fixture);
  fixture->http = trh_http_new ();
  fixture->cache_dir = g_dir_make_tmp ("trh-tiles-XXXXXX", NULL);
  address = test_server_uri (fixture->server, "/{z}/{x}/{y}.png");
  fixture->source = trh_tile_source_new (fixture->http, address, fixture->cache_dir);
  g_signal_connect_swapped (fixture->source, "notify::problem", G_CALLBACK (on_problem), fixture);
  g_signal_connect_swapped (fixture->source, "shown", G_CALLBACK (on_shown), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->source);
  g_clear_object (&fixture->image);
  g_object_unref (fixture->http);
  test_server_free (fixture->server);
  folder_remove (fixture->cache_dir);
  g_free (fixture->cache_dir);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Whether the image arrived, and can be seen. */
static gboolean
fetch (Fixture *fixture)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (fixture->source);
  g_autoptr(ShumateTile) tile = shumate_tile_new_full (528, 371, 256, 10);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean arrived;

  shumate_map_source_fill_tile_async (source, tile, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  arrived = shumate_map_source_fill_tile_finish (source, result, &error);
  g_assert_true (arrived == (error == NULL));
  g_assert_true (arrived == (shumate_tile_get_paintable (tile) != NULL));
  g_set_object (&fixture->image, shumate_tile_get_paintable (tile));
  g_assert_true (arrived == (shumate_tile_get_state (tile) == SHUMATE_STATE_DONE));

  return arrived;
}

/* The image as the cache keeps it. */
static char *
find_kept (Fixture *fixture)
{
  g_autofree char *uri = test_server_uri (fixture->server, "/{z}/{x}/{y}.png");
  g_autofree char *key = g_strcanon (g_strdup (uri), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');

  return g_build_filename (fixture->cache_dir, key, "10", "528", "371.png", NULL);
}

/* libshumate makes the file first and fills it later. */
static void
wait_until_kept (Fixture *fixture)
{
  g_autofree char *path = find_kept (fixture);
  GStatBuf file = { 0 };

  while (g_stat (path, &file) != 0 || file.st_size != PNG_SIZE || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
make_old (Fixture *fixture, int days)
{
  g_autofree char *path = find_kept (fixture);
  struct utimbuf times;

  wait_until_kept (fixture);
  times.actime = times.modtime = time (NULL) - days * 24 * 3600;
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_cache (Fixture *fixture, gconstpointer data)
{
  g_autofree char *agent = NULL;
  g_autofree char *tag = NULL;

  g_assert_true (fetch (fixture));
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  g_assert_true (g_str_has_prefix (test_server_get_request (fixture->server, 0), "GET /10/528/371.png "));
  agent = test_server_header (fixture->server, 0, "User-Agent");
  g_assert_true (g_str_has_prefix (agent, "Transhumances/"));
  g_assert_null (strstr (test_server_get_request (fixture->server, 0), "no-cache"));

  /* six days old: not asked again */
  make_old (fixture, 6);
  g_assert_true (fetch (fixture));
  g_assert_cmpuint (test_server_get_n_requests (fixture->server), ==, 1);
  g_assert_cmpuint (fixture->n_shown, ==, 2);

  /* eight: shown at once, and asked whether it changed */
  make_old (fixture, 8);
  g_assert_true (fetch (fixture));
  g_assert_cmpuint (test_server_get_n_requests (fixture->server), ==, 2);
  tag = test_server_header (fixture->server, 1, "If-None-Match");
  g_assert_cmpstr (tag, ==, "\"v1\"");
  g_assert_cmpuint (fixture->n_shown, ==, 3);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static void
test_told_once_and_retried (Fixture *fixture, gconstpointer data)
{
  fixture->mood = BREAKS;
  g_assert_false (fetch (fixture));
  g_assert_false (fetch (fixture));
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_nonnull (strstr (trh_tile_source_get_problem (fixture->source), "503"));

  fixture->mood = SERVES;
  g_assert_true (fetch (fixture));
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_null (trh_tile_source_get_problem (fixture->source));
}

static void
test_old_map_is_better_than_none (Fixture *fixture, gconstpointer data)
{
  g_assert_true (fetch (fixture));
  make_old (fixture, 30);
  fixture->mood = BREAKS;
  g_assert_true (fetch (fixture));
  g_assert_nonnull (trh_tile_source_get_problem (fixture->source));
}

static void
test_bad_bodies_are_not_kept (Fixture *fixture, gconstpointer data)
{
  static const Mood moods[] = { CUTS, LOGIN_PAGE, SMALLER_PAGE, NO_PIXELS };
  g_autofree char *path = find_kept (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      fixture->mood = moods[i];
      g_assert_false (fetch (fixture));
      g_assert_cmpuint (test_server_get_n_requests (fixture->server), ==, i + 1);
      g_assert_nonnull (trh_tile_source_get_problem (fixture->source));
    }
  g_assert_cmpuint (fixture->n_shown, ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* what another hand spoilt on the disk is fetched again */
  fixture->mood = SERVES;
  g_assert_true (fetch (fixture));
  wait_until_kept (fixture);
  g_assert_true (g_file_set_contents (path, png, PNG_SIZE - 9, NULL));
  g_assert_true (fetch (fixture));
  g_assert_cmpuint (test_server_get_n_requests (fixture->server), ==, G_N_ELEMENTS (moods) + 2);
}

static void
test_holes (Fixture *fixture, gconstpointer data)
{
  fixture->mood = MISSES;
  g_assert_false (fetch (fixture));
  g_assert_nonnull (trh_tile_source_get_problem (fixture->source));

  /* once images arrive, a missing one is only a hole */
  fixture->mood = SERVES;
  g_assert_true (fetch (fixture));
  make_old (fixture, 8);
  fixture->mood = MISSES;
  fetch (fixture);
  g_assert_null (trh_tile_source_get_problem (fixture->source));
}

static void
test_software (Fixture *fixture, gconstpointer data)
{
  g_assert_true (fetch (fixture));
  g_assert_true (GDK_IS_TEXTURE (fixture->image));

  trh_tile_source_set_software (fixture->source, TRUE);
  g_assert_true (fetch (fixture));
  g_assert_true (TRH_IS_TILE_PICTURE (fixture->image));
}

static void
test_addresses (void)
{
  g_assert_true (trh_tile_source_check_address ("https://tile.openstreetmap.org/{z}/{x}/{y}.png"));
  g_assert_true (trh_tile_source_check_address ("http://127.0.0.1:8000/{z}/{y}/{x}"));
  g_assert_false (trh_tile_source_check_address (""));
  g_assert_false (trh_tile_source_check_address ("file:///{z}/{x}/{y}.png"));
  g_assert_false (trh_tile_source_check_address ("https://tile.openstreetmap.org/{z}/{x}.png"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map/tile-source/cache", test_cache);
  ADD ("/map/tile-source/told-once-and-retried", test_told_once_and_retried);
  ADD ("/map/tile-source/old-map-is-better-than-none", test_old_map_is_better_than_none);
  ADD ("/map/tile-source/bad-bodies-are-not-kept", test_bad_bodies_are_not_kept);
  ADD ("/map/tile-source/holes", test_holes);
  ADD ("/map/tile-source/software", test_software);
  g_test_add_func ("/map/tile-source/addresses", test_addresses);

  return g_test_run ();
}
