/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-parts-group.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-entity-edits.h"
#include "core/model/trh-labels.h"
#include "pages/trh-entity-link.h"
#include "pages/trh-form.h"
#include "pages/trh-part.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"

struct _TrhPartsGroup
{
  AdwBin         parent_instance;

  TrhWorkspace  *workspace;
  TrhEntity     *entity;
  const TrhField *field;  /* the list */
  GtkWidget     *group;
  GPtrArray     *parts;   /* TrhEntity, one for each row */
  GPtrArray     *rows;    /* (unowned) AdwExpanderRow */
};

G_DEFINE_FINAL_TYPE (TrhPartsGroup, trh_parts_group, ADW_TYPE_BIN)

static GPtrArray *
peek_list (TrhPartsGroup *self)
{
  return *(GPtrArray **) TRH_MEMBER (trh_entity_peek_record (self->entity), self->field);
}

/* A part in a few words: its days, or its first member. */
static char *
describe_part (TrhPartsGroup *self, const TrhRecord *part)
{
  const TrhField *first = &part->schema->fields[0];
  g_autofree char *said = NULL;

  if (part->schema == &trh_window_schema)
    said = trh_describe_window ((const TrhWindowRecord *) part);
  else if (first->kind == TRH_KIND_TEXT && first->format == TRH_FORMAT_ID)
    said = trh_describe_id (trh_workspace_get_project (self->workspace), *(char **) TRH_MEMBER (part, first));
  else if (first->kind == TRH_KIND_TEXT)
    said = g_strdup (*(char **) TRH_MEMBER (part, first));
  else if (first->format == TRH_FORMAT_DAY)
    said = trh_day_say (*(int *) TRH_MEMBER (part, first));

  return said != NULL && *said != '\0' ? trh_text_capital (said) : g_strdup (_("Not filled in yet"));
}

static void
perform (TrhPartsGroup *self, TrhEdit *edit)
{
  if (!trh_workspace_perform (self->workspace, edit))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                trh_workspace_say_read_only (self->workspace));
}

static void
remove_part (TrhPartsGroup *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "trh-index"));
  g_autoptr(TrhEdit) edit = NULL;

  edit = trh_entity_edit_drop_part (trh_workspace_get_project (self->workspace), self->entity, self->field->name, index);
  /* the focus must not be on the button when its row goes */
  gtk_widget_child_focus (self->group, GTK_DIR_TAB_FORWARD);
  perform (self, edit);
}

static void
on_expanded (TrhPartsGroup *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  guint index;
  const TrhSchema *schema = self->field->child;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "trh-filled") != NULL ||
      !g_ptr_array_find (self->rows, row, &index))
    return;
  g_object_set_data (G_OBJECT (row), "trh-filled", row);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autoptr(TrhFieldLink) link = trh_entity_link_new_part (self->workspace, self->entity, self->field->name, index,
                                                               self->parts->pdata[index], schema->fields[i].name);

      adw_expander_row_add_row (row, trh_form_row_new (link));
    }
}

static void
add_row (TrhPartsGroup *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  g_object_set_data (G_OBJECT (button), "trh-index", GUINT_TO_POINTER (self->rows->len));
  g_object_set_data (G_OBJECT (row), "trh-remove", button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_part), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  trh_name_expander (ADW_EXPANDER_ROW (row), adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self->group)));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->parts, trh_part_new (self->field->child));
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

/* As many rows as parts; the rows that stay show what now stands at their place. */
static void
show (TrhPartsGroup *self)
{
  GPtrArray *list = peek_list (self);

  while (self->rows->len > list->len)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
      g_ptr_array_set_size (self->parts, (int) self->parts->len - 1);
    }
  while (self->rows->len < list->len)
    add_row (self);
  if (self->field->child == &trh_window_schema)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), list->len == 0 ? C_("periods", "Always") : NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *title = describe_part (self, list->pdata[i]);
      /* Translators: removes a part of a list, such as "1–30 June 2027" */
      g_autofree char *name = g_strdup_printf (_("Remove: %s"), title);

      trh_entity_set_record (self->parts->pdata[i], list->pdata[i]);
      adw_preferences_row_set_title (self->rows->pdata[i], title);
      trh_set_label (self->rows->pdata[i], title);
      trh_set_label (g_object_get_data (self->rows->pdata[i], "trh-remove"), name);
    }
}

/* A new period begins as the whole season, which is what one then cuts down. */
static gpointer
make_part (TrhPartsGroup *self)
{
  gpointer part = trh_record_new (self->field->child, NULL);

  if (self->field->child == &trh_window_schema)
    {
      const TrhSeasonRecord *season = trh_project_peek_season (trh_workspace_get_project (self->workspace));
      TrhWindowRecord *window = part;

      window->first_day = season->first_day;
      window->last_day = season->last_day;
    }

  return part;
}

/**
 * trh_parts_group_add:
 * @self: a list
 *
 * Adds a part, opens it and puts the keyboard into it.
 */
void
trh_parts_group_add (TrhPartsGroup *self)
{
  guint n = self->rows->len;
  g_autoptr(TrhEdit) edit = trh_entity_edit_add_part (trh_workspace_get_project (self->workspace), self->entity,
                                                      self->field->name, make_part (self));

  perform (self, edit);
  if (self->rows->len == n)
    return;
  adw_expander_row_set_expanded (self->rows->pdata[n], TRUE);
  gtk_widget_grab_focus (self->rows->pdata[n]);
}

static void
trh_parts_group_dispose (GObject *object)
{
  TrhPartsGroup *self = TRH_PARTS_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->entity);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trh_parts_group_parent_class)->dispose (object);
}

static void
trh_parts_group_class_init (TrhPartsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_parts_group_dispose;
}

static void
trh_parts_group_init (TrhPartsGroup *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_bin_set_child (ADW_BIN (self), self->group);
}

/**
 * trh_parts_group_new:
 * @workspace: a workspace
 * @entity: an object of its project
 * @list: a member that is a list of parts, as "availability"
 *
 * Returns: (transfer floating): the list as a group of a form
 */
GtkWidget *
trh_parts_group_new (TrhWorkspace *workspace, TrhEntity *entity, const char *list)
{
  TrhPartsGroup *self = g_object_new (TRH_TYPE_PARTS_GROUP, NULL);
  const TrhSchema *schema = trh_entity_get_schema (entity);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *detailed = g_strconcat ("notify::", list, NULL);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  self->workspace = g_object_ref (workspace);
  self->entity = g_object_ref (entity);
  self->field = &schema->fields[trh_schema_find (schema, list)];
  title = trh_text_capital (trh_label_field (schema, self->field));
  /* Translators: adds a part to a list; %s is the list, as in "Availability" */
  name = g_strdup_printf (_("%s: add"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Add"));
  trh_set_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (trh_parts_group_add), self, G_CONNECT_SWAPPED);
  trh_title_group (ADW_PREFERENCES_GROUP (self->group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), button);
  g_signal_connect_object (entity, detailed, G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
