/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "image-server.h"

#include <cairo.h>

#include "test-server.h"

#define SIDE     256 /* pixels */
#define N_LINES  90  /* roads, rivers and borders: an image of some 40 kB, as busy as those of OpenStreetMap */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_image (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0.95, 0.94, 0.91);
  cairo_paint (cr);
  for (int i = 0; i < N_LINES; i++)
    {
      cairo_set_source_rgb (cr, g_rand_double (random), g_rand_double (random), g_rand_double (random));
      cairo_set_line_width (cr, g_rand_double_range (random, 0.5, 3));
      cairo_move_to (cr, g_rand_double (random) * SIDE, g_rand_double (random) * SIDE);
      cairo_line_to (cr, g_rand_double (random) * SIDE, g_rand_double (random) * SIDE);
      cairo_stroke (cr);
    }
  cairo_surface_write_to_png_stream (surface, append, png);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (png);
}

static GBytes *
answer (const char *request, gpointer user_data)
{
  gsize n_bytes;
  gconstpointer image = g_bytes_get_data (user_data, &n_bytes);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: %" G_GSIZE_FORMAT
                                           "\nConnection: close", n_bytes);

  return test_reply (head, image, n_bytes);
}

static gpointer
serve (gpointer data)
{
  ImageServer *server = data;
  g_autoptr(GBytes) image = draw_image ();
  TestServer *behind;

  g_main_context_push_thread_default (server->context);
  behind = test_server_new (answer, image);
  g_atomic_pointer_set (&server->address, test_server_uri (behind, "/{z}/{x}/{y}.png"));
  g_main_loop_run (server->loop);
  test_server_free (behind);
  g_main_context_pop_thread_default (server->context);

  return NULL;
}

ImageServer *
image_server_new (void)
{
  ImageServer *server = g_new0 (ImageServer, 1);

  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  server->thread = g_thread_new ("images", serve, server);
  while (g_atomic_pointer_get (&server->address) == NULL)
    g_thread_yield ();

  return server;
}

void
image_server_free (ImageServer *server)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_free (server->address);
  g_free (server);
}
