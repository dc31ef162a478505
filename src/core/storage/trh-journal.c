/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-journal.h"

#include <glib/gstdio.h>

#include "core/storage/trh-journal-writer.h"
#include "core/storage/trh-leftovers.h"

#define MARK_WAIT_MS 5000 /* a save does not wait longer for a journal that hangs */
#define END_WAIT_MS  2000 /* nor does the end of the program */

struct _TrhJournal
{
  GObject           parent_instance;

  char             *path;
  char             *base;   /* under the lock of the writer */
  char             *error;  /* (nullable) */
  TrhJournalWriter *writer;
  GThread          *thread; /* (nullable): from the first line on */
  guint             n_done, n_steps; /* of a history that plays this journal */
  guint             floor;           /* steps below are older than the journal, or not the same */
};

G_DEFINE_FINAL_TYPE (TrhJournal, trh_journal, G_TYPE_OBJECT)

enum { PROP_ERROR = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
wait_for (TrhJournalWriter *writer, guint64 seq, gint64 deadline)
{
  while (writer->durable < seq && writer->failure == NULL)
    if (!g_cond_wait_until (&writer->changed, &writer->lock, deadline))
      return FALSE;

  return writer->durable >= seq;
}

static gint64
deadline_in (guint ms)
{
  return g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
}

static void
trh_journal_finalize (GObject *object)
{
  TrhJournal *self = TRH_JOURNAL (object);
  gint64 deadline = deadline_in (END_WAIT_MS);
  gboolean ended;

  g_mutex_lock (&self->writer->lock);
  self->writer->quits = TRUE;
  g_cond_broadcast (&self->writer->changed);
  while (self->thread != NULL && !self->writer->ended)
    if (!g_cond_wait_until (&self->writer->changed, &self->writer->lock, deadline))
      break;
  ended = self->writer->ended;
  g_mutex_unlock (&self->writer->lock);
  if (self->thread != NULL && ended)
    g_thread_join (self->thread);
  else if (self->thread != NULL)
    g_thread_unref (self->thread); /* it hangs in a disk: left behind */
  trh_journal_writer_unref (self->writer);
  g_free (self->path);
  g_free (self->base);
  g_free (self->error);

  G_OBJECT_CLASS (trh_journal_parent_class)->finalize (object);
}

static void
trh_journal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ERROR)
    g_value_set_string (value, TRH_JOURNAL (object)->error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_journal_class_init (TrhJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_journal_finalize;
  object_class->get_property = trh_journal_get_property;
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_journal_init (TrhJournal *self)
{
}

static TrhLine *
open_line_new (const char *base, const char *file, const char *title)
{
  TrhLine *line = trh_line_new (TRH_LINE_OPEN, base);

  line->file = g_filename_to_uri (file, NULL, NULL); /* a name need not be UTF-8 */
  if (line->file == NULL)
    line->file = g_strdup ("");
  line->title = g_strdup (title);
  line->time = g_date_time_new_now_utc ();

  return line;
}

/**
 * trh_journal_new:
 * @path: where the journal will be; its folder is made when the first line comes
 * @base: SHA-256 of the file as it stands, "" while there is none
 * @file: the path of the file, for the list of work to take up again
 * @title: of the season, for the same
 *
 * Returns: (transfer full): a journal without edits; nothing is written yet
 */
TrhJournal *
trh_journal_new (const char *path, const char *base, const char *file, const char *title)
{
  TrhJournal *self = g_object_new (TRH_TYPE_JOURNAL, NULL);
  TrhLine *line = open_line_new (base, file, title);

  self->path = g_strdup (path);
  self->base = g_strdup (base);
  self->writer = trh_journal_writer_new (self, path);
  trh_line_append (self->writer->pending, line);
  trh_line_free (line);

  return self;
}

/**
 * trh_journal_resume:
 * @path: a journal that was replayed
 * @fd: (transfer full): the same, open for appending and locked
 * @n_bytes: its size: every line of it was replayed
 * @n_lines: how many lines
 * @base: SHA-256 of the file as it stands
 * @history: what the lines gave
 *
 * Returns: (transfer full): a journal that goes on after these lines
 */
TrhJournal *
trh_journal_resume (const char *path, int fd, gsize n_bytes, guint n_lines, const char *base, TrhHistory *history)
{
  TrhJournal *self = g_object_new (TRH_TYPE_JOURNAL, NULL);

  self->path = g_strdup (path);
  self->base = g_strdup (base);
  self->writer = trh_journal_writer_new (self, path);
  self->writer->fd = fd;
  self->writer->n_bytes = n_bytes;
  self->writer->seq = self->writer->durable = n_lines - 1;
  self->n_done = trh_history_get_n_done (history);
  self->n_steps = g_list_model_get_n_items (G_LIST_MODEL (history));

  return self;
}

/* What keeps the lines from the disk, or %NULL. */
const char *
trh_journal_get_error (TrhJournal *self)
{
  return self->error;
}

/* The number of the last line. */
guint64
trh_journal_get_seq (TrhJournal *self)
{
  guint64 seq;

  g_mutex_lock (&self->writer->lock);
  seq = self->writer->seq;
  g_mutex_unlock (&self->writer->lock);
  return seq;
}

/* How many bytes are on disk. */
gsize
trh_journal_get_size (TrhJournal *self)
{
  gsize n_bytes;

  g_mutex_lock (&self->writer->lock);
  n_bytes = self->writer->n_bytes;
  g_mutex_unlock (&self->writer->lock);
  return n_bytes;
}

/* On the main loop, when lines begin or cease to be only in memory. */
gboolean
trh_journal_writer_tell (gpointer data)
{
  TrhJournalWriter *writer = data;
  g_autoptr(TrhJournal) self = g_weak_ref_get (&writer->journal);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&writer->lock);
  g_free (self->error);
  self->error = g_strdup (writer->failure);
  g_mutex_unlock (&writer->lock);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);

  return G_SOURCE_REMOVE;
}

/* Numbers the line and hands it to the thread. Called with the lock. */
static void
push (TrhJournal *self, TrhLine *line)
{
  line->seq = ++self->writer->seq;
  g_queue_push_tail (&self->writer->queue, line);
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", trh_journal_writer_run, g_atomic_rc_box_acquire (self->writer));
  g_cond_broadcast (&self->writer->changed);
}

/* Which line says @move to a history that plays the journal. Where that history does not know the step, as after a
 * journal that began in the middle of a session, an undo is told as the edit that it was. */
static TrhLineKind
choose_kind (TrhJournal *self, TrhMove move, guint *step)
{
  if (move == TRH_MOVE_MERGED && self->n_done > self->floor)
    {
      *step = self->n_done - 1;
      return TRH_LINE_MERGE;
    }
  if (move == TRH_MOVE_UNDONE && self->n_done > self->floor)
    {
      *step = --self->n_done;
      return TRH_LINE_UNDO;
    }
  if (move == TRH_MOVE_REDONE && self->n_done < self->n_steps)
    {
      *step = self->n_done++;
      return TRH_LINE_REDO;
    }
  *step = self->n_done;
  self->n_steps = ++self->n_done;
  if (move == TRH_MOVE_UNDONE || move == TRH_MOVE_MERGED)
    self->floor = self->n_done;
  return TRH_LINE_DO;
}

static void
hand_over (TrhJournal *self, TrhLine *line)
{
  line->time = g_date_time_new_now_utc ();
  g_mutex_lock (&self->writer->lock);
  g_ptr_array_set_size (self->writer->garbage, 0);
  push (self, line);
  g_mutex_unlock (&self->writer->lock);
}

/**
 * trh_journal_raise:
 * @self: a journal
 * @n_above: how many steps stood above the one that was raised
 *
 * Says that a step went above the others. Where a history that plays the journal does not know the step, nothing is
 * said, and what is undone next is told as the edit that it was.
 */
void
trh_journal_raise (TrhJournal *self, guint n_above)
{
  TrhLine *line;

  if (n_above >= self->n_done - self->floor)
    {
      self->floor = self->n_done;
      return;
    }
  line = trh_line_new (TRH_LINE_RAISE, self->base);
  line->step = self->n_done - 1 - n_above;
  hand_over (self, line);
}

/**
 * trh_journal_add:
 * @self: a journal
 * @move: what happened, as "moved" of the history says it; not that a step was raised
 * @edit: what was applied; frozen
 * @inverse: what takes it back; frozen
 *
 * Hands a line to the thread and returns at once.
 */
void
trh_journal_add (TrhJournal *self, TrhMove move, TrhEdit *edit, TrhEdit *inverse)
{
  guint step;
  TrhLineKind kind = choose_kind (self, move, &step);
  TrhLine *line = trh_line_new (kind, self->base);

  line->step = step;
  if (kind == TRH_LINE_DO || kind == TRH_LINE_MERGE)
    {
      line->edit = trh_edit_ref (edit);
      line->inverse = trh_edit_ref (inverse);
    }
  hand_over (self, line);
}

/* The project goes on in another file, which holds everything. */
void
trh_journal_rename (TrhJournal *self, const char *file, const char *title)
{
  g_mutex_lock (&self->writer->lock);
  push (self, open_line_new (self->base, file, title));
  g_mutex_unlock (&self->writer->lock);
}

/* The file holds this now: lines that follow stand on it. */
void
trh_journal_set_base (TrhJournal *self, const char *base)
{
  char *copy = g_strdup (base);

  g_mutex_lock (&self->writer->lock);
  g_free (self->base);
  self->base = copy;
  g_mutex_unlock (&self->writer->lock);
}

static guint64
push_mark (TrhJournal *self, const char *hash, guint64 after)
{
  TrhLine *line = trh_line_new (TRH_LINE_MARK, self->base);

  line->file = g_strdup (hash);
  line->after = after;
  push (self, line);
  return line->seq;
}

/* Says that the project is now as a file of that SHA-256 is, without waiting. */
void
trh_journal_note (TrhJournal *self, const char *hash)
{
  g_mutex_lock (&self->writer->lock);
  push_mark (self, hash, self->writer->seq);
  g_mutex_unlock (&self->writer->lock);
  trh_journal_set_base (self, hash);
}

/**
 * trh_journal_mark:
 * @self: a journal
 * @hash: SHA-256 of the file that is about to be written
 * @after: the number of the last line that it holds
 *
 * Says, before the file is replaced, what it will be. Waits for the disk, some seconds at most.
 *
 * Returns: whether the mark is on disk
 */
gboolean
trh_journal_mark (TrhJournal *self, const char *hash, guint64 after)
{
  gboolean ok;

  g_mutex_lock (&self->writer->lock);
  ok = wait_for (self->writer, push_mark (self, hash, after), deadline_in (MARK_WAIT_MS));
  g_mutex_unlock (&self->writer->lock);

  return ok;
}

/**
 * trh_journal_flush:
 * @self: a journal
 * @timeout_ms: how long to wait at most
 *
 * Returns: whether every line is on disk
 */
gboolean
trh_journal_flush (TrhJournal *self, guint timeout_ms)
{
  gboolean ok;

  g_mutex_lock (&self->writer->lock);
  ok = wait_for (self->writer, self->writer->seq, deadline_in (timeout_ms));
  g_mutex_unlock (&self->writer->lock);

  return ok;
}

/* Everything is in the file: the journal stays under a name that says so, for the next session to undo. */
void
trh_journal_keep (TrhJournal *self)
{
  g_autofree char *name = trh_leftover_name (self->path, TRUE);

  if (!trh_journal_flush (self, END_WAIT_MS) || g_rename (self->path, name) != 0)
    trh_journal_end (self);
}

/* The person does not want what is in it, or a new one begins: the journal goes. */
void
trh_journal_end (TrhJournal *self)
{
  g_unlink (self->path);
}
