/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-content.h"

#include <glib/gi18n.h>
#include <sodium.h>
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
append_names (GString *out, const char *name, char *const names[2])
{
  g_string_append_printf (out, ",\n  \"%s\": [", name);
  trh_json_append_text (out, names[0]);
  g_string_append (out, ", ");
  trh_json_append_text (out, names[1]);
  g_string_append_c (out, ']');
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
  guint8 hash[crypto_generichash_BYTES];
  char sum[2 * sizeof hash + 1];

  g_string_append (out, "{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION) ",\n  \"poll\": ");
  trh_json_append_text (out, self->poll_id);
  g_string_append (out, ",\n  \"session\": ");
  trh_json_append_text (out, self->session_id);
  g_string_append_printf (out, ",\n  \"rehearsal\": %s,\n  \"ballot\": \"%s\",\n  \"grades\": %u,\n  \"min-choices\": %u,\n"
                          "  \"max-choices\": %u,\n  \"candidates\": [", self->rehearsal ? "true" : "false",
                          kind_names[self->form.kind], self->form.n_grades, self->form.min_choices, self->form.max_choices);
  for (guint i = 0; i < self->form.n_candidates; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      trh_json_append_text (out, self->candidates[i]);
    }
  g_string_append (out, "],\n  \"public-key\": ");
  trh_append_bytes (out, self->public_key, sizeof self->public_key);
  g_string_append (out, ",\n  \"code-key\": ");
  trh_append_bytes (out, self->code_key, sizeof self->code_key);
  append_names (out, "opened-by", self->opened_by);
  if (trh_urn_content_is_closed (self))
    append_names (out, "closed-by", self->closed_by);
  append_items (out, "unused", self->unused, TRH_CODE_HASH);
  append_items (out, "used", self->used, TRH_CODE_HASH);
  append_items (out, "sealed", self->boxes, box_length);

  crypto_generichash (hash, sizeof hash, (const guint8 *) out->str, out->len, NULL, 0);
  sodium_bin2hex (sum, sizeof sum, hash, sizeof hash);
  g_string_append_printf (out, ",\n  \"sum\": \"%s\"\n}\n", sum);
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
read_pair (JsonObject *root, const char *name, char *pair[2], GError **error)
{
  g_auto(GStrv) names = trh_read_texts (root, "", name, 2, 2, TRH_MAX_TITLE, error);

  if (names == NULL)
    return FALSE;
  pair[0] = g_strdup (names[0]);
  pair[1] = g_strdup (names[1]);
  return TRUE;
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
read_members (TrhUrnContent *self, JsonObject *root, GError **error)
{
  static const char *const names[] = {
    "format", "version", "poll", "session", "rehearsal", "ballot", "grades", "min-choices", "max-choices", "candidates",
    "public-key", "code-key", "opened-by", "closed-by", "unused", "used", "sealed", "sum", NULL };
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
         read_form (self, root, error) &&
         trh_read_bytes_member (root, "", "public-key", self->public_key, sizeof self->public_key, error) &&
         trh_read_bytes_member (root, "", "code-key", self->code_key, sizeof self->code_key, error) &&
         read_pair (root, "opened-by", self->opened_by, error) &&
         (!json_object_has_member (root, "closed-by") || read_pair (root, "closed-by", self->closed_by, error)) &&
         read_items (root, "unused", TRH_CODE_HASH, self->unused, error) &&
         read_items (root, "used", TRH_CODE_HASH, self->used, error) &&
         read_items (root, "sealed", trh_urn_content_get_box_length (self), self->boxes, error);
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
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  g_autoptr(TrhUrnContent) self = g_new0 (TrhUrnContent, 1);
  g_autoptr(GBytes) again = NULL;

  self->unused = g_byte_array_new ();
  self->used = g_byte_array_new ();
  self->boxes = g_byte_array_new ();
  if (root == NULL || !read_members (self, root, error))
    return NULL;
  if (self->boxes->len / trh_urn_content_get_box_length (self) != trh_urn_content_get_n_ballots (self))
    {
      trh_read_fail (error, "", "sealed", _("there are not as many ballots as used codes"));
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
