/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "pages/trh-vote-dialog.h"
#include "folders.h"
#include "pages-fixture.h"

/* What the tests of votes share: windows that ask, and how a person answers them. Included once in each program. */

#define WAIT_S 60 /* for what takes a second on a quiet computer */

static inline gboolean
votes_late (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define WAIT_FOR(condition) G_STMT_START { \
  guint timeout_ = g_timeout_add_seconds (WAIT_S, votes_late, NULL); \
  while (!(condition)) g_main_context_iteration (NULL, TRUE); \
  narrow_judge (); \
  g_source_remove (timeout_); } G_STMT_END

static inline GtkWidget *
votes_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* The dialog with @title, or %NULL. */
static inline GtkWidget *
votes_find_dialog (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TRH_IS_VOTE_DIALOG (window) && g_str_equal (gtk_window_get_title (GTK_WINDOW (window)), title))
        return window;
    }
  return NULL;
}

/* The same, once it is there. */
static inline GtkWidget *
votes_get_dialog (const char *title)
{
  GtkWidget *dialog;

  WAIT_FOR ((dialog = votes_find_dialog (title)) != NULL);
  return dialog;
}

/* Presses a row: what it opens opens, what it holds is toggled. */
static inline void
votes_press_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = fixture_row (dialog, title);

  g_assert_nonnull (row);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  else
    adw_action_row_activate (ADW_ACTION_ROW (row));
}

static inline gboolean
votes_is_spin (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

static inline void
votes_set_number (GtkWidget *dialog, const char *row, int number)
{
  GtkWidget *found = fixture_row (dialog, row);

  g_assert_nonnull (found);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (found, votes_is_spin, NULL)), number);
}

/* Chooses in a row with a list. */
static inline void
votes_choose (GtkWidget *dialog, const char *row, guint choice)
{
  GtkWidget *found = fixture_row (dialog, row);

  g_assert_nonnull (found);
  g_assert_cmpuint (choice, <, g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (found))));
  adw_combo_row_set_selected (ADW_COMBO_ROW (found), choice);
}

static inline void
votes_fill (GtkWidget *dialog, const char *row, const char *text)
{
  GtkWidget *found = fixture_row (dialog, row);

  g_assert_nonnull (found);
  gtk_editable_set_text (trh_entry_row_get_entry (TRH_ENTRY_ROW (found)), text);
}

static inline gboolean
votes_is_suggested (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static inline void
votes_accept (GtkWidget *dialog)
{
  g_signal_emit_by_name (fixture_find (dialog, votes_is_suggested, NULL), "clicked");
}

/* Answers a question as a press on its button would. */
static inline void
votes_answer (const char *response)
{
  GtkWidget *question;

  WAIT_FOR ((question = votes_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  if (votes_find_window (ADW_TYPE_MESSAGE_DIALOG) == question) /* else it went with the window that asked */
    gtk_window_destroy (GTK_WINDOW (question));
}

/* Presses the one button of the page that calls @action. */
static inline gboolean
votes_calls (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_is_sensitive (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static inline void
votes_press (GtkWidget *page, const char *action)
{
  GtkWidget *button;

  WAIT_FOR ((button = fixture_find (page, votes_calls, action)) != NULL && gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static inline gboolean
votes_says (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_is_sensitive (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* Presses the button that says @label, once it can be pressed. */
static inline void
votes_press_button (GtkWidget *within, const char *label)
{
  GtkWidget *button;

  WAIT_FOR ((button = fixture_find (within, votes_says, label)) != NULL);
  g_signal_emit_by_name (button, "clicked");
}

static inline gboolean
votes_is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static inline gboolean
votes_shows (GtkWidget *page, const char *text)
{
  return fixture_find (page, votes_is_text, text) != NULL;
}
