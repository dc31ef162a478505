/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-weekdays-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "widgets/trh-dialogs.h"

struct _TrhWeekdaysRow
{
  AdwPreferencesRow parent_instance;

  TrhFieldLink *link;
  GtkWidget    *boxes[7]; /* from Monday */
};

G_DEFINE_FINAL_TYPE (TrhWeekdaysRow, trh_weekdays_row, ADW_TYPE_PREFERENCES_ROW)

static void
show (TrhWeekdaysRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  trh_field_link_read (self->link, &value);
  for (int i = 0; i < 7; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->boxes[i]),
                                 strchr (g_value_get_string (&value), '1' + i) != NULL);
}

static void
on_toggled (TrhWeekdaysRow *self, GtkCheckButton *box)
{
  g_auto(GValue) value = G_VALUE_INIT;
  char days[8] = "", *end = days, day = '1';

  trh_field_link_read (self->link, &value);
  for (int i = 0; i < 7; i++)
    {
      gboolean is_set = strchr (g_value_get_string (&value), '1' + i) != NULL;

      if (self->boxes[i] == GTK_WIDGET (box))
        {
          if (gtk_check_button_get_active (box) == is_set)
            return;
          is_set = !is_set;
        }
      if (is_set)
        *end++ = (char) (day + i);
    }
  *end = '\0';
  g_value_set_string (&value, days);
  if (!trh_field_link_write (self->link, &value, NULL))
    show (self);
}

static void
trh_weekdays_row_finalize (GObject *object)
{
  g_clear_object (&TRH_WEEKDAYS_ROW (object)->link);

  G_OBJECT_CLASS (trh_weekdays_row_parent_class)->finalize (object);
}

static void
trh_weekdays_row_class_init (TrhWeekdaysRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_weekdays_row_finalize;
}

static void
trh_weekdays_row_init (TrhWeekdaysRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
trh_weekdays_row_new (TrhFieldLink *link)
{
  TrhWeekdaysRow *self = g_object_new (TRH_TYPE_WEEKDAYS_ROW, "title", trh_field_link_get_title (link), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Days of the week (none ticked: every day)"));
  GtkWidget *flow = gtk_flow_box_new ();

  self->link = g_object_ref (link);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  trh_set_label (flow, trh_field_link_get_title (link));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 7);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = trh_text_capital (trh_day_say_weekday (i + 1));

      self->boxes[i] = gtk_check_button_new_with_label (name);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), self->boxes[i]);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->boxes[i]), FALSE);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  show (self);
  for (int i = 0; i < 7; i++)
    g_signal_connect_object (self->boxes[i], "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
