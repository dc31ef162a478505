/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-prose-row.h"

#include "widgets/trh-dialogs.h"
#include "widgets/trh-row-error.h"

struct _TrhProseRow
{
  AdwPreferencesRow parent_instance;

  TrhFieldLink *link;
  GtkWidget    *view;
  char         *shown; /* the text of the member as it stands */
};

G_DEFINE_FINAL_TYPE (TrhProseRow, trh_prose_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (TrhProseRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_edited (TrhProseRow *self)
{
  g_autofree char *text = dup_text (self);

  return !g_str_equal (text, self->shown);
}

static void
restore (TrhProseRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  trh_field_link_read (self->link, &value);
  g_free (self->shown);
  self->shown = g_value_dup_string (&value);
  if (is_edited (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self->shown, -1);
  trh_row_set_error (GTK_WIDGET (self), self->view, NULL);
}

static void
on_changed (TrhProseRow *self)
{
  if (!is_edited (self) || !gtk_widget_has_focus (self->view))
    restore (self);
}

static void
commit (TrhProseRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || !is_edited (self))
    return;
  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, dup_text (self));
  if (trh_field_link_write (self->link, &value, &error))
    restore (self);
  else
    trh_row_set_error (GTK_WIDGET (self), self->view, error->message);
}

static gboolean
on_key (TrhProseRow *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && is_edited (self))
    restore (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    commit (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
trh_prose_row_finalize (GObject *object)
{
  TrhProseRow *self = TRH_PROSE_ROW (object);

  g_clear_object (&self->link);
  g_free (self->shown);

  G_OBJECT_CLASS (trh_prose_row_parent_class)->finalize (object);
}

static void
trh_prose_row_class_init (TrhProseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_prose_row_finalize;
}

static void
trh_prose_row_init (TrhProseRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "trh-prose");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
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

GtkWidget *
trh_prose_row_new (TrhFieldLink *link)
{
  TrhProseRow *self = g_object_new (TRH_TYPE_PROSE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = gtk_label_new (trh_field_link_get_title (link));

  self->link = g_object_ref (link);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 48);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  watch_length (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), trh_field_link_get_title (link));
  trh_set_label (self->view, trh_field_link_get_title (link));
  g_signal_connect_object (link, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  restore (self);

  return GTK_WIDGET (self);
}
