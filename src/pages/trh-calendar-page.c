/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-page.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "pages/trh-calendar-page-private.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-wrap-layout.h"

G_DEFINE_FINAL_TYPE (TrhCalendarPage, trh_calendar_page, TRH_TYPE_PAGE)

enum { PROP_LANES_BY = 1, PROP_SCALE, PROP_VIEW, PROP_TRAY_SHOWN, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *const by_names[] = { "artists", "communes" };
static const char *const scale_names[] = { "day", "week", "season" };
static const char *const view_names[] = { "timeline", "table" };

/* The menu's button says what is shown, for those who do not see it. */
static void
name_view (TrhCalendarPage *self)
{
  static const char *const scales[] = { N_("Scale: day"), N_("Scale: week"), N_("Scale: season") };
  const char *by = self->by == TRH_LANES_ARTISTS ? _("By artist") : _("By commune");
  g_autofree char *name = NULL;

  if (self->as_rows)
    /* Translators: name of a menu button; %s is as in “Table” */
    name = g_strdup_printf (_("View: %s"), C_("calendar", "Table"));
  else
    /* Translators: name of a menu button; the first %s is as in “By artist”, the second as in “Scale: season” */
    name = g_strdup_printf (_("View: %1$s, %2$s"), by, _(scales[trh_timeline_get_scale (self->timeline)]));
  trh_set_label (self->view_button, name);
}

/* The days in sight, in words, on the button between the arrows. */
void
trh_calendar_page_say_where (TrhCalendarPage *self)
{
  int first_day, last_day, year, month, day, last_year, last_month;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  trh_timeline_get_view (self->timeline, &first_day, &last_day);
  trh_day_to_date (first_day, &year, &month, &day);
  trh_day_to_date (last_day, &last_year, &last_month, &day);
  if (trh_timeline_get_scale (self->timeline) == TRH_SCALE_DAY)
    text = trh_day_say (trh_timeline_get_middle_day (self->timeline));
  else if (trh_timeline_get_scale (self->timeline) == TRH_SCALE_WEEK)
    text = trh_day_say_range (first_day, last_day);
  else if (year == last_year && month != last_month)
    /* Translators: months of one year, as in "June – September 2027" */
    text = g_strdup_printf (C_("months", "%1$s – %2$s %3$d"), trh_day_say_month (month), trh_day_say_month (last_month), year);
  else if (year == last_year)
    text = g_strdup_printf (C_("month", "%1$s %2$d"), trh_day_say_month (month), year);
  else
    text = g_strdup_printf ("%d – %d", year, last_year);
  gtk_label_set_label (self->period_label, text);
  /* Translators: name of a button; %s is as in "7–13 June 2027" */
  name = g_strdup_printf (_("%s. Go to a day"), text);
  trh_set_label (self->period, name);
}

static gboolean
say_where_later (gpointer user_data)
{
  TrhCalendarPage *self = user_data;

  self->where_id = 0;
  trh_calendar_page_say_where (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the timeline tells it from inside its layout, where no label may change its size. */
static void
on_view_changed (TrhCalendarPage *self)
{
  if (self->where_id == 0)
    self->where_id = g_idle_add (say_where_later, self);
}

static void
on_scale_changed (TrhCalendarPage *self)
{
  name_view (self);
  on_view_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
}

static void
on_day_picked (TrhCalendarPage *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->day_picker);
  int year, month, day;

  g_date_time_get_ymd (date, &year, &month, &day);
  trh_timeline_show_day (self->timeline, trh_day_from_date (year, month, day));
}

static void
on_tray_filled (TrhCalendarPage *self)
{
  guint n = trh_calendar_tray_get_n_items (self->tray);
  /* Translators: toggle that shows who and what has no place on the calendar yet */
  g_autofree char *label = g_strdup_printf (_("To place (%u)"), n);
  g_autofree char *name = g_strdup_printf (ngettext ("To place: %u. Show it", "To place: %u. Show them", n), n);

  gtk_button_set_label (GTK_BUTTON (self->tray_button), label);
  trh_set_label (self->tray_button, name);
  gtk_widget_set_visible (self->tray_bar, n > 0);
  if (!self->asked_for_tray)
    self->tray_shown = n > 0;
  gtk_revealer_set_reveal_child (self->tray_revealer, self->tray_shown && n > 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRAY_SHOWN]);
}

static int
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return 0;
}

static void
set_view (TrhCalendarPage *self, gboolean as_rows)
{
  self->as_rows = as_rows;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.lanes-by", !as_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.scale", !as_rows);
  gtk_widget_set_visible (self->period_box, !as_rows);
  gtk_widget_set_visible (self->today, !as_rows);
  trh_calendar_page_refresh (self);
  name_view (self);
}

static void
trh_calendar_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (object);

  switch (prop_id)
    {
    case PROP_LANES_BY:
      self->by = (TrhLanesBy) find_name (by_names, G_N_ELEMENTS (by_names), g_value_get_string (value));
      self->stale = TRUE;
      trh_calendar_page_refresh (self);
      name_view (self);
      break;
    case PROP_SCALE:
      trh_timeline_set_scale (self->timeline,
        (TrhTimelineScale) find_name (scale_names, G_N_ELEMENTS (scale_names), g_value_get_string (value)));
      break;
    case PROP_VIEW:
      set_view (self, find_name (view_names, G_N_ELEMENTS (view_names), g_value_get_string (value)) == 1);
      break;
    case PROP_TRAY_SHOWN:
      self->tray_shown = g_value_get_boolean (value);
      self->asked_for_tray = TRUE;
      gtk_revealer_set_reveal_child (self->tray_revealer, self->tray_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
trh_calendar_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (object);

  switch (prop_id)
    {
    case PROP_LANES_BY:
      g_value_set_string (value, by_names[self->by]);
      break;
    case PROP_SCALE:
      g_value_set_string (value, scale_names[trh_timeline_get_scale (self->timeline)]);
      break;
    case PROP_VIEW:
      g_value_set_string (value, view_names[self->as_rows]);
      break;
    case PROP_TRAY_SHOWN:
      g_value_set_boolean (value, self->tray_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_calendar_page_map (GtkWidget *widget)
{
  trh_calendar_page_refresh (TRH_CALENDAR_PAGE (widget)); /* what changed while nobody looked */
  GTK_WIDGET_CLASS (trh_calendar_page_parent_class)->map (widget);
}

static gboolean
trh_calendar_page_grab_focus (GtkWidget *widget)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (widget);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
trh_calendar_page_dispose (GObject *object)
{
  TrhCalendarPage *self = TRH_CALENDAR_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->where_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);

  G_OBJECT_CLASS (trh_calendar_page_parent_class)->dispose (object);
}

static void
install_property (GtkWidgetClass *widget_class, guint id, const char *name, const char *action, GParamSpec *pspec)
{
  props[id] = pspec;
  g_object_class_install_property (G_OBJECT_CLASS (widget_class), id, pspec);
  gtk_widget_class_install_property_action (widget_class, action, name);
}

static void
trh_calendar_page_class_init (TrhCalendarPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trh_calendar_page_dispose;
  object_class->get_property = trh_calendar_page_get_property;
  object_class->set_property = trh_calendar_page_set_property;
  widget_class->map = trh_calendar_page_map;
  widget_class->grab_focus = trh_calendar_page_grab_focus;

  install_property (widget_class, PROP_LANES_BY, "lanes-by", "calendar.lanes-by",
                    g_param_spec_string ("lanes-by", NULL, NULL, by_names[0], flags));
  install_property (widget_class, PROP_SCALE, "scale", "calendar.scale",
                    g_param_spec_string ("scale", NULL, NULL, scale_names[2], flags));
  install_property (widget_class, PROP_VIEW, "view", "calendar.view",
                    g_param_spec_string ("view", NULL, NULL, view_names[0], flags));
  install_property (widget_class, PROP_TRAY_SHOWN, "tray-shown", "calendar.tray-shown",
                    g_param_spec_boolean ("tray-shown", NULL, NULL, FALSE, flags));

  g_type_ensure (TRH_TYPE_TIMELINE);
  g_type_ensure (TRH_TYPE_CALENDAR_TABLE);
  g_type_ensure (TRH_TYPE_CALENDAR_TRAY);
  g_type_ensure (TRH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-calendar-page.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, TrhCalendarPage, member)
  BIND (period_box);
  BIND (today);
  BIND (period);
  BIND (period_label);
  BIND (day_picker);
  BIND (day_popover);
  BIND (add_stay);
  BIND (add_encounter);
  BIND (tray_bar);
  BIND (tray_button);
  BIND (view_button);
  BIND (tray_revealer);
  BIND (stack);
  BIND (timeline);
  BIND (table);
  BIND (tray);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_day_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tray_filled);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  trh_calendar_page_class_add_acts (widget_class);
}

static void
trh_calendar_page_init (TrhCalendarPage *self)
{
  self->stale = self->table_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_let_buttons_wrap (GTK_WIDGET (self));
  trh_timeline_set_scale (self->timeline, TRH_SCALE_SEASON); /* first of all: everything */
  trh_set_label (self->add_stay, _("Add a stay")); /* and not the words inside once more */
  trh_set_label (self->add_encounter, _("Add an encounter"));
  name_view (self);
  trh_calendar_page_follow (self);
}
