/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/storage/trh-leftovers.h"
#include "core/storage/trh-recovery.h"
#include "core/storage/trh-store-private.h"

/* How a store opens a file: lock, read, take up what an earlier session could not end, and what can still be undone. */

#define HISTORY_SIZE (2 * 1024 * 1024) /* bytes of a journal that are played again: thousands of steps, some tenths of a second */

/* What a journal gave, before there is a store. */
typedef struct {
  TrhProject  *project;  /* (owned): what the file holds */
  TrhLeftover *leftover; /* (nullable) (owned) */
  TrhRecovered recovered;
  GString     *news;
  gboolean     lost; /* the file is an older version in the place of one that was damaged */
} Found;

static void
tell (Found *found, char *sentence)
{
  g_string_append_printf (found->news, "%s%s", found->news->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
tell_aside (Found *found, const char *format, char *aside)
{
  g_autofree char *shown = g_filename_display_name (aside);
  /* Translators: a file name */
  g_autofree char *kept = g_strdup_printf (_("It is kept as %s."), shown);

  tell (found, g_strdup_printf ("%s %s", format, kept));
  g_free (aside);
}

static gboolean
replay (Found *found, TrhLeftover *leftover, GBytes *bytes, GError **error)
{
  if (trh_recovery_replay (leftover->lines, bytes, found->project, &found->recovered, error))
    return TRUE;
  g_object_unref (found->project); /* half of the journal may be in it */
  found->project = trh_project_from_bytes (bytes, NULL);
  return FALSE;
}

static void
trim (TrhLeftover *leftover, GBytes *bytes)
{
  g_autofree char *hash = trh_file_hash (bytes);
  gint64 after = trh_recovery_find (leftover->lines, hash);

  if (after > 0 && g_bytes_get_size (leftover->bytes) > 2 * HISTORY_SIZE &&
      leftover->n_good_bytes == g_bytes_get_size (leftover->bytes))
    trh_leftover_trim (leftover, (guint64) after, HISTORY_SIZE);
}

/* Goes on with a journal whose session did not end well: nothing of it is lost without a word. */
static void
take_up (Found *found, TrhLeftover *leftover, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  gboolean whole;

  trim (leftover, bytes);
  if (leftover->lines->len == 0 || !replay (found, leftover, bytes, &error))
    {
      tell_aside (found, leftover->lines->len == 0 ? _("The journal of the last session is damaged.")
                                                   : _("The last session left changes that do not fit this version of the file."),
                  trh_leftover_set_aside (leftover, leftover->lines->len == 0 ? "damaged" : "unfit"));
      return;
    }
  whole = found->recovered.n_used == leftover->lines->len && leftover->n_good_bytes == g_bytes_get_size (leftover->bytes);
  if (found->recovered.n_after > 0)
    tell (found, g_strdup_printf (ngettext ("%u change of the last session was not in the file yet: it was taken up again.",
                                            "%u changes of the last session were not in the file yet: they were taken up again.",
                                            found->recovered.n_after), found->recovered.n_after));
  if (!trh_leftover_cut (leftover, found->recovered.n_used, &error))
    {
      tell (found, g_strdup (error->message));
      return;
    }
  if (!whole)
    tell (found, g_strdup (_("The end of its journal was damaged and was set aside; what came before is complete.")));
  found->leftover = leftover;
}

/* Goes on with a journal whose session ended well: only what can be undone is in it, unless the file was damaged since. */
static void
go_on (Found *found, TrhLeftover *leftover, GBytes *bytes)
{
  if (found->lost && trh_leftover_take (leftover))
    {
      take_up (found, leftover, bytes);
      return;
    }
  trim (leftover, bytes);
  if (replay (found, leftover, bytes, NULL) && found->recovered.n_used == leftover->lines->len &&
      found->recovered.n_after == 0 && /* somebody may have gone back to an older file on purpose */
      leftover->n_good_bytes == g_bytes_get_size (leftover->bytes) && trh_leftover_take (leftover))
    {
      found->leftover = leftover;
      return;
    }
  if (found->recovered.history != NULL)
    {
      g_clear_object (&found->recovered.history);
      g_object_unref (found->project);
      found->project = trh_project_from_bytes (bytes, NULL);
    }
  g_unlink (leftover->path);
  tell (found, g_strdup (_("The file was changed elsewhere: what was done before can no longer be undone step by step.")));
}

/* Takes the first journal of this file that is of use. */
static void
find_journal (Found *found, GPtrArray *leftovers, const char *path, GBytes *bytes)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);

  for (guint i = leftovers->len; i > 0 && found->recovered.history == NULL; i--)
    if (trh_leftover_is_of (leftovers->pdata[i - 1], target))
      {
        TrhLeftover *leftover = g_ptr_array_steal_index (leftovers, i - 1);

        if (leftover->ended)
          go_on (found, leftover, bytes);
        else
          take_up (found, leftover, bytes);
        if (found->leftover == NULL)
          trh_leftover_free (leftover);
      }
  g_ptr_array_unref (leftovers);
}

/* Makes the store of what was read. */
static TrhStore *
make_store (Found *found, TrhHistory *history, const char *path, GBytes *bytes)
{
  TrhStore *self = trh_store_new (history, path);

  g_free (self->expected);
  self->expected = trh_file_hash (bytes);
  self->kept_next = trh_backups_choose_kept (trh_project_get_file_version (self->project));
  if (found->leftover != NULL)
    {
      TrhLeftover *leftover = found->leftover;
      gsize n_bytes = ((TrhLine *) leftover->lines->pdata[found->recovered.n_used - 1])->end;

      self->journal = trh_journal_resume (leftover->path, leftover->fd, n_bytes, found->recovered.n_used, self->expected,
                                          history);
      leftover->fd = -1;
      trh_store_watch_journal (self);
      if (found->recovered.n_after > 0)
        trh_store_touch (self);
    }
  if (found->news->len > 0)
    trh_store_set_news (self, found->news->str);

  return self;
}

typedef enum {
  READ_ONLY  = 1 << 0, /* another one writes it */
  READ_DRAFT = 1 << 1,
  READ_KEPT  = 1 << 2, /* a kept version in the place of a damaged file */
} ReadFlags;

static TrhStore *
read_file (const char *path, ReadFlags flags, GBytes *bytes, GError **error)
{
  g_autoptr(GString) news = g_string_new (NULL);
  g_autoptr(TrhHistory) history = NULL;
  Found found = { .project = trh_project_from_bytes (bytes, error), .news = news, .lost = (flags & READ_KEPT) != 0 };
  TrhStore *self;

  if (found.project == NULL)
    return NULL;
  if (!(flags & READ_ONLY) && !trh_project_is_read_only (found.project))
    {
      g_autofree char *folder = trh_backups_get_folder (trh_project_get_id (found.project));

      find_journal (&found, trh_leftovers_list (folder), path, bytes);
      find_journal (&found, trh_leftovers_list_ended (folder), path, bytes);
    }
  history = found.recovered.history != NULL ? g_steal_pointer (&found.recovered.history) : trh_history_new (found.project);
  g_object_unref (found.project);
  self = make_store (&found, history, flags & READ_DRAFT ? NULL : path, bytes);
  g_clear_pointer (&found.leftover, trh_leftover_free);

  return self;
}

/**
 * trh_store_open:
 * @path: a season
 * @mode: what the file is to the project
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Reads a file. One that is saved to is locked and watched; when it is open elsewhere trh_store_get_holder() says
 * where, and nothing is saved from here. What a session that did not end well has left in its journal is done again,
 * and trh_store_get_news() tells; what earlier sessions did can be undone, as long as nobody else changed the file.
 *
 * Returns: (transfer full): a store, or %NULL with @error set
 */
TrhStore *
trh_store_open (const char *path, TrhOpenMode mode, GError **error)
{
  g_autofree char *holder = NULL;
  g_autoptr(TrhLock) lock = mode != TRH_OPEN_COPY ? trh_lock_take (path, &holder) : NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, error);
  TrhStore *self;

  if (bytes == NULL)
    return NULL;
  if (mode == TRH_OPEN_COPY)
    {
      g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, error);
      g_autoptr(TrhHistory) history = project != NULL ? trh_history_new (project) : NULL;

      if (history == NULL)
        return NULL;
      trh_project_renew_id (project); /* so that two copies are two drafts */
      return trh_store_new (history, NULL);
    }

  self = read_file (path, (mode == TRH_OPEN_DRAFT ? READ_DRAFT : 0) | (holder != NULL ? READ_ONLY : 0), bytes, error);
  if (self == NULL)
    return NULL;
  self->lock = g_steal_pointer (&lock);
  self->holder = g_steal_pointer (&holder);
  if (self->path != NULL)
    trh_store_watch_file (self);

  return self;
}

/**
 * trh_store_open_backup:
 * @backup: a kept version
 * @path: the season's file, which cannot be read
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Goes on with a kept version in the place of a damaged file, which stays beside it under another name. The journal
 * of the last session is played over the version when it knows it, so that what was done since is there again.
 *
 * Returns: (transfer full): a store, or %NULL with @error set; the damaged file is then where it was
 */
TrhStore *
trh_store_open_backup (const TrhBackup *backup, const char *path, GError **error)
{
  g_autofree char *holder = NULL;
  g_autofree char *target = trh_file_resolve (path);
  g_autofree char *aside = trh_file_free_name (target, C_("file", "damaged"));
  g_autofree char *shown = g_filename_display_basename (aside);
  g_autofree char *sentence = NULL;
  g_autoptr(TrhLock) lock = trh_lock_take (path, &holder);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(TrhProject) project = trh_backup_load (backup, &bytes, error);
  g_autoptr(TrhStore) self = NULL;
  gboolean gone = !g_file_test (target, G_FILE_TEST_EXISTS);

  if (project == NULL)
    return NULL;
  if (holder != NULL || (!gone && g_rename (target, aside) != 0))
    {
      g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED, "%s",
                   _("The damaged file cannot be given another name here. Open the version as a copy."));
      return NULL;
    }
  if (!trh_file_save_over (target, bytes, "", NULL, error))
    return NULL;
  self = read_file (path, READ_KEPT, bytes, error);
  if (self == NULL)
    return NULL;
  self->lock = g_steal_pointer (&lock);
  /* Translators: a file name */
  sentence = g_strdup_printf (_("The damaged file is kept as “%s”."), shown);
  if (!gone)
    trh_store_set_news (self, sentence);
  trh_store_watch_file (self);

  return g_steal_pointer (&self);
}
