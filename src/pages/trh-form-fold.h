/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* A folded part of a form: closed it says what is filled, opened it shows that and what people usually fill. A last row
 * names what else there is and brings it. */
GtkWidget *trh_form_fold_new (TrhWorkspace *workspace, TrhEntity *entity, const char *title, const char *usual, const char *rare);

G_END_DECLS
