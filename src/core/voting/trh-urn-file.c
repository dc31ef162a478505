/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-content.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/voting/trh-read.h"

/*
 * The file of an urn: JSON in one canonical form. Whatever the program would not write byte for byte is
 * refused, and its last member is the BLAKE2b of all that stands before it: a changed byte anywhere
 * shows. That catches accidents; what catches people is the fingerprint of the closed file, which is on
 * the minutes.
 */

#define FORMAT  "transhumances-urn"
#define VERSION 1

static const char *const kind_names[] = { "approval", "graded", "ranked", NULL };

static void
append_items (GString *out, const char *name, const GByteArray *items, gsize size)
{
  g_string_append_printf (out, ",\n  \"%s\": [", name);
  for (gsize at = 0; at < items->len; at += size)
    {
      g_string_append (out, at > 0 ? ",\n    " : "\n    ");
      trh_append_bytes (out, items->data + at, size);
    }
  g_string_append (out, items->len > 0 ? "\n  ]" : "]");
}

static void
append_pair (GString *out, char *const names[2])
{
  g_string_append_c (out, '[');
  trh_json_append_text (out, names[0]);
  g_string_append (out, ", ");
  trh_json_append_text (out, names[1]);
  g_string_append_c (out, ']');
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, ",\n  \"%s\": ", name);
  trh_json_append_text (out, text);
}

static void
append_lots (GString *out, const GPtrArray *lots)
{
  g_string_append (out, ",\n  \"lots\": [");
  for (guint i = 0; i < lots->len; i++)
    {
      const TrhUrnLot *lot = lots->pdata[i];

      g_string_append (out, i > 0 ? ",\n    {\"entered-by\": " : "\n    {\"entered-by\": ");
      append_pair (out, lot->entered_by);
      g_string_append_printf (out, ", \"ballots\": %u, \"nulls\": [", lot->n_ballots);
      for (guint cause = 0; cause < TRH_N_NULL_CAUSES; cause++)
        g_string_append_printf (out, "%s%u", cause > 0 ? ", " : "", lot->nulls[cause]);
      g_string_append (out, "]}");
    }
  g_string_append (out, lots->len > 0 ? "\n  ]" : "]");
}

/* Who closed it, and what they stated. */
static void
append_closing (GString *out, const TrhUrnContent *self)
{
  g_string_append (out, ",\n  \"closed-by\": ");
  append_pair (out, self->closed_by);
  if (self->closed_day != 0)
    g_string_append_printf (out, ",\n  \"closed-day\": %d", self->closed_day);
  g_string_append_printf (out, ",\n  \"closed-at\": %d,\n  \"signatures\": %d,\n  \"slips-left\": %d,\n"
                          "  \"paper-found\": %d", self->closed_at, self->signatures, self->slips_left, self->paper_found);
  append_text (out, "incidents", self->incidents);
  append_text (out, "remarks", self->remarks);
  if (self->bureau == NULL)
    return;
  g_string_append (out, ",\n  \"bureau\": ");
  trh_urn_bureau_append (self->bureau, out);
}

/**
 * trh_urn_content_print:
 *
 * Any thread, as long as nobody changes @self.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trh_urn_content_print (const TrhUrnContent *self)
{
  const gsize box_length = trh_urn_content_get_box_length (self);
  GString *out = g_string_sized_new (self->boxes->len * 3 / 2 + self->used->len * 2 + self->unused->len * 2 + 4096);

  g_string_append (out, "{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION));
  append_text (out, "poll", self->poll_id);
  append_text (out, "session", self->session_id);
  g_string_append_printf (out, ",\n  \"rehearsal\": %s", self->rehearsal ? "true" : "false");
  append_text (out, "commune", self->commune_id);
  append_text (out, "place", self->place);
  g_string_append_printf (out, ",\n  \"day\": %d,\n  \"opened-at\": %d,\n  \"ballot\": \"%s\",\n  \"grades\": %u,\n"
                          "  \"min-choices\": %u,\n  \"max-choices\": %u,\n  \"candidates\": [", self->day, self->opened_at,
                          kind_names[self->form.kind], self->form.n_grades, self->form.min_choices, self->form.max_choices);
  for (guint i = 0; i < self->form.n_candidates; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      trh_json_append_text (out, self->candidates[i]);
    }
  g_string_append_c (out, ']');
  if (*self->asked != '\0')
    append_text (out, "asked", self->asked);
  if (self->guaranteed)
    g_string_append (out, ",\n  \"guaranteed\": true");
  g_string_append (out, ",\n  \"public-key\": ");
  trh_append_bytes (out, self->public_key, sizeof self->public_key);
  g_string_append (out, ",\n  \"code-key\": ");
  trh_append_bytes (out, self->code_key, sizeof self->code_key);
  g_string_append (out, ",\n  \"opened-by\": ");
  append_pair (out, self->opened_by);
  g_string_append_printf (out, ",\n  \"stopped\": %s", self->stopped ? "true" : "false");
  if (trh_urn_content_is_closed (self))
    append_closing (out, self);
  append_lots (out, self->lots);
  append_items (out, "unused", self->unused, TRH_CODE_HASH);
  append_items (out, "used", self->used, TRH_CODE_HASH);
  append_items (out, "cancelled", self->cancelled, TRH_CODE_HASH);
  append_items (out, "sealed", self->boxes, box_length);

  trh_append_sum (out);
  return g_string_free_to_bytes (out);
}

/* Items in rising order, none twice. */
static gboolean
read_items (JsonObject *root, const char *name, gsize size, GByteArray *items, GError **error)
{
  JsonArray *list = trh_read_list (root, "", name, 0, TRH_MAX_BALLOTS, error);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  if (list == NULL)
    return FALSE;
  g_byte_array_set_size (items, (guint) (n * size));
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);

      if (!trh_read_bytes (is_text ? json_node_get_string (node) : "", place, items->data + i * size, size, error))
        return FALSE;
      if (i > 0 && memcmp (items->data + (i - 1) * size, items->data + i * size, size) >= 0)
        {
          trh_read_fail (error, place, NULL, _("this list is not sorted, or has something twice"));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_pair (JsonObject *object, const char *place, const char *name, char *pair[2], GError **error)
{
  g_auto(GStrv) names = trh_read_texts (object, place, name, 2, 2, TRH_MAX_TITLE, error);

  if (names == NULL)
    return FALSE;
  pair[0] = g_strdup (names[0]);
  pair[1] = g_strdup (names[1]);
  return TRUE;
}

static gboolean
read_int (JsonObject *root, const char *name, gint64 least, gint64 most, int *value, GError **error)
{
  gint64 number;

  if (!trh_read_number (root, "", name, least, most, &number, error))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
read_prose (JsonObject *root, const char *name, guint max_characters, char **member, GError **error)
{
  *member = g_strdup (trh_read_text (root, "", name, max_characters, error));
  return *member != NULL;
}

static gboolean
read_nulls (JsonObject *object, const char *place, guint nulls[TRH_N_NULL_CAUSES], GError **error)
{
  JsonArray *list = trh_read_list (object, place, "nulls", TRH_N_NULL_CAUSES, TRH_N_NULL_CAUSES, error);

  for (guint cause = 0; list != NULL && cause < TRH_N_NULL_CAUSES; cause++)
    {
      JsonNode *node = json_array_get_element (list, cause);
      gboolean is_number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
      gint64 n = is_number ? json_node_get_int (node) : -1;

      if (n < 0 || n > TRH_MAX_BALLOTS)
        {
          trh_read_fail (error, place, "nulls", _("a whole number is expected"));
          return FALSE;
        }
      nulls[cause] = (guint) n;
    }
  return list != NULL;
}

static gboolean
read_lots (TrhUrnContent *self, JsonObject *root, GError **error)
{
  static const char *const names[] = { "entered-by", "ballots", "nulls", NULL };
  JsonArray *list = trh_read_list (root, "", "lots", 0, TRH_MAX_BALLOTS, error);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("lots[%u]", i);
      JsonObject *object = trh_read_object (json_array_get_element (list, i), place, error);
      TrhUrnLot *lot = g_new0 (TrhUrnLot, 1);
      gint64 n_ballots = 0;

      g_ptr_array_add (self->lots, lot);
      if (object == NULL || !trh_read_only (object, place, names, error) ||
          !read_pair (object, place, "entered-by", lot->entered_by, error) ||
          !trh_read_number (object, place, "ballots", 0, TRH_MAX_BALLOTS, &n_ballots, error) ||
          !read_nulls (object, place, lot->nulls, error))
        return FALSE;
      lot->n_ballots = (guint) n_ballots;
    }
  return list != NULL;
}

static gboolean
read_closing (TrhUrnContent *self, JsonObject *root, GError **error)
{
  return read_pair (root, "", "closed-by", self->closed_by, error) &&
         (!json_object_has_member (root, "closed-day") ||
          read_int (root, "closed-day", 1, TRH_MAX_DAY, &self->closed_day, error)) &&
         read_int (root, "closed-at", -1, TRH_MAX_MINUTE, &self->closed_at, error) &&
         read_int (root, "signatures", -1, TRH_MAX_BALLOTS, &self->signatures, error) &&
         read_int (root, "slips-left", -1, TRH_MAX_BALLOTS, &self->slips_left, error) &&
         read_int (root, "paper-found", -1, TRH_MAX_BALLOTS, &self->paper_found, error) &&
         read_prose (root, "incidents", TRH_MAX_PROSE, &self->incidents, error) &&
         read_prose (root, "remarks", TRH_MAX_PROSE, &self->remarks, error) &&
         (!json_object_has_member (root, "bureau") ||
          (self->bureau = trh_urn_bureau_read (root, "bureau", error)) != NULL);
}

static char *
read_id (JsonObject *root, const char *name, GError **error)
{
  const char *id = trh_read_text (root, "", name, TRH_MAX_ID, error);

  if (id != NULL && !trh_text_is_id (id))
    {
      trh_read_fail (error, "", name, _("an identifier is expected"));
      return NULL;
    }
  return g_strdup (id);
}

static gboolean
read_form (TrhUrnContent *self, JsonObject *root, GError **error)
{
  const char *kind = trh_read_text (root, "", "ballot", TRH_MAX_TITLE, error);
  gint64 grades, least, most;
  guint index = 0;

  while (kind != NULL && kind_names[index] != NULL && !g_str_equal (kind_names[index], kind))
    index++;
  if (kind == NULL || kind_names[index] == NULL)
    {
      if (kind != NULL)
        trh_read_fail (error, "", "ballot", _("“approval”, “graded” or “ranked” is expected"));
      return FALSE;
    }
  self->candidates = trh_read_texts (root, "", "candidates", 1, TRH_MAX_CANDIDATES, TRH_MAX_ID, error);
  if (self->candidates == NULL ||
      !trh_read_number (root, "", "grades", 0, 100, &grades, error) ||
      !trh_read_number (root, "", "min-choices", 0, TRH_MAX_CANDIDATES, &least, error) ||
      !trh_read_number (root, "", "max-choices", 0, TRH_MAX_CANDIDATES, &most, error))
    return FALSE;
  self->form.kind = (TrhBallotPaperKind) index;
  self->form.n_candidates = g_strv_length (self->candidates);
  self->form.n_grades = (guint) grades;
  self->form.min_choices = (guint) least;
  self->form.max_choices = (guint) most;
  return TRUE;
}

static gboolean
read_asked (TrhUrnContent *self, JsonObject *root, GError **error)
{
  const char *asked = trh_read_text (root, "", "asked", TRH_URN_ASKED - 1, error);

  if (asked == NULL)
    return FALSE;
  if (strlen (asked) != TRH_URN_ASKED - 1 || strspn (asked, "0123456789abcdef") != TRH_URN_ASKED - 1)
    {
      trh_read_fail (error, "", "asked", _("64 hexadecimal digits are expected"));
      return FALSE;
    }
  memcpy (self->asked, asked, TRH_URN_ASKED);
  return TRUE;
}

static gboolean
read_members (TrhUrnContent *self, JsonObject *root, GError **error)
{
  static const char *const names[] = {
    "format", "version", "poll", "session", "rehearsal", "commune", "place", "day", "opened-at", "ballot", "grades",
    "min-choices", "max-choices", "candidates", "asked", "guaranteed", "public-key", "code-key", "opened-by", "stopped",
    "closed-by", "closed-day", "closed-at", "signatures", "slips-left", "paper-found", "incidents", "remarks", "bureau", "lots",
    "unused", "used", "cancelled", "sealed", "sum", NULL };
  const char *format = trh_read_text (root, "", "format", TRH_MAX_TITLE, error);
  gint64 version;

  if (format == NULL)
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      trh_read_fail (error, "", "format", _("this is not an urn"));
      return FALSE;
    }
  return trh_read_number (root, "", "version", 1, VERSION, &version, error) &&
         trh_read_only (root, "", names, error) &&
         (self->poll_id = read_id (root, "poll", error)) != NULL &&
         (self->session_id = read_id (root, "session", error)) != NULL &&
         trh_read_flag (root, "", "rehearsal", &self->rehearsal, error) &&
         read_prose (root, "commune", TRH_MAX_ID, &self->commune_id, error) &&
         read_prose (root, "place", TRH_MAX_TITLE, &self->place, error) &&
         read_int (root, "day", 0, TRH_MAX_DAY, &self->day, error) &&
         read_int (root, "opened-at", -1, TRH_MAX_MINUTE, &self->opened_at, error) &&
         read_form (self, root, error) &&
         (!json_object_has_member (root, "asked") || read_asked (self, root, error)) &&
         (!json_object_has_member (root, "guaranteed") || trh_read_flag (root, "", "guaranteed", &self->guaranteed, error)) &&
         trh_read_bytes_member (root, "", "public-key", self->public_key, sizeof self->public_key, error) &&
         trh_read_bytes_member (root, "", "code-key", self->code_key, sizeof self->code_key, error) &&
         read_pair (root, "", "opened-by", self->opened_by, error) &&
         trh_read_flag (root, "", "stopped", &self->stopped, error) &&
         (!json_object_has_member (root, "closed-by") || read_closing (self, root, error)) &&
         read_lots (self, root, error) &&
         read_items (root, "unused", TRH_CODE_HASH, self->unused, error) &&
         read_items (root, "used", TRH_CODE_HASH, self->used, error) &&
         read_items (root, "cancelled", TRH_CODE_HASH, self->cancelled, error) &&
         read_items (root, "sealed", trh_urn_content_get_box_length (self), self->boxes, error);
}

/**
 * trh_urn_content_read:
 * @node: an urn inside another file
 * @place: where it stands, for messages
 * @error: return location for a #TrhDataError that names the place
 *
 * Reads the members and checks that there are as many ballots as used codes and ballots of paper. Who
 * calls it compares what trh_urn_content_print() gives with the bytes that were read.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
TrhUrnContent *
trh_urn_content_read (JsonNode *node, const char *place, GError **error)
{
  JsonObject *root = trh_read_object (node, place, error);
  g_autoptr(TrhUrnContent) self = g_new0 (TrhUrnContent, 1);

  self->closed_at = self->signatures = self->slips_left = self->paper_found = -1;
  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_urn_lot_free);
  self->unused = g_byte_array_new ();
  self->used = g_byte_array_new ();
  self->cancelled = g_byte_array_new ();
  self->boxes = g_byte_array_new ();
  if (root == NULL || !read_members (self, root, error))
    return NULL;
  if (self->boxes->len / trh_urn_content_get_box_length (self) !=
      trh_urn_content_get_n_ballots (self) + (guint64) trh_urn_content_get_n_paper (self))
    {
      trh_read_fail (error, "", "sealed", _("there are not as many ballots as used codes"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * trh_urn_content_parse:
 * @bytes: the file of an urn
 * @error: return location for a #TrhDataError that names the place
 *
 * Takes only what trh_urn_content_print() gives, with as many ballots as used codes.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
TrhUrnContent *
trh_urn_content_parse (GBytes *bytes, GError **error)
{
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  g_autoptr(TrhUrnContent) self = node != NULL ? trh_urn_content_read (node, "", error) : NULL;
  g_autoptr(GBytes) again = NULL;

  if (self == NULL)
    {
      trh_json_place_error (bytes, error);
      return NULL;
    }
  again = trh_urn_content_print (self);
  if (!g_bytes_equal (bytes, again))
    {
      trh_read_fail (error, "", "sum", _("the urn was changed after it was written"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
