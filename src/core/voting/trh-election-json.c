/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-election.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* A list of distinct candidates. */
static gboolean
read_indices (JsonArray *list, guint n_candidates, const char *place, guint8 *marks, guint8 mark, GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      gint64 c = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                 ? json_node_get_int (node) : -1;

      if (c < 0 || c >= n_candidates || marks[c] != 0)
        {
          g_autofree char *at = g_strdup_printf ("%s[%u]", place, i);

          trh_read_fail (error, at, NULL, c >= 0 && c < n_candidates ? _("this candidate is there twice")
                                                                     : _("the number of a candidate is expected"));
          return FALSE;
        }
      marks[c] = mark;
    }
  return TRUE;
}

static gboolean
read_ranking (JsonArray *list, guint n_candidates, const char *place, guint8 *marks, GError **error)
{
  for (guint rank = 0; rank < json_array_get_length (list); rank++)
    {
      JsonNode *node = json_array_get_element (list, rank);
      g_autofree char *at = g_strdup_printf ("%s.ranking[%u]", place, rank);

      if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
        {
          trh_read_fail (error, at, NULL, _("a list is expected"));
          return FALSE;
        }
      if (!read_indices (json_node_get_array (node), n_candidates, at, marks, (guint8) (rank + 1), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_grades (JsonArray *list, guint n_grades, const char *place, guint8 *marks, GError **error)
{
  for (guint c = 0; c < json_array_get_length (list); c++)
    {
      JsonNode *node = json_array_get_element (list, c);
      gint64 grade = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                     ? json_node_get_int (node) : -1;

      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (grade < 0 || grade >= n_grades)
        {
          g_autofree char *at = g_strdup_printf ("%s.grades[%u]", place, c);

          trh_read_fail (error, at, NULL, _("the number of a grade is expected"));
          return FALSE;
        }
      marks[c] = (guint8) (grade + 1);
    }
  return TRUE;
}

static gboolean
read_marks (const TrhElection *self, JsonObject *object, const char *place, guint8 *marks, GError **error)
{
  const guint n = self->n_candidates;
  g_autofree char *at = NULL;
  JsonArray *list;

  switch (self->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      list = trh_read_list (object, place, "grades", n, n, error);
      return list != NULL && read_grades (list, g_strv_length (self->grades), place, marks, error);
    case TRH_BALLOT_PAPER_RANKING:
      list = trh_read_list (object, place, "ranking", 0, n, error);
      return list != NULL && read_ranking (list, n, place, marks, error);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      list = trh_read_list (object, place, "approve", 0, n, error);
      at = g_strconcat (place, ".approve", NULL);
      return list != NULL && read_indices (list, n, at, marks, 1, error);
    }
}

static gboolean
read_ballots (TrhElection *self, JsonArray *list, GError **error)
{
  g_autofree guint8 *marks = g_new (guint8, self->n_candidates);
  gint64 total = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf ("ballots[%u]", i);
      JsonObject *object = trh_read_object (json_array_get_element (list, i), place, error);
      gint64 weight = 1;

      memset (marks, 0, self->n_candidates);
      if (object == NULL ||
          (json_object_has_member (object, "weight") &&
           !trh_read_number (object, place, "weight", 1, MAX_WEIGHT, &weight, error)) ||
          !read_marks (self, object, place, marks, error))
        return FALSE;
      total += weight;
      if (total > MAX_WEIGHT)
        {
          trh_read_fail (error, place, "weight", _("there are more ballots than can be counted exactly"));
          return FALSE;
        }
      trh_ballots_add (self->ballots, marks, (guint64) weight);
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
          g_autofree char *at = g_strdup_printf ("groups[%u]", i);

          trh_read_fail (error, at, NULL, _("a text is expected"));
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
  g_autofree guint8 *seen = g_new0 (guint8, self->n_candidates);

  if (list == NULL || !read_indices (list, self->n_candidates, "lot", seen, 1, error))
    return FALSE;
  self->lot = g_new (guint, self->n_candidates);
  for (guint i = 0; i < self->n_candidates; i++)
    self->lot[i] = (guint) json_array_get_int_element (list, i);
  return TRUE;
}

static gboolean
read_rest (TrhElection *self, JsonObject *root, GError **error)
{
  JsonArray *list;
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

  list = trh_read_list (root, "", "ballots", 0, TRH_MAX_BALLOTS, error);
  return list != NULL && read_ballots (self, list, error);
}

static TrhElection *
read_election (JsonNode *node, GError **error)
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
  return read_rest (self, root, error) ? g_steal_pointer (&self) : NULL;
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
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  TrhElection *self = node != NULL ? read_election (node, error) : NULL;

  if (self == NULL)
    trh_json_place_error (bytes, error);
  return self;
}

static void
append_texts (GString *out, const char *name, char **texts)
{
  g_string_append_printf (out, ",\n  \"%s\": [", name);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      trh_json_append_text (out, texts[i]);
    }
  g_string_append_c (out, ']');
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
