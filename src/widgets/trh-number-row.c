/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-number-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/base/trh-error.h"

struct _TrhNumberRow
{
  TrhFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrhNumberRow, trh_number_row, TRH_TYPE_FIELD_ROW)

static double
get_scale (const TrhField *field)
{
  return g_str_has_suffix (field->name, "-cents") ? 100 : 1;
}

static double
get_number (const TrhField *field, const GValue *value)
{
  return field->kind == TRH_KIND_INT ? g_value_get_int (value) : g_value_get_double (value);
}

static void
set_number (const TrhField *field, GValue *value, double number)
{
  if (field->kind == TRH_KIND_INT)
    g_value_set_int (value, (int) number);
  else
    g_value_set_double (value, number);
}

/* With the decimal sign of the language: the person's language may not be installed as a locale. */
static char *
write_number (const TrhField *field, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text;

  if (get_scale (field) > 1 && fmod (number, get_scale (field)) != 0)
    g_ascii_formatd (digits, sizeof digits, "%.2f", number / get_scale (field));
  else
    g_ascii_dtostr (digits, sizeof digits, number / get_scale (field));
  text = g_string_new (digits);
  /* Translators: the decimal sign: French "," */
  g_string_replace (text, ".", C_("decimal sign", "."), 1);

  return g_string_free (text, FALSE);
}

static char *
show (TrhFieldRow *row, const GValue *value)
{
  const TrhField *field = trh_field_row_get_field (row);
  double number = get_number (field, value);

  /* zero and minus one are "unknown" or "as usual" wherever they are the standard */
  if (number == field->standard && number <= 0)
    return g_strdup ("");
  return write_number (field, number);
}

static gboolean
parse_number (const char *text, double *number)
{
  GString *plain = g_string_new (text);
  char *end;

  g_string_replace (plain, ",", ".", 1);
  g_string_replace (plain, "\u202f", "", 0);
  g_string_replace (plain, "\u00a0", "", 0);
  g_string_replace (plain, " ", "", 0);
  *number = g_ascii_strtod (plain->str, &end);
  /* only digits, a sign and a point: neither "inf" nor "0x12" */
  if (plain->len == 0 || *end != '\0' || plain->str[strspn (plain->str, "+-.0123456789")] != '\0')
    end = NULL;
  g_string_free (plain, TRUE);

  return end != NULL && isfinite (*number);
}

static gboolean
read_text (TrhFieldRow *row, const char *text, GValue *value, GError **error)
{
  const TrhField *field = trh_field_row_get_field (row);
  double number = field->standard;

  if (*text != '\0')
    {
      if (!parse_number (text, &number))
        {
          g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("This is not a number"));
          return FALSE;
        }
      number = get_scale (field) > 1 ? round (number * get_scale (field)) : number;
    }

  if (field->kind == TRH_KIND_INT && number != floor (number))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("Only a whole number is possible here"));
      return FALSE;
    }
  if (number < field->min || number > field->max)
    {
      g_autofree char *least = write_number (field, MAX (field->min, field->min < 0 && field->standard < 0 ? 0 : field->min));
      g_autofree char *most = write_number (field, field->max);

      g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                   /* Translators: two numbers */
                   _("Only from %1$s to %2$s is possible here"), least, most);
      return FALSE;
    }
  set_number (field, value, number);
  return TRUE;
}

static gboolean
step (TrhFieldRow *row, int by, GValue *value)
{
  const TrhField *field = trh_field_row_get_field (row);
  double number = get_number (field, value);

  set_number (field, value, CLAMP (number + by * get_scale (field), field->min, field->max));
  return TRUE;
}

static void
trh_number_row_class_init (TrhNumberRowClass *klass)
{
  TRH_FIELD_ROW_CLASS (klass)->show = show;
  TRH_FIELD_ROW_CLASS (klass)->read = read_text;
  TRH_FIELD_ROW_CLASS (klass)->step = step;
}

static void
trh_number_row_init (TrhNumberRow *self)
{
  trh_entry_row_set_purpose (TRH_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
}

GtkWidget *
trh_number_row_new (TrhFieldLink *link)
{
  return g_object_new (TRH_TYPE_NUMBER_ROW, "link", link, NULL);
}
