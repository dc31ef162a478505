/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-guarantees.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-edits.h"

/* One valley or discipline, with all that is asked of it */
typedef struct {
  const TrhQuotaRecord *quota; /* the first about it */
  int least;
  int most;
  int size; /* candidates that belong to it */
} Group;

static const TrhQuotaRecord *
peek_quota (const TrhPollRecord *poll, guint index)
{
  return poll->quotas->pdata[index];
}

/**
 * trh_poll_get_group:
 * @candidate: below the number of candidates
 *
 * Returns: (transfer none): the id of a valley or the discipline that a candidate counts as, or ""
 */
const char *
trh_poll_get_group (TrhProject *project, const TrhPollRecord *poll, guint candidate)
{
  const TrhCandidateRecord *record = poll->candidates->pdata[candidate];
  const TrhArtistRecord *artist;

  if (*record->group != '\0' || poll->quotas->len == 0 || peek_quota (poll, 0)->kind != TRH_QUOTA_DISCIPLINE)
    return record->group;
  artist = trh_project_find_record (project, TRH_ARTISTS, record->artist_id); /* of before groups were kept */
  return artist != NULL ? artist->discipline : "";
}

/**
 * trh_poll_set_group:
 * @poll: a record that is not frozen yet
 * @candidate: below the number of candidates
 * @group: the id of a valley, a discipline, or ""
 */
void
trh_poll_set_group (TrhPollRecord *poll, guint candidate, const char *group)
{
  TrhCandidateRecord *record = trh_record_copy (poll->candidates->pdata[candidate]);

  trh_record_set_text (&record->group, group);
  trh_record_unref (poll->candidates->pdata[candidate]);
  poll->candidates->pdata[candidate] = record;
}

static const char *
get_valley (TrhProject *project, const char *commune_id)
{
  const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, commune_id);

  return commune != NULL ? commune->valley_id : "";
}

/**
 * trh_poll_guess_valley:
 *
 * Returns: (transfer none): the id of the valley where an artist lives, else where the first stay of theirs is that has a
 *   valley, or "": a proposal for the organisers
 */
const char *
trh_poll_guess_valley (TrhProject *project, const TrhArtistRecord *artist)
{
  g_autofree char *town = trh_text_fold (artist->town);

  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES) && *town != '\0'; i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      g_autofree char *name = trh_text_fold (commune->name);

      if (*commune->valley_id != '\0' && g_str_equal (name, town))
        return commune->valley_id;
    }
  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);
      const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, stay->venue_id);
      const char *valley_id = venue != NULL ? get_valley (project, venue->commune_id) : "";

      if (g_str_equal (stay->artist_id, artist->base.id) && *valley_id != '\0')
        return valley_id;
    }
  return "";
}

static char *
say_group (TrhProject *project, const TrhQuotaRecord *quota)
{
  return quota->kind == TRH_QUOTA_VALLEY ? trh_describe_id (project, quota->group) : g_strdup (quota->group);
}

/**
 * trh_poll_say_guarantee:
 *
 * Returns: (transfer full): as in “Buëch: at least 1”
 */
char *
trh_poll_say_guarantee (TrhProject *project, const TrhQuotaRecord *quota)
{
  g_autofree char *group = say_group (project, quota);
  const gboolean is_limited = quota->most < TRH_MAX_SEATS;

  if (quota->least > 0 && is_limited)
    /* Translators: a valley or a discipline, then numbers of artists */
    return g_strdup_printf (_("%1$s: at least %2$d, at most %3$d"), group, quota->least, quota->most);
  if (is_limited)
    /* Translators: a valley or a discipline, then a number of artists */
    return g_strdup_printf (_("%1$s: at most %2$d"), group, quota->most);
  /* Translators: a valley or a discipline, then a number of artists */
  return g_strdup_printf (_("%1$s: at least %2$d"), group, quota->least);
}

/* All of them, (transfer full): as in “Buëch: at least 1 · danse: at most 2”, or "". */
char *
trh_poll_say_guarantees (TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < poll->quotas->len; i++)
    g_ptr_array_add (parts, trh_poll_say_guarantee (project, poll->quotas->pdata[i]));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* Two guarantees for one group both hold. */
static GArray *
collect_groups (TrhProject *project, const TrhPollRecord *poll)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));

  for (guint q = 0; q < poll->quotas->len; q++)
    {
      const TrhQuotaRecord *quota = peek_quota (poll, q);
      Group *group = NULL;

      for (guint g = 0; g < groups->len && group == NULL; g++)
        if (g_str_equal (g_array_index (groups, Group, g).quota->group, quota->group))
          group = &g_array_index (groups, Group, g);
      if (group == NULL)
        {
          const Group fresh = { .quota = quota, .most = TRH_MAX_SEATS };

          g_array_append_val (groups, fresh);
          group = &g_array_index (groups, Group, groups->len - 1);
          for (guint c = 0; c < poll->candidates->len; c++)
            group->size += g_str_equal (trh_poll_get_group (project, poll, c), quota->group);
        }
      group->least = MAX (group->least, quota->least);
      group->most = MIN (group->most, quota->most);
    }
  return groups;
}

/* @sentence: (nullable) (transfer full) */
static gboolean
fail (GError **error, char *sentence)
{
  g_autofree char *owned = sentence;

  g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE, owned);
  return FALSE;
}

static char *
say_artists (int n)
{
  return g_strdup_printf (ngettext ("%d artist", "%d artists", (gulong) n), n);
}

static gboolean
check_group (TrhProject *project, const Group *group, GError **error)
{
  g_autofree char *name = say_group (project, group->quota), *first = NULL, *second = NULL;

  if (group->least > group->most)
    {
      first = say_artists (group->most);
      /* Translators: a valley or a discipline, a number, then as in “2 artists” */
      return fail (error, g_strdup_printf (_("%1$s: at least %2$d and at most %3$s cannot both be met."), name, group->least,
                                           first));
    }
  if (group->size == 0 && group->least > 0)
    /* Translators: a valley or a discipline */
    return fail (error, g_strdup_printf (_("%s: no artist on the ballot belongs to it, so none can be guaranteed."), name));
  if (group->least <= group->size)
    return TRUE;

  first = g_strdup_printf (ngettext ("%d artist is guaranteed", "%d artists are guaranteed", (gulong) group->least),
                           group->least);
  second = g_strdup_printf (ngettext ("only %d artist on the ballot belongs to it", "only %d artists on the ballot belong to it",
                                      (gulong) group->size), group->size);
  /* Translators: a valley or a discipline; as in “2 artists are guaranteed” and “only 1 artist on the ballot belongs to it” */
  return fail (error, g_strdup_printf (_("%1$s: %2$s, but %3$s."), name, first, second));
}

/* @needed: artists that the guarantees ask for, more than there are places */
static char *
say_too_many (int needed, int seats)
{
  g_autofree char *artists = say_artists (needed);
  g_autofree char *places = g_strdup_printf (ngettext ("there is only %d place", "there are only %d places", (gulong) seats),
                                             seats);

  /* Translators: as in “4 artists” and “there are only 3 places” */
  return g_strdup_printf (_("The guarantees ask for %1$s, but %2$s."), artists, places);
}

/* @possible: artists that may be chosen, fewer than there are places */
static char *
say_too_few (int possible, int seats)
{
  g_autofree char *artists = g_strdup_printf (ngettext ("at most %d artist can be chosen", "at most %d artists can be chosen",
                                                        (gulong) possible), possible);
  g_autofree char *places = g_strdup_printf (ngettext ("there is %d place", "there are %d places", (gulong) seats), seats);

  /* Translators: as in “at most 2 artists can be chosen” and “there are 3 places” */
  return g_strdup_printf (_("With these guarantees %1$s, but %2$s."), artists, places);
}

/**
 * trh_poll_check_guarantees:
 * @poll: a poll being prepared; its candidates have their groups
 * @error: return location for %TRH_POLL_ERROR_INCOMPLETE, a sentence for the person
 *
 * Asked before anyone votes: a guarantee that no list can meet would void the vote.
 *
 * Returns: whether some list of `seats` artists meets all guarantees
 */
gboolean
trh_poll_check_guarantees (TrhProject *project, const TrhPollRecord *poll, GError **error)
{
  g_autoptr(GArray) groups = collect_groups (project, poll);
  int needed = 0, possible = (int) poll->candidates->len;

  for (guint q = 1; q < poll->quotas->len; q++)
    if (peek_quota (poll, q)->kind != peek_quota (poll, 0)->kind)
      return fail (error, g_strdup (_("Guarantees are for valleys or for disciplines, not for both.")));
  for (guint g = 0; g < groups->len; g++)
    {
      const Group *group = &g_array_index (groups, Group, g);

      if (!check_group (project, group, error))
        return FALSE;
      needed += group->least;
      possible -= MAX (0, group->size - group->most);
    }
  if (needed > poll->seats)
    return fail (error, say_too_many (needed, poll->seats));
  if (groups->len > 0 && possible < poll->seats)
    return fail (error, say_too_few (possible, poll->seats));
  return TRUE;
}
