/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws page @page, from 0, of A4: 72 units an inch, with the origin of @cr in the corner of the paper. */
typedef void (*TrhPrintPage) (gpointer pages, guint page, cairo_t *cr);

/* @error: (nullable): why nothing was printed, in words; @in_file: the printer that was chosen writes files */
typedef void (*TrhPrinted)   (const GError *error, gboolean in_file, gpointer user_data);

typedef struct {
  const char    *name;    /* in the queue of the printer, where others may read it: no secret; copied */
  guint          n_pages; /* at least one */
  guint          copies;  /* proposed; 0 is one */
  gboolean       wide;    /* wider than high */
  gboolean       secret;  /* no preview, which would be a file, and no entry among the recent files */
  TrhPrintPage   draw;
  gpointer       pages;   /* (transfer full): for @draw */
  GDestroyNotify free_pages;
} TrhPrintJob;

void trh_print         (GtkWidget *parent, const TrhPrintJob *job, TrhPrinted printed, gpointer user_data,
                        GDestroyNotify destroy);
void trh_print_to_file (const char *path, const TrhPrintJob *job, TrhPrinted printed, gpointer user_data,
                        GDestroyNotify destroy);

G_END_DECLS
