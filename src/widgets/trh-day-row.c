/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-day-row.h"

#include <glib/gi18n.h>

#include "core/base/trh-day-read.h"
#include "core/base/trh-day.h"
#include "core/base/trh-error.h"
#include "widgets/trh-dialogs.h"

struct _TrhDayRow
{
  TrhFieldRow parent_instance;

  GtkWidget  *button;
  GtkWidget  *popover;
  GtkWidget  *calendar;
};

G_DEFINE_FINAL_TYPE (TrhDayRow, trh_day_row, TRH_TYPE_FIELD_ROW)

static int
get_day (TrhDayRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  trh_field_link_read (trh_field_row_get_link (TRH_FIELD_ROW (self)), &value);
  return g_value_get_int (&value);
}

static char *
show (TrhFieldRow *row, const GValue *value)
{
  int day = g_value_get_int (value);

  return day == TRH_NO_DAY ? g_strdup ("") : trh_day_say (day);
}

/* A date without a year is the one nearest to what stands there, or to today. */
static gboolean
read_text (TrhFieldRow *row, const char *text, GValue *value, GError **error)
{
  int near_day = g_value_get_int (value) != TRH_NO_DAY ? g_value_get_int (value) : trh_day_today ();
  int day = TRH_NO_DAY;

  if (*text != '\0' && !trh_day_read (text, near_day, &day))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                           _("This is not a date: write for example 12 June or 2027-06-12"));
      return FALSE;
    }
  g_value_set_int (value, day);
  return TRUE;
}

static gboolean
step (TrhFieldRow *row, int by, GValue *value)
{
  const TrhField *field = trh_field_row_get_field (row);
  int day = g_value_get_int (value);

  if (day == TRH_NO_DAY)
    return FALSE;
  g_value_set_int (value, CLAMP (day + by, TRH_NO_DAY + 1, (int) field->max));
  return TRUE;
}

/* The calendar opens on the day of the row. */
static void
on_popover_shown (TrhDayRow *self)
{
  int day = get_day (self), year, month, day_of_month;
  g_autoptr(GDateTime) date = NULL;

  trh_day_to_date (day != TRH_NO_DAY ? day : trh_day_today (), &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  gtk_widget_grab_focus (self->calendar);
}

static void
choose (TrhDayRow *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  int year, month, day_of_month;
  char iso[TRH_DAY_TEXT];

  g_date_time_get_ymd (date, &year, &month, &day_of_month);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (trh_entry_row_get_entry (TRH_ENTRY_ROW (self)),
                         trh_day_write (trh_day_from_date (year, month, day_of_month), iso));
  trh_field_row_commit (TRH_FIELD_ROW (self));
}

static gboolean
on_calendar_key (TrhDayRow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  choose (self);
  return GDK_EVENT_STOP;
}

/* A click on a day chooses it; clicks on the arrows of month and year only turn pages. */
static void
on_calendar_released (TrhDayRow *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose (self);
}

static void
trh_day_row_class_init (TrhDayRowClass *klass)
{
  TRH_FIELD_ROW_CLASS (klass)->show = show;
  TRH_FIELD_ROW_CLASS (klass)->read = read_text;
  TRH_FIELD_ROW_CLASS (klass)->step = step;
}

static void
trh_day_row_init (TrhDayRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->calendar = gtk_calendar_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_calendar_key), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->calendar, keys);
  /* the calendar selects the day on press */
  g_signal_connect_object (click, "released", G_CALLBACK (on_calendar_released), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->calendar, GTK_EVENT_CONTROLLER (click));

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self, G_CONNECT_SWAPPED);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  trh_entry_row_add_suffix (TRH_ENTRY_ROW (self), self->button);
}

GtkWidget *
trh_day_row_new (TrhFieldLink *link)
{
  TrhDayRow *self = g_object_new (TRH_TYPE_DAY_ROW, "link", link, NULL);
  /* Translators: %s is what the date is for, as in "Arrival" */
  g_autofree char *name = g_strdup_printf (_("%s: choose in a calendar"), trh_field_link_get_title (link));

  trh_set_label (self->button, name);
  gtk_widget_set_tooltip_text (self->button, _("Choose in a calendar"));
  return GTK_WIDGET (self);
}
