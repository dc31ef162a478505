/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-clock-row.h"

#include <glib/gi18n.h>

#include "core/base/trh-day-read.h"
#include "core/base/trh-day.h"
#include "core/base/trh-error.h"

#define STEP_MIN 5

struct _TrhClockRow
{
  TrhFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrhClockRow, trh_clock_row, TRH_TYPE_FIELD_ROW)

static char *
show (TrhFieldRow *row, const GValue *value)
{
  int minute = g_value_get_int (value);

  return minute == TRH_NO_CLOCK ? g_strdup ("") : trh_clock_say (minute);
}

static gboolean
read_text (TrhFieldRow *row, const char *text, GValue *value, GError **error)
{
  int minute = TRH_NO_CLOCK;

  if (*text != '\0' && !trh_clock_read (text, &minute))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("This is not a time: write for example 18:30"));
      return FALSE;
    }
  g_value_set_int (value, minute);
  return TRUE;
}

static gboolean
step (TrhFieldRow *row, int by, GValue *value)
{
  int minute = g_value_get_int (value);

  if (minute == TRH_NO_CLOCK)
    return FALSE;
  g_value_set_int (value, CLAMP (minute + by * STEP_MIN, 0, 1439));
  return TRUE;
}

static void
trh_clock_row_class_init (TrhClockRowClass *klass)
{
  TRH_FIELD_ROW_CLASS (klass)->show = show;
  TRH_FIELD_ROW_CLASS (klass)->read = read_text;
  TRH_FIELD_ROW_CLASS (klass)->step = step;
}

static void
trh_clock_row_init (TrhClockRow *self)
{
}

GtkWidget *
trh_clock_row_new (TrhFieldLink *link)
{
  return g_object_new (TRH_TYPE_CLOCK_ROW, "link", link, NULL);
}
