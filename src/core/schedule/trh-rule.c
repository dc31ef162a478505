/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-rule.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-journey.h"

const TrhRule *const trh_rules[] = {
  &trh_rule_two_places,
  &trh_rule_availability,
  &trh_rule_venue,
  &trh_rule_bed,
  &trh_rule_travel,
  &trh_rule_long_leg,
  &trh_rule_one_valley,
};
const guint trh_n_rules = G_N_ELEMENTS (trh_rules);

/* What the rule is about, in the person's language. */
const char *
trh_rule_get_title (const TrhRule *self)
{
  return _(self->title);
}

/* Whether the check of a rule reads that member of the season. */
gboolean
trh_rule_reads (const TrhRule *self, const char *member)
{
  g_auto(GStrv) members = g_strsplit (self->reads, " ", -1);

  return g_strv_contains ((const char *const *) members, member);
}

/**
 * trh_rule_get_severity:
 * @self: a rule
 * @season: a season, which may hold it to another severity; its last word on a rule counts
 *
 * Returns: how bad it is to break it
 */
TrhSeverity
trh_rule_get_severity (const TrhRule *self, const TrhSeasonRecord *season)
{
  for (guint i = season->rules->len; i > 0; i--)
    {
      const TrhRuleSettingRecord *setting = season->rules->pdata[i - 1];

      if (g_str_equal (setting->rule, self->id))
        return (TrhSeverity) setting->severity;
    }

  return self->severity;
}

/* Below zero when @a is worse than @b. */
int
trh_severity_compare (TrhSeverity a, TrhSeverity b)
{
  static const int ranks[] = {
    [TRH_SEVERITY_BLOCKS] = 0, [TRH_SEVERITY_STRONG] = 1, [TRH_SEVERITY_WEAK] = 2, [TRH_SEVERITY_IGNORED] = 3,
  };

  return ranks[a] - ranks[b];
}

/* The name of a severity in files and in `check --json`. */
const char *
trh_severity_get_name (TrhSeverity severity)
{
  static const char *const names[] = {
    [TRH_SEVERITY_BLOCKS] = "blocks", [TRH_SEVERITY_STRONG] = "strong",
    [TRH_SEVERITY_WEAK] = "weak", [TRH_SEVERITY_IGNORED] = "ignored",
  };

  return names[severity];
}

/**
 * trh_rule_report:
 * @context: a check that is running
 * @kind: which case of the rule
 * @first_day: the first day on which it is broken
 * @last_day: the last one
 *
 * Returns: (transfer none): a new finding; its texts are "" until they are set
 */
TrhFinding *
trh_rule_report (TrhRuleContext *context, int kind, int first_day, int last_day)
{
  TrhFinding *finding = g_new0 (TrhFinding, 1);

  finding->rule = context->rule;
  finding->severity = context->severity;
  finding->kind = kind;
  finding->artist_id = g_strdup ("");
  finding->venue_id = g_strdup ("");
  finding->object_id = g_strdup ("");
  finding->other_id = g_strdup ("");
  finding->from_id = g_strdup ("");
  finding->note = g_strdup ("");
  finding->first_day = first_day;
  finding->last_day = last_day;
  g_ptr_array_add (context->found, finding);

  return finding;
}

/* The journeys of the lane that is checked, each element a #TrhJourney: looked up once, until
 * something of the lane changes. */
GArray *
trh_rule_get_journeys (TrhRuleContext *context, const TrhArtistLane *lane)
{
  if (lane->journeys == NULL)
    ((TrhArtistLane *) lane)->journeys = trh_journeys_list (context->index, context->matrix, lane);

  return lane->journeys;
}

/* Minutes before an artist leaves a place: their own, or else the season's. */
int
trh_rule_get_packing_min (const TrhScheduleIndex *index, const TrhArtistLane *lane)
{
  if (lane->record != NULL && lane->record->packing_min >= 0)
    return lane->record->packing_min;

  return index->season->packing_min;
}

void
trh_finding_free (TrhFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->artist_id);
  g_free (finding->venue_id);
  g_free (finding->object_id);
  g_free (finding->other_id);
  g_free (finding->from_id);
  g_free (finding->note);
  g_free (finding);
}

/**
 * trh_finding_get_key:
 * @finding: a finding
 *
 * Returns: (transfer full): what names it; two checks of one season find a key once each
 */
char *
trh_finding_get_key (const TrhFinding *finding)
{
  return g_strdup_printf ("%s/%d/%s/%s/%s", finding->rule->id, finding->kind,
                          finding->artist_id, finding->venue_id, finding->object_id);
}

/**
 * trh_rule_say_when:
 * @first_day: a day
 * @last_day: another, or the same
 *
 * Returns: (transfer full): as in “on 12 June” or “from 12 June to 14 June”
 */
char *
trh_rule_say_when (int first_day, int last_day)
{
  g_autofree char *first = trh_day_say_short (first_day);
  g_autofree char *last = trh_day_say_short (last_day);

  if (first_day == last_day)
    /* Translators: a part of a sentence; %s is a date, as in "on 12 June" */
    return g_strdup_printf (C_("when", "on %s"), first);
  /* Translators: a part of a sentence; two dates, as in "from 12 June to 14 June" */
  return g_strdup_printf (C_("when", "from %1$s to %2$s"), first, last);
}
