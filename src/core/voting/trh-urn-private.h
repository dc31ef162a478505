/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

struct _TrhUrn
{
  GObject        parent_instance;

  char          *path;
  int            lock_fd;  /* of the folder; -1 when not open */
  TrhUrnContent *content;  /* what is on the disk */
  GPtrArray     *waiting;  /* (element-type Change): for the next save */
  GHashTable    *reserved; /* (element-type GBytes): hashes of the codes that wait or are being saved */
  gboolean       saving;
  gboolean       stopping; /* no code is taken any more, though the disk does not know yet */
  gboolean       held;     /* takes nothing: it is about to be removed */
  GTask         *closing;  /* (nullable) (owned): takes its turn when nothing waits */
};

/* trh-urn-disk.c */
char *trh_urn_get_folder        (void);
char *trh_urn_build_path        (const char *kind, const char *id, const char *folder, const char *suffix);
void  trh_urn_forget_time       (const char *path);
void  trh_urn_clear_temporaries (const char *path);
void  trh_urn_tidy              (const char *path);

/* trh-urn.c */
#define TRH_URN_LOCKED_ELSEWHERE -2
int      trh_urn_lock           (const char *path, GError **error);
gboolean trh_urn_takes_codes    (TrhUrn *self);
GBytes  *trh_urn_find_code      (TrhUrn *self, const char *typed, GError **error);

/* trh-urn-save.c */
void     trh_urn_queue          (TrhUrn *self, GTask *task, GBytes *code_hash, GBytes *boxes, const TrhUrnLot *lot);
void     trh_urn_queue_codes    (TrhUrn *self, GTask *task, GBytes *hashes);
void     trh_urn_start_save     (TrhUrn *self);
void     trh_urn_change_free    (gpointer change);

G_END_DECLS
