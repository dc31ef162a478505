/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* One fault of each kind that test-accessible-booth.py looks for, each beside a sound twin: a test
 * of the test. */

static GtkWidget *box;

static void
add (GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (box), widget);
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_radios (const char *label)
{
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  GtkWidget *first = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label",
                                   "Radio one", NULL);
  GtkWidget *second = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label",
                                    "Radio two", "group", first, NULL);

  gtk_box_append (GTK_BOX (group), first);
  gtk_box_append (GTK_BOX (group), second);
  if (label != NULL)
    set_label (group, label);
  return group;
}

static GtkWidget *
make_drawing (const char *label, GtkAccessibleRole role, gboolean focusable)
{
  GtkWidget *drawing = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", role, "focusable", focusable,
                                     "content-width", 120, "content-height", 80, NULL);

  if (label != NULL)
    set_label (drawing, label);
  return drawing;
}

static GtkWidget *
make_heading (const char *label)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "focusable", TRUE,
                                     "height-request", 20, NULL);

  if (label != NULL)
    set_label (heading, label);
  return heading;
}

static GtkWidget *
make_list (const char *label, const char *row)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *item = gtk_list_box_row_new ();

  if (row != NULL)
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), gtk_label_new (row));
  gtk_widget_set_size_request (item, -1, 20);
  gtk_list_box_append (GTK_LIST_BOX (list), item);
  if (label != NULL)
    set_label (list, label);
  return list;
}

static void
fill (void)
{
  GtkWidget *button, *entry;

  add (gtk_button_new_from_icon_name ("edit-undo-symbolic")); /* A1 */
  button = gtk_button_new_from_icon_name ("edit-redo-symbolic");
  set_label (button, "Sound button");
  add (button);

  add (gtk_button_new_with_mnemonic ("_Planted")); /* A2 */

  button = gtk_button_new_with_label ("Venue"); /* its label beside an explicit name */
  set_label (button, "Add a venue");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_button_get_child (GTK_BUTTON (button)), NULL, -1);
  add (button);
  button = gtk_button_new_with_label ("Venue");
  set_label (button, "Sound venue");
  add (button);

  add (make_radios (NULL)); /* A3 */
  add (make_radios ("Sound radios"));

  add (make_heading (NULL)); /* A4 */
  add (make_heading ("Sound heading"));

  add (gtk_label_new ("")); /* A5 */
  gtk_widget_set_size_request (gtk_widget_get_last_child (box), 50, 20);
  add (gtk_label_new ("Sound label"));

  add (make_drawing (NULL, GTK_ACCESSIBLE_ROLE_GROUP, TRUE)); /* A6: as a map would be */
  add (make_drawing ("Sound map", GTK_ACCESSIBLE_ROLE_GROUP, TRUE));

  add (make_drawing (NULL, GTK_ACCESSIBLE_ROLE_IMG, FALSE)); /* A7: as a chart would be */
  add (make_drawing ("Sound chart", GTK_ACCESSIBLE_ROLE_IMG, FALSE));

  add (gtk_entry_new ()); /* a field that does not say what for */
  entry = gtk_entry_new ();
  set_label (entry, "Sound field");
  add (entry);

  gtk_window_present (g_object_new (GTK_TYPE_WINDOW, "title", "Neither window nor dialog", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GROUP, NULL));

  add (make_list (NULL, "Row")); /* a list of what? */
  add (make_list ("Silent rows", NULL)); /* a row that says nothing */
  add (make_list ("Sound list", "Sound row"));
}

static gboolean
on_close (GMainLoop *loop)
{
  g_main_loop_quit (loop);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window;

  adw_init ();
  window = gtk_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  fill ();
  gtk_window_set_title (GTK_WINDOW (window), "Planted Faults");
  gtk_window_set_child (GTK_WINDOW (window), box);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (on_close), loop);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
