/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-codes.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/base/trh-text.h"
#include "core/voting/trh-codes.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-dialogs.h"

typedef struct {
  TrhPage       *page;   /* (owned) */
  TrhVoteDialog *dialog; /* (nullable): until it is closed */
  GArray        *codes;  /* (owned) (element-type TrhCode) */
  char          *title;  /* first line of the file */
  char          *name;   /* proposed for the file */
  gboolean       may_close; /* they are saved, or the person has said to let them go */
  guint          n_users;
} Codes;

static void
codes_leave (Codes *self)
{
  if (--self->n_users > 0)
    return;
  g_object_unref (self->page);
  g_array_unref (self->codes);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

static void
close_now (gpointer data)
{
  Codes *self = data;

  if (self->dialog != NULL)
    gtk_window_close (GTK_WINDOW (self->dialog));
  codes_leave (self);
}

static void
answered (const char *response, gpointer user_data)
{
  Codes *self = user_data;

  if (self->dialog == NULL || !g_str_equal (response, "do"))
    return;
  self->may_close = TRUE;
  self->n_users++;
  g_idle_add_once (close_now, self); /* the question above this window must be gone first */
}

/* Codes that are let go are nowhere: who closes by mistake would have to open another session. */
static gboolean
on_close_request (Codes *self)
{
  if (self->may_close)
    return FALSE;
  trh_ask (GTK_WIDGET (self->dialog), _("Close without saving the codes?"),
           _("They are kept nowhere. Without them nobody can vote in this session."), _("Close _Without Saving"), TRUE,
           answered, self);
  return TRUE;
}

static void
on_destroy (Codes *self)
{
  self->dialog = NULL;
  codes_leave (self);
}

/* One code a line, after a title: easy to cut into slips, or to bring into a label sheet. */
static GBytes *
write_codes (Codes *self)
{
  GString *out = g_string_new (self->title);

  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->codes->len; i++)
    {
      char shown[TRH_CODE_SHOWN];

      trh_code_show (&g_array_index (self->codes, TrhCode, i), shown);
      g_string_append_printf (out, "%s\n", shown);
    }
  return g_string_free_to_bytes (out);
}

typedef struct {
  char   *path;
  GBytes *bytes;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_bytes_unref (save->bytes);
  g_free (save);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  if (trh_file_save (save->path, save->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Codes *self = user_data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->may_close = TRUE;
      trh_page_tell (self->page, _("The codes are saved. Cut the slips, shuffle them, then delete the file."));
      if (self->dialog != NULL)
        gtk_window_close (GTK_WINDOW (self->dialog));
    }
  else if (self->dialog != NULL)
    trh_vote_dialog_refuse (self->dialog, error->message, NULL);
  codes_leave (self);
}

static void
file_chosen (GFile *file, gpointer user_data)
{
  Codes *self = user_data;
  g_autoptr(GTask) task = NULL;
  Save *save;

  if (self->dialog == NULL || g_file_peek_path (file) == NULL)
    return;
  save = g_new (Save, 1);
  save->path = g_file_get_path (file);
  save->bytes = write_codes (self);
  self->n_users++;
  task = g_task_new (NULL, NULL, saved, self);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_worker);
}

static void
on_accepted (Codes *self)
{
  trh_choose_file (GTK_WIDGET (self->dialog), _("Save the codes"), GTK_FILE_CHOOSER_ACTION_SAVE, self->name, NULL,
                   file_chosen, self);
}

static GtkWidget *
list_codes (GArray *codes)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Voting codes"), -1);
  for (guint i = 0; i < codes->len; i++)
    {
      char shown[TRH_CODE_SHOWN];
      GtkWidget *label;

      trh_code_show (&g_array_index (codes, TrhCode, i), shown);
      label = gtk_label_new (shown);
      gtk_widget_add_css_class (label, "monospace");
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), label);
      trh_set_label (gtk_widget_get_parent (label), shown);
    }
  return flow;
}

/**
 * trh_vote_show_codes:
 * @poll: what they are for
 * @place: of the session
 * @codes: (element-type TrhCode): the codes
 */
void
trh_vote_show_codes (TrhPage *page, TrhPoll *poll, const char *place, GArray *codes)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autofree char *folded = trh_text_fold (place);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u voting code", "%u voting codes", codes->len), codes->len);
  Codes *self = g_new0 (Codes, 1);
  AdwPreferencesGroup *group;

  self->page = g_object_ref (page);
  self->codes = g_array_ref (codes);
  self->n_users = 1;
  self->title = g_strdup_printf ("%s%s · %s", record->rehearsal ? C_("stamp", "REHEARSAL · ") : "", record->question, place);
  /* Translators: name of a file; %s is a commune, in small letters */
  self->name = g_strdup_printf (_("codes-%s.txt"), g_strdelimit (folded, " /'", '-'));
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (page), _("Voting Codes"), _("_Save…"));
  trh_vote_dialog_set_tall (self->dialog);
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  group = trh_vote_dialog_add_group (self->dialog, heading,
                                     _("They are shown this once and kept nowhere. Save them, cut one slip for each, and let "
                                       "every voter draw one: no list says who has which."));
  adw_preferences_group_add (group, list_codes (codes));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (on_close_request), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  trh_vote_dialog_present (self->dialog);
}
