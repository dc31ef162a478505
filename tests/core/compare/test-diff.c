/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compare/trh-diff.h"

#include "core/model/trh-history.h"

#define N_ROUNDS 40

static TrhProject *
read_project (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  TrhProject *project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return project;
}

static char *
write_out (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define HEAD "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"season\":{\"title\":\"S\"},"

static void
test_words (void)
{
  static const char letters[] = { [TRH_DIFFERENCE_ADDED] = '+', [TRH_DIFFERENCE_REMOVED] = '-', [TRH_DIFFERENCE_CHANGED] = '~' };
  g_autoptr(TrhProject) before = read_project (
    HEAD "\"venues\":[{\"id\":\"v1\",\"name\":\"Salle\",\"capacity\":80},{\"id\":\"v2\",\"name\":\"Gîte\"}],"
    "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a2\",\"name\":\"Loup Plaine\"}],"
    "\"stays\":[{\"id\":\"s1\",\"artist\":\"a1\",\"venue\":\"v1\",\"first-day\":\"2027-06-07\",\"last-day\":\"2027-06-09\"}]}");
  g_autoptr(TrhProject) after = read_project (
    HEAD "\"venues\":[{\"id\":\"v2\",\"name\":\"Gîte\"},{\"id\":\"v1\",\"name\":\"Salle\",\"capacity\":100,\"step-free\":true}],"
    "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a3\",\"name\":\"Élise Bonnet\"}],"
    "\"stays\":[{\"id\":\"s1\",\"artist\":\"a1\",\"venue\":\"v2\",\"first-day\":\"2027-06-08\",\"last-day\":\"2027-06-09\"}]}");
  g_autoptr(GPtrArray) differences = trh_diff (before, after);
  g_autoptr(GPtrArray) none = trh_diff (after, after);
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      TrhDifference *each = differences->pdata[i];

      g_string_append_printf (said, "%c %s\n%s%s", letters[each->kind], each->name, each->details, *each->details ? "\n" : "");
    }
  g_assert_cmpstr (said->str, ==,
                   "~ Salle\ncapacity: 80 → 100\nstep-free access: no → yes\n"
                   "- Loup Plaine\n+ Élise Bonnet\n"
                   "~ Stay of Camille Serre at Gîte, 8–9 June 2027\n"
                   "workplace: Salle → Gîte\narrival: Monday 7 June 2027 → Tuesday 8 June 2027\n");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
change (TrhHistory *history, GRand *random)
{
  TrhProject *project = trh_history_get_project (history);
  TrhCollection collection = g_rand_boolean (random) ? TRH_ARTISTS : TRH_VENUES;
  guint n = trh_project_count (project, collection), which = g_rand_int_range (random, 0, 4);
  guint at = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  g_autoptr(TrhEdit) edit = trh_edit_new ("Change");

  if (n == 0 || which == 0)
    trh_edit_insert_at (edit, at, trh_record_new (trh_collection_get_schema (collection), NULL));
  else if (which == 1)
    trh_edit_remove (edit, trh_project_peek (project, collection, at));
  else if (which == 2)
    trh_edit_move (edit, trh_project_peek (project, collection, at), g_rand_int_range (random, 0, (gint32) n));
  else if (collection == TRH_VENUES)
    ((TrhVenueRecord *) trh_edit_change (edit, trh_project_peek (project, collection, at)))->capacity++;
  else
    ((TrhArtistRecord *) trh_edit_change (edit, trh_project_peek (project, collection, at)))->people++;
  trh_history_perform (history, edit);
}

/* The edit gives the other version to the byte, and undo takes it back. */
static void
test_edit (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(TrhProject) wanted = read_project (HEAD "\"artists\":[{\"id\":\"a1\"},{\"id\":\"a2\"},{\"id\":\"a3\"}]}");
      g_autoptr(TrhHistory) other = trh_history_new (wanted);
      g_autofree char *start = NULL;
      g_autofree char *before = NULL;
      g_autofree char *target = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autoptr(TrhProject) project = NULL;
      g_autoptr(TrhHistory) history = NULL;
      g_autoptr(TrhEdit) edit = NULL;
      g_autoptr(TrhEdit) nothing = NULL;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 15; i++)
        change (other, random);
      start = write_out (wanted);
      project = read_project (start);
      history = trh_history_new (project);
      for (guint i = 0; i < 15; i++)
        {
          change (other, random);
          change (history, random);
        }
      before = write_out (project);
      target = write_out (wanted);
      edit = trh_diff_edit (project, wanted, "Become");
      trh_history_perform (history, edit);
      after = write_out (project);
      g_assert_cmpstr (after, ==, target);
      nothing = trh_diff_edit (project, wanted, "Become");
      g_assert_true (trh_edit_is_empty (nothing));
      trh_history_undo (history);
      undone = write_out (project);
      g_assert_cmpstr (undone, ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/diff/words", test_words);
  g_test_add_func ("/compare/diff/edit", test_edit);

  return g_test_run ();
}
