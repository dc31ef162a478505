/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-repairs.h"

/* Transhumance goes from valley to valley: an artist who stays in a season of several valleys
 * stops in two of them at least, to stay or to meet the public. Where the valley of a stop is
 * not known, nobody can say. */

static const char *
get_venue (gconstpointer record)
{
  return ((const TrhRecord *) record)->schema == &trh_stay_schema ? ((const TrhStayRecord *) record)->venue_id
                                                                  : ((const TrhEncounterRecord *) record)->venue_id;
}

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  GPtrArray *lists[] = { lane->stays, lane->encounters };
  const char *only = NULL;
  int last_day = 0;
  TrhFinding *finding;

  if (context->index->n_valleys < 2 || lane->stays->len == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const char *valley_id = trh_schedule_index_valley_of (context->index, get_venue (lists[i]->pdata[j]));

        if (*valley_id == '\0' || (only != NULL && !g_str_equal (only, valley_id)))
          return;
        only = valley_id;
      }

  for (guint i = 0; i < lane->stays->len; i++)
    last_day = MAX (last_day, ((TrhStayRecord *) lane->stays->pdata[i])->last_day);
  finding = trh_rule_report (context, 0, ((TrhStayRecord *) lane->stays->pdata[0])->first_day, last_day);
  trh_record_set_text (&finding->artist_id, lane->id);
  trh_record_set_text (&finding->note, only);
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const TrhValleyRecord *valley = trh_schedule_index_find (index, &trh_valley_schema, finding->note);
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);

  if (valley == NULL || *valley->name == '\0')
    /* Translators: an artist, and when, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s stays in one valley only, %2$s, and never crosses to another."), artist, when);
  /* Translators: an artist, a valley, and when, as in "from 12 June to 14 June" */
  return g_strdup_printf (_("%1$s stays in the valley “%2$s” only, %3$s, and never crosses to another."),
                          artist, valley->name, when);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  trh_repairs_cross (repairs, finding->artist_id, finding->note);
  trh_repairs_ignore_rule (repairs, finding->rule);
}

const TrhRule trh_rule_one_valley = {
  "one-valley", N_("An artist who never crosses to another valley"), TRH_SEVERITY_WEAK, "",
  check_artist, NULL, say, repair,
};
