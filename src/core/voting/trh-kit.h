/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot-paper.h"
#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

#define TRH_KIT_SUFFIX ".transhumance-kit" /* of its file */

/* A session in a bag: all that a laptop without the season needs to hold one. No secret key, no roll, no passphrase;
 * of the codes that were printed beforehand only their hashes. It comes back as one closed urn. Plain data. */
typedef struct {
  char           *season;    /* its title, or "" */
  char           *question;
  char           *who_votes; /* or "" */
  char           *method;    /* as in `count --rule` */
  guint           seats;
  gboolean        keeps_ties;
  char           *guarantees; /* of the count, in words, or "" */
  int             purge_day; /* the roll and the codes are destroyed then; 0 is not said */
  TrhBallotPaper *paper;
  TrhUrnContent  *urn;       /* prepared: nobody has opened it; its codes, when there are some, are handed out already */
} TrhKit;

TrhKit *trh_kit_copy   (const TrhKit *self);
TrhKit *trh_kit_new    (const char *question, TrhBallotPaper *paper, TrhUrnContent *urn);
void    trh_kit_free   (TrhKit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhKit, trh_kit_free)

GBytes *trh_kit_print  (const TrhKit *self);
TrhKit *trh_kit_parse  (GBytes *bytes, GError **error);

TrhUrnContent *trh_kit_open (const TrhKit *self, const char *const opened_by[2], int day, int minute);

G_END_DECLS
