/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-paper-ballots.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "core/exchange/trh-paper-words.h"
#include "core/exchange/trh-pdf.h"
#include "core/voting/trh-booth-texts.h"
#include "core/voting/trh-grades.h"

/* Lengths are in points, 72 an inch, at scale 1: the smallest that is allowed. */
#define MM         TRH_MM
#define TEXT       14  /* points, of all words */
#define QUESTION   18
#define BOX        (7 * MM)
#define RANK_BOX   (10 * MM)
#define PADDING    (1.4 * MM)
#define GAP        (4 * MM)
#define LETTER     (11 * MM)
#define NAME       (60 * MM) /* at least, beside a row of mentions */
#define MARGIN     (15 * MM)
#define HALF_MARGIN (10 * MM)
#define MAX_GRADE  (36 * MM) /* boxes further apart are hard to follow */

/* One ballot on its way: as many sides as it needs, of which one is drawn. */
typedef struct {
  const TrhPaperBallots *ballots;
  cairo_t      *cr;
  PangoContext *context;
  double        scale;
  double        left, top, width, height; /* inside the margins */
  double        y;
  guint         order;   /* of the artist who comes first */
  guint         side;    /* that is filled now, from 1 */
  guint         drawn;   /* the one that is drawn; 0 is none */
  guint         n_sides; /* 0 while they are counted */
} Run;

static gboolean
is_graded (const Run *run)
{
  return run->ballots->paper->kind == TRH_BALLOT_PAPER_GRADES;
}

static PangoLayout *
make_layout (const Run *run, const char *text, gboolean bold, double points, double width)
{
  g_autofree char *font = g_strdup_printf ("Sans %s%d", bold ? "Bold " : "", (int) (points * run->scale));

  return trh_pdf_make_layout (run->context, text, font, width);
}

static void
show (const Run *run, PangoLayout *layout, double x, double y)
{
  if (run->side != run->drawn)
    return;
  cairo_move_to (run->cr, x, y);
  pango_cairo_show_layout (run->cr, layout);
}

static void
show_line (const Run *run, double y, double grey)
{
  if (run->side != run->drawn)
    return;
  cairo_save (run->cr);
  cairo_set_source_rgb (run->cr, grey, grey, grey);
  cairo_set_line_width (run->cr, 0.5);
  cairo_move_to (run->cr, run->left, y);
  cairo_line_to (run->cr, run->left + run->width, y);
  cairo_stroke (run->cr);
  cairo_restore (run->cr);
}

/* The inside is @size wide: a pen needs it all. */
static void
show_box (const Run *run, double x, double y, double size)
{
  if (run->side != run->drawn)
    return;
  cairo_save (run->cr);
  cairo_set_source_rgb (run->cr, 1, 1, 1);
  cairo_rectangle (run->cr, x, y, size, size);
  cairo_fill_preserve (run->cr);
  cairo_set_source_rgb (run->cr, 0, 0, 0);
  cairo_set_line_width (run->cr, 1);
  cairo_stroke (run->cr);
  cairo_restore (run->cr);
}

static void
add_text (Run *run, const char *text, gboolean bold, double points, double below)
{
  g_autoptr(PangoLayout) layout = make_layout (run, text, bold, points, run->width);

  show (run, layout, run->left, run->y);
  run->y += trh_pdf_get_height (layout) + below;
}

/* Of one column of mentions. */
static double
get_grade_width (const Run *run)
{
  const guint n = trh_ballot_paper_get_n_grades (run->ballots->paper);

  return MIN (MAX_GRADE * run->scale, (run->width - LETTER * run->scale - NAME) / n);
}

static double
get_grade_x (const Run *run, guint column)
{
  const guint n = trh_ballot_paper_get_n_grades (run->ballots->paper);

  return run->left + run->width - (n - column) * get_grade_width (run);
}

/* The mention above its boxes, in all languages. */
static char *
dup_grade (const Run *run, guint column)
{
  TrhBallotPaper *paper = run->ballots->paper;
  const char *const *grades = (const char *const *) paper->grades;
  const char *first = trh_grades_say (grades, column, paper->languages[0]);
  GString *words = g_string_new (first);

  for (guint i = 1; paper->languages[i] != NULL; i++)
    {
      const char *other = trh_grades_say (grades, column, paper->languages[i]);

      if (!g_str_equal (other, first))
        g_string_append_printf (words, "\n%s", other);
    }
  return g_string_free (words, FALSE);
}

static void
add_grades (Run *run)
{
  const guint n = trh_ballot_paper_get_n_grades (run->ballots->paper);
  double most = 0;

  for (guint column = 0; column < n; column++)
    {
      g_autofree char *words = dup_grade (run, column);
      g_autoptr(PangoLayout) layout = make_layout (run, words, FALSE, TEXT, get_grade_width (run) - 2 * PADDING);

      pango_layout_set_spacing (layout, PANGO_SCALE * 2);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      show (run, layout, get_grade_x (run, column) + PADDING, run->y);
      most = MAX (most, trh_pdf_get_height (layout));
    }
  run->y += most + PADDING;
  show_line (run, run->y, 0);
}

static void
begin_side (Run *run)
{
  const TrhPaperBallots *ballots = run->ballots;
  g_autofree char *title = trh_paper_dup_title (ballots->paper, ballots->place);
  g_autofree char *numbered = g_strdup_printf ("%s · %u/%u", title, run->side + 1, run->n_sides);

  run->side++;
  run->y = run->top;
  if (ballots->paper->rehearsal && run->side == run->drawn)
    {
      cairo_save (run->cr);
      cairo_translate (run->cr, run->left, run->top);
      trh_pdf_draw_stamp (run->cr, run->context, trh_booth_text (TRH_TEXT_REHEARSAL, ballots->paper->languages[0]),
                          run->width, run->height);
      cairo_restore (run->cr);
    }
  add_text (run, run->n_sides > 1 ? numbered : title, TRUE, TEXT, GAP);
  if (run->side == 1)
    {
      add_text (run, ballots->paper->question, TRUE, QUESTION, GAP);
      for (guint i = 0; ballots->paper->languages[i] != NULL; i++)
        {
          g_autofree char *how = trh_paper_dup_how (ballots->paper, ballots->paper->languages[i]);

          add_text (run, how, FALSE, TEXT, 2 * MM);
        }
      run->y += GAP / 2;
    }
  if (is_graded (run))
    add_grades (run);
  else
    show_line (run, run->y, 0);
}

static void
add_candidate (Run *run, const TrhPaperCandidate *candidate)
{
  const gboolean ranks = run->ballots->paper->kind == TRH_BALLOT_PAPER_RANKING;
  const double box = (ranks ? RANK_BOX : BOX) * run->scale, letter = LETTER * run->scale, padding = PADDING * run->scale;
  const double boxes = is_graded (run) ? 0 : box + GAP; /* on the left, where a hand begins */
  const double end = is_graded (run) ? get_grade_x (run, 0) : run->left + run->width;
  const double x = run->left + 1 + boxes;
  g_autoptr(PangoLayout) sign = make_layout (run, candidate->letter, TRUE, QUESTION, letter);
  g_autoptr(PangoLayout) name = make_layout (run, "", FALSE, TEXT, end - x - letter - GAP);
  g_autofree char *markup = g_markup_printf_escaped (*candidate->discipline != '\0' ? "<b>%s</b>, %s" : "<b>%s</b>",
                                                     candidate->name, candidate->discipline);
  double height;

  pango_layout_set_markup (name, markup, -1);
  height = MAX (box, MAX (trh_pdf_get_height (name), trh_pdf_get_height (sign))) + 2 * padding;
  if (run->y + height > run->top + run->height)
    begin_side (run);
  show (run, sign, x, run->y + (height - trh_pdf_get_height (sign)) / 2);
  show (run, name, x + letter, run->y + (height - trh_pdf_get_height (name)) / 2);
  if (!is_graded (run))
    show_box (run, run->left + 1, run->y + (height - box) / 2, box);
  for (guint i = 0; is_graded (run) && i < trh_ballot_paper_get_n_grades (run->ballots->paper); i++)
    show_box (run, get_grade_x (run, i) + (get_grade_width (run) - box) / 2, run->y + (height - box) / 2, box);
  run->y += height;
  show_line (run, run->y, 0.6);
}

static void
fill_ballot (Run *run)
{
  const guint n = run->ballots->paper->candidates->len;

  run->side = 0;
  begin_side (run);
  for (guint i = 0; i < n; i++)
    add_candidate (run, trh_ballot_paper_get_candidate (run->ballots->paper, (run->order + i) % n));
}

/* Whether no mention would be broken inside a word. */
static gboolean
grades_fit (const Run *run)
{
  for (guint i = 0; is_graded (run) && i < trh_ballot_paper_get_n_grades (run->ballots->paper); i++)
    {
      g_autofree char *words = dup_grade (run, i);
      g_auto(GStrv) list = g_strsplit_set (words, " \n", -1);

      for (guint w = 0; list[w] != NULL; w++)
        {
          g_autoptr(PangoLayout) layout = make_layout (run, list[w], FALSE, TEXT, run->width);
          int width;

          pango_layout_get_size (layout, &width, NULL);
          if ((double) width / PANGO_SCALE > get_grade_width (run) - 2 * PADDING)
            return FALSE;
        }
    }
  return TRUE;
}

/* Sets the frame of a ballot, as large as it can be printed on one side; else the smallest on several. Nothing is drawn
 * yet: @cr may be %NULL. */
static void
begin_ballot (Run *run, const TrhPaperBallots *ballots, cairo_t *cr)
{
  static const double scales[] = { 1.4, 1.2, 1 };
  const double margin = ballots->halves ? HALF_MARGIN : MARGIN;
  const gboolean wide = trh_paper_ballots_is_wide (ballots);
  const double page_width = wide ? TRH_A4_HEIGHT : TRH_A4_WIDTH;

  *run = (Run) { .ballots = ballots, .cr = cr, .context = trh_pdf_make_context (), .left = margin, .top = margin };
  run->width = (ballots->halves ? page_width / 2 : page_width) - 2 * margin;
  run->height = (wide ? TRH_A4_WIDTH : TRH_A4_HEIGHT) - 2 * margin;
  for (guint i = ballots->halves ? G_N_ELEMENTS (scales) - 1 : 0; i < G_N_ELEMENTS (scales); i++)
    {
      run->scale = scales[i];
      fill_ballot (run);
      if (run->side == 1 && grades_fit (run))
        break;
    }
  run->n_sides = run->side;
}

static void
end_ballot (Run *run)
{
  g_clear_object (&run->context);
}

/* How many orders the artists are printed in. */
guint
trh_paper_ballots_get_n_orders (const TrhPaperBallots *self)
{
  return self->paper->rotates ? self->paper->candidates->len : 1;
}

/* Whether a sheet is wider than high: for a row of mentions, and for two ballots beside each other. */
gboolean
trh_paper_ballots_is_wide (const TrhPaperBallots *self)
{
  return self->halves || self->paper->kind == TRH_BALLOT_PAPER_GRADES;
}

/**
 * trh_paper_ballots_can_halve:
 * @place: the town, or ""
 *
 * Returns: whether a whole ballot fits on A5 in letters of 14 points
 */
gboolean
trh_paper_ballots_can_halve (TrhBallotPaper *paper, const char *place)
{
  const TrhPaperBallots ballots = { paper, place, TRUE, 1 };
  Run run;
  gboolean fits;

  begin_ballot (&run, &ballots, NULL);
  fits = run.n_sides == 1 && grades_fit (&run);
  end_ballot (&run);
  return fits;
}

/**
 * trh_paper_ballots_get_n_sheets:
 *
 * Returns: how many sides of A4 are printed
 */
guint
trh_paper_ballots_get_n_sheets (const TrhPaperBallots *self)
{
  const guint n_ballots = self->copies * trh_paper_ballots_get_n_orders (self);
  Run run;

  if (self->halves)
    return (n_ballots + 1) / 2;
  begin_ballot (&run, self, NULL);
  end_ballot (&run);
  return n_ballots * run.n_sides;
}

static void
draw_cut (cairo_t *cr)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, TRH_A4_HEIGHT / 2, 0);
  cairo_line_to (cr, TRH_A4_HEIGHT / 2, TRH_A4_WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * trh_paper_ballots_draw_sheet:
 * @sheet: from 0
 * @cr: a side of A4, 72 units an inch: of a printer, or of trh_paper_ballots_print()
 *
 * The orders follow one another, so that the pile is mixed as it leaves the printer.
 */
void
trh_paper_ballots_draw_sheet (const TrhPaperBallots *self, guint sheet, cairo_t *cr)
{
  const guint n_orders = trh_paper_ballots_get_n_orders (self), n_ballots = self->copies * n_orders;
  Run run;

  begin_ballot (&run, self, cr);
  if (self->halves)
    draw_cut (cr);
  for (guint half = 0; half < (self->halves ? 2 : 1); half++)
    {
      const guint ballot = self->halves ? 2 * sheet + half : sheet / run.n_sides;

      if (ballot >= n_ballots)
        break;
      run.order = ballot % n_orders;
      run.drawn = self->halves ? 1 : sheet % run.n_sides + 1;
      run.left += half * TRH_A4_HEIGHT / 2;
      fill_ballot (&run);
    }
  end_ballot (&run);
}

/**
 * trh_paper_ballots_print:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): a PDF, the same for the same ballots, or %NULL with @error set
 */
GBytes *
trh_paper_ballots_print (const TrhPaperBallots *self, GError **error)
{
  const gboolean wide = trh_paper_ballots_is_wide (self);
  const guint n_sheets = trh_paper_ballots_get_n_sheets (self);
  TrhPdf pdf;

  trh_pdf_begin (&pdf, _("Paper ballots"), NULL, wide ? TRH_A4_HEIGHT : TRH_A4_WIDTH, wide ? TRH_A4_WIDTH : TRH_A4_HEIGHT);
  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      trh_paper_ballots_draw_sheet (self, sheet, pdf.cr);
      cairo_show_page (pdf.cr);
    }
  return trh_pdf_end (&pdf, error);
}
