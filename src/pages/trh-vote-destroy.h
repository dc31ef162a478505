/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/trh-purge.h"

G_BEGIN_DECLS

/* How destroying is asked. Plain, lent. */
typedef struct {
  const char *title;    /* of the window */
  const char *verb;     /* of its button, which asks again */
  const char *what;     /* above the list of what goes */
  const char *question; /* asked at last */
  const char *warning;
  const char *confirm;  /* verb of the question */
  void      (*destroyed) (GtkWidget *page, const char *id); /* something is gone */
  const char *id;
} TrhVoteDestroying;

/* Destroying what a vote left on this computer, with a certificate: a counted vote, or one session of a kit. */
void       trh_vote_destroy              (GtkWidget *page, TrhPurge *purge, const TrhVoteDestroying *words);
GtkWidget *trh_vote_destroy_reminder_new (const char *words, GtkWidget *button);

G_END_DECLS
