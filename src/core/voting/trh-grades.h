/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The mentions that the program offers for graded ballots: three, five or seven of them, best first. A poll holds their
 * French names, or none for the usual five; they are said in the language of who reads. Other names, which somebody wrote
 * by hand, are said as they are. */
char      **trh_grades_dup         (guint n_grades);
const char *trh_grades_say         (const char *const *grades, guint grade, const char *language);
const char *trh_grades_translate   (const char *const *grades, guint grade);

G_END_DECLS
