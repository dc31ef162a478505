/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/schedule/trh-matrix.h"
#include "core/schedule/trh-schedule-index.h"

G_BEGIN_DECLS

/* Nobody is asked to leave before; arriving may take until midnight. Only where nothing says
 * more: an encounter in the morning is due at its own time. */
#define TRH_JOURNEY_FROM_MIN (7 * 60)

/* An artist goes from one stop of the season to the next. Texts are lent by the index. */
typedef struct {
  const char *from_venue_id, *from_object_id; /* a stay or an encounter */
  const char *to_venue_id, *to_object_id;
  int         first_day;   /* on which the artist can leave */
  int         last_day;    /* on which they must be there */
  int         day;         /* on which they go: the first that is not closed */
  gint64      ready;       /* true minutes since 1970: free to pack and go */
  gint64      due;         /* to be there, with the time to set up */
  const char *due_id;      /* the encounter they are due for; or the stop itself */
  TrhTravel   travel;
  const char *reason;      /* (nullable): why the road is closed on every day from first to last */
} TrhJourney;

GArray *trh_journeys_list (TrhScheduleIndex *index, TrhMatrix *matrix, const TrhArtistLane *lane);

G_END_DECLS
