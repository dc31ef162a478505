/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"
#include "core/schedule/trh-alert.h"

G_BEGIN_DECLS

/* Every broken rule of a season: a #GListModel of #TrhAlert, the worst first, then by day.
 *
 * It follows the project at once: after an edit was performed, and in every handler of the
 * project's "changed" that was connected later, the list is right. Handlers of single lists and
 * properties run before; they wait for "changed" of this object, emitted once for an edit that
 * may have changed any alert, after "items-changed". */
#define TRH_TYPE_ALERTS (trh_alerts_get_type ())
G_DECLARE_FINAL_TYPE (TrhAlerts, trh_alerts, TRH, ALERTS, GObject)

TrhAlerts  *trh_alerts_new          (TrhProject *project, TrhMatrix *matrix);
guint       trh_alerts_count        (TrhAlerts *self, TrhSeverity severity);
GPtrArray  *trh_alerts_find         (TrhAlerts *self, const char *id);
guint       trh_alerts_count_of     (TrhAlerts *self, const char *id);
TrhSeverity trh_alerts_get_worst    (TrhAlerts *self, const char *id);
GPtrArray  *trh_alerts_list_repairs (TrhAlerts *self, TrhAlert *alert);
GPtrArray  *trh_alerts_preview      (TrhAlerts *self, TrhEdit *edit);

G_END_DECLS
