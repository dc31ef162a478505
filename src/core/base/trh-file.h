/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrhFileError:
 * @TRH_FILE_ERROR_UNREADABLE: the file is missing, not a plain file, or may not be read
 * @TRH_FILE_ERROR_NO_SPACE: the disk or the quota is full; the old file is intact
 * @TRH_FILE_ERROR_NOT_ALLOWED: the folder may not be written; the old file is intact
 * @TRH_FILE_ERROR_FAILED: the disk failed in another way; the old file is intact
 * @TRH_FILE_ERROR_CHANGED: the file is not the one that was read: another program has written it; it is intact
 * @TRH_FILE_ERROR_UNSURE: the new file is there, but its folder could not be flushed: a power cut may bring the old one back
 */
typedef enum {
  TRH_FILE_ERROR_UNREADABLE,
  TRH_FILE_ERROR_NO_SPACE,
  TRH_FILE_ERROR_NOT_ALLOWED,
  TRH_FILE_ERROR_FAILED,
  TRH_FILE_ERROR_CHANGED,
  TRH_FILE_ERROR_UNSURE,
} TrhFileError;
#define TRH_FILE_ERROR (trh_file_error_quark ())
GQuark trh_file_error_quark (void);

/*< any thread >*/
GBytes  *trh_file_load (const char *path, gsize max_bytes, GError **error);
gboolean trh_file_save (const char *path, GBytes *bytes, GError **error);
gboolean trh_file_save_over (const char *path, GBytes *bytes, const char *expected, const char *keep, GError **error);
gboolean trh_file_save_new (const char *path, GBytes *bytes, GError **error);
gboolean trh_file_flush_folder (const char *path, GError **error);
gboolean trh_file_keep (const char *path, const char *keep);
char    *trh_file_hash (GBytes *bytes);
char    *trh_file_hash_of (const char *path, GError **error);
char    *trh_file_resolve (const char *path);
char    *trh_file_free_name (const char *path, const char *words);

G_END_DECLS
