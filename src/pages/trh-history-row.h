/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What one row of the history shows. Texts are for people. */
typedef struct {
  const char *heading; /* (nullable): the day, above the first row of it */
  const char *label;
  const char *detail;  /* or "" */
  const char *icon;
  gboolean    here;    /* the season is so now */
  gboolean    undone;
  const char *verb;      /* (nullable): what its button does */
  const char *verb_icon; /* where there is no room for words */
  const char *verb_name; /* the name of the button */
} TrhHistoryLook;

/* One row of the history: an icon, words, and a button. Signal "clicked": of the button. */
#define TRH_TYPE_HISTORY_ROW (trh_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistoryRow, trh_history_row, TRH, HISTORY_ROW, GtkBox)

GtkWidget *trh_history_row_new  (void);
void       trh_history_row_show (TrhHistoryRow *self, const TrhHistoryLook *look, gboolean narrow);

G_END_DECLS
