/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-urn.h"

/*
 * A door for the fault tools: an urn that is filled while the world fails, and its judge.
 *
 *   cast-loop setup DIR        makes an urn, its keys and a list of its codes
 *   cast-loop run DIR [SAVES]  every voter presses twice, with two different ballots, three voters at a time; says
 *                              "recorded N" for each ballot that was told to be in the box, and nothing before
 *   cast-loop check DIR ACKED  the urn is whole, opens with its keys, holds every ballot that ACKED tells of, none
 *                              twice, and a code is used exactly when its ballot is there
 */

#define N_CANDIDATES 8
#define N_CODES      60
#define AT_ONCE      3
#define SECOND       128 /* the second ballot of a voter, beside the first: another choice */

static const char *const candidates[] = { "a", "b", "c", "d", "e", "f", "g", "h", NULL };
static const char *const people[] = { "Anne Faure", "Paul Roux" };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
static const TrhSealCost cheap = { 1, 64 };

/* Messages, not assertions: what ends the program must be the fault that was asked for. */
static G_GNUC_PRINTF (1, 2) void
stop (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
  exit (1);
}

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
set_up (const char *folder)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll", people, passphrases, cheap, &error);
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(GArray) codes = NULL;
  g_autoptr(GBytes) locked = NULL;
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *urn_path = g_build_filename (folder, "urn", "session.urn", NULL);
  g_autofree char *keys_path = path_in (folder, "poll.keys");
  g_autofree char *codes_path = path_in (folder, "codes");

  if (keys == NULL)
    stop ("%s", error->message);
  content = trh_urn_content_new ("poll", "session", &form, candidates, trh_keys_peek_public (keys), people);
  locked = trh_keys_print (keys);
  if (!trh_urn_create (urn_path, content, N_CODES, &codes, &error) || !trh_file_save (keys_path, locked, &error))
    stop ("%s", error->message);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (list, "%s\n", g_array_index (codes, TrhCode, i).text);
  if (!g_file_set_contents (codes_path, list->str, (gssize) list->len, &error))
    stop ("%s", error->message);
}

static char **
load_codes (const char *folder)
{
  g_autofree char *path = path_in (folder, "codes");
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    stop ("%s", error->message);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

typedef struct {
  guint     set; /* bits are choices */
  guint    *n_waiting;
  gboolean *failed;
} Voter;

static void
cast_replied (GObject *source, GAsyncResult *result, gpointer data)
{
  Voter *voter = data;
  g_autoptr(GError) error = NULL;
  char said[32];

  (*voter->n_waiting)--;
  if (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, &error))
    {
      int n = g_snprintf (said, sizeof said, "recorded %u\n", voter->set);

      if (write (STDOUT_FILENO, said, (gsize) n) != n)
        stop ("nobody listens");
    }
  else if (!g_error_matches (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_USED))
    {
      fprintf (stderr, "%s\n", error->message);
      *voter->failed = TRUE;
    }
}

static void
cast (TrhUrn *urn, const char *code, Voter *voter)
{
  guint8 marks[N_CANDIDATES];

  for (guint c = 0; c < N_CANDIDATES; c++)
    marks[c] = voter->set >> c & 1;
  (*voter->n_waiting)++;
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (urn), code, marks, N_CANDIDATES, NULL, cast_replied, voter);
}

/* A fault may hit the call with which a thread wakes the main loop; that one never fails in life. */
static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static int
run (const char *folder, guint n_saves)
{
  g_autofree char *path = g_build_filename (folder, "urn", "session.urn", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrn) urn = trh_urn_open (path, &error);
  g_auto(GStrv) codes = load_codes (folder);
  guint at = urn != NULL ? trh_urn_get_n_ballots (urn) : 0; /* as many again when it is started again */
  gboolean failed = FALSE;

  if (urn == NULL)
    stop ("%s", error->message);
  g_timeout_add (100, wake_up, NULL);
  for (guint save = 0; save < n_saves && at < N_CODES; save++)
    {
      Voter voters[2 * AT_ONCE];
      guint n_waiting = 0;

      for (guint i = 0; i < 2 * AT_ONCE && at + i / 2 < N_CODES; i++)
        {
          guint k = at + i / 2;

          voters[i] = (Voter) { k + 1 + (i % 2 == 0 ? 0 : SECOND), &n_waiting, &failed };
          cast (urn, codes[k], &voters[i]);
        }
      while (n_waiting > 0)
        g_main_context_iteration (NULL, TRUE);
      at += AT_ONCE;
    }
  return failed ? 1 : 0;
}

/* Which ballots are in the urn; stops when it does not open or holds one twice. */
static void
open_urn (const char *folder, const TrhUrnContent *content, gboolean present[2 * SECOND])
{
  g_autofree char *path = path_in (folder, "poll.keys");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_KEYS, &error);
  g_autoptr(TrhKeys) keys = bytes != NULL ? trh_keys_parse (bytes, &error) : NULL;
  g_autoptr(TrhSecret) secret = keys != NULL ? trh_keys_unlock (keys, passphrases, &error) : NULL;
  g_autoptr(TrhUrnContent) copy = trh_urn_content_copy (content);
  g_autoptr(TrhBallots) ballots = NULL;

  if (secret == NULL)
    stop ("%s", error->message);
  trh_urn_content_close (copy, &(TrhUrnClosing) { { people[0], people[1] } });
  ballots = trh_urn_content_unseal (copy, secret, &error);
  if (ballots == NULL)
    stop ("%s", error->message);
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, line);
      guint set = 0;

      for (guint c = 0; c < N_CANDIDATES; c++)
        set |= (guint) marks[c] << c;
      if (trh_ballots_get_weight (ballots, line) != 1)
        stop ("ballot %u is there twice", set);
      present[set] = TRUE;
    }
}

static int
check (const char *folder, const char *acked)
{
  g_autofree char *path = g_build_filename (folder, "urn", "session.urn", NULL);
  g_autofree char *said = NULL;
  g_auto(GStrv) codes = load_codes (folder);
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnContent) content = trh_urn_load (path, NULL, &error);
  gboolean present[2 * SECOND] = { FALSE };

  if (content == NULL || !g_file_get_contents (acked, &said, NULL, &error))
    stop ("%s", error->message);
  open_urn (folder, content, present);
  for (guint k = 0; k < N_CODES; k++)
    {
      gboolean first = present[k + 1], second = present[k + 1 + SECOND];
      guint8 hash[TRH_CODE_HASH];
      gboolean is_used;
      TrhCode code;

      if (!trh_code_parse (codes[k], &code) || !trh_code_hash (&code, content->code_key, hash) ||
          !trh_urn_content_knows (content, hash, &is_used))
        stop ("code %u is lost", k);
      if (first && second)
        stop ("voter %u counts twice", k);
      if (is_used != (first || second))
        stop ("the code of voter %u is %s without its ballot", k, is_used ? "used" : "good");
    }
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint set;

      if (sscanf (lines[i], "recorded %u", &set) == 1 && (set >= 2 * SECOND || !present[set]))
        stop ("ballot %u was told to be in the box and is not", set);
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "setup"))
    set_up (argv[2]);
  else if (argc >= 3 && argc <= 4 && g_str_equal (argv[1], "run"))
    return run (argv[2], argc == 4 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : N_CODES);
  else if (argc == 4 && g_str_equal (argv[1], "check"))
    return check (argv[2], argv[3]);
  else
    stop ("usage: cast-loop setup|run|check DIR …");
  return 0;
}
