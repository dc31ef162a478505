/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-recovery.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/base/trh-text.h"

/**
 * trh_recovery_find:
 * @lines: what trh_journal_read() gave
 * @hash: SHA-256 of a file
 *
 * Returns: where the file stands in the journal: the line after which the project was as the file is; -1 when nowhere
 */
gint64
trh_recovery_find (GPtrArray *lines, const char *hash)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const TrhLine *line = lines->pdata[i - 1];

      if (line->kind == TRH_LINE_MARK && g_str_equal (line->file, hash))
        return (gint64) line->after;
      if (line->seq == 0 && g_str_equal (line->base, hash))
        return 0;
    }

  return -1;
}

/* How many edits come after that line. */
guint
trh_recovery_count (GPtrArray *lines, guint64 after)
{
  guint n = 0;

  for (guint i = (guint) after + 1; i < lines->len; i++)
    n += trh_line_is_edit (lines->pdata[i]);
  return n;
}

/* The record that stands under an id while an edit is applied: the one of the project, or of an earlier change. */
static gconstpointer
find_record (TrhProject *project, GHashTable *current, const TrhRecord *like)
{
  gpointer found;

  if (g_hash_table_lookup_extended (current, like->id, NULL, &found))
    return found;
  return trh_project_find_record (project, (TrhCollection) trh_collection_of (like->schema), like->id);
}

/* The same edit with the very records of the project, or NULL when it does not fit: an edit of a journal holds equal
 * records, and the project takes only its own. */
static TrhEdit *
bind (TrhProject *project, TrhEdit *edit)
{
  g_autoptr(TrhEdit) bound = trh_edit_new (trh_edit_get_label (edit));
  g_autoptr(GHashTable) current = g_hash_table_new (trh_text_hash, g_str_equal);

  trh_edit_set_merge_key (bound, trh_edit_get_merge_key (edit));
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *like = change->before != NULL ? change->before : change->after;
      gconstpointer found = find_record (project, current, like);

      if (change->before == NULL)
        {
          if (found != NULL || (trh_project_find_any (project, like->id) != NULL && !g_hash_table_contains (current, like->id)))
            return NULL;
          trh_edit_insert_at (bound, change->to, trh_record_ref (change->after));
        }
      else if (found == NULL || !trh_record_equal (found, change->before))
        return NULL;
      else if (change->after == NULL)
        trh_edit_remove_record (bound, found);
      else if (change->after == change->before)
        trh_edit_move_record (bound, found, change->to);
      else
        trh_edit_replace_record (bound, found, trh_record_ref (change->after));
      if (change->after != change->before)
        g_hash_table_insert (current, like->id, change->after);
    }

  return g_steal_pointer (&bound);
}

static gboolean
apply (TrhProject *project, TrhEdit *edit)
{
  g_autoptr(TrhEdit) bound = bind (project, edit);
  g_autoptr(TrhEdit) inverse = bound != NULL ? trh_project_apply (project, bound) : NULL;

  return inverse != NULL;
}

/* Plays one line, as it was then. */
static gboolean
play (TrhHistory *history, const TrhLine *line)
{
  guint n_done = trh_history_get_n_done (history);
  g_autoptr(TrhEdit) bound = NULL;
  g_autoptr(GDateTime) time = NULL;

  switch (line->kind)
    {
    case TRH_LINE_DO:
    case TRH_LINE_MERGE:
      if (line->step + (line->kind == TRH_LINE_MERGE) != n_done)
        return FALSE;
      bound = bind (trh_history_get_project (history), line->edit);
      if (bound == NULL)
        return FALSE;
      time = g_date_time_to_local (line->time);
      trh_history_replay (history, bound, line->kind == TRH_LINE_MERGE, time);
      return TRUE;
    case TRH_LINE_UNDO:
      return line->step + 1 == n_done && trh_history_undo (history);
    case TRH_LINE_REDO:
      return line->step == n_done && trh_history_redo (history);
    case TRH_LINE_RAISE:
      if (line->step >= n_done)
        return FALSE;
      trh_history_raise (history, line->step);
      return TRUE;
    case TRH_LINE_OPEN:
    case TRH_LINE_MARK:
    default:
      return TRUE;
    }
}

/* Takes back, from the file, what was done in it: the project as the journal began. */
static gboolean
rewind_to_start (TrhProject *project, GPtrArray *lines, guint64 after)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref); /* of TrhLine */
  guint n_done = 0;

  for (guint i = 1; i <= after; i++)
    {
      TrhLine *line = lines->pdata[i];

      if (line->kind == TRH_LINE_DO && line->step == n_done)
        {
          g_ptr_array_set_size (steps, (int) n_done++);
          g_ptr_array_add (steps, g_ptr_array_new ());
        }
      if ((line->kind == TRH_LINE_DO || line->kind == TRH_LINE_MERGE) && line->step + 1 == n_done)
        g_ptr_array_add (steps->pdata[line->step], line);
      else if (line->kind == TRH_LINE_UNDO && line->step + 1 == n_done)
        n_done--;
      else if (line->kind == TRH_LINE_REDO && line->step == n_done && n_done < steps->len)
        n_done++;
      else if (line->kind == TRH_LINE_RAISE && line->step < n_done)
        g_ptr_array_insert (steps, (int) n_done - 1, g_ptr_array_steal_index (steps, line->step));
      else if (trh_line_is_edit (line) || line->kind == TRH_LINE_RAISE)
        return FALSE;
    }
  while (n_done > 0)
    {
      GPtrArray *step = steps->pdata[--n_done];

      for (guint i = step->len; i > 0; i--)
        if (!apply (project, ((TrhLine *) step->pdata[i - 1])->inverse))
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_written_as (TrhProject *project, GBytes *wanted)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_bytes_equal (bytes, wanted);
}

/**
 * trh_recovery_replay:
 * @lines: what trh_journal_read() gave
 * @file: the content of the file
 * @project: what was read from @file: it becomes that of the history; after a failure it is of no use
 * @recovered: (out): filled on success
 * @error: return location for a #TrhDataError
 *
 * Finds where the file stands in the journal, takes it back to where the journal begins, and does everything again
 * up to the end: the project has what the file does not hold yet, and the history has every step, undone ones too.
 * What was done again must give the very file on the way.
 *
 * Returns: %FALSE with @error set when the journal is not of this file; nothing of it is used then
 */
gboolean
trh_recovery_replay (GPtrArray *lines, GBytes *file, TrhProject *project, TrhRecovered *recovered, GError **error)
{
  g_autofree char *hash = trh_file_hash (file);
  gint64 after = trh_recovery_find (lines, hash);
  g_autoptr(TrhHistory) history = NULL;
  g_autoptr(GBytes) canonical = NULL;
  guint at = 1, n_after = 0;

  if (after > 0)
    canonical = trh_project_to_bytes (project);
  if (after >= 0 && rewind_to_start (project, lines, (guint64) after))
    {
      history = trh_history_new (project);
      for (; at < lines->len && play (history, lines->pdata[at]); at++)
        if (at == after && !is_written_as (project, canonical))
          break;
        else if (at > after && trh_line_is_edit (lines->pdata[at]))
          n_after++;
    }
  if (after < 0 || at <= after)
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                           _("the journal is not of this file: the file was changed since"));
      return FALSE;
    }

  recovered->history = g_steal_pointer (&history);
  recovered->n_used = at;
  recovered->n_after = n_after;
  return TRUE;
}
