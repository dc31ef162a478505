/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-help.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"
#include "widgets/trh-split-view.h"

/* The pages of data/help, in the order of the list; a page of the window has the topic of its name. */
static const char *const topics[] = {
  "start", "territory", "artists", "calendar", "alerts", "votes", "town-hall", "history", "saving",
};

#define READING_WIDTH 560 /* pixels */

typedef struct {
  GtkWidget    *window;
  TrhSplitView *split;
  GtkListBox   *list;
  GtkWidget    *scroller;
  AdwClamp     *clamp;
} Help;

static char *
load (const char *topic)
{
  /* Translators: the folder of the help texts in your language: “fr” for French; as it is while there is none */
  g_autofree char *path = g_strdup_printf ("/fr/serreslezarts/Transhumances/help/%s/%s.txt", C_("help folder", "en"), topic);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL); /* the suite data knows all topics in all languages */
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   "accessible-role", css_class != NULL ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  else
    gtk_label_set_selectable (GTK_LABEL (label), TRUE); /* Tab leads there, and screen readers read it */
  gtk_box_append (box, label);

  return label;
}

static void
end_paragraph (GtkBox *box, GString *paragraph)
{
  if (paragraph->len > 0)
    add_label (box, paragraph->str, NULL);
  g_string_truncate (paragraph, 0);
}

/* “# ” begins the title, “## ” a heading, “- ” a point; other lines are one paragraph up to an empty line. */
static GtkWidget *
make_page (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autoptr(GString) paragraph = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (*line == '\0' || *line == '#' || g_str_has_prefix (line, "- "))
        end_paragraph (GTK_BOX (box), paragraph);
      if (g_str_has_prefix (line, "## "))
        gtk_widget_set_margin_top (add_label (GTK_BOX (box), line + strlen ("## "), "title-4"), 12);
      else if (g_str_has_prefix (line, "# "))
        add_label (GTK_BOX (box), line + strlen ("# "), "title-1");
      else if (g_str_has_prefix (line, "- "))
        g_string_append_printf (paragraph, "•\u00a0%s", line + strlen ("- "));
      else
        g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", line);
    }
  end_paragraph (GTK_BOX (box), paragraph);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 36);

  return box;
}

static void
on_row_selected (Help *help, GtkListBoxRow *row)
{
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  text = load (topics[gtk_list_box_row_get_index (row)]);
  adw_clamp_set_child (help->clamp, make_page (text));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (help->scroller)), 0);
}

static void
on_row_activated (Help *help)
{
  if (trh_split_view_get_folded (help->split))
    trh_split_view_set_show_pane (help->split, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (help->clamp), GTK_DIR_TAB_FORWARD);
}

static void
add_topics (Help *help)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *text = load (topics[i]);
      g_autofree char *title = g_strndup (text + strlen ("# "), strcspn (text, "\n") - strlen ("# "));
      GtkWidget *label = gtk_label_new (title), *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      trh_set_label (row, title);
      gtk_list_box_append (help->list, row);
    }
}

static GtkWidget *
make_header (Help *help)
{
  GtkWidget *header = adw_header_bar_new (), *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_widget_set_tooltip_text (button, _("Show the list of help pages"));
  trh_set_label (button, _("Show the list of help pages"));
  g_object_bind_property (help->split, "show-pane", button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);

  return header;
}

static Help *
build (GtkWindow *parent)
{
  Help *help = g_new0 (Help, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *list_scroller = gtk_scrolled_window_new ();

  help->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (help->list), "navigation-sidebar");
  trh_set_label (help->list, _("Help pages"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list_scroller), GTK_WIDGET (help->list));
  gtk_widget_set_size_request (list_scroller, 200, -1);

  help->clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_maximum_size (help->clamp, READING_WIDTH);
  help->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (help->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (help->scroller), GTK_WIDGET (help->clamp));
  gtk_widget_set_hexpand (help->scroller, TRUE);
  gtk_widget_set_size_request (help->scroller, 320, -1);
  help->split = g_object_new (TRH_TYPE_SPLIT_VIEW, "content", help->scroller, "pane", list_scroller, "vexpand", TRUE, NULL);

  help->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Help"), "default-width", 820, "default-height", 680,
                               "width-request", 340, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), make_header (help));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (help->split));
  adw_window_set_content (ADW_WINDOW (help->window), box);
  g_object_set_data_full (G_OBJECT (help->window), "trh-help", help, g_free);

  trh_close_on_escape (GTK_WINDOW (help->window));
  add_topics (help);
  g_signal_connect_swapped (help->list, "row-selected", G_CALLBACK (on_row_selected), help);
  g_signal_connect_swapped (help->list, "row-activated", G_CALLBACK (on_row_activated), help);

  return help;
}

static void
forget (GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (parent), "trh-help-window", NULL);
}

/**
 * trh_help_present:
 * @parent: the window that asks
 * @topic: the name of one of its pages, or another topic; unknown ones lead to the first
 *
 * Shows the help of one screen in a window beside it: one help window for each of ours.
 */
void
trh_help_present (GtkWindow *parent, const char *topic)
{
  Help *help = g_object_get_data (G_OBJECT (parent), "trh-help-window");
  guint at = 0;

  if (help == NULL)
    {
      help = build (parent);
      g_object_set_data (G_OBJECT (parent), "trh-help-window", help);
      g_signal_connect_object (help->window, "destroy", G_CALLBACK (forget), parent, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i], topic))
      at = i;
  gtk_list_box_select_row (help->list, gtk_list_box_get_row_at_index (help->list, (int) at));
  gtk_window_present (GTK_WINDOW (help->window));
}
