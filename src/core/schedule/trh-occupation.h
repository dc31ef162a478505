/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-stay.h"

G_BEGIN_DECLS

/* Beds or places to work that stays take one after the other, in the order of their arrival.
 * Who came first keeps what they have. */
typedef struct _TrhOccupation TrhOccupation;

TrhOccupation *trh_occupation_new  (int places);
void           trh_occupation_free (TrhOccupation *self);
int            trh_occupation_take (TrhOccupation *self, const TrhStayRecord *stay, int end_day, int places,
                                    int *until_day, const TrhStayRecord **other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhOccupation, trh_occupation_free)

G_END_DECLS
