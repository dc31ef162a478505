/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/**
 * TrhScheduleError:
 * @TRH_SCHEDULE_ERROR_CALENDAR: a day would leave the calendar (see `trh-limits.h`), or is missing
 * @TRH_SCHEDULE_ERROR_BACKWARDS: something would end before it begins
 * @TRH_SCHEDULE_ERROR_TOO_LONG: a stay of too many nights, an encounter of too many minutes
 * @TRH_SCHEDULE_ERROR_GONE: an artist or a venue named is not, or no longer, in the season
 *
 * Why a change of the schedule cannot be made. A broken rule is no such reason: it is an alert.
 */
typedef enum {
  TRH_SCHEDULE_ERROR_CALENDAR,
  TRH_SCHEDULE_ERROR_BACKWARDS,
  TRH_SCHEDULE_ERROR_TOO_LONG,
  TRH_SCHEDULE_ERROR_GONE,
} TrhScheduleError;
#define TRH_SCHEDULE_ERROR (trh_schedule_error_quark ())
GQuark trh_schedule_error_quark (void);

gboolean trh_schedule_check_days           (gint64 first_day, gint64 last_day, GError **error);

/* Every function gives an edit to perform, or NULL with @error set; nothing has changed yet.
 * A lane is an artist or a venue: NULL leaves it as it is, "" takes the venue away. */
TrhEdit *trh_schedule_edit_add_stay        (TrhProject *project, const char *artist_id, const char *venue_id,
                                            int first_day, int last_day, char **id, GError **error);
TrhEdit *trh_schedule_edit_move_stay       (TrhProject *project, TrhStay *stay, int first_day,
                                            const char *artist_id, const char *venue_id, GError **error);
TrhEdit *trh_schedule_edit_stay_days       (TrhProject *project, TrhStay *stay,
                                            int first_day, int last_day, GError **error);
TrhEdit *trh_schedule_edit_copy_stay       (TrhProject *project, TrhStay *stay, int first_day,
                                            const char *artist_id, const char *venue_id,
                                            char **id, GError **error);
TrhEdit *trh_schedule_edit_unplace         (TrhProject *project, TrhStay *stay);

TrhEdit *trh_schedule_edit_add_encounter   (TrhProject *project, const char *artist_id, const char *venue_id,
                                            int day, int start, int duration_min, char **id, GError **error);
TrhEdit *trh_schedule_edit_move_encounter  (TrhProject *project, TrhEncounter *encounter, int day, int start,
                                            const char *venue_id, GError **error);
TrhEdit *trh_schedule_edit_encounter_hours (TrhProject *project, TrhEncounter *encounter,
                                            int start, int duration_min, GError **error);
TrhEdit *trh_schedule_edit_encounter_artist (TrhProject *project, TrhEncounter *encounter,
                                            const char *from_artist_id, const char *to_artist_id, GError **error);
TrhEdit *trh_schedule_edit_copy_encounter  (TrhProject *project, TrhEncounter *encounter, int day, int start,
                                            char **id, GError **error);

/*< stays and encounters together >*/
TrhEdit *trh_schedule_edit_lock            (TrhProject *project, GPtrArray *entities, gboolean locked);

G_END_DECLS
