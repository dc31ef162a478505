/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "pages/trh-vote-parts.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-plain-row.h"

/**
 * trh_vote_add_turns:
 *
 * Adds how the method works and each of its turns, in words and exact fractions.
 */
void
trh_vote_add_turns (AdwPreferencesGroup *group, const TrhTold *told)
{
  const TrhTelling *telling = &told->telling;
  const guint n = trh_explain_get_n_rounds (telling);
  g_autofree char *turns = n > 0 ? g_strdup_printf (ngettext ("%u turn", "%u turns", n), n) : NULL;
  GtkWidget *fold = trh_vote_fold_new (group, _("How it was counted"), turns);

  trh_plain_row_add (fold, _(telling->method->name), _(telling->method->sentence));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = trh_explain_round (telling, i);

      trh_plain_row_add (fold, sentence, NULL);
    }
}

/* Who is on a list, as in "A, B" */
static char *
join_names (const TrhTelling *telling, const GArray *candidates)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", telling->names[g_array_index (candidates, guint, i)]);
  return g_string_free (out, FALSE);
}

/* A table of its own: there is no drawing to be the twin of. */
static GtkWidget *
make_duels (const TrhPollRecord *poll, const TrhTelling *telling)
{
  const TrhCount *count = telling->count;
  GtkWidget *grid = trh_vote_grid_new (_("Duels: how many put the artist of the row above the one of the column"));

  trh_vote_grid_attach (grid, 0, 0, _("Above…"), FALSE);
  for (guint a = 0; a < count->n_candidates; a++)
    {
      const char *letter = ((const TrhCandidateRecord *) poll->candidates->pdata[a])->letter;
      g_autofree char *name = g_strdup_printf ("%s · %s", letter, telling->names[a]);

      trh_vote_grid_attach (grid, (int) a + 1, 0, letter, TRUE);
      trh_set_label (gtk_grid_get_child_at (GTK_GRID (grid), (int) a + 1, 0), telling->names[a]);
      trh_vote_grid_attach (grid, 0, (int) a + 1, name, FALSE);
      for (guint b = 0; b < count->n_candidates; b++)
        {
          const guint64 won = count->pairwise[a * count->n_candidates + b];
          const gboolean more = won > count->pairwise[b * count->n_candidates + a];
          /* Translators: in a table of duels, a duel that was won: a number of voters */
          g_autofree char *text = a == b ? g_strdup ("–") : g_strdup_printf (more ? _("✓ %lu") : "%lu", (gulong) won);

          trh_vote_grid_attach (grid, (int) b + 1, (int) a + 1, text, TRUE);
          if (more)
            gtk_widget_add_css_class (gtk_grid_get_child_at (GTK_GRID (grid), (int) b + 1, (int) a + 1), "heading");
        }
    }
  return grid;
}

/**
 * trh_vote_add_duels:
 *
 * Adds the table of all duels; nothing for a count without any.
 */
void
trh_vote_add_duels (AdwPreferencesGroup *group, const TrhPollRecord *poll, const TrhTold *told)
{
  GtkWidget *fold, *row, *scrolled;

  if (told->telling.count->pairwise == NULL)
    return;
  fold = trh_vote_fold_new (group, _("The duels"), _("How many voters put one artist above another; ✓ is a duel won"));
  row = gtk_list_box_row_new ();
  scrolled = trh_vote_grid_scroll (make_duels (poll, &told->telling));
  gtk_widget_remove_css_class (scrolled, "card");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), scrolled);
  trh_set_label (row, _("Table of the duels"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), row);
}

/**
 * trh_vote_add_others:
 *
 * Adds whom other methods would choose; nothing when none was counted beside.
 */
void
trh_vote_add_others (AdwPreferencesGroup *group, const TrhTold *told)
{
  const TrhComparison *comparison = told->comparison;
  const TrhTelling *telling = &told->telling;
  g_autofree char *common = NULL;
  GtkWidget *fold;

  if (comparison == NULL)
    return;
  fold = trh_vote_fold_new (group, _("Other ways of counting the same ballots"), _("No effect on the result"));
  common = trh_explain_common (comparison, telling->names);
  trh_plain_row_add (fold, common, NULL);
  for (guint i = 0; i < comparison->methods->len; i++)
    {
      const TrhMethod *method = comparison->methods->pdata[i];
      const TrhCount *count = comparison->counts->pdata[i];
      g_autofree char *chosen = join_names (telling, count->committee);
      g_autofree char *tied = join_names (telling, count->tied);
      g_autofree char *words = count->tied->len == 0
                                 ? g_strdup (chosen)
                                 /* Translators: names of the chosen, then of those who are equal */
                                 : g_strdup_printf (_("%1$s. Equal for the last places: %2$s."), chosen, tied);
      g_autofree char *title = method == telling->method
                                 /* Translators: the counting method of this vote */
                                 ? g_strdup_printf (_("%s (this vote)"), _(method->name))
                                 : g_strdup (_(method->name));

      trh_plain_row_add (fold, title, words);
    }
}
