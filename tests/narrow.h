/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <string.h>

/* The rule A9 of ux.md for every window that a test has on the screen: with text of twice the size it fits a screen of
 * 360 pixels, in English and with all that is there in whole sentences in French, too; no title of it is cut. Included
 * once in each program. */

#define NARROW_PX 360

/* The text of a line of a .po file such as msgid "…", or NULL when it is no such line. */
static inline char *
narrow_read_line (const char *line, const char *keyword)
{
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (line, keyword) || !g_str_has_suffix (line, "\""))
    return NULL;
  text = g_strndup (line + strlen (keyword), strlen (line) - strlen (keyword) - 1);
  return g_strcompress (text);
}

/* What French people read for an English text; NULL when the text is not one of the program, or put together. Where one
 * text has several translations, the one with the longest word. */
static inline const char *
narrow_translate (const char *english)
{
  static GHashTable *french;

  if (french == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "fr.po", NULL);
      g_autofree char *content = NULL;
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) lines = NULL;
      g_autofree char *id = NULL;

      french = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_file_get_contents (path, &content, NULL, &error);
      g_assert_no_error (error);
      lines = g_strsplit (content, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          char *text;

          if ((text = narrow_read_line (lines[i], "msgid \"")) != NULL)
            {
              g_free (id);
              id = text;
            }
          else if (id != NULL && (text = narrow_read_line (lines[i], "msgstr \"")) != NULL)
            {
              const char *other = g_hash_table_lookup (french, id);

              if (other == NULL || strlen (other) < strlen (text))
                g_hash_table_insert (french, g_strdup (id), text);
              else
                g_free (text);
            }
        }
      g_assert_cmpuint (g_hash_table_size (french), >, 1000);
    }
  return *english != '\0' ? g_hash_table_lookup (french, english) : NULL;
}

/* Puts French words in the place of English ones; @undo then has what was there: label, text, label, text… */
static inline void
narrow_speak_french (GtkWidget *widget, GPtrArray *undo)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      const char *french = narrow_translate (gtk_label_get_label (GTK_LABEL (widget)));

      if (french != NULL)
        {
          g_ptr_array_add (undo, widget);
          g_ptr_array_add (undo, g_strdup (gtk_label_get_label (GTK_LABEL (widget))));
          gtk_label_set_label (GTK_LABEL (widget), french);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      narrow_speak_french (child, undo);
}

static inline int
narrow_get_least (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static inline int
narrow_get_wanted (GtkWidget *widget)
{
  int wanted;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* The innermost widget that takes more room than there is. */
static inline GtkWidget *
narrow_find_wide (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child) && gtk_widget_get_visible (child) && narrow_get_least (child) > NARROW_PX - 40)
      return narrow_find_wide (child);

  return widget;
}

static inline gboolean
narrow_is_title (GtkWidget *widget)
{
  static const char *const classes[] = { "title", "heading", "title-1", "title-2", "title-3", "title-4" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]))
      return TRUE;

  return FALSE;
}

/* How many lines a label may take; a few at most where it says no number. */
static inline int
narrow_count_lines (GtkLabel *label)
{
  if (!gtk_label_get_wrap (label))
    return 1;
  return gtk_label_get_lines (label) > 0 ? gtk_label_get_lines (label) : 3;
}

/* A title that may be cut, and is likely to be: what stands beside it takes half of the window. */
static inline GtkWidget *
narrow_find_cut (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && narrow_is_title (widget)
      && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE
      && narrow_get_wanted (widget) > narrow_count_lines (GTK_LABEL (widget)) * NARROW_PX / 2)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      found = narrow_find_cut (child);

  return found;
}

/* What a widget is, and what it says, (transfer full). */
static inline char *
narrow_describe (GtkWidget *widget)
{
  const char *words = "";

  if (GTK_IS_LABEL (widget))
    words = gtk_label_get_label (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    words = gtk_button_get_label (GTK_BUTTON (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    words = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (gtk_widget_get_parent (widget) != NULL)
    return narrow_describe (gtk_widget_get_parent (widget));
  return g_strdup_printf ("%s “%s”", G_OBJECT_TYPE_NAME (widget), words);
}

/* What a person finds wrong with a window where there is little room, (transfer full); NULL when it is as it should be. */
static inline char *
narrow_find_fault (GtkWidget *window)
{
  int least = narrow_get_least (window);
  g_autoptr(GPtrArray) undo = g_ptr_array_new ();
  GtkWidget *cut = narrow_find_cut (window);
  char *fault = NULL;

  if (cut != NULL)
    fault = g_strdup_printf ("the title “%s” is cut", gtk_label_get_label (GTK_LABEL (cut)));
  else if (least > NARROW_PX)
    {
      g_autofree char *wide = narrow_describe (narrow_find_wide (window));

      fault = g_strdup_printf ("%d px wide for a %s", least, wide);
    }
  else
    narrow_speak_french (window, undo);
  if (undo->len > 0 && (cut = narrow_find_cut (window)) != NULL)
    fault = g_strdup_printf ("the French title “%s” is cut", gtk_label_get_label (GTK_LABEL (cut)));
  else if (undo->len > 0 && (least = narrow_get_least (window)) > NARROW_PX)
    {
      g_autofree char *wide = narrow_describe (narrow_find_wide (window));

      fault = g_strdup_printf ("in French %d px wide for a %s", least, wide);
    }
  for (guint i = 0; i < undo->len; i += 2)
    {
      g_autofree char *english = undo->pdata[i + 1];

      gtk_label_set_label (undo->pdata[i], english);
    }

  return fault;
}

/* From now on text is twice as large. */
static inline void
narrow_begin (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
}

/* Text is as large as most people have it. */
static inline void
narrow_end (void)
{
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

/* Judges every window on the screen: those that a person meets have a title. Not again while nothing in it changes its
 * width. */
static inline void
narrow_judge (void)
{
  static GHashTable *judged;
  GListModel *windows = gtk_window_get_toplevels ();

  if (judged == NULL)
    judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);
      const char *title = gtk_window_get_title (GTK_WINDOW (window));
      g_autofree char *fault = NULL;

      if (gtk_widget_get_mapped (window)
          && g_hash_table_add (judged, g_strdup_printf ("%p %s %d", (gpointer) window, title, narrow_get_least (window))))
        fault = narrow_find_fault (window);
      if (fault != NULL)
        g_error ("%s “%s” at %d px with large text: %s", G_OBJECT_TYPE_NAME (window), title != NULL ? title : "", NARROW_PX,
                 fault);
    }
}
