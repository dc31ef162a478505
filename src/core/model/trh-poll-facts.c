/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-facts.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"

/* Whether a session of the vote was prepared, opened, closed or counted: from then on the vote stays as it is. */
gboolean
trh_poll_has_facts (TrhProject *project, const char *poll_id)
{
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    if (g_str_equal (((const TrhResultRecord *) trh_project_peek_record (project, TRH_RESULTS, i))->poll_id, poll_id))
      return TRUE;
  return FALSE;
}

/* Whether its ballots were opened: nobody votes in it any more, and nothing of it changes. */
gboolean
trh_poll_is_counted (TrhProject *project, const char *poll_id)
{
  const TrhPollRecord *poll = trh_project_find_record (project, TRH_POLLS, poll_id);

  if (poll != NULL && poll->state == TRH_POLL_COUNTED)
    return TRUE;
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *result = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (result->poll_id, poll_id) && result->state == TRH_RESULT_COUNTED)
        return TRUE;
    }
  return FALSE;
}

static const TrhRecord *
get_record (const TrhChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

/* The session of a bag that was said not to be used, for which nobody counted meanwhile. */
static gboolean
is_bag_given_back (TrhProject *project, const TrhChange *change)
{
  const TrhResultRecord *session = change->after;

  return change->before == NULL && session->state == TRH_RESULT_PREPARED && !trh_poll_is_counted (project, session->poll_id);
}

static gboolean
is_fact (TrhProject *project, const TrhChange *change)
{
  const TrhRecord *record = get_record (change);

  if (record->schema == &trh_result_schema)
    return !is_bag_given_back (project, change);
  return record->schema == &trh_poll_schema && trh_poll_has_facts (project, record->id);
}

/**
 * trh_poll_is_fact:
 * @turn: takes a step back
 *
 * Returns: whether the step itself is one of a vote that was held
 */
gboolean
trh_poll_is_fact (TrhProject *project, TrhEdit *turn)
{
  for (guint i = 0; i < trh_edit_get_n_changes (turn); i++)
    if (is_fact (project, trh_edit_get_change (turn, i)))
      return TRUE;
  return FALSE;
}

/* Whether every record that @turn changes is still the one that it was made for. */
static gboolean
fits (TrhProject *project, TrhEdit *turn)
{
  g_autoptr(GHashTable) current = g_hash_table_new (trh_text_hash, g_str_equal); /* id → record, or NULL */

  for (guint i = 0; i < trh_edit_get_n_changes (turn); i++)
    {
      const TrhChange *change = trh_edit_get_change (turn, i);
      const char *id = get_record (change)->id;
      gpointer found;

      if (!g_hash_table_lookup_extended (current, id, NULL, &found))
        {
          TrhEntity *entity = trh_project_find_any (project, id);

          found = entity != NULL ? (gpointer) trh_entity_peek_record (entity) : NULL;
        }
      if (found != change->before)
        return FALSE;
      g_hash_table_insert (current, (gpointer) id, change->after);
    }
  return TRUE;
}

static gboolean
touches (TrhEdit *turn, const char *id)
{
  for (guint i = 0; i < trh_edit_get_n_changes (turn); i++)
    if (g_str_equal (get_record (trh_edit_get_change (turn, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Whether something that stays names what @turn takes away. */
static gboolean
is_named (TrhProject *project, TrhEdit *turn)
{
  for (guint i = 0; i < trh_edit_get_n_changes (turn); i++)
    {
      const TrhChange *change = trh_edit_get_change (turn, i);
      g_autoptr(GPtrArray) names = NULL;

      if (change->after != NULL)
        continue;
      names = trh_project_find_references (project, get_record (change)->id);
      for (guint j = 0; j < names->len; j++)
        if (!touches (turn, trh_entity_get_id (names->pdata[j])))
          return TRUE;
    }
  return FALSE;
}

/* Whether @turn takes records out of a list, or only that; and whether it puts some in, or moves some. */
static void
note_places (TrhEdit *turn, gboolean *takes, gboolean *puts)
{
  for (guint i = 0; i < trh_edit_get_n_changes (turn); i++)
    {
      const TrhChange *change = trh_edit_get_change (turn, i);
      const int collection = trh_collection_of (get_record (change)->schema);

      takes[collection] |= change->after == NULL;
      puts[collection] |= change->before == NULL || change->after == change->before;
    }
}

/* Whether both change the order of one list, so that places of one depend on the other; what both only added does not. */
static gboolean
shares_places (TrhEdit *turn, TrhEdit *other)
{
  gboolean takes[2][TRH_N_COLLECTIONS] = { 0 }, puts[2][TRH_N_COLLECTIONS] = { 0 };

  note_places (turn, takes[0], puts[0]);
  note_places (other, takes[1], puts[1]);
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    if ((takes[0][i] || puts[0][i]) && (takes[1][i] || puts[1][i]) && (puts[0][i] || puts[1][i]))
      return TRUE;
  return FALSE;
}

/**
 * trh_poll_say_kept:
 * @turn: takes a step back
 * @above: (element-type TrhEdit): the same of those above it that stay
 *
 * Returns: (nullable): why the step stays, as a sentence: it is one of a vote that was held, or what stays above it
 *   stands on it; %NULL when it can be taken back
 */
const char *
trh_poll_say_kept (TrhProject *project, TrhEdit *turn, GPtrArray *above)
{
  gboolean stands = FALSE;

  if (trh_poll_is_fact (project, turn))
    return _("Once a session was prepared or opened, a vote is not undone: its sessions, its ballots and its result stay.");
  for (guint i = 0; i < above->len; i++)
    stands |= shares_places (turn, above->pdata[i]);
  if (above->len > 0 && (stands || !fits (project, turn) || is_named (project, turn)))
    return _("A vote that was held stands on this: it is not undone.");
  return NULL;
}

typedef gboolean (*IsKept) (TrhProject *project, const char *poll_id);

/* The poll that a record is of, or is. */
static const char *
get_poll_id (const TrhRecord *record)
{
  return record->schema == &trh_result_schema ? ((const TrhResultRecord *) record)->poll_id : record->id;
}

/* Gives @then what @project says of the votes that are kept, and takes away what only @then says of them. */
static TrhEdit *
edit_votes (TrhProject *project, TrhProject *then, IsKept is_kept, gboolean older)
{
  static const TrhCollection collections[] = { TRH_POLLS, TRH_RESULTS };
  TrhEdit *edit = trh_edit_new ("");

  for (guint c = 0; c < G_N_ELEMENTS (collections); c++)
    {
      const TrhCollection collection = collections[c];

      for (guint i = 0; i < trh_project_count (then, collection); i++)
        {
          const TrhRecord *old = trh_project_peek_record (then, collection, i);
          const char *poll_id = get_poll_id (old);

          if (trh_project_find_any (project, old->id) == NULL &&
              (is_kept (project, poll_id) || (older && trh_poll_has_facts (then, poll_id))))
            trh_edit_remove_record (edit, old);
        }
      for (guint i = 0; i < trh_project_count (project, collection); i++)
        {
          const TrhRecord *now = trh_project_peek_record (project, collection, i);
          gconstpointer old = trh_project_find_record (then, collection, now->id);

          if (!is_kept (project, get_poll_id (now)))
            continue;
          if (old != NULL && !trh_record_equal (old, now))
            trh_edit_replace_record (edit, old, trh_record_ref (now));
          else if (old == NULL && trh_project_find_any (then, now->id) == NULL)
            trh_edit_insert (edit, trh_record_ref (now));
        }
    }
  return edit;
}

/* @edit: (transfer full): returns whether it changes anything */
static gboolean
apply (TrhProject *project, TrhEdit *edit)
{
  g_autoptr(TrhEdit) owned = edit;
  g_autoptr(TrhEdit) inverse = trh_project_apply (project, owned);

  return trh_edit_get_n_changes (inverse) > 0;
}

/* What is named by a vote that was held, or by what it names, and was not there then: the commune, the artist… */
static gboolean
bring_what_is_named (TrhProject *project, TrhProject *then, GHashTable *brought)
{
  g_autoptr(GPtrArray) dangling = trh_project_find_dangling (then);
  TrhEdit *edit = trh_edit_new ("");

  for (guint i = 0; i < dangling->len; i++)
    {
      const TrhDangling *end = dangling->pdata[i];
      const TrhSchema *schema = trh_entity_get_schema (end->entity);
      TrhEntity *entity = trh_project_find_any (project, end->target);

      if (entity == NULL || trh_project_find_any (then, end->target) != NULL ||
          (schema != &trh_poll_schema && schema != &trh_result_schema &&
           !g_hash_table_contains (brought, trh_entity_get_id (end->entity))) ||
          !g_hash_table_add (brought, g_strdup (end->target)))
        continue;
      trh_edit_insert (edit, trh_record_ref (trh_entity_peek_record (entity)));
    }
  return apply (then, edit);
}

static gboolean
keep (TrhProject *project, TrhProject *other, IsKept is_kept, gboolean older)
{
  g_autoptr(GHashTable) brought = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  const gboolean any = apply (other, edit_votes (project, other, is_kept, older));

  while (bring_what_is_named (project, other, brought))
    ;
  return any;
}

/**
 * trh_poll_keep_facts:
 * @project: the season as it stands
 * @then: an older version of it that somebody wants back: it is changed
 *
 * Gives @then the votes that were held as @project has them, with the communes and artists that they name, so that
 * coming back to it takes no session and no result away, nor brings one back.
 *
 * Returns: whether @then had them otherwise
 */
gboolean
trh_poll_keep_facts (TrhProject *project, TrhProject *then)
{
  return keep (project, then, trh_poll_has_facts, TRUE);
}

/**
 * trh_poll_keep_counted:
 * @project: the season as it stands
 * @theirs: what another program made of it, which is taken instead: it is changed
 *
 * As trh_poll_keep_facts(), for the counted votes of @project alone: @theirs may know more of the others.
 */
void
trh_poll_keep_counted (TrhProject *project, TrhProject *theirs)
{
  keep (project, theirs, trh_poll_is_counted, FALSE);
}
