/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-text.h"
#include "core/schedule/trh-alerts-private.h"
#include "core/schedule/trh-repairs.h"

#define MAX_REPAIRS 3 /* a person chooses among them at a glance */

/* Does an edit to the lanes alone, checks those it touches with @visit, and takes it back. */
static void
try_edit (TrhAlerts *self, TrhEdit *edit, TrhAlertsVisit visit, gpointer data)
{
  guint n = trh_edit_get_n_changes (edit);

  for (guint i = 0; i < n; i++)
    trh_alerts_put_change (self, trh_edit_get_change (edit, i)->before, trh_edit_get_change (edit, i)->after);
  trh_alerts_check_marked (self, visit, data);
  for (guint i = n; i > 0; i--)
    {
      const TrhChange *change = trh_edit_get_change (edit, i - 1);

      if (change->before != change->after)
        trh_schedule_index_change (self->index, change->after, change->before);
    }
  trh_schedule_index_forget (self->index);
  trh_schedule_index_clean (self->index);
  self->rules = 0;
}

static TrhAlert *
find_key (GPtrArray *alerts, const char *key)
{
  for (guint i = 0; i < alerts->len; i++)
    if (g_str_equal (trh_alert_get_key (alerts->pdata[i]), key))
      return alerts->pdata[i];

  return NULL;
}

/* How an edit would do as a repair. */
typedef struct {
  const char *key;   /* of the alert to repair */
  gboolean    stays; /* it would still be there */
  guint       harm;  /* new alerts, the worse the more */
} Trial;

static void
judge (TrhAlerts *self, GPtrArray *alerts, GPtrArray *found, gpointer data)
{
  Trial *trial = data;

  for (guint i = 0; i < found->len; i++)
    {
      const TrhFinding *finding = found->pdata[i];
      g_autofree char *key = trh_finding_get_key (finding);
      TrhAlert *before = find_key (alerts, key);

      if (g_str_equal (key, trial->key))
        trial->stays = TRUE;
      else if (before == NULL || trh_alert_get_amount (before) < finding->amount)
        trial->harm += finding->severity == TRH_SEVERITY_WEAK ? 1 : 10;
    }
}

/**
 * trh_alerts_list_repairs:
 * @self: alerts
 * @alert: one of them
 *
 * Each edit was tried: alone, it makes the alert go. Those that make no other alert come
 * first, the cheapest of them before the others, one for each way of repairing; the last resort (back to the tray, cancelled)
 * stands there when nothing milder helps.
 *
 * Returns: (transfer full) (element-type TrhEdit): up to three edits for the project as it
 *   stands, their labels in the person's words; none when the project is read-only
 */
GPtrArray *
trh_alerts_list_repairs (TrhAlerts *self, TrhAlert *alert)
{
  const TrhFinding *finding = trh_alert_peek_finding (alert);
  GPtrArray *good = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_edit_unref);
  g_autoptr(TrhRepairs) repairs = NULL;
  g_autoptr(TrhEdit) resort = NULL;
  g_autoptr(GHashTable) ways = g_hash_table_new (trh_text_hash, g_str_equal);
  guint least_harm = G_MAXUINT;

  if (trh_project_is_read_only (self->project))
    return good;

  repairs = trh_repairs_new (self->project, self->index, self->matrix);
  finding->rule->repair (repairs, finding);
  for (guint i = 0; i < trh_repairs_get_n (repairs) && good->len < MAX_REPAIRS; i++)
    {
      TrhEdit *edit = trh_repairs_get (repairs, i);
      const char *way = trh_repairs_get_way (repairs, i);
      Trial trial = { trh_alert_get_key (alert), FALSE, 0 };

      if (g_hash_table_contains (ways, way))
        continue;
      try_edit (self, edit, judge, &trial);
      if (trial.stays)
        continue;
      if (trial.harm == 0)
        {
          g_hash_table_add (ways, (gpointer) way);
          g_ptr_array_add (good, trh_edit_ref (edit));
        }
      else if (trial.harm < least_harm)
        {
          g_clear_pointer (&resort, trh_edit_unref);
          resort = trh_edit_ref (edit);
          least_harm = trial.harm;
        }
    }
  if (good->len == 0 && resort != NULL)
    g_ptr_array_add (good, g_steal_pointer (&resort));

  return good;
}

typedef struct {
  TrhEdit   *edit;
  GPtrArray *alerts;
} Preview;

static void
foresee (TrhAlerts *self, GPtrArray *alerts, GPtrArray *found, gpointer data)
{
  Preview *preview = data;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(TrhAlert) alert = trh_alert_new (self->index, g_steal_pointer (&found->pdata[i]));
      gboolean concerned = FALSE;

      for (guint j = 0; j < trh_edit_get_n_changes (preview->edit) && !concerned; j++)
        {
          const TrhRecord *after = trh_edit_get_change (preview->edit, j)->after;

          concerned = after != NULL && trh_alert_concerns (alert, after->id);
        }
      if (!concerned)
        continue;
      trh_alert_get_sentence (alert); /* now, while the season is as it would be */
      g_ptr_array_add (preview->alerts, g_steal_pointer (&alert));
    }
}

/**
 * trh_alerts_preview:
 * @self: alerts
 * @edit: an edit made from the project as it stands
 *
 * Tells what would be wrong with the objects that @edit changes, were it performed: for the
 * label beside a drag. Nothing changes. Roads are those of the places as they stand.
 *
 * Returns: (transfer full) (element-type TrhAlert): alerts that are not in the list, the
 *   worst first
 */
GPtrArray *
trh_alerts_preview (TrhAlerts *self, TrhEdit *edit)
{
  Preview preview = { edit, g_ptr_array_new_with_free_func (g_object_unref) };

  try_edit (self, edit, foresee, &preview);
  g_ptr_array_sort (preview.alerts, trh_alerts_compare_items);

  return preview.alerts;
}
