/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "pages/trh-vote-dialog.h"
#include "pages/trh-vote-paper-private.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *words)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_name_group (group, title);
  trh_set_label (group, title);
  trh_title_group (group, title);
  adw_preferences_group_set_description (group, words);
  adw_preferences_page_add (page, group);
  return group;
}

/* The group has the keyboard when the page is shown: a hand still on Enter settles nothing. */
static AdwPreferencesGroup *
add_message (TrhVotePaper *self, AdwPreferencesPage *page, const char *title, const char *words)
{
  AdwPreferencesGroup *group = add_group (page, title, words);
  g_autofree char *label = g_strdup_printf ("%s. %s", title, words);

  self->message = GTK_WIDGET (group);
  gtk_widget_set_focusable (self->message, TRUE);
  trh_set_label (group, label);
  return group;
}

/* Who types, and how many papers there are. */
GtkWidget *
trh_vote_paper_make_start (TrhVotePaper *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group =
    add_group (page, _("Two people"), _("Each types the whole pile without seeing what the other one typed. Both names stand on "
                                        "the minutes."));

  self->rows[0] = trh_vote_dialog_add_entry (group, _("Name of the first person"), self->names[0] != NULL ? self->names[0] : "");
  self->rows[1] = trh_vote_dialog_add_entry (group, _("Name of the second person"), self->names[1] != NULL ? self->names[1] : "");
  group = add_group (page, _("The pile"), _("Count the papers by hand, all of them: valid, blank and null. A pile of fewer than "
                                            "a hundred is easiest."));
  self->spin = trh_vote_dialog_add_number (group, _("Papers in the pile"), NULL, 0, TRH_MAX_BALLOTS, 0);
  return GTK_WIDGET (page);
}

/* --- what was not typed alike --- */

typedef struct {
  TrhVotePaper *window; /* (unowned): the button is in it */
  guint         number;
  int           typist; /* whose reading is right; -1 neither's */
} Choice;

static void
on_choice (GtkButton *button, Choice *choice)
{
  if (choice->typist < 0)
    trh_vote_paper_settle_anew (choice->window, choice->number);
  else
    trh_vote_paper_settle_as (choice->window, choice->number, (guint) choice->typist);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_choice (TrhVotePaper *self, GtkWidget *row, guint number, int typist, const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { self, number, typist };
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_choice), choice, choice_free, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  trh_let_buttons_wrap (button);
  trh_set_label (button, name); /* after the row, which adds its title */
}

/* What one of the two typed for a paper. */
static void
add_reading (TrhVotePaper *self, AdwPreferencesGroup *group, guint number, guint typist)
{
  const gboolean typed = number <= trh_pile_get_n (self->pile, typist);
  TrhNullCause cause = TRH_NOT_NULL;
  const guint8 *marks = typed ? trh_pile_peek (self->pile, typist, number, &cause) : NULL;
  g_autofree char *said = typed ? trh_paper_say (self->paper, marks, cause) : g_strdup (_("did not type this paper"));
  /* Translators: what a person typed, the person */
  g_autofree char *name = g_strdup_printf (_("%1$s: keep what %2$s typed"), said, self->names[typist]);
  GtkWidget *row = trh_plain_row_add (group, said, self->names[typist]);

  if (typed)
    add_choice (self, row, number, (int) typist, _("Keep"), name);
}

static void
on_restart (GtkButton *button, TrhVotePaper *self)
{
  trh_vote_paper_restart (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "typist")));
}

/* Where one of the two skipped a paper, all that follow differ: that pile is typed again. */
static void
add_restarts (TrhVotePaper *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _("A paper was skipped, or typed twice?"),
                                          _("Then all papers that follow differ. The one to whom it happened types the pile "
                                            "again."));

  for (guint typist = 0; typist < 2; typist++)
    {
      const guint n = trh_pile_get_n (self->pile, typist);
      /* Translators: paper ballots */
      g_autofree char *typed = g_strdup_printf (ngettext ("%u ballot typed", "%u ballots typed", n), n);
      /* Translators: a person */
      g_autofree char *name = g_strdup_printf (_("%s types the pile again"), self->names[typist]);
      GtkWidget *row = trh_plain_row_add (group, self->names[typist], typed);
      GtkWidget *button = gtk_button_new_with_label (_("Type Again"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "typist", GUINT_TO_POINTER (typist));
      g_signal_connect (button, "clicked", G_CALLBACK (on_restart), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      trh_set_label (button, name);
    }
}

/* The papers that were not typed alike, by their number in the pile, and nothing of the others. */
GtkWidget *
trh_vote_paper_make_differences (TrhVotePaper *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  g_autoptr(GArray) numbers = trh_pile_compare (self->pile);
  /* Translators: paper ballots */
  g_autofree char *title = g_strdup_printf (ngettext ("%u ballot was not typed alike", "%u ballots were not typed alike",
                                                      numbers->len), numbers->len);

  add_message (self, page, title, _("Take these papers out of the pile and look at them together."));
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint number = g_array_index (numbers, guint, i);
      /* Translators: a paper ballot in its pile; %u is its number */
      g_autofree char *heading = g_strdup_printf (_("Ballot %u"), number);
      /* Translators: number of a paper ballot */
      g_autofree char *name = g_strdup_printf (_("Neither: type ballot %u together"), number);
      AdwPreferencesGroup *group = add_group (page, heading, NULL);

      add_reading (self, group, number, 0);
      add_reading (self, group, number, 1);
      add_choice (self, trh_plain_row_add (group, _("Neither of the two"), NULL), number, -1, _("Type Together…"), name);
    }
  if (trh_pile_get_n (self->pile, 0) != trh_pile_get_n (self->pile, 1) || numbers->len > 3)
    add_restarts (self, page);
  return GTK_WIDGET (page);
}

/* --- totals --- */

static void
add_figure (AdwPreferencesGroup *group, const char *title, guint figure)
{
  GtkWidget *row = trh_plain_row_add (group, title, NULL);
  g_autofree char *text = g_strdup_printf ("%u", figure);
  g_autofree char *label = g_strdup_printf ("%s, %u", title, figure);
  GtkWidget *number = gtk_label_new (text);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  trh_set_label (row, label);
}

static guint
count_blank (TrhVotePaper *self)
{
  const guint8 *marks = g_bytes_get_data (self->marks, NULL);
  const guint n_candidates = self->paper->candidates->len;
  guint n = 0;

  for (guint i = 0; i < self->lot->n_ballots; i++)
    n += trh_ballot_is_blank (marks + i * n_candidates, n_candidates) ? 1 : 0;
  return n;
}

/* The figures beside what was counted by hand; a gap is said, and does not stop anybody. */
GtkWidget *
trh_vote_paper_make_totals (TrhVotePaper *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  const guint n = trh_pile_get_n (self->pile, 0), n_blank = count_blank (self);
  const int gap = (int) n - self->found;
  g_autofree char *words = NULL;
  AdwPreferencesGroup *group;

  if (gap == 0)
    words = g_strdup (_("As many were typed as were counted by hand."));
  else if (gap < 0)
    /* Translators: paper ballots */
    words = g_strdup_printf (ngettext ("%d paper of the pile is missing here: count the pile again. A gap is written on the "
                                       "minutes.",
                                       "%d papers of the pile are missing here: count the pile again. A gap is written on the "
                                       "minutes.", -gap), -gap);
  else
    /* Translators: paper ballots */
    words = g_strdup_printf (ngettext ("%d paper more was typed than counted by hand: count the pile again. A gap is written "
                                       "on the minutes.",
                                       "%d papers more were typed than counted by hand: count the pile again. A gap is written "
                                       "on the minutes.", gap), gap);
  group = add_message (self, page, gap == 0 ? _("The figures agree") : _("The figures do not agree"), words);
  add_figure (group, _("Papers counted by hand"), (guint) self->found);
  add_figure (group, _("Papers typed"), n);
  group = add_group (page, _("What enters the urn"),
                     _("Both have typed the same. In the urn the papers have no number and no order any more."));
  add_figure (group, _("Valid"), self->lot->n_ballots - n_blank);
  add_figure (group, C_("ballots", "Blank"), n_blank);
  for (guint cause = 0; cause < TRH_N_NULL_CAUSES; cause++)
    if (self->lot->nulls[cause] > 0)
      {
        /* Translators: why paper ballots count for nothing */
        g_autofree char *title = g_strdup_printf (_("Null: %s"), trh_null_cause_say ((TrhNullCause) cause));

        add_figure (group, title, self->lot->nulls[cause]);
      }
  return GTK_WIDGET (page);
}
