/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/trh-error.h"
#include "failing-folder.h"
#include "folders.h"

typedef struct {
  char *folder;
  char *path; /* of a file that is not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("trh-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "season", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
save (const char *path, const char *text)
{
  g_autoptr(GBytes) bytes = bytes_of (text);
  g_autoptr(GError) error = NULL;

  trh_file_save (path, bytes, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, 1000000, &error);
  g_autoptr(GBytes) wanted = bytes_of (text);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, wanted));
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  const mode_t umask_before = umask (0022);
  struct stat info;

  save (fixture->path, "one");
  assert_content (fixture->path, "one");
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600); /* a new season is for one person */

  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  save (fixture->path, "");
  assert_content (fixture->path, "");
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0664); /* and stays as the person set it, whatever the umask */
  umask (umask_before);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

static void
test_links_stay_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second_path = g_build_filename (fixture->folder, "second", NULL);

  save (fixture->path, "one");
  g_assert_cmpint (symlink ("season", link_path), ==, 0);
  g_assert_cmpint (symlink (link_path, second_path), ==, 0);
  save (second_path, "two");
  assert_content (fixture->path, "two");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second_path, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (g_remove (link_path), ==, 0);
  g_assert_cmpint (symlink ("link", link_path), ==, 0); /* to itself */
  {
    g_autoptr(GBytes) bytes = bytes_of ("three");
    g_autoptr(GError) error = NULL;

    trh_file_save (link_path, bytes, &error); /* whatever it does, it ends */
    assert_content (fixture->path, "two");
  }
}

static void
test_ceiling (Fixture *fixture, gconstpointer data)
{
  save (fixture->path, "12345");
  for (gsize most = 0; most < 8; most++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = trh_file_load (fixture->path, most, &error);

      if (most >= 5)
        g_assert_no_error (error);
      else
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
    }
}

static void
test_what_is_no_plain_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "nowhere", "season", NULL);
  const char *paths[] = { fifo, fixture->folder, missing, "/dev/zero" };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = trh_file_load (paths[i], 1000, &error); /* nobody writes into the pipe: must not wait */

      g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNREADABLE);
      g_clear_error (&error);
      bytes = bytes_of ("x");
      g_assert_false (trh_file_save (paths[i], bytes, &error));
      g_assert_true (error->domain == TRH_FILE_ERROR);
    }
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

/* A disk that takes no more, in a child: the limit of a process holds for all its life. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  save (fixture->path, "the good one");
  for (rlim_t room = 0; room <= 3000; room += 1000)
    {
      pid_t child = fork ();
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          struct rlimit limit = { room, room };
          g_autofree char *large = g_strnfill (100000, 'x');
          g_autoptr(GBytes) bytes = g_bytes_new (large, 100000);
          g_autoptr(GError) error = NULL;

          signal (SIGXFSZ, SIG_IGN);
          setrlimit (RLIMIT_FSIZE, &limit);
          _exit (trh_file_save (fixture->path, bytes, &error) || error == NULL || error->domain != TRH_FILE_ERROR ? 1 : 0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      assert_content (fixture->path, "the good one");
      g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
    }
}

static void
test_folder_without_permission (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) bytes = bytes_of ("two");
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  save (fixture->path, "one");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (trh_file_save (fixture->path, bytes, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED);
  assert_content (fixture->path, "one");
}

/* The disk takes the file and does not confirm its name: the new one is there, and nobody is told that it is safe. */
static void
test_folder_not_flushed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) one = bytes_of ("one");
  g_autoptr(GBytes) two = bytes_of ("two");
  g_autoptr(GBytes) three = bytes_of ("three");
  g_autofree char *hash = trh_file_hash (two);
  g_autofree char *new_path = g_build_filename (fixture->folder, "new", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (trh_file_save (fixture->path, one, NULL));
  failing_folder_set (TRUE);
  g_assert_false (trh_file_save (fixture->path, two, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE);
  assert_content (fixture->path, "two");

  g_clear_error (&error);
  g_assert_false (trh_file_save_over (fixture->path, three, hash, NULL, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE);
  assert_content (fixture->path, "three");

  g_clear_error (&error);
  g_assert_false (trh_file_flush_folder (fixture->path, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE);

  g_clear_error (&error);
  g_assert_false (trh_file_save_new (new_path, one, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1); /* for sure, or not at all */

  failing_folder_set (FALSE);
  g_assert_true (trh_file_save_new (new_path, one, NULL));
  g_assert_true (trh_file_save (fixture->path, one, NULL));
  g_assert_true (trh_file_flush_folder (fixture->path, NULL));
}

static void
test_hash (void)
{
  g_autoptr(GBytes) bytes = bytes_of ("abc");
  g_autofree char *hash = trh_file_hash (bytes);

  /* FIPS 180-2, appendix B.1 */
  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/file/save-and-load", Fixture, NULL, set_up, test_save_and_load, tear_down);
  g_test_add ("/file/links", Fixture, NULL, set_up, test_links_stay_links, tear_down);
  g_test_add ("/file/ceiling", Fixture, NULL, set_up, test_ceiling, tear_down);
  g_test_add ("/file/no-plain-file", Fixture, NULL, set_up, test_what_is_no_plain_file, tear_down);
  g_test_add ("/file/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/file/no-permission", Fixture, NULL, set_up, test_folder_without_permission, tear_down);
  g_test_add ("/file/folder-not-flushed", Fixture, NULL, set_up, test_folder_not_flushed, tear_down);
  g_test_add_func ("/file/hash", test_hash);

  return g_test_run ();
}
