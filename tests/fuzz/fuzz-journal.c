/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/storage/trh-journal-line.h"
#include "fuzz.h"

/* CRC-32 of ISO 3309, bit by bit: the twin of the one that the journal has in a table. */
static guint32
get_crc (const guint8 *data, size_t length)
{
  guint32 crc = 0xffffffff;

  for (size_t i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return ~crc;
}

/* Each line of the input with a good checksum: no input would have one by chance. */
static GBytes *
add_checksums (const guint8 *data, size_t length)
{
  GString *text = g_string_new (NULL);

  while (length > 0)
    {
      const guint8 *end = memchr (data, '\n', length);
      size_t n = end != NULL ? (size_t) (end - data) : length;

      g_string_append_printf (text, "%08x ", get_crc (data, n));
      g_string_append_len (text, (const char *) data, (gssize) n);
      g_string_append_c (text, '\n');
      data += n;
      length -= n;
      if (end != NULL)
        {
          data++;
          length--;
        }
    }
  return g_string_free_to_bytes (text);
}

static GBytes *
write_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    trh_line_append (text, lines->pdata[i]);
  return g_string_free_to_bytes (text);
}

static void
try (GBytes *bytes)
{
  gsize good;
  g_autoptr(GPtrArray) lines = trh_journal_read (bytes, &good);
  g_autoptr(GBytes) written = write_lines (lines);
  g_autoptr(GPtrArray) back = trh_journal_read (written, &good);
  g_autoptr(GBytes) again = write_lines (back);

  g_assert_cmpuint (back->len, ==, lines->len);
  g_assert_cmpuint (good, ==, g_bytes_get_size (written));
  g_assert_true (g_bytes_equal (written, again));
  if (lines->len == 0)
    return;
  for (guint64 after = 0; after < lines->len; after++)
    {
      g_autoptr(GBytes) trimmed = trh_journal_trim (lines, after, g_bytes_get_size (written) / 2);
      g_autoptr(GPtrArray) part = trimmed != NULL ? trh_journal_read (trimmed, &good) : NULL;

      g_assert_true (trimmed == NULL || (part->len > 0 && part->len < lines->len && good == g_bytes_get_size (trimmed)));
    }
}

/* What the reader of journals takes is written and read again alike, cut short or whole. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t length)
{
  g_autoptr(GBytes) bare = g_bytes_new (data, length);
  g_autoptr(GBytes) checked = add_checksums (data, length);

  try (bare);
  try (checked);
  return 0;
}
