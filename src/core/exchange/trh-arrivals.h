/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-poll-urns.h"

G_BEGIN_DECLS

/* Closed urns that come back, before they are taken: what each one is, in words, and what becomes of it. The file of an
 * urn says itself which codes were used; that it is the urn of the town hall only the signed minutes say. */
typedef enum {
  TRH_ARRIVAL_NEW,
  TRH_ARRIVAL_KNOWN, /* it is in the season already */
  TRH_ARRIVAL_OTHER, /* another urn of its session is in the season, which it would replace */
  TRH_ARRIVAL_UNANNOUNCED, /* the season names no bag of its session: taken only with the signed minutes */
} TrhArrivalKind;

typedef struct {
  guint          index;      /* in its set */
  TrhArrivalKind kind;
  int            used;       /* codes */
  int            used_slips; /* of them so many were on the slips of the bag; -1 is not known */
  char          *former;     /* fingerprint of the urn in the season, or "" */
  int            former_ballots;
  gboolean       is_second;  /* another session of its commune is in the season */
  gboolean       taken;      /* the decision; at first what needs no further thought is taken */
  gboolean       compared;   /* somebody typed the words of the signed minutes, and they are its own */
} TrhArrival;

GPtrArray *trh_arrivals_new         (TrhProject *project, TrhPoll *poll, const TrhUrnSet *urns, GPtrArray *refused);
TrhEdit   *trh_arrivals_make_edit   (TrhProject *project, TrhPoll *poll, const TrhUrnSet *urns, GPtrArray *arrivals,
                                     GError **error);
gboolean   trh_arrival_is_doubtful  (const TrhArrival *self);
gboolean   trh_arrival_is_certain   (const TrhArrival *self);
char      *trh_arrival_say_ballots  (const TrhArrival *self, const TrhUrnContent *urn);
char      *trh_arrival_say_codes    (const TrhArrival *self, const TrhUrnContent *urn);
char      *trh_arrival_say_closing  (const TrhUrnContent *urn);
char      *trh_arrival_say_former   (const TrhArrival *self);
char      *trh_arrival_say_unannounced (const TrhArrival *self);
GPtrArray *trh_session_say_return   (TrhProject *project, const TrhResultRecord *session);

G_END_DECLS
