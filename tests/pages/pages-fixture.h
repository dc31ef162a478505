/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"
#include "widgets/trh-field-row.h"

#include "../narrow.h"

/* What the tests of this folder share. Included once in each program. */

static const char fixture_season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"season\":{\"title\":\"Saison 2027\",\"first-day\":\"2027-06-01\",\"last-day\":\"2027-06-30\"},"
  "\"valleys\":[{\"id\":\"w1\",\"name\":\"Ventoux\"}],"
  "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\",\"valley\":\"w1\"},{\"insee\":\"05126\",\"name\":\"Rosans\"}],"
  "\"venues\":[{\"id\":\"v1\",\"name\":\"Salle des fêtes\",\"commune\":\"26340\",\"capacity\":80},"
  "{\"id\":\"v2\",\"name\":\"Gîte communal\",\"commune\":\"05126\",\"beds\":6}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\",\"discipline\":\"danse\",\"state\":\"chosen\","
  "\"availability\":[{\"first-day\":\"2027-06-01\",\"last-day\":\"2027-06-30\"}]},"
  "{\"id\":\"a2\",\"name\":\"Loup Plaine\",\"discipline\":\"théâtre\"},"
  "{\"id\":\"a3\",\"name\":\"Élise Bonnet\",\"discipline\":\"danse\",\"state\":\"declined\"}],"
  "\"stays\":[{\"id\":\"s1\",\"artist\":\"a1\",\"venue\":\"v1\",\"first-day\":\"2027-06-07\",\"last-day\":\"2027-06-09\"},"
  "{\"id\":\"s2\",\"artist\":\"a1\",\"venue\":\"v2\",\"first-day\":\"2027-06-10\",\"last-day\":\"2027-06-12\"}],"
  "\"encounters\":[{\"id\":\"e1\",\"title\":\"Bal\",\"artists\":[\"a1\"],\"venue\":\"v1\",\"day\":\"2027-06-09\"}],"
  "\"items\":[{\"id\":\"i1\",\"name\":\"Projecteur\"}],\"people\":[{\"id\":\"p1\",\"name\":\"Jo Blanc\"}]}";

static inline TrhWorkspace *
fixture_workspace (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return trh_workspace_new (project, NULL);
}

static inline char *
fixture_write (TrhWorkspace *workspace)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (trh_workspace_get_project (workspace));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Undoes everything and compares with the beginning; then lets the workspace go. */
static inline void
fixture_end (TrhWorkspace *workspace, const char *before)
{
  g_autofree char *after = NULL;

  trh_history_go_to (trh_workspace_get_history (workspace), 0);
  after = fixture_write (workspace);
  g_assert_cmpstr (after, ==, before);
  trh_store_discard (trh_workspace_get_store (workspace));
  g_assert_finalize_object (workspace);
}

static inline gboolean
fixture_rang (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run until everything that waits is done: idle sources, short timers, frames. */
static inline void
fixture_settle (void)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean rang = FALSE;

      g_timeout_add_full (G_PRIORITY_LOW, 30, fixture_rang, &rang, NULL);
      while (!rang)
        g_main_context_iteration (NULL, TRUE);
    }
  narrow_judge ();
}

static inline GtkWidget *
fixture_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

typedef gboolean (*FixtureMatch) (GtkWidget *widget, gconstpointer data);

/* The first widget below @root, itself included, that matches. */
static inline GtkWidget *
fixture_find (GtkWidget *root, FixtureMatch match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
fixture_is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static inline GtkWidget *
fixture_row (GtkWidget *root, const char *title)
{
  return fixture_find (root, fixture_is_row, title);
}

/* Where a row takes what is typed. */
static inline GtkEditable *
fixture_entry (GtkWidget *row)
{
  return trh_entry_row_get_entry (TRH_ENTRY_ROW (row));
}

/* Types into a row and presses Enter. */
static inline void
fixture_type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (fixture_entry (row), text);
  g_signal_emit_by_name (fixture_entry (row), "activate");
}

/* Whether there is a display; without one the program says that it skips. */
static inline gboolean
fixture_init (void)
{
  if (gtk_init_check ())
    {
      adw_init ();
      /* what is shown is there at once, and tests take half the time */
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
      narrow_begin ();
      return TRUE;
    }
  g_print ("1..0 # SKIP no display\n");
  return FALSE;
}
