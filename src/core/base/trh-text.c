/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-text.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "core/base/trh-limits.h"

#define MAX_SHOWN 60 /* characters of a text that a message repeats */

/**
 * trh_text_fold:
 * @text: valid UTF-8
 *
 * Makes the form in which texts are searched: without accents and case, ligatures
 * opened, apostrophes and hyphens as single spaces. "Saint-Auban-sur-l’Ouvèze"
 * becomes "saint auban sur l ouveze".
 *
 * Returns: (transfer full): the folded text
 */
char *
trh_text_fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      if (c == 0x153) /* œ */
        g_string_append (folded, "oe");
      else if (c == 0xe6) /* æ */
        g_string_append (folded, "ae");
      else if (c == 0xdf) /* ß */
        g_string_append (folded, "ss");
      else
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * trh_text_matches:
 * @text: what is searched, as written
 * @folded_query: words to find, from trh_text_fold()
 *
 * Returns: whether every word of the query begins somewhere inside @text
 */
gboolean
trh_text_matches (const char *text, const char *folded_query)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = NULL;

  if (*folded_query == '\0')
    return TRUE;
  folded = trh_text_fold (text);
  words = g_strsplit (folded_query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * trh_text_compare:
 * @a: a text
 * @b: another
 *
 * Orders as a French directory does: folded first, then as written, so that the order
 * is total and does not depend on the installed locales.
 *
 * Returns: less than, equal to or greater than 0
 */
int
trh_text_compare (const char *a, const char *b)
{
  g_autofree char *folded_a = trh_text_fold (a);
  g_autofree char *folded_b = trh_text_fold (b);
  int order = strcmp (folded_a, folded_b);

  return order != 0 ? order : strcmp (a, b);
}

/**
 * trh_text_hash:
 * @text: a text
 *
 * For tables whose keys come from files, instead of g_str_hash(): somebody can write a file of
 * 4 MB with 100 000 identifiers that all have one g_str_hash(), and reading it takes minutes.
 * This is SipHash under a key that is drawn anew in each run.
 *
 * Returns: its hash, for this run of the program
 */
guint
trh_text_hash (gconstpointer text)
{
  static guint8 key[crypto_shorthash_KEYBYTES];
  static gsize is_drawn;
  guint8 hash[crypto_shorthash_BYTES];
  guint value;

  if (g_once_init_enter (&is_drawn))
    {
      crypto_shorthash_keygen (key);
      g_once_init_leave (&is_drawn, 1);
    }
  crypto_shorthash (hash, text, strlen (text), key);
  memcpy (&value, hash, sizeof value);

  return value;
}

/**
 * trh_text_clip:
 * @text: valid UTF-8 from outside, of any length
 *
 * Makes it fit to be repeated in a message: short, on one line, and without the marks that turn
 * the direction of what follows.
 *
 * Returns: (transfer full): at most 60 characters of it
 */
char *
trh_text_clip (const char *text)
{
  GString *clipped = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (++n == MAX_SHOWN)
        {
          g_string_append (clipped, "…");
          break;
        }
      g_string_append_unichar (clipped, type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
                                        type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR
                                          ? 0xfffd : c);
    }

  return g_string_free (clipped, FALSE);
}

/**
 * trh_text_is_id:
 * @text: a text
 *
 * Returns: whether @text can name an object: 1 to %TRH_MAX_ID letters, digits, `-`, `_`, `.` or `:`
 */
gboolean
trh_text_is_id (const char *text)
{
  gsize n = strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.:");

  return n > 0 && n <= TRH_MAX_ID && text[n] == '\0';
}

/**
 * trh_text_is_insee:
 * @text: a text
 *
 * Returns: whether @text has the form of an INSEE code of a commune: five digits, or 2A or
 *   2B and three digits
 */
gboolean
trh_text_is_insee (const char *text)
{
  if (strlen (text) != 5 || !g_ascii_isdigit (text[0]))
    return FALSE;
  if (!g_ascii_isdigit (text[1]) && !(text[0] == '2' && (text[1] == 'A' || text[1] == 'B')))
    return FALSE;

  return strspn (text + 2, G_CSET_DIGITS) == 3;
}

static char *
begin_with (const char *text, gunichar letter)
{
  char first[6];
  int n = g_unichar_to_utf8 (letter, first);

  return *text == '\0' ? g_strdup ("") : g_strdup_printf ("%.*s%s", n, first, g_utf8_next_char (text));
}

/**
 * trh_text_capital:
 * @text: a word or a sentence
 *
 * Returns: (transfer full): the same, beginning with a capital
 */
char *
trh_text_capital (const char *text)
{
  return begin_with (text, g_unichar_totitle (g_utf8_get_char (text)));
}

/**
 * trh_text_small:
 * @text: a text that begins with a common noun
 *
 * Returns: (transfer full): the same, beginning with a small letter, to stand inside a sentence
 */
char *
trh_text_small (const char *text)
{
  return begin_with (text, g_unichar_tolower (g_utf8_get_char (text)));
}

static gboolean
begins_with_vowel (const char *name)
{
  g_autofree char *folded = trh_text_fold (name);

  return *folded != '\0' && strchr ("aeiou", *folded) != NULL;
}

/**
 * trh_text_of:
 * @name: a name
 *
 * French joins “de” and what follows: “d’Ana Ruiz”, “du Poët”, “des Omergues”.
 *
 * Returns: (transfer full): as in “of Ana Ruiz”
 */
char *
trh_text_of (const char *name)
{
  if (g_str_has_prefix (name, "Le "))
    /* Translators: a place whose name begins with “Le”: French “du %s” */
    return g_strdup_printf (C_("of a name", "of Le %s"), name + 3);
  if (g_str_has_prefix (name, "Les "))
    /* Translators: a place whose name begins with “Les”: French “des %s” */
    return g_strdup_printf (C_("of a name", "of Les %s"), name + 4);
  if (begins_with_vowel (name))
    /* Translators: a name that begins with a vowel: French “d’%s” */
    return g_strdup_printf (C_("of a name that begins with a vowel", "of %s"), name);
  /* Translators: any other name: French “de %s” */
  return g_strdup_printf (C_("of a name", "of %s"), name);
}

/**
 * trh_text_at:
 * @name: a name of a place
 *
 * Returns: (transfer full): as in “at Séderon”; French makes “au Poët” of “Le Poët”
 */
char *
trh_text_at (const char *name)
{
  if (g_str_has_prefix (name, "Le "))
    /* Translators: a place whose name begins with “Le”: French “au %s” */
    return g_strdup_printf (C_("at a place", "at Le %s"), name + 3);
  if (g_str_has_prefix (name, "Les "))
    /* Translators: a place whose name begins with “Les”: French “aux %s” */
    return g_strdup_printf (C_("at a place", "at Les %s"), name + 4);
  /* Translators: any other place: French “à %s” */
  return g_strdup_printf (C_("at a place", "at %s"), name);
}
