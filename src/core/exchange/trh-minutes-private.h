/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-minutes.h"
#include "core/voting/trh-explain-count.h"

G_BEGIN_DECLS

/* What was asked and how it is counted. Plain, lent. */
typedef struct {
  const char          *season;     /* its title, or "" */
  const TrhPollRecord *poll;
  const char          *guarantees; /* in words, or "" */
} TrhMinutesRule;

/* trh-minutes-parts.c: what all minutes have */
TrhSheet  *trh_minutes_begin          (const TrhMinutesRule *rule, const char *title, int day);
char      *trh_minutes_say_moment     (int day, int minute);
void       trh_minutes_add_rule       (TrhSheet *sheet, const TrhMinutesRule *rule);
void       trh_minutes_add_remarks    (TrhSheet *sheet, const char *incidents, const char *remarks);
void       trh_minutes_add_purge      (TrhSheet *sheet, const TrhPollRecord *poll);
void       trh_minutes_add_signatures (TrhSheet *sheet, GPtrArray *names);
GPtrArray *trh_minutes_new_cells      (void);
void       trh_minutes_add_pair       (GPtrArray *cells, const char *name, const char *value);
void       trh_minutes_add_line       (GPtrArray *cells, const char *name, const char *value);
void       trh_minutes_add_noted      (GPtrArray *cells, const char *name, int figure);
void       trh_minutes_add_noted_feminine (GPtrArray *cells, const char *name, int figure);
void       trh_minutes_add_figure     (GPtrArray *cells, const char *name, guint figure);

/* trh-minutes-bureau.c: who held a session, and what is joined to its minutes */
void       trh_minutes_add_bureau     (TrhSheet *sheet, const TrhUrnContent *urn);
void       trh_minutes_add_annexes    (TrhSheet *sheet, const TrhUrnContent *urn);
GPtrArray *trh_minutes_list_signers   (const TrhUrnContent *urn);

/* trh-minutes-towns.c: each town in the minutes of all */
void       trh_minutes_add_towns      (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total);
void       trh_minutes_add_town_results (TrhSheet *sheet, TrhProject *project, const TrhPollRecord *poll,
                                       const TrhResultRecord *total);
GPtrArray *trh_minutes_list_presidents (TrhProject *project, const TrhResultRecord *total);

/* trh-minutes-draw.c: the lot, and how to work it out again */
void       trh_minutes_add_draw       (TrhSheet *sheet, const TrhPollRecord *poll, const char *seed);

/* trh-minutes.c */
void       trh_minutes_add_results    (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *session);

/* trh-minutes-figures.c */
const char *trh_minutes_say_outcome   (const TrhTallyRecord *tally);
void       trh_minutes_add_figures    (TrhSheet *sheet, const TrhPollRecord *poll, GPtrArray *tallies, gboolean total);
void       trh_minutes_add_duels      (TrhSheet *sheet, const TrhPollRecord *poll, const TrhTelling *telling);

G_END_DECLS
