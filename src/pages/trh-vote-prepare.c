/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-prepare.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-edits.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-entry-row.h"

#define USUAL_CODES 60

typedef struct {
  TrhPage       *page;   /* outlives its windows */
  TrhVoteDialog *dialog;
  TrhPoll       *poll;   /* (nullable) (owned): the draft that is changed */
  GtkWidget     *question;
  GtkWidget     *who_votes;
  GPtrArray     *methods; /* (element-type GtkCheckButton): of each that is offered, one is active */
  GtkWidget     *seats;
  GtkWidget     *least;
  GtkWidget     *most;
  GtkWidget     *codes;
  GtkWidget     *rehearsal;
  GPtrArray     *artists; /* (element-type TrhArtist): in the order shown */
  GPtrArray     *checks;  /* (element-type GtkCheckButton): of each */
  GPtrArray     *letters; /* (element-type GtkLabel): of each */
} Prepare;

static void
prepare_free (gpointer data, GClosure *closure)
{
  Prepare *self = data;

  g_clear_object (&self->poll);
  g_ptr_array_unref (self->methods);
  g_ptr_array_unref (self->artists);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->letters);
  g_free (self);
}

/* The letters that the ticked artists will have. */
static void
on_ticked (Prepare *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean ticked = gtk_check_button_get_active (self->checks->pdata[i]);
      char text[TRH_POLL_LETTERS];

      gtk_label_set_label (self->letters->pdata[i], ticked ? trh_poll_get_letter (n, text) : "");
      gtk_widget_set_visible (self->letters->pdata[i], ticked); /* an empty label would be named after its type */
      n += ticked;
    }
}

static TrhPollRecord *
read_form (Prepare *self)
{
  TrhPollRecord *record;
  g_autofree char *id = g_uuid_string_random ();

  if (self->poll != NULL)
    record = trh_record_copy (trh_entity_peek_record (TRH_ENTITY (self->poll)));
  else
    {
      record = trh_record_new (&trh_poll_schema, id);
      record->ballot = TRH_BALLOT_APPROVAL;
    }
  for (guint i = 0; i < self->methods->len; i++)
    if (gtk_check_button_get_active (self->methods->pdata[i]))
      trh_record_set_text (&record->method, g_object_get_data (self->methods->pdata[i], "method"));
  trh_record_set_text (&record->question, trh_entry_row_get_text (TRH_ENTRY_ROW (self->question)));
  g_strstrip (record->question);
  trh_record_set_text (&record->who_votes, trh_entry_row_get_text (TRH_ENTRY_ROW (self->who_votes)));
  record->seats = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seats));
  record->min_choices = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->least));
  record->max_choices = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->most));
  record->codes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->codes));
  record->rehearsal = gtk_switch_get_active (GTK_SWITCH (self->rehearsal));
  g_ptr_array_set_size (record->candidates, 0);
  for (guint i = 0; i < self->artists->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        const TrhArtistRecord *artist = trh_entity_peek_record (self->artists->pdata[i]);
        TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

        trh_record_set_text (&candidate->artist_id, artist->base.id);
        trh_record_set_text (&candidate->name, artist->name);
        g_ptr_array_add (record->candidates, candidate);
      }
  return record;
}

static void
on_accepted (Prepare *self)
{
  TrhProject *project = trh_workspace_get_project (trh_page_get_workspace (self->page));
  TrhPollRecord *record = read_form (self);
  gboolean unasked = *record->question == '\0';
  g_autofree char *id = g_strdup (record->base.id);
  g_autoptr(TrhRecord) checked = trh_record_ref (record);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = trh_poll_edit_prepare (project, self->poll, record, &error);

  if (edit == NULL || !trh_poll_check_method (project, (const TrhPollRecord *) checked, &error))
    {
      trh_vote_dialog_refuse (self->dialog, error->message, unasked ? self->question : NULL);
      return;
    }
  if (trh_page_perform (self->page, edit))
    gtk_widget_activate_action (GTK_WIDGET (self->page), "votes.show", "s", id);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static int
compare_artists (gconstpointer a, gconstpointer b)
{
  const TrhArtistRecord *x = trh_entity_peek_record (*(TrhEntity *const *) a);
  const TrhArtistRecord *y = trh_entity_peek_record (*(TrhEntity *const *) b);

  return trh_text_compare (x->name, y->name);
}

static gboolean
is_candidate (const TrhPollRecord *poll, const char *artist_id)
{
  for (guint i = 0; poll != NULL && i < poll->candidates->len; i++)
    if (g_str_equal (((TrhCandidateRecord *) poll->candidates->pdata[i])->artist_id, artist_id))
      return TRUE;
  return FALSE;
}

static void
add_artist (Prepare *self, AdwPreferencesGroup *group, TrhArtist *artist, gboolean ticked)
{
  const TrhArtistRecord *record = trh_entity_peek_record (TRH_ENTITY (artist));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *letter = gtk_label_new ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), record->discipline);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (letter, "title-4");
  gtk_widget_add_css_class (letter, "accent");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), letter);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  trh_set_label (check, record->name); /* after the row, which adds its title */
  adw_preferences_group_add (group, row);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_ticked), self);
  g_ptr_array_add (self->artists, g_object_ref (artist));
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->letters, letter);
}

static void
add_artists (Prepare *self, TrhProject *project, const TrhPollRecord *poll)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("Artists"), _("Each ticked artist has a letter, which stands on the ballot and on the information sheet."));
  g_autoptr(GPtrArray) artists = g_ptr_array_new ();

  for (guint i = 0; i < trh_project_count (project, TRH_ARTISTS); i++)
    g_ptr_array_add (artists, trh_project_peek (project, TRH_ARTISTS, i));
  g_ptr_array_sort (artists, compare_artists);
  for (guint i = 0; i < artists->len; i++)
    {
      const TrhArtistRecord *artist = trh_entity_peek_record (artists->pdata[i]);

      add_artist (self, group, artists->pdata[i],
                  poll != NULL ? is_candidate (poll, artist->base.id) : artist->state == TRH_ARTIST_SHORTLISTED);
    }
  if (artists->len == 0)
    adw_preferences_group_set_description (group, _("This season has no artists yet: add them on the page Artists first."));
  on_ticked (self);
}

/* One row for each method that may decide such a vote, in the order in which they are offered. A method that
 * the draft has already stays on offer. */
static void
add_methods (Prepare *self, const TrhPollRecord *poll)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("How it is counted"),
    _("By approval the largest group of voters fills all places; the other ways share the places between all groups."));
  const TrhBallotPaperKind kind = poll != NULL ? (TrhBallotPaperKind) poll->ballot : TRH_BALLOT_PAPER_APPROVAL;
  const char *chosen = poll != NULL ? poll->method : trh_method_av.id;
  const TrhMethod *const *all = trh_method_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      const gboolean is_chosen = g_str_equal (all[i]->id, chosen);
      GtkWidget *row, *check;

      if (all[i]->kind != kind || (all[i]->use != TRH_METHOD_RESULT && !is_chosen))
        continue;
      row = adw_action_row_new ();
      check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
      if (self->methods->len > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->methods->pdata[0]);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (check), "method", (gpointer) all[i]->id);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(all[i]->name));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(all[i]->sentence));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      trh_set_label (check, _(all[i]->name)); /* after the row, which adds its title */
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->methods, check);
    }
}

/**
 * trh_vote_prepare:
 * @page: the page that performs the edit
 * @poll: (nullable): a draft to change; %NULL prepares a new poll
 */
void
trh_vote_prepare (TrhPage *page, TrhPoll *poll)
{
  const TrhPollRecord *record = poll != NULL ? trh_entity_peek_record (TRH_ENTITY (poll)) : NULL;
  const char *title = poll != NULL ? _("Change the Vote") : _("Prepare a Vote");
  Prepare *self = g_new0 (Prepare, 1);
  AdwPreferencesGroup *group;

  self->page = page;
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (page), title, poll != NULL ? _("_Change") : _("_Prepare"));
  trh_vote_dialog_set_tall (self->dialog);
  self->poll = poll != NULL ? g_object_ref (poll) : NULL;
  self->methods = g_ptr_array_new ();
  self->artists = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  self->letters = g_ptr_array_new ();

  group = trh_vote_dialog_add_group (self->dialog, _("Question"), NULL);
  self->question = trh_vote_dialog_add_entry (group, _("What residents are asked"),
                                              record != NULL ? record->question : _("Which artists would you like to host?"));
  self->who_votes = trh_vote_dialog_add_entry (group, _("Who may vote"), record != NULL ? record->who_votes : "");

  add_artists (self, trh_workspace_get_project (trh_page_get_workspace (page)), record);

  add_methods (self, record);
  group = trh_vote_dialog_add_group (self->dialog, _("Places and choices"), NULL);
  self->seats = trh_vote_dialog_add_number (group, _("Artists to choose"),
                                            _("Ties for the last place are kept: the list may be longer."), 1, TRH_MAX_SEATS,
                                            record != NULL ? record->seats : 3);
  self->least = trh_vote_dialog_add_number (group, _("Fewest choices on a ballot"),
                                            _("0 is no minimum; a blank ballot is always allowed."), 0, TRH_MAX_CANDIDATES,
                                            record != NULL ? record->min_choices : 0);
  self->most = trh_vote_dialog_add_number (group, _("Most choices on a ballot"), _("0 is no limit."),
                                           0, TRH_MAX_CANDIDATES, record != NULL ? record->max_choices : 0);

  group = trh_vote_dialog_add_group (self->dialog, _("In each town hall"), NULL);
  self->codes = trh_vote_dialog_add_number (group, _("Voting codes"), _("One slip of paper for each voter, and some more."),
                                            1, TRH_MAX_BALLOTS, record != NULL ? record->codes : USUAL_CODES);
  self->rehearsal = trh_vote_dialog_add_switch (group, _("Rehearsal"),
                                                _("Stamped on every screen; never counted with a real vote."),
                                                record != NULL && record->rehearsal);

  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (on_accepted), self, prepare_free, G_CONNECT_SWAPPED);
  trh_vote_dialog_present (self->dialog);
}
