/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/exchange/trh-paper-ballots.h"
#include "read-pdf.h"

/* P2 of the acceptance tests, measured on the pages by programs that are not ours. */

#define DOTS_PER_MM 10 /* of a picture of a page: 254 dots an inch */
#define TEXT_SKIPPED G_MAXUINT

static const char *const names[] = { "Ana Ruiz", "Élise Bonnet", "Jo Blanc", "Camille Serre", "Loup Plaine", "Marius Arnaud" };

static TrhBallotPaper *
make_paper (TrhBallotPaperKind kind, guint n_candidates)
{
  TrhBallotPaper *paper = trh_ballot_paper_new (kind, "Quels artistes accueillir à Séderon\u202f?");

  for (guint i = 0; i < n_candidates; i++)
    {
      const char letter[] = { (char) ('A' + i), '\0' };

      trh_ballot_paper_add_candidate (paper, letter, names[i % G_N_ELEMENTS (names)], "danse");
    }
  paper->rotates = true;
  return paper;
}

/* In points; 0 when there is no text. */
static guint
find_smallest_text (GBytes *pdf)
{
  g_autoptr(GBytes) out = read_pdf_with ("pdftohtml", "-xml -i -zoom 1 -stdout @", pdf);
  g_autofree char *xml = NULL;
  guint least = 0;

  if (out == NULL)
    return TEXT_SKIPPED;
  xml = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  for (const char *at = xml; (at = strstr (at, "<fontspec ")) != NULL; at++)
    {
      const guint size = (guint) g_ascii_strtoull (strstr (at, "size=\"") + strlen ("size=\""), NULL, 10);

      least = least == 0 ? size : MIN (least, size);
    }
  return least;
}

/* One page as a picture: a byte a dot, 0 is black; lines of @width. */
typedef struct {
  guint   width, height;
  guint8 *dots;
  GBytes *bytes;
} Picture;

static gboolean
read_picture (GBytes *pdf, const char *options, guint n_bytes, Picture *picture)
{
  const char *text;
  char *end;

  picture->bytes = read_pdf_with ("pdftoppm", options, pdf);
  if (picture->bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (picture->bytes, NULL);
  picture->width = (guint) g_ascii_strtoull (text + 2, &end, 10);
  picture->height = (guint) g_ascii_strtoull (end, &end, 10);
  g_assert_cmpuint (g_ascii_strtoull (end, &end, 10), ==, 255);
  picture->dots = (guint8 *) end + 1;
  g_assert_cmpuint ((gsize) (end + 1 - text) + (gsize) picture->width * picture->height * n_bytes, ==,
                    g_bytes_get_size (picture->bytes));
  return TRUE;
}

/* The white inside of a closed line: fills it from one dot, and says how far it reaches. */
static void
fill_white (const Picture *picture, GByteArray *seen, guint start, guint *width, guint *height, guint *n)
{
  g_autoptr(GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left = picture->width, right = 0, top = picture->height, bottom = 0;

  g_array_append_val (todo, start);
  seen->data[start] = 1;
  for (*n = 0; todo->len > 0; (*n)++)
    {
      const guint at = g_array_index (todo, guint, todo->len - 1), x = at % picture->width, y = at / picture->width;
      const struct { gboolean inside; guint at; } next[] = {
        { x > 0, at - 1 }, { x + 1 < picture->width, at + 1 },
        { y > 0, at - picture->width }, { y + 1 < picture->height, at + picture->width },
      };

      g_array_set_size (todo, todo->len - 1);
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
      for (guint i = 0; i < G_N_ELEMENTS (next); i++)
        if (next[i].inside && !seen->data[next[i].at] && picture->dots[next[i].at] > 127)
          {
            seen->data[next[i].at] = 1;
            g_array_append_val (todo, next[i].at);
          }
    }
  *width = right - left + 1;
  *height = bottom - top + 1;
}

/* Squares with nothing in them, between 3 and 20 mm, and the side of the smallest, in tenths of a millimetre. */
static guint
count_boxes (const Picture *picture, guint *smallest)
{
  g_autoptr(GByteArray) seen = g_byte_array_new ();
  guint n_boxes = 0;

  g_byte_array_set_size (seen, picture->width * picture->height);
  memset (seen->data, 0, seen->len);
  *smallest = G_MAXUINT;
  for (guint at = 0; at < seen->len; at++)
    {
      guint width, height, n;

      if (seen->data[at] || picture->dots[at] <= 127)
        continue;
      fill_white (picture, seen, at, &width, &height, &n);
      if (width < 3 * DOTS_PER_MM || width > 20 * DOTS_PER_MM || ABS ((int) width - (int) height) > 2 || n != width * height)
        continue;
      n_boxes++;
      *smallest = MIN (*smallest, width * 10 / DOTS_PER_MM);
    }
  return n_boxes;
}

static const struct {
  TrhBallotPaperKind kind;
  guint n_candidates;
  gboolean halves;
  guint n_boxes; /* of one sheet */
} forms[] = {
  { TRH_BALLOT_PAPER_APPROVAL, 6, FALSE, 6 },
  { TRH_BALLOT_PAPER_APPROVAL, 6, TRUE, 12 },
  { TRH_BALLOT_PAPER_GRADES, 6, FALSE, 30 },
  { TRH_BALLOT_PAPER_GRADES, 12, FALSE, 0 },
  { TRH_BALLOT_PAPER_RANKING, 12, FALSE, 12 },
};

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(TrhBallotPaper) paper = make_paper (forms[i].kind, forms[i].n_candidates);
      const TrhPaperBallots ballots = { paper, "Séderon", forms[i].halves, 1 };
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) pdf = trh_paper_ballots_print (&ballots, &error);
      g_autoptr(GBytes) again = trh_paper_ballots_print (&ballots, NULL);
      guint least, smallest;
      Picture picture;

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (pdf, again));
      least = find_smallest_text (pdf);
      if (least == TEXT_SKIPPED)
        return;
      g_assert_cmpuint (least, >=, 14);
      g_assert_true (read_picture (pdf, "-gray -r 254 -f 1 -l 1 @", 1, &picture));
      if (forms[i].n_boxes > 0)
        g_assert_cmpuint (count_boxes (&picture, &smallest), ==, forms[i].n_boxes);
      else
        count_boxes (&picture, &smallest);
      g_assert_cmpuint (smallest, >=, 60);
      g_test_message ("form %u: letters from %u points, boxes from %u.%u mm", i, least, smallest / 10, smallest % 10);
      g_bytes_unref (picture.bytes);
    }
}

/* As many orders as artists: each letter stands first once, and keeps its artist. */
static void
test_orders (void)
{
  g_autoptr(TrhBallotPaper) paper = make_paper (TRH_BALLOT_PAPER_APPROVAL, 6);
  const TrhPaperBallots ballots = { paper, "Séderon", FALSE, 2 };
  g_autoptr(GBytes) pdf = trh_paper_ballots_print (&ballots, NULL);
  g_autofree char *text = read_pdf_text (pdf, TRUE);
  g_auto(GStrv) pages = NULL;

  g_assert_cmpuint (trh_paper_ballots_get_n_orders (&ballots), ==, 6);
  g_assert_cmpuint (trh_paper_ballots_get_n_sheets (&ballots), ==, 12);
  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, 13); /* a form feed ends each page */
  for (guint page = 0; page < 12; page++)
    {
      const char *last = pages[page];

      for (guint i = 0; i < 6; i++)
        {
          const guint candidate = (page + i) % 6;
          g_autofree char *pattern = g_strdup_printf ("\n *%c +%s, danse", 'A' + candidate, names[candidate]);
          g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
          g_autoptr(GMatchInfo) match = NULL;
          int start;

          g_assert_true (g_regex_match (regex, pages[page], 0, &match));
          g_assert_true (g_match_info_fetch_pos (match, 0, &start, NULL));
          g_assert_true (pages[page] + start >= last); /* below the one before */
          last = pages[page] + start;
        }
      g_assert_nonnull (strstr (pages[page], "Cochez la case de tous les artistes qui vous plaisent."));
      g_assert_nonnull (strstr (pages[page], "Tick the box of every artist you like."));
    }
}

/* The words of all ballots, one after the other. */
static char *
print_words (TrhBallotPaper *paper, gboolean halves)
{
  const TrhPaperBallots ballots = { paper, "", halves, 1 };
  g_autoptr(GBytes) pdf = trh_paper_ballots_print (&ballots, NULL);
  g_autofree char *text = read_pdf_text (pdf, TRUE);
  g_autoptr(GRegex) gaps = g_regex_new ("[ \n]+", 0, 0, NULL);

  return text != NULL ? g_regex_replace_literal (gaps, text, -1, 0, " ", 0, NULL) : NULL;
}

static const struct {
  TrhBallotPaperKind kind;
  guint min, max;
  const char *fr, *en;
} rules[] = {
  { TRH_BALLOT_PAPER_APPROVAL, 0, 1, "Cochez la case d’un seul artiste.", "Tick the box of one artist only." },
  { TRH_BALLOT_PAPER_APPROVAL, 1, 3, "artistes qui vous plaisent, 3 au plus", "3 at most: with more the ballot does not count." },
  { TRH_BALLOT_PAPER_APPROVAL, 2, 0, "2 au moins.", "2 at least." },
  { TRH_BALLOT_PAPER_APPROVAL, 2, 3, "plaisent, de 2 à 3", "2 to 3:" },
  { TRH_BALLOT_PAPER_APPROVAL, 2, 2, "Cochez exactement 2 artistes.", "Tick exactly 2 artists." },
  { TRH_BALLOT_PAPER_GRADES, 0, 0, "Un artiste sans coche compte comme", "counts as “Against”." },
  { TRH_BALLOT_PAPER_RANKING, 0, 3, "jusqu’à 3 au plus.", "up to 3 at most." },
};

/* Each rule of a poll is said in each of its languages, and a rehearsal is stamped. */
static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      static const char *const only_french[] = { "fr", NULL };
      g_autoptr(TrhBallotPaper) paper = make_paper (rules[i].kind, 6);
      g_autofree char *both = NULL, *french = NULL;

      paper->min_choices = rules[i].min;
      paper->max_choices = rules[i].max;
      both = print_words (paper, FALSE);
      if (both == NULL)
        return;
      g_assert_nonnull (strstr (both, rules[i].fr));
      g_assert_nonnull (strstr (both, rules[i].en));
      g_assert_null (strstr (both, "ESSAI"));
      trh_ballot_paper_set_languages (paper, only_french);
      paper->rehearsal = true;
      french = print_words (paper, FALSE);
      g_assert_nonnull (strstr (french, rules[i].fr));
      g_assert_null (strstr (french, rules[i].en));
      g_assert_nonnull (strstr (french, "ESSAI"));
    }
}

/* Nothing is printed in colour; in black and white the page stays the same. */
static void
test_no_colour (void)
{
  g_autoptr(TrhBallotPaper) paper = make_paper (TRH_BALLOT_PAPER_GRADES, 6);
  const TrhPaperBallots ballots = { paper, "", FALSE, 1 };
  g_autoptr(GBytes) pdf = trh_paper_ballots_print (&ballots, NULL);
  Picture picture;

  if (!read_picture (pdf, "-r 72 -f 1 -l 1 @", 3, &picture))
    return;
  for (guint i = 0; i < picture.width * picture.height; i++)
    g_assert_true (picture.dots[3 * i] == picture.dots[3 * i + 1] && picture.dots[3 * i] == picture.dots[3 * i + 2]);
  g_bytes_unref (picture.bytes);
}

/* What does not fit on A5 in large letters is not offered there; many artists take several sides. */
static void
test_room (void)
{
  g_autoptr(TrhBallotPaper) few = make_paper (TRH_BALLOT_PAPER_APPROVAL, 6);
  g_autoptr(TrhBallotPaper) many = make_paper (TRH_BALLOT_PAPER_APPROVAL, 26);
  g_autoptr(TrhBallotPaper) graded = make_paper (TRH_BALLOT_PAPER_GRADES, 4);
  const TrhPaperBallots halves = { few, "", TRUE, 1 }, sides = { many, "", FALSE, 1 };

  g_assert_true (trh_paper_ballots_can_halve (few, ""));
  g_assert_false (trh_paper_ballots_can_halve (many, ""));
  g_assert_false (trh_paper_ballots_can_halve (graded, ""));
  g_assert_cmpuint (trh_paper_ballots_get_n_sheets (&halves), ==, 3);
  g_assert_cmpuint (trh_paper_ballots_get_n_sheets (&sides), ==, 26 * 2);
  few->rotates = false;
  g_assert_cmpuint (trh_paper_ballots_get_n_orders (&halves), ==, 1);
  g_assert_cmpuint (trh_paper_ballots_get_n_sheets (&halves), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/paper-ballots/sizes", test_sizes);
  g_test_add_func ("/exchange/paper-ballots/orders", test_orders);
  g_test_add_func ("/exchange/paper-ballots/words", test_words);
  g_test_add_func ("/exchange/paper-ballots/no-colour", test_no_colour);
  g_test_add_func ("/exchange/paper-ballots/room", test_room);

  return g_test_run ();
}
