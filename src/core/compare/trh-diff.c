/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compare/trh-diff.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"

#define MAX_SAID 60 /* characters of a value; a longer one is not repeated */

void
trh_difference_free (TrhDifference *difference)
{
  g_free (difference->id);
  g_free (difference->name);
  g_free (difference->details);
  g_free (difference);
}

/* As in “Added: Loup Plaine”, without the details, (transfer full). */
char *
trh_difference_say (const TrhDifference *difference)
{
  switch (difference->kind)
    {
    case TRH_DIFFERENCE_ADDED:
      /* Translators: an object of a season that only the later version has */
      return g_strdup_printf (_("Added: %s"), difference->name);
    case TRH_DIFFERENCE_REMOVED:
      return g_strdup_printf (_("Removed: %s"), difference->name);
    case TRH_DIFFERENCE_CHANGED:
    default:
      return g_strdup_printf (_("Changed: %s"), difference->name);
    }
}

/* A value as a person reads it; NULL when it is too long, or a list. */
static char *
say (TrhProject *project, gconstpointer record, const TrhField *field)
{
  g_autofree char *text = trh_describe_value (project, record, field);

  if (text == NULL || g_utf8_strlen (text, -1) > MAX_SAID || strchr (text, '\n') != NULL)
    return NULL;
  /* Translators: a value that is not there */
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (C_("value", "none"));
}

static char *
say_details (TrhProject *before_project, gconstpointer before, TrhProject *after_project, gconstpointer after)
{
  const TrhSchema *schema = ((const TrhRecord *) after)->schema;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    if (!trh_record_same (before, after, i))
      {
        const TrhField *field = &schema->fields[i];
        g_autofree char *old = say (before_project, before, field);
        g_autofree char *new = say (after_project, after, field);

        if (text->len > 0)
          g_string_append_c (text, '\n');
        if (old != NULL && new != NULL)
          /* Translators: the name of a field, its value before and after */
          g_string_append_printf (text, _("%1$s: %2$s → %3$s"), trh_label_field (schema, field), old, new);
        else
          /* Translators: the name of a field whose value is too long to be shown */
          g_string_append_printf (text, _("%s: rewritten"), trh_label_field (schema, field));
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add (GPtrArray *differences, TrhDifferenceKind kind, TrhCollection collection, TrhProject *project, gconstpointer record,
     char *details)
{
  TrhDifference *difference = g_new0 (TrhDifference, 1);

  difference->kind = kind;
  difference->collection = collection;
  difference->id = g_strdup (((const TrhRecord *) record)->id);
  difference->name = trh_describe_record (project, record);
  difference->details = details;
  g_ptr_array_add (differences, difference);
}

/**
 * trh_diff:
 * @before: a version of a season
 * @after: another one
 *
 * Compares object by object. An order that differs is no difference: people sort as they like.
 *
 * Returns: (transfer full): #TrhDifference, in the order of the file
 */
GPtrArray *
trh_diff (TrhProject *before, TrhProject *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_difference_free);

  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      for (guint j = 0; j < trh_project_count (before, i); j++)
        {
          const TrhRecord *old = trh_project_peek_record (before, i, j);
          gconstpointer new = trh_project_find_record (after, i, old->id);

          if (new == NULL)
            add (differences, TRH_DIFFERENCE_REMOVED, i, before, old, g_strdup (""));
          else if (!trh_record_equal (old, new))
            add (differences, TRH_DIFFERENCE_CHANGED, i, after, new, say_details (before, old, after, new));
        }
      for (guint j = 0; j < trh_project_count (after, i); j++)
        {
          const TrhRecord *new = trh_project_peek_record (after, i, j);

          if (trh_project_find_record (before, i, new->id) == NULL)
            add (differences, TRH_DIFFERENCE_ADDED, i, after, new, g_strdup (""));
        }
    }

  return differences;
}
