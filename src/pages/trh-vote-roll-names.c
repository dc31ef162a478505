/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "pages/trh-vote-dialog.h"
#include "pages/trh-vote-roll-private.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-entry-row.h"
#include "widgets/trh-plain-row.h"

#define NAMED 5 /* of those who were refused; more are counted */

/* --- one person --- */

typedef struct {
  TrhVoteRoll   *roll;   /* (owned) */
  TrhVoteDialog *dialog; /* (nullable): until it is closed */
  GtkWidget     *name;   /* rows */
  GtkWidget     *detail;
  GtkTextBuffer *lines;  /* (nullable): of many people */
  guint          n_users;
} Ask;

static void
leave (Ask *self)
{
  if (--self->n_users > 0)
    return;
  g_object_unref (self->roll);
  g_free (self);
}

static void
on_destroy (Ask *self)
{
  self->dialog = NULL;
  leave (self);
}

static Ask *
ask_new (TrhVoteRoll *roll, const char *title, const char *verb, void (*accepted) (Ask *))
{
  Ask *self = g_new0 (Ask, 1);

  self->roll = g_object_ref (roll);
  self->n_users = 1;
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (roll), title, verb);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  return self;
}

static char *
dup_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (trh_entry_row_get_text (TRH_ENTRY_ROW (row))));
}

static void
accept_name (Ask *self)
{
  g_autofree char *name = dup_text (self->name), *detail = dup_text (self->detail), *label = NULL, *sentence = NULL;
  g_autoptr(GError) error = NULL;
  guint index;

  if (*name == '\0')
    trh_vote_dialog_refuse (self->dialog, _("Write the name."), self->name);
  else if (g_utf8_strlen (name, -1) > TRH_MAX_TITLE || g_utf8_strlen (detail, -1) > TRH_MAX_TITLE)
    trh_vote_dialog_refuse (self->dialog, _("This is too long for a name."), self->name);
  else if (!trh_roll_add (trh_vote_roll_get_roll (self->roll), name, detail, &index, &error))
    trh_vote_dialog_refuse (self->dialog, error->message, *detail == '\0' ? self->detail : self->name);
  else
    {
      label = trh_roll_dup_label (trh_vote_roll_get_roll (self->roll), index);
      /* Translators: a person */
      sentence = g_strdup_printf (_("%s is on the roll."), label);
      trh_vote_roll_changed (self->roll, sentence, index);
      gtk_window_close (GTK_WINDOW (self->dialog)); /* and with it @self goes */
    }
}

/* A window for one person. */
void
trh_vote_roll_ask_name (TrhVoteRoll *roll)
{
  Ask *self = ask_new (roll, _("Add a Person"), _("_Add"), accept_name);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (
    self->dialog, _("A person who may vote"),
    _("Only write a year of birth or an address where two people have the same name. For somebody from elsewhere whom the rule "
      "allows, write the town."));

  self->name = trh_vote_dialog_add_entry (group, _("Name"), "");
  self->detail = trh_vote_dialog_add_entry (group, _("Year, address or town"), "");
  trh_plain_row_add (group, _("Who may vote"), trh_vote_roll_get_rule (roll));
  trh_vote_dialog_present (self->dialog);
}

/* --- many people --- */

/* Who was refused, in words: some by name. */
static char *
say_refused (GPtrArray *refused)
{
  g_autoptr(GPtrArray) some = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < MIN (refused->len, NAMED); i++)
    g_ptr_array_add (some, refused->pdata[i]);
  if (refused->len > NAMED)
    g_ptr_array_add (some, (gpointer) "…");
  g_ptr_array_add (some, NULL);
  names = g_strjoinv (", ", (char **) some->pdata);
  /* Translators: people, and their names */
  return g_strdup_printf (ngettext ("%1$u was on the roll already, or came twice: %2$s.",
                                    "%1$u were on the roll already, or came twice: %2$s.", refused->len), refused->len, names);
}

static char *
dup_lines (Ask *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->lines, &start, &end);
  return gtk_text_buffer_get_text (self->lines, &start, &end, FALSE);
}

static void
accept_names (Ask *self)
{
  g_autofree char *lines = dup_lines (self), *added = NULL, *said = NULL, *sentence = NULL;
  g_autoptr(GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  guint n = trh_roll_import (trh_vote_roll_get_roll (self->roll), lines, refused);

  if (n == 0 && refused->len == 0)
    {
      trh_vote_dialog_refuse (self->dialog, _("Write a person a line, or open a file."), NULL);
      return;
    }
  /* Translators: people */
  added = g_strdup_printf (ngettext ("%u person was added.", "%u people were added.", n), n);
  if (refused->len > 0)
    said = say_refused (refused);
  sentence = g_strjoin (" ", added, said, NULL);
  trh_vote_roll_changed (self->roll, sentence, TRH_NO_UNDO);
  gtk_window_close (GTK_WINDOW (self->dialog)); /* and with it @self goes */
}

static void
load_in_worker (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_ROLL, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, trh_roll_decode (bytes), g_free);
  else
    g_task_return_error (task, error);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ask *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *lines = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->dialog != NULL && lines != NULL)
    gtk_text_buffer_set_text (self->lines, lines, -1);
  else if (self->dialog != NULL)
    trh_vote_dialog_refuse (self->dialog, error->message, NULL);
  leave (self);
}

static void
file_chosen (GFile *file, gpointer user_data)
{
  Ask *self = user_data;
  g_autoptr(GTask) task = NULL;
  char *path = g_file_get_path (file);

  if (self->dialog == NULL || path == NULL)
    {
      g_free (path);
      return;
    }
  self->n_users++;
  task = g_task_new (NULL, NULL, loaded, self);
  g_task_set_source_tag (task, file_chosen);
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, load_in_worker);
}

static void
on_open (Ask *self)
{
  trh_choose_file (GTK_WIDGET (self->dialog), _("Open a list of names"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, file_chosen,
                   self);
}

static GtkWidget *
make_prose (Ask *self, GtkWidget *view)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "trh-prose");
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  trh_set_label (view, _("Names, a person a line"));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), scroller);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  self->lines = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  return row;
}

/* A window for a list. */
void
trh_vote_roll_ask_names (TrhVoteRoll *roll)
{
  Ask *self = ask_new (roll, _("Import Names"), _("_Add"), accept_names);
  GtkWidget *open = gtk_button_new_with_label (_("Open a File…"));
  GtkWidget *view = gtk_text_view_new ();
  AdwPreferencesGroup *group;

  trh_vote_dialog_set_tall (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("A person a line"),
                                     _("The name, then a semicolon and a year or an address where two people have the same name. "
                                       "Who is on the roll already is not added again."));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  trh_let_buttons_wrap (open);
  trh_set_label (open, _("Open a file of names"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (on_open), self);
  adw_preferences_group_set_header_suffix (group, open);
  adw_preferences_group_add (group, make_prose (self, view));
  trh_vote_dialog_present (self->dialog);
  gtk_widget_grab_focus (view);
}
