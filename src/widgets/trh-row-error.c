/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-row-error.h"

#include <adwaita.h>

#include "widgets/trh-dialogs.h"

/* The error is a row of its own below the row, so that it has the width of the list, wraps, and
 * works for every kind of row. */
static GQuark
error_row_quark (void)
{
  return g_quark_from_static_string ("trh-error-row");
}

/* (nullable): the row below @row, while it says something. */
static GtkWidget *
peek_error_row (GtkWidget *row)
{
  return g_object_get_qdata (G_OBJECT (row), error_row_quark ());
}

/* The keyboard goes on to the row below before the error row that has it goes. */
static gboolean
remove_error_row (gpointer data)
{
  GtkWidget *error_row = data, *parent = gtk_widget_get_parent (error_row);

  if (!GTK_IS_LIST_BOX (parent))
    return G_SOURCE_REMOVE;
  if ((gtk_widget_get_state_flags (error_row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (error_row)), GTK_DIR_TAB_FORWARD);
  gtk_list_box_remove (GTK_LIST_BOX (parent), error_row);

  return G_SOURCE_REMOVE;
}

/* A value is often mended with Tab, and then GTK is on its way from row to row: a row that went under its feet
 * would leave it in an endless loop. So the error row goes once the walk is over. */
static void
dismiss_error_row (GtkWidget *row)
{
  GtkWidget *error_row = g_object_steal_qdata (G_OBJECT (row), error_row_quark ());

  if (error_row != NULL)
    g_idle_add_full (G_PRIORITY_HIGH, remove_error_row, error_row, g_object_unref);
}

/* The row or the control inside it speaks, depending on the kind of row. */
static void
describe (GtkWidget *widget, const char *sentence)
{
  if (sentence == NULL)
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
say (GtkWidget *error_row, const char *sentence)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (error_row))), sentence);
  trh_set_label (error_row, sentence);
}

static void
add_error_row (GtkWidget *row, const char *sentence)
{
  GtkWidget *error_row = adw_preferences_row_new (); /* a window of preferences takes no other row */
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");

  /* it takes the keyboard: GTK 4.8 ends its walk at a row that does not */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (error_row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (error_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (error_row), label);
  say (error_row, sentence);
  gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (row)), error_row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_object_set_qdata_full (G_OBJECT (row), error_row_quark (), g_object_ref (error_row), g_object_unref);
}

/**
 * trh_row_set_error:
 * @row: a #GtkListBoxRow in a list
 * @control: what takes the keyboard in it
 * @sentence: (nullable): why the value was refused; %NULL when it is good
 *
 * Shows the sentence under the row and makes it the description of @control. A sentence that is no longer true is
 * off the screen before the next event.
 */
void
trh_row_set_error (GtkWidget *row, GtkWidget *control, const char *sentence)
{
  describe (row, sentence);
  describe (control, sentence);
  if (sentence == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      dismiss_error_row (row);
      return;
    }

  gtk_widget_add_css_class (row, "error");
  if (peek_error_row (row) != NULL)
    say (peek_error_row (row), sentence);
  else if (GTK_IS_LIST_BOX (gtk_widget_get_parent (row)))
    add_error_row (row, sentence);
}

/* The sentence under the row, or %NULL. */
const char *
trh_row_get_error (GtkWidget *row)
{
  GtkWidget *error_row = peek_error_row (row);

  return error_row != NULL ? gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (error_row)))) : NULL;
}
