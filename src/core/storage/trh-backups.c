/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-backups.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-migrations.h"

/*
 * A kept version is a file `NUMBER-DATE-KEY-WHY.transhumance`: the number gives the order, since clocks jump; the key is
 * the beginning of its SHA-256, so that a version is kept once and a journal finds what it stands on.
 *
 * Ten saves two seconds apart would be twenty seconds of work: a save by itself keeps what it replaces only when the
 * newest kept version is some minutes old. So the last ten reach back an hour of work, and a day each for a month.
 */
#define N_LAST     10
#define N_DAYS     30
#define APART_MIN  5
#define KEY_LENGTH 16
#define ENDING     ".transhumance"
#define PLACE      "place" /* a file that names the season's file, to find this folder when that one cannot be read */

static const char *const reasons[TRH_N_KEPT] = {
  [TRH_KEPT_BY_ITSELF] = "auto", [TRH_KEPT_OPENED] = "opened", [TRH_KEPT_SAVED] = "saved",
  [TRH_KEPT_MIGRATED] = "migrated", [TRH_KEPT_MERGED] = "merged", [TRH_KEPT_THEIRS] = "theirs",
};

/* Why it was kept, as in “As you saved it”. */
const char *
trh_backup_say (const TrhBackup *backup)
{
  static const char *const words[TRH_N_KEPT] = {
    [TRH_KEPT_BY_ITSELF] = N_("Kept along the way"),
    [TRH_KEPT_OPENED] = N_("As it was opened"),
    [TRH_KEPT_SAVED] = N_("As you saved it"),
    [TRH_KEPT_MIGRATED] = N_("Before it was written in a newer format"),
    [TRH_KEPT_MERGED] = N_("Before another version was taken"),
    [TRH_KEPT_THEIRS] = N_("As another program wrote it"),
  };

  return _(words[backup->kept]);
}

/* Why the first save after opening keeps what it replaces. */
TrhKept
trh_backups_choose_kept (int file_version)
{
  return file_version < TRH_PROJECT_VERSION ? TRH_KEPT_MIGRATED : TRH_KEPT_OPENED;
}

void
trh_backup_free (TrhBackup *backup)
{
  g_free (backup->path);
  g_free (backup->key);
  g_clear_pointer (&backup->time, g_date_time_unref);
  g_clear_pointer (&backup->written, g_date_time_unref);
  g_free (backup);
}

/**
 * trh_backup_load:
 * @backup: a kept version
 * @bytes: (out) (optional) (transfer full): its content
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the season as it was, or %NULL with @error set when the copy itself is damaged
 */
TrhProject *
trh_backup_load (const TrhBackup *backup, GBytes **bytes, GError **error)
{
  g_autoptr(GBytes) content = trh_file_load (backup->path, TRH_MAX_PROJECT, error);
  TrhProject *project = content != NULL ? trh_project_from_bytes (content, error) : NULL;

  if (project != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return project;
}

/**
 * trh_backups_get_folder:
 * @project_id: a project
 *
 * Returns: (transfer full): the folder of its journals and kept versions, there or not
 */
char *
trh_backups_get_folder (const char *project_id)
{
  g_autofree char *name = g_strconcat ("season-", project_id, NULL); /* an id may be “..” */

  return g_build_filename (g_get_user_state_dir (), "transhumances", name, NULL);
}

static GDateTime *
get_written (const TrhBackup *backup)
{
  g_autoptr(GDateTime) written = NULL;
  GStatBuf status;

  if (g_stat (backup->path, &status) == 0)
    written = g_date_time_new_from_unix_local (status.st_mtime);
  return g_date_time_ref (written != NULL ? written : backup->time);
}

static TrhBackup *
parse_name (const char *folder, const char *name)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *stem = NULL;
  g_autoptr(GDateTime) time = NULL;
  TrhBackup *backup;
  guint64 number;

  if (!g_str_has_suffix (name, ENDING))
    return NULL;
  stem = g_strndup (name, strlen (name) - strlen (ENDING));
  parts = g_strsplit (stem, "-", 0);
  if (g_strv_length (parts) != 4 || !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT, &number, NULL) ||
      strlen (parts[2]) != KEY_LENGTH || (time = g_date_time_new_from_iso8601 (parts[1], NULL)) == NULL)
    return NULL;
  for (guint i = 0; i < TRH_N_KEPT; i++)
    if (g_str_equal (parts[3], reasons[i]))
      {
        backup = g_new0 (TrhBackup, 1);
        backup->path = g_build_filename (folder, name, NULL);
        backup->number = (guint) number;
        backup->time = g_date_time_to_local (time);
        backup->key = g_strdup (parts[2]);
        backup->kept = (TrhKept) i;
        backup->written = get_written (backup);
        return backup;
      }

  return NULL;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const TrhBackup *x = *(TrhBackup *const *) a, *y = *(TrhBackup *const *) b;

  return x->number < y->number ? 1 : -(x->number > y->number);
}

/**
 * trh_backups_list:
 * @folder: what trh_backups_get_folder() gave
 *
 * Returns: (transfer full): #TrhBackup, the newest first
 */
GPtrArray *
trh_backups_list (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_backup_free);
  g_autofree char *place = g_build_filename (folder, "versions", NULL);
  g_autoptr(GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      TrhBackup *backup = parse_name (place, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_numbers);

  return backups;
}

static gboolean
is_wanted (GPtrArray *backups, const char *key, TrhKept kept)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  TrhBackup *newest = backups->len > 0 ? backups->pdata[0] : NULL;
  GTimeSpan age;

  if (newest == NULL)
    return TRUE;
  if (g_str_equal (newest->key, key))
    return FALSE; /* this very content is kept already */
  age = g_date_time_difference (now, newest->time);
  return kept != TRH_KEPT_BY_ITSELF || age >= APART_MIN * G_TIME_SPAN_MINUTE || age < 0;
}

/* Remembers where the season's file is. */
static void
note_place (const char *folder, const char *path)
{
  g_autofree char *place = g_build_filename (folder, PLACE, NULL);
  g_autofree char *target = trh_file_resolve (path);
  g_autoptr(GBytes) old = trh_file_load (place, TRH_MAX_PROSE, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (target, strlen (target));

  if (old == NULL || !g_bytes_equal (old, bytes))
    trh_file_save (place, bytes, NULL);
}

/**
 * trh_backups_plan:
 * @folder: what trh_backups_get_folder() gave
 * @path: the season's file
 * @hash: SHA-256 of the version that is about to be replaced
 * @kept: why it would be kept
 *
 * Returns: (transfer full) (nullable): the name that it should take, in a folder that is there; %NULL when it need not be
 *   kept, or cannot
 */
char *
trh_backups_plan (const char *folder, const char *path, const char *hash, TrhKept kept)
{
  g_autoptr(GPtrArray) backups = trh_backups_list (folder);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *place = g_build_filename (folder, "versions", NULL);
  g_autofree char *key = g_strndup (hash, KEY_LENGTH);
  g_autofree char *date = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = NULL;
  guint number = backups->len > 0 ? ((TrhBackup *) backups->pdata[0])->number + 1 : 1;

  if (strlen (hash) < KEY_LENGTH || !is_wanted (backups, key, kept) || g_mkdir_with_parents (place, 0700) != 0)
    return NULL;
  note_place (folder, path);
  name = g_strdup_printf ("%06u-%s-%s-%s" ENDING, number, date, key, reasons[kept]);
  return g_build_filename (place, name, NULL);
}

static int
get_day (const TrhBackup *backup)
{
  return g_date_time_get_year (backup->time) * 1000 + g_date_time_get_day_of_year (backup->time);
}

/**
 * trh_backups_prune:
 * @folder: what trh_backups_get_folder() gave
 *
 * Lets old versions go: the last ten stay, the last of each of the thirty last days that have one, and ten from before
 * a migration or a merge.
 */
void
trh_backups_prune (const char *folder)
{
  g_autoptr(GPtrArray) backups = trh_backups_list (folder);
  g_autoptr(GHashTable) days = g_hash_table_new (NULL, NULL);
  guint n_special = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      TrhBackup *backup = backups->pdata[i];
      gboolean special = backup->kept == TRH_KEPT_MIGRATED || backup->kept == TRH_KEPT_MERGED || backup->kept == TRH_KEPT_THEIRS;
      gboolean new_day = g_hash_table_size (days) < N_DAYS && g_hash_table_add (days, GINT_TO_POINTER (get_day (backup)));

      if (i >= N_LAST && !new_day && !(special && n_special < N_LAST))
        g_unlink (backup->path);
      n_special += special;
    }
}

static TrhBackup *
find_good_in (const char *folder)
{
  g_autoptr(GPtrArray) backups = trh_backups_list (folder);

  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr(TrhProject) project = trh_backup_load (backups->pdata[i], NULL, NULL);

      if (project != NULL)
        return g_ptr_array_steal_index (backups, i);
    }

  return NULL;
}

/**
 * trh_backups_find_good:
 * @path: a season's file that cannot be read
 *
 * Returns: (transfer full) (nullable): the newest kept version of it that can be
 */
TrhBackup *
trh_backups_find_good (const char *path)
{
  g_autofree char *all = g_build_filename (g_get_user_state_dir (), "transhumances", NULL);
  g_autofree char *target = trh_file_resolve (path);
  g_autoptr(GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_autofree char *place = g_build_filename (folder, PLACE, NULL);
      g_autoptr(GBytes) noted = trh_file_load (place, TRH_MAX_PROSE, NULL);

      if (noted != NULL && g_bytes_get_size (noted) == strlen (target) &&
          memcmp (g_bytes_get_data (noted, NULL), target, strlen (target)) == 0)
        {
          TrhBackup *found = find_good_in (folder);

          if (found != NULL)
            return found;
        }
    }

  return NULL;
}
