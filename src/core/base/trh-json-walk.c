/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json-walk.h"

#include <string.h>

/* What a byte may be, outside of texts: a large file is gone through byte by byte. */
#define SPACE (1 << 0)
#define ENDS  (1 << 1) /* a number or a word: what may follow it */
#define NESTS (1 << 2) /* begins or ends a text, a list or an object */
#define DIGIT (1 << 3)

#define MOST_DIGITS 17 /* with a minus: more than 2⁵³ has */

static const guint8 kinds[256] = {
  [' '] = SPACE | ENDS, ['\n'] = SPACE | ENDS, ['\t'] = SPACE | ENDS, ['\r'] = SPACE | ENDS,
  [','] = ENDS,         [']'] = ENDS | NESTS,  ['}'] = ENDS | NESTS,
  ['['] = NESTS,        ['{'] = NESTS,         ['"'] = NESTS,
  ['0'] = DIGIT,        ['1'] = DIGIT,         ['2'] = DIGIT,         ['3'] = DIGIT, ['4'] = DIGIT,
  ['5'] = DIGIT,        ['6'] = DIGIT,         ['7'] = DIGIT,         ['8'] = DIGIT, ['9'] = DIGIT,
};

static inline gboolean
is_a (char c, guint8 kind)
{
  return (kinds[(guchar) c] & kind) != 0;
}

static inline void
skip_space (TrhJsonWalk *self)
{
  while (self->at < self->end && is_a (*self->at, SPACE))
    self->at++;
}

/* At a quotation mark: to behind the other one. */
static void
skip_text (TrhJsonWalk *self)
{
  for (self->at++; self->at < self->end && *self->at != '"'; self->at++)
    if (*self->at == '\\' && self->at + 1 < self->end)
      self->at++;
  if (self->at < self->end)
    self->at++;
}

/**
 * trh_json_walk_find:
 * @bytes: a document; a UTF-8 byte order mark is skipped
 * @name: a member of its root, in ASCII letters
 * @value: (out): from the beginning to the end of what stands there
 *
 * Returns: %FALSE when the root is no object, or has no such member
 */
gboolean
trh_json_walk_find (GBytes *bytes, const char *name, TrhJsonWalk *value)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  TrhJsonWalk self = { text, text + length };
  TrhJsonWalk member;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self.at += 3;
  if (!trh_json_walk_enter (&self, '{'))
    return FALSE;
  while (trh_json_walk_next (&self) && trh_json_walk_name (&self, &member))
    {
      value->at = self.at;
      trh_json_walk_skip (&self);
      value->end = self.at;
      if (trh_json_walk_is (&member, name))
        return TRUE;
    }
  return FALSE;
}

/**
 * trh_json_walk_enter:
 * @opening: a bracket or a brace
 *
 * Returns: whether such a value begins here; then its first element comes next
 */
gboolean
trh_json_walk_enter (TrhJsonWalk *self, char opening)
{
  skip_space (self);
  if (self->at >= self->end || *self->at != opening)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Goes to the next element or member; at the end, behind the closing bracket, and returns %FALSE. */
gboolean
trh_json_walk_next (TrhJsonWalk *self)
{
  TrhJsonWalk walk = *self;
  gboolean is_end;

  skip_space (&walk);
  if (walk.at < walk.end && *walk.at == ',')
    {
      walk.at++;
      skip_space (&walk);
    }
  is_end = walk.at < walk.end && (*walk.at == ']' || *walk.at == '}');
  self->at = walk.at + (is_end ? 1 : 0);
  return walk.at < walk.end && !is_end;
}

/* The name of a member as it is written, without its quotation marks; its value comes next. */
gboolean
trh_json_walk_name (TrhJsonWalk *self, TrhJsonWalk *name)
{
  if (self->at >= self->end || *self->at != '"')
    return FALSE;
  name->at = self->at + 1;
  skip_text (self);
  name->end = self->at - 1;
  skip_space (self);
  if (self->at >= self->end || *self->at != ':')
    return FALSE;
  self->at++;
  skip_space (self);
  return TRUE;
}

/* Whether @name says @word, which has ASCII letters only: any of them may be written as \u0000. */
gboolean
trh_json_walk_is (const TrhJsonWalk *name, const char *word)
{
  const char *at = name->at;

  for (; *word != '\0'; word++)
    {
      if (at < name->end && *at == *word)
        {
          at++;
          continue;
        }
      if (name->end - at < 6 || at[0] != '\\' || at[1] != 'u' || at[2] != '0' || at[3] != '0' ||
          g_ascii_xdigit_value (at[4]) * 16 + g_ascii_xdigit_value (at[5]) != *word)
        return FALSE;
      at += 6;
    }
  return at == name->end;
}

/**
 * trh_json_walk_integer:
 * @value: (out): a whole number
 *
 * Returns: whether one is written here, without point and exponent; the place is behind the value either way
 */
gboolean
trh_json_walk_integer (TrhJsonWalk *self, gint64 *value)
{
  const char *start = self->at, *end = start + MIN (self->end - start, MOST_DIGITS);
  gboolean negative = start < self->end && *start == '-';
  const char *digit = start + (negative ? 1 : 0);
  gint64 found = 0;

  for (; digit < end && is_a (*digit, DIGIT); digit++)
    found = found * 10 + (*digit - '0');
  *value = negative ? -found : found;
  if (digit > start + (negative ? 1 : 0) && digit < self->end && is_a (*digit, ENDS))
    {
      self->at = digit;
      return TRUE;
    }
  trh_json_walk_skip (self);
  return FALSE;
}

/* Whether null is written here; then the place is behind it. */
gboolean
trh_json_walk_null (TrhJsonWalk *self)
{
  if (self->end - self->at < 4 || memcmp (self->at, "null", 4) != 0)
    return FALSE;
  self->at += 4;
  return TRUE;
}

/* To behind a value of any kind. */
void
trh_json_walk_skip (TrhJsonWalk *self)
{
  guint depth = 0;

  skip_space (self);
  if (self->at < self->end && !is_a (*self->at, NESTS)) /* a number or a word */
    {
      while (self->at < self->end && !is_a (*self->at, ENDS))
        self->at++;
      return;
    }
  do
    {
      const char *at = self->at, *end = self->end;

      while (at < end && !is_a (*at, NESTS))
        at++;
      self->at = at;
      if (at >= end)
        return;
      if (*self->at == '"')
        {
          skip_text (self);
          continue;
        }
      depth += *self->at == '[' || *self->at == '{' ? 1u : -1u;
      self->at++;
    }
  while (depth > 0 && depth < G_MAXUINT);
}
