/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-season.h"

#include <string.h>

#include "core/base/trh-day.h"
#include "core/model/trh-history.h"

/* Random small seasons: the rules against slow twins that look at every day and every minute,
 * and alerts that followed edits against alerts made from scratch. */
#define N_SEASONS 300
#define N_STEPS 40

#define N_ARTISTS 5
#define N_VENUES 5
#define N_DAYS 24

static void
random_venue (GRand *rand, int i, GString *out)
{
  static const char *const kinds[] = { "hall", "outdoors", "lodging" };

  g_string_append_printf (out, "venues v%d name=Venue_%d commune=%05d kind=%s for-work=true for-public=true beds=%d "
                          "work-places=%d capacity=%d latitude=%.2f longitude=5.5", i, g_rand_int_range (rand, 0, 100),
                          g_rand_int_range (rand, 1, 4), kinds[g_rand_int_range (rand, 0, 3)], g_rand_int_range (rand, 0, 6),
                          g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 2) * 50,
                          44 + g_rand_double_range (rand, 0, 1));
  if (g_rand_boolean (rand))
    {
      int day = g_rand_int_range (rand, 1, N_DAYS);

      g_string_append_printf (out, " windows=%s%d..%d", g_rand_boolean (rand) ? "!" : "", day, day + g_rand_int_range (rand, 0, 9));
    }
}

static void
random_artist (GRand *rand, int i, GString *out)
{
  static const char *const modes[] = { "car", "bicycle", "foot" };

  g_string_append_printf (out, "artists a%d name=Artist_%d people=%d travel-mode=%s max-km-per-day=%d", i,
                          g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 1, 4), modes[g_rand_int_range (rand, 0, 3)],
                          g_rand_int_range (rand, 0, 2) * 30);
  if (g_rand_boolean (rand))
    g_string_append_printf (out, " availability=%d..%d,!%d..%d", g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, 12, N_DAYS),
                            g_rand_int_range (rand, 5, 9), g_rand_int_range (rand, 9, 12));
}

static void
random_stay (GRand *rand, const char *id, GString *out)
{
  int day = g_rand_int_range (rand, 1, N_DAYS);

  g_string_append_printf (out, "stays %s artist=a%d first-day=%d last-day=%d unplaced=%s locked=%s", id,
                          g_rand_int_range (rand, 0, N_ARTISTS), day, day + g_rand_int_range (rand, 0, 7),
                          g_rand_int_range (rand, 0, 8) == 0 ? "true" : "false", g_rand_int_range (rand, 0, 8) == 0 ? "true" : "false");
  if (g_rand_int_range (rand, 0, 10) > 0)
    g_string_append_printf (out, " venue=v%d", g_rand_int_range (rand, 0, N_VENUES));
  if (g_rand_int_range (rand, 0, 3) == 0)
    g_string_append_printf (out, " lodging=v%d", g_rand_int_range (rand, 0, N_VENUES));
}

static void
random_encounter (GRand *rand, const char *id, GString *out)
{
  g_string_append_printf (out, "encounters %s title=Meeting_%s artists=a%d+a%d venue=v%d day=%d duration-min=%d expected=%d state=%s",
                          id, id, g_rand_int_range (rand, 0, N_ARTISTS), g_rand_int_range (rand, 0, N_ARTISTS),
                          g_rand_int_range (rand, 0, N_VENUES), g_rand_int_range (rand, 1, N_DAYS), g_rand_int_range (rand, 5, 700),
                          g_rand_int_range (rand, 0, 80), g_rand_int_range (rand, 0, 8) == 0 ? "cancelled" : "draft");
  if (g_rand_int_range (rand, 0, 8) > 0)
    g_string_append_printf (out, " start=%02d:%02d", g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
}

static void
random_leg (GRand *rand, const char *id, GString *out)
{
  int day = g_rand_int_range (rand, 1, N_DAYS);

  g_string_append_printf (out, "legs %s from=v%d to=%05d closed=%s duration-s=%d first-day=%d last-day=%d both-ways=true reason=snow", id,
                          g_rand_int_range (rand, 0, N_VENUES), g_rand_int_range (rand, 1, 4),
                          g_rand_boolean (rand) ? "true" : "false", g_rand_int_range (rand, 0, 20000), day, day + 9);
}

static void
random_season (GRand *rand, GString *out)
{
  static const char *const severities[] = { "strong", "blocks", "weak", "ignored" };

  g_string_append_printf (out, "season first-day=%d last-day=%d max-km-per-day=%d "
                          "rules=[{\"rule\":\"%s\",\"severity\":\"%s\"}] "
                          "busy-days=[{\"kind\":\"closure\",\"commune\":\"00001\",\"first-day\":\"1970-01-05\",\"last-day\":\"1970-01-%02d\"}]",
                          g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 20, N_DAYS + 9), g_rand_int_range (rand, 0, 2) * 25,
                          trh_rules[g_rand_int_range (rand, 0, (int) trh_n_rules)]->id, severities[g_rand_int_range (rand, 0, 4)],
                          g_rand_int_range (rand, 5, 9));
}

static char *
random_text (GRand *rand)
{
  GString *out = g_string_new (NULL);
  int n_stays = g_rand_int_range (rand, 0, 14), n_encounters = g_rand_int_range (rand, 0, 12);

  random_season (rand, out);
  g_string_append (out, "\nvalleys V name=Ventoux\nvalleys B name=Buëch\n");
  for (int i = 1; i < 4; i++)
    g_string_append_printf (out, "communes %05d name=Commune_%d valley=%s\n", i, i, g_rand_boolean (rand) ? "V" : "B");
  for (int i = 0; i < N_VENUES; i++, g_string_append_c (out, '\n'))
    random_venue (rand, i, out);
  for (int i = 0; i < N_ARTISTS; i++, g_string_append_c (out, '\n'))
    random_artist (rand, i, out);
  for (int i = 0; i < n_stays; i++, g_string_append_c (out, '\n'))
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      random_stay (rand, id, out);
    }
  for (int i = 0; i < n_encounters; i++, g_string_append_c (out, '\n'))
    {
      g_autofree char *id = g_strdup_printf ("e%d", i);

      random_encounter (rand, id, out);
    }
  random_leg (rand, "l", out);

  return g_string_free (out, FALSE);
}

/* --- twins ------------------------------------------------------------------------------- */

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const TrhStayRecord *p = *(TrhStayRecord **) a, *q = *(TrhStayRecord **) b;

  if (p->first_day != q->first_day)
    return p->first_day - q->first_day;
  return p->last_day != q->last_day ? p->last_day - q->last_day : strcmp (p->base.id, q->base.id);
}

static GPtrArray *
list_stays (TrhProject *project)
{
  GPtrArray *stays = g_ptr_array_new ();

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      if (!stay->unplaced)
        g_ptr_array_add (stays, (gpointer) stay);
    }
  g_ptr_array_sort (stays, compare_stays);
  return stays;
}

static void
note (GPtrArray *lines, const char *rule, const char *artist, const char *venue, const char *object, int first, int last, int amount)
{
  g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s %d-%d %d", rule, *artist != '\0' ? artist : "-",
                                           *venue != '\0' ? venue : "-", object, first, last, amount));
}

/* Day by day, who came earlier takes what there is; who is left without is told. */
static void
count_places (TrhProject *project, const TrhVenueRecord *venue, gboolean beds, GPtrArray *lines)
{
  g_autoptr(GPtrArray) stays = list_stays (project);

  for (guint i = 0; i < stays->len; i++)
    {
      const TrhStayRecord *stay = stays->pdata[i];
      int first = 0, last = 0, amount = 0;

      for (int day = 1; day < N_DAYS + 20; day++)
        {
          int taken = 0;

          for (guint j = 0; j <= i; j++)
            {
              const TrhStayRecord *other = stays->pdata[j];
              const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, other->artist_id);
              const char *there = beds && *other->lodging_id != '\0' ? other->lodging_id : other->venue_id;
              int end = beds ? other->last_day : MAX (other->last_day, other->first_day + 1);
              int weight = !beds ? 1 : artist != NULL ? artist->people : 1;

              if (!g_str_equal (there, venue->base.id) || day < other->first_day || day >= end)
                continue;
              taken += weight;
              if (other == stay && taken > (beds ? venue->beds : venue->work_places))
                {
                  if (first == 0)
                    {
                      first = day;
                      amount = MIN (weight, taken - (beds ? venue->beds : venue->work_places));
                    }
                  last = day;
                }
            }
        }
      if (first != 0)
        note (lines, beds ? "bed" : "venue", stay->artist_id, venue->base.id, stay->base.id, first, last, amount);
    }
}

static gboolean
is_closed (TrhProject *project, const TrhVenueRecord *venue, int day)
{
  const TrhSeasonRecord *season = trh_project_peek_season (project);

  for (guint i = 0; i < season->busy_days->len; i++)
    {
      const TrhBusyDaysRecord *busy = season->busy_days->pdata[i];

      if (g_str_equal (busy->commune_id, venue->commune_id) && day >= busy->first_day && day <= busy->last_day)
        return TRUE;
    }
  return !trh_windows_allow (venue->windows, day);
}

static void
count_closed (TrhProject *project, GPtrArray *lines)
{
  g_autoptr(GPtrArray) stays = list_stays (project);

  for (guint i = 0; i < stays->len; i++)
    for (guint lodging = 0; lodging < 2; lodging++)
      {
        const TrhStayRecord *stay = stays->pdata[i];
        const TrhVenueRecord *venue =
          trh_project_find_record (project, TRH_VENUES, lodging == 1 ? stay->lodging_id : stay->venue_id);
        int first = 0, last = 0, n = 0;

        if (venue == NULL || (lodging == 1 && g_str_equal (stay->lodging_id, stay->venue_id)))
          continue;
        for (int day = stay->first_day; day <= stay->last_day - (int) lodging; day++)
          if (is_closed (project, venue, day))
            {
              first = first == 0 ? day : first;
              last = day;
              n++;
            }
        if (n > 0)
          note (lines, "venue", stay->artist_id, venue->base.id, stay->base.id, first, last, n);
      }
}

static void
count_collisions (TrhProject *project, GPtrArray *lines)
{
  g_autoptr(GPtrArray) stays = list_stays (project);

  for (guint i = 0; i < stays->len; i++)
    {
      const TrhStayRecord *later = stays->pdata[i];
      int first = 0, last = 0;

      for (int day = later->first_day; day <= later->last_day; day++)
        for (guint j = 0; j < i; j++)
          {
            const TrhStayRecord *earlier = stays->pdata[j];

            if (!g_str_equal (earlier->artist_id, later->artist_id) || day < earlier->first_day || day > earlier->last_day)
              continue;
            if ((earlier->last_day == day && later->first_day == day) || (later->last_day == day && earlier->first_day == day))
              continue; /* from the one to the other on one day */
            first = first == 0 ? day : first;
            last = day;
          }
      if (first != 0)
        note (lines, "two-places", later->artist_id, later->venue_id, later->base.id, first, last, last - first + 1);
    }
}

static gboolean
is_before (const TrhEncounterRecord *a, const TrhEncounterRecord *b)
{
  if (a->day != b->day || a->start != b->start)
    return a->day != b->day ? a->day < b->day : a->start < b->start;
  return strcmp (a->base.id, b->base.id) < 0;
}

/* Minute by minute. */
static void
count_meetings (TrhProject *project, GPtrArray *lines)
{
  guint n = trh_project_count (project, TRH_ENCOUNTERS);

  for (guint artist = 0; artist < N_ARTISTS; artist++)
    for (guint i = 0; i < n; i++)
      {
        const TrhEncounterRecord *later = trh_project_peek_record (project, TRH_ENCOUNTERS, i);
        g_autofree char *artist_id = g_strdup_printf ("a%u", artist);
        int most = 0;

        for (guint j = 0; j < n; j++)
          {
            const TrhEncounterRecord *earlier = trh_project_peek_record (project, TRH_ENCOUNTERS, j);
            int both = 0;

            if (later->start == TRH_NO_CLOCK || earlier->start == TRH_NO_CLOCK || !is_before (earlier, later) ||
                later->state == TRH_ENCOUNTER_STATE_CANCELLED || earlier->state == TRH_ENCOUNTER_STATE_CANCELLED ||
                !g_strv_contains ((const char *const *) later->artist_ids, artist_id) ||
                !g_strv_contains ((const char *const *) earlier->artist_ids, artist_id))
              continue;
            for (int m = later->day * 1440 + later->start; m < later->day * 1440 + later->start + later->duration_min; m++)
              both += m < earlier->day * 1440 + earlier->start + earlier->duration_min;
            most = MAX (most, both);
          }
        if (most > 0)
          note (lines, "two-places", artist_id, later->venue_id, later->base.id, later->day, later->day, most);
      }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What the list says of stays and of meetings of one artist, in the words of the twins. */
static char *
describe_same (TrhProject *project, TrhAlerts *alerts)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), i);
      const char *rule = trh_alert_get_rule_id (alert), *object_id = trh_alert_get_object_id (alert);
      gboolean of_stay = trh_project_find (project, TRH_STAYS, object_id) != NULL;

      if (g_str_equal (rule, "bed") || (g_str_equal (rule, "venue") && of_stay) ||
          (g_str_equal (rule, "two-places") && (of_stay || trh_alert_get_unit (alert) == TRH_AMOUNT_MINUTES)))
        note (lines, rule, trh_alert_get_artist_id (alert), trh_alert_get_venue_id (alert), object_id,
              trh_alert_get_first_day (alert), trh_alert_get_last_day (alert), trh_alert_get_amount (alert));
    }

  return join_sorted (lines);
}

static char *
describe_twin (TrhProject *project)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) stays = list_stays (project);

  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      count_places (project, trh_project_peek_record (project, TRH_VENUES, i), TRUE, lines);
      count_places (project, trh_project_peek_record (project, TRH_VENUES, i), FALSE, lines);
    }
  for (guint i = 0; i < stays->len; i++)
    {
      const TrhStayRecord *stay = stays->pdata[i];
      const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, stay->artist_id);

      if (*stay->venue_id == '\0' && *stay->lodging_id == '\0' && stay->last_day > stay->first_day)
        note (lines, "bed", stay->artist_id, "", stay->base.id, stay->first_day, stay->last_day - 1, artist->people);
    }
  count_closed (project, lines);
  count_collisions (project, lines);
  count_meetings (project, lines);

  return join_sorted (lines);
}

static void
test_twins (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_SEASONS; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *without_rules = NULL;
      g_auto(GStrv) lines = g_strsplit (text, "\n", 2);
      g_autoptr(TrhProject) project = NULL;
      g_autoptr(TrhAlerts) alerts = NULL;
      g_autofree char *found = NULL;
      g_autofree char *twin = NULL;

      /* all rules at their own severity */
      without_rules = g_strconcat ("season busy-days=[{\"kind\":\"closure\",\"commune\":\"00001\","
                                   "\"first-day\":\"1970-01-05\",\"last-day\":\"1970-01-08\"}]\n", lines[1], NULL);
      project = small_season_new (without_rules);
      alerts = trh_alerts_new (project, NULL);
      found = describe_same (project, alerts);
      twin = describe_twin (project);
      if (!g_str_equal (found, twin))
        g_test_message ("%s", without_rules);
      g_assert_cmpstr (found, ==, twin);
    }
}

/* --- following edits --------------------------------------------------------------------- */

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

  for (guint i = 0; i < N_SEASONS / 10; i++)
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

  for (guint i = 0; i < N_SEASONS / 6; i++)
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

  g_test_add_func ("/schedule/alerts/twins", test_twins);
  g_test_add_func ("/schedule/alerts/follows", test_follows);
  g_test_add_func ("/schedule/alerts/random-repairs", test_repairs);

  return g_test_run ();
}
