/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-typing.h"

#include <glib/gi18n.h>

#include "core/voting/trh-grades.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-wrap-layout.h"

struct _TrhVoteTyping
{
  GtkBox          parent_instance;

  TrhBallotPaper *paper;    /* (nullable) (owned): while a paper is typed */
  TrhTyping      *typing;   /* (nullable) (unowned) */
  char           *refusal;  /* (nullable): why the last key was refused */
  guint           held_key; /* keyval that is down; 0 is none */

  GtkWidget      *heading;
  GtkLabel       *number_label;
  GtkLabel       *said_label;
  GtkLabel       *note_label;
  GtkWidget      *choices;
  GtkStack       *lists;
  GtkListBox     *marks;
  GtkListBox     *causes;
  GtkWidget      *buttons;
  GtkButton      *back_button;
  GtkButton      *blank_button;
  GtkButton      *null_button;
  GtkButton      *enter_button;
};

G_DEFINE_FINAL_TYPE (TrhVoteTyping, trh_vote_typing, GTK_TYPE_BOX)

enum { ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_approval (TrhVoteTyping *self)
{
  return self->paper->kind == TRH_BALLOT_PAPER_APPROVAL;
}

static gboolean
asks_cause (TrhVoteTyping *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), "causes") == 0;
}

/* --- what is shown --- */

/* From 1, the best. */
static const char *
say_grade (TrhVoteTyping *self, guint grade)
{
  return trh_grades_translate ((const char *const *) self->paper->grades, grade - 1);
}

/* Ticks are one word, mentions and ranks are themselves. */
static char *
dup_mark (TrhVoteTyping *self, guint candidate)
{
  const guint mark = trh_typing_get_mark (self->typing, candidate);

  if (mark == 0)
    return g_strdup ("");
  switch (self->paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      return g_strdup (say_grade (self, mark));
    case TRH_BALLOT_PAPER_RANKING:
      return g_strdup_printf ("%u", mark);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return g_strdup (_("ticked"));
    }
}

static GtkWidget *
make_row (const char *key, const char *letter, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *key_label = gtk_label_new (key);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *mark_label = gtk_label_new (NULL);

  gtk_widget_add_css_class (key_label, "trh-key");
  gtk_widget_set_valign (key_label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key_label, *key != '\0');
  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_add_css_class (mark_label, "heading");
  gtk_label_set_wrap (GTK_LABEL (mark_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (mark_label), 1);
  gtk_box_append (GTK_BOX (box), key_label);
  if (letter != NULL)
    {
      GtkWidget *letter_label = gtk_label_new (letter);

      gtk_widget_add_css_class (letter_label, "title-4");
      gtk_label_set_width_chars (GTK_LABEL (letter_label), 2);
      gtk_box_append (GTK_BOX (box), letter_label);
    }
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), mark_label);
  gtk_widget_add_css_class (box, "trh-typed-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "mark", mark_label);
  return row;
}

static void
show_marks (TrhVoteTyping *self)
{
  for (guint i = 0; i < self->paper->candidates->len; i++)
    {
      const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (self->paper, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->marks, (int) i);
      g_autofree char *mark = dup_mark (self, i);
      g_autofree char *label = g_strjoin (", ", candidate->name, *mark != '\0' ? mark : _("no mark"), NULL);
      g_autofree char *lettered = g_strdup_printf ("%s %s", candidate->letter, label);

      gtk_label_set_label (g_object_get_data (G_OBJECT (row), "mark"), mark);
      trh_set_label (row, lettered);
      if (i == trh_typing_get_cursor (self->typing))
        gtk_list_box_select_row (self->marks, row);
    }
}

static char *
dup_note (TrhVoteTyping *self)
{
  g_autofree char *cursor = trh_typing_say_cursor (self->typing);

  if (self->refusal != NULL)
    return g_strdup (self->refusal);
  if (asks_cause (self))
    return g_strdup (_("Why does this ballot not count? Press the number of the cause, Escape to go back."));
  if (trh_typing_get_state (self->typing) != TRH_TYPING_MARKS)
    return g_strdup (_("Enter keeps it, Backspace erases it."));
  switch (self->paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      /* Translators: letter and name of an artist */
      return g_strdup_printf (_("Next: %s. Press the number of the mention; the arrows go to another artist."), cursor);
    case TRH_BALLOT_PAPER_RANKING:
      /* Translators: letter and name of an artist */
      return g_strdup_printf (_("Next: %s. Press the number in the box; the arrows go to another artist."), cursor);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return g_strdup (_("Press the numbers of the ticked artists, then Enter."));
    }
}

/* The whole message is the name of the heading, which has the focus: it is read again when it changes (ux rule A4). */
static void
show_all (TrhVoteTyping *self)
{
  /* Translators: a paper ballot in its pile; %u is its number */
  g_autofree char *number = g_strdup_printf (_("Ballot %u"), trh_typing_get_number (self->typing));
  g_autofree char *said = trh_typing_say (self->typing);
  g_autofree char *note = dup_note (self);
  /* Translators: “Ballot 12”, what is typed of it, what can be done now */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s. %3$s"), number, said, note);

  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->said_label, said);
  gtk_label_set_label (self->note_label, note);
  if (self->refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note_label), "error");
  if (trh_typing_is_empty (self->typing))
    gtk_widget_add_css_class (GTK_WIDGET (self->said_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said_label), "dim-label");
  trh_set_label (self->heading, label);
  gtk_widget_set_visible (self->choices, !is_approval (self) && !asks_cause (self));
  show_marks (self);
}

static void
refuse (TrhVoteTyping *self, const char *sentence)
{
  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
}

/* After each act the keyboard is where the line is read. */
static void
end_act (TrhVoteTyping *self)
{
  show_all (self);
  gtk_widget_grab_focus (self->heading);
}

/* --- what can be done --- */

static void
choose_digit (TrhVoteTyping *self, guint digit)
{
  refuse (self, NULL);
  if (!asks_cause (self))
    trh_typing_press_digit (self->typing, digit);
  else if (digit >= 1 && digit <= TRH_N_NULL_CAUSES)
    {
      trh_typing_set_null (self->typing, (TrhNullCause) (digit - 1));
      gtk_stack_set_visible_child_name (self->lists, "marks");
    }
  end_act (self);
}

static void
on_blank (TrhVoteTyping *self)
{
  refuse (self, NULL);
  trh_typing_set_blank (self->typing);
  gtk_stack_set_visible_child_name (self->lists, "marks");
  end_act (self);
}

static void
on_null (TrhVoteTyping *self)
{
  refuse (self, NULL);
  gtk_stack_set_visible_child_name (self->lists, asks_cause (self) ? "marks" : "causes");
  end_act (self);
}

static void
on_back (TrhVoteTyping *self)
{
  refuse (self, NULL);
  if (asks_cause (self))
    gtk_stack_set_visible_child_name (self->lists, "marks");
  else if (!trh_typing_go_back (self->typing))
    refuse (self, _("There is no ballot before this one."));
  end_act (self);
}

static void
on_enter (TrhVoteTyping *self)
{
  g_autoptr(GError) error = NULL;

  refuse (self, NULL);
  if (asks_cause (self))
    {
      end_act (self); /* it asks again */
      return;
    }
  if (!trh_typing_enter (self->typing, &error))
    {
      refuse (self, error->message);
      end_act (self);
      return;
    }
  end_act (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_mark_activated (TrhVoteTyping *self, GtkListBoxRow *row)
{
  refuse (self, NULL);
  trh_typing_point (self->typing, (guint) gtk_list_box_row_get_index (row));
  if (is_approval (self))
    trh_typing_press_space (self->typing);
  end_act (self);
}

static void
on_cause_activated (TrhVoteTyping *self, GtkListBoxRow *row)
{
  choose_digit (self, (guint) gtk_list_box_row_get_index (row) + 1);
}

/* Digits of all keyboards: the upper row of a French one gives digits only with Shift (ux rule A8). */
static int
find_digit (guint keyval)
{
  static const guint french[] = { GDK_KEY_agrave, GDK_KEY_ampersand, GDK_KEY_eacute, GDK_KEY_quotedbl, GDK_KEY_apostrophe,
                                  GDK_KEY_parenleft, GDK_KEY_minus, GDK_KEY_egrave, GDK_KEY_underscore, GDK_KEY_ccedilla };

  for (guint digit = 0; digit <= 9; digit++)
    if (keyval == GDK_KEY_0 + digit || keyval == GDK_KEY_KP_0 + digit || keyval == french[digit])
      return (int) digit;
  return -1;
}

static gboolean
move (TrhVoteTyping *self, int step)
{
  refuse (self, NULL);
  if (!asks_cause (self))
    trh_typing_move (self->typing, step);
  end_act (self);
  return TRUE;
}

/* A key of its own; FALSE leaves it to others. */
static gboolean
press (TrhVoteTyping *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_b:
    case GDK_KEY_B:
      on_blank (self);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
      on_null (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      on_enter (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      on_back (self);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      refuse (self, NULL);
      if (!asks_cause (self))
        trh_typing_press_space (self->typing);
      end_act (self);
      return TRUE;
    case GDK_KEY_Escape:
      if (!asks_cause (self))
        return FALSE;
      on_back (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A key that stays down acts once: a heavy hand on Backspace must not empty the pile. */
static gboolean
on_key_pressed (TrhVoteTyping *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  const gboolean repeated = self->held_key == keyval;
  const int digit = find_digit (keyval);

  if (self->typing == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  self->held_key = keyval;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return move (self, 1);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return move (self, -1);
  if (repeated)
    return TRUE;
  if (digit < 0)
    return press (self, keyval);
  choose_digit (self, (guint) digit);
  return TRUE;
}

static void
on_key_released (TrhVoteTyping *self)
{
  self->held_key = 0;
}

/* --- the two lists --- */

static void
clear (TrhVoteTyping *self)
{
  GtkListBoxRow *row;
  GtkWidget *child;

  while ((row = gtk_list_box_get_row_at_index (self->marks, 0)) != NULL)
    gtk_list_box_remove (self->marks, GTK_WIDGET (row));
  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
}

static void
on_choice (GtkButton *button, TrhVoteTyping *self)
{
  choose_digit (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "digit")));
}

/* Mentions or ranks for the artist under the cursor, with their keys. */
static void
add_choices (TrhVoteTyping *self)
{
  const gboolean graded = self->paper->kind == TRH_BALLOT_PAPER_GRADES;
  const guint n = graded ? trh_ballot_paper_get_n_grades (self->paper) : trh_ballot_paper_get_limit (self->paper);

  for (guint i = 1; !is_approval (self) && i <= n; i++)
    {
      g_autofree char *label = graded ? g_strdup_printf ("%u · %s", i, say_grade (self, i))
                                      : g_strdup_printf ("%u", i);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "digit", GUINT_TO_POINTER (i % 10));
      trh_set_label (button, label);
      g_signal_connect (button, "clicked", G_CALLBACK (on_choice), self);
      gtk_box_append (GTK_BOX (self->choices), button);
    }
}

/**
 * trh_vote_typing_begin:
 * @paper: what is asked
 * @typing: (transfer none): until trh_vote_typing_end()
 */
void
trh_vote_typing_begin (TrhVoteTyping *self, TrhBallotPaper *paper, TrhTyping *typing)
{
  trh_vote_typing_end (self);
  self->paper = trh_ballot_paper_ref (paper);
  self->typing = typing;
  for (guint i = 0; i < paper->candidates->len; i++)
    {
      const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (paper, i);
      g_autofree char *key = is_approval (self) && i < 10 ? g_strdup_printf ("%u", (i + 1) % 10) : g_strdup ("");

      gtk_list_box_append (self->marks, make_row (key, candidate->letter, candidate->name));
    }
  add_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), TRUE);
  gtk_stack_set_visible_child_name (self->lists, "marks");
  end_act (self);
}

/* Forgets the typing, and what was shown of it. */
void
trh_vote_typing_end (TrhVoteTyping *self)
{
  clear (self);
  gtk_label_set_label (self->said_label, _("Nothing is being typed")); /* no label is empty (ux rule A5) */
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), FALSE);
  trh_set_label (self->heading, _("Nothing is being typed"));
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->paper, trh_ballot_paper_unref);
  self->typing = NULL;
}

static void
trh_vote_typing_dispose (GObject *object)
{
  TrhVoteTyping *self = TRH_VOTE_TYPING (object);

  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->paper, trh_ballot_paper_unref);
  self->typing = NULL;

  G_OBJECT_CLASS (trh_vote_typing_parent_class)->dispose (object);
}

static void
trh_vote_typing_class_init (TrhVoteTypingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_vote_typing_dispose;
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-vote-typing.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, heading);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, number_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, said_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, note_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, choices);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, lists);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, marks);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, causes);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, back_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, blank_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, null_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteTyping, enter_button);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_released);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_cause_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_blank);
  gtk_widget_class_bind_template_callback (widget_class, on_null);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
}

static void
set_button (GtkButton *button, const char *label, const char *name)
{
  gtk_button_set_label (button, label);
  trh_set_label (button, name);
}

static void
trh_vote_typing_init (TrhVoteTyping *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_vote_typing_end (self);
  gtk_widget_set_layout_manager (self->choices, trh_wrap_layout_new ());
  gtk_widget_set_layout_manager (self->buttons, trh_wrap_layout_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Artists"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->causes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Causes of nullity"), -1);
  set_button (self->back_button, _("Back · ⌫"), _("Back: erase this ballot, or take the one before (Backspace)"));
  set_button (self->blank_button, _("Blank · B"), _("This ballot is blank (B)"));
  set_button (self->null_button, _("Null… · N"), _("This ballot is null (N)"));
  set_button (self->enter_button, _("Next · Enter"), _("Keep this ballot and go to the next (Enter)"));
  for (guint i = 0; i < TRH_N_NULL_CAUSES; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);
      GtkWidget *row = make_row (key, NULL, trh_null_cause_say ((TrhNullCause) i));
      g_autofree char *label = g_strjoin (", ", key, trh_null_cause_say ((TrhNullCause) i), NULL);

      gtk_list_box_append (self->causes, row);
      trh_set_label (row, label);
    }
}
