/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-steps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/voting/trh-explain.h"
#include "pages/trh-vote-codes.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-entry-row.h"

#define PIN_LENGTH 6

/* A window on its way. The reply may come after the window was closed: it then only tells. */
typedef struct {
  TrhPage       *page;     /* (owned) */
  TrhVoteDesk   *desk;     /* (owned) */
  TrhVoteDialog *dialog;   /* (nullable): until it is closed */
  gpointer       entity;   /* (owned): TrhPoll or TrhResult */
  GtkWidget     *rows[6];
  GPtrArray     *communes; /* (nullable) (element-type TrhCommune): of the list to choose from */
  guint          chosen;   /* of @communes */
  guint          n_users;  /* the window, and the call that runs */
} Step;

static void
step_leave (Step *self)
{
  if (--self->n_users > 0)
    return;
  g_object_unref (self->page);
  g_clear_object (&self->desk);
  g_object_unref (self->entity);
  g_clear_pointer (&self->communes, g_ptr_array_unref);
  g_free (self);
}

static void
on_destroy (Step *self)
{
  self->dialog = NULL;
  step_leave (self);
}

static Step *
step_new (TrhPage *page, TrhVoteDesk *desk, gpointer entity, const char *title, const char *verb, void (*accepted) (Step *))
{
  Step *self = g_new0 (Step, 1);

  self->page = g_object_ref (page);
  self->desk = desk != NULL ? g_object_ref (desk) : NULL;
  self->entity = g_object_ref (entity);
  self->n_users = 1;
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (page), title, verb);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  return self;
}

static const char *
get_text (Step *self, guint row)
{
  return trh_entry_row_get_text (TRH_ENTRY_ROW (self->rows[row]));
}

static TrhProject *
get_project (Step *self)
{
  return trh_workspace_get_project (trh_page_get_workspace (self->page));
}

static void
begin (Step *self, const char *words)
{
  self->n_users++;
  trh_vote_dialog_set_busy (self->dialog, words);
}

/* @done: (nullable): what is said when it went well; @error then is NULL. */
static void
end (Step *self, const char *done, const GError *error)
{
  if (error == NULL)
    {
      if (done != NULL)
        trh_page_tell (self->page, done);
      if (self->dialog != NULL)
        gtk_window_close (GTK_WINDOW (self->dialog));
    }
  else if (self->dialog != NULL)
    trh_vote_dialog_refuse (self->dialog, error->message, NULL);
  else
    trh_page_tell (self->page, error->message);
  step_leave (self);
}

static gboolean
check_names (Step *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (get_text (self, i)));

      if (*name == '\0')
        {
          trh_vote_dialog_refuse (self->dialog, _("Two people are needed: write both names."), self->rows[i]);
          return FALSE;
        }
    }
  if (trh_text_compare (get_text (self, 0), get_text (self, 1)) == 0)
    {
      trh_vote_dialog_refuse (self->dialog, _("Two different people are needed."), self->rows[1]);
      return FALSE;
    }
  return TRUE;
}

static void
add_names (Step *self, AdwPreferencesGroup *group)
{
  self->rows[0] = trh_vote_dialog_add_entry (group, _("Name of the first person"), "");
  self->rows[1] = trh_vote_dialog_add_entry (group, _("Name of the second person"), "");
}

/* --- the keys --- */

static void
keys_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_make_keys_finish (TRH_VOTE_DESK (source), result, &error);
  end (user_data, _("The keys are made. A session can be opened."), error);
}

/* Rows: two names, then the passphrase of each and the same again. */
static void
accept_keys (Step *self)
{
  const char *const names[] = { get_text (self, 0), get_text (self, 1) };
  const char *const passphrases[] = { get_text (self, 2), get_text (self, 4) };

  if (!check_names (self))
    return;
  for (guint i = 0; i < 2; i++)
    {
      if (g_utf8_strlen (passphrases[i], -1) < TRH_MIN_PASSPHRASE)
        {
          g_autofree char *sentence = g_strdup_printf (
            /* Translators: a number of characters */
            ngettext ("A passphrase has at least %d character.", "A passphrase has at least %d characters.", TRH_MIN_PASSPHRASE),
            TRH_MIN_PASSPHRASE);

          trh_vote_dialog_refuse (self->dialog, sentence, self->rows[2 + 2 * i]);
          return;
        }
      if (!g_str_equal (passphrases[i], get_text (self, 3 + 2 * i)))
        {
          trh_vote_dialog_refuse (self->dialog, _("The passphrase was not typed alike twice."), self->rows[3 + 2 * i]);
          return;
        }
    }
  begin (self, _("Making the keys…"));
  trh_vote_desk_make_keys_async (self->desk, self->entity, names, passphrases, keys_made, self);
}

void
trh_vote_ask_keys (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  Step *self = step_new (page, desk, poll, _("Make the Keys"), _("_Make the Keys"), accept_keys);
  AdwPreferencesGroup *group;

  trh_vote_dialog_set_tall (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("Two people"),
                                     _("Each keeps a passphrase. Both are needed to open the urns after the vote; without them "
                                       "nobody can read a ballot, and the votes are lost. From now on the question and the "
                                       "artists are fixed."));
  add_names (self, group);
  group = trh_vote_dialog_add_group (self->dialog, _("Passphrase of the first person"),
                                     _("Several words are best. The other person looks away."));
  self->rows[2] = trh_vote_dialog_add_secret (group, _("Passphrase"));
  self->rows[3] = trh_vote_dialog_add_secret (group, _("The same again"));
  group = trh_vote_dialog_add_group (self->dialog, _("Passphrase of the second person"), NULL);
  self->rows[4] = trh_vote_dialog_add_secret (group, _("Passphrase"));
  self->rows[5] = trh_vote_dialog_add_secret (group, _("The same again"));
  trh_vote_dialog_present (self->dialog);
}

/* --- opening a session --- */

static void
session_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) codes = trh_vote_desk_open_session_finish (TRH_VOTE_DESK (source), result, &error);

  if (codes != NULL)
    {
      g_autofree char *where = trh_describe_entity (get_project (self), self->communes->pdata[self->chosen]);

      trh_vote_show_codes (self->page, self->entity, where, codes);
    }
  end (self, _("The session is open. Its urn is empty."), error);
}

static void
accept_opening (Step *self)
{
  const char *const names[] = { get_text (self, 0), get_text (self, 1) };

  self->chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[2]));
  if (self->chosen == GTK_INVALID_LIST_POSITION)
    {
      trh_vote_dialog_refuse (self->dialog, _("Choose the commune where people vote."), self->rows[2]);
      return;
    }
  if (!check_names (self))
    return;
  begin (self, _("Making an empty urn and its codes…"));
  trh_vote_desk_open_session_async (self->desk, self->entity, trh_entity_get_id (self->communes->pdata[self->chosen]), names,
                                    session_opened, self);
}

static int
compare_communes (gconstpointer a, gconstpointer b)
{
  return trh_text_compare (((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) a))->name,
                           ((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) b))->name);
}

void
trh_vote_ask_opening (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  Step *self = step_new (page, desk, poll, _("Open a Session"), _("_Open the Session"), accept_opening);
  TrhProject *project = get_project (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group;

  self->communes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    g_ptr_array_add (self->communes, g_object_ref (trh_project_peek (project, TRH_COMMUNES, i)));
  g_ptr_array_sort (self->communes, compare_communes);
  for (guint i = 0; i < self->communes->len; i++)
    gtk_string_list_append (names, ((const TrhCommuneRecord *) trh_entity_peek_record (self->communes->pdata[i]))->name);

  group = trh_vote_dialog_add_group (self->dialog, _("Town hall"),
                                     self->communes->len > 0 ? NULL
                                     : _("This season has no communes yet: add them on the page Territory first."));
  self->rows[2] = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[2]), _("Commune"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[2]), G_LIST_MODEL (names));
  adw_preferences_group_add (group, self->rows[2]);

  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"),
                                     _("They see together that the urn is empty; their names are kept with the opening."));
  add_names (self, group);
  trh_vote_dialog_present (self->dialog);
}

/* --- the booth --- */

static void
accept_pin (Step *self)
{
  const char *pin = get_text (self, 0);

  if (strlen (pin) != PIN_LENGTH || strspn (pin, "0123456789") != PIN_LENGTH)
    {
      trh_vote_dialog_refuse (self->dialog, _("The code of the organisers has six digits."), self->rows[0]);
      return;
    }
  if (!g_str_equal (pin, get_text (self, 1)))
    {
      trh_vote_dialog_refuse (self->dialog, _("The code was not typed alike twice."), self->rows[1]);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->page), "votes.open-booth", "(ss)", trh_entity_get_id (self->entity), pin);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

void
trh_vote_ask_pin (TrhPage *page, TrhResult *session)
{
  Step *self = step_new (page, NULL, session, _("Open the Booth"), _("_Open the Booth"), accept_pin);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("Code of the organisers"),
    _("Choose six digits. They lock the booth: only who knows them can leave it, and nobody sees a ballot with them."));

  self->rows[0] = trh_vote_dialog_add_secret (group, _("Six digits"));
  self->rows[1] = trh_vote_dialog_add_secret (group, _("The same again"));
  for (guint i = 0; i < 2; i++)
    trh_entry_row_set_purpose (TRH_ENTRY_ROW (self->rows[i]), GTK_INPUT_PURPOSE_PIN);
  trh_vote_dialog_present (self->dialog);
}

/* --- closing --- */

static void
session_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_close_session_finish (TRH_VOTE_DESK (source), result, &error);
  end (user_data, _("The urn is closed and sealed."), error);
}

static void
accept_closing (Step *self)
{
  const char *const names[] = { get_text (self, 0), get_text (self, 1) };

  if (!check_names (self))
    return;
  begin (self, _("Closing the urn…"));
  trh_vote_desk_close_session_async (self->desk, self->entity, names, session_closed, self);
}

void
trh_vote_ask_closing (TrhPage *page, TrhVoteDesk *desk, TrhResult *session)
{
  g_autoptr(GError) error = NULL;
  TrhUrn *urn = trh_vote_desk_get_urn (desk, session, &error);
  Step *self;
  g_autofree char *figures = NULL;
  AdwPreferencesGroup *group;

  if (urn == NULL)
    {
      trh_page_tell (page, error->message);
      return;
    }
  self = step_new (page, desk, session, _("Close the Urn"), _("_Close the Urn"), accept_closing);
  figures = trh_explain_urn (trh_urn_get_n_ballots (urn), trh_urn_content_get_n_ballots (trh_urn_peek_content (urn)),
                             trh_urn_get_n_codes (urn));
  group = trh_vote_dialog_add_group (self->dialog, figures,
                                     _("After closing, nobody can vote in this session any more. Count the signatures on the "
                                       "roll: there should be as many."));
  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"), _("They close the urn together."));
  add_names (self, group);
  trh_vote_dialog_present (self->dialog);
}

/* --- the count --- */

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  trh_vote_desk_count_finish (TRH_VOTE_DESK (source), result, &error);
  end (user_data, _("The ballots are counted."), error);
}

static void
accept_count (Step *self)
{
  const char *const passphrases[] = { get_text (self, 0), get_text (self, 1) };

  begin (self, _("Opening the urns and counting…"));
  trh_vote_desk_count_async (self->desk, self->entity, passphrases, counted, self);
}

void
trh_vote_ask_count (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKeys) keys = trh_vote_desk_load_keys (desk, poll, &error);
  AdwPreferencesGroup *group;
  Step *self;

  if (keys == NULL)
    {
      trh_page_tell (page, error->message);
      return;
    }
  self = step_new (page, desk, poll, _("Count the Ballots"), _("_Count"), accept_count);
  group = trh_vote_dialog_add_group (self->dialog, _("The two passphrases"),
                                     _("The ballots are opened together, in no order, and only their sums are kept."));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *of = trh_text_of (trh_keys_get_holder (keys, i));
      /* Translators: %s is the person who keeps it, as in "of Anne Faure" */
      g_autofree char *title = g_strdup_printf (_("Passphrase %s"), of);

      self->rows[i] = trh_vote_dialog_add_secret (group, title);
    }
  trh_vote_dialog_present (self->dialog);
}
