/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <sys/resource.h>

#include "core/workspace/trh-workspace.h"
#include "measure.h"
#include "stress.h"

/* How long one edit of the stress project takes on the main thread, alerts included: what a person feels when a bar
 * is dropped. Undo takes the same way. */

#define EDITS   300
#define MOST_MS 20.0

typedef TrhEdit *(*MakeEdit) (TrhProject *project, guint number);

static TrhEdit *
move_stay (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Move a stay");
  TrhStayRecord *stay =
    trh_edit_change (edit, trh_project_peek (project, TRH_STAYS, number * 7 % trh_project_count (project, TRH_STAYS)));

  stay->first_day += 1;
  stay->last_day += 1;
  return edit;
}

static TrhEdit *
move_encounter (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Move an encounter");
  TrhEncounterRecord *encounter =
    trh_edit_change (edit, trh_project_peek (project, TRH_ENCOUNTERS, number * 31 % trh_project_count (project, TRH_ENCOUNTERS)));

  encounter->day += 1;
  return edit;
}

static TrhEdit *
change_artist (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Change an artist");
  TrhArtistRecord *artist =
    trh_edit_change (edit, trh_project_peek (project, TRH_ARTISTS, number * 5 % trh_project_count (project, TRH_ARTISTS)));

  g_ptr_array_set_size (artist->availability, 0);
  artist->people += 1;
  return edit;
}

static TrhEdit *
change_venue (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Change a venue");
  TrhVenueRecord *venue =
    trh_edit_change (edit, trh_project_peek (project, TRH_VENUES, number * 3 % trh_project_count (project, TRH_VENUES)));

  venue->capacity += 1;
  venue->beds += 1;
  return edit;
}

static TrhEdit *
add_stay (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Add a stay");
  const TrhStayRecord *model = trh_project_peek_record (project, TRH_STAYS, number);
  TrhStayRecord *stay = trh_record_new (&trh_stay_schema, NULL);

  trh_record_set_text (&stay->artist_id, model->artist_id);
  trh_record_set_text (&stay->venue_id, model->venue_id);
  stay->first_day = model->last_day + 1;
  stay->last_day = model->last_day + 4;
  trh_edit_insert (edit, stay);
  return edit;
}

/* What concerns every journey… */
static TrhEdit *
add_leg (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Type a road");
  TrhLegRecord *leg = trh_record_new (&trh_leg_schema, NULL);
  guint n = trh_project_count (project, TRH_VENUES);

  trh_record_set_text (&leg->from_id, trh_entity_get_id (trh_project_peek (project, TRH_VENUES, number * 3 % n)));
  trh_record_set_text (&leg->to_id, trh_entity_get_id (trh_project_peek (project, TRH_VENUES, number * 5 % n)));
  leg->duration_s = 1800;
  trh_edit_insert (edit, leg);
  return edit;
}

/* …and what concerns everything. */
static TrhEdit *
change_season (TrhProject *project, guint number)
{
  TrhEdit *edit = trh_edit_new ("Change the season");
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));

  season->packing_min = 15 + (int) number % 60;
  return edit;
}

static double
since_ms (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / 1000;
}

static gboolean
measure_edits (TrhWorkspace *workspace, const char *what, MakeEdit make)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  TrhProject *project = trh_workspace_get_project (workspace);

  for (guint i = 0; i < EDITS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr(TrhEdit) edit = make (project, i);
      double time_ms;

      if (!trh_workspace_perform (workspace, edit))
        g_error ("%s was refused", what);
      time_ms = since_ms (start_us);
      g_array_append_val (times, time_ms);
    }
  return measure_tell (what, times, 95, MOST_MS);
}

int
main (void)
{
  static const struct { const char *what; MakeEdit make; } edits[] = {
    { "move a stay", move_stay },
    { "move an encounter", move_encounter },
    { "change an artist", change_artist },
    { "change a venue", change_venue },
    { "add a stay", add_stay },
    { "type a road", add_leg },
    { "change the season", change_season },
  };
  g_autoptr(TrhProject) project = trh_stress_new (TRH_STRESS_SEED);
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, NULL);
  g_autoptr(GArray) undos = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_alerts = g_list_model_get_n_items (G_LIST_MODEL (trh_workspace_get_alerts (workspace)));
  struct rusage usage;
  gboolean good = TRUE;

  printf ("%u alerts found in %.0f ms\n", n_alerts, since_ms (start_us));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    good = measure_edits (workspace, edits[i].what, edits[i].make) && good;
  for (;;)
    {
      double time_ms;

      start_us = g_get_monotonic_time ();
      if (!trh_workspace_undo (workspace))
        break;
      time_ms = since_ms (start_us);
      g_array_append_val (undos, time_ms);
    }
  good = measure_tell ("undo", undos, 95, MOST_MS) && good;
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  trh_store_discard (trh_workspace_get_store (workspace));

  return good ? 0 : 1;
}
