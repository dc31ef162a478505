/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

/* A meeting of the council that decides about the season */
typedef struct {
  TrhRecord base;
  int    day;
  int    deadline;              /* papers must be there */
  char  *deliberation;          /* its number */
  int    signed_day;            /* the agreement came back signed */
  char  *notes;
} TrhCouncilRecord;

/* A municipality; its INSEE code is its id */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *department;
  char **postcodes;
  char  *valley_id;
  double latitude_deg;          /* WGS 84: the village, not the centroid */
  double longitude_deg;
  int    altitude_m;            /* 0 when unknown */
  int    population;
  int    population_year;
  char  *source;                /* where these facts come from */
  char **outline;               /* rings, as encoded polylines (precision 5) */
  char  *outline_source;
  bool   wants_residency;       /* the council asked to receive an artist */
  char  *contact_name;
  char  *contact_role;
  char  *contact_phone;
  char  *contact_email;
  GPtrArray *councils;
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhCommuneRecord;

extern const TrhSchema trh_council_schema;
extern const TrhSchema trh_commune_schema;
#define TRH_TYPE_COMMUNE (trh_commune_get_type ())
G_DECLARE_FINAL_TYPE (TrhCommune, trh_commune, TRH, COMMUNE, TrhEntity)

G_END_DECLS
