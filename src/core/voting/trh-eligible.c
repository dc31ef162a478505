/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-eligible.h"

#include <string.h>

typedef struct {
  guint size;  /* candidates in the group */
  guint least;
  guint most;
  guint taken; /* elected so far */
} Group;

struct _TrhEligible
{
  guint   seats;
  guint   n_candidates;
  guint   n_elected;
  guint   n_groups;
  Group  *groups;   /* the first one holds all candidates without a guarantee */
  guint  *group_of; /* of each candidate */
  guint8 *elected;
};

/* Whether the committee can be completed: each group ends between what it must have and what it
 * can have, and all seats are taken. */
static gboolean
can_be_completed (const TrhEligible *self)
{
  guint lowest = 0, highest = 0;

  for (guint g = 0; g < self->n_groups; g++)
    {
      const Group *group = &self->groups[g];
      guint low = MAX (group->taken, group->least);
      guint high = MIN (group->size, group->most);

      if (low > high)
        return FALSE;
      lowest += low;
      highest += high;
    }
  return lowest <= self->seats && self->seats <= highest;
}

/* The place of a group among those with a guarantee, from 1; 0 when it has none. */
static guint
find_group (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return i + 1;
  return 0;
}

/**
 * trh_eligible_new:
 * @election: its groups and quotas are read
 *
 * Returns: (transfer full): the state before anyone is elected
 */
TrhEligible *
trh_eligible_new (const TrhElection *election)
{
  TrhEligible *self = g_new0 (TrhEligible, 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  self->seats = election->seats;
  self->n_candidates = election->n_candidates;
  self->groups = g_new0 (Group, election->quotas->len + 1);
  self->group_of = g_new0 (guint, election->n_candidates);
  self->elected = g_new0 (guint8, election->n_candidates);

  self->groups[0].most = G_MAXUINT;
  for (guint q = 0; q < election->quotas->len; q++)
    {
      const TrhQuota *quota = &g_array_index (election->quotas, TrhQuota, q);
      guint g = find_group (names, quota->group);

      if (g == 0)
        {
          g_ptr_array_add (names, quota->group);
          g = names->len;
          self->groups[g].most = G_MAXUINT;
        }
      self->groups[g].least = MAX (self->groups[g].least, quota->least); /* two lines about one group both hold */
      self->groups[g].most = MIN (self->groups[g].most, quota->most);
    }
  self->n_groups = names->len + 1;

  for (guint c = 0; c < election->n_candidates; c++)
    {
      self->group_of[c] = election->groups != NULL ? find_group (names, election->groups[c]) : 0;
      self->groups[self->group_of[c]].size++;
    }
  return self;
}

TrhEligible *
trh_eligible_copy (const TrhEligible *self)
{
  TrhEligible *copy = g_memdup2 (self, sizeof *self);

  copy->groups = g_memdup2 (self->groups, self->n_groups * sizeof *self->groups);
  copy->group_of = g_memdup2 (self->group_of, self->n_candidates * sizeof *self->group_of);
  copy->elected = g_memdup2 (self->elected, self->n_candidates);
  return copy;
}

void
trh_eligible_free (TrhEligible *self)
{
  g_free (self->groups);
  g_free (self->group_of);
  g_free (self->elected);
  g_free (self);
}

/**
 * trh_eligible_is_feasible:
 * @election: groups, quotas and seats; the ballots do not matter
 *
 * Returns: whether any committee meets all guarantees: asked before a vote is opened
 */
gboolean
trh_eligible_is_feasible (const TrhElection *election)
{
  g_autoptr(TrhEligible) state = trh_eligible_new (election);

  return can_be_completed (state);
}

/**
 * trh_eligible_can:
 *
 * Takes time in the number of groups.
 *
 * Returns: whether @candidate may be elected next
 */
gboolean
trh_eligible_can (const TrhEligible *self, guint candidate)
{
  Group *group = &self->groups[self->group_of[candidate]];
  gboolean can;

  if (self->elected[candidate] || self->n_elected >= self->seats)
    return FALSE;
  group->taken++;
  can = can_be_completed (self);
  group->taken--;
  return can;
}

/* Elects a candidate who can be. */
void
trh_eligible_elect (TrhEligible *self, guint candidate)
{
  g_return_if_fail (!self->elected[candidate]);

  self->elected[candidate] = TRUE;
  self->groups[self->group_of[candidate]].taken++;
  self->n_elected++;
}

guint
trh_eligible_get_n_elected (const TrhEligible *self)
{
  return self->n_elected;
}
