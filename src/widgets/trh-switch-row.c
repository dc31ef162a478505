/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-switch-row.h"

#include "widgets/trh-dialogs.h"
#include "widgets/trh-row-error.h"

struct _TrhSwitchRow
{
  AdwActionRow  parent_instance;

  TrhFieldLink *link;
  GtkWidget    *control;
};

G_DEFINE_FINAL_TYPE (TrhSwitchRow, trh_switch_row, ADW_TYPE_ACTION_ROW)

static gboolean
get_active (TrhSwitchRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  trh_field_link_read (self->link, &value);
  return g_value_get_boolean (&value);
}

static void
show (TrhSwitchRow *self)
{
  gtk_switch_set_active (GTK_SWITCH (self->control), get_active (self));
}

static void
on_switched (TrhSwitchRow *self)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (self->control));
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (active == get_active (self))
    return;
  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, active);
  trh_field_link_write (self->link, &value, &error);
  trh_row_set_error (GTK_WIDGET (self), self->control, error != NULL ? error->message : NULL);
  show (self);
}

static void
trh_switch_row_finalize (GObject *object)
{
  g_clear_object (&TRH_SWITCH_ROW (object)->link);

  G_OBJECT_CLASS (trh_switch_row_parent_class)->finalize (object);
}

static void
trh_switch_row_class_init (TrhSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_switch_row_finalize;
}

static void
trh_switch_row_init (TrhSwitchRow *self)
{
  self->control = gtk_switch_new ();
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
trh_switch_row_new (TrhFieldLink *link)
{
  TrhSwitchRow *self = g_object_new (TRH_TYPE_SWITCH_ROW, "use-markup", FALSE,
                                     "title", trh_field_link_get_title (link), NULL);

  self->link = g_object_ref (link);
  trh_set_label (self->control, trh_field_link_get_title (link));
  show (self);
  g_signal_connect_object (link, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
