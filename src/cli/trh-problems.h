/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Something in a file that can be read but makes no sense. */
typedef struct {
  const char *kind;   /* "dangling", "dates", "path": as in `check --json` */
  char *path;         /* as in `stays[3].artist` */
  char *id;           /* of the object it stands in */
  char *target;       /* what it points to, or "" */
  char *sentence;
} TrhProblem;

GPtrArray *trh_problems_list (TrhProject *project);
void       trh_problem_free  (TrhProblem *problem);

G_END_DECLS
