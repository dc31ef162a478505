/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-artist.h"
#include "core/model/trh-commune.h"
#include "core/model/trh-edit.h"
#include "core/model/trh-encounter.h"
#include "core/model/trh-item.h"
#include "core/model/trh-leg.h"
#include "core/model/trh-loan.h"
#include "core/model/trh-person.h"
#include "core/model/trh-poll.h"
#include "core/model/trh-result.h"
#include "core/model/trh-review.h"
#include "core/model/trh-season.h"
#include "core/model/trh-stay.h"
#include "core/model/trh-valley.h"
#include "core/model/trh-venue.h"
#include "core/model/trh-window.h"

G_BEGIN_DECLS

/* The collections, in the order of the file. The season is a list of one. */
typedef enum {
  TRH_SEASONS,
  TRH_VALLEYS,
  TRH_COMMUNES,
  TRH_VENUES,
  TRH_ARTISTS,
  TRH_STAYS,
  TRH_ENCOUNTERS,
  TRH_LEGS,
  TRH_ITEMS,
  TRH_LOANS,
  TRH_PEOPLE,
  TRH_POLLS,
  TRH_RESULTS,
  TRH_REVIEWS,
  TRH_N_COLLECTIONS,
} TrhCollection;

/* The lists of one season and a revision that grows with every edit.
 *
 * Properties: one #GListModel for each collection, under its name in the file ("stays",
 * "artists"…), and "season", the one #TrhSeason. Signal "changed" (TrhEdit): an edit was
 * applied as a whole; @edit says what. */
#define TRH_TYPE_PROJECT (trh_project_get_type ())
G_DECLARE_FINAL_TYPE (TrhProject, trh_project, TRH, PROJECT, GObject)

TrhProject *trh_project_new          (void);
GListModel *trh_project_get_list     (TrhProject *self, TrhCollection collection);
guint       trh_project_count        (TrhProject *self, TrhCollection collection);
gpointer    trh_project_peek         (TrhProject *self, TrhCollection collection, guint position);
gconstpointer trh_project_peek_record (TrhProject *self, TrhCollection collection, guint position);
gpointer    trh_project_find         (TrhProject *self, TrhCollection collection, const char *id);
gconstpointer trh_project_find_record (TrhProject *self, TrhCollection collection, const char *id);
TrhEntity  *trh_project_find_any     (TrhProject *self, const char *id);
TrhSeason  *trh_project_get_season   (TrhProject *self);
const TrhSeasonRecord *trh_project_peek_season (TrhProject *self);
guint64     trh_project_get_revision (TrhProject *self);
const char *trh_project_get_id       (TrhProject *self);
void        trh_project_renew_id     (TrhProject *self);
gboolean    trh_project_is_read_only (TrhProject *self);
int         trh_project_get_file_version (TrhProject *self);
TrhEdit    *trh_project_apply        (TrhProject *self, TrhEdit *edit);

const TrhSchema *trh_collection_get_schema (TrhCollection collection);
int              trh_collection_of         (const TrhSchema *schema);

/* A frozen picture of a project that a worker thread may write. Freed on the main thread. */
typedef struct _TrhSnapshot TrhSnapshot;

TrhSnapshot *trh_project_snapshot (TrhProject *self);
void         trh_snapshot_free    (TrhSnapshot *snapshot);
GBytes      *trh_snapshot_write   (const TrhSnapshot *snapshot); /*< any thread >*/
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhSnapshot, trh_snapshot_free)

GBytes     *trh_project_to_bytes   (TrhProject *self);
TrhProject *trh_project_from_bytes (GBytes *bytes, GError **error);
gboolean    trh_project_check_bytes (GBytes *bytes, GError **error); /*< any thread >*/

/* One end of a reference that leads nowhere. */
typedef struct {
  TrhEntity *entity; /* (owned): where it stands */
  char      *path;   /* as in `stays[3].artist` */
  char      *target; /* the id that is not there */
} TrhDangling;

GPtrArray  *trh_project_find_dangling   (TrhProject *self);
GPtrArray  *trh_project_find_references (TrhProject *self, const char *id);
TrhEdit    *trh_project_edit_remove     (TrhProject *self, GPtrArray *entities, const char *label);
void        trh_dangling_free           (TrhDangling *dangling);

/*< for the files of this room >*/
void        trh_project_fill       (TrhProject *self, GPtrArray *records, const char *id, int version, JsonObject *unknown);

G_END_DECLS
