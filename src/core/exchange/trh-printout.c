/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-printout.h"

#include <sodium.h>

/* What one kind of pages can do. */
typedef struct {
  guint        (*get_n_pages) (gpointer content);
  void         (*draw_page)   (gpointer content, guint page, cairo_t *cr);
  GBytes      *(*write)       (gpointer content, GError **error);
  GDestroyNotify free_content;
} Kind;

struct _TrhPrintout
{
  const Kind *kind;
  gpointer    content;
  gboolean    wide;
  gboolean    secret;
};

static TrhPrintout *
make (const Kind *kind, gpointer content)
{
  TrhPrintout *self = g_atomic_rc_box_new0 (TrhPrintout);

  self->kind = kind;
  self->content = content;
  return self;
}

/* --- sheets --- */

static guint
get_n_of_sheet (gpointer sheet)
{
  return trh_sheet_get_n_pages (sheet);
}

static void
draw_sheet (gpointer sheet, guint page, cairo_t *cr)
{
  trh_sheet_draw_page (sheet, page, cr);
}

static GBytes *
write_sheet (gpointer sheet, GError **error)
{
  return trh_sheet_print (sheet, NULL, error);
}

static const Kind of_sheet = { get_n_of_sheet, draw_sheet, write_sheet, (GDestroyNotify) trh_sheet_free };

/**
 * trh_printout_new_sheet:
 * @sheet: (transfer full): to sign, to post
 *
 * Returns: (transfer full): its pages
 */
TrhPrintout *
trh_printout_new_sheet (TrhSheet *sheet)
{
  return make (&of_sheet, sheet);
}

/**
 * trh_printout_new_secret:
 * @sheet: (transfer full): with a secret, such as trh_recovery_sheet_new()
 *
 * Returns: (transfer full): its pages
 */
TrhPrintout *
trh_printout_new_secret (TrhSheet *sheet)
{
  TrhPrintout *self = make (&of_sheet, sheet);

  self->secret = TRUE;
  return self;
}

/* --- slips --- */

typedef struct {
  TrhSlips words; /* its texts are owned */
  GArray  *codes; /* (element-type TrhCode): wiped when it is freed */
} Slips;

static void
free_slips (gpointer data)
{
  Slips *slips = data;

  g_free ((char *) slips->words.question);
  g_free ((char *) slips->words.place);
  g_array_unref (slips->codes);
  g_free (slips);
}

static guint
get_n_of_slips (gpointer slips)
{
  return trh_slips_get_n_pages (((Slips *) slips)->codes);
}

static void
draw_slips (gpointer data, guint page, cairo_t *cr)
{
  const Slips *slips = data;

  trh_slips_draw_page (&slips->words, slips->codes, page, cr);
}

static GBytes *
write_slips (gpointer data, GError **error)
{
  const Slips *slips = data;

  return trh_slips_print (&slips->words, slips->codes, error);
}

static const Kind of_slips = { get_n_of_slips, draw_slips, write_slips, free_slips };

/**
 * trh_printout_new_slips:
 * @words: what stands on each; copied
 * @codes: (element-type TrhCode): one slip each; copied, and the copy is wiped in the end
 *
 * Returns: (transfer full): the pages to cut
 */
TrhPrintout *
trh_printout_new_slips (const TrhSlips *words, const GArray *codes)
{
  Slips *slips = g_new (Slips, 1);
  TrhPrintout *self = make (&of_slips, slips);

  slips->words = *words;
  slips->words.question = g_strdup (words->question);
  slips->words.place = g_strdup (words->place);
  slips->codes = trh_codes_join (codes, NULL);
  self->secret = TRUE;
  return self;
}

/* --- paper ballots --- */

static void
free_ballots (gpointer data)
{
  TrhPaperBallots *ballots = data;

  trh_ballot_paper_unref (ballots->paper);
  g_free ((char *) ballots->place);
  g_free (ballots);
}

static guint
get_n_of_ballots (gpointer ballots)
{
  return trh_paper_ballots_get_n_sheets (ballots);
}

static void
draw_ballots (gpointer ballots, guint page, cairo_t *cr)
{
  trh_paper_ballots_draw_sheet (ballots, page, cr);
}

static GBytes *
write_ballots (gpointer ballots, GError **error)
{
  return trh_paper_ballots_print (ballots, error);
}

static const Kind of_ballots = { get_n_of_ballots, draw_ballots, write_ballots, free_ballots };

/**
 * trh_printout_new_ballots:
 * @ballots: copied
 *
 * Returns: (transfer full): the sheets
 */
TrhPrintout *
trh_printout_new_ballots (const TrhPaperBallots *ballots)
{
  TrhPaperBallots *copy = g_memdup2 (ballots, sizeof *ballots);
  TrhPrintout *self = make (&of_ballots, copy);

  copy->paper = trh_ballot_paper_ref (ballots->paper);
  copy->place = g_strdup (ballots->place);
  self->wide = trh_paper_ballots_is_wide (ballots);
  return self;
}

/* --- all --- */

TrhPrintout *
trh_printout_ref (TrhPrintout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrhPrintout *self = data;

  self->kind->free_content (self->content);
}

void
trh_printout_unref (TrhPrintout *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Whether its pages are wider than high. */
gboolean
trh_printout_is_wide (const TrhPrintout *self)
{
  return self->wide;
}

/* Whether something stands on its pages that must not stay on a disk. */
gboolean
trh_printout_is_secret (const TrhPrintout *self)
{
  return self->secret;
}

/**
 * trh_printout_get_n_pages:
 *
 * The first call may take some tenths of a second for hundreds of pages.
 *
 * Returns: how many pages there are
 */
guint
trh_printout_get_n_pages (TrhPrintout *self)
{
  return self->kind->get_n_pages (self->content);
}

/**
 * trh_printout_draw_page:
 * @page: from 0
 * @cr: a page of A4, 72 units an inch, with its origin in the corner of the paper
 */
void
trh_printout_draw_page (TrhPrintout *self, guint page, cairo_t *cr)
{
  self->kind->draw_page (self->content, page, cr);
}

typedef struct {
  gpointer data;
  gsize    length;
} Wiped;

static void
wipe (gpointer data)
{
  Wiped *wiped = data;

  sodium_memzero (wiped->data, wiped->length);
  g_free (wiped->data);
  g_free (wiped);
}

/**
 * trh_printout_write:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): all pages as a PDF, the same for the same pages, or %NULL with @error set. That of a secret
 * is wiped from memory when it is freed.
 */
GBytes *
trh_printout_write (TrhPrintout *self, GError **error)
{
  GBytes *bytes = self->kind->write (self->content, error);
  Wiped *wiped;

  if (bytes == NULL || !self->secret)
    return bytes;
  wiped = g_new (Wiped, 1);
  wiped->data = g_bytes_unref_to_data (bytes, &wiped->length);
  return g_bytes_new_with_free_func (wiped->data, wiped->length, wipe, wiped);
}
