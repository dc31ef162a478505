/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A content with a pane at its start or end, which folds over the content when there is
 * little room. The one place that names AdwFlap, deprecated since libadwaita 1.4; newer
 * versions can put an AdwOverlaySplitView here.
 *
 * Properties: "content", "pane" (widgets), "pane-at-end", "show-pane" (notifies),
 * "folded" (notifies, read-only). */
#define TRH_TYPE_SPLIT_VIEW (trh_split_view_get_type ())
G_DECLARE_FINAL_TYPE (TrhSplitView, trh_split_view, TRH, SPLIT_VIEW, AdwBin)

gboolean trh_split_view_get_folded    (TrhSplitView *self);
gboolean trh_split_view_get_show_pane (TrhSplitView *self);
void     trh_split_view_set_show_pane (TrhSplitView *self, gboolean show);

G_END_DECLS
