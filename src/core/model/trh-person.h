/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

/* What someone can carry things with */
typedef struct {
  TrhRecord base;
  char  *name;
  int    seats;
  double volume_m3;
} TrhVehicleRecord;

/* Someone of the territory who can drive, host, mix sound, sign… */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *role;
  char  *organisation;
  char  *commune_id;
  char  *email;
  char  *phone;
  char **skills;
  char **languages;
  GPtrArray *availability;      /* none is always */
  int    max_hours_per_week;    /* 0 is no limit */
  bool   juror;
  bool   referent;              /* the one to call in the commune */
  bool   can_drive;
  GPtrArray *vehicles;
  int    keep_until;            /* personal data are purged after */
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhPersonRecord;

extern const TrhSchema trh_vehicle_schema;
extern const TrhSchema trh_person_schema;
#define TRH_TYPE_PERSON (trh_person_get_type ())
G_DECLARE_FINAL_TYPE (TrhPerson, trh_person, TRH, PERSON, TrhEntity)

G_END_DECLS
