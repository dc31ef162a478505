/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-copied-folder.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>

#include "core/voting/trh-urn-private.h"

/* Beginnings of names that these programs give to their folder, without case. */
static const struct {
  const char *begins;
  const char *program;
} names[] = {
  { "nextcloud", "Nextcloud" },       { "owncloud", "ownCloud" },         { "dropbox", "Dropbox" },
  { "onedrive", "OneDrive" },         { "google drive", "Google Drive" }, { "googledrive", "Google Drive" },
  { "icloud", "iCloud" },             { "kdrive", "kDrive" },             { "pcloud", "pCloud" },
  { "megasync", "MEGA" },             { "seafile", "Seafile" },           { "synologydrive", "Synology Drive" },
  { "syncthing", "Syncthing" },
};

/* What they leave in the folder that they copy, whatever its name. */
static const struct {
  const char *file;
  const char *program;
} marks[] = {
  { ".stfolder", "Syncthing" },          { ".dropbox.cache", "Dropbox" }, { ".nextcloudsync.log", "Nextcloud" },
  { ".owncloudsync.log", "ownCloud" },   { ".snapshots", "Snapper" },
};

/* File systems of another computer. */
static const guint32 remote[] = { 0x6969 /* NFS */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB 2 */ };

/* Where @path really is, or would be: the deepest folder of it that exists, (transfer full). */
static char *
resolve (const char *path)
{
  g_autofree char *at = g_strdup (path);

  while (!g_file_test (at, G_FILE_TEST_EXISTS) && strchr (at + 1, '/') != NULL)
    {
      char *above = g_path_get_dirname (at);

      g_free (at);
      at = above;
    }
  {
    char *real = realpath (at, NULL);
    char *copy = g_strdup (real != NULL ? real : at);

    free (real);
    return copy;
  }
}

static const char *
find_name (const char *folder)
{
  g_autofree char *base = g_path_get_basename (folder);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (base, names[i].begins, strlen (names[i].begins)) == 0)
      return names[i].program;
  return NULL;
}

static const char *
find_mark (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *path = g_build_filename (folder, marks[i].file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return marks[i].program;
    }
  return NULL;
}

static gboolean
is_remote (const char *path)
{
  struct statfs about;

  if (statfs (path, &about) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) about.f_type == remote[i])
      return TRUE;
  return FALSE;
}

/**
 * trh_copied_folder_find:
 * @path: of a folder, which need not exist yet
 *
 * Looks at the folder and those above it. What it does not find may copy it all the same.
 *
 * Returns: (transfer full) (nullable): the program that copies it, or that it is on another computer
 */
char *
trh_copied_folder_find (const char *path)
{
  g_autofree char *at = resolve (path);

  if (is_remote (at))
    /* Translators: stands in the place of a program, as in “Nextcloud”, that copies a folder */
    return g_strdup (_("another computer"));
  while (strchr (at + 1, '/') != NULL || at[1] != '\0')
    {
      const char *program = find_name (at);
      char *above;

      if (program == NULL)
        program = find_mark (at);
      if (program != NULL)
        return g_strdup (program);
      above = g_path_get_dirname (at);
      g_free (at);
      at = above;
    }
  return NULL;
}

static char *
find_for_urns (void)
{
  g_autofree char *urns = trh_urn_get_folder ();

  return trh_copied_folder_find (urns);
}

/**
 * trh_copied_folder_warn:
 *
 * Returns: (transfer full) (nullable): what to do before a session is opened on this computer, when its urns are copied
 */
char *
trh_copied_folder_warn (void)
{
  g_autofree char *program = find_for_urns ();
  g_autofree char *urns = trh_urn_get_folder ();

  if (program == NULL)
    return NULL;
  /* Translators: a program, as “Nextcloud”; a folder */
  return g_strdup_printf (_("%1$s keeps copies of %2$s. Copies made between two ballots, together with the keys, tell in which "
                            "order people voted. Stop it for this folder, or vote on another computer; otherwise the minutes "
                            "say so."), program, urns);
}

/**
 * trh_copied_folder_note:
 *
 * Returns: (transfer full) (nullable): what the minutes say when the urns of this computer are copied
 */
char *
trh_copied_folder_note (void)
{
  g_autofree char *program = find_for_urns ();

  if (program == NULL)
    return NULL;
  /* Translators: a program, as “Nextcloud” */
  return g_strdup_printf (_("The urn was in a folder of which %s keeps copies: who has these and the keys could tell in which "
                            "order people voted."), program);
}
