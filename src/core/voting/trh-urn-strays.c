/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-strays.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/base/trh-text.h"
#include "core/voting/trh-urn-private.h"

#define BEGINNING 65536 /* bytes of a file: more than stands in an urn before its codes */

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

/* The session of a folder that trh_urn_get_path() names. */
static const char *
get_session (const char *folder_name)
{
  return folder_name[0] == '%' ? folder_name + 1 : folder_name;
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
      const char *id = get_session (name);
      TrhUrnStray *stray = trh_text_is_id (id) && !g_hash_table_contains (known, id) ? load (expected, id) : NULL;

      if (stray != NULL)
        g_ptr_array_add (strays, stray);
    }
  g_ptr_array_sort (strays, compare_sessions);
  return strays;
}

/* --- what is to be destroyed --- */

/* The first bytes of a file as text, (transfer full); "" when it cannot be read. */
static char *
read_beginning (const char *path)
{
  char *text = g_malloc (BEGINNING + 1);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gssize n = fd >= 0 ? read (fd, text, BEGINNING) : -1;

  if (fd >= 0)
    close (fd);
  text[MAX (n, 0)] = '\0';
  return text;
}

/**
 * trh_urn_begins_for:
 * @path: a file
 * @poll_id: of a vote
 * @public_key: of that vote, in base64
 *
 * Returns: whether the file begins as an urn of the vote; the rest may be damaged or cut off
 */
gboolean
trh_urn_begins_for (const char *path, const char *poll_id, const char *public_key)
{
  g_autofree char *text = read_beginning (path);
  g_autofree char *poll = g_strdup_printf ("\n  \"poll\": \"%s\",\n", poll_id);
  g_autofree char *key = g_strdup_printf ("\n  \"public-key\": \"%s\",\n", public_key);

  return *public_key != '\0' && strstr (text, poll) != NULL && strstr (text, key) != NULL;
}

static gboolean
has_urn_for (const char *folder, const char *poll_id, const char *public_key)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (trh_urn_begins_for (path, poll_id, public_key))
        return TRUE;
    }
  return FALSE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * trh_urn_find_sessions:
 * @poll_id: of a vote
 * @public_key: of that vote, in base64
 * @known: (element-type utf8): a set of sessions that are passed over
 *
 * As trh_urn_find_strays(), but damaged urns count too, and those that an interrupted save left: what is to be destroyed need
 * not be whole. Reads the beginnings of files only.
 *
 * Returns: (transfer full) (element-type utf8): sessions in whose folder an urn of the vote is, sorted
 */
GPtrArray *
trh_urn_find_sessions (const char *poll_id, const char *public_key, GHashTable *known)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *urns = trh_urn_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (urns, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *id = get_session (name);
      g_autofree char *folder = g_build_filename (urns, name, NULL);

      if (trh_text_is_id (id) && !g_hash_table_contains (known, id) && has_urn_for (folder, poll_id, public_key))
        g_ptr_array_add (sessions, g_strdup (id));
    }
  g_ptr_array_sort (sessions, compare_texts);
  return sessions;
}
