/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* What can be done with objects of any type. Nothing changes before the edit is performed. */
TrhEdit  *trh_entity_edit_duplicate (TrhProject *project, GPtrArray *entities, char **id);
TrhEdit  *trh_entity_edit_delete    (TrhProject *project, GPtrArray *entities, char **sentence);
TrhEdit  *trh_entity_edit_set       (TrhProject *project, GPtrArray *entities, const char *field,
                                     const GValue *value, GError **error);
TrhEdit  *trh_entity_edit_set_part  (TrhProject *project, TrhEntity *entity, const char *list, guint index,
                                     const char *field, const GValue *value, GError **error);
TrhEdit  *trh_entity_edit_add_part  (TrhProject *project, TrhEntity *entity, const char *list, gpointer part);
TrhEdit  *trh_entity_edit_drop_part (TrhProject *project, TrhEntity *entity, const char *list, guint index);

G_END_DECLS
