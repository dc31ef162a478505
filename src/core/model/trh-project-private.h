/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-migrations.h"
#include "core/model/trh-project.h"

G_BEGIN_DECLS

struct _TrhProject
{
  GObject     parent_instance;

  char       *id;
  int         version;                   /* of the file it came from; 0 for a new one */
  GHashTable *entities;                  /* id → TrhEntity (owned) */
  GListStore *lists[TRH_N_COLLECTIONS];  /* TrhEntity */
  JsonObject *unknown;                   /* (nullable): members of the file that we do not know */
  guint64     revision;                  /* grows by one with each edit applied */
};

/* trh_project_from_bytes() with another chain of migrations. */
TrhProject *trh_project_read (GBytes *bytes, const TrhMigrations *migrations, GError **error);

G_END_DECLS
