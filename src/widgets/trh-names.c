/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-names.h"

#include "widgets/trh-dialogs.h"

/* libadwaita 1.2 leaves the lists inside its groups and rows without a name (ux rule A1). */
static void
name_lists (GtkWidget *widget, const char *name, int levels)
{
  if (GTK_IS_LIST_BOX (widget))
    trh_set_label (widget, name);
  if (levels == 0)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, name, levels - 1);
}

/* libadwaita 1.2 cuts the title of a group, where it wraps all other words (ux rule A9). */
static void
let_titles_wrap (GtkWidget *widget, int levels)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
    }
  if (levels == 0)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_titles_wrap (child, levels - 1);
}

/* Names the list of a group. */
void
trh_name_group (AdwPreferencesGroup *group, const char *name)
{
  let_titles_wrap (GTK_WIDGET (group), 4);
  name_lists (GTK_WIDGET (group), name, 3);
}

/* Gives a group a title, which wraps, and its list the same name. */
void
trh_title_group (AdwPreferencesGroup *group, const char *title)
{
  adw_preferences_group_set_title (group, title);
  trh_name_group (group, title);
}

/* What is pressed in a row that opens. */
static GtkWidget *
find_header (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ADW_IS_ACTION_ROW (child) ? child : find_header (child);

  return found;
}

static void
say_expanded (AdwExpanderRow *row)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (find_header (GTK_WIDGET (row))), GTK_ACCESSIBLE_STATE_EXPANDED,
                               adw_expander_row_get_expanded (row), -1);
}

/* Names the two lists inside a row that opens, before it has rows. libadwaita 1.2 does not say
 * either whether it is open. */
void
trh_name_expander (AdwExpanderRow *row, const char *name)
{
  name_lists (GTK_WIDGET (row), name, 4);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (say_expanded), NULL);
  say_expanded (row);
}
