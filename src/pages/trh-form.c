/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-form.h"

#include "pages/trh-entity-link.h"
#include "widgets/trh-choice-row.h"
#include "widgets/trh-clock-row.h"
#include "widgets/trh-day-row.h"
#include "widgets/trh-field-row.h"
#include "widgets/trh-names.h"
#include "widgets/trh-number-row.h"
#include "widgets/trh-prose-row.h"
#include "widgets/trh-reference-row.h"
#include "widgets/trh-switch-row.h"
#include "widgets/trh-text-row.h"
#include "widgets/trh-texts-row.h"
#include "widgets/trh-weekdays-row.h"

static GtkWidget *
new_text_row (TrhFieldLink *link)
{
  GtkWidget *row = trh_text_row_new (link);
  const char *name = trh_field_link_get_field (link)->name;

  if (g_str_has_suffix (name, "email"))
    trh_entry_row_set_purpose (TRH_ENTRY_ROW (row), GTK_INPUT_PURPOSE_EMAIL);
  else if (g_str_has_suffix (name, "phone"))
    trh_entry_row_set_purpose (TRH_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PHONE);

  return row;
}

/**
 * trh_form_row_new:
 * @link: a member that is no list
 *
 * Returns: (transfer floating): a row that shows and writes it
 */
GtkWidget *
trh_form_row_new (TrhFieldLink *link)
{
  const TrhField *field = trh_field_link_get_field (link);

  if (field->format == TRH_FORMAT_ID)
    return trh_reference_row_new (link);
  if (field->format == TRH_FORMAT_CHOICE)
    return trh_choice_row_new (link);
  if (field->format == TRH_FORMAT_DAY)
    return trh_day_row_new (link);
  if (field->format == TRH_FORMAT_CLOCK)
    return trh_clock_row_new (link);
  if (field->format == TRH_FORMAT_WEEKDAYS)
    return trh_weekdays_row_new (link);
  if (field->format == TRH_FORMAT_PROSE || field->format == TRH_FORMAT_PRIVATE)
    return trh_prose_row_new (link);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      return new_text_row (link);
    case TRH_KIND_TEXTS:
      return trh_texts_row_new (link);
    case TRH_KIND_INT:
    case TRH_KIND_REAL:
      return trh_number_row_new (link);
    case TRH_KIND_BOOL:
      return trh_switch_row_new (link);
    case TRH_KIND_LIST:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * trh_form_add_rows:
 * @group: a group of a form
 * @workspace: a workspace
 * @entity: an object of its project
 * @fields: names of members with spaces between them
 *
 * Adds one row for each member.
 */
void
trh_form_add_rows (AdwPreferencesGroup *group, TrhWorkspace *workspace, TrhEntity *entity, const char *fields)
{
  g_auto(GStrv) names = g_strsplit (fields, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(TrhFieldLink) link = trh_entity_link_new (workspace, entity, names[i]);

      adw_preferences_group_add (group, trh_form_row_new (link));
    }
}
