/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_ENCOUNTER_MEETING,
  TRH_ENCOUNTER_WORKSHOP,
  TRH_ENCOUNTER_REHEARSAL,
  TRH_ENCOUNTER_PERFORMANCE,
  TRH_ENCOUNTER_EXHIBITION,
  TRH_ENCOUNTER_TALK,
  TRH_ENCOUNTER_WALK,
  TRH_ENCOUNTER_MEAL,
  TRH_ENCOUNTER_OTHER,
} TrhEncounterKind;

typedef enum {
  TRH_ENCOUNTER_STATE_DRAFT,
  TRH_ENCOUNTER_STATE_PROPOSED,
  TRH_ENCOUNTER_STATE_APPROVED,
  TRH_ENCOUNTER_STATE_RESERVATIONS,
  TRH_ENCOUNTER_STATE_REFUSED,
  TRH_ENCOUNTER_STATE_HELD,
  TRH_ENCOUNTER_STATE_CANCELLED,
} TrhEncounterState;

/* An item the encounter needs */
typedef struct {
  TrhRecord base;
  char  *item_id;
  int    quantity;
} TrhItemNeedRecord;

/* A meeting with the public */
typedef struct {
  TrhRecord base;
  char  *title;
  int    kind;                  /* TrhEncounterKind */
  char **artist_ids;
  char  *venue_id;
  char  *fallback_id;           /* when it rains */
  int    day;
  int    start;
  int    duration_min;
  int    setup_min;             /* before the start */
  int    state;                 /* TrhEncounterState */
  int    capacity;              /* 0 is the venue's */
  int    expected;              /* people */
  int    age_min;
  bool   step_free;
  char **languages;
  bool   sign_language;         /* LSF */
  int    price_cents;
  char  *referent_id;
  GPtrArray *items;
  char **skills;                /* that someone there must have */
  bool   locked;
  char  *presentation;
  int    attendance;            /* -1 before it was counted */
  char  *report;                /* what came out of it */
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhEncounterRecord;

extern const TrhSchema trh_item_need_schema;
extern const TrhSchema trh_encounter_schema;
#define TRH_TYPE_ENCOUNTER (trh_encounter_get_type ())
G_DECLARE_FINAL_TYPE (TrhEncounter, trh_encounter, TRH, ENCOUNTER, TrhEntity)

G_END_DECLS
