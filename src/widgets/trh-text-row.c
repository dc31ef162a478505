/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-text-row.h"

#include <glib/gi18n.h>

#include "core/base/trh-error.h"

struct _TrhTextRow
{
  TrhFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrhTextRow, trh_text_row, TRH_TYPE_FIELD_ROW)

static char *
show (TrhFieldRow *row, const GValue *value)
{
  return g_value_dup_string (value);
}

static gboolean
read_text (TrhFieldRow *row, const char *text, GValue *value, GError **error)
{
  int most = (int) trh_field_row_get_field (row)->max;

  if (g_utf8_strlen (text, -1) > most)
    {
      g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                   /* Translators: %d is a number of characters */
                   ngettext ("This is too long: %d character at most", "This is too long: %d characters at most",
                             (gulong) most), most);
      return FALSE;
    }
  g_value_set_string (value, text);
  return TRUE;
}

static void
trh_text_row_class_init (TrhTextRowClass *klass)
{
  TRH_FIELD_ROW_CLASS (klass)->show = show;
  TRH_FIELD_ROW_CLASS (klass)->read = read_text;
}

static void
trh_text_row_init (TrhTextRow *self)
{
}

GtkWidget *
trh_text_row_new (TrhFieldLink *link)
{
  return g_object_new (TRH_TYPE_TEXT_ROW, "link", link, NULL);
}
