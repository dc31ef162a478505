/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-roll.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/voting/trh-read.h"
#include "core/voting/trh-urn-private.h"

#define FORMAT  "transhumances-roll"
#define VERSION 1

typedef struct {
  char    *name;
  char    *detail; /* a year of birth or a street, to tell people of one name apart; or "" */
  gboolean has_signed;
} Person;

struct _TrhRoll
{
  char      *session_id;
  int        purge_day;
  GPtrArray *people; /* (element-type Person), by name and detail */
};

G_DEFINE_QUARK (trh-roll-error-quark, trh_roll_error)

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->detail);
  g_free (person);
}

/**
 * trh_roll_new:
 * @session_id: of the session
 * @purge_day: when it is destroyed, in days since 1970-01-01; 0 is not said
 *
 * Returns: (transfer full): a roll without names
 */
TrhRoll *
trh_roll_new (const char *session_id, int purge_day)
{
  TrhRoll *self = g_new0 (TrhRoll, 1);

  self->session_id = g_strdup (session_id);
  self->purge_day = purge_day;
  self->people = g_ptr_array_new_with_free_func (person_free);
  return self;
}

void
trh_roll_free (TrhRoll *self)
{
  g_free (self->session_id);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static const Person *
peek (const TrhRoll *self, guint index)
{
  return self->people->pdata[index];
}

/* In days since 1970-01-01; 0 is not said. */
int
trh_roll_get_purge_day (const TrhRoll *self)
{
  return self->purge_day;
}

guint
trh_roll_get_n (const TrhRoll *self)
{
  return self->people->len;
}

guint
trh_roll_get_n_signed (const TrhRoll *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += peek (self, i)->has_signed ? 1 : 0;
  return n;
}

const char *
trh_roll_get_name (const TrhRoll *self, guint index)
{
  return peek (self, index)->name;
}

const char *
trh_roll_get_detail (const TrhRoll *self, guint index)
{
  return peek (self, index)->detail;
}

gboolean
trh_roll_has_signed (const TrhRoll *self, guint index)
{
  return peek (self, index)->has_signed;
}

/* A person with what tells them from others of that name. */
static char *
join (const char *name, const char *detail)
{
  return *detail != '\0' ? g_strdup_printf ("%s (%s)", name, detail) : g_strdup (name);
}

/* As people look for a name: without accents or capitals first, and then every difference counts. */
static int
compare (const char *name, const char *detail, const Person *person)
{
  g_autofree char *folded = trh_text_fold (name), *other = trh_text_fold (person->name);
  int order = strcmp (folded, other);

  if (order == 0)
    order = strcmp (name, person->name);
  return order != 0 ? order : strcmp (detail, person->detail);
}

/**
 * trh_roll_add:
 * @name: of a person
 * @detail: what tells people of one name apart, or ""
 * @index: (out) (optional): the place
 * @error: return location for %TRH_ROLL_ERROR_TWICE
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_roll_add (TrhRoll *self, const char *name, const char *detail, guint *index, GError **error)
{
  guint low = 0, high = self->people->len;
  Person *person;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare (name, detail, peek (self, middle));

      if (order == 0)
        {
          g_autofree char *label = join (name, detail);

          /* Translators: a person */
          g_set_error (error, TRH_ROLL_ERROR, TRH_ROLL_ERROR_TWICE, _("%s is on the roll already."), label);
          return FALSE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  person = g_new0 (Person, 1);
  person->name = g_strdup (name);
  person->detail = g_strdup (detail);
  g_ptr_array_insert (self->people, (int) low, person);
  if (index != NULL)
    *index = low;
  return TRUE;
}

/**
 * trh_roll_import:
 * @lines: UTF-8, a person a line: the name, then perhaps a semicolon or a tab and a detail
 * @refused: (nullable) (element-type utf8): gets those who were on the roll already or came twice, and lines too long
 *
 * Returns: how many people were added
 */
guint
trh_roll_import (TrhRoll *self, const char *lines, GPtrArray *refused)
{
  g_auto(GStrv) split = g_strsplit (lines, "\n", -1);
  guint n = 0;

  for (guint i = 0; split[i] != NULL && self->people->len < TRH_MAX_RECORDS; i++)
    {
      g_auto(GStrv) parts = g_strsplit_set (split[i], ";\t", 2);
      const char *name = parts[0] != NULL ? g_strstrip (parts[0]) : "";
      const char *detail = parts[0] != NULL && parts[1] != NULL ? g_strstrip (parts[1]) : "";
      gboolean fits = g_utf8_strlen (name, -1) <= TRH_MAX_TITLE && g_utf8_strlen (detail, -1) <= TRH_MAX_TITLE;

      if (*name == '\0')
        continue;
      if (fits && trh_roll_add (self, name, detail, NULL, NULL))
        n++;
      else if (refused != NULL)
        g_ptr_array_add (refused, join (name, detail));
    }
  return n;
}

/**
 * trh_roll_remove:
 * @index: of a person who has not signed
 */
void
trh_roll_remove (TrhRoll *self, guint index)
{
  g_return_if_fail (index < self->people->len && !peek (self, index)->has_signed);

  g_ptr_array_remove_index (self->people, index);
}

/**
 * trh_roll_dup_label:
 * @index: of a person
 *
 * Returns: (transfer full): the name, with what tells people of one name apart
 */
char *
trh_roll_dup_label (const TrhRoll *self, guint index)
{
  return join (peek (self, index)->name, peek (self, index)->detail);
}

/**
 * trh_roll_sign:
 * @index: of a person
 * @error: return location for %TRH_ROLL_ERROR_SIGNED
 *
 * Returns: %FALSE with @error set: nobody signs twice
 */
gboolean
trh_roll_sign (TrhRoll *self, guint index, GError **error)
{
  Person *person = self->people->pdata[index];

  if (person->has_signed)
    {
      g_autofree char *label = join (person->name, person->detail);

      /* Translators: a person */
      g_set_error (error, TRH_ROLL_ERROR, TRH_ROLL_ERROR_SIGNED, _("%s has signed already."), label);
      return FALSE;
    }
  person->has_signed = TRUE;
  return TRUE;
}

/* The tick beside @index was a mistake. */
void
trh_roll_take_back (TrhRoll *self, guint index)
{
  ((Person *) self->people->pdata[index])->has_signed = FALSE;
}

/**
 * trh_roll_print:
 *
 * Returns: (transfer full): the file
 */
GBytes *
trh_roll_print (const TrhRoll *self)
{
  GString *out = g_string_new ("{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION) ",\n  \"session\": ");

  trh_json_append_text (out, self->session_id);
  g_string_append_printf (out, ",\n  \"purge-day\": %d,\n  \"people\": [", self->purge_day);
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = peek (self, i);

      g_string_append (out, i > 0 ? ",\n    {\"name\": " : "\n    {\"name\": ");
      trh_json_append_text (out, person->name);
      g_string_append (out, ", \"detail\": ");
      trh_json_append_text (out, person->detail);
      g_string_append_printf (out, ", \"signed\": %s}", person->has_signed ? "true" : "false");
    }
  g_string_append (out, self->people->len > 0 ? "\n  ]" : "]");
  trh_append_sum (out);
  return g_string_free_to_bytes (out);
}

static gboolean
read_person (TrhRoll *self, JsonNode *node, guint number, GError **error)
{
  static const char *const names[] = { "name", "detail", "signed", NULL };
  g_autofree char *place = g_strdup_printf ("people[%u]", number);
  JsonObject *object = trh_read_object (node, place, error);
  const char *name, *detail;
  gboolean has_signed;
  guint index;

  if (object == NULL || !trh_read_only (object, place, names, error) ||
      (name = trh_read_text (object, place, "name", TRH_MAX_TITLE, error)) == NULL ||
      (detail = trh_read_text (object, place, "detail", TRH_MAX_TITLE, error)) == NULL ||
      !trh_read_flag (object, place, "signed", &has_signed, error) || !trh_roll_add (self, name, detail, &index, error))
    return FALSE;
  ((Person *) self->people->pdata[index])->has_signed = has_signed;
  return TRUE;
}

/**
 * trh_roll_parse:
 * @bytes: the file of a roll
 * @error: return location for a #TrhDataError that names the place, or a #TrhRollError
 *
 * Takes only what trh_roll_print() gives.
 *
 * Returns: (transfer full): the roll, or %NULL with @error set
 */
TrhRoll *
trh_roll_parse (GBytes *bytes, GError **error)
{
  static const char *const names[] = { "format", "version", "session", "purge-day", "people", "sum", NULL };
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  const char *format = root != NULL ? trh_read_text (root, "", "format", TRH_MAX_TITLE, error) : NULL;
  g_autoptr(TrhRoll) self = NULL;
  g_autoptr(GBytes) again = NULL;
  const char *session_id;
  JsonArray *people;
  gint64 version, day;

  if (format == NULL)
    return NULL;
  if (!g_str_equal (format, FORMAT))
    {
      trh_read_fail (error, "", "format", _("this is not the roll of a session"));
      return NULL;
    }
  if (!trh_read_number (root, "", "version", 1, VERSION, &version, error) || !trh_read_only (root, "", names, error) ||
      (session_id = trh_read_text (root, "", "session", TRH_MAX_ID, error)) == NULL ||
      !trh_read_number (root, "", "purge-day", 0, TRH_MAX_DAY, &day, error) ||
      (people = trh_read_list (root, "", "people", 0, TRH_MAX_RECORDS, error)) == NULL)
    return NULL;
  self = trh_roll_new (session_id, (int) day);
  for (guint i = 0; i < json_array_get_length (people); i++)
    if (!read_person (self, json_array_get_element (people, i), i, error))
      return NULL;
  again = trh_roll_print (self);
  if (g_bytes_equal (bytes, again))
    return g_steal_pointer (&self);
  trh_read_fail (error, "", "sum", _("the roll was changed after it was written"));
  return NULL;
}

/**
 * trh_roll_get_path:
 * @session_id: of a session
 *
 * Returns: (transfer full): `rolls/ID.roll` in the data folder of the program: not beside the urn
 */
char *
trh_roll_get_path (const char *session_id)
{
  return trh_urn_build_path ("rolls", session_id, NULL, ".roll");
}
