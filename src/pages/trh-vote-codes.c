/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-codes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pages/trh-vote-console-row.h"
#include "pages/trh-vote-document.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"

#define MORE_CODES     20 /* proposed */
#define MAX_MORE_CODES 1000

/* --- slips --- */

static void
hand_out_slips (GtkWidget *parent, TrhVoteWay way, TrhVoteSession *session, const GArray *codes, TrhVoteHandedOut handed_out,
                gpointer user_data, GDestroyNotify destroy)
{
  const TrhKit *kit = trh_vote_session_peek_kit (session);
  const TrhSlips words = { kit->question, trh_vote_session_get_place (session), kit->urn->rehearsal };
  /* Translators: beginning of a file name, without accents: slips of paper with voting codes */
  g_autofree char *name = trh_vote_session_get_file_name (session, _("slips"), ".pdf");
  const TrhVoteDocument document = {
    .printout = trh_printout_new_slips (&words, codes), .job = _("Voting slips"), .save_title = _("Save the Slips"),
    .file_name = name,
    .printed = _("The slips are sent to the printer. When all are there, cut and shuffle them."),
    .saved = _("The slips are saved. Print and cut them, shuffle them, then delete the file.") };

  trh_vote_hand_out (parent, way, &document, handed_out, user_data, destroy);
}

static void
slips_handed_out (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  const TrhVoteCall *call = user_data;

  if (error == NULL)
    trh_vote_session_note_slips (call->session);
  gtk_widget_activate_action (call->window, "win.tell", "s", sentence);
}

static void
print_all (GtkWidget *window, TrhVoteSession *session)
{
  hand_out_slips (window, TRH_VOTE_PRINT, session, trh_vote_session_peek_codes (session), slips_handed_out,
                  trh_vote_call_new (window, session), trh_vote_call_free);
}

static void
save_all (GtkWidget *window, TrhVoteSession *session)
{
  hand_out_slips (window, TRH_VOTE_SAVE, session, trh_vote_session_peek_codes (session), slips_handed_out,
                  trh_vote_call_new (window, session), trh_vote_call_free);
}

static void
show_codes (GtkWidget *row, TrhVoteSession *session)
{
  const TrhUrnContent *urn = trh_urn_peek_content (trh_vote_session_get_urn (session));
  const guint n_made = trh_urn_content_get_n_codes (urn);
  const guint n_used = trh_urn_content_get_n_ballots (urn);
  const guint n_cancelled = trh_urn_content_get_n_cancelled (urn);
  const guint n_here = trh_vote_session_peek_codes (session)->len;
  /* Translators: voting codes */
  g_autofree char *made = g_strdup_printf (ngettext ("%u made", "%u made", n_made), n_made);
  /* Translators: voting codes */
  g_autofree char *used = g_strdup_printf (ngettext ("%u used", "%u used", n_used), n_used);
  /* Translators: voting codes */
  g_autofree char *cancelled = g_strdup_printf (ngettext ("%u cancelled", "%u cancelled", n_cancelled), n_cancelled);
  g_autofree char *here = g_strdup_printf (
    /* Translators: voting codes that can still be printed */
    ngettext ("%u can be printed until this window is closed: it is kept nowhere, and printing leaves no file.",
              "%u can be printed until this window is closed: they are kept nowhere, and printing leaves no file.", n_here),
    n_here);
  /* Translators: figures of codes, as in "60 made, 12 used, 1 cancelled"; then a sentence on a line of its own */
  g_autofree char *text = g_strdup_printf (_("%1$s, %2$s, %3$s\n%4$s"), made, used, cancelled,
                                           n_here > 0 ? here
                                                      : _("The codes are kept nowhere; slips that are printed stay good."));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  for (GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, n_here > 0);
}

/* How many codes there are, and the slips of those that are at hand. */
GtkWidget *
trh_vote_codes_row_new (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("view-list-symbolic", _("Voting codes"), NULL);

  trh_vote_console_row_add_button (row, _("_Print…"), _("Print slips with the voting codes"), session, print_all, NULL);
  trh_vote_console_row_add_file_button (row, _("Save the slips as a PDF"), session, save_all);
  trh_vote_console_row_follow (row, session, show_codes);
  return row;
}

/* --- codes that were just made --- */

static void
codes_handed_out (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  TrhVoteStep *self = user_data;

  if (error == NULL)
    trh_vote_session_note_slips (self->entity);
  trh_vote_tell_handed_out (self->parent, self->dialog, way, error, sentence);
}

static void
hand_out_codes (TrhVoteStep *self, TrhVoteWay way)
{
  const GArray *codes = g_object_get_data (G_OBJECT (self->dialog), "trh-codes");

  hand_out_slips (GTK_WIDGET (self->dialog), way, self->entity, codes, codes_handed_out,
                  trh_vote_step_ref (self), (GDestroyNotify) trh_vote_step_unref);
}

static void
print_codes (TrhVoteStep *self)
{
  hand_out_codes (self, TRH_VOTE_PRINT);
}

static void
save_codes (TrhVoteStep *self)
{
  hand_out_codes (self, TRH_VOTE_SAVE);
}

static GtkWidget *
list_codes (const GArray *codes)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Voting codes"), -1);
  for (guint i = 0; i < codes->len; i++)
    {
      char shown[TRH_CODE_SHOWN];
      GtkWidget *label;

      trh_code_show (&g_array_index (codes, TrhCode, i), shown);
      label = gtk_label_new (shown);
      gtk_widget_add_css_class (label, "monospace");
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), label);
      trh_set_label (gtk_widget_get_parent (label), shown);
    }
  return flow;
}

/**
 * trh_vote_show_codes:
 * @window: of the console
 * @session: an open session, which has them at hand
 * @codes: (element-type TrhCode): those to show
 */
void
trh_vote_show_codes (GtkWidget *window, TrhVoteSession *session, const GArray *codes)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("%u voting code", "%u voting codes", codes->len), codes->len);
  TrhVoteStep *self = trh_vote_step_new (window, NULL, session, _("Voting Codes"), _("_Print…"), print_codes);
  AdwPreferencesGroup *group;

  g_object_set_data_full (G_OBJECT (self->dialog), "trh-codes", trh_codes_join (codes, NULL), (GDestroyNotify) g_array_unref);
  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  group = trh_vote_dialog_add_group (self->dialog, heading,
                                     _("They are kept nowhere: until the window of the session is closed they can be printed. "
                                       "Printing leaves no file. Cut one slip for each, and let every voter draw one: no list "
                                       "says who has which."));
  trh_vote_dialog_offer_file (self->dialog, group, _("No printer here"),
                              _("A PDF to print elsewhere. Whoever has it can vote: delete it afterwards."));
  g_signal_connect_swapped (self->dialog, "save", G_CALLBACK (save_codes), self);
  adw_preferences_group_add (trh_vote_dialog_add_group (self->dialog, _("Codes"), NULL), list_codes (codes));
  trh_vote_dialog_present (self->dialog);
}

/* --- more codes --- */

static void
more_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autoptr(TrhVoteSession) session = g_object_ref (self->entity);
  g_autoptr(GtkWidget) window = g_object_ref (self->parent);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) codes = trh_urn_add_codes_finish (TRH_URN (source), result, &error);

  trh_vote_step_end (self, _("The codes are made. Print their slips."), error);
  if (codes == NULL)
    return;
  trh_vote_session_take_codes (session, codes);
  trh_vote_show_codes (window, session, codes);
}

static void
accept_more (TrhVoteStep *self)
{
  int n;

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->rows[0])); /* what was typed without leaving it */
  n = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->rows[0]));
  trh_vote_step_begin (self, _("Making codes…"));
  trh_urn_add_codes_async (trh_vote_session_get_urn (self->entity), (guint) n, more_made, self);
}

static void
ask_more (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteStep *self = trh_vote_step_new (window, NULL, session, _("More Codes"), _("_Make Codes"), accept_more);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, NULL, _("When slips are missing, or those that were made are lost. Codes that nobody used do no harm: they "
                          "are counted at the closing."));

  self->rows[0] = trh_vote_dialog_add_number (group, _("How many"), NULL, 1, MAX_MORE_CODES, MORE_CODES);
  trh_vote_dialog_present (self->dialog);
}

static void
show_while_voting (GtkWidget *row, TrhVoteSession *session)
{
  gtk_widget_set_sensitive (row, !trh_urn_is_stopped (trh_vote_session_get_urn (session)));
}

GtkWidget *
trh_vote_more_codes_row_new (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("list-add-symbolic", _("More codes"), _("When slips are missing."));

  trh_vote_console_row_add_button (row, _("_More Codes…"), _("Make more voting codes"), session, ask_more, NULL);
  trh_vote_console_row_follow (row, session, show_while_voting);
  return row;
}

/* --- a lost code --- */

static void
cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_urn_change_finish (TRH_URN (source), result, &error);
  trh_vote_step_end (user_data, _("The code is cancelled: nobody can vote with it."), error);
}

static void
accept_lost (TrhVoteStep *self)
{
  const char *typed = trh_vote_step_get_text (self, 0);

  if (*typed == '\0')
    {
      trh_vote_dialog_refuse (self->dialog, _("Type the code of the slip."), self->rows[0]);
      return;
    }
  trh_vote_step_begin (self, _("Cancelling the code…"));
  trh_urn_cancel_async (trh_vote_session_get_urn (self->entity), typed, cancelled, self);
}

static void
ask_lost (GtkWidget *window, TrhVoteSession *session)
{
  TrhVoteStep *self = trh_vote_step_new (window, NULL, session, _("Cancel a Code"), _("_Cancel the Code"), accept_lost);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, NULL, _("Of a slip that is torn, or given back for a ballot of paper. A code that has voted stays used. Of a "
                          "slip that is lost nobody knows the code: give another slip, and write it down as an incident."));

  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  self->rows[0] = trh_vote_dialog_add_entry (group, _("Code on the slip"), "");
  trh_vote_dialog_present (self->dialog);
}

GtkWidget *
trh_vote_lost_code_row_new (TrhVoteSession *session)
{
  GtkWidget *row = trh_vote_console_row_new ("edit-clear-symbolic", _("A slip that must not vote"),
                                             _("Torn, or given back for a ballot of paper."));

  trh_vote_console_row_add_button (row, _("_Cancel a Code…"), _("Cancel the code of a slip"), session, ask_lost, NULL);
  trh_vote_console_row_follow (row, session, show_while_voting);
  return row;
}
