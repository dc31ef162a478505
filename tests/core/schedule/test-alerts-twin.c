/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-season.h"
#include "small-season.h"

#include <string.h>

#include "core/base/trh-day.h"

/* Random small seasons: the rules against slow twins that look at every day and every minute. */
#define N_SEASONS 300

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/alerts/twins", test_twins);

  return g_test_run ();
}
