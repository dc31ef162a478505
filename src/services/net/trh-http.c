/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/net/trh-http.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include "core/base/trh-limits.h"
#include "trh-config.h"

/*
 * The one door to the network. It keeps the session, names us to the server, holds to two
 * connections a host, follows redirections only to http and https, keeps no cookie, ends
 * every request at its deadline and bounds every reply. Callers get a whole reply or an
 * error of TRH_HTTP_ERROR; G_IO_ERROR_CANCELLED when they cancelled.
 */

#define DEADLINE_MS   15000
#define MAX_REDIRECTS 5
#define PIECE_BYTES   (64 * 1024)
/* Providers ask for a name, a version and a way to reach us; they block what has none. */
#define USER_AGENT    "Transhumances/" TRH_VERSION " (+https://serreslezarts.fr)"

struct _TrhHttp
{
  GObject      parent_instance;

  SoupSession *session;
  guint        deadline_ms;
};

typedef struct {
  SoupMessage  *message;
  GInputStream *stream; /* (nullable) */
  GByteArray   *body;   /* decoded bytes so far */
  gsize         max_bytes;
  char         *etag;   /* (nullable): sent as If-None-Match */
  guint         redirects;

  GCancellable *stop;   /* by the caller or by the deadline */
  gulong        stop_id;
  guint         deadline_id;
  gboolean      late;
} Request;

G_DEFINE_QUARK (trh-http-error-quark, trh_http_error)
G_DEFINE_FINAL_TYPE (TrhHttp, trh_http, G_TYPE_OBJECT)

static void
trh_http_finalize (GObject *object)
{
  TrhHttp *self = TRH_HTTP (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (trh_http_parent_class)->finalize (object);
}

static void
trh_http_class_init (TrhHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_http_finalize;
}

static void
trh_http_init (TrhHttp *self)
{
  self->deadline_ms = DEADLINE_MS;
  self->session = soup_session_new_with_options ("max-conns-per-host", 2, "user-agent", USER_AGENT, NULL);
}

TrhHttp *
trh_http_new (void)
{
  return g_object_new (TRH_TYPE_HTTP, NULL);
}

/* How long a whole exchange may last, redirections and body included; 15 s to begin with. */
void
trh_http_set_deadline (TrhHttp *self, guint deadline_ms)
{
  g_return_if_fail (TRH_IS_HTTP (self));

  self->deadline_ms = deadline_ms;
}

void
trh_http_reply_free (TrhHttpReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->etag);
  g_free (reply->content_type);
  g_free (reply);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_handle_id (&request->deadline_id, g_source_remove);
  g_clear_object (&request->message);
  g_clear_object (&request->stream);
  g_clear_pointer (&request->body, g_byte_array_unref);
  g_free (request->etag);
  g_clear_object (&request->stop);
  g_free (request);
}

/* Every path of a request ends here or in the end of read_piece(). */
static void
fail (GTask *task, GError *error)
{
  Request *request = g_task_get_task_data (task);
  g_autoptr(GError) cause = error;

  g_cancellable_disconnect (g_task_get_cancellable (task), request->stop_id);
  g_clear_handle_id (&request->deadline_id, g_source_remove);

  if (request->late)
    g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_OFFLINE, _("The server did not answer in time"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_CUT, _("The reply of the server was cut short"));
  else if (cause->domain == TRH_HTTP_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&cause));
  else
    g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_OFFLINE, "%s", cause->message);
}

static gboolean
on_deadline (gpointer data)
{
  Request *request = data;

  request->deadline_id = 0;
  request->late = TRUE;
  g_cancellable_cancel (request->stop);

  return G_SOURCE_REMOVE;
}

static void
on_caller_cancelled (GCancellable *cancellable, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

/* libsoup 3.2 takes a cut body for success when the length was announced: compare. */
static gboolean
is_whole (Request *request)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);
  SoupMessageMetrics *metrics = soup_message_get_metrics (request->message);

  return soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
         soup_message_metrics_get_response_body_bytes_received (metrics) >=
           (guint64) soup_message_headers_get_content_length (headers);
}

static int
parse_max_age (SoupMessageHeaders *headers)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  g_autoptr(GHashTable) directives = control != NULL ? soup_header_parse_param_list (control) : NULL;
  const char *age = directives != NULL ? g_hash_table_lookup (directives, "max-age") : NULL;
  gint64 seconds = age != NULL ? g_ascii_strtoll (age, NULL, 10) : 0;

  return (int) CLAMP (seconds, 0, G_MAXINT);
}

static void
succeed (GTask *task, gboolean changed)
{
  Request *request = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);
  TrhHttpReply *reply = g_new0 (TrhHttpReply, 1);

  g_cancellable_disconnect (g_task_get_cancellable (task), request->stop_id);
  g_clear_handle_id (&request->deadline_id, g_source_remove);

  reply->body = changed ? g_byte_array_free_to_bytes (g_steal_pointer (&request->body)) : NULL;
  reply->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->max_age_s = parse_max_age (headers);
  g_task_return_pointer (task, reply, (GDestroyNotify) trh_http_reply_free);
}

static void
piece_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize n = 0;
  gconstpointer bytes = piece != NULL ? g_bytes_get_data (piece, &n) : NULL;

  if (piece == NULL)
    fail (task, g_steal_pointer (&error));
  else if (n == 0 && !is_whole (request))
    fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, ""));
  else if (n == 0)
    succeed (task, TRUE);
  else if (request->body->len + n > request->max_bytes)
    {
      fail (task, g_error_new (TRH_HTTP_ERROR, TRH_HTTP_ERROR_TOO_LARGE,
                               /* Translators: %d is a number of KiB */
                               _("The reply of the server is larger than %d KiB"), (int) (request->max_bytes >> 10)));
      g_cancellable_cancel (request->stop);
    }
  else
    {
      g_byte_array_append (request->body, bytes, (guint) n);
      g_input_stream_read_bytes_async (G_INPUT_STREAM (source), PIECE_BYTES, G_PRIORITY_DEFAULT, request->stop,
                                       piece_read, g_steal_pointer (&task));
    }
}

static void reply_started (GObject *source, GAsyncResult *result, gpointer user_data);

static void
send (GTask *task, const char *uri)
{
  TrhHttp *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  g_autoptr(GUri) parsed = g_uri_parse (uri, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = parsed != NULL ? g_uri_get_scheme (parsed) : "";
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;
  SoupMessage *message;

  if ((!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")) || host == NULL || *host == '\0')
    {
      /* Translators: %s is an address that should have been one of the web */
      fail (task, g_error_new (TRH_HTTP_ERROR, TRH_HTTP_ERROR_ADDRESS, _("“%s” is not an address of the web"), uri));
      return;
    }

  message = soup_message_new_from_uri (SOUP_METHOD_GET, parsed);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  if (request->etag != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "If-None-Match", request->etag);
  g_set_object (&request->message, message);
  g_object_unref (message);
  soup_session_send_async (self->session, request->message, G_PRIORITY_DEFAULT_IDLE, request->stop,
                           reply_started, g_object_ref (task));
}

/* Follows a redirection, but not from https back to http. */
static void
redirect (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  GUri *from = soup_message_get_uri (request->message);
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (request->message), "Location");
  g_autoptr(GUri) to = location != NULL ? g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  g_autofree char *uri = to != NULL ? g_uri_to_string (to) : g_strdup ("");

  g_clear_object (&request->stream);
  if (++request->redirects > MAX_REDIRECTS)
    fail (task, g_error_new_literal (TRH_HTTP_ERROR, TRH_HTTP_ERROR_REFUSED, _("The server leads in circles")));
  else if (to != NULL && g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (to), "https"))
    fail (task, g_error_new (TRH_HTTP_ERROR, TRH_HTTP_ERROR_ADDRESS,
                             /* Translators: %s is an address */
                             _("The server leads to an address without encryption, “%s”"), uri));
  else
    send (task, uri);
}

static void
reply_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  guint status;

  g_clear_object (&request->stream);
  request->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (request->stream == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }

  status = soup_message_get_status (request->message);
  if (status == SOUP_STATUS_NOT_MODIFIED && request->etag != NULL)
    succeed (task, FALSE);
  else if (SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED)
    redirect (task);
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    fail (task, g_error_new (TRH_HTTP_ERROR,
                             status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE ? TRH_HTTP_ERROR_NOT_FOUND
                                                                                           : TRH_HTTP_ERROR_REFUSED,
                             /* Translators: %u is a number such as 403, %s the server's few words about it */
                             _("The server answered %u %s"), status, soup_message_get_reason_phrase (request->message)));
  else
    g_input_stream_read_bytes_async (request->stream, PIECE_BYTES, G_PRIORITY_DEFAULT, request->stop,
                                     piece_read, g_steal_pointer (&task));
}

/**
 * trh_http_fetch_async:
 * @self: the door
 * @uri: an address of http or https
 * @etag: (nullable): what an earlier reply was marked with, to ask only whether it changed
 * @max_bytes: ceiling on the decoded body
 * @cancellable: (nullable): stops the request
 * @callback: called once
 * @user_data: for @callback
 *
 * Asks for @uri. trh_http_fetch_finish() gives the whole reply or a #TrhHttpError.
 */
void
trh_http_fetch_async (TrhHttp *self, const char *uri, const char *etag, gsize max_bytes,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (TRH_IS_HTTP (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, trh_http_fetch_async);
  request = g_new0 (Request, 1);
  request->body = g_byte_array_new ();
  request->max_bytes = max_bytes;
  request->etag = g_strdup (etag);
  request->stop = g_cancellable_new ();
  g_task_set_task_data (task, request, request_free);

  request->deadline_id = g_timeout_add (self->deadline_ms, on_deadline, request);
  if (cancellable != NULL)
    request->stop_id = g_cancellable_connect (cancellable, G_CALLBACK (on_caller_cancelled),
                                              g_object_ref (request->stop), g_object_unref);
  send (task, uri);
}

/* Returns: (transfer full): the reply, or %NULL with @error, a #TrhHttpError or %G_IO_ERROR_CANCELLED, set. */
TrhHttpReply *
trh_http_fetch_finish (TrhHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
