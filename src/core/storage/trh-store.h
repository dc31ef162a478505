/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-history.h"
#include "core/storage/trh-backups.h"

G_BEGIN_DECLS

typedef enum {
  TRH_STORE_SAVED,   /* the file holds everything */
  TRH_STORE_UNSAVED, /* an edit waits for the next save; the journal has it */
  TRH_STORE_SAVING,  /* a worker writes */
  TRH_STORE_FAILED,  /* the last save failed: see "error"; the edits are still here */
  TRH_STORE_CHANGED, /* another program has written the file: nothing is saved there until a person chooses */
} TrhStoreState;

typedef enum {
  TRH_OPEN_FILE,  /* it is saved to its file */
  TRH_OPEN_COPY,  /* a project of its own, without a name; the file is left alone */
  TRH_OPEN_DRAFT, /* the file is in the drafts folder: it goes on without a name */
} TrhOpenMode;

/* Where a project lives on disk, and how it stands. Each edit is in the journal at once; the file follows two seconds
 * after the last one; a project without a name is saved in the drafts folder. What a save replaces is kept. The file
 * is locked while it is open, and never written over when it is not the one that was read.
 *
 * Needs a main loop, and no display:
 *
 *   store = trh_store_open (path, TRH_OPEN_FILE, &error);        // replays a journal that a crash left
 *   history = trh_store_get_history (store);                     // its project is what was read
 *   trh_history_perform (history, edit);
 *   trh_store_flush_journal (store);                             // the edit is on disk
 *   trh_store_flush (store, &error);                             // the file holds it
 *   g_object_unref (store);                                      // ends the journal when everything is in the file
 *
 * Properties that notify: "path" (nullable), "state", "error" (nullable, a sentence), "journal-error" (nullable, a
 * sentence: edits are only in memory until the next save). */
#define TRH_TYPE_STORE (trh_store_get_type ())
G_DECLARE_FINAL_TYPE (TrhStore, trh_store, TRH, STORE, GObject)

TrhStore     *trh_store_new           (TrhHistory *history, const char *path);
TrhStore     *trh_store_open          (const char *path, TrhOpenMode mode, GError **error);
TrhStore     *trh_store_open_backup   (const TrhBackup *backup, const char *path, GError **error);
TrhHistory   *trh_store_get_history   (TrhStore *self);
const char   *trh_store_get_path      (TrhStore *self);
TrhStoreState trh_store_get_state     (TrhStore *self);
const char   *trh_store_get_error     (TrhStore *self);
const char   *trh_store_get_journal_error (TrhStore *self);
const char   *trh_store_get_news      (TrhStore *self);
const char   *trh_store_get_holder    (TrhStore *self);
gboolean      trh_store_is_draft      (TrhStore *self);
const char   *trh_store_get_draft_path (TrhStore *self);
char         *trh_store_get_folder    (TrhStore *self);
void          trh_store_save_async    (TrhStore *self, const char *new_path, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean      trh_store_save_finish   (TrhStore *self, GAsyncResult *result, GError **error);
void          trh_store_keep          (TrhStore *self, TrhKept why);
void          trh_store_keep_next     (TrhStore *self, TrhKept kept);
void          trh_store_accept        (TrhStore *self, GBytes *bytes);
gboolean      trh_store_flush         (TrhStore *self, GError **error);
gboolean      trh_store_flush_journal (TrhStore *self);
void          trh_store_discard       (TrhStore *self);
void          trh_store_close         (TrhStore *self);
char         *trh_store_get_drafts_folder (void);

G_END_DECLS
