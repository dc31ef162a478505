/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-count-report.h"

#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "core/base/trh-json.h"

/* Methods that give each candidate one number have no rounds of their own: each election in its turn. */
static void
append_elections (const TrhCount *count, GString *out)
{
  g_string_append (out, ",\n  \"rounds\": [");
  for (guint i = 0; i < count->committee->len; i++)
    {
      guint c = g_array_index (count->committee, guint, i);

      g_string_append_printf (out, "%s{\"elected\": %u, \"score\": \"%s\"}", i > 0 ? ", " : "", c, count->scores[c]);
    }
  g_string_append_c (out, ']');
}

static void
append_numbers (const char *name, const GArray *numbers, GString *out)
{
  g_string_append_printf (out, "\"%s\": [", name);
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  g_string_append_c (out, ']');
}

static void
append_towns (const TrhReasons *reasons, GString *out)
{
  g_string_append (out, ",\n  \"towns\": [");
  for (guint i = 0; i < reasons->towns->len; i++)
    {
      const TrhTownVoices *town = reasons->towns->pdata[i];

      g_string_append (out, i > 0 ? ", {\"name\": " : "{\"name\": ");
      if (town->name != NULL)
        trh_json_append_text (out, town->name);
      else
        g_string_append (out, "null");
      g_string_append_printf (out, ", \"valid\": %" G_GUINT64_FORMAT ", \"represented\": %" G_GINT64_FORMAT ", \"voices\": [",
                              town->valid, town->represented);
      for (guint c = 0; c < reasons->n_candidates; c++)
        g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, c > 0 ? ", " : "", town->voices[c]);
      g_string_append (out, "]}");
    }
  g_string_append_c (out, ']');
}

static void
append_reasons (const TrhTelling *telling, GString *out)
{
  const TrhReasons *reasons = telling->reasons;

  g_string_append (out, ",\n  \"reasons\": [");
  for (guint c = 0; c < reasons->n_candidates; c++)
    {
      const TrhReason *reason = reasons->reasons->pdata[c];
      g_autofree char *sentence = trh_explain_candidate (telling, c);

      g_string_append_printf (out, "%s{\"voices\": %" G_GUINT64_FORMAT ", \"missing\": ", c > 0 ? ", " : "", reason->voices);
      if (reason->has_missing)
        g_string_append_printf (out, "%" G_GUINT64_FORMAT, reason->missing);
      else
        g_string_append (out, "null");
      g_string_append_printf (out, ", \"guarantee\": %s, \"sentence\": ", reason->by_quota ? "true" : "false");
      trh_json_append_text (out, sentence);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\n  \"guarantees\": {");
  append_numbers ("in", reasons->quota_in, out);
  g_string_append (out, ", ");
  append_numbers ("out", reasons->quota_out, out);
  g_string_append_c (out, '}');
  append_towns (reasons, out);
}

/**
 * trh_count_report_append:
 * @rounds: also each election of methods that have no rounds
 * @why: also the reasons
 *
 * Appends members to a JSON object.
 */
void
trh_count_report_append (const TrhTelling *telling, gboolean rounds, gboolean why, GString *out)
{
  trh_count_print (telling->count, out);
  if (rounds && telling->count->rounds == NULL && telling->count->scores != NULL)
    append_elections (telling->count, out);
  if (why && telling->reasons != NULL)
    append_reasons (telling, out);
}

static void
print_line (char *sentence, GString *out)
{
  if (sentence != NULL)
    trh_cli_append_line (out, "", sentence);
  g_free (sentence);
}

/* A candidate, and its score when there is one; @place: 0 when it has none. */
static void
print_candidate (const TrhTelling *telling, guint candidate, guint place, GString *out)
{
  const char *score = telling->count->scores != NULL ? telling->count->scores[candidate] : "";
  g_autofree char *indent = place > 0 ? g_strdup_printf ("%3u. ", place) : g_strdup ("     ");
  g_autofree char *words = g_strconcat (telling->names[candidate], *score != '\0' ? "  " : "", score, NULL);

  trh_cli_append_line (out, indent, words);
}

static void
print_elected (const TrhTelling *telling, GString *out)
{
  const TrhCount *count = telling->count;
  const guint empty = telling->election->seats - count->committee->len;

  for (guint i = 0; i < count->committee->len; i++)
    print_candidate (telling, g_array_index (count->committee, guint, i), i + 1, out);
  for (guint c = 0, place = count->committee->len; telling->keeps_ties && c < telling->election->n_candidates; c++)
    if (trh_telling_is_chosen (telling, c) && !trh_numbers_contain (count->committee, c))
      print_candidate (telling, c, ++place, out);
  if (empty > 0)
    g_string_append_printf (out, ngettext ("%u place stays empty: nobody can pay it.\n",
                                           "%u places stay empty: nobody can pay them.\n", empty), empty);
}

static void
print_rounds (const TrhTelling *telling, GString *out)
{
  const guint n_rounds = trh_explain_get_n_rounds (telling);

  if (n_rounds > 0)
    g_string_append_printf (out, "\n%s\n", _("Turn by turn:"));
  for (guint i = 0; i < n_rounds; i++)
    print_line (trh_explain_round (telling, i), out);
  if (n_rounds > 0 || telling->count->scores == NULL)
    return;
  g_string_append_printf (out, "\n%s\n", _("All candidates:"));
  for (guint c = 0; c < telling->election->n_candidates; c++)
    print_candidate (telling, c, 0, out);
}

static void
print_reasons (const TrhTelling *telling, GString *out)
{
  g_string_append_printf (out, "\n%s\n", _("Artist by artist:"));
  for (guint c = 0; c < telling->election->n_candidates; c++)
    {
      print_line (trh_explain_candidate (telling, c), out);
      print_line (trh_explain_voices (telling, c), out);
      print_line (trh_explain_grades (telling, c), out);
    }
  print_line (trh_explain_guarantees (telling), out);
  for (guint i = 0; i < telling->reasons->towns->len; i++)
    print_line (trh_explain_town (telling, i), out);
}

/**
 * trh_count_report_print:
 * @rounds: also what happened turn by turn, or the scores of all
 * @why: also the reasons, in sentences
 *
 * Appends lines for a person to read.
 */
void
trh_count_report_print (const TrhTelling *telling, gboolean rounds, gboolean why, GString *out)
{
  /* Translators: a counting method, then a number of places */
  g_string_append_printf (out, ngettext ("%1$s, %2$u place\n", "%1$s, %2$u places\n", telling->election->seats),
                          _(telling->method->name), telling->election->seats);
  g_string_append_printf (out, ngettext ("%lu valid ballot", "%lu valid ballots", (gulong) telling->count->valid),
                          (gulong) telling->count->valid);
  /* Translators: after “12 valid ballots”: how many are blank */
  g_string_append_printf (out, ngettext (", %lu blank\n\n", ", %lu blank\n\n", (gulong) telling->count->blank),
                          (gulong) telling->count->blank);
  print_elected (telling, out);
  if (rounds)
    print_rounds (telling, out);
  if (why && telling->reasons != NULL)
    print_reasons (telling, out);
  g_string_append_c (out, '\n');
  print_line (trh_explain_draw (telling), out);
}
