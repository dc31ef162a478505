/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-rule.h"

G_BEGIN_DECLS

/* One file each; listed in trh-rule.c. */
extern const TrhRule trh_rule_two_places;
extern const TrhRule trh_rule_availability;
extern const TrhRule trh_rule_venue;
extern const TrhRule trh_rule_bed;
extern const TrhRule trh_rule_travel;
extern const TrhRule trh_rule_long_leg;
extern const TrhRule trh_rule_one_valley;

G_END_DECLS
