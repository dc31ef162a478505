/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-recent.h"

#define SEASON ".transhumance"

static GHashTable *unwanted; /* (element-type utf8): addresses of this run */

/* What somebody has put there. */
static void
on_changed (GtkRecentManager *recent)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, unwanted);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    gtk_recent_manager_remove_item (recent, uri, NULL); /* fails when it is not there */
}

/**
 * trh_recent_forget:
 * @uri: address of a file or folder
 *
 * Takes it off the list of recent files, now and whenever it comes there until the program ends: GTK writes that list some
 * time after a file was chosen or printed.
 */
void
trh_recent_forget (const char *uri)
{
  GtkRecentManager *recent = gtk_recent_manager_get_default ();

  if (unwanted == NULL)
    {
      unwanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (recent, "changed", G_CALLBACK (on_changed), NULL);
    }
  g_hash_table_add (unwanted, g_strdup (uri));
  on_changed (recent);
}

/**
 * trh_recent_note_chosen:
 * @file: that was chosen in a dialog
 *
 * Keeps it off the list of recent files, unless it is a season.
 */
void
trh_recent_note_chosen (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (!g_str_has_suffix (uri, SEASON))
    trh_recent_forget (uri);
}
