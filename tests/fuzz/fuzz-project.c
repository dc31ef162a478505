/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-project.h"

#include "fuzz.h"

#define HEAD "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","

static void
assert_same_records (TrhProject *a, TrhProject *b)
{
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      g_assert_cmpuint (trh_project_count (a, i), ==, trh_project_count (b, i));
      for (guint j = 0; j < trh_project_count (a, i); j++)
        {
          const TrhRecord *record = trh_project_peek_record (a, i, j);

          g_assert_true (trh_record_equal (record, trh_project_peek_record (b, i, j)));
          g_assert_true (trh_project_find_record (a, i, record->id) == record);
        }
    }
}

static void
try (const guint8 *data, size_t length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(TrhProject) back = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GPtrArray) dangling = NULL;

  if (project == NULL)
    {
      g_assert_true (error != NULL && *error->message != '\0' && g_utf8_validate (error->message, -1, NULL));
      return;
    }
  written = trh_project_to_bytes (project);
  g_assert_true (trh_project_check_bytes (written, &error));
  back = trh_project_from_bytes (written, &error);
  g_assert_no_error (error);
  assert_same_records (project, back);
  again = trh_project_to_bytes (back);
  g_assert_true (g_bytes_equal (written, again));
  dangling = trh_project_find_dangling (project);
  g_assert_nonnull (dangling);
}

/* Whatever the reader of projects takes is written and read again alike. Most inputs have no head: they get one too. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t length)
{
  g_autoptr(GByteArray) whole = g_byte_array_new ();

  try (data, length);
  g_byte_array_append (whole, (const guint8 *) HEAD, sizeof HEAD - 1);
  g_byte_array_append (whole, data, (guint) length);
  g_byte_array_append (whole, (const guint8 *) "}", 1);
  try (whole->data, whole->len);

  return 0;
}
