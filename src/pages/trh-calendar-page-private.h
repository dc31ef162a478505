/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-calendar-bars.h"
#include "pages/trh-calendar-page.h"
#include "pages/trh-calendar-table.h"
#include "pages/trh-calendar-tray.h"
#include "widgets/trh-timeline.h"

G_BEGIN_DECLS

/*< for the files of the calendar and its tests >*/

struct _TrhCalendarPage
{
  TrhPage           parent_instance;

  GtkWidget        *period_box;
  GtkWidget        *today;
  GtkWidget        *period;
  GtkLabel         *period_label;
  GtkCalendar      *day_picker;
  GtkPopover       *day_popover;
  GtkWidget        *add_stay;
  GtkWidget        *add_encounter;
  GtkWidget        *tray_bar;
  GtkWidget        *tray_button;
  GtkWidget        *view_button;
  GtkRevealer      *tray_revealer;
  GtkStack         *stack;
  TrhTimeline      *timeline;
  TrhCalendarTable *table;
  TrhCalendarTray  *tray;

  TrhLanesBy        by;
  gboolean          as_rows;   /* the table is shown */
  gboolean          tray_shown;
  gboolean          asked_for_tray; /* somebody has said whether the tray is to be shown */
  gboolean          stale;     /* all lanes are to be made again */
  gboolean          table_stale;
  guint             refresh_id;
  guint             where_id;
  gboolean          placed;    /* the first look was directed to something */
  GtkWidget        *popover;   /* (nullable): the menu or the form of a bar, a child of this */
  GPtrArray        *repairs;   /* TrhEdit: what the menu offers, by position */
};

void     trh_calendar_page_follow    (TrhCalendarPage *self);
void     trh_calendar_page_refresh   (TrhCalendarPage *self);
void     trh_calendar_page_say_where (TrhCalendarPage *self);

void     trh_calendar_page_class_add_acts (GtkWidgetClass *widget_class);
void     trh_calendar_page_perform   (TrhCalendarPage *self, TrhEdit *edit, GError *error, const char *id);
void     trh_calendar_page_show_menu (TrhCalendarPage *self, const char *id, GtkWidget *at, double x, double y);
void     trh_calendar_page_show_form (TrhCalendarPage *self, const char *id, const char *fields, GtkWidget *at,
                                     const GdkRectangle *place);

G_END_DECLS
