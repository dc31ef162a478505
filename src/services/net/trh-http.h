/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRH_HTTP_ERROR (trh_http_error_quark ())
GQuark trh_http_error_quark (void);

/**
 * TrhHttpError:
 * @TRH_HTTP_ERROR_OFFLINE: no network, or the host did not answer in time
 * @TRH_HTTP_ERROR_REFUSED: the server answered, with a status other than 2xx
 * @TRH_HTTP_ERROR_TOO_LARGE: the reply passes %TRH_MAX_REPLY
 */
typedef enum {
  TRH_HTTP_ERROR_OFFLINE,
  TRH_HTTP_ERROR_REFUSED,
  TRH_HTTP_ERROR_TOO_LARGE,
} TrhHttpError;

#define TRH_TYPE_HTTP (trh_http_get_type ())
G_DECLARE_FINAL_TYPE (TrhHttp, trh_http, TRH, HTTP, GObject)

TrhHttp *trh_http_new        (void);

void     trh_http_get_async  (TrhHttp              *self,
                              const char           *uri,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
GBytes  *trh_http_get_finish (TrhHttp              *self,
                              GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
