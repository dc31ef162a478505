/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/storage/trh-journal-line.h"

G_BEGIN_DECLS

/* A journal that no running program writes: its session did not end well (.journal), or did (.history) and left
 * what can still be undone. */
typedef struct {
  char      *path;  /* of the journal */
  int        fd;    /* open for appending, and locked while this lives */
  GBytes    *bytes;
  GPtrArray *lines; /* TrhLine: the good ones */
  gsize      n_good_bytes;
  gboolean   ended; /* well: the file has everything */
} TrhLeftover;

TrhLeftover *trh_leftover_open      (const char *journal_path);
void         trh_leftover_free      (TrhLeftover *leftover);
gboolean     trh_leftover_is_of     (TrhLeftover *leftover, const char *path);
gboolean     trh_leftover_cut       (TrhLeftover *leftover, guint n_lines, GError **error);
char        *trh_leftover_set_aside (TrhLeftover *leftover, const char *why);
void         trh_leftover_trim      (TrhLeftover *leftover, guint64 after, gsize max_bytes);
gboolean     trh_leftover_take      (TrhLeftover *leftover);
char        *trh_leftover_name      (const char *journal_path, gboolean ended);
GPtrArray   *trh_leftovers_list     (const char *folder);
GPtrArray   *trh_leftovers_list_ended (const char *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhLeftover, trh_leftover_free)

/* Work that can be taken up again, as the start page lists it. */
typedef struct {
  char      *path;  /* of the season's file */
  char      *title; /* of the season */
  GDateTime *time;  /* local: of the last edit */
} TrhUnfinished;

GPtrArray   *trh_unfinished_list    (void);
void         trh_unfinished_free    (TrhUnfinished *unfinished);

G_END_DECLS
