/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Why a version was kept. */
typedef enum {
  TRH_KEPT_BY_ITSELF, /* before a save that nobody asked for */
  TRH_KEPT_OPENED,    /* as it was when it was opened */
  TRH_KEPT_SAVED,     /* as the person saved it */
  TRH_KEPT_MIGRATED,  /* before it was written in a newer format */
  TRH_KEPT_MERGED,    /* before another version was taken in, or an older one taken back */
  TRH_KEPT_THEIRS,    /* as another program wrote it */
  TRH_N_KEPT,
} TrhKept;

/* One kept version of a season. */
typedef struct {
  char      *path;
  guint      number; /* gives the order: clocks jump */
  GDateTime *time;   /* local: when it was kept; what it holds was the season until then */
  GDateTime *written; /* local: since when it was the season: for people, never for the order */
  char      *key;    /* the beginning of the SHA-256 of its content */
  TrhKept    kept;
} TrhBackup;

void        trh_backup_free        (TrhBackup *backup);
TrhProject *trh_backup_load        (const TrhBackup *backup, GBytes **bytes, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhBackup, trh_backup_free)

/* The folder of what belongs to one project: its journals and its kept versions. */
char       *trh_backups_get_folder (const char *project_id);
GPtrArray  *trh_backups_list       (const char *folder);
TrhBackup  *trh_backups_find_good  (const char *path);
TrhKept     trh_backups_choose_kept (int file_version);
const char *trh_backup_say         (const TrhBackup *backup);

/*< any thread >*/
char       *trh_backups_plan       (const char *folder, const char *path, const char *hash, TrhKept kept);
void        trh_backups_prune      (const char *folder);

G_END_DECLS
