/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-purge-private.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-result.h"
#include "core/voting/trh-roll.h"
#include "core/voting/trh-urn-strays.h"
#include "core/voting/trh-urn.h"

G_DEFINE_QUARK (trh-purge-error-quark, trh_purge_error)

static void
file_free (gpointer data)
{
  TrhPurgeFile *file = data;

  g_free (file->path);
  g_free (file->place);
  g_free (file->expected);
  g_free (file->sha256);
  g_free (file);
}

void
trh_purge_free (TrhPurge *self)
{
  g_free (self->question);
  g_free (self->poll_id);
  g_free (self->public_key);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* --- what there is --- */

static void
add (TrhPurge *self, TrhPurgeKind kind, const char *path, const char *place, const char *expected)
{
  TrhPurgeFile *file = g_new0 (TrhPurgeFile, 1);

  file->kind = kind;
  file->path = g_strdup (path);
  file->place = g_strdup (place);
  file->expected = g_strdup (expected);
  g_ptr_array_add (self->files, file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a file is that stands beside that of @kind: an urn that was replaced, or what an interrupted save left. */
static gboolean
belongs (TrhPurgeKind kind, const char *base, const char *name, TrhPurgeKind *beside)
{
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  const gboolean is_urn = kind == TRH_PURGE_URN || kind == TRH_PURGE_STRAY;

  *beside = is_urn && trh_urn_is_aside (base, name) ? TRH_PURGE_ASIDE : TRH_PURGE_REST;
  return *beside == TRH_PURGE_ASIDE || g_str_has_prefix (name, prefix);
}

/* The file itself, then what belongs to it and stands beside it. */
static void
find (TrhPurge *self, TrhPurgeKind kind, const char *path, const char *place, const char *expected)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) rest = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  TrhPurgeKind beside;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    add (self, kind, path, place, expected);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (belongs (kind, base, name, &beside))
      g_ptr_array_add (rest, g_strdup (name));
  g_ptr_array_sort (rest, compare_names);
  for (guint i = 0; i < rest->len; i++)
    {
      g_autofree char *found = g_build_filename (folder, rest->pdata[i], NULL);

      belongs (kind, base, rest->pdata[i], &beside);
      add (self, beside, found, place, "");
    }
}

static TrhPurge *
purge_new (const char *question, int purge_day, gboolean rehearsal)
{
  TrhPurge *self = g_new0 (TrhPurge, 1);

  self->question = g_strdup (question);
  self->purge_day = purge_day;
  self->rehearsal = rehearsal;
  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

static void
find_roll (TrhPurge *self, const char *session_id, const char *place)
{
  g_autofree char *roll = trh_roll_get_path (session_id);

  find (self, TRH_PURGE_ROLL, roll, place, "");
}

/* Its town, and how many ballots are in it, where it can be read; (transfer full). */
static char *
say_stray (const char *path)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_load (path, NULL, NULL);
  const guint n = urn != NULL ? trh_urn_content_get_n_boxes (urn) : 0;

  if (urn == NULL)
    return g_strdup ("");
  /* Translators: a town, then how many ballots are in an urn */
  return g_strdup_printf (ngettext ("%1$s, %2$u ballot", "%1$s, %2$u ballots", n), urn->place, n);
}

/* Urns of the vote that no count knows, with their rolls: of sessions that the season does not name, or that were called
 * off. */
static void
find_strays (TrhPurge *self, const TrhPollRecord *poll, GPtrArray *sessions)
{
  g_autoptr(GHashTable) known = g_hash_table_new (trh_text_hash, g_str_equal);
  g_autoptr(GPtrArray) strays = NULL;

  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_add (known, (gpointer) trh_entity_get_id (sessions->pdata[i]));
  strays = trh_urn_find_sessions (poll->base.id, poll->public_key, known);
  for (guint i = 0; i < strays->len; i++)
    {
      const char *id = strays->pdata[i];
      g_autofree char *urn = trh_urn_get_path (id);
      g_autofree char *place = say_stray (urn);

      find_roll (self, id, place);
      find (self, TRH_PURGE_STRAY, urn, place, "");
    }
}

static gboolean
has_roll_of (const TrhPurge *self, const char *session_id)
{
  g_autofree char *roll = trh_roll_get_path (session_id);

  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (((const TrhPurgeFile *) self->files->pdata[i])->path, roll))
      return TRUE;
  return FALSE;
}

static TrhPurge *
list_files (TrhProject *project, const TrhPollRecord *poll, GPtrArray *sessions, GPtrArray *called_off)
{
  TrhPurge *self = purge_new (poll->question, poll->purge_day, poll->rehearsal);
  g_autofree char *keys = trh_keys_get_path (poll->base.id);

  self->poll_id = g_strdup (poll->base.id);
  self->public_key = g_strdup (poll->public_key);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = trh_entity_peek_record (sessions->pdata[i]);
      g_autofree char *place = trh_describe_id (project, session->commune_id);
      g_autofree char *urn = trh_urn_get_path (session->base.id);

      find_roll (self, session->base.id, place);
      find (self, TRH_PURGE_URN, urn, place, session->sha256);
    }
  find_strays (self, poll, sessions);
  for (guint i = 0; i < called_off->len; i++) /* their urns are gone, or among the strays */
    {
      const TrhResultRecord *session = trh_entity_peek_record (called_off->pdata[i]);
      g_autofree char *place = trh_describe_id (project, session->commune_id);

      if (!has_roll_of (self, session->base.id))
        find_roll (self, session->base.id, place);
    }
  find (self, TRH_PURGE_KEYS, keys, "", "");
  return self;
}

/* The town of a session that is not counted, or %NULL. */
static char *
find_uncounted (TrhProject *project, GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = trh_entity_peek_record (sessions->pdata[i]);

      if (session->state != TRH_RESULT_COUNTED)
        return trh_describe_id (project, session->commune_id);
    }
  return NULL;
}

/**
 * trh_purge_is_due:
 * @poll: of @project
 * @today: in days since 1970-01-01
 *
 * Returns: whether its date has come, and something of it is still on this computer
 */
gboolean
trh_purge_is_due (TrhProject *project, const TrhPollRecord *poll, int today)
{
  g_autoptr(TrhPurge) self = NULL;

  if (poll->purge_day == TRH_NO_DAY || today < poll->purge_day)
    return FALSE;
  self = trh_purge_new (project, poll, today, NULL);
  return self != NULL;
}

/**
 * trh_purge_new:
 * @poll: of @project
 * @today: in days since 1970-01-01
 * @error: return location for a #TrhPurgeError
 *
 * Lists what trh_purge_run() would destroy. An urn that is not counted is never among it; before the date on the minutes
 * all is kept for a recount.
 *
 * Returns: (transfer full): the list, or %NULL with @error set
 */
TrhPurge *
trh_purge_new (TrhProject *project, const TrhPollRecord *poll, int today, GError **error)
{
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, poll->base.id);
  g_autofree char *town = find_uncounted (project, sessions);
  g_autofree char *day = NULL;
  g_autoptr(GPtrArray) called_off = trh_poll_find_called_off (project, poll->base.id);
  g_autoptr(TrhPurge) self = NULL;

  if (poll->state != TRH_POLL_COUNTED)
    {
      g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY,
                           _("This vote is not counted: nothing of it may be destroyed."));
      return NULL;
    }
  if (town != NULL)
    {
      g_autofree char *at = trh_text_at (town);

      /* Translators: as in “at Séderon” */
      g_set_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY,
                   _("The urn of the session %s is not counted: nothing of this vote may be destroyed."), at);
      return NULL;
    }
  if (poll->purge_day != TRH_NO_DAY && today < poll->purge_day)
    {
      day = trh_day_say (poll->purge_day);
      /* Translators: a day */
      g_set_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY,
                   _("Until %s, the date on the minutes, all is kept for a recount."), day);
      return NULL;
    }
  self = list_files (project, poll, sessions, called_off);
  if (self->files->len == 0)
    {
      g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_NOTHING,
                           _("Nothing of this vote is on this computer any more."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Whether the urn at @path may go: it is closed, and the one of @kit. */
static gboolean
check_kit_urn (const TrhKit *kit, const char *path, char **fingerprint, GError **error)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_load (path, fingerprint, error);

  if (urn == NULL)
    return FALSE;
  if (!g_str_equal (urn->poll_id, kit->urn->poll_id) ||
      memcmp (urn->public_key, kit->urn->public_key, sizeof urn->public_key) != 0)
    {
      g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_FOREIGN,
                           _("The urn of this session on this computer was opened with another kit."));
      return FALSE;
    }
  if (trh_urn_content_is_closed (urn))
    return TRUE;
  g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY,
                       _("The urn of this session is not closed: nothing of it may be destroyed."));
  return FALSE;
}

/**
 * trh_purge_new_for_kit:
 * @kit: of the session
 * @error: return location for a #TrhPurgeError, a #TrhFileError or a #TrhDataError
 *
 * Lists what of one session is on the laptop that held it. Never an urn that is still open or belongs to another kit, and
 * nothing on the computer that has the keys: there the urn is the one that is counted.
 *
 * Returns: (transfer full): the list, or %NULL with @error set
 */
TrhPurge *
trh_purge_new_for_kit (const TrhKit *kit, GError **error)
{
  g_autofree char *keys = trh_keys_get_path (kit->urn->poll_id);
  g_autofree char *path = trh_urn_get_path (kit->urn->session_id);
  g_autofree char *roll = trh_roll_get_path (kit->urn->session_id);
  g_autofree char *fingerprint = NULL;
  TrhPurge *self;

  if (g_file_test (keys, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY,
                           _("The keys of this vote are on this computer: its urn is the one that is counted. It is destroyed "
                             "with the vote, in the season."));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !check_kit_urn (kit, path, &fingerprint, error))
    return NULL;
  self = purge_new (kit->question, kit->purge_day, kit->urn->rehearsal);
  self->of_kit = TRUE;
  find (self, TRH_PURGE_ROLL, roll, kit->urn->place, "");
  find (self, TRH_PURGE_URN, path, kit->urn->place, fingerprint);
  if (self->files->len > 0)
    return self;
  trh_purge_free (self);
  g_set_error_literal (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_NOTHING,
                       _("Nothing of this session is on this computer any more."));
  return NULL;
}

guint
trh_purge_get_n (const TrhPurge *self)
{
  return self->files->len;
}

const TrhPurgeFile *
trh_purge_peek (const TrhPurge *self, guint index)
{
  return self->files->pdata[index];
}

/* A kind of file in a few words. */
const char *
trh_purge_say_kind (TrhPurgeKind kind)
{
  switch (kind)
    {
    case TRH_PURGE_ROLL:
      return _("Roll");
    case TRH_PURGE_URN:
      return _("Sealed urn and hashes of its codes");
    case TRH_PURGE_ASIDE:
      return _("Sealed urn that was replaced");
    case TRH_PURGE_STRAY:
      return _("Sealed urn that was in no count");
    case TRH_PURGE_KEYS:
      return _("Keys of the vote");
    case TRH_PURGE_REST:
    default:
      return _("Remains of an interrupted save");
    }
}

/* --- destroying --- */

static gboolean
is_ours (const TrhPurge *self, const TrhPurgeFile *file)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(TrhKeys) keys = NULL;
  g_autofree char *public_key = NULL;

  if (file->kind == TRH_PURGE_URN)
    return g_str_equal (file->sha256, file->expected);
  if (file->kind == TRH_PURGE_STRAY)
    return trh_urn_begins_for (file->path, self->poll_id, self->public_key);
  if (file->kind != TRH_PURGE_KEYS)
    return TRUE;
  bytes = trh_file_load (file->path, TRH_MAX_KEYS, NULL);
  keys = bytes != NULL ? trh_keys_parse (bytes, NULL) : NULL;
  public_key = keys != NULL ? g_base64_encode (trh_keys_peek_public (keys), TRH_SEAL_KEY) : NULL;
  return g_strcmp0 (public_key, self->public_key) == 0;
}

/* A season from elsewhere may name our sessions: what is not the file of the minutes is left alone. */
static gboolean
check (TrhPurge *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      TrhPurgeFile *file = self->files->pdata[i];

      g_free (file->sha256);
      file->sha256 = trh_file_hash_of (file->path, error);
      if (file->sha256 == NULL)
        return FALSE;
      if (is_ours (self, file))
        continue;
      /* Translators: what it is, as in “Keys of the vote”, and the file */
      g_set_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_FOREIGN,
                   _("%1$s: this file is not the one of the minutes. Nothing was destroyed: %2$s"),
                   trh_purge_say_kind (file->kind), file->path);
      return FALSE;
    }
  return TRUE;
}

/* Names of files are gone for good only when their folder is on the disk. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("the folder of a destroyed file could not be synchronised");
  close (fd);
}

static gboolean
destroy (TrhPurgeFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *above = g_path_get_dirname (folder);

  if (g_unlink (file->path) != 0)
    return FALSE;
  sync_folder (folder);
  if (file->kind != TRH_PURGE_ROLL && file->kind != TRH_PURGE_KEYS)
    {
      if (g_rmdir (folder) == 0) /* of one session; fails while something is in it */
        sync_folder (above);
    }
  return TRUE;
}

/**
 * trh_purge_run:
 * @error: return location for a #TrhPurgeError or a #TrhFileError
 *
 * Reads the fingerprints, then destroys, the keys first: from then on no remnant of a sealed ballot can be read. Runs in
 * a worker. What could not be destroyed is named; the rest is gone.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_purge_run (TrhPurge *self, GError **error)
{
  const TrhPurgeFile *left = NULL;

  if (!check (self, error))
    return FALSE;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->files->len; i++)
      {
        TrhPurgeFile *file = self->files->pdata[i];

        if ((file->kind == TRH_PURGE_KEYS) != (round == 0))
          continue;
        file->destroyed = destroy (file);
        if (!file->destroyed)
          left = file;
      }
  if (left == NULL)
    return TRUE;
  /* Translators: a file */
  g_set_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_LEFT, _("This file could not be destroyed: %s"), left->path);
  return FALSE;
}
