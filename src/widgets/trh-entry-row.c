/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-entry-row.h"

#include "widgets/trh-dialogs.h"

typedef struct {
  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *title;
  GtkWidget *entry;
} TrhEntryRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TrhEntryRow, trh_entry_row, ADW_TYPE_PREFERENCES_ROW)

static void
trh_entry_row_class_init (TrhEntryRowClass *klass)
{
}

static void
on_title (TrhEntryRow *self)
{
  TrhEntryRowPrivate *priv = trh_entry_row_get_instance_private (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (GTK_LABEL (priv->title), title);
  trh_set_label (self, title);
  trh_set_label (priv->entry, title);
}

static void
on_pressed (TrhEntryRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (trh_entry_row_get_entry (self)));
}

static void
trh_entry_row_init (TrhEntryRow *self)
{
  TrhEntryRowPrivate *priv = trh_entry_row_get_instance_private (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *bin = adw_bin_new ();

  priv->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  priv->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (priv->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (priv->title, "caption");
  gtk_widget_add_css_class (priv->title, "dim-label");
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);

  gtk_widget_set_valign (priv->words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bin, TRUE);
  gtk_box_append (GTK_BOX (priv->words), priv->title);
  trh_entry_row_set_entry (self, entry);
  priv->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_start (priv->box, 12);
  gtk_widget_set_margin_end (priv->box, 12);
  gtk_widget_set_margin_top (priv->box, 6);
  gtk_widget_set_margin_bottom (priv->box, 6);
  adw_bin_set_child (ADW_BIN (bin), priv->words);
  gtk_box_append (GTK_BOX (priv->box), bin);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trh-field");

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (priv->words, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
}

/**
 * trh_entry_row_new:
 * @title: what is to be typed
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
trh_entry_row_new (const char *title)
{
  return g_object_new (TRH_TYPE_ENTRY_ROW, "title", title, NULL);
}

/* Where the text is typed: a #GtkEntry unless the kind of row has another. */
GtkEditable *
trh_entry_row_get_entry (TrhEntryRow *self)
{
  TrhEntryRowPrivate *priv = trh_entry_row_get_instance_private (self);

  return GTK_EDITABLE (priv->entry);
}

/* For a kind of row that has another entry. */
void
trh_entry_row_set_entry (TrhEntryRow *self, GtkWidget *entry)
{
  TrhEntryRowPrivate *priv = trh_entry_row_get_instance_private (self);

  if (priv->entry != NULL)
    gtk_box_remove (GTK_BOX (priv->words), priv->entry);
  priv->entry = entry;
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_box_append (GTK_BOX (priv->words), entry);
}

/* What keyboards on a screen offer for it. */
void
trh_entry_row_set_purpose (TrhEntryRow *self, GtkInputPurpose purpose)
{
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (trh_entry_row_get_entry (self))), purpose);
}

const char *
trh_entry_row_get_text (TrhEntryRow *self)
{
  return gtk_editable_get_text (trh_entry_row_get_entry (self));
}

/* Puts a button at the end of the row. Like the entry it lies in a bin of the row's height: GTK
 * walks first to what lies higher, be it by half a pixel. */
void
trh_entry_row_add_suffix (TrhEntryRow *self, GtkWidget *widget)
{
  TrhEntryRowPrivate *priv = trh_entry_row_get_instance_private (self);
  GtkWidget *bin = adw_bin_new ();

  adw_bin_set_child (ADW_BIN (bin), widget);
  gtk_box_append (GTK_BOX (priv->box), bin);
}
