/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/model/trh-labels.h"
#include "pages/trh-calendar-page-private.h"
#include "pages/trh-calendar-words.h"

/* How the calendar follows the season: an edit of a stay moves its bar, an edit of what all bars
 * show makes them all again, once, when the program has time. */

static TrhWorkspace *
get_workspace (TrhCalendarPage *self)
{
  return trh_page_get_workspace (TRH_PAGE (self));
}

static const char *
get_lane_id (TrhCalendarPage *self, const TrhStayRecord *stay)
{
  TrhProject *project = trh_workspace_get_project (get_workspace (self));

  return self->by == TRH_LANES_ARTISTS ? stay->artist_id : trh_calendar_get_commune_id (project, stay->venue_id);
}

/* How many stays of each lane have no place on the calendar yet: lane id → count, both lent until
 * the next edit. One walk for all lanes: there may be thousands of both. */
static GHashTable *
count_waiting (TrhCalendarPage *self)
{
  TrhProject *project = trh_workspace_get_project (get_workspace (self));
  GHashTable *waiting = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);
      gpointer lane_id = trh_calendar_is_placed (stay) ? NULL : (gpointer) get_lane_id (self, stay);

      if (lane_id != NULL)
        g_hash_table_insert (waiting, lane_id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (waiting, lane_id)) + 1));
    }
  return waiting;
}

/* Roads and the lane's name depend on all its bars. */
static void
look_at_lane (TrhCalendarPage *self, const char *lane_id, GHashTable *waiting)
{
  TrhLane *lane = trh_lanes_find_lane (trh_timeline_peek_lanes (self->timeline), lane_id);
  g_autofree char *stays = NULL;
  g_autofree char *name = NULL;
  guint n_stays = 0;

  if (lane == NULL)
    return;
  for (guint i = 0; i < lane->bars->len; i++)
    {
      TrhBar *bar = lane->bars->pdata[i];
      TrhBar *next = bar->kind == TRH_BAR_STAY ? trh_lane_find_next_stay (lane, i) : NULL;

      n_stays += bar->kind == TRH_BAR_STAY;
      g_clear_pointer (&bar->road, g_free);
      if (self->by == TRH_LANES_ARTISTS && next != NULL)
        bar->road = trh_calendar_say_road (get_workspace (self), bar->id, next->id);
    }
  stays = trh_label_stays (n_stays, GPOINTER_TO_UINT (g_hash_table_lookup (waiting, lane_id)));
  /* Translators: name of a lane of the calendar: an artist or a commune, and "3 stays" */
  name = g_strdup_printf (C_("lane", "%1$s, %2$s"), lane->title, stays);
  trh_timeline_set_lane_name (self->timeline, lane_id, name);
}

static void
set_days (TrhCalendarPage *self)
{
  TrhProject *project = trh_workspace_get_project (get_workspace (self));
  TrhTerritory *territory = trh_workspace_get_territory (get_workspace (self));
  const TrhSeasonRecord *season = trh_project_peek_season (project);
  int first_day, last_day;

  trh_calendar_get_days (get_workspace (self), &first_day, &last_day);
  trh_timeline_set_days (self->timeline, first_day, last_day,
                         season->first_day != TRH_NO_DAY ? season->first_day : first_day,
                         season->last_day != TRH_NO_DAY ? season->last_day : last_day);
  trh_timeline_clear_holidays (self->timeline);
  for (int day = first_day; territory != NULL && day <= last_day; day++)
    {
      const TrhHolidayRecord *holiday = trh_territory_find_public_holiday (territory, day);

      if (holiday != NULL)
        trh_timeline_add_holiday (self->timeline, day, holiday->name);
    }
  for (guint i = 0; i < season->busy_days->len; i++)
    {
      const TrhBusyDaysRecord *busy = season->busy_days->pdata[i];

      if (busy->first_day == TRH_NO_DAY || *busy->commune_id != '\0')
        continue;
      for (int day = busy->first_day; day <= MIN (busy->last_day, last_day); day++)
        trh_timeline_add_holiday (self->timeline, day, busy->name);
    }
}

/* The first look: today when it is in the season, else where something first happens. */
static void
look_at_beginning (TrhCalendarPage *self)
{
  TrhProject *project = trh_workspace_get_project (get_workspace (self));
  const TrhSeasonRecord *season = trh_project_peek_season (project);
  int today = trh_day_today (), day = G_MAXINT;

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      if (trh_calendar_is_placed (stay))
        day = MIN (day, stay->first_day);
    }
  if ((today >= season->first_day && today <= season->last_day) || (day == G_MAXINT && season->first_day == TRH_NO_DAY))
    day = today;
  else if (day == G_MAXINT)
    day = season->first_day;
  trh_timeline_show_day (self->timeline, day);
  self->placed = TRUE;
}

static void
fill_timeline (TrhCalendarPage *self)
{
  static const TrhCollection collections[] = { TRH_STAYS, TRH_ENCOUNTERS };
  TrhWorkspace *workspace = get_workspace (self);
  TrhProject *project = trh_workspace_get_project (workspace);
  TrhLanes *lanes = trh_timeline_peek_lanes (self->timeline);
  g_autoptr(GHashTable) waiting = count_waiting (self);

  trh_timeline_set_lanes (self->timeline, trh_calendar_make_lanes (workspace, self->by));
  for (guint c = 0; c < G_N_ELEMENTS (collections); c++)
    for (guint i = 0; i < trh_project_count (project, collections[c]); i++)
      {
        const TrhRecord *record = trh_project_peek_record (project, collections[c], i);

        trh_timeline_replace (self->timeline, record->id, trh_calendar_make_bars (workspace, self->by, record));
      }
  for (guint i = 0; i < trh_lanes_get_n_lanes (lanes); i++)
    look_at_lane (self, trh_lanes_get_lane (lanes, i)->id, waiting);
  set_days (self);
  trh_timeline_select (self->timeline, trh_workspace_get_selected_id (workspace));
  if (!self->placed)
    look_at_beginning (self);
}

static void
choose_view (TrhCalendarPage *self)
{
  TrhProject *project = trh_workspace_get_project (get_workspace (self));
  gboolean empty = trh_project_count (project, TRH_STAYS) == 0 && trh_project_count (project, TRH_ENCOUNTERS) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : self->as_rows ? "table" : "timeline");
}

/* Makes again what is known to be old, as far as it is looked at. */
void
trh_calendar_page_refresh (TrhCalendarPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (get_workspace (self) == NULL)
    return;
  choose_view (self);
  if (self->stale)
    {
      fill_timeline (self);
      trh_calendar_tray_fill (self->tray, get_workspace (self));
      self->stale = FALSE;
    }
  if (self->table_stale && self->as_rows)
    {
      trh_calendar_table_fill (self->table, get_workspace (self));
      self->table_stale = FALSE;
    }
}

static gboolean
refresh_later (gpointer user_data)
{
  TrhCalendarPage *self = user_data;

  self->refresh_id = 0;
  trh_calendar_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (TrhCalendarPage *self)
{
  self->stale = self->table_stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_later, self);
}

/* Whether the bars of one object were put; not when it needs a lane that is not there. */
static gboolean
put_bars (TrhCalendarPage *self, const char *id, GHashTable *waiting)
{
  TrhWorkspace *workspace = get_workspace (self);
  TrhProject *project = trh_workspace_get_project (workspace);
  TrhLanes *lanes = trh_timeline_peek_lanes (self->timeline);
  g_autoptr(GPtrArray) touched = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *old = trh_lanes_peek_bars (lanes, id);
  gconstpointer record = trh_project_find_record (project, TRH_STAYS, id);
  GPtrArray *bars;
  gboolean lost = FALSE;

  if (record == NULL)
    record = trh_project_find_record (project, TRH_ENCOUNTERS, id);
  for (guint i = 0; old != NULL && i < old->len; i++)
    g_ptr_array_add (touched, g_strdup (((TrhBar *) old->pdata[i])->lane_id));
  bars = record != NULL ? trh_calendar_make_bars (workspace, self->by, record) : NULL;
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const TrhBar *bar = bars->pdata[i];

      lost = lost || trh_lanes_find_lane (lanes, bar->lane_id) == NULL;
      g_ptr_array_add (touched, g_strdup (bar->lane_id));
    }
  trh_timeline_replace (self->timeline, id, bars);
  for (guint i = 0; i < touched->len; i++)
    look_at_lane (self, touched->pdata[i], waiting);

  return !lost;
}

static void
on_project_changed (TrhCalendarPage *self, TrhEdit *edit)
{
  g_autoptr(GHashTable) waiting = NULL;
  gboolean all = FALSE;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      queue_refresh (self);
      return;
    }
  waiting = count_waiting (self);
  self->table_stale = self->table_stale || !self->as_rows; /* it is made again when it is looked at */
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;

      if (record->schema == &trh_stay_schema || record->schema == &trh_encounter_schema)
        {
          all = !put_bars (self, record->id, waiting) || all;
          /* one that waits has no bar, and counts */
          if (change->before != NULL && record->schema == &trh_stay_schema)
            look_at_lane (self, get_lane_id (self, change->before), waiting);
          if (change->after != NULL && record->schema == &trh_stay_schema)
            look_at_lane (self, get_lane_id (self, change->after), waiting);
          if (!self->table_stale)
            trh_calendar_table_update (self->table, record->id);
        }
      else
        all = all || record->schema == &trh_artist_schema || record->schema == &trh_commune_schema
              || record->schema == &trh_venue_schema || record->schema == &trh_valley_schema
              || record->schema == &trh_leg_schema || record->schema == &trh_season_schema;
    }
  if (all)
    {
      queue_refresh (self);
      return;
    }
  set_days (self);
  trh_calendar_tray_fill (self->tray, get_workspace (self));
  choose_view (self);
}

static void
on_alerts_changed (TrhCalendarPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      queue_refresh (self);
      return;
    }
  trh_timeline_update_in_sight (self->timeline);
  if (!self->table_stale)
    trh_calendar_table_update_alerts (self->table);
}

static void
on_selected_elsewhere (TrhCalendarPage *self)
{
  const char *id = trh_workspace_get_selected_id (get_workspace (self));

  trh_timeline_select (self->timeline, id);
  if (!self->table_stale)
    trh_calendar_table_select (self->table, id);
}

static void
on_workspace_set (TrhCalendarPage *self)
{
  TrhWorkspace *workspace = get_workspace (self);

  if (workspace == NULL)
    return;
  g_signal_connect_object (trh_workspace_get_project (workspace), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (trh_workspace_get_alerts (workspace), "changed", G_CALLBACK (on_alerts_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-id", G_CALLBACK (on_selected_elsewhere), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trh_calendar_page_refresh (self);
}

/* From now on the page shows what its workspace holds. */
void
trh_calendar_page_follow (TrhCalendarPage *self)
{
  g_signal_connect (self, "notify::workspace", G_CALLBACK (on_workspace_set), NULL);
}
