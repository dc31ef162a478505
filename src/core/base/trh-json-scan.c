/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

/*
 * A strict reader of RFC 8259 that builds nothing: it says whether json-glib may see the
 * bytes at all. json-glib 1.6 recurses without a limit, accepts comments, single quotes,
 * `var x =`, hexadecimal and octal numbers, takes the last of two members of one name,
 * wraps integers, and returns no root for an empty text.
 *
 * Beyond the grammar it refuses what would be read differently by two programs: two members
 * of one name, \u0000, half a surrogate pair, integers beyond ±(2⁵³−1), numbers beyond double.
 *
 * It knows the path of what it reads, as in `stays[3].nights`: errors name line, column and path,
 * and the place of a path can be found again once a later reader has refused what stands there.
 */

#define MAX_EXACT 9007199254740991.0 /* 2⁵³ − 1 */
#define SHORT_NUMBER 15              /* digits: below 10¹⁵, no need to look how large it is */
#define FEW_NAMES 16                 /* members of one object that are compared one by one */

/* One open object, with the members seen so far, or one open list. */
typedef struct {
  gboolean    is_object;
  guint       n_elements; /* of a list, begun ones included */
  GPtrArray  *names; /* (nullable) (owned): unescaped names */
  GHashTable *index; /* (nullable) (owned): the same, once they are many; borrows them */
} Level;

typedef struct {
  const char *start;
  const char *end;
  const char *at;
  guint       n_values;
  guint       n_boxes; /* objects and lists among them */
  gboolean    is_walked; /* nobody makes nodes of it: their number does not matter */
  guint       depth;
  Level       levels[TRH_MAX_NESTING];
  GError    **error;

  const char *wanted; /* (nullable): what is left of a path that is looked for */
  guint       n_found; /* steps of it that were found: the first levels stand on them */
  const char *found;  /* where the last of them begins */
} Scanner;

/* Where the scanner is, as in `stays[3].nights`, "" at the root. */
static char *
say_path (Scanner *s)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < s->depth; i++)
    {
      const Level *level = &s->levels[i];

      if (!level->is_object && level->n_elements > 0)
        g_string_append_printf (path, "[%u]", level->n_elements - 1);
      if (level->is_object && level->names != NULL && level->names->len > 0)
        {
          g_autofree char *name = trh_text_clip (level->names->pdata[level->names->len - 1]);

          g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name);
        }
    }

  return g_string_free (path, FALSE);
}

static void
find_place (const char *start, const char *place, guint *line, guint *column)
{
  const char *line_start = start;

  *line = 1;
  for (const char *p = start; p < place; p++)
    if (*p == '\n')
      {
        (*line)++;
        line_start = p + 1;
      }
  *column = (guint) g_utf8_strlen (line_start, place - line_start) + 1;
}

static gboolean
fail_at (Scanner *s, const char *place, TrhDataError code, const char *sentence)
{
  g_autofree char *path = say_path (s);
  guint line, column;

  find_place (s->start, MIN (place, s->end), &line, &column);
  if (*path != '\0')
    /* Translators: a place in a file, as in “line 3, column 8, stays[3].nights”, then what is wrong there */
    g_set_error (s->error, TRH_DATA_ERROR, code, _("line %1$u, column %2$u, %3$s: %4$s"), line, column, path, sentence);
  else
    /* Translators: a place in a file, then what is wrong there */
    g_set_error (s->error, TRH_DATA_ERROR, code, _("line %1$u, column %2$u: %3$s"), line, column, sentence);
  return FALSE;
}

static gboolean
fail (Scanner *s, const char *sentence)
{
  return fail_at (s, s->at, TRH_DATA_ERROR_SYNTAX, sentence);
}

static void
skip_space (Scanner *s)
{
  while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' || *s->at == '\t' || *s->at == '\r'))
    s->at++;
}

static gboolean
read_hex (Scanner *s, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, s->at++)
    {
      if (s->at >= s->end || !g_ascii_isxdigit (*s->at))
        return FALSE;
      *value = *value * 16 + (guint) g_ascii_xdigit_value (*s->at);
    }
  return TRUE;
}

/* After a backslash. Appends the character to @text when that is wanted. */
static gboolean
scan_escape (Scanner *s, GString *text)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter = s->at < s->end && *s->at != '\0' ? strchr (letters, *s->at) : NULL;
  guint unit, low;

  if (letter != NULL)
    {
      s->at++;
      if (text != NULL)
        g_string_append_c (text, meanings[letter - letters]);
      return TRUE;
    }
  if (s->at >= s->end || *s->at++ != 'u' || !read_hex (s, &unit))
    return fail (s, _("this escape is not one of JSON"));
  if (unit == 0)
    return fail (s, _("a text may not contain the character zero"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (s, _("half of a surrogate pair"));
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (s->end - s->at < 6 || s->at[0] != '\\' || s->at[1] != 'u')
        return fail (s, _("half of a surrogate pair"));
      s->at += 2;
      if (!read_hex (s, &low) || low < 0xdc00 || low > 0xdfff)
        return fail (s, _("half of a surrogate pair"));
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (text != NULL)
    g_string_append_unichar (text, unit);
  return TRUE;
}

/* At a quotation mark. UTF-8 was checked before, for the whole document. */
static gboolean
scan_text (Scanner *s, GString *text)
{
  const char *start = ++s->at;

  for (;;)
    {
      const char *run = s->at;

      while (s->at < s->end && *s->at != '"' && *s->at != '\\' && (guchar) *s->at >= 0x20)
        s->at++;
      if (text != NULL)
        g_string_append_len (text, run, s->at - run);
      if (s->at >= s->end)
        return fail (s, _("the text has no end"));
      if (s->at - start > TRH_MAX_JSON_TEXT)
        return fail_at (s, start, TRH_DATA_ERROR_TOO_LARGE, _("the text is too long"));
      if (*s->at == '"')
        {
          s->at++;
          return TRUE;
        }
      if (*s->at != '\\')
        return fail (s, _("a control character inside a text"));
      s->at++;
      if (!scan_escape (s, text))
        return FALSE;
    }
}

static gboolean
skip_digits (Scanner *s)
{
  const char *first = s->at;

  while (s->at < s->end && g_ascii_isdigit (*s->at))
    s->at++;

  return s->at > first;
}

static gboolean
scan_number (Scanner *s)
{
  const char *start = s->at;
  char copy[TRH_MAX_NUMBER + 1];
  gboolean integer = TRUE;
  double value;

  if (*s->at == '-')
    s->at++;
  if (s->at < s->end && *s->at == '0')
    s->at++;
  else if (!skip_digits (s))
    return fail (s, _("a value is expected here"));
  if (s->at < s->end && *s->at == '.')
    {
      integer = FALSE;
      s->at++;
      if (!skip_digits (s))
        return fail (s, _("a digit is expected here"));
    }
  if (s->at < s->end && (*s->at == 'e' || *s->at == 'E'))
    {
      integer = FALSE;
      s->at++;
      if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
        s->at++;
      if (!skip_digits (s))
        return fail (s, _("a digit is expected here"));
    }
  if (s->at - start > TRH_MAX_NUMBER)
    return fail_at (s, start, TRH_DATA_ERROR_TOO_LARGE, _("the number is too long"));
  if (integer && s->at - start <= SHORT_NUMBER)
    return TRUE;

  memcpy (copy, start, (gsize) (s->at - start));
  copy[s->at - start] = '\0';
  value = g_ascii_strtod (copy, NULL);
  if (!isfinite (value) || (integer && (value < -MAX_EXACT || value > MAX_EXACT)))
    return fail_at (s, start, TRH_DATA_ERROR_TOO_LARGE, _("the number is too large"));
  return TRUE;
}

static gboolean
scan_word (Scanner *s, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (s->end - s->at) < length || memcmp (s->at, word, length) != 0)
    return fail (s, _("a value is expected here"));
  s->at += length;
  return TRUE;
}

static gboolean
note_name (Scanner *s, Level *level, const char *place, const char *name)
{
  gboolean twice = FALSE;
  char *copy = g_strdup (name);

  if (level->names == NULL)
    level->names = g_ptr_array_new_with_free_func (g_free);
  if (level->index != NULL)
    twice = !g_hash_table_add (level->index, copy);
  else
    for (guint i = 0; i < level->names->len && !twice; i++)
      twice = g_str_equal (level->names->pdata[i], name);
  g_ptr_array_add (level->names, copy);

  if (twice)
    {
      g_autofree char *shown = trh_text_clip (name);
      g_autofree char *sentence = g_strdup_printf (_("the member “%s” stands here twice"), shown);

      return fail_at (s, place, TRH_DATA_ERROR_SYNTAX, sentence);
    }
  if (level->names->len > TRH_MAX_MEMBERS)
    return fail_at (s, place, TRH_DATA_ERROR_TOO_LARGE, _("too many members in one object"));
  if (level->index == NULL && level->names->len == FEW_NAMES)
    {
      level->index = g_hash_table_new (trh_text_hash, g_str_equal);
      for (guint i = 0; i < level->names->len; i++)
        g_hash_table_add (level->index, level->names->pdata[i]);
    }
  return TRUE;
}

static void
leave_level (Scanner *s)
{
  Level *level = &s->levels[--s->depth];

  g_clear_pointer (&level->index, g_hash_table_unref);
  if (level->names != NULL)
    g_ptr_array_set_size (level->names, 0); /* the next object at this depth uses it again */
}

static gboolean
scan_name (Scanner *s, GString *name)
{
  const char *place = s->at;

  if (s->at >= s->end || *s->at != '"')
    return fail (s, _("the name of a member is expected here"));
  g_string_truncate (name, 0);
  if (!scan_text (s, name) || !note_name (s, &s->levels[s->depth - 1], place, name->str))
    return FALSE;
  skip_space (s);
  if (s->at >= s->end || *s->at != ':')
    return fail (s, _("a colon is expected here"));
  s->at++;
  skip_space (s);
  return TRUE;
}

/* Whether the value that begins here is the next step of the path that is looked for. */
static void
compare_with_wanted (Scanner *s)
{
  const Level *level;
  const char *rest = s->wanted;

  if (s->depth != s->n_found + 1)
    return;
  level = &s->levels[s->depth - 1];
  if (level->is_object)
    {
      const char *name = level->names->pdata[level->names->len - 1];

      rest += *rest == '.' ? 1 : 0;
      if (!g_str_has_prefix (rest, name))
        return;
      rest += strlen (name);
    }
  else
    {
      char step[16];

      g_snprintf (step, sizeof step, "[%u]", level->n_elements - 1);
      if (!g_str_has_prefix (rest, step))
        return;
      rest += strlen (step);
    }
  if (*rest != '\0' && *rest != '.' && *rest != '[')
    return;

  s->wanted = rest;
  s->found = s->at;
  s->n_found++;
}

/* One value, or the opening of one. */
static gboolean
scan_value (Scanner *s, gboolean *opened)
{
  *opened = FALSE;
  if (s->depth > 0 && !s->levels[s->depth - 1].is_object)
    s->levels[s->depth - 1].n_elements++;
  if (s->wanted != NULL)
    compare_with_wanted (s);
  if (++s->n_values > TRH_MAX_VALUES && !s->is_walked)
    return fail_at (s, s->at, TRH_DATA_ERROR_TOO_LARGE, _("too many values in one document"));
  if (s->at >= s->end)
    return fail (s, _("the document ends too early"));

  switch (*s->at)
    {
    case '{':
    case '[':
      if (s->depth == TRH_MAX_NESTING)
        return fail_at (s, s->at, TRH_DATA_ERROR_TOO_LARGE, _("too many levels inside each other"));
      if (++s->n_boxes > TRH_MAX_BOXES && !s->is_walked)
        return fail_at (s, s->at, TRH_DATA_ERROR_TOO_LARGE, _("too many objects and lists in one document"));
      s->levels[s->depth].n_elements = 0;
      s->levels[s->depth++].is_object = *s->at++ == '{';
      *opened = TRUE;
      return TRUE;
    case '"':
      return scan_text (s, NULL);
    case 't':
      return scan_word (s, "true");
    case 'f':
      return scan_word (s, "false");
    case 'n':
      return scan_word (s, "null");
    default:
      return scan_number (s);
    }
}

/*
 * At a digit, in a list: as many short whole numbers as follow each other, which is most of a large file. What else there
 * is, a number that needs a look too, is left to scan_value (): this reads nothing that it would refuse.
 *
 * Returns: whether there was one; then what follows is a comma or the end of the list
 */
static gboolean
scan_short_numbers (Scanner *s)
{
  const char *p = s->at;
  guint n = 0;

  while (s->n_values + n < TRH_MAX_VALUES || s->is_walked)
    {
      const char *first = p;

      while (p < s->end && p - first <= SHORT_NUMBER && g_ascii_isdigit (*p))
        p++;
      if (p == first || p - first > SHORT_NUMBER || p == s->end || (*p != ',' && *p != ']') ||
          (*first == '0' && p - first > 1))
        break;
      s->at = p;
      n++;
      if (*p == ']')
        break;
      for (p++; p < s->end && *p == ' '; p++)
        ;
    }
  s->n_values += n;
  s->levels[s->depth - 1].n_elements += n;
  return n > 0;
}

static gboolean
scan_document (Scanner *s, GString *name)
{
  gboolean opened;

  skip_space (s);
  if (!scan_value (s, &opened))
    return FALSE;

  while (s->depth > 0)
    {
      gboolean in_object = s->levels[s->depth - 1].is_object;
      char closing = in_object ? '}' : ']';

      skip_space (s);
      if (s->at < s->end && *s->at == closing)
        {
          s->at++;
          leave_level (s);
          opened = FALSE;
          continue;
        }
      if (!opened)
        {
          if (s->at >= s->end)
            return fail (s, _("the document ends too early"));
          if (*s->at != ',')
            return fail (s, in_object ? _("a comma or } is expected here") : _("a comma or ] is expected here"));
          s->at++;
          skip_space (s);
        }
      if (!in_object && s->at < s->end && g_ascii_isdigit (*s->at) && s->wanted == NULL && scan_short_numbers (s))
        {
          opened = FALSE;
          continue;
        }
      if ((in_object && !scan_name (s, name)) || !scan_value (s, &opened))
        return FALSE;
    }

  skip_space (s);
  return s->at == s->end || fail (s, _("something follows the end of the document"));
}

static void
scanner_init (Scanner *s, const char *bytes, gsize length, GError **error)
{
  s->start = s->at = bytes;
  s->end = bytes + length;
  s->error = error;
}

static void
scanner_free (Scanner *s)
{
  while (s->depth > 0)
    leave_level (s);
  for (guint i = 0; i < TRH_MAX_NESTING; i++)
    g_clear_pointer (&s->levels[i].names, g_ptr_array_unref);
  g_free (s);
}

static gboolean
scan (const char *bytes, gsize length, gboolean is_walked, GError **error)
{
  Scanner *s = g_new0 (Scanner, 1);
  g_autoptr(GString) name = g_string_new (NULL);
  const char *invalid;
  gboolean ok;

  scanner_init (s, bytes, length, error);
  s->is_walked = is_walked;
  if (g_utf8_validate_len (bytes, length, &invalid))
    ok = scan_document (s, name);
  else
    {
      s->end = invalid; /* what stands before is what a message may count */
      ok = fail_at (s, invalid, TRH_DATA_ERROR_SYNTAX, _("this is not text in UTF-8"));
    }
  scanner_free (s);

  return ok;
}

/**
 * trh_json_scan:
 * @bytes: what came from outside, without a byte order mark
 * @length: how many bytes
 * @error: return location for a #TrhDataError
 *
 * Checks that the bytes are one JSON document within the ceilings of `trh-limits.h`
 * (nesting, number of values, length of texts and numbers), without recursion. Any thread.
 *
 * Returns: %FALSE with @error set, which names line and column (in characters, from 1) and path
 */
gboolean
trh_json_scan (const char *bytes, gsize length, GError **error)
{
  return scan (bytes, length, FALSE, error);
}

/**
 * trh_json_check:
 * @bytes: what came from outside; a UTF-8 byte order mark is skipped
 * @error: return location for a #TrhDataError
 *
 * The same for a document that is walked through (`trh-json-walk.h`): it may have any number of values.
 *
 * Returns: %FALSE with @error set, as by trh_json_scan()
 */
gboolean
trh_json_check (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize mark = length >= 3 && memcmp (text, TRH_JSON_MARK, 3) == 0 ? 3 : 0;

  if (length > mark)
    return scan (text + mark, length - mark, TRUE, error);
  g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_SYNTAX, _("the file is empty"));
  return FALSE;
}

/**
 * trh_json_locate:
 * @bytes: a document that trh_json_scan() has taken
 * @path: a place in it, as in `stays[3].nights`
 * @line: (out): its line, from 1
 * @column: (out): its column, in characters, from 1
 *
 * Finds where a value begins; when it is not there, what it would stand in.
 */
void
trh_json_locate (GBytes *bytes, const char *path, guint *line, guint *column)
{
  Scanner *s = g_new0 (Scanner, 1);
  g_autoptr(GString) name = g_string_new (NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize mark = length >= 3 && memcmp (text, TRH_JSON_MARK, 3) == 0 ? 3 : 0;

  scanner_init (s, text + mark, length - mark, NULL);
  s->wanted = path;
  s->found = s->at;
  s->is_walked = TRUE;
  scan_document (s, name);
  find_place (s->start, s->found, line, column);
  scanner_free (s);
}
