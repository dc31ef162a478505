/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the measures share: the clock of a thread, and what many times say together. */
double   measure_thread_ms (void);
double   measure_part      (GArray *times, guint hundredth);
gboolean measure_tell      (const char *what, GArray *times, guint judged, double most_ms);

G_END_DECLS
