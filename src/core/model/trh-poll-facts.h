/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* What is known of a vote that was held is no plan: people voted, urns are sealed, a result was read out. No step of the
 * history takes it back, and no older version of the season has it otherwise. The plan around it goes back and forth. */

gboolean    trh_poll_has_facts  (TrhProject *project, const char *poll_id);
gboolean    trh_poll_is_counted (TrhProject *project, const char *poll_id);
gboolean    trh_poll_is_fact    (TrhProject *project, TrhEdit *turn);
const char *trh_poll_say_kept   (TrhProject *project, TrhEdit *turn, GPtrArray *above);

gboolean    trh_poll_keep_facts   (TrhProject *project, TrhProject *then);
void        trh_poll_keep_counted (TrhProject *project, TrhProject *theirs);

G_END_DECLS
