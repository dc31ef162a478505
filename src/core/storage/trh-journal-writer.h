/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/storage/trh-journal-line.h"

G_BEGIN_DECLS

/* What a journal and its thread share. Reference counted, so that a thread that hangs in a disk can be left behind:
 * the program still ends. */
typedef struct {
  GMutex     lock;
  GCond      changed;
  GQueue     queue;   /* TrhLine that wait */
  GPtrArray *garbage; /* TrhLine that the main thread may free */
  guint64    seq;     /* of the last line that was queued */
  guint64    durable; /* of the last line that is on disk */
  gsize      n_bytes; /* on disk */
  char      *failure; /* (nullable): why lines are only in memory */
  gboolean   quits;
  gboolean   ended;
  GWeakRef   journal; /* told when @failure comes or goes */

  /*< the thread's own >*/
  char      *path;
  int        fd;      /* -1 while there is no file */
  GString   *pending; /* text that is not on disk */
} TrhJournalWriter;

TrhJournalWriter *trh_journal_writer_new   (gpointer journal, const char *path);
void              trh_journal_writer_unref (TrhJournalWriter *self);
gpointer          trh_journal_writer_run   (gpointer writer);

/*< in trh-journal.c >*/
gboolean          trh_journal_writer_tell  (gpointer writer);

G_END_DECLS
