/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A voting code: seven random characters and a check character, shown as K7MP-3TRD. */
#define TRH_CODE_ALPHABET "ACDEFHJKMNPQRTUVWXY346789" /* no look-alikes */
#define TRH_CODE_LENGTH   8
#define TRH_CODE_SHOWN    (TRH_CODE_LENGTH + 2) /* bytes of the shown form, hyphen and NUL included */

typedef struct {
  char text[TRH_CODE_LENGTH + 1]; /* plain: no hyphen, capitals */
} TrhCode;

gboolean trh_code_parse  (const char *typed, TrhCode *code);
void     trh_code_show   (const TrhCode *code, char shown[TRH_CODE_SHOWN]);
void     trh_code_wipe   (TrhCode *code);
GArray  *trh_codes_make  (guint n);
GArray  *trh_codes_join  (const GArray *first, const GArray *second);

/* What a file may keep of a code: its slow hash under the key of one urn. */
#define TRH_CODE_KEY  16
#define TRH_CODE_HASH 16

gboolean trh_code_hash   (const TrhCode *code, const guint8 key[TRH_CODE_KEY], guint8 hash[TRH_CODE_HASH]);
void     trh_code_cover  (const guint8 hash[TRH_CODE_HASH], guint8 cover[TRH_CODE_HASH]);

G_END_DECLS
