/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server of map images on 127.0.0.1, in a thread of its own: what it costs is not counted. */
typedef struct {
  char         *address; /* with {z}, {x} and {y} */
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
} ImageServer;

ImageServer *image_server_new  (void);
void         image_server_free (ImageServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImageServer, image_server_free)

G_END_DECLS
