/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-artists-table.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"
#include "core/schedule/trh-free-days.h"
#include "pages/trh-artists-words.h"
#include "widgets/trh-dialogs.h"

typedef enum { NAME, DISCIPLINE, PEOPLE, LANGUAGES, AVAILABILITY, NEEDS, TRAVEL, STATE, STAYS, N_COLUMNS, TWO_LINES } Column;

/* A column is there when the table is that wide at least, so that nothing important hides at the end. */
static const struct { const char *title; int chars; int from_px; gboolean expand, numeric; } columns[N_COLUMNS] = {
  [NAME]         = { NC_("artists", "Name"),         20, 0,    TRUE,  FALSE },
  [DISCIPLINE]   = { NC_("artists", "Discipline"),   13, 0,    FALSE, FALSE },
  [PEOPLE]       = { NC_("artists", "People"),       6,  800,  FALSE, TRUE },
  [LANGUAGES]    = { NC_("artists", "Languages"),    13, 1060, FALSE, FALSE },
  [AVAILABILITY] = { NC_("artists", "Availability"), 17, 0,    TRUE,  TRUE },
  [NEEDS]        = { NC_("artists", "Needs"),        16, 940,  TRUE,  FALSE },
  [TRAVEL]       = { NC_("artists", "Travel"),       10, 1180, FALSE, FALSE },
  [STATE]        = { NC_("artists", "State"),        0,  0,    FALSE, TRUE },
  [STAYS]        = { NC_("artists", "Stays"),        12, 0,    FALSE, TRUE },
};

struct _TrhArtistsTable
{
  AdwBin             parent_instance;

  TrhProject        *project; /* (nullable) (owned) */
  GtkSelectionModel *model;   /* (nullable) (owned) */
  GHashTable        *stays;   /* artist id → how many, those that wait counted by WAITING */
  guint64            stays_revision;
  GHashTable        *bound;   /* GtkListItem that show something */

  GtkStack          *stack;
  GtkColumnView     *view;
  GtkListView       *list;
  GtkColumnViewColumn *view_columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TrhArtistsTable, trh_artists_table, ADW_TYPE_BIN)

enum { ACTIVATED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

#define WAITING 0x10000u /* one stay that has no place on the calendar yet */
#define N_PLACED(count)  ((count) % WAITING)
#define N_WAITING(count) ((count) / WAITING)

/* Counted once for each state of the project, not once for each cell. */
static guint
count_stays (TrhArtistsTable *self, const TrhArtistRecord *artist)
{
  guint n = trh_project_count (self->project, TRH_STAYS);

  if (self->stays_revision != trh_project_get_revision (self->project))
    {
      self->stays_revision = trh_project_get_revision (self->project);
      g_hash_table_remove_all (self->stays);
      for (guint i = 0; i < n; i++)
        {
          const TrhStayRecord *stay = trh_project_peek_record (self->project, TRH_STAYS, i);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->stays, stay->artist_id));

          count += trh_stay_is_placed (stay) ? 1 : WAITING;
          g_hash_table_insert (self->stays, g_strdup (stay->artist_id), GUINT_TO_POINTER (count));
        }
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->stays, artist->base.id));
}

static char *
say (TrhArtistsTable *self, Column column, const TrhArtistRecord *artist)
{
  guint count = column == STAYS || column == TWO_LINES ? count_stays (self, artist) : 0;

  switch (column)
    {
    case NAME:
      return g_strdup (artist->name);
    case DISCIPLINE:
      return g_strdup (artist->discipline);
    case PEOPLE:
      return g_strdup_printf ("%d", artist->people);
    case LANGUAGES:
      return trh_artists_say_languages (artist);
    case AVAILABILITY:
      return trh_artists_say_availability (artist);
    case NEEDS:
      return trh_artists_say_needs (artist);
    case TRAVEL:
      return trh_artists_say_travel (artist);
    case STATE:
      return trh_artists_say_state (artist);
    case STAYS:
      if (N_WAITING (count) == 0)
        return g_strdup_printf ("%u", N_PLACED (count));
      /* Translators: in a column “Stays”: how many, and how many wait for their place on the calendar */
      return g_strdup_printf (ngettext ("%1$u, %2$u to place", "%1$u, %2$u to place", N_WAITING (count)),
                              N_PLACED (count), N_WAITING (count));
    case TWO_LINES:
      return trh_artists_say_second_line (artist, N_PLACED (count), N_WAITING (count));
    case N_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

/* What a row is called: of the cell's ancestors, the one just below the view's rows. */
static void
name_row (TrhArtistsTable *self, GtkWidget *child, const TrhArtistRecord *artist)
{
  guint count = count_stays (self, artist);
  g_autofree char *name = trh_artists_say_row (artist, N_PLACED (count), N_WAITING (count));
  GtkWidget *row = gtk_widget_get_parent (child);

  while (row != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_ROW &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    trh_set_label (row, name);
}

static void
show_text (GtkWidget *label, const char *text)
{
  const char *shown = *text != '\0' ? text : "–"; /* an empty label would be called “GtkLabel” (ux rule A5) */

  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), shown))
    gtk_label_set_label (GTK_LABEL (label), shown);
}

/* A view keeps some two hundred rows ready: only what changed is said anew. */
static gboolean
is_up_to_date (TrhArtistsTable *self, GtkListItem *item, Column column, const TrhArtistRecord *artist)
{
  gboolean counts = column == NAME || column == STAYS || column == TWO_LINES;
  guint n_stays = counts ? count_stays (self, artist) : 0;

  if (g_object_get_data (G_OBJECT (item), "trh-record") == artist &&
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "trh-stays")) == n_stays)
    return TRUE;
  g_object_set_data_full (G_OBJECT (item), "trh-record", trh_record_ref (artist), trh_record_unref);
  g_object_set_data (G_OBJECT (item), "trh-stays", GUINT_TO_POINTER (n_stays));
  return FALSE;
}

static void
show_item (TrhArtistsTable *self, GtkListItem *item, Column column, const TrhArtistRecord *artist)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = say (self, column, artist);

  if (column == STATE)
    {
      g_autofree char *of_artist = trh_text_of (artist->name);
      /* Translators: %s is as in “of Ana Ruiz” */
      g_autofree char *name = g_strdup_printf (_("Change the state %s"), of_artist);

      gtk_menu_button_set_label (GTK_MENU_BUTTON (child), text);
      trh_set_label (child, name);
    }
  else if (column == TWO_LINES)
    {
      show_text (gtk_widget_get_first_child (child), artist->name);
      show_text (gtk_widget_get_last_child (child), text);
    }
  else
    show_text (child, text);

  if (column == NAME || column == TWO_LINES)
    name_row (self, child, artist);
}

static void
update_item (TrhArtistsTable *self, GtkListItem *item)
{
  Column column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "trh-column"));
  const TrhArtistRecord *artist = trh_entity_peek_record (gtk_list_item_get_item (item));

  if (!is_up_to_date (self, item, column, artist))
    show_item (self, item, column, artist);
}

static void
on_bind (TrhArtistsTable *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  update_item (self, item);
}

static void
on_unbind (TrhArtistsTable *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

/* Opens the states for the row, or for all selected ones when it is among them. */
static void
fill_state_menu (GtkMenuButton *button, gpointer data)
{
  TrhArtistsTable *self = data;
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "trh-item");
  g_autoptr(GMenu) menu = g_menu_new ();

  if (!gtk_selection_model_is_selected (self->model, gtk_list_item_get_position (item)))
    gtk_selection_model_select_item (self->model, gtk_list_item_get_position (item), TRUE);
  for (int state = TRH_ARTIST_APPLICATION; state <= TRH_ARTIST_DECLINED; state++)
    {
      g_autofree char *name = trh_text_capital (trh_artists_name_state (state));
      g_autoptr(GMenuItem) choice = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (choice, "artists.set-state", "i", state);
      g_menu_append_item (menu, choice);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The whole text, when the column is too narrow for it. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);

  return label;
}

static void
set_up (TrhArtistsTable *self, GtkListItem *item, Column column)
{
  GtkWidget *child;

  if (column == STATE)
    {
      child = gtk_menu_button_new ();
      gtk_widget_add_css_class (child, "flat");
      gtk_widget_add_css_class (child, "trh-cell-button");
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (child), fill_state_menu, self, NULL);
      /* the keyboard belongs to the row: Enter opens the artist, Shift+F10 has the states too */
      gtk_widget_set_focusable (gtk_widget_get_first_child (child), FALSE);
    }
  else if (column == TWO_LINES)
    {
      GtkWidget *second = make_label ();

      child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      gtk_widget_set_margin_top (child, 9);
      gtk_widget_set_margin_bottom (child, 9);
      gtk_widget_set_margin_start (child, 12);
      gtk_widget_set_margin_end (child, 12);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (child), make_label ());
      gtk_box_append (GTK_BOX (child), second);
    }
  else
    {
      child = make_label ();
      /* a width in characters, so that it grows with the text and not with what is scrolled into view */
      gtk_label_set_width_chars (GTK_LABEL (child), columns[column].chars);
      gtk_label_set_max_width_chars (GTK_LABEL (child), columns[column].chars);
      if (column == PEOPLE || column == STAYS)
        gtk_widget_add_css_class (child, "numeric");
    }

  g_object_set_data (G_OBJECT (item), "trh-column", GINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (child), "trh-item", item);
  gtk_list_item_set_child (item, child);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, TrhArtistsTable *self)
{
  set_up (self, item, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "trh-column")));
}

static GtkListItemFactory *
make_factory (TrhArtistsTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "trh-column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);

  return factory;
}

/* What a column sorts by; the sorter keeps the keys, so that each is made once for a sort. */
typedef struct {
  TrhArtistsTable *table; /* (unowned): it owns the columns */
  Column           column;
} Key;

static char *
get_text_key (TrhArtist *artist, Key *key)
{
  g_autofree char *text = say (key->table, key->column, trh_entity_peek_record (TRH_ENTITY (artist)));

  return trh_text_fold (text);
}

static double
get_number_key (TrhArtist *artist, Key *key)
{
  const TrhArtistRecord *record = trh_entity_peek_record (TRH_ENTITY (artist));

  if (key->column == PEOPLE)
    return record->people;
  if (key->column == STATE)
    return record->state;
  if (key->column == STAYS)
    return count_stays (key->table, record);
  /* who is always free comes first, then by the first day */
  return record->availability->len > 0 ? ((const TrhWindowRecord *) record->availability->pdata[0])->first_day : -1;
}

static void
key_free (gpointer key, GClosure *closure)
{
  g_free (key);
}

static GtkSorter *
make_sorter (TrhArtistsTable *self, Column column)
{
  Key *key = g_new (Key, 1);

  *key = (Key) { self, column };
  if (columns[column].numeric)
    return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (G_TYPE_DOUBLE, NULL, 0, NULL,
                                                                            G_CALLBACK (get_number_key), key, key_free)));
  return GTK_SORTER (gtk_string_sorter_new (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                                         G_CALLBACK (get_text_key), key, key_free)));
}

static void
on_activate (TrhArtistsTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
on_right_click (TrhArtistsTable *self, int n_press, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  guint position = GTK_INVALID_LIST_POSITION;

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      /* the cell that was hit, or the first one of the row beside which it was */
      GtkWidget *cell = widget;
      GtkListItem *item = NULL;

      while (cell != NULL && (item = g_object_get_data (G_OBJECT (cell), "trh-item")) == NULL)
        cell = gtk_widget_get_first_child (cell);
      if (item != NULL)
        {
          position = gtk_list_item_get_position (item);
          break;
        }
    }
  if (position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[MENU], 0, position, x, y);
}

/* Shift+F10 and the menu key: at the row that has the keyboard. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  g_signal_emit (widget, signals[MENU], 0, GTK_INVALID_LIST_POSITION,
                 (double) bounds.origin.x + 24, (double) bounds.origin.y + bounds.size.height);
  return TRUE;
}

static void
trh_artists_table_dispose (GObject *object)
{
  TrhArtistsTable *self = TRH_ARTISTS_TABLE (object);

  g_clear_object (&self->project);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trh_artists_table_parent_class)->dispose (object);
}

static void
trh_artists_table_finalize (GObject *object)
{
  TrhArtistsTable *self = TRH_ARTISTS_TABLE (object);

  g_hash_table_unref (self->stays);
  g_hash_table_unref (self->bound);

  G_OBJECT_CLASS (trh_artists_table_parent_class)->finalize (object);
}

static void
trh_artists_table_class_init (TrhArtistsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_artists_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_artists_table_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);

  signals[ACTIVATED] = g_signal_new ("activated", TRH_TYPE_ARTISTS_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU] = g_signal_new ("menu", TRH_TYPE_ARTISTS_TABLE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
add_columns (TrhArtistsTable *self)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column =
        gtk_column_view_column_new (g_dpgettext2 (NULL, "artists", columns[i].title), make_factory (self, (Column) i));
      GtkSorter *sorter = make_sorter (self, (Column) i);

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (self->view, column);
      self->view_columns[i] = column;
      g_object_unref (sorter);
      g_object_unref (column);
    }
  gtk_column_view_sort_by_column (self->view, self->view_columns[NAME], GTK_SORT_ASCENDING);
}

static void
trh_artists_table_init (TrhArtistsTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *scrollers[2] = { gtk_scrolled_window_new (), gtk_scrolled_window_new () };

  self->stays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stays_revision = G_MAXUINT64;
  self->bound = g_hash_table_new (NULL, NULL);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_enable_rubberband (self->view, TRUE);
  trh_set_label (self->view, _("Artists"));
  add_columns (self);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, make_factory (self, TWO_LINES)));
  trh_set_label (self->list, _("Artists"));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrollers[0]), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrollers[1]), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrollers[1]), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, scrollers[0], "table");
  gtk_stack_add_named (self->stack, scrollers[1], "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
trh_artists_table_set_project (TrhArtistsTable *self, TrhProject *project)
{
  g_set_object (&self->project, project);
}

void
trh_artists_table_set_model (TrhArtistsTable *self, GtkSelectionModel *model)
{
  g_set_object (&self->model, model);
  gtk_column_view_set_model (self->view, model);
  gtk_list_view_set_model (self->list, model);
}

/* How the person wants the rows, by a click on a header; for the model. */
GtkSorter *
trh_artists_table_get_sorter (TrhArtistsTable *self)
{
  return gtk_column_view_get_sorter (self->view);
}

/**
 * trh_artists_table_set_width:
 * @self: a table
 * @width_px: what there is
 * @narrow: show the list of two lines
 */
void
trh_artists_table_set_width (TrhArtistsTable *self, int width_px, gboolean narrow)
{
  gtk_stack_set_visible_child_name (self->stack, narrow ? "list" : "table");
  for (int i = 0; i < N_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->view_columns[i], width_px >= columns[i].from_px);
}

void
trh_artists_table_scroll_to (TrhArtistsTable *self, guint position)
{
  /* the rows of a column view are a list view inside it */
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    rows = GTK_WIDGET (self->list);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

/* Shows the artists and their stays as they are now, in their order. */
void
trh_artists_table_update (TrhArtistsTable *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_item (self, item);
  for (int i = 0; i < N_COLUMNS; i++)
    gtk_sorter_changed (gtk_column_view_column_get_sorter (self->view_columns[i]), GTK_SORTER_CHANGE_DIFFERENT);
}
