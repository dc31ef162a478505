/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-copied-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* An urn in a folder that a program copies: told by the name, by what the program leaves there, through a link. */

static char *top;

static char *
make (const char *path)
{
  char *folder = g_build_filename (top, path, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

static void
assert_finds (const char *path, const char *expected)
{
  g_autofree char *found = trh_copied_folder_find (path);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_names (void)
{
  static const struct { const char *path, *program; } cases[] = {
    { "a/Nextcloud/urns", "Nextcloud" },  { "a/OneDrive - Mairie/x", "OneDrive" }, { "a/dropbox/x", "Dropbox" },
    { "a/Google Drive/x", "Google Drive" }, { "a/kDrive2/x", "kDrive" },           { "a/plain/urns", NULL },
    { "a/My Nextcloud notes/x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make (cases[i].path);

      assert_finds (folder, cases[i].program);
    }
}

static void
test_marks (void)
{
  g_autofree char *mark = make ("b/.stfolder"), *folder = make ("b/deep/er"), *beside = make ("c/urns");
  g_autofree char *not_yet = g_build_filename (folder, "not", "yet", NULL);

  assert_finds (folder, "Syncthing");
  assert_finds (not_yet, "Syncthing");
  assert_finds (beside, NULL);
}

static void
test_link (void)
{
  g_autofree char *real = make ("d/Dropbox/data"), *plain = make ("e");
  g_autofree char *link_path = g_build_filename (plain, "data", NULL);

  g_assert_cmpint (symlink (real, link_path), ==, 0);
  assert_finds (link_path, "Dropbox");
}

static void
test_words (void)
{
  g_autofree char *none = trh_copied_folder_warn (), *no_note = trh_copied_folder_note ();
  g_autofree char *mark = g_build_filename (g_get_user_data_dir (), ".stfolder", NULL);
  g_autofree char *warning = NULL, *note = NULL;

  g_assert_null (none);
  g_assert_null (no_note);
  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  warning = trh_copied_folder_warn ();
  note = trh_copied_folder_note ();
  g_assert_cmpint (g_rmdir (mark), ==, 0);
  g_assert_true (g_str_has_prefix (warning, "Syncthing keeps copies of /"));
  g_assert_nonnull (strstr (note, "Syncthing keeps copies"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = NULL;
  g_autoptr(GError) error = NULL;

  top = g_dir_make_tmp ("trh-copied-XXXXXX", &error);
  g_assert_no_error (error);
  home = make ("home");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voting/copied-folder/names", test_names);
  g_test_add_func ("/voting/copied-folder/marks", test_marks);
  g_test_add_func ("/voting/copied-folder/link", test_link);
  g_test_add_func ("/voting/copied-folder/words", test_words);
  return g_test_run ();
}
