/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

/* trh-urn-disk.c */
void trh_urn_forget_time       (const char *path);
void trh_urn_clear_temporaries (const char *path);

G_END_DECLS
