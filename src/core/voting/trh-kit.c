/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-kit.h"

#include <glib/gi18n.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-read.h"

/* The prepared urn stands in the kit as it is written alone. */
#define FORMAT  "transhumances-kit"
#define VERSION 1
#define MAX_LANGUAGES 10

/**
 * trh_kit_new:
 * @question: put to the residents
 * @paper: what a voter is asked; shared
 * @urn: (transfer full): an urn with candidates in the order of @paper that nobody has opened
 *
 * Returns: (transfer full): a kit; its other members are still to be set
 */
TrhKit *
trh_kit_new (const char *question, TrhBallotPaper *paper, TrhUrnContent *urn)
{
  TrhKit *self = g_new0 (TrhKit, 1);
  g_autofree char *asked = trh_ballot_paper_dup_sum (paper);

  g_return_val_if_fail (urn->form.n_candidates == paper->candidates->len, NULL);

  self->season = g_strdup ("");
  self->question = g_strdup (question);
  self->guarantees = g_strdup ("");
  self->who_votes = g_strdup ("");
  self->method = g_strdup ("");
  self->seats = 1;
  self->keeps_ties = TRUE;
  self->paper = trh_ballot_paper_ref (paper);
  self->urn = urn;
  g_strlcpy (urn->asked, asked, sizeof urn->asked); /* the urn that comes back tells what its voters read */
  return self;
}

TrhKit *
trh_kit_copy (const TrhKit *self)
{
  TrhKit *copy = g_memdup2 (self, sizeof *self);

  copy->season = g_strdup (self->season);
  copy->question = g_strdup (self->question);
  copy->who_votes = g_strdup (self->who_votes);
  copy->method = g_strdup (self->method);
  copy->guarantees = g_strdup (self->guarantees);
  copy->paper = trh_ballot_paper_ref (self->paper);
  copy->urn = trh_urn_content_copy (self->urn);
  return copy;
}

void
trh_kit_free (TrhKit *self)
{
  g_free (self->season);
  g_free (self->question);
  g_free (self->guarantees);
  g_free (self->who_votes);
  g_free (self->method);
  g_clear_pointer (&self->paper, trh_ballot_paper_unref);
  g_clear_pointer (&self->urn, trh_urn_content_free);
  g_free (self);
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, ",\n  \"%s\": ", name);
  trh_json_append_text (out, text);
}

static void
append_texts (GString *out, const char *name, char **texts)
{
  g_string_append_printf (out, ",\n  \"%s\": ", name);
  trh_json_append_texts (out, texts);
}

static void
append_candidates (GString *out, TrhBallotPaper *paper)
{
  g_string_append (out, ",\n  \"candidates\": [");
  for (guint i = 0; i < paper->candidates->len; i++)
    {
      const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (paper, i);

      g_string_append (out, i > 0 ? ",\n    {\"letter\": " : "\n    {\"letter\": ");
      trh_json_append_text (out, candidate->letter);
      g_string_append (out, ", \"name\": ");
      trh_json_append_text (out, candidate->name);
      g_string_append (out, ", \"discipline\": ");
      trh_json_append_text (out, candidate->discipline);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n  ]");
}

/**
 * trh_kit_print:
 *
 * Returns: (transfer full): the file
 */
GBytes *
trh_kit_print (const TrhKit *self)
{
  GString *out = g_string_new ("{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION));
  g_autoptr(GBytes) urn = trh_urn_content_print (self->urn);
  gsize length;
  const char *text = g_bytes_get_data (urn, &length);

  append_text (out, "season", self->season);
  append_text (out, "question", self->question);
  append_text (out, "who-votes", self->who_votes);
  append_text (out, "method", self->method);
  g_string_append_printf (out, ",\n  \"seats\": %u,\n  \"keeps-ties\": %s,\n  \"purge-day\": %d,\n  \"rotates\": %s",
                          self->seats, self->keeps_ties ? "true" : "false", self->purge_day,
                          self->paper->rotates ? "true" : "false");
  append_text (out, "guarantees", self->guarantees);
  append_texts (out, "languages", self->paper->languages);
  append_texts (out, "grades", self->paper->grades);
  append_candidates (out, self->paper);
  g_string_append (out, ",\n  \"urn\":\n");
  g_string_append_len (out, text, (gssize) length - 1); /* without its last line end */
  trh_append_sum (out);
  return g_string_free_to_bytes (out);
}

static gboolean
read_candidates (TrhBallotPaper *paper, JsonObject *root, GError **error)
{
  static const char *const names[] = { "letter", "name", "discipline", NULL };
  JsonArray *list = trh_read_list (root, "", "candidates", 1, TRH_MAX_CANDIDATES, error);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("candidates[%u]", i);
      JsonObject *object = trh_read_object (json_array_get_element (list, i), place, error);
      const char *texts[3];

      if (object == NULL || !trh_read_only (object, place, names, error))
        return FALSE;
      for (guint t = 0; t < 3; t++)
        if ((texts[t] = trh_read_text (object, place, names[t], TRH_MAX_TITLE, error)) == NULL)
          return FALSE;
      trh_ballot_paper_add_candidate (paper, texts[0], texts[1], texts[2]);
    }
  return list != NULL;
}

static gboolean
read_paper (TrhKit *self, JsonObject *root, GError **error)
{
  g_auto(GStrv) languages = trh_read_texts (root, "", "languages", 1, MAX_LANGUAGES, TRH_MAX_ID, error);
  g_auto(GStrv) grades = languages != NULL ? trh_read_texts (root, "", "grades", 0, TRH_MAX_GRADES, TRH_MAX_TITLE, error) : NULL;
  gboolean rotates = FALSE;

  if (grades == NULL || !trh_read_flag (root, "", "rotates", &rotates, error))
    return FALSE;
  self->paper = trh_ballot_paper_new (self->urn->form.kind, self->question);
  self->paper->min_choices = self->urn->form.min_choices;
  self->paper->max_choices = self->urn->form.max_choices;
  self->paper->rotates = rotates;
  self->paper->rehearsal = self->urn->rehearsal;
  trh_ballot_paper_set_languages (self->paper, (const char *const *) languages);
  trh_ballot_paper_set_grades (self->paper, (const char *const *) grades);
  return read_candidates (self->paper, root, error);
}

/* The paper asks for what the urn takes, and the urn is new: every slip that was handed out still votes. */
static gboolean
check_urn (const TrhKit *self, GError **error)
{
  const TrhUrnContent *urn = self->urn;

  if (urn->form.n_candidates != self->paper->candidates->len ||
      (urn->form.kind == TRH_BALLOT_PAPER_GRADES && urn->form.n_grades != trh_ballot_paper_get_n_grades (self->paper)))
    trh_read_fail (error, "", "urn", _("the urn is not made for this ballot"));
  else if (urn->boxes->len > 0 || urn->used->len > 0 || urn->cancelled->len > 0 || urn->lots->len > 0 || urn->stopped ||
           trh_urn_content_is_closed (urn))
    trh_read_fail (error, "", "urn", _("the urn is not empty"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_members (TrhKit *self, JsonObject *root, GError **error)
{
  static const char *const names[] = { "format", "version", "season", "question", "who-votes", "method", "seats",
                                       "keeps-ties", "purge-day", "rotates", "guarantees", "languages", "grades",
                                       "candidates", "urn", "sum", NULL };
  const char *format = trh_read_text (root, "", "format", TRH_MAX_TITLE, error);
  gint64 version, seats, day;

  if (format == NULL)
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      trh_read_fail (error, "", "format", _("this is not the kit of a session"));
      return FALSE;
    }
  if (!trh_read_number (root, "", "version", 1, VERSION, &version, error) || !trh_read_only (root, "", names, error) ||
      (self->season = g_strdup (trh_read_text (root, "", "season", TRH_MAX_TITLE, error))) == NULL ||
      (self->question = g_strdup (trh_read_text (root, "", "question", TRH_MAX_TITLE, error))) == NULL ||
      (self->who_votes = g_strdup (trh_read_text (root, "", "who-votes", TRH_MAX_PROSE, error))) == NULL ||
      (self->guarantees = g_strdup (trh_read_text (root, "", "guarantees", TRH_MAX_PROSE, error))) == NULL ||
      (self->method = g_strdup (trh_read_text (root, "", "method", TRH_MAX_TITLE, error))) == NULL ||
      !trh_read_number (root, "", "seats", 1, TRH_MAX_SEATS, &seats, error) ||
      !trh_read_flag (root, "", "keeps-ties", &self->keeps_ties, error) ||
      !trh_read_number (root, "", "purge-day", 0, TRH_MAX_DAY, &day, error))
    return FALSE;
  self->seats = (guint) seats;
  self->purge_day = (int) day;
  if (!json_object_has_member (root, "urn"))
    {
      trh_read_fail (error, "", "urn", _("this member is missing"));
      return FALSE;
    }
  self->urn = trh_urn_content_read (json_object_get_member (root, "urn"), "urn", error);
  return self->urn != NULL && read_paper (self, root, error) && check_urn (self, error);
}

/**
 * trh_kit_parse:
 * @bytes: the file of a kit
 * @error: return location for a #TrhDataError that names the place
 *
 * Takes only what trh_kit_print() gives.
 *
 * Returns: (transfer full): the kit, or %NULL with @error set
 */
TrhKit *
trh_kit_parse (GBytes *bytes, GError **error)
{
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  g_autoptr(TrhKit) self = g_new0 (TrhKit, 1);
  g_autoptr(GBytes) again = NULL;
  g_autofree char *asked = NULL;

  if (root == NULL)
    return NULL;
  if (!read_members (self, root, error))
    {
      trh_json_place_error (bytes, error);
      return NULL;
    }
  again = trh_kit_print (self);
  if (!g_bytes_equal (bytes, again))
    {
      trh_read_fail (error, "", "sum", _("the bag was changed after it was written"));
      return NULL;
    }
  asked = trh_ballot_paper_dup_sum (self->paper);
  if (!g_str_equal (self->urn->asked, asked)) /* its sum was written anew */
    {
      trh_read_fail (error, "", "candidates", _("the ballot is not the one that this bag was made with"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * trh_kit_open:
 * @opened_by: the two people who see that the urn is empty
 * @day: in days since 1970-01-01, as the clock of this computer says, which they checked
 * @minute: local time, in minutes since midnight
 *
 * Returns: (transfer full): the empty urn of the session, for trh_urn_create()
 */
TrhUrnContent *
trh_kit_open (const TrhKit *self, const char *const opened_by[2], int day, int minute)
{
  TrhUrnContent *urn = trh_urn_content_copy (self->urn);

  for (guint i = 0; i < 2; i++)
    {
      g_free (urn->opened_by[i]);
      urn->opened_by[i] = g_strdup (opened_by[i]);
    }
  urn->day = day;
  urn->opened_at = minute;
  return urn;
}
