/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-results.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-edits.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-explain.h"
#include "widgets/trh-dialogs.h"

static const char *
find_letter (const TrhPollRecord *poll, const TrhTallyRecord *tally)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];

      if (g_str_equal (candidate->artist_id, tally->artist_id))
        return candidate->letter;
    }
  return "";
}

static const char *
say_outcome (const TrhTallyRecord *tally)
{
  if (tally->elected)
    return tally->tied ? _("Chosen, tied") : _("Chosen");
  return tally->tied ? _("Tied") : _("Not chosen");
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
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

static GtkWidget *
make_bar (const TrhTallyRecord *tally, int valid)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (valid, 1));

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), tally->voices);
  return bar;
}

static GtkWidget *
make_card (const TrhPollRecord *poll, const TrhTallyRecord *tally, int valid)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name, *bar;
  g_autofree char *voices = g_strdup_printf (ngettext ("%d voice", "%d voices", tally->voices), tally->voices);
  g_autofree char *sentence = trh_explain_approval_full (tally->name, (guint64) tally->voices, (guint64) valid,
                                                         tally->elected, tally->tied, (guint64) tally->missing,
                                                         tally->by_guarantee);
  g_autofree char *label = g_strdup_printf ("%s. %s", find_letter (poll, tally), sentence);

  add_label (line, find_letter (poll, tally), "dim-label");
  name = add_label (line, tally->name, "heading");
  gtk_widget_set_hexpand (name, TRUE);
  if (tally->elected || tally->tied)
    {
      GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (outcome), gtk_image_new_from_icon_name (tally->elected ? "object-select-symbolic"
                                                                                      : "view-more-horizontal-symbolic"));
      add_label (outcome, say_outcome (tally), "caption-heading");
      gtk_widget_add_css_class (outcome, tally->elected ? "success" : "warning");
      gtk_box_append (GTK_BOX (line), outcome);
    }
  gtk_widget_add_css_class (add_label (line, voices, "numeric"), "heading");
  gtk_box_append (GTK_BOX (box), line);
  bar = make_bar (tally, valid);
  trh_set_label (bar, label);
  gtk_box_append (GTK_BOX (box), bar);
  add_label (box, sentence, "dim-label");

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  trh_set_label (row, label);
  return row;
}

static void
attach_cell (GtkWidget *grid, int column, int row, const char *text, gboolean is_number)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   row == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !is_number);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : is_number ? "numeric" : "body");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
make_table (const TrhPollRecord *poll, GPtrArray *tallies, int valid)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "column-spacing", 12,
                                  "row-spacing", 12, "valign", GTK_ALIGN_START, NULL);
  const char *const heads[] = { _("File"), _("Artist"), _("Voices"), _("Share"), _("Outcome") };

  for (int column = 0; column < 5; column++)
    attach_cell (grid, column, 0, heads[column], column == 2 || column == 3);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      g_autofree char *voices = g_strdup_printf ("%d", tally->voices);
      /* Translators: a share in percent */
      g_autofree char *share = g_strdup_printf (_("%d %%"), valid > 0 ? (tally->voices * 200 + valid) / (2 * valid) : 0);
      const int row = (int) i + 1;

      attach_cell (grid, 0, row, find_letter (poll, tally), FALSE);
      attach_cell (grid, 1, row, tally->name, FALSE);
      attach_cell (grid, 2, row, voices, TRUE);
      attach_cell (grid, 3, row, share, TRUE);
      attach_cell (grid, 4, row, say_outcome (tally), FALSE);
    }
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "trh-vote-table");
  trh_set_label (grid, _("Table of the result"));
  return grid;
}

static char *
say_sums (const TrhResultRecord *total)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%d ballot", "%d ballots", total->ballots), total->ballots);
  g_autofree char *blank = g_strdup_printf (ngettext ("%d blank", "%d blank", total->blank), total->blank);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d artist to choose", "%d artists to choose", total->seats), total->seats);

  /* Translators: as in "45 ballots, 3 blank · 4 artists to choose" */
  return g_strdup_printf (_("%1$s, %2$s · %3$s"), ballots, blank, seats);
}

static char *
say_ties (const TrhPollRecord *poll, const TrhResultRecord *total)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];

      if (tally->tied)
        g_strv_builder_add (builder, tally->name);
    }
  names = g_strv_builder_end (builder);
  return trh_explain_ties ((const char *const *) names, poll->ties == TRH_TIES_KEPT);
}

/**
 * trh_vote_results_new:
 * @poll: the poll
 * @total: its result, all towns together
 *
 * Returns: (transfer floating): the result for people who look at it together
 */
GtkWidget *
trh_vote_results_new (const TrhPollRecord *poll, const TrhResultRecord *total)
{
  const int valid = total->ballots - total->blank;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr(GPtrArray) tallies = trh_result_rank (total);
  g_autofree char *sums = say_sums (total);
  g_autofree char *ties = say_ties (poll, total);

  add_label (head, _("Result"), "title-4");
  add_label (head, sums, "dim-label");
  add_label (head, ties, "dim-label");
  gtk_box_append (GTK_BOX (box), head);
  if (valid < TRH_FEW_BALLOTS)
    {
      GtkWidget *note = add_label (box, _("Fewer than 10 ballots name somebody: these sums are for the bureau. The figures of "
                                          "one town are never published below 10, because they could tell who voted what."),
                                   "card");

      gtk_widget_add_css_class (note, "trh-vote-note");
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  trh_set_label (list, _("Result, best first"));
  for (guint i = 0; i < tallies->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_card (poll, tallies->pdata[i], valid));

  gtk_stack_add_titled (GTK_STACK (stack), list, "sentences", _("Sentences"));
  gtk_stack_add_titled (GTK_STACK (stack), make_table (poll, tallies, valid), "table", _("Table"));
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  return box;
}

static char *
say_session (const TrhResultRecord *session)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%d ballot", "%d ballots", session->ballots), session->ballots);
  g_autofree char *time = session->state == TRH_RESULT_OPEN ? trh_clock_say (session->opened) : NULL;

  switch ((TrhResultState) session->state)
    {
    case TRH_RESULT_OPEN:
      /* Translators: %s is a time of the day */
      return g_strdup_printf (_("Open since %s"), time);
    case TRH_RESULT_COUNTED:
      if (session->ballots - session->blank < TRH_FEW_BALLOTS)
        /* Translators: %s is "7 ballots" */
        return g_strdup_printf (_("%s; fewer than 10 name somebody, so the figures of this town are not shown alone"), ballots);
      if (session->tallies->len == 0)
        /* Translators: %s is "12 ballots" */
        return g_strdup_printf (_("%s; the figures of this town are not shown alone: those of a smaller one would follow"),
                                ballots);
      return g_strdup (ballots);
    case TRH_RESULT_CLOSED:
    default:
      /* Translators: %s is "7 ballots" */
      return g_strdup_printf (_("Closed and sealed, %s"), ballots);
    }
}

/**
 * trh_vote_town_row:
 * @session: one session
 *
 * Returns: (transfer floating): a row with what may be said of it; its own figures when enough people voted
 */
GtkWidget *
trh_vote_town_row (TrhProject *project, const TrhResultRecord *session)
{
  g_autofree char *where = trh_describe_id (project, session->commune_id);
  g_autofree char *day = trh_day_say (session->day);
  g_autofree char *title = session->day != TRH_NO_DAY ? g_strdup_printf ("%s · %s", where, day) : g_strdup (where);
  g_autofree char *words = say_session (session);
  gboolean has_figures = session->tallies->len > 0;
  GtkWidget *row = has_figures ? adw_expander_row_new () : adw_action_row_new ();
  g_autoptr(GPtrArray) tallies = trh_result_rank (session);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (!has_figures)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      return row;
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      g_autofree char *voices = g_strdup_printf (ngettext ("%d voice", "%d voices", tally->voices), tally->voices);
      GtkWidget *line = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), tally->name);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), gtk_label_new (voices));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
    }
  return row;
}
