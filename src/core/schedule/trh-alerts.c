/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-alerts.h"

#include "core/base/trh-text.h"
#include "core/schedule/trh-alerts-private.h"

#define ALL_RULES G_MAXUINT

/* What an update does to the list. */
typedef struct {
  GHashTable *leaving; /* TrhAlert: out of the list, or to another place of it */
  GPtrArray  *coming;  /* TrhAlert (owned) */
} Turnover;

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return TRH_TYPE_ALERT;
}

static guint
get_n_items (GListModel *model)
{
  return TRH_ALERTS (model)->list->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *list = TRH_ALERTS (model)->list;

  return position < list->len ? g_object_ref (list->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhAlerts, trh_alerts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
trh_alerts_dispose (GObject *object)
{
  TrhAlerts *self = TRH_ALERTS (object);

  if (self->index != NULL)
    {
      /* alerts hold the index, and its lanes hold the alerts */
      for (guint i = 0; i < self->index->artists->len; i++)
        g_ptr_array_set_size (((TrhArtistLane *) self->index->artists->pdata[i])->alerts, 0);
      for (guint i = 0; i < self->index->venues->len; i++)
        g_ptr_array_set_size (((TrhVenueLane *) self->index->venues->pdata[i])->alerts, 0);
    }
  g_clear_pointer (&self->index, trh_schedule_index_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->matrix);

  G_OBJECT_CLASS (trh_alerts_parent_class)->dispose (object);
}

static void
trh_alerts_finalize (GObject *object)
{
  TrhAlerts *self = TRH_ALERTS (object);

  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->by_id);

  G_OBJECT_CLASS (trh_alerts_parent_class)->finalize (object);
}

static void
trh_alerts_class_init (TrhAlertsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_alerts_dispose;
  object_class->finalize = trh_alerts_finalize;

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_ALERTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_alerts_init (TrhAlerts *self)
{
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* Checks the lanes that are marked: @visit gets the alerts of each and what is found there now. */
void
trh_alerts_check_marked (TrhAlerts *self, TrhAlertsVisit visit, gpointer data)
{
  g_autofree TrhSeverity *severities = g_new (TrhSeverity, trh_n_rules);
  TrhRuleContext context = { self->index, self->matrix, NULL, TRH_SEVERITY_STRONG, NULL };

  for (guint i = 0; i < trh_n_rules; i++)
    severities[i] = trh_rule_get_severity (trh_rules[i], self->index->season);

  for (guint i = 0; i < self->index->dirty_artists->len + self->index->dirty_venues->len; i++)
    {
      gboolean of_artist = i < self->index->dirty_artists->len;
      TrhArtistLane *artist = of_artist ? self->index->dirty_artists->pdata[i] : NULL;
      TrhVenueLane *venue =
        of_artist ? NULL : self->index->dirty_venues->pdata[i - self->index->dirty_artists->len];
      g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_finding_free);

      context.found = found;
      for (guint j = 0; j < trh_n_rules; j++)
        {
          context.rule = trh_rules[j];
          context.severity = severities[j];
          if (context.severity == TRH_SEVERITY_IGNORED || (self->rules & 1u << j) == 0)
            continue;
          if (of_artist && context.rule->check_artist != NULL)
            context.rule->check_artist (&context, artist);
          if (!of_artist && context.rule->check_venue != NULL)
            context.rule->check_venue (&context, venue);
        }
      visit (self, of_artist ? artist->alerts : venue->alerts, found, data);
    }
}

static void
enter (TrhAlerts *self, TrhAlert *alert)
{
  g_autoptr(GPtrArray) ids = trh_alert_list_ids (alert);

  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *alerts = g_hash_table_lookup (self->by_id, ids->pdata[i]);

      if (alerts == NULL)
        {
          alerts = g_ptr_array_new ();
          g_hash_table_insert (self->by_id, g_strdup (ids->pdata[i]), alerts);
        }
      g_ptr_array_add (alerts, alert);
    }
  self->counts[trh_alert_get_severity (alert)]++;
}

static void
leave (TrhAlerts *self, TrhAlert *alert)
{
  g_autoptr(GPtrArray) ids = trh_alert_list_ids (alert);

  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *alerts = g_hash_table_lookup (self->by_id, ids->pdata[i]);

      g_ptr_array_remove_fast (alerts, alert);
      if (alerts->len == 0)
        g_hash_table_remove (self->by_id, ids->pdata[i]);
    }
  self->counts[trh_alert_get_severity (alert)]--;
}

/* Whether the rule of an alert is one of those that are being checked. */
static gboolean
is_checked (TrhAlerts *self, TrhAlert *alert)
{
  const TrhRule *rule = trh_alert_peek_finding (alert)->rule;

  for (guint i = 0; i < trh_n_rules; i++)
    if (trh_rules[i] == rule)
      return (self->rules & 1u << i) != 0;

  return FALSE;
}

/* Whether an alert that takes @finding stays where it is in the tables. */
static gboolean
is_entered_alike (TrhAlerts *self, TrhAlert *alert, const TrhFinding *finding)
{
  const TrhFinding *before = trh_alert_peek_finding (alert);

  /* the rest of what is entered is in the key */
  return before->severity == finding->severity && g_str_equal (before->other_id, finding->other_id) &&
         g_str_equal (before->from_id, finding->from_id) &&
         g_str_equal (trh_alert_get_commune_id (alert), trh_schedule_index_commune_of (self->index, finding->venue_id));
}

static void
keep (TrhAlerts *self, TrhAlert *alert, TrhFinding *finding, Turnover *turnover)
{
  const TrhFinding *before = trh_alert_peek_finding (alert);
  gboolean alike = is_entered_alike (self, alert, finding);

  if (before->severity != finding->severity || before->first_day != finding->first_day ||
      before->last_day != finding->last_day)
    {
      g_hash_table_add (turnover->leaving, alert);
      g_ptr_array_add (turnover->coming, g_object_ref (alert));
    }
  if (!alike)
    leave (self, alert);
  trh_alert_update (alert, finding);
  if (!alike)
    enter (self, alert);
}

/* Takes what is found in a lane: keeps, updates, adds and drops its alerts. */
static void
take_found (TrhAlerts *self, GPtrArray *alerts, GPtrArray *found, gpointer data)
{
  Turnover *turnover = data;
  g_autoptr(GHashTable) old = NULL;
  g_autoptr(GHashTable) seen = NULL; /* keys */
  GHashTableIter iter;
  gpointer alert;

  if (found->len == 0 && alerts->len == 0)
    return;

  old = g_hash_table_new_full (trh_text_hash, g_str_equal, NULL, g_object_unref);
  seen = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  for (guint i = alerts->len; i > 0; i--)
    if (is_checked (self, alerts->pdata[i - 1]))
      {
        alert = g_ptr_array_steal_index_fast (alerts, i - 1);
        g_hash_table_insert (old, (gpointer) trh_alert_get_key (alert), alert);
      }

  for (guint i = 0; i < found->len; i++)
    {
      TrhFinding *finding = g_steal_pointer (&found->pdata[i]);
      char *key = trh_finding_get_key (finding);

      if (!g_hash_table_add (seen, key))
        {
          trh_finding_free (finding); /* one alert for each key, whatever a rule finds */
          continue;
        }
      if (g_hash_table_steal_extended (old, key, NULL, &alert))
        keep (self, alert, finding, turnover);
      else
        {
          alert = trh_alert_new (self->index, finding);
          g_ptr_array_add (turnover->coming, g_object_ref (alert));
          enter (self, alert);
        }
      g_ptr_array_add (alerts, alert);
    }

  /* what is left is repaired; the list still holds it */
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &alert))
    {
      leave (self, alert);
      g_hash_table_add (turnover->leaving, alert);
    }
}

/* The order of the list, for arrays of alerts. */
int
trh_alerts_compare_items (gconstpointer a, gconstpointer b)
{
  return trh_alert_compare (*(TrhAlert **) a, *(TrhAlert **) b);
}

/* Merges what comes into what stays, and tells it as one change of the list. */
static void
turn_over (TrhAlerts *self, Turnover *turnover)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->list);
  GPtrArray *list = g_ptr_array_new_full (old->len + turnover->coming->len, g_object_unref);
  guint head = 0, tail = 0;

  g_ptr_array_sort (turnover->coming, trh_alerts_compare_items);
  for (guint i = 0, j = 0; i < old->len || j < turnover->coming->len;)
    {
      if (i < old->len && g_hash_table_contains (turnover->leaving, old->pdata[i]))
        i++;
      else if (j == turnover->coming->len ||
               (i < old->len && trh_alert_compare (old->pdata[i], turnover->coming->pdata[j]) <= 0))
        g_ptr_array_add (list, g_object_ref (old->pdata[i++]));
      else
        g_ptr_array_add (list, g_object_ref (turnover->coming->pdata[j++]));
    }
  self->list = list;

  while (head < MIN (old->len, list->len) && old->pdata[head] == list->pdata[head])
    head++;
  while (tail < MIN (old->len, list->len) - head &&
         old->pdata[old->len - 1 - tail] == list->pdata[list->len - 1 - tail])
    tail++;
  if (old->len != head + tail || list->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, list->len - head - tail);
}

static void
update (TrhAlerts *self)
{
  g_autoptr(GHashTable) leaving = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) coming = g_ptr_array_new_with_free_func (g_object_unref);
  Turnover turnover = { leaving, coming };

  trh_alerts_check_marked (self, take_found, &turnover);
  trh_schedule_index_clean (self->index);
  self->rules = 0;
  if (g_hash_table_size (leaving) > 0 || coming->len > 0)
    turn_over (self, &turnover);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The rules that read something else in a season than before, or have another severity. */
static guint
list_rules_concerned (const TrhSeasonRecord *before, const TrhSeasonRecord *after)
{
  guint rules = 0;

  for (guint i = 0; i < trh_season_schema.n_fields; i++)
    if (!trh_record_same (before, after, i))
      for (guint j = 0; j < trh_n_rules; j++)
        if (trh_rule_reads (trh_rules[j], trh_season_schema.fields[i].name))
          rules |= 1u << j;
  for (guint j = 0; j < trh_n_rules; j++)
    if (trh_rule_get_severity (trh_rules[j], before) != trh_rule_get_severity (trh_rules[j], after))
      rules |= 1u << j;

  return rules;
}

/* Puts one change of a record into the lanes and marks those that it concerns. */
void
trh_alerts_put_change (TrhAlerts *self, gconstpointer before, gconstpointer after)
{
  const TrhRecord *record = after != NULL ? after : before;

  if (before == after)
    return; /* only the order of a list */
  if (record->schema == &trh_season_schema)
    {
      guint rules = list_rules_concerned (before, after);

      trh_schedule_index_change (self->index, before, after);
      if (rules != 0)
        trh_schedule_index_mark_all (self->index);
      self->rules |= rules;
      return;
    }

  self->rules = ALL_RULES;
  if (before != NULL)
    trh_schedule_index_mark (self->index, before);
  trh_schedule_index_change (self->index, before, after);
  if (after != NULL)
    trh_schedule_index_mark (self->index, after);
}

static void
on_project_changed (TrhAlerts *self, TrhEdit *edit)
{
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);

      trh_alerts_put_change (self, change->before, change->after);
    }

  if (self->index->dirty_artists->len > 0 || self->index->dirty_venues->len > 0)
    update (self);
  self->rules = 0;
}

/**
 * trh_alerts_new:
 * @project: a project
 * @matrix: (nullable): its roads; it must follow the project before the alerts do, so it is
 *   made before them
 *
 * Returns: (transfer full): its alerts
 */
TrhAlerts *
trh_alerts_new (TrhProject *project, TrhMatrix *matrix)
{
  TrhAlerts *self = g_object_new (TRH_TYPE_ALERTS, NULL);

  self->project = g_object_ref (project);
  g_set_object (&self->matrix, matrix);
  self->index = trh_schedule_index_new (project);
  trh_schedule_index_mark_all (self->index);
  self->rules = ALL_RULES;
  update (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* How many alerts are of that severity. */
guint
trh_alerts_count (TrhAlerts *self, TrhSeverity severity)
{
  g_return_val_if_fail (severity <= TRH_SEVERITY_IGNORED, 0);

  return self->counts[severity];
}

/**
 * trh_alerts_find:
 * @self: alerts
 * @id: the identifier of an object of any type
 *
 * Returns: (transfer full) (element-type TrhAlert): the alerts about it, the worst first
 */
GPtrArray *
trh_alerts_find (TrhAlerts *self, const char *id)
{
  GPtrArray *known = g_hash_table_lookup (self->by_id, id);
  GPtrArray *alerts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; known != NULL && i < known->len; i++)
    g_ptr_array_add (alerts, g_object_ref (known->pdata[i]));
  g_ptr_array_sort (alerts, trh_alerts_compare_items);

  return alerts;
}

/* How many alerts are about the object of that id: the number on its badge. */
guint
trh_alerts_count_of (TrhAlerts *self, const char *id)
{
  GPtrArray *known = g_hash_table_lookup (self->by_id, id);

  return known != NULL ? known->len : 0;
}

/* The worst severity of the alerts about the object of that id; %TRH_SEVERITY_IGNORED when
 * there are none. */
TrhSeverity
trh_alerts_get_worst (TrhAlerts *self, const char *id)
{
  GPtrArray *known = g_hash_table_lookup (self->by_id, id);
  TrhSeverity worst = TRH_SEVERITY_IGNORED;

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      TrhSeverity severity = trh_alert_get_severity (known->pdata[i]);

      if (trh_severity_compare (severity, worst) < 0)
        worst = severity;
    }

  return worst;
}
