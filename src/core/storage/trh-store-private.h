/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/storage/trh-journal.h"
#include "core/storage/trh-lock.h"
#include "core/storage/trh-store.h"

G_BEGIN_DECLS

struct _TrhStore
{
  GObject       parent_instance;

  TrhHistory   *history;
  TrhProject   *project;        /* of the history */
  char         *path;           /* (nullable): while it has no name */
  char         *draft;          /* where it lives until then */
  char         *folder;         /* of its journals and kept versions */
  char         *error;          /* (nullable) */
  char         *news;           /* (nullable): what opening it brought, for the person */
  char         *expected;       /* (nullable): SHA-256 of the file as we know it; "": none; NULL: whatever is there */
  TrhLock      *lock;           /* (nullable): where there are none */
  char         *holder;         /* (nullable): who else has it open: it is not saved */
  TrhJournal   *journal;        /* (nullable): from the first edit on */
  GFileMonitor *monitor;        /* (nullable) */
  TrhStoreState state;
  TrhKept       kept_next;      /* why the next save keeps what it replaces */
  gboolean      discarded;      /* the draft must not come back */
  guint64       saved_revision;
  guint         timeout_id;
  guint         look_id;        /* waits before it looks whether another program wrote the file */
  guint         n_saving;       /* workers under way: at most one writes, the next waits for it */
  GQueue        waiting;        /* GTask */
};

/* trh-store.c */
void trh_store_set_state  (TrhStore *self, TrhStoreState state, const char *error);
void trh_store_set_news   (TrhStore *self, const char *sentence);
void trh_store_touch      (TrhStore *self);
gboolean trh_store_is_saved (TrhStore *self);
void trh_store_watch_journal (TrhStore *self);

/* trh-store-watch.c */
void trh_store_watch_file (TrhStore *self);
void trh_store_look       (TrhStore *self);

G_END_DECLS
