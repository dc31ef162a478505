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

typedef struct {
  TrhWorkspace *workspace;
  TrhEntity    *entity;
  char         *fields;
} Later;

static void
later_free (gpointer data, GClosure *closure)
{
  Later *later = data;

  g_object_unref (later->workspace);
  g_object_unref (later->entity);
  g_free (later->fields);
  g_free (later);
}

/* The rows are made when they are first asked for: most forms stay folded. */
static void
on_expanded (AdwExpanderRow *expander, GParamSpec *pspec, Later *later)
{
  g_auto(GStrv) names = g_strsplit (later->fields, " ", -1);

  if (!adw_expander_row_get_expanded (expander))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(TrhFieldLink) link = trh_entity_link_new (later->workspace, later->entity, names[i]);

      adw_expander_row_add_row (expander, trh_form_row_new (link));
    }
  g_signal_handlers_disconnect_by_func (expander, on_expanded, later);
}

/**
 * trh_form_expander_new:
 * @workspace: a workspace
 * @entity: an object of its project
 * @title: what the members have in common
 * @fields: names of members with spaces between them
 *
 * Returns: (transfer floating): a folded row that opens onto one row for each member
 */
GtkWidget *
trh_form_expander_new (TrhWorkspace *workspace, TrhEntity *entity, const char *title, const char *fields)
{
  GtkWidget *expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, "use-markup", FALSE, NULL);
  Later *later = g_new (Later, 1);

  later->workspace = g_object_ref (workspace);
  later->entity = g_object_ref (entity);
  later->fields = g_strdup (fields);
  trh_name_expander (ADW_EXPANDER_ROW (expander), title);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded), later, later_free, 0);

  return expander;
}
