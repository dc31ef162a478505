/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-poll-urns.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-urn.h"

/**
 * trh_poll_read_closing:
 * @urn: a closed urn
 * @fingerprint: of its file
 *
 * Returns: what it says about its closing, lent by both
 */
TrhSessionClosing
trh_poll_read_closing (const TrhUrnContent *urn, const char *fingerprint)
{
  return (TrhSessionClosing) {
    .organisers = { urn->closed_by[0], urn->closed_by[1] },
    .minute = urn->closed_at >= 0 ? urn->closed_at : TRH_NO_CLOCK,
    .day = urn->closed_day,
    .codes = (int) trh_urn_content_get_n_codes (urn),
    .ballots = (int) trh_urn_content_get_n_boxes (urn),
    .null_ballots = (int) trh_urn_content_count_nulls (urn, NULL),
    .signatures = urn->signatures,
    .president = urn->bureau != NULL ? urn->bureau->president : "",
    .registered = urn->bureau != NULL ? urn->bureau->registered : -1,
    .incidents = urn->incidents,
    .remarks = urn->remarks,
    .fingerprint = fingerprint,
  };
}

/**
 * trh_poll_expect_urns:
 * @error: return location for %TRH_POLL_ERROR_STATE
 *
 * Returns: (transfer full): an empty set that takes urns of @poll only, or %NULL with @error set while it has no keys
 */
TrhUrnSet *
trh_poll_expect_urns (TrhProject *project, TrhPoll *poll, GError **error)
{
  g_autoptr(TrhKit) kit = trh_poll_make_kit (project, trh_entity_peek_record (TRH_ENTITY (poll)), "", "any", error);
  TrhUrnSet *urns;

  if (kit == NULL)
    return NULL;
  urns = trh_urn_set_new ();
  trh_urn_set_expect (urns, g_steal_pointer (&kit->urn));
  return urns;
}

/**
 * trh_poll_list_sessions:
 *
 * Returns: (transfer full) (element-type utf8): a set of the sessions whose urns the season knows, for trh_urn_find_strays();
 *   one that was called off should have none
 */
GHashTable *
trh_poll_list_sessions (TrhProject *project)
{
  GHashTable *known = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (record->state != TRH_RESULT_CALLED_OFF)
        g_hash_table_add (known, g_strdup (record->base.id));
    }
  return known;
}

static gboolean
is_here (char *path)
{
  g_autofree char *owned = path;

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whether this computer has the keys or an urn of it. */
static gboolean
has_traces (TrhProject *project, const char *poll_id)
{
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, poll_id);

  for (guint i = 0; i < sessions->len; i++)
    if (is_here (trh_urn_get_path (((const TrhRecord *) trh_entity_peek_record (sessions->pdata[i]))->id)))
      return TRUE;
  return is_here (trh_keys_get_path (poll_id));
}

/**
 * trh_poll_find_at_stake:
 *
 * Keys and urns say nothing without the question, the artists and the sessions that stand in the season. A vote that was
 * counted elsewhere, as that of the sample, is not at stake here.
 *
 * Returns: (transfer none) (nullable): the first vote that would be lost with the season
 */
TrhPoll *
trh_poll_find_at_stake (TrhProject *project)
{
  for (guint i = 0; i < trh_project_count (project, TRH_POLLS); i++)
    {
      TrhPoll *poll = trh_project_peek (project, TRH_POLLS, i);
      const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));

      if (record->state != TRH_POLL_DRAFT &&
          (record->state != TRH_POLL_COUNTED || has_traces (project, record->base.id)))
        return poll;
    }
  return NULL;
}

/**
 * trh_poll_take_up:
 * @stray: an urn of @poll that the season does not name
 * @error: return location for a #TrhPollError, with the town
 *
 * Returns: (transfer full): an edit that notes its session, closed when the urn is, or %NULL with @error set
 */
TrhEdit *
trh_poll_take_up (TrhProject *project, TrhPoll *poll, const TrhUrnStray *stray, GError **error)
{
  const TrhUrnContent *urn = stray->content;
  g_autoptr(TrhKit) kit = trh_poll_make_kit (project, trh_entity_peek_record (TRH_ENTITY (poll)), urn->commune_id,
                                             urn->session_id, error);
  const char *foreign = kit != NULL ? trh_urn_say_foreign (kit->urn, urn) : NULL;
  g_autofree char *path = trh_urn_get_path (urn->session_id);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
  const TrhSessionOpening opening = {
    .session_id = urn->session_id,
    .commune_id = urn->commune_id,
    .venue_id = "",
    .organisers = { urn->opened_by[0], urn->opened_by[1] },
    .day = urn->day,
    .minute = urn->opened_at >= 0 ? urn->opened_at : TRH_NO_CLOCK,
    .codes = (int) trh_urn_content_get_n_codes (urn),
    .urn_file = name,
  };
  const gboolean is_closed = trh_urn_content_is_closed (urn);
  TrhSessionClosing closing;

  if (kit == NULL)
    return NULL;
  if (foreign != NULL)
    {
      /* Translators: a town, then why its urn is refused */
      g_set_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("%1$s: %2$s"), place, foreign);
      return NULL;
    }
  if (trh_project_find (project, TRH_COMMUNES, urn->commune_id) == NULL)
    {
      /* Translators: a town */
      g_set_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE, _("%s is no commune of this season: add it first."), place);
      return NULL;
    }
  if (is_closed)
    closing = trh_poll_read_closing (urn, stray->fingerprint);
  return trh_poll_edit_take_up (project, poll, &opening, is_closed ? &closing : NULL, error);
}
