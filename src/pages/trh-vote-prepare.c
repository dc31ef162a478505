/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-prepare.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-words.h"
#include "pages/trh-draft-link.h"
#include "pages/trh-form.h"
#include "pages/trh-vote-prepare-private.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-entry-row.h"
#include "widgets/trh-plain-row.h"

#define USUAL_CODES 60
#define DAYS_FOR_SESSIONS 60 /* usually enough for all towns, and the count */
#define DAYS_TO_COMPLAIN  30 /* then the roll has served */
#define USUAL_SEATS 3

static void
candidate_free (gpointer data)
{
  TrhVoteCandidate *candidate = data;

  g_object_unref (candidate->artist);
  g_free (candidate);
}

static void
prepare_free (gpointer data, GClosure *closure)
{
  TrhVotePrepare *self = data;

  g_clear_object (&self->poll);
  g_object_unref (self->draft);
  g_ptr_array_unref (self->candidates);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->methods);
  g_ptr_array_unref (self->leads);
  g_ptr_array_unref (self->quotas);
  g_ptr_array_unref (self->quota_rows);
  g_ptr_array_unref (self->valley_ids);
  g_free (self);
}

TrhProject *
trh_vote_prepare_get_project (TrhVotePrepare *self)
{
  return trh_workspace_get_project (trh_page_get_workspace (self->page));
}

gboolean
trh_vote_prepare_is_ticked (TrhVotePrepare *self, guint candidate)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (((TrhVoteCandidate *) self->candidates->pdata[candidate])->check));
}

/* The letters that the ticked artists will have. */
static void
show_letters (TrhVotePrepare *self)
{
  guint n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const TrhVoteCandidate *candidate = self->candidates->pdata[i];
      const gboolean ticked = trh_vote_prepare_is_ticked (self, i);
      char text[TRH_POLL_LETTERS];

      gtk_label_set_label (GTK_LABEL (candidate->letter), ticked ? trh_poll_get_letter (n, text) : "");
      gtk_widget_set_visible (candidate->letter, ticked); /* an empty label would be named after its type */
      n += ticked;
    }
}

/* Nothing is offered that the method cannot do. */
static void
show_ties (TrhVotePrepare *self, const TrhPollRecord *record)
{
  const gboolean only_draw = trh_poll_always_draws (record);

  gtk_widget_set_visible (self->ties, !only_draw);
  gtk_widget_set_visible (self->draw, only_draw);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->draw), only_draw ? trh_poll_say_ties (record) : "");
}

/**
 * trh_vote_prepare_changed:
 *
 * Something was chosen: shows what follows from it.
 */
void
trh_vote_prepare_changed (TrhVotePrepare *self)
{
  TrhPollRecord *record;
  g_autoptr(TrhRecord) owned = NULL;
  g_autofree char *limits = NULL;

  if (self->rehearsal == NULL) /* the last row: not all are there yet */
    return;
  trh_vote_dialog_forget (self->dialog);
  show_letters (self);
  trh_vote_prepare_show_ballot (self);
  record = trh_vote_prepare_read (self);
  owned = (TrhRecord *) record;
  limits = trh_poll_say_limits (record);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->limits), limits);
  trh_vote_prepare_show_guarantees (self, record);
  show_ties (self, record);
}

/**
 * trh_vote_prepare_read:
 *
 * Returns: (transfer full): the poll as the window says it
 */
TrhPollRecord *
trh_vote_prepare_read (TrhVotePrepare *self)
{
  TrhPollRecord *record = trh_record_copy (trh_entity_peek_record (self->draft));

  trh_record_set_text (&record->question, trh_entry_row_get_text (TRH_ENTRY_ROW (self->question)));
  g_strstrip (record->question);
  trh_record_set_text (&record->who_votes, trh_entry_row_get_text (TRH_ENTRY_ROW (self->who_votes)));
  record->seats = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seats));
  record->codes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->codes));
  record->ties = (int) trh_vote_dialog_get_option (self->ties);
  record->order = (int) trh_vote_dialog_get_option (self->order);
  record->rehearsal = gtk_switch_get_active (GTK_SWITCH (self->rehearsal));
  g_ptr_array_set_size (record->candidates, 0);
  for (guint i = 0; i < self->candidates->len; i++)
    if (trh_vote_prepare_is_ticked (self, i))
      {
        const TrhVoteCandidate *shown = self->candidates->pdata[i];
        const TrhArtistRecord *artist = trh_entity_peek_record (TRH_ENTITY (shown->artist));
        TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

        trh_record_set_text (&candidate->artist_id, artist->base.id);
        trh_record_set_text (&candidate->name, artist->name);
        g_ptr_array_add (record->candidates, candidate);
      }
  trh_vote_prepare_read_ballot (self, record);
  if (trh_poll_always_draws (record))
    record->ties = TRH_TIES_LOT;
  trh_vote_prepare_read_guarantees (self, record);
  return record;
}

static void
on_accepted (TrhVotePrepare *self)
{
  TrhProject *project = trh_vote_prepare_get_project (self);
  TrhPollRecord *record = trh_vote_prepare_read (self);
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
  trh_vote_dialog_end (self->dialog);
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
add_artist (TrhVotePrepare *self, AdwPreferencesGroup *group, TrhArtist *artist, gboolean ticked)
{
  const TrhArtistRecord *record = trh_entity_peek_record (TRH_ENTITY (artist));
  TrhVoteCandidate *candidate = g_new0 (TrhVoteCandidate, 1);
  GtkWidget *row = adw_action_row_new ();

  candidate->artist = g_object_ref (artist);
  candidate->check = gtk_check_button_new ();
  candidate->letter = gtk_label_new ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), record->discipline);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (candidate->check), ticked);
  gtk_widget_set_valign (candidate->check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (candidate->letter, "title-4");
  gtk_widget_add_css_class (candidate->letter, "accent");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), candidate->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), candidate->letter);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), candidate->check);
  trh_set_label (candidate->check, record->name); /* after the row, which adds its title */
  adw_preferences_group_add (group, row);
  g_signal_connect_swapped (candidate->check, "toggled", G_CALLBACK (trh_vote_prepare_changed), self);
  g_ptr_array_add (self->candidates, candidate);
}

static void
add_artists (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  TrhProject *project = trh_vote_prepare_get_project (self);
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
}

static void
add_places (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  /* in the order of #TrhTies */
  const char *const ties[] = { _("Kept: the list may be longer"), _("Settled by a draw in public, once the urns are sealed"),
                               NULL };
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, _("Places"), NULL);

  self->seats = trh_vote_dialog_add_number (group, _("Artists to choose"), NULL, 1, TRH_MAX_SEATS,
                                            poll != NULL ? poll->seats : USUAL_SEATS);
  g_signal_connect_swapped (self->seats, "value-changed", G_CALLBACK (trh_vote_prepare_changed), self);
  self->ties = trh_vote_dialog_add_options (group, _("Ties for the last place"), ties,
                                            poll != NULL ? (guint) poll->ties : TRH_TIES_KEPT);
  self->draw = trh_plain_row_add (group, _("Ties"), "");
  trh_vote_prepare_add_limits (self, group, poll);
  trh_vote_prepare_add_guarantees (self, group, poll);
}

static void
add_order (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  /* in the order of #TrhBallotOrder; the first place alone is worth some voices */
  const char *const orders[] = { _("In rotation: each ballot begins with another artist"),
                                 _("Fixed, alphabetical. Careful: whoever comes first gains a few voices by it"), NULL };
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, _("On the ballot"), NULL);

  self->order = trh_vote_dialog_add_options (group, _("Order of the artists"), orders,
                                             poll != NULL ? (guint) poll->order : TRH_ORDER_ROTATION);
  trh_vote_prepare_add_languages (self, group, poll);
}

static void
add_sessions (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, _("In each town hall"), NULL);
  g_autoptr(TrhFieldLink) purge = trh_draft_link_new (trh_page_get_workspace (self->page), self->draft, "purge-day");

  self->codes = trh_vote_dialog_add_number (group, _("Voting codes"), _("One slip of paper for each voter, and some more."),
                                            1, TRH_MAX_BALLOTS, poll != NULL ? poll->codes : USUAL_CODES);
  adw_preferences_group_add (group, trh_form_row_new (purge));
  self->rehearsal = trh_vote_dialog_add_switch (group, _("Rehearsal"),
                                                _("Stamped on every screen; never counted with a real vote."),
                                                poll != NULL && poll->rehearsal);
}

/* A new poll. Its roll and codes have a last day from the first one: nobody remembers it later. */
static gpointer
make_poll (void)
{
  g_autofree char *id = g_uuid_string_random ();
  TrhPollRecord *poll = trh_record_new (&trh_poll_schema, id);

  poll->purge_day = trh_day_today () + DAYS_FOR_SESSIONS + DAYS_TO_COMPLAIN;
  return poll;
}

/* What the window begins with: @poll, or a new one. */
static TrhEntity *
make_draft (const TrhPollRecord *poll)
{
  TrhEntity *draft = g_object_new (TRH_TYPE_POLL, NULL);
  g_autoptr(TrhRecord) record = poll != NULL ? trh_record_copy (poll) : make_poll ();

  trh_entity_set_record (draft, record);
  return draft;
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
  TrhVotePrepare *self = g_new0 (TrhVotePrepare, 1);
  AdwPreferencesGroup *group;

  self->page = page;
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (page), title, poll != NULL ? _("_Change") : _("_Prepare"));
  trh_vote_dialog_set_tall (self->dialog);
  self->poll = poll != NULL ? g_object_ref (poll) : NULL;
  self->draft = make_draft (record);
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->kinds = g_ptr_array_new ();
  self->methods = g_ptr_array_new ();
  self->leads = g_ptr_array_new_with_free_func (g_object_unref);
  self->quotas = g_ptr_array_new_with_free_func (trh_record_unref);
  self->quota_rows = g_ptr_array_new ();
  self->valley_ids = g_ptr_array_new_with_free_func (g_free);

  group = trh_vote_dialog_add_group (self->dialog, _("Question"), NULL);
  self->question = trh_vote_dialog_add_entry (group, _("What residents are asked"),
                                              record != NULL ? record->question : _("Which artists would you like to host?"));
  self->who_votes = trh_vote_dialog_add_entry (group, _("Who may vote"), record != NULL ? record->who_votes : "");
  add_artists (self, record);
  trh_vote_prepare_add_ballot (self, record);
  add_places (self, record);
  add_order (self, record);
  add_sessions (self, record);
  trh_vote_prepare_changed (self);

  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (on_accepted), self, prepare_free, G_CONNECT_SWAPPED);
  trh_vote_dialog_guard (self->dialog);
  trh_vote_dialog_present (self->dialog);
}
