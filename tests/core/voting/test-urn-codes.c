/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "urn-fixture.h"

/* More codes for an urn that is open, and the urn as it was at the opening. */

typedef struct {
  gboolean done;
  GArray  *codes; /* (nullable) */
  GError  *error;
} More;

static void
on_more (GObject *source, GAsyncResult *result, gpointer data)
{
  More *more = data;

  more->codes = trh_urn_add_codes_finish (TRH_URN (source), result, &more->error);
  more->done = TRUE;
}

static void
settle (More *more)
{
  while (!more->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
more_clear (More *more)
{
  g_clear_pointer (&more->codes, g_array_unref);
  g_clear_error (&more->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (More, more_clear)

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (trh_urn_change_finish (TRH_URN (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
count (guint *n)
{
  (*n)++;
}

/* They are on the disk when they are told, each casts one ballot, and those from before stay. */
static void
test_more (UrnFixture *fixture, gconstpointer data)
{
  g_auto(More) more = { 0 };
  g_autoptr(TrhUrnContent) stored = NULL;
  UrnAnswers answers = { 0 };
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->urn, "changed", G_CALLBACK (count), &n_changes);
  urn_fixture_cast_now (fixture, 0, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  trh_urn_add_codes_async (fixture->urn, 3, on_more, &more);
  settle (&more);
  g_assert_no_error (more.error);
  g_assert_cmpuint (more.codes->len, ==, 3);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (trh_urn_get_n_codes (fixture->urn), ==, 43);
  stored = trh_urn_load (fixture->path, NULL, NULL);
  g_assert_cmpuint (trh_urn_content_get_n_codes (stored), ==, 43);

  for (guint i = 0; i < 3; i++)
    {
      const char *code = g_array_index (more.codes, TrhCode, i).text;

      urn_fixture_cast (fixture, code, i, &answers);
      urn_fixture_cast (fixture, code, i, &answers);
    }
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 1), 2, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 4);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_USED], ==, 3);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 5);
}

/* After the vote nobody needs a code, and none can be slipped in. */
static void
test_too_late (UrnFixture *fixture, gconstpointer data)
{
  g_auto(More) late = { 0 }, overtaken = { 0 };
  gboolean stopped = FALSE;

  g_assert_false (trh_urn_is_stopped (fixture->urn));
  trh_urn_add_codes_async (fixture->urn, 2, on_more, &overtaken); /* hashed while the vote ends */
  trh_urn_stop_async (fixture->urn, on_stopped, &stopped);
  settle (&overtaken);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trh_urn_is_stopped (fixture->urn));
  trh_urn_add_codes_async (fixture->urn, 2, on_more, &late);
  settle (&late);
  g_assert_null (late.codes);
  g_assert_error (late.error, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED);
  g_assert_error (overtaken.error, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED);
  g_assert_cmpuint (trh_urn_get_n_codes (fixture->urn), ==, 40);
}

/* A hash that the urn has already makes no second code. */
static void
test_twice (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(TrhUrnContent) content = trh_urn_content_copy (trh_urn_peek_content (fixture->urn));
  g_autoptr(GBytes) known = g_bytes_new (content->unused->data, 5 * TRH_CODE_HASH);

  trh_urn_content_add_hashes (content, known);
  g_assert_cmpuint (trh_urn_content_get_n_codes (content), ==, 40);
}

/* The record of the opening can be printed later: it says what two people saw, not what came since. */
static void
test_empty (UrnFixture *fixture, gconstpointer data)
{
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) while_open = NULL;
  g_autoptr(TrhUrnContent) empty = NULL;
  g_autoptr(GBytes) printed = NULL;
  g_autoptr(TrhUrnContent) read = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    urn_fixture_cast_now (fixture, i, i);
  while_open = trh_urn_content_empty (trh_urn_peek_content (fixture->urn)); /* read from the disk, without a closing */
  g_assert_cmpuint (trh_urn_content_get_n_boxes (while_open), ==, 0);
  fingerprint = urn_fixture_close (fixture);
  empty = trh_urn_content_empty (trh_urn_peek_content (fixture->urn));
  g_assert_cmpuint (trh_urn_content_get_n_ballots (empty), ==, 0);
  g_assert_cmpuint (trh_urn_content_get_n_codes (empty), ==, 40);
  g_assert_cmpuint (empty->unused->len, ==, 40 * TRH_CODE_HASH);
  g_assert_false (trh_urn_content_is_closed (empty) || empty->stopped);
  g_assert_cmpstr (empty->opened_by[0], ==, urn_organisers[0]);
  g_assert_cmpstr (empty->incidents, ==, "");
  printed = trh_urn_content_print (empty);
  read = trh_urn_content_parse (printed, &error); /* still in its one canonical form */
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/voting/urn-codes/" name, UrnFixture, NULL, urn_fixture_set_up, function, urn_fixture_tear_down)
  ADD ("more", test_more);
  ADD ("too-late", test_too_late);
  ADD ("twice", test_twice);
  ADD ("empty", test_empty);
#undef ADD

  return g_test_run ();
}
