/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* One named step. Properties: "label", "time" (#GDateTime), "done" (notifies). */
#define TRH_TYPE_STEP (trh_step_get_type ())
G_DECLARE_FINAL_TYPE (TrhStep, trh_step, TRH, STEP, GObject)

const char *trh_step_get_label (TrhStep *self);
GDateTime  *trh_step_get_time  (TrhStep *self);
TrhEdit    *trh_step_peek_turn (TrhStep *self);

/* What happened to a step, for whoever keeps a record of it. */
typedef enum {
  TRH_MOVE_DONE,   /* a new step; what was undone is gone */
  TRH_MOVE_MERGED, /* the last step goes on: the same field a moment later */
  TRH_MOVE_UNDONE,
  TRH_MOVE_REDONE,
  TRH_MOVE_RAISED, /* a step went above all others that stand; the project is as it was */
} TrhMove;

/* What was done and undone: a #GListModel of #TrhStep, the oldest first.
 * Properties that notify: "n-done", "undo-label" and "redo-label" (nullable).
 * Signal "moved" (TrhMove move, guint index, TrhEdit *edit, TrhEdit *inverse): right after @edit was applied
 * to the project for the step at @index; both edits are frozen. For a step that is raised @index is where it was, and
 * there are no edits. */
#define TRH_TYPE_HISTORY (trh_history_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistory, trh_history, TRH, HISTORY, GObject)

TrhHistory *trh_history_new            (TrhProject *project);
TrhProject *trh_history_get_project    (TrhHistory *self);
void        trh_history_perform        (TrhHistory *self, TrhEdit *edit);
gboolean    trh_history_undo           (TrhHistory *self);
gboolean    trh_history_redo           (TrhHistory *self);
void        trh_history_go_to          (TrhHistory *self, guint n_done);
void        trh_history_raise          (TrhHistory *self, guint index);
guint       trh_history_get_n_done     (TrhHistory *self);
const char *trh_history_get_undo_label (TrhHistory *self);
const char *trh_history_get_redo_label (TrhHistory *self);

/* For a record that is read again. */
void        trh_history_replay         (TrhHistory *self, TrhEdit *edit, gboolean merged, GDateTime *time);

G_END_DECLS
