/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

/* A project far larger than any season foreseen: whatever is fast on it is fast on all. */
#define TRH_STRESS_COMMUNES   900
#define TRH_STRESS_VENUES     2000
#define TRH_STRESS_ARTISTS    2000
#define TRH_STRESS_STAYS      3000
#define TRH_STRESS_ENCOUNTERS 10000
#define TRH_STRESS_SEED       2027

TrhProject *trh_stress_new (guint32 seed);
