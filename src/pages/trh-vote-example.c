/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-example.h"

#include <glib/gi18n.h>

#include "core/voting/trh-example.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

static const char *const places[TRH_EXAMPLE_PLACES] = {
  NC_("example", "Large village"), NC_("example", "Small village"), NC_("example", "Hamlet"),
};

static const char *
say_place (guint place)
{
  return g_dpgettext2 (NULL, "example", places[place]);
}

/* As in “A, B and C”. */
static char *
list_letters (const char *letters)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; letters[i] != '\0'; i++)
    g_string_append_printf (out, "%s%c", i == 0 ? "" : letters[i + 1] != '\0' ? ", " : C_("last of a list", " and "), letters[i]);
  return g_string_free (out, FALSE);
}

static char *
list_chosen (const TrhExampleCount *count)
{
  char letters[TRH_EXAMPLE_CANDIDATES + 1] = "";
  guint n = 0;

  for (guint c = 0; c < TRH_EXAMPLE_CANDIDATES; c++)
    if (count->chosen[c])
      letters[n++] = (char) ('A' + c);
  return list_letters (letters);
}

static void
add_voters (TrhVoteDialog *dialog, const TrhExample *example)
{
  guint n;
  const TrhExampleVoters *voters = trh_example_peek_voters (&n);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    dialog, _("Three villages vote"), _("Six artists, A to F, for four places. The numbers say how many voters like whom."));

  for (guint place = 0; place < TRH_EXAMPLE_PLACES; place++)
    {
      g_autoptr(GString) likes = g_string_new (NULL);
      /* Translators: a village, and its voters */
      g_autofree char *title = g_strdup_printf (ngettext ("%1$s: %2$u voter", "%1$s: %2$u voters", example->voters[place]),
                                                say_place (place), example->voters[place]);

      for (guint i = 0; i < n; i++)
        if (voters[i].place == place)
          {
            g_autofree char *letters = list_letters (voters[i].likes);

            /* Translators: a number of voters, and those whom they like, as in "3 like A and B" */
            g_string_append_printf (likes, ngettext ("%1$s%2$u likes %3$s", "%1$s%2$u like %3$s", voters[i].voters),
                                    likes->len > 0 ? " · " : "", voters[i].voters, letters);
          }
      trh_plain_row_add (group, title, likes->str);
    }
}

static void
add_count (TrhVoteDialog *dialog, const TrhExample *example, const TrhExampleCount *count, const char *words)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (dialog, _(count->method->name), words);
  g_autofree char *chosen = list_chosen (count);
  /* Translators: %s are letters of artists, as in "A, B and C" */
  g_autofree char *title = g_strdup_printf (_("Chosen: %s"), chosen);
  g_autoptr(GString) heard = g_string_new (NULL);

  for (guint place = 0; place < TRH_EXAMPLE_PLACES; place++)
    {
      const guint n = count->heard[place];

      /* Translators: a village; of its voters, so many (second number: in all) see an artist they like */
      g_string_append_printf (heard, ngettext ("%1$s%2$s: %3$u voter of %4$u sees an artist they like.",
                                               "%1$s%2$s: %3$u voters of %4$u see an artist they like.", n),
                              place > 0 ? "\n" : "", say_place (place), n, example->voters[place]);
    }
  trh_plain_row_add (group, title, heard->str);
}

/* The same as a table, artist by artist. */
static void
add_table (TrhVoteDialog *dialog, const TrhExample *example)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (dialog, _("Artist by artist"), NULL);
  GtkWidget *table = adw_expander_row_new ();

  trh_name_expander (ADW_EXPANDER_ROW (table), _("See the table"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (table), _("See the table"));
  adw_preferences_group_add (group, table);
  for (guint c = 0; c < TRH_EXAMPLE_CANDIDATES; c++)
    {
      const gboolean by_majority = example->by_majority.chosen[c], by_shares = example->by_shares.chosen[c];
      /* Translators: the letter of an artist, and how many voters like it */
      g_autofree char *title = g_strdup_printf (ngettext ("%1$c, liked by %2$u voter", "%1$c, liked by %2$u voters",
                                                          example->voices[c]), (char) ('A' + c), example->voices[c]);
      g_autofree char *only = by_majority != by_shares
        /* Translators: %s is a method */
        ? g_strdup_printf (_("Chosen only by “%s”"),
                           _(by_majority ? example->by_majority.method->name : example->by_shares.method->name))
        : NULL;

      trh_plain_row_add (table, title, only != NULL ? only : by_majority ? _("Chosen both ways") : _("Not chosen"));
    }
}

/**
 * trh_vote_show_example:
 * @parent: a widget of the window that asks
 * @kind: a #TrhBallotKind
 * @method: (nullable): the one that is being chosen
 *
 * Counts a small example with the methods of the program, one that lets the largest group of voters fill the places and
 * one that shares them, and says what differs.
 */
void
trh_vote_show_example (GtkWidget *parent, int kind, const TrhMethod *method)
{
  TrhVoteDialog *dialog = trh_vote_dialog_new (parent, _("Counted Two Ways"), NULL);
  TrhExample example;

  trh_example_count (&example, (TrhBallotPaperKind) kind, method);
  trh_vote_dialog_set_tall (dialog);
  add_voters (dialog, &example);
  add_count (dialog, &example, &example.by_majority, _("The largest group of voters fills the places."));
  add_count (dialog, &example, &example.by_shares,
             example.by_shares.method->kind == (TrhBallotPaperKind) kind
             ? _("Every group of voters gets its share of the places.")
             : _("The same voters, ticking the artists they like: every group gets its share of the places."));
  add_table (dialog, &example);
  trh_vote_dialog_present (dialog);
}
