/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-season.h"
#include "small-season.h"

#include "core/model/trh-history.h"

/* Random small seasons: alerts that followed edits against alerts made from scratch, and every
 * repair performed. */
#define N_SEASONS 30
#define N_STEPS 40

static TrhEdit *
random_edit (GRand *rand, TrhProject *project, int step)
{
  static const TrhCollection changed[] = { TRH_STAYS, TRH_STAYS, TRH_STAYS, TRH_ENCOUNTERS, TRH_ENCOUNTERS, TRH_VENUES,
                                           TRH_ARTISTS, TRH_LEGS, TRH_SEASONS, TRH_COMMUNES };
  TrhEdit *edit = trh_edit_new ("Random");
  TrhCollection collection = changed[g_rand_int_range (rand, 0, G_N_ELEMENTS (changed))];
  guint n = trh_project_count (project, collection);
  TrhEntity *entity = n > 0 ? trh_project_peek (project, collection, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
  g_autofree char *id = g_strdup_printf ("n%d", step);
  const char *own_id = entity != NULL ? trh_entity_get_id (entity) : id;
  g_autoptr(GString) line = g_string_new (NULL);
  int what = g_rand_int_range (rand, 0, 10);

  if (collection == TRH_STAYS || collection == TRH_ENCOUNTERS || collection == TRH_LEGS)
    {
      if (entity == NULL || what < 3)
        own_id = id;
      if (collection == TRH_STAYS)
        random_stay (rand, own_id, line);
      else if (collection == TRH_ENCOUNTERS)
        random_encounter (rand, own_id, line);
      else
        random_leg (rand, own_id, line);
    }
  else if (collection == TRH_VENUES && entity != NULL)
    random_venue (rand, own_id[1] - '0', line);
  else if (collection == TRH_ARTISTS && entity != NULL)
    random_artist (rand, own_id[1] - '0', line);
  else if (collection == TRH_SEASONS)
    random_season (rand, line);
  else if (collection == TRH_COMMUNES && entity != NULL)
    g_string_append_printf (line, "communes %s name=New_%d valley=%s", own_id, step, g_rand_boolean (rand) ? "V" : "B");

  if (line->len == 0 || (entity != NULL && what == 9 && collection != TRH_SEASONS))
    {
      /* references to what is removed may be left dangling: rules meet files like that */
      if (entity != NULL)
        trh_edit_remove (edit, entity);
    }
  else if (entity == NULL || own_id == id)
    trh_edit_insert (edit, small_season_record (line->str));
  else
    trh_edit_replace_record (edit, trh_entity_peek_record (entity), small_season_record (line->str));

  return edit;
}

static void
on_items_changed (GListModel *alerts, guint position, guint n_removed, guint n_added, GPtrArray *mirror)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (alerts, position + i));
}

static void
assert_as_from_scratch (TrhProject *project, TrhAlerts *alerts, GPtrArray *mirror)
{
  g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
  g_autoptr(TrhAlerts) fresh = trh_alerts_new (project, matrix);
  g_autofree char *followed = small_season_describe (alerts);
  g_autofree char *scratch = small_season_describe (fresh);

  g_assert_cmpstr (followed, ==, scratch);
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (alerts)));
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr(TrhAlert) a = g_list_model_get_item (G_LIST_MODEL (alerts), i);
      g_autoptr(TrhAlert) b = g_list_model_get_item (G_LIST_MODEL (fresh), i);
      const char *id = trh_alert_get_artist_id (a);

      g_assert_true (mirror->pdata[i] == a);
      g_assert_cmpstr (trh_alert_get_sentence (a), ==, trh_alert_get_sentence (b));
      g_assert_cmpint (trh_alert_get_severity (a), ==, trh_alert_get_severity (b));
      g_assert_cmpstr (trh_alert_get_commune_id (a), ==, trh_alert_get_commune_id (b));
      g_assert_cmpuint (trh_alerts_count_of (alerts, id), ==, trh_alerts_count_of (fresh, id));
      g_assert_cmpint (trh_alerts_get_worst (alerts, id), ==, trh_alerts_get_worst (fresh, id));
    }
  for (TrhSeverity severity = 0; severity <= TRH_SEVERITY_IGNORED; severity++)
    g_assert_cmpuint (trh_alerts_count (alerts, severity), ==, trh_alerts_count (fresh, severity));
}

static TrhAlert *
find_key (GPtrArray *alerts, TrhAlert *alert)
{
  for (guint i = 0; i < alerts->len; i++)
    if (g_str_equal (trh_alert_get_key (alerts->pdata[i]), trh_alert_get_key (alert)))
      return alerts->pdata[i];
  return NULL;
}

static void
test_follows (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_SEASONS; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autoptr(TrhProject) project = small_season_new (text);
      g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
      g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

      on_items_changed (G_LIST_MODEL (alerts), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (alerts)), mirror);
      g_signal_connect (alerts, "items-changed", G_CALLBACK (on_items_changed), mirror);

      for (int step = 0; step < N_STEPS; step++)
        {
          g_autoptr(TrhEdit) edit = random_edit (rand, project, step);
          g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
          int what = g_rand_int_range (rand, 0, 5);

          for (guint j = 0; j < mirror->len; j++)
            g_ptr_array_add (before, g_object_ref (mirror->pdata[j]));
          if (what == 0)
            trh_history_undo (history);
          else if (what == 1)
            trh_history_go_to (history, (guint) g_rand_int_range (rand, 0, step + 1));
          else
            trh_history_perform (history, edit);
          assert_as_from_scratch (project, alerts, mirror);
          /* what is still wrong is still the same object */
          for (guint j = 0; j < mirror->len && what != 1; j++)
            {
              TrhAlert *same = find_key (before, mirror->pdata[j]);

              g_assert_true (same == NULL || same == mirror->pdata[j]);
            }
        }
      trh_history_go_to (history, 0);
      assert_as_from_scratch (project, alerts, mirror);
    }
}

/* Every repair of every alert makes it go, and was left undone as it was. A preview foretells
 * what performing brings. */
static void
test_repairs (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_SEASONS; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autoptr(TrhProject) project = small_season_new (text);
      g_autoptr(TrhMatrix) matrix = trh_matrix_new (project, NULL);
      g_autoptr(TrhAlerts) alerts = trh_alerts_new (project, matrix);
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autofree char *before = small_season_describe (alerts);
      guint n = g_list_model_get_n_items (G_LIST_MODEL (alerts));

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *key = NULL;
          guint n_repairs = 1;

          for (guint k = 0; k < n_repairs; k++)
            {
              g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), j);
              g_autoptr(GPtrArray) repairs = trh_alerts_list_repairs (alerts, alert);
              g_autoptr(GPtrArray) foreseen = NULL;
              g_autofree char *undone = NULL;

              n_repairs = repairs->len;
              if (n_repairs == 0)
                g_test_message ("%s\nfor\n%s", trh_alert_get_sentence (alert), text);
              g_assert_cmpuint (n_repairs, >=, 1);
              foreseen = trh_alerts_preview (alerts, repairs->pdata[k]);
              trh_history_perform (history, repairs->pdata[k]);
              for (guint m = 0; m < g_list_model_get_n_items (G_LIST_MODEL (alerts)); m++)
                {
                  g_autoptr(TrhAlert) other = g_list_model_get_item (G_LIST_MODEL (alerts), m);

                  if (g_str_equal (trh_alert_get_key (other), trh_alert_get_key (alert)))
                    g_test_message ("%s\n%s\n%s", trh_alert_get_sentence (alert), trh_edit_get_label (repairs->pdata[k]), text);
                  g_assert_cmpstr (trh_alert_get_key (other), !=, trh_alert_get_key (alert));
                }
              for (guint m = 0; m < foreseen->len; m++)
                {
                  g_autoptr(GPtrArray) now = trh_alerts_find (alerts, trh_alert_get_object_id (foreseen->pdata[m]));

                  if (*trh_alert_get_object_id (foreseen->pdata[m]) != '\0')
                    {
                      TrhAlert *came = find_key (now, foreseen->pdata[m]);

                      g_assert_nonnull (came);
                      g_assert_cmpstr (trh_alert_get_sentence (came), ==, trh_alert_get_sentence (foreseen->pdata[m]));
                    }
                }
              trh_history_undo (history);
              undone = small_season_describe (alerts);
              g_assert_cmpstr (undone, ==, before);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/alerts/follows", test_follows);
  g_test_add_func ("/schedule/alerts/random-repairs", test_repairs);

  return g_test_run ();
}
