/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is an int: days since 1970-01-01 of the local calendar, from 1 to TRH_MAX_DAY.
 * Zero says "no day". A clock time is an int: minutes since local midnight, 0 to 1439;
 * TRH_NO_CLOCK says "no time". All clocks are those of Europe/Paris. */
#define TRH_NO_DAY     0
#define TRH_NO_CLOCK   (-1)
#define TRH_DAY_TEXT   16 /* bytes that hold a written day */

int         trh_day_from_date      (int year, int month, int day);
void        trh_day_to_date        (int day, int *year, int *month, int *day_of_month);
gboolean    trh_day_parse          (const char *text, int *day);
const char *trh_day_write          (int day, char buffer[TRH_DAY_TEXT]);
int         trh_day_get_weekday    (int day);
int         trh_day_today          (void);
int         trh_clock_now          (void);

gboolean    trh_clock_parse        (const char *text, int *minute);
const char *trh_clock_write        (int minute, char buffer[TRH_DAY_TEXT]);
gint64      trh_clock_to_minutes   (int day, int minute);

/*< sentences, in the language of the person; all (transfer full) >*/
char       *trh_day_say            (int day);
char       *trh_day_say_short      (int day);
char       *trh_day_say_range      (int first_day, int last_day);
char       *trh_day_say_moment     (GDateTime *time);
char       *trh_clock_say          (int minute);
char       *trh_minutes_say        (int minutes);
const char *trh_day_say_weekday    (int weekday);
const char *trh_day_say_month      (int month);

G_END_DECLS
