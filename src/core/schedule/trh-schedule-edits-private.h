/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/*< what edits of stays and of encounters share; each check sets a #TrhScheduleError >*/
gboolean    trh_schedule_check_day     (gint64 day, GError **error);
gboolean    trh_schedule_check_artist  (TrhProject *project, const char *id, GError **error);
gboolean    trh_schedule_check_venue   (TrhProject *project, const char *id, GError **error);

const char *trh_schedule_lookup_artist (TrhProject *project, const char *id);
const char *trh_schedule_lookup_place  (TrhProject *project, const char *venue_id);

TrhEdit    *trh_schedule_new_edit      (const char *format, ...) G_GNUC_PRINTF (1, 2);
gpointer    trh_schedule_new_record    (const TrhSchema *schema, char **id);
gpointer    trh_schedule_copy_record   (gconstpointer record, char **id);

G_END_DECLS
