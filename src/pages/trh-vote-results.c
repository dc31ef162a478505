/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-results.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-words.h"
#include "pages/trh-vote-parts.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

/* As in "45 ballots, 3 blank, 2 null on paper · 4 artists to choose" */
static char *
say_sums (const TrhResultRecord *total)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%d ballot", "%d ballots", total->ballots), total->ballots);
  g_autofree char *blank = g_strdup_printf (ngettext ("%d blank", "%d blank", total->blank), total->blank);
  g_autofree char *null = g_strdup_printf (ngettext ("%d null on paper", "%d null on paper", total->null_ballots),
                                           total->null_ballots);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d artist to choose", "%d artists to choose", total->seats), total->seats);

  if (total->null_ballots > 0)
    /* Translators: as in "45 ballots, 3 blank, 2 null on paper · 4 artists to choose" */
    return g_strdup_printf (_("%1$s, %2$s, %3$s · %4$s"), ballots, blank, null, seats);
  /* Translators: as in "45 ballots, 3 blank · 4 artists to choose" */
  return g_strdup_printf (_("%1$s, %2$s · %3$s"), ballots, blank, seats);
}

/* @sentence: (nullable) (transfer full) */
static void
add_sentence (GtkWidget *box, char *sentence)
{
  g_autofree char *owned = sentence;

  if (owned != NULL)
    trh_vote_add_label (box, owned, "dim-label");
}

static char *
say_represented (const TrhResultRecord *total)
{
  const int valid = total->ballots - total->blank;

  if (total->represented < 0)
    return NULL;
  /* Translators: how many voters, of how many */
  return g_strdup_printf (ngettext ("%1$d voter of %2$d has at least one chosen artist.",
                                    "%1$d voters of %2$d have at least one chosen artist.", total->represented),
                          total->represented, valid);
}

static char *
say_seed (const TrhResultRecord *total)
{
  if (*total->seed == '\0')
    return NULL;
  /* Translators: the text that was drawn in public, from which the lot follows */
  return g_strdup_printf (_("Text of the draw: %s"), total->seed);
}

static GtkWidget *
make_head (const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  trh_vote_add_heading (head, _("Result"));
  add_sentence (head, say_sums (total));
  if (told != NULL)
    {
      add_sentence (head, trh_explain_draw (&told->telling));
      add_sentence (head, say_seed (total));
      add_sentence (head, trh_explain_guarantees (&told->telling));
      if (poll->ballot == TRH_BALLOT_APPROVAL)
        add_sentence (head, say_represented (total));
    }
  return head;
}

static void
on_twin (GtkButton *button, GtkStack *stack)
{
  const gboolean to_table = g_strcmp0 (gtk_stack_get_visible_child_name (stack), "charts") == 0;
  const char *label = to_table ? _("Show the Charts") : _("Show the Table");

  gtk_stack_set_visible_child_name (stack, to_table ? "table" : "charts");
  gtk_button_set_label (button, label);
  trh_let_buttons_wrap (GTK_WIDGET (button)); /* GTK may have made another label */
  trh_set_label (button, label);
}

/* The charts, and their table twin (ux rule A7). */
static void
add_charts (GtkWidget *box, const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *twin = gtk_button_new_with_label (_("Show the Table"));
  GtkWidget *charts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (told != NULL && told->telling.count->gauge != NULL)
    gtk_box_append (GTK_BOX (charts), trh_vote_legend_new (&told->telling));
  gtk_box_append (GTK_BOX (charts), trh_vote_cards_new (poll, total, told));
  gtk_stack_add_named (GTK_STACK (stack), charts, "charts");
  gtk_stack_add_named (GTK_STACK (stack), trh_vote_table_new (poll, total, told), "table");
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_widget_set_halign (twin, GTK_ALIGN_START);
  trh_let_buttons_wrap (twin);
  trh_set_label (twin, _("Show the Table"));
  g_signal_connect_object (twin, "clicked", G_CALLBACK (on_twin), stack, 0);
  gtk_box_append (GTK_BOX (box), twin);
  gtk_box_append (GTK_BOX (box), stack);
}

/**
 * trh_vote_results_new:
 * @project: the season
 * @poll: the poll
 * @total: its result, all towns together
 *
 * Returns: (transfer floating): the result for people who look at it together
 */
GtkWidget *
trh_vote_results_new (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr(TrhTold) told = trh_told_new (project, poll, total);

  gtk_box_append (GTK_BOX (box), make_head (poll, total, told));
  if (trh_result_is_for_bureau (total))
    gtk_widget_add_css_class (
      trh_vote_add_label (box, _("Fewer than 10 ballots name somebody: these sums are for the bureau. No paper has "
                                 "them, because they could tell who voted what."), "card"),
      "trh-vote-note");
  add_charts (box, poll, total, told);
  if (told != NULL)
    {
      GtkWidget *group = adw_preferences_group_new ();

      trh_title_group (ADW_PREFERENCES_GROUP (group), _("Explanations"));
      trh_vote_add_turns (ADW_PREFERENCES_GROUP (group), told);
      trh_vote_add_duels (ADW_PREFERENCES_GROUP (group), poll, told);
      trh_vote_add_others (ADW_PREFERENCES_GROUP (group), told);
      gtk_widget_set_margin_top (group, 12);
      gtk_box_append (GTK_BOX (box), group);
    }
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
      if (session->tallies->len == 0)
        /* Translators: %s is "7 ballots" */
        return g_strdup_printf (_("%s; told only with other towns: fewer than 10 name somebody, here or in a smaller town"),
                                ballots);
      return g_strdup (ballots);
    case TRH_RESULT_PREPARED:
    case TRH_RESULT_CALLED_OFF: /* these two are told elsewhere */
    case TRH_RESULT_CLOSED:
    default:
      /* Translators: %s is "7 ballots" */
      return g_strdup_printf (_("Closed and sealed, %s"), ballots);
    }
}

/* How many voters have a chosen artist, as in the reasons of the count; NULL when that may not be said. */
static char *
say_town_represented (const TrhPollRecord *poll, int represented, int valid)
{
  if (represented < 0 || poll->ballot != TRH_BALLOT_APPROVAL)
    return NULL;
  /* Translators: how many voters, of how many */
  return g_strdup_printf (ngettext ("%1$d voter of %2$d has at least one chosen artist.",
                                    "%1$d voters of %2$d have at least one chosen artist.", represented),
                          represented, valid);
}

/* The figures of a town, in the order of the letters. */
static void
add_figures (GtkWidget *fold, const TrhPollRecord *poll, GPtrArray *tallies, int represented, int valid)
{
  g_autofree char *sentence = say_town_represented (poll, represented, valid);

  if (sentence != NULL)
    trh_plain_row_add (fold, sentence, NULL);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      g_autofree char *voices = g_strdup_printf (ngettext ("%d voice", "%d voices", tally->voices), tally->voices);
      g_autofree char *grades = *tally->grades != '\0' ? trh_poll_say_grades (poll, tally->grades) : NULL;
      GtkWidget *line = trh_plain_row_new (tally->name, grades);

      if (grades == NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (line), gtk_label_new (voices));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), line);
    }
}

/**
 * trh_vote_add_town:
 * @poll: what was asked
 * @session: one session
 *
 * Adds a row with what may be said of it; with its own figures when enough people voted.
 *
 * Returns: (transfer none): the row, an #AdwActionRow as long as nothing is counted
 */
GtkWidget *
trh_vote_add_town (AdwPreferencesGroup *group, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *session)
{
  g_autofree char *where = trh_describe_id (project, session->commune_id);
  g_autofree char *day = trh_day_say (session->day);
  g_autofree char *title = session->day != TRH_NO_DAY ? g_strdup_printf ("%s · %s", where, day) : g_strdup (where);
  g_autofree char *words = say_session (session);
  GtkWidget *row;

  if (session->tallies->len == 0)
    {
      row = trh_plain_row_new (title, words);
      adw_preferences_group_add (group, row);
      return row;
    }
  row = trh_vote_fold_new (group, title, words);
  add_figures (row, poll, session->tallies, session->represented, session->ballots - session->blank);
  return row;
}

/**
 * trh_vote_add_small_towns:
 * @total: the result of all towns together
 *
 * Adds a row for the towns that are too small to be told alone, when there are such.
 */
void
trh_vote_add_small_towns (AdwPreferencesGroup *group, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  for (guint i = 0; i < total->small_towns->len; i++)
    {
      const TrhSmallTownsRecord *small = total->small_towns->pdata[i];
      g_autofree char *words = g_strdup_printf (ngettext ("%d expressed ballot", "%d expressed ballots", small->expressed),
                                                small->expressed);

      add_figures (trh_vote_fold_new (group, _("Small towns together"), words), poll, small->tallies, small->represented,
                   small->expressed);
    }
}
