/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-archived-sums.h"
#include "core/exchange/trh-minutes.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-urn.h"

G_DEFINE_QUARK (trh-archive-error-quark, trh_archive_error)

#define PRINTS_NAME "SHA256SUMS"
#define SUMS_NAME   "sums.json"

/* A session and what its pages are made of; without the project, which no worker may touch. */
typedef struct {
  char            *place;
  char            *name;    /* of its files */
  char            *path;    /* of its urn */
  TrhKit          *kit;
  TrhResultRecord *session; /* (owned) */
} Town;

typedef struct {
  char   *name;
  GBytes *bytes;
} File;

struct _TrhArchive
{
  TrhSheet  *recap;
  GBytes    *sums;
  char      *question;
  GPtrArray *towns; /* (element-type Town) */
  GPtrArray *files; /* (element-type File): while it is saved */
};

static void
town_free (gpointer data)
{
  Town *town = data;

  g_free (town->place);
  g_free (town->name);
  g_free (town->path);
  g_clear_pointer (&town->kit, trh_kit_free);
  trh_record_unref (town->session);
  g_free (town);
}

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

void
trh_archive_free (TrhArchive *self)
{
  g_clear_pointer (&self->recap, trh_sheet_free);
  g_clear_pointer (&self->sums, g_bytes_unref);
  g_free (self->question);
  g_ptr_array_unref (self->towns);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* A file name that every system takes, and that no other town has. */
static char *
name_town (const TrhArchive *self, const char *place)
{
  g_autofree char *plain = g_strdup (place);
  guint n_alike = 0;

  g_strdelimit (plain, "/\\:*?\"<>|", '-');
  for (guint i = 0; i < self->towns->len; i++)
    n_alike += g_str_equal (((const Town *) self->towns->pdata[i])->place, place);
  return n_alike == 0 ? g_steal_pointer (&plain) : g_strdup_printf ("%s %u", plain, n_alike + 1);
}

/* @sentence: (transfer full) */
static gboolean
fail_urn (char *sentence, GError **error)
{
  g_autofree char *owned = sentence;

  g_clear_error (error);
  g_set_error_literal (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_URN, owned);
  return FALSE;
}

static gboolean
fail_missing (const Town *town, GError **error)
{
  /* Translators: a town */
  return fail_urn (g_strdup_printf (_("%s: its sealed urn is not on this computer. An archive without it would prove "
                                      "nothing."), town->place), error);
}

static gboolean
add_town (TrhArchive *self, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *session,
          const char *folder, GError **error)
{
  g_autofree char *base = g_path_get_basename (session->urn_file); /* a file of @folder, whatever the season says */
  Town *town = g_new0 (Town, 1);

  town->session = trh_record_ref (session);
  town->place = trh_describe_id (project, session->commune_id);
  town->name = name_town (self, town->place);
  town->path = folder != NULL ? g_build_filename (folder, base, NULL) : trh_urn_get_path (session->base.id);
  town->kit = trh_poll_make_kit (project, poll, session->commune_id, session->base.id, error);
  g_ptr_array_add (self->towns, town);
  return town->kit != NULL || fail_missing (town, error); /* a vote without keys has no urn */
}

/**
 * trh_archive_new:
 * @project: the season
 * @poll: a counted vote
 * @folder: (nullable): where the urns are, each under the name that its session says; %NULL where this program
 *   keeps them
 * @error: return location for a #TrhArchiveError
 *
 * Takes from the season what the archive needs: it can then be saved by a worker.
 *
 * Returns: (transfer full): the archive, or %NULL with @error set
 */
TrhArchive *
trh_archive_new (TrhProject *project, const TrhPollRecord *poll, const char *folder, GError **error)
{
  TrhResult *found = trh_poll_find_total (project, poll->base.id);
  const TrhResultRecord *total = found != NULL ? trh_entity_peek_record (TRH_ENTITY (found)) : NULL;
  g_autoptr(TrhArchive) self = NULL;

  if (total == NULL)
    {
      g_set_error_literal (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_TOO_EARLY,
                           _("This vote is not counted yet: there is nothing to archive."));
      return NULL;
    }
  self = g_new0 (TrhArchive, 1);
  self->towns = g_ptr_array_new_with_free_func (town_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->question = g_strdup (poll->question);
  self->recap = trh_minutes_of_poll (project, poll, total);
  self->sums = trh_archived_sums_print (project, poll, total);
  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);

      if (session != NULL && !add_town (self, project, poll, session, folder, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* @name and @bytes: (transfer full) */
static void
add_file (TrhArchive *self, char *name, GBytes *bytes)
{
  File *file = g_new (File, 1);

  file->name = name;
  file->bytes = bytes;
  g_ptr_array_add (self->files, file);
}

/* The sealed urn byte for byte, and the minutes of its town. */
static gboolean
add_files_of_town (TrhArchive *self, const Town *town, GError **error)
{
  g_autoptr(GBytes) urn = trh_file_load (town->path, TRH_MAX_URN, error);
  g_autofree char *fingerprint = urn != NULL ? trh_file_hash (urn) : NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(TrhSheet) minutes = NULL;
  GBytes *pdf;

  if (urn == NULL)
    return fail_missing (town, error);
  if (!g_str_equal (fingerprint, town->session->sha256))
    /* Translators: a town */
    return fail_urn (g_strdup_printf (_("%s: this urn is not the one that was closed. Its fingerprint differs from the "
                                        "minutes."), town->place), error);
  content = trh_urn_content_parse (urn, error);
  if (content == NULL)
    {
      g_prefix_error (error, "%s: ", town->place);
      return FALSE;
    }
  minutes = trh_minutes_of_session (town->kit, content, fingerprint, town->session);
  pdf = trh_sheet_print (minutes, NULL, error);
  if (pdf == NULL)
    return FALSE;
  add_file (self, g_strdup_printf ("%s.urn", town->name), g_steal_pointer (&urn));
  /* Translators: a file name, without its ending; %s is a town */
  add_file (self, g_strdup_printf (_("Minutes of %s.pdf"), town->name), pdf);
  return TRUE;
}

/* A test types this line as it stands in the README: what it asks for is what was counted. */
static GBytes *
print_readme (const TrhArchive *self)
{
  /* Translators: a word that stands for the name of a file, in a command to type */
  g_autofree char *command = g_strdup_printf ("transhumances-cli count --like " SUMS_NAME " *.urn --keys %s", _("FILE"));
  g_autofree char *text = g_strdup_printf (
    /* Translators: a text file in the archive of a vote; %1$s is its question, %2$s a file name, %3$s a
     * command to type, in which FILE stands. Lines of at most 80 characters. The names of the files are translated
     * elsewhere: keep them alike. */
    _("%1$s\n"
      "\n"
      "This folder keeps what a vote of residents left behind.\n"
      "\n"
      "*.urn          the sealed urns, one of each town hall. Nobody can read a ballot\n"
      "               in them without both passphrases, or the recovery sheet.\n"
      "*.pdf          the minutes of each town and of all together, to read. What was\n"
      "               signed is the paper copy.\n"
      "sums.json      what was counted, as sums: never a single ballot.\n"
      "%2$s     the fingerprint of each file. “sha256sum --check %2$s” tells\n"
      "               whether one was changed; the fingerprints of the urns are also\n"
      "               in the minutes, in words that can be read aloud.\n"
      "\n"
      "To count again, in this folder, with the keys of the vote as FILE:\n"
      "\n"
      "    %3$s\n"
      "\n"
      "It takes the rule, the places, the guarantees, the names and the text that was\n"
      "drawn from sums.json, asks for both passphrases, and says whether the result is\n"
      "the same.\n"
      "\n"
      "The keys and the roll are not here, and must not be put here. On the day that\n"
      "the minutes say, the urns, the roll and the keys are destroyed; minutes and\n"
      "sums are kept.\n"),
    self->question, PRINTS_NAME, command);

  return g_bytes_new (text, strlen (text));
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const File *const *) a)->name, (*(const File *const *) b)->name);
}

static GBytes *
print_fingerprints (const TrhArchive *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const File *file = self->files->pdata[i];
      g_autofree char *hash = trh_file_hash (file->bytes);

      g_string_append_printf (out, "%s  %s\n", hash, file->name);
    }
  return g_string_free_to_bytes (out);
}

static gboolean
make_files (TrhArchive *self, GError **error)
{
  GBytes *recap = trh_sheet_print (self->recap, NULL, error);

  if (recap == NULL)
    return FALSE;
  add_file (self, g_strdup (_("Minutes of all sessions.pdf")), recap);
  for (guint i = 0; i < self->towns->len; i++)
    if (!add_files_of_town (self, self->towns->pdata[i], error))
      return FALSE;
  add_file (self, g_strdup (SUMS_NAME), g_bytes_ref (self->sums));
  /* Translators: a file name, as is usual for a text that says what a folder holds */
  add_file (self, g_strdup (_("README.txt")), print_readme (self));
  g_ptr_array_sort (self->files, compare_files);
  add_file (self, g_strdup (PRINTS_NAME), print_fingerprints (self));
  return TRUE;
}

static void
remove_folder (const TrhArchive *self, const char *folder)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, ((const File *) self->files->pdata[i])->name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
fail_errno (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);

  if (code == EEXIST || code == ENOTEMPTY)
    g_set_error (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_EXISTS,
                 /* Translators: a file name */
                 _("There is something called “%s” there already: choose another place."), shown);
  else
    g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED, "%s: %s", shown, g_strerror (code));
  return FALSE;
}

/* The folder appears whole, or not at all. */
static gboolean
place_folder (const char *fresh, const char *path, GError **error)
{
  gboolean ok = renameat2 (AT_FDCWD, fresh, AT_FDCWD, path, RENAME_NOREPLACE) == 0;

  if (!ok && (errno == EINVAL || errno == ENOSYS) && !g_file_test (path, G_FILE_TEST_EXISTS)) /* as on a stick */
    ok = g_rename (fresh, path) == 0;
  if (!ok)
    return fail_errno (path, errno, error);
  return trh_file_flush_folder (path, error);
}

/**
 * trh_archive_save:
 * @path: of the folder, which must not exist
 * @error: return location for a #TrhArchiveError or a #TrhFileError
 *
 * Reads the urns, prints the minutes, and writes everything durably. Takes a second and more: call it in a worker.
 *
 * Returns: %FALSE with @error set; nothing half-written is left. With %TRH_FILE_ERROR_UNSURE the folder is there
 */
gboolean
trh_archive_save (TrhArchive *self, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *fresh = g_build_filename (parent, ".archive-XXXXXX", NULL);
  gboolean ok = TRUE;

  g_ptr_array_set_size (self->files, 0);
  if (!make_files (self, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_errno (path, EEXIST, error);
  if (g_mkdtemp_full (fresh, 0755) == NULL)
    return fail_errno (parent, errno, error);
  for (guint i = 0; i < self->files->len && ok; i++)
    {
      const File *file = self->files->pdata[i];
      g_autofree char *name = g_build_filename (fresh, file->name, NULL);

      ok = trh_file_save_new (name, file->bytes, error);
    }
  ok = ok && place_folder (fresh, path, error);
  if (!ok)
    remove_folder (self, fresh);
  return ok;
}
