/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-entity-link.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-entity-edits.h"
#include "core/model/trh-labels.h"
#include "core/schedule/trh-free-days.h"
#include "widgets/trh-pick.h"

struct _TrhEntityLink
{
  TrhFieldLink  parent_instance;

  TrhWorkspace *workspace;
  TrhEntity    *entity;
  char         *list;  /* (nullable): of which the object is a part */
  guint         index; /* in that list */
};

G_DEFINE_FINAL_TYPE (TrhEntityLink, trh_entity_link, TRH_TYPE_FIELD_LINK)

static const TrhSchema *
get_schema (TrhEntityLink *self)
{
  return trh_entity_get_schema (TRH_ENTITY (trh_field_link_get_object (TRH_FIELD_LINK (self))));
}

/* The object may have left the season while its form was on the screen; a part, its list. */
static gboolean
is_gone (TrhEntityLink *self)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  const TrhSchema *schema = trh_entity_get_schema (self->entity);
  gconstpointer record = trh_entity_peek_record (self->entity);

  if (trh_project_find_any (project, trh_entity_get_id (self->entity)) != self->entity)
    return TRUE;
  if (self->list == NULL)
    return FALSE;
  return self->index >= (*(GPtrArray **) TRH_MEMBER (record, &schema->fields[trh_schema_find (schema, self->list)]))->len;
}

static gboolean
write_value (TrhFieldLink *link, const GValue *value, GError **error)
{
  TrhEntityLink *self = TRH_ENTITY_LINK (link);
  TrhProject *project = trh_workspace_get_project (self->workspace);
  const char *field = trh_field_link_get_field (link)->name;
  g_autoptr(GPtrArray) entities = g_ptr_array_new ();
  g_autoptr(TrhEdit) edit = NULL;

  if (is_gone (self))
    return TRUE;
  g_ptr_array_add (entities, self->entity);
  edit = self->list != NULL
           ? trh_entity_edit_set_part (project, self->entity, self->list, self->index, field, value, error)
           : trh_entity_edit_set (project, entities, field, value, error);
  if (edit == NULL)
    return FALSE;
  if (trh_workspace_perform (self->workspace, edit))
    return TRUE;

  g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_NEW,
                       trh_workspace_say_read_only (self->workspace));
  return FALSE;
}

static char *
say (TrhFieldLink *link, const char *id)
{
  return trh_describe_id (trh_workspace_get_project (TRH_ENTITY_LINK (link)->workspace), id);
}

static GListModel *
dup_choices (TrhEntityLink *self, const TrhField *field)
{
  GListStore *options = g_list_store_new (TRH_TYPE_PICK);

  for (int i = 0; field->choices[i] != NULL; i++)
    {
      g_autofree char *label = trh_text_capital (trh_label_choice (get_schema (self), field, i));
      g_autoptr(TrhPick) option = trh_pick_new (field->choices[i], label);

      g_list_store_append (options, option);
    }

  return G_LIST_MODEL (options);
}

/* Folding once for each name, not once for each comparison: there may be thousands. */
typedef struct {
  char      *folded;
  TrhPick *option;
} Sorted;

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Sorted *) a)->folded, ((const Sorted *) b)->folded);
}

static GListModel *
dup_references (TrhEntityLink *self, const TrhField *field)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  GListStore *options = g_list_store_new (TRH_TYPE_PICK);
  g_auto(GStrv) targets = g_strsplit (field->target, " ", -1);
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint c = 0; c < TRH_N_COLLECTIONS; c++)
    if (g_strv_contains ((const char *const *) targets, trh_collection_get_schema ((TrhCollection) c)->collection))
      for (guint i = 0; i < trh_project_count (project, (TrhCollection) c); i++)
        {
          TrhEntity *entity = trh_project_peek (project, (TrhCollection) c, i);
          g_autofree char *name = trh_describe_entity (project, entity);
          Sorted one = { trh_text_fold (name), trh_pick_new (trh_entity_get_id (entity), name) };

          g_array_append_val (sorted, one);
        }
  g_array_sort (sorted, compare);

  if (field->kind == TRH_KIND_TEXT)
    g_ptr_array_add (items, trh_pick_new ("", C_("reference", "None")));
  for (guint i = 0; i < sorted->len; i++)
    {
      g_ptr_array_add (items, g_array_index (sorted, Sorted, i).option);
      g_free (g_array_index (sorted, Sorted, i).folded);
    }
  g_list_store_splice (options, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (options);
}

/* Where the artist of a stay can sleep, the nearest to the work first. */
static GListModel *
dup_lodgings (TrhEntityLink *self)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  const TrhStayRecord *stay = trh_entity_peek_record (self->entity);
  const TrhVenueRecord *work = trh_project_find_record (project, TRH_VENUES, stay->venue_id);
  g_autoptr(GPtrArray) lodgings = trh_lodgings_list (project, stay->venue_id);
  GListStore *options = g_list_store_new (TRH_TYPE_PICK);
  g_autoptr(TrhPick) none = trh_pick_new ("", work != NULL && work->beds > 0 ? C_("lodging", "Where they work")
                                                                              : C_("lodging", "Not yet"));

  g_list_store_append (options, none);
  for (guint i = 0; i < lodgings->len; i++)
    {
      const TrhVenueRecord *venue = lodgings->pdata[i];
      g_autofree char *name = NULL;
      g_autoptr(TrhPick) option = NULL;

      if (venue == work && venue->beds > 0)
        continue; /* the same as the first */
      name = trh_describe_id (project, venue->base.id);
      option = trh_pick_new (venue->base.id, name);
      g_list_store_append (options, option);
    }
  return G_LIST_MODEL (options);
}

static GListModel *
dup_options (TrhFieldLink *link)
{
  const TrhField *field = trh_field_link_get_field (link);

  if (get_schema (TRH_ENTITY_LINK (link)) == &trh_stay_schema && g_str_equal (field->name, "lodging"))
    return dup_lodgings (TRH_ENTITY_LINK (link));
  return field->choices != NULL ? dup_choices (TRH_ENTITY_LINK (link), field)
                                : dup_references (TRH_ENTITY_LINK (link), field);
}

static void
trh_entity_link_finalize (GObject *object)
{
  TrhEntityLink *self = TRH_ENTITY_LINK (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->entity);
  g_free (self->list);

  G_OBJECT_CLASS (trh_entity_link_parent_class)->finalize (object);
}

static void
trh_entity_link_class_init (TrhEntityLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_entity_link_finalize;
  TRH_FIELD_LINK_CLASS (klass)->write = write_value;
  TRH_FIELD_LINK_CLASS (klass)->say = say;
  TRH_FIELD_LINK_CLASS (klass)->dup_options = dup_options;
}

static void
trh_entity_link_init (TrhEntityLink *self)
{
}

static TrhEntityLink *
make (TrhWorkspace *workspace, TrhEntity *entity, TrhEntity *object, const char *name)
{
  TrhEntityLink *self = g_object_new (TRH_TYPE_ENTITY_LINK, NULL);
  const TrhSchema *schema = trh_entity_get_schema (object);
  int field = trh_schema_find (schema, name);
  g_autofree char *title = NULL;

  g_assert (field >= 0);
  self->workspace = g_object_ref (workspace);
  self->entity = g_object_ref (entity);
  title = trh_text_capital (trh_label_field (schema, &schema->fields[field]));
  trh_field_link_set_up (TRH_FIELD_LINK (self), G_OBJECT (object), &schema->fields[field], title);

  /* what a reference is called changes without the reference */
  if (schema->fields[field].format == TRH_FORMAT_ID)
    g_signal_connect_object (trh_workspace_get_project (workspace), "changed", G_CALLBACK (trh_field_link_changed),
                             self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * trh_entity_link_new:
 * @workspace: a workspace
 * @entity: an object of its project
 * @field: one of its members
 *
 * Returns: (transfer full): a link that a row can show
 */
TrhFieldLink *
trh_entity_link_new (TrhWorkspace *workspace, TrhEntity *entity, const char *field)
{
  return TRH_FIELD_LINK (make (workspace, entity, entity, field));
}

/**
 * trh_entity_link_new_part:
 * @workspace: a workspace
 * @entity: an object of its project
 * @list: a member that is a list of parts
 * @index: which part
 * @part: shows that part (see `trh-part.h`)
 * @field: a member of the part
 *
 * Returns: (transfer full): a link that a row can show
 */
TrhFieldLink *
trh_entity_link_new_part (TrhWorkspace *workspace, TrhEntity *entity, const char *list, guint index,
                          TrhEntity *part, const char *field)
{
  TrhEntityLink *self = make (workspace, entity, part, field);

  self->list = g_strdup (list);
  self->index = index;
  return TRH_FIELD_LINK (self);
}
