/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-ballots.h"

#include <glib/gi18n.h>

#include "pages/trh-vote-document.h"

#define USUAL_BALLOTS 60 /* as many as codes of a new poll */
#define MOST_COPIES   500

/* The window, and what it asks. */
typedef struct {
  GtkWidget      *parent; /* (owned) */
  TrhVoteDialog  *dialog;
  TrhBallotPaper *paper;  /* (owned) */
  char           *place;
  GtkWidget      *copies;
  GtkWidget      *halves; /* (nullable): a switch, where A5 is possible */
  GtkWidget      *total;
} Ask;

static void
on_destroy (Ask *self)
{
  g_object_unref (self->parent);
  trh_ballot_paper_unref (self->paper);
  g_free (self->place);
  g_free (self);
}

static TrhPaperBallots
get_ballots (Ask *self)
{
  return (TrhPaperBallots) {
    .paper = self->paper,
    .place = self->place,
    .halves = self->halves != NULL && gtk_switch_get_active (GTK_SWITCH (self->halves)),
    .copies = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->copies)),
  };
}

static void
show_total (Ask *self)
{
  const TrhPaperBallots ballots = get_ballots (self);
  const guint n = ballots.copies * trh_paper_ballots_get_n_orders (&ballots);
  const guint n_sheets = trh_paper_ballots_get_n_sheets (&ballots);
  /* Translators: paper ballots */
  g_autofree char *printed = g_strdup_printf (ngettext ("%u ballot", "%u ballots", n), n);
  /* Translators: sides of A4 paper */
  g_autofree char *sheets = g_strdup_printf (ngettext ("%u page of A4", "%u pages of A4", n_sheets), n_sheets);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->total), printed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->total), sheets);
}

static void
hand_out (Ask *self, TrhVoteWay way)
{
  g_autofree char *name = *self->place != '\0' ? g_strconcat (_("ballots"), "-", self->place, ".pdf", NULL)
                                               : g_strconcat (_("ballots"), ".pdf", NULL);
  TrhVoteDocument document = {
    .job = _("Paper ballots"), .save_title = _("Save the ballots"), .file_name = g_strdelimit (name, " /'’", '-'),
    .printed = _("The ballots are sent to the printer."),
    .saved = _("The ballots are saved. Print them on one side, in real size.") };
  TrhPaperBallots ballots;

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->copies)); /* what was typed without leaving it */
  ballots = get_ballots (self);
  document.printout = trh_printout_new_ballots (&ballots);
  trh_vote_hand_out_telling (self->parent, self->dialog, way, &document);
}

static void
on_accepted (Ask *self)
{
  hand_out (self, TRH_VOTE_PRINT);
}

static void
on_save (Ask *self)
{
  hand_out (self, TRH_VOTE_SAVE);
}

void
trh_vote_ask_ballots (GtkWidget *parent, TrhBallotPaper *paper, const char *place)
{
  Ask *self = g_new0 (Ask, 1);
  const TrhPaperBallots one = { paper, place, FALSE, 1 };
  const guint n_orders = trh_paper_ballots_get_n_orders (&one);
  /* Translators: orders of the artists on paper ballots */
  g_autofree char *orders = g_strdup_printf (ngettext ("The artists are printed in %u order.",
                                                       "The artists are printed in %u orders, so that each comes first as often "
                                                       "as the others.", n_orders), n_orders);
  AdwPreferencesGroup *group;

  self->parent = g_object_ref (parent);
  self->paper = trh_ballot_paper_ref (paper);
  self->place = g_strdup (place);
  self->dialog = trh_vote_dialog_new (parent, _("Paper Ballots"), _("_Print…"));
  trh_vote_dialog_set_tall (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("How many"), orders);
  self->copies = trh_vote_dialog_add_number (group, n_orders > 1 ? _("Ballots of each order") : _("Ballots"), NULL, 1,
                                             MOST_COPIES, (int) ((USUAL_BALLOTS + n_orders - 1) / n_orders));
  if (trh_paper_ballots_can_halve (paper, place))
    self->halves = trh_vote_dialog_add_switch (group, _("Two ballots on a page"), _("A5, to cut in the middle"), TRUE);
  self->total = adw_action_row_new ();
  adw_preferences_group_add (group, self->total);
  group = trh_vote_dialog_add_group (self->dialog, _("On the ballots"),
                                     _("Letters of 14 points at least, the letter of each file, black ink only. Nothing tells "
                                       "one ballot from another: no number, no code. Print on one side, in real size."));
  trh_vote_dialog_offer_file (self->dialog, group, _("As a PDF"), _("To print it elsewhere, or to keep it"));
  g_signal_connect_swapped (self->copies, "value-changed", G_CALLBACK (show_total), self);
  if (self->halves != NULL)
    g_signal_connect_swapped (self->halves, "notify::active", G_CALLBACK (show_total), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->dialog, "save", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  show_total (self);
  trh_vote_dialog_present (self->dialog);
}
