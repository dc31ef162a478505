/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-sealed.h"

#include <glib/gi18n.h>

#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-reconciliation.h"
#include "pages/trh-vote-parts.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

/**
 * trh_vote_hand_out_minutes:
 * @window: with the action win.tell
 * @dialog: (nullable): the window above it that asks
 * @way: to a printer or into a file
 * @session: a session whose urn is closed
 */
void
trh_vote_hand_out_minutes (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, TrhVoteSession *session)
{
  /* Translators: beginning of a file name, without accents: the minutes of a session */
  g_autofree char *name = trh_vote_session_get_file_name (session, _("minutes"), ".pdf");
  const TrhVoteDocument document = {
    .printout = trh_printout_new_sheet (trh_vote_session_make_minutes (session)), .job = _("Minutes"), .copies = 2,
    .save_title = _("Save the Minutes"), .file_name = name,
    .printed = _("The minutes are sent to the printer. Read them aloud and sign both copies."),
    .saved = _("The minutes are saved. Print them in two copies, read them aloud and sign them.") };

  trh_vote_hand_out_telling (window, dialog, way, &document);
}

/* A row with the words of a fingerprint to read aloud, large and as one text, and its digits; (transfer floating). */
GtkWidget *
trh_vote_make_words (const char *fingerprint)
{
  g_autofree char *words = trh_fingerprint_say (fingerprint);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *large = gtk_label_new (words);
  g_autofree char *halves = g_strdup_printf ("%.*s\n%s", TRH_FINGERPRINT_HEX / 2, fingerprint,
                                             fingerprint + TRH_FINGERPRINT_HEX / 2);
  GtkWidget *small = gtk_label_new (halves);

  gtk_widget_add_css_class (large, "title-2");
  gtk_widget_add_css_class (small, "monospace");
  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (large), TRUE);
  gtk_label_set_justify (GTK_LABEL (large), GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (GTK_LABEL (small), TRUE);
  gtk_label_set_wrap (GTK_LABEL (small), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (small), PANGO_WRAP_CHAR);
  gtk_label_set_justify (GTK_LABEL (small), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), large);
  gtk_box_append (GTK_BOX (box), small);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  trh_set_label (row, words);
  return row;
}

static void
add_sealed (AdwPreferencesGroup *seal, AdwPreferencesGroup *figures, TrhVoteSession *session)
{
  g_autofree char *fingerprint = trh_vote_session_dup_fingerprint (session);
  TrhReconciliation sums;
  g_autoptr(GPtrArray) sentences = NULL;

  trh_reconciliation_init (&sums, trh_urn_peek_content (trh_vote_session_get_urn (session)));
  sentences = trh_reconciliation_say (&sums, NULL);
  adw_preferences_group_add (seal, trh_vote_make_words (fingerprint));
  for (guint i = 0; i < sentences->len; i++)
    trh_plain_row_add (figures, sentences->pdata[i], NULL);
}

static const char *
say_seal (void)
{
  return _("Read these words aloud and write them down. Who hears the same from another copy has the same urn: not one ballot "
           "was changed, added or taken away.");
}

/**
 * trh_vote_add_sealed:
 * @box: where its groups go
 * @session: a session whose urn is closed
 */
void
trh_vote_add_sealed (GtkWidget *box, TrhVoteSession *session)
{
  const char *const titles[] = { _("The urn is sealed"), _("Figures") };
  AdwPreferencesGroup *groups[2];

  for (guint i = 0; i < 2; i++)
    {
      groups[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      trh_title_group (groups[i], titles[i]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (groups[i]));
    }
  adw_preferences_group_set_description (groups[0], say_seal ());
  add_sealed (groups[0], groups[1], session);
}

static void
print_minutes (TrhVoteStep *self)
{
  trh_vote_hand_out_minutes (self->parent, self->dialog, TRH_VOTE_PRINT, self->entity);
}

static void
save_minutes (TrhVoteStep *self)
{
  trh_vote_hand_out_minutes (self->parent, self->dialog, TRH_VOTE_SAVE, self->entity);
}

/**
 * trh_vote_show_sealed:
 * @window: with the action win.tell
 * @session: a session whose urn is closed
 */
void
trh_vote_show_sealed (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteStep *self = trh_vote_step_new (window, NULL, session, _("The Urn Is Sealed"), _("_Print…"), print_minutes);
  AdwPreferencesGroup *seal = trh_vote_dialog_add_group (self->dialog, trh_vote_session_get_place (session), say_seal ());
  AdwPreferencesGroup *minutes;

  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  add_sealed (seal, trh_vote_dialog_add_group (self->dialog, _("Figures"), NULL), session);
  minutes = trh_vote_dialog_add_group (self->dialog, _("Minutes"), _("Print them in two copies, to read aloud and sign."));
  trh_vote_dialog_offer_file (self->dialog, minutes, _("As a PDF"), _("To print it elsewhere, or to keep it"));
  g_signal_connect_swapped (self->dialog, "save", G_CALLBACK (save_minutes), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
