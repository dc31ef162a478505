/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-session.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-minutes.h"

struct _TrhVoteSession
{
  GObject            parent_instance;

  TrhKit            *kit;
  TrhUrn            *urn;
  GArray            *codes; /* (element-type TrhCode): in memory only; wiped when it is freed */
  gboolean           lacks_slips; /* some of @codes were on no slip yet */
  TrhRecord         *result; /* (nullable): a TrhResultRecord, in a season */
  TrhVoteClosedFunc  closed; /* (nullable) */
  gpointer           closed_data;
};

enum { CODES_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrhVoteSession, trh_vote_session, G_TYPE_OBJECT)

static void
trh_vote_session_finalize (GObject *object)
{
  TrhVoteSession *self = TRH_VOTE_SESSION (object);

  g_clear_pointer (&self->kit, trh_kit_free);
  g_clear_object (&self->urn);
  g_array_unref (self->codes);
  g_clear_pointer (&self->result, trh_record_unref);

  G_OBJECT_CLASS (trh_vote_session_parent_class)->finalize (object);
}

static void
trh_vote_session_class_init (TrhVoteSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_vote_session_finalize;

  signals[CODES_CHANGED] = g_signal_new ("codes-changed", TRH_TYPE_VOTE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
trh_vote_session_init (TrhVoteSession *self)
{
  self->codes = trh_codes_make (0);
}

/**
 * trh_vote_session_new:
 * @kit: (transfer full): what is asked, and where
 * @urn: (transfer full): its urn
 *
 * Returns: (transfer full): the session; the urn stays open as long as it lives
 */
TrhVoteSession *
trh_vote_session_new (TrhKit *kit, TrhUrn *urn)
{
  TrhVoteSession *self = g_object_new (TRH_TYPE_VOTE_SESSION, NULL);

  self->kit = kit;
  self->urn = urn;
  return self;
}

/**
 * trh_vote_session_set_closed:
 * @closed: (nullable): writes down elsewhere that the urn is closed
 * @user_data: for @closed; must live as long as the session, or be taken back with %NULL
 */
void
trh_vote_session_set_closed (TrhVoteSession *self, TrhVoteClosedFunc closed, gpointer user_data)
{
  self->closed = closed;
  self->closed_data = user_data;
}

/**
 * trh_vote_session_set_result:
 * @result: a #TrhResultRecord: what the season knows of the session; its sums stand in the minutes
 */
void
trh_vote_session_set_result (TrhVoteSession *self, gpointer result)
{
  g_clear_pointer (&self->result, trh_record_unref);
  self->result = trh_record_ref (result);
}

TrhUrn *
trh_vote_session_get_urn (TrhVoteSession *self)
{
  return self->urn;
}

const TrhKit *
trh_vote_session_peek_kit (TrhVoteSession *self)
{
  return self->kit;
}

/* The id of the session, as in the season and in the names of its files. */
const char *
trh_vote_session_get_id (TrhVoteSession *self)
{
  return trh_urn_peek_content (self->urn)->session_id;
}

/* The town, for people. */
const char *
trh_vote_session_get_place (TrhVoteSession *self)
{
  const TrhUrnContent *urn = trh_urn_peek_content (self->urn);

  return *urn->place != '\0' ? urn->place : urn->session_id;
}

/**
 * trh_vote_session_get_file_name:
 * @what: what is in the file, a word or two
 * @suffix: of the name, with its point
 *
 * Returns: (transfer full): a name for a file of this session, such as “proces-verbal-sederon.pdf”
 */
char *
trh_vote_session_get_file_name (TrhVoteSession *self, const char *what, const char *suffix)
{
  g_autofree char *words = g_strdup_printf ("%s-%s", what, trh_vote_session_get_place (self));
  g_autofree char *folded = trh_text_fold (words);

  return g_strconcat (g_strdelimit (folded, " /\\'’", '-'), suffix, NULL);
}

/* The codes that this window made and may print: (element-type TrhCode). They are nowhere else. */
const GArray *
trh_vote_session_peek_codes (TrhVoteSession *self)
{
  return self->codes;
}

/**
 * trh_vote_session_take_codes:
 * @codes: (element-type TrhCode): codes of the urn
 *
 * Keeps a copy at hand until the session is left.
 */
void
trh_vote_session_take_codes (TrhVoteSession *self, const GArray *codes)
{
  GArray *both = trh_codes_join (self->codes, codes);

  g_array_unref (self->codes);
  self->codes = both;
  self->lacks_slips = self->lacks_slips || codes->len > 0;
  g_signal_emit (self, signals[CODES_CHANGED], 0);
}

/* Slips with the codes at hand were saved. */
void
trh_vote_session_note_slips (TrhVoteSession *self)
{
  self->lacks_slips = FALSE;
}

/* Whether people would miss codes, were the session left now: they are at hand and on no slip. */
gboolean
trh_vote_session_lacks_slips (TrhVoteSession *self)
{
  return self->lacks_slips && !trh_urn_is_stopped (self->urn);
}

/**
 * trh_vote_session_say_elapsed:
 * @day: today
 * @minute: now, in minutes since midnight
 *
 * Returns: (transfer full): since when the session is open
 */
char *
trh_vote_session_say_elapsed (TrhVoteSession *self, int day, int minute)
{
  const TrhUrnContent *urn = trh_urn_peek_content (self->urn);
  g_autofree char *clock = NULL, *date = NULL, *elapsed = NULL;

  if (urn->opened_at < 0)
    return g_strdup ("");
  clock = trh_clock_say (urn->opened_at);
  if (urn->day != day || minute < urn->opened_at)
    {
      date = trh_day_say_short (urn->day);
      /* Translators: a day and a clock time, as in "Open since 14 March, 17:05" */
      return g_strdup_printf (_("Open since %1$s, %2$s"), date, clock);
    }
  elapsed = trh_minutes_say (minute - urn->opened_at);
  /* Translators: a clock time, then how long that is ago, as in "Opened at 17:05, 42 min ago" */
  return g_strdup_printf (_("Opened at %1$s, %2$s ago"), clock, elapsed);
}

/* The record that the urn was empty, (transfer full): what the two people saw at the opening, without anything that
 * came later. */
TrhSheet *
trh_vote_session_make_opening (TrhVoteSession *self)
{
  g_autoptr(TrhUrnContent) empty = trh_urn_content_empty (trh_urn_peek_content (self->urn));

  return trh_minutes_of_opening (self->kit, empty);
}

/* The fingerprint of a closed urn, (transfer full): 64 hexadecimal digits. */
char *
trh_vote_session_dup_fingerprint (TrhVoteSession *self)
{
  g_autoptr(GBytes) bytes = trh_urn_content_print (trh_urn_peek_content (self->urn)); /* as it stands in the file */

  return trh_file_hash (bytes);
}

/* The minutes of a closed session, (transfer full). */
TrhSheet *
trh_vote_session_make_minutes (TrhVoteSession *self)
{
  g_autofree char *fingerprint = trh_vote_session_dup_fingerprint (self);

  return trh_minutes_of_session (self->kit, trh_urn_peek_content (self->urn), fingerprint,
                                 (const TrhResultRecord *) self->result);
}

static void
urn_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhVoteSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *fingerprint = trh_urn_close_finish (TRH_URN (source), result, &error);

  if (g_error_matches (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE))
    {
      g_autofree char *unsure = trh_vote_session_dup_fingerprint (self);

      if (self->closed != NULL) /* it is closed, and is noted; that the disk is unsure is what is told */
        self->closed (self, trh_urn_peek_content (self->urn), unsure, self->closed_data, NULL);
    }
  if (fingerprint != NULL && (self->closed == NULL || self->closed (self, trh_urn_peek_content (self->urn), fingerprint,
                                                                    self->closed_data, &error)))
    {
      g_task_return_pointer (task, fingerprint, g_free);
      return;
    }
  g_free (fingerprint);
  g_task_return_error (task, error);
}

/**
 * trh_vote_session_close_async:
 * @closing: what two organisers state
 *
 * Closes the urn for ever, and has it written down where the session belongs to.
 */
void
trh_vote_session_close_async (TrhVoteSession *self, const TrhUrnClosing *closing, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, trh_vote_session_close_async);
  trh_urn_close_async (self->urn, closing, urn_closed, task);
}

/**
 * trh_vote_session_close_finish:
 * @error: return location for an error; when the urn says that it is closed, it is, and only the rest failed
 *
 * Returns: (transfer full): the fingerprint of the closed urn, 64 hexadecimal digits, or %NULL
 */
char *
trh_vote_session_close_finish (TrhVoteSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
