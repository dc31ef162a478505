/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-project.h"

#include "core/base/trh-text.h"
#include "core/model/trh-project-private.h"

static const struct {
  const TrhSchema *schema;
  GType          (*get_type) (void);
} collections[TRH_N_COLLECTIONS] = {
  [TRH_SEASONS]    = { &trh_season_schema,    trh_season_get_type },
  [TRH_VALLEYS]    = { &trh_valley_schema,    trh_valley_get_type },
  [TRH_COMMUNES]   = { &trh_commune_schema,   trh_commune_get_type },
  [TRH_VENUES]     = { &trh_venue_schema,     trh_venue_get_type },
  [TRH_ARTISTS]    = { &trh_artist_schema,    trh_artist_get_type },
  [TRH_STAYS]      = { &trh_stay_schema,      trh_stay_get_type },
  [TRH_ENCOUNTERS] = { &trh_encounter_schema, trh_encounter_get_type },
  [TRH_LEGS]       = { &trh_leg_schema,       trh_leg_get_type },
  [TRH_ITEMS]      = { &trh_item_schema,      trh_item_get_type },
  [TRH_LOANS]      = { &trh_loan_schema,      trh_loan_get_type },
  [TRH_PEOPLE]     = { &trh_person_schema,    trh_person_get_type },
  [TRH_POLLS]      = { &trh_poll_schema,      trh_poll_get_type },
  [TRH_RESULTS]    = { &trh_result_schema,    trh_result_get_type },
  [TRH_REVIEWS]    = { &trh_review_schema,    trh_review_get_type },
};

G_DEFINE_FINAL_TYPE (TrhProject, trh_project, G_TYPE_OBJECT)

/* Property n + 1 is collection n; the season is given as the object itself. */
static GParamSpec *props[TRH_N_COLLECTIONS + 1];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
trh_project_finalize (GObject *object)
{
  TrhProject *self = TRH_PROJECT (object);

  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (trh_project_parent_class)->finalize (object);
}

static void
trh_project_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhProject *self = TRH_PROJECT (object);

  if (prop_id == TRH_SEASONS + 1)
    g_value_set_object (value, trh_project_get_season (self));
  else if (prop_id >= 1 && prop_id <= TRH_N_COLLECTIONS)
    g_value_set_object (value, self->lists[prop_id - 1]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_project_class_init (TrhProjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_project_finalize;
  object_class->get_property = trh_project_get_property;

  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    props[i + 1] = g_param_spec_object (collections[i].schema->collection, NULL, NULL,
                                        i == TRH_SEASONS ? TRH_TYPE_SEASON : G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, TRH_N_COLLECTIONS + 1, props);

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
trh_project_init (TrhProject *self)
{
  self->entities = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    self->lists[i] = g_list_store_new (collections[i].get_type ());
  self->id = g_uuid_string_random ();
}

static TrhEntity *
make_entity (TrhProject *self, TrhCollection collection, gconstpointer record)
{
  TrhEntity *entity = g_object_new (collections[collection].get_type (), NULL);

  trh_entity_set_record (entity, record);
  g_hash_table_insert (self->entities, g_strdup (trh_entity_get_id (entity)), entity);

  return entity;
}

/**
 * trh_project_new:
 *
 * Returns: (transfer full): a project that holds nothing but an unnamed season
 */
TrhProject *
trh_project_new (void)
{
  TrhProject *self = g_object_new (TRH_TYPE_PROJECT, NULL);
  g_autoptr(TrhRecord) season = trh_record_new (&trh_season_schema, NULL);

  g_list_store_append (self->lists[TRH_SEASONS], make_entity (self, TRH_SEASONS, season));

  return self;
}

/*
 * trh_project_fill:
 * @self: a project from trh_project_new()
 * @records: every record of a file; one of the season at most
 * @id: (nullable): identifier of the project
 * @version: of the file's format
 * @unknown: (nullable): members of the file that we do not know
 *
 * Takes the content of a file, list by list, without an edit and without signals.
 */
void
trh_project_fill (TrhProject *self, GPtrArray *records, const char *id, int version, JsonObject *unknown)
{
  GPtrArray *added[TRH_N_COLLECTIONS];

  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    added[i] = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const TrhRecord *record = records->pdata[i];
      int collection = trh_collection_of (record->schema);

      if (collection == TRH_SEASONS)
        trh_entity_set_record (TRH_ENTITY (trh_project_get_season (self)), record);
      else
        g_ptr_array_add (added[collection], make_entity (self, (TrhCollection) collection, record));
    }
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      if (added[i]->len > 0)
        g_list_store_splice (self->lists[i], 0, 0, added[i]->pdata, added[i]->len);
      g_ptr_array_unref (added[i]);
    }

  if (id != NULL)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  self->version = version;
  if (unknown != NULL)
    self->unknown = json_object_ref (unknown);
}

const TrhSchema *
trh_collection_get_schema (TrhCollection collection)
{
  return collections[collection].schema;
}

/* The collection of records of @schema, or -1. */
int
trh_collection_of (const TrhSchema *schema)
{
  for (int i = 0; i < TRH_N_COLLECTIONS; i++)
    if (collections[i].schema == schema)
      return i;

  return -1;
}

/**
 * trh_project_get_list:
 * @self: a project
 * @collection: which
 *
 * Returns: (transfer none): the entities of that type; the same list for the project's life
 */
GListModel *
trh_project_get_list (TrhProject *self, TrhCollection collection)
{
  g_return_val_if_fail (TRH_IS_PROJECT (self), NULL);

  return G_LIST_MODEL (self->lists[collection]);
}

/* How many entities a list has. */
guint
trh_project_count (TrhProject *self, TrhCollection collection)
{
  return g_list_model_get_n_items (trh_project_get_list (self, collection));
}

/* The entity at a position, lent: the list keeps it. */
gpointer
trh_project_peek (TrhProject *self, TrhCollection collection, guint position)
{
  g_autoptr(GObject) item = g_list_model_get_item (trh_project_get_list (self, collection), position);

  return item;
}

/* The record of the entity at a position, lent. */
gconstpointer
trh_project_peek_record (TrhProject *self, TrhCollection collection, guint position)
{
  return trh_entity_peek_record (trh_project_peek (self, collection, position));
}

/**
 * trh_project_find:
 * @self: a project
 * @collection: the type that is expected
 * @id: an identifier
 *
 * Returns: (transfer none) (nullable): the entity of that type and id
 */
gpointer
trh_project_find (TrhProject *self, TrhCollection collection, const char *id)
{
  TrhEntity *entity = trh_project_find_any (self, id);

  return entity != NULL && trh_entity_get_schema (entity) == collections[collection].schema ? entity : NULL;
}

/* The record of the entity of that type and id, lent, or %NULL. */
gconstpointer
trh_project_find_record (TrhProject *self, TrhCollection collection, const char *id)
{
  TrhEntity *entity = trh_project_find (self, collection, id);

  return entity != NULL ? trh_entity_peek_record (entity) : NULL;
}

/* The entity of that id, of any type, lent, or %NULL. */
TrhEntity *
trh_project_find_any (TrhProject *self, const char *id)
{
  return g_hash_table_lookup (self->entities, id);
}

TrhSeason *
trh_project_get_season (TrhProject *self)
{
  return trh_project_peek (self, TRH_SEASONS, 0);
}

const TrhSeasonRecord *
trh_project_peek_season (TrhProject *self)
{
  return trh_project_peek_record (self, TRH_SEASONS, 0);
}

guint64
trh_project_get_revision (TrhProject *self)
{
  return self->revision;
}

const char *
trh_project_get_id (TrhProject *self)
{
  return self->id;
}

/* Makes a copy a project of its own. */
void
trh_project_renew_id (TrhProject *self)
{
  g_free (self->id);
  self->id = g_uuid_string_random ();
}

/* The version of the file that it was read from: below %TRH_PROJECT_VERSION when it was migrated,
 * above when it is read-only, 0 for a new project. */
int
trh_project_get_file_version (TrhProject *self)
{
  return self->version;
}

/* Whether the file was written by a later version: it may be looked at, not changed. */
gboolean
trh_project_is_read_only (TrhProject *self)
{
  return self->version > TRH_PROJECT_VERSION;
}

static void
move (GListStore *list, guint from, guint to)
{
  guint low = MIN (from, to), n = MAX (from, to) - low + 1;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer moved;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), low + i));

  moved = g_ptr_array_steal_index (items, from - low);
  g_ptr_array_insert (items, (int) (to - low), moved);

  /* one splice, so that selections follow the item */
  g_list_store_splice (list, low, n, items->pdata, n);
}

/* Applies one change and puts its inverse into @inverse. */
static void
apply_change (TrhProject *self, const TrhChange *change, TrhEdit *inverse)
{
  const TrhRecord *record = change->after != NULL ? change->after : change->before;
  int collection = trh_collection_of (record->schema);
  GListStore *list = self->lists[collection];
  TrhEntity *entity = g_hash_table_lookup (self->entities, record->id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), at;
  g_autoptr(GError) error = NULL;

  if (change->after != NULL && !trh_record_check (record, record->schema->collection, &error))
    g_critical ("an edit would break its own table: %s", error->message);

  if (change->before == NULL)
    {
      g_return_if_fail (entity == NULL);
      entity = make_entity (self, (TrhCollection) collection, change->after);
      g_list_store_insert (list, MIN (change->to, n), entity);
      trh_edit_remove_record (inverse, change->after);
      return;
    }

  /* an edit fits only the project that it was made from */
  g_return_if_fail (entity != NULL && trh_entity_peek_record (entity) == change->before);

  if (change->after != NULL && change->after != change->before)
    {
      trh_entity_set_record (entity, change->after);
      trh_edit_replace_record (inverse, change->after, trh_record_ref (change->before));
      return;
    }

  if (!g_list_store_find (list, entity, &at))
    g_return_if_reached ();
  if (change->after == NULL)
    {
      g_list_store_remove (list, at);
      g_hash_table_remove (self->entities, record->id);
      trh_edit_insert_at (inverse, at, trh_record_ref (change->before));
    }
  else
    {
      move (list, at, MIN (change->to, n - 1));
      trh_edit_move (inverse, entity, at);
    }
}

/**
 * trh_project_apply:
 * @self: a project
 * @edit: an edit made from it as it stands
 *
 * Applies all changes in order, notifies only what differs, then emits "changed" once.
 * For #TrhHistory: everybody else performs edits through the workspace.
 *
 * Returns: (transfer full): the edit that takes it back
 */
TrhEdit *
trh_project_apply (TrhProject *self, TrhEdit *edit)
{
  g_autoptr(TrhEdit) backwards = trh_edit_new (trh_edit_get_label (edit));
  TrhEdit *inverse = trh_edit_new (trh_edit_get_label (edit));

  g_return_val_if_fail (TRH_IS_PROJECT (self), inverse);

  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    apply_change (self, trh_edit_get_change (edit, i), backwards);

  for (guint i = trh_edit_get_n_changes (backwards); i > 0; i--)
    trh_edit_append_change (inverse, trh_edit_get_change (backwards, i - 1));

  self->revision++;
  g_signal_emit (self, signals[CHANGED], 0, edit);

  return inverse;
}
