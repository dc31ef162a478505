/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "core/compare/trh-diff.h"
#include "core/model/trh-entity-edits.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-facts.h"
#include "folders.h"
#include "poll-fixture.h"

/* A vote that was held stays: no undo, no older version and no deletion takes it out of a season, and once it is
 * counted nobody votes in it any more. The plan around it is undone and done again as ever. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"facts\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"}]}";
static const char *const letters[] = { "Ana", "Jo", NULL };
static const PollCase which = { "pf", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_LOT, NULL, NULL };

typedef struct {
  PollFixture   vote;
  TrhWorkspace *workspace; /* lent */
  TrhProject   *project;   /* lent */
  char         *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("trh-facts-XXXXXX", NULL);
  path = g_build_filename (self->folder, "saison.transhumance", NULL);
  self->workspace = trh_workspace_new (project, path);
  self->project = project;
  self->vote.workspace = self->workspace;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->vote.workspace != NULL)
    trh_store_discard (trh_workspace_get_store (self->workspace)); /* the next test has a season of that name */
  poll_fixture_clear (&self->vote);
  folder_remove (self->folder);
  g_free (self->folder);
}

static void
perform (Fixture *self, TrhEdit *edit)
{
  g_autoptr(TrhEdit) owned = edit;

  g_assert_nonnull (edit);
  g_assert_true (trh_workspace_perform (self->workspace, edit));
}

static void
name_season (Fixture *self, const char *title)
{
  TrhEdit *edit = trh_edit_new (title);

  trh_record_set_text (&((TrhSeasonRecord *) trh_edit_change (edit, trh_project_get_season (self->project)))->title, title);
  perform (self, edit);
}

static void
add_commune (Fixture *self, const char *insee, const char *valley_id)
{
  TrhEdit *edit = trh_edit_new (insee);
  TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, insee);

  trh_record_set_text (&commune->name, insee);
  trh_record_set_text (&commune->valley_id, valley_id);
  trh_edit_insert (edit, commune);
  perform (self, edit);
}

static void
add_valley (Fixture *self, const char *id)
{
  TrhEdit *edit = trh_edit_new (id);
  TrhValleyRecord *valley = trh_record_new (&trh_valley_schema, id);

  trh_record_set_text (&valley->name, id);
  trh_edit_insert (edit, valley);
  perform (self, edit);
}

/* As in "S | 05166 05126 | v1 | poll 4, 2 results" */
static char *
describe (TrhProject *project)
{
  GString *out = g_string_new (trh_project_peek_season (project)->title);

  g_string_append (out, " |");
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    g_string_append_printf (out, " %s", ((const TrhRecord *) trh_project_peek_record (project, TRH_COMMUNES, i))->id);
  g_string_append (out, " |");
  for (guint i = 0; i < trh_project_count (project, TRH_VALLEYS); i++)
    g_string_append_printf (out, " %s", ((const TrhRecord *) trh_project_peek_record (project, TRH_VALLEYS, i))->id);
  g_string_append_printf (out, " | %u artists", trh_project_count (project, TRH_ARTISTS));
  for (guint i = 0; i < trh_project_count (project, TRH_POLLS); i++)
    g_string_append_printf (out, " | poll %d, %u results",
                            ((const TrhPollRecord *) trh_project_peek_record (project, TRH_POLLS, i))->state,
                            trh_project_count (project, TRH_RESULTS));
  return g_string_free (out, FALSE);
}

#define ASSERT_SEASON(project, text) \
  G_STMT_START { g_autofree char *said_ = describe (project); g_assert_cmpstr (said_, ==, text); } G_STMT_END

static void
undo_all (TrhWorkspace *workspace)
{
  while (trh_workspace_undo (workspace))
    ;
}

static void
redo_all (TrhWorkspace *workspace)
{
  while (trh_workspace_redo (workspace))
    ;
}

/* A season that was planned, voted on in two towns of which one was added for it, counted, and planned on. */
static void
live (Fixture *self)
{
  name_season (self, "one");
  add_valley (self, "v1");
  add_valley (self, "v2");
  add_commune (self, "05126", "v1");
  add_commune (self, "05999", "");
  name_season (self, "two");
  poll_fixture_set_up (&self->vote, self->workspace, &which, letters);
  name_season (self, "three");
  poll_fixture_hold (&self->vote, "pf-1", "05166", "12 A, 3 B");
  name_season (self, "four");
  poll_fixture_hold (&self->vote, "pf-2", "05126", "11 A");
  poll_fixture_count (&self->vote, "4 2 6 1");
  name_season (self, "five");
}

#define LIVED  "five | 05166 05126 05999 | v1 v2 | 2 artists | poll 4, 3 results"
#define UNDONE " | 05166 05126 | v1 | 2 artists | poll 4, 3 results"

/* Undo takes the plan back past the vote, leaves the vote and all that it names, and redo gives the plan again. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  gboolean all;

  live (self);
  ASSERT_SEASON (self->project, LIVED);
  before = trh_project_to_bytes (self->project);

  g_assert_cmpstr (trh_workspace_get_undo_label (self->workspace), ==, "five");
  g_assert_true (trh_workspace_undo (self->workspace));
  g_assert_cmpstr (trh_workspace_get_undo_label (self->workspace), ==, "four"); /* not the count */
  g_assert_nonnull (trh_workspace_say_kept (self->workspace, trh_history_get_n_done (trh_workspace_get_history (self->workspace)) - 1, &all));
  g_assert_true (all);
  undo_all (self->workspace);
  ASSERT_SEASON (self->project, UNDONE);
  g_assert_null (trh_workspace_get_undo_label (self->workspace));
  g_assert_nonnull (trh_workspace_say_kept (self->workspace, 0, &all));
  g_assert_true (all);

  redo_all (self->workspace);
  after = trh_project_to_bytes (self->project);
  g_assert_true (g_bytes_equal (before, after));

  trh_workspace_go_to (self->workspace, 0); /* all at once is the same */
  ASSERT_SEASON (self->project, UNDONE);
  redo_all (self->workspace);
  g_bytes_unref (after);
  after = trh_project_to_bytes (self->project);
  g_assert_true (g_bytes_equal (before, after));
}

/* What is done after undoing drops what was undone, not the vote. */
static void
test_another_way (Fixture *self, gconstpointer data)
{
  live (self);
  undo_all (self->workspace);
  name_season (self, "otherwise");
  ASSERT_SEASON (self->project, "otherwise" UNDONE);
  g_assert_false (trh_workspace_redo (self->workspace));
  undo_all (self->workspace);
  ASSERT_SEASON (self->project, UNDONE);
}

/* The next session, which knows the steps of this one, has the same rule. */
static void
test_reopened (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strdup (trh_store_get_path (trh_workspace_get_store (self->workspace)));
  g_autoptr(GError) error = NULL;

  live (self);
  undo_all (self->workspace);
  redo_all (self->workspace);
  g_assert_true (trh_workspace_undo (self->workspace));
  g_assert_true (trh_workspace_undo (self->workspace)); /* past the count */
  g_assert_true (trh_store_flush (trh_workspace_get_store (self->workspace), &error));
  g_clear_object (&self->vote.workspace);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TrhWorkspace) again = trh_workspace_open (path, TRH_OPEN_FILE, &error);

      g_assert_no_error (error);
      g_assert_null (trh_store_get_news (trh_workspace_get_store (again)));
      ASSERT_SEASON (trh_workspace_get_project (again), "three | 05166 05126 05999 | v1 v2 | 2 artists | poll 4, 3 results");
      undo_all (again);
      ASSERT_SEASON (trh_workspace_get_project (again), UNDONE);
      redo_all (again);
      ASSERT_SEASON (trh_workspace_get_project (again), LIVED);
      g_assert_true (trh_workspace_undo (again));
      g_assert_true (trh_workspace_undo (again));
      g_assert_true (trh_store_flush (trh_workspace_get_store (again), &error));
    }
}

static void
assert_refused (TrhEdit *edit, GError **error)
{
  g_assert_null (edit);
  g_assert_error (*error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_clear_error (error);
}

/* P6: once a total was computed nobody votes any more, no lot is tried again, and no subtraction tells a small town. */
static void
test_counted_once (Fixture *self, gconstpointer data)
{
  static const TrhSessionOpening more = { "pf-9", "05166", "", { "Lise Blanc", "Marc Arnaud" }, 20890, 600, 20, "x.urn" };
  static const TrhSessionOpening bag = { .session_id = "pf-8", .commune_id = "05126", .venue_id = "", .day = 20890, .codes = 5 };
  static const TrhSessionReturn back = { .session_id = "pf-1", .organisers = { "Lise Blanc", "Marc Arnaud" }, .urn_file = "x.urn" };
  g_autoptr(GError) error = NULL;

  live (self);
  for (guint i = 0; i < 3; i++) /* as it is, after undoing, and after doing something else */
    {
      TrhPoll *poll = trh_project_find (self->project, TRH_POLLS, "pf");
      g_autoptr(TrhOpening) again = poll_fixture_open (&self->vote, "another draw");

      assert_refused (trh_poll_edit_open (self->project, poll, &more, &error), &error);
      assert_refused (trh_poll_edit_pack (self->project, poll, &bag, &error), &error);
      assert_refused (trh_poll_edit_bring_in (self->project, poll, &back, 1, &error), &error);
      assert_refused (trh_poll_edit_take_up (self->project, poll, &more, NULL, &error), &error);
      assert_refused (trh_poll_edit_prepare (self->project, poll, trh_record_copy (trh_entity_peek_record (TRH_ENTITY (poll))),
                                             &error), &error);
      assert_refused (trh_poll_edit_opened (self->project, poll, again, 20890, &error), &error);
      g_assert_cmpstr (((const TrhResultRecord *) trh_entity_peek_record (TRH_ENTITY (trh_poll_find_total (self->project, "pf"))))->seed,
                       ==, "4 2 6 1");
      undo_all (self->workspace);
      if (i == 1)
        name_season (self, "otherwise");
    }
}

/* An older version of the season comes back with the vote as it is now, whatever it knew of it. */
static void
test_older_version (Fixture *self, gconstpointer data)
{
  static const char *const versions[] = {
    "{\"format\":\"transhumance\",\"version\":1,\"id\":\"facts\",\"season\":{\"title\":\"old\"}}", /* nor the town */
    NULL, /* while people voted: taken below */
  };
  g_autoptr(GBytes) halfway = NULL;

  live (self);
  {
    g_autoptr(GBytes) now = trh_project_to_bytes (self->project);
    g_autoptr(TrhProject) then = trh_project_from_bytes (now, NULL);
    g_autoptr(TrhEdit) edit = trh_edit_new ("before the count");
    g_autoptr(TrhEdit) inverse = NULL;

    trh_edit_remove (edit, trh_poll_find_total (then, "pf"));
    ((TrhPollRecord *) trh_edit_change (edit, trh_project_find (then, TRH_POLLS, "pf")))->state = TRH_POLL_OPEN;
    ((TrhResultRecord *) trh_edit_change (edit, trh_project_find (then, TRH_RESULTS, "pf-1")))->state = TRH_RESULT_OPEN;
    inverse = trh_project_apply (then, edit);
    halfway = trh_project_to_bytes (then);
  }
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr(GBytes) bytes = versions[i] != NULL ? g_bytes_new_static (versions[i], strlen (versions[i])) : g_bytes_ref (halfway);
      g_autoptr(TrhProject) then = trh_project_from_bytes (bytes, NULL);
      g_autoptr(TrhEdit) edit = NULL;
      g_autoptr(GPtrArray) dangling = NULL;

      trh_poll_keep_facts (self->project, then);
      edit = trh_diff_edit (self->project, then, "come back");
      g_assert_false (trh_poll_is_fact (self->project, edit));
      if (!trh_edit_is_empty (edit))
        perform (self, g_steal_pointer (&edit));
      if (versions[i] != NULL)
        ASSERT_SEASON (self->project, "old | 05166 05126 | v1 | 2 artists | poll 4, 3 results");
      else
        ASSERT_SEASON (self->project, LIVED);
      dangling = trh_project_find_dangling (self->project);
      g_assert_cmpuint (dangling->len, ==, 0);
      if (versions[i] != NULL)
        trh_workspace_undo (self->workspace); /* coming back is a step as any other */
      ASSERT_SEASON (self->project, LIVED);
    }
}

/* What another program made of the file may know more of a vote, but never less of a count. */
static void
test_their_version (Fixture *self, gconstpointer data)
{
  g_autoptr(GBytes) open = NULL;
  g_autoptr(GBytes) counted = NULL;
  g_autoptr(TrhProject) theirs = NULL;

  poll_fixture_set_up (&self->vote, self->workspace, &which, letters);
  poll_fixture_hold (&self->vote, "pf-1", "05166", "12 A, 3 B");
  open = trh_project_to_bytes (self->project);
  {
    g_autoptr(TrhProject) mine = trh_project_from_bytes (open, NULL);

    poll_fixture_count (&self->vote, "4 2 6 1");
    counted = trh_project_to_bytes (self->project);
    theirs = trh_project_from_bytes (counted, NULL);
    trh_poll_keep_counted (mine, theirs);
    g_assert_true (trh_poll_is_counted (theirs, "pf"));
  }
  g_object_unref (theirs);
  theirs = trh_project_from_bytes (open, NULL);
  trh_poll_keep_counted (self->project, theirs);
  g_assert_true (trh_poll_is_counted (theirs, "pf"));
  g_assert_nonnull (trh_poll_find_total (theirs, "pf"));
}

/* Neither an artist on the ballot nor a town where people voted is deleted. */
static void
test_deletion (Fixture *self, gconstpointer data)
{
  static const char *const named[] = { "a", "05126" };

  live (self);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr(GPtrArray) entities = g_ptr_array_new ();
      g_autofree char *sentence = NULL;

      g_ptr_array_add (entities, trh_project_find_any (self->project, "05999")); /* with one that could be */
      g_ptr_array_add (entities, trh_project_find_any (self->project, named[i]));
      g_assert_null (trh_entity_edit_delete (self->project, entities, &sentence));
      g_assert_true (g_str_has_prefix (sentence, i == 0 ? "Ana stays" : "05126 stays"));
    }
}

/* A bag that was said not to be used is not lost by that: it can still be taken back, until the count. */
static void
test_unpacked (Fixture *self, gconstpointer data)
{
  static const TrhSessionOpening bag = { .session_id = "pf-8", .commune_id = "05166", .venue_id = "", .day = 20890, .codes = 5 };
  g_autoptr(GError) error = NULL;

  poll_fixture_set_up (&self->vote, self->workspace, &which, letters);
  perform (self, trh_poll_edit_pack (self->project, self->vote.poll, &bag, &error));
  perform (self, trh_poll_edit_unpack (self->project, trh_project_find (self->project, TRH_RESULTS, "pf-8"), &error));
  ASSERT_SEASON (self->project, " | 05166 | | 2 artists | poll 1, 0 results");
  g_assert_true (trh_workspace_undo (self->workspace));
  ASSERT_SEASON (self->project, " | 05166 | | 2 artists | poll 2, 1 results");
  undo_all (self->workspace);
  ASSERT_SEASON (self->project, " | 05166 | | 2 artists | poll 2, 1 results");
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/exchange/poll-facts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("undo", test_undo);
  ADD ("another-way", test_another_way);
  ADD ("reopened", test_reopened);
  ADD ("counted-once", test_counted_once);
  ADD ("older-version", test_older_version);
  ADD ("their-version", test_their_version);
  ADD ("deletion", test_deletion);
  ADD ("unpacked", test_unpacked);

  status = g_test_run ();
  folder_remove (home);
  return status;
}
