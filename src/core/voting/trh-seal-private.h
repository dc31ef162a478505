/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-seal.h"

G_BEGIN_DECLS

struct _TrhSecret
{
  guint8 key[TRH_SEAL_KEY];
};

TrhSecret *trh_secret_new (void);

G_END_DECLS
