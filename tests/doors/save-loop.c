/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/workspace/trh-workspace.h"

/*
 * A door for the fault tools: a season that is edited and saved while the world fails, and its judge.
 *
 *   save-loop FILE N                N more edits, each saved as the window saves; says "SAVED revision" once each is
 *                                   on the disk, "FAILED" and no more when one is not
 *   save-loop FILE N --journal      N more edits, each in the journal before "SAVED revision"; the file follows
 *                                   after every seventh
 *   save-loop FILE N --quit         N more edits in the journal, then what the end of the program does: it waits some
 *                                   seconds for a disk, not for ever
 *   save-loop FILE --setup          makes the season
 *   save-loop FILE --check ACKED    the season opens, is whole, and has every edit that ACKED tells of; whatever can
 *                                   be undone leaves it whole
 *   save-loop FILE N --broken=HOW   the same with a planted mistake: told-early, in-place, unsynced, deaf
 *
 * What the program keeps beside the file is kept in the folder of the file.
 */

#define FILE_AFTER 7 /* edits, when the journal has each */
#define TICK_MS    20
#define PROSE 20000 /* characters that each edit changes: enough to be torn */

/* Messages, not assertions: what ends the program must be the fault that was asked for. */
static int
stop (const char *what, const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error != NULL ? error->message : g_strerror (errno));
  return 1;
}

static int
get_revision (TrhProject *project)
{
  return (int) g_ascii_strtoll (trh_project_peek_season (project)->title, NULL, 10);
}

/* One edit in three places: the title of the season, its notes, and one more venue. */
static TrhEdit *
make_edit (TrhProject *project, int revision)
{
  TrhEdit *edit = trh_edit_new ("One more");
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));
  g_autofree char *title = g_strdup_printf ("%d", revision);
  g_autofree char *notes = g_strnfill (PROSE, (char) ('a' + revision % 26));
  TrhVenueRecord *venue = trh_record_new (&trh_venue_schema, NULL);

  trh_record_set_text (&season->title, title);
  trh_record_set_text (&season->private_notes, notes);
  trh_record_set_text (&venue->name, title);
  trh_edit_insert (edit, venue);
  return edit;
}

static gboolean
is_whole (TrhProject *project)
{
  int revision = get_revision (project);
  g_autofree char *notes = g_strnfill (PROSE, (char) ('a' + revision % 26));

  return (int) trh_project_count (project, TRH_VENUES) == revision &&
         (revision == 0 || g_str_equal (trh_project_peek_season (project)->private_notes, notes));
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* As Ctrl+S and the autosave do. A fault tool that fails each write() also fails the one by which a thread wakes the
 * main loop, which no disk can do: a timer looks after it. */
static gboolean
save (TrhWorkspace *workspace, GError **error)
{
  TrhStore *store = trh_workspace_get_store (workspace);
  g_autoptr(GAsyncResult) result = NULL;
  guint timer = g_timeout_add (TICK_MS, tick, NULL);

  trh_store_save_async (store, NULL, NULL, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  return trh_store_save_finish (store, result, error);
}

static gboolean
append_to_journal (TrhWorkspace *workspace, GError **error)
{
  TrhStore *store = trh_workspace_get_store (workspace);

  if (trh_store_flush_journal (store))
    return TRUE;
  g_set_error_literal (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED, "the edit is not in the journal");
  return FALSE;
}

/* What a program might do that has read less. */
static gboolean
save_badly (TrhWorkspace *workspace, const char *path, const char *how, GError **error)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (trh_workspace_get_project (workspace));
  gsize length, step = 4096;
  const char *text = g_bytes_get_data (bytes, &length);

  if (g_str_equal (how, "in-place"))
    {
      int fd = open (path, O_WRONLY | O_TRUNC | O_CLOEXEC);

      for (gsize at = 0; fd >= 0 && at < length; at += step)
        if (write (fd, text + at, MIN (step, length - at)) < 0)
          return FALSE;
      return fd >= 0 && fsync (fd) == 0 && close (fd) == 0;
    }
  if (g_str_equal (how, "unsynced"))
    return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error);
  if (g_str_equal (how, "deaf"))
    {
      save (workspace, NULL);
      return TRUE;
    }
  return save (workspace, error); /* told-early */
}

/* How an edit becomes durable. */
typedef struct {
  gboolean    journal;
  gboolean    quits;
  const char *how; /* (nullable): the mistake in it */
} Way;

static gboolean
keep (TrhWorkspace *workspace, const char *path, const Way *way, int revision, GError **error)
{
  if (way->quits)
    return append_to_journal (workspace, error);
  if (way->how != NULL && !way->journal)
    return save_badly (workspace, path, way->how, error);
  if (!way->journal)
    return save (workspace, error);
  if (way->how != NULL)
    return TRUE; /* it will be there soon */

  return append_to_journal (workspace, error) && (revision % FILE_AFTER != 0 || save (workspace, error));
}

static int
run (const char *path, int n, const Way *way)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open (path, TRH_OPEN_FILE, &error);
  TrhProject *project;

  if (workspace == NULL)
    return stop (path, error);
  project = trh_workspace_get_project (workspace);
  for (int i = 0; i < n; i++)
    {
      int revision = get_revision (project) + 1;
      g_autoptr(TrhEdit) edit = make_edit (project, revision);

      if (g_strcmp0 (way->how, "told-early") == 0)
        {
          printf ("SAVED %d\n", revision);
          fflush (stdout);
        }
      if (!trh_workspace_perform (workspace, edit))
        return stop ("the season cannot be changed", NULL);
      if (!keep (workspace, path, way, revision, &error))
        {
          printf ("FAILED\n");
          return stop (path, error);
        }
      printf ("SAVED %d\n", revision);
      if (fflush (stdout) != 0)
        return stop ("standard output", NULL);
    }
  if (way->quits && !trh_store_flush (trh_workspace_get_store (workspace), &error))
    return stop (path, error);

  return 0;
}

static int
set_up (const char *path)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, path);
  g_autoptr(GError) error = NULL;

  return save (workspace, &error) ? 0 : stop (path, error);
}

static int
check (const char *path, const char *acked_path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhWorkspace) workspace = trh_workspace_open (path, TRH_OPEN_FILE, &error);
  g_autofree char *acked = NULL;
  const char *last;
  int told = 0;

  if (workspace == NULL)
    return stop (path, error);
  if (!g_file_get_contents (acked_path, &acked, NULL, &error))
    return stop (acked_path, error);
  last = g_strrstr (acked, "SAVED ");
  if (last != NULL && strchr (last, '\n') != NULL)
    told = (int) g_ascii_strtoll (last + strlen ("SAVED "), NULL, 10);

  if (!is_whole (trh_workspace_get_project (workspace)))
    {
      fprintf (stderr, "%s: half an edit\n", path);
      return 1;
    }
  if (get_revision (trh_workspace_get_project (workspace)) < told)
    {
      fprintf (stderr, "%s: edit %d was told to be saved, %d is the last\n", path, told,
               get_revision (trh_workspace_get_project (workspace)));
      return 1;
    }
  while (trh_workspace_undo (workspace))
    if (!is_whole (trh_workspace_get_project (workspace)))
      {
        fprintf (stderr, "%s: undo leaves half an edit\n", path);
        return 1;
      }
  return 0;
}

int
main (int argc, char **argv)
{
  gboolean setup = FALSE;
  Way way = { FALSE, FALSE, NULL };
  g_autofree char *acked = NULL;
  g_autofree char *how = NULL;
  const GOptionEntry entries[] = {
    { "setup", 0, 0, G_OPTION_ARG_NONE, &setup, "Make the season", NULL },
    { "check", 0, 0, G_OPTION_ARG_FILENAME, &acked, "Judge the season", "ACKED" },
    { "journal", 0, 0, G_OPTION_ARG_NONE, &way.journal, "Put edits into the journal", NULL },
    { "quit", 0, 0, G_OPTION_ARG_NONE, &way.quits, "Save at the end only", NULL },
    { "broken", 0, 0, G_OPTION_ARG_STRING, &how, "Save in a wrong way", "HOW" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("FILE [N]");
  g_autofree char *folder = NULL;
  g_autofree char *kept = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc < 2)
    {
      fputs ("usage: save-loop FILE N [--journal | --quit] [--broken=HOW] | save-loop FILE --setup | save-loop FILE --check ACKED\n", stderr);
      return 2;
    }
  folder = g_path_get_dirname (argv[1]);
  kept = g_build_filename (folder, "kept", NULL);
  g_setenv ("XDG_DATA_HOME", kept, TRUE);
  g_setenv ("XDG_STATE_HOME", kept, TRUE);
  if (setup)
    return set_up (argv[1]);
  if (acked != NULL)
    return check (argv[1], acked);

  way.how = how;
  return run (argv[1], argc > 2 ? (int) g_ascii_strtoll (argv[2], NULL, 10) : 1, &way);
}
