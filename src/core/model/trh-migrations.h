/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The version of the file format that this program writes. */
#define TRH_PROJECT_VERSION 1

/* One step: a pure function from a document of one version to one of the next. It gets nodes that
 * it must not change, and names what it cannot take in a #TrhDataError. */
typedef struct {
  int from; /* the version that it reads */
  JsonNode *(*migrate) (JsonNode *document, GError **error);
} TrhMigration;

/* The steps in order, without a gap, up to the version that the program writes. */
typedef struct {
  int                 current;
  const TrhMigration *steps;
  guint               n_steps;
} TrhMigrations;

extern const TrhMigrations trh_project_migrations;

int       trh_migrations_get_oldest (const TrhMigrations *self);
JsonNode *trh_migrations_climb      (const TrhMigrations *self, JsonNode *document, int version, GError **error);

/*< for steps >*/
JsonObject *trh_migration_copy      (JsonObject *object);
JsonNode   *trh_migration_wrap      (JsonObject *object);

G_END_DECLS
