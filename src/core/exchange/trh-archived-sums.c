/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-archived-sums.h"

#include <glib/gi18n.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-poll-result.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-read.h"

#define VERSION 1

/* The poll without the notes of its organisers, and with the groups that older seasons keep with the artists. */
static TrhPollRecord *
copy_poll (TrhProject *project, const TrhPollRecord *poll)
{
  TrhPollRecord *bare = trh_record_copy (poll);

  trh_record_set_text (&bare->notes, "");
  for (guint i = 0; poll->quotas->len > 0 && i < poll->candidates->len; i++)
    trh_poll_set_group (bare, i, trh_poll_get_group (project, poll, i));
  return bare;
}

/**
 * trh_archived_sums_print:
 * @total: of @poll, counted
 *
 * Of so few ballots that their figures are for the bureau, only what trh_result_withhold() leaves.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trh_archived_sums_print (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  const gboolean for_bureau = trh_result_is_for_bureau (total);
  g_autoptr(TrhRecord) bare = (TrhRecord *) copy_poll (project, poll);
  g_autoptr(TrhRecord) told = for_bureau ? (TrhRecord *) trh_result_withhold (total) : trh_record_ref (total);
  GString *out = g_string_new ("{\n  \"format\": \"" TRH_ARCHIVED_SUMS_FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION));

  g_string_append_printf (out, "%s,\n  \"poll\": ", for_bureau ? ",\n  \"bureau_only\": true" : "");
  trh_record_append (out, bare, 1);
  g_string_append (out, ",\n  \"total\": ");
  trh_record_append (out, told, 1);
  g_string_append (out, ",\n  \"sessions\": [");
  for (guint i = 0, n = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);

      if (session == NULL)
        continue;
      g_string_append (out, n++ > 0 ? ", " : "");
      trh_record_append (out, session, 1);
    }
  g_string_append (out, "]\n}\n");
  return g_string_free_to_bytes (out);
}

void
trh_archived_sums_free (TrhArchivedSums *self)
{
  if (self->poll != NULL)
    trh_record_unref (self->poll);
  if (self->total != NULL)
    trh_record_unref (self->total);
  g_ptr_array_unref (self->sessions);
  g_free (self);
}

/* (transfer full) (nullable) */
static gpointer
read_record (JsonObject *root, const TrhSchema *schema, const char *name, GError **error)
{
  if (!json_object_has_member (root, name))
    {
      trh_read_fail (error, "", name, _("this member is missing"));
      return NULL;
    }
  return trh_record_from_json (schema, json_object_get_member (root, name), name, error);
}

static gboolean
read_sessions (TrhArchivedSums *self, JsonObject *root, GError **error)
{
  JsonArray *list = trh_read_list (root, "", "sessions", 1, TRH_MAX_PARTS, error);
  const guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("sessions[%u]", i);
      TrhResultRecord *session = trh_record_from_json (&trh_result_schema, json_array_get_element (list, i), place, error);

      if (session == NULL)
        return FALSE;
      g_ptr_array_add (self->sessions, session);
    }
  return list != NULL;
}

static gboolean
read_members (TrhArchivedSums *self, JsonObject *root, GError **error)
{
  const char *format = trh_read_text (root, "", "format", TRH_MAX_TITLE, error);
  gint64 version;

  if (format == NULL)
    return FALSE;
  if (!g_str_equal (format, TRH_ARCHIVED_SUMS_FORMAT))
    {
      trh_read_fail (error, "", "format", _("these are not the sums of an archive"));
      return FALSE;
    }
  return trh_read_number (root, "", "version", 1, VERSION, &version, error) &&
         (self->poll = read_record (root, &trh_poll_schema, "poll", error)) != NULL &&
         (self->total = read_record (root, &trh_result_schema, "total", error)) != NULL &&
         read_sessions (self, root, error);
}

/**
 * trh_archived_sums_parse:
 * @bytes: the file of sums of an archive
 * @error: return location for a #TrhDataError that names the place
 *
 * Returns: (transfer full): the sums, or %NULL with @error set
 */
TrhArchivedSums *
trh_archived_sums_parse (GBytes *bytes, GError **error)
{
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  g_autoptr(TrhArchivedSums) self = g_new0 (TrhArchivedSums, 1);

  self->sessions = g_ptr_array_new_with_free_func (trh_record_unref);
  if (root == NULL)
    return NULL;
  if (!read_members (self, root, error))
    {
      trh_json_place_error (bytes, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static const TrhUrnContent *
find_urn (const TrhUrnSet *urns, const char *session_id, const char **fingerprint)
{
  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    if (g_str_equal (trh_urn_set_peek (urns, i)->session_id, session_id))
      {
        *fingerprint = trh_urn_set_get_fingerprint (urns, i);
        return trh_urn_set_peek (urns, i);
      }
  return NULL;
}

/* Each urn that was counted is there as it was counted, and no other. */
static gboolean
check_urns (const TrhArchivedSums *self, const TrhUrnSet *urns, GError **error)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const TrhResultRecord *session = self->sessions->pdata[i];
      const char *fingerprint;
      const TrhUrnContent *urn = find_urn (urns, session->base.id, &fingerprint);
      g_autofree char *place = NULL;

      if (urn == NULL)
        {
          g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_FOREIGN,
                       /* Translators: an INSEE code, or another identifier, of a town */
                       _("The urn of %s is missing: the vote was counted with it."),
                       *session->commune_id != '\0' ? session->commune_id : session->base.id);
          return FALSE;
        }
      if (g_str_equal (session->sha256, fingerprint))
        continue;
      place = trh_urn_say_place (urn, session->base.id);
      g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                   /* Translators: a town */
                   _("%s: this urn is not the one that was closed. Its fingerprint differs from the minutes."), place);
      return FALSE;
    }
  if (trh_urn_set_get_n (urns) == self->sessions->len)
    return TRUE;
  g_set_error_literal (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_FOREIGN,
                       _("There is an urn here with which the vote was not counted."));
  return FALSE;
}

/**
 * trh_archived_sums_make_opening:
 * @urns: those of the archive; copied
 * @error: return location for a #TrhOpeningError or a #TrhCountError
 *
 * Returns: (transfer full): the urns, to be counted as they were: with the guarantees, the grades and the text that was
 *   drawn; the keys are still to be set; %NULL with @error set when an urn is missing, changed or foreign
 */
TrhOpening *
trh_archived_sums_make_opening (const TrhArchivedSums *self, const TrhUrnSet *urns, GError **error)
{
  g_autoptr(TrhProject) no_season = trh_project_new ();
  TrhOpening *opening = check_urns (self, urns, error) ? trh_poll_begin_opening (no_season, self->poll, error) : NULL;

  if (opening == NULL)
    return NULL;
  trh_opening_add_set (opening, urns);
  if (*self->total->seed != '\0')
    trh_opening_set_seed (opening, self->total->seed);
  return opening;
}

static gboolean
same_tally (const TrhTallyRecord *a, const TrhTallyRecord *b)
{
  return g_str_equal (a->artist_id, b->artist_id) && g_str_equal (a->name, b->name) && a->voices == b->voices &&
         g_str_equal (a->grades, b->grades) && a->elected == b->elected && a->tied == b->tied;
}

/**
 * trh_archived_sums_agree:
 * @opening: of trh_archived_sums_make_opening(), after it ran
 *
 * Returns: whether the ballots, the voices or grades of each artist, who is chosen and who is tied are what the archive
 *   says; of a result for the bureau, what it says of it
 */
gboolean
trh_archived_sums_agree (const TrhArchivedSums *self, const TrhOpening *opening)
{
  const TrhCount *count = trh_opening_peek_count (opening);
  const gboolean bare = self->total->blank < 0 && count->valid < TRH_MIN_SHOWN;
  g_autoptr(TrhRecord) whole = (TrhRecord *) trh_poll_make_total (self->poll, opening);
  g_autoptr(TrhRecord) again = bare ? (TrhRecord *) trh_result_withhold ((const TrhResultRecord *) whole)
                                    : trh_record_ref (whole);
  GPtrArray *tallies = ((const TrhResultRecord *) again)->tallies;
  gboolean same = tallies->len == self->total->tallies->len && (bare || (guint64) self->total->blank == count->blank) &&
                  (guint64) self->total->ballots == count->valid + count->blank;

  for (guint i = 0; same && i < tallies->len; i++)
    same = same_tally (tallies->pdata[i], self->total->tallies->pdata[i]);
  return same;
}
