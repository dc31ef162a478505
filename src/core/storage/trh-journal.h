/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/storage/trh-journal-line.h"

G_BEGIN_DECLS

/* A journal that is being written: a thread of its own puts each line on disk at once, those that wait together in
 * one flush, so that the main loop never waits for a disk. The file is there from the first line to
 * trh_journal_end(); trh_journal_keep() leaves it for the next session to undo. After a failed write nothing is lost:
 * the lines stay in memory, and a new file is made of them as soon as the disk allows.
 * Property that notifies, on the main loop: "error" (nullable, a sentence): lines are only in memory. */
#define TRH_TYPE_JOURNAL (trh_journal_get_type ())
G_DECLARE_FINAL_TYPE (TrhJournal, trh_journal, TRH, JOURNAL, GObject)

TrhJournal *trh_journal_new       (const char *path, const char *base, const char *file, const char *title);
TrhJournal *trh_journal_resume    (const char *path, int fd, gsize n_bytes, guint n_lines, const char *base, TrhHistory *history);
const char *trh_journal_get_error (TrhJournal *self);
guint64     trh_journal_get_seq   (TrhJournal *self);
gsize       trh_journal_get_size  (TrhJournal *self);
void        trh_journal_add       (TrhJournal *self, TrhMove move, TrhEdit *edit, TrhEdit *inverse);
void        trh_journal_raise     (TrhJournal *self, guint n_above);
void        trh_journal_rename    (TrhJournal *self, const char *file, const char *title);
void        trh_journal_set_base  (TrhJournal *self, const char *base);
gboolean    trh_journal_flush     (TrhJournal *self, guint timeout_ms);
void        trh_journal_keep      (TrhJournal *self);
void        trh_journal_end       (TrhJournal *self);

void        trh_journal_note      (TrhJournal *self, const char *hash);

/*< any thread >*/
gboolean    trh_journal_mark      (TrhJournal *self, const char *hash, guint64 after);

G_END_DECLS
