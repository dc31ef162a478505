/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

/* Position of a record that goes to the end of its list. */
#define TRH_AT_END G_MAXUINT

/* One change of one record. No @before: insertion; no @after: removal; both the same: move. */
typedef struct {
  gpointer before; /* (nullable) (owned) */
  gpointer after;  /* (nullable) (owned) */
  guint    to;     /* position of @after: of an insertion and of a move */
} TrhChange;

/* What one user action changes, all or nothing. It fits only the project as it stood when
 * the edit was made. Performing it gives its inverse, so that nobody writes undo code. */
typedef struct _TrhEdit TrhEdit;

TrhEdit         *trh_edit_new           (const char *label);
TrhEdit         *trh_edit_ref           (TrhEdit *self);
void             trh_edit_unref         (TrhEdit *self);

void             trh_edit_insert        (TrhEdit *self, gpointer record);
void             trh_edit_insert_at     (TrhEdit *self, guint position, gpointer record);
gpointer         trh_edit_change        (TrhEdit *self, gpointer entity);
void             trh_edit_remove        (TrhEdit *self, gpointer entity);
void             trh_edit_move          (TrhEdit *self, gpointer entity, guint position);
void             trh_edit_replace_record (TrhEdit *self, gconstpointer before, gpointer after);
void             trh_edit_move_record  (TrhEdit *self, gconstpointer record, guint position);
void             trh_edit_remove_record (TrhEdit *self, gconstpointer record);

const char      *trh_edit_get_label     (TrhEdit *self);
void             trh_edit_set_label     (TrhEdit *self, const char *label);
const char      *trh_edit_get_merge_key (TrhEdit *self);
void             trh_edit_set_merge_key (TrhEdit *self, const char *key);
guint            trh_edit_get_n_changes (TrhEdit *self);
const TrhChange *trh_edit_get_change    (TrhEdit *self, guint index);
gboolean         trh_edit_is_empty      (TrhEdit *self);
void             trh_edit_append        (TrhEdit *self, TrhEdit *later);
void             trh_edit_append_change (TrhEdit *self, const TrhChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhEdit, trh_edit_unref)

G_END_DECLS
