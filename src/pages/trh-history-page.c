/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-page.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "pages/trh-history-rows.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-width-bin.h"

#define NARROW_PX 480 /* below, the buttons of the rows have an icon and no words */

struct _TrhHistoryPage
{
  TrhPage         parent_instance;

  TrhHistory     *history; /* (nullable) (owned) */
  TrhHistoryRows *rows;    /* (nullable) (owned) */
  GHashTable     *bound;   /* GtkListItem that show something */

  TrhWidthBin    *width_bin;
  GtkStack       *stack;
  GtkListView    *list;
};

G_DEFINE_FINAL_TYPE (TrhHistoryPage, trh_history_page, TRH_TYPE_PAGE)

/* The widgets of one row. */
typedef struct {
  GtkWidget *heading; /* the day, above the first row of it */
  GtkWidget *line;    /* the rest */
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *detail;
  GtkWidget *button;
} Row;

static int
get_day (TrhStep *step)
{
  int year, month, day;

  g_date_time_get_ymd (trh_step_get_time (step), &year, &month, &day);
  return trh_day_from_date (year, month, day);
}

static char *
say_clock (TrhStep *step)
{
  GDateTime *time = trh_step_get_time (step);

  return trh_clock_say (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

static char *
say_day (int day)
{
  g_autofree char *said = NULL;

  if (day == trh_day_today ())
    return g_strdup (_("Today"));
  said = trh_day_say (day);
  return trh_text_capital (said);
}

/* The day as a heading, or NULL when the row above is of the same day. */
static char *
say_heading (TrhHistoryPage *self, guint position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autoptr(GObject) above = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self->rows), position - 1) : NULL;

  if (!TRH_IS_STEP (item) || (above != NULL && get_day (TRH_STEP (above)) == get_day (TRH_STEP (item))))
    return NULL;
  return say_day (get_day (TRH_STEP (item)));
}

static void
show_button (TrhHistoryPage *self, Row *row, gboolean undone, const char *label)
{
  gboolean narrow = trh_width_bin_get_width (self->width_bin) < NARROW_PX;
  const char *words = undone ? _("Redo up to Here") : _("Back to Here");
  /* Translators: the name of a button; %s is a step such as "Move stay of Camille Serre" */
  g_autofree char *name = undone ? g_strdup_printf (_("Redo up to: %s"), label)
                                 /* Translators: the same, for a step that was not undone */
                                 : g_strdup_printf (_("Back to: %s"), label);

  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (row->button), undone ? "edit-redo-symbolic" : "edit-undo-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (row->button), words);
  gtk_widget_set_tooltip_text (row->button, narrow ? words : NULL);
  trh_set_label (row->button, name);
}

static void
update_row (TrhHistoryPage *self, GtkListItem *item)
{
  Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "trh-row");
  guint position = gtk_list_item_get_position (item);
  gpointer step = gtk_list_item_get_item (item);
  guint n_done = trh_history_rows_get_n_done (self->rows, position);
  gboolean current = n_done == trh_history_get_n_done (self->history);
  gboolean undone = n_done > trh_history_get_n_done (self->history);
  g_autofree char *heading = say_heading (self, position);
  const char *label = TRH_IS_STEP (step) ? trh_step_get_label (step) : _("The season as it was opened");
  const char *state = current ? _("you are here") : undone ? _("undone") : _("done");
  g_autofree char *clock = TRH_IS_STEP (step) ? say_clock (step) : NULL;
  /* Translators: a clock time, then "undone" or "you are here" */
  g_autofree char *timed = clock != NULL ? g_strdup_printf (C_("step", "%1$s, %2$s"), clock, state) : g_strdup (state);
  g_autofree char *day = TRH_IS_STEP (step) ? say_day (get_day (step)) : g_strdup ("");
  /* Translators: a row for assistive tools: a step, the day, then "18:42, undone" */
  g_autofree char *name = TRH_IS_STEP (step) ? g_strdup_printf (C_("step", "%1$s, %2$s, %3$s"), label, day, timed)
                                             : g_strdup_printf (C_("step", "%1$s, %2$s"), label, timed);

  gtk_widget_set_visible (row->heading, heading != NULL);
  gtk_label_set_label (GTK_LABEL (row->heading), heading != NULL ? heading : "");
  gtk_label_set_label (GTK_LABEL (row->label), label);
  gtk_label_set_label (GTK_LABEL (row->detail), current || undone ? timed : clock != NULL ? clock : "");
  gtk_widget_set_visible (row->detail, *gtk_label_get_label (GTK_LABEL (row->detail)) != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (row->icon), current ? "go-next-symbolic"
                                                       : undone ? "edit-redo-symbolic" : "object-select-symbolic");
  gtk_widget_set_opacity (row->label, undone ? 0.6 : 1);
  if (current)
    gtk_widget_add_css_class (row->line, "trh-here");
  else
    gtk_widget_remove_css_class (row->line, "trh-here");
  gtk_widget_set_visible (row->button, !current);
  show_button (self, row, undone, label);
  trh_set_label (gtk_widget_get_parent (gtk_list_item_get_child (item)), name);
}

static void
update_rows (TrhHistoryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_row (self, item);
}

static void
on_history_changed (TrhHistoryPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->history)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "steps");
  update_rows (self);
}

static void
go_to (TrhHistoryPage *self, guint position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  guint n_done;
  g_autofree char *sentence = NULL;

  if (item == NULL)
    return;
  n_done = trh_history_rows_get_n_done (self->rows, position);
  if (n_done == trh_history_get_n_done (self->history))
    return;
  /* Translators: %s is a step, such as "Move stay of Camille Serre" */
  sentence = TRH_IS_STEP (item) ? g_strdup_printf (_("The season is as it was after “%s”"), trh_step_get_label (TRH_STEP (item)))
                                : g_strdup (_("The season is as it was opened"));
  trh_workspace_go_to (trh_page_get_workspace (TRH_PAGE (self)), n_done);
  trh_page_tell (TRH_PAGE (self), sentence);
}

static void
on_button_clicked (TrhHistoryPage *self, GtkWidget *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "trh-item");

  gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
  go_to (self, gtk_list_item_get_position (item));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_setup (TrhHistoryPage *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Row *row = g_new (Row, 1);

  row->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->heading = make_label ("heading");
  gtk_widget_set_margin_start (row->heading, 12);
  gtk_widget_set_margin_top (row->heading, 12);
  gtk_widget_set_margin_bottom (row->heading, 6);
  row->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (row->icon, "dim-label");
  row->label = make_label (NULL);
  row->detail = make_label ("caption");
  gtk_widget_add_css_class (row->detail, "dim-label");
  row->button = gtk_button_new ();
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_set_valign (row->button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (row->button, FALSE); /* Enter on the row does the same, and the row says more */
  g_object_set_data (G_OBJECT (row->button), "trh-item", item);
  g_signal_connect_object (row->button, "clicked", G_CALLBACK (on_button_clicked), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (words), row->label);
  gtk_box_append (GTK_BOX (words), row->detail);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (row->line, -1, 40);
  gtk_widget_add_css_class (row->line, "trh-step");
  gtk_box_append (GTK_BOX (row->line), row->icon);
  gtk_box_append (GTK_BOX (row->line), words);
  gtk_box_append (GTK_BOX (row->line), row->button);
  gtk_box_append (GTK_BOX (box), row->heading);
  gtk_box_append (GTK_BOX (box), row->line);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  g_object_set_data_full (G_OBJECT (box), "trh-row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (TrhHistoryPage *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  update_row (self, item);
}

static void
on_unbind (TrhHistoryPage *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

static void
on_workspace (TrhHistoryPage *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  GtkSelectionModel *selection;

  g_return_if_fail (self->history == NULL); /* a window has one season for its life */
  if (workspace == NULL)
    return;
  self->history = g_object_ref (trh_workspace_get_history (workspace));
  self->rows = trh_history_rows_new (self->history);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->history, "notify::n-done", G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
  on_history_changed (self);
}

static void
trh_history_page_dispose (GObject *object)
{
  TrhHistoryPage *self = TRH_HISTORY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (trh_history_page_parent_class)->dispose (object);
}

static void
trh_history_page_finalize (GObject *object)
{
  g_hash_table_unref (TRH_HISTORY_PAGE (object)->bound);

  G_OBJECT_CLASS (trh_history_page_parent_class)->finalize (object);
}

static void
trh_history_page_class_init (TrhHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_history_page_finalize;

  g_type_ensure (TRH_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_workspace);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, go_to);
}

static void
trh_history_page_init (TrhHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  trh_set_label (self->list, _("What was done, the newest first"));
}
