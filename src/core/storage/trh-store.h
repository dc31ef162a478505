/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

typedef enum {
  TRH_STORE_SAVED,   /* the file holds everything */
  TRH_STORE_UNSAVED, /* an edit waits for the next save */
  TRH_STORE_SAVING,  /* a worker writes */
  TRH_STORE_FAILED,  /* the last save failed: see "error"; the edits are still here */
} TrhStoreState;

/* Where a project lives on disk, and how it stands. Saves by itself two seconds after the
 * last edit; a project without a name is saved in the drafts folder.
 * Properties that notify: "path" (nullable), "state", "error" (nullable, a sentence). */
#define TRH_TYPE_STORE (trh_store_get_type ())
G_DECLARE_FINAL_TYPE (TrhStore, trh_store, TRH, STORE, GObject)

TrhStore     *trh_store_new         (TrhProject *project, const char *path);
const char   *trh_store_get_path    (TrhStore *self);
TrhStoreState trh_store_get_state   (TrhStore *self);
const char   *trh_store_get_error   (TrhStore *self);
gboolean      trh_store_is_draft    (TrhStore *self);
const char   *trh_store_get_draft_path (TrhStore *self);
void          trh_store_save_async  (TrhStore *self, const char *new_path, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean      trh_store_save_finish (TrhStore *self, GAsyncResult *result, GError **error);
gboolean      trh_store_flush       (TrhStore *self, GError **error);
void          trh_store_discard     (TrhStore *self);
char         *trh_store_get_drafts_folder (void);

G_END_DECLS
