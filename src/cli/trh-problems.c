/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-problems.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

/* Days that make a span wherever a table has both. */
static const struct { const char *first, *last; } spans[] = {
  { "first-day", "last-day" },
  { "proposed-first-day", "proposed-last-day" },
};

/* Members that name a file beside the project, or an address. */
static const char *const file_members[] = { "photo", "path" };

void
trh_problem_free (TrhProblem *problem)
{
  g_free (problem->path);
  g_free (problem->id);
  g_free (problem->target);
  g_free (problem->sentence);
  g_free (problem);
}

static void
add (GPtrArray *problems, const char *kind, const char *path, const char *id, const char *target, char *sentence)
{
  TrhProblem *problem = g_new0 (TrhProblem, 1);

  problem->kind = kind;
  problem->path = g_strdup (path);
  problem->id = g_strdup (id != NULL ? id : "");
  problem->target = g_strdup (target);
  problem->sentence = sentence;
  g_ptr_array_add (problems, problem);
}

static int
get_day (gconstpointer record, const TrhSchema *schema, const char *name)
{
  int field = trh_schema_find (schema, name);

  return field >= 0 ? *(int *) TRH_MEMBER (record, &schema->fields[field]) : TRH_NO_DAY;
}

static void
check_days (GPtrArray *problems, gconstpointer record, const char *path, const char *id)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      int first_day = get_day (record, schema, spans[i].first), last_day = get_day (record, schema, spans[i].last);
      char first[TRH_DAY_TEXT], last[TRH_DAY_TEXT];
      g_autofree char *place = g_strdup_printf ("%s.%s", path, spans[i].last);

      if (first_day != TRH_NO_DAY && last_day != TRH_NO_DAY && last_day < first_day)
        add (problems, "dates", place, id, "",
             /* Translators: a place in a file and two dates */
             g_strdup_printf (_("%1$s: %2$s is before %3$s"), place, trh_day_write (last_day, last),
                              trh_day_write (first_day, first)));
    }
}

static void
check_stay (GPtrArray *problems, const TrhStayRecord *stay, const char *path)
{
  if (!stay->unplaced && (stay->first_day == TRH_NO_DAY || stay->last_day == TRH_NO_DAY))
    add (problems, "dates", path, stay->base.id, "",
         /* Translators: a place in a file */
         g_strdup_printf (_("%s: a stay on the calendar needs a first and a last day"), path));
  else if (stay->last_day - stay->first_day > TRH_MAX_NIGHTS)
    add (problems, "dates", path, stay->base.id, "",
         /* Translators: a place in a file and two numbers of nights */
         g_strdup_printf (_("%1$s: %2$d nights; a stay has %3$d at most"), path, stay->last_day - stay->first_day,
                          TRH_MAX_NIGHTS));
}

/* A path leads to something beside the project, or is an address on the web. */
static gboolean
leads_away (const char *path)
{
  if (g_str_has_prefix (path, "https://") || g_str_has_prefix (path, "http://"))
    return FALSE;

  return *path == '/' || strchr (path, '\\') != NULL || strstr (path, "://") != NULL || g_str_equal (path, "..") ||
         g_str_has_prefix (path, "../") || g_str_has_suffix (path, "/..") || strstr (path, "/../") != NULL;
}

static void
check_files (GPtrArray *problems, gconstpointer record, const char *path, const char *id)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  for (guint i = 0; i < G_N_ELEMENTS (file_members); i++)
    {
      int field = trh_schema_find (schema, file_members[i]);
      const char *file = field >= 0 ? *(char **) TRH_MEMBER (record, &schema->fields[field]) : "";
      g_autofree char *place = g_strdup_printf ("%s.%s", path, file_members[i]);

      if (leads_away (file))
        add (problems, "path", place, id, file,
             /* Translators: a place in a file and the path of a picture or paper */
             g_strdup_printf (_("%1$s: “%2$s” is not beside the season"), place, file));
    }
}

static void
check_record (GPtrArray *problems, gconstpointer record, const char *path, const char *id)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  check_days (problems, record, path, id);
  check_files (problems, record, path, id);
  if (schema == &trh_stay_schema)
    check_stay (problems, record, path);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];
      GPtrArray *parts = field->kind == TRH_KIND_LIST ? *(GPtrArray **) TRH_MEMBER (record, field) : NULL;

      for (guint j = 0; parts != NULL && j < parts->len; j++)
        {
          g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, field->name, j);

          check_record (problems, parts->pdata[j], place, id);
        }
    }
}

/**
 * trh_problems_list:
 * @project: a project
 *
 * Returns: (transfer full) (element-type TrhProblem): references that lead nowhere, days in
 *   the wrong order or missing, paths that leave the folder of the project
 */
GPtrArray *
trh_problems_list (TrhProject *project)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_problem_free);
  g_autoptr(GPtrArray) dangling = trh_project_find_dangling (project);

  for (guint i = 0; i < dangling->len; i++)
    {
      const TrhDangling *end = dangling->pdata[i];

      add (problems, "dangling", end->path, trh_entity_get_id (end->entity), end->target,
           /* Translators: a place in a file and an identifier */
           g_strdup_printf (_("%1$s: “%2$s” is not in the file, or is of another type"), end->path, end->target));
    }

  for (guint collection = 0; collection < TRH_N_COLLECTIONS; collection++)
    {
      const TrhSchema *schema = trh_collection_get_schema (collection);

      for (guint i = 0; i < trh_project_count (project, collection); i++)
        {
          const TrhRecord *record = trh_project_peek_record (project, collection, i);
          char path[64];

          if (schema->singleton)
            g_strlcpy (path, schema->collection, sizeof path);
          else
            g_snprintf (path, sizeof path, "%s[%u]", schema->collection, i);
          check_record (problems, record, path, record->id);
        }
    }

  return problems;
}
