/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-election.h"

#include <string.h>

static void
clear_quota (gpointer data)
{
  g_free (((TrhQuota *) data)->group);
}

/**
 * trh_election_new:
 * @kind: of the ballots
 * @candidates: (array zero-terminated=1): identifiers, from 1 to %TRH_MAX_CANDIDATES
 *
 * Returns: (transfer full): an election without ballots
 */
TrhElection *
trh_election_new (TrhBallotPaperKind kind, const char *const *candidates)
{
  TrhElection *self = g_new0 (TrhElection, 1);

  self->kind = kind;
  self->candidates = g_strdupv ((char **) candidates);
  self->n_candidates = g_strv_length (self->candidates);
  self->quotas = g_array_new (FALSE, FALSE, sizeof (TrhQuota));
  g_array_set_clear_func (self->quotas, clear_quota);
  self->ballots = trh_ballots_new (self->n_candidates);
  return self;
}

void
trh_election_free (TrhElection *self)
{
  g_strfreev (self->candidates);
  g_strfreev (self->grades);
  g_strfreev (self->groups);
  g_array_unref (self->quotas);
  g_free (self->lot);
  trh_ballots_free (self->ballots);
  g_free (self);
}

/**
 * trh_election_add_quota:
 * @least: fewest of @group among the elected
 * @most: most of them, %G_MAXUINT for no limit
 */
void
trh_election_add_quota (TrhElection *self, const char *group, guint least, guint most)
{
  TrhQuota quota = { g_strdup (group), least, most };

  g_array_append_val (self->quotas, quota);
}

/**
 * trh_election_set_groups:
 * @groups: (array zero-terminated=1): one for each candidate, "" for none
 */
void
trh_election_set_groups (TrhElection *self, const char *const *groups)
{
  g_return_if_fail (g_strv_length ((char **) groups) == self->n_candidates);

  g_strfreev (self->groups);
  self->groups = g_strdupv ((char **) groups);
}

/* What a mark may be; limits on the number of choices belong to the poll, not to its count. */
TrhBallotForm
trh_election_get_form (const TrhElection *self)
{
  TrhBallotForm form = { self->kind, self->n_candidates };

  if (self->grades != NULL)
    form.n_grades = g_strv_length (self->grades);
  return form;
}
