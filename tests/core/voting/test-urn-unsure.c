/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-urn-private.h"
#include "failing-folder.h"
#include "urn-fixture.h"

/* The new file has its name, and the disk fails when the folder is flushed: what is told, what is in memory and what is in the
 * file are the same, and doing it again doubles nothing. */

static void
mend (UrnFixture *fixture)
{
  urn_fixture_wait (fixture);
  failing_folder_set (FALSE);
}

static void
assert_n_boxes (UrnFixture *fixture, guint n)
{
  g_autoptr(TrhUrnContent) stored = trh_urn_load (fixture->path, NULL, NULL);

  g_assert_cmpuint (trh_urn_content_get_n_boxes (trh_urn_peek_content (fixture->urn)), ==, n);
  g_assert_cmpuint (trh_urn_content_get_n_boxes (stored), ==, n);
}

static void
test_cast (UrnFixture *fixture, gconstpointer data)
{
  const char *code = urn_fixture_get_code (fixture, 0);
  UrnAnswers answers = { 0 };

  failing_folder_set (TRUE);
  urn_fixture_cast (fixture, code, 1, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_UNSURE], ==, 1);
  assert_n_boxes (fixture, 1);
  g_assert_cmpint (urn_fixture_check (fixture, code), ==, TRH_BOOTH_ERROR_USED);

  mend (fixture);
  urn_fixture_cast (fixture, code, 1, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_USED], ==, 1);
  urn_fixture_cast_now (fixture, 1, 2);
  assert_n_boxes (fixture, 2);
}

static void
on_lot (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_false (trh_urn_change_finish (TRH_URN (source), result, data));
}

static void
test_pile (UrnFixture *fixture, gconstpointer data)
{
  const TrhUrnLot lot = { { (char *) "Lise", (char *) "Marc" }, 1, { 0 } };
  const guint8 marks[N_CANDIDATES] = { 1 };
  g_autoptr(GError) error = NULL;

  failing_folder_set (TRUE);
  trh_urn_add_lot_async (fixture->urn, &lot, marks, N_CANDIDATES, on_lot, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE);
  assert_n_boxes (fixture, 1);

  mend (fixture);
  urn_fixture_cast_now (fixture, 1, 2); /* the next save is sure of both */
  assert_n_boxes (fixture, 2);
  g_assert_cmpuint (trh_urn_content_get_n_paper (trh_urn_peek_content (fixture->urn)), ==, 1);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_null (trh_urn_close_finish (TRH_URN (source), result, data));
}

/* It is closed, and says so: nobody closes it again with other words. */
static void
test_close (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(TrhUrnContent) stored = NULL;
  g_autoptr(GError) error = NULL;

  urn_fixture_cast_now (fixture, 0, 1);
  failing_folder_set (TRUE);
  trh_urn_close_async (fixture->urn, &urn_closing, on_closed, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE);
  g_assert_true (trh_urn_is_closed (fixture->urn));
  stored = trh_urn_load (fixture->path, NULL, NULL);
  g_assert_true (trh_urn_content_is_closed (stored));
  mend (fixture);
}

static void
on_more (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_null (trh_urn_add_codes_finish (TRH_URN (source), result, data));
}

/* Codes that may be lost are not handed out; they are made all the same. */
static void
test_codes (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const guint n = trh_urn_get_n_codes (fixture->urn);

  failing_folder_set (TRUE);
  trh_urn_add_codes_async (fixture->urn, 2, on_more, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE);
  g_assert_cmpuint (trh_urn_get_n_codes (fixture->urn), ==, n + 2);
  mend (fixture);
}

/* An urn that may be lost is not there: its codes are not handed out, and the session can be opened again. */
static void
test_create (UrnFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL); /* that of the fixture is in use */
  g_autofree char *path = g_build_filename (folder, "other.urn", NULL);
  g_autoptr(GArray) codes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnContent) content = trh_urn_load (fixture->path, NULL, NULL);

  failing_folder_set (TRUE);
  g_assert_false (trh_urn_create (path, content, 1, &codes, &error));
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED);
  g_assert_null (codes);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  failing_folder_set (FALSE);
  g_assert_true (trh_urn_create (path, content, 1, &codes, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/voting/urn-unsure/cast", UrnFixture, NULL, urn_fixture_set_up, test_cast, urn_fixture_tear_down);
  g_test_add ("/voting/urn-unsure/pile", UrnFixture, NULL, urn_fixture_set_up, test_pile, urn_fixture_tear_down);
  g_test_add ("/voting/urn-unsure/close", UrnFixture, NULL, urn_fixture_set_up, test_close, urn_fixture_tear_down);
  g_test_add ("/voting/urn-unsure/codes", UrnFixture, NULL, urn_fixture_set_up, test_codes, urn_fixture_tear_down);
  g_test_add ("/voting/urn-unsure/create", UrnFixture, NULL, urn_fixture_set_up, test_create, urn_fixture_tear_down);
  return g_test_run ();
}
