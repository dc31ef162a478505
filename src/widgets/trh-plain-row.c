/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-plain-row.h"

#include "widgets/trh-dialogs.h"

/**
 * trh_plain_row_new:
 * @title: what it says
 * @subtitle: (nullable): more about it
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *
trh_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* The same as the last row of an #AdwPreferencesGroup or an #AdwExpanderRow, (transfer none). */
GtkWidget *
trh_plain_row_add (gpointer list, const char *title, const char *subtitle)
{
  GtkWidget *row = trh_plain_row_new (title, subtitle);

  if (ADW_IS_EXPANDER_ROW (list))
    adw_expander_row_add_row (list, row);
  else
    adw_preferences_group_add (list, row);
  return row;
}

/**
 * trh_plain_row_add_button:
 * @row: an #AdwActionRow
 * @label: what stands on the button, with a mnemonic
 * @name: what it does, for those who only hear it
 * @action: the name of an action
 * @target: (nullable): its parameter, when it takes a text
 * @css_class: (nullable): as "suggested-action"
 *
 * Adds a button at the end of the row. Enter on the row presses it too.
 */
void
trh_plain_row_add_button (GtkWidget *row, const char *label, const char *name, const char *action, const char *target,
                          const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  trh_let_buttons_wrap (button);
  trh_set_label (button, name); /* after the row, which adds its title */
}

/**
 * trh_plain_row_add_file_button:
 * @row: an #AdwActionRow with a button that prints
 * @name: what it does, for those who only hear it and for its tip
 *
 * Adds a small button that saves a file instead.
 *
 * Returns: (transfer none): the button, which does nothing yet
 */
GtkWidget *
trh_plain_row_add_file_button (GtkWidget *row, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  trh_set_label (button, name); /* after the row, which adds its title */
  return button;
}
