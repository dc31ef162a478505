/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes @data at @path. Runs in a worker. */
typedef gboolean (*TrhVoteWrite) (gpointer data, const char *path, GError **error);

/* @error: (nullable): why nothing was saved */
typedef void     (*TrhVoteSaved) (const GError *error, gpointer user_data);

typedef struct {
  const char    *title;    /* of the window that asks where */
  const char    *name;     /* proposed for the file; of the folder that is made in the one that is chosen */
  gboolean       folder;   /* a folder is made */
  gboolean       secret;   /* leaves no entry among the recent files */
  TrhVoteWrite   write;
  gpointer       data;     /* (transfer full): for @write */
  GDestroyNotify free_data;
} TrhVoteSaving;

void trh_vote_save (GtkWidget *parent, const TrhVoteSaving *saving, TrhVoteSaved saved, gpointer user_data,
                    GDestroyNotify destroy);

G_END_DECLS
