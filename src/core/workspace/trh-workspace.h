/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"
#include "core/model/trh-history.h"
#include "core/schedule/trh-alerts.h"
#include "core/storage/trh-store.h"

G_BEGIN_DECLS

/* Project, history and store together: what each page and the command line receive.
 * Properties: "project", "history", "store", "alerts"; "selected-id" (notifies): the object that list,
 * map, calendar and inspector show as chosen, "" when there is none. */
#define TRH_TYPE_WORKSPACE (trh_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TrhWorkspace, trh_workspace, TRH, WORKSPACE, GObject)

TrhWorkspace *trh_workspace_new         (TrhProject *project, const char *path);
TrhWorkspace *trh_workspace_open        (const char *path, TrhOpenMode mode, GError **error);
TrhWorkspace *trh_workspace_open_backup (const TrhBackup *backup, const char *path, GError **error);
TrhProject   *trh_workspace_get_project (TrhWorkspace *self);
TrhHistory   *trh_workspace_get_history (TrhWorkspace *self);
TrhStore     *trh_workspace_get_store   (TrhWorkspace *self);
TrhTerritory *trh_workspace_get_territory (TrhWorkspace *self);
TrhMatrix    *trh_workspace_get_matrix  (TrhWorkspace *self);
TrhAlerts    *trh_workspace_get_alerts  (TrhWorkspace *self);
gboolean      trh_workspace_perform     (TrhWorkspace *self, TrhEdit *edit);
const char   *trh_workspace_say_kept    (TrhWorkspace *self, guint n_done, gboolean *all);
const char   *trh_workspace_get_undo_label (TrhWorkspace *self);
gboolean      trh_workspace_undo        (TrhWorkspace *self);
gboolean      trh_workspace_redo        (TrhWorkspace *self);
void          trh_workspace_go_to       (TrhWorkspace *self, guint n_done);
const char   *trh_workspace_get_selected_id (TrhWorkspace *self);
void          trh_workspace_select      (TrhWorkspace *self, const char *id);
gboolean      trh_workspace_is_read_only (TrhWorkspace *self);
const char   *trh_workspace_say_read_only (TrhWorkspace *self);

G_END_DECLS
