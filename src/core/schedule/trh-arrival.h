/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-matrix.h"

G_BEGIN_DECLS

/* How an artist comes from one stay to the next, and how people are told. */
typedef struct {
  TrhLegMode mode;
  TrhTravel  travel; /* its texts are lent until the next edit */
} TrhArrival;

const TrhStayRecord *trh_arrival_find_origin  (TrhProject *project, const TrhStayRecord *stay);
gboolean             trh_arrival_get          (TrhProject *project, TrhMatrix *matrix, const TrhStayRecord *from,
                                               const TrhStayRecord *to, TrhArrival *way);
char                *trh_arrival_say_duration (const TrhArrival *way);
char                *trh_arrival_say          (const TrhArrival *way);

G_END_DECLS
