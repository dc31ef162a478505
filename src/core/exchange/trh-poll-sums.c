/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-poll-sums.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/voting/trh-grades.h"
#include "core/voting/trh-urn.h"

/* What a mark may be on the ballots of @poll. */
TrhBallotForm
trh_poll_get_form (const TrhPollRecord *poll)
{
  const TrhBallotForm form = {
    .kind = (TrhBallotPaperKind) poll->ballot,
    .n_candidates = poll->candidates->len,
    .n_grades = poll->ballot != TRH_BALLOT_GRADES ? 0 : poll->grades[0] != NULL ? g_strv_length (poll->grades) : TRH_USUAL_GRADES,
    .min_choices = (guint) poll->min_choices,
    .max_choices = (guint) poll->max_choices,
  };

  return form;
}

/* The ids of the candidates, in the order of ballots, (transfer full). */
char **
trh_poll_dup_candidates (const TrhPollRecord *poll)
{
  char **ids = g_new0 (char *, poll->candidates->len + 1);

  for (guint i = 0; i < poll->candidates->len; i++)
    ids[i] = g_strdup (((TrhCandidateRecord *) poll->candidates->pdata[i])->artist_id);
  return ids;
}

/* The mentions of @poll, best first, in the language of the program, (transfer full); other names as somebody wrote
 * them. */
char **
trh_poll_dup_grades (const TrhPollRecord *poll)
{
  const guint n = trh_poll_get_form (poll).n_grades;
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (trh_grades_translate ((const char *const *) poll->grades, i));
  return names;
}

/**
 * trh_poll_say_grades:
 * @counts: how often each grade was given, best first, as in "3 2 0 1"
 *
 * Returns: (transfer full): as in "Strongly in favour 3, In favour 2…"
 */
char *
trh_poll_say_grades (const TrhPollRecord *poll, const char *counts)
{
  g_auto(GStrv) grades = trh_poll_dup_grades (poll);
  g_auto(GStrv) numbers = g_strsplit (counts, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; grades[i] != NULL && numbers[i] != NULL; i++)
    g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", grades[i], numbers[i]);
  return g_string_free (out, FALSE);
}

/**
 * trh_poll_make_paper:
 *
 * Returns: (transfer full): what the booth shows of @poll
 */
TrhBallotPaper *
trh_poll_make_paper (TrhProject *project, const TrhPollRecord *poll)
{
  TrhBallotPaper *paper = trh_ballot_paper_new ((TrhBallotPaperKind) poll->ballot, poll->question);

  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];
      const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, candidate->artist_id);

      trh_ballot_paper_add_candidate (paper, candidate->letter, candidate->name,
                                      artist != NULL ? artist->discipline : NULL);
    }
  paper->min_choices = (guint) poll->min_choices;
  paper->max_choices = (guint) poll->max_choices;
  paper->rotates = poll->order == TRH_ORDER_ROTATION;
  paper->rehearsal = poll->rehearsal;
  if (poll->ballot == TRH_BALLOT_GRADES)
    trh_ballot_paper_set_grades (paper, (const char *const *) poll->grades);
  if (poll->languages[0] != NULL)
    trh_ballot_paper_set_languages (paper, (const char *const *) poll->languages);
  return paper;
}

/**
 * trh_poll_make_kit:
 * @commune_id: where people will vote
 * @session_id: a new one
 * @error: return location for %TRH_POLL_ERROR_STATE
 *
 * Packs a session for a laptop without the season. The keys stay here: only the public one goes.
 *
 * Returns: (transfer full): a kit without codes, or %NULL with @error set while @poll has no keys
 */
TrhKit *
trh_poll_make_kit (TrhProject *project, const TrhPollRecord *poll, const char *commune_id, const char *session_id,
                   GError **error)
{
  static const char *const nobody[] = { "", "" };
  const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, commune_id);
  const TrhBallotForm form = trh_poll_get_form (poll);
  g_auto(GStrv) candidates = trh_poll_dup_candidates (poll);
  g_autoptr(TrhBallotPaper) paper = trh_poll_make_paper (project, poll);
  gsize length = 0;
  g_autofree guchar *public_key = g_base64_decode (poll->public_key, &length);
  TrhUrnContent *urn;
  TrhKit *kit;

  if (length != TRH_SEAL_KEY)
    {
      g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("Make the keys of this vote first."));
      return NULL;
    }
  urn = trh_urn_content_new (poll->base.id, session_id, &form, (const char *const *) candidates, public_key, nobody);
  urn->rehearsal = poll->rehearsal;
  urn->guaranteed = poll->quotas->len > 0;
  trh_urn_content_set_session (urn, commune_id, commune != NULL ? commune->name : "", 0, -1);
  kit = trh_kit_new (poll->question, paper, urn);
  g_free (kit->season);
  g_free (kit->who_votes);
  g_free (kit->method);
  g_free (kit->guarantees);
  kit->season = g_strdup (trh_project_peek_season (project)->title);
  kit->guarantees = trh_poll_say_guarantees (project, poll);
  kit->who_votes = g_strdup (poll->who_votes);
  kit->method = g_strdup (poll->method);
  kit->seats = (guint) poll->seats;
  kit->keeps_ties = poll->ties == TRH_TIES_KEPT;
  kit->purge_day = poll->purge_day;
  return kit;
}

/**
 * trh_kit_make_poll:
 *
 * Returns: (transfer full): the poll that @kit was packed from, as far as the kit says: without notes, and with
 *   its guarantees in words only
 */
TrhPollRecord *
trh_kit_make_poll (const TrhKit *kit)
{
  TrhPollRecord *poll = trh_record_new (&trh_poll_schema, kit->urn->poll_id);
  const TrhBallotPaper *paper = kit->paper;

  trh_record_set_text (&poll->question, kit->question);
  poll->ballot = (int) paper->kind;
  trh_record_set_text (&poll->method, kit->method);
  poll->seats = (int) kit->seats;
  poll->min_choices = (int) paper->min_choices;
  poll->max_choices = (int) paper->max_choices;
  if (paper->grades != NULL)
    trh_record_set_texts (&poll->grades, (const char *const *) paper->grades);
  if (paper->languages != NULL)
    trh_record_set_texts (&poll->languages, (const char *const *) paper->languages);
  for (guint i = 0; i < paper->candidates->len; i++)
    {
      const TrhPaperCandidate *from = trh_ballot_paper_get_candidate (kit->paper, i);
      TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, kit->urn->candidates[i]);

      trh_record_set_text (&candidate->artist_id, kit->urn->candidates[i]);
      trh_record_set_text (&candidate->letter, from->letter);
      trh_record_set_text (&candidate->name, from->name);
      g_ptr_array_add (poll->candidates, candidate);
    }
  poll->order = paper->rotates ? TRH_ORDER_ROTATION : TRH_ORDER_FIXED;
  poll->ties = kit->keeps_ties ? TRH_TIES_KEPT : TRH_TIES_LOT;
  poll->rehearsal = paper->rehearsal;
  poll->state = TRH_POLL_READY;
  trh_record_set_text (&poll->who_votes, kit->who_votes);
  poll->purge_day = kit->purge_day;
  return poll;
}

static void
add_quotas (TrhProject *project, const TrhPollRecord *poll, TrhElection *election)
{
  g_autofree const char **groups = g_new0 (const char *, poll->candidates->len + 1);

  for (guint i = 0; i < poll->candidates->len; i++)
    groups[i] = trh_poll_get_group (project, poll, i);
  trh_election_set_groups (election, groups);
  for (guint i = 0; i < poll->quotas->len; i++)
    {
      const TrhQuotaRecord *quota = poll->quotas->pdata[i];

      trh_election_add_quota (election, quota->group, (guint) quota->least, (guint) quota->most);
    }
}

/**
 * trh_poll_make_election:
 * @error: return location for %TRH_COUNT_ERROR_QUOTAS_INFEASIBLE
 *
 * Returns: (transfer full): candidates, seats and guarantees of @poll, without ballots, or %NULL
 */
TrhElection *
trh_poll_make_election (TrhProject *project, const TrhPollRecord *poll, GError **error)
{
  g_auto(GStrv) ids = trh_poll_dup_candidates (poll);
  g_autoptr(TrhElection) election = trh_election_new ((TrhBallotPaperKind) poll->ballot, (const char *const *) ids);
  g_autoptr(GError) infeasible = NULL;

  election->seats = (guint) poll->seats;
  if (poll->ballot == TRH_BALLOT_GRADES)
    election->grades = trh_poll_dup_grades (poll);
  if (!trh_poll_check_guarantees (project, poll, &infeasible))
    {
      g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_QUOTAS_INFEASIBLE, infeasible->message);
      return NULL;
    }
  if (poll->quotas->len > 0)
    add_quotas (project, poll, election);
  return g_steal_pointer (&election);
}

static const TrhMethod *
find_method (const TrhPollRecord *poll, GError **error)
{
  const TrhMethod *method = trh_method_find (poll->method);

  if (method == NULL)
    g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                 /* Translators: the name of a counting method */
                 _("This version of the program does not know the method “%s”."), poll->method);
  return method;
}

/**
 * trh_poll_check_method:
 * @error: return location for a #TrhCountError
 *
 * Asked before anyone votes: whether the method of @poll counts such ballots, and can meet all guarantees.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_poll_check_method (TrhProject *project, const TrhPollRecord *poll, GError **error)
{
  const TrhMethod *method = find_method (poll, error);
  g_autoptr(TrhElection) election = method != NULL ? trh_poll_make_election (project, poll, error) : NULL;

  return election != NULL && trh_method_check (method, election, error);
}

/**
 * trh_poll_begin_opening:
 * @project: where @poll takes names of valleys from, and groups that it does not keep itself
 * @error: return location for a #TrhCountError
 *
 * Returns: (transfer full): the rule, the places and the guarantees of @poll, without an urn; %NULL with @error set
 */
TrhOpening *
trh_poll_begin_opening (TrhProject *project, const TrhPollRecord *poll, GError **error)
{
  const TrhMethod *method = find_method (poll, error);
  TrhElection *election = method != NULL ? trh_poll_make_election (project, poll, error) : NULL;

  g_autoptr(TrhKit) kit = trh_poll_make_kit (project, poll, "", "any", NULL); /* none without keys */
  TrhOpening *opening;

  if (election == NULL)
    return NULL;
  opening = trh_opening_new (method, election, poll->rehearsal);
  if (kit != NULL)
    trh_opening_expect (opening, g_steal_pointer (&kit->urn));
  return opening;
}

/**
 * trh_poll_make_opening:
 * @folder: (nullable): where the urns are, each under the name that its session says; %NULL where this
 *   program keeps them
 * @error: return location for a #TrhCountError or a #TrhPollError
 *
 * Returns: (transfer full): the closed urns of @poll; the keys are still to be set; %NULL with @error set
 *   when a session is open or none was held
 */
TrhOpening *
trh_poll_make_opening (TrhProject *project, TrhPoll *poll, const char *folder, GError **error)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, record->base.id);
  TrhOpening *opening;

  if (sessions->len == 0 || trh_poll_find_open (project, record->base.id) != NULL)
    {
      g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                           _("Close all sessions first: nothing is counted before."));
      return NULL;
    }
  opening = trh_poll_check_bags (project, record->base.id, error) ? trh_poll_begin_opening (project, record, error) : NULL;
  if (opening == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = trh_entity_peek_record (sessions->pdata[i]);
      g_autofree char *place = trh_describe_id (project, session->commune_id);
      g_autofree char *name = g_path_get_basename (session->urn_file); /* a file of @folder, whatever the season says */
      g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : trh_urn_get_path (session->base.id);

      trh_opening_add_urn (opening, path, session->sha256, place);
    }
  return opening;
}
