/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-kit.h"

G_BEGIN_DECLS

/* The bag of a town hall: a folder with the kit of its session and the slips of its codes, to be carried on a USB
 * stick. No secret key and no roll is in it; the codes themselves are on the slips only. */
gboolean trh_bag_write   (TrhKit *kit, guint n_codes, const char *parent, char **folder, GError **error);
void     trh_bag_discard (const char *folder);

G_END_DECLS
