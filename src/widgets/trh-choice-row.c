/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-choice-row.h"

#include "widgets/trh-dialogs.h"
#include "widgets/trh-pick.h"
#include "widgets/trh-row-error.h"

struct _TrhChoiceRow
{
  AdwComboRow   parent_instance;

  TrhFieldLink *link;
};

G_DEFINE_FINAL_TYPE (TrhChoiceRow, trh_choice_row, ADW_TYPE_COMBO_ROW)

static int
get_choice (TrhChoiceRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  trh_field_link_read (self->link, &value);
  return g_value_get_int (&value);
}

static void
show (TrhChoiceRow *self)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), (guint) get_choice (self));
}

static void
on_selected (TrhChoiceRow *self)
{
  int choice = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (choice == get_choice (self))
    return;
  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, choice);
  trh_field_link_write (self->link, &value, &error);
  trh_row_set_error (GTK_WIDGET (self), GTK_WIDGET (self), error != NULL ? error->message : NULL);
  show (self);
}

static void
trh_choice_row_finalize (GObject *object)
{
  g_clear_object (&TRH_CHOICE_ROW (object)->link);

  G_OBJECT_CLASS (trh_choice_row_parent_class)->finalize (object);
}

static void
trh_choice_row_class_init (TrhChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_choice_row_finalize;
}

static void
trh_choice_row_init (TrhChoiceRow *self)
{
}

GtkWidget *
trh_choice_row_new (TrhFieldLink *link)
{
  g_autoptr(GListModel) options = trh_field_link_dup_options (link);
  g_autoptr(GtkExpression) label = gtk_property_expression_new (TRH_TYPE_PICK, NULL, "label");
  TrhChoiceRow *self = g_object_new (TRH_TYPE_CHOICE_ROW, "use-markup", FALSE,
                                     "title", trh_field_link_get_title (link), NULL);

  self->link = g_object_ref (link);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), options);
  trh_set_label (self, trh_field_link_get_title (link));
  show (self);
  g_signal_connect_object (link, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);

  return GTK_WIDGET (self);
}
