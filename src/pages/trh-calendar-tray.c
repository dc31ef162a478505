/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-tray.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/schedule/trh-schedule-names.h"
#include "pages/trh-calendar-bars.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-pick.h"

struct _TrhCalendarTray
{
  AdwBin      parent_instance;

  GListStore *items; /* TrhPick: an id and its words */
};

G_DEFINE_FINAL_TYPE (TrhCalendarTray, trh_calendar_tray, ADW_TYPE_BIN)

enum { PROP_N_ITEMS = 1 };
static GParamSpec *n_items_pspec;
static guint activated_signal;

static void
trh_calendar_tray_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, trh_calendar_tray_get_n_items (TRH_CALENDAR_TRAY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_calendar_tray_dispose (GObject *object)
{
  g_clear_object (&TRH_CALENDAR_TRAY (object)->items);

  G_OBJECT_CLASS (trh_calendar_tray_parent_class)->dispose (object);
}

static void
trh_calendar_tray_class_init (TrhCalendarTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_calendar_tray_dispose;
  object_class->get_property = trh_calendar_tray_get_property;
  n_items_pspec = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_N_ITEMS, n_items_pspec);
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  TrhPick *pick = gtk_list_item_get_item (item);
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (card);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_STRING, trh_pick_get_id (pick));
}

static void
set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 7);
  gtk_widget_set_margin_bottom (label, 7);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), item, 0);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (item, label);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TrhPick *pick = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), trh_pick_get_label (pick));
}

static void
on_activate (GtkListView *view, guint position, TrhCalendarTray *self)
{
  g_autoptr(TrhPick) pick = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_signal_emit (self, activated_signal, 0, trh_pick_get_id (pick));
}

static void
trh_calendar_tray_init (TrhCalendarTray *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->items = g_list_store_new (TRH_TYPE_PICK);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)))), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (view), GTK_ORIENTATION_HORIZONTAL);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (view), GTK_SCROLL_NATURAL); /* cards as wide as their words */
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "trh-tray");
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate), self, 0);
  trh_set_label (view, _("To place"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
add (GPtrArray *items, const char *id, const char *label)
{
  g_ptr_array_add (items, trh_pick_new (id, label));
}

static GHashTable *
collect_hosted (TrhProject *project)
{
  GHashTable *hosted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    g_hash_table_add (hosted, ((const TrhStayRecord *) trh_project_peek_record (project, TRH_STAYS, i))->artist_id);
  return hosted;
}

static gboolean
is_same (TrhCalendarTray *self, GPtrArray *items)
{
  if (items->len != trh_calendar_tray_get_n_items (self))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(TrhPick) old = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!g_str_equal (trh_pick_get_id (old), trh_pick_get_id (items->pdata[i]))
          || !g_str_equal (trh_pick_get_label (old), trh_pick_get_label (items->pdata[i])))
        return FALSE;
    }
  return TRUE;
}

/* Shows what a workspace has to place now. */
void
trh_calendar_tray_fill (TrhCalendarTray *self, TrhWorkspace *workspace)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autoptr(GHashTable) hosted = collect_hosted (project);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  static const TrhCollection collections[] = { TRH_STAYS, TRH_ENCOUNTERS };

  for (guint c = 0; c < G_N_ELEMENTS (collections); c++)
    for (guint i = 0; i < trh_project_count (project, collections[c]); i++)
      {
        const TrhRecord *record = trh_project_peek_record (project, collections[c], i);

        if (!trh_calendar_is_placed (record))
          {
            g_autofree char *label = trh_describe_record (project, record);

            add (items, record->id, label);
          }
      }
  for (guint i = 0; i < trh_project_count (project, TRH_ARTISTS); i++)
    {
      const TrhArtistRecord *artist = trh_project_peek_record (project, TRH_ARTISTS, i);

      if (!g_hash_table_contains (hosted, artist->base.id) && trh_calendar_shows (workspace, TRH_LANES_ARTISTS, artist))
        add (items, artist->base.id, trh_schedule_name_artist (artist));
    }
  if (is_same (self, items))
    return;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  g_object_notify_by_pspec (G_OBJECT (self), n_items_pspec);
}

guint
trh_calendar_tray_get_n_items (TrhCalendarTray *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}
