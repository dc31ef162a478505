/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/trh-error.h"

G_BEGIN_DECLS

/**
 * TrhRollError:
 * @TRH_ROLL_ERROR_TWICE: this person is on the roll already
 * @TRH_ROLL_ERROR_SIGNED: this person has signed already
 */
typedef enum {
  TRH_ROLL_ERROR_TWICE,
  TRH_ROLL_ERROR_SIGNED,
} TrhRollError;
#define TRH_ROLL_ERROR (trh_roll_error_quark ())
GQuark trh_roll_error_quark (void);

/* Who may vote in a session and who has signed: names in alphabetical order and a tick each; no time, no order of
 * arrival, no code. A file of its own, never on the screen of a booth, destroyed at its date. With the urn it shares
 * the session's name and a number. */
typedef struct _TrhRoll TrhRoll;

TrhRoll    *trh_roll_new         (const char *session_id, int purge_day);
void        trh_roll_free        (TrhRoll *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhRoll, trh_roll_free)

guint       trh_roll_get_n       (const TrhRoll *self);
guint       trh_roll_get_n_signed (const TrhRoll *self);
const char *trh_roll_get_name    (const TrhRoll *self, guint index);
const char *trh_roll_get_detail  (const TrhRoll *self, guint index);
gboolean    trh_roll_has_signed  (const TrhRoll *self, guint index);

gboolean    trh_roll_add         (TrhRoll *self, const char *name, const char *detail, guint *index, GError **error);
guint       trh_roll_import      (TrhRoll *self, const char *lines, GPtrArray *refused);
void        trh_roll_remove      (TrhRoll *self, guint index);
gboolean    trh_roll_sign        (TrhRoll *self, guint index, GError **error);
void        trh_roll_take_back   (TrhRoll *self, guint index);
char       *trh_roll_dup_label   (const TrhRoll *self, guint index);
int         trh_roll_get_purge_day (const TrhRoll *self);

GBytes     *trh_roll_print       (const TrhRoll *self);
TrhRoll    *trh_roll_parse       (GBytes *bytes, GError **error);
char       *trh_roll_get_path    (const char *session_id);

/*< trh-roll-file.c; any thread >*/
char       *trh_roll_decode      (GBytes *bytes);
gboolean    trh_roll_write       (const char *path, GBytes *bytes, GError **error);
void        trh_roll_tidy        (const char *path);
TrhRoll    *trh_roll_load        (const char *path, GError **error);
int         trh_roll_count_signed (const char *session_id, int *n_names);

G_END_DECLS
