/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-table.h"

#include <glib/gi18n.h>

#include "pages/trh-calendar-bars.h"
#include "pages/trh-calendar-row.h"
#include "pages/trh-calendar-words.h"
#include "widgets/trh-dialogs.h"

struct _TrhCalendarTable
{
  AdwBin              parent_instance;

  TrhWorkspace       *workspace; /* (nullable) */
  GListStore         *store;     /* TrhCalendarRow, in no order */
  GHashTable         *rows;      /* id → TrhCalendarRow (lent by the store) */
  GtkSingleSelection *selection;
  GtkColumnView      *view;
  gboolean            following; /* the selection is set by us, not by a hand */
};

G_DEFINE_FINAL_TYPE (TrhCalendarTable, trh_calendar_table, ADW_TYPE_BIN)

enum { ROW_SELECTED, ROW_ACTIVATED, ROW_EDIT, ROW_DAY, ROW_MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The chars are what is always shown, in a window of usual size: a date is never cut. */
static const struct { const char *title; gboolean wide; int chars; } columns[TRH_N_COLUMNS] = {
  [TRH_COLUMN_WHO]    = { N_("Artist"), TRUE,  9 },
  [TRH_COLUMN_WHAT]   = { N_("What"),   TRUE,  6 },
  [TRH_COLUMN_WHERE]  = { N_("Place"),  TRUE,  9 },
  [TRH_COLUMN_FROM]   = { N_("From"),   FALSE, 14 },
  [TRH_COLUMN_TO]     = { N_("To"),     FALSE, 11 },
  [TRH_COLUMN_STATE]  = { N_("State"),  FALSE, 8 },
  [TRH_COLUMN_ALERTS] = { N_("Alerts"), FALSE, 6 },
};

static void
trh_calendar_table_dispose (GObject *object)
{
  TrhCalendarTable *self = TRH_CALENDAR_TABLE (object);

  self->following = TRUE; /* rows that go select others, and nobody did that */
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (trh_calendar_table_parent_class)->dispose (object);
}

static void
trh_calendar_table_class_init (TrhCalendarTableClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_calendar_table_dispose;
  signals[ROW_SELECTED] = g_signal_new ("row-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROW_EDIT] = g_signal_new ("row-edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);
  signals[ROW_DAY] = g_signal_new ("row-day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, GTK_TYPE_WIDGET);
  signals[ROW_MENU] = g_signal_new ("row-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 4, G_TYPE_STRING, GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TrhCalendarTable *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), "trh-item");
  TrhCalendarRow *row = gtk_list_item_get_item (item);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  g_signal_emit (self, signals[ROW_MENU], 0, trh_calendar_row_get_id (row), cell, x, y);
}

static void
set_up_child (TrhCalendarTable *self, GtkListItem *item, GtkWidget *child)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (gesture));
  g_object_set_data (G_OBJECT (child), "trh-item", item);
  gtk_list_item_set_child (item, child);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *item, TrhCalendarTable *self)
{
  set_up_child (self, item, make_label ());
}

/* Days, which are changed where they stand. */

static void
on_day_clicked (GtkButton *button, TrhCalendarTable *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "trh-item");
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "trh-column"));
  TrhCalendarRow *row = gtk_list_item_get_item (item);

  g_signal_emit (self, signals[ROW_DAY], 0, trh_calendar_row_get_id (row), column == TRH_COLUMN_TO, button);
}

static void
set_up_day (GtkSignalListItemFactory *factory, GtkListItem *item, TrhCalendarTable *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_label ());
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trh-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_day_clicked), self);
  set_up_child (self, item, button);
}

static void
bind_day (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  TrhCalendarRow *row = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item), *label = gtk_button_get_child (GTK_BUTTON (button));
  const char *text = trh_calendar_row_get_text (row, GPOINTER_TO_UINT (column));
  /* Translators: name of a button in a cell: the title of its column, whose row, its text, as in
   * “From, Camille Serre: Mon 7 June. Change” */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$s: %3$s. Change"), _(columns[GPOINTER_TO_UINT (column)].title),
                                           trh_calendar_row_get_text (row, TRH_COLUMN_WHO), text);

  g_object_set_data (G_OBJECT (button), "trh-column", column);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[GPOINTER_TO_UINT (column)].chars);
  gtk_label_set_label (GTK_LABEL (label), text);
  trh_set_label (button, name);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  TrhCalendarRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = trh_calendar_row_get_text (row, GPOINTER_TO_UINT (column));

  gtk_label_set_width_chars (GTK_LABEL (label), columns[GPOINTER_TO_UINT (column)].chars);
  if (GPOINTER_TO_UINT (column) == TRH_COLUMN_ALERTS && trh_calendar_row_get_n_alerts (row) > 0)
    {
      g_autofree char *marked = g_strconcat (trh_calendar_row_is_strong (row) ? "▲ " : "△ ", text, NULL);

      gtk_label_set_label (GTK_LABEL (label), marked);
      gtk_widget_add_css_class (label, trh_calendar_row_is_strong (row) ? "trh-alert-strong" : "trh-alert-weak");
      gtk_widget_remove_css_class (label, trh_calendar_row_is_strong (row) ? "trh-alert-weak" : "trh-alert-strong");
      return;
    }
  gtk_widget_remove_css_class (label, "trh-alert-strong");
  gtk_widget_remove_css_class (label, "trh-alert-weak");
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, columns[GPOINTER_TO_UINT (column)].wide ? text : NULL);
}

static void
on_edit_clicked (GtkButton *button, TrhCalendarTable *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "trh-item");
  TrhCalendarRow *row = gtk_list_item_get_item (item);

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  g_signal_emit (self, signals[ROW_EDIT], 0, trh_calendar_row_get_id (row), button);
}

static void
set_up_button (GtkSignalListItemFactory *factory, GtkListItem *item, TrhCalendarTable *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Change dates, artist or place (F2)"));
  g_object_set_data (G_OBJECT (button), "trh-item", item);
  g_signal_connect (button, "clicked", G_CALLBACK (on_edit_clicked), self);
  gtk_list_item_set_child (item, button);
}

static void
bind_button (GtkSignalListItemFactory *factory, GtkListItem *item, TrhCalendarTable *self)
{
  TrhCalendarRow *row = gtk_list_item_get_item (item);
  g_autofree char *sentence = trh_calendar_say_bar (self->workspace, trh_calendar_row_get_id (row));
  /* Translators: name of a button in a row; %s is as in "Stay of Camille Serre at Séderon, …" */
  g_autofree char *name = g_strdup_printf (_("Change: %s"), sentence);

  trh_set_label (gtk_list_item_get_child (item), name);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  return trh_calendar_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (column));
}

static void
on_selected (TrhCalendarTable *self)
{
  TrhCalendarRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && row != NULL)
    g_signal_emit (self, signals[ROW_SELECTED], 0, trh_calendar_row_get_id (row));
}

static void
on_activated (GtkColumnView *view, guint position, TrhCalendarTable *self)
{
  g_autoptr(TrhCalendarRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[ROW_ACTIVATED], 0, trh_calendar_row_get_id (row));
}

static void
add_columns (TrhCalendarTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) last = gtk_column_view_column_new (NULL, factory);

  for (guint i = 0; i < TRH_N_COLUMNS; i++)
    {
      GtkListItemFactory *cells = gtk_signal_list_item_factory_new ();
      gboolean day = i == TRH_COLUMN_FROM || i == TRH_COLUMN_TO;
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), cells);
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (cells, "setup", day ? G_CALLBACK (set_up_day) : G_CALLBACK (set_up_cell), self);
      g_signal_connect (cells, "bind", day ? G_CALLBACK (bind_day) : G_CALLBACK (bind_cell), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].wide);
      gtk_column_view_append_column (self->view, column);
      if (i == TRH_COLUMN_FROM)
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_button), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_button), self);
  gtk_column_view_append_column (self->view, last);
}

static void
trh_calendar_table_init (TrhCalendarTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->store = g_list_store_new (TRH_TYPE_CALENDAR_ROW);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view keeps it */
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  add_columns (self);
  trh_set_label (self->view, _("Stays and encounters"));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self, 0);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* Shows all stays and encounters of a workspace. */
void
trh_calendar_table_fill (TrhCalendarTable *self, TrhWorkspace *workspace)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  static const TrhCollection collections[] = { TRH_STAYS, TRH_ENCOUNTERS };

  g_set_object (&self->workspace, workspace);
  g_hash_table_remove_all (self->rows);
  for (guint c = 0; c < G_N_ELEMENTS (collections); c++)
    for (guint i = 0; i < trh_project_count (project, collections[c]); i++)
      {
        TrhCalendarRow *row = trh_calendar_row_new (workspace, trh_project_peek (project, collections[c], i));

        g_ptr_array_add (rows, row);
        g_hash_table_insert (self->rows, g_strdup (trh_calendar_row_get_id (row)), row);
      }
  self->following = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  self->following = FALSE;
  trh_calendar_table_select (self, trh_workspace_get_selected_id (workspace));
}

/* One object was added, changed or removed. */
void
trh_calendar_table_update (TrhCalendarTable *self, const char *id)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  TrhEntity *entity = trh_project_find (project, TRH_STAYS, id);
  TrhCalendarRow *row = g_hash_table_lookup (self->rows, id);
  guint position;

  if (entity == NULL)
    entity = trh_project_find (project, TRH_ENCOUNTERS, id);
  self->following = TRUE;
  if (row != NULL && g_list_store_find (self->store, row, &position))
    {
      if (entity == trh_calendar_row_get_entity (row))
        {
          trh_calendar_row_update (row, self->workspace);
          g_list_store_splice (self->store, position, 1, (gpointer *) &row, 1);
        }
      else
        {
          g_hash_table_remove (self->rows, id);
          g_list_store_remove (self->store, position);
          row = NULL;
        }
    }
  if (row == NULL && entity != NULL)
    {
      row = trh_calendar_row_new (self->workspace, entity);
      g_list_store_append (self->store, row);
      g_hash_table_insert (self->rows, g_strdup (trh_calendar_row_get_id (row)), row);
      g_object_unref (row);
    }
  self->following = FALSE;
  trh_calendar_table_select (self, trh_workspace_get_selected_id (self->workspace));
}

/* Looks again at the alerts of every row, and redraws those that have others now. */
void
trh_calendar_table_update_alerts (TrhCalendarTable *self)
{
  GHashTableIter iter;
  gpointer key, value;

  self->following = TRUE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gboolean strong;
      guint n_alerts, position;

      trh_calendar_get_alerts (self->workspace, key, &n_alerts, &strong);
      if ((n_alerts == trh_calendar_row_get_n_alerts (value) && strong == trh_calendar_row_is_strong (value))
          || !g_list_store_find (self->store, value, &position))
        continue;
      trh_calendar_row_update (value, self->workspace);
      g_list_store_splice (self->store, position, 1, &value, 1);
    }
  self->following = FALSE;
  trh_calendar_table_select (self, trh_workspace_get_selected_id (self->workspace));
}

static void
scroll_to (TrhCalendarTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child)) /* the action is that of the list inside */
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/* Selects one row, or none with "", without telling anybody. */
void
trh_calendar_table_select (TrhCalendarTable *self, const char *id)
{
  TrhCalendarRow *row = g_hash_table_lookup (self->rows, id);
  TrhCalendarRow *selected = gtk_single_selection_get_selected_item (self->selection);

  if (row == selected)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; row != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(TrhCalendarRow) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item != row)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      scroll_to (self, i);
      break;
    }
  self->following = FALSE;
}

/* Asks for the form of the selected row, as its button does. */
void
trh_calendar_table_edit (TrhCalendarTable *self)
{
  TrhCalendarRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    g_signal_emit (self, signals[ROW_EDIT], 0, trh_calendar_row_get_id (row), self->view);
}

/* The rows in the order in which they are shown. (transfer none) */
GListModel *
trh_calendar_table_get_rows (TrhCalendarTable *self)
{
  return G_LIST_MODEL (self->selection);
}
