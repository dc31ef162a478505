/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-strays.h"

#include <string.h>

#include "core/base/trh-text.h"
#include "core/voting/trh-urn-private.h"

void
trh_urn_stray_free (TrhUrnStray *self)
{
  trh_urn_content_free (self->content);
  g_free (self->fingerprint);
  g_free (self);
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const TrhUrnStray *first = *(const TrhUrnStray *const *) a, *second = *(const TrhUrnStray *const *) b;

  return strcmp (first->content->session_id, second->content->session_id);
}

/* The urn of a session, if it belongs to the vote of @expected. */
static TrhUrnStray *
load (const TrhUrnContent *expected, const char *session_id)
{
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) content = trh_urn_load (path, &fingerprint, NULL);
  TrhUrnStray *stray;

  if (content == NULL || !g_str_equal (content->session_id, session_id) ||
      !g_str_equal (content->poll_id, expected->poll_id) ||
      memcmp (content->public_key, expected->public_key, TRH_SEAL_KEY) != 0)
    return NULL;
  stray = g_new (TrhUrnStray, 1);
  stray->content = g_steal_pointer (&content);
  stray->fingerprint = g_steal_pointer (&fingerprint);
  return stray;
}

/**
 * trh_urn_find_strays:
 * @expected: an urn of the vote, as its kit has it
 * @known: (element-type utf8): a set of the sessions that the season names; their urns are not read
 *
 * Looks for urns of a vote in the folder of this person's urns: same vote, same public key. What cannot be read as an urn
 * is passed over. Reads files: call it in a worker.
 *
 * Returns: (transfer full) (element-type TrhUrnStray): those of sessions that are not known, by session
 */
GPtrArray *
trh_urn_find_strays (const TrhUrnContent *expected, GHashTable *known)
{
  GPtrArray *strays = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_urn_stray_free);
  g_autofree char *folder = trh_urn_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *id = name[0] == '%' ? name + 1 : name; /* as trh_urn_get_path() names it */
      TrhUrnStray *stray = trh_text_is_id (id) && !g_hash_table_contains (known, id) ? load (expected, id) : NULL;

      if (stray != NULL)
        g_ptr_array_add (strays, stray);
    }
  g_ptr_array_sort (strays, compare_sessions);
  return strays;
}
