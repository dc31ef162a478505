/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-count-told.h"
#include "cli/trh-passphrase.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json-walk.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-lot.h"
#include "core/voting/trh-urn.h"

#define NO_SEATS G_MININT /* --seats was not given */

typedef struct {
  const char *rule;
  int         seats;
  const char *poll;
  gboolean    rounds;
  gboolean    why;
  const char *seed;
  const char *keys;
  const char *urns;
  const char *like;
  char      **fds;
} Options;

static GOptionEntry *
new_options (gpointer *options)
{
  Options *o = *options = g_new0 (Options, 1);
  const GOptionEntry entries[] = {
    { "rule", 0, 0, G_OPTION_ARG_STRING, &o->rule, N_("How to count; of a season, the method of its vote"), N_("RULE") },
    { "seats", 0, 0, G_OPTION_ARG_INT, &o->seats, N_("How many to choose; otherwise what the file says"), N_("K") },
    { "poll", 0, 0, G_OPTION_ARG_STRING, &o->poll, N_("Which vote of the season, when it has several"), N_("ID") },
    { "rounds", 0, 0, G_OPTION_ARG_NONE, &o->rounds, N_("Also what happened turn by turn, or all scores"), NULL },
    { "why", 0, 0, G_OPTION_ARG_NONE, &o->why, N_("Also why each is chosen or not, and what would have been enough"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &o->seed, N_("The text drawn in public, which settles ties"), N_("TEXT") },
    { "keys", 0, 0, G_OPTION_ARG_FILENAME, &o->keys, N_("The keys of the vote"), N_("FILE") },
    { "urns", 0, 0, G_OPTION_ARG_FILENAME, &o->urns, N_("The folder with its closed urns"), N_("FOLDER") },
    { "like", 0, 0, G_OPTION_ARG_FILENAME, &o->like, N_("As these sums of an archive were counted, to compare"), N_("SUMS") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->fds,
      N_("Reads a passphrase there instead of asking; given twice"), N_("N") },
    { NULL },
  };

  o->seats = NO_SEATS;
  return g_memdup2 (entries, sizeof entries);
}

/* Options that mean nothing for what is counted; the first that was given. */
static gboolean
check_options (const Options *o, const char *const *foreign, GError **error)
{
  const struct { const char *name; gboolean given; } all[] = {
    { "--rule", o->rule != NULL }, { "--seats", o->seats != NO_SEATS }, { "--poll", o->poll != NULL },
    { "--seed", o->seed != NULL }, { "--keys", o->keys != NULL },       { "--urns", o->urns != NULL },
    { "--like", o->like != NULL }, { "--passphrase-fd", o->fds != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].given && g_strv_contains (foreign, all[i].name))
      {
        /* Translators: an option */
        trh_cli_set_usage (error, _("%s means nothing for what is counted here: leave it out."), all[i].name);
        return FALSE;
      }
  if (o->fds != NULL && g_strv_length (o->fds) != 2)
    {
      trh_cli_set_usage (error, "%s", _("Two passphrases are needed: give --passphrase-fd twice."));
      return FALSE;
    }
  return TRUE;
}

/* A method by its name; NULL with @error set when there is none. */
static const TrhMethod *
find_method (const char *rule, GError **error)
{
  const TrhMethod *method = trh_method_find (rule);
  const TrhMethod *const *all = trh_method_get_all ();
  g_autoptr(GString) list = g_string_new (NULL);

  if (method != NULL)
    return method;
  for (guint i = 0; all[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", all[i]->id);
  /* Translators: what was asked for, then the list of rules */
  trh_cli_set_usage (error, _("There is no rule “%1$s”. This version counts: %2$s."), rule, list->str);
  return NULL;
}

/* Seats and lot as the options ask; @seed: (nullable). Returns whether the count can begin. */
static gboolean
prepare (const Options *options, const char *seed, TrhElection *election, GError **error)
{
  if (options->seats != NO_SEATS)
    election->seats = (guint) MAX (options->seats, 0);
  else if (election->seats == 0)
    {
      trh_cli_set_usage (error, "%s", _("How many are to be chosen? The file does not say: give --seats."));
      return FALSE;
    }
  if (election->seats < 1 || election->seats > election->n_candidates)
    {
      /* Translators: a number of candidates */
      trh_cli_set_usage (error, ngettext ("--seats must be between 1 and %u: there are no more candidates.",
                                          "--seats must be between 1 and %u: there are no more candidates.",
                                          election->n_candidates),
                         election->n_candidates);
      return FALSE;
    }
  if (seed != NULL)
    {
      g_free (election->lot);
      election->lot = trh_lot_draw (seed, (const char *const *) election->candidates);
    }
  return TRUE;
}

static TrhExit
count_ballots (const TrhCommandLine *line, const Options *options, GBytes *bytes, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhElection) election = trh_election_parse (bytes, &error);
  g_autoptr(TrhCount) count = NULL;
  g_autoptr(TrhReasons) reasons = NULL;
  TrhCountSubject subject = { .name = name, .rounds = options->rounds, .why = options->why };

  if (election == NULL)
    return trh_cli_refuse (line, path, error);
  if (!check_options (options, (const char *const[]) { "--poll", "--keys", "--urns", "--passphrase-fd", NULL }, &error))
    return trh_cli_refuse (line, path, error);
  if (options->rule == NULL)
    return trh_cli_refuse_usage (line, _("How is it to be counted? Give --rule."));
  subject.method = find_method (options->rule, &error);
  subject.names = election->candidates;
  if (subject.method == NULL || !prepare (options, options->seed, election, &error))
    return trh_cli_refuse (line, path, error);
  count = trh_method_count (subject.method, election, &error);
  if (count == NULL)
    return trh_count_tell_failure (line, &subject, election, error);
  if (options->why)
    reasons = trh_reasons_new (subject.method, election, count, NULL, 0);
  return trh_count_tell (line, &subject, election, count, reasons, NULL);
}

static gboolean
read_passphrases (const Options *options, const TrhKeys *keys, char *passphrases[2], GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *of = trh_text_of (trh_keys_get_holder (keys, i));
      /* Translators: %s is the person who keeps it, as in "of Anne Faure" */
      g_autofree char *prompt = g_strdup_printf (_("Passphrase %s:"), of);
      gint64 fd = 0;

      if (options->fds == NULL)
        passphrases[i] = trh_passphrase_ask (prompt, error);
      else if (g_ascii_string_to_signed (options->fds[i], 10, 0, G_MAXINT, &fd, error))
        passphrases[i] = trh_passphrase_read ((int) fd, error);
      if (passphrases[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static TrhExit
open_and_count (const TrhCommandLine *line, const Options *options, TrhOpening *opening, const TrhCountSubject *subject,
                const char *poll_id)
{
  g_autofree char *kept = trh_keys_get_path (poll_id);
  const char *path = options->keys != NULL ? options->keys : kept;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_KEYS, &error);
  g_autoptr(TrhKeys) keys = bytes != NULL ? trh_keys_parse (bytes, &error) : NULL;
  char *passphrases[2] = { NULL, NULL };
  TrhExit status;

  if (keys == NULL)
    return trh_cli_refuse (line, path, error);
  if (!read_passphrases (options, keys, passphrases, &error))
    status = trh_cli_refuse_usage (line, error->message);
  else
    {
      trh_opening_set_keys (opening, path, (const char *const[]) { passphrases[0], passphrases[1] });
      if (trh_opening_run (opening, &error))
        status = trh_count_tell (line, subject, trh_opening_peek_election (opening), trh_opening_peek_count (opening),
                               trh_opening_peek_reasons (opening), opening);
      else if (error->domain == TRH_COUNT_ERROR)
        status = trh_count_tell_failure (line, subject, trh_opening_peek_election (opening), error);
      else
        status = trh_cli_refuse (line, subject->name, error);
    }
  trh_passphrase_free (passphrases[0]);
  trh_passphrase_free (passphrases[1]);
  return status;
}

/* The names of the candidates, for people; lent, in a list of one's own. */
static void
name_candidates (TrhCountSubject *subject, const TrhPollRecord *poll, GPtrArray *names)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    g_ptr_array_add (names, ((TrhCandidateRecord *) poll->candidates->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  subject->names = (char **) names->pdata;
  subject->question = poll->question;
  subject->keeps_ties = poll->ties == TRH_TIES_KEPT;
}

/* The text that was drawn when the vote was counted holds, whoever counts again; NULL when none was. */
static gboolean
find_seed (const Options *options, TrhProject *project, const char *poll_id, const char **seed, GError **error)
{
  TrhResult *total = trh_poll_find_total (project, poll_id);
  const char *held = total != NULL ? ((const TrhResultRecord *) trh_entity_peek_record (TRH_ENTITY (total)))->seed : "";

  *seed = options->seed;
  if (*held == '\0')
    return TRUE;
  if (options->seed != NULL && !g_str_equal (options->seed, held))
    {
      /* Translators: a text that was drawn in public */
      trh_cli_set_usage (error, _("The draw of this vote was held with “%s”: there is no other. Leave --seed out."), held);
      return FALSE;
    }
  *seed = held;
  /* Translators: a text that was drawn in public */
  trh_cli_say (_("Counted with the draw that was held: “%s”."), held);
  return TRUE;
}

static TrhExit
count_project (const TrhCommandLine *line, const Options *options, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_cli_load (path, &error);
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const TrhPollRecord *record;
  const char *seed;
  TrhPoll *poll;
  TrhCountSubject subject = { .name = name, .rounds = options->rounds, .why = options->why };

  if (project == NULL || !check_options (options, (const char *const[]) { NULL }, &error))
    return trh_cli_refuse (line, path, error);
  poll = trh_cli_find_poll (project, options->poll, &error);
  if (poll == NULL)
    return trh_cli_refuse (line, path, error);
  record = trh_entity_peek_record (TRH_ENTITY (poll));
  subject.method = find_method (options->rule != NULL ? options->rule : record->method, &error);
  if (subject.method == NULL || !find_seed (options, project, record->base.id, &seed, &error))
    return trh_cli_refuse (line, path, error);
  opening = trh_poll_make_opening (project, poll, options->urns, &error);
  if (opening == NULL)
    return trh_cli_refuse (line, path, error);
  trh_opening_set_method (opening, subject.method);
  if (!prepare (options, seed, trh_opening_get_election (opening), &error))
    return trh_cli_refuse (line, path, error);

  name_candidates (&subject, record, names);
  subject.drawn = seed != NULL;
  subject.sealed = TRUE;
  return open_and_count (line, options, opening, &subject, record->base.id);
}

/* Names of grades that an urn does not know: their numbers, best first. */
static char **
number_grades (guint n)
{
  char **grades = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    grades[i] = g_strdup_printf ("%u", i + 1);
  return grades;
}

/* Closed urns as an archive says that they were counted. */
static TrhExit
count_like (const TrhCommandLine *line, const Options *options, const TrhUrnSet *urns)
{
  g_autofree char *name = g_filename_display_name (options->like);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (options->like, TRH_MAX_PROJECT, &error);
  g_autoptr(TrhArchivedSums) like = bytes != NULL ? trh_archived_sums_parse (bytes, &error) : NULL;
  g_autoptr(TrhOpening) opening = like != NULL ? trh_archived_sums_make_opening (like, urns, &error) : NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  TrhCountSubject subject = { .name = name, .like = like, .sealed = TRUE, .rounds = options->rounds, .why = options->why };

  if (opening == NULL)
    return trh_cli_refuse (line, options->like, error);
  if (options->rule != NULL || options->seats != NO_SEATS || options->seed != NULL)
    return trh_cli_refuse_usage (line, _("--like says how to count: leave --rule, --seats and --seed out."));
  subject.method = trh_method_find (like->poll->method);
  name_candidates (&subject, like->poll, names);
  subject.drawn = *like->total->seed != '\0';
  return open_and_count (line, options, opening, &subject, like->poll->base.id);
}

/* Closed urns alone: candidates by their ids. What the urns do not hold cannot be guessed. */
static TrhExit
count_bare (const TrhCommandLine *line, const Options *options, const TrhUrnSet *urns)
{
  g_autoptr(TrhOpening) opening = NULL;
  g_autofree char *name = g_filename_display_name (line->words[0]);
  g_autoptr(GError) error = NULL;
  const TrhUrnContent *urn = trh_urn_set_peek (urns, 0);
  TrhElection *election;
  TrhCountSubject subject = { .name = name, .rounds = options->rounds, .why = options->why };

  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    if (trh_urn_set_peek (urns, i)->guaranteed)
      return trh_cli_refuse_usage (line, _("This vote has guarantees, which its urns do not hold: counted without them the "
                                           "result would be another. Give the sums of its archive with --like, or count its "
                                           "season."));
  if (options->rule == NULL)
    return trh_cli_refuse_usage (line, _("How is it to be counted? Give --rule."));
  election = trh_election_new (urn->form.kind, (const char *const *) urn->candidates);
  if (urn->form.kind == TRH_BALLOT_PAPER_GRADES)
    election->grades = number_grades (urn->form.n_grades);
  subject.method = find_method (options->rule, &error);
  subject.names = urn->candidates;
  subject.sealed = TRUE;
  opening = trh_opening_new (subject.method, election, urn->rehearsal);
  if (subject.method == NULL || !prepare (options, options->seed, election, &error))
    return trh_cli_refuse (line, line->words[0], error);
  trh_opening_add_set (opening, urns);
  return open_and_count (line, options, opening, &subject, urn->poll_id);
}

static TrhExit
count_urns (const TrhCommandLine *line, const Options *options)
{
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(GError) error = NULL;

  if (!check_options (options, (const char *const[]) { "--poll", "--urns", NULL }, &error))
    return trh_cli_refuse (line, line->words[0], error);
  for (guint i = 0; line->words[i] != NULL; i++)
    if (!trh_urn_set_load (urns, line->words[i], NULL, &error))
      return trh_cli_refuse (line, line->words[i], error);
  return options->like != NULL ? count_like (line, options, urns) : count_bare (line, options, urns);
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const char *path = line->words[0];
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);
  TrhJsonWalk format;

  if (bytes == NULL)
    return trh_cli_refuse (line, path, error);
  if (trh_json_walk_find (bytes, "format", &format))
    {
      if (trh_json_walk_is (&format, "\"transhumances-urn\"") || trh_json_walk_is (&format, "\"transhumances-urns\""))
        return count_urns (line, options);
      if (line->words[1] == NULL && ((const Options *) options)->like == NULL)
        return count_project (line, options, path);
    }
  if (((const Options *) options)->like != NULL)
    return trh_cli_refuse_usage (line, _("--like is for closed urns."));
  if (line->words[1] != NULL)
    return trh_cli_refuse_usage (line, _("Several files are counted together only when they are closed urns."));
  return count_ballots (line, options, bytes, path);
}

const TrhCommand trh_command_count = {
  "count", N_("FILE…"), N_("Count ballots, or the closed urns of a season"),
  N_("FILE is a plain ballots file (ballot_type, candidates, ballots; also seats, groups, quotas, lot), or a\n"
     "season: then the closed urns of one of its votes are opened, with the passphrases of the two people\n"
     "who keep the keys, and only sums are printed. Keys and urns are looked for where the program keeps\n"
     "them, or where --keys and --urns say. Closed urns, alone or merged, are counted without their season\n"
     "too: any number of FILE, with --rule and --seats; candidates are then told by their ids. Urns of a vote\n"
     "with guarantees are not counted so. With --like, the sums.json of their archive, they are counted with the\n"
     "rule, guarantees, names and draw that it says, and the result is compared with it.\n"
     "\n"
     "Rules, by what a ballot says:\n"
     "  ticks    av, mes-phragmen, seqpav; to compare: sav, seqphragmen, revseqpav, mes, mes-av, mes-add1\n"
     "  grades   mj; to compare: range\n"
     "  ranks    schulze, stv-scottish; to compare: borda; and ranked-pairs\n"
     "All sums are exact. Guarantees cannot be asked of revseqpav, mes-add1, stv-scottish, ranked-pairs.\n"
     "Ties: the lot of the file, or the order that --seed draws (SHA-256 of “TEXT|candidate”), decides who\n"
     "is listed; “unique” says whether it mattered. A season whose draw was held is counted with that draw.\n"
     "\n"
     "With --json, candidates by their number, from 0:\n"
     "  file, rule, seats, candidates   what was counted; question and names too, of a season\n"
     "  bureau_only                     true when closed urns hold fewer than ten ballots that name somebody:\n"
     "                                  sums that are not to be published, as they could say who chose what\n"
     "  valid, blank                    ballots\n"
     "  committee                       the chosen, in order\n"
     "  unique                          whether no draw decided; null: not worked out\n"
     "  committees                      all tied results, when there are at most 24\n"
     "  tied                            who is in some of them only\n"
     "  scores                          of each candidate, exact\n"
     "  rounds                          elected or removed, score, tied, scores, phase; of the rules without\n"
     "                                  rounds, with --rounds, elected and score\n"
     "  phase1, virtual_seats           equal shares: places paid for; seats whose budget paid all\n"
     "  tallies, gauge, levels          mj: how often each grade; median grade, votes above and below, sign\n"
     "  levels, pairwise, condorcet_winner   schulze: groups of equals, best first; duels\n"
     "  order                           ranked-pairs: of all candidates\n"
     "  quota, stages, lots             stv-scottish: votes that elect; action, candidate, votes, elected,\n"
     "                                  elected_without_quota; groups between which the lot decided\n"
     "  reasons, guarantees, towns      with --why: voices, missing, guarantee and sentence of each; who is\n"
     "                                  on the list, or off it, because of guarantees; sums by town\n"
     "  chosen, same                    with --like: once ties are kept or drawn; whether all is as archived\n"
     "  error                           no-expressed-ballot, quotas-infeasible or not-offered, with valid and\n"
     "                                  blank instead of a result; or a sentence, with file when one is refused,\n"
     "                                  alone after wrong usage\n"
     "\n"
     "Exit status: 0 done, 1 with --like the result is another, 2 wrong usage, 3 FILE, its urns or its keys\n"
     "cannot be read or are refused, or there is no result."),
  1, G_MAXUINT, new_options, run,
};
