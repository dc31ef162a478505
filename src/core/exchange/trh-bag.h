/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-kit.h"

G_BEGIN_DECLS

/* The bag of a town hall: a folder with the kit of its session and the slips of its codes, to be carried on a USB
 * stick. No secret key and no roll is in it; the codes themselves are on the slips only. It is made in memory first, so that
 * the season can name it before anybody can vote with it. */
typedef struct _TrhBag TrhBag;

TrhBag  *trh_bag_new   (TrhKit *kit, guint n_codes, GError **error);
void     trh_bag_free  (TrhBag *self);
gboolean trh_bag_write (const TrhBag *self, const char *parent, char **folder, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhBag, trh_bag_free)

G_END_DECLS
