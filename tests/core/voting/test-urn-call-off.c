/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "urn-fixture.h"

/* The urn of a session that was opened by mistake is removed, as long as nobody has voted. */

static const guint8 pile[N_CANDIDATES] = { 1 };

static void
on_lot (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  trh_urn_change_finish (TRH_URN (source), result, error);
  if (*error == NULL)
    *error = g_error_new_literal (TRH_URN_ERROR, -1, "it was taken");
}

/* What becomes of a pile of one paper ballot; -1 when it was taken. */
static int
add_paper (UrnFixture *fixture, const TrhUrnLot *lot)
{
  g_autoptr(GError) error = NULL;

  trh_urn_add_lot_async (fixture->urn, lot, pile, N_CANDIDATES, on_lot, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  return error->code;
}

static const TrhUrnLot one_paper = { { (char *) "Lise", (char *) "Marc" }, 1, { 0 } };
static const TrhUrnLot one_null = { { (char *) "Lise", (char *) "Marc" }, 0, { [TRH_NULL_TORN] = 1 } };

/* Held, it takes nothing; released, everything as before. */
static void
test_hold (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (trh_urn_is_empty (fixture->urn));
  g_assert_true (trh_urn_hold (fixture->urn, &error));
  g_assert_no_error (error);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 0)), ==, TRH_BOOTH_ERROR_CLOSED);
  g_assert_cmpint (add_paper (fixture, &one_paper), ==, TRH_URN_ERROR_CLOSED);

  trh_urn_release (fixture->urn);
  urn_fixture_cast_now (fixture, 0, 1);
  g_assert_false (trh_urn_is_empty (fixture->urn));
  g_assert_false (trh_urn_hold (fixture->urn, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_NOT_EMPTY);
}

/* A vote that is on its way to the disk is a vote. */
static void
test_on_its_way (UrnFixture *fixture, gconstpointer data)
{
  UrnAnswers answers = { 0 };
  g_autoptr(GError) error = NULL;

  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 1, &answers);
  g_assert_false (trh_urn_hold (fixture->urn, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 1);
}

static void
assert_kept (UrnFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (trh_urn_hold (fixture->urn, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_NOT_EMPTY);
  g_clear_error (&error);
  g_assert_false (trh_urn_discard (fixture->path, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_finalize_object (fixture->urn);
  g_assert_false (trh_urn_discard (fixture->path, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_NOT_EMPTY);
  g_clear_error (&error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  fixture->urn = trh_urn_open (fixture->path, &error);
  g_assert_no_error (error);
}

/* Paper counts as voting, and so does a null ballot alone. */
static void
test_paper (UrnFixture *fixture, gconstpointer lot)
{
  g_assert_cmpint (add_paper (fixture, lot), ==, -1);
  assert_kept (fixture);
}

static void
test_code (UrnFixture *fixture, gconstpointer data)
{
  urn_fixture_cast_now (fixture, 0, 1);
  assert_kept (fixture);
}

/* A cancelled code is no vote: the urn goes, its folder too, and once more is no error. */
static void
test_discard (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnContent) kept = trh_urn_content_copy (trh_urn_peek_content (fixture->urn));
  g_autoptr(GBytes) bytes = trh_urn_content_print (kept);

  trh_urn_hold (fixture->urn, &error);
  g_assert_no_error (error);
  trh_urn_let_go (fixture->urn);
  g_assert_true (trh_urn_discard (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 0)), ==, TRH_BOOTH_ERROR_CLOSED);
  g_assert_true (trh_urn_discard (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_true (trh_urn_keep (fixture->path, bytes, &error)); /* for the tear-down */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/voting/urn-call-off/hold", UrnFixture, NULL, urn_fixture_set_up, test_hold, urn_fixture_tear_down);
  g_test_add ("/voting/urn-call-off/on-its-way", UrnFixture, NULL, urn_fixture_set_up, test_on_its_way, urn_fixture_tear_down);
  g_test_add ("/voting/urn-call-off/paper", UrnFixture, &one_paper, urn_fixture_set_up, test_paper, urn_fixture_tear_down);
  g_test_add ("/voting/urn-call-off/null", UrnFixture, &one_null, urn_fixture_set_up, test_paper, urn_fixture_tear_down);
  g_test_add ("/voting/urn-call-off/code", UrnFixture, NULL, urn_fixture_set_up, test_code, urn_fixture_tear_down);
  g_test_add ("/voting/urn-call-off/discard", UrnFixture, NULL, urn_fixture_set_up, test_discard, urn_fixture_tear_down);
  return g_test_run ();
}
