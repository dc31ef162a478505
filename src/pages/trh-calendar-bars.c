/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-bars.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/schedule/trh-free-days.h"
#include "core/schedule/trh-schedule-names.h"

#define AROUND_SEASON_DAYS 21 /* what is shown before and after, so that one can drag there */

/* By marker: the colours of a valley that names none */
static const guint32 valley_colours[] = { 0x1f6fb2, 0xb5500b, 0x6a56a5, 0x3d7a37 };

static gboolean
is_stay (gconstpointer record)
{
  return ((const TrhRecord *) record)->schema == &trh_stay_schema;
}

/* Whether it has a place on the calendar; if not, it waits in the tray. */
gboolean
trh_calendar_is_placed (gconstpointer record)
{
  if (is_stay (record))
    return trh_stay_is_placed (record);
  return ((const TrhEncounterRecord *) record)->day != TRH_NO_DAY;
}

static void
widen (int day, int *first_day, int *last_day)
{
  if (day == TRH_NO_DAY)
    return;
  *first_day = MIN (*first_day, day);
  *last_day = MAX (*last_day, day);
}

/**
 * trh_calendar_get_days:
 * @workspace: a workspace
 * @first_day: (out): the first day to show
 * @last_day: (out): the last one
 *
 * The season and all that is planned outside of it, with some weeks around.
 */
void
trh_calendar_get_days (TrhWorkspace *workspace, int *first_day, int *last_day)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhSeasonRecord *season = trh_project_peek_season (project);
  int today = trh_day_today ();

  *first_day = season->first_day != TRH_NO_DAY ? season->first_day : today;
  *last_day = season->last_day != TRH_NO_DAY ? MAX (season->last_day, *first_day) : *first_day + 90;
  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      if (trh_calendar_is_placed (stay))
        {
          widen (stay->first_day, first_day, last_day);
          widen (stay->last_day, first_day, last_day);
        }
    }
  for (guint i = 0; i < trh_project_count (project, TRH_ENCOUNTERS); i++)
    widen (((const TrhEncounterRecord *) trh_project_peek_record (project, TRH_ENCOUNTERS, i))->day, first_day, last_day);
  if (today > *first_day - 366 && today < *last_day + 366)
    widen (today, first_day, last_day);
  *first_day = MAX (*first_day - AROUND_SEASON_DAYS, 1);
  *last_day = MIN (*last_day + AROUND_SEASON_DAYS, TRH_MAX_DAY);
}

/* The commune of a venue, or "". (transfer none) */
const char *
trh_calendar_get_commune_id (TrhProject *project, const char *venue_id)
{
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, venue_id);

  return venue != NULL ? venue->commune_id : "";
}

/* Lanes */

typedef struct {
  char       *folded;
  const char *id;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Named *) a)->folded, ((const Named *) b)->folded);
}

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->folded);
}

/* Ids of artists who have a stay or an encounter, and so need a lane whatever their state. */
static GHashTable *
collect_busy_artists (TrhProject *project)
{
  GHashTable *busy = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      g_hash_table_add (busy, stay->artist_id);
    }
  for (guint i = 0; i < trh_project_count (project, TRH_ENCOUNTERS); i++)
    {
      const TrhEncounterRecord *encounter = trh_project_peek_record (project, TRH_ENCOUNTERS, i);

      for (guint j = 0; encounter->artist_ids[j] != NULL; j++)
        g_hash_table_add (busy, encounter->artist_ids[j]);
    }
  return busy;
}

static gboolean
is_expected (const TrhArtistRecord *artist)
{
  return artist->state == TRH_ARTIST_CHOSEN || artist->state == TRH_ARTIST_SHORTLISTED;
}

/* Whether an artist or a commune has a lane by what it is, be it busy or not: every commune of the
 * season has, also while no venue is known there. */
gboolean
trh_calendar_shows (TrhWorkspace *workspace, TrhLanesBy by, gconstpointer record)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  if (by == TRH_LANES_ARTISTS)
    return schema == &trh_artist_schema && is_expected (record);
  return schema == &trh_commune_schema;
}

/**
 * trh_calendar_make_lanes:
 * @workspace: a workspace
 * @by: one lane for each artist who may come, or for each commune of the season
 *
 * Returns: (transfer full) (element-type TrhLane): the lanes, in the order of their names
 */
GPtrArray *
trh_calendar_make_lanes (TrhWorkspace *workspace, TrhLanesBy by)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  TrhCollection collection = by == TRH_LANES_ARTISTS ? TRH_ARTISTS : TRH_COMMUNES;
  g_autoptr(GHashTable) busy = collect_busy_artists (project);
  g_autoptr(GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  GPtrArray *lanes = g_ptr_array_new ();

  g_array_set_clear_func (named, named_clear);
  for (guint i = 0; i < trh_project_count (project, collection); i++)
    {
      const TrhRecord *record = trh_project_peek_record (project, collection, i);
      const char *name = by == TRH_LANES_ARTISTS ? ((const TrhArtistRecord *) record)->name
                                                 : ((const TrhCommuneRecord *) record)->name;
      Named one = { NULL, record->id };

      if (!g_hash_table_contains (busy, record->id) && !trh_calendar_shows (workspace, by, record))
        continue;
      one.folded = trh_text_fold (name);
      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    g_ptr_array_add (lanes, trh_calendar_make_lane (workspace, by, g_array_index (named, Named, i).id));

  return lanes;
}

typedef gboolean (*IsAway) (gconstpointer data, int day);

static void
add_shades (TrhWorkspace *workspace, TrhLane *lane, TrhShadeKind kind, IsAway is_away, gconstpointer data)
{
  const TrhSeasonRecord *season = trh_project_peek_season (trh_workspace_get_project (workspace));
  int first_day = MAX (season->first_day - AROUND_SEASON_DAYS, 1), since = 0;
  int last_day = MIN (MAX (season->last_day, first_day) + AROUND_SEASON_DAYS, TRH_MAX_DAY);

  for (int day = first_day; day <= last_day + 1; day++)
    {
      gboolean away = day <= last_day && is_away (data, day);

      if (away && since == 0)
        since = day;
      else if (!away && since != 0)
        {
          trh_lane_add_shade (lane, since, day - 1, kind);
          since = 0;
        }
    }
}

static gboolean
is_artist_away (gconstpointer artist, int day)
{
  return !trh_windows_allow (((const TrhArtistRecord *) artist)->availability, day);
}

static TrhLane *
make_artist_lane (TrhWorkspace *workspace, const TrhArtistRecord *artist)
{
  const char *name = trh_schedule_name_artist (artist);
  TrhLane *lane = trh_lane_new (artist->base.id, name, artist->discipline, name);

  if (artist->availability->len > 0)
    add_shades (workspace, lane, TRH_SHADE_ABSENT, is_artist_away, artist);
  return lane;
}

/* A commune is closed when none of its venues is open. */
static gboolean
is_commune_closed (gconstpointer venues, int day)
{
  const GPtrArray *list = venues;

  for (guint i = 0; i < list->len; i++)
    if (trh_windows_allow (((const TrhVenueRecord *) list->pdata[i])->windows, day))
      return FALSE;
  return list->len > 0;
}

static TrhLane *
make_commune_lane (TrhWorkspace *workspace, const TrhCommuneRecord *commune)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhValleyRecord *valley = trh_project_find_record (project, TRH_VALLEYS, commune->valley_id);
  const char *name = trh_schedule_name_commune (commune);
  TrhLane *lane = trh_lane_new (commune->base.id, name, valley != NULL ? valley->name : "", name);
  g_autoptr(GPtrArray) venues = g_ptr_array_new ();
  gboolean always = FALSE;

  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);

      if (!g_str_equal (venue->commune_id, commune->base.id))
        continue;
      g_ptr_array_add (venues, (gpointer) venue);
      always = always || venue->windows->len == 0;
    }
  if (!always)
    add_shades (workspace, lane, TRH_SHADE_CLOSED, is_commune_closed, venues);
  return lane;
}

/* The lane of one artist or commune, still empty. (transfer full), or %NULL when it is gone. */
TrhLane *
trh_calendar_make_lane (TrhWorkspace *workspace, TrhLanesBy by, const char *id)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  gconstpointer record = trh_project_find_record (project, by == TRH_LANES_ARTISTS ? TRH_ARTISTS : TRH_COMMUNES, id);

  if (record == NULL)
    return NULL;
  return by == TRH_LANES_ARTISTS ? make_artist_lane (workspace, record) : make_commune_lane (workspace, record);
}

/* Bars */

void
trh_calendar_get_alerts (TrhWorkspace *workspace, const char *id, guint *n_alerts, gboolean *strong)
{
  TrhAlerts *alerts = trh_workspace_get_alerts (workspace);
  TrhSeverity worst;

  *n_alerts = trh_alerts_count_of (alerts, id);
  worst = *n_alerts > 0 ? trh_alerts_get_worst (alerts, id) : TRH_SEVERITY_IGNORED;
  *strong = worst == TRH_SEVERITY_STRONG || worst == TRH_SEVERITY_BLOCKS;
}

static TrhBar *
make_bar (TrhWorkspace *workspace, gconstpointer record, const char *lane_id, const char *label)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *stay = is_stay (record) ? record : NULL;
  const TrhEncounterRecord *encounter = stay == NULL ? record : NULL;
  const char *venue_id = stay != NULL ? stay->venue_id : encounter->venue_id;
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, venue_id);
  const TrhCommuneRecord *commune =
    venue != NULL ? trh_project_find_record (project, TRH_COMMUNES, venue->commune_id) : NULL;
  const TrhValleyRecord *valley =
    commune != NULL ? trh_project_find_record (project, TRH_VALLEYS, commune->valley_id) : NULL;
  TrhBar *bar;

  if (stay != NULL)
    {
      bar = trh_bar_new (stay->base.id, lane_id, TRH_BAR_STAY, stay->first_day * TRH_DAY_MIN, stay->last_day * TRH_DAY_MIN);
      bar->state = (TrhBarState) stay->state;
      bar->locked = stay->locked;
    }
  else
    {
      int start = encounter->start != TRH_NO_CLOCK ? encounter->start : TRH_UNKNOWN_START;

      bar = trh_bar_new (encounter->base.id, lane_id, TRH_BAR_ENCOUNTER, encounter->day * TRH_DAY_MIN + start,
                         encounter->day * TRH_DAY_MIN + start + encounter->duration_min);
      bar->state = (TrhBarState) encounter->state;
      bar->locked = encounter->locked;
    }
  if (valley != NULL)
    {
      GdkRGBA rgba;

      bar->marker = valley->marker;
      bar->colour = valley_colours[valley->marker % G_N_ELEMENTS (valley_colours)];
      if (*valley->colour != '\0' && gdk_rgba_parse (&rgba, valley->colour))
        bar->colour = (guint32) (rgba.red * 255) << 16 | (guint32) (rgba.green * 255) << 8 | (guint32) (rgba.blue * 255);
    }
  g_free (bar->label);
  bar->label = g_strdup (label);
  return bar;
}

/* (transfer none) */
const char *
trh_calendar_name_artist (TrhProject *project, const char *id)
{
  const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, id);

  return artist != NULL ? trh_schedule_name_artist (artist) : _("an artist not chosen yet");
}

/**
 * trh_calendar_make_bars:
 * @workspace: a workspace
 * @by: what the lanes are
 * @record: a stay or an encounter
 *
 * Returns: (transfer full) (element-type TrhBar): its bars, one in each lane that it concerns
 */
GPtrArray *
trh_calendar_make_bars (TrhWorkspace *workspace, TrhLanesBy by, gconstpointer record)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  GPtrArray *bars = g_ptr_array_new ();

  if (!trh_calendar_is_placed (record))
    return bars;

  if (is_stay (record))
    {
      const TrhStayRecord *stay = record;
      g_autofree char *place = trh_describe_place (project, stay->venue_id);

      if (by == TRH_LANES_ARTISTS)
        g_ptr_array_add (bars, make_bar (workspace, stay, stay->artist_id, place));
      else
        g_ptr_array_add (bars, make_bar (workspace, stay, trh_calendar_get_commune_id (project, stay->venue_id),
                                         trh_calendar_name_artist (project, stay->artist_id)));
    }
  else
    {
      const TrhEncounterRecord *encounter = record;
      const char *name = trh_schedule_name_encounter (encounter);

      if (by == TRH_LANES_COMMUNES)
        g_ptr_array_add (bars, make_bar (workspace, encounter, trh_calendar_get_commune_id (project, encounter->venue_id), name));
      for (guint i = 0; by == TRH_LANES_ARTISTS && encounter->artist_ids[i] != NULL; i++)
        g_ptr_array_add (bars, make_bar (workspace, encounter, encounter->artist_ids[i], name));
    }
  return bars;
}
