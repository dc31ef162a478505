/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_ARTIST_APPLICATION,
  TRH_ARTIST_SHORTLISTED,
  TRH_ARTIST_CHOSEN,
  TRH_ARTIST_RESERVE,
  TRH_ARTIST_DECLINED,
} TrhArtistState;

typedef enum {
  TRH_TRAVEL_CAR,
  TRH_TRAVEL_VAN,
  TRH_TRAVEL_BICYCLE,
  TRH_TRAVEL_FOOT,
  TRH_TRAVEL_PASSENGER,
} TrhTravelMode;

/* A paper or a picture of the application */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *path;                  /* relative to the project, or an address */
  char  *alternative;           /* what the picture shows, in words */
  bool   rights;                /* we may show it */
} TrhDocumentRecord;

/* One of the projects proposed */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *summary;
} TrhProposalRecord;

/* What one juror gave for one criterion */
typedef struct {
  TrhRecord base;
  char  *person_id;
  char  *criterion;
  int    points;
  bool   abstains;
  bool   conflict;              /* of interest: this juror left the room */
  char  *comment;
} TrhScoreRecord;

/* A person or a company of several who travel together, and what they sent */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *discipline;
  int    people;                /* who travel together */
  int    state;                 /* TrhArtistState */
  int    reserve_rank;          /* 1 is the next to be asked; 0 is none */
  char  *email;
  char  *phone;
  char  *town;                  /* where they live */
  char **languages;
  char **links;
  char  *statement;
  char  *biography;
  GPtrArray *proposals;
  GPtrArray *documents;
  GPtrArray *scores;
  GPtrArray *availability;      /* none is always */
  int    travel_mode;           /* TrhTravelMode */
  int    max_km_per_day;        /* 0 is the season's */
  double walking_kmh;           /* 0 is the usual 4 */
  int    packing_min;           /* -1 is the season's */
  int    setup_min;             /* before an encounter */
  double van_m3;                /* room for shared equipment */
  bool   can_drive;
  char **needs_equipment;
  double needs_power_kw;
  double needs_surface_m2;
  bool   needs_step_free;
  bool   needs_dark;
  bool   needs_van_access;
  bool   needs_heating;
  char  *diet;
  int    max_nights_away;       /* in a row; 0 is the season's */
  int    days_before_rest;      /* -1 is the season's */
  int    keep_until;            /* personal data are purged after */
  bool   photo_rights;          /* we may show the portrait */
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhArtistRecord;

extern const TrhSchema trh_document_schema;
extern const TrhSchema trh_proposal_schema;
extern const TrhSchema trh_score_schema;
extern const TrhSchema trh_artist_schema;
#define TRH_TYPE_ARTIST (trh_artist_get_type ())
G_DECLARE_FINAL_TYPE (TrhArtist, trh_artist, TRH, ARTIST, TrhEntity)

G_END_DECLS
