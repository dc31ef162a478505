/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "services/net/trh-http.h"
#include "test-server.h"
#include "trh-config.h"

#define CEILING 1000

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static TrhHttpReply *
fetch (TrhHttp *http, const char *uri, const char *etag, GCancellable *cancellable, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  trh_http_fetch_async (http, uri, etag, CEILING, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return trh_http_fetch_finish (http, result, error);
}

/* The request's path says what the reply looks like. */
static GBytes *
answer (const char *request, gpointer user_data)
{
  static const char long_body[CEILING + 1];
  static const guint8 zipped[] = { /* 4096 zeroes */
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xed, 0xc1, 0x01, 0x0d, 0x00, 0x00, 0x00, 0xc2, 0xa0,
    0xf7, 0x4f, 0x6d, 0x0f, 0x07, 0x14, 0x00, 0x00, 0x00, 0xf0, 0x6e, 0x11, 0x00, 0x1c, 0xc7, 0x00, 0x10, 0x00, 0x00 };

  if (g_str_has_prefix (request, "GET /plain "))
    return test_reply ("HTTP/1.1 200 OK\nContent-Length: 5\nContent-Type: image/png; x=y\nETag: \"e1\"\n"
                       "Set-Cookie: a=b\nCache-Control: public, max-age=1209600", "hello", 5);
  if (g_str_has_prefix (request, "GET /same "))
    return test_reply ("HTTP/1.1 304 Not Modified\nETag: \"e1\"", "", 0);
  if (g_str_has_prefix (request, "GET /cut "))
    return test_reply ("HTTP/1.1 200 OK\nContent-Length: 50", "hello", 5);
  if (g_str_has_prefix (request, "GET /cut-pieces "))
    return test_reply ("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "20\r\nhello", 9);
  if (g_str_has_prefix (request, "GET /large "))
    return test_reply ("HTTP/1.1 200 OK\nConnection: close", long_body, sizeof long_body);
  if (g_str_has_prefix (request, "GET /full "))
    return test_reply ("HTTP/1.1 200 OK\nConnection: close", long_body, CEILING);
  if (g_str_has_prefix (request, "GET /bomb "))
    return test_reply ("HTTP/1.1 200 OK\nContent-Encoding: gzip\nConnection: close", zipped, sizeof zipped);
  if (g_str_has_prefix (request, "GET /here "))
    return test_reply ("HTTP/1.1 302 Found\nContent-Length: 0\nLocation: plain", "", 0);
  if (g_str_has_prefix (request, "GET /circle "))
    return test_reply ("HTTP/1.1 301 Moved\nContent-Length: 0\nLocation: /circle", "", 0);
  if (g_str_has_prefix (request, "GET /file "))
    return test_reply ("HTTP/1.1 302 Found\nContent-Length: 0\nLocation: file:///etc/passwd", "", 0);
  if (g_str_has_prefix (request, "GET /nowhere "))
    return test_reply ("HTTP/1.1 302 Found\nContent-Length: 0", "", 0);
  if (g_str_has_prefix (request, "GET /refused "))
    return test_reply ("HTTP/1.1 403 Forbidden\nContent-Length: 14", "Access blocked", 14);
  if (g_str_has_prefix (request, "GET /silent "))
    return NULL;

  return test_reply ("HTTP/1.1 404 Not Found\nContent-Length: 0", "", 0);
}

static void
test_reply_whole (void)
{
  g_autoptr(TestServer) server = test_server_new (answer, NULL);
  g_autoptr(TrhHttp) http = trh_http_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = test_server_uri (server, "/plain");
  g_autofree char *same = test_server_uri (server, "/same");
  g_autofree char *agent = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *cookie = NULL;
  g_autoptr(TrhHttpReply) reply = fetch (http, uri, NULL, NULL, &error);
  g_autoptr(TrhHttpReply) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "hello", 5);
  g_assert_cmpstr (reply->etag, ==, "\"e1\"");
  g_assert_cmpstr (reply->content_type, ==, "image/png");
  g_assert_cmpint (reply->max_age_s, ==, 14 * 86400);

  agent = test_server_header (server, 0, "User-Agent");
  g_assert_true (g_str_has_prefix (agent, "Transhumances/" TRH_VERSION " (+https://"));

  again = fetch (http, same, reply->etag, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (again->body);
  tag = test_server_header (server, 1, "If-None-Match");
  g_assert_cmpstr (tag, ==, "\"e1\"");
  cookie = test_server_header (server, 1, "Cookie");
  g_assert_null (cookie);
}

static void
test_refusals (void)
{
  static const struct { const char *path; int code; } cases[] = {
    { "/plain",      -1 },
    { "/full",       -1 },
    { "/here",       -1 },
    { "/same",       TRH_HTTP_ERROR_REFUSED }, /* nothing was kept: 304 has no meaning */
    { "/cut",        TRH_HTTP_ERROR_CUT },
    { "/cut-pieces", TRH_HTTP_ERROR_CUT },
    { "/large",      TRH_HTTP_ERROR_TOO_LARGE },
    { "/bomb",       TRH_HTTP_ERROR_TOO_LARGE },
    { "/circle",     TRH_HTTP_ERROR_REFUSED },
    { "/file",       TRH_HTTP_ERROR_ADDRESS },
    { "/nowhere",    TRH_HTTP_ERROR_ADDRESS },
    { "/refused",    TRH_HTTP_ERROR_REFUSED },
    { "/missing",    TRH_HTTP_ERROR_NOT_FOUND },
    { "/silent",     TRH_HTTP_ERROR_OFFLINE },
  };
  g_autoptr(TestServer) server = test_server_new (answer, NULL);
  g_autoptr(TrhHttp) http = trh_http_new ();

  trh_http_set_deadline (http, 300);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = test_server_uri (server, cases[i].path);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhHttpReply) reply = fetch (http, uri, NULL, NULL, &error);

      g_test_message ("%s: %s", cases[i].path, error != NULL ? error->message : "well");
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, TRH_HTTP_ERROR, cases[i].code);
      g_assert_true ((reply != NULL) == (error == NULL));
    }
}

static void
test_bad_addresses (void)
{
  static const char *const addresses[] = { "", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "tile", NULL };
  g_autoptr(TrhHttp) http = trh_http_new ();

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (fetch (http, addresses[i], NULL, NULL, &error));
      g_assert_error (error, TRH_HTTP_ERROR, TRH_HTTP_ERROR_ADDRESS);
    }
}

static gboolean
cancel (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  g_autoptr(TestServer) server = test_server_new (answer, NULL);
  g_autoptr(TrhHttp) http = trh_http_new ();
  g_autofree char *uri = test_server_uri (server, "/silent");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      else
        g_timeout_add (50, cancel, cancellable);
      g_assert_null (fetch (http, uri, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/http/whole", test_reply_whole);
  g_test_add_func ("/services/http/refusals", test_refusals);
  g_test_add_func ("/services/http/bad-addresses", test_bad_addresses);
  g_test_add_func ("/services/http/cancelled", test_cancelled);

  return g_test_run ();
}
