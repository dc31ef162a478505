/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-history.h"

#define N_ROUNDS 60
#define N_STEPS 60

static char *
write_out (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TrhEdit *
name_season (TrhProject *project, const char *title, const char *key)
{
  TrhEdit *edit = trh_edit_new (title);
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));

  trh_record_set_text (&season->title, title);
  if (key != NULL)
    trh_edit_set_merge_key (edit, key);
  return edit;
}

static void
type (TrhHistory *history, TrhProject *project, const char *title, const char *key)
{
  g_autoptr(TrhEdit) edit = name_season (project, title, key);

  trh_history_perform (history, edit);
}

/* What is typed into one field at once is one step; another field, an undo in between or no
 * change at all is not. */
static void
test_merge (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);

  type (history, project, "S", "season title");
  type (history, project, "Sa", "season title");
  type (history, project, "Sai", "season title");
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 1);
  g_assert_cmpstr (trh_history_get_undo_label (history), ==, "Sai");

  type (history, project, "Sai", "season title"); /* as it was */
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 1);

  type (history, project, "Other", "other field");
  type (history, project, "Without key", NULL);
  type (history, project, "Without key either", NULL);
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 4);

  g_assert_true (trh_history_undo (history));
  g_assert_true (trh_history_undo (history));
  g_assert_true (trh_history_undo (history));
  g_assert_cmpstr (trh_project_peek_season (project)->title, ==, "Sai");
  g_assert_cmpstr (trh_history_get_redo_label (history), ==, "Other");
  type (history, project, "New", "season title"); /* after an undo: a step of its own, and the undone are dropped */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 2);
  g_assert_null (trh_history_get_redo_label (history));

  trh_history_go_to (history, 0);
  g_assert_cmpstr (trh_project_peek_season (project)->title, ==, "");
  g_assert_false (trh_history_undo (history));
  g_assert_null (trh_history_get_undo_label (history));
  trh_history_go_to (history, 99);
  g_assert_cmpstr (trh_project_peek_season (project)->title, ==, "New");
  g_assert_false (trh_history_redo (history));
}

static void
on_notify (GObject *history, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static void
test_tells_once (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  guint n = 0;

  type (history, project, "1", NULL);
  type (history, project, "2", NULL);
  type (history, project, "3", NULL);
  g_signal_connect (history, "notify::n-done", G_CALLBACK (on_notify), &n);
  trh_history_go_to (history, 0);
  trh_history_go_to (history, 0);
  g_assert_cmpuint (n, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(TrhStep) step = g_list_model_get_item (G_LIST_MODEL (history), i);
      gboolean done;

      g_object_get (step, "done", &done, NULL);
      g_assert_false (done);
      g_assert_nonnull (trh_step_get_time (step));
    }
}

/* One edit with any number of insertions, changes, moves and removals, of the same objects too. */
static TrhEdit *
random_edit (GRand *rand, TrhProject *project, int step)
{
  TrhEdit *edit = trh_edit_new ("Random");
  int n_changes = g_rand_int_range (rand, 1, 5);
  g_autofree char *id = g_strdup_printf ("v%d", step);
  guint n = trh_project_count (project, TRH_VALLEYS);
  TrhEntity *entity = n > 0 ? trh_project_peek (project, TRH_VALLEYS, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
  gconstpointer record = entity != NULL ? trh_entity_peek_record (entity) : NULL;
  gboolean there = entity != NULL;

  if (!there || g_rand_boolean (rand))
    {
      TrhValleyRecord *valley = trh_record_new (&trh_valley_schema, id);

      trh_record_set_text (&valley->name, id);
      if (g_rand_boolean (rand))
        trh_edit_insert (edit, valley);
      else
        trh_edit_insert_at (edit, (guint) g_rand_int_range (rand, 0, (int) n + 1), valley);
    }
  for (int i = 0; i < n_changes && there; i++)
    switch (g_rand_int_range (rand, 0, 5))
      {
      case 0:
        trh_edit_remove_record (edit, record);
        there = FALSE;
        break;
      case 1:
      case 2:
        trh_edit_move_record (edit, record, (guint) g_rand_int_range (rand, 0, (int) n));
        break;
      default:
        {
          TrhValleyRecord *changed = trh_record_copy (record);

          changed->marker = g_rand_int_range (rand, 0, 4);
          trh_edit_replace_record (edit, record, changed);
          record = changed;
        }
      }

  return edit;
}

/* Any way through the steps passes by the same states: the file after n steps is always the same. */
static void
test_states (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(TrhProject) project = trh_project_new ();
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free); /* [n]: with n steps done */

      g_ptr_array_add (states, write_out (project));
      for (int step = 0; step < N_STEPS; step++)
        {
          g_autofree char *now = NULL;

          if (g_rand_int_range (rand, 0, 3) == 0)
            trh_history_go_to (history, (guint) g_rand_int_range (rand, 0, (int) states->len));
          else
            {
              g_autoptr(TrhEdit) edit = random_edit (rand, project, step);
              guint n_done = trh_history_get_n_done (history);

              trh_history_perform (history, edit);
              if (trh_history_get_n_done (history) > n_done)
                {
                  g_ptr_array_set_size (states, (int) n_done + 1);
                  g_ptr_array_add (states, write_out (project));
                }
            }
          now = write_out (project);
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, states->len - 1);
          g_assert_cmpstr (now, ==, states->pdata[trh_history_get_n_done (history)]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/history/merge", test_merge);
  g_test_add_func ("/model/history/tells-once", test_tells_once);
  g_test_add_func ("/model/history/states", test_states);

  return g_test_run ();
}
