/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/trh-record.h"

G_BEGIN_DECLS

/* Days, weekdays and hours in which someone or something is there, or is not. A part of
 * artists, people and venues; an empty list is "always". Later windows prevail. */
typedef struct {
  TrhRecord base;
  bool  absent;     /* an exception: not there in this window */
  int   first_day;  /* or none: from the beginning */
  int   last_day;   /* or none: to the end */
  char *weekdays;   /* "12345"; "" is every day */
  int   from;       /* clock; or none: the whole day */
  int   to;         /* clock; before @from when it passes midnight */
  char *note;
} TrhWindowRecord;

extern const TrhSchema trh_window_schema;

gboolean trh_window_covers (const TrhWindowRecord *self, int day);
gboolean trh_windows_allow (GPtrArray *windows, int day);

G_END_DECLS
