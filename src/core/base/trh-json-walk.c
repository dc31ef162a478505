/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json-walk.h"

#include <string.h>

static void
skip_space (TrhJsonWalk *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r'))
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
  skip_space (self);
  if (self->at < self->end && *self->at == ',')
    {
      self->at++;
      skip_space (self);
    }
  if (self->at >= self->end)
    return FALSE;
  if (*self->at != ']' && *self->at != '}')
    return TRUE;
  self->at++;
  return FALSE;
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
  const char *start = self->at;
  gboolean negative = start < self->end && *start == '-';
  const char *digit = start + (negative ? 1 : 0);

  *value = 0;
  for (; digit < self->end && g_ascii_isdigit (*digit) && digit - start < 17; digit++)
    *value = *value * 10 + (*digit - '0');
  if (negative)
    *value = -*value;
  if (digit > start + (negative ? 1 : 0) && digit < self->end && strchr (",]} \n\t\r", *digit) != NULL)
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

static gboolean
is_plain (char c)
{
  return c != '"' && c != '[' && c != ']' && c != '{' && c != '}';
}

/* To behind a value of any kind. */
void
trh_json_walk_skip (TrhJsonWalk *self)
{
  guint depth = 0;

  skip_space (self);
  if (self->at < self->end && is_plain (*self->at)) /* a number or a word */
    {
      while (self->at < self->end && strchr (",]} \n\t\r", *self->at) == NULL)
        self->at++;
      return;
    }
  do
    {
      while (self->at < self->end && is_plain (*self->at))
        self->at++;
      if (self->at >= self->end)
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
