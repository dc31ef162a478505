/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-read.h"

#include <glib/gi18n.h>
#include <sodium.h>

/**
 * trh_read_fail:
 * @place: where the object stands, "" for the root
 * @name: (nullable): the member
 * @sentence: what is wrong with it
 *
 * Sets %TRH_DATA_ERROR_INVALID with the whole place in front.
 */
void
trh_read_fail (GError **error, const char *place, const char *name, const char *sentence)
{
  const char *point = *place != '\0' && name != NULL ? "." : "";
  g_autofree char *path = g_strconcat (place, point, name, NULL);

  if (*path == '\0')
    g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, sentence);
  else
    trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, "%s", sentence);
}

/**
 * trh_read_object:
 *
 * Returns: (transfer none): the object that @node holds, or %NULL with @error set
 */
JsonObject *
trh_read_object (JsonNode *node, const char *place, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  trh_read_fail (error, place, NULL, _("an object is expected"));
  return NULL;
}

/**
 * trh_read_only:
 * @names: (array zero-terminated=1): the members that may be there
 *
 * Returns: %FALSE with @error set when there is another one
 */
gboolean
trh_read_only (JsonObject *object, const char *place, const char *const *names, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      {
        trh_read_fail (error, place, name, _("this member is not known here"));
        return FALSE;
      }
  return TRUE;
}

static JsonNode *
find (JsonObject *object, const char *place, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    trh_read_fail (error, place, name, _("this member is missing"));
  return node;
}

static gboolean
check_text (JsonNode *node, const char *place, const char *name, guint max_characters, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    trh_read_fail (error, place, name, _("a text is expected"));
  else if (g_utf8_strlen (json_node_get_string (node), -1) > (glong) max_characters)
    trh_read_fail (error, place, name, _("this text is too long"));
  else
    return TRUE;
  return FALSE;
}

/**
 * trh_read_text:
 * @max_characters: the most that is taken
 *
 * Returns: (transfer none): a text, or %NULL with @error set
 */
const char *
trh_read_text (JsonObject *object, const char *place, const char *name, guint max_characters, GError **error)
{
  JsonNode *node = find (object, place, name, error);

  return node != NULL && check_text (node, place, name, max_characters, error) ? json_node_get_string (node) : NULL;
}

/* What is wrong with @value, (transfer full). */
char *
trh_read_say_range (gint64 value, gint64 least, gint64 most)
{
  char words[3][32];

  /* as texts: the letters of a 64-bit number differ from one machine to another, and a translation is one text */
  g_snprintf (words[0], sizeof words[0], "%" G_GINT64_FORMAT, value);
  g_snprintf (words[1], sizeof words[1], "%" G_GINT64_FORMAT, least);
  g_snprintf (words[2], sizeof words[2], "%" G_GINT64_FORMAT, most);
  /* Translators: a number, then the least and the most it may be */
  return g_strdup_printf (_("%1$s is not between %2$s and %3$s"), words[0], words[1], words[2]);
}

/* What is wrong with a list, (transfer full). */
char *
trh_read_say_length (guint length, guint least, guint most)
{
  /* Translators: how many elements a list has, then the fewest and the most it may have */
  return g_strdup_printf (ngettext ("%1$u element, not between %2$u and %3$u",
                                    "%1$u elements, not between %2$u and %3$u", length), length, least, most);
}

/**
 * trh_read_number:
 * @least: the least that is taken
 * @most: the most that is taken
 * @value: (out): a whole number
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_read_number (JsonObject *object, const char *place, const char *name, gint64 least, gint64 most, gint64 *value,
                 GError **error)
{
  JsonNode *node = find (object, place, name, error);
  g_autofree char *sentence = NULL;

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    sentence = g_strdup (_("a whole number is expected"));
  else
    {
      *value = json_node_get_int (node);
      if (*value >= least && *value <= most)
        return TRUE;
      sentence = trh_read_say_range (*value, least, most);
    }
  trh_read_fail (error, place, name, sentence);
  return FALSE;
}

/**
 * trh_read_flag:
 * @value: (out): true or false
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_read_flag (JsonObject *object, const char *place, const char *name, gboolean *value, GError **error)
{
  JsonNode *node = find (object, place, name, error);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      trh_read_fail (error, place, name, _("true or false is expected"));
      return FALSE;
    }
  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * trh_read_list:
 * @least: the fewest elements that are taken
 * @most: the most
 *
 * Returns: (transfer none): a list, or %NULL with @error set
 */
JsonArray *
trh_read_list (JsonObject *object, const char *place, const char *name, guint least, guint most, GError **error)
{
  JsonNode *node = find (object, place, name, error);
  g_autofree char *sentence = NULL;
  guint length;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      trh_read_fail (error, place, name, _("a list is expected"));
      return NULL;
    }
  length = json_array_get_length (json_node_get_array (node));
  if (length >= least && length <= most)
    return json_node_get_array (node);

  sentence = trh_read_say_length (length, least, most);
  trh_read_fail (error, place, name, sentence);
  return NULL;
}

/**
 * trh_read_texts:
 *
 * Returns: (transfer full): a list of texts, or %NULL with @error set
 */
char **
trh_read_texts (JsonObject *object, const char *place, const char *name, guint least, guint most, guint max_characters,
                GError **error)
{
  JsonArray *list = trh_read_list (object, place, name, least, most, error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint length = list != NULL ? json_array_get_length (list) : 0;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s[%u]", name, i);

      if (!check_text (json_array_get_element (list, i), place, at, max_characters, error))
        return NULL;
      g_strv_builder_add (builder, json_array_get_string_element (list, i));
    }
  return g_strv_builder_end (builder);
}

/**
 * trh_read_bytes:
 * @text: base64 with padding, as trh_append_bytes() writes it
 * @bytes: (out) (array length=length): exactly so many bytes
 *
 * Unlike g_base64_decode() it takes one spelling only.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_read_bytes (const char *text, const char *place, guint8 *bytes, gsize length, GError **error)
{
  gsize n = strlen (text);
  gsize read = 0;
  const char *end = NULL;

  if (sodium_base642bin (bytes, length, text, n, NULL, &read, &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
      end == text + n && read == length)
    return TRUE;
  trh_read_fail (error, place, NULL, _("these are not the bytes expected here"));
  return FALSE;
}

gboolean
trh_read_bytes_member (JsonObject *object, const char *place, const char *name, guint8 *bytes, gsize length,
                       GError **error)
{
  const char *text = trh_read_text (object, place, name, (guint) (length * 2 + 8), error);
  g_autofree char *at = g_strconcat (place, *place != '\0' ? "." : "", name, NULL);

  return text != NULL && trh_read_bytes (text, at, bytes, length, error);
}

/**
 * trh_append_bytes:
 * @out: the text written so far
 *
 * Writes bytes as a JSON text in base64. They are not secret: no need of libsodium's slower way, in
 * which the time does not depend on them.
 */
void
trh_append_bytes (GString *out, const guint8 *bytes, gsize length)
{
  gsize start = out->len + 1;
  int state = 0, save = 0;
  gsize n;

  g_string_append_c (out, '"');
  g_string_set_size (out, start + (length / 3 + 1) * 4 + 4); /* what the two calls may need at most */
  n = g_base64_encode_step (bytes, length, FALSE, out->str + start, &state, &save);
  n += g_base64_encode_close (FALSE, out->str + start + n, &state, &save);
  g_string_truncate (out, start + n);
  g_string_append_c (out, '"');
}

/**
 * trh_append_sum:
 * @out: a JSON object that is not ended yet
 *
 * Ends it with a last member, "sum": the BLAKE2b of all that stands before it. A reader that writes what it has
 * read, and compares, finds every changed byte.
 */
void
trh_append_sum (GString *out)
{
  guint8 hash[crypto_generichash_BYTES];
  char sum[2 * sizeof hash + 1];

  crypto_generichash (hash, sizeof hash, (const guint8 *) out->str, out->len, NULL, 0);
  sodium_bin2hex (sum, sizeof sum, hash, sizeof hash);
  g_string_append_printf (out, ",\n  \"sum\": \"%s\"\n}\n", sum);
}
