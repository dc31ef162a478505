/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command writes. */
typedef enum {
  TRH_OUTPUT_SEASON, /* for its owner alone: it holds addresses */
  TRH_OUTPUT_URNS,   /* for its owner alone: it holds ballots, though closed */
  TRH_OUTPUT_PDF,    /* public papers: for whom the umask says */
} TrhOutput;

/* Both set a TRH_CLI_ERROR. */
gboolean trh_output_check_inputs (const char *path, const char *const *inputs, GError **error);
gboolean trh_output_save         (TrhOutput kind, const char *path, GBytes *bytes, GError **error);

G_END_DECLS
