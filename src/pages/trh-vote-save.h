/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/exchange/trh-sheet.h"

G_BEGIN_DECLS

/* Writes the bytes of a document. Runs in a worker. */
typedef GBytes *(*TrhVotePrint) (gpointer document, GError **error);

/* @error: (nullable): why nothing was saved */
typedef void    (*TrhVoteSaved) (const GError *error, gpointer user_data);

/* Asks where, then prints and saves in a worker. */
typedef struct {
  const char    *title;    /* of the window that asks where */
  const char    *name;     /* proposed for the file */
  gboolean       secret;   /* leaves no entry among the recent files */
  TrhVotePrint   print;
  gpointer       document; /* (transfer full): for @print */
  GDestroyNotify free_document;
} TrhVoteDocument;

void trh_vote_save       (GtkWidget *parent, const TrhVoteDocument *document, TrhVoteSaved saved, gpointer user_data,
                          GDestroyNotify destroy);
void trh_vote_save_sheet (GtkWidget *window, const char *title, const char *name, TrhSheet *sheet, const char *done);

G_END_DECLS
