/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-bag.h"
#include "core/voting/trh-bag-codes.h"

/* --- a bag goes out --- */

/* Three steps: the bag is made in memory; the season names its session, on the disk; only then it exists outside. After a stop
 * in between the season names a bag that nobody has: it is said not to be used. The other way round a town hall would vote
 * with a bag of which no season knows. */

typedef struct {
  char    *poll_id;
  char    *commune_id;
  char    *session_id;
  char    *parent;
  guint    n_codes;
  TrhKit  *kit;
  TrhBag  *bag; /* (nullable): once it is made */
} Packing;

static void
packing_free (gpointer data)
{
  Packing *packing = data;

  g_free (packing->poll_id);
  g_free (packing->commune_id);
  g_free (packing->session_id);
  g_free (packing->parent);
  g_clear_pointer (&packing->kit, trh_kit_free);
  g_clear_pointer (&packing->bag, trh_bag_free);
  g_free (packing);
}

static void
make_bag (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Packing *packing = task_data;
  GError *error = NULL;

  packing->bag = trh_bag_new (packing->kit, packing->n_codes, &error);
  if (packing->bag != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_bag (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Packing *packing = task_data;
  GError *error = NULL;
  char *folder;

  if (trh_bag_write (packing->bag, packing->parent, &folder, &error))
    g_task_return_pointer (task, folder, g_free);
  else
    g_task_return_error (task, error);
}

static TrhEdit *
make_edit (TrhVoteDesk *self, TrhPoll *poll, const Packing *packing, GError **error)
{
  g_auto(GStrv) slips = trh_bag_codes_list (packing->kit->urn);
  const TrhSessionOpening words = { .session_id = packing->session_id, .commune_id = packing->commune_id, .venue_id = "",
                                    .day = trh_day_today (), .codes = (int) packing->n_codes, .urn_file = "",
                                    .slips = (const char *const *) slips };

  return trh_poll_edit_pack (trh_vote_desk_get_project (self), poll, &words, error);
}

/* Nobody has the bag: the season names it no more. @error: (transfer full): why */
static void
give_up (GTask *task, GError *error)
{
  TrhVoteDesk *self = g_task_get_source_object (task);
  const Packing *packing = g_task_get_task_data (task);
  TrhResult *bag = trh_project_find (trh_vote_desk_get_project (self), TRH_RESULTS, packing->session_id);
  g_autoptr(GError) named = NULL;

  if (bag != NULL && !trh_vote_desk_unpack (self, bag, &named))
    {
      g_prefix_error (&error, "%s ", _("The season still names this bag, which was not made: say that it was not used."));
      g_debug ("a bag that was not made stays in the season: %s", named->message);
    }
  g_task_return_error (task, error);
}

static void
bag_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *folder = g_task_propagate_pointer (G_TASK (result), &error);

  if (folder != NULL)
    g_task_return_pointer (task, folder, g_free);
  else
    give_up (task, error);
}

/* Does a step of @task, (transfer full), in a worker. */
static void
run (GTask *task, GTaskThreadFunc step, GAsyncReadyCallback done)
{
  g_autoptr(GTask) worker = g_task_new (g_task_get_source_object (task), NULL, done, task);

  g_task_set_task_data (worker, g_task_get_task_data (task), NULL); /* of the task, which waits */
  g_task_run_in_thread (worker, step);
}

static void
season_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (trh_store_save_finish (TRH_STORE (source), result, &error))
    {
      run (task, write_bag, bag_written);
      return;
    }
  g_prefix_error (&error, "%s ", _("The season could not be saved, so no bag was made."));
  give_up (task, error);
  g_object_unref (task);
}

static void
bag_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  const Packing *packing = g_task_get_task_data (task);
  GError *error = NULL;
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error)
                    ? trh_vote_desk_find_poll (self, packing->poll_id, &error)
                    : NULL;
  TrhEdit *edit = poll != NULL ? make_edit (self, poll, packing, &error) : NULL;

  if (trh_vote_desk_apply (self, edit, &error))
    trh_store_save_async (trh_workspace_get_store (self->workspace), NULL, NULL, season_saved, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_pack_async:
 * @commune_id: where it goes
 * @n_codes: how many codes are in it
 * @parent: the folder that was chosen; the bag is a new one in it
 *
 * Notes in the season that a bag goes out to a town hall, durably, and then writes it.
 */
void
trh_vote_desk_pack_async (TrhVoteDesk *self, TrhPoll *poll, const char *commune_id, guint n_codes, const char *parent,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Packing *packing = g_new0 (Packing, 1);
  GError *error = NULL;
  g_autoptr(TrhEdit) trial = NULL;

  g_task_set_source_tag (task, trh_vote_desk_pack_async);
  g_task_set_task_data (task, packing, packing_free);
  packing->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  packing->commune_id = g_strdup (commune_id);
  packing->session_id = g_uuid_string_random ();
  packing->parent = g_strdup (parent);
  packing->n_codes = n_codes;
  packing->kit = trh_poll_make_kit (trh_vote_desk_get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)), commune_id,
                                    packing->session_id, &error);
  if (packing->kit != NULL)
    trial = make_edit (self, poll, packing, &error); /* refused before it exists */
  if (trial != NULL)
    {
      run (task, make_bag, bag_made);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
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
