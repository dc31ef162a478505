/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"
#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* Forms out of tables: the row that suits a member, and the list of parts that suits a list. */
GtkWidget *trh_form_row_new  (TrhFieldLink *link);
void       trh_form_add_rows (AdwPreferencesGroup *group, TrhWorkspace *workspace, TrhEntity *entity, const char *fields);

G_END_DECLS
