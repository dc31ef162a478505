/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A secret that is typed, or read from a file descriptor; free it with trh_passphrase_free(). */
char *trh_passphrase_read (int fd, GError **error);
char *trh_passphrase_ask  (const char *prompt, GError **error);

G_END_DECLS
