/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/model/trh-entity-edits.h"
#include "core/schedule/trh-free-days.h"
#include "core/schedule/trh-schedule-edits.h"
#include "pages/trh-calendar-dialog.h"
#include "pages/trh-calendar-moves.h"
#include "pages/trh-calendar-page-private.h"
#include "pages/trh-calendar-words.h"

/* What a person can do on the calendar. Each act asks for an edit, performs it, and says in words
 * what became of it. */

static TrhWorkspace *
get_workspace (TrhCalendarPage *self)
{
  return trh_page_get_workspace (TRH_PAGE (self));
}

static TrhProject *
get_project (TrhCalendarPage *self)
{
  return trh_workspace_get_project (get_workspace (self));
}

/* The selected stay or encounter, or %NULL. */
static TrhEntity *
get_selected (TrhCalendarPage *self)
{
  const char *id = trh_workspace_get_selected_id (get_workspace (self));
  TrhEntity *entity = trh_project_find (get_project (self), TRH_STAYS, id);

  return entity != NULL ? entity : trh_project_find (get_project (self), TRH_ENCOUNTERS, id);
}

static GPtrArray *
list_one (TrhEntity *entity)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, entity);
  return list;
}

/**
 * trh_calendar_page_perform:
 * @self: a calendar
 * @edit: (nullable): what to do
 * @error: (nullable): why there is no @edit
 * @id: (nullable): what to select then
 *
 * Performs it and leaves on the status line what the object is now; or tells the reason.
 */
void
trh_calendar_page_perform (TrhCalendarPage *self, TrhEdit *edit, GError *error, const char *id)
{
  g_autofree char *sentence = NULL;

  if (edit == NULL)
    {
      if (error != NULL)
        trh_page_tell (TRH_PAGE (self), error->message);
      return;
    }
  if (!trh_page_perform (TRH_PAGE (self), edit))
    return;
  trh_calendar_page_refresh (self);
  if (id == NULL)
    return;
  trh_workspace_select (get_workspace (self), id);
  sentence = trh_calendar_say_bar (get_workspace (self), id);
  if (*sentence != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.status", "s", sentence);
}

/* From the timeline */

static void
on_update_bar (TrhTimeline *timeline, TrhBar *bar, TrhCalendarPage *self)
{
  trh_calendar_get_alerts (get_workspace (self), bar->id, &bar->n_alerts, &bar->strong);
}

static char *
on_describe_bar (TrhTimeline *timeline, const char *id, const char *lane_id, TrhCalendarPage *self)
{
  return trh_calendar_say_bar (get_workspace (self), id);
}

static char *
on_describe_road (TrhTimeline *timeline, const char *id, const char *lane_id, TrhCalendarPage *self)
{
  TrhLane *lane = trh_lanes_find_lane (trh_timeline_peek_lanes (timeline), lane_id);
  TrhBar *bar = trh_lanes_find_bar (trh_timeline_peek_lanes (timeline), id, lane_id);
  TrhBar *next = NULL;
  guint index;

  if (lane != NULL && bar != NULL && g_ptr_array_find (lane->bars, bar, &index))
    next = trh_lane_find_next_stay (lane, index);
  return next != NULL ? trh_calendar_say_way (get_workspace (self), id, next->id) : NULL;
}

static char *
name_lane (TrhCalendarPage *self, const char *lane_id)
{
  TrhLane *lane = trh_lanes_find_lane (trh_timeline_peek_lanes (self->timeline), lane_id);

  return g_strdup (lane != NULL ? lane->title : "");
}

/* What a drag would do, with the first thing that would be wrong then. */
static char *
on_describe_move (TrhTimeline *timeline, const char *id, const char *lane_id, int start_min, int end_min, TrhCalendarPage *self)
{
  TrhBar *bar = trh_lanes_find_bar (trh_timeline_peek_lanes (timeline), id, lane_id);
  gboolean stay = *id == '\0' || trh_project_find (get_project (self), TRH_STAYS, id) != NULL;
  TrhCalendarMove move = { id, bar != NULL ? bar->lane_id : lane_id, lane_id, start_min, end_min, FALSE };
  g_autofree char *lane = name_lane (self, lane_id);
  g_autofree char *when = stay ? trh_day_say_range (start_min / TRH_DAY_MIN, end_min / TRH_DAY_MIN) : NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  g_autoptr(GPtrArray) alerts = NULL;

  if (!stay)
    {
      g_autofree char *day = trh_day_say (start_min / TRH_DAY_MIN);
      g_autofree char *clock = trh_clock_say (start_min % TRH_DAY_MIN);

      /* Translators: a day and a clock time */
      when = g_strdup_printf (C_("date", "%1$s, %2$s"), day, clock);
    }
  /* Translators: dates, and the artist or commune of the lane */
  g_string_append_printf (words, C_("drag", "%1$s · %2$s"), when, lane);
  if (*id == '\0')
    return g_strdup (words->str);

  edit = trh_calendar_edit_move (get_workspace (self), self->by, &move, NULL, &error);
  if (edit != NULL)
    alerts = trh_alerts_preview (trh_workspace_get_alerts (get_workspace (self)), edit);
  if (edit == NULL)
    g_string_append_printf (words, "\n%s", error->message);
  else if (alerts->len > 0)
    g_string_append_printf (words, "\n▲ %s", trh_alert_get_sentence (alerts->pdata[0]));
  return g_strdup (words->str);
}

static void
on_selected (GtkWidget *widget, const char *id, TrhCalendarPage *self)
{
  g_autofree char *sentence = trh_calendar_say_bar (get_workspace (self), id);

  trh_workspace_select (get_workspace (self), id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.status", "s", sentence);
}

static void
on_activated (GtkWidget *widget, const char *id, TrhCalendarPage *self)
{
  trh_page_open_inspector (TRH_PAGE (self), id);
}

static void
on_bar_moved (TrhTimeline *timeline, const char *id, const char *from, const char *to, int start_min, int end_min,
              gboolean copy, TrhCalendarPage *self)
{
  TrhCalendarMove move = { id, from, to, start_min, end_min, copy };
  g_autofree char *new_id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = trh_calendar_edit_move (get_workspace (self), self->by, &move, &new_id, &error);

  trh_calendar_page_perform (self, edit, error, new_id != NULL ? new_id : id);
}

static void
on_added (TrhCalendarDialog *dialog, TrhEdit *edit, const char *id, TrhCalendarPage *self)
{
  trh_calendar_page_perform (self, edit, NULL, id);
  if (!self->as_rows)
    trh_timeline_focus_bar (self->timeline, id);
}

static void
ask (TrhCalendarPage *self, GtkWidget *dialog)
{
  if (trh_workspace_is_read_only (get_workspace (self)))
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      trh_page_tell (TRH_PAGE (self), trh_workspace_say_read_only (get_workspace (self)));
      return;
    }
  g_signal_connect_object (dialog, "added", G_CALLBACK (on_added), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A day inside the season, near what one looks at. */
static int
guess_day (TrhCalendarPage *self)
{
  const TrhSeasonRecord *season = trh_project_peek_season (get_project (self));
  int day = trh_timeline_get_middle_day (self->timeline);

  if (season->first_day != TRH_NO_DAY && (day < season->first_day || day > season->last_day))
    day = season->first_day;
  return day;
}

/* The artist that is meant: selected, or the one of the selected stay. */
static const char *
guess_artist (TrhCalendarPage *self)
{
  const char *id = trh_workspace_get_selected_id (get_workspace (self));
  const TrhStayRecord *stay = trh_project_find_record (get_project (self), TRH_STAYS, id);

  if (stay != NULL)
    return stay->artist_id;
  return trh_project_find (get_project (self), TRH_ARTISTS, id) != NULL ? id : "";
}

/* Asks for a stay of @artist_id, and proposes days that they have. */
static void
ask_for_stay (TrhCalendarPage *self, const char *artist_id)
{
  int day = guess_day (self);
  GtkWidget *dialog = trh_calendar_dialog_new_stay (get_workspace (self), artist_id, "", day, day + TRH_USUAL_NIGHTS);

  trh_calendar_dialog_propose_days (TRH_CALENDAR_DIALOG (dialog));
  ask (self, dialog);
}

static void
on_bar_created (TrhTimeline *timeline, const char *lane_id, int start_min, int end_min, TrhCalendarPage *self)
{
  gboolean artists = self->by == TRH_LANES_ARTISTS;
  int first_day = start_min / TRH_DAY_MIN, last_day = end_min / TRH_DAY_MIN;
  const char *venue_id =
    artists ? "" : trh_calendar_find_venue (get_workspace (self), lane_id, TRH_BAR_STAY, first_day, last_day);

  ask (self, trh_calendar_dialog_new_stay (get_workspace (self), artists ? lane_id : "", venue_id != NULL ? venue_id : "",
                                           first_day, last_day));
}

static void
unplace (TrhCalendarPage *self, const char *id)
{
  TrhStay *stay = trh_project_find (get_project (self), TRH_STAYS, id);
  g_autoptr(TrhEdit) edit = stay != NULL ? trh_schedule_edit_unplace (get_project (self), stay) : NULL;

  if (edit != NULL)
    trh_calendar_page_perform (self, edit, NULL, id);
}

/* Dropped outside: in the tray it waits there, anywhere else nothing happens. */
static void
on_bar_left (TrhTimeline *timeline, const char *id, double x, double y, TrhCalendarPage *self)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t here;
  GtkWidget *under;

  if (!gtk_widget_compute_point (GTK_WIDGET (timeline), GTK_WIDGET (self), &point, &here))
    return;
  under = gtk_widget_pick (GTK_WIDGET (self), here.x, here.y, GTK_PICK_DEFAULT);
  if (under != NULL && gtk_widget_is_ancestor (under, GTK_WIDGET (self->tray_revealer)))
    unplace (self, id);
}

static void
on_text_dropped (TrhTimeline *timeline, const char *id, const char *lane_id, int start_min, TrhCalendarPage *self)
{
  g_autofree char *new_id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (trh_project_find_any (get_project (self), id) == NULL)
    return; /* a text from another program */
  edit = trh_calendar_edit_drop (get_workspace (self), self->by, id, lane_id, start_min / TRH_DAY_MIN, &new_id, &error);
  trh_calendar_page_perform (self, edit, error, new_id);
}

static void
on_tray_activated (TrhCalendarTray *tray, const char *id, TrhCalendarPage *self)
{
  if (trh_project_find (get_project (self), TRH_ARTISTS, id) != NULL)
    ask_for_stay (self, id);
  else
    {
      TrhStay *stay = trh_project_find (get_project (self), TRH_STAYS, id);
      const TrhStayRecord *record = stay != NULL ? trh_entity_peek_record (TRH_ENTITY (stay)) : NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhEdit) edit = NULL;

      int first_day, last_day;

      if (record != NULL && record->first_day != TRH_NO_DAY) /* back to its days */
        edit = trh_schedule_edit_move_stay (get_project (self), stay, record->first_day, NULL, NULL, &error);
      else if (record != NULL)
        {
          trh_free_days_find (get_project (self), record->artist_id, guess_day (self), TRH_USUAL_NIGHTS, &first_day, &last_day);
          edit = trh_schedule_edit_stay_days (get_project (self), stay, first_day, last_day, &error);
        }
      if (edit != NULL || error != NULL)
        trh_calendar_page_perform (self, edit, error, id);
      else
        trh_page_open_inspector (TRH_PAGE (self), id);
    }
}

static void
delete (TrhCalendarPage *self, TrhEntity *entity)
{
  g_autoptr(GPtrArray) list = list_one (entity);

  trh_page_delete (TRH_PAGE (self), list);
}

static void
on_bar_deleted (TrhTimeline *timeline, const char *id, TrhCalendarPage *self)
{
  TrhEntity *entity = trh_project_find_any (get_project (self), id);

  if (entity != NULL)
    delete (self, entity);
}

static void
duplicate (TrhCalendarPage *self, TrhEntity *entity)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (TRH_IS_STAY (entity))
    {
      const TrhStayRecord *stay = trh_entity_peek_record (entity);

      edit = trh_schedule_edit_copy_stay (get_project (self), TRH_STAY (entity), stay->last_day, NULL, NULL, &id, &error);
    }
  else
    {
      const TrhEncounterRecord *encounter = trh_entity_peek_record (entity);

      edit = trh_schedule_edit_copy_encounter (get_project (self), TRH_ENCOUNTER (entity), encounter->day + 1,
                                               encounter->start, &id, &error);
    }
  trh_calendar_page_perform (self, edit, error, id);
  if (id != NULL && !self->as_rows)
    trh_timeline_focus_bar (self->timeline, id);
}

static void
on_bar_duplicated (TrhTimeline *timeline, const char *id, TrhCalendarPage *self)
{
  TrhEntity *entity = trh_project_find_any (get_project (self), id);

  if (entity != NULL)
    duplicate (self, entity);
}

static void
on_bar_menu (TrhTimeline *timeline, const char *id, const char *lane_id, double x, double y, TrhCalendarPage *self)
{
  trh_calendar_page_show_menu (self, id, GTK_WIDGET (timeline), x, y);
}

static void
on_row_menu (TrhCalendarTable *table, const char *id, GtkWidget *cell, double x, double y, TrhCalendarPage *self)
{
  trh_calendar_page_show_menu (self, id, cell, x, y);
}

static void
on_row_edit (TrhCalendarTable *table, const char *id, GtkWidget *at, TrhCalendarPage *self)
{
  GdkRectangle place = { 0, 0, gtk_widget_get_width (at), gtk_widget_get_height (at) };

  if (!GTK_IS_BUTTON (at)) /* asked with a key: beside the middle of the table */
    place = (GdkRectangle) { place.width / 2, 60, 1, 1 };
  trh_workspace_select (get_workspace (self), id);
  trh_calendar_page_show_form (self, id, NULL, at, &place);
}

/* A day is changed where it stands; one that is not there yet comes with the other. */
static void
on_row_day (TrhCalendarTable *table, const char *id, gboolean end, GtkWidget *at, TrhCalendarPage *self)
{
  GdkRectangle place = { 0, 0, gtk_widget_get_width (at), gtk_widget_get_height (at) };
  const TrhStayRecord *stay = trh_project_find_record (get_project (self), TRH_STAYS, id);
  const char *fields = end ? "duration-min" : "day start";

  if (stay != NULL)
    fields = !trh_calendar_is_placed (stay) ? "first-day last-day" : end ? "last-day" : "first-day";
  trh_workspace_select (get_workspace (self), id);
  trh_calendar_page_show_form (self, id, fields, at, &place);
}

/* Actions */

static void
add_stay (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);

  ask_for_stay (self, guess_artist (self));
}

static void
add_encounter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);
  TrhEntity *selected = get_selected (self);
  const TrhStayRecord *stay = TRH_IS_STAY (selected) ? trh_entity_peek_record (selected) : NULL;
  int day = stay != NULL && trh_calendar_is_placed (stay) ? stay->first_day : guess_day (self);

  ask (self, trh_calendar_dialog_new_encounter (get_workspace (self), guess_artist (self),
                                                stay != NULL ? stay->venue_id : "", day, TRH_UNKNOWN_START));
}

static void
turn (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_timeline_turn_page (TRH_CALENDAR_PAGE (widget)->timeline, g_str_equal (action_name, "calendar.next") ? 1 : -1);
}

static void
show_today (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_timeline_show_day (TRH_CALENDAR_PAGE (widget)->timeline, trh_day_today ());
}

static void
toggle_table (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);

  g_object_set (self, "view", self->as_rows ? "timeline" : "table", NULL);
  gtk_widget_grab_focus (widget);
}

static void
act_on_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);
  TrhEntity *entity = get_selected (self);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  gboolean locked = FALSE;

  if (entity == NULL)
    return;
  if (g_str_equal (action_name, "calendar.delete"))
    delete (self, entity);
  else if (g_str_equal (action_name, "calendar.duplicate"))
    duplicate (self, entity);
  else if (g_str_equal (action_name, "calendar.unplace"))
    unplace (self, trh_entity_get_id (entity));
  else if (g_str_equal (action_name, "calendar.open"))
    trh_page_open_inspector (TRH_PAGE (self), trh_entity_get_id (entity));
  else if (g_str_equal (action_name, "calendar.show-on-map"))
    gtk_widget_activate_action (widget, "win.show-page", "s", "territory");
  else if (g_str_equal (action_name, "calendar.lock"))
    {
      g_object_get (entity, "locked", &locked, NULL);
      list = list_one (entity);
      edit = trh_schedule_edit_lock (get_project (self), list, !locked);
      trh_calendar_page_perform (self, edit, NULL, trh_entity_get_id (entity));
    }
}

static void
set_state (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);
  TrhEntity *entity = get_selected (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (entity == NULL)
    return;
  list = list_one (entity);
  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, g_variant_get_int32 (parameter));
  edit = trh_entity_edit_set (get_project (self), list, "state", &value, &error);
  trh_calendar_page_perform (self, edit, error, trh_entity_get_id (entity));
}

static void
repair (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);
  guint index = (guint) g_variant_get_int32 (parameter);

  if (self->repairs != NULL && index < self->repairs->len)
    {
      g_autoptr(TrhEdit) edit = trh_edit_ref (self->repairs->pdata[index]);

      trh_calendar_page_perform (self, edit, NULL, trh_workspace_get_selected_id (get_workspace (self)));
    }
}

static void
edit_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);
  TrhEntity *entity = get_selected (self);
  GdkRectangle place = { gtk_widget_get_width (GTK_WIDGET (self->timeline)) / 2, 80, 1, 1 };

  if (entity == NULL)
    return;
  if (self->as_rows)
    trh_calendar_table_edit (self->table);
  else
    trh_calendar_page_show_form (self, trh_entity_get_id (entity), NULL, GTK_WIDGET (self->timeline), &place);
}

void
trh_calendar_page_class_add_acts (GtkWidgetClass *widget_class)
{
  static const char *const on_one[] = {
    "calendar.delete", "calendar.duplicate", "calendar.unplace", "calendar.open", "calendar.show-on-map", "calendar.lock",
  };

  gtk_widget_class_install_action (widget_class, "calendar.add-stay", NULL, add_stay);
  gtk_widget_class_install_action (widget_class, "calendar.add-encounter", NULL, add_encounter);
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, turn);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, turn);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, show_today);
  gtk_widget_class_install_action (widget_class, "calendar.toggle-table", NULL, toggle_table);
  gtk_widget_class_install_action (widget_class, "calendar.edit", NULL, edit_selected);
  gtk_widget_class_install_action (widget_class, "calendar.set-state", "i", set_state);
  gtk_widget_class_install_action (widget_class, "calendar.repair", "i", repair);
  for (guint i = 0; i < G_N_ELEMENTS (on_one); i++)
    gtk_widget_class_install_action (widget_class, on_one[i], NULL, act_on_selected);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.toggle-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "calendar.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "calendar.lock", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "calendar.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "calendar.delete", NULL);

#define CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)
  CALLBACK (on_update_bar);
  CALLBACK (on_describe_bar);
  CALLBACK (on_describe_road);
  CALLBACK (on_describe_move);
  CALLBACK (on_selected);
  CALLBACK (on_activated);
  CALLBACK (on_bar_deleted);
  CALLBACK (on_bar_duplicated);
  CALLBACK (on_bar_moved);
  CALLBACK (on_bar_left);
  CALLBACK (on_bar_created);
  CALLBACK (on_bar_menu);
  CALLBACK (on_text_dropped);
  CALLBACK (on_tray_activated);
  CALLBACK (on_row_day);
  CALLBACK (on_row_edit);
  CALLBACK (on_row_menu);
#undef CALLBACK
}
