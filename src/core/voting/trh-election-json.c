/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-election.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-json-walk.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-read.h"

/*
 * Plain ballots files: one JSON object with `ballot_type`, `candidates`, `ballots` and, optionally,
 * `grades`, `seats`, `groups`, `quotas` and `lot`; any other member is a remark and is not read.
 * A ballot is `{"weight": 2, "approve": [0, 4]}`, or has `"grades": [0, null, 2]` (0 is the best), or
 * `"ranking": [[3], [0, 1]]` (best first, equals share a list).
 */

#define MAX_WEIGHT G_GINT64_CONSTANT (9007199254740991) /* 2⁵³ − 1: what JSON carries everywhere */

static const char *const kind_names[] = { "approval", "graded", "ranked", NULL };

/* The place of one element, for a message. */
static void
fail_at (GError **error, const char *place, guint index, const char *sentence)
{
  g_autofree char *at = g_strdup_printf ("%s[%u]", place, index);

  trh_read_fail (error, at, NULL, sentence);
}

static gboolean
fail_in_ballot (GError **error, guint ballot, const char *place, guint index, const char *sentence)
{
  g_autofree char *at = g_strdup_printf ("ballots[%u].%s", ballot, place);

  fail_at (error, at, index, sentence);
  return FALSE;
}

static gboolean
fail_member (GError **error, guint ballot, const char *name, const char *sentence)
{
  g_autofree char *at = g_strdup_printf ("ballots[%u]", ballot);

  trh_read_fail (error, at, name, sentence);
  return FALSE;
}

/* A list of distinct candidates, inside the member @place of a ballot. */
static gboolean
read_choices (TrhJsonWalk *walk, guint n_candidates, guint ballot, const char *place, guint8 *marks, guint8 mark,
              guint *n_read, GError **error)
{
  for (*n_read = 0; trh_json_walk_next (walk); (*n_read)++)
    {
      gint64 c;

      if (!trh_json_walk_integer (walk, &c) || c < 0 || c >= n_candidates)
        return fail_in_ballot (error, ballot, place, *n_read, _("the number of a candidate is expected"));
      if (marks[c] != 0)
        return fail_in_ballot (error, ballot, place, *n_read, _("this candidate is there twice"));
      marks[c] = mark;
    }
  return TRUE;
}

static gboolean
read_approvals (const TrhElection *self, TrhJsonWalk *walk, guint ballot, guint8 *marks, GError **error)
{
  guint n_read;

  return read_choices (walk, self->n_candidates, ballot, "approve", marks, 1, &n_read, error);
}

static gboolean
read_ranking (const TrhElection *self, TrhJsonWalk *walk, guint ballot, guint8 *marks, GError **error)
{
  for (guint rank = 0; trh_json_walk_next (walk); rank++)
    {
      char place[32];
      guint n_read;

      g_snprintf (place, sizeof place, "ranking[%u]", rank);
      if (!trh_json_walk_enter (walk, '['))
        return fail_in_ballot (error, ballot, "ranking", rank, _("a list is expected"));
      if (!read_choices (walk, self->n_candidates, ballot, place, marks, (guint8) (rank + 1), &n_read, error))
        return FALSE;
      if (n_read == 0)
        return fail_in_ballot (error, ballot, "ranking", rank, _("a list is expected"));
    }
  return TRUE;
}

static gboolean
read_grades (const TrhElection *self, TrhJsonWalk *walk, guint ballot, guint8 *marks, GError **error)
{
  const guint n_grades = g_strv_length (self->grades);
  g_autofree char *sentence = NULL;
  guint c;

  for (c = 0; trh_json_walk_next (walk); c++)
    {
      gint64 grade;

      if (c >= self->n_candidates || trh_json_walk_null (walk))
        {
          if (c >= self->n_candidates)
            trh_json_walk_skip (walk);
          continue;
        }
      if (!trh_json_walk_integer (walk, &grade) || grade < 0 || grade >= n_grades)
        return fail_in_ballot (error, ballot, "grades", c, _("the number of a grade is expected"));
      marks[c] = (guint8) (grade + 1);
    }
  if (c == self->n_candidates)
    return TRUE;
  sentence = trh_read_say_length (c, self->n_candidates, self->n_candidates);
  return fail_member (error, ballot, "grades", sentence);
}

static gboolean
read_weight (TrhJsonWalk *walk, guint ballot, gint64 *weight, GError **error)
{
  g_autofree char *sentence = NULL;

  if (!trh_json_walk_integer (walk, weight))
    return fail_member (error, ballot, "weight", _("a whole number is expected"));
  if (*weight >= 1 && *weight <= MAX_WEIGHT)
    return TRUE;
  sentence = trh_read_say_range (*weight, 1, MAX_WEIGHT);
  return fail_member (error, ballot, "weight", sentence);
}

/* One ballot: its choices into @marks, which are zero before. */
static gboolean
read_ballot (const TrhElection *self, TrhJsonWalk *walk, guint ballot, guint8 *marks, gint64 *weight, GError **error)
{
  static const char *const members[] = { "approve", "grades", "ranking" };
  static gboolean (*const readers[]) (const TrhElection *, TrhJsonWalk *, guint, guint8 *, GError **) = {
    read_approvals, read_grades, read_ranking,
  };
  gboolean found = FALSE;
  TrhJsonWalk name;

  *weight = 1;
  if (!trh_json_walk_enter (walk, '{'))
    return fail_member (error, ballot, NULL, _("an object is expected"));
  while (trh_json_walk_next (walk) && trh_json_walk_name (walk, &name))
    if (trh_json_walk_is (&name, members[self->kind]))
      {
        found = TRUE;
        if (!trh_json_walk_enter (walk, '['))
          return fail_member (error, ballot, members[self->kind], _("a list is expected"));
        if (!readers[self->kind] (self, walk, ballot, marks, error))
          return FALSE;
      }
    else if (!trh_json_walk_is (&name, "weight"))
      trh_json_walk_skip (walk);
    else if (!read_weight (walk, ballot, weight, error))
      return FALSE;
  return found || fail_member (error, ballot, members[self->kind], _("this member is missing"));
}

/* Before the first ballot too many: says how many there are. */
static gboolean
fail_too_many (TrhJsonWalk *walk, GError **error)
{
  g_autofree char *sentence = NULL;
  guint n_ballots = TRH_MAX_BALLOTS;

  do
    {
      n_ballots++;
      trh_json_walk_skip (walk);
    }
  while (trh_json_walk_next (walk));
  sentence = trh_read_say_length (n_ballots, 0, TRH_MAX_BALLOTS);
  trh_read_fail (error, "", "ballots", sentence);
  return FALSE;
}

static gboolean
read_ballots (TrhElection *self, TrhJsonWalk walk, GError **error)
{
  g_autofree guint8 *marks = g_new (guint8, self->n_candidates);
  gint64 total = 0, weight;

  trh_json_walk_enter (&walk, '[');
  for (guint i = 0; trh_json_walk_next (&walk); i++)
    {
      if (i == TRH_MAX_BALLOTS)
        return fail_too_many (&walk, error);
      memset (marks, 0, self->n_candidates);
      if (!read_ballot (self, &walk, i, marks, &weight, error))
        return FALSE;
      total += weight;
      if (total > MAX_WEIGHT)
        return fail_member (error, i, "weight", _("there are more ballots than can be counted exactly"));
      trh_ballots_add (self->ballots, marks, (guint64) weight);
    }
  return TRUE;
}

/* A list of distinct candidates. */
static gboolean
read_indices (JsonArray *list, guint n_candidates, const char *place, guint *indices, GError **error)
{
  g_autofree guint8 *seen = g_new0 (guint8, n_candidates);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      gint64 c = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                 ? json_node_get_int (node) : -1;

      if (c < 0 || c >= n_candidates || seen[c])
        {
          fail_at (error, place, i, c >= 0 && c < n_candidates ? _("this candidate is there twice")
                                                               : _("the number of a candidate is expected"));
          return FALSE;
        }
      seen[c] = TRUE;
      indices[i] = (guint) c;
    }
  return TRUE;
}

/* Groups are texts or null. */
static gboolean
read_groups (TrhElection *self, JsonObject *root, GError **error)
{
  JsonArray *list = trh_read_list (root, "", "groups", self->n_candidates, self->n_candidates, error);

  if (list == NULL)
    return FALSE;
  self->groups = g_new0 (char *, self->n_candidates + 1);
  for (guint i = 0; i < self->n_candidates; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

      if (!is_text && !JSON_NODE_HOLDS_NULL (node))
        {
          fail_at (error, "groups", i, _("a text is expected"));
          return FALSE;
        }
      self->groups[i] = g_strdup (is_text ? json_node_get_string (node) : "");
    }
  return TRUE;
}

static gboolean
read_quotas (TrhElection *self, JsonObject *root, GError **error)
{
  JsonArray *list = trh_read_list (root, "", "quotas", 0, TRH_MAX_PARTS, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf ("quotas[%u]", i);
      JsonObject *object = trh_read_object (json_array_get_element (list, i), place, error);
      const char *group = object != NULL ? trh_read_text (object, place, "group", TRH_MAX_TITLE, error) : NULL;
      gint64 least = 0, most = G_MAXUINT;

      if (group == NULL ||
          (json_object_has_member (object, "min") &&
           !trh_read_number (object, place, "min", 0, TRH_MAX_SEATS, &least, error)) ||
          (json_object_has_member (object, "max") &&
           !trh_read_number (object, place, "max", 0, TRH_MAX_SEATS, &most, error)))
        return FALSE;
      trh_election_add_quota (self, group, (guint) least, (guint) most);
    }
  return TRUE;
}

static gboolean
read_lot (TrhElection *self, JsonObject *root, GError **error)
{
  JsonArray *list = trh_read_list (root, "", "lot", self->n_candidates, self->n_candidates, error);

  if (list == NULL)
    return FALSE;
  self->lot = g_new0 (guint, self->n_candidates);
  return read_indices (list, self->n_candidates, "lot", self->lot, error);
}

static gboolean
read_rest (TrhElection *self, JsonObject *root, GError **error)
{
  gint64 seats = 0;

  if (json_object_has_member (root, "seats") &&
      !trh_read_number (root, "", "seats", 1, self->n_candidates, &seats, error))
    return FALSE;
  self->seats = (guint) seats;
  if (self->kind == TRH_BALLOT_PAPER_GRADES)
    {
      self->grades = trh_read_texts (root, "", "grades", 2, 100, TRH_MAX_TITLE, error);
      if (self->grades == NULL)
        return FALSE;
    }
  if ((json_object_has_member (root, "groups") && !read_groups (self, root, error)) ||
      (json_object_has_member (root, "quotas") && !read_quotas (self, root, error)) ||
      (json_object_has_member (root, "lot") && !read_lot (self, root, error)))
    return FALSE;
  return trh_read_list (root, "", "ballots", 0, TRH_MAX_BALLOTS, error) != NULL;
}

/* The file without its ballots, which are too many for a tree of nodes. */
static GBytes *
leave_out (GBytes *bytes, const TrhJsonWalk *ballots)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  GString *rest = g_string_new_len (text, ballots->at - text);

  g_string_append (rest, "[]");
  g_string_append_len (rest, ballots->end, text + length - ballots->end);
  return g_string_free_to_bytes (rest);
}

static JsonNode *
parse_without_ballots (GBytes *bytes, TrhJsonWalk *ballots, GError **error)
{
  g_autoptr(GBytes) rest = NULL;

  *ballots = (TrhJsonWalk) { NULL, NULL };
  if (!trh_json_check (bytes, error))
    return NULL;
  if (!trh_json_walk_find (bytes, "ballots", ballots) || *ballots->at != '[')
    {
      ballots->at = NULL;
      return trh_json_parse (bytes, error);
    }
  rest = leave_out (bytes, ballots);
  return trh_json_parse (rest, error);
}

static TrhElection *
read_election (JsonNode *node, const TrhJsonWalk *ballots, GError **error)
{
  JsonObject *root = trh_read_object (node, "", error);
  const char *kind = root != NULL ? trh_read_text (root, "", "ballot_type", TRH_MAX_TITLE, error) : NULL;
  g_autoptr(TrhElection) self = NULL;
  g_auto(GStrv) candidates = NULL;
  guint index;

  if (kind == NULL)
    return NULL;
  for (index = 0; kind_names[index] != NULL && !g_str_equal (kind_names[index], kind); index++)
    ;
  if (kind_names[index] == NULL)
    {
      trh_read_fail (error, "", "ballot_type", _("“approval”, “graded” or “ranked” is expected"));
      return NULL;
    }
  candidates = trh_read_texts (root, "", "candidates", 1, TRH_MAX_CANDIDATES, TRH_MAX_TITLE, error);
  if (candidates == NULL)
    return NULL;

  self = trh_election_new ((TrhBallotPaperKind) index, (const char *const *) candidates);
  if (!read_rest (self, root, error) || (ballots->at != NULL && !read_ballots (self, *ballots, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * trh_election_parse:
 * @bytes: a plain ballots file
 * @error: return location for a #TrhDataError that names line, column and path
 *
 * Returns: (transfer full): the election, or %NULL with @error set
 */
TrhElection *
trh_election_parse (GBytes *bytes, GError **error)
{
  TrhJsonWalk ballots;
  g_autoptr(JsonNode) node = parse_without_ballots (bytes, &ballots, error);
  TrhElection *self = node != NULL ? read_election (node, &ballots, error) : NULL;

  if (self == NULL)
    trh_json_place_error (bytes, error);
  return self;
}

static void
append_texts (GString *out, const char *name, char **texts)
{
  g_string_append_printf (out, ",\n  \"%s\": ", name);
  trh_json_append_texts (out, texts);
}

static void
append_indices (GString *out, const guint8 *marks, guint n, guint8 mark)
{
  const char *comma = "";

  g_string_append_c (out, '[');
  for (guint c = 0; c < n; c++)
    if (marks[c] == mark)
      {
        g_string_append_printf (out, "%s%u", comma, c);
        comma = ", ";
      }
  g_string_append_c (out, ']');
}

static void
append_marks (GString *out, const TrhElection *self, const guint8 *marks)
{
  const guint n = self->n_candidates;

  switch (self->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      g_string_append (out, "\"grades\": [");
      for (guint c = 0; c < n; c++)
        if (marks[c] == 0)
          g_string_append (out, c > 0 ? ", null" : "null");
        else
          g_string_append_printf (out, "%s%u", c > 0 ? ", " : "", marks[c] - 1u);
      g_string_append_c (out, ']');
      break;
    case TRH_BALLOT_PAPER_RANKING:
      g_string_append (out, "\"ranking\": [");
      for (guint rank = 1; rank <= n && memchr (marks, (int) rank, n) != NULL; rank++)
        {
          g_string_append (out, rank > 1 ? ", " : "");
          append_indices (out, marks, n, (guint8) rank);
        }
      g_string_append_c (out, ']');
      break;
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      g_string_append (out, "\"approve\": ");
      append_indices (out, marks, n, 1);
      break;
    }
}

static void
append_quotas (GString *out, const TrhElection *self)
{
  g_string_append (out, ",\n  \"quotas\": [");
  for (guint i = 0; i < self->quotas->len; i++)
    {
      const TrhQuota *quota = &g_array_index (self->quotas, TrhQuota, i);

      g_string_append (out, i > 0 ? ", {\"group\": " : "{\"group\": ");
      trh_json_append_text (out, quota->group);
      g_string_append_printf (out, ", \"min\": %u", quota->least);
      if (quota->most != G_MAXUINT)
        g_string_append_printf (out, ", \"max\": %u", quota->most);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_ballots (GString *out, const TrhElection *self)
{
  guint n_lines = trh_ballots_get_n_lines (self->ballots);

  g_string_append (out, ",\n  \"ballots\": [");
  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      if (trh_ballots_get_weight (self->ballots, i) != 1)
        g_string_append_printf (out, "\"weight\": %" G_GUINT64_FORMAT ", ", trh_ballots_get_weight (self->ballots, i));
      append_marks (out, self, trh_ballots_peek_marks (self->ballots, i));
      g_string_append_c (out, '}');
    }
  g_string_append (out, n_lines > 0 ? "\n  ]\n}\n" : "]\n}\n");
}

/**
 * trh_election_print:
 *
 * Writes a plain ballots file that trh_election_parse() reads again alike.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
trh_election_print (const TrhElection *self)
{
  GString *out = g_string_new ("{\n  \"ballot_type\": ");

  trh_json_append_text (out, kind_names[self->kind]);
  append_texts (out, "candidates", self->candidates);
  if (self->grades != NULL)
    append_texts (out, "grades", self->grades);
  if (self->seats > 0)
    g_string_append_printf (out, ",\n  \"seats\": %u", self->seats);
  if (self->groups != NULL)
    append_texts (out, "groups", self->groups);
  if (self->quotas->len > 0)
    append_quotas (out, self);
  if (self->lot != NULL)
    {
      g_string_append (out, ",\n  \"lot\": [");
      for (guint i = 0; i < self->n_candidates; i++)
        g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", self->lot[i]);
      g_string_append_c (out, ']');
    }
  append_ballots (out, self);

  return g_string_free_to_bytes (out);
}
