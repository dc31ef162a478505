/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrhDataError:
 * @TRH_DATA_ERROR_SYNTAX: the bytes are not the format they claim to be
 * @TRH_DATA_ERROR_INVALID: a value is of the wrong kind or out of range
 * @TRH_DATA_ERROR_TOO_LARGE: a ceiling of `trh-limits.h` is passed
 * @TRH_DATA_ERROR_TOO_NEW: written by a later version of the program
 *
 * What can be wrong with data that came from outside. Every message names the
 * place, as in `stays[3].nights: 0 is not between 1 and 60`.
 */
typedef enum {
  TRH_DATA_ERROR_SYNTAX,
  TRH_DATA_ERROR_INVALID,
  TRH_DATA_ERROR_TOO_LARGE,
  TRH_DATA_ERROR_TOO_NEW,
} TrhDataError;

#define TRH_DATA_ERROR (trh_data_error_quark ())
GQuark      trh_data_error_quark    (void);

gboolean    trh_data_error_set      (GError **error, TrhDataError code, const char *path, const char *format,
                                     ...) G_GNUC_PRINTF (4, 5);
const char *trh_data_error_get_path (const GError *error);

G_END_DECLS
