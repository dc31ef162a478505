/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-rows.h"

struct _TrhHistoryRows
{
  GObject     parent_instance;

  TrhHistory *history;
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
  guint n = g_list_model_get_n_items (G_LIST_MODEL (TRH_HISTORY_ROWS (model)->history));

  return n > 0 ? n + 1 : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TrhHistoryRows *self = TRH_HISTORY_ROWS (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));

  if (n == 0 || position > n)
    return NULL;
  if (position == n)
    return g_object_ref (self->history);
  return g_list_model_get_item (G_LIST_MODEL (self->history), n - 1 - position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
on_items_changed (TrhHistoryRows *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));
  guint before = n - added + removed;

  /* what stood at the end stands at the start; the beginning comes and goes with the first step */
  g_list_model_items_changed (G_LIST_MODEL (self), before - position - removed,
                              removed + (before > 0 && n == 0), added + (before == 0 && n > 0));
}

static void
trh_history_rows_finalize (GObject *object)
{
  g_clear_object (&TRH_HISTORY_ROWS (object)->history);

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
}

/**
 * trh_history_rows_new:
 * @history: a history
 *
 * Returns: (transfer full): its rows
 */
TrhHistoryRows *
trh_history_rows_new (TrhHistory *history)
{
  TrhHistoryRows *self = g_object_new (TRH_TYPE_HISTORY_ROWS, NULL);

  self->history = g_object_ref (history);
  g_signal_connect_object (history, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* How many steps stand when the season is as the row at @position says. */
guint
trh_history_rows_get_n_done (TrhHistoryRows *self, guint position)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->history)) - position;
}
