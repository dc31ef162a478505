/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/* What the season keeps of the codes on the slips of a bag: enough to know them again in the urn that comes back, and
 * nothing from which a code, or the mark that its use leaves, could be made. */
char **trh_bag_codes_list  (const TrhUrnContent *prepared);
guint  trh_bag_codes_count (const char *const *lines, const TrhUrnContent *urn);

G_END_DECLS
