/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-store-private.h"

#include <glib/gstdio.h>

#include "core/base/trh-limits.h"

/* What a store is and how it stands; saving, opening and watching have files of their own. */

#define AUTOSAVE_MS  2000
#define RETRY_MS     10000 /* after a save that failed, without an edit */
#define FLUSH_MS     5000
#define JOURNAL_SIZE (TRH_MAX_JOURNAL / 8) /* bytes: a longer one begins anew after a save */

G_DEFINE_FINAL_TYPE (TrhStore, trh_store, G_TYPE_OBJECT)

enum { PROP_PATH = 1, PROP_STATE, PROP_ERROR, PROP_JOURNAL_ERROR, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_store_dispose (GObject *object)
{
  TrhStore *self = TRH_STORE (object);

  trh_store_close (self);
  g_clear_object (&self->history);
  self->project = NULL;

  G_OBJECT_CLASS (trh_store_parent_class)->dispose (object);
}

static void
trh_store_finalize (GObject *object)
{
  TrhStore *self = TRH_STORE (object);

  g_free (self->path);
  g_free (self->draft);
  g_free (self->folder);
  g_free (self->error);
  g_free (self->news);
  g_free (self->expected);
  g_free (self->holder);

  G_OBJECT_CLASS (trh_store_parent_class)->finalize (object);
}

static void
trh_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhStore *self = TRH_STORE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_JOURNAL_ERROR:
      g_value_set_string (value, trh_store_get_journal_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_store_class_init (TrhStoreClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_store_dispose;
  object_class->finalize = trh_store_finalize;
  object_class->get_property = trh_store_get_property;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, TRH_STORE_CHANGED, 0, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  props[PROP_JOURNAL_ERROR] = g_param_spec_string ("journal-error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_store_init (TrhStore *self)
{
  g_queue_init (&self->waiting);
  self->kept_next = TRH_KEPT_OPENED; /* over whatever is there */
}

static void
autosaved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  trh_store_save_finish (TRH_STORE (source), result, NULL); /* the state tells */
}

static gboolean
autosave (gpointer data)
{
  TrhStore *self = data;

  self->timeout_id = 0;
  trh_store_save_async (self, NULL, NULL, autosaved, NULL);

  return G_SOURCE_REMOVE;
}

static void
save_in (TrhStore *self, guint ms)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (ms, autosave, self);
}

/* Tells how it stands, and with @error, (nullable), why; once, whatever changes. */
void
trh_store_set_state (TrhStore *self, TrhStoreState state, const char *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (self->error, error) != 0)
    {
      g_free (self->error);
      self->error = g_strdup (error);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (state == TRH_STORE_FAILED)
    save_in (self, RETRY_MS); /* there may be room again, or the stick be back */
}

/* Adds a sentence to what opening brought. */
void
trh_store_set_news (TrhStore *self, const char *sentence)
{
  char *news = self->news != NULL ? g_strconcat (self->news, " ", sentence, NULL) : g_strdup (sentence);

  g_free (self->news);
  self->news = news;
}

/* What was read is not what the file holds: it is to be saved. */
void
trh_store_touch (TrhStore *self)
{
  self->saved_revision = G_MAXUINT64;
  trh_store_set_state (self, TRH_STORE_UNSAVED, NULL);
  save_in (self, AUTOSAVE_MS);
}

static void
on_changed (TrhStore *self)
{
  if (self->holder != NULL || self->state == TRH_STORE_CHANGED)
    return;
  if (self->state != TRH_STORE_SAVING)
    trh_store_set_state (self, TRH_STORE_UNSAVED, self->error);
  /* without a file under it a journal has nothing to be played over: the first draft is written at once */
  save_in (self, self->path == NULL && self->expected != NULL && *self->expected == '\0' ? 0 : AUTOSAVE_MS);
}

static void
on_journal_error (TrhStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_JOURNAL_ERROR]);
}

/* Follows what the journal says of its disk. */
void
trh_store_watch_journal (TrhStore *self)
{
  g_signal_connect_object (self->journal, "notify::error", G_CALLBACK (on_journal_error), self, G_CONNECT_SWAPPED);
}

static TrhJournal *
make_journal (TrhStore *self)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *file = g_strconcat (name, ".journal", NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  return trh_journal_new (path, self->expected != NULL ? self->expected : "", self->path != NULL ? self->path : self->draft,
                          trh_project_peek_season (self->project)->title);
}

static void
on_moved (TrhStore *self, int move, guint step, TrhEdit *edit, TrhEdit *inverse)
{
  if (self->holder != NULL)
    return;
  if (move == TRH_MOVE_RAISED)
    {
      if (self->journal != NULL) /* else what is undone next is told as the edit that it was */
        trh_journal_raise (self->journal, trh_history_get_n_done (self->history) - 1 - step);
      return;
    }
  if (self->journal != NULL && self->state == TRH_STORE_SAVED && trh_journal_get_size (self->journal) > JOURNAL_SIZE)
    {
      trh_journal_end (self->journal);
      g_clear_object (&self->journal);
    }
  if (self->journal == NULL)
    {
      self->journal = make_journal (self);
      trh_store_watch_journal (self);
    }
  trh_journal_add (self->journal, (TrhMove) move, edit, inverse);
}

/**
 * trh_store_new:
 * @history: the project to keep, and what is done to it
 * @path: (nullable): the file it goes to, whatever is there; %NULL for one without a name
 *
 * Returns: (transfer full): a store that saves by itself from now on
 */
TrhStore *
trh_store_new (TrhHistory *history, const char *path)
{
  TrhStore *self = g_object_new (TRH_TYPE_STORE, NULL);
  g_autofree char *folder = trh_store_get_drafts_folder ();
  TrhProject *project = trh_history_get_project (history);
  g_autofree char *name = g_strconcat (trh_project_get_id (project), ".transhumance", NULL);

  self->history = g_object_ref (history);
  self->project = project;
  self->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  self->draft = g_build_filename (folder, name, NULL);
  self->folder = trh_backups_get_folder (trh_project_get_id (project));
  self->expected = path == NULL ? g_strdup ("") : NULL;
  self->saved_revision = trh_project_get_revision (project);
  g_signal_connect_object (history, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* The folder of projects without a name, (transfer full). */
char *
trh_store_get_drafts_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "transhumances", "drafts", NULL);
}

TrhHistory *
trh_store_get_history (TrhStore *self)
{
  return self->history;
}

/* The file of the season, or %NULL while it is a draft. */
const char *
trh_store_get_path (TrhStore *self)
{
  return self->path;
}

TrhStoreState
trh_store_get_state (TrhStore *self)
{
  return self->state;
}

/* Why the last save failed, or %NULL. */
const char *
trh_store_get_error (TrhStore *self)
{
  return self->error;
}

/* Why edits are only in memory until the next save, or %NULL. */
const char *
trh_store_get_journal_error (TrhStore *self)
{
  return self->journal != NULL ? trh_journal_get_error (self->journal) : NULL;
}

/* What opening brought: work taken up again, a damaged journal set aside; or %NULL. */
const char *
trh_store_get_news (TrhStore *self)
{
  return self->news;
}

/* Who else has the file open, and so nothing is saved from here; or %NULL. */
const char *
trh_store_get_holder (TrhStore *self)
{
  return self->holder;
}

/* Whether the season has no file of its own yet. */
gboolean
trh_store_is_draft (TrhStore *self)
{
  return self->path == NULL;
}

/* Where the project lives while it has no name. */
const char *
trh_store_get_draft_path (TrhStore *self)
{
  return self->draft;
}

/* The folder of its journals and kept versions, (transfer full). */
char *
trh_store_get_folder (TrhStore *self)
{
  return g_strdup (self->folder);
}

/* Whether the file holds every edit. */
gboolean
trh_store_is_saved (TrhStore *self)
{
  return self->saved_revision == trh_project_get_revision (self->project);
}

/* Says why the next save keeps what it replaces, as before a merge. */
void
trh_store_keep_next (TrhStore *self, TrhKept kept)
{
  self->kept_next = kept;
}

/**
 * trh_store_flush_journal:
 * @self: a store
 *
 * Waits, some seconds at most, until every edit is in the journal.
 *
 * Returns: whether every edit is on disk, in the journal or in the file
 */
gboolean
trh_store_flush_journal (TrhStore *self)
{
  if (self->journal == NULL)
    return trh_store_is_saved (self);
  return trh_journal_flush (self->journal, FLUSH_MS);
}

/**
 * trh_store_close:
 * @self: a store
 *
 * Lets the file go, for others to open. When it holds everything its journal stays, so that the next session can undo
 * what this one did; what it does not hold will be taken up again.
 */
void
trh_store_close (TrhStore *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->journal != NULL && self->discarded)
    trh_journal_end (self->journal);
  else if (self->journal != NULL && trh_store_is_saved (self))
    trh_journal_keep (self->journal);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->lock, trh_lock_release);
}

/**
 * trh_store_discard:
 * @self: a store
 *
 * Forgets what is not saved, and the draft, when the person has said not to save it.
 */
void
trh_store_discard (TrhStore *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->saved_revision = trh_project_get_revision (self->project);
  self->discarded = TRUE;
  if (self->path == NULL)
    g_unlink (self->draft);
}
