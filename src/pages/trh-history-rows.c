/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-rows.h"

#include "core/base/trh-text.h"

struct _TrhKeptVersion
{
  GObject    parent_instance;

  TrhBackup *backup;
};

G_DEFINE_FINAL_TYPE (TrhKeptVersion, trh_kept_version, G_TYPE_OBJECT)

static void
trh_kept_version_finalize (GObject *object)
{
  trh_backup_free (TRH_KEPT_VERSION (object)->backup);

  G_OBJECT_CLASS (trh_kept_version_parent_class)->finalize (object);
}

static void
trh_kept_version_class_init (TrhKeptVersionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_kept_version_finalize;
}

static void
trh_kept_version_init (TrhKeptVersion *self)
{
}

const TrhBackup *
trh_kept_version_get_backup (TrhKeptVersion *self)
{
  return self->backup;
}

struct _TrhHistoryRows
{
  GObject     parent_instance;

  TrhHistory *history;
  char       *folder;   /* of the kept versions */
  GPtrArray  *versions; /* TrhKeptVersion, the newest first */
  GPtrArray  *items;    /* the rows */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhHistoryRows, trh_history_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return TRH_HISTORY_ROWS (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TrhHistoryRows *self = TRH_HISTORY_ROWS (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static GDateTime *
get_time (gpointer item)
{
  if (TRH_IS_KEPT_VERSION (item))
    return TRH_KEPT_VERSION (item)->backup->written;
  return TRH_IS_STEP (item) ? trh_step_get_time (item) : NULL;
}

/* Steps and versions keep their own order, whatever clocks said; the time only says how the two fit together. */
static GPtrArray *
merge (TrhHistoryRows *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_steps = g_list_model_get_n_items (G_LIST_MODEL (self->history)), next = 0;

  for (guint i = n_steps; i > 0; i--)
    {
      g_autoptr(GObject) step = g_list_model_get_item (G_LIST_MODEL (self->history), i - 1);

      while (next < self->versions->len && g_date_time_compare (get_time (self->versions->pdata[next]), get_time (step)) >= 0)
        g_ptr_array_add (items, g_object_ref (self->versions->pdata[next++]));
      g_ptr_array_add (items, g_object_ref (step));
    }
  if (n_steps > 0)
    g_ptr_array_add (items, g_object_ref (self->history));
  while (next < self->versions->len)
    g_ptr_array_add (items, g_object_ref (self->versions->pdata[next++]));

  return items;
}

/* Tells only of the rows that are others: the view keeps its place, and its focus, on the rest. */
static void
update (TrhHistoryRows *self)
{
  g_autoptr(GPtrArray) before = self->items;
  GPtrArray *now = merge (self);
  guint start = 0, end = 0;

  while (start < MIN (before->len, now->len) && before->pdata[start] == now->pdata[start])
    start++;
  while (end < MIN (before->len, now->len) - start &&
         before->pdata[before->len - 1 - end] == now->pdata[now->len - 1 - end])
    end++;
  self->items = now;
  if (before->len != now->len || start < now->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, now->len - start - end);
}

static void
trh_history_rows_finalize (GObject *object)
{
  TrhHistoryRows *self = TRH_HISTORY_ROWS (object);

  g_clear_object (&self->history);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->items);
  g_free (self->folder);

  G_OBJECT_CLASS (trh_history_rows_parent_class)->finalize (object);
}

static void
trh_history_rows_class_init (TrhHistoryRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_history_rows_finalize;
}

static void
trh_history_rows_init (TrhHistoryRows *self)
{
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trh_history_rows_new:
 * @history: a history
 * @folder: of the kept versions, as trh_store_get_folder() says
 *
 * Returns: (transfer full): its rows
 */
TrhHistoryRows *
trh_history_rows_new (TrhHistory *history, const char *folder)
{
  TrhHistoryRows *self = g_object_new (TRH_TYPE_HISTORY_ROWS, NULL);

  self->history = g_object_ref (history);
  self->folder = g_strdup (folder);
  g_signal_connect_object (history, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  trh_history_rows_refresh (self);

  return self;
}

/* Looks which versions are kept now. */
void
trh_history_rows_refresh (TrhHistoryRows *self)
{
  g_autoptr(GPtrArray) backups = trh_backups_list (self->folder);
  g_autoptr(GPtrArray) known = self->versions;
  g_autoptr(GHashTable) by_path = g_hash_table_new (trh_text_hash, g_str_equal);

  for (guint i = 0; i < known->len; i++)
    g_hash_table_insert (by_path, TRH_KEPT_VERSION (known->pdata[i])->backup->path, known->pdata[i]);
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (backups, NULL);
  for (guint i = 0; i < backups->len; i++)
    {
      TrhBackup *backup = backups->pdata[i];
      TrhKeptVersion *version = g_hash_table_lookup (by_path, backup->path);

      if (version != NULL)
        {
          g_object_ref (version); /* the same item, so that its row stays */
          trh_backup_free (backup);
        }
      else
        {
          version = g_object_new (TRH_TYPE_KEPT_VERSION, NULL);
          version->backup = backup;
        }
      g_ptr_array_add (self->versions, version);
    }
  update (self);
}

/* How many steps stand when the season is as the row at @position says; %TRH_NO_STEP: it is a kept version. */
guint
trh_history_rows_get_n_done (TrhHistoryRows *self, guint position)
{
  guint n_done = 0;

  if (position >= self->items->len || TRH_IS_KEPT_VERSION (self->items->pdata[position]))
    return TRH_NO_STEP;
  for (guint i = position; i < self->items->len; i++)
    n_done += TRH_IS_STEP (self->items->pdata[i]);
  return n_done;
}

/* When it was done or written, or %NULL for the beginning. */
GDateTime *
trh_history_rows_get_time (TrhHistoryRows *self, guint position)
{
  return position < self->items->len ? get_time (self->items->pdata[position]) : NULL;
}
