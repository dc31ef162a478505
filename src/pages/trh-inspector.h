/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* The form of the object that the workspace has selected: what it is called, its alerts, its
 * members, where it is used. Every change is an edit. The window puts it beside the pages. */
#define TRH_TYPE_INSPECTOR (trh_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TrhInspector, trh_inspector, TRH, INSPECTOR, TrhPage)

GtkWidget *trh_inspector_new      (TrhWorkspace *workspace);
gboolean   trh_inspector_has_form (TrhWorkspace *workspace);

G_END_DECLS
