/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-alerts.h"

G_BEGIN_DECLS

/*
 * Each artist and each venue has a lane with what concerns it and the alerts of its rules. An
 * edit marks the lanes that its records touch, before and after; only these are checked again,
 * and what is found again under the same key stays the same alert. The same machine tries an
 * edit on the lanes and takes it back, which is how repairs are proved and drags are previewed.
 */
struct _TrhAlerts
{
  GObject           parent_instance;

  TrhProject       *project;
  TrhMatrix        *matrix;  /* (nullable) */
  TrhScheduleIndex *index;
  GPtrArray        *list;    /* TrhAlert, sorted */
  GHashTable       *by_id;   /* id of an object -> GPtrArray of TrhAlert (not owned) */
  guint             counts[TRH_SEVERITY_IGNORED + 1];
  guint             rules;   /* bit n: rule n is to be checked in the lanes that are marked */
};

/* Gets the alerts of a lane and what (owned) is found there now, element-type TrhFinding: what is
 * taken out of @found is replaced by NULL. */
typedef void (*TrhAlertsVisit) (TrhAlerts *self, GPtrArray *alerts, GPtrArray *found, gpointer data);

void trh_alerts_check_marked  (TrhAlerts *self, TrhAlertsVisit visit, gpointer data);
void trh_alerts_put_change    (TrhAlerts *self, gconstpointer before, gconstpointer after);
int  trh_alerts_compare_items (gconstpointer a, gconstpointer b);

G_END_DECLS
