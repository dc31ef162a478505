/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"
#include "core/voting/trh-count.h"
#include "core/voting/trh-lot.h"

/* The expected results that are kept beside the source, in the folder TRH_SHARED, and the
 * invariances of every one of them. */

static char *
find_shared (const char *name)
{
  const char *folder = g_getenv ("TRH_SHARED");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "votes", name, NULL)
                                         : g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "votes", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static char **
load_lines (const char *name)
{
  g_autofree char *path = find_shared (name);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      g_test_skip ("the shared votes are not here: set TRH_SHARED");
      return NULL;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *node = trh_json_parse (bytes, &error);

  g_assert_no_error (error);
  return node;
}

/* Some cases count every so many of the lines of their profile. */
static JsonNode *
select_ballots (JsonNode *ballots, JsonObject *select)
{
  JsonArray *all = json_node_get_array (ballots);
  g_autoptr(JsonArray) some = json_array_new ();
  const guint every = (guint) json_object_get_int_member (select, "every");
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = (guint) json_object_get_int_member (select, "offset"); i < json_array_get_length (all); i += every)
    json_array_add_element (some, json_node_copy (json_array_get_element (all, i)));
  json_node_set_array (node, some);
  return node;
}

/* The case with the members of its profile, as bytes. */
static GBytes *
complete (JsonObject *object)
{
  g_autoptr(GString) out = g_string_new ("{");
  g_autoptr(JsonNode) profile = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_string_append (out, out->len > 1 ? "," : "");
      trh_json_append_text (out, name);
      g_string_append_c (out, ':');
      trh_json_append_node (out, member, 0);
    }
  if (json_object_has_member (object, "profile"))
    {
      g_autofree char *path = find_shared (json_object_get_string_member (object, "profile"));
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      profile = parse (text);
      json_object_iter_init_ordered (&iter, json_node_get_object (profile));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        if (!json_object_has_member (object, name))
          {
            g_autoptr(JsonNode) selected = g_str_equal (name, "ballots") && json_object_has_member (object, "select")
                                           ? select_ballots (member, json_object_get_object_member (object, "select")) : NULL;

            g_string_append_c (out, ',');
            trh_json_append_text (out, name);
            g_string_append_c (out, ':');
            trh_json_append_node (out, selected != NULL ? selected : member, 0);
          }
    }
  g_string_append_c (out, '}');
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static JsonNode *
count_to_json (const TrhMethod *method, const TrhElection *election)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhCount) count = trh_method_count (method, election, &error);
  g_autoptr(GString) out = g_string_new ("{");

  if (count != NULL)
    trh_count_print (count, out);
  else
    {
      guint64 valid, blank;

      trh_ballots_count (election->ballots, &valid, &blank);
      g_string_append_printf (out, "\"error\": \"%s\", \"valid\": %" G_GUINT64_FORMAT ", \"blank\": %" G_GUINT64_FORMAT,
                              trh_count_error_get_name (error->code), valid, blank);
    }
  g_string_append_c (out, '}');
  return parse (out->str);
}

/* Whether @ours says at least what @want says: with many candidates the cases give some of the scores of a
 * round, and of a stage leave the votes out. */
static gboolean
is_part (JsonNode *want, JsonNode *ours)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (JSON_NODE_HOLDS_ARRAY (want) && JSON_NODE_HOLDS_ARRAY (ours))
    {
      JsonArray *a = json_node_get_array (want), *b = json_node_get_array (ours);

      if (json_array_get_length (a) != json_array_get_length (b))
        return FALSE;
      for (guint i = 0; i < json_array_get_length (a); i++)
        if (!is_part (json_array_get_element (a, i), json_array_get_element (b, i)))
          return FALSE;
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (want) || !JSON_NODE_HOLDS_OBJECT (ours))
    return json_node_equal (want, ours);
  json_object_iter_init_ordered (&iter, json_node_get_object (want));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!json_object_has_member (json_node_get_object (ours), name) ||
        !is_part (member, json_object_get_member (json_node_get_object (ours), name)))
      return FALSE;
  return TRUE;
}

/* All scores are given when there are few candidates: then ours may not have more either. */
static void
check_rounds (JsonArray *want, JsonArray *ours, guint n_candidates, const char *id)
{
  for (guint i = 0; i < json_array_get_length (want); i++)
    {
      JsonObject *a = json_array_get_object_element (want, i), *b = json_array_get_object_element (ours, i);

      g_assert_cmpuint (json_object_get_size (a), ==, json_object_get_size (b));
      if (n_candidates <= 13)
        g_assert_cmpuint (json_object_get_size (json_object_get_object_member (a, "scores")), ==,
                          json_object_get_size (json_object_get_object_member (b, "scores")));
    }
}

static void
check_expected (JsonObject *expected, JsonNode *result, guint n_candidates, const char *id)
{
  JsonObject *object = json_node_get_object (result);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, expected);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      JsonNode *ours = json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;

      if (ours == NULL || !is_part (member, ours))
        {
          g_autofree char *want = json_to_string (member, FALSE);
          g_autofree char *have = ours != NULL ? json_to_string (ours, FALSE) : g_strdup ("nothing");

          g_error ("%s: %s is %s, not %s", id, name, have, want);
        }
    }
  if (json_object_has_member (expected, "rounds"))
    check_rounds (json_object_get_array_member (expected, "rounds"), json_object_get_array_member (object, "rounds"),
                  n_candidates, id);
  /* what a case does not determine, ours does not claim */
  if (!json_object_has_member (expected, "error"))
    g_assert_cmpint (json_object_has_member (object, "committees"), ==, json_object_has_member (expected, "committees"));
}

/* The same voters, written otherwise: lines in another order, some split, blank ones added,
 * and candidates renumbered; @place gives the new number of each candidate. */
static TrhElection *
disguise (const TrhElection *source, GRand *random, guint *place)
{
  const guint n = source->n_candidates;
  const guint n_lines = trh_ballots_get_n_lines (source->ballots);
  g_auto(GStrv) names = g_new0 (char *, n + 1);
  g_autofree guint *order = g_new (guint, n_lines + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n);
  TrhElection *other;

  for (guint c = 0; c < n; c++)
    {
      guint swap = (guint) g_rand_int_range (random, 0, (gint32) c + 1);

      place[c] = place[swap];
      place[swap] = c;
    }
  for (guint c = 0; c < n; c++)
    names[place[c]] = g_strdup (source->candidates[c]);
  other = trh_election_new (source->kind, (const char *const *) names);
  other->seats = source->seats;
  other->grades = g_strdupv (source->grades);
  if (source->groups != NULL)
    {
      other->groups = g_new0 (char *, n + 1);
      for (guint c = 0; c < n; c++)
        other->groups[place[c]] = g_strdup (source->groups[c]);
    }
  for (guint q = 0; q < source->quotas->len; q++)
    {
      const TrhQuota *quota = &g_array_index (source->quotas, TrhQuota, source->quotas->len - 1 - q);

      trh_election_add_quota (other, quota->group, quota->least, quota->most);
    }
  other->lot = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    other->lot[i] = place[source->lot[i]];

  trh_ballots_add (other->ballots, marks, 7);
  for (guint i = 0; i < n_lines; i++)
    {
      guint swap = (guint) g_rand_int_range (random, 0, (gint32) i + 1);

      order[i] = order[swap];
      order[swap] = i;
    }
  for (guint i = 0; i < n_lines; i++)
    {
      const guint8 *from = trh_ballots_peek_marks (source->ballots, order[i]);
      guint64 weight = trh_ballots_get_weight (source->ballots, order[i]);

      for (guint c = 0; c < n; c++)
        marks[place[c]] = from[c];
      trh_ballots_add (other->ballots, marks, weight - weight / 3);
      if (weight / 3 > 0)
        trh_ballots_add (other->ballots, marks, weight / 3);
    }
  return other;
}

/* Groups of candidates of two counts are the same, whatever their order inside. */
static void
check_groups (const GPtrArray *a, const GPtrArray *b, const guint *place, gboolean in_order)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const GArray *left = a->pdata[i];
      gboolean found = FALSE;

      for (guint k = in_order ? i : 0; k < (in_order ? i + 1 : b->len) && !found; k++)
        {
          const GArray *right = b->pdata[k];
          guint n_common = 0;

          for (guint m = 0; m < left->len * right->len; m++)
            n_common += place[g_array_index (left, guint, m / right->len)] == g_array_index (right, guint, m % right->len);
          found = left->len == right->len && n_common == left->len;
        }
      g_assert_true (found);
    }
}

static void
check_rounds_same (const TrhCount *a, const TrhCount *b, const guint *place)
{
  g_assert_true ((a->rounds == NULL) == (b->rounds == NULL));
  for (guint i = 0; a->rounds != NULL && i < a->rounds->len; i++)
    {
      const TrhRound *left = a->rounds->pdata[i], *right = b->rounds->pdata[i];

      g_assert_cmpuint (a->rounds->len, ==, b->rounds->len);
      g_assert_cmpuint (place[left->candidate], ==, right->candidate);
      g_assert_cmpuint (left->tied->len, ==, right->tied->len);
      for (guint c = 0; c < a->n_candidates; c++)
        {
          g_assert_cmpuint (left->standing[c], ==, right->standing[place[c]]);
          g_assert_cmpstr (left->scores[c], ==, right->scores[place[c]]);
        }
    }
  g_assert_true ((a->stages == NULL) == (b->stages == NULL));
  for (guint i = 0; a->stages != NULL && i < a->stages->len; i++)
    {
      const TrhStage *left = a->stages->pdata[i], *right = b->stages->pdata[i];

      g_assert_cmpuint (a->stages->len, ==, b->stages->len);
      for (guint c = 0; c < a->n_candidates; c++)
        g_assert_cmpuint (left->votes[c], ==, right->votes[place[c]]);
    }
}

static void
check_same (const TrhCount *a, const TrhCount *b, const guint *place)
{
  const guint n = a->n_candidates;

  g_assert_cmpuint (a->valid, ==, b->valid);
  g_assert_cmpuint (a->blank + 7, ==, b->blank);
  g_assert_cmpint (a->unique, ==, b->unique);
  g_assert_cmpint (a->undetermined, ==, b->undetermined);
  g_assert_cmpuint (a->tied->len, ==, b->tied->len);
  g_assert_cmpuint (a->committee->len, ==, b->committee->len);
  g_assert_cmpuint (a->phase1, ==, b->phase1);
  g_assert_cmpuint (a->virtual_seats, ==, b->virtual_seats);
  g_assert_cmpuint (a->quota, ==, b->quota);
  check_groups (a->committees, b->committees, place, FALSE);
  check_groups (a->levels, b->levels, place, TRUE);
  check_groups (a->lots, b->lots, place, TRUE);
  check_rounds_same (a, b, place);
  for (guint i = 0; i < a->committee->len && a->rounds == NULL; i++)
    g_assert_cmpuint (place[g_array_index (a->committee, guint, i)], ==, g_array_index (b->committee, guint, i));
  for (guint i = 0; a->order != NULL && i < n; i++)
    g_assert_cmpuint (place[g_array_index (a->order, guint, i)], ==, g_array_index (b->order, guint, i));
  for (guint c = 0; c < n; c++)
    {
      if (a->scores != NULL)
        g_assert_cmpstr (a->scores[c], ==, b->scores[place[c]]);
      if (a->gauge != NULL)
        {
          g_assert_cmpuint (a->gauge[c].grade, ==, b->gauge[place[c]].grade);
          g_assert_cmpuint (a->gauge[c].above, ==, b->gauge[place[c]].above);
          g_assert_cmpuint (a->gauge[c].below, ==, b->gauge[place[c]].below);
        }
      for (guint other = 0; a->pairwise != NULL && other < n; other++)
        g_assert_cmpuint (a->pairwise[c * n + other], ==, b->pairwise[place[c] * n + place[other]]);
    }
}

static void
check_invariant (const TrhMethod *method, const TrhElection *election, GRand *random)
{
  g_autofree guint *place = g_new0 (guint, election->n_candidates);
  g_autoptr(TrhElection) other = disguise (election, random, place);
  g_autoptr(TrhCount) a = trh_method_count (method, election, NULL);
  g_autoptr(TrhCount) b = trh_method_count (method, other, NULL);

  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  check_same (a, b, place);
}

static void
test_cases (void)
{
  g_auto(GStrv) lines = load_lines ("cases.jsonl");
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_counted = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr(JsonNode) node = parse (lines[i]);
      JsonObject *object = json_node_get_object (node);
      const TrhMethod *method = trh_method_find (json_object_get_string_member (object, "rule"));
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(TrhElection) election = NULL;
      g_autoptr(JsonNode) result = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_nonnull (method);
      bytes = complete (object);
      election = trh_election_parse (bytes, &error);
      g_assert_no_error (error);
      result = count_to_json (method, election);
      check_expected (json_object_get_object_member (object, "expected"), result,
                      election->n_candidates, json_object_get_string_member (object, "id"));
      check_invariant (method, election, random);
      n_counted++;
    }
  if (lines != NULL)
    g_assert_cmpuint (n_counted, ==, 547);
}

/* Every ballots file, of any kind, is written as it was read. */
static void
test_round_trip (void)
{
  g_auto(GStrv) lines = load_lines ("cases.jsonl");

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr(JsonNode) node = parse (lines[i]);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GBytes) once = NULL;
      g_autoptr(GBytes) twice = NULL;
      g_autoptr(TrhElection) first = NULL;
      g_autoptr(TrhElection) second = NULL;
      g_autoptr(GError) error = NULL;

      if (json_object_has_member (json_node_get_object (node), "profile") && i % 8 != 0)
        continue; /* the same few profiles again and again */
      bytes = complete (json_node_get_object (node));
      first = trh_election_parse (bytes, &error);
      g_assert_no_error (error);
      once = trh_election_print (first);
      second = trh_election_parse (once, &error);
      g_assert_no_error (error);
      twice = trh_election_print (second);
      g_assert_true (g_bytes_equal (once, twice));
      g_assert_cmpuint (trh_ballots_get_n_lines (first->ballots), ==, trh_ballots_get_n_lines (second->ballots));
      for (guint line = 0; line < trh_ballots_get_n_lines (first->ballots); line++)
        g_assert_cmpmem (trh_ballots_peek_marks (first->ballots, line), first->n_candidates,
                         trh_ballots_peek_marks (second->ballots, line), first->n_candidates);
    }
}

static void
test_lots (void)
{
  g_auto(GStrv) lines = load_lines ("lots.jsonl");

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr(JsonNode) node = parse (lines[i]);
      JsonObject *object = json_node_get_object (node);
      JsonArray *ids = json_object_get_array_member (object, "ids");
      JsonArray *order = json_object_get_array_member (object, "order");
      const guint n = json_array_get_length (ids);
      g_autofree const char **names = g_new0 (const char *, n + 1);
      g_autofree guint *drawn = NULL;

      for (guint c = 0; c < n; c++)
        names[c] = json_array_get_string_element (ids, c);
      drawn = trh_lot_draw (json_object_get_string_member (object, "seed"), names);
      for (guint c = 0; c < n; c++)
        g_assert_cmpstr (names[drawn[c]], ==, json_array_get_string_element (order, c));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/cases/results", test_cases);
  g_test_add_func ("/voting/cases/round-trip", test_round_trip);
  g_test_add_func ("/voting/cases/lots", test_lots);

  return g_test_run ();
}
