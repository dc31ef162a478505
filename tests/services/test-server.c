/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_REQUEST 65536

struct _TestServer
{
  GSocketService *service;
  guint16         port;
  TestAnswer      answer;
  gpointer        user_data;
  GPtrArray      *requests; /* char * */
  GPtrArray      *held;     /* GSocketConnection that get no answer */
};

typedef struct {
  TestServer        *server;
  GSocketConnection *connection;
  GString           *request;
  GBytes            *reply;
  char               piece[4096];
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_object_unref (exchange->connection);
  g_string_free (exchange->request, TRUE);
  g_clear_pointer (&exchange->reply, g_bytes_unref);
  g_free (exchange);
}

static void
reply_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;

  /* the client may have left: then there is nobody to tell */
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (exchange->connection), NULL, NULL);
  exchange_free (exchange);
}

static void
request_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  TestServer *server = exchange->server;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  gsize size;
  gconstpointer bytes;

  if (n <= 0 || exchange->request->len > MAX_REQUEST)
    {
      exchange_free (exchange);
      return;
    }

  g_string_append_len (exchange->request, exchange->piece, n);
  if (strstr (exchange->request->str, "\r\n\r\n") == NULL)
    {
      g_input_stream_read_async (G_INPUT_STREAM (source), exchange->piece, sizeof exchange->piece,
                                 G_PRIORITY_DEFAULT, NULL, request_read, exchange);
      return;
    }

  g_ptr_array_add (server->requests, g_strdup (exchange->request->str));
  exchange->reply = server->answer (exchange->request->str, server->user_data);
  if (exchange->reply == NULL)
    {
      g_ptr_array_add (server->held, g_object_ref (exchange->connection));
      exchange_free (exchange);
      return;
    }
  bytes = g_bytes_get_data (exchange->reply, &size);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (exchange->connection)), bytes, size,
                                   G_PRIORITY_DEFAULT, NULL, reply_written, exchange);
}

static gboolean
on_incoming (TestServer *server, GSocketConnection *connection)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->server = server;
  exchange->connection = g_object_ref (connection);
  exchange->request = g_string_new (NULL);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)), exchange->piece,
                             sizeof exchange->piece, G_PRIORITY_DEFAULT, NULL, request_read, exchange);

  return TRUE;
}

TestServer *
test_server_new (TestAnswer answer, gpointer user_data)
{
  TestServer *server = g_new0 (TestServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) given = NULL;
  g_autoptr(GError) error = NULL;

  server->service = g_socket_service_new ();
  server->answer = answer;
  server->user_data = user_data;
  server->requests = g_ptr_array_new_with_free_func (g_free);
  server->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &given, &error);
  g_assert_no_error (error);
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (given));
  g_signal_connect_swapped (server->service, "incoming", G_CALLBACK (on_incoming), server);

  return server;
}

void
test_server_free (TestServer *server)
{
  g_socket_service_stop (server->service);
  g_socket_listener_close (G_SOCKET_LISTENER (server->service));
  g_object_unref (server->service);
  g_ptr_array_unref (server->requests);
  g_ptr_array_unref (server->held);
  g_free (server);
}

char *
test_server_uri (TestServer *server, const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", server->port, path);
}

guint
test_server_get_n_requests (TestServer *server)
{
  return server->requests->len;
}

const char *
test_server_get_request (TestServer *server, guint index)
{
  return server->requests->pdata[index];
}

/* The value of a header of a request, or %NULL. */
char *
test_server_header (TestServer *server, guint index, const char *name)
{
  g_auto(GStrv) lines = g_strsplit (test_server_get_request (server, index), "\r\n", -1);
  g_autofree char *start = g_strdup_printf ("%s: ", name);

  for (guint i = 1; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], start, strlen (start)) == 0)
      return g_strdup (lines[i] + strlen (start));

  return NULL;
}

/* A reply from its head, with "\n" for line ends and without the empty line, and its body. */
GBytes *
test_reply (const char *head, gconstpointer body, gsize n_bytes)
{
  g_auto(GStrv) lines = g_strsplit (head, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);
  GByteArray *reply = g_byte_array_new ();

  g_byte_array_append (reply, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (reply, (const guint8 *) "\r\n\r\n", 4);
  g_byte_array_append (reply, body, (guint) n_bytes);

  return g_byte_array_free_to_bytes (reply);
}
