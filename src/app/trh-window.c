/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-window-private.h"

#include <glib/gi18n.h>

#include "app/trh-help.h"
#include "app/trh-settings.h"
#include "pages/trh-artists-page.h"
#include "pages/trh-calendar-page.h"
#include "pages/trh-history-page.h"
#include "pages/trh-inspector.h"
#include "pages/trh-page.h"
#include "pages/trh-territory-page.h"
#include "pages/trh-votes-page.h"
#include "widgets/trh-dialogs.h"

#define NARROW_PX 560 /* below, the header keeps only what has no other place */

G_DEFINE_FINAL_TYPE (TrhWindow, trh_window, ADW_TYPE_APPLICATION_WINDOW)

/* The pages, in the order of the sidebar and of Alt+1…; each is made when first shown. */
static const struct {
  const char *name;
  const char *title;
  const char *icon;
  gboolean    has_details; /* there is something to choose on it */
  GType     (*get_type) (void);
} pages[] = {
  { "territory", N_("Territory"), "mark-location-symbolic", TRUE, trh_territory_page_get_type },
  { "artists", N_("Artists"), "system-users-symbolic", TRUE, trh_artists_page_get_type },
  { "calendar", N_("Calendar"), "x-office-calendar-symbolic", TRUE, trh_calendar_page_get_type },
  { "votes", N_("Votes"), "checkbox-checked-symbolic", FALSE, trh_votes_page_get_type },
  { "history", N_("History"), "document-open-recent-symbolic", FALSE, trh_history_page_get_type },
};

static void
trh_window_dispose (GObject *object)
{
  TrhWindow *self = TRH_WINDOW (object);

  g_clear_handle_id (&self->inspector_id, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trh_window_parent_class)->dispose (object);
}

/* Whether “not saved to a file yet” is all that there is to say of a draft: nothing was changed, or not kept yet. */
static gboolean
says_all (TrhStore *store)
{
  TrhStoreState state = trh_store_get_state (store);

  return state == TRH_STORE_UNSAVED ||
         (state == TRH_STORE_SAVED && !g_file_test (trh_store_get_draft_path (store), G_FILE_TEST_EXISTS));
}

/* Which season, where it is kept, and whether it is saved. */
void
trh_window_update_title (TrhWindow *self)
{
  const TrhSeasonRecord *season;
  TrhStore *store;
  const char *state, *title;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  if (self->workspace == NULL)
    return;
  season = trh_project_peek_season (trh_workspace_get_project (self->workspace));
  store = trh_workspace_get_store (self->workspace);
  title = *season->title != '\0' ? season->title : _("Season without a name");

  if (trh_store_get_path (store) != NULL)
    name = g_path_get_basename (trh_store_get_path (store));
  else
    name = g_strdup (_("Not saved to a file yet"));

  switch (trh_store_get_state (store))
    {
    case TRH_STORE_SAVING:
      state = _("Saving…");
      break;
    case TRH_STORE_UNSAVED:
      state = _("Not saved yet");
      break;
    case TRH_STORE_FAILED:
      state = _("Not saved");
      break;
    case TRH_STORE_CHANGED:
      state = _("Changed elsewhere");
      break;
    case TRH_STORE_SAVED:
    default:
      state = trh_workspace_is_read_only (self->workspace) ? _("Read only")
              : trh_store_is_draft (store)                 ? _("Draft kept")
                                                           : _("Saved");
    }

  if (trh_store_is_draft (store) && says_all (store))
    subtitle = g_steal_pointer (&name);
  else if (self->narrow) /* a name has no room */
    subtitle = g_strdup (state);
  else
    /* Translators: a file's name, then "Saved", "Saving…" */
    subtitle = g_strdup_printf (_("%1$s · %2$s"), name, state);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_store_changed (TrhWindow *self)
{
  trh_window_update_title (self);
  trh_window_tell_store (self);
}

/* The row of a page, or NULL when there is no such page. */
static TrhPageRow *
find_row (TrhWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return TRH_PAGE_ROW (gtk_list_box_get_row_at_index (self->sidebar, (int) i));

  return NULL;
}

static void
on_artists_counted (TrhWindow *self)
{
  guint n = trh_project_count (trh_workspace_get_project (self->workspace), TRH_ARTISTS);
  g_autofree char *name = g_strdup_printf (ngettext ("%u artist", "%u artists", n), n);
  TrhPageRow *row = find_row (self, "artists");

  if (row != NULL)
    trh_page_row_set_count (row, n, name, FALSE);
}

static void
on_alerts_counted (TrhWindow *self)
{
  guint n = trh_alert_list_get_count (self->alert_list);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("%u alert. Open the list", "%u alerts. Open the list", n), n);
  g_autofree char *short_name = g_strdup_printf (ngettext ("%u alert", "%u alerts", n), n);
  TrhPageRow *row = self->workspace != NULL ? find_row (self, "calendar") : NULL;

  gtk_label_set_label (self->alerts_count, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->alerts_button), name);
  trh_set_label (self->alerts_button, name);
  if (row != NULL)
    trh_page_row_set_count (row, n, short_name, TRUE);
}

/* Hands the address and the credit of the map tiles to the pages that have a map; no address when they are off. */
static void
apply_tiles (TrhWindow *self)
{
  g_autofree char *address = g_settings_get_boolean (self->settings, "show-tiles")
                               ? trh_settings_get_line (self->settings, "tile-address") : g_strdup ("");
  g_autofree char *credit = trh_settings_get_line (self->settings, "tile-credit");

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "tile-address") != NULL)
      g_object_set (page, "tile-address", address, "tile-credit", credit, NULL);
}

/* The page of that index, made now if it was never shown. */
static GtkWidget *
ensure_page (TrhWindow *self, guint index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, pages[index].name);

  if (page == NULL)
    {
      page = g_object_new (pages[index].get_type (), "workspace", self->workspace, NULL);
      gtk_stack_add_named (self->pages, page, pages[index].name);
      apply_tiles (self);
    }

  return page;
}

static void
show_page (TrhWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name) && self->workspace != NULL)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, (int) i);

        ensure_page (self, i);
        gtk_stack_set_visible_child_name (self->pages, name);
        trh_window_fit_inspector (self, pages[i].has_details);
        g_settings_set_string (self->settings, "page", name);
        if (gtk_list_box_get_selected_row (self->sidebar) != row)
          gtk_list_box_select_row (self->sidebar, row);
      }
}

/* Tab leaves the list for the page, Shift+Tab for the header: going through the rows would
 * show one page after another. Arrow keys do that. */
static gboolean
on_sidebar_key (TrhWindow *self, guint keyval)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (keyval == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->sidebar_button));
  return keyval == GDK_KEY_Tab && page != NULL && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* A page that was asked for has the keyboard; the list of pages no longer covers it. */
static void
on_row_activated (TrhWindow *self)
{
  if (trh_split_view_get_folded (self->sidebar_split))
    trh_split_view_set_show_pane (self->sidebar_split, FALSE);
  trh_window_focus_page (self);
}

static void
on_show_page (GtkWidget *widget, const char *action_name, GVariant *name)
{
  TrhWindow *self = TRH_WINDOW (widget);

  show_page (self, g_variant_get_string (name, NULL));
  on_row_activated (self);
}

static void
on_help (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  trh_help_present (GTK_WINDOW (self), self->workspace != NULL && page != NULL ? page : "start");
}

static void
on_row_selected (TrhWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_page (self, pages[gtk_list_box_row_get_index (row)].name);
}

static void
on_search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);

  trh_search_set_origin (self->search, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_menu_button_popup (self->search_button);
}

static void
on_fullscreen (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* In a narrow window only the button that closes it has room: the others are of little use there. */
static void
choose_window_buttons (TrhWindow *self)
{
  g_autofree char *layout = NULL;
  g_auto(GStrv) buttons = NULL;
  g_autoptr(GString) kept = g_string_new (NULL);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  buttons = g_regex_split_simple ("(:|,)", layout, 0, 0);
  for (guint i = 0; buttons[i] != NULL; i++)
    if (g_strv_contains ((const char *const[]) { ":", "close", NULL }, buttons[i]))
      g_string_append (kept, buttons[i]);
  adw_header_bar_set_decoration_layout (self->header, self->narrow ? kept->str : NULL);
}

/* With no season open only opening one makes sense. */
static void
enable_actions (TrhWindow *self)
{
  static const char *const names[] = {
    "win.save", "win.save-as", "win.undo", "win.redo", "win.show-page", "win.sidebar", "win.inspector",
    "win.open-inspector", "win.season", "win.alerts", "win.next-alert", "win.previous-alert", "win.search",
    "win.next-pane", "win.previous-pane",
  };
  gboolean open = self->workspace != NULL;
  GtkWidget *only_open[] = {
    GTK_WIDGET (self->sidebar_button), GTK_WIDGET (self->undo_button), GTK_WIDGET (self->redo_button),
    GTK_WIDGET (self->search_button), GTK_WIDGET (self->alerts_button), GTK_WIDGET (self->inspector_button),
    GTK_WIDGET (self->status),
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (only_open); i++)
    gtk_widget_set_visible (only_open[i], open);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), open && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), open && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_button), open && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->alerts_count), !self->narrow); /* the name of the button says it */
}

/**
 * trh_window_set_workspace:
 * @self: a window without a season
 * @workspace: the season it shows from now on
 */
void
trh_window_set_workspace (TrhWindow *self, TrhWorkspace *workspace)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (trh_workspace_get_store (workspace), "notify",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->sidebar, trh_page_row_new (_(pages[i].title), pages[i].icon));
  trh_search_set_workspace (self->search, workspace);
  g_signal_connect_object (trh_project_get_list (trh_workspace_get_project (workspace), TRH_ARTISTS), "items-changed",
                           G_CALLBACK (on_artists_counted), self, G_CONNECT_SWAPPED);
  on_artists_counted (self);
  trh_alert_list_set_workspace (self->alert_list, workspace);
  adw_bin_set_child (self->inspector_bin, trh_inspector_new (workspace));
  enable_actions (self);
  trh_window_follow_history (self);
  gtk_stack_set_visible_child_name (self->root, "season");
  show_page (self, pages[0].name);
  show_page (self, page);
  trh_window_watch_choice (self);
  trh_window_focus_page (self);
  trh_window_tell_store (self);
  if (g_settings_get_boolean (self->settings, "alerts-shown"))
    {
      gtk_revealer_set_reveal_child (self->alerts_revealer, TRUE);
      gtk_toggle_button_set_active (self->alerts_button, TRUE);
    }
}

TrhWorkspace *
trh_window_get_workspace (TrhWindow *self)
{
  return self->workspace;
}

static gboolean
apply_narrow (gpointer data)
{
  TrhWindow *self = data;

  choose_window_buttons (self);
  enable_actions (self);
  if (self->workspace != NULL)
    trh_window_update_undo (self);
  trh_window_update_title (self);

  return G_SOURCE_REMOVE;
}

static void
trh_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhWindow *self = TRH_WINDOW (widget);
  gboolean narrow = width < NARROW_PX;

  GTK_WIDGET_CLASS (trh_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      /* not while sizes are given out */
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_narrow, g_object_ref (self), g_object_unref);
    }
}

static void
keep_layout (TrhWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  /* a pane that only lies over the page for a moment says nothing about the wider window */
  if (!trh_split_view_get_folded (self->sidebar_split))
    g_settings_set_boolean (self->settings, "sidebar-shown", trh_split_view_get_show_pane (self->sidebar_split));
  g_settings_set_boolean (self->settings, "inspector-shown", self->inspector_wanted);
  g_settings_set_boolean (self->settings, "alerts-shown", gtk_revealer_get_reveal_child (self->alerts_revealer));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
trh_window_close (GtkWindow *window)
{
  TrhWindow *self = TRH_WINDOW (window);

  keep_layout (self);
  if (trh_window_close_request (window))
    return TRUE;
  if (self->workspace != NULL)
    trh_store_close (trh_workspace_get_store (self->workspace));
  return FALSE;
}

static void
trh_window_class_init (TrhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_window_dispose;
  widget_class->size_allocate = trh_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = trh_window_close;

  g_type_ensure (TRH_TYPE_ALERT_LIST);
  g_type_ensure (TRH_TYPE_SEARCH);
  g_type_ensure (TRH_TYPE_SPLIT_VIEW);
  g_type_ensure (TRH_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/serreslezarts/Transhumances/trh-window.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, TrhWindow, member)
  BIND (header);
  BIND (toasts);
  BIND (window_title);
  BIND (undo_button);
  BIND (redo_button);
  BIND (sidebar_button);
  BIND (inspector_button);
  BIND (search_button);
  BIND (alerts_button);
  BIND (alerts_count);
  BIND (banner);
  BIND (banner_label);
  BIND (banner_button);
  BIND (root);
  BIND (start);
  BIND (search);
  BIND (sidebar_split);
  BIND (inspector_split);
  BIND (inspector_bin);
  BIND (back_button);
  BIND (sidebar);
  BIND (pages);
  BIND (alerts_revealer);
  BIND (alert_list);
  BIND (status);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", on_show_page);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, on_help);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, on_fullscreen);
  trh_window_install_file_actions (widget_class);
  trh_window_install_message_actions (widget_class);
  trh_window_install_safety_actions (widget_class);
  trh_window_install_pane_actions (widget_class);
  trh_window_install_inspector_actions (widget_class);
}

static void
trh_window_init (TrhWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_sidebar_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->sidebar), keys);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  g_signal_connect_object (self->alert_list, "notify::count", G_CALLBACK (on_alerts_counted), self, G_CONNECT_SWAPPED);
  trh_window_watch_panes (self);
  on_alerts_counted (self);
  enable_actions (self);
}

/* A window that is narrow from its first frame must not ask for the room of a wide one. */
static gboolean
starts_narrow (TrhWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int widest = 0, width, height;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      widest = MAX (widest, area.width);
    }
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  return MIN (width, widest) < NARROW_PX;
}

/**
 * trh_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that shows the start page, owned by the application
 */
TrhWindow *
trh_window_new (TrhApplication *application)
{
  TrhWindow *self = g_object_new (TRH_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (trh_application_get_settings (application));
  g_signal_connect_object (self->settings, "changed::tile-address", G_CALLBACK (apply_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-credit", G_CALLBACK (apply_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-tiles", G_CALLBACK (apply_tiles), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  self->narrow = starts_narrow (self);
  choose_window_buttons (self);
  enable_actions (self);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  trh_split_view_set_show_pane (self->sidebar_split, g_settings_get_boolean (self->settings, "sidebar-shown"));
  trh_window_set_up_inspector (self, g_settings_get_boolean (self->settings, "inspector-shown"));

  return self;
}
