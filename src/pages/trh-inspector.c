/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-inspector.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-entity-edits.h"
#include "core/model/trh-labels.h"
#include "pages/trh-alerts-group.h"
#include "pages/trh-form-fold.h"
#include "pages/trh-form.h"
#include "pages/trh-inspector-forms.h"
#include "pages/trh-parts-group.h"
#include "pages/trh-way-row.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"

#define REST_MS 50 /* a form is a lot of widgets: not one for each key of a held arrow */

struct _TrhInspector
{
  TrhPage            parent_instance;

  TrhWorkspace      *workspace; /* (nullable) (owned): the one whose signals are connected */
  TrhEntity         *entity;    /* (nullable) (owned): whose form is shown */
  guint              pending;   /* source that will show the selected object */
  GHashTable        *open;      /* titles of the sections that the person keeps open */

  GtkStack          *stack;
  GtkLabel          *heading;
  GtkLabel          *type;
  GtkButton         *duplicate_button;
  GtkButton         *delete_button;
  GtkScrolledWindow *scroller;
  GtkBox            *form;
  GtkWidget         *first; /* (unowned): group with the rows that are always there, while there is an entity */
};

G_DEFINE_FINAL_TYPE (TrhInspector, trh_inspector, TRH_TYPE_PAGE)

static TrhProject *
get_project (TrhInspector *self)
{
  return trh_workspace_get_project (self->workspace);
}

static void
clear_form (TrhInspector *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->form))) != NULL)
    gtk_box_remove (self->form, child);
  self->first = NULL;
}

static void
show_name (TrhInspector *self)
{
  g_autofree char *name = trh_describe_entity (get_project (self), self->entity);
  g_autofree char *type = trh_text_capital (trh_label_type (trh_entity_get_schema (self->entity)));
  g_autofree char *inside = trh_describe_inside (get_project (self), self->entity);
  /* Translators: %s is an object */
  g_autofree char *duplicate = g_strdup_printf (_("Duplicate %s"), inside);
  g_autofree char *delete = g_strdup_printf (_("Delete %s"), inside);

  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->type, type);
  /* "Stay of…" says it already */
  gtk_widget_set_visible (GTK_WIDGET (self->type), !g_str_has_prefix (name, type));
  trh_set_label (self->duplicate_button, duplicate);
  trh_set_label (self->delete_button, delete);
  if (self->first != NULL)
    trh_name_group (ADW_PREFERENCES_GROUP (self->first), name);
}

static void
remember_open (TrhInspector *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_strdup (title));
  else
    g_hash_table_remove (self->open, title);
}

static void
add_folded (TrhInspector *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->open, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (remember_open), self, G_CONNECT_SWAPPED);
}

static void
on_use_activated (TrhInspector *self, GtkWidget *row)
{
  trh_workspace_select (self->workspace, g_object_get_data (G_OBJECT (row), "trh-id"));
}

/* Looked for when asked: the search walks through the whole season. */
static void
on_uses_expanded (TrhInspector *self, GParamSpec *pspec, AdwExpanderRow *expander)
{
  g_autoptr(GPtrArray) uses = NULL;

  if (!adw_expander_row_get_expanded (expander))
    return;
  g_signal_handlers_disconnect_by_func (expander, on_uses_expanded, self);
  uses = trh_project_find_references (get_project (self), trh_entity_get_id (self->entity));
  for (guint i = 0; i < uses->len; i++)
    {
      g_autofree char *name = trh_describe_entity (get_project (self), uses->pdata[i]);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "activatable", TRUE,
                                     "title-lines", 0, NULL);

      g_object_set_data_full (G_OBJECT (row), "trh-id", g_strdup (trh_entity_get_id (uses->pdata[i])), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_use_activated), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (expander, row);
    }
  if (uses->len == 0)
    adw_expander_row_add_row (expander, g_object_new (ADW_TYPE_ACTION_ROW, "title", C_("uses", "Nowhere yet"), NULL));
}

static void
add_uses (TrhInspector *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", C_("form", "Where it is used"), NULL);

  trh_name_expander (ADW_EXPANDER_ROW (row), C_("form", "Where it is used"));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_uses_expanded), self, G_CONNECT_SWAPPED);
  add_folded (self, group, row);
}

static AdwPreferencesGroup *
add_group (TrhInspector *self, const char *name)
{
  GtkWidget *group = adw_preferences_group_new ();

  trh_name_group (ADW_PREFERENCES_GROUP (group), name);
  gtk_box_append (self->form, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* Folded sections that follow each other are one list. */
static void
fill_form (TrhInspector *self, const TrhSection *sections)
{
  AdwPreferencesGroup *folded = NULL;

  gtk_box_append (self->form, trh_alerts_group_new (self->workspace, trh_entity_get_id (self->entity)));
  for (const TrhSection *section = sections; section->kind != TRH_SECTION_END; section++)
    switch (section->kind)
      {
      case TRH_SECTION_SHOWN:
        self->first = GTK_WIDGET (add_group (self, gtk_label_get_label (self->heading)));
        trh_form_add_rows (ADW_PREFERENCES_GROUP (self->first), self->workspace, self->entity, section->fields);
        if (TRH_IS_STAY (self->entity))
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->first),
                                     trh_way_row_new (self->workspace, trh_entity_get_id (self->entity)));
        break;

      case TRH_SECTION_PARTS:
        gtk_box_append (self->form, trh_parts_group_new (self->workspace, self->entity, section->fields));
        break;

      case TRH_SECTION_FOLDED:
        if (folded == NULL)
          folded = add_group (self, C_("form", "More details"));
        add_folded (self, folded, trh_form_fold_new (self->workspace, self->entity, g_dpgettext2 (NULL, "form", section->title),
                                                     section->fields, section->rare));
        break;

      case TRH_SECTION_END:
      default:
        g_assert_not_reached ();
      }

  if (folded != NULL && !trh_entity_get_schema (self->entity)->singleton)
    add_uses (self, folded);
}

/* The form of what is chosen; NULL when nothing is that has one. @entity: (out) (transfer none): it, or NULL */
static const TrhSection *
find_form (TrhWorkspace *workspace, TrhEntity **entity)
{
  *entity = trh_project_find_any (trh_workspace_get_project (workspace), trh_workspace_get_selected_id (workspace));

  return *entity != NULL ? trh_inspector_get_form (trh_entity_get_schema (*entity)) : NULL;
}

static void
show_selected (TrhInspector *self)
{
  TrhEntity *entity = NULL;
  const TrhSection *sections = self->workspace != NULL ? find_form (self->workspace, &entity) : NULL;
  const TrhSchema *schema;

  g_clear_handle_id (&self->pending, g_source_remove);
  if (sections == NULL)
    entity = NULL;
  if (entity != NULL && entity == self->entity)
    return;

  g_set_object (&self->entity, entity);
  clear_form (self);
  gtk_stack_set_visible_child_name (self->stack, entity != NULL ? "form" : "none");
  if (entity == NULL)
    return;

  schema = trh_entity_get_schema (entity);
  gtk_widget_set_visible (GTK_WIDGET (self->duplicate_button), !schema->singleton && schema->key == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), !schema->singleton);
  show_name (self);
  fill_form (self, sections);
  /* a form is read from its beginning, however far one had gone in the last one */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static gboolean
on_rest (gpointer data)
{
  TrhInspector *self = data;

  self->pending = 0;
  show_selected (self);
  return G_SOURCE_REMOVE;
}

/* Once a walk through a list with the arrow keys comes to rest, and not at all while nobody looks. */
static void
show_soon (TrhInspector *self)
{
  g_clear_handle_id (&self->pending, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->pending = g_timeout_add (REST_MS, on_rest, self);
}

static void
on_project_changed (TrhInspector *self)
{
  if (self->entity == NULL ||
      trh_project_find_any (get_project (self), trh_entity_get_id (self->entity)) != self->entity)
    show_soon (self);
  else
    show_name (self);
}

static void
on_workspace (TrhInspector *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));

  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_signal_handlers_disconnect_by_data (get_project (self), self);
    }
  g_clear_object (&self->entity);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "notify::selected-id", G_CALLBACK (show_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (get_project (self), "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
    }
  show_selected (self);
}

static void
trh_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trh_inspector_parent_class)->map (widget);
  show_selected (TRH_INSPECTOR (widget));
}

/* Who comes from the pages comes to fill in: the first row of the form, not the buttons above it. */
static gboolean
trh_inspector_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TrhInspector *self = TRH_INSPECTOR (widget);

  if (direction == GTK_DIR_TAB_FORWARD && (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      show_selected (self);
      if (self->entity != NULL && gtk_widget_child_focus (self->first, direction))
        return TRUE;
    }
  return GTK_WIDGET_CLASS (trh_inspector_parent_class)->focus (widget, direction);
}

static GPtrArray *
dup_entities (TrhInspector *self)
{
  GPtrArray *entities = g_ptr_array_new ();

  g_ptr_array_add (entities, self->entity);
  return entities;
}

static void
duplicate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhInspector *self = TRH_INSPECTOR (widget);
  g_autoptr(GPtrArray) entities = NULL;
  g_autofree char *id = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (self->entity == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->duplicate_button)))
    return;
  entities = dup_entities (self);
  edit = trh_entity_edit_duplicate (get_project (self), entities, &id);
  if (!trh_page_perform (TRH_PAGE (self), edit))
    return;
  trh_workspace_select (self->workspace, id);
  show_selected (self);
  gtk_widget_child_focus (self->first, GTK_DIR_TAB_FORWARD); /* to give the copy a name of its own */
}

static void
delete (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhInspector *self = TRH_INSPECTOR (widget);
  g_autoptr(GPtrArray) entities = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (self->entity == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->delete_button)))
    return;
  entities = dup_entities (self);
  edit = trh_entity_edit_delete (get_project (self), entities, &sentence);
  if (edit == NULL)
    {
      trh_page_tell (TRH_PAGE (self), sentence);
      return;
    }
  /* the form goes before what it shows */
  trh_workspace_select (self->workspace, "");
  if (trh_page_perform (TRH_PAGE (self), edit))
    trh_page_tell_undo (TRH_PAGE (self), sentence);
}

static void
trh_inspector_dispose (GObject *object)
{
  TrhInspector *self = TRH_INSPECTOR (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->entity);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->open, g_hash_table_unref);

  G_OBJECT_CLASS (trh_inspector_parent_class)->dispose (object);
}

static void
trh_inspector_class_init (TrhInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_inspector_dispose;
  widget_class->map = trh_inspector_map;
  widget_class->focus = trh_inspector_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, type);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, duplicate_button);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrhInspector, form);
  gtk_widget_class_bind_template_callback (widget_class, on_workspace);
  gtk_widget_class_install_action (widget_class, "inspector.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "inspector.delete", NULL, delete);
}

static void
trh_inspector_init (TrhInspector *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trh_inspector_new:
 * @workspace: (nullable): a workspace
 *
 * Returns: (transfer floating): an inspector
 */
GtkWidget *
trh_inspector_new (TrhWorkspace *workspace)
{
  return g_object_new (TRH_TYPE_INSPECTOR, "workspace", workspace, NULL);
}

/**
 * trh_inspector_has_form:
 * @workspace: a workspace
 *
 * Returns: whether something is chosen that an inspector has more to say of than that nothing is
 */
gboolean
trh_inspector_has_form (TrhWorkspace *workspace)
{
  TrhEntity *entity;

  return find_form (workspace, &entity) != NULL;
}
