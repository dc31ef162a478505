/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-describe.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"

/* A summary is for a glance. */
#define MAX_CHARS       60 /* of all that is said */
#define MAX_VALUE_CHARS 32

static char *
say_int (const TrhSchema *schema, const TrhField *field, int number)
{
  switch (field->format)
    {
    case TRH_FORMAT_CHOICE:
      return g_strdup (trh_label_choice (schema, field, number));
    case TRH_FORMAT_DAY:
      return number == TRH_NO_DAY ? g_strdup ("") : trh_day_say (number);
    case TRH_FORMAT_CLOCK:
      return number == TRH_NO_CLOCK ? g_strdup ("") : trh_clock_say (number);
    case TRH_FORMAT_PLAIN:
    case TRH_FORMAT_PROSE:
    case TRH_FORMAT_WEEKDAYS:
    case TRH_FORMAT_ID:
    case TRH_FORMAT_PRIVATE:
    default:
      return g_strdup_printf ("%d", number);
    }
}

/* With the decimal sign of the language: the person's language may not be installed as a locale. */
static char *
say_real (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text = g_string_new (g_ascii_formatd (digits, sizeof digits, "%g", number));

  g_string_replace (text, ".", C_("decimal sign", "."), 1);
  return g_string_free (text, FALSE);
}

/**
 * trh_describe_value:
 * @project: what references are looked up in
 * @record: an object of it
 * @field: a line of its table
 *
 * Returns: (transfer full) (nullable): a value as a person reads it, "" for one that is not there; %NULL for a list
 */
char *
trh_describe_value (TrhProject *project, gconstpointer record, const TrhField *field)
{
  gpointer member = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      return field->format == TRH_FORMAT_ID && **(char **) member != '\0'
               ? trh_describe_id (project, *(char **) member) : g_strdup (*(char **) member);
    case TRH_KIND_REAL:
      return say_real (*(double *) member);
    case TRH_KIND_INT:
      return say_int (((const TrhRecord *) record)->schema, field, *(int *) member);
    case TRH_KIND_BOOL:
      return g_strdup (*(bool *) member ? _("yes") : _("no"));
    case TRH_KIND_LIST:
    case TRH_KIND_TEXTS:
    default:
      return NULL;
    }
}

/* The first line, and of that as much as a glance takes in. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_VALUE_CHARS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_VALUE_CHARS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* What stands for itself is said alone, what would be a bare number or “yes” with the name of its member. */
static char *
summarise_field (TrhProject *project, gconstpointer record, const TrhField *field)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;
  const char *name = trh_label_field (schema, field);
  g_autofree char *value = trh_describe_value (project, record, field);

  if (field->kind == TRH_KIND_TEXTS && field->format != TRH_FORMAT_ID)
    {
      g_autofree char *joined = g_strjoinv (", ", *(char ***) TRH_MEMBER (record, field));

      return shorten (joined);
    }
  if (value == NULL || field->kind == TRH_KIND_BOOL)
    return trh_text_capital (name);
  if (field->kind == TRH_KIND_TEXT || field->format == TRH_FORMAT_CHOICE)
    {
      g_autofree char *capital = trh_text_capital (value);

      /* an address that machines read is written as it is */
      return shorten (strchr (value, '@') != NULL ? value : capital);
    }
  {
    g_autofree char *capital = trh_text_capital (name);

    /* Translators: the name of a field and its value, such as “Beds: 6” */
    return g_strdup_printf (C_("field and value", "%1$s: %2$s"), capital, value);
  }
}

/**
 * trh_describe_filled:
 * @project: what references are looked up in
 * @record: an object of it
 * @fields: names of members of it
 *
 * Returns: (transfer full): in a few words what is filled of these members, "" when nothing is
 */
char *
trh_describe_filled (TrhProject *project, gconstpointer record, const char *const *fields)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      int field = trh_schema_find (schema, fields[i]);
      g_autofree char *said = NULL;

      g_return_val_if_fail (field >= 0, g_strdup (""));
      if (trh_record_is_standard (record, (guint) field))
        continue;
      said = summarise_field (project, record, &schema->fields[field]);
      if (text->len == 0)
        g_string_append (text, said);
      else if (g_utf8_strlen (text->str, -1) + g_utf8_strlen (said, -1) <= MAX_CHARS)
        g_string_append_printf (text, " · %s", said);
      else
        {
          g_string_append (text, " · …");
          break;
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
