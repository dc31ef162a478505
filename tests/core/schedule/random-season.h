/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Lines of random small seasons, as small_season_record() reads them. */
#define N_ARTISTS 5 /* a0, a1… */
#define N_VENUES 5  /* v0, v1… in communes 00001 to 00003 */
#define N_DAYS 24

void  random_venue     (GRand *rand, int i, GString *out);
void  random_artist    (GRand *rand, int i, GString *out);
void  random_stay      (GRand *rand, const char *id, GString *out);
void  random_encounter (GRand *rand, const char *id, GString *out);
void  random_leg       (GRand *rand, const char *id, GString *out);
void  random_season    (GRand *rand, GString *out);
char *random_text      (GRand *rand);
