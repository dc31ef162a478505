/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-count-report.h"
#include "cli/trh-passphrase.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json-walk.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-archived-sums.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-describe.h"
#include "core/voting/trh-lot.h"
#include "core/voting/trh-urn.h"

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

/* What is counted, and the words for it. */
typedef struct {
  const TrhMethod *method;
  const char      *name;      /* of the file, for messages */
  const char      *question;  /* (nullable): of a poll */
  char           **names;     /* of the candidates, for people */
  gboolean         keeps_ties;
  gboolean         drawn;
  gboolean         sealed;    /* its ballots were in closed urns */
  const TrhArchivedSums *like; /* (nullable): what the same urns gave before */
} Subject;

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

  return g_memdup2 (entries, sizeof entries);
}

static TrhExit
say_usage (const char *sentence)
{
  trh_cli_say ("%s", sentence);
  return TRH_EXIT_USAGE;
}

/* A method by its name; NULL when there is none, which is said. */
static const TrhMethod *
find_method (const char *rule)
{
  const TrhMethod *method = trh_method_find (rule);
  const TrhMethod *const *all = trh_method_get_all ();
  g_autoptr(GString) list = g_string_new (NULL);

  if (method != NULL)
    return method;
  for (guint i = 0; all[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", all[i]->id);
  /* Translators: what was asked for, then the list of rules */
  trh_cli_say (_("There is no rule “%1$s”. This version counts: %2$s."), rule, list->str);
  return NULL;
}

static void
append_names (GString *out, const char *member, char **names)
{
  g_string_append_printf (out, ",\n  \"%s\": [", member);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      trh_json_append_text (out, names[i]);
    }
  g_string_append_c (out, ']');
}

static GString *
begin_json (const Subject *subject, const TrhElection *election)
{
  GString *out = g_string_new ("{\n  \"file\": ");

  trh_json_append_text (out, subject->name);
  g_string_append_printf (out, ",\n  \"rule\": \"%s\",\n  \"seats\": %u", subject->method->id, election->seats);
  append_names (out, "candidates", election->candidates);
  if (subject->question != NULL)
    {
      g_string_append (out, ",\n  \"question\": ");
      trh_json_append_text (out, subject->question);
      append_names (out, "names", subject->names);
    }
  g_string_append (out, ",\n  ");
  return out;
}

/* Who is chosen once ties are kept or drawn, and whether that and the sums are what the archive says. */
static TrhExit
append_comparison (const TrhCommandLine *line, const Subject *subject, const TrhTelling *telling, const TrhOpening *opening,
                   GString *out)
{
  const gboolean same = trh_archived_sums_agree (subject->like, opening);
  gboolean first = TRUE;

  if (!line->json)
    {
      g_string_append_printf (out, "\n%s\n", same ? _("The same as in the archive: the same artists chosen, the same figures.")
                                                  : _("NOT the same as in the archive: the result or a figure differs."));
      return same ? TRH_EXIT_DONE : TRH_EXIT_FOUND;
    }
  g_string_append (out, ",\n  \"chosen\": [");
  for (guint c = 0; c < telling->election->n_candidates; c++)
    if (trh_telling_is_chosen (telling, c))
      {
        g_string_append_printf (out, "%s%u", first ? "" : ", ", c);
        first = FALSE;
      }
  g_string_append_printf (out, "],\n  \"same\": %s", same ? "true" : "false");
  return same ? TRH_EXIT_DONE : TRH_EXIT_FOUND;
}

/* @opening: (nullable): of what was counted, when it comes from urns */
static TrhExit
write_result (const TrhCommandLine *line, const Options *options, const Subject *subject, const TrhElection *election,
              const TrhCount *count, const TrhReasons *reasons, const TrhOpening *opening)
{
  g_autoptr(GString) out = line->json ? begin_json (subject, election) : g_string_new (NULL);
  const TrhTelling telling = { subject->method, election, count, reasons, (const char *const *) subject->names,
                               subject->keeps_ties, subject->drawn };
  const gboolean for_bureau = subject->sealed && count->valid < TRH_MIN_SHOWN; /* they could tell who chose what */
  TrhExit status = TRH_EXIT_DONE;

  if (for_bureau)
    trh_cli_say ("%s", _("Fewer than ten ballots name somebody: these sums are for the people in the room alone, since they "
                         "could say who chose what."));
  if (line->json)
    {
      if (for_bureau)
        g_string_append (out, "\"bureau_only\": true,\n  ");
      trh_count_report_append (&telling, options->rounds, options->why, out);
      if (subject->like != NULL)
        status = append_comparison (line, subject, &telling, opening, out);
      g_string_append (out, "\n}\n");
      return trh_cli_write (out->str, status);
    }
  if (subject->question != NULL)
    g_string_append_printf (out, "%s\n", subject->question);
  trh_count_report_print (&telling, options->rounds, options->why, out);
  if (subject->like != NULL)
    status = append_comparison (line, subject, &telling, opening, out);
  return trh_cli_write (out->str, status);
}

/* There is no result: the ballots or the guarantees do not allow one. */
static TrhExit
write_no_result (const TrhCommandLine *line, const Subject *subject, const TrhElection *election, const GError *error)
{
  g_autoptr(GString) out = NULL;
  guint64 valid, blank;

  /* Translators: a file, then what is wrong with it */
  trh_cli_say (_("%1$s: %2$s"), subject->name, error->message);
  if (!line->json)
    return TRH_EXIT_INPUT;
  out = begin_json (subject, election);
  trh_ballots_count (election->ballots, &valid, &blank);
  g_string_append_printf (out, "\"error\": \"%s\",\n  \"valid\": %" G_GUINT64_FORMAT ",\n  \"blank\": %" G_GUINT64_FORMAT "\n}\n",
                          trh_count_error_get_name (error->code), valid, blank);
  return trh_cli_write (out->str, TRH_EXIT_INPUT);
}

/* Seats and lot as the options ask. Returns whether the count can begin; says why not. */
static gboolean
prepare (const Options *options, TrhElection *election)
{
  if (options->seats != 0)
    election->seats = options->seats > 0 ? (guint) options->seats : 0;
  if (options->seats == 0 && election->seats == 0)
    {
      trh_cli_say ("%s", _("How many are to be chosen? The file does not say: give --seats."));
      return FALSE;
    }
  if (election->seats < 1 || election->seats > election->n_candidates)
    {
      /* Translators: a number of candidates */
      trh_cli_say (ngettext ("--seats must be between 1 and %u: there are no more candidates.",
                             "--seats must be between 1 and %u: there are no more candidates.", election->n_candidates),
                   election->n_candidates);
      return FALSE;
    }
  if (options->seed != NULL)
    {
      g_free (election->lot);
      election->lot = trh_lot_draw (options->seed, (const char *const *) election->candidates);
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
  Subject subject = { .name = name };

  if (election == NULL)
    return trh_cli_refuse (line, path, error);
  if (options->rule == NULL)
    return say_usage (_("How is it to be counted? Give --rule."));
  subject.method = find_method (options->rule);
  subject.names = election->candidates;
  if (subject.method == NULL || !prepare (options, election))
    return TRH_EXIT_USAGE;
  count = trh_method_count (subject.method, election, &error);
  if (count == NULL)
    return write_no_result (line, &subject, election, error);
  if (options->why)
    reasons = trh_reasons_new (subject.method, election, count, NULL, 0);
  return write_result (line, options, &subject, election, count, reasons, NULL);
}

/* The poll that --poll names, or the only one that has sessions. */
static TrhPoll *
find_poll (const Options *options, TrhProject *project)
{
  TrhPoll *found = options->poll != NULL ? trh_project_find (project, TRH_POLLS, options->poll) : NULL;
  guint n_found = found != NULL;

  for (guint i = 0; options->poll == NULL && i < trh_project_count (project, TRH_POLLS); i++)
    {
      const TrhPollRecord *poll = trh_project_peek_record (project, TRH_POLLS, i);

      if (poll->state != TRH_POLL_DRAFT && poll->state != TRH_POLL_READY)
        {
          found = trh_project_peek (project, TRH_POLLS, i);
          n_found++;
        }
    }
  if (n_found == 1)
    return found;
  if (options->poll != NULL)
    trh_cli_say (_("This season has no vote “%s”."), options->poll);
  else if (n_found == 0)
    trh_cli_say ("%s", _("No vote of this season was opened."));
  else
    trh_cli_say ("%s", _("Several votes of this season were opened: name one with --poll."));
  return NULL;
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
open_and_count (const TrhCommandLine *line, const Options *options, TrhOpening *opening, const Subject *subject,
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
    status = say_usage (error->message);
  else
    {
      trh_opening_set_keys (opening, path, (const char *const[]) { passphrases[0], passphrases[1] });
      if (trh_opening_run (opening, &error))
        status = write_result (line, options, subject, trh_opening_peek_election (opening), trh_opening_peek_count (opening),
                               trh_opening_peek_reasons (opening), opening);
      else if (error->domain == TRH_COUNT_ERROR)
        status = write_no_result (line, subject, trh_opening_peek_election (opening), error);
      else
        status = trh_cli_refuse (line, subject->name, error);
    }
  trh_passphrase_free (passphrases[0]);
  trh_passphrase_free (passphrases[1]);
  return status;
}

/* The names of the candidates, for people; lent, in a list of one's own. */
static void
name_candidates (Subject *subject, const TrhPollRecord *poll, GPtrArray *names)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    g_ptr_array_add (names, ((TrhCandidateRecord *) poll->candidates->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  subject->names = (char **) names->pdata;
  subject->question = poll->question;
  subject->keeps_ties = poll->ties == TRH_TIES_KEPT;
}

static TrhExit
count_project (const TrhCommandLine *line, const Options *options, GBytes *bytes, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const TrhPollRecord *record;
  TrhPoll *poll;
  Subject subject = { .name = name };

  if (project == NULL)
    return trh_cli_refuse (line, path, error);
  if (options->fds != NULL && g_strv_length (options->fds) != 2)
    return say_usage (_("Two passphrases are needed: give --passphrase-fd twice."));
  poll = find_poll (options, project);
  if (poll == NULL)
    return TRH_EXIT_USAGE;
  record = trh_entity_peek_record (TRH_ENTITY (poll));
  subject.method = find_method (options->rule != NULL ? options->rule : record->method);
  if (subject.method == NULL)
    return TRH_EXIT_USAGE;
  opening = trh_poll_make_opening (project, poll, options->urns, &error);
  if (opening == NULL)
    return trh_cli_refuse (line, path, error);
  trh_opening_set_method (opening, subject.method);
  if (!prepare (options, trh_opening_get_election (opening)))
    return TRH_EXIT_USAGE;

  name_candidates (&subject, record, names);
  subject.drawn = options->seed != NULL;
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
  Subject subject = { .name = name, .like = like, .sealed = TRUE };

  if (opening == NULL)
    return trh_cli_refuse (line, options->like, error);
  if (options->rule != NULL || options->seats != 0 || options->seed != NULL)
    return say_usage (_("--like says how to count: leave --rule, --seats and --seed out."));
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
  const TrhUrnContent *urn = trh_urn_set_peek (urns, 0);
  TrhElection *election;
  Subject subject = { .name = name };

  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    if (trh_urn_set_peek (urns, i)->guaranteed)
      return say_usage (_("This vote has guarantees, which its urns do not hold: counted without them the result would be "
                          "another. Give the sums of its archive with --like, or count its season."));
  if (options->rule == NULL)
    return say_usage (_("How is it to be counted? Give --rule."));
  election = trh_election_new (urn->form.kind, (const char *const *) urn->candidates);
  if (urn->form.kind == TRH_BALLOT_PAPER_GRADES)
    election->grades = number_grades (urn->form.n_grades);
  subject.method = find_method (options->rule);
  subject.names = urn->candidates;
  subject.sealed = TRUE;
  opening = trh_opening_new (subject.method, election, urn->rehearsal);
  if (subject.method == NULL || !prepare (options, election))
    return TRH_EXIT_USAGE;
  trh_opening_add_set (opening, urns);
  return open_and_count (line, options, opening, &subject, urn->poll_id);
}

static TrhExit
count_urns (const TrhCommandLine *line, const Options *options)
{
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; line->words[i] != NULL; i++)
    if (!trh_urn_set_load (urns, line->words[i], NULL, &error))
      return trh_cli_refuse (line, line->words[i], error);
  if (options->fds != NULL && g_strv_length (options->fds) != 2)
    return say_usage (_("Two passphrases are needed: give --passphrase-fd twice."));
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
        return count_project (line, options, bytes, path);
    }
  if (((const Options *) options)->like != NULL)
    return say_usage (_("--like is for closed urns."));
  if (line->words[1] != NULL)
    return say_usage (_("Several files are counted together only when they are closed urns."));
  return count_ballots (line, options, bytes, path);
}

const TrhCommand trh_command_count = {
  "count", "FILE…", N_("Count ballots, or the closed urns of a season"),
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
     "is listed; “unique” says whether it mattered.\n"
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
     "  error                           no-expressed-ballot or quotas-infeasible, instead of a result; or\n"
     "                                  a sentence, when FILE is refused\n"
     "\n"
     "Exit status: 0 done, 1 with --like the result is another, 2 wrong usage, 3 FILE, its urns or its keys\n"
     "cannot be read or are refused, or there is no result."),
  1, G_MAXUINT, new_options, run,
};
