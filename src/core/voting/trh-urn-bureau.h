/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What only the room knows and the minutes carry: who held which office, and the ballots of paper that the program never
 * sees. Each is optional. Names of those who hold the session, never of a voter. */
typedef struct {
  char *president;   /* or "", as the three below; several names have commas between */
  char *assessors;
  char *secretary;
  char *scrutineers;
  int   registered;  /* people on the roll, signed or not; -1 is not noted, as below */
  int   printed;     /* ballots of paper */
  int   left;        /* of them, that nobody took */
  int   spoiled;     /* of them, taken back and destroyed in front of the voter */
} TrhUrnBureau;

TrhUrnBureau *trh_urn_bureau_new      (void);
TrhUrnBureau *trh_urn_bureau_copy     (const TrhUrnBureau *self);
void          trh_urn_bureau_free     (TrhUrnBureau *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnBureau, trh_urn_bureau_free)

gboolean      trh_urn_bureau_is_empty (const TrhUrnBureau *self);
void          trh_urn_bureau_append   (const TrhUrnBureau *self, GString *out);
TrhUrnBureau *trh_urn_bureau_read     (JsonObject *root, const char *name, GError **error);

G_END_DECLS
