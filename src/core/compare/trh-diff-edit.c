/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compare/trh-diff.h"

/* The records of a list while the edit is made, as they will stand. */
static GPtrArray *
remove_and_change (TrhEdit *edit, TrhProject *project, TrhProject *wanted, TrhCollection collection)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < trh_project_count (project, collection); i++)
    {
      const TrhRecord *now = trh_project_peek_record (project, collection, i);
      gconstpointer then = trh_project_find_record (wanted, collection, now->id);

      if (then == NULL)
        {
          trh_edit_remove_record (edit, now);
          continue;
        }
      if (trh_record_equal (now, then))
        g_ptr_array_add (records, (gpointer) now);
      else
        {
          trh_edit_replace_record (edit, now, trh_record_ref (then));
          g_ptr_array_add (records, (gpointer) then);
        }
    }

  return records;
}

static guint
find (GPtrArray *records, guint from, const char *id)
{
  for (guint i = from; i < records->len; i++)
    if (g_str_equal (((const TrhRecord *) records->pdata[i])->id, id))
      return i;

  return records->len;
}

static void
insert_and_move (TrhEdit *edit, TrhProject *project, TrhProject *wanted, TrhCollection collection, GPtrArray *records)
{
  for (guint i = 0; i < trh_project_count (wanted, collection); i++)
    {
      const TrhRecord *then = trh_project_peek_record (wanted, collection, i);

      if (i < records->len && g_str_equal (((const TrhRecord *) records->pdata[i])->id, then->id))
        continue;
      if (trh_project_find_record (project, collection, then->id) == NULL)
        {
          trh_edit_insert_at (edit, i, trh_record_ref (then));
          g_ptr_array_insert (records, (int) i, (gpointer) then);
        }
      else
        {
          gpointer moved = g_ptr_array_steal_index (records, find (records, i, then->id));

          trh_edit_move_record (edit, moved, i);
          g_ptr_array_insert (records, (int) i, moved);
        }
    }
}

/**
 * trh_diff_edit:
 * @project: the season as it stands
 * @wanted: another version of it, as it was kept or as another program wrote it
 * @label: what the person does
 *
 * Returns: (transfer full): the edit that gives @project the objects of @wanted, in their order; empty when they are
 *   the same
 */
TrhEdit *
trh_diff_edit (TrhProject *project, TrhProject *wanted, const char *label)
{
  TrhEdit *edit = trh_edit_new (label);
  GPtrArray *records[TRH_N_COLLECTIONS];

  /* all removals first: an id may be another type's in the other version */
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    records[i] = remove_and_change (edit, project, wanted, i);
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      insert_and_move (edit, project, wanted, i, records[i]);
      g_ptr_array_unref (records[i]);
    }

  return edit;
}
