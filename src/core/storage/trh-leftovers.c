/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-leftovers.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/storage/trh-recovery.h"

#define ENDING       ".journal"
#define ENDING_ENDED ".history"

/**
 * trh_leftover_name:
 * @journal_path: the path of a journal
 * @ended: whether its session ended well
 *
 * Returns: (transfer full): the name that tells so
 */
char *
trh_leftover_name (const char *journal_path, gboolean ended)
{
  const char *ending = strrchr (journal_path, '.');

  return g_strdup_printf ("%.*s%s", (int) (ending - journal_path), journal_path, ended ? ENDING_ENDED : ENDING);
}

/**
 * trh_leftover_open:
 * @journal_path: a journal
 *
 * Returns: (transfer full) (nullable): it, locked; %NULL when a program writes it now, or it cannot be read
 */
TrhLeftover *
trh_leftover_open (const char *journal_path)
{
  g_autoptr(TrhLeftover) self = g_new0 (TrhLeftover, 1);

  self->path = g_strdup (journal_path);
  self->fd = open (journal_path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (self->fd < 0 || flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    return NULL;
  self->bytes = trh_file_load (journal_path, TRH_MAX_JOURNAL, NULL);
  if (self->bytes == NULL)
    return NULL;
  self->lines = trh_journal_read (self->bytes, &self->n_good_bytes);
  self->ended = g_str_has_suffix (journal_path, ENDING_ENDED);

  return g_steal_pointer (&self);
}

void
trh_leftover_free (TrhLeftover *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

/* Where the season was kept last, (transfer full) (nullable). */
static char *
get_file (TrhLeftover *self)
{
  for (guint i = self->lines->len; i > 0; i--)
    {
      const TrhLine *line = self->lines->pdata[i - 1];

      if (line->kind == TRH_LINE_OPEN)
        return g_filename_from_uri (line->file, NULL, NULL);
    }

  return NULL;
}

/* Whether it is the journal of the file at @path: it says so, or the file it names is no longer there. */
gboolean
trh_leftover_is_of (TrhLeftover *self, const char *path)
{
  g_autofree char *file = get_file (self);

  return file == NULL || g_str_equal (file, path) || !g_file_test (file, G_FILE_TEST_EXISTS);
}

/* Another name for a journal, or a part of one, that nobody reads again by itself. */
static char *
make_aside_name (TrhLeftover *self, const char *why)
{
  return g_strdup_printf ("%.*s.%s", (int) (strrchr (self->path, '.') - self->path), self->path, why);
}

/* Puts another text in the place of the journal, whole or not at all; it stays open and locked. One that the disk does not
 * confirm is the journal all the same, with the error: lines must not go to the one that lost its name. */
static gboolean
replace (TrhLeftover *self, GBytes *bytes, GError **error)
{
  g_autoptr(GError) problem = NULL;
  int fd;

  if (!trh_file_save (self->path, bytes, &problem) && !g_error_matches (problem, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  fd = open (self->path, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd < 0)
    {
      g_set_error_literal (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED, g_strerror (errno));
      return FALSE;
    }
  flock (fd, LOCK_EX | LOCK_NB);
  close (self->fd);
  self->fd = fd;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * trh_leftover_cut:
 * @self: a journal
 * @n_lines: how many of its lines are of use
 * @error: return location for a #TrhFileError
 *
 * Keeps the rest in a file beside it, and makes the journal end after these lines, whole or not at all.
 */
gboolean
trh_leftover_cut (TrhLeftover *self, guint n_lines, GError **error)
{
  gsize end = ((TrhLine *) self->lines->pdata[n_lines - 1])->end, size = g_bytes_get_size (self->bytes);
  g_autofree char *aside = make_aside_name (self, "damaged");
  g_autoptr(GBytes) good = g_bytes_new_from_bytes (self->bytes, 0, end);
  g_autoptr(GBytes) tail = g_bytes_new_from_bytes (self->bytes, end, size - end);

  return end == size || (trh_file_save (aside, tail, error) && replace (self, good, error));
}

/**
 * trh_leftover_trim:
 * @self: a journal
 * @after: where the file stands in it
 * @max_bytes: how long it may be, roughly
 *
 * Lets the oldest steps of a long journal go, as trh_journal_trim() does; one that cannot be written stays as it is.
 */
void
trh_leftover_trim (TrhLeftover *self, guint64 after, gsize max_bytes)
{
  g_autoptr(GBytes) trimmed = trh_journal_trim (self->lines, after, max_bytes);
  g_autoptr(GError) error = NULL;

  if (trimmed == NULL)
    return;
  if (!replace (self, trimmed, &error) && !g_error_matches (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    return;
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->lines);
  self->bytes = g_steal_pointer (&trimmed);
  self->lines = trh_journal_read (self->bytes, &self->n_good_bytes);
}

/* A session goes on with it: whatever happens now, its name says that there may be work in it. */
gboolean
trh_leftover_take (TrhLeftover *self)
{
  g_autofree char *name = trh_leftover_name (self->path, FALSE);

  if (self->ended && g_rename (self->path, name) != 0)
    return FALSE;
  g_free (self->path);
  self->path = g_steal_pointer (&name);
  self->ended = FALSE;
  return TRUE;
}

/**
 * trh_leftover_set_aside:
 * @self: a journal that is of no use here
 * @why: one word
 *
 * Returns: (transfer full): where it is from now on: it is kept, and not offered again
 */
char *
trh_leftover_set_aside (TrhLeftover *self, const char *why)
{
  char *aside = make_aside_name (self, why);

  if (g_rename (self->path, aside) == 0)
    return aside;
  g_free (aside);
  return g_strdup (self->path);
}

static GPtrArray *
list (const char *folder, const char *ending)
{
  GPtrArray *leftovers = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_leftover_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        TrhLeftover *leftover = trh_leftover_open (path);

        if (leftover != NULL)
          g_ptr_array_add (leftovers, leftover);
      }

  return leftovers;
}

/**
 * trh_leftovers_list:
 * @folder: of one project
 *
 * Returns: (transfer full): #TrhLeftover of sessions that did not end well, each locked
 */
GPtrArray *
trh_leftovers_list (const char *folder)
{
  return list (folder, ENDING);
}

/* The same of sessions that did. */
GPtrArray *
trh_leftovers_list_ended (const char *folder)
{
  return list (folder, ENDING_ENDED);
}

/* Whether the file has everything: the program was stopped after the last save. */
static gboolean
is_in_file (TrhLeftover *self, const char *path)
{
  g_autofree char *hash = trh_file_hash_of (path, NULL);
  gint64 after = hash != NULL ? trh_recovery_find (self->lines, hash) : -1;

  return after >= 0 && trh_recovery_count (self->lines, (guint64) after) == 0;
}

void
trh_unfinished_free (TrhUnfinished *unfinished)
{
  g_free (unfinished->path);
  g_free (unfinished->title);
  g_clear_pointer (&unfinished->time, g_date_time_unref);
  g_free (unfinished);
}

static void
add_unfinished (GPtrArray *list, TrhLeftover *leftover)
{
  g_autofree char *path = get_file (leftover);
  TrhUnfinished *unfinished;
  GDateTime *time = NULL;

  if (path == NULL || is_in_file (leftover, path))
    return;
  for (guint i = leftover->lines->len; i > 0 && time == NULL; i--)
    time = ((TrhLine *) leftover->lines->pdata[i - 1])->time;
  unfinished = g_new0 (TrhUnfinished, 1);
  unfinished->path = g_steal_pointer (&path);
  unfinished->title = g_strdup (((TrhLine *) leftover->lines->pdata[0])->title);
  unfinished->time = time != NULL ? g_date_time_to_local (time) : g_date_time_new_now_local ();
  g_ptr_array_add (list, unfinished);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare ((*(TrhUnfinished *const *) b)->time, (*(TrhUnfinished *const *) a)->time);
}

/**
 * trh_unfinished_list:
 *
 * Returns: (transfer full): #TrhUnfinished of every session that did not end well, the latest first
 */
GPtrArray *
trh_unfinished_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_unfinished_free);
  g_autofree char *all = g_build_filename (g_get_user_state_dir (), "transhumances", NULL);
  g_autoptr(GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_autoptr(GPtrArray) leftovers = trh_leftovers_list (folder);

      for (guint i = 0; i < leftovers->len; i++)
        add_unfinished (list, leftovers->pdata[i]);
    }
  g_ptr_array_sort (list, compare_times);

  return list;
}
