/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Two programs open the same session at the same moment: one urn, and nobody's is overwritten. */
#include "urn-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define N_PROGRAMS 6
#define N_ROUNDS 12
#define N_CODES 8

typedef struct {
  UrnFixture *fixture;
  const char *path;
  GArray     *codes; /* (nullable) */
  GError     *error; /* (nullable) */
} Attempt;

static gpointer
create (gpointer data)
{
  Attempt *attempt = data;
  g_autoptr(TrhUrnContent) content = trh_urn_load (attempt->fixture->path, NULL, NULL);

  trh_urn_create (attempt->path, content, N_CODES, &attempt->codes, &attempt->error);
  return NULL;
}

static gboolean
refused (const GError *error)
{
  return g_error_matches (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS) ||
         g_error_matches (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
}

/* The codes in the file are those that one of the programs was given to hand out. */
static void
create_at_once (UrnFixture *fixture, const char *path)
{
  Attempt attempts[N_PROGRAMS] = { 0 };
  GThread *threads[N_PROGRAMS];
  g_autoptr(TrhUrnContent) content = NULL;
  guint n_made = 0;

  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      attempts[i].fixture = fixture;
      attempts[i].path = path;
      threads[i] = g_thread_new ("program", create, &attempts[i]);
    }
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_thread_join (threads[i]);
  content = trh_urn_load (path, NULL, NULL);
  g_assert_nonnull (content);
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      g_assert_true ((attempts[i].codes != NULL) != refused (attempts[i].error));
      if (attempts[i].codes != NULL)
        {
          n_made++;
          for (guint j = 0; j < N_CODES; j++)
            {
              guint8 hash[TRH_CODE_HASH];
              gboolean used;

              g_assert_true (trh_code_hash (&g_array_index (attempts[i].codes, TrhCode, j), content->code_key, hash));
              g_assert_true (trh_urn_content_knows (content, hash, &used));
            }
        }
      g_clear_pointer (&attempts[i].codes, g_array_unref);
      g_clear_error (&attempts[i].error);
    }
  g_assert_cmpuint (n_made, ==, 1);
}

static void
test_at_once (UrnFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *path = g_build_filename (folder, "other.urn", NULL);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      create_at_once (fixture, path);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Whoever has the urn open is not written over, nor waited for without an end. */
static void
test_in_use (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(TrhUrnContent) content = trh_urn_load (fixture->path, NULL, NULL);
  g_autoptr(GArray) more = trh_codes_make (1);
  g_autoptr(GBytes) same = trh_urn_content_print (content), other = NULL;
  g_autoptr(GArray) codes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (trh_urn_content_add_codes (content, more));
  other = trh_urn_content_print (content);
  g_assert_false (trh_urn_create (fixture->path, content, 1, &codes, &error)); /* the fixture has it open */
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (trh_urn_keep (fixture->path, other, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_assert_true (trh_urn_keep (fixture->path, same, NULL));
  g_assert_null (codes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/voting/urn-create/" name, UrnFixture, NULL, urn_fixture_set_up, function, urn_fixture_tear_down)
  ADD ("at-once", test_at_once);
  ADD ("in-use", test_in_use);
  return g_test_run ();
}
