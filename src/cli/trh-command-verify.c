/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-bag-codes.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-opening.h"
#include "core/voting/trh-reconciliation.h"

typedef struct {
  const char *season;
  const char *fingerprint;
  char      **kits;
} Options;

/* What is known of all urns so far. */
typedef struct {
  const Options *options;
  TrhProject    *project;  /* (nullable): the season with the minutes */
  GPtrArray     *kits;     /* (element-type TrhKit) */
  TrhUrnSet     *urns;     /* those that can be counted together */
  GString       *text;
  JsonBuilder   *refused;  /* an array */
  TrhExit        status;
} Verdict;

static GOptionEntry *
new_options (gpointer *options)
{
  Options *o = *options = g_new0 (Options, 1);
  const GOptionEntry entries[] = {
    { "season", 0, 0, G_OPTION_ARG_FILENAME, &o->season, N_("Compares with the minutes in this season"), N_("FILE") },
    { "fingerprint", 0, 0, G_OPTION_ARG_STRING, &o->fingerprint,
      N_("Compares one urn with the digits or the four words of its minutes"), N_("TEXT") },
    { "kit", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->kits, N_("Says which codes came with this bag; may be repeated"),
      N_("FILE") },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

static const TrhResultRecord *
find_session (const Verdict *verdict, const TrhUrnContent *urn)
{
  return verdict->project != NULL ? trh_project_find_record (verdict->project, TRH_RESULTS, urn->session_id) : NULL;
}

/* What an urn is compared with, the worst last. */
typedef enum { NOT_ASKED, SAME, ABSENT, DIFFERENT } Comparison;

static const char *const comparison_names[] = { NULL, "same", "absent", "different" };

static Comparison
compare_with_season (const Verdict *verdict, const TrhUrnContent *urn, const char *fingerprint)
{
  const TrhResultRecord *record = find_session (verdict, urn);

  if (verdict->project == NULL)
    return NOT_ASKED;
  if (record == NULL || *record->sha256 == '\0')
    return ABSENT;
  return g_str_equal (record->sha256, fingerprint) ? SAME : DIFFERENT;
}

/* With all that was given; the worst of it. */
static Comparison
compare (const Verdict *verdict, const TrhUrnContent *urn, const char *fingerprint)
{
  const char *given = verdict->options->fingerprint;
  Comparison by_season = compare_with_season (verdict, urn, fingerprint);

  if (given == NULL)
    return by_season;
  return MAX (by_season, trh_fingerprint_check (fingerprint, given) ? SAME : DIFFERENT);
}

static const char *
say_comparison (Comparison comparison)
{
  return comparison == SAME     ? _("It is the urn of the minutes.")
         : comparison == ABSENT ? _("The season has no minutes of it to compare it with.")
                                : _("It is NOT the urn of the minutes: do not count it.");
}

/* How many of the codes that were used came with the bag, from its kit or the season; -1 when that cannot be known. */
static int
count_slips (const Verdict *verdict, const TrhUrnContent *urn, const char *fingerprint)
{
  const TrhResultRecord *session = find_session (verdict, urn);

  for (guint i = 0; i < verdict->kits->len; i++)
    {
      const TrhUrnContent *prepared = ((const TrhKit *) verdict->kits->pdata[i])->urn;

      if (g_str_equal (prepared->session_id, urn->session_id) && trh_urn_say_foreign (prepared, urn) == NULL)
        {
          g_auto(GStrv) slips = trh_bag_codes_list (prepared);

          return (int) trh_bag_codes_count ((const char *const *) slips, urn);
        }
    }
  if (session != NULL && session->slips[0] != NULL)
    return (int) trh_bag_codes_count ((const char *const *) session->slips, urn);
  return session != NULL && g_str_equal (session->sha256, fingerprint) ? session->used_slips : -1; /* counted */
}

/* @n: from count_slips(). (transfer full) */
static char *
say_slips (int n, guint used)
{
  if (n < 0)
    return g_strdup (_("Whether the codes that were used came with its bag cannot be known without its file or the season."));
  if ((guint) n >= used)
    return g_strdup_printf (ngettext ("%u code was used, and was on a slip of the bag.",
                                      "%u codes were used, and all were on slips of the bag.", used), used);
  /* Translators: codes that were on no slip; all that were used */
  return g_strdup_printf (ngettext ("%1$u used code of %2$u was on NO slip of the bag: made at the town hall or invented.",
                                    "%1$u used codes of %2$u were on NO slip of the bag: made at the town hall or invented.",
                                    used - (guint) n), used - (guint) n, used);
}

/* @n: or -1, when it is not known. */
static void
add_count (JsonBuilder *builder, const char *name, int n)
{
  if (n >= 0)
    trh_cli_add_number (builder, name, n);
  else
    trh_cli_add_null (builder, name);
}

static void
add_urn (Verdict *verdict, guint index, JsonBuilder *builder)
{
  const TrhUrnContent *urn = trh_urn_set_peek (verdict->urns, index);
  const char *fingerprint = trh_urn_set_get_fingerprint (verdict->urns, index);
  const Comparison comparison = compare (verdict, urn, fingerprint);
  g_autofree char *words = trh_fingerprint_say (fingerprint);
  g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
  g_autofree char *title = NULL;
  g_autoptr(GPtrArray) sentences = NULL;
  TrhReconciliation figures;
  guint n_gaps;
  const int used_slips = count_slips (verdict, urn, fingerprint);

  trh_reconciliation_init (&figures, urn);
  sentences = trh_reconciliation_say (&figures, &n_gaps);
  g_ptr_array_add (sentences, say_slips (used_slips, figures.used));
  if ((n_gaps > 0 || comparison > SAME || (used_slips >= 0 && (guint) used_slips < figures.used)) &&
      verdict->status == TRH_EXIT_DONE)
    verdict->status = TRH_EXIT_FOUND;

  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "session", urn->session_id);
  trh_cli_add_text (builder, "poll", urn->poll_id);
  trh_cli_add_text (builder, "place", place);
  trh_cli_add_text (builder, "commune", urn->commune_id);
  trh_cli_add_day (builder, "day", urn->day);
  json_builder_set_member_name (builder, "rehearsal");
  json_builder_add_boolean_value (builder, urn->rehearsal);
  trh_cli_add_text (builder, "fingerprint", fingerprint);
  trh_cli_add_text (builder, "words", words);
  trh_cli_add_number (builder, "ballots", figures.ballots);
  trh_cli_add_number (builder, "paper", figures.paper);
  trh_cli_add_number (builder, "null", figures.nulls);
  trh_cli_add_number (builder, "codes", figures.codes);
  trh_cli_add_number (builder, "used", figures.used);
  add_count (builder, "used-slips", used_slips);
  trh_cli_add_number (builder, "cancelled", figures.cancelled);
  add_count (builder, "signatures", figures.signatures);
  trh_cli_add_number (builder, "gaps", n_gaps);
  if (comparison != NOT_ASKED)
    trh_cli_add_text (builder, "minutes", comparison_names[comparison]);
  else
    trh_cli_add_null (builder, "minutes");
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, sentences->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  title = g_strconcat (place, urn->rehearsal ? _(" – REHEARSAL") : "", NULL);
  trh_cli_append_line (verdict->text, verdict->text->len > 0 ? "\n" : "", title);
  g_string_append_printf (verdict->text, "  %s\n  %s\n", fingerprint, words);
  if (comparison != NOT_ASKED)
    g_string_append_printf (verdict->text, "  %s\n", say_comparison (comparison));
  for (guint i = 0; i < sentences->len; i++)
    trh_cli_append_line (verdict->text, "  ", sentences->pdata[i]);
}

static void
load_urn (Verdict *verdict, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;

  if (trh_urn_set_load (verdict->urns, path, NULL, &error))
    return;
  trh_cli_say ("%s", error->message);
  verdict->status = TRH_EXIT_INPUT;
  json_builder_begin_object (verdict->refused);
  trh_cli_add_text (verdict->refused, "file", name);
  trh_cli_add_text (verdict->refused, "error", error->message);
  json_builder_end_object (verdict->refused);
}

static gboolean
load_kits (GPtrArray *kits, const Options *options, const char **name, GError **error)
{
  for (guint i = 0; options->kits != NULL && options->kits[i] != NULL; i++)
    {
      g_autoptr(GBytes) file = trh_file_load (*name = options->kits[i], TRH_MAX_URN, error);
      TrhKit *kit = file != NULL ? trh_kit_parse (file, error) : NULL;

      if (kit == NULL)
        return FALSE;
      g_ptr_array_add (kits, kit);
    }
  return TRUE;
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const Options *o = options;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = o->season != NULL ? trh_cli_load (o->season, &error) : NULL;
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(JsonBuilder) refused = json_builder_new ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) kits = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_kit_free);
  Verdict verdict = { o, project, kits, urns, text, refused, TRH_EXIT_DONE };
  const char *kit_name = NULL;

  if (error != NULL)
    return trh_cli_refuse (line, o->season, error);
  if (!load_kits (kits, o, &kit_name, &error))
    return trh_cli_refuse (line, kit_name, error);
  json_builder_begin_array (refused);
  for (guint i = 0; line->words[i] != NULL; i++)
    load_urn (&verdict, line->words[i]);
  json_builder_end_array (refused);
  if (o->fingerprint != NULL && trh_urn_set_get_n (urns) > 1)
    return trh_cli_refuse_usage (line, _("A fingerprint is that of one urn: give one urn with it."));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "urns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trh_urn_set_get_n (urns); i++)
    add_urn (&verdict, i, builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "refused");
  json_builder_add_value (builder, json_builder_get_root (refused));
  json_builder_end_object (builder);
  return line->json ? trh_cli_write_json (builder, verdict.status) : trh_cli_write (text->str, verdict.status);
}

const TrhCommand trh_command_verify = {
  "verify", N_("URN…"), N_("Check closed urns, and whether they are the ones of the minutes"),
  N_("Reads closed urns, alone or merged, without their keys: whether each is whole and unchanged, what its\n"
     "fingerprint is, whether ballots, codes, slips, paper and signatures agree, and whether all can be counted\n"
     "together. With --kit or --season also whether the codes that were used came with the bag of the town hall.\n"
     "Nothing of a choice is shown: nobody can without both passphrases.\n"
     "\n"
     "With --json:\n"
     "  urns       session, poll, place, commune, day, rehearsal; fingerprint (SHA-256) and its four words;\n"
     "             ballots (cast with a code), paper (typed: valid and blank), null; codes (made), used, used-slips\n"
     "             (of them on slips of the bag; null: not known), cancelled, signatures (null: not counted); gaps,\n"
     "             sentences; minutes: same, different or absent, the worst of all it was compared with; null: of none\n"
     "  refused    file and error of each urn that is not taken\n"
     "  error      with file instead of all others, when a kit or the season is refused; alone, after wrong usage\n"
     "\n"
     "Exit status: 0 all agrees, 1 figures do not agree, codes were on no slip of the bag, or an urn is not the one of\n"
     "the minutes or has none in the season, 2 wrong usage, 3 an urn, a kit or the season is refused."),
  1, G_MAXUINT, new_options, run };
