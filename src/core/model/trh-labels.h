/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The words for what the tables name: types, members and choices, in the language of the
 * person. All begin with a small letter, to stand inside a sentence; trh_text_capital()
 * makes the title of a row. The strings belong to the program. */
const char *trh_label_type   (const TrhSchema *schema);
char       *trh_label_count  (TrhCollection collection, guint n);
const char *trh_label_field  (const TrhSchema *schema, const TrhField *field);
const char *trh_label_choice (const TrhSchema *schema, const TrhField *field, int choice);

char       *trh_label_stays         (guint n_placed, guint n_waiting);

G_END_DECLS
