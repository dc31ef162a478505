/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-texts-row.h"

#include <glib/gi18n.h>

#include "core/base/trh-error.h"
#include "core/base/trh-limits.h"

struct _TrhTextsRow
{
  TrhFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrhTextsRow, trh_texts_row, TRH_TYPE_FIELD_ROW)

static char *
show (TrhFieldRow *row, const GValue *value)
{
  return g_strjoinv (", ", g_value_get_boxed (value));
}

/* A semicolon separates too, so that a text may hold a comma in a number. */
static gboolean
read_text (TrhFieldRow *row, const char *text, GValue *value, GError **error)
{
  g_auto(GStrv) parts = g_strsplit_set (text, ",;", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_strv_builder_add (kept, parts[i]);
      if (g_utf8_strlen (parts[i], -1) > TRH_MAX_LINE)
        {
          g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                               _("One of these is too long: put commas between them"));
          return FALSE;
        }
    }
  g_value_take_boxed (value, g_strv_builder_end (kept));
  return TRUE;
}

static void
trh_texts_row_class_init (TrhTextsRowClass *klass)
{
  TRH_FIELD_ROW_CLASS (klass)->show = show;
  TRH_FIELD_ROW_CLASS (klass)->read = read_text;
}

static void
trh_texts_row_init (TrhTextsRow *self)
{
}

GtkWidget *
trh_texts_row_new (TrhFieldLink *link)
{
  GtkWidget *row = g_object_new (TRH_TYPE_TEXTS_ROW, "link", link, NULL);

  gtk_widget_set_tooltip_text (row, _("Separate with commas"));
  return row;
}
