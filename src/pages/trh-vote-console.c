/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-console.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "widgets/trh-dialogs.h"

static void
show_voters (TrhUrn *urn, GParamSpec *pspec, GtkLabel *label)
{
  g_autofree char *text = g_strdup_printf ("%u", trh_urn_get_n_ballots (urn));

  gtk_label_set_label (label, text);
}

static void
show_words (TrhUrn *urn, GParamSpec *pspec, GtkLabel *label)
{
  gtk_label_set_label (label, ngettext ("voter so far", "voters so far", trh_urn_get_n_ballots (urn)));
}

static void
show_codes (TrhUrn *urn, GParamSpec *pspec, AdwActionRow *row)
{
  const guint n_made = trh_urn_get_n_codes (urn);
  const guint n_used = trh_urn_get_n_ballots (urn);
  /* Translators: voting codes */
  g_autofree char *made = g_strdup_printf (ngettext ("%u made", "%u made", n_made), n_made);
  /* Translators: voting codes */
  g_autofree char *used = g_strdup_printf (ngettext ("%u used", "%u used", n_used), n_used);
  /* Translators: codes, as in "60 made, 12 used" */
  g_autofree char *text = g_strdup_printf (_("%1$s, %2$s"), made, used);

  adw_action_row_set_subtitle (row, text);
}

static void
show_paper (TrhUrn *urn, GParamSpec *pspec, AdwActionRow *row)
{
  const guint n = trh_urn_content_get_n_paper (trh_urn_peek_content (urn));
  guint nulls[TRH_N_NULL_CAUSES] = { 0 };
  const guint n_null = trh_urn_content_count_nulls (trh_urn_peek_content (urn), nulls);
  /* Translators: paper ballots that count */
  g_autofree char *counted = g_strdup_printf (ngettext ("%u ballot typed", "%u ballots typed", n), n);
  /* Translators: paper ballots that count for nothing */
  g_autofree char *null = g_strdup_printf (ngettext ("%u null", "%u null", n_null), n_null);
  g_autofree char *text = g_strjoin (", ", counted, null, NULL);

  adw_action_row_set_subtitle (row, n + n_null > 0 ? text : _("Two people type each pile without seeing each other’s work."));
}

static void
follow (TrhUrn *urn, GCallback show, gpointer widget)
{
  ((void (*) (TrhUrn *, GParamSpec *, gpointer)) show) (urn, NULL, widget);
  g_signal_connect_object (urn, "notify::n-ballots", show, widget, 0);
}

/* The button of a row; Enter on the row presses it too. */
static void
add_button (GtkWidget *row, const char *label, const char *name, const char *action, TrhResult *session, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", trh_entity_get_id (TRH_ENTITY (session)));
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  trh_set_label (button, name); /* after the row, which adds its title */
}

static GtkWidget *
make_counter (TrhUrn *urn)
{
  GtkWidget *row = adw_preferences_row_new (); /* another row would stand below the list */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *note = gtk_label_new (_("No result is visible before the urn is closed."));

  gtk_widget_add_css_class (number, "title-1");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (words, "heading");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_justify (GTK_LABEL (note), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  follow (urn, G_CALLBACK (show_voters), number);
  follow (urn, G_CALLBACK (show_words), words);
  return row;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

/**
 * trh_vote_console_new:
 * @desk: keeps the urns
 * @session: an open session
 *
 * Returns: (transfer floating): the console, or why there is none
 */
GtkWidget *
trh_vote_console_new (TrhVoteDesk *desk, TrhResult *session)
{
  TrhProject *project = trh_workspace_get_project (trh_vote_desk_get_workspace (desk));
  const TrhResultRecord *record = trh_entity_peek_record (TRH_ENTITY (session));
  g_autofree char *where = trh_describe_id (project, record->commune_id);
  g_autofree char *of = trh_text_of (where);
  /* Translators: %s is as in "of Séderon" */
  g_autofree char *title = g_strdup_printf (_("Session %s"), of);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GError) error = NULL;
  TrhUrn *urn = trh_vote_desk_get_urn (desk, session, &error);
  GtkWidget *row;

  adw_preferences_group_set_title (group, title);
  if (urn == NULL)
    {
      add_row (group, "dialog-warning-symbolic", _("The urn of this session cannot be used here"), error->message);
      return GTK_WIDGET (group);
    }
  if (trh_urn_is_closed (urn))
    {
      row = add_row (group, "channel-secure-symbolic", _("The urn is closed"),
                     _("The season does not know it yet, perhaps because the computer stopped in between."));
      add_button (row, _("_Note the Closing"), _("Note the closing in the season"), "votes.record-closing", session,
                  "suggested-action");
      return GTK_WIDGET (group);
    }

  adw_preferences_group_add (group, make_counter (urn));
  row = add_row (group, "video-display-symbolic", _("Booth"), _("One voter after another, on the whole screen (Ctrl+I)."));
  add_button (row, _("_Open the Booth…"), _("Open the booth full screen"), "votes.ask-booth", session, "suggested-action");
  row = add_row (group, "view-list-symbolic", _("Codes"), NULL);
  follow (urn, G_CALLBACK (show_codes), row);
  row = add_row (group, "input-keyboard-symbolic", _("Paper"), NULL);
  show_paper (urn, NULL, ADW_ACTION_ROW (row));
  g_signal_connect_object (urn, "notify::n-ballots", G_CALLBACK (show_paper), row, 0);
  add_button (row, _("_Type a Pile…"), _("Type a pile of paper ballots"), "votes.type-paper", session, NULL);
  row = add_row (group, "channel-secure-symbolic", _("End of the vote"), _("Two organisers close the urn together."));
  add_button (row, _("_Close the Urn…"), _("Close the urn"), "votes.close-urn", session, NULL);
  return GTK_WIDGET (group);
}
