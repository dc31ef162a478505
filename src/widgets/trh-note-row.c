/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-note-row.h"

#include "widgets/trh-dialogs.h"

typedef struct {
  GtkWidget *title;
  GtkWidget *view;
} TrhNoteRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TrhNoteRow, trh_note_row, ADW_TYPE_PREFERENCES_ROW)

static void
trh_note_row_class_init (TrhNoteRowClass *klass)
{
}

static void
on_title (TrhNoteRow *self)
{
  TrhNoteRowPrivate *priv = trh_note_row_get_instance_private (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (GTK_LABEL (priv->title), title);
  trh_set_label (priv->view, title);
}

/* A text that is not longer than its row leaves the wheel to the form around it: GTK 4.8 would
 * swallow it, and the form would not go on under the pointer. */
static void
on_length (GtkAdjustment *adjustment, GParamSpec *pspec, GtkWidget *scroller)
{
  gboolean longer = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        gtk_event_controller_set_propagation_phase (controller, longer ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

static void
watch_length (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (on_length), scroller, 0);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_length), scroller, 0);
  on_length (adjustment, NULL, GTK_WIDGET (scroller));
}

static void
trh_note_row_init (TrhNoteRow *self)
{
  TrhNoteRowPrivate *priv = trh_note_row_get_instance_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  priv->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->title), TRUE);
  gtk_widget_add_css_class (priv->title, "caption");
  gtk_widget_add_css_class (priv->title, "dim-label");

  priv->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (priv->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (priv->view), FALSE);
  gtk_widget_add_css_class (priv->view, "trh-prose");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 48);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), priv->view);
  watch_length (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), priv->title);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
}

GtkWidget *
trh_note_row_new (const char *title)
{
  return g_object_new (TRH_TYPE_NOTE_ROW, "title", title, NULL);
}

/* What is written, (transfer full). */
char *
trh_note_row_dup_text (TrhNoteRow *self)
{
  TrhNoteRowPrivate *priv = trh_note_row_get_instance_private (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
trh_note_row_set_text (TrhNoteRow *self, const char *text)
{
  TrhNoteRowPrivate *priv = trh_note_row_get_instance_private (self);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->view)), text, -1);
}

/* The #GtkTextView that takes the keyboard. */
GtkWidget *
trh_note_row_get_view (TrhNoteRow *self)
{
  TrhNoteRowPrivate *priv = trh_note_row_get_instance_private (self);

  return priv->view;
}
