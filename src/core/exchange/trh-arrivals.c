/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-arrivals.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-facts.h"
#include "core/voting/trh-bag-codes.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-urn.h"

static void
arrival_free (gpointer data)
{
  TrhArrival *self = data;

  g_free (self->former);
  g_free (self);
}

/* Says why @urn is not taken into @refused, and returns %FALSE; or finds out how it stands to the season. */
static gboolean
judge (TrhProject *project, const TrhPollRecord *poll, const TrhUrnContent *urn, const char *fingerprint,
       TrhArrivalKind *kind, GPtrArray *refused)
{
  const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, urn->session_id);
  g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
  char *sentence;

  if (session != NULL ? !g_str_equal (session->poll_id, poll->base.id)
                      : trh_project_find_any (project, urn->session_id) != NULL)
    /* Translators: a town */
    sentence = g_strdup_printf (_("%s: no bag was prepared for this session in this season."), place);
  else if (session == NULL && trh_project_find (project, TRH_COMMUNES, urn->commune_id) == NULL)
    /* Translators: a town */
    sentence = g_strdup_printf (_("%s is no commune of this season: add it first."), place);
  else if (session == NULL && trh_poll_is_counted (project, poll->base.id))
    /* Translators: a town */
    sentence = g_strdup_printf (_("%s: no bag was prepared for this session in this season, and the vote is counted."), place);
  else if (session == NULL)
    {
      *kind = TRH_ARRIVAL_UNANNOUNCED;
      return TRUE;
    }
  else if (session->state == TRH_RESULT_CALLED_OFF)
    /* Translators: a town */
    sentence = g_strdup_printf (_("%s: this session was called off."), place);
  else if (session->state == TRH_RESULT_PREPARED || session->state == TRH_RESULT_OPEN)
    {
      *kind = TRH_ARRIVAL_NEW;
      return TRUE;
    }
  else if (g_str_equal (session->sha256, fingerprint))
    {
      *kind = TRH_ARRIVAL_KNOWN;
      return TRUE;
    }
  else if (session->state == TRH_RESULT_CLOSED && poll->state != TRH_POLL_COUNTED)
    {
      *kind = TRH_ARRIVAL_OTHER;
      return TRUE;
    }
  else
    sentence = g_strdup_printf (
      /* Translators: a town */
      _("%s: two different urns of the same session were brought, and the vote is counted. Compare both with the minutes."),
      place);
  g_ptr_array_add (refused, sentence);
  return FALSE;
}

/* Whether a session of @poll in the commune of @urn is in the season, other than its own. */
static gboolean
has_session_there (TrhProject *project, const TrhPollRecord *poll, const TrhUrnContent *urn)
{
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *session = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (session->poll_id, poll->base.id) && g_str_equal (session->commune_id, urn->commune_id) &&
          session->state != TRH_RESULT_CALLED_OFF && !g_str_equal (session->base.id, urn->session_id))
        return TRUE;
    }
  return FALSE;
}

static TrhArrival *
arrival_new (TrhProject *project, const TrhPollRecord *poll, guint index, TrhArrivalKind kind, const TrhUrnContent *urn)
{
  const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, urn->session_id);
  TrhArrival *self = g_new0 (TrhArrival, 1);

  self->index = index;
  self->kind = kind;
  self->used = (int) trh_urn_content_get_n_ballots (urn);
  self->used_slips = session != NULL && session->slips[0] != NULL
                       ? (int) trh_bag_codes_count ((const char *const *) session->slips, urn)
                       : -1;
  self->former = g_strdup (kind == TRH_ARRIVAL_OTHER ? session->sha256 : "");
  self->former_ballots = session != NULL ? session->ballots : 0;
  self->is_second = has_session_there (project, poll, urn);
  self->taken = kind == TRH_ARRIVAL_KNOWN || (kind == TRH_ARRIVAL_NEW && trh_arrival_is_certain (self));
  return self;
}

/**
 * trh_arrivals_new:
 * @urns: that were brought, from trh_poll_expect_urns()
 * @refused: (element-type utf8): grows by why the others are not taken, each beginning with its town
 *
 * Returns: (transfer full) (element-type TrhArrival): those that may be taken, in the order of @urns
 */
GPtrArray *
trh_arrivals_new (TrhProject *project, TrhPoll *poll, const TrhUrnSet *urns, GPtrArray *refused)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  GPtrArray *arrivals = g_ptr_array_new_with_free_func (arrival_free);

  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    {
      const TrhUrnContent *urn = trh_urn_set_peek (urns, i);
      TrhArrivalKind kind;

      if (judge (project, record, urn, trh_urn_set_get_fingerprint (urns, i), &kind, refused))
        g_ptr_array_add (arrivals, arrival_new (project, record, i, kind, urn));
    }
  return arrivals;
}

/**
 * trh_arrivals_make_edit:
 * @arrivals: (element-type TrhArrival): of @urns, with their decisions; the files of those that are taken are kept already
 * @error: return location for a #TrhPollError, when the season has changed meanwhile, or the words of an urn that nobody
 *   announced were not compared
 *
 * Returns: (transfer full) (nullable): notes what is new; %NULL with @error not set when nothing is
 */
TrhEdit *
trh_arrivals_make_edit (TrhProject *project, TrhPoll *poll, const TrhUrnSet *urns, GPtrArray *arrivals, GError **error)
{
  g_autofree TrhSessionReturn *returns = g_new0 (TrhSessionReturn, arrivals->len + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < arrivals->len; i++)
    {
      const TrhArrival *arrival = arrivals->pdata[i];
      const TrhUrnContent *urn = trh_urn_set_peek (urns, arrival->index);
      g_autofree char *path = trh_urn_get_path (urn->session_id);

      if (!arrival->taken || arrival->kind == TRH_ARRIVAL_KNOWN)
        continue;
      g_ptr_array_add (names, g_path_get_basename (path));
      returns[n++] = (TrhSessionReturn) {
        .session_id = urn->session_id,
        .commune_id = arrival->kind == TRH_ARRIVAL_UNANNOUNCED ? urn->commune_id : NULL,
        .organisers = { urn->opened_by[0], urn->opened_by[1] },
        .day = urn->day,
        .minute = urn->opened_at >= 0 ? urn->opened_at : TRH_NO_CLOCK,
        .urn_file = names->pdata[names->len - 1],
        .closing = trh_poll_read_closing (urn, trh_urn_set_get_fingerprint (urns, arrival->index)),
        .used = arrival->used,
        .used_slips = arrival->used_slips,
        .compared = arrival->compared,
        .former = arrival->kind == TRH_ARRIVAL_OTHER ? arrival->former : NULL,
      };
    }
  return n > 0 ? trh_poll_edit_bring_in (project, poll, returns, n, error) : NULL;
}

/* Whether codes were used in it that were on no slip of the bag. */
gboolean
trh_arrival_is_doubtful (const TrhArrival *self)
{
  return self->used_slips >= 0 && self->used_slips < self->used;
}

/* Whether nothing speaks against taking it: no code that was on no slip, and a bag went out. */
gboolean
trh_arrival_is_certain (const TrhArrival *self)
{
  return self->kind != TRH_ARRIVAL_UNANNOUNCED && !trh_arrival_is_doubtful (self);
}

/* --- in words --- */

/* What is in it, as in “8 ballots, of which 2 on paper”; (transfer full). */
char *
trh_arrival_say_ballots (const TrhArrival *self, const TrhUrnContent *urn)
{
  const guint n = trh_urn_content_get_n_boxes (urn);
  const guint paper = trh_urn_content_get_n_paper (urn);

  if (paper == 0)
    return g_strdup_printf (ngettext ("%u ballot", "%u ballots", n), n);
  /* Translators: ballots in an urn; those of them that were on paper */
  return g_strdup_printf (ngettext ("%1$u ballot, of which %2$u on paper", "%1$u ballots, of which %2$u on paper", n), n, paper);
}

/**
 * trh_arrival_say_codes:
 * @urn: of @self
 *
 * Returns: (transfer full): how many codes were used and where they come from
 */
char *
trh_arrival_say_codes (const TrhArrival *self, const TrhUrnContent *urn)
{
  const int others = self->used - self->used_slips;
  const guint cancelled = trh_urn_content_get_n_cancelled (urn);
  /* Translators: the end of a sentence about the codes of an urn */
  g_autofree char *end = g_strdup_printf (ngettext ("%u cancelled", "%u cancelled", cancelled), cancelled);

  if (self->used_slips < 0)
    /* Translators: codes; then as in “2 cancelled” */
    return g_strdup_printf (ngettext ("%1$d code used, %2$s. Whether it was on the slips of the bag is not known.",
                                      "%1$d codes used, %2$s. Whether they were on the slips of the bag is not known.",
                                      (gulong) self->used), self->used, end);
  if (others > 0)
    {
      g_autofree char *used = g_strdup_printf (ngettext ("%d code used", "%d codes used", (gulong) self->used), self->used);
      /* Translators: codes */
      g_autofree char *made = g_strdup_printf (ngettext ("%d made at the town hall or invented",
                                                         "%d made at the town hall or invented", (gulong) others), others);

      /* Translators: as in “9 codes used”; those of them that were on slips; as in “2 made at the town hall or invented” and
       * “1 cancelled” */
      return g_strdup_printf (_("%1$s: %2$d from the slips of the bag, %3$s; %4$s"), used, self->used_slips, made, end);
    }
  /* Translators: codes; then as in “2 cancelled” */
  return g_strdup_printf (ngettext ("%1$d code used, from the slips of the bag; %2$s",
                                    "%1$d codes used, all from the slips of the bag; %2$s", (gulong) self->used),
                          self->used, end);
}

/* Who closed it and when; (transfer full). */
char *
trh_arrival_say_closing (const TrhUrnContent *urn)
{
  g_autofree char *day = trh_day_say (urn->closed_day != 0 ? urn->closed_day : urn->day);

  /* Translators: a day, and the two people who closed an urn then */
  return g_strdup_printf (_("Closed on %1$s by %2$s and %3$s"), day, urn->closed_by[0], urn->closed_by[1]);
}

/* A fingerprint as it is read aloud, (transfer full). */
static char *
say_words (const char *fingerprint)
{
  char *words = trh_fingerprint_say (fingerprint);

  return words != NULL ? words : g_strdup (fingerprint);
}

/* Which urn it would replace; (transfer full). */
char *
trh_arrival_say_former (const TrhArrival *self)
{
  g_autofree char *words = say_words (self->former);

  /* Translators: how many ballots, then the words of a fingerprint */
  return g_strdup_printf (ngettext ("The urn in the season, with %1$d ballot, says: %2$s",
                                    "The urn in the season, with %1$d ballots, says: %2$s", (gulong) self->former_ballots),
                          self->former_ballots, words);
}

/* What to think of before one is taken of which the season names no bag; (transfer full). */
char *
trh_arrival_say_unannounced (const TrhArrival *self)
{
  return g_strconcat (_("Perhaps this season is an older copy, or the bag was said not to be used. Otherwise somebody who has a "
                        "kit has invented this urn: take it only with the minutes that the town hall signed."),
                      self->is_second ? " " : "",
                      self->is_second ? _("Another session of this commune is in the season: nobody may have voted in both.")
                                      : "",
                      NULL);
}

/* One after the other, as they replaced each other. */
static void
add_replacements (GPtrArray *sentences, const TrhResultRecord *session, const char *place)
{
  for (guint i = 0; session->replaced[i] != NULL; i++)
    {
      g_autofree char *former = say_words (session->replaced[i]);
      g_autofree char *next = say_words (session->replaced[i + 1] != NULL ? session->replaced[i + 1] : session->sha256);

      g_ptr_array_add (sentences,
                       /* Translators: a town; the words of the fingerprint of one urn; those of another */
                       g_strdup_printf (_("%1$s: the urn “%2$s” was brought in first and replaced by the urn “%3$s”."), place,
                                        former, next));
    }
}

/**
 * trh_session_say_return:
 * @session: one of @project
 *
 * Returns: (transfer full) (element-type utf8): what belongs in the remarks of the minutes of how its urn came back
 */
GPtrArray *
trh_session_say_return (TrhProject *project, const TrhResultRecord *session)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = trh_describe_id (project, session->commune_id);
  const int others = session->used - session->used_slips;

  if (session->unannounced)
    /* Translators: a town */
    g_ptr_array_add (sentences,
                     g_strdup_printf (_("%s: the season named no bag of this session; the urn was taken because its words are "
                                        "those of the signed minutes."), place));
  if (session->minutes == TRH_MINUTES_NOT_COMPARED)
    /* Translators: a town */
    g_ptr_array_add (sentences,
                     g_strdup_printf (_("%s: the words of the urn were not compared with the signed minutes."), place));
  if (session->used_slips >= 0 && others > 0)
    g_ptr_array_add (sentences,
                     /* Translators: a town; codes that were on no slip; all that were used */
                     g_strdup_printf (ngettext ("%1$s: %2$d used code of %3$d was on no slip of the bag; the urn was taken all "
                                                "the same.",
                                                "%1$s: %2$d used codes of %3$d were on no slip of the bag; the urn was taken "
                                                "all the same.", (gulong) others), place, others, session->used));
  add_replacements (sentences, session, place);
  return sentences;
}
