/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-row.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"
#include "core/schedule/trh-schedule-names.h"
#include "pages/trh-calendar-bars.h"
#include "pages/trh-calendar-words.h"

struct _TrhCalendarRow
{
  GObject    parent_instance;

  TrhEntity *entity;
  char      *texts[TRH_N_COLUMNS];  /* (owned) */
  char      *folded[TRH_N_COLUMNS]; /* (nullable) (owned): of columns sorted by their words */
  gint64     numbers[TRH_N_COLUMNS];
  guint      n_alerts;
  gboolean   strong;
};

G_DEFINE_FINAL_TYPE (TrhCalendarRow, trh_calendar_row, G_TYPE_OBJECT)

static void
trh_calendar_row_finalize (GObject *object)
{
  TrhCalendarRow *self = TRH_CALENDAR_ROW (object);

  for (guint i = 0; i < TRH_N_COLUMNS; i++)
    {
      g_free (self->texts[i]);
      g_free (self->folded[i]);
    }
  g_object_unref (self->entity);

  G_OBJECT_CLASS (trh_calendar_row_parent_class)->finalize (object);
}

static void
trh_calendar_row_class_init (TrhCalendarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_calendar_row_finalize;
}

static void
trh_calendar_row_init (TrhCalendarRow *self)
{
}

/* (transfer full): a row for a stay or an encounter */
TrhCalendarRow *
trh_calendar_row_new (TrhWorkspace *workspace, TrhEntity *entity)
{
  TrhCalendarRow *self = g_object_new (TRH_TYPE_CALENDAR_ROW, NULL);

  self->entity = g_object_ref (entity);
  trh_calendar_row_update (self, workspace);
  return self;
}

static void
set_words (TrhCalendarRow *self, TrhCalendarColumn column, char *text)
{
  g_free (self->texts[column]);
  g_free (self->folded[column]);
  self->texts[column] = text;
  self->folded[column] = trh_text_fold (text);
}

static void
set_number (TrhCalendarRow *self, TrhCalendarColumn column, char *text, gint64 number)
{
  g_free (self->texts[column]);
  self->texts[column] = text;
  self->numbers[column] = number;
}

static char *
say_artists (TrhProject *project, char **ids)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) trh_schedule_name_artist (trh_project_find_record (project, TRH_ARTISTS, ids[i])));
  g_ptr_array_add (names, NULL);
  /* Translators: between names in a list */
  return g_strjoinv (C_("list", ", "), (char **) names->pdata);
}

static char *
say_place (TrhProject *project, const char *venue_id)
{
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, venue_id);
  const TrhCommuneRecord *commune = venue != NULL ? trh_project_find_record (project, TRH_COMMUNES, venue->commune_id) : NULL;

  if (venue == NULL)
    return g_strdup (_("Not chosen yet"));
  if (commune == NULL)
    return g_strdup (trh_schedule_name_venue (venue));
  /* Translators: a commune and a venue in it */
  return g_strdup_printf (C_("place", "%1$s · %2$s"), trh_schedule_name_commune (commune), trh_schedule_name_venue (venue));
}

static char *
say_moment (int day, int clock)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  g_autofree char *weekday = NULL;

  if (day == TRH_NO_DAY)
    return g_strdup (_("Not placed"));
  weekday = g_utf8_substring (trh_day_say_weekday (trh_day_get_weekday (day)), 0, 3);
  date = trh_day_say_short (day);
  if (clock == TRH_NO_CLOCK)
    /* Translators: the first letters of a weekday, and a date: "Mon 7 June" */
    return g_strdup_printf (C_("short date", "%1$s %2$s"), weekday, date);
  time = trh_clock_say (clock);
  /* Translators: "Mon 7 June", clock time */
  return g_strdup_printf (C_("short date", "%1$s %2$s, %3$s"), weekday, date, time);
}

static void
update_stay (TrhCalendarRow *self, TrhProject *project, const TrhStayRecord *stay)
{
  int first_day = trh_calendar_is_placed (stay) ? stay->first_day : TRH_NO_DAY;
  int last_day = first_day != TRH_NO_DAY ? stay->last_day : TRH_NO_DAY;
  char *artists[] = { stay->artist_id, NULL };

  set_words (self, TRH_COLUMN_WHO, say_artists (project, artists));
  set_words (self, TRH_COLUMN_WHAT, trh_text_capital (trh_label_type (&trh_stay_schema)));
  set_words (self, TRH_COLUMN_WHERE, say_place (project, stay->venue_id));
  set_number (self, TRH_COLUMN_FROM, say_moment (first_day, TRH_NO_CLOCK), (gint64) first_day * TRH_DAY_MIN);
  set_number (self, TRH_COLUMN_TO, say_moment (last_day, TRH_NO_CLOCK), (gint64) last_day * TRH_DAY_MIN);
  set_number (self, TRH_COLUMN_STATE,
              trh_text_capital (trh_label_choice (&trh_stay_schema,
                &trh_stay_schema.fields[trh_schema_find (&trh_stay_schema, "state")], stay->state)), stay->state);
}

static void
update_encounter (TrhCalendarRow *self, TrhProject *project, const TrhEncounterRecord *encounter)
{
  const TrhSchema *schema = &trh_encounter_schema;
  gint64 start = (gint64) encounter->day * TRH_DAY_MIN + MAX (encounter->start, 0);
  gint64 end = start + encounter->duration_min;
  gboolean timed = encounter->day != TRH_NO_DAY && encounter->start != TRH_NO_CLOCK;

  set_words (self, TRH_COLUMN_WHO, say_artists (project, encounter->artist_ids));
  set_words (self, TRH_COLUMN_WHAT, g_strdup (trh_schedule_name_encounter (encounter)));
  set_words (self, TRH_COLUMN_WHERE, say_place (project, encounter->venue_id));
  set_number (self, TRH_COLUMN_FROM, say_moment (encounter->day, encounter->start), start);
  set_number (self, TRH_COLUMN_TO,
              timed ? trh_clock_say ((int) (end % TRH_DAY_MIN)) : say_moment (encounter->day, TRH_NO_CLOCK), end);
  set_number (self, TRH_COLUMN_STATE,
              trh_text_capital (trh_label_choice (schema, &schema->fields[trh_schema_find (schema, "state")], encounter->state)),
              encounter->state);
}

/* Reads the object as it stands now. */
void
trh_calendar_row_update (TrhCalendarRow *self, TrhWorkspace *workspace)
{
  TrhProject *project = trh_workspace_get_project (workspace);

  if (TRH_IS_STAY (self->entity))
    update_stay (self, project, trh_entity_peek_record (self->entity));
  else
    update_encounter (self, project, trh_entity_peek_record (self->entity));
  trh_calendar_get_alerts (workspace, trh_entity_get_id (self->entity), &self->n_alerts, &self->strong);
  set_number (self, TRH_COLUMN_ALERTS, self->n_alerts > 0 ? trh_calendar_say_alerts (self->n_alerts) : g_strdup (""),
              self->n_alerts + (self->strong ? 1000 : 0));
}

TrhEntity *
trh_calendar_row_get_entity (TrhCalendarRow *self)
{
  return self->entity;
}

const char *
trh_calendar_row_get_id (TrhCalendarRow *self)
{
  return trh_entity_get_id (self->entity);
}

const char *
trh_calendar_row_get_text (TrhCalendarRow *self, TrhCalendarColumn column)
{
  return self->texts[column];
}

gboolean
trh_calendar_row_is_strong (TrhCalendarRow *self)
{
  return self->strong;
}

guint
trh_calendar_row_get_n_alerts (TrhCalendarRow *self)
{
  return self->n_alerts;
}

/* Order by one column, as for strcmp(). */
int
trh_calendar_row_compare (TrhCalendarRow *self, TrhCalendarRow *other, TrhCalendarColumn column)
{
  if (self->folded[column] != NULL)
    return g_strcmp0 (self->folded[column], other->folded[column]);
  return (self->numbers[column] > other->numbers[column]) - (self->numbers[column] < other->numbers[column]);
}
