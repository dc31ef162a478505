/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-territory-rows.h"

#include "core/base/trh-text.h"
#include "core/model/trh-turnout.h"

struct _TrhTerritoryRow
{
  GObject        parent_instance;

  TrhEntity     *entity;     /* (nullable): communes of no valley have a heading without one */
  TrhCollection  collection;
  char          *turnout;    /* (nullable): how many voted in that commune, while it is asked for */
};

G_DEFINE_FINAL_TYPE (TrhTerritoryRow, trh_territory_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
trh_territory_row_finalize (GObject *object)
{
  g_clear_object (&TRH_TERRITORY_ROW (object)->entity);
  g_free (TRH_TERRITORY_ROW (object)->turnout);

  G_OBJECT_CLASS (trh_territory_row_parent_class)->finalize (object);
}

static void
trh_territory_row_class_init (TrhTerritoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_territory_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_TERRITORY_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_territory_row_init (TrhTerritoryRow *self)
{
}

/* (nullable): what the line is about. */
TrhEntity *
trh_territory_row_get_entity (TrhTerritoryRow *self)
{
  return self->entity;
}

TrhCollection
trh_territory_row_get_collection (TrhTerritoryRow *self)
{
  return self->collection;
}

const char *
trh_territory_row_get_id (TrhTerritoryRow *self)
{
  return self->entity != NULL ? trh_entity_get_id (self->entity) : "";
}

/* (nullable): how many voted in that commune, in words, while it is asked for. */
const char *
trh_territory_row_get_turnout (TrhTerritoryRow *self)
{
  return self->turnout;
}

struct _TrhTerritoryRows
{
  GObject     parent_instance;

  TrhProject *project; /* (nullable) */
  char       *query;   /* folded */
  gboolean    shows_turnout;
  GPtrArray  *rows;    /* TrhTerritoryRow, as shown */
  GHashTable *known;   /* id → TrhTerritoryRow, "" for the heading of no valley */
};

static GType
get_item_type (GListModel *model)
{
  return TRH_TYPE_TERRITORY_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return TRH_TERRITORY_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *rows = TRH_TERRITORY_ROWS (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhTerritoryRows, trh_territory_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* A commune as it is sorted, with its venues. */
typedef struct {
  TrhEntity  *commune;
  const char *name;
  char       *folded;
  guint       valley;  /* position; the last for none */
  GPtrArray  *venues;  /* TrhEntity */
} Ground;

static void
ground_clear (gpointer data)
{
  Ground *ground = data;

  g_free (ground->folded);
  g_ptr_array_unref (ground->venues);
}

static int
compare_grounds (gconstpointer a, gconstpointer b)
{
  const Ground *one = a, *other = b;
  int order = one->valley != other->valley ? (one->valley < other->valley ? -1 : 1) : g_strcmp0 (one->folded, other->folded);

  return order != 0 ? order : g_strcmp0 (trh_entity_get_id (one->commune), trh_entity_get_id (other->commune));
}

static int
compare_venues (gconstpointer a, gconstpointer b)
{
  const TrhVenueRecord *one = trh_entity_peek_record (*(TrhEntity **) a);
  const TrhVenueRecord *other = trh_entity_peek_record (*(TrhEntity **) b);

  return trh_text_compare (one->name, other->name);
}

static guint
find_valley (TrhProject *project, const char *id)
{
  guint n = trh_project_count (project, TRH_VALLEYS);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (((const TrhRecord *) trh_project_peek_record (project, TRH_VALLEYS, i))->id, id))
      return i;

  return n;
}

/* All communes with their venues, in the order of the list. */
static GArray *
list_grounds (TrhProject *project)
{
  GArray *grounds = g_array_new (FALSE, TRUE, sizeof (Ground));
  g_autoptr(GHashTable) venues = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (grounds, ground_clear);
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      Ground ground = { trh_project_peek (project, TRH_COMMUNES, i), commune->name, trh_text_fold (commune->name),
                        find_valley (project, commune->valley_id), g_ptr_array_new () };

      g_hash_table_insert (venues, commune->base.id, ground.venues);
      g_array_append_val (grounds, ground);
    }
  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      GPtrArray *list = g_hash_table_lookup (venues, venue->commune_id);

      if (list != NULL)
        g_ptr_array_add (list, trh_project_peek (project, TRH_VENUES, i));
    }
  for (guint i = 0; i < grounds->len; i++)
    g_ptr_array_sort (g_array_index (grounds, Ground, i).venues, compare_venues);
  g_array_sort (grounds, compare_grounds);

  return grounds;
}

static TrhTerritoryRow *
ensure_row (TrhTerritoryRows *self, TrhEntity *entity, TrhCollection collection, GHashTable *seen)
{
  const char *id = entity != NULL ? trh_entity_get_id (entity) : "";
  TrhTerritoryRow *row = g_hash_table_lookup (self->known, id);

  /* an object deleted and brought back by undo is another entity */
  if (row == NULL || row->entity != entity)
    {
      row = g_object_new (TRH_TYPE_TERRITORY_ROW, NULL);
      row->entity = entity != NULL ? g_object_ref (entity) : NULL;
      row->collection = collection;
    }
  else
    g_object_ref (row);
  g_hash_table_insert (seen, g_strdup (id), row);

  return row;
}

static gboolean
is_found (TrhTerritoryRows *self, const Ground *ground)
{
  const TrhCommuneRecord *commune = trh_entity_peek_record (ground->commune);
  g_autofree char *postcodes = g_strjoinv (" ", commune->postcodes);
  g_autofree char *text = g_strdup_printf ("%s %s %s", commune->name, commune->base.id, postcodes);

  return trh_text_matches (text, self->query);
}

static gboolean
is_venue_found (TrhTerritoryRows *self, TrhEntity *venue)
{
  return trh_text_matches (((const TrhVenueRecord *) trh_entity_peek_record (venue))->name, self->query);
}

/* A commune that is found shows all its venues; a venue that is found shows its commune. */
static void
add_ground (TrhTerritoryRows *self, const Ground *ground, guint *valley, GPtrArray *rows, GHashTable *seen)
{
  gboolean all = is_found (self, ground), any = all;

  for (guint i = 0; !any && i < ground->venues->len; i++)
    any = is_venue_found (self, ground->venues->pdata[i]);
  if (!any)
    return;

  if (*valley != ground->valley)
    {
      TrhEntity *heading = ground->valley < trh_project_count (self->project, TRH_VALLEYS)
                             ? trh_project_peek (self->project, TRH_VALLEYS, ground->valley) : NULL;

      *valley = ground->valley;
      g_ptr_array_add (rows, ensure_row (self, heading, TRH_VALLEYS, seen));
    }
  g_ptr_array_add (rows, ensure_row (self, ground->commune, TRH_COMMUNES, seen));
  for (guint i = 0; i < ground->venues->len; i++)
    if (all || is_venue_found (self, ground->venues->pdata[i]))
      g_ptr_array_add (rows, ensure_row (self, ground->venues->pdata[i], TRH_VENUES, seen));
}

static void
update_turnout (TrhTerritoryRows *self)
{
  const TrhPollRecord *poll =
    self->shows_turnout && self->project != NULL ? trh_turnout_find_poll (self->project) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TrhTerritoryRow *row = self->rows->pdata[i];
      TrhTurnout turnout;

      g_clear_pointer (&row->turnout, g_free);
      if (poll != NULL && row->collection == TRH_COMMUNES &&
          trh_turnout_get (self->project, poll->base.id, trh_territory_row_get_id (row), &turnout))
        row->turnout = trh_turnout_say (&turnout);
    }
}

/* Makes the list again and tells only the part that differs. */
static void
refresh (TrhTerritoryRows *self)
{
  g_autoptr(GPtrArray) before = self->rows;
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint valley = G_MAXUINT, start = 0, end = 0;

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->project != NULL)
    {
      g_autoptr(GArray) grounds = list_grounds (self->project);

      for (guint i = 0; i < grounds->len; i++)
        add_ground (self, &g_array_index (grounds, Ground, i), &valley, self->rows, seen);
    }
  g_hash_table_unref (self->known);
  self->known = seen;

  while (start < before->len && start < self->rows->len && before->pdata[start] == self->rows->pdata[start])
    start++;
  while (end < before->len - start && end < self->rows->len - start &&
         before->pdata[before->len - 1 - end] == self->rows->pdata[self->rows->len - 1 - end])
    end++;
  if (before->len != start + end || self->rows->len != start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, self->rows->len - start - end);
  update_turnout (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_emit (self->rows->pdata[i], signals[CHANGED], 0);
}

static void
on_project_changed (TrhTerritoryRows *self, TrhEdit *edit)
{
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;
      int collection = trh_collection_of (record->schema);

      if (collection == TRH_VALLEYS || collection == TRH_COMMUNES || collection == TRH_VENUES ||
          (collection == TRH_RESULTS && self->shows_turnout))
        {
          refresh (self);
          return;
        }
    }
}

static void
trh_territory_rows_finalize (GObject *object)
{
  TrhTerritoryRows *self = TRH_TERRITORY_ROWS (object);

  g_clear_object (&self->project);
  g_free (self->query);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (trh_territory_rows_parent_class)->finalize (object);
}

static void
trh_territory_rows_class_init (TrhTerritoryRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_territory_rows_finalize;
}

static void
trh_territory_rows_init (TrhTerritoryRows *self)
{
  self->query = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TrhTerritoryRows *
trh_territory_rows_new (void)
{
  return g_object_new (TRH_TYPE_TERRITORY_ROWS, NULL);
}

void
trh_territory_rows_set_project (TrhTerritoryRows *self, TrhProject *project)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, on_project_changed, self);
  if (!g_set_object (&self->project, project))
    return;
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/* Shows only what has these words: names, codes and postcodes, without accents or case. */
void
trh_territory_rows_set_query (TrhTerritoryRows *self, const char *query)
{
  char *folded = trh_text_fold (query);

  g_free (self->query);
  self->query = folded;
  refresh (self);
}

/* Whether communes say how many voted there, at the last vote of which a session is closed. */
void
trh_territory_rows_show_turnout (TrhTerritoryRows *self, gboolean show)
{
  self->shows_turnout = show;
  refresh (self);
}

/* The position of the line of that object, or %G_MAXUINT. */
guint
trh_territory_rows_find (TrhTerritoryRows *self, const char *id)
{
  TrhTerritoryRow *row = *id != '\0' ? g_hash_table_lookup (self->known, id) : NULL;
  guint position;

  return row != NULL && g_ptr_array_find (self->rows, row, &position) ? position : G_MAXUINT;
}
