/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-reconciliation.h"

#include <glib/gi18n.h>

#include "core/voting/trh-explain.h"

/**
 * trh_reconciliation_init:
 * @urn: a closed urn
 *
 * Takes the figures of @urn and those its organisers stated.
 */
void
trh_reconciliation_init (TrhReconciliation *self, const TrhUrnContent *urn)
{
  *self = (TrhReconciliation) {
    .codes = trh_urn_content_get_n_codes (urn),
    .used = trh_urn_content_get_n_ballots (urn),
    .cancelled = trh_urn_content_get_n_cancelled (urn),
    .slips_left = urn->slips_left,
    .ballots = trh_urn_content_get_n_boxes (urn) - trh_urn_content_get_n_paper (urn),
    .paper = trh_urn_content_get_n_paper (urn),
    .nulls = trh_urn_content_count_nulls (urn, NULL),
    .paper_found = urn->paper_found,
    .signatures = urn->signatures,
  };
}

/**
 * trh_reconciliation_say_gap:
 * @more: a figure
 * @less: the one that it ought to be
 *
 * Returns: (transfer full): how much the first is too large or too small, as in “3 too many”, “3 missing” or “none”
 */
char *
trh_reconciliation_say_gap (gint64 more, gint64 less)
{
  gulong gap = (gulong) (more > less ? more - less : less - more);

  if (gap == 0)
    return g_strdup (C_("gap", "none"));
  if (more > less)
    /* Translators: a gap between two figures, as in "3 too many" */
    return g_strdup_printf (ngettext ("%lu too many", "%lu too many", gap), gap);
  /* Translators: a gap between two figures, as in "3 missing" */
  return g_strdup_printf (ngettext ("%lu missing", "%lu missing", gap), gap);
}

/* @figure, @other: (transfer full): of two counts that are the same */
static void
add_agreement (GPtrArray *sentences, char *figure, char *other)
{
  g_autofree char *first = figure, *second = other;

  /* Translators: two figures, as in “41 ballots in the urn” and “41 codes used of 80” */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s, %2$s: the figures agree."), first, second));
}

static void
add_signatures (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint n = self->ballots + self->paper + self->nulls;
  g_autofree char *signatures = NULL, *ballots = NULL, *gap = NULL;

  if (self->signatures < 0)
    {
      g_ptr_array_add (sentences, g_strdup (_("The signatures of the roll were not counted.")));
      return;
    }
  signatures = g_strdup_printf (ngettext ("%d signature on the roll", "%d signatures on the roll", (gulong) self->signatures),
                                self->signatures);
  if ((guint) self->signatures == n)
    {
      /* Translators: as in “41 signatures on the roll” */
      g_ptr_array_add (sentences, g_strdup_printf (_("%s, as many ballots: the figures agree."), signatures));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (n, self->signatures);
  ballots = g_strdup_printf (ngettext ("%u ballot", "%u ballots", n), n);
  /* Translators: two figures, as in “44 signatures on the roll” and “43 ballots”; a gap, as in “1 missing” */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s, but %2$s: %3$s."), signatures, ballots, gap));
}

static void
add_slips (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint away = self->used + self->cancelled;
  const guint expected = self->codes - MIN (away, self->codes);
  g_autofree char *cancelled = g_strdup_printf (ngettext ("%u code cancelled", "%u codes cancelled", self->cancelled),
                                                self->cancelled);
  g_autofree char *left = NULL, *gap = NULL;

  if (self->slips_left < 0)
    {
      /* Translators: codes that nobody used */
      left = g_strdup_printf (ngettext ("%u left", "%u left", expected), expected);
      /* Translators: as in “2 codes cancelled” and “37 left” */
      g_ptr_array_add (sentences, g_strdup_printf (_("%1$s, %2$s."), cancelled, left));
      return;
    }
  /* Translators: slips of paper with a code that nobody took */
  left = g_strdup_printf (ngettext ("%d slip left on the table", "%d slips left on the table", (gulong) self->slips_left),
                          self->slips_left);
  if ((guint) self->slips_left == expected)
    {
      add_agreement (sentences, g_steal_pointer (&cancelled), g_steal_pointer (&left));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (self->slips_left, expected);
  /* Translators: as in “36 slips left on the table”; how many there should be; a gap, as in “3 missing” */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s where %2$u should be: %3$s."), left, expected, gap));
}

static void
add_paper (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint n_typed = self->paper + self->nulls;
  const gulong n_found = (gulong) MAX (self->paper_found, 0);
  g_autofree char *found = NULL, *typed = NULL, *gap = NULL;

  if (self->paper_found < 0 && n_typed == 0)
    return;
  if (self->paper_found < 0)
    {
      /* Translators: ballots of paper */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u ballot of paper was typed; those in the box were not counted.",
                                                             "%u ballots of paper were typed; those in the box were not "
                                                             "counted.", n_typed), n_typed));
      return;
    }
  if (n_found == n_typed)
    {
      found = g_strdup_printf (ngettext ("%lu ballot of paper in the box, typed", "%lu ballots of paper in the box, all typed",
                                         n_found), n_found);
      add_agreement (sentences, g_steal_pointer (&found),
                     g_strdup_printf (ngettext ("%u null", "%u null", self->nulls), self->nulls));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (n_typed, self->paper_found);
  found = g_strdup_printf (ngettext ("%lu ballot of paper in the box", "%lu ballots of paper in the box", n_found), n_found);
  /* Translators: ballots of paper */
  typed = g_strdup_printf (ngettext ("%u typed", "%u typed", n_typed), n_typed);
  /* Translators: two figures, as in “44 signatures on the roll” and “43 ballots”; a gap, as in “1 missing” */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s, but %2$s: %3$s."), found, typed, gap));
}

/**
 * trh_reconciliation_say:
 * @n_gaps: (out) (optional): how many of the figures do not agree
 *
 * Says in words whether ballots, codes, slips, paper and signatures agree. A gap is told and never repaired:
 * it belongs on the minutes.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
trh_reconciliation_say (const TrhReconciliation *self, guint *n_gaps)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint gaps = self->ballots != self->used;

  g_ptr_array_add (sentences, trh_explain_urn (self->ballots, self->used, self->codes));
  add_slips (self, sentences, &gaps);
  add_paper (self, sentences, &gaps);
  add_signatures (self, sentences, &gaps);
  if (gaps > 0)
    g_ptr_array_add (sentences, g_strdup (_("Write each gap in the minutes with what is known of it; do not repair it.")));
  if (n_gaps != NULL)
    *n_gaps = gaps;
  return sentences;
}
