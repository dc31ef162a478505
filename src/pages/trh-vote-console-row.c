/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-console-row.h"

#include "widgets/trh-dialogs.h"
#include "widgets/trh-plain-row.h"

/**
 * trh_vote_console_row_new:
 * @icon: name of an icon
 * @title: what it is about
 * @subtitle: (nullable): how it stands
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *
trh_vote_console_row_new (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = trh_plain_row_new (title, subtitle);

  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  return row;
}

typedef struct {
  TrhVoteSession *session; /* (owned) */
  TrhVoteConsoleFunc  pressed;
} Press;

static void
press_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Press *) data)->session);
  g_free (data);
}

static void
on_clicked (GtkWidget *button, Press *press)
{
  press->pressed (GTK_WIDGET (gtk_widget_get_root (button)), press->session);
}

static void
connect (GtkWidget *button, TrhVoteSession *session, TrhVoteConsoleFunc pressed)
{
  Press *press = g_new (Press, 1);

  press->session = g_object_ref (session);
  press->pressed = pressed;
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), press, press_free, 0);
}

/**
 * trh_vote_console_row_add_button:
 * @label: on the button, with a mnemonic
 * @name: its whole name for assistive tools
 * @pressed: what it does
 * @css_class: (nullable): such as “suggested-action”
 *
 * Enter on the row presses the first button too.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
trh_vote_console_row_add_button (GtkWidget *row, const char *label, const char *name, TrhVoteSession *session,
                                 TrhVoteConsoleFunc pressed, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  connect (button, session, pressed);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) == NULL)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  trh_set_label (button, name); /* after the row, which adds its title */
  return button;
}

/* The same with a small button that saves a file, beside one that prints. */
GtkWidget *
trh_vote_console_row_add_file_button (GtkWidget *row, const char *name, TrhVoteSession *session, TrhVoteConsoleFunc pressed)
{
  GtkWidget *button = trh_plain_row_add_file_button (row, name);

  connect (button, session, pressed);
  return button;
}

typedef struct {
  TrhVoteSession *session; /* (owned) */
  void          (*show) (GtkWidget *row, TrhVoteSession *session);
} Follow;

static void
follow_free (gpointer data)
{
  g_object_unref (((Follow *) data)->session);
  g_free (data);
}

static void
on_changed (GtkWidget *row)
{
  Follow *follow = g_object_get_data (G_OBJECT (row), "trh-follow");

  follow->show (row, follow->session);
}

/**
 * trh_vote_console_row_follow:
 * @row: any widget
 * @show: shows on it how the session stands; called now and whenever that may have changed
 */
void
trh_vote_console_row_follow (GtkWidget *row, TrhVoteSession *session, void (*show) (GtkWidget *row, TrhVoteSession *session))
{
  Follow *follow = g_new (Follow, 1);

  follow->session = g_object_ref (session);
  follow->show = show;
  g_object_set_data_full (G_OBJECT (row), "trh-follow", follow, follow_free);
  g_signal_connect_object (trh_vote_session_get_urn (session), "changed", G_CALLBACK (on_changed), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "codes-changed", G_CALLBACK (on_changed), row, G_CONNECT_SWAPPED);
  show (row, session);
}

TrhVoteCall *
trh_vote_call_new (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteCall *call = g_new (TrhVoteCall, 1);

  call->window = g_object_ref (window);
  call->session = g_object_ref (session);
  return call;
}

void
trh_vote_call_free (gpointer data)
{
  TrhVoteCall *call = data;

  g_object_unref (call->window);
  g_object_unref (call->session);
  g_free (call);
}
