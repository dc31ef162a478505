/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-alerts.h"

/* A season as text: lines of "collection id member=value…", with the names of the file. Days
 * are numbers (days since 1970-01-01), a list of texts is "a+b", windows are "10..12,!15..15"
 * ("!" for an absence), underscores are spaces. The season itself has no id: "season first-day=5". */
TrhProject *small_season_new      (const char *text);
gpointer    small_season_record   (const char *line);

/* Alerts as lines of "rule artist venue object first-last amount", "-" for what there is not. */
char       *small_season_describe (TrhAlerts *alerts);
