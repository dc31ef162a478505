/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_VENUE_HALL,
  TRH_VENUE_TOWN_HALL,
  TRH_VENUE_SCHOOL,
  TRH_VENUE_LIBRARY,
  TRH_VENUE_CHAPEL,
  TRH_VENUE_FARM,
  TRH_VENUE_OUTDOORS,
  TRH_VENUE_LODGING,
  TRH_VENUE_WORKSHOP,
  TRH_VENUE_GALLERY,
  TRH_VENUE_OTHER,
} TrhVenueKind;

/* A place in a commune: to work, to lodge, to meet the public, or several */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *commune_id;
  int    kind;                  /* TrhVenueKind */
  char  *address;
  double latitude_deg;          /* WGS 84; both 0 when not placed yet */
  double longitude_deg;
  bool   works;                 /* an artist can work here */
  bool   lodges;                /* someone can sleep here */
  bool   meets;                 /* the public can come */
  int    capacity;              /* people of the public; 0 when unknown */
  int    work_places;           /* artists or companies at the same time */
  int    beds;
  bool   meals;
  int    night_cents;           /* price of a bed and night */
  double power_kw;
  double surface_m2;
  bool   heated;
  bool   step_free;
  bool   van_access;
  bool   water;
  bool   can_be_dark;
  int    quiet_from;
  int    quiet_to;
  char **equipment;
  GPtrArray *windows;           /* when it is open; none is always */
  int    setup_min;             /* to get it ready */
  char  *host_id;
  char  *keys;                  /* who has them */
  char  *contact_name;
  char  *contact_phone;
  char  *contact_email;
  char  *photo;                 /* path relative to the project */
  char  *source;
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhVenueRecord;

extern const TrhSchema trh_venue_schema;
#define TRH_TYPE_VENUE (trh_venue_get_type ())
G_DECLARE_FINAL_TYPE (TrhVenue, trh_venue, TRH, VENUE, TrhEntity)

G_END_DECLS
