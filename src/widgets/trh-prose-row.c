/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-prose-row.h"

#include "widgets/trh-row-error.h"

struct _TrhProseRow
{
  TrhNoteRow    parent_instance;

  TrhFieldLink *link;
  GtkWidget    *view;  /* of the parent */
  char         *shown; /* the text of the member as it stands */
};

G_DEFINE_FINAL_TYPE (TrhProseRow, trh_prose_row, TRH_TYPE_NOTE_ROW)

static gboolean
is_edited (TrhProseRow *self)
{
  g_autofree char *text = trh_note_row_dup_text (TRH_NOTE_ROW (self));

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
    trh_note_row_set_text (TRH_NOTE_ROW (self), self->shown);
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
  g_value_take_string (&value, trh_note_row_dup_text (TRH_NOTE_ROW (self)));
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
  self->view = trh_note_row_get_view (TRH_NOTE_ROW (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
}

GtkWidget *
trh_prose_row_new (TrhFieldLink *link)
{
  TrhProseRow *self = g_object_new (TRH_TYPE_PROSE_ROW, "title", trh_field_link_get_title (link), NULL);

  self->link = g_object_ref (link);
  g_signal_connect_object (link, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  restore (self);

  return GTK_WIDGET (self);
}
