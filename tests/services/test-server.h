/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server on 127.0.0.1 that says, byte for byte, what a test tells it to: replies that a real
 * server library would refuse to make, cut ones for instance. One request a connection. */
typedef struct _TestServer TestServer;

/* @request: what arrived, up to the empty line. Returns (transfer full): the whole reply, or %NULL
 * to say nothing and keep the connection open. */
typedef GBytes *(*TestAnswer) (const char *request, gpointer user_data);

TestServer *test_server_new            (TestAnswer answer, gpointer user_data);
void        test_server_free           (TestServer *server);
char       *test_server_uri            (TestServer *server, const char *path);
guint       test_server_get_n_requests (TestServer *server);
const char *test_server_get_request    (TestServer *server, guint index);
char       *test_server_header         (TestServer *server, guint index, const char *name);

GBytes     *test_reply                 (const char *head, gconstpointer body, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

G_END_DECLS
