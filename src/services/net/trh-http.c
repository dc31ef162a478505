/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/net/trh-http.h"

#include <libsoup/soup.h>

#include "core/base/trh-limits.h"

/*
 * The one door to the network. It keeps the session, names us to the server,
 * holds to two connections a host and bounds every reply; callers get bytes
 * or an error of TRH_HTTP_ERROR, G_IO_ERROR_CANCELLED when they cancelled.
 */

#define TIMEOUT_S 15

struct _TrhHttp
{
  GObject      parent_instance;

  SoupSession *session;
};

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
  self->session = soup_session_new_with_options ("max-conns-per-host", 2,
                                                 "timeout", TIMEOUT_S,
                                                 "user-agent", "Transhumances ",
                                                 NULL);
}

TrhHttp *
trh_http_new (void)
{
  return g_object_new (TRH_TYPE_HTTP, NULL);
}

static void
reply_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GMemoryOutputStream *body = g_task_get_task_data (task);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (body), (GDestroyNotify) g_bytes_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_TOO_LARGE,
                             "The reply is larger than %d MiB", TRH_MAX_REPLY >> 20);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
reply_started (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  GOutputStream *body;

  if (stream == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_OFFLINE, "%s", error->message);
      return;
    }

  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    {
      g_task_return_new_error (task, TRH_HTTP_ERROR, TRH_HTTP_ERROR_REFUSED, "The server answered %u %s",
                               soup_message_get_status (message), soup_message_get_reason_phrase (message));
      return;
    }

  /* a buffer of fixed size: the stream itself refuses the byte too many */
  body = g_memory_output_stream_new (g_malloc (TRH_MAX_REPLY), TRH_MAX_REPLY, NULL, g_free);
  g_task_set_task_data (task, body, g_object_unref);
  g_output_stream_splice_async (body, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                reply_read, g_object_ref (task));
}

void
trh_http_get_async (TrhHttp             *self,
                    const char          *uri,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);

  g_return_if_fail (TRH_IS_HTTP (self));

  g_task_set_source_tag (task, trh_http_get_async);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, cancellable,
                           reply_started, g_steal_pointer (&task));
}

GBytes *
trh_http_get_finish (TrhHttp       *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
