/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-set.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-opening.h"
#include "core/voting/trh-read.h"

/* The file of merged urns holds the closed urns as they are, one after the other: what was on the minutes of a
 * town is still there. */
#define FORMAT  "transhumances-urns"
#define VERSION 1

typedef struct {
  TrhUrnContent *content;
  GBytes        *bytes; /* the file of its town */
  char          *fingerprint;
} Urn;

struct _TrhUrnSet
{
  GPtrArray     *urns;     /* (element-type Urn), by session */
  TrhUrnContent *expected; /* (nullable): an urn of the vote to which all must belong */
};

static void
urn_free (gpointer data)
{
  Urn *urn = data;

  trh_urn_content_free (urn->content);
  g_bytes_unref (urn->bytes);
  g_free (urn->fingerprint);
  g_free (urn);
}

TrhUrnSet *
trh_urn_set_new (void)
{
  TrhUrnSet *self = g_new0 (TrhUrnSet, 1);

  self->urns = g_ptr_array_new_with_free_func (urn_free);
  return self;
}

void
trh_urn_set_free (TrhUrnSet *self)
{
  g_ptr_array_unref (self->urns);
  g_clear_pointer (&self->expected, trh_urn_content_free);
  g_free (self);
}

/**
 * trh_urn_set_expect:
 * @urn: (transfer full): an urn of the vote, as its kit has it
 *
 * From now on urns of another vote are refused whichever comes first; without it the first one decides.
 */
void
trh_urn_set_expect (TrhUrnSet *self, TrhUrnContent *urn)
{
  g_clear_pointer (&self->expected, trh_urn_content_free);
  self->expected = urn;
}

guint
trh_urn_set_get_n (const TrhUrnSet *self)
{
  return self->urns->len;
}

const TrhUrnContent *
trh_urn_set_peek (const TrhUrnSet *self, guint index)
{
  return ((const Urn *) self->urns->pdata[index])->content;
}

/* The SHA-256 of the file that this town hall closed. */
const char *
trh_urn_set_get_fingerprint (const TrhUrnSet *self, guint index)
{
  return ((const Urn *) self->urns->pdata[index])->fingerprint;
}

/* The file of this town hall, as it was closed, (transfer none). */
GBytes *
trh_urn_set_peek_file (const TrhUrnSet *self, guint index)
{
  return ((const Urn *) self->urns->pdata[index])->bytes;
}

/**
 * trh_urn_say_place:
 * @urn: an urn
 * @name: of its file
 *
 * Returns: (transfer full): the town of an urn, for messages
 */
char *
trh_urn_say_place (const TrhUrnContent *urn, const char *name)
{
  return g_strdup (*urn->place != '\0' ? urn->place : name);
}

/* The town that a refused file speaks of, or its name. */
static char *
guess_place (JsonNode *node, const char *name)
{
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *place = root != NULL ? trh_read_text (root, "", "place", TRH_MAX_TITLE, NULL) : NULL;

  return g_strdup (place != NULL && *place != '\0' ? place : name);
}

/**
 * trh_urn_say_foreign:
 * @expected: an urn of the vote
 * @urn: another one
 *
 * Returns: (nullable): why @urn is none of that vote, for a sentence that begins with its town: another vote or other
 *   keys, artists, limits or names than it has, or a rehearsal among real ones. An urn that does not say what its voters
 *   read is not refused for that: none that a kit opened is such a one
 */
const char *
trh_urn_say_foreign (const TrhUrnContent *expected, const TrhUrnContent *urn)
{
  if (!g_str_equal (expected->poll_id, urn->poll_id) || memcmp (expected->public_key, urn->public_key, TRH_SEAL_KEY) != 0)
    return _("this urn belongs to another vote.");
  if (expected->form.kind != urn->form.kind || expected->form.n_grades != urn->form.n_grades ||
      !g_strv_equal ((const char *const *) expected->candidates, (const char *const *) urn->candidates))
    return _("the ballots of this urn have other artists or other marks than the vote: its bag was changed.");
  if (expected->form.min_choices != urn->form.min_choices || expected->form.max_choices != urn->form.max_choices)
    return _("the ballots of this urn have other limits than the vote: its bag was changed.");
  if (*expected->asked != '\0' && *urn->asked != '\0' && !g_str_equal (expected->asked, urn->asked))
    return _("its voters read another question or other names than those of the vote: its bag was changed.");
  if (expected->rehearsal != urn->rehearsal)
    return _("rehearsals and real votes are never counted together.");
  return NULL;
}

static gboolean
check (const TrhUrnSet *self, const Urn *urn, const char *place, GError **error)
{
  const TrhUrnContent *first = self->expected != NULL ? self->expected
                             : self->urns->len > 0 ? trh_urn_set_peek (self, 0) : urn->content;
  const char *foreign = trh_urn_say_foreign (first, urn->content);

  if (!trh_urn_content_is_closed (urn->content))
    g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                 /* Translators: a town */
                 _("%s: this urn is not closed."), place);
  else if (foreign != NULL)
    g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_FOREIGN,
                 /* Translators: a town, then why its urn is refused */
                 _("%1$s: %2$s"), place, foreign);
  else
    return TRUE;
  return FALSE;
}

/* Takes @urn, unless it is there already or is refused. */
static gboolean
insert (TrhUrnSet *self, Urn *urn, const char *name, guint *n_new, GError **error)
{
  g_autofree char *place = trh_urn_say_place (urn->content, name);
  guint at = 0;
  int order = 1;

  if (!check (self, urn, place, error))
    {
      urn_free (urn);
      return FALSE;
    }
  while (at < self->urns->len && (order = strcmp (trh_urn_set_peek (self, at)->session_id, urn->content->session_id)) < 0)
    at++;
  if (at < self->urns->len && order == 0)
    {
      gboolean same = g_str_equal (trh_urn_set_get_fingerprint (self, at), urn->fingerprint);

      if (!same)
        g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                     /* Translators: a town */
                     _("%s: two different urns of the same session were brought. Compare both with the minutes."), place);
      urn_free (urn);
      return same;
    }
  g_ptr_array_insert (self->urns, (int) at, urn);
  if (n_new != NULL)
    (*n_new)++;
  return TRUE;
}

static gboolean
add_content (TrhUrnSet *self, TrhUrnContent *content, const char *name, guint *n_new, GError **error)
{
  Urn *urn = g_new (Urn, 1);

  urn->content = content;
  urn->bytes = trh_urn_content_print (content);
  urn->fingerprint = trh_file_hash (urn->bytes);
  return insert (self, urn, name, n_new, error);
}

static gboolean
add_copies (TrhUrnSet *self, const TrhUrnSet *others, const char *name, guint *n_new, GError **error)
{
  for (guint i = 0; i < others->urns->len; i++)
    if (!add_content (self, trh_urn_content_copy (trh_urn_set_peek (others, i)), name, n_new, error))
      return FALSE;
  return TRUE;
}

/* All of @others, or nothing. */
static gboolean
add_all (TrhUrnSet *self, const TrhUrnSet *others, const char *name, guint *n_new, GError **error)
{
  g_autoptr(TrhUrnSet) trial = trh_urn_set_new ();
  GPtrArray *urns = self->urns;
  guint n = 0;

  if (self->expected != NULL)
    trh_urn_set_expect (trial, trh_urn_content_copy (self->expected));

  if (!add_copies (trial, self, name, NULL, error) || !add_copies (trial, others, name, &n, error))
    return FALSE;
  self->urns = trial->urns;
  trial->urns = urns;
  if (n_new != NULL)
    *n_new += n;
  return TRUE;
}

/* Urns that were merged before. */
static gboolean
add_merged (TrhUrnSet *self, JsonObject *root, GBytes *file, const char *name, guint *n_new, GError **error)
{
  static const char *const names[] = { "format", "version", "urns", NULL };
  g_autoptr(TrhUrnSet) merged = trh_urn_set_new ();
  g_autoptr(GBytes) again = NULL;
  JsonArray *list = NULL;
  gint64 version;
  guint n = 0;

  if (trh_read_number (root, "", "version", 1, VERSION, &version, error) && trh_read_only (root, "", names, error) &&
      (list = trh_read_list (root, "", "urns", 1, TRH_MAX_RECORDS, error)) != NULL)
    n = json_array_get_length (list);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("urns[%u]", i);
      JsonNode *node = json_array_get_element (list, i);
      TrhUrnContent *content = trh_urn_content_read (node, at, error);

      if (content == NULL)
        {
          g_autofree char *place = guess_place (node, at);

          g_prefix_error (error, "%s: ", place);
          return FALSE;
        }
      if (!add_content (merged, content, at, NULL, error))
        return FALSE;
    }
  if (n == 0)
    return FALSE;
  again = trh_urn_set_print (merged);
  if (!g_bytes_equal (file, again))
    {
      trh_read_fail (error, "", "urns", _("the urn was changed after it was written"));
      return FALSE;
    }
  return add_all (self, merged, name, n_new, error);
}

/**
 * trh_urn_set_add:
 * @file: a closed urn, or urns that were merged before
 * @name: of the file, for messages about an urn that does not say its town
 * @n_new: (inout) (optional): grows by the urns that were not there yet
 * @error: return location for a #TrhDataError or a #TrhOpeningError, which begins with the town
 *
 * Adds what was brought. An urn that is there already changes nothing; another one of the same session is refused.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_urn_set_add (TrhUrnSet *self, GBytes *file, const char *name, guint *n_new, GError **error)
{
  g_autoptr(JsonNode) node = trh_json_parse (file, error);
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  const char *format = root != NULL ? trh_read_text (root, "", "format", TRH_MAX_TITLE, NULL) : NULL;
  g_autofree char *place = guess_place (node, name);
  TrhUrnContent *content = NULL;
  gboolean ok;

  if (format != NULL && g_str_equal (format, FORMAT))
    ok = add_merged (self, root, file, name, n_new, error);
  else
    {
      if (root != NULL)
        content = trh_urn_content_parse (file, error);
      if (content == NULL)
        {
          g_prefix_error (error, "%s: ", place);
          return FALSE;
        }
      return add_content (self, content, name, n_new, error);
    }
  if (!ok)
    g_prefix_error (error, "%s: ", name);
  return ok;
}

/* The same from a file. */
gboolean
trh_urn_set_load (TrhUrnSet *self, const char *path, guint *n_new, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URNS, error);

  return bytes != NULL && trh_urn_set_add (self, bytes, name, n_new, error);
}

/**
 * trh_urn_set_print:
 *
 * Returns: (transfer full): one file of all urns, the same for the same urns
 */
GBytes *
trh_urn_set_print (const TrhUrnSet *self)
{
  GString *out = g_string_new ("{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION) ",\n  \"urns\": [");

  for (guint i = 0; i < self->urns->len; i++)
    {
      const Urn *urn = self->urns->pdata[i];
      gsize length;
      const char *text = g_bytes_get_data (urn->bytes, &length);

      g_string_append (out, i > 0 ? ",\n" : "\n");
      g_string_append_len (out, text, (gssize) length - 1); /* without its last line end */
    }
  g_string_append (out, "\n]}\n");
  return g_string_free_to_bytes (out);
}
