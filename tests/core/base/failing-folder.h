/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that takes what is written, and fails when a folder is flushed: names may be lost with the power. A program that
 * links this has such a disk as long as @fails is the last that it said; any thread. */
void failing_folder_set (gboolean fails);

G_END_DECLS
