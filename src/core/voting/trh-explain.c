/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-explain.h"

#include <glib/gi18n.h>

/**
 * trh_explain_approval:
 * @name: of the candidate
 * @voices: ballots that tick it
 * @valid: ballots that tick somebody
 * @elected: whether it is chosen
 * @tied: whether others have as many, and there was not room for all of them
 *
 * Returns: (transfer full): what the figure means
 */
char *
trh_explain_approval (const char *name, guint64 voices, guint64 valid, gboolean elected, gboolean tied)
{
  const unsigned long n = (unsigned long) voices;
  const unsigned long of = (unsigned long) valid;

  if (n == 0 && elected && !tied)
    /* Translators: a candidate */
    return g_strdup_printf (_("Nobody ticked %s: chosen all the same."), name);
  if (n == 0 && !tied)
    /* Translators: a candidate */
    return g_strdup_printf (_("Nobody ticked %s."), name);
  if (tied && elected)
    /* Translators: voters who ticked, all voters, candidate */
    return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: kept, like the others who are equal.",
                                      "%1$lu voters of %2$lu would like to host %3$s: kept, like the others who are equal.", n),
                            n, of, name);
  if (tied)
    /* Translators: voters who ticked, all voters, candidate */
    return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: tied, a public draw must decide.",
                                      "%1$lu voters of %2$lu would like to host %3$s: tied, a public draw must decide.", n),
                            n, of, name);
  if (elected)
    /* Translators: voters who ticked, all voters, candidate */
    return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: chosen.",
                                      "%1$lu voters of %2$lu would like to host %3$s: chosen.", n), n, of, name);
  /* Translators: voters who ticked, all voters, candidate */
  return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: not among the chosen.",
                                    "%1$lu voters of %2$lu would like to host %3$s: not among the chosen.", n), n, of, name);
}

/**
 * trh_explain_approval_full:
 * @missing: so many more voices would have been enough; 0 when that is not known
 * @by_guarantee: without the guarantees it would not be chosen, or would be
 *
 * Returns: (transfer full): as trh_explain_approval(), with what would have been enough or what a guarantee did
 */
char *
trh_explain_approval_full (const char *name, guint64 voices, guint64 valid, gboolean elected, gboolean tied, guint64 missing,
                           gboolean by_guarantee)
{
  const gulong n = (gulong) voices, of = (gulong) valid;

  if (by_guarantee && elected)
    /* Translators: voters who ticked, all voters, candidate */
    return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: chosen because of a guarantee.",
                                      "%1$lu voters of %2$lu would like to host %3$s: chosen because of a guarantee.", n),
                            n, of, name);
  if (by_guarantee)
    /* Translators: voters who ticked, all voters, candidate */
    return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: left out because of a guarantee.",
                                      "%1$lu voters of %2$lu would like to host %3$s: left out because of a guarantee.", n),
                            n, of, name);
  if (missing > 0 && !elected && !tied)
    {
      /* Translators: so many voices */
      g_autofree char *more = g_strdup_printf (ngettext ("%lu more would have been enough", "%lu more would have been enough",
                                                         (gulong) missing), (gulong) missing);

      /* Translators: voters who ticked, all voters, candidate; then as in “3 more would have been enough” */
      return g_strdup_printf (ngettext ("%1$lu voter of %2$lu would like to host %3$s: not among the chosen, %4$s.",
                                        "%1$lu voters of %2$lu would like to host %3$s: not among the chosen, %4$s.", n),
                              n, of, name, more);
    }
  return trh_explain_approval (name, voices, valid, elected, tied);
}

/**
 * trh_explain_ties:
 * @names: (array zero-terminated=1): candidates who are in some of the possible results only
 * @kept: the rule of the vote keeps all of them
 *
 * Returns: (transfer full): whether the list depends on a draw, and between whom
 */
char *
trh_explain_ties (const char *const *names, gboolean kept)
{
  g_autofree char *list = NULL;

  if (names[0] == NULL)
    return g_strdup (_("No tie decided: the list does not depend on any draw."));
  list = g_strjoinv (", ", (char **) names);
  if (kept)
    /* Translators: names of those who are tied */
    return g_strdup_printf (_("Tied for the last places: %s. All are kept, as was decided before the vote."), list);
  /* Translators: names of those who are tied */
  return g_strdup_printf (_("Tied for the last places: %s. A public draw must decide."), list);
}

/**
 * trh_explain_urn:
 * @n_ballots: in the urn
 * @n_used_codes: codes with which a ballot was cast
 * @n_codes: codes that were made
 *
 * Returns: (transfer full): whether they agree, for the closing
 */
char *
trh_explain_urn (guint n_ballots, guint n_used_codes, guint n_codes)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%u ballot in the urn", "%u ballots in the urn", n_ballots), n_ballots);
  /* Translators: used codes; codes made */
  g_autofree char *codes = g_strdup_printf (ngettext ("%1$u code used of %2$u", "%1$u codes used of %2$u", n_used_codes),
                                            n_used_codes, n_codes);

  if (n_ballots == n_used_codes)
    /* Translators: two figures, as in “41 ballots in the urn” and “41 codes used of 80” */
    return g_strdup_printf (_("%1$s, %2$s: the figures agree."), ballots, codes);
  /* Translators: as in “40 ballots in the urn” and “41 codes used of 80” */
  return g_strdup_printf (_("%1$s but %2$s: write the gap in the minutes, do not repair it."), ballots, codes);
}
