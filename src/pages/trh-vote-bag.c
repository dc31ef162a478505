/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-bag.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "pages/trh-vote-step.h"
#include "widgets/trh-dialogs.h"

/* --- a bag goes out --- */

enum { COMMUNE, CODES }; /* rows */

static void
packed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = trh_vote_desk_pack_finish (TRH_VOTE_DESK (source), result, &error);
  g_autofree char *name = folder != NULL ? g_filename_display_basename (folder) : NULL;
  /* Translators: %s is a folder */
  g_autofree char *words = g_strdup_printf (_("The bag is in the folder “%s”. Cut its slips and shuffle them."), name);

  trh_vote_step_end (user_data, words, error);
}

static void
folder_chosen (GFile *folder, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autofree char *path = g_file_get_path (folder);
  TrhCommune *commune = self->dialog != NULL ? trh_vote_step_get_commune (self, COMMUNE) : NULL;

  if (commune == NULL)
    return;
  if (path == NULL)
    {
      trh_vote_dialog_refuse (self->dialog, _("Choose a folder of this computer or a USB stick."), NULL);
      return;
    }
  trh_vote_step_begin (self, _("Packing the bag…"));
  trh_vote_desk_pack_async (self->desk, self->entity, trh_entity_get_id (TRH_ENTITY (commune)),
                            (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->rows[CODES])), path, packed, self);
}

static void
accept_bag (TrhVoteStep *self)
{
  if (trh_vote_step_get_commune (self, COMMUNE) == NULL)
    return;
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->rows[CODES])); /* what was typed without leaving it */
  trh_choose_file_with (GTK_WIDGET (self->dialog), _("Where to put the bag"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL,
                        folder_chosen, trh_vote_step_ref (self), (GDestroyNotify) trh_vote_step_unref);
}

void
trh_vote_ask_bag (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  TrhVoteStep *self = trh_vote_step_new (page, desk, poll, _("Bag for a Town Hall"), _("_Pack…"), accept_bag);
  AdwPreferencesGroup *group;

  trh_vote_step_add_communes (self, COMMUNE);
  group = trh_vote_dialog_add_group (self->dialog, _("In the bag"),
                                     _("The session for a laptop without this season, and the slips to print. Its codes are good "
                                       "for this town hall only; the secret key and the roll stay here."));
  self->rows[CODES] = trh_vote_dialog_add_number (group, _("Voting codes"), _("One slip of paper for each voter, and some more."),
                                                  1, TRH_MAX_BALLOTS, record->codes);
  trh_vote_dialog_add_group (self->dialog, _("Until it is back"),
                             _("Nothing is counted. The town hall sends back one closed urn, on a USB stick or by mail."));
  trh_vote_dialog_present (self->dialog);
}

/* --- it was not used --- */

typedef struct {
  TrhPage     *page; /* (owned) */
  TrhVoteDesk *desk; /* (owned) */
  TrhResult   *bag;  /* (owned) */
} Unused;

static void
unused_answered (const char *response, gpointer user_data)
{
  Unused *self = user_data;
  g_autoptr(GError) error = NULL;

  if (g_str_equal (response, "do") && !trh_vote_desk_unpack (self->desk, self->bag, &error))
    trh_page_tell (self->page, error->message);
  g_object_unref (self->page);
  g_object_unref (self->desk);
  g_object_unref (self->bag);
  g_free (self);
}

/* Asks before: slips of that bag may be in people's hands. */
void
trh_vote_ask_unused (TrhPage *page, TrhVoteDesk *desk, TrhResult *bag)
{
  const TrhResultRecord *record = trh_entity_peek_record (TRH_ENTITY (bag));
  g_autofree char *place = trh_describe_id (trh_workspace_get_project (trh_vote_desk_get_workspace (desk)), record->commune_id);
  g_autofree char *of_place = trh_text_of (place);
  /* Translators: %s is as in “of Séderon” */
  g_autofree char *heading = g_strdup_printf (_("The bag %s was not used?"), of_place);
  Unused *self = g_new (Unused, 1);

  self->page = g_object_ref (page);
  self->desk = g_object_ref (desk);
  self->bag = g_object_ref (bag);
  trh_ask (GTK_WIDGET (page), heading,
           _("If somebody has voted with it, those ballots are not counted: an urn that comes back from it is taken only with "
             "the minutes that the town hall signed."),
           _("It Was _Not Used"), TRUE, unused_answered, self);
}
