/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-start-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/trh-window.h"
#include "core/base/trh-day.h"
#include "core/storage/trh-leftovers.h"
#include "widgets/trh-dialogs.h"

#define MAX_RECENT 8

struct _TrhStartPage
{
  AdwBin               parent_instance;

  GtkButton           *sample_button;
  GtkButton           *new_button;
  GtkButton           *open_button;
  AdwPreferencesGroup *unfinished_group;
  AdwPreferencesGroup *drafts_group;
  AdwPreferencesGroup *recent_group;
  GPtrArray           *rows; /* AdwActionRow, lent: those of the recent files */
};

G_DEFINE_FINAL_TYPE (TrhStartPage, trh_start_page, ADW_TYPE_BIN)

static void
on_recent_activated (TrhStartPage *self, GtkWidget *row)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  trh_window_open_file (TRH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file);
}

static void
on_forget (GtkWidget *button, const char *uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static GtkWidget *
make_forget_button (const char *uri, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: a file name */
  g_autofree char *label = g_strdup_printf (_("Remove “%s” from the list"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove from the list"));
  trh_set_label (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_forget), g_strdup (uri), (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static void
add_recent (TrhStartPage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = NULL;
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);

  folder = g_path_get_dirname (path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  if (gtk_recent_info_exists (info))
    {
      g_autofree char *subtitle = g_markup_escape_text (folder, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_recent_activated), self, G_CONNECT_SWAPPED);
    }
  else
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The file is no longer there"));
      gtk_widget_add_css_class (row, "dim-label");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_forget_button (gtk_recent_info_get_uri (info),
                                                                       gtk_recent_info_get_display_name (info)));
  adw_preferences_group_add (self->recent_group, row);
  g_ptr_array_add (self->rows, row);
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* Seasons only: older versions of the program left other entries there. */
static gboolean
is_ours (GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);

  return path != NULL && g_str_has_suffix (path, ".transhumance") && gtk_recent_info_has_application (info, "Transhumances");
}

/* Whether a row still says what is to be said about a file. */
static gboolean
says (GtkWidget *row, GtkRecentInfo *info)
{
  return g_str_equal (g_object_get_data (G_OBJECT (row), "uri"), gtk_recent_info_get_uri (info)) &&
         gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)) == gtk_recent_info_exists (info);
}

/* The keyboard goes to the row below, or to the one above, before a row leaves with it. */
static void
remove_row (TrhStartPage *self, guint i)
{
  GtkWidget *row = self->rows->pdata[i];
  GtkWidget *next = i + 1 < self->rows->len ? self->rows->pdata[i + 1] : i > 0 ? self->rows->pdata[i - 1] : NULL;
  GtkWidget *focus = gtk_widget_get_root (row) != NULL ? gtk_root_get_focus (gtk_widget_get_root (row)) : NULL;

  if (focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
    gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->sample_button));
  adw_preferences_group_remove (self->recent_group, row);
  g_ptr_array_remove_index (self->rows, i);
}

/* The sample is for whoever has nothing of their own yet. */
static void
update_emphasis (TrhStartPage *self)
{
  const gboolean has_work = gtk_widget_get_visible (GTK_WIDGET (self->unfinished_group)) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->drafts_group)) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->recent_group));

  if (has_work)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sample_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sample_button), "suggested-action");
}

/* Whoever writes the list of recent files, and however often: a row that stays right stays where it is. */
static void
on_recent_changed (TrhStartPage *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visited);
  guint n = 0;

  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    if (is_ours (l->data))
      {
        while (n < self->rows->len && !says (self->rows->pdata[n], l->data))
          remove_row (self, n);
        if (n == self->rows->len)
          add_recent (self, l->data);
        n++;
      }
  while (n < self->rows->len)
    remove_row (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), self->rows->len > 0);
  update_emphasis (self);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
on_draft_activated (TrhStartPage *self, GtkWidget *row)
{
  trh_window_open_draft (TRH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), g_object_get_data (G_OBJECT (row), "path"));
}

/* Whether a window works on that draft now. */
static gboolean
is_open (const char *path)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TRH_IS_WINDOW (l->data) && trh_window_get_workspace (l->data) != NULL &&
        g_str_equal (trh_store_get_draft_path (trh_workspace_get_store (trh_window_get_workspace (l->data))), path))
      return TRUE;

  return FALSE;
}

/* A row that goes on with earlier work. */
static GtkWidget *
make_work_row (const char *path, GDateTime *time, const char *subtitle)
{
  g_autofree char *moment = trh_day_say_moment (time);
  /* Translators: a date and a clock time */
  g_autofree char *title = g_strdup_printf (_("Go on with the work of %s"), moment);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);

  return row;
}

static void
add_draft (TrhStartPage *self, const char *path)
{
  GStatBuf info;
  g_autoptr(GDateTime) time = NULL;
  GtkWidget *row;

  if (is_open (path) || g_stat (path, &info) != 0)
    return;
  time = g_date_time_new_from_unix_local (info.st_mtime);
  row = make_work_row (path, time, _("It was not saved to a file"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_draft_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->drafts_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts_group), TRUE);
}

static void
on_unfinished_activated (TrhStartPage *self, GtkWidget *row)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (row), "path"));

  trh_window_open_file (TRH_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file);
}

/* Files whose last session did not end well, and that nobody has open. */
static void
list_unfinished (TrhStartPage *self)
{
  g_autoptr(GPtrArray) list = trh_unfinished_list ();
  g_autofree char *drafts = trh_store_get_drafts_folder ();

  for (guint i = 0; i < list->len; i++)
    {
      TrhUnfinished *each = list->pdata[i];
      g_autofree char *folder = g_path_get_dirname (each->path);
      g_autofree char *name = g_filename_display_basename (each->path);
      /* Translators: the title of a season, the name of its file */
      g_autofree char *subtitle = *each->title != '\0' ? g_strdup_printf (C_("season", "%1$s · %2$s"), each->title, name)
                                                        : g_strdup (name);
      GtkWidget *row;

      if (g_str_equal (folder, drafts)) /* listed with the drafts, which may be there without a journal */
        continue;
      row = make_work_row (each->path, each->time, subtitle);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_unfinished_activated), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->unfinished_group, row);
      gtk_widget_set_visible (GTK_WIDGET (self->unfinished_group), TRUE);
    }
}

/* Seasons without a file that an earlier run left, as after a power cut. */
static void
list_drafts (TrhStartPage *self)
{
  g_autofree char *folder = trh_store_get_drafts_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".transhumance"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        add_draft (self, path);
      }
}

static void
trh_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (TRH_START_PAGE (object)->rows);

  G_OBJECT_CLASS (trh_start_page_parent_class)->finalize (object);
}

static void
trh_start_page_class_init (TrhStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_start_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/serreslezarts/Transhumances/trh-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, unfinished_group);
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, drafts_group);
  gtk_widget_class_bind_template_child (widget_class, TrhStartPage, recent_group);
}

static void
trh_start_page_init (TrhStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_set_label (self->sample_button, _("Open the sample season"));
  trh_set_label (self->new_button, _("New season"));
  trh_set_label (self->open_button, _("Open a file…"));
  trh_let_buttons_wrap (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (on_recent_changed), self, G_CONNECT_SWAPPED);
  on_recent_changed (self);
  list_unfinished (self);
  list_drafts (self);
  update_emphasis (self);
}
