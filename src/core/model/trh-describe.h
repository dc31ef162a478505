/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* What people call the objects of a season. All (transfer full). */
char *trh_describe_entity  (TrhProject *project, TrhEntity *entity);
char *trh_describe_inside  (TrhProject *project, TrhEntity *entity);
char *trh_describe_record  (TrhProject *project, gconstpointer record);
char *trh_describe_id      (TrhProject *project, const char *id);
char *trh_describe_place   (TrhProject *project, const char *id);
char *trh_describe_windows (GPtrArray *windows);
char *trh_describe_window  (const TrhWindowRecord *window);
char *trh_describe_value   (TrhProject *project, gconstpointer record, const TrhField *field);
char *trh_describe_filled  (TrhProject *project, gconstpointer record, const char *const *fields);

G_END_DECLS
