/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"

static void trh_urn_ballot_box_init (TrhBallotBoxInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhUrn, trh_urn, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRH_TYPE_BALLOT_BOX, trh_urn_ballot_box_init))
G_DEFINE_QUARK (trh-urn-error-quark, trh_urn_error)

enum { PROP_N_BALLOTS = 1, PROP_CLOSED, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint changed_signal;

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
  changed_signal = g_signal_new ("changed", TRH_TYPE_URN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_urn_init (TrhUrn *self)
{
  self->lock_fd = -1;
  self->waiting = g_ptr_array_new_with_free_func (trh_urn_change_free);
  self->reserved = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

/* A descriptor of the folder of the urn at @path, locked as long as it is open; -1 when it cannot be opened, as the urn cannot
 * then either, or %TRH_URN_LOCKED_ELSEWHERE with %TRH_URN_ERROR_BUSY. */
int
trh_urn_lock (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return fd;
  close (fd);
  g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY,
                       _("This urn is open in another window or program. Close it there first."));
  return TRH_URN_LOCKED_ELSEWHERE;
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

  self->path = g_strdup (path);
  self->lock_fd = trh_urn_lock (path, error);
  if (self->lock_fd == TRH_URN_LOCKED_ELSEWHERE)
    return NULL;
  self->content = trh_urn_load (path, NULL, error);
  if (self->content == NULL)
    return NULL;
  trh_urn_tidy (path);
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

/* Whether no code is taken any more; piles of paper may still come. */
gboolean
trh_urn_is_stopped (TrhUrn *self)
{
  return self->content->stopped;
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
GBytes *
trh_urn_find_code (TrhUrn *self, const char *typed, GError **error)
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
  if (!trh_urn_takes_codes (self))
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
  g_autoptr(GBytes) hash = trh_urn_find_code (TRH_URN (box), typed, error);

  return hash != NULL;
}

/* Encodes and seals; nothing readable is left in memory. */
static gboolean
seal_ballot (const TrhUrnContent *content, const guint8 *marks, guint8 *box)
{
  const gsize length = trh_ballot_get_encoded_length (&content->form);
  g_autofree guint8 *bytes = g_malloc0 (length);
  gboolean ok = trh_ballot_fits (&content->form, marks);

  if (ok)
    trh_ballot_encode (&content->form, marks, bytes);
  ok = ok && trh_seal (content->public_key, bytes, length, box);
  sodium_memzero (bytes, length);
  return ok;
}

/* Seals one ballot after another; %NULL with @error set when one of them is none of this vote. */
static GBytes *
seal_ballots (TrhUrn *self, const guint8 *marks, guint n, guint n_candidates, GError **error)
{
  const gsize box_length = trh_urn_content_get_box_length (self->content);
  g_autofree guint8 *boxes = g_malloc (MAX (n * box_length, 1));
  gboolean ok = n_candidates == self->content->form.n_candidates;

  for (guint i = 0; i < n && ok; i++)
    ok = seal_ballot (self->content, marks + i * n_candidates, boxes + i * box_length);
  if (ok)
    return g_bytes_new_take (g_steal_pointer (&boxes), n * box_length);
  g_set_error_literal (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_FAILED, _("This is not a ballot of this vote."));
  return NULL;
}

gboolean
trh_urn_takes_codes (TrhUrn *self)
{
  return !self->content->stopped && !self->stopping && !self->held && self->closing == NULL;
}

/* Whether piles, the end of the vote or the closing may still come. */
static gboolean
takes_changes (TrhUrn *self)
{
  return !trh_urn_is_closed (self) && !self->held && self->closing == NULL;
}

static void
cast_async (TrhBallotBox *box, const char *typed, const guint8 *marks, guint n_candidates, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer user_data)
{
  TrhUrn *self = TRH_URN (box);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) code_hash = trh_urn_find_code (self, typed, &error);
  g_autoptr(GBytes) sealed = code_hash != NULL ? seal_ballots (self, marks, 1, n_candidates, &error) : NULL;

  g_task_set_source_tag (task, cast_async);
  if (sealed != NULL)
    trh_urn_queue (self, task, code_hash, sealed, NULL);
  else
    g_task_return_error (task, g_steal_pointer (&error));
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

/* A copy of what two people stated, until the disk knows. */
static void
closing_free (gpointer data)
{
  TrhUrnClosing *closing = data;

  g_free ((char *) closing->names[0]);
  g_free ((char *) closing->names[1]);
  g_free ((char *) closing->incidents);
  g_free ((char *) closing->remarks);
  g_clear_pointer ((TrhUrnBureau **) &closing->bureau, trh_urn_bureau_free);
  g_free (closing);
}

/**
 * trh_urn_add_lot_async:
 * @lot: who typed a pile of paper ballots, how many count and how many do not
 * @marks: (array): the ballots that count, valid and blank, one after the other
 * @n_candidates: of each
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Seals them among the others, all of the pile or nothing.
 */
void
trh_urn_add_lot_async (TrhUrn *self, const TrhUrnLot *lot, const guint8 *marks, guint n_candidates,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GBytes) boxes = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, trh_urn_add_lot_async);
  if (!takes_changes (self))
    g_set_error_literal (&error, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED, _("The urn of this session is closed."));
  else
    boxes = seal_ballots (self, marks, lot->n_ballots, n_candidates, &error);
  if (boxes != NULL)
    trh_urn_queue (self, task, NULL, boxes, lot);
  else
    g_task_return_error (task, error);
}

/**
 * trh_urn_stop_async:
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * The vote is over: no code is taken any more, from now on. Piles of paper may come until the urn is closed.
 */
void
trh_urn_stop_async (TrhUrn *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, trh_urn_stop_async);
  if (!takes_changes (self))
    g_task_return_new_error (task, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED, _("The urn of this session is closed."));
  else
    {
      self->stopping = TRUE;
      trh_urn_queue (self, task, NULL, NULL, NULL);
    }
}

/**
 * trh_urn_change_finish:
 * @error: return location for a #TrhUrnError or a #TrhBoothError; nothing changed then, but with %TRH_BOOTH_ERROR_UNSURE all
 *   of it is in the urn, and not to be done again
 *
 * Ends trh_urn_cancel_async(), trh_urn_add_lot_async() and trh_urn_stop_async().
 *
 * Returns: %TRUE when it is on the disk for good
 */
gboolean
trh_urn_change_finish (TrhUrn *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trh_urn_close_async:
 * @closing: what the two organisers state who close it
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Takes no more ballots, saves those on their way, then writes the closing.
 */
void
trh_urn_close_async (TrhUrn *self, const TrhUrnClosing *closing, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  TrhUrnClosing *copy;

  g_task_set_source_tag (task, trh_urn_close_async);
  if (!takes_changes (self))
    {
      g_task_return_new_error (task, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED, _("The urn of this session is closed."));
      return;
    }
  copy = g_memdup2 (closing, sizeof *closing);
  copy->names[0] = g_strdup (closing->names[0]);
  copy->names[1] = g_strdup (closing->names[1]);
  copy->incidents = g_strdup (closing->incidents);
  copy->remarks = g_strdup (closing->remarks);
  copy->bureau = trh_urn_bureau_copy (closing->bureau);
  g_task_set_task_data (task, copy, closing_free);
  self->closing = g_steal_pointer (&task);
  trh_urn_start_save (self);
}

/**
 * trh_urn_close_finish:
 * @error: return location for a #TrhUrnError or a #TrhFileError; the urn is then still open, but with %TRH_BOOTH_ERROR_UNSURE
 *   it is closed
 *
 * Returns: (transfer full): the fingerprint of the closed file, 64 hexadecimal digits, or %NULL
 */
char *
trh_urn_close_finish (TrhUrn *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
