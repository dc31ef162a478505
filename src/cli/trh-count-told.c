/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-count-told.h"

#include <glib/gi18n.h>

#include "cli/trh-count-report.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"

static void
append_names (GString *out, const char *member, char **names)
{
  g_string_append_printf (out, ",\n  \"%s\": ", member);
  trh_json_append_texts (out, names);
}

static GString *
begin_json (const TrhCountSubject *subject, const TrhElection *election)
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
append_comparison (const TrhCommandLine *line, const TrhCountSubject *subject, const TrhTelling *telling,
                   const TrhOpening *opening, GString *out)
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

/**
 * trh_count_tell:
 * @reasons: (nullable): when they are asked for
 * @opening: (nullable): of what was counted, when it comes from urns
 *
 * Writes the result, for a person or as JSON.
 *
 * Returns: how the command ends
 */
TrhExit
trh_count_tell (const TrhCommandLine *line, const TrhCountSubject *subject, const TrhElection *election,
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
      trh_count_report_append (&telling, subject->rounds, subject->why, out);
      if (subject->like != NULL)
        status = append_comparison (line, subject, &telling, opening, out);
      g_string_append (out, "\n}\n");
      return trh_cli_write (out->str, status);
    }
  if (subject->question != NULL)
    trh_cli_append_line (out, "", subject->question);
  trh_count_report_print (&telling, subject->rounds, subject->why, out);
  if (subject->like != NULL)
    status = append_comparison (line, subject, &telling, opening, out);
  return trh_cli_write (out->str, status);
}

/**
 * trh_count_tell_failure:
 * @error: a #TrhCountError
 *
 * There is no result: the ballots, the guarantees or the method do not allow one.
 *
 * Returns: how the command ends
 */
TrhExit
trh_count_tell_failure (const TrhCommandLine *line, const TrhCountSubject *subject, const TrhElection *election,
                        const GError *error)
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
