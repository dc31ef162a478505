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
  gboolean all_signed = TRUE;

  *turnout = (TrhTurnout) { 0 };
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *session = trh_project_peek_record (project, TRH_RESULTS, i);

      if (has_no_turnout (session) || !g_str_equal (session->poll_id, poll_id) ||
          !g_str_equal (session->commune_id, commune_id))
        continue;
      turnout->n_sessions++;
      turnout->ballots += session->ballots;
      turnout->signatures += session->signatures;
      all_signed &= session->signatures > 0 || session->ballots == 0;
    }
  if (!all_signed)
    turnout->signatures = 0;
  return turnout->n_sessions > 0;
}

/* As in “41 ballots”, or “41 ballots, 43 signatures” where the two differ, (transfer full). */
char *
trh_turnout_say (const TrhTurnout *turnout)
{
  g_autofree char *ballots = g_strdup_printf (ngettext ("%d ballot", "%d ballots", turnout->ballots), turnout->ballots);
  g_autofree char *signatures = g_strdup_printf (ngettext ("%d signature", "%d signatures", turnout->signatures),
                                                 turnout->signatures);

  if (turnout->signatures == 0 || turnout->signatures == turnout->ballots)
    return g_steal_pointer (&ballots);
  /* Translators: as in "41 ballots, 43 signatures" */
  return g_strdup_printf (_("%1$s, %2$s"), ballots, signatures);
}
