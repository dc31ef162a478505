/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRH_HTTP_ERROR (trh_http_error_quark ())
GQuark trh_http_error_quark (void);

/**
 * TrhHttpError:
 * @TRH_HTTP_ERROR_ADDRESS: the address, or the one it leads to, is not one of http or https
 * @TRH_HTTP_ERROR_OFFLINE: no network, or the host did not answer in time
 * @TRH_HTTP_ERROR_REFUSED: the server answered, with a status other than 2xx
 * @TRH_HTTP_ERROR_NOT_FOUND: the same, and it says that there is no such thing (404, 410)
 * @TRH_HTTP_ERROR_CUT: the reply ended before its end
 * @TRH_HTTP_ERROR_TOO_LARGE: the reply passes its ceiling
 */
typedef enum {
  TRH_HTTP_ERROR_ADDRESS,
  TRH_HTTP_ERROR_OFFLINE,
  TRH_HTTP_ERROR_REFUSED,
  TRH_HTTP_ERROR_NOT_FOUND,
  TRH_HTTP_ERROR_CUT,
  TRH_HTTP_ERROR_TOO_LARGE,
} TrhHttpError;

/* A whole reply. @body is %NULL when nothing changed since the @etag that was sent. */
typedef struct {
  GBytes *body;         /* (nullable) (owned) */
  char   *etag;         /* (nullable) (owned) */
  char   *content_type; /* (nullable) (owned): without parameters */
  int     max_age_s;    /* how long the server lets us keep it; 0 when it does not say */
} TrhHttpReply;

void trh_http_reply_free (TrhHttpReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhHttpReply, trh_http_reply_free)

#define TRH_TYPE_HTTP (trh_http_get_type ())
G_DECLARE_FINAL_TYPE (TrhHttp, trh_http, TRH, HTTP, GObject)

TrhHttp      *trh_http_new            (void);
void          trh_http_set_deadline   (TrhHttp              *self,
                                       guint                 deadline_ms);

void          trh_http_fetch_async    (TrhHttp              *self,
                                       const char           *uri,
                                       const char           *etag,
                                       gsize                 max_bytes,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TrhHttpReply *trh_http_fetch_finish   (TrhHttp              *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
