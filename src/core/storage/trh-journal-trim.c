/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-journal-line.h"

/* The first line that can stay: what follows is short enough and knows no step from before it; 0 when there is none. */
static guint
choose_first (GPtrArray *lines, guint64 after, gsize max_bytes)
{
  gsize end = ((TrhLine *) lines->pdata[lines->len - 1])->end;
  guint lowest = G_MAXUINT, first = 0;

  for (guint i = lines->len - 1; i > 0; i--)
    {
      const TrhLine *line = lines->pdata[i];

      if (end - ((TrhLine *) lines->pdata[i - 1])->end > max_bytes)
        break;
      if (trh_line_is_edit (line) || line->kind == TRH_LINE_RAISE)
        lowest = MIN (lowest, line->step);
      if (line->kind == TRH_LINE_DO && line->step == lowest && i <= after + 1)
        first = i;
    }

  return first;
}

static void
append_first (GString *out, GPtrArray *lines)
{
  TrhLine line = { 0 };

  for (guint i = 0; i < lines->len; i++)
    if (((TrhLine *) lines->pdata[i])->kind == TRH_LINE_OPEN)
      line = *(TrhLine *) lines->pdata[i];
  line.seq = 0;
  line.base = (char *) "";
  trh_line_append (out, &line);
}

/**
 * trh_journal_trim:
 * @lines: what trh_journal_read() gave
 * @after: where the file stands in it, as trh_recovery_find() says
 * @max_bytes: how long the journal may be, roughly
 *
 * Lets the oldest steps go, so that years of work do not make a file that takes seconds to open. What the file does
 * not hold yet stays, whatever its length.
 *
 * Returns: (transfer full) (nullable): the text of a journal that begins later; %NULL when no step can go
 */
GBytes *
trh_journal_trim (GPtrArray *lines, guint64 after, gsize max_bytes)
{
  guint first = choose_first (lines, after, max_bytes);
  g_autofree guint64 *places = g_new0 (guint64, lines->len); /* of old lines in the new journal */
  GString *out;
  guint64 seq = 0;
  guint n_before;

  if (first < 2)
    return NULL;
  n_before = ((TrhLine *) lines->pdata[first])->step;
  out = g_string_new (NULL);
  append_first (out, lines);
  for (guint i = first; i < lines->len; i++)
    {
      TrhLine line = *(TrhLine *) lines->pdata[i];

      places[i] = seq;
      if (line.kind == TRH_LINE_OPEN || (line.kind == TRH_LINE_MARK && line.after + 1 < first))
        continue;
      places[i] = line.seq = ++seq;
      line.base = (char *) ""; /* the marks say which file is where */
      if (line.kind == TRH_LINE_MARK)
        line.after = places[line.after];
      else
        line.step -= n_before;
      trh_line_append (out, &line);
    }

  return g_string_free_to_bytes (out);
}
