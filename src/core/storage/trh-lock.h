/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One writer at a time for a file, on this computer or another that sees the same folder. */
typedef struct _TrhLock TrhLock;

TrhLock *trh_lock_take    (const char *path, char **holder);
void     trh_lock_release (TrhLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhLock, trh_lock_release)

G_END_DECLS
