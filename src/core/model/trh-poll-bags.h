/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll-edits.h"

G_BEGIN_DECLS

/* Sessions that do not simply open and close here. Town halls that vote on another computer: a bag goes out with a session
 * that nobody has opened, and comes back as a closed urn; meanwhile the poll is open, and nothing is counted. Urns that the
 * season does not name, here or come back. Sessions that were opened by mistake. */

/* What an urn that came back says. Plain, lent. */
typedef struct {
  const char       *session_id;
  const char       *commune_id;    /* where it was held; asked only when the season names no such session */
  const char       *organisers[2]; /* who opened it */
  int               day;
  int               minute;        /* of the opening, or TRH_NO_CLOCK */
  const char       *urn_file;      /* name of the file, without its folder */
  TrhSessionClosing closing;
  int               used;          /* codes that were used */
  int               used_slips;    /* of them so many were on the slips of the bag; -1 is not known */
  gboolean          compared;      /* its words with the signed minutes */
  const char       *former;        /* (nullable): fingerprint of the urn that it replaces in the season */
} TrhSessionReturn;

GPtrArray *trh_poll_find_bags     (TrhProject *project, const char *poll_id);
GPtrArray *trh_poll_find_called_off (TrhProject *project, const char *poll_id);
gboolean   trh_poll_check_bags    (TrhProject *project, const char *poll_id, GError **error);

TrhEdit   *trh_poll_edit_pack     (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *bag, GError **error);
TrhEdit   *trh_poll_edit_unpack   (TrhProject *project, TrhResult *bag, GError **error);
TrhEdit   *trh_poll_edit_call_off (TrhProject *project, TrhResult *session, const TrhSessionClosing *words, GError **error);
TrhEdit   *trh_poll_edit_bring_in (TrhProject *project, TrhPoll *poll, const TrhSessionReturn *returns, guint n_returns,
                                   GError **error);
TrhEdit   *trh_poll_edit_take_up  (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *opening,
                                   const TrhSessionClosing *closing, GError **error);

G_END_DECLS
