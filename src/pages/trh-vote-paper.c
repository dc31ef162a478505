/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-paper-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "widgets/trh-dialog-header.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-entry-row.h"
#include "widgets/trh-row-error.h"

G_DEFINE_FINAL_TYPE (TrhVotePaper, trh_vote_paper, ADW_TYPE_WINDOW)

static void show_step (TrhVotePaper *self, TrhPaperStep step);

/* --- telling --- */

static void
forget_error (TrhVotePaper *self)
{
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  for (guint i = 0; i < 2 && self->rows[i] != NULL; i++)
    trh_row_set_error (self->rows[i], GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (self->rows[i]))), NULL);
}

static void
refuse (TrhVotePaper *self, const char *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  trh_set_label (self->error, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
  gtk_widget_grab_focus (self->error);
}

static void
refuse_name (TrhVotePaper *self, guint typist, const char *sentence)
{
  GtkWidget *entry = GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (self->rows[typist])));

  trh_row_set_error (self->rows[typist], entry, sentence);
  gtk_widget_grab_focus (entry);
}

/* --- the steps --- */

/* Whose turn it is. */
static guint
get_typist (TrhVotePaper *self)
{
  return self->step == TRH_PAPER_SECOND || self->step == TRH_PAPER_SECOND_TYPES ? 1 : 0;
}

static void
show_status (TrhVotePaper *self, const char *icon, const char *title, const char *words)
{
  g_autofree char *label = g_strdup_printf ("%s. %s", title, words);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, words);
  trh_set_label (self->status_heading, label);
  gtk_stack_set_visible_child_name (self->stack, "status");
  gtk_widget_grab_focus (self->status_heading);
}

static void
show_handing_over (TrhVotePaper *self)
{
  const guint typist = get_typist (self);
  const char *other = self->names[1 - typist];
  /* Translators: a person */
  g_autofree char *title = g_strdup_printf (_("%s types"), self->names[typist]);
  g_autofree char *words = NULL;

  if (typist == 0 && trh_pile_get_n (self->pile, 1) == 0) /* later the order must stay as it is */
    /* Translators: the person who must not see */
    words = g_strdup_printf (_("%s looks away. Shuffle the papers, then number them: the first of the pile is ballot 1."), other);
  else
    /* Translators: the person who must not see */
    words = g_strdup_printf (_("%s looks away: nobody sees what the other one typed. The same pile, in the same order, from "
                               "ballot 1."), other);
  show_status (self, "input-keyboard-symbolic", title, words);
}

static void
show_done (TrhVotePaper *self)
{
  const guint n = trh_pile_get_n (self->pile, 0);
  /* Translators: paper ballots */
  g_autofree char *title = g_strdup_printf (ngettext ("%u ballot is recorded", "%u ballots are recorded", n), n);

  show_status (self, "emblem-ok-symbolic", title,
               _("Valid and blank ballots are sealed among the others; null ones are counted with their cause. Keep the papers "
                 "together, with both names, for the minutes."));
}

static void
show_typing (TrhVotePaper *self)
{
  trh_vote_typing_end (self->typing_pane);
  g_clear_pointer (&self->typing, trh_typing_free);
  self->typing = trh_typing_new (self->paper, self->pile, get_typist (self));
  if (self->step == TRH_PAPER_SETTLES)
    trh_typing_settle (self->typing, self->settling);
  gtk_stack_set_visible_child_name (self->stack, "typing");
  trh_vote_typing_begin (self->typing_pane, self->paper, self->typing);
}

static void
show_page (TrhVotePaper *self, GtkWidget *page)
{
  adw_bin_set_child (self->page_bin, page);
  gtk_stack_set_visible_child_name (self->stack, "page");
  if (self->message == NULL || !gtk_widget_grab_focus (self->message))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
set_buttons (TrhVotePaper *self, const char *verb, const char *leave)
{
  gtk_widget_set_visible (GTK_WIDGET (self->verb), verb != NULL);
  if (verb != NULL)
    {
      gtk_button_set_label (self->verb, verb);
      trh_set_label_of_mnemonic (self->verb, verb);
    }
  gtk_button_set_label (self->leave, leave);
  trh_set_label_of_mnemonic (self->leave, leave);
}

static void
show_subtitle (TrhVotePaper *self)
{
  const gboolean types = self->step == TRH_PAPER_FIRST_TYPES || self->step == TRH_PAPER_SECOND_TYPES;
  const char *place = trh_urn_peek_content (self->urn)->place;
  /* Translators: a person */
  g_autofree char *who = types ? g_strdup_printf (_("%s types"), self->names[get_typist (self)]) : NULL;

  trh_dialog_header_set_subtitle (self->header, who != NULL ? who : place);
}

static void
show_step (TrhVotePaper *self, TrhPaperStep step)
{
  const char *const cancel = _("_Cancel");

  self->step = step;
  forget_error (self);
  self->rows[0] = self->rows[1] = self->spin = self->message = NULL; /* made again with their page */
  if (step != TRH_PAPER_FIRST_TYPES && step != TRH_PAPER_SECOND_TYPES && step != TRH_PAPER_SETTLES)
    trh_vote_typing_end (self->typing_pane);
  show_subtitle (self);
  switch (step)
    {
    case TRH_PAPER_START:
      set_buttons (self, _("_Continue"), cancel);
      show_page (self, trh_vote_paper_make_start (self));
      break;
    case TRH_PAPER_FIRST:
    case TRH_PAPER_SECOND:
      set_buttons (self, _("_Begin Typing"), cancel);
      show_handing_over (self);
      break;
    case TRH_PAPER_FIRST_TYPES:
    case TRH_PAPER_SECOND_TYPES:
      set_buttons (self, _("Pile _Finished"), cancel);
      show_typing (self);
      break;
    case TRH_PAPER_DIFFERENCES:
      set_buttons (self, NULL, cancel);
      show_page (self, trh_vote_paper_make_differences (self));
      break;
    case TRH_PAPER_SETTLES:
      set_buttons (self, NULL, cancel);
      show_typing (self);
      break;
    case TRH_PAPER_TOTALS:
      set_buttons (self, _("Put into the _Urn"), cancel);
      show_page (self, trh_vote_paper_make_totals (self));
      break;
    case TRH_PAPER_SAVING:
      set_buttons (self, NULL, cancel);
      break;
    case TRH_PAPER_DONE:
    default:
      set_buttons (self, _("_Another Pile"), _("_Close"));
      show_done (self);
    }
}

/* When nothing differs any more the papers are counted, else the next difference is shown. */
static void
compare (TrhVotePaper *self)
{
  g_autoptr(GArray) numbers = trh_pile_compare (self->pile);

  if (numbers->len > 0)
    {
      show_step (self, TRH_PAPER_DIFFERENCES);
      return;
    }
  g_clear_pointer (&self->lot, trh_urn_lot_free);
  g_clear_pointer (&self->marks, g_bytes_unref);
  self->lot = trh_pile_get_lot (self->pile, &self->marks, NULL);
  show_step (self, TRH_PAPER_TOTALS);
}

static void
begin_pile (TrhVotePaper *self)
{
  const TrhUrnContent *content = trh_urn_peek_content (self->urn);

  g_clear_pointer (&self->typing, trh_typing_free);
  g_clear_pointer (&self->pile, trh_pile_free);
  g_clear_pointer (&self->lot, trh_urn_lot_free);
  g_clear_pointer (&self->marks, g_bytes_unref);
  self->pile = trh_pile_new (&content->form);
}

static void
accept_start (TrhVotePaper *self)
{
  forget_error (self);
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->names[i]);
      self->names[i] = g_strstrip (g_strdup (trh_entry_row_get_text (TRH_ENTRY_ROW (self->rows[i]))));
      if (*self->names[i] == '\0')
        {
          refuse_name (self, i, _("Two people are needed: write both names."));
          return;
        }
    }
  if (trh_text_compare (self->names[0], self->names[1]) == 0)
    {
      refuse_name (self, 1, _("Two different people are needed."));
      return;
    }
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin)); /* what was typed without leaving it */
  self->found = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin));
  if (self->found == 0)
    {
      refuse (self, _("Count the papers of the pile by hand first."));
      return;
    }
  begin_pile (self);
  show_step (self, TRH_PAPER_FIRST);
}

/* After the first one the second one types, unless that is done already and it was the first one's again. */
static void
finish_typing (TrhVotePaper *self)
{
  const guint typist = get_typist (self);
  g_autoptr(GArray) differences = NULL;
  g_autoptr(GError) error = NULL;

  if (!trh_pile_finish (self->pile, typist, self->names[typist], &error))
    refuse (self, error->message);
  else if ((differences = trh_pile_compare (self->pile)) == NULL)
    show_step (self, TRH_PAPER_SECOND);
  else
    compare (self);
}

static void
asked_about_number (const char *response, gpointer user_data)
{
  g_autoptr(TrhVotePaper) self = user_data;

  if (self->typing == NULL) /* the window is gone */
    return;
  if (g_str_equal (response, "do"))
    finish_typing (self);
  else
    trh_vote_typing_begin (self->typing_pane, self->paper, self->typing);
}

static void
ask_to_finish (TrhVotePaper *self)
{
  const guint n = trh_pile_get_n (self->pile, get_typist (self));
  g_autofree char *words = NULL;

  if (!trh_typing_is_empty (self->typing))
    {
      refuse (self, _("A ballot is half typed: keep it with Enter, or erase it with Backspace."));
      return;
    }
  if ((int) n == self->found)
    {
      finish_typing (self);
      return;
    }
  /* Translators: paper ballots */
  words = g_strdup_printf (ngettext ("%u ballot is typed", "%u ballots are typed", n), n);
  {
    /* Translators: %1$s is as in “23 ballots are typed”, %2$d how many were counted by hand */
    g_autofree char *sentence = g_strdup_printf (ngettext ("%1$s, but %2$d was counted in the pile.",
                                                           "%1$s, but %2$d were counted in the pile.", (gulong) self->found),
                                                 words, self->found);

    trh_ask (GTK_WIDGET (self), _("Finish this pile?"), sentence, _("_Finish"), FALSE, asked_about_number, g_object_ref (self));
  }
}

static void
lot_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhVotePaper) self = user_data;
  g_autoptr(GError) error = NULL;

  if (trh_urn_change_finish (TRH_URN (source), result, &error))
    {
      show_step (self, TRH_PAPER_DONE);
      return;
    }
  /* What is in the urn is not typed again, however unsure the disk is. */
  show_step (self, g_error_matches (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE) ? TRH_PAPER_DONE : TRH_PAPER_TOTALS);
  refuse (self, error->message);
}

static void
put_into_urn (TrhVotePaper *self)
{
  show_step (self, TRH_PAPER_SAVING);
  trh_urn_add_lot_async (self->urn, self->lot, g_bytes_get_data (self->marks, NULL), self->paper->candidates->len, lot_saved,
                         g_object_ref (self));
}

static void
on_verb (TrhVotePaper *self)
{
  switch (self->step)
    {
    case TRH_PAPER_START:
      accept_start (self);
      break;
    case TRH_PAPER_FIRST:
      show_step (self, TRH_PAPER_FIRST_TYPES);
      break;
    case TRH_PAPER_SECOND:
      show_step (self, TRH_PAPER_SECOND_TYPES);
      break;
    case TRH_PAPER_FIRST_TYPES:
    case TRH_PAPER_SECOND_TYPES:
      ask_to_finish (self);
      break;
    case TRH_PAPER_TOTALS:
      put_into_urn (self);
      break;
    case TRH_PAPER_DONE:
      g_clear_pointer (&self->pile, trh_pile_free);
      show_step (self, TRH_PAPER_START);
      break;
    case TRH_PAPER_DIFFERENCES:
    case TRH_PAPER_SETTLES:
    case TRH_PAPER_SAVING:
    default:
      break;
    }
}

static gboolean
on_verb_keys (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_verb (TRH_VOTE_PAPER (widget));
  return TRUE;
}

static void
on_entered (TrhVotePaper *self)
{
  forget_error (self);
  if (self->step == TRH_PAPER_SETTLES)
    compare (self);
}

/* Both read on paper @number what @typist typed. */
void
trh_vote_paper_settle_as (TrhVotePaper *self, guint number, guint typist)
{
  TrhNullCause cause;
  const guint8 *marks = trh_pile_peek (self->pile, typist, number, &cause);
  g_autofree guint8 *copy = g_memdup2 (marks, self->paper->candidates->len);
  g_autoptr(GError) error = NULL;

  if (!trh_pile_settle (self->pile, number, copy, cause, &error))
    refuse (self, error->message);
  else
    compare (self);
}

/* Both read something else on paper @number. */
void
trh_vote_paper_settle_anew (TrhVotePaper *self, guint number)
{
  self->settling = number;
  show_step (self, TRH_PAPER_SETTLES);
}

/* @typist skipped a paper, or typed one twice. */
void
trh_vote_paper_restart (TrhVotePaper *self, guint typist)
{
  trh_pile_restart (self->pile, typist);
  self->step = typist == 0 ? TRH_PAPER_FIRST : TRH_PAPER_SECOND;
  show_step (self, self->step);
}

/* --- leaving --- */

static void
close_now (gpointer data)
{
  g_autoptr(TrhVotePaper) self = data;

  gtk_window_close (GTK_WINDOW (self));
}

static void
asked_to_close (const char *response, gpointer user_data)
{
  g_autoptr(TrhVotePaper) self = user_data;

  if (!g_str_equal (response, "do"))
    return;
  self->may_close = TRUE;
  g_idle_add_once (close_now, g_object_ref (self)); /* the question above this window must be gone first */
}

static gboolean
on_close_request (TrhVotePaper *self)
{
  if (self->step == TRH_PAPER_SAVING)
    return TRUE;
  if (self->step == TRH_PAPER_SETTLES)
    {
      compare (self); /* back to the differences */
      return TRUE;
    }
  if (self->may_close || self->pile == NULL || self->step == TRH_PAPER_DONE)
    return FALSE;
  trh_ask_to_leave (GTK_WIDGET (self), _("Close and forget this pile?"),
                    _("Nothing of it is in the urn yet. The papers are still there: they can be typed again."),
                    _("_Go on Typing"), _("_Forget the Pile"), asked_to_close, g_object_ref (self));
  return TRUE;
}

static void
trh_vote_paper_dispose (GObject *object)
{
  TrhVotePaper *self = TRH_VOTE_PAPER (object);

  if (self->typing_pane != NULL)
    trh_vote_typing_end (self->typing_pane);
  g_clear_pointer (&self->typing, trh_typing_free);
  g_clear_pointer (&self->pile, trh_pile_free);
  g_clear_pointer (&self->lot, trh_urn_lot_free);
  g_clear_pointer (&self->marks, g_bytes_unref);
  g_clear_pointer (&self->paper, trh_ballot_paper_unref);
  g_clear_pointer (&self->names[0], g_free);
  g_clear_pointer (&self->names[1], g_free);
  g_clear_object (&self->urn);

  G_OBJECT_CLASS (trh_vote_paper_parent_class)->dispose (object);
}

static void
trh_vote_paper_class_init (TrhVotePaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_vote_paper_dispose;
  g_type_ensure (TRH_TYPE_VOTE_TYPING);
  g_type_ensure (TRH_TYPE_DIALOG_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-vote-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, header);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, leave);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, verb);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, error);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, error_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, page_bin);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, status);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, status_heading);
  gtk_widget_class_bind_template_child (widget_class, TrhVotePaper, typing_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_verb);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_verb_keys, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_verb_keys, NULL);
}

static void
trh_vote_paper_init (TrhVotePaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_let_buttons_wrap (GTK_WIDGET (self));
}

/**
 * trh_vote_paper_new:
 * @parent: a widget of the window above which it is shown
 * @urn: of an open session; lent to the window until it is closed
 * @paper: what the ballots of @urn ask
 *
 * Returns: (transfer none): the window, shown
 */
TrhVotePaper *
trh_vote_paper_new (GtkWidget *parent, TrhUrn *urn, TrhBallotPaper *paper)
{
  TrhVotePaper *self = g_object_new (TRH_TYPE_VOTE_PAPER, "transient-for", gtk_widget_get_root (parent), NULL);

  self->urn = g_object_ref (urn);
  self->paper = trh_ballot_paper_ref (paper);
  self->found = -1;
  gtk_window_present (GTK_WINDOW (self));
  show_step (self, TRH_PAPER_START);
  return self;
}
