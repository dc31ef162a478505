/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "core/model/trh-project.h"
#include "fuzz.h"

/* The input decides what is edited: which records of which types, with which values. */
typedef struct {
  const guint8 *at, *end;
} Source;

static guint
take (Source *source, guint limit)
{
  return source->at < source->end ? *source->at++ % limit : 0;
}

static char *
take_text (Source *source, const TrhField *field)
{
  gsize wanted = take (source, 64), rest = (gsize) (source->end - source->at);
  gsize n = MIN (wanted, rest);
  g_autofree char *raw = g_strndup ((const char *) source->at, n);

  source->at += n;
  if (field->format == TRH_FORMAT_ID || field->format == TRH_FORMAT_WEEKDAYS)
    return g_strdup (take (source, 2) ? "1" : "");
  return g_utf8_make_valid (raw, -1);
}

static double
take_real (Source *source, const TrhField *field)
{
  double number = 0;
  gsize n = MIN (sizeof number, (gsize) (source->end - source->at));

  memcpy (&number, source->at, n);
  source->at += n;
  if (!isfinite (number))
    number = 0;
  if (number < field->min || number > field->max) /* into the range, digits kept */
    number = field->min + fmod (fabs (number), field->max - field->min);

  return number;
}

static void fill (gpointer record, Source *source);

static void
fill_member (gpointer record, const TrhField *field, Source *source)
{
  gpointer member = TRH_MEMBER (record, field);
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      text = take_text (source, field);
      trh_record_set_text (member, text);
      break;
    case TRH_KIND_TEXTS:
      for (guint n = take (source, 4); n > 0; n--)
        {
          g_free (text);
          text = take_text (source, field);
          trh_record_add_text (member, text);
        }
      break;
    case TRH_KIND_REAL:
      *(double *) member = take_real (source, field);
      break;
    case TRH_KIND_INT:
      *(int *) member = (int) (field->min + take (source, 256) * 257 % (guint) (field->max - field->min + 1));
      break;
    case TRH_KIND_BOOL:
      *(bool *) member = take (source, 2) == 1;
      break;
    case TRH_KIND_LIST:
      for (guint n = take (source, 4); n > 0; n--)
        {
          gpointer part = trh_record_new (field->child, NULL);

          fill (part, source);
          g_ptr_array_add (*(GPtrArray **) member, part);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
fill (gpointer record, Source *source)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;

  for (guint n = take (source, schema->n_fields + 1); n > 0; n--)
    fill_member (record, &schema->fields[take (source, schema->n_fields)], source);
}

/* Whatever edits can make of a project is written, and read again alike. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t length)
{
  Source source = { data, data + length };
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(TrhProject) back = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; source.at < source.end; i++)
    {
      const TrhSchema *schema = trh_collection_get_schema ((TrhCollection) take (&source, TRH_N_COLLECTIONS));
      g_autofree char *id = schema->key != NULL ? g_strdup_printf ("%05u", i) : g_strdup_printf ("id-%u", i);
      g_autoptr(TrhEdit) edit = trh_edit_new ("Edit");
      g_autoptr(TrhEdit) inverse = NULL;
      gpointer record = schema->singleton ? trh_edit_change (edit, TRH_ENTITY (trh_project_get_season (project)))
                                          : trh_record_new (schema, id);

      fill (record, &source);
      if (!trh_record_check (record, "record", NULL)) /* no form would let it pass */
        {
          if (!schema->singleton)
            trh_record_unref (record);
          continue;
        }
      if (!schema->singleton)
        trh_edit_insert (edit, record);
      inverse = trh_project_apply (project, edit);
    }

  written = trh_project_to_bytes (project);
  g_assert_true (trh_project_check_bytes (written, &error));
  back = trh_project_from_bytes (written, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    for (guint j = 0; j < trh_project_count (project, i); j++)
      g_assert_true (trh_record_equal (trh_project_peek_record (project, i, j), trh_project_peek_record (back, i, j)));
  again = trh_project_to_bytes (back);
  g_assert_true (g_bytes_equal (written, again));

  return 0;
}
