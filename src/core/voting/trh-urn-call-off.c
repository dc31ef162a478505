/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/trh-file.h"

/* A session that was opened by mistake: its urn goes as long as nobody has voted. */

static gboolean
is_empty (const TrhUrnContent *content)
{
  return content->boxes->len == 0 && content->used->len == 0 && content->lots->len == 0 && !trh_urn_content_is_closed (content);
}

static gboolean
fail_not_empty (GError **error)
{
  g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_NOT_EMPTY,
                       _("Somebody has voted in this session: it can only be closed."));
  return FALSE;
}

/* Whether a session could be called off: nobody has voted by code or on paper, and its urn is not closed. */
gboolean
trh_urn_is_empty (TrhUrn *self)
{
  return is_empty (self->content);
}

/**
 * trh_urn_hold:
 * @error: return location for %TRH_URN_ERROR_NOT_EMPTY, or %TRH_URN_ERROR_BUSY while something is being saved
 *
 * From now on the urn takes nothing, so that it stays empty until it is removed; trh_urn_release() takes that back. The file
 * does not change.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_urn_hold (TrhUrn *self, GError **error)
{
  if (!is_empty (self->content))
    return fail_not_empty (error);
  if (self->saving || self->waiting->len > 0 || self->closing != NULL)
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY, _("This urn is being saved. Try again in a moment."));
      return FALSE;
    }
  self->held = TRUE;
  return TRUE;
}

void
trh_urn_release (TrhUrn *self)
{
  self->held = FALSE;
}

/* Gives up the lock of an urn that is held, so that trh_urn_discard() can take it; the object takes nothing ever again. */
void
trh_urn_let_go (TrhUrn *self)
{
  g_return_if_fail (self->held);

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->lock_fd = -1;
}

/* Takes the name out of the folder for good, then the folder. */
static gboolean
remove_file (const char *path, const char *folder, int folder_fd, GError **error)
{
  if (g_unlink (path) == 0 && (fsync (folder_fd) == 0 || errno == EINVAL)) /* some file systems do not flush folders */
    {
      trh_urn_clear_temporaries (path);
      g_rmdir (folder); /* empty; when not, something else of the session is there */
      return TRUE;
    }
  /* Translators: what the system says */
  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED, _("The urn could not be removed (%s)."), g_strerror (errno));
  return FALSE;
}

/**
 * trh_urn_discard:
 * @path: of an urn that no object has open
 * @error: return location for a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Removes the urn of a session that was called off, with which its codes are void. Once more looks that nobody has voted: an
 * urn with a ballot, a used code or a pile of paper stays. One that is gone already is no error. Any thread.
 *
 * Returns: %FALSE with @error set, and the urn is still there
 */
gboolean
trh_urn_discard (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(TrhUrnContent) content = NULL;
  gboolean ok = FALSE;
  int fd;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  fd = trh_urn_lock (path, error);
  if (fd == TRH_URN_LOCKED_ELSEWHERE)
    return FALSE;
  content = trh_urn_load (path, NULL, error);
  if (content != NULL)
    ok = is_empty (content) ? remove_file (path, folder, fd, error) : fail_not_empty (error);
  if (fd >= 0)
    close (fd);
  return ok;
}
