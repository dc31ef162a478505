/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrhNumberWords:
 * @TRH_WORDS_ENGLISH: “two hundred and twenty-one”
 * @TRH_WORDS_FRENCH: “deux-cent-vingt-et-un”
 * @TRH_WORDS_FRENCH_FEMININE: of voices, “deux-cent-vingt-et-une”
 */
typedef enum {
  TRH_WORDS_ENGLISH,
  TRH_WORDS_FRENCH,
  TRH_WORDS_FRENCH_FEMININE,
} TrhNumberWords;

char *trh_number_write (guint number, TrhNumberWords words);
char *trh_number_say   (guint number, gboolean feminine);

G_END_DECLS
