/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-repairs.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/schedule/trh-schedule-edits.h"
#include "core/schedule/trh-schedule-names.h"

#define MAX_PLACES 12          /* nearest ones that are tried: the thirteenth village is no cheap repair */

/* Ways to repair: the person chooses among ways, not among ten days. */
typedef enum { LATER, EARLIER, OTHER_DAYS, OTHER_HOUR, OTHER_DAY, OTHER_PLACE, OTHER_WAY } Way;

typedef struct {
  TrhEdit *edit;
  char    *way; /* edits of one way differ only in how much */
} Proposal;

struct _TrhRepairs
{
  TrhProject       *project;
  TrhScheduleIndex *index;
  TrhMatrix        *matrix; /* (nullable) */
  GArray           *proposals;
};

static void
proposal_clear (gpointer data)
{
  Proposal *proposal = data;

  trh_edit_unref (proposal->edit);
  g_free (proposal->way);
}

TrhRepairs *
trh_repairs_new (TrhProject *project, TrhScheduleIndex *index, TrhMatrix *matrix)
{
  TrhRepairs *self = g_new0 (TrhRepairs, 1);

  self->project = project;
  self->index = index;
  self->matrix = matrix;
  self->proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  g_array_set_clear_func (self->proposals, proposal_clear);

  return self;
}

void
trh_repairs_free (TrhRepairs *self)
{
  g_array_unref (self->proposals);
  g_free (self);
}

/* How many proposals there are. */
guint
trh_repairs_get_n (TrhRepairs *self)
{
  return self->proposals->len;
}

/* The edit of a proposal, (transfer none). */
TrhEdit *
trh_repairs_get (TrhRepairs *self, guint index)
{
  return g_array_index (self->proposals, Proposal, index).edit;
}

/* The way in which a proposal repairs: of several that differ only in how much, or in which
 * place, one is enough for a person to choose. */
const char *
trh_repairs_get_way (TrhRepairs *self, guint index)
{
  return g_array_index (self->proposals, Proposal, index).way;
}

/* The season as the rule saw it, lent. */
const TrhScheduleIndex *
trh_repairs_get_index (TrhRepairs *self)
{
  return self->index;
}

/* @edit: (transfer full) (nullable): %NULL when it could not be made */
static void
add (TrhRepairs *self, Way way, const char *id, TrhEdit *edit)
{
  Proposal proposal = { edit, NULL };

  if (edit == NULL)
    return;
  proposal.way = g_strdup_printf ("%d %s", way, id);
  g_array_append_val (self->proposals, proposal);
}

static void add_as (TrhRepairs *self, Way way, const char *id, TrhEdit *edit, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Adds an edit under a label that says what this repair does. */
static void
add_as (TrhRepairs *self, Way way, const char *id, TrhEdit *edit, const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  if (edit == NULL)
    return;
  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);
  trh_edit_set_label (edit, label);
  add (self, way, id, edit);
}

/* A stay that may be moved: there, and not locked by a person. */
static TrhStay *
find_free_stay (TrhRepairs *self, const char *id, const TrhStayRecord **record)
{
  TrhStay *stay = trh_project_find (self->project, TRH_STAYS, id);

  *record = stay != NULL ? trh_entity_peek_record (TRH_ENTITY (stay)) : NULL;
  return stay != NULL && !(*record)->locked ? stay : NULL;
}

static TrhEncounter *
find_free_encounter (TrhRepairs *self, const char *id, const TrhEncounterRecord **record)
{
  TrhEncounter *encounter = trh_project_find (self->project, TRH_ENCOUNTERS, id);

  *record = encounter != NULL ? trh_entity_peek_record (TRH_ENTITY (encounter)) : NULL;
  return encounter != NULL && !(*record)->locked ? encounter : NULL;
}

/* As in “of Camille Serre”. */
static char *
say_of (TrhRepairs *self, const char *artist_id)
{
  return trh_text_of (trh_schedule_index_name_artist (self->index, artist_id));
}

/* As in “at Séderon”. */
static char *
say_at (TrhRepairs *self, const char *venue_id)
{
  return trh_schedule_index_say_at (self->index, venue_id);
}

/* Moves a stay by some days, later or, below zero, earlier. */
void
trh_repairs_shift_stay (TrhRepairs *self, const char *stay_id, int days)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  guint n = (guint) ABS (days);
  g_autofree char *artist = NULL;
  g_autofree char *place = NULL;
  TrhEdit *edit;

  if (stay == NULL || days == 0)
    return;

  artist = say_of (self, record->artist_id);
  edit = trh_schedule_edit_move_stay (self->project, stay, record->first_day + days, NULL, NULL, NULL);
  place = say_at (self, record->venue_id);
  if (days > 0)
    /* Translators: a repair; whose stay, as in "of Ana Ruiz", where, as in "at Séderon", a number of days */
    add_as (self, LATER, stay_id, edit,
            ngettext ("Move stay %1$s %2$s %3$u day later", "Move stay %1$s %2$s %3$u days later", n),
            artist, place, n);
  else
    /* Translators: a repair; whose stay, as in "of Ana Ruiz", where, as in "at Séderon", a number of days */
    add_as (self, EARLIER, stay_id, edit,
            ngettext ("Move stay %1$s %2$s %3$u day earlier", "Move stay %1$s %2$s %3$u days earlier", n),
            artist, place, n);
}

/* Lets a stay begin and end on other days; not when nothing would be left of it. */
void
trh_repairs_set_days (TrhRepairs *self, const char *stay_id, int first_day, int last_day)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  g_autofree char *days = NULL;
  g_autofree char *artist = NULL;
  g_autofree char *place = NULL;

  if (stay == NULL || last_day < first_day || (last_day == first_day && record->last_day > record->first_day))
    return;

  days = trh_day_say_range (first_day, last_day);
  artist = say_of (self, record->artist_id);
  place = say_at (self, record->venue_id);
  add_as (self, OTHER_DAYS, stay_id, trh_schedule_edit_stay_days (self->project, stay, first_day, last_day, NULL),
          /* Translators: a repair; whose stay, as in "of Ana Ruiz", where, as in "at Séderon", days, as in "12–14 June 2027" */
          _("Change stay %1$s %2$s to %3$s"), artist, place, days);
}

typedef gboolean (*Accept) (const TrhVenueRecord *venue, gconstpointer data);

static TrhCoordinate
locate (TrhRepairs *self, const TrhVenueRecord *venue)
{
  return trh_venue_locate (venue, trh_schedule_index_find (self->index, &trh_commune_schema, venue->commune_id));
}

/* The venues that @accept takes, the nearest to @from_id first, itself left out; those that are
 * nowhere on the map come last. */
static GArray *
list_places (TrhRepairs *self, const char *from_id, Accept accept, gconstpointer data)
{
  const TrhVenueRecord *from = trh_schedule_index_find (self->index, &trh_venue_schema, from_id);
  TrhCoordinate here = from != NULL ? locate (self, from) : (TrhCoordinate) { 0, 0 };
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TrhNeighbour));

  for (guint i = 0; i < self->index->venues->len; i++)
    {
      const TrhVenueLane *lane = self->index->venues->pdata[i];
      TrhNeighbour place;

      if (lane->record == NULL || lane->record == from || !accept (lane->record, data))
        continue;
      place = trh_neighbour_at (lane->record, locate (self, lane->record), here);
      g_array_append_val (places, place);
    }
  g_array_sort (places, trh_neighbour_compare);
  if (places->len > MAX_PLACES)
    g_array_set_size (places, MAX_PLACES);

  return places;
}

static gboolean
takes_workers (const TrhVenueRecord *venue, gconstpointer data)
{
  return venue->works && venue->work_places > 0;
}

/* Moves a stay, with its days, to the nearest places to work. */
void
trh_repairs_other_venues (TrhRepairs *self, const char *stay_id)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  g_autoptr(GArray) places = NULL;
  g_autofree char *artist = NULL;

  if (stay == NULL)
    return;

  artist = say_of (self, record->artist_id);
  places = list_places (self, record->venue_id, takes_workers, NULL);
  for (guint i = 0; i < places->len; i++)
    {
      const TrhVenueRecord *venue = g_array_index (places, TrhNeighbour, i).venue;
      TrhEdit *edit = trh_schedule_edit_move_stay (self->project, stay, record->first_day, NULL, venue->base.id, NULL);

      /* a bed that is another venue's stays where it is */
      if (edit != NULL && venue->beds == 0 && *record->lodging_id != '\0')
        trh_record_set_text (&((TrhStayRecord *) trh_edit_change (edit, stay))->lodging_id, record->lodging_id);
      /* Translators: a repair; whose stay, as in "of Ana Ruiz", a venue and its commune */
      add_as (self, OTHER_PLACE, stay_id, edit, _("Move stay %1$s to %2$s (%3$s)"), artist,
              trh_schedule_index_name_venue (self->index, venue->base.id),
              trh_schedule_index_name_place (self->index, venue->base.id));
    }
}

static gboolean
has_beds (const TrhVenueRecord *venue, gconstpointer data)
{
  return venue->beds >= GPOINTER_TO_INT (data);
}

/* Gives a stay beds in the nearest lodgings that are large enough. */
void
trh_repairs_other_lodgings (TrhRepairs *self, const char *stay_id)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  const TrhArtistLane *lane;
  g_autoptr(GArray) places = NULL;
  int people;

  if (stay == NULL)
    return;

  lane = trh_schedule_index_find_artist (self->index, record->artist_id);
  people = lane != NULL && lane->record != NULL ? lane->record->people : 1;
  places = list_places (self, trh_schedule_lodging_of (record), has_beds, GINT_TO_POINTER (people));
  for (guint i = 0; i < places->len; i++)
    {
      const TrhVenueRecord *venue = g_array_index (places, TrhNeighbour, i).venue;
      TrhEdit *edit;
      TrhStayRecord *after;

      edit = trh_edit_new ("");
      after = trh_edit_change (edit, stay);
      trh_record_set_text (&after->lodging_id, g_str_equal (venue->base.id, record->venue_id) ? "" : venue->base.id);
      /* Translators: a repair; an artist, a lodging and its commune */
      add_as (self, OTHER_PLACE, stay_id, edit, _("Lodge %1$s at %2$s (%3$s)"),
              trh_schedule_index_name_artist (self->index, record->artist_id),
              trh_schedule_index_name_venue (self->index, venue->base.id),
              trh_schedule_index_name_place (self->index, venue->base.id));
    }
}

/* The last resort for a stay, locked or not: it goes back to the tray, and nothing is lost. */
void
trh_repairs_unplace (TrhRepairs *self, const char *stay_id)
{
  TrhStay *stay = trh_project_find (self->project, TRH_STAYS, stay_id);

  if (stay != NULL)
    add (self, OTHER_WAY, stay_id, trh_schedule_edit_unplace (self->project, stay));
}

/* Holds an encounter at another time. */
void
trh_repairs_move_encounter (TrhRepairs *self, const char *encounter_id, int day, int start)
{
  const TrhEncounterRecord *record;
  TrhEncounter *encounter = find_free_encounter (self, encounter_id, &record);
  g_autofree char *when = NULL;
  g_autofree char *clock = NULL;
  TrhEdit *edit;
  Way way;

  if (encounter == NULL || (day == record->day && start == record->start))
    return;

  edit = trh_schedule_edit_move_encounter (self->project, encounter, day, start, NULL, NULL);
  way = day != record->day ? OTHER_DAY : OTHER_HOUR;
  when = trh_day_say_short (day);
  clock = trh_clock_say (start);
  if (start == TRH_NO_CLOCK)
    /* Translators: a repair; the title of an encounter and a date */
    add_as (self, way, encounter_id, edit, _("Move “%1$s” to %2$s"),
            trh_schedule_index_name_encounter (self->index, encounter_id), when);
  else
    /* Translators: a repair; the title of an encounter, a date and a clock time */
    add_as (self, way, encounter_id, edit, _("Move “%1$s” to %2$s at %3$s"),
            trh_schedule_index_name_encounter (self->index, encounter_id), when, clock);
}

static gboolean
takes_public (const TrhVenueRecord *venue, gconstpointer data)
{
  return venue->meets && (venue->capacity == 0 || venue->capacity >= GPOINTER_TO_INT (data));
}

/* Holds an encounter at the nearest places that are large enough for its public. */
void
trh_repairs_encounter_venues (TrhRepairs *self, const char *encounter_id)
{
  const TrhEncounterRecord *record;
  TrhEncounter *encounter = find_free_encounter (self, encounter_id, &record);
  g_autoptr(GArray) places = NULL;

  if (encounter == NULL)
    return;

  places = list_places (self, record->venue_id, takes_public, GINT_TO_POINTER (record->expected));
  for (guint i = 0; i < places->len; i++)
    {
      const char *venue_id = g_array_index (places, TrhNeighbour, i).venue->base.id;

      add_as (self, OTHER_PLACE, encounter_id,
              trh_schedule_edit_move_encounter (self->project, encounter, record->day, record->start, venue_id, NULL),
              /* Translators: a repair; the title of an encounter, a venue and its commune */
              _("Hold “%1$s” at %2$s (%3$s)"), trh_schedule_index_name_encounter (self->index, encounter_id),
              trh_schedule_index_name_venue (self->index, venue_id),
              trh_schedule_index_name_place (self->index, venue_id));
    }
}

/* Lets an encounter be held by the others, when there are others. */
void
trh_repairs_leave_encounter (TrhRepairs *self, const char *encounter_id, const char *artist_id)
{
  const TrhEncounterRecord *record;
  TrhEncounter *encounter = find_free_encounter (self, encounter_id, &record);

  if (encounter != NULL && g_strv_length (record->artist_ids) > 1)
    add (self, OTHER_WAY, encounter_id,
         trh_schedule_edit_encounter_artist (self->project, encounter, artist_id, NULL, NULL));
}

/* The last resort for an encounter, locked or not. */
void
trh_repairs_cancel (TrhRepairs *self, const char *encounter_id)
{
  TrhEncounter *encounter = trh_project_find (self->project, TRH_ENCOUNTERS, encounter_id);
  TrhEdit *edit;

  if (encounter == NULL)
    return;

  edit = trh_edit_new ("");
  ((TrhEncounterRecord *) trh_edit_change (edit, encounter))->state = TRH_ENCOUNTER_STATE_CANCELLED;
  /* Translators: a repair; the title of an encounter */
  add_as (self, OTHER_WAY, encounter_id, edit, _("Cancel “%s”"), trh_schedule_index_name_encounter (self->index, encounter_id));
}

/* Prepares for fewer people. */
void
trh_repairs_expect (TrhRepairs *self, const char *encounter_id, int people)
{
  const TrhEncounterRecord *record;
  TrhEncounter *encounter = find_free_encounter (self, encounter_id, &record);
  TrhEdit *edit;

  if (encounter == NULL)
    return;

  edit = trh_edit_new ("");
  ((TrhEncounterRecord *) trh_edit_change (edit, encounter))->expected = people;
  /* Translators: a repair; the title of an encounter and a number of people */
  add_as (self, OTHER_WAY, encounter_id, edit,
          ngettext ("Limit “%1$s” to %2$d person", "Limit “%1$s” to %2$d people", (gulong) people),
          trh_schedule_index_name_encounter (self->index, encounter_id), people);
}

/* Puts days between two stops: what comes next begins later, or what was before ends earlier. */
void
trh_repairs_more_days (TrhRepairs *self, const char *from_id, const char *to_id, int max_days)
{
  const TrhStayRecord *from = trh_schedule_index_find (self->index, &trh_stay_schema, from_id);
  const TrhStayRecord *to = trh_schedule_index_find (self->index, &trh_stay_schema, to_id);
  const TrhEncounterRecord *from_encounter = trh_schedule_index_find (self->index, &trh_encounter_schema, from_id);
  const TrhEncounterRecord *to_encounter = trh_schedule_index_find (self->index, &trh_encounter_schema, to_id);

  for (int n = 1; n <= max_days; n++)
    {
      if (to != NULL)
        {
          trh_repairs_set_days (self, to_id, to->first_day + n, to->last_day);
          trh_repairs_shift_stay (self, to_id, n);
        }
      if (to_encounter != NULL)
        trh_repairs_move_encounter (self, to_id, to_encounter->day + n, to_encounter->start);
      if (from != NULL)
        {
          trh_repairs_set_days (self, from_id, from->first_day, from->last_day - n);
          trh_repairs_shift_stay (self, from_id, -n);
        }
      if (from_encounter != NULL)
        trh_repairs_move_encounter (self, from_id, from_encounter->day - n, from_encounter->start);
    }
}

/* The last resort for a stay or an encounter. */
void
trh_repairs_give_up (TrhRepairs *self, const char *id)
{
  trh_repairs_unplace (self, id);
  trh_repairs_cancel (self, id);
}

typedef struct {
  TrhScheduleIndex *index;
  const char       *valley_id;
} OtherValley;

static gboolean
works_across (const TrhVenueRecord *venue, gconstpointer data)
{
  const OtherValley *other = data;
  const char *valley_id = trh_schedule_index_valley_of (other->index, venue->base.id);

  return takes_workers (venue, NULL) && *valley_id != '\0' && !g_str_equal (valley_id, other->valley_id);
}

/* Lets an artist stay in another valley than the only one so far: one more stay after the last
 * one or before the first, or else the last stay at another place. */
void
trh_repairs_cross (TrhRepairs *self, const char *artist_id, const char *valley_id)
{
  const TrhArtistLane *lane = trh_schedule_index_find_artist (self->index, artist_id);
  const TrhSeasonRecord *season = self->index->season;
  const OtherValley other = { self->index, valley_id };
  const TrhStayRecord *first, *last;
  g_autofree char *artist = say_of (self, artist_id);
  g_autoptr(GArray) places = NULL;

  if (lane == NULL || lane->stays->len == 0)
    return;

  first = lane->stays->pdata[0];
  last = lane->stays->pdata[lane->stays->len - 1];
  places = list_places (self, last->venue_id, works_across, &other);
  for (guint i = 0; i < places->len; i++)
    {
      const char *venue_id = g_array_index (places, TrhNeighbour, i).venue->base.id;
      const char *name = trh_schedule_index_name_venue (self->index, venue_id);
      const char *place = trh_schedule_index_name_place (self->index, venue_id);
      int nights = MAX (last->last_day - last->first_day, 1), ends[][2] = {
        { last->last_day, last->last_day + nights },
        { first->first_day - nights, first->first_day },
      };
      TrhStay *moved = trh_project_find (self->project, TRH_STAYS, last->base.id);

      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          g_autofree char *days = NULL;

          if (ends[j][0] < season->first_day || (season->last_day != TRH_NO_DAY && ends[j][1] > season->last_day))
            continue;
          days = trh_day_say_range (ends[j][0], ends[j][1]);
          add_as (self, j == 0 ? LATER : EARLIER, artist_id,
                  trh_schedule_edit_add_stay (self->project, artist_id, venue_id, ends[j][0], ends[j][1], NULL, NULL),
                  /* Translators: a repair; whose stay, as in "of Ana Ruiz", a venue, its commune,
                   * days, as in "12–14 June 2027" */
                  _("Add stay %1$s at %2$s (%3$s), %4$s"), artist, name, place, days);
        }
      if (lane->stays->len > 1 && moved != NULL && !last->locked)
        add_as (self, OTHER_PLACE, last->base.id,
                trh_schedule_edit_move_stay (self->project, moved, last->first_day, NULL, venue_id, NULL),
                _("Move stay %1$s to %2$s (%3$s)"), artist, name, place);
    }
}

/* Sets a rule aside for the season: the last resort for what no edit of the calendar helps. */
void
trh_repairs_ignore_rule (TrhRepairs *self, const TrhRule *rule)
{
  TrhEdit *edit = trh_edit_new ("");
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (self->project));
  TrhRuleSettingRecord *setting = trh_record_new (&trh_rule_setting_schema, NULL);

  trh_record_set_text (&setting->rule, rule->id);
  setting->severity = TRH_SEVERITY_IGNORED;
  trh_record_set_text (&setting->reason, _("Set aside in the list of alerts"));
  g_ptr_array_add (season->rules, setting);
  /* Translators: a repair; what a rule is about, as in “An artist who never crosses to another valley” */
  add_as (self, OTHER_WAY, rule->id, edit, _("Ignore this all season: “%s”"), trh_rule_get_title (rule));
}
