/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"
#include "core/schedule/trh-rule.h"

G_BEGIN_DECLS

/* The edits that a rule proposes against one finding, in the order in which it would try them.
 * A proposal that cannot be made (out of the calendar, locked, gone) is left out. */
TrhRepairs *trh_repairs_new    (TrhProject *project, TrhScheduleIndex *index, TrhMatrix *matrix);
void        trh_repairs_free   (TrhRepairs *self);
guint       trh_repairs_get_n  (TrhRepairs *self);
TrhEdit    *trh_repairs_get    (TrhRepairs *self, guint index);
const char *trh_repairs_get_way (TrhRepairs *self, guint index);
const TrhScheduleIndex *trh_repairs_get_index (TrhRepairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhRepairs, trh_repairs_free)

/*< for rules: proposals about a stay >*/
void trh_repairs_shift_stay      (TrhRepairs *self, const char *stay_id, int days);
void trh_repairs_set_days        (TrhRepairs *self, const char *stay_id, int first_day, int last_day);
void trh_repairs_other_venues    (TrhRepairs *self, const char *stay_id);
void trh_repairs_other_lodgings  (TrhRepairs *self, const char *stay_id);
void trh_repairs_unplace         (TrhRepairs *self, const char *stay_id);

/*< for rules: proposals about an encounter >*/
void trh_repairs_move_encounter  (TrhRepairs *self, const char *encounter_id, int day, int start);
void trh_repairs_encounter_venues (TrhRepairs *self, const char *encounter_id);
void trh_repairs_leave_encounter (TrhRepairs *self, const char *encounter_id, const char *artist_id);
void trh_repairs_expect          (TrhRepairs *self, const char *encounter_id, int people);
void trh_repairs_cancel          (TrhRepairs *self, const char *encounter_id);

/*< for rules: proposals about a journey, between stays and encounters alike >*/
void trh_repairs_more_days       (TrhRepairs *self, const char *from_id, const char *to_id, int max_days);
void trh_repairs_give_up         (TrhRepairs *self, const char *id);

/*< for rules: proposals about an artist's season >*/
void trh_repairs_cross           (TrhRepairs *self, const char *artist_id, const char *valley_id);
void trh_repairs_ignore_rule     (TrhRepairs *self, const TrhRule *rule);

G_END_DECLS
