/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libFuzzer calls with each input; replay.c calls it in every run of the tests. Ends the program when the
 * promise of the target is broken. */
int LLVMFuzzerTestOneInput (const guint8 *data, size_t length);

G_END_DECLS
