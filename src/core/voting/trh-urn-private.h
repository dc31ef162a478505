/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

/* trh-urn-disk.c */
char *trh_urn_build_path        (const char *kind, const char *id, const char *folder, const char *suffix);
void  trh_urn_forget_time       (const char *path);
void  trh_urn_clear_temporaries (const char *path);

G_END_DECLS
