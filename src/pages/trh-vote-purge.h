/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/trh-poll.h"
#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The date on the minutes: what of a counted vote is destroyed then. */
GtkWidget *trh_vote_purge_reminder_new (TrhProject *project, const TrhPollRecord *poll);
GtkWidget *trh_vote_purge_group_new    (TrhProject *project, const TrhPollRecord *poll);
void       trh_vote_ask_purge          (GtkWidget *page, TrhProject *project, const TrhPollRecord *poll);

G_END_DECLS
