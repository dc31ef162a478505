/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-season.h"
#include "core/model/trh-window.h"

G_BEGIN_DECLS

gboolean trh_availability_of_hours (GPtrArray *windows, int day, int start, int duration_min);

/* The days on which someone is there or a place is open, each looked up once. */
typedef struct _TrhOpenDays TrhOpenDays;

TrhOpenDays *trh_open_days_new   (GPtrArray *windows, const TrhSeasonRecord *season, const char *commune_id,
                                  int first_day, int last_day);
void         trh_open_days_free  (TrhOpenDays *self);
gboolean     trh_open_days_allow (TrhOpenDays *self, int day);
int          trh_open_days_count_closed (TrhOpenDays *self, int first_day, int last_day,
                                         int *first_closed, int *last_closed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhOpenDays, trh_open_days_free)

G_END_DECLS
