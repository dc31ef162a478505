/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-view-private.h"

#include "booth/trh-booth-style.h"
#include "widgets/trh-dialogs.h"

/* Grades, one artist a screen; ranks, one rank a screen; and the lines of the review. */

static const TrhPaperCandidate *
peek_candidate (TrhBoothView *self, guint candidate)
{
  return trh_ballot_paper_get_candidate (trh_booth_get_paper (self->booth), candidate);
}

/* --- grades --- */

static guint
get_graded (TrhBoothView *self)
{
  return trh_booth_get_candidate (self->booth, self->question);
}

static void
on_graded (GtkCheckButton *card, TrhBoothView *self)
{
  guint grade = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "trh-grade"));

  bool is_given = trh_booth_get_mark (self->booth, get_graded (self)) == grade;

  if (gtk_check_button_get_active (card) && !is_given)
    trh_booth_set_grade (self->booth, get_graded (self), grade);
  else if (is_given)
    gtk_check_button_set_active (card, TRUE); /* a second press takes nothing back */
}

static void
remove_answer (TrhBoothView *self)
{
  trh_booth_set_grade (self->booth, get_graded (self), 0);
}

/* Radio buttons without a group of GTK's: the booth sees to it that one is chosen, and Tab and the arrows lead from
 * card to card as everywhere else, choosing nothing. */
static GtkWidget *
make_grade (TrhBoothView *self, guint grade)
{
  const char *word = trh_booth_say_grade (self->booth, grade);
  g_autofree char *label = g_strconcat (word, ", ", peek_candidate (self, get_graded (self))->name, NULL);
  GtkWidget *card = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, trh_booth_view_px (self, 3));
  GtkWidget *name = trh_booth_wrapped_label (word);
  GtkWidget *chosen = gtk_label_new (trh_booth_view_say (self, TRH_TEXT_CHOSEN));

  gtk_widget_add_css_class (card, "answer");
  gtk_widget_add_css_class (name, "name");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), chosen);
  g_object_bind_property (card, "active", chosen, "visible", G_BINDING_SYNC_CREATE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (card), box);
  trh_set_label (card, label);
  g_object_set_data (G_OBJECT (card), "trh-grade", GUINT_TO_POINTER (grade));
  g_signal_connect (card, "toggled", G_CALLBACK (on_graded), self);
  return card;
}

/* One artist, the answers below each other, best first. */
void
trh_booth_view_build_grades (TrhBoothView *self)
{
  const TrhPaperCandidate *candidate = peek_candidate (self, get_graded (self));
  const char *language = trh_booth_get_language (self->booth);
  g_autofree char *file = trh_booth_text_fill (TRH_TEXT_FILE, language, "letter", candidate->letter, NULL);
  g_autofree char *second = candidate->discipline[0] != '\0'
                              ? g_strconcat (candidate->discipline, " · ", file, NULL) : g_strdup (file);
  g_autofree char *who = candidate->discipline[0] != '\0'
                           ? g_strconcat (candidate->name, ", ", candidate->discipline, NULL) : g_strdup (candidate->name);
  g_autofree char *group = trh_booth_text_fill (TRH_TEXT_JUDGMENT_GROUP, language, "artist", who, "letter",
                                                candidate->letter, NULL);

  gtk_widget_add_css_class (trh_booth_view_add_line (self, second), "second");
  trh_booth_view_add_deck (self, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  trh_set_label (self->deck, group);
  self->cards = g_ptr_array_new ();
  for (guint grade = 1; grade <= trh_ballot_paper_get_n_grades (trh_booth_get_paper (self->booth)); grade++)
    {
      GtkWidget *card = make_grade (self, grade);

      g_ptr_array_add (self->cards, card);
      trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), card);
    }
  self->remove = trh_booth_view_add_button (self->body, trh_booth_view_say (self, TRH_TEXT_REMOVE_ANSWER),
                                            G_CALLBACK (remove_answer), self);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_START);
}

void
trh_booth_view_update_grades (TrhBoothView *self)
{
  guint mark = trh_booth_get_mark (self->booth, get_graded (self));

  for (guint i = 0; i < self->cards->len; i++)
    gtk_check_button_set_active (self->cards->pdata[i], mark == i + 1);
  gtk_widget_set_sensitive (self->remove, mark != 0);
}

/* --- ranks --- */

static void
on_ranked (GtkButton *card, TrhBoothView *self)
{
  trh_booth_rank (self->booth, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "trh-candidate")));
}

/* A press gives the rank and turns to the next one: a button, since nothing may be chosen by walking past it with
 * the arrow keys. */
static GtkWidget *
make_rank (TrhBoothView *self, guint candidate)
{
  const TrhPaperCandidate *shown = peek_candidate (self, candidate);
  g_autofree char *rank = trh_booth_dup_rank (self->booth, self->question + 1);
  g_autofree char *label = trh_booth_text_fill (TRH_TEXT_RANK_PUT, trh_booth_get_language (self->booth), "rank", rank,
                                                "artist", shown->name, NULL);
  GtkWidget *card = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, trh_booth_view_px (self, 3));

  gtk_widget_add_css_class (card, "answer");
  gtk_box_append (GTK_BOX (box), trh_booth_view_make_name (self, shown));
  if (trh_booth_is_chosen (self->booth, candidate)) /* at this rank already, seen again */
    {
      g_autofree char *chosen = g_strconcat (label, ", ", trh_booth_view_say (self, TRH_TEXT_CHOSEN), NULL);

      gtk_box_append (GTK_BOX (box), gtk_label_new (trh_booth_view_say (self, TRH_TEXT_CHOSEN)));
      gtk_widget_add_css_class (card, "current");
      trh_set_label (card, chosen);
    }
  else
    trh_set_label (card, label);
  gtk_button_set_child (GTK_BUTTON (card), box);
  g_object_set_data (G_OBJECT (card), "trh-candidate", GUINT_TO_POINTER (candidate));
  g_signal_connect (card, "clicked", G_CALLBACK (on_ranked), self);
  return card;
}

/* One rank: everybody who has none yet, and who has this one. */
void
trh_booth_view_build_ranks (TrhBoothView *self)
{
  g_autofree char *question = trh_booth_dup_question (self->booth);

  trh_booth_view_add_deck (self, GTK_ACCESSIBLE_ROLE_GROUP);
  trh_set_label (self->deck, question);
  for (guint i = 0; i < trh_booth_get_paper (self->booth)->candidates->len; i++)
    {
      guint candidate = trh_booth_get_candidate (self->booth, i);
      guint mark = trh_booth_get_mark (self->booth, candidate);

      if (mark == 0 || mark == self->question + 1)
        trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), make_rank (self, candidate));
    }
}

/* --- the review --- */

static void
on_change (GtkButton *button, TrhBoothView *self)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "trh-position"));

  if (trh_booth_get_paper (self->booth)->kind == TRH_BALLOT_PAPER_GRADES)
    {
      trh_booth_show_question (self->booth, position);
      return;
    }
  self->card = position;
  trh_booth_go_back (self->booth);
}

/* A button that leads from the review to the artist at @position. */
static GtkWidget *
make_change (TrhBoothView *self, guint position)
{
  const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (
    trh_booth_get_paper (self->booth), trh_booth_get_candidate (self->booth, position));
  GtkWidget *change = gtk_button_new_with_label (trh_booth_view_say (self, TRH_TEXT_CHANGE_ONE));
  g_autofree char *name = trh_booth_text_fill (TRH_TEXT_CHANGE_ANSWER, trh_booth_get_language (self->booth), "artist",
                                               candidate->name, NULL);

  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (change), "trh-position", GUINT_TO_POINTER (position));
  g_signal_connect (change, "clicked", G_CALLBACK (on_change), self);
  trh_set_label (change, name);
  return change;
}

static GtkWidget *
make_row (TrhBoothView *self, guint candidate, const char *answer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, trh_booth_view_px (self, TRH_BOOTH_GAP_MM));

  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (row), trh_booth_view_make_name (self, peek_candidate (self, candidate)));
  if (answer != NULL)
    {
      GtkWidget *said = trh_booth_wrapped_label (answer);

      gtk_widget_add_css_class (said, "said");
      gtk_box_append (GTK_BOX (row), said);
    }
  return row;
}

static GtkWidget *
make_graded_row (TrhBoothView *self, guint position)
{
  guint candidate = trh_booth_get_candidate (self->booth, position);
  guint mark = trh_booth_get_mark (self->booth, candidate);
  GtkWidget *row = make_row (self, candidate, mark != 0 ? trh_booth_say_grade (self->booth, mark)
                                                        : trh_booth_view_say (self, TRH_TEXT_NO_ANSWER));

  gtk_box_append (GTK_BOX (row), make_change (self, position));
  return row;
}

static void
on_raise (GtkButton *button, TrhBoothView *self)
{
  self->screen = TRH_SCREEN_NONE; /* the rows are made anew */
  trh_booth_raise (self->booth, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "trh-candidate")));
}

static void
on_unrank (GtkButton *button, TrhBoothView *self)
{
  self->screen = TRH_SCREEN_NONE;
  trh_booth_unrank (self->booth, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "trh-candidate")));
}

static void
add_row_button (TrhBoothView *self, GtkWidget *row, guint candidate, TrhBoothText label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (trh_booth_view_say (self, label));
  /* in the list of texts, the full name comes after the short label */
  g_autofree char *name = trh_booth_text_fill (label + 1, trh_booth_get_language (self->booth), "artist",
                                               peek_candidate (self, candidate)->name, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "trh-candidate", GUINT_TO_POINTER (candidate));
  g_signal_connect (button, "clicked", clicked, self);
  trh_set_label (button, name);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
make_ranked_row (TrhBoothView *self, guint rank)
{
  guint candidate = trh_booth_find_rank (self->booth, rank);
  g_autofree char *ordinal = trh_booth_dup_rank (self->booth, rank);
  g_autofree char *answer = trh_booth_text_fill (TRH_TEXT_RANK_ROW, trh_booth_get_language (self->booth), "rank", ordinal, NULL);
  GtkWidget *row = make_row (self, candidate, answer);

  if (rank > 1)
    add_row_button (self, row, candidate, TRH_TEXT_RANK_RAISE, G_CALLBACK (on_raise));
  add_row_button (self, row, candidate, TRH_TEXT_RANK_REMOVE, G_CALLBACK (on_unrank));
  return row;
}

static void
add_chosen (TrhBoothView *self)
{
  for (guint i = 0; i < trh_booth_get_paper (self->booth)->candidates->len; i++)
    {
      guint candidate = trh_booth_get_candidate (self->booth, i);
      GtkWidget *row;

      if (!trh_booth_is_chosen (self->booth, candidate))
        continue;
      row = make_row (self, candidate, NULL);
      gtk_box_append (GTK_BOX (row), make_change (self, i));
      trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), row);
    }
}

/* The lines of a review: who is chosen, every artist with its grade, or those who are ranked. */
void
trh_booth_view_add_rows (TrhBoothView *self)
{
  TrhBallotPaper *paper = trh_booth_get_paper (self->booth);

  if (paper->kind == TRH_BALLOT_PAPER_APPROVAL)
    add_chosen (self);
  else if (paper->kind == TRH_BALLOT_PAPER_GRADES)
    for (guint i = 0; i < paper->candidates->len; i++)
      trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), make_graded_row (self, i));
  else
    for (guint rank = 1; rank <= trh_booth_get_n_chosen (self->booth); rank++)
      trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), make_ranked_row (self, rank));
}
