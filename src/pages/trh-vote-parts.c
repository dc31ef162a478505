/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-parts.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

const char *
trh_vote_find_letter (const TrhPollRecord *poll, const char *artist_id)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];

      if (g_str_equal (candidate->artist_id, artist_id))
        return candidate->letter;
    }
  return "";
}

/* @drawn: a public draw decided between those who are tied */
const char *
trh_vote_say_outcome (const TrhTallyRecord *tally, gboolean drawn)
{
  if (tally->elected)
    return tally->tied ? _("Chosen, tied") : _("Chosen");
  if (tally->tied)
    return drawn ? _("Not chosen, tied") : _("Tied");
  return _("Not chosen");
}

/* A paragraph that wraps, (transfer none). */
GtkWidget *
trh_vote_add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
trh_vote_add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_label (GTK_LABEL (heading), text);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (box), heading);
  return heading;
}

/* An empty table with a name; its first row is for the heads. */
GtkWidget *
trh_vote_grid_new (const char *label)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "column-spacing", 18,
                                  "row-spacing", 9, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (grid, "trh-vote-table");
  trh_set_label (grid, label);
  return grid;
}

void
trh_vote_grid_attach (GtkWidget *grid, int column, int row, const char *text, gboolean is_number)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   row == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : is_number ? "numeric" : "body");
  if (row > 0 && *text == '\0')
    trh_set_label (label, _("none"));
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

/* The table on a card that scrolls sideways where the window is narrow. */
GtkWidget *
trh_vote_grid_scroll (GtkWidget *grid)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_valign (scrolled, GTK_ALIGN_START);
  return scrolled;
}

/* A row of @group that opens, (transfer none). */
GtkWidget *
trh_vote_fold_new (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *fold = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (fold), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), title);
  if (subtitle != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (fold), subtitle);
  adw_preferences_group_add (group, fold);
  return fold;
}
