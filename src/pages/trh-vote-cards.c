/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-percent.h"
#include "core/model/trh-poll-words.h"
#include "pages/trh-vote-parts.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-share-bar.h"
#include "widgets/trh-wrap-layout.h"

/* Five mentions, best first; neighbours differ for every colour vision, and those below the middle are hatched. */
static const char *const five_colours[] = { "#0b4a86", "#4a90c8", "#b5d6ee", "#f0c08a", "#a8480a" };
static const char *const seven_colours[] = { "#083660", "#2a6fae", "#7fb2dc", "#d5e6f3", "#f0c08a", "#d07a3a", "#8a3605" };

static const char *
get_grade_colour (guint grade, guint n)
{
  if (n == 5 || n == 3)
    return five_colours[n == 5 ? grade : grade * 2];
  return seven_colours[n > 1 ? MIN (grade, n - 1) * 6 / (n - 1) : 0];
}

static TrhHatch
get_grade_hatch (guint grade, guint n)
{
  if (2 * grade <= n - 1)
    return TRH_HATCH_NONE;
  return (n - grade) % 2 == 0 ? TRH_HATCH_RISING : TRH_HATCH_FALLING;
}

/* The place of an artist on the ballot: its number for voting. */
static guint
find_number (const TrhPollRecord *poll, const TrhTallyRecord *tally)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    if (g_str_equal (((const TrhCandidateRecord *) poll->candidates->pdata[i])->artist_id, tally->artist_id))
      return i;
  return TRH_NO_CANDIDATE;
}

static guint64
count_at_least (const TrhTelling *telling, guint candidate, guint grade)
{
  guint64 n = 0;

  for (guint g = 0; g <= grade; g++)
    n += telling->count->tallies[candidate * telling->count->n_grades + g];
  return n;
}

/**
 * trh_vote_grades_bar_new:
 * @telling: of ballots with grades
 *
 * Returns: (transfer floating): the merit profile of @candidate, the best grades first, and where half of the voters is
 */
GtkWidget *
trh_vote_grades_bar_new (const TrhTelling *telling, guint candidate)
{
  const TrhCount *count = telling->count;
  const guint n = count->n_grades, grade = count->gauge[candidate].grade;
  g_autofree char *share = trh_percent_say (count_at_least (telling, candidate, grade), count->valid);
  /* Translators: artist, grade, a share as in “34 %”, the same grade, how many ballots */
  g_autofree char *label = g_strdup_printf (ngettext ("Result of %1$s: grade “%2$s”, %3$s “%2$s” or better, %4$lu ballot",
                                                      "Result of %1$s: grade “%2$s”, %3$s “%2$s” or better, %4$lu ballots",
                                                      (gulong) count->valid),
                                            telling->names[candidate], telling->election->grades[grade], share,
                                            (gulong) count->valid);
  GtkWidget *bar = trh_share_bar_new (label, (guint) count->valid, TRUE);

  for (guint g = 0; g < n; g++)
    {
      const guint amount = (guint) count->tallies[candidate * n + g];
      g_autofree char *words = g_strdup_printf ("%u", amount);

      trh_share_bar_add (TRH_SHARE_BAR (bar), amount, get_grade_colour (g, n), get_grade_hatch (g, n), words);
    }
  return bar;
}

/* Voices of all who expressed themselves; whoever is not chosen is hollow, whoever is tied hatched. */
static GtkWidget *
make_voices_bar (const TrhTallyRecord *tally, guint valid, gboolean drawn)
{
  const gboolean out = !tally->elected && (!tally->tied || drawn);
  const TrhHatch hatch = out ? TRH_HATCH_HOLLOW : tally->tied ? TRH_HATCH_RISING : TRH_HATCH_NONE;
  g_autofree char *voices = g_strdup_printf (ngettext ("%d voice", "%d voices", tally->voices), tally->voices);
  g_autofree char *share = trh_percent_say ((guint64) tally->voices, valid);
  /* Translators: artist, "12 voices", share in percent, outcome */
  g_autofree char *label = g_strdup_printf (_("Result of %1$s: %2$s, %3$s, %4$s"), tally->name, voices, share,
                                            trh_vote_say_outcome (tally, drawn));
  GtkWidget *bar = trh_share_bar_new (label, MAX (valid, 1), FALSE);

  trh_share_bar_add (TRH_SHARE_BAR (bar), (guint) tally->voices, NULL, hatch, share);
  return bar;
}

static void
add_outcome (GtkWidget *line, const TrhTallyRecord *tally, gboolean drawn)
{
  GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_end (outcome, 12);
  gtk_box_append (GTK_BOX (outcome), gtk_image_new_from_icon_name (tally->elected ? "object-select-symbolic"
                                                                                  : "view-more-horizontal-symbolic"));
  gtk_label_set_wrap (GTK_LABEL (trh_vote_add_label (outcome, trh_vote_say_outcome (tally, drawn), "caption-heading")), FALSE);
  gtk_widget_add_css_class (outcome, tally->elected ? "success" : "warning");
  gtk_box_append (GTK_BOX (line), outcome);
}

/* What stands at the end of the first line: voices, or the grade, or nothing where the sentence says it. */
static char *
say_figure (const TrhTelling *telling, const TrhTallyRecord *tally, guint candidate)
{
  if (telling == NULL || telling->method->kind == TRH_BALLOT_PAPER_APPROVAL)
    return g_strdup_printf (ngettext ("%d voice", "%d voices", tally->voices), tally->voices);
  if (telling->count->gauge != NULL)
    return g_strdup (telling->election->grades[telling->count->gauge[candidate].grade]);
  return NULL;
}

static GtkWidget *
make_card (const TrhPollRecord *poll, const TrhTallyRecord *tally, const TrhResultRecord *total, const TrhTelling *telling)
{
  const guint valid = (guint) MAX (total->ballots - total->blank, 0);
  const gboolean drawn = *total->seed != '\0';
  const guint candidate = find_number (poll, tally);
  const TrhTelling *known = candidate != TRH_NO_CANDIDATE ? telling : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "layout-manager", trh_wrap_layout_new (), NULL); /* large text needs two */
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *figure = say_figure (known, tally, candidate);
  g_autofree char *sentence = known != NULL ? trh_explain_candidate (known, candidate) : g_strdup (tally->sentence);
  g_autofree char *voices = known != NULL && known->reasons->towns->len > 1 ? trh_explain_voices (known, candidate) : NULL;
  g_autofree char *label = g_strdup_printf ("%s. %s", trh_vote_find_letter (poll, tally->artist_id), sentence);

  trh_vote_add_label (name, trh_vote_find_letter (poll, tally->artist_id), "dim-label");
  trh_vote_add_label (name, tally->name, "heading");
  gtk_widget_set_margin_end (name, 12);
  gtk_box_append (GTK_BOX (line), name);
  if (tally->elected || tally->tied)
    add_outcome (line, tally, drawn);
  if (figure != NULL)
    {
      GtkWidget *end = trh_vote_add_label (line, figure, "numeric");

      gtk_widget_add_css_class (end, "heading");
      gtk_label_set_wrap_mode (GTK_LABEL (end), PANGO_WRAP_WORD);
    }
  gtk_box_append (GTK_BOX (box), line);
  if (known != NULL && known->count->gauge != NULL)
    gtk_box_append (GTK_BOX (box), trh_vote_grades_bar_new (known, candidate));
  else if (poll->ballot == TRH_BALLOT_APPROVAL)
    gtk_box_append (GTK_BOX (box), make_voices_bar (tally, valid, drawn));
  trh_vote_add_label (box, sentence, NULL);
  if (voices != NULL && poll->ballot == TRH_BALLOT_APPROVAL)
    trh_vote_add_label (box, voices, "dim-label");

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  trh_set_label (row, label);
  return row;
}

GtkWidget *
trh_vote_cards_new (const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr(GPtrArray) tallies = trh_result_rank (total);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  trh_set_label (list, _("Result, best first"));
  for (guint i = 0; i < tallies->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_card (poll, tallies->pdata[i], total, told != NULL ? &told->telling : NULL));
  return list;
}

/* @sample: (transfer floating) */
static void
add_sample (GtkWidget *legend, GtkWidget *sample, const char *words)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (entry), sample);
  gtk_widget_add_css_class (trh_vote_add_label (entry, words, NULL), "caption");
  gtk_widget_set_margin_end (entry, 12);
  gtk_box_append (GTK_BOX (legend), entry);
}

/**
 * trh_vote_legend_new:
 * @telling: of ballots with grades
 *
 * Returns: (transfer floating): what the parts of a merit profile mean
 */
GtkWidget *
trh_vote_legend_new (const TrhTelling *telling)
{
  const guint n = telling->count->n_grades;
  GtkWidget *legend = g_object_new (GTK_TYPE_BOX, "layout-manager", trh_wrap_layout_new (), NULL);

  for (guint grade = 0; grade < n; grade++)
    add_sample (legend, trh_share_sample_new (get_grade_colour (grade, n), get_grade_hatch (grade, n)),
                telling->election->grades[grade]);
  add_sample (legend, trh_share_sample_new_half (), _("half of the voters"));
  return legend;
}

/* Grades of each artist, one column for each. */
static void
fill_grades (GtkWidget *grid, const TrhPollRecord *poll, GPtrArray *tallies, const TrhTelling *telling)
{
  const TrhCount *count = telling->count;

  trh_vote_grid_attach (grid, 2, 0, _("Grade of the majority"), FALSE);
  for (guint g = 0; g < count->n_grades; g++)
    trh_vote_grid_attach (grid, 3 + (int) g, 0, telling->election->grades[g], TRUE);
  for (guint i = 0; i < tallies->len; i++)
    {
      const guint candidate = find_number (poll, tallies->pdata[i]);

      for (guint g = 0; candidate != TRH_NO_CANDIDATE && g < count->n_grades; g++)
        {
          g_autofree char *n = g_strdup_printf ("%lu", (gulong) count->tallies[candidate * count->n_grades + g]);

          trh_vote_grid_attach (grid, 3 + (int) g, (int) i + 1, n, TRUE);
        }
      if (candidate != TRH_NO_CANDIDATE)
        trh_vote_grid_attach (grid, 2, (int) i + 1, telling->election->grades[count->gauge[candidate].grade], FALSE);
    }
}

static void
fill_voices (GtkWidget *grid, GPtrArray *tallies, guint valid)
{
  trh_vote_grid_attach (grid, 2, 0, _("Voices"), TRUE);
  trh_vote_grid_attach (grid, 3, 0, _("Share"), TRUE);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      g_autofree char *voices = g_strdup_printf ("%d", tally->voices);
      g_autofree char *share = trh_percent_say ((guint64) tally->voices, valid);

      trh_vote_grid_attach (grid, 2, (int) i + 1, voices, TRUE);
      trh_vote_grid_attach (grid, 3, (int) i + 1, share, TRUE);
    }
}

/* Places of duels; or votes at the end, of transfers. */
static void
fill_places (GtkWidget *grid, const TrhPollRecord *poll, GPtrArray *tallies, const TrhTelling *telling)
{
  GPtrArray *stages = telling != NULL ? telling->count->stages : NULL;
  const TrhStage *last = stages != NULL ? stages->pdata[stages->len - 1] : NULL;

  trh_vote_grid_attach (grid, 2, 0, last != NULL ? _("Votes in the last turn") : C_("rank", "Place"), TRUE);
  trh_vote_grid_attach (grid, 3, 0, _("Ballots that rank them"), TRUE);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      const guint candidate = find_number (poll, tally);
      g_autofree char *place = last != NULL && candidate != TRH_NO_CANDIDATE ? trh_count_print_votes (last->votes[candidate])
                               : tally->place > 0                            ? g_strdup_printf ("%d", tally->place)
                                                                             : g_strdup ("–");
      g_autofree char *voices = g_strdup_printf ("%d", tally->voices);

      trh_vote_grid_attach (grid, 2, (int) i + 1, place, TRUE);
      trh_vote_grid_attach (grid, 3, (int) i + 1, voices, TRUE);
    }
}

GtkWidget *
trh_vote_table_new (const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  GtkWidget *grid = trh_vote_grid_new (_("Table of the result"));
  g_autoptr(GPtrArray) tallies = trh_result_rank (total);
  const gboolean has_grades = told != NULL && told->telling.count->gauge != NULL;
  const int last = has_grades ? 3 + (int) told->telling.count->n_grades : 4;

  trh_vote_grid_attach (grid, 0, 0, _("File"), FALSE);
  trh_vote_grid_attach (grid, 1, 0, _("Artist"), FALSE);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];

      trh_vote_grid_attach (grid, 0, (int) i + 1, trh_vote_find_letter (poll, tally->artist_id), FALSE);
      trh_vote_grid_attach (grid, 1, (int) i + 1, tally->name, FALSE);
      trh_vote_grid_attach (grid, last, (int) i + 1, trh_vote_say_outcome (tally, *total->seed != '\0'), FALSE);
    }
  if (has_grades)
    fill_grades (grid, poll, tallies, &told->telling);
  else if (poll->ballot == TRH_BALLOT_RANKING)
    fill_places (grid, poll, tallies, told != NULL ? &told->telling : NULL);
  else
    fill_voices (grid, tallies, (guint) MAX (total->ballots - total->blank, 0));
  trh_vote_grid_attach (grid, last, 0, _("Outcome"), FALSE);
  return trh_vote_grid_scroll (grid);
}
