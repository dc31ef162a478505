/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-bag.h"

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
make_packing (TrhVoteDesk *self, TrhPoll *poll, const char *session_id, const char *commune_id, guint n_codes, GError **error)
{
  const TrhSessionOpening words = { .session_id = session_id, .commune_id = commune_id, .venue_id = "",
                                    .day = trh_day_today (), .codes = (int) n_codes, .urn_file = "" };

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
  TrhEdit *edit = poll != NULL ? make_packing (self, poll, bag->session_id, bag->commune_id, bag->n_codes, &error) : NULL;

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
  g_autoptr(TrhEdit) trial = make_packing (self, poll, session_id, commune_id, n_codes, &error); /* refused before it exists */
  TrhKit *kit = trial != NULL ? trh_poll_make_kit (trh_vote_desk_get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)),
                                                   commune_id, session_id, &error)
                              : NULL;
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

/* --- urns come back --- */

typedef struct {
  char      *poll_id;
  GPtrArray *files;   /* (element-type GFile) */
  TrhUrnSet *urns;
  GPtrArray *refused; /* (element-type utf8): why, each beginning with its town */
  GArray    *kept;    /* (nullable) (element-type guint): places in @urns */
} Return;

static void
return_free (gpointer data)
{
  Return *back = data;

  g_free (back->poll_id);
  g_ptr_array_unref (back->files);
  trh_urn_set_free (back->urns);
  g_ptr_array_unref (back->refused);
  g_clear_pointer (&back->kept, g_array_unref);
  g_free (back);
}

static void
refuse (Return *back, const char *place, GError *error)
{
  g_ptr_array_add (back->refused, place != NULL ? g_strdup_printf ("%s: %s", place, error->message) : g_strdup (error->message));
  g_error_free (error);
}

static void
read_urns (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Return *back = task_data;

  for (guint i = 0; i < back->files->len; i++)
    {
      g_autofree char *path = g_file_get_path (back->files->pdata[i]);
      GError *error = NULL;

      if (path == NULL)
        error = g_error_new_literal (TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                                     _("Copy the urn to this computer or to a USB stick first."));
      else if (trh_urn_set_load (back->urns, path, NULL, &error))
        continue;
      refuse (back, NULL, error);
    }
  g_task_return_boolean (task, TRUE);
}

/* Durably, before the season says that they are back. An urn that cannot be kept is not noted. */
static void
keep_urns (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Return *back = task_data;
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < back->kept->len; i++)
    {
      const guint at = g_array_index (back->kept, guint, i);
      const TrhUrnContent *urn = trh_urn_set_peek (back->urns, at);
      g_autofree char *path = trh_urn_get_path (urn->session_id);
      g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
      GError *error = NULL;

      if (trh_urn_keep (path, trh_urn_set_peek_file (back->urns, at), &error))
        g_array_append_val (kept, at);
      else
        refuse (back, place, error);
    }
  g_array_unref (back->kept);
  back->kept = kept;
  g_task_return_boolean (task, TRUE);
}

/* Those that are kept. */
static TrhUrnSet *
make_kept (TrhVoteDesk *self, const Return *back, TrhPoll *poll, GError **error)
{
  TrhUrnSet *urns = trh_poll_expect_urns (trh_vote_desk_get_project (self), poll, error);

  for (guint i = 0; urns != NULL && i < back->kept->len; i++)
    trh_urn_set_add (urns, trh_urn_set_peek_file (back->urns, g_array_index (back->kept, guint, i)), "", NULL, NULL);
  return urns;
}

static void
urns_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  Return *back = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhPoll *poll = trh_vote_desk_find_poll (self, back->poll_id, &error);
  g_autoptr(TrhUrnSet) urns = poll != NULL ? make_kept (self, back, poll, &error) : NULL;
  g_autoptr(TrhUrnsBrought) brought = urns != NULL ? trh_poll_bring_in (trh_vote_desk_get_project (self), poll, urns) : NULL;
  TrhVoteReturn *said;

  if (brought == NULL || (brought->edit != NULL && !trh_vote_desk_perform (self, g_steal_pointer (&brought->edit), &error)))
    {
      g_task_return_error (task, error);
      return;
    }
  said = g_new0 (TrhVoteReturn, 1);
  said->n_new = brought->kept->len - brought->n_known;
  said->n_known = brought->n_known;
  g_ptr_array_extend_and_steal (back->refused, g_steal_pointer (&brought->refused));
  brought->refused = g_ptr_array_new ();
  said->refused = g_ptr_array_ref (back->refused);
  g_task_return_pointer (task, said, (GDestroyNotify) trh_vote_return_free);
}

static void
urns_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  g_autoptr(GTask) worker = NULL;
  Return *back = g_task_get_task_data (task);
  GError *error = NULL;
  TrhPoll *poll = trh_vote_desk_find_poll (self, back->poll_id, &error);
  g_autoptr(TrhUrnsBrought) brought = NULL;

  if (poll == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  brought = trh_poll_bring_in (trh_vote_desk_get_project (self), poll, back->urns);
  back->kept = g_array_ref (brought->kept);
  g_ptr_array_extend_and_steal (back->refused, g_steal_pointer (&brought->refused));
  brought->refused = g_ptr_array_new ();
  worker = g_task_new (self, NULL, urns_kept, g_object_ref (task));
  g_task_set_task_data (worker, back, NULL); /* of @task, which waits */
  g_task_run_in_thread (worker, keep_urns);
}

/**
 * trh_vote_desk_bring_in_async:
 * @files: (element-type GFile): closed urns, in any order
 *
 * Checks closed urns that came back, keeps them with the others, and notes their sessions in one edit. One that is
 * refused does not hold up the others.
 */
void
trh_vote_desk_bring_in_async (TrhVoteDesk *self, TrhPoll *poll, GPtrArray *files, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  GError *error = NULL;
  TrhUrnSet *urns = trh_poll_expect_urns (trh_vote_desk_get_project (self), poll, &error);
  Return *back;

  g_task_set_source_tag (task, trh_vote_desk_bring_in_async);
  if (urns == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  back = g_new0 (Return, 1);
  back->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  back->files = g_ptr_array_ref (files);
  back->urns = urns;
  back->refused = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, back, return_free);
  worker = g_task_new (self, NULL, urns_read, g_steal_pointer (&task));
  g_task_set_task_data (worker, back, NULL); /* of the task, which waits */
  g_task_run_in_thread (worker, read_urns);
}

/**
 * trh_vote_desk_bring_in_finish:
 *
 * Returns: (transfer full): what became of them, or %NULL with @error set
 */
TrhVoteReturn *
trh_vote_desk_bring_in_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
trh_vote_return_free (TrhVoteReturn *self)
{
  g_ptr_array_unref (self->refused);
  g_free (self);
}
