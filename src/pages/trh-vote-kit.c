/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-kit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"

/* --- reading --- */

static void
load_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (task_data, TRH_MAX_URN, &error);
  TrhKit *kit = bytes != NULL ? trh_kit_parse (bytes, &error) : NULL;

  if (kit != NULL)
    g_task_return_pointer (task, kit, (GDestroyNotify) trh_kit_free);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_kit_load_async:
 * @file: a kit
 *
 * Reads it in a worker: it may stand on a slow stick.
 */
void
trh_vote_kit_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  char *path = g_file_get_path (file);

  g_task_set_source_tag (task, trh_vote_kit_load_async);
  if (path == NULL)
    {
      g_task_return_new_error (task, TRH_FILE_ERROR, TRH_FILE_ERROR_UNREADABLE, _("Only files of this computer can be opened."));
      return;
    }
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, load_in_worker);
}

/**
 * trh_vote_kit_load_finish:
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the kit, or %NULL
 */
TrhKit *
trh_vote_kit_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- its urn --- */

/* Whether the session of @kit was opened on this computer. */
gboolean
trh_vote_kit_is_open (const TrhKit *kit)
{
  g_autofree char *path = trh_urn_get_path (kit->urn->session_id);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The names of its session would not be enough: what is asked must be what the urn takes. */
static gboolean
belongs (const TrhKit *kit, const TrhUrnContent *urn)
{
  return g_str_equal (kit->urn->poll_id, urn->poll_id) && kit->urn->rehearsal == urn->rehearsal &&
         memcmp (kit->urn->public_key, urn->public_key, sizeof urn->public_key) == 0 &&
         memcmp (&kit->urn->form, &urn->form, sizeof urn->form) == 0 &&
         g_strv_equal ((const char *const *) kit->urn->candidates, (const char *const *) urn->candidates);
}

/**
 * trh_vote_kit_resume:
 * @kit: a kit whose session was opened on this computer
 * @error: return location for a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the session as it stood, open or closed, or %NULL
 */
TrhVoteSession *
trh_vote_kit_resume (const TrhKit *kit, GError **error)
{
  g_autofree char *path = trh_urn_get_path (kit->urn->session_id);
  g_autoptr(TrhUrn) urn = trh_urn_open (path, error);

  if (urn == NULL)
    return NULL;
  if (!belongs (kit, trh_urn_peek_content (urn)))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS,
                           _("The urn of this session on this computer was opened with another kit."));
      return NULL;
    }
  return trh_vote_session_new (trh_kit_copy (kit), g_steal_pointer (&urn));
}

typedef struct {
  TrhKit        *kit;
  TrhUrnContent *content;
  guint          n_codes;
  char          *path;
  GArray        *codes; /* (nullable) (element-type TrhCode) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  trh_kit_free (opening->kit);
  trh_urn_content_free (opening->content);
  g_free (opening->path);
  g_clear_pointer (&opening->codes, g_array_unref);
  g_free (opening);
}

static void
create_urn (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;

  if (trh_urn_create (opening->path, opening->content, opening->n_codes, &opening->codes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
urn_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening *opening = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhVoteSession *session = g_task_propagate_boolean (G_TASK (result), &error) ? trh_vote_kit_resume (opening->kit, &error)
                                                                              : NULL;

  if (session == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  trh_vote_session_take_codes (session, opening->codes);
  g_task_return_pointer (task, session, g_object_unref);
}

/**
 * trh_vote_kit_open_async:
 * @organisers: names of the two who see that the urn is empty, and that the clock is right
 * @n_codes: codes to make, beside those whose slips came with the kit
 *
 * Makes the empty urn of the session on this computer.
 */
void
trh_vote_kit_open_async (const TrhKit *kit, const char *const organisers[2], guint n_codes, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr(GTask) worker = g_task_new (NULL, NULL, urn_created, task);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, trh_vote_kit_open_async);
  opening->kit = trh_kit_copy (kit);
  opening->content = trh_kit_open (kit, organisers, trh_day_today (), trh_clock_now ());
  opening->n_codes = n_codes;
  opening->path = trh_urn_get_path (kit->urn->session_id);
  g_task_set_task_data (worker, opening, opening_free);
  g_task_run_in_thread (worker, create_urn);
}

/**
 * trh_vote_kit_open_finish:
 * @error: return location for a #TrhUrnError or a #TrhFileError
 *
 * Returns: (transfer full): the session, with the codes that were made at hand, or %NULL
 */
TrhVoteSession *
trh_vote_kit_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the return --- */

typedef struct {
  GBytes   *urn;
  TrhSheet *minutes;
  char     *fingerprint;
  char     *urn_path;
  char     *minutes_path;
} Return;

static void
return_free (gpointer data)
{
  Return *self = data;

  g_bytes_unref (self->urn);
  trh_sheet_free (self->minutes);
  g_free (self->fingerprint);
  g_free (self->urn_path);
  g_free (self->minutes_path);
  g_free (self);
}

/* Whether the very same urn is there already; another file of that name is left alone. */
static void
find_place (Return *self)
{
  g_autofree char *there = trh_file_hash_of (self->urn_path, NULL);

  if (g_file_test (self->urn_path, G_FILE_TEST_EXISTS) && g_strcmp0 (there, self->fingerprint) != 0)
    {
      char *name = trh_file_free_name (self->urn_path, _("return"));

      g_free (self->urn_path);
      self->urn_path = name;
    }
}

/* What was written is read again: sticks break. */
static gboolean
write_urn (Return *self, GError **error)
{
  g_autofree char *written = NULL;

  find_place (self);
  if (!trh_file_save (self->urn_path, self->urn, error))
    return FALSE;
  written = trh_file_hash_of (self->urn_path, error);
  if (written == NULL)
    return FALSE;
  if (g_str_equal (written, self->fingerprint))
    return TRUE;
  g_set_error_literal (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED,
                       _("What was written there is not what is read again. Take another stick."));
  return FALSE;
}

static void
return_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Return *self = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) minutes = write_urn (self, &error) ? trh_sheet_print (self->minutes, NULL, &error) : NULL;

  if (minutes != NULL && trh_file_save (self->minutes_path, minutes, &error))
    g_task_return_pointer (task, g_strdup (self->urn_path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_return_async:
 * @session: a session whose urn is closed
 * @folder: where the organiser looks for it: a stick, a folder that is sent by mail
 *
 * Writes the sealed urn there, reads it again, and puts the minutes beside it.
 */
void
trh_vote_return_async (TrhVoteSession *session, const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, NULL, callback, user_data);
  /* Translators: beginning of a file name, without accents */
  g_autofree char *urn_name = trh_vote_session_get_file_name (session, _("urn"), ".urn");
  g_autofree char *minutes_name = trh_vote_session_get_file_name (session, _("minutes"), ".pdf");
  Return *self = g_new0 (Return, 1);

  g_task_set_source_tag (task, trh_vote_return_async);
  self->urn = trh_urn_content_print (trh_urn_peek_content (trh_vote_session_get_urn (session)));
  self->minutes = trh_vote_session_make_minutes (session);
  self->fingerprint = trh_vote_session_dup_fingerprint (session);
  self->urn_path = g_build_filename (folder, urn_name, NULL);
  self->minutes_path = g_build_filename (folder, minutes_name, NULL);
  g_task_set_task_data (task, self, return_free);
  g_task_run_in_thread (task, return_in_worker);
}

/**
 * trh_vote_return_finish:
 * @error: return location for a #TrhFileError
 *
 * Returns: (transfer full): the file of the urn as it was written, or %NULL
 */
char *
trh_vote_return_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
