/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-error.h"

#include <glib/gi18n.h>

/* What an error of this domain knows beside its words. */
typedef struct {
  char *path; /* (nullable) */
} TrhDataErrorPrivate;

static void
trh_data_error_private_init (TrhDataErrorPrivate *data)
{
  data->path = NULL;
}

static void
trh_data_error_private_copy (const TrhDataErrorPrivate *from, TrhDataErrorPrivate *to)
{
  to->path = g_strdup (from->path);
}

static void
trh_data_error_private_clear (TrhDataErrorPrivate *data)
{
  g_free (data->path);
}

G_DEFINE_EXTENDED_ERROR (TrhDataError, trh_data_error)

/**
 * trh_data_error_set:
 * @error: return location for the error
 * @code: what kind
 * @path: where the value stands in its document, as in `stays[3].nights`
 * @format: a sentence about it
 *
 * The message says path and sentence; the path can be asked for, so that a reader that has the
 * document at hand can say line and column too (trh_json_place_error()).
 *
 * Returns: always %FALSE
 */
gboolean
trh_data_error_set (GError **error, TrhDataError code, const char *path, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  if (error == NULL)
    return FALSE;
  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: a place in a file, then what is wrong there */
  g_set_error (error, TRH_DATA_ERROR, code, _("%1$s: %2$s"), path, sentence);
  trh_data_error_get_private (*error)->path = g_strdup (path);

  return FALSE;
}

/**
 * trh_data_error_get_path:
 * @error: (nullable): any error
 *
 * Returns: (nullable): where the value stands that is wrong, when it is known
 */
const char *
trh_data_error_get_path (const GError *error)
{
  return error != NULL && error->domain == TRH_DATA_ERROR ? trh_data_error_get_private (error)->path : NULL;
}
