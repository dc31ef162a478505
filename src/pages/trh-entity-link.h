/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/workspace/trh-workspace.h"
#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* One member of an object of the season, or of one part in a list of it: what is written becomes
 * an edit of the workspace. */
#define TRH_TYPE_ENTITY_LINK (trh_entity_link_get_type ())
G_DECLARE_FINAL_TYPE (TrhEntityLink, trh_entity_link, TRH, ENTITY_LINK, TrhFieldLink)

TrhFieldLink *trh_entity_link_new      (TrhWorkspace *workspace, TrhEntity *entity, const char *field);
TrhFieldLink *trh_entity_link_new_part (TrhWorkspace *workspace, TrhEntity *entity, const char *list, guint index,
                                        TrhEntity *part, const char *field);

G_END_DECLS
