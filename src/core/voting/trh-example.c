/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-example.h"

#include <string.h>

static const TrhExampleVoters voters[] = {
  { 0, 8, "ABC" }, { 0, 3, "AB" }, { 0, 3, "A" },
  { 1, 6, "D" },   { 1, 2, "BD" },
  { 2, 5, "EF" },  { 2, 2, "E" },
};

/* The groups of voters, @n of them, (array length=n) (transfer none). */
const TrhExampleVoters *
trh_example_peek_voters (guint *n)
{
  *n = G_N_ELEMENTS (voters);
  return voters;
}

/* Who is liked is ticked, has the best of the usual mentions and the others the last one, or is ranked. */
static void
mark (TrhBallotPaperKind kind, const char *likes, guint8 marks[TRH_EXAMPLE_CANDIDATES])
{
  memset (marks, kind == TRH_BALLOT_PAPER_GRADES ? TRH_USUAL_GRADES : 0, TRH_EXAMPLE_CANDIDATES);
  for (guint i = 0; likes[i] != '\0'; i++)
    marks[likes[i] - 'A'] = kind == TRH_BALLOT_PAPER_RANKING ? (guint8) (i + 1) : 1;
}

static TrhElection *
make_election (TrhBallotPaperKind kind)
{
  static const char *const candidates[TRH_EXAMPLE_CANDIDATES + 1] = { "A", "B", "C", "D", "E", "F" };
  static const char *const grades[TRH_USUAL_GRADES + 1] = { "1", "2", "3", "4", "5" };
  TrhElection *election = trh_election_new (kind, candidates);

  election->seats = TRH_EXAMPLE_SEATS;
  if (kind == TRH_BALLOT_PAPER_GRADES)
    election->grades = g_strdupv ((char **) grades);
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    {
      guint8 marks[TRH_EXAMPLE_CANDIDATES];

      mark (kind, voters[i].likes, marks);
      trh_ballots_add (election->ballots, marks, voters[i].voters);
    }
  trh_ballots_normalise (election->ballots);
  return election;
}

static gboolean
is_heard (const TrhExampleCount *self, const char *likes)
{
  for (const char *letter = likes; *letter != '\0'; letter++)
    if (self->chosen[*letter - 'A'])
      return TRUE;
  return FALSE;
}

static void
count_by (TrhExampleCount *self, const TrhMethod *method)
{
  g_autoptr(TrhElection) election = make_election (method->kind);
  g_autoptr(TrhCount) count = trh_method_count (method, election, NULL);

  g_return_if_fail (count != NULL);

  self->method = method;
  for (guint i = 0; i < count->committee->len; i++)
    self->chosen[g_array_index (count->committee, guint, i)] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    self->heard[voters[i].place] += is_heard (self, voters[i].likes) ? voters[i].voters : 0;
}

/**
 * trh_example_count:
 * @self: (out): the example, counted
 * @kind: of the ballots of the vote that is prepared
 * @wanted: (nullable): the method that it has; counted when it is one that shares the places
 *
 * Of graded ballots no method that is offered shares the places: the second count then is the one of the same voters
 * ticking those whom they like.
 */
void
trh_example_count (TrhExample *self, TrhBallotPaperKind kind, const TrhMethod *wanted)
{
  const TrhMethod *by_majority = kind == TRH_BALLOT_PAPER_RANKING ? &trh_method_schulze
                               : kind == TRH_BALLOT_PAPER_GRADES ? &trh_method_mj
                                                                 : &trh_method_av;
  const TrhMethod *by_shares = kind == TRH_BALLOT_PAPER_RANKING ? &trh_method_stv_scottish : &trh_method_mes_phragmen;

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    {
      self->voters[voters[i].place] += voters[i].voters;
      for (const char *letter = voters[i].likes; *letter != '\0'; letter++)
        self->voices[*letter - 'A'] += voters[i].voters;
    }
  count_by (&self->by_majority, by_majority);
  count_by (&self->by_shares, wanted != NULL && wanted->kind == kind && wanted->proportional ? wanted : by_shares);
}
