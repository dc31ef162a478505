/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/workspace/trh-workspace.h"
#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* One member of an object that is not in the season yet: what is written stays in the draft. It
 * offers the same choices, in the same words, as a link to an object of the season. */
#define TRH_TYPE_DRAFT_LINK (trh_draft_link_get_type ())
G_DECLARE_FINAL_TYPE (TrhDraftLink, trh_draft_link, TRH, DRAFT_LINK, TrhFieldLink)

TrhFieldLink *trh_draft_link_new (TrhWorkspace *workspace, TrhEntity *draft, const char *field);

G_END_DECLS
