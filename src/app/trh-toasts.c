/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-toasts.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

#define TOAST_S    8
#define MOST_LINES 4

/* A toast has one line for its title and cuts the rest: a label of ours goes on below. */
AdwToast *
trh_toast_new (const char *sentence)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, TOAST_S);

  return toast;
}

/* libadwaita 1.2 leaves the button that closes a toast without a name (ux rule A1). */
static void
name_close_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    trh_set_label (widget, _("Close this message"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_buttons (child);
}

static void
name_toasts (GtkWidget *overlay)
{
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
      name_close_buttons (child);
}

/* Shows @toast, (transfer full): now, or after those that are shown. */
void
trh_show_toast (AdwToastOverlay *overlay, AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), "trh-toasts") == NULL) /* one that waits gets its button later */
    {
      GListModel *children = gtk_widget_observe_children (GTK_WIDGET (overlay));

      g_signal_connect_object (children, "items-changed", G_CALLBACK (name_toasts), overlay, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (overlay), "trh-toasts", children, g_object_unref);
    }
  adw_toast_overlay_add_toast (overlay, toast);
}
