/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-page-row.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

struct _TrhPageRow
{
  GtkListBoxRow parent_instance;

  char      *title;
  GtkLabel  *label;
  GtkBox    *badge;
  GtkImage  *warning;
  GtkLabel  *number;
};

G_DEFINE_FINAL_TYPE (TrhPageRow, trh_page_row, GTK_TYPE_LIST_BOX_ROW)

static void
trh_page_row_finalize (GObject *object)
{
  g_free (TRH_PAGE_ROW (object)->title);

  G_OBJECT_CLASS (trh_page_row_parent_class)->finalize (object);
}

static void
trh_page_row_class_init (TrhPageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_page_row_finalize;
}

static void
trh_page_row_init (TrhPageRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->badge = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  self->warning = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->number = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "trh-count");
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_box_append (self->badge, GTK_WIDGET (self->warning));
  gtk_box_append (self->badge, GTK_WIDGET (self->number));
}

/**
 * trh_page_row_new:
 * @title: the page's name
 * @icon_name: its icon
 *
 * Returns: (transfer floating): a row that counts nothing yet
 */
GtkWidget *
trh_page_row_new (const char *title, const char *icon_name)
{
  TrhPageRow *self = g_object_new (TRH_TYPE_PAGE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->title = g_strdup (title);
  gtk_label_set_label (self->label, title);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->badge));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  trh_page_row_set_count (self, 0, NULL, FALSE);

  return GTK_WIDGET (self);
}

/**
 * trh_page_row_set_count:
 * @self: a row
 * @count: how many there are; 0 shows nothing
 * @count_name: (nullable): the same in words, as in “3 alerts”
 * @is_warning: whether there should be none of them
 */
void
trh_page_row_set_count (TrhPageRow *self, guint count, const char *count_name, gboolean is_warning)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: a page's name, then what it counts, as in “Calendar, 3 alerts” */
  g_autofree char *name = count > 0 ? g_strdup_printf (_("%1$s, %2$s"), self->title, count_name) : NULL;

  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), is_warning);
  if (is_warning)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), "trh-alert-strong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), "trh-alert-strong");
  trh_set_label (self, name != NULL ? name : self->title);
}
