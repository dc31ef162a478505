/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-journal-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"

#define RETRY_S 3 /* between two tries on a disk that refuses */

TrhJournalWriter *
trh_journal_writer_new (gpointer journal, const char *path)
{
  TrhJournalWriter *self = g_atomic_rc_box_new0 (TrhJournalWriter);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->queue);
  g_weak_ref_init (&self->journal, journal);
  self->garbage = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_line_free);
  self->pending = g_string_new (NULL);
  self->path = g_strdup (path);
  self->fd = -1;

  return self;
}

static void
writer_clear (gpointer data)
{
  TrhJournalWriter *self = data;

  if (self->fd >= 0)
    close (self->fd);
  g_weak_ref_clear (&self->journal);
  g_ptr_array_unref (self->garbage);
  g_string_free (self->pending, TRUE);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self->path);
  g_free (self->failure);
}

void
trh_journal_writer_unref (TrhJournalWriter *self)
{
  g_atomic_rc_box_release_full (self, writer_clear);
}

/* Makes the file, that of nobody else, with its folder. */
static int
open_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700); /* when it fails, so does the next call */
  fd = open (path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return fd;
  flock (fd, LOCK_EX | LOCK_NB);
  if (trh_file_flush_folder (path, NULL))
    return fd;

  close (fd); /* lines in a file whose name may be lost are lost with it: made anew */
  return -1;
}

static gboolean
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      text += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* After a failure the kernel may have dropped what it was given, and say nothing the next time: what was durable
 * and what is pending make a new file, and the old one is never written again. */
static gboolean
write_anew (TrhJournalWriter *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) problem = NULL;
  int fd;

  if (self->n_bytes > 0)
    {
      g_autoptr(GBytes) old = trh_file_load (self->path, TRH_MAX_JOURNAL, error);

      if (old == NULL)
        return FALSE;
      g_byte_array_append (content, g_bytes_get_data (old, NULL), (guint) MIN (self->n_bytes, g_bytes_get_size (old)));
    }
  g_byte_array_append (content, (const guint8 *) self->pending->str, (guint) self->pending->len);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  g_mkdir_with_parents (folder, 0700);
  if (!trh_file_save (self->path, bytes, &problem) && !g_error_matches (problem, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  fd = open (self->path, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd >= 0)
    flock (fd, LOCK_EX | LOCK_NB);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = fd; /* when it is -1 the next lines make a new file, too */
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem)); /* tried again, with a new file, as any failure */
  return FALSE;
}

/* Puts what is pending on disk. */
static gboolean
write_pending (TrhJournalWriter *self, GError **error)
{
  if (self->failure == NULL)
    {
      if (self->fd < 0 && self->n_bytes == 0)
        self->fd = open_file (self->path);
      if (self->fd >= 0 && write_all (self->fd, self->pending->str, self->pending->len) && fdatasync (self->fd) == 0)
        return TRUE;
    }

  return write_anew (self, error);
}

/* Waits for lines, or for the next try; FALSE when it is over. Called with the lock. */
static gboolean
wait_for_lines (TrhJournalWriter *self)
{
  gint64 deadline = g_get_monotonic_time () + RETRY_S * G_TIME_SPAN_SECOND;

  while (!self->quits && g_queue_is_empty (&self->queue))
    if (self->failure == NULL)
      g_cond_wait (&self->changed, &self->lock);
    else if (!g_cond_wait_until (&self->changed, &self->lock, deadline))
      break;

  return !self->quits || !g_queue_is_empty (&self->queue);
}

/* Takes the result of one round. Called with the lock. */
static void
end_round (TrhJournalWriter *self, GQueue *lines, guint64 seq, const GError *error)
{
  gboolean news = (self->failure != NULL) != (error != NULL);
  TrhLine *line;

  while ((line = g_queue_pop_head (lines)) != NULL)
    g_ptr_array_add (self->garbage, line);
  g_clear_pointer (&self->failure, g_free);
  if (error == NULL)
    {
      self->n_bytes += self->pending->len;
      g_string_truncate (self->pending, 0);
      self->durable = seq;
    }
  else
    self->failure = g_strdup (error->message);
  if (news)
    g_idle_add_full (G_PRIORITY_DEFAULT, trh_journal_writer_tell, g_atomic_rc_box_acquire (self),
                     (GDestroyNotify) trh_journal_writer_unref);
  g_cond_broadcast (&self->changed);
}

/**
 * trh_journal_writer_run:
 * @writer: (transfer full): what it shares with its journal
 *
 * The thread: writes what is queued, all of it in one flush, until it is told to quit.
 */
gpointer
trh_journal_writer_run (gpointer writer)
{
  TrhJournalWriter *self = writer;

  g_mutex_lock (&self->lock);
  while (wait_for_lines (self))
    {
      GQueue lines = self->queue;
      guint64 seq = self->seq;
      g_autoptr(GError) error = NULL;

      g_queue_init (&self->queue);
      g_mutex_unlock (&self->lock);
      for (GList *l = lines.head; l != NULL; l = l->next)
        trh_line_append (self->pending, l->data);
      write_pending (self, &error);
      g_mutex_lock (&self->lock);
      end_round (self, &lines, seq, error);
    }
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  trh_journal_writer_unref (self);

  return NULL;
}
