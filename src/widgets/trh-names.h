/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void trh_name_group    (AdwPreferencesGroup *group, const char *name);
void trh_title_group   (AdwPreferencesGroup *group, const char *title);
void trh_name_expander (AdwExpanderRow *row, const char *name);

G_END_DECLS
