/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* What every page is: a widget with a title and the workspace. Properties: "workspace", "title".
 * The window around it has the actions win.tell (s), win.tell-undo (s), win.show-page (s),
 * win.inspector and win.open-inspector; the page calls them through these functions. */
#define TRH_TYPE_PAGE (trh_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhPage, trh_page, TRH, PAGE, AdwBin)

struct _TrhPageClass
{
  AdwBinClass parent_class;
};

TrhWorkspace *trh_page_get_workspace (TrhPage *self);
gboolean      trh_page_perform       (TrhPage *self, TrhEdit *edit);
gboolean      trh_page_delete        (TrhPage *self, GPtrArray *entities);
void          trh_page_tell          (TrhPage *self, const char *sentence);
void          trh_page_tell_undo     (TrhPage *self, const char *sentence);
void          trh_page_open_inspector (TrhPage *self, const char *id);

G_END_DECLS
