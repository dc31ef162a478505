/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

/* Parts of records (a window, a vehicle…) have no identity. While a form shows one, such an object
 * stands for it: same properties and notifications as an entity of the project. */
TrhEntity *trh_part_new (const TrhSchema *schema);

G_END_DECLS
