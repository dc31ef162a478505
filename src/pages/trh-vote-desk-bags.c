/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-bag.h"
#include "core/voting/trh-bag-codes.h"

/* --- a bag goes out --- */

typedef struct {
  char   *poll_id;
  char   *commune_id;
  char   *session_id;
  char   *parent;
  guint   n_codes;
  TrhKit *kit;
  char   *folder; /* (nullable): once it is written */
} Bag;

static void
bag_free (gpointer data)
{
  Bag *bag = data;

  g_free (bag->poll_id);
  g_free (bag->commune_id);
  g_free (bag->session_id);
  g_free (bag->parent);
  trh_kit_free (bag->kit);
  g_free (bag->folder);
  g_free (bag);
}

static void
write_bag (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Bag *bag = task_data;
  GError *error = NULL;

  if (trh_bag_write (bag->kit, bag->n_codes, bag->parent, &bag->folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static TrhEdit *
make_packing (TrhVoteDesk *self, TrhPoll *poll, const Bag *bag, GError **error)
{
  g_auto(GStrv) slips = trh_bag_codes_list (bag->kit->urn);
  const TrhSessionOpening words = { .session_id = bag->session_id, .commune_id = bag->commune_id, .venue_id = "",
                                    .day = trh_day_today (), .codes = (int) bag->n_codes, .urn_file = "",
                                    .slips = (const char *const *) slips };

  return trh_poll_edit_pack (trh_vote_desk_get_project (self), poll, &words, error);
}

static void
bag_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  Bag *bag = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error)
                    ? trh_vote_desk_find_poll (self, bag->poll_id, &error)
                    : NULL;
  TrhEdit *edit = poll != NULL ? make_packing (self, poll, bag, &error) : NULL;

  if (edit != NULL && trh_vote_desk_perform (self, edit, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&bag->folder), g_free);
      return;
    }
  if (bag->folder != NULL)
    trh_bag_discard (bag->folder);
  g_task_return_error (task, error);
}

/**
 * trh_vote_desk_pack_async:
 * @commune_id: where it goes
 * @n_codes: how many codes are in it
 * @parent: the folder that was chosen; the bag is a new one in it
 *
 * Writes the bag of a town hall, and notes in the season that it goes out.
 */
void
trh_vote_desk_pack_async (TrhVoteDesk *self, TrhPoll *poll, const char *commune_id, guint n_codes, const char *parent,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  g_autofree char *session_id = g_uuid_string_random ();
  GError *error = NULL;
  TrhKit *kit = trh_poll_make_kit (trh_vote_desk_get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)), commune_id,
                                   session_id, &error);
  g_autoptr(TrhEdit) trial = NULL;
  Bag *bag;

  g_task_set_source_tag (task, trh_vote_desk_pack_async);
  if (kit == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bag = g_new0 (Bag, 1);
  bag->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  bag->commune_id = g_strdup (commune_id);
  bag->session_id = g_steal_pointer (&session_id);
  bag->parent = g_strdup (parent);
  bag->n_codes = n_codes;
  bag->kit = kit;
  trial = make_packing (self, poll, bag, &error); /* refused before it exists */
  if (trial == NULL)
    {
      bag_free (bag);
      g_task_return_error (task, error);
      return;
    }
  worker = g_task_new (self, NULL, bag_written, g_steal_pointer (&task));
  g_task_set_task_data (worker, bag, bag_free);
  g_task_run_in_thread (worker, write_bag);
}

/**
 * trh_vote_desk_pack_finish:
 *
 * Returns: (transfer full): the folder of the bag, or %NULL with @error set
 */
char *
trh_vote_desk_pack_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trh_vote_desk_unpack:
 * @bag: a session in a bag that was not used
 * @error: return location for a #TrhPollError
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_desk_unpack (TrhVoteDesk *self, TrhResult *bag, GError **error)
{
  return trh_vote_desk_perform (self, trh_poll_edit_unpack (trh_vote_desk_get_project (self), bag, error), error);
}
