/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-shortcuts.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-wrap-layout.h"

/* Not a GtkShortcutsWindow: it does not fit a narrow screen or large text, its rows say nothing to
 * assistive tools. A line without keys begins a group. */
static const struct { const char *title; const char *keys; } shortcuts[] = {
  { NC_("shortcuts", "General"), NULL },
  { NC_("shortcuts", "New season"), "<Control>n" },
  { NC_("shortcuts", "Open a file"), "<Control>o" },
  { NC_("shortcuts", "Save"), "<Control>s" },
  { NC_("shortcuts", "Save as"), "<Control><Shift>s" },
  { NC_("shortcuts", "Undo"), "<Control>z" },
  { NC_("shortcuts", "Redo"), "<Control><Shift>z" },
  { NC_("shortcuts", "Search the season"), "<Control>f" },
  { NC_("shortcuts", "Preferences"), "<Control>comma" },
  { NC_("shortcuts", "Help with this screen"), "F1" },
  { NC_("shortcuts", "Keyboard shortcuts"), "<Control>question" },
  { NC_("shortcuts", "Close the window"), "<Control>w" },
  { NC_("shortcuts", "Quit"), "<Control>q" },
  { NC_("shortcuts", "Window"), NULL },
  { NC_("shortcuts", "Go to a page"), "<Alt>1...5" },
  { NC_("shortcuts", "Show the list of pages"), "F9" },
  { NC_("shortcuts", "Show the details"), "F4" },
  { NC_("shortcuts", "Show the alerts"), "<Control><Shift>a" },
  { NC_("shortcuts", "Next alert"), "F8" },
  { NC_("shortcuts", "Previous alert"), "<Shift>F8" },
  { NC_("shortcuts", "Next pane"), "F6" },
  { NC_("shortcuts", "Full screen"), "F11" },
  { NC_("shortcuts", "Territory"), NULL },
  { NC_("shortcuts", "Move the map"), "Up Down Left Right" },
  { NC_("shortcuts", "Zoom in or out"), "plus minus" },
  { NC_("shortcuts", "Show the whole territory"), "0" },
  { NC_("shortcuts", "Go from marker to marker"), "Tab" },
  { NC_("shortcuts", "Place the venue by keyboard"), "<Control>m" },
  { NC_("shortcuts", "Open the context menu"), "<Shift>F10" },
  { NC_("shortcuts", "Calendar"), NULL },
  { NC_("shortcuts", "Go from stay to stay"), "Up Down Left Right" },
  { NC_("shortcuts", "Move by one day"), "<Alt>Left <Alt>Right" },
  { NC_("shortcuts", "Change the last day"), "<Alt><Shift>Left <Alt><Shift>Right" },
  { NC_("shortcuts", "Give to the lane above or below"), "<Alt>Up <Alt>Down" },
  { NC_("shortcuts", "Previous or next month"), "Page_Up Page_Down" },
  { NC_("shortcuts", "Go to today"), "<Control>t" },
  { NC_("shortcuts", "Zoom in or out"), "<Control>plus <Control>minus" },
  { NC_("shortcuts", "Timeline or table"), "<Control><Shift>t" },
  { NC_("shortcuts", "Votes"), NULL },
  { NC_("shortcuts", "Print the paper that a window is about"), "<Control>p" },
  { NC_("shortcuts", "Lists"), NULL },
  { NC_("shortcuts", "Open the details"), "Return" },
  { NC_("shortcuts", "Rename"), "F2" },
  { NC_("shortcuts", "Duplicate"), "<Control>d" },
  { NC_("shortcuts", "Delete"), "Delete" },
  { NC_("shortcuts", "Choose all"), "<Control>a" },
};

/* The keys in words, such as “Ctrl+Shift+S”, as GTK translates them; GTK 4.8 itself writes “Page_Up”. */
static void
read_keys (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget))
    {
      g_auto(GStrv) parts = g_strsplit (gtk_label_get_text (GTK_LABEL (widget)), "_", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      gtk_label_set_text (GTK_LABEL (widget), plain);
      g_string_append (words, plain);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_keys (child, words);
}

/* The alternatives of an accelerator beside each other, or below where that is too wide; @name hears them too. */
static GtkWidget *
make_keys (const char *accelerator, GString *name)
{
  GtkWidget *keys = g_object_new (GTK_TYPE_BOX, "layout-manager", trh_wrap_layout_new (), NULL);
  g_auto(GStrv) alternatives = g_strsplit (accelerator, " ", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (alternatives[i]);

      if (i > 0)
        g_string_append (name, " / ");
      read_keys (label, name);
      gtk_widget_set_margin_end (label, alternatives[i + 1] != NULL ? 12 : 0);
      gtk_widget_set_margin_top (label, 3);
      gtk_widget_set_margin_bottom (label, 3);
      gtk_box_append (GTK_BOX (keys), label);
    }
  return keys;
}

static GtkWidget *
make_row (const char *title, const char *accelerator)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (title);
  g_autoptr(GString) name = g_string_new (title);
  GtkWidget *keys;

  g_string_append (name, ", ");
  keys = make_keys (accelerator, name);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), keys);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  trh_set_label (row, name->str);

  return row;
}

/**
 * trh_shortcuts_present:
 * @parent: the window above which they are shown
 *
 * Shows all keys of the program in a window.
 */
void
trh_shortcuts_present (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", C_("shortcuts", "Keyboard Shortcuts"),
                                    "search-enabled", FALSE, "modal", TRUE, "transient-for", parent,
                                    "default-width", 520, "default-height", 640, "width-request", 340, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *title = g_dpgettext2 (NULL, "shortcuts", shortcuts[i].title);

      if (shortcuts[i].keys != NULL)
        {
          adw_preferences_group_add (group, make_row (title, shortcuts[i].keys));
          continue;
        }
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      trh_name_group (group, title);
      trh_title_group (group, title);
      adw_preferences_page_add (page, group);
    }
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
}
