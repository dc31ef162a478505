/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-history.h"

G_BEGIN_DECLS

/*
 * The text of a journal. Each line is
 *
 *   CRC-32 of what follows the space, 8 hexadecimal digits, SPACE,
 *   {"seq":n,"base":SHA-256 of the file,"what":…}, LINE FEED
 *
 * The first line has seq 0 and says "open": which file it is about; so does another one when the project takes
 * another name. Then come "do" and "merge" with every record
 * before and after, "undo" and "redo" with the number of the step, "raise" with that of a step that went above all
 * others that stand, and "mark": after line n the file has, or would have, that SHA-256. A mark is on disk before the file
 * is replaced, so that the file there is, of whatever moment, is always found in its journal.
 */
typedef enum {
  TRH_LINE_OPEN,
  TRH_LINE_DO,
  TRH_LINE_MERGE,
  TRH_LINE_UNDO,
  TRH_LINE_REDO,
  TRH_LINE_MARK,
  TRH_LINE_RAISE,
} TrhLineKind;

typedef struct {
  TrhLineKind kind;
  guint64     seq;     /* 0, 1, 2… without a gap: never the clock gives the order */
  char       *base;    /* SHA-256 of the file when the line was written; "" when there was none */
  GDateTime  *time;    /* (nullable): for people, never for the order */
  guint       step;    /* do, merge, undo, redo, raise: of the history, from 0 */
  TrhEdit    *edit;    /* (nullable): do, merge */
  TrhEdit    *inverse; /* (nullable): do, merge */
  char       *file;    /* (nullable): mark: SHA-256; open: its URI, or "" */
  char       *title;   /* (nullable): open: of the season */
  guint64     after;   /* mark: the line after which the project is so */
  gsize       end;     /* where it ends in the journal that it was read from */
} TrhLine;

TrhLine   *trh_line_new     (TrhLineKind kind, const char *base);
void       trh_line_free    (TrhLine *line);
gboolean   trh_line_is_edit (const TrhLine *line);
void       trh_line_append  (GString *out, const TrhLine *line); /*< any thread >*/
TrhLine   *trh_line_parse   (const char *text, gsize length, GError **error);
GPtrArray *trh_journal_read (GBytes *bytes, gsize *good_bytes);
GBytes    *trh_journal_trim (GPtrArray *lines, guint64 after, gsize max_bytes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhLine, trh_line_free)

G_END_DECLS
