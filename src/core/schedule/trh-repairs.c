/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-repairs.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-schedule-edits.h"

#define MAX_PLACES 12 /* nearest ones that are tried: the thirteenth village is no cheap repair */

struct _TrhRepairs
{
  TrhProject       *project;
  TrhScheduleIndex *index;
  TrhMatrix        *matrix; /* (nullable) */
  GPtrArray        *edits;  /* TrhEdit */
};

TrhRepairs *
trh_repairs_new (TrhProject *project, TrhScheduleIndex *index, TrhMatrix *matrix)
{
  TrhRepairs *self = g_new0 (TrhRepairs, 1);

  self->project = project;
  self->index = index;
  self->matrix = matrix;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_edit_unref);

  return self;
}

void
trh_repairs_free (TrhRepairs *self)
{
  g_ptr_array_unref (self->edits);
  g_free (self);
}

guint
trh_repairs_get_n (TrhRepairs *self)
{
  return self->edits->len;
}

TrhEdit *
trh_repairs_get (TrhRepairs *self, guint index)
{
  return self->edits->pdata[index];
}

const TrhScheduleIndex *
trh_repairs_get_index (TrhRepairs *self)
{
  return self->index;
}

/* @edit: (transfer full) (nullable): %NULL when it could not be made */
void
trh_repairs_add (TrhRepairs *self, TrhEdit *edit)
{
  if (edit != NULL)
    g_ptr_array_add (self->edits, edit);
}

static void add_as (TrhRepairs *self, TrhEdit *edit, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Adds an edit under a label that says what this repair does. */
static void
add_as (TrhRepairs *self, TrhEdit *edit, const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  if (edit == NULL)
    return;
  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);
  trh_edit_set_label (edit, label);
  trh_repairs_add (self, edit);
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

static const char *
name_artist (TrhRepairs *self, const char *id)
{
  return trh_schedule_index_name_artist (self->index, id);
}

/* Moves a stay by some days, later or, below zero, earlier. */
void
trh_repairs_shift_stay (TrhRepairs *self, const char *stay_id, int days)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  guint n = (guint) ABS (days);
  const char *artist, *place;
  TrhEdit *edit;

  if (stay == NULL || days == 0)
    return;

  artist = name_artist (self, record->artist_id);
  edit = trh_schedule_edit_move_stay (self->project, stay, record->first_day + days, NULL, NULL, NULL);
  place = trh_schedule_index_name_place (self->index, record->venue_id);
  if (days > 0)
    /* Translators: a repair; an artist, a place and a number of days */
    add_as (self, edit, ngettext ("Move stay of %1$s at %2$s %3$u day later",
                                  "Move stay of %1$s at %2$s %3$u days later", n), artist, place, n);
  else
    /* Translators: a repair; an artist, a place and a number of days */
    add_as (self, edit, ngettext ("Move stay of %1$s at %2$s %3$u day earlier",
                                  "Move stay of %1$s at %2$s %3$u days earlier", n), artist, place, n);
}

/* Lets a stay begin and end on other days; not when nothing would be left of it. */
void
trh_repairs_set_days (TrhRepairs *self, const char *stay_id, int first_day, int last_day)
{
  const TrhStayRecord *record;
  TrhStay *stay = find_free_stay (self, stay_id, &record);
  g_autofree char *days = NULL;

  if (stay == NULL || last_day < first_day || (last_day == first_day && record->last_day > record->first_day))
    return;

  days = trh_day_say_range (first_day, last_day);
  add_as (self, trh_schedule_edit_stay_days (self->project, stay, first_day, last_day, NULL),
          /* Translators: a repair; an artist, a place and days, as in "12–14 June 2027" */
          _("Change stay of %1$s at %2$s to %3$s"), name_artist (self, record->artist_id),
          trh_schedule_index_name_place (self->index, record->venue_id), days);
}

typedef struct {
  const TrhVenueRecord *venue;
  double                distance; /* only to compare */
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  return p->distance < q->distance ? -1 : p->distance > q->distance ? 1 : g_strcmp0 (p->venue->base.id, q->venue->base.id);
}

typedef gboolean (*Accept) (const TrhVenueRecord *venue, gconstpointer data);

/* The venues that @accept takes, the nearest to @from_id first, itself left out. */
static GArray *
list_places (TrhRepairs *self, const char *from_id, Accept accept, gconstpointer data)
{
  const TrhVenueRecord *from = trh_schedule_index_find (self->index, &trh_venue_schema, from_id);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->index->venues->len; i++)
    {
      const TrhVenueLane *lane = self->index->venues->pdata[i];
      Place place = { lane->record, 0 };

      if (lane->record == NULL || lane->record == from || !accept (lane->record, data))
        continue;
      if (from != NULL)
        {
          double north = place.venue->latitude_deg - from->latitude_deg;
          double east = (place.venue->longitude_deg - from->longitude_deg) * cos (from->latitude_deg * G_PI / 180);

          place.distance = north * north + east * east;
        }
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
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

  if (stay == NULL)
    return;

  places = list_places (self, record->venue_id, takes_workers, NULL);
  for (guint i = 0; i < places->len; i++)
    {
      const TrhVenueRecord *venue = g_array_index (places, Place, i).venue;
      TrhEdit *edit = trh_schedule_edit_move_stay (self->project, stay, record->first_day, NULL, venue->base.id, NULL);

      /* a bed that is another venue's stays where it is */
      if (edit != NULL && venue->beds == 0 && *record->lodging_id != '\0')
        trh_record_set_text (&((TrhStayRecord *) trh_edit_change (edit, stay))->lodging_id, record->lodging_id);
      /* Translators: a repair; an artist, a venue and its commune */
      add_as (self, edit, _("Move stay of %1$s to %2$s (%3$s)"), name_artist (self, record->artist_id),
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
      const TrhVenueRecord *venue = g_array_index (places, Place, i).venue;
      TrhEdit *edit = trh_edit_new ("");
      TrhStayRecord *after = trh_edit_change (edit, stay);

      trh_record_set_text (&after->lodging_id, g_str_equal (venue->base.id, record->venue_id) ? "" : venue->base.id);
      /* Translators: a repair; an artist, a lodging and its commune */
      add_as (self, edit, _("Lodge %1$s at %2$s (%3$s)"), name_artist (self, record->artist_id),
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
    trh_repairs_add (self, trh_schedule_edit_unplace (self->project, stay));
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

  if (encounter == NULL || (day == record->day && start == record->start))
    return;

  edit = trh_schedule_edit_move_encounter (self->project, encounter, day, start, NULL, NULL);
  when = trh_day_say_short (day);
  clock = trh_clock_say (start);
  if (start == TRH_NO_CLOCK)
    /* Translators: a repair; the title of an encounter and a date */
    add_as (self, edit, _("Move “%1$s” to %2$s"), trh_schedule_index_name_encounter (self->index, encounter_id), when);
  else
    /* Translators: a repair; the title of an encounter, a date and a clock time */
    add_as (self, edit, _("Move “%1$s” to %2$s at %3$s"),
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
      const char *venue_id = g_array_index (places, Place, i).venue->base.id;

      add_as (self, trh_schedule_edit_move_encounter (self->project, encounter, record->day, record->start, venue_id, NULL),
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
    trh_repairs_add (self, trh_schedule_edit_encounter_artist (self->project, encounter, artist_id, NULL, NULL));
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
  add_as (self, edit, _("Cancel “%s”"), trh_schedule_index_name_encounter (self->index, encounter_id));
}
