/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

/* trh-urn-disk.c */
char *trh_urn_get_folder        (void);
char *trh_urn_build_path        (const char *kind, const char *id, const char *folder, const char *suffix);
void  trh_urn_forget_time       (const char *path);
void  trh_urn_clear_temporaries (const char *path);
void  trh_urn_tidy              (const char *path);
int   trh_urn_lock_folder       (const char *folder, int operation);

/* trh-urn.c */
gboolean trh_urn_takes_codes    (TrhUrn *self);
GBytes  *trh_urn_find_code      (TrhUrn *self, const char *typed, GError **error);
void     trh_urn_queue          (TrhUrn *self, GTask *task, GBytes *code_hash, GBytes *boxes, const TrhUrnLot *lot);
void     trh_urn_queue_codes    (TrhUrn *self, GTask *task, GBytes *hashes);

G_END_DECLS
