/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* A list inside an object as a group of a form: periods, vehicles, documents… Each part is a row
 * that opens onto its members; parts are added and removed, each time in one edit. */
#define TRH_TYPE_PARTS_GROUP (trh_parts_group_get_type ())
G_DECLARE_FINAL_TYPE (TrhPartsGroup, trh_parts_group, TRH, PARTS_GROUP, AdwBin)

GtkWidget *trh_parts_group_new (TrhWorkspace *workspace, TrhEntity *entity, const char *list);
void       trh_parts_group_add (TrhPartsGroup *self);

G_END_DECLS
