/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* A small example, counted two ways, for who chooses a method. */
void trh_vote_show_example (GtkWidget *parent, int kind, const TrhMethod *method);

G_END_DECLS
