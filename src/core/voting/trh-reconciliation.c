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

static void
add_signatures (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint ballots = self->ballots + self->paper + self->nulls;
  g_autofree char *gap = NULL;

  if (self->signatures < 0)
    {
      g_ptr_array_add (sentences, g_strdup (_("The signatures of the roll were not counted.")));
      return;
    }
  if ((guint) self->signatures == ballots)
    {
      /* Translators: signatures on the roll, which are as many as the ballots */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%d signature on the roll, as many ballots: the figures agree.",
                                                             "%d signatures on the roll, as many ballots: the figures agree.",
                                                             (gulong) self->signatures), self->signatures));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (ballots, self->signatures);
  /* Translators: signatures on the roll; ballots; a gap, as in "3 too many" or "3 missing" */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$d signature on the roll, but %2$u ballots: %3$s.",
                                                         "%1$d signatures on the roll, but %2$u ballots: %3$s.",
                                                         (gulong) self->signatures), self->signatures, ballots, gap));
}

static void
add_slips (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint away = self->used + self->cancelled;
  const guint expected = self->codes - MIN (away, self->codes);
  g_autofree char *gap = NULL;

  if (self->slips_left < 0)
    {
      /* Translators: codes that were cancelled, codes nobody used */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$u code cancelled, %2$u left.",
                                                             "%1$u codes cancelled, %2$u left.", self->cancelled),
                                                   self->cancelled, expected));
      return;
    }
  if ((guint) self->slips_left == expected)
    {
      /* Translators: codes that were cancelled, slips of paper with a code that nobody took */
      g_ptr_array_add (sentences,
                       g_strdup_printf (ngettext ("%1$u code cancelled, %2$d slips left on the table: the figures agree.",
                                                  "%1$u codes cancelled, %2$d slips left on the table: the figures agree.",
                                                  self->cancelled), self->cancelled, self->slips_left));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (self->slips_left, expected);
  /* Translators: slips of paper with a code that nobody took; how many there should be; a gap, as in "3 missing" */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$d slip left on the table where %2$u should be: %3$s.",
                                                         "%1$d slips left on the table where %2$u should be: %3$s.",
                                                         (gulong) self->slips_left), self->slips_left, expected, gap));
}

static void
add_paper (const TrhReconciliation *self, GPtrArray *sentences, guint *n_gaps)
{
  const guint typed = self->paper + self->nulls;
  g_autofree char *gap = NULL;

  if (self->paper_found < 0 && typed == 0)
    return;
  if (self->paper_found < 0)
    {
      /* Translators: ballots of paper */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u ballot of paper was typed; those in the box were not counted.",
                                                             "%u ballots of paper were typed; those in the box were not "
                                                             "counted.", typed), typed));
      return;
    }
  if ((guint) self->paper_found == typed)
    {
      /* Translators: ballots of paper in the box; those of them that are null */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$u ballot of paper in the box, all typed, %2$u null: the "
                                                             "figures agree.",
                                                             "%1$u ballots of paper in the box, all typed, %2$u null: the "
                                                             "figures agree.", typed), typed, self->nulls));
      return;
    }
  (*n_gaps)++;
  gap = trh_reconciliation_say_gap (typed, self->paper_found);
  /* Translators: ballots of paper in the box; those that were typed; a gap, as in "3 missing" */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$d ballot of paper in the box, but %2$u typed: %3$s.",
                                                         "%1$d ballots of paper in the box, but %2$u typed: %3$s.",
                                                         (gulong) self->paper_found), self->paper_found, typed, gap));
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
