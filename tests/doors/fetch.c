/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "map/trh-tile-image.h"
#include "services/net/trh-http.h"

/*
 * A door for bad servers: one request, through the one door to the network, and the reader of its reply.
 *
 *   fetch KIND --base-url URL [--deadline-ms N]   KIND: json, tile
 *
 * Ends with 0 when a whole reply was read, with 1 and words on the standard error when not.
 */

#define MAX_TILE (1024 * 1024)

typedef gboolean (*Reader) (GBytes *body, GError **error);

static gboolean
read_json (GBytes *body, GError **error)
{
  g_autoptr(JsonNode) root = trh_json_parse (body, error);

  return root != NULL;
}

static gboolean
read_tile (GBytes *body, GError **error)
{
  g_autoptr(GdkTexture) texture = trh_tile_image_check (body, error) ? trh_tile_image_decode (body, error) : NULL;

  return texture != NULL;
}

static const struct { const char *kind; gsize max_bytes; Reader read; } readers[] = {
  { "json", TRH_MAX_REPLY, read_json }, { "tile", MAX_TILE, read_tile },
};

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
fetch (const char *kind, const char *uri, guint deadline_ms, GError **error)
{
  g_autoptr(TrhHttp) http = trh_http_new ();

  trh_http_set_deadline (http, deadline_ms);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].kind, kind))
      {
        g_autoptr(GAsyncResult) result = NULL;
        g_autoptr(TrhHttpReply) reply = NULL;

        trh_http_fetch_async (http, uri, NULL, readers[i].max_bytes, NULL, keep_result, &result);
        while (result == NULL)
          g_main_context_iteration (NULL, TRUE);
        reply = trh_http_fetch_finish (http, result, error);
        return reply != NULL && readers[i].read (reply->body, error);
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: not a kind of reply", kind);
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autofree char *base_url = NULL;
  int deadline_ms = 15000;
  const GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &base_url, "What to ask for", "URL" },
    { "deadline-ms", 0, 0, G_OPTION_ARG_INT, &deadline_ms, "How long it may take in all", "N" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("KIND");
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || base_url == NULL)
    {
      fputs ("usage: fetch json|tile --base-url URL [--deadline-ms N]\n", stderr);
      return 2;
    }
  if (fetch (argv[1], base_url, (guint) deadline_ms, &error))
    return 0;

  fprintf (stderr, "%s\n", error->message);
  return 1;
}
