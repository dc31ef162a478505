/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-turnout.h"

#include <glib/gi18n.h>

/* Its urn is open, or in a bag: nobody looks on. Or it was called off, and nobody has voted. */
static gboolean
has_no_turnout (const TrhResultRecord *session)
{
  return session->state == TRH_RESULT_OPEN || session->state == TRH_RESULT_PREPARED ||
         session->state == TRH_RESULT_CALLED_OFF;
}

/* The last vote of which a session is closed, or %NULL, (transfer none). Rehearsals are not votes. */
const TrhPollRecord *
trh_turnout_find_poll (TrhProject *project)
{
  const TrhPollRecord *found = NULL;
  guint found_at = 0;

  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *session = trh_project_peek_record (project, TRH_RESULTS, i);

      if (has_no_turnout (session) || *session->commune_id == '\0')
        continue;
      for (guint at = trh_project_count (project, TRH_POLLS); at-- > found_at; )
        {
          const TrhPollRecord *poll = trh_project_peek_record (project, TRH_POLLS, at);

          if (poll->rehearsal || !g_str_equal (poll->base.id, session->poll_id))
            continue;
          found = poll;
          found_at = at;
          break;
        }
    }
  return found;
}

/**
 * trh_turnout_add_signatures:
 * @sum: of the rolls so far, or -1
 * @signatures: on one more roll, or -1
 *
 * Returns: both together; -1, which is not known, as soon as one of them was not counted
 */
int
trh_turnout_add_signatures (int sum, int signatures)
{
  return sum < 0 || signatures < 0 ? -1 : sum + signatures;
}

/**
 * trh_turnout_get:
 * @poll_id: of a vote
 * @commune_id: where people voted
 * @turnout: (out): of all closed sessions there
 *
 * Returns: %FALSE when no session of that commune is closed
 */
gboolean
trh_turnout_get (TrhProject *project, const char *poll_id, const char *commune_id, TrhTurnout *turnout)
{
  *turnout = (TrhTurnout) { 0 };
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *session = trh_project_peek_record (project, TRH_RESULTS, i);

      if (has_no_turnout (session) || !g_str_equal (session->poll_id, poll_id) ||
          !g_str_equal (session->commune_id, commune_id))
        continue;
      turnout->n_sessions++;
      turnout->ballots += session->ballots;
      turnout->nulls += session->null_ballots;
      turnout->signatures = trh_turnout_add_signatures (turnout->signatures, session->signatures);
    }
  return turnout->n_sessions > 0;
}

/* As in “41 ballots, 2 null ones”, (transfer full). */
static char *
say_ballots (const TrhTurnout *turnout)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%d ballot", "%d ballots", turnout->ballots), turnout->ballots);
  g_autofree char *nulls = NULL;

  if (turnout->nulls == 0)
    return g_steal_pointer (&ballots);
  /* Translators: ballots of paper that count for nothing, after those that count */
  nulls = g_strdup_printf (ngettext ("%d null one", "%d null ones", turnout->nulls), turnout->nulls);
  /* Translators: as in "41 ballots, 2 null ones" */
  return g_strdup_printf (_("%1$s, %2$s"), ballots, nulls);
}

/**
 * trh_turnout_say:
 *
 * Returns: (transfer full): as in “41 ballots”, “41 ballots, 2 null ones”, or “41 ballots, 43 signatures” where all of them
 *   together are not as many as the signatures
 */
char *
trh_turnout_say (const TrhTurnout *turnout)
{
  g_autofree char *ballots = say_ballots (turnout), *signatures = NULL;

  if (turnout->signatures < 0 || turnout->signatures == turnout->ballots + turnout->nulls)
    return g_steal_pointer (&ballots);
  signatures = g_strdup_printf (ngettext ("%d signature", "%d signatures", turnout->signatures), turnout->signatures);
  /* Translators: as in "41 ballots, 43 signatures" */
  return g_strdup_printf (_("%1$s, %2$s"), ballots, signatures);
}
