/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-describe.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"

/* The member called "name", "title" or "question", whichever the type has, or "". */
static const char *
get_name (gconstpointer record)
{
  static const char *const members[] = { "name", "title", "question" };
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      int field = trh_schema_find (schema, members[i]);

      if (field >= 0)
        return *(char **) TRH_MEMBER (record, &schema->fields[field]);
    }

  return "";
}

static char *
describe_nameless (const TrhSchema *schema)
{
  /* Translators: %s is a type of object, as in "artist without a name" */
  return g_strdup_printf (_("%s without a name"), trh_label_type (schema));
}

/**
 * trh_describe_place:
 * @project: a project
 * @id: a venue, a commune or ""
 *
 * Returns: (transfer full): the name of the commune, which is how people say where; the venue's own
 *   name when its commune is not known; “a place not chosen yet” when there is none
 */
char *
trh_describe_place (TrhProject *project, const char *id)
{
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, id);
  const TrhCommuneRecord *commune =
    trh_project_find_record (project, TRH_COMMUNES, venue != NULL ? venue->commune_id : id);

  if (commune != NULL && *commune->name != '\0')
    return g_strdup (commune->name);
  if (venue != NULL)
    return *venue->name != '\0' ? g_strdup (venue->name) : describe_nameless (&trh_venue_schema);
  if (commune != NULL)
    return g_strdup (commune->base.id);
  return g_strdup (_("a place not chosen yet"));
}

static char *
describe_stay (TrhProject *project, const TrhStayRecord *stay)
{
  const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, stay->artist_id);
  g_autofree char *of = trh_text_of (artist != NULL ? get_name (artist) : _("an artist not chosen yet"));
  g_autofree char *days = trh_day_say_range (stay->first_day, stay->last_day);
  g_autofree char *place = trh_describe_place (project, stay->venue_id);
  g_autofree char *at = trh_text_at (place);

  if (stay->unplaced || (stay->first_day == TRH_NO_DAY && *stay->venue_id == '\0'))
    /* Translators: %s is "of Camille Serre" */
    return g_strdup_printf (_("Stay %s, not placed yet"), of);
  if (trh_project_find (project, TRH_VENUES, stay->venue_id) == NULL)
    /* Translators: "of Camille Serre", "7–9 June 2027" */
    return g_strdup_printf (_("Stay %1$s, %2$s"), of, days);
  /* Translators: "of Camille Serre", "at Séderon", "7–9 June 2027" */
  return g_strdup_printf (_("Stay %1$s %2$s, %3$s"), of, at, days);
}

static char *
describe_encounter (TrhProject *project, const TrhEncounterRecord *encounter)
{
  const TrhField *kind = &trh_encounter_schema.fields[trh_schema_find (&trh_encounter_schema, "kind")];
  g_autofree char *title = NULL;
  g_autofree char *place = trh_describe_place (project, encounter->venue_id);
  g_autofree char *at = trh_text_at (place);
  g_autofree char *day = trh_day_say_range (encounter->day, encounter->day);
  g_autofree char *where = NULL;

  title = *encounter->title != '\0' ? g_strdup (encounter->title)
                                    : trh_text_capital (trh_label_choice (&trh_encounter_schema, kind, encounter->kind));
  if (trh_project_find (project, TRH_VENUES, encounter->venue_id) != NULL)
    /* Translators: an encounter and where: "Open rehearsal", "at Séderon" */
    where = g_strdup_printf (C_("encounter", "%1$s %2$s"), title, at);
  else
    where = g_strdup (title);
  if (encounter->day == TRH_NO_DAY)
    return g_steal_pointer (&where);
  /* Translators: an encounter and its day: "Open rehearsal at Séderon", "9 June 2027" */
  return g_strdup_printf (C_("encounter", "%1$s, %2$s"), where, day);
}

static char *
describe_loan (TrhProject *project, const TrhLoanRecord *loan)
{
  g_autofree char *what = NULL;
  g_autofree char *receiver = trh_describe_id (project, loan->receiver_id);

  if (loan->kind == TRH_LOAN_ITEM)
    what = trh_describe_id (project, loan->item_id);
  else
    {
      const TrhField *kind = &trh_loan_schema.fields[trh_schema_find (&trh_loan_schema, "kind")];

      what = g_strdup_printf ("%d %s", loan->quantity, trh_label_choice (&trh_loan_schema, kind, loan->kind));
    }
  /* Translators: a loan: what, and who receives it */
  return g_strdup_printf (_("Loan: %1$s, for %2$s"), what, receiver);
}

/**
 * trh_describe_record:
 * @project: the project in which references are looked up
 * @record: a record of one of its types, which may have left it
 *
 * Returns: (transfer full): what people call it, as in “Stay of Camille Serre at Séderon, 7–9 June 2027”
 */
char *
trh_describe_record (TrhProject *project, gconstpointer record)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  switch ((TrhCollection) trh_collection_of (schema))
    {
    case TRH_STAYS:
      return describe_stay (project, record);

    case TRH_ENCOUNTERS:
      return describe_encounter (project, record);

    case TRH_LOANS:
      return describe_loan (project, record);

    case TRH_VENUES:
      {
        const TrhVenueRecord *venue = record;
        const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, venue->commune_id);

        if (*venue->name == '\0' || commune == NULL || *commune->name == '\0' ||
            strstr (venue->name, commune->name) != NULL)
          break;
        /* Translators: a venue and its commune, as in "Salle des fêtes, Séderon" */
        return g_strdup_printf (C_("venue", "%1$s, %2$s"), venue->name, commune->name);
      }

    case TRH_LEGS:
      {
        const TrhLegRecord *leg = record;
        g_autofree char *from = trh_describe_id (project, leg->from_id);
        g_autofree char *to = trh_describe_id (project, leg->to_id);

        /* Translators: a road between two places */
        return g_strdup_printf (_("Road from %1$s to %2$s"), from, to);
      }

    case TRH_RESULTS:
      {
        const TrhResultRecord *result = record;
        g_autofree char *poll = trh_describe_id (project, result->poll_id);
        g_autofree char *place = trh_describe_place (project, result->commune_id);

        if (*result->commune_id == '\0')
          /* Translators: %s is the question of a poll */
          return g_strdup_printf (_("Result of “%s”"), poll);
        /* Translators: the question of a poll, a commune */
        return g_strdup_printf (_("Session of “%1$s”, %2$s"), poll, place);
      }

    case TRH_REVIEWS:
      {
        const TrhReviewRecord *review = record;
        g_autofree char *place = trh_describe_place (project, review->commune_id);
        g_autofree char *of = trh_text_of (place);

        /* Translators: %s is "of Séderon" */
        return g_strdup_printf (_("Review %s"), of);
      }

    case TRH_SEASONS:
      if (*get_name (record) == '\0')
        return g_strdup (_("Season without a title"));
      break;

    case TRH_VALLEYS:
    case TRH_COMMUNES:
    case TRH_ARTISTS:
    case TRH_ITEMS:
    case TRH_PEOPLE:
    case TRH_POLLS:
    case TRH_N_COLLECTIONS:
    default:
      break;
    }

  if (*get_name (record) != '\0')
    return g_strdup (get_name (record));
  return schema == &trh_commune_schema ? g_strdup (((const TrhRecord *) record)->id) : describe_nameless (schema);
}

/**
 * trh_describe_entity:
 * @project: a project
 * @entity: one of its objects, of any type
 *
 * Returns: (transfer full): what people call it
 */
char *
trh_describe_entity (TrhProject *project, TrhEntity *entity)
{
  return trh_describe_record (project, trh_entity_peek_record (entity));
}

/**
 * trh_describe_inside:
 * @project: a project
 * @entity: one of its objects, of any type
 *
 * Returns: (transfer full): what people call it, to stand inside a sentence: “stay of Camille Serre at Séderon, …”
 */
char *
trh_describe_inside (TrhProject *project, TrhEntity *entity)
{
  g_autofree char *name = trh_describe_entity (project, entity);

  switch ((TrhCollection) trh_collection_of (trh_entity_get_schema (entity)))
    {
    case TRH_STAYS:
    case TRH_LOANS:
    case TRH_LEGS:
    case TRH_RESULTS:
    case TRH_REVIEWS: /* these begin with a common noun, the others with a name */
      return trh_text_small (name);
    case TRH_SEASONS:
    case TRH_VALLEYS:
    case TRH_COMMUNES:
    case TRH_VENUES:
    case TRH_ARTISTS:
    case TRH_ENCOUNTERS:
    case TRH_ITEMS:
    case TRH_PEOPLE:
    case TRH_POLLS:
    case TRH_N_COLLECTIONS:
    default:
      return g_steal_pointer (&name);
    }
}

/**
 * trh_describe_id:
 * @project: a project
 * @id: a reference, or ""
 *
 * Returns: (transfer full): what people call the object, “nothing chosen” for "", and the bare
 *   identifier when it leads nowhere
 */
char *
trh_describe_id (TrhProject *project, const char *id)
{
  TrhEntity *entity = trh_project_find_any (project, id);

  if (entity != NULL)
    return trh_describe_entity (project, entity);
  return g_strdup (*id != '\0' ? id : _("nothing chosen"));
}

/**
 * trh_describe_window:
 * @window: a period
 *
 * Returns: (transfer full): as in “1–30 June 2027”, “except Saturday, Sunday” or “from 14:00 to 18:00”,
 *   joined by commas
 */
char *
trh_describe_window (const TrhWindowRecord *window)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (window->first_day != TRH_NO_DAY && window->last_day != TRH_NO_DAY)
    g_ptr_array_add (parts, trh_day_say_range (window->first_day, window->last_day));
  else if (window->first_day != TRH_NO_DAY || window->last_day != TRH_NO_DAY)
    {
      int day = MAX (window->first_day, window->last_day);
      g_autofree char *said = trh_day_say_range (day, day);

      /* Translators: a period without an end; %s is a date */
      g_ptr_array_add (parts, window->first_day != TRH_NO_DAY ? g_strdup_printf (C_("period", "from %s"), said)
                              /* Translators: a period without a beginning; %s is a date */
                              : g_strdup_printf (C_("period", "until %s"), said));
    }

  for (const char *day = window->weekdays; *day != '\0'; day++)
    g_ptr_array_add (parts, g_strdup (trh_day_say_weekday (*day - '0')));

  if (window->from != TRH_NO_CLOCK && window->to != TRH_NO_CLOCK)
    {
      g_autofree char *from = trh_clock_say (window->from);
      g_autofree char *to = trh_clock_say (window->to);

      /* Translators: two clock times */
      g_ptr_array_add (parts, g_strdup_printf (C_("clock", "from %1$s to %2$s"), from, to));
    }
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (C_("period", "always")));

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: an absence; %s is a period such as "1–30 June 2027" */
  return window->absent ? g_strdup_printf (C_("period", "not %s"), joined) : g_steal_pointer (&joined);
}

/**
 * trh_describe_windows:
 * @windows: (element-type TrhWindowRecord): the periods of an artist, a person or a venue
 *
 * Returns: (transfer full): all of them in words; “always” when there is none
 */
char *
trh_describe_windows (GPtrArray *windows)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < windows->len; i++)
    {
      g_autofree char *one = trh_describe_window (windows->pdata[i]);

      g_string_append_printf (said, "%s%s", i > 0 ? " · " : "", one);
    }
  if (windows->len == 0)
    g_string_append (said, C_("period", "always"));

  return g_string_free (said, FALSE);
}
