/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-row.h"

#include "widgets/trh-dialogs.h"

#define HEIGHT_PX 40

struct _TrhHistoryRow
{
  GtkBox     parent_instance;

  GtkWidget *heading;
  GtkWidget *line; /* the rest */
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *detail;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TrhHistoryRow, trh_history_row, GTK_TYPE_BOX)

enum { CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
trh_history_row_class_init (TrhHistoryRowClass *klass)
{
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_clicked (TrhHistoryRow *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
trh_history_row_init (TrhHistoryRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->heading = make_label ("heading");
  gtk_widget_set_margin_start (self->heading, 12);
  gtk_widget_set_margin_top (self->heading, 12);
  gtk_widget_set_margin_bottom (self->heading, 6);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->icon, "dim-label");
  self->label = make_label (NULL);
  self->detail = make_label ("caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->button, FALSE); /* Enter on the row does the same, and the row says more */
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (words), self->label);
  gtk_box_append (GTK_BOX (words), self->detail);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->line, -1, HEIGHT_PX);
  gtk_widget_add_css_class (self->line, "trh-step");
  gtk_box_append (GTK_BOX (self->line), self->icon);
  gtk_box_append (GTK_BOX (self->line), words);
  gtk_box_append (GTK_BOX (self->line), self->button);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), self->line);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 6);
}

GtkWidget *
trh_history_row_new (void)
{
  return g_object_new (TRH_TYPE_HISTORY_ROW, NULL);
}

/**
 * trh_history_row_show:
 * @self: a row
 * @look: what it shows from now on
 * @narrow: whether there is no room for the words of its button
 */
void
trh_history_row_show (TrhHistoryRow *self, const TrhHistoryLook *look, gboolean narrow)
{
  gtk_widget_set_visible (self->heading, look->heading != NULL);
  gtk_label_set_label (GTK_LABEL (self->heading), look->heading != NULL ? look->heading : "");
  gtk_label_set_label (GTK_LABEL (self->label), look->label);
  gtk_label_set_label (GTK_LABEL (self->detail), look->detail);
  gtk_widget_set_visible (self->detail, *look->detail != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), look->icon);
  gtk_widget_set_opacity (self->label, look->undone ? 0.6 : 1);
  if (look->here)
    gtk_widget_add_css_class (self->line, "trh-here");
  else
    gtk_widget_remove_css_class (self->line, "trh-here");

  gtk_widget_set_visible (self->button, look->verb != NULL);
  if (look->verb == NULL)
    return;
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->button), look->verb_icon);
  else
    gtk_button_set_label (GTK_BUTTON (self->button), look->verb);
  gtk_widget_set_tooltip_text (self->button, narrow ? look->verb : NULL);
  trh_set_label (self->button, look->verb_name);
}
