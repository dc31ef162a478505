/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-journal-line.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

#define CRC_TEXT 9 /* eight digits and a space */

static const char *const kinds[] = { "open", "do", "merge", "undo", "redo", "mark", "raise", NULL };
static const char *const changes[] = { "insert", "remove", "change", "move", NULL };
enum { INSERT, REMOVE, CHANGE, MOVE };

TrhLine *
trh_line_new (TrhLineKind kind, const char *base)
{
  TrhLine *line = g_new0 (TrhLine, 1);

  line->kind = kind;
  line->base = g_strdup (base);
  return line;
}

/* On the main thread: edits count references without atomics. */
void
trh_line_free (TrhLine *line)
{
  g_clear_pointer (&line->time, g_date_time_unref);
  g_clear_pointer (&line->edit, trh_edit_unref);
  g_clear_pointer (&line->inverse, trh_edit_unref);
  g_free (line->base);
  g_free (line->file);
  g_free (line->title);
  g_free (line);
}

/* Whether it says that the season was changed: done, merged, undone or redone. */
gboolean
trh_line_is_edit (const TrhLine *line)
{
  return line->kind != TRH_LINE_OPEN && line->kind != TRH_LINE_MARK && line->kind != TRH_LINE_RAISE;
}

/* CRC-32 of ISO 3309, as in gzip and PNG, four bits at a time. */
static guint32
get_crc (const char *text, gsize length)
{
  static const guint32 table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guchar) text[i];
      crc = (crc >> 4) ^ table[crc & 15];
      crc = (crc >> 4) ^ table[crc & 15];
    }

  return ~crc;
}

/* The canonical form has line feeds only between members, never inside a text: without them, and without the
 * spaces that follow, it is the same. */
static void
append_flat (GString *out, const char *text)
{
  for (;;)
    {
      gsize run = strcspn (text, "\n");

      g_string_append_len (out, text, (gssize) run);
      text += run;
      if (*text == '\0')
        return;
      text += strspn (text, "\n ");
    }
}

static void
append_record (GString *out, const char *name, gconstpointer record)
{
  g_autoptr(GString) pretty = g_string_new (NULL);

  trh_record_append (pretty, record, 0);
  g_string_append_printf (out, ",\"%s\":", name);
  append_flat (out, pretty->str);
}

/* @back is what takes @change back: it alone knows where a record stood. */
static void
append_change (GString *out, const TrhChange *change, const TrhChange *back)
{
  const TrhRecord *record = change->after != NULL ? change->after : change->before;
  int kind = change->before == NULL ? INSERT : change->after == NULL ? REMOVE : change->before == change->after ? MOVE : CHANGE;

  g_string_append_printf (out, "{\"do\":\"%s\",\"in\":\"%s\"", changes[kind], record->schema->collection);
  if (change->before != NULL)
    append_record (out, "before", change->before);
  if (change->after != NULL && kind != MOVE)
    append_record (out, "after", change->after);
  if ((kind == INSERT || kind == MOVE) && change->to != TRH_AT_END)
    g_string_append_printf (out, ",\"to\":%u", change->to);
  if (kind == REMOVE || kind == MOVE)
    g_string_append_printf (out, ",\"from\":%u", back->to);
  g_string_append_c (out, '}');
}

static void
append_edit (GString *out, const TrhLine *line)
{
  guint n = trh_edit_get_n_changes (line->edit);

  g_string_append (out, ",\"label\":");
  trh_json_append_text (out, trh_edit_get_label (line->edit));
  if (trh_edit_get_merge_key (line->edit) != NULL)
    {
      g_string_append (out, ",\"key\":");
      trh_json_append_text (out, trh_edit_get_merge_key (line->edit));
    }
  g_string_append (out, ",\"changes\":[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_change (out, trh_edit_get_change (line->edit, i), trh_edit_get_change (line->inverse, n - 1 - i));
    }
  g_string_append_c (out, ']');
}

/**
 * trh_line_append:
 * @out: the text written so far
 * @line: a line, complete
 *
 * Writes the line with its checksum and its line feed.
 */
void
trh_line_append (GString *out, const TrhLine *line)
{
  gsize start = out->len;
  char crc[CRC_TEXT];

  g_string_append_printf (out, "00000000 {\"seq\":%" G_GUINT64_FORMAT ",\"base\":\"%s\",\"what\":\"%s\"", line->seq, line->base,
                          kinds[line->kind]);
  if (line->time != NULL)
    {
      g_autofree char *time = g_date_time_format_iso8601 (line->time);

      g_string_append_printf (out, ",\"time\":\"%s\"", time);
    }
  switch (line->kind)
    {
    case TRH_LINE_OPEN:
      g_string_append (out, ",\"file\":");
      trh_json_append_text (out, line->file);
      g_string_append (out, ",\"title\":");
      trh_json_append_text (out, line->title);
      break;
    case TRH_LINE_MARK:
      g_string_append_printf (out, ",\"file\":\"%s\",\"after\":%" G_GUINT64_FORMAT, line->file, line->after);
      break;
    case TRH_LINE_DO:
    case TRH_LINE_MERGE:
      append_edit (out, line);
      G_GNUC_FALLTHROUGH;
    case TRH_LINE_UNDO:
    case TRH_LINE_REDO:
    case TRH_LINE_RAISE:
    default:
      g_string_append_printf (out, ",\"step\":%u", line->step);
    }
  g_string_append_c (out, '}');
  g_snprintf (crc, sizeof crc, "%08x", get_crc (out->str + start + CRC_TEXT, out->len - start - CRC_TEXT));
  memcpy (out->str + start, crc, CRC_TEXT - 1);
  g_string_append_c (out, '\n');
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_number (JsonObject *object, const char *name, guint64 most, guint64 *number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0 ||
      (guint64) json_node_get_int (node) > most)
    return FALSE;
  *number = (guint64) json_node_get_int (node);
  return TRUE;
}

static int
find_name (const char *const *names, const char *name)
{
  for (int i = 0; name != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;

  return -1;
}

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gpointer
read_record (JsonObject *object, const char *name, const TrhSchema *schema)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL ? trh_record_from_json (schema, node, name, NULL) : NULL;
}

static gboolean
read_change (JsonNode *node, TrhEdit *edit, TrhEdit *backwards)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  int kind = object != NULL ? find_name (changes, get_text (object, "do")) : -1;
  const char *in = object != NULL ? get_text (object, "in") : NULL;
  const TrhSchema *schema = NULL;
  g_autoptr(TrhRecord) before = NULL;
  g_autoptr(TrhRecord) after = NULL;
  guint64 to = TRH_AT_END, from = 0;

  if (kind < 0 || in == NULL)
    return FALSE;
  for (guint i = 0; i < TRH_N_COLLECTIONS && schema == NULL; i++)
    if (g_str_equal (trh_collection_get_schema (i)->collection, in))
      schema = trh_collection_get_schema (i);
  if (schema == NULL)
    return FALSE;
  before = read_record (object, "before", schema);
  after = read_record (object, "after", schema);
  if ((kind == INSERT) != (before == NULL) || (kind == INSERT || kind == CHANGE) != (after != NULL) ||
      (json_object_has_member (object, "to") && !get_number (object, "to", TRH_AT_END, &to)) ||
      ((kind == REMOVE || kind == MOVE) && !get_number (object, "from", TRH_AT_END - 1, &from)) ||
      (kind == CHANGE && g_strcmp0 (before->id, after->id) != 0) || (schema->singleton && kind != CHANGE))
    return FALSE;

  switch (kind)
    {
    case INSERT:
      trh_edit_insert_at (edit, (guint) to, trh_record_ref (after));
      trh_edit_remove_record (backwards, after);
      break;
    case REMOVE:
      trh_edit_remove_record (edit, before);
      trh_edit_insert_at (backwards, (guint) from, trh_record_ref (before));
      break;
    case CHANGE:
      trh_edit_replace_record (edit, before, trh_record_ref (after));
      trh_edit_replace_record (backwards, after, trh_record_ref (before));
      break;
    case MOVE:
    default:
      trh_edit_move_record (edit, before, (guint) to);
      trh_edit_move_record (backwards, before, (guint) from);
    }
  return TRUE;
}

static gboolean
read_edit (TrhLine *line, JsonObject *object)
{
  const char *label = get_text (object, "label");
  JsonNode *node = json_object_get_member (object, "changes");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(TrhEdit) backwards = NULL;

  if (label == NULL || array == NULL)
    return FALSE;
  line->edit = trh_edit_new (label);
  trh_edit_set_merge_key (line->edit, get_text (object, "key"));
  line->inverse = trh_edit_new (label);
  backwards = trh_edit_new (label);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_change (json_array_get_element (array, i), line->edit, backwards))
      return FALSE;
  for (guint i = trh_edit_get_n_changes (backwards); i > 0; i--)
    trh_edit_append_change (line->inverse, trh_edit_get_change (backwards, i - 1));
  return TRUE;
}

static gboolean
read_members (TrhLine *line, JsonObject *object)
{
  const char *base = get_text (object, "base");
  const char *time = get_text (object, "time");
  const char *file = get_text (object, "file");
  const char *title = get_text (object, "title");
  int kind = find_name (kinds, get_text (object, "what"));
  guint64 step = 0;

  if (kind < 0 || base == NULL || (*base != '\0' && !is_hash (base)) || !get_number (object, "seq", G_MAXINT64, &line->seq))
    return FALSE;
  line->kind = (TrhLineKind) kind;
  line->base = g_strdup (base);
  line->time = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  line->file = g_strdup (file);
  line->title = g_strdup (title);
  switch (line->kind)
    {
    case TRH_LINE_OPEN:
      return file != NULL && title != NULL;
    case TRH_LINE_MARK:
      return is_hash (file) && get_number (object, "after", G_MAXINT64, &line->after) && line->after < line->seq;
    case TRH_LINE_DO:
    case TRH_LINE_MERGE:
      if (line->time == NULL || !read_edit (line, object))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case TRH_LINE_UNDO:
    case TRH_LINE_REDO:
    case TRH_LINE_RAISE:
    default:
      if (!get_number (object, "step", G_MAXUINT, &step))
        return FALSE;
      line->step = (guint) step;
      return TRUE;
    }
}

/**
 * trh_line_parse:
 * @text: a line without its line feed
 * @length: its bytes
 * @error: return location for a #TrhDataError
 *
 * Returns: (transfer full): the line, or %NULL with @error set
 */
TrhLine *
trh_line_parse (const char *text, gsize length, GError **error)
{
  g_autoptr(TrhLine) line = g_new0 (TrhLine, 1);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) root = NULL;
  char crc[CRC_TEXT + 1];

  if (length > CRC_TEXT)
    g_snprintf (crc, sizeof crc, "%08x ", get_crc (text + CRC_TEXT, length - CRC_TEXT));
  if (length <= CRC_TEXT || memcmp (text, crc, CRC_TEXT) != 0)
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_SYNTAX, _("the checksum of the line does not fit"));
      return NULL;
    }
  bytes = g_bytes_new_static (text + CRC_TEXT, length - CRC_TEXT);
  root = trh_json_parse (bytes, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root) || !read_members (line, json_node_get_object (root)))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("this is no line of a journal"));
      return NULL;
    }

  return g_steal_pointer (&line);
}

static gboolean
follows (GPtrArray *lines, GHashTable *bases, const TrhLine *line)
{
  if (lines->len == 0)
    return line->kind == TRH_LINE_OPEN && line->seq == 0;
  return line->seq == lines->len && g_hash_table_contains (bases, line->base);
}

/**
 * trh_journal_read:
 * @bytes: a journal
 * @good_bytes: (out): where its good part ends
 *
 * Reads lines as long as checksum, order and base fit. What follows the first that does not is of no use: an edit
 * fits only the project that the edits before it made.
 *
 * Returns: (transfer full): #TrhLine, none when not even the first line is good
 */
GPtrArray *
trh_journal_read (GBytes *bytes, gsize *good_bytes)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_line_free);
  g_autoptr(GHashTable) bases = g_hash_table_new (trh_text_hash, g_str_equal);
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length), *at = start, *end = start + length;

  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      TrhLine *line = stop != NULL ? trh_line_parse (at, (gsize) (stop - at), NULL) : NULL;

      if (line == NULL)
        break;
      if (!follows (lines, bases, line))
        {
          trh_line_free (line);
          break;
        }
      g_ptr_array_add (lines, line);
      g_hash_table_add (bases, line->kind == TRH_LINE_MARK ? line->file : line->base);
      at = stop + 1;
      line->end = (gsize) (at - start);
    }
  *good_bytes = (gsize) (at - start);

  return lines;
}
