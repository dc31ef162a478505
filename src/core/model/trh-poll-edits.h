/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/**
 * TrhPollError:
 * @TRH_POLL_ERROR_INCOMPLETE: something must be said first
 * @TRH_POLL_ERROR_STATE: it is too early or too late for this
 */
typedef enum {
  TRH_POLL_ERROR_INCOMPLETE,
  TRH_POLL_ERROR_STATE,
} TrhPollError;
#define TRH_POLL_ERROR (trh_poll_error_quark ())
GQuark trh_poll_error_quark (void);

/* The life of a poll: draft → ready (the keys are made, nothing changes any more) → open (a town hall votes)
 * → closed (no urn is open) → counted. What enters the project is never a ballot, a code or a time of one. */

/* What the opening of a session says. Plain, lent. */
typedef struct {
  const char *session_id;
  const char *commune_id;
  const char *venue_id;     /* or "" */
  const char *organisers[2]; /* or NULLs: nobody has opened it yet */
  int         day;
  int         minute;       /* of the clock */
  int         codes;        /* made for it */
  const char *urn_file;     /* name of the file, without its folder */
  const char *const *slips; /* (nullable): of the codes on the slips of a bag, from trh_bag_codes_list() */
} TrhSessionOpening;

/* What the closing of a session says. */
typedef struct {
  const char *organisers[2];
  int         minute;       /* or TRH_NO_CLOCK */
  int         day;          /* where it is another one than that of the session; else 0 */
  int         codes;        /* made for it in all */
  int         ballots;      /* in the urn, those of paper too */
  int         null_ballots; /* on paper */
  int         signatures;   /* on the roll; -1 is not counted */
  const char *president;    /* (nullable) */
  int         registered;   /* on the roll; 0 or less is not noted */
  const char *incidents;    /* (nullable) */
  const char *remarks;      /* (nullable) */
  const char *fingerprint;
} TrhSessionClosing;

/* What the count of one session gave: sums. */
typedef struct {
  const char *session_id;
  int         ballots;      /* in the urn, those of paper too */
  int         blank;        /* counts in the sum of all; told of this one only when its tallies are */
  int         null_ballots; /* on paper, beside the urn */
  GPtrArray  *tallies;      /* (nullable) (element-type TrhTallyRecord): left out of the project when too few voted */
  int         represented;  /* ballots that name a chosen artist, or -1 when that may not be said */
} TrhSessionSums;

gboolean     trh_poll_check         (const TrhPollRecord *poll, GError **error);
#define TRH_POLL_LETTERS 3 /* bytes of a letter, or two, and NUL */
const char  *trh_poll_get_letter    (guint place, char letter[TRH_POLL_LETTERS]);
void         trh_poll_letter        (TrhPollRecord *poll);
GPtrArray   *trh_poll_find_sessions (TrhProject *project, const char *poll_id);
TrhResult   *trh_poll_find_total    (TrhProject *project, const char *poll_id);
TrhResult   *trh_poll_find_open     (TrhProject *project, const char *poll_id);

gboolean     trh_poll_check_names   (const char *const names[2], GError **error);
void         trh_poll_set_names     (char ***member, const char *const names[2]);
gboolean     trh_poll_check_opening (TrhProject *project, const TrhPollRecord *poll, const char *commune_id, GError **error);
TrhResultRecord *trh_poll_make_session (const TrhPollRecord *poll, const TrhSessionOpening *opening);

TrhEdit     *trh_poll_edit_prepare  (TrhProject *project, TrhPoll *poll, gpointer record, GError **error);
TrhEdit     *trh_poll_edit_remove   (TrhProject *project, TrhPoll *poll, GError **error);
TrhEdit     *trh_poll_edit_ready    (TrhProject *project, TrhPoll *poll, const char *public_key, GError **error);
TrhEdit     *trh_poll_edit_open     (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *opening, GError **error);
void         trh_result_close       (TrhResultRecord *session, const TrhSessionClosing *closing);
TrhEdit     *trh_poll_edit_close    (TrhProject *project, TrhResult *session, const TrhSessionClosing *closing, GError **error);
TrhEdit     *trh_poll_edit_count    (TrhProject *project, TrhPoll *poll, const TrhSessionSums *sessions, guint n_sessions,
                                     gpointer total, int day, GError **error);

G_END_DECLS
