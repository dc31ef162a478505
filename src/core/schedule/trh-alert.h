/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-rule.h"

G_BEGIN_DECLS

/* A broken rule: who, what, where, when, by how much. The same object for as long as the same
 * thing is wrong, while its days and numbers follow the project.
 *
 * Properties that notify: "sentence", "severity" (#TrhSeverity as an int). */
#define TRH_TYPE_ALERT (trh_alert_get_type ())
G_DECLARE_FINAL_TYPE (TrhAlert, trh_alert, TRH, ALERT, GObject)

const char       *trh_alert_get_sentence   (TrhAlert *self);
char             *trh_alert_say_with_severity (TrhAlert *self);
const char       *trh_alert_get_rule_id    (TrhAlert *self);
TrhSeverity       trh_alert_get_severity   (TrhAlert *self);
const char       *trh_alert_get_artist_id  (TrhAlert *self);
const char       *trh_alert_get_venue_id   (TrhAlert *self);
const char       *trh_alert_get_commune_id (TrhAlert *self);
const char       *trh_alert_get_object_id  (TrhAlert *self);
const char       *trh_alert_get_other_id   (TrhAlert *self);
int               trh_alert_get_first_day  (TrhAlert *self);
int               trh_alert_get_last_day   (TrhAlert *self);
TrhAmount         trh_alert_get_unit       (TrhAlert *self);
int               trh_alert_get_amount     (TrhAlert *self);
gboolean          trh_alert_concerns       (TrhAlert *self, const char *id);

/*< for TrhAlerts only >*/
TrhAlert         *trh_alert_new            (TrhScheduleIndex *index, TrhFinding *finding);
void              trh_alert_update         (TrhAlert *self, TrhFinding *finding);
const TrhFinding *trh_alert_peek_finding   (TrhAlert *self);
const char       *trh_alert_get_key        (TrhAlert *self);
int               trh_alert_compare        (TrhAlert *a, TrhAlert *b);
GPtrArray        *trh_alert_list_ids       (TrhAlert *self);

G_END_DECLS
