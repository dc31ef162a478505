/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-opening.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-lot.h"
#include "core/voting/trh-urn.h"

G_DEFINE_QUARK (trh-opening-error-quark, trh_opening_error)

typedef struct {
  char          *path;        /* (nullable): @content is here */
  TrhUrnContent *content;     /* (nullable) */
  char          *fingerprint; /* or "": not known */
  char          *place;       /* for the messages */
} Urn;

struct _TrhOpening
{
  const TrhMethod *method;
  TrhElection     *election;
  gboolean         rehearsal;
  GPtrArray       *urns;   /* (element-type Urn) */
  TrhUrnContent   *expected;    /* (nullable): an urn of the vote to which all must belong */
  char            *keys_path;   /* (nullable): the keys are on paper */
  char            *passphrases[2];
  char            *sheet[TRH_RECOVERY_LINES]; /* of the recovery sheet */
  char            *poll_id;     /* (nullable): of the keys */
  guint8           public_key[TRH_SEAL_KEY]; /* the same */
  char            *seed;        /* (nullable) */
  GPtrArray       *opened; /* (element-type TrhOpenedUrn) */
  GPtrArray       *ballots; /* (element-type TrhBallots): of each of them, while it runs */
  TrhCount        *count;  /* (nullable) */
  TrhReasons      *reasons; /* (nullable): of the count */
  TrhComparison   *comparison; /* (nullable): other methods on the same ballots */
};

static void
urn_free (gpointer data)
{
  Urn *urn = data;

  g_free (urn->path);
  g_clear_pointer (&urn->content, trh_urn_content_free);
  g_free (urn->fingerprint);
  g_free (urn->place);
  g_free (urn);
}

static void
opened_free (gpointer data)
{
  TrhOpenedUrn *opened = data;

  g_free (opened->session_id);
  g_free (opened->fingerprint);
  g_free (opened->place);
  g_free (opened->voices);
  g_free (opened->grades);
  g_free (opened);
}

/**
 * trh_opening_new:
 * @method: how to count
 * @election: (transfer full): candidates, seats and guarantees, without ballots
 * @rehearsal: whether rehearsals are opened, and nothing else
 *
 * Returns: (transfer full): an opening without urns
 */
TrhOpening *
trh_opening_new (const TrhMethod *method, TrhElection *election, gboolean rehearsal)
{
  TrhOpening *self = g_new0 (TrhOpening, 1);

  self->method = method;
  self->election = election;
  self->rehearsal = rehearsal;
  self->urns = g_ptr_array_new_with_free_func (urn_free);
  self->opened = g_ptr_array_new_with_free_func (opened_free);
  self->ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_ballots_free);
  return self;
}

static void
forget_secrets (TrhOpening *self)
{
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->passphrases[i], trh_passphrase_free);
  for (guint i = 0; i < TRH_RECOVERY_LINES; i++)
    g_clear_pointer (&self->sheet[i], trh_passphrase_free);
}

void
trh_opening_free (TrhOpening *self)
{
  trh_election_free (self->election);
  g_ptr_array_unref (self->urns);
  g_ptr_array_unref (self->opened);
  g_ptr_array_unref (self->ballots);
  g_clear_pointer (&self->count, trh_count_free);
  g_clear_pointer (&self->reasons, trh_reasons_free);
  g_clear_pointer (&self->comparison, trh_comparison_free);
  forget_secrets (self);
  g_free (self->keys_path);
  g_clear_pointer (&self->expected, trh_urn_content_free);
  g_free (self->poll_id);
  g_free (self->seed);
  g_free (self);
}

/* Counts in another way than the poll asks for. */
void
trh_opening_set_method (TrhOpening *self, const TrhMethod *method)
{
  self->method = method;
}

/**
 * trh_opening_add_urn:
 * @path: of a closed urn
 * @fingerprint: the one of its minutes, or ""
 * @place: the town, for messages
 */
void
trh_opening_add_urn (TrhOpening *self, const char *path, const char *fingerprint, const char *place)
{
  Urn *urn = g_new0 (Urn, 1);

  urn->path = g_strdup (path);
  urn->fingerprint = g_strdup (fingerprint);
  urn->place = g_strdup (place);
  g_ptr_array_add (self->urns, urn);
}

/**
 * trh_opening_add_set:
 * @urns: closed urns that were read and checked; copied
 */
void
trh_opening_add_set (TrhOpening *self, const TrhUrnSet *urns)
{
  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    {
      Urn *urn = g_new0 (Urn, 1);

      urn->content = trh_urn_content_copy (trh_urn_set_peek (urns, i));
      urn->fingerprint = g_strdup (trh_urn_set_get_fingerprint (urns, i));
      urn->place = trh_urn_say_place (urn->content, urn->content->session_id);
      g_ptr_array_add (self->urns, urn);
    }
}

/**
 * trh_opening_expect:
 * @urn: (transfer full): an urn of the vote, as its kit has it
 *
 * From now on an urn with other limits, names or question than that one is refused too, whatever the season says of it.
 */
void
trh_opening_expect (TrhOpening *self, TrhUrnContent *urn)
{
  g_clear_pointer (&self->expected, trh_urn_content_free);
  self->expected = urn;
}

/**
 * trh_opening_set_keys:
 * @path: of the keys file
 * @passphrases: of the two holders; copied, and wiped with the opening
 */
void
trh_opening_set_keys (TrhOpening *self, const char *path, const char *const passphrases[2])
{
  g_free (self->keys_path);
  self->keys_path = g_strdup (path);
  for (guint i = 0; i < 2; i++)
    {
      trh_passphrase_free (self->passphrases[i]);
      self->passphrases[i] = g_strdup (passphrases[i]);
    }
}

/**
 * trh_opening_set_sheet:
 * @poll_id: the vote
 * @public_key: (array fixed-size=32): its own
 * @lines: of its recovery sheet, as typed; copied, and wiped with the opening
 *
 * Instead of the keys file and both passphrases.
 */
void
trh_opening_set_sheet (TrhOpening *self, const char *poll_id, const guint8 *public_key,
                       const char *const lines[TRH_RECOVERY_LINES])
{
  g_clear_pointer (&self->keys_path, g_free);
  g_free (self->poll_id);
  self->poll_id = g_strdup (poll_id);
  memcpy (self->public_key, public_key, TRH_SEAL_KEY);
  forget_secrets (self);
  for (guint i = 0; i < TRH_RECOVERY_LINES; i++)
    self->sheet[i] = g_strdup (lines[i]);
}

/**
 * trh_opening_set_seed:
 * @seed: the text that was drawn in public after the urns were sealed
 *
 * Between equals the lot decides that follows from it.
 */
void
trh_opening_set_seed (TrhOpening *self, const char *seed)
{
  g_free (self->seed);
  self->seed = g_strdup (seed);
  g_free (self->election->lot);
  self->election->lot = trh_lot_draw (seed, (const char *const *) self->election->candidates);
}

/* Whether the marks on its ballots mean what they mean in the vote. */
static gboolean
asks_alike (const TrhElection *election, const TrhBallotForm *form)
{
  return form->kind == election->kind &&
         (form->kind != TRH_BALLOT_PAPER_GRADES || form->n_grades == trh_election_get_form (election).n_grades);
}

/* Why an urn may not be counted with the others, for a sentence that begins with its town. */
static const char *
say_foreign (const TrhOpening *self, const TrhUrnContent *content)
{
  const char *foreign = self->expected != NULL ? trh_urn_say_foreign (self->expected, content) : NULL;

  if (foreign != NULL)
    return foreign;
  if (!g_str_equal (content->poll_id, self->poll_id) ||
      memcmp (content->public_key, self->public_key, TRH_SEAL_KEY) != 0 ||
      !asks_alike (self->election, &content->form) ||
      !g_strv_equal ((const char *const *) content->candidates, (const char *const *) self->election->candidates))
    return _("this urn belongs to another vote.");
  return content->rehearsal != self->rehearsal ? _("rehearsals and real votes are never counted together.") : NULL;
}

static gboolean
check_urn (const TrhOpening *self, const Urn *urn, const TrhUrnContent *content, const char *fingerprint, GError **error)
{
  const char *foreign = say_foreign (self, content);

  if (*urn->fingerprint != '\0' && !g_str_equal (urn->fingerprint, fingerprint))
    g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                 /* Translators: a town */
                 _("%s: this urn is not the one that was closed. Its fingerprint differs from the minutes."), urn->place);
  else if (foreign != NULL)
    g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_FOREIGN,
                 /* Translators: a town, then why its urn is refused */
                 _("%1$s: %2$s"), urn->place, foreign);
  else
    return TRUE;
  return FALSE;
}

/* Whatever is wrong with an urn, the room hears of which town. */
static void
name_town (const Urn *urn, GError **error)
{
  if (error == NULL || (*error)->domain != TRH_DATA_ERROR)
    {
      g_prefix_error (error, "%s: ", urn->place);
      return;
    }
  {
    g_autoptr(GError) cause = g_steal_pointer (error);

    g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                 /* Translators: a town, and what is wrong with the file */
                 _("%1$s: this urn was changed or is damaged (%2$s)."), urn->place, cause->message);
  }
}

/* The sums of one urn, and its ballots among those of all. */
static void
add_up (TrhOpening *self, const TrhBallots *ballots, TrhOpenedUrn *opened)
{
  const guint n = self->election->n_candidates;
  const guint n_grades = trh_election_get_form (self->election).n_grades;

  opened->voices = g_new0 (guint64, n);
  opened->grades = n_grades > 0 ? g_new0 (guint64, (gsize) n * n_grades) : NULL;
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, line);
      const guint64 weight = trh_ballots_get_weight (ballots, line);
      const gboolean blank = trh_ballot_is_blank (marks, n);

      for (guint c = 0; c < n; c++)
        {
          opened->voices[c] += marks[c] != 0 ? weight : 0;
          if (n_grades > 0 && !blank)
            opened->grades[c * n_grades + (marks[c] != 0 ? marks[c] - 1u : n_grades - 1)] += weight;
        }
      trh_ballots_add (self->election->ballots, marks, weight);
    }
}

static gboolean
open_urn (TrhOpening *self, const Urn *urn, const TrhSecret *secret, GError **error)
{
  g_autofree char *fingerprint = urn->content != NULL ? g_strdup (urn->fingerprint) : NULL;
  g_autoptr(TrhUrnContent) content =
    urn->content != NULL ? trh_urn_content_copy (urn->content) : trh_urn_load (urn->path, &fingerprint, error);
  g_autoptr(TrhBallots) ballots = NULL;
  TrhOpenedUrn *opened;
  guint64 valid, blank;

  if (content == NULL)
    {
      name_town (urn, error);
      return FALSE;
    }
  if (!check_urn (self, urn, content, fingerprint, error))
    return FALSE;
  for (guint i = 0; i < self->opened->len; i++)
    {
      opened = self->opened->pdata[i];
      if (!g_str_equal (opened->session_id, content->session_id))
        continue;
      if (g_str_equal (opened->fingerprint, fingerprint))
        return TRUE; /* brought twice, counted once */
      g_set_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED,
                   /* Translators: a town */
                   _("%s: two different urns of the same session were brought. Compare both with the minutes."), urn->place);
      return FALSE;
    }

  ballots = trh_urn_content_unseal (content, secret, error);
  if (ballots == NULL)
    {
      g_prefix_error (error, "%s: ", urn->place);
      return FALSE;
    }
  opened = g_new0 (TrhOpenedUrn, 1);
  trh_ballots_count (ballots, &valid, &blank);
  opened->session_id = g_strdup (content->session_id);
  opened->fingerprint = g_steal_pointer (&fingerprint);
  opened->place = g_strdup (urn->place);
  opened->valid = (guint) valid;
  opened->blank = (guint) blank;
  opened->nulls = trh_urn_content_count_nulls (content, NULL);
  add_up (self, ballots, opened);
  g_ptr_array_add (self->opened, opened);
  g_ptr_array_add (self->ballots, g_steal_pointer (&ballots));
  return TRUE;
}

/* While there are ballots: why it ended so, and from which towns the voices came. */
static TrhReasons *
find_reasons (const TrhOpening *self)
{
  g_autofree TrhTownBallots *towns = g_new0 (TrhTownBallots, self->opened->len + 1);

  for (guint i = 0; i < self->opened->len; i++)
    towns[i] = (TrhTownBallots) { ((const TrhOpenedUrn *) self->opened->pdata[i])->place, self->ballots->pdata[i] };
  return trh_reasons_new (self->method, self->election, self->count, towns, self->opened->len);
}

#define MOST_COMPARED 200000 /* ballots times candidates beyond which fifteen methods would keep people waiting */

/* Whom the other methods for such ballots choose. Those that cannot meet the guarantees are left out. */
static TrhComparison *
compare_methods (const TrhOpening *self)
{
  g_autoptr(GPtrArray) methods = g_ptr_array_new ();
  const guint64 cells = (guint64) trh_ballots_get_n_lines (self->election->ballots) * self->election->n_candidates;

  for (const TrhMethod *const *method = trh_method_get_all (); *method != NULL; method++)
    if ((*method)->kind == self->method->kind && ((*method)->use != TRH_METHOD_EXPERT || *method == self->method) &&
        trh_method_check (*method, self->election, NULL))
      g_ptr_array_add (methods, (gpointer) *method);
  if (methods->len < 2 || cells > MOST_COMPARED)
    return NULL;
  g_ptr_array_add (methods, NULL);
  return trh_comparison_new ((const TrhMethod *const *) methods->pdata, self->election, NULL);
}

/* From both passphrases, or from the sheet. */
static TrhSecret *
unlock (TrhOpening *self, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(TrhKeys) keys = NULL;

  if (self->keys_path == NULL)
    return trh_recovery_read ((const char *const *) self->sheet, self->public_key, error);
  bytes = trh_file_load (self->keys_path, TRH_MAX_KEYS, error);
  keys = bytes != NULL ? trh_keys_parse (bytes, error) : NULL;
  if (keys == NULL)
    return NULL;
  g_free (self->poll_id);
  self->poll_id = g_strdup (trh_keys_get_poll_id (keys));
  memcpy (self->public_key, trh_keys_peek_public (keys), TRH_SEAL_KEY);
  return trh_keys_unlock (keys, (const char *const[]) { self->passphrases[0], self->passphrases[1] }, error);
}

/**
 * trh_opening_run:
 * @error: return location for an error of files, keys, urns or the count
 *
 * Unlocks the keys, checks and opens every urn, counts all ballots together, and forgets them. Urns
 * may come in any order and more than once. Takes a second and more: call it in a worker.
 *
 * Returns: %FALSE with @error set; nothing was counted
 */
gboolean
trh_opening_run (TrhOpening *self, GError **error)
{
  g_autoptr(TrhSecret) secret = unlock (self, error);
  gboolean ok = TRUE;

  forget_secrets (self);
  if (secret == NULL)
    return FALSE;
  g_ptr_array_set_size (self->opened, 0);
  for (guint i = 0; i < self->urns->len && ok; i++)
    ok = open_urn (self, self->urns->pdata[i], secret, error);
  if (ok)
    {
      trh_ballots_normalise (self->election->ballots);
      self->count = trh_method_count (self->method, self->election, error);
    }
  if (self->count != NULL)
    {
      self->reasons = find_reasons (self);
      self->comparison = compare_methods (self);
    }
  g_ptr_array_set_size (self->ballots, 0);
  trh_ballots_free (self->election->ballots);
  self->election->ballots = trh_ballots_new (self->election->n_candidates);
  return self->count != NULL;
}

/* The election, to change its seats or its lot before trh_opening_run(); (transfer none). */
TrhElection *
trh_opening_get_election (TrhOpening *self)
{
  return self->election;
}

const TrhElection *
trh_opening_peek_election (const TrhOpening *self)
{
  return self->election;
}

/* The count of all urns together, or %NULL before trh_opening_run(). */
const TrhCount *
trh_opening_peek_count (const TrhOpening *self)
{
  return self->count;
}

/* Why the count ended so, or %NULL before trh_opening_run(). */
const TrhReasons *
trh_opening_peek_reasons (const TrhOpening *self)
{
  return self->reasons;
}

/* The same ballots in other ways, or %NULL: there is no other way, or too many ballots to wait for. */
const TrhComparison *
trh_opening_peek_comparison (const TrhOpening *self)
{
  return self->comparison;
}

/* The text drawn in public, or "". */
const char *
trh_opening_get_seed (const TrhOpening *self)
{
  return self->seed != NULL ? self->seed : "";
}

/* Different urns that were opened. */
guint
trh_opening_get_n_urns (const TrhOpening *self)
{
  return self->opened->len;
}

const TrhOpenedUrn *
trh_opening_peek_urn (const TrhOpening *self, guint index)
{
  return self->opened->pdata[index];
}
