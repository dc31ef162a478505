/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

#define NO_TIME 315532800 /* 1980-01-01, for the times of the file: they must not tell when somebody voted */

struct _TrhUrn
{
  GObject        parent_instance;

  char          *path;
  int            lock_fd;  /* of the folder; -1 when not open */
  TrhUrnContent *content;  /* what is on the disk */
  GPtrArray     *waiting;  /* (element-type Cast): for the next save */
  GHashTable    *reserved; /* (element-type GBytes): hashes of the codes that wait or are being saved */
  gboolean       saving;
  GTask         *closing;  /* (nullable) (owned): takes its turn when nothing waits */
};

/* One sealed ballot on its way. What is in it is not known here any more. */
typedef struct {
  GTask  *task;
  GBytes *code_hash;
  GBytes *box;
} Cast;

/* What one save brings to the disk. */
typedef struct {
  char          *path;
  int            folder_fd; /* borrowed from the urn, which lives as long as the task */
  TrhUrnContent *content;
  GPtrArray     *casts;
  gboolean       closes;
  char          *fingerprint;
} Save;

static void trh_urn_ballot_box_init (TrhBallotBoxInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhUrn, trh_urn, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRH_TYPE_BALLOT_BOX, trh_urn_ballot_box_init))
G_DEFINE_QUARK (trh-urn-error-quark, trh_urn_error)

enum { PROP_N_BALLOTS = 1, PROP_CLOSED, N_PROPS };
static GParamSpec *props[N_PROPS];

static void start_save (TrhUrn *self);

static void
cast_free (gpointer data)
{
  Cast *cast = data;

  g_object_unref (cast->task);
  g_bytes_unref (cast->code_hash);
  g_bytes_unref (cast->box);
  g_free (cast);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_clear_pointer (&save->content, trh_urn_content_free);
  g_ptr_array_unref (save->casts);
  g_free (save->fingerprint);
  g_free (save);
}

static void
trh_urn_finalize (GObject *object)
{
  TrhUrn *self = TRH_URN (object);

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->path);
  g_clear_pointer (&self->content, trh_urn_content_free);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->reserved);
  g_clear_object (&self->closing);

  G_OBJECT_CLASS (trh_urn_parent_class)->finalize (object);
}

static void
trh_urn_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhUrn *self = TRH_URN (object);

  switch (prop_id)
    {
    case PROP_N_BALLOTS:
      g_value_set_uint (value, trh_urn_get_n_ballots (self));
      break;
    case PROP_CLOSED:
      g_value_set_boolean (value, trh_urn_is_closed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_urn_class_init (TrhUrnClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_urn_finalize;
  object_class->get_property = trh_urn_get_property;

  props[PROP_N_BALLOTS] = g_param_spec_uint ("n-ballots", NULL, NULL, 0, TRH_MAX_BALLOTS, 0, flags);
  props[PROP_CLOSED] = g_param_spec_boolean ("closed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_urn_init (TrhUrn *self)
{
  self->lock_fd = -1;
  self->waiting = g_ptr_array_new_with_free_func (cast_free);
  self->reserved = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

static char *
build_path (const char *kind, const char *id, const char *folder, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  g_return_val_if_fail (trh_text_is_id (id) && id[0] != '.', NULL); /* it becomes the name of a folder */

  return g_build_filename (g_get_user_data_dir (), "transhumances", kind, folder != NULL ? folder : name,
                           folder != NULL ? name : NULL, NULL);
}

/**
 * trh_urn_get_path:
 * @session_id: of a session
 *
 * Returns: (transfer full): `urns/ID/ID.urn` in the data folder of the program
 */
char *
trh_urn_get_path (const char *session_id)
{
  return build_path ("urns", session_id, session_id, ".urn");
}

/**
 * trh_keys_get_path:
 * @poll_id: of a poll
 *
 * Returns: (transfer full): `keys/ID.keys` in the data folder of the program
 */
char *
trh_keys_get_path (const char *poll_id)
{
  return build_path ("keys", poll_id, NULL, ".keys");
}

/* The same times whenever it was saved; a wish, not a promise. */
static void
forget_time (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct utimbuf times = { NO_TIME, NO_TIME };

  if (g_utime (path, &times) != 0 || g_utime (folder, &times) != 0)
    g_debug ("the time of an urn stays visible");
}

/**
 * trh_urn_create:
 * @path: a file name; its folder is made for it, readable by nobody else
 * @content: an empty urn; its codes are added
 * @n_codes: how many codes to make
 * @codes: (out) (transfer full) (element-type TrhCode): the codes, to hand out; they are nowhere else
 * @error: return location for a #TrhUrnError or a #TrhFileError
 *
 * Writes a new urn. A millisecond a code: call it in a worker.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_urn_create (const char *path, TrhUrnContent *content, guint n_codes, GArray **codes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GArray) made = trh_codes_make (n_codes);
  g_autoptr(GBytes) bytes = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS, _("There is an urn for this session already."));
      return FALSE;
    }
  if (!trh_urn_content_add_codes (content, made))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_MEMORY,
                           _("There is too little free memory. Close other programs and try again."));
      return FALSE;
    }
  g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */
  bytes = trh_urn_content_print (content);
  if (!trh_file_save (path, bytes, error))
    return FALSE;
  forget_time (path);
  *codes = g_steal_pointer (&made);
  return TRUE;
}

/* What an interrupted save left behind is an older urn: it would show which ballot came last. */
static void
clear_temporaries (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      {
        g_autofree char *stray = g_build_filename (folder, name, NULL);

        if (g_unlink (stray) != 0)
          g_warning ("an older state of an urn could not be removed");
      }
}

/**
 * trh_urn_load:
 * @path: a file name
 * @fingerprint: (out) (optional) (transfer full): SHA-256 of the file
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Reads an urn without opening it for ballots. Any thread.
 *
 * Returns: (transfer full): its content, or %NULL with @error set
 */
TrhUrnContent *
trh_urn_load (const char *path, char **fingerprint, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URN, error);
  TrhUrnContent *content = bytes != NULL ? trh_urn_content_parse (bytes, error) : NULL;

  if (content != NULL && fingerprint != NULL)
    *fingerprint = trh_file_hash (bytes);
  return content;
}

/**
 * trh_urn_open:
 * @path: a file that trh_urn_create() made
 * @error: return location for a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the urn, or %NULL with @error set
 */
TrhUrn *
trh_urn_open (const char *path, GError **error)
{
  g_autoptr(TrhUrn) self = g_object_new (TRH_TYPE_URN, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  self->lock_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->lock_fd >= 0 && flock (self->lock_fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY,
                           _("This urn is open in another window or program. Close it there first."));
      return NULL;
    }
  self->content = trh_urn_load (path, NULL, error);
  if (self->content == NULL)
    return NULL;
  clear_temporaries (path);
  return g_steal_pointer (&self);
}

guint
trh_urn_get_n_ballots (TrhUrn *self)
{
  return trh_urn_content_get_n_ballots (self->content);
}

guint
trh_urn_get_n_codes (TrhUrn *self)
{
  return trh_urn_content_get_n_codes (self->content);
}

gboolean
trh_urn_is_closed (TrhUrn *self)
{
  return trh_urn_content_is_closed (self->content);
}

/* What is on the disk, (transfer none); valid until the next ballot. */
const TrhUrnContent *
trh_urn_peek_content (TrhUrn *self)
{
  return self->content;
}

/* The hash of a code that can be used now. */
static GBytes *
find_code (TrhUrn *self, const char *typed, GError **error)
{
  TrhCode code;
  guint8 hash[TRH_CODE_HASH];
  g_autoptr(GBytes) bytes = NULL;
  gboolean is_used, hashed;

  if (!trh_code_parse (typed, &code))
    {
      g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_TYPO, _("There is a typing mistake in this code."));
      return NULL;
    }
  hashed = trh_code_hash (&code, self->content->code_key, hash);
  trh_code_wipe (&code);
  if (!hashed)
    {
      g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_FAILED,
                           _("There is too little free memory. Close other programs and try again."));
      return NULL;
    }
  bytes = g_bytes_new (hash, sizeof hash);
  if (trh_urn_is_closed (self) || self->closing != NULL)
    g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_CLOSED, _("The urn of this session is closed."));
  else if (!trh_urn_content_knows (self->content, hash, &is_used))
    g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNKNOWN, _("This is no code of this session."));
  else if (is_used || g_hash_table_contains (self->reserved, bytes))
    g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_USED, _("This code has already been used."));
  else
    return g_steal_pointer (&bytes);

  return NULL;
}

static gboolean
check_code (TrhBallotBox *box, const char *typed, GError **error)
{
  g_autoptr(GBytes) hash = find_code (TRH_URN (box), typed, error);

  return hash != NULL;
}

/* Encodes and seals; nothing readable is left. */
static GBytes *
seal_ballot (TrhUrn *self, const guint *chosen, guint n_chosen, GError **error)
{
  const TrhBallotForm *form = &self->content->form;
  const gsize length = trh_ballot_get_encoded_length (form);
  g_autofree guint8 *marks = g_malloc (form->n_candidates);
  g_autofree guint8 *bytes = g_malloc0 (length);
  g_autofree guint8 *sealed = g_malloc (length + TRH_SEAL_OVERHEAD);
  gboolean ok = trh_ballot_set_choices (form, chosen, n_chosen, marks);

  if (ok)
    trh_ballot_encode (form, marks, bytes);
  ok = ok && trh_seal (self->content->public_key, bytes, length, sealed);
  sodium_memzero (marks, form->n_candidates);
  sodium_memzero (bytes, length);
  if (ok)
    return g_bytes_new_take (g_steal_pointer (&sealed), length + TRH_SEAL_OVERHEAD);
  g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_FAILED, _("This is not a ballot of this vote."));
  return NULL;
}

static void
cast_async (TrhBallotBox *box, const char *typed, const guint *chosen, guint n_chosen, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer user_data)
{
  TrhUrn *self = TRH_URN (box);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) code_hash = find_code (self, typed, &error);
  g_autoptr(GBytes) sealed = code_hash != NULL ? seal_ballot (self, chosen, n_chosen, &error) : NULL;
  Cast *cast;

  g_task_set_source_tag (task, cast_async);
  g_task_set_check_cancellable (task, FALSE); /* a voter must hear what became of the ballot */
  if (sealed == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cast = g_new (Cast, 1);
  cast->task = g_steal_pointer (&task);
  cast->code_hash = g_steal_pointer (&code_hash);
  cast->box = g_steal_pointer (&sealed);
  g_hash_table_add (self->reserved, g_bytes_ref (cast->code_hash));
  g_ptr_array_add (self->waiting, cast);
  start_save (self);
}

static gboolean
cast_finish (TrhBallotBox *box, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
trh_urn_ballot_box_init (TrhBallotBoxInterface *iface)
{
  iface->check_code = check_code;
  iface->cast_async = cast_async;
  iface->cast_finish = cast_finish;
}

/* GLib flushes the folder too, but does not hear of a disk that fails there: the new name could be
 * lost with the power after a voter was told that the ballot is in the box. */
static gboolean
flush_folder (const Save *save, GError **error)
{
  g_autofree char *name = NULL;

  if (save->folder_fd < 0 || fsync (save->folder_fd) == 0)
    return TRUE;
  name = g_filename_display_name (save->path);
  /* Translators: a file name, then what the system says of it */
  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED, _("%1$s: %2$s"), name, g_strerror (errno));
  return FALSE;
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Save *save = task_data;
  g_autoptr(GBytes) bytes = trh_urn_content_print (save->content);
  GError *error = NULL;

  if (trh_file_save (save->path, bytes, &error) && flush_folder (save, &error))
    {
      forget_time (save->path);
      if (save->closes)
        save->fingerprint = trh_file_hash (bytes);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
answer (Save *save, GTask *closing, const GError *error)
{
  for (guint i = 0; i < save->casts->len; i++)
    {
      Cast *cast = save->casts->pdata[i];

      if (error == NULL)
        g_task_return_boolean (cast->task, TRUE);
      else
        g_task_return_new_error (cast->task, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_FAILED, "%s", error->message);
    }
  if (closing != NULL && error == NULL)
    g_task_return_pointer (closing, g_strdup (save->fingerprint), g_free);
  else if (closing != NULL)
    g_task_return_error (closing, g_error_copy (error));
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhUrn) self = g_object_ref (TRH_URN (source));
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr(GTask) closing = save->closes ? g_steal_pointer (&self->closing) : NULL;
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      trh_urn_content_free (self->content);
      self->content = g_steal_pointer (&save->content);
    }
  for (guint i = 0; i < save->casts->len; i++)
    g_hash_table_remove (self->reserved, ((Cast *) save->casts->pdata[i])->code_hash);
  if (error == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[save->closes ? PROP_CLOSED : PROP_N_BALLOTS]);
  answer (save, closing, error);
  start_save (self);
}

/* Brings to the disk all that waits; the closing comes when nothing else does. */
static void
start_save (TrhUrn *self)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  if (self->saving || (self->waiting->len == 0 && self->closing == NULL))
    return;

  save = g_new0 (Save, 1);
  save->path = g_strdup (self->path);
  save->folder_fd = self->lock_fd;
  save->content = trh_urn_content_copy (self->content);
  save->casts = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (cast_free);
  for (guint i = 0; i < save->casts->len; i++)
    {
      Cast *cast = save->casts->pdata[i];

      trh_urn_content_record (save->content, g_bytes_get_data (cast->code_hash, NULL), g_bytes_get_data (cast->box, NULL));
    }
  if (save->casts->len == 0)
    {
      save->closes = TRUE; /* the task stays with us until then, so that no ballot comes in between */
      trh_urn_content_close (save->content, g_task_get_task_data (self->closing));
    }

  self->saving = TRUE;
  task = g_task_new (self, NULL, saved, NULL);
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_worker);
}

/**
 * trh_urn_close_async:
 * @names: of the two organisers who close it
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Takes no more ballots, saves those on their way, then writes the closing.
 */
void
trh_urn_close_async (TrhUrn *self, const char *const names[2], GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_auto(GStrv) copy = g_new0 (char *, 3);

  g_task_set_source_tag (task, trh_urn_close_async);
  if (trh_urn_is_closed (self) || self->closing != NULL)
    {
      g_task_return_new_error (task, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED, _("The urn of this session is closed."));
      return;
    }
  copy[0] = g_strdup (names[0]);
  copy[1] = g_strdup (names[1]);
  g_task_set_task_data (task, g_steal_pointer (&copy), (GDestroyNotify) g_strfreev);
  self->closing = g_steal_pointer (&task);
  start_save (self);
}

/**
 * trh_urn_close_finish:
 * @error: return location for a #TrhUrnError or a #TrhFileError; the urn is then still open
 *
 * Returns: (transfer full): the fingerprint of the closed file, 64 hexadecimal digits, or %NULL
 */
char *
trh_urn_close_finish (TrhUrn *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
