/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days and times as people type them into a form. Files are read by the strict trh_day_parse(). */
gboolean trh_day_read   (const char *text, int near_day, int *day);
gboolean trh_clock_read (const char *text, int *minute);

G_END_DECLS
