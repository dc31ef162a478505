/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-territory-private.h"

/* How well something fits, the best first. */
typedef enum {
  RANK_EXACT,
  RANK_BEGINS, /* the name, or the name after its article */
  RANK_WORDS,  /* each word that was typed begins a word of the name */
  RANK_INSIDE, /* in the middle of a word */
  RANK_NONE,
} Rank;

#define LONGEST_QUOTE 20 /* characters of what was pasted, in a remark */
#define FORMER_COUNTS_AS 1 /* a former name ranks one step behind the same name of today */

typedef struct {
  TrhTerritoryHit hit;
  guint           rank;
} Candidate;

/* "st auban" is typed for "Saint-Auban". Takes @folded. */
static char *
open_saints (char *folded)
{
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "st") || g_str_equal (words[i], "ste"))
      {
        char *saint = words[i][2] == 'e' ? g_strdup ("sainte") : g_strdup ("saint");

        g_free (words[i]);
        words[i] = saint;
      }
  g_free (folded);

  return g_strjoinv (" ", words);
}

static const char *
skip_article (const char *folded)
{
  static const char *const articles[] = { "le ", "la ", "les ", "l " };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (folded, articles[i]))
      return folded + strlen (articles[i]);

  return folded;
}

static gboolean
has_word_beginning (const char *folded, const char *beginning)
{
  for (const char *at = strstr (folded, beginning); at != NULL; at = strstr (at + 1, beginning))
    if (at == folded || at[-1] == ' ')
      return TRUE;

  return FALSE;
}

static Rank
rank_name (const char *name, const char *query)
{
  g_autofree char *folded = trh_text_fold (name);
  g_auto(GStrv) words = NULL;

  if (g_str_equal (folded, query) || g_str_equal (skip_article (folded), query))
    return RANK_EXACT;
  if (g_str_has_prefix (folded, query) || g_str_has_prefix (skip_article (folded), query))
    return RANK_BEGINS;

  words = g_strsplit (query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word_beginning (folded, words[i]))
      return trh_text_matches (name, query) ? RANK_INSIDE : RANK_NONE;

  return RANK_WORDS;
}

static Rank
rank_code (const char *code, const char *query)
{
  if (g_ascii_strcasecmp (code, query) == 0)
    return RANK_EXACT;

  return g_ascii_strncasecmp (code, query, strlen (query)) == 0 ? RANK_BEGINS : RANK_NONE;
}

/* By name, today's or former, or by a code that begins as typed. */
static Candidate
rank_commune (const TrhKnownCommuneRecord *commune, const char *query)
{
  Candidate best = { { commune, NULL }, MIN (rank_name (commune->name, query), rank_code (commune->base.id, query)) };

  for (guint i = 0; commune->postcodes[i] != NULL; i++)
    best.rank = MIN (best.rank, rank_code (commune->postcodes[i], query));
  for (guint i = 0; i < commune->former->len; i++)
    {
      const TrhFormerRecord *former = commune->former->pdata[i];
      guint rank = MIN (rank_name (former->name, query), rank_code (former->insee, query)) + FORMER_COUNTS_AS;

      if (rank < MIN (best.rank, RANK_NONE))
        best = (Candidate) { { commune, former->name }, rank };
    }

  return best;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  return one->rank != other->rank ? (int) one->rank - (int) other->rank
                                  : trh_text_compare (one->hit.commune->name, other->hit.commune->name);
}

/**
 * trh_territory_search:
 * @self: a territory
 * @query: what a person typed: a name or a part of it, accents and case left out or not,
 *   the name of a merged commune, a postcode, an INSEE code. Empty for all
 *
 * Returns: (transfer full) (element-type TrhTerritoryHit): the communes that fit: those
 *   called so first, then those that begin so, then those with such words, then those that
 *   hold the letters anywhere; by name among equals
 */
GArray *
trh_territory_search (TrhTerritory *self, const char *query)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree char *folded = open_saints (trh_text_fold (query));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TrhTerritoryHit));

  for (guint i = 0; i < self->communes->len; i++)
    {
      Candidate candidate = { { self->communes->pdata[i], NULL }, RANK_BEGINS };

      if (*folded != '\0')
        candidate = rank_commune (self->communes->pdata[i], folded);
      if (candidate.rank < RANK_NONE)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (hits, g_array_index (candidates, Candidate, i).hit);

  return hits;
}

static void
remark_free (gpointer data)
{
  TrhTerritoryRemark *remark = data;

  g_free (remark->message);
  g_free (remark);
}

/* Takes @message. */
static void
add_remark (GPtrArray *remarks, guint line, char *message)
{
  TrhTerritoryRemark *remark = g_new (TrhTerritoryRemark, 1);

  remark->line = line;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

/* The commune that @code was merged into, with the former name. */
static const TrhKnownCommuneRecord *
find_merged (TrhTerritory *self, const char *code, const char **former_name)
{
  for (guint i = 0; i < self->communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = self->communes->pdata[i];

      for (guint j = 0; j < commune->former->len; j++)
        {
          const TrhFormerRecord *former = commune->former->pdata[j];

          if (g_str_equal (former->insee, code))
            {
              *former_name = former->name;
              return commune;
            }
        }
    }

  return NULL;
}

/* @word as a sentence can bear it. */
static char *
shorten (const char *word)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (word, -1) <= LONGEST_QUOTE)
    return g_strdup (word);
  beginning = g_utf8_substring (word, 0, LONGEST_QUOTE);

  return g_strconcat (beginning, "…", NULL);
}

/* Why @word is no commune of the territory. */
static char *
say_unknown (TrhTerritory *self, guint line, const char *word)
{
  g_autofree char *with_zero = g_strconcat ("0", word, NULL);
  g_autofree char *quoted = shorten (word);
  const TrhKnownCommuneRecord *meant = trh_territory_find_commune (self, with_zero);

  if (meant != NULL)
    /* Translators: a line, a code without its zero, the code with it, a name */
    return g_strdup_printf (_("Line %1$u: “%2$s” has lost its first zero; %3$s is %4$s"), line, word, with_zero, meant->name);
  if (trh_text_is_insee (word))
    /* Translators: a line and a code */
    return g_strdup_printf (_("Line %1$u: “%2$s” is not a commune of this territory"), line, word);

  /* Translators: a line and what was pasted there */
  return g_strdup_printf (_("Line %1$u: “%2$s” is not an INSEE code, which has five characters"), line, quoted);
}

static void
take_word (TrhTerritory *self, guint line, const char *word, GPtrArray *communes, GPtrArray *remarks)
{
  g_autofree char *code = g_ascii_strup (word, -1);
  const char *former_name = NULL;
  const TrhKnownCommuneRecord *commune = trh_territory_find_commune (self, code);

  if (commune == NULL && (commune = find_merged (self, code, &former_name)) != NULL)
    /* Translators: a line, a code, the name of a merged commune, the name and code of today's */
    add_remark (remarks, line, g_strdup_printf (_("Line %1$u: “%2$s”, %3$s, is now part of %4$s (%5$s)"),
                                                line, code, former_name, commune->name, commune->base.id));

  if (commune == NULL)
    add_remark (remarks, line, say_unknown (self, line, word));
  else if (g_ptr_array_find (communes, commune, NULL))
    /* Translators: a line, a code and a name */
    add_remark (remarks, line, g_strdup_printf (_("Line %1$u: “%2$s”, %3$s, was given before"), line, code, commune->name));
  else
    g_ptr_array_add (communes, (gpointer) commune);
}

/**
 * trh_territory_parse_codes:
 * @self: a territory
 * @text: INSEE codes as they are pasted: between commas, semicolons, spaces or on lines of
 *   their own
 * @remarks: (out) (transfer full) (element-type TrhTerritoryRemark): what was not
 *   understood, doubled or replaced, in order
 *
 * Returns: (transfer full) (element-type TrhKnownCommuneRecord): the communes, each once,
 *   in the order of @text
 */
GPtrArray *
trh_territory_parse_codes (TrhTerritory *self, const char *text, GPtrArray **remarks)
{
  GPtrArray *communes = g_ptr_array_new ();
  g_autofree char *copy = g_strchomp (g_utf8_make_valid (text, -1));
  g_auto(GStrv) lines = g_strsplit (copy, "\n", -1);

  *remarks = g_ptr_array_new_with_free_func (remark_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit_set (lines[i], ",; \t\r", -1);
      gboolean empty = TRUE;

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          {
            empty = FALSE;
            take_word (self, i + 1, words[j], communes, *remarks);
          }
      if (empty)
        /* Translators: a line of a pasted list */
        add_remark (*remarks, i + 1, g_strdup_printf (_("Line %u is empty"), i + 1));
    }

  return communes;
}
