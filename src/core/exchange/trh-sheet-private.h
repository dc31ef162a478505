/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-pdf.h"
#include "core/exchange/trh-sheet.h"

G_BEGIN_DECLS

/* Lengths are in points, 72 an inch. */
#define TRH_SHEET_MARGIN (20 * TRH_MM)
#define TRH_SHEET_WIDTH  (TRH_A4_WIDTH - 2 * TRH_SHEET_MARGIN) /* inside the margins */
#define TRH_SHEET_GAP    (4 * TRH_MM)                          /* between columns */

typedef enum {
  TRH_SHEET_TITLE,
  TRH_SHEET_HEADING,
  TRH_SHEET_TEXT,
  TRH_SHEET_SMALL,
  TRH_SHEET_CODE,
  TRH_SHEET_PAIRS,
  TRH_SHEET_TABLE,
  TRH_SHEET_SIGNATURES,
  TRH_SHEET_PAGE_BREAK,
} TrhSheetKind;

typedef struct {
  TrhSheetKind kind;
  char        *text;    /* (nullable) */
  GPtrArray   *cells;   /* (nullable): char *, row after row */
  guint        n_columns;
  GPtrArray   *titles;  /* (nullable): char *, of columns */
  double      *widths;  /* of columns, points */
  gboolean    *numbers; /* columns of figures */
  double       least;   /* height of a row, points */
} TrhSheetBlock;

/* A place where a page may begin: a line, a row or a pair of signatures of a block; after the block for a page break. */
typedef struct {
  guint block;
  guint part;
} TrhSheetPlace;

struct _TrhSheet
{
  char      *title;
  char      *day;
  char      *stamp;  /* (nullable) */
  char      *footer; /* (nullable) */
  double     least;  /* height of a row of the tables to come, points */
  GPtrArray *blocks; /* TrhSheetBlock */
  GArray    *starts; /* (nullable): TrhSheetPlace, of each page; once they are laid out */
};

G_END_DECLS
