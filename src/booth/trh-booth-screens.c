/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-view-private.h"

#include <adwaita.h>
#include <string.h>

#include "booth/trh-booth-style.h"
#include "booth/trh-booth-wrap.h"
#include "widgets/trh-dialogs.h"

#define KEYS_PER_ROW 9

static void
go_on (TrhBoothView *self)
{
  trh_booth_go_on (self->booth);
}

static void
go_back (TrhBoothView *self)
{
  trh_booth_go_back (self->booth);
}

static void
cast (TrhBoothView *self)
{
  trh_booth_cast (self->booth);
}

static void
stay (TrhBoothView *self)
{
  trh_booth_stay (self->booth);
}

static void
erase_last (TrhBoothView *self)
{
  trh_booth_erase_last (self->booth);
}

static void
give_back (TrhBoothView *self)
{
  trh_booth_give_back (self->booth);
}

static void
erase_ballot (TrhBoothView *self)
{
  trh_booth_erase_ballot (self->booth);
}

static void
leave (TrhBoothView *self)
{
  trh_booth_leave (self->booth);
}

static void
add_body_button (TrhBoothView *self, TrhBoothText text, GCallback clicked)
{
  gtk_widget_set_halign (trh_booth_view_add_button (self->body, trh_booth_view_say (self, text), clicked, self),
                         GTK_ALIGN_START);
}

static GtkWidget *
add_main (TrhBoothView *self, TrhBoothText text, GCallback clicked)
{
  return trh_booth_view_add_button (self->footer, trh_booth_view_say (self, text), clicked, self);
}

/* The way on: on the right, filled. */
static GtkWidget *
add_way_on (TrhBoothView *self, TrhBoothText text, GCallback clicked)
{
  GtkWidget *button = add_main (self, text, clicked);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}

static void
on_key (GtkButton *key, TrhBoothView *self)
{
  trh_booth_type (self->booth, gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (key))))[0]);
}

/* A grid of characters that are all the voter needs, for those without a keyboard. */
static void
add_keys (TrhBoothView *self, const char *characters)
{
  int gap = trh_booth_view_px (self, TRH_BOOTH_GAP_MM);
  int width_px = KEYS_PER_ROW * trh_booth_view_px (self, TRH_BOOTH_KEY_MM + TRH_BOOTH_GAP_MM);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *erase;

  gtk_widget_set_layout_manager (keys, trh_booth_wrap_new (gap, gap));
  gtk_widget_add_css_class (keys, "key");
  for (const char *c = characters; *c != '\0'; c++)
    {
      char label[] = { *c, '\0' };
      GtkWidget *key = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (key), gtk_label_new (label));
      trh_set_label (key, label);
      g_signal_connect (key, "clicked", G_CALLBACK (on_key), self);
      gtk_box_append (GTK_BOX (keys), key);
    }
  erase = trh_booth_view_add_button (keys, trh_booth_view_say (self, TRH_TEXT_ERASE), G_CALLBACK (erase_last), self);
  trh_set_label (erase, trh_booth_view_say (self, TRH_TEXT_ERASE_LAST));
  adw_clamp_set_child (ADW_CLAMP (clamp), keys);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width_px);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->body), clamp);
}

static void
add_typed (TrhBoothView *self)
{
  self->typed = trh_booth_view_add_line (self, NULL);
  gtk_widget_add_css_class (self->typed, "code");
}

static char *
dup_name (const TrhPaperCandidate *candidate)
{
  return candidate->discipline[0] != '\0' ? g_strconcat (candidate->name, ", ", candidate->discipline, NULL)
                                          : g_strdup (candidate->name);
}

/* A name, and beside it, or below, what helps to find the file on the table. */
GtkWidget *
trh_booth_view_make_name (TrhBoothView *self, const TrhPaperCandidate *candidate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = trh_booth_wrapped_label (candidate->name);
  g_autofree char *file = trh_booth_text_fill (TRH_TEXT_FILE, trh_booth_get_language (self->booth), "letter",
                                               candidate->letter, NULL);
  g_autofree char *second = candidate->discipline[0] != '\0'
                              ? g_strconcat (candidate->discipline, " · ", file, NULL) : g_strdup (file);
  GtkWidget *line = trh_booth_wrapped_label (second);

  gtk_widget_set_layout_manager (box, trh_booth_wrap_new (trh_booth_view_px (self, 4), 0));
  gtk_widget_add_css_class (name, "name");
  gtk_widget_add_css_class (line, "second");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static void
on_toggled (GtkCheckButton *card, TrhBoothView *self)
{
  guint candidate = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "trh-candidate"));

  /* The booth decides: what it refuses, the update takes back. */
  if (gtk_check_button_get_active (card) != trh_booth_is_chosen (self->booth, candidate))
    trh_booth_toggle (self->booth, candidate);
}

static GtkWidget *
make_card (TrhBoothView *self, guint candidate)
{
  const TrhPaperCandidate *shown = trh_ballot_paper_get_candidate (trh_booth_get_paper (self->booth), candidate);
  g_autofree char *name = dup_name (shown);
  g_autofree char *label = trh_booth_text_fill (TRH_TEXT_CARD, trh_booth_get_language (self->booth), "artist", name,
                                                "letter", shown->letter, NULL);
  GtkWidget *card = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, trh_booth_view_px (self, 3));
  GtkWidget *chosen = gtk_label_new (trh_booth_view_say (self, TRH_TEXT_CHOSEN));

  gtk_widget_add_css_class (card, "answer");
  gtk_box_append (GTK_BOX (box), trh_booth_view_make_name (self, shown));
  gtk_box_append (GTK_BOX (box), chosen);
  g_object_bind_property (card, "active", chosen, "visible", G_BINDING_SYNC_CREATE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (card), box);
  trh_set_label (card, label);
  g_object_set_data (G_OBJECT (card), "trh-candidate", GUINT_TO_POINTER (candidate));
  g_signal_connect (card, "toggled", G_CALLBACK (on_toggled), self);
  return card;
}

static void
show_page (TrhBoothView *self, guint card)
{
  self->card = card;
  trh_booth_deck_show_card (TRH_BOOTH_DECK (self->deck), card);
  gtk_widget_grab_focus (self->heading);
}

static void
on_back (TrhBoothView *self)
{
  guint first = trh_booth_deck_get_first (TRH_BOOTH_DECK (self->deck));

  if (first > 0)
    show_page (self, first - 1);
  else
    trh_booth_go_back (self->booth);
}

/* Whether another artist can be graded after this one. */
static bool
has_next_question (TrhBoothView *self)
{
  return self->screen == TRH_SCREEN_CHOICES && trh_booth_get_paper (self->booth)->kind == TRH_BALLOT_PAPER_GRADES &&
         self->question + 1 < trh_booth_get_n_questions (self->booth);
}

/* After the last page of the review comes its first again. */
static void
on_next (TrhBoothView *self)
{
  TrhBoothDeck *deck = TRH_BOOTH_DECK (self->deck);
  guint next = trh_booth_deck_get_first (deck) + trh_booth_deck_get_n_shown (deck);

  if (next < trh_booth_deck_get_n_cards (deck))
    show_page (self, next);
  else if (has_next_question (self))
    trh_booth_show_question (self->booth, self->question + 1);
  else
    show_page (self, 0);
}

/* A button of the footer that now leads elsewhere. */
static void
relabel (TrhBoothView *self, GtkWidget *button, TrhBoothText label, TrhBoothText name, guint question)
{
  const char *text = trh_booth_view_say (self, label);
  g_autofree char *full = NULL;

  if (name != label)
    {
      guint candidate = trh_booth_get_candidate (self->booth, question);

      full = trh_booth_text_fill (name, trh_booth_get_language (self->booth), "artist",
                                  trh_ballot_paper_get_candidate (trh_booth_get_paper (self->booth), candidate)->name, NULL);
    }
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  trh_set_label (button, full != NULL ? full : text);
}

/* Before the page of cards: another page, another artist or rank, another step. */
static void
relabel_back (TrhBoothView *self, bool is_first)
{
  if (!is_first)
    relabel (self, self->back, TRH_TEXT_PREVIOUS_ARTISTS, TRH_TEXT_PREVIOUS_ARTISTS, 0);
  else if (self->question == 0)
    relabel (self, self->back, TRH_TEXT_BACK, TRH_TEXT_BACK, 0);
  else if (trh_booth_get_paper (self->booth)->kind == TRH_BALLOT_PAPER_GRADES)
    relabel (self, self->back, TRH_TEXT_PREVIOUS, TRH_TEXT_PREVIOUS_NAME, self->question - 1);
  else
    relabel (self, self->back, TRH_TEXT_PREVIOUS, TRH_TEXT_PREVIOUS, 0);
}

/* Which buttons lead where depends on how many cards fit. */
static void
on_paged (TrhBoothView *self)
{
  TrhBoothDeck *deck = TRH_BOOTH_DECK (self->deck);
  guint n = trh_booth_deck_get_n_cards (deck), first = trh_booth_deck_get_first (deck);
  guint end = first + trh_booth_deck_get_n_shown (deck);
  bool is_last = end >= n;

  gtk_widget_set_visible (self->more, first > 0 || !is_last);
  if (gtk_widget_get_visible (self->more))
    {
      g_autofree char *from = g_strdup_printf ("%u", first + 1), *to = g_strdup_printf ("%u", end);
      g_autofree char *all = g_strdup_printf ("%u", n);
      g_autofree char *text = trh_booth_text_fill (TRH_TEXT_SCREEN, trh_booth_get_language (self->booth), "first", from,
                                                   "last", to, "n", all, NULL);

      gtk_label_set_text (GTK_LABEL (self->more), text);
    }
  if (self->next != NULL && is_last && has_next_question (self))
    relabel (self, self->next, TRH_TEXT_NEXT, TRH_TEXT_NEXT_NAME, self->question + 1);
  else if (self->next != NULL)
    relabel (self, self->next, TRH_TEXT_NEXT_ARTISTS, TRH_TEXT_NEXT_ARTISTS, 0);
  is_last = is_last && !has_next_question (self);
  if (self->next != NULL)
    gtk_widget_set_visible (self->next, self->screen == TRH_SCREEN_REVIEW ? first > 0 || !is_last : !is_last);
  if (self->check != NULL && is_last)
    gtk_widget_add_css_class (self->check, "suggested-action");
  else if (self->check != NULL)
    gtk_widget_remove_css_class (self->check, "suggested-action");
  if (self->screen == TRH_SCREEN_CHOICES && self->back != NULL)
    relabel_back (self, first == 0);
}

/* A deck below what the screen says; @role: a group, or one of radio buttons. */
void
trh_booth_view_add_deck (TrhBoothView *self, GtkAccessibleRole role)
{
  self->deck = trh_booth_deck_new (trh_booth_view_px (self, TRH_BOOTH_GAP_MM), role);
  gtk_widget_set_vexpand (self->deck, TRUE);
  g_signal_connect_swapped (self->deck, "paged", G_CALLBACK (on_paged), self);
  gtk_box_append (GTK_BOX (self->body), self->deck);
  self->more = trh_booth_view_add_line (self, NULL);
  gtk_widget_add_css_class (self->more, "second");
  gtk_widget_set_visible (self->more, FALSE);
}

static void
build_welcome (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_WELCOME));
  self->go_on = add_way_on (self, TRH_TEXT_BEGIN, G_CALLBACK (go_on));
}

static void
build_code (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_CODE));
  add_typed (self);
  add_keys (self, TRH_BOOTH_ALPHABET);
  add_main (self, TRH_TEXT_BACK, G_CALLBACK (go_back));
  self->go_on = add_way_on (self, TRH_TEXT_CONTINUE, G_CALLBACK (go_on));
}

static void
build_how (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_get_paper (self->booth)->question);
  trh_booth_view_add_line (self, trh_booth_view_say (self, TRH_TEXT_HOW));
  if (trh_booth_get_paper (self->booth)->rotates)
    trh_booth_view_add_line (self, trh_booth_view_say (self, TRH_TEXT_ORDER));
  add_main (self, TRH_TEXT_BACK, G_CALLBACK (go_back));
  self->go_on = add_way_on (self, TRH_TEXT_CONTINUE, G_CALLBACK (go_on));
}

static void
add_cards (TrhBoothView *self)
{
  guint n = trh_booth_get_paper (self->booth)->candidates->len;

  trh_booth_view_add_deck (self, GTK_ACCESSIBLE_ROLE_GROUP);
  self->cards = g_ptr_array_new ();
  g_ptr_array_set_size (self->cards, (int) n);
  for (guint i = 0; i < n; i++)
    {
      guint candidate = trh_booth_get_candidate (self->booth, i);

      self->cards->pdata[candidate] = make_card (self, candidate);
      trh_booth_deck_append (TRH_BOOTH_DECK (self->deck), self->cards->pdata[candidate]);
    }
}

static void
build_choices (TrhBoothView *self)
{
  static void (*const builders[]) (TrhBoothView *self) = {
    [TRH_BALLOT_PAPER_APPROVAL] = add_cards,
    [TRH_BALLOT_PAPER_GRADES] = trh_booth_view_build_grades,
    [TRH_BALLOT_PAPER_RANKING] = trh_booth_view_build_ranks,
  };
  TrhBallotPaperKind kind = trh_booth_get_paper (self->booth)->kind;
  g_autofree char *question = trh_booth_dup_question (self->booth);

  trh_booth_view_set_heading (self, question);
  builders[kind] (self);
  trh_booth_deck_show_card (TRH_BOOTH_DECK (self->deck), self->card);
  self->back = add_main (self, TRH_TEXT_BACK, G_CALLBACK (on_back));
  self->check = add_main (self, kind == TRH_BALLOT_PAPER_RANKING ? TRH_TEXT_RANK_STOP : TRH_TEXT_CHECK, G_CALLBACK (go_on));
  gtk_widget_set_hexpand (self->check, TRUE);
  gtk_widget_set_halign (self->check, GTK_ALIGN_END);
  self->next = add_main (self, TRH_TEXT_NEXT_ARTISTS, G_CALLBACK (on_next));
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_set_visible (self->next, FALSE);
  on_paged (self); /* the deck tells only what changes later */
}

static void
build_review (TrhBoothView *self)
{
  g_autofree char *summary = trh_booth_dup_review (self->booth);
  bool blank = trh_booth_get_n_chosen (self->booth) == 0;

  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_REVIEW));
  trh_booth_view_add_line (self, summary);
  if (!blank)
    trh_booth_view_add_deck (self, GTK_ACCESSIBLE_ROLE_GROUP);
  if (!blank)
    trh_booth_view_add_rows (self);
  add_main (self, blank ? TRH_TEXT_BACK_TO_BALLOT : TRH_TEXT_CHANGE, G_CALLBACK (go_back));
  if (!blank)
    {
      self->next = add_main (self, TRH_TEXT_NEXT_ARTISTS, G_CALLBACK (on_next));
      gtk_widget_set_visible (self->next, FALSE);
    }
  if (trh_booth_is_short (self->booth))
    return;

  trh_booth_view_add_line (self, trh_booth_view_say (self, TRH_TEXT_FINAL));
  self->cast = add_way_on (self, blank ? TRH_TEXT_CAST_BLANK : TRH_TEXT_CAST, G_CALLBACK (cast));
}

static void
build_saving (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_SAVING));
}

static void
build_done (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_DONE));
}

static void
build_erased (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_ERASED));
  self->go_on = add_way_on (self, TRH_TEXT_CONTINUE, G_CALLBACK (go_on));
}

static void
build_idle (TrhBoothView *self)
{
  self->go_on = add_way_on (self, TRH_TEXT_STAY, G_CALLBACK (stay));
}

static void
build_pin (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_CURTAIN));
  add_typed (self);
  add_keys (self, "1234567890");
  add_main (self, TRH_TEXT_GIVE_BACK, G_CALLBACK (give_back));
}

static void
build_organiser (TrhBoothView *self)
{
  trh_booth_view_set_heading (self, trh_booth_view_say (self, TRH_TEXT_OPENED));
  add_body_button (self, TRH_TEXT_ERASE_BALLOT, G_CALLBACK (erase_ballot));
  add_body_button (self, TRH_TEXT_LEAVE, G_CALLBACK (leave));
  self->go_on = add_way_on (self, TRH_TEXT_GIVE_BACK, G_CALLBACK (give_back));
}

static void
empty (GtkWidget *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (box)) != NULL;)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Makes the screen of the moment, in the language of the moment. */
void
trh_booth_view_build (TrhBoothView *self)
{
  static void (*const builders[]) (TrhBoothView *self) = {
    [TRH_SCREEN_WELCOME] = build_welcome, [TRH_SCREEN_CODE] = build_code,     [TRH_SCREEN_HOW] = build_how,
    [TRH_SCREEN_CHOICES] = build_choices, [TRH_SCREEN_REVIEW] = build_review, [TRH_SCREEN_SAVING] = build_saving,
    [TRH_SCREEN_DONE] = build_done,       [TRH_SCREEN_ERASED] = build_erased, [TRH_SCREEN_IDLE] = build_idle,
    [TRH_SCREEN_PIN] = build_pin,         [TRH_SCREEN_ORGANISER] = build_organiser,
  };

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->more = self->typed = self->deck = NULL;
  self->back = self->next = self->check = self->cast = self->remove = self->go_on = NULL;
  empty (self->body);
  empty (self->footer);
  builders[self->screen] (self);

  /* A screen that only says something says it large, in the middle. */
  if (gtk_widget_get_first_child (self->body) == NULL)
    gtk_widget_add_css_class (self->heading, "large");
  else
    gtk_widget_remove_css_class (self->heading, "large");
  gtk_widget_set_vexpand (self->body, gtk_widget_get_first_child (self->body) != NULL);
  gtk_widget_set_valign (self->middle, gtk_widget_get_first_child (self->body) != NULL ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
}

static void
update_typed (TrhBoothView *self)
{
  g_autofree char *text = NULL, *name = NULL;

  if (self->screen == TRH_SCREEN_PIN)
    {
      guint n = trh_booth_get_n_digits (self->booth);
      GString *dots = g_string_new (NULL);

      for (guint i = 0; i < TRH_BOOTH_PIN_LENGTH; i++)
        g_string_append (dots, i < n ? "●" : "○");
      text = g_string_free (dots, FALSE);
      name = trh_booth_text_count (TRH_TEXT_PIN_TYPED_ONE, trh_booth_get_language (self->booth), n, NULL);
    }
  else
    {
      const char *code = trh_booth_get_code (self->booth);

      text = trh_booth_dup_shown_code (self->booth);
      name = trh_booth_text_fill (TRH_TEXT_CODE_FIELD, trh_booth_get_language (self->booth), "code",
                                  code[0] != '\0' ? code : trh_booth_view_say (self, TRH_TEXT_CODE_EMPTY), NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->typed), text);
  trh_set_label (self->typed, name);
}

static void
update_choices (TrhBoothView *self)
{
  const char *language = trh_booth_get_language (self->booth);
  TrhBallotPaper *paper = trh_booth_get_paper (self->booth);
  guint n = trh_booth_get_n_chosen (self->booth);
  g_autofree char *all = g_strdup_printf ("%u", paper->candidates->len);
  g_autofree char *name = NULL;

  if (paper->kind == TRH_BALLOT_PAPER_RANKING)
    return; /* each rank that is given turns to another screen */
  if (paper->kind == TRH_BALLOT_PAPER_GRADES)
    trh_booth_view_update_grades (self);
  else
    for (guint i = 0; i < self->cards->len; i++)
      gtk_check_button_set_active (self->cards->pdata[i], trh_booth_is_chosen (self->booth, i));
  name = paper->kind == TRH_BALLOT_PAPER_GRADES
           ? trh_booth_text_count (TRH_TEXT_CHECK_ANSWERS_ONE, language, n, "all", all, NULL)
           : trh_booth_text_count (TRH_TEXT_CHECK_NAME_ONE, language, n, NULL);
  trh_set_label (self->check, name);
}

/* Brings what is on the screen to the state of the booth. */
void
trh_booth_view_update (TrhBoothView *self)
{
  const char *language = trh_booth_get_language (self->booth);

  if (self->typed != NULL)
    update_typed (self);
  gtk_widget_set_visible (self->instruction, self->screen == TRH_SCREEN_HOW || self->screen == TRH_SCREEN_CHOICES);
  if (gtk_widget_get_visible (self->instruction))
    {
      g_autofree char *instruction = trh_booth_dup_instruction (self->booth);

      gtk_label_set_text (GTK_LABEL (self->instruction), instruction);
      if (self->deck != NULL && trh_booth_get_paper (self->booth)->kind == TRH_BALLOT_PAPER_APPROVAL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->deck), GTK_ACCESSIBLE_PROPERTY_LABEL, instruction, -1);
    }
  if (self->screen == TRH_SCREEN_CHOICES)
    update_choices (self);
  if (self->cast != NULL)
    gtk_widget_set_sensitive (self->cast, trh_booth_can_cast (self->booth));
  if (self->screen == TRH_SCREEN_IDLE)
    {
      g_autofree char *question = trh_booth_text_count (TRH_TEXT_IDLE_ONE, language,
                                                        trh_booth_get_seconds_left (self->booth), NULL);

      trh_booth_view_set_heading (self, question);
    }
}
