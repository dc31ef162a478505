/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-rule.h"

G_BEGIN_DECLS

/* One file each; listed in trh-rule.c. */
extern const TrhRule trh_rule_two_places;
extern const TrhRule trh_rule_availability;

G_END_DECLS
