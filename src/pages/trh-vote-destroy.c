/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-destroy.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "pages/trh-vote-document.h"
#include "pages/trh-vote-roll.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-entry-row.h"
#include "widgets/trh-plain-row.h"

/**
 * trh_vote_destroy_reminder_new:
 * @words: what is to be done
 * @button: (nullable) (transfer floating): that does it
 *
 * Returns: (transfer floating): a bar above a page
 */
GtkWidget *
trh_vote_destroy_reminder_new (const char *words, GtkWidget *button)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (bar, "trh-banner");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (bar), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (bar), button);
  return bar;
}

typedef struct {
  GtkWidget     *page;        /* (owned): has the action win.tell */
  char          *id;          /* for @destroyed */
  char          *question;    /* asked at last, and the two below */
  char          *warning;
  char          *confirm;
  void         (*destroyed) (GtkWidget *page, const char *id);
  TrhPurge      *purge;       /* (owned) */
  char          *by;          /* (nullable): who does it */
  int            day;
  int            minute;
  TrhVoteDialog *dialog;      /* (nullable): until it is closed */
  GtkWidget     *name;        /* its row */
  gboolean       may_close;   /* the certificate is saved, or let go */
  gatomicrefcount references;
} Purging;

static void
leave (gpointer data)
{
  Purging *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->page);
  g_free (self->id);
  g_free (self->question);
  g_free (self->warning);
  g_free (self->confirm);
  trh_purge_free (self->purge);
  g_free (self->by);
  g_free (self);
}

static Purging *
keep (Purging *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
on_destroy (Purging *self)
{
  self->dialog = NULL;
  leave (self);
}

static void
begin_dialog (Purging *self, const char *title, const char *verb, void (*accepted) (Purging *))
{
  self->dialog = trh_vote_dialog_new (self->page, title, verb);
  trh_vote_dialog_set_tall (self->dialog);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), keep (self));
}

static void
add_files (Purging *self, const char *title, const char *words, gboolean destroyed)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, title, words);
  guint n = 0;

  for (guint i = 0; i < trh_purge_get_n (self->purge); i++)
    {
      const TrhPurgeFile *file = trh_purge_peek (self->purge, i);

      if (file->destroyed != destroyed)
        continue;
      adw_preferences_group_add (group, trh_plain_row_new (trh_purge_say_kind (file->kind), *file->place != '\0' ? file->place
                                                                                                              : NULL));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

/* --- the certificate --- */

static void
certificate_handed_out (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  Purging *self = user_data;

  self->may_close = self->may_close || error == NULL;
  trh_vote_tell_handed_out (self->page, self->dialog, way, error, sentence);
}

static void
hand_out_certificate (Purging *self, TrhVoteWay way)
{
  const TrhVoteDocument document = {
    .printout = trh_printout_new_sheet (trh_purge_certify (self->purge, self->by, self->day, self->minute)),
    .job = _("Certificate of destruction"), .save_title = _("Save the Certificate"),
    .file_name = _("Certificate of destruction.pdf"),
    .printed = _("The certificate is sent to the printer. Sign it."),
    .saved = _("The certificate is saved. Print it and sign it.") };

  trh_vote_hand_out (GTK_WIDGET (self->dialog), way, &document, certificate_handed_out, keep (self), leave);
}

static void
print_certificate (Purging *self)
{
  hand_out_certificate (self, TRH_VOTE_PRINT);
}

static void
save_certificate (Purging *self)
{
  hand_out_certificate (self, TRH_VOTE_SAVE);
}

static void
close_now (gpointer data)
{
  Purging *self = data;

  if (self->dialog != NULL)
    gtk_window_close (GTK_WINDOW (self->dialog));
  leave (self);
}

static void
asked_to_close (const char *response, gpointer user_data)
{
  Purging *self = user_data;

  self->may_close = g_str_equal (response, "do");
  if (self->may_close)
    g_idle_add_once (close_now, keep (self)); /* the question above this window must be gone first */
  leave (self);
}

static gboolean
on_close_request (Purging *self)
{
  if (self->may_close)
    return FALSE;
  trh_ask (GTK_WIDGET (self->dialog), _("Close without a certificate?"),
           _("It cannot be written later: nothing says any more what was destroyed."),
           C_("certificate", "Close _Without It"), TRUE, asked_to_close, keep (self));
  return TRUE;
}

/* @left: (nullable): why something is still there */
static void
show_certificate (Purging *self, const GError *left)
{
  begin_dialog (self, _("Destroyed"), _("_Print…"), print_certificate);
  trh_vote_dialog_set_leave (self->dialog, _("_Close"));
  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (on_close_request), self);
  add_files (self, _("Destroyed"), _("Print the certificate and sign it. It says what was destroyed, when and by whom, "
                                     "and what only a hand can destroy: paper, slips, copies."), TRUE);
  add_files (self, _("Not destroyed"), NULL, FALSE);
  trh_vote_dialog_offer_file (self->dialog, trh_vote_dialog_add_group (self->dialog, _("Certificate"), NULL),
                              _("As a PDF"), _("To print it elsewhere, or to keep it"));
  g_signal_connect_swapped (self->dialog, "save", G_CALLBACK (save_certificate), self);
  trh_vote_dialog_present (self->dialog);
  if (left != NULL)
    trh_vote_dialog_refuse (self->dialog, left->message, NULL);
}

/* --- the question --- */

static void
run_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (trh_purge_run (((Purging *) data)->purge, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Purging *self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  TrhVoteDialog *asking = self->dialog;

  if (!ok && !g_error_matches (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_LEFT))
    {
      if (asking != NULL)
        trh_vote_dialog_refuse (asking, error->message, NULL);
      else
        gtk_widget_activate_action (self->page, "win.tell", "s", error->message);
    }
  else
    {
      if (asking != NULL)
        gtk_window_destroy (GTK_WINDOW (asking));
      self->destroyed (self->page, self->id);
      show_certificate (self, error);
    }
  leave (self);
}

static void
answered (const char *response, gpointer user_data)
{
  Purging *self = user_data;
  g_autoptr(GTask) task = NULL;

  if (g_str_equal (response, "do") && self->dialog != NULL)
    {
      trh_vote_dialog_set_busy (self->dialog, _("Destroying…"));
      task = g_task_new (NULL, NULL, done, keep (self));
      g_task_set_source_tag (task, answered);
      g_task_set_task_data (task, self, NULL); /* done() lets go of it */
      g_task_run_in_thread (task, run_in_worker);
    }
  leave (self);
}

static gboolean
is_roll_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (TRH_IS_VOTE_ROLL (window))
        return TRUE;
    }
  return FALSE;
}

static void
accept (Purging *self)
{
  g_free (self->by);
  self->by = g_strstrip (g_strdup (trh_entry_row_get_text (TRH_ENTRY_ROW (self->name))));
  if (*self->by == '\0')
    {
      trh_vote_dialog_refuse (self->dialog, _("The certificate names who does it: write your name."), self->name);
      return;
    }
  if (is_roll_open ())
    {
      trh_vote_dialog_refuse (self->dialog, _("A roll is open: close its window first."), NULL);
      return;
    }
  self->day = trh_day_today ();
  self->minute = trh_clock_now ();
  trh_ask (GTK_WIDGET (self->dialog), self->question, self->warning, self->confirm, TRUE, answered, keep (self));
}

/**
 * trh_vote_destroy:
 * @page: a widget with the action win.tell
 * @purge: (transfer full): what goes
 * @words: how it is asked; lent
 *
 * Shows what is to be destroyed, asks by whom, asks again, destroys in a worker, and offers the certificate.
 */
void
trh_vote_destroy (GtkWidget *page, TrhPurge *purge, const TrhVoteDestroying *words)
{
  Purging *self = g_new0 (Purging, 1);
  AdwPreferencesGroup *group;

  g_atomic_ref_count_init (&self->references);
  self->page = g_object_ref (page);
  self->id = g_strdup (words->id);
  self->question = g_strdup (words->question);
  self->warning = g_strdup (words->warning);
  self->confirm = g_strdup (words->confirm);
  self->destroyed = words->destroyed;
  self->purge = purge;
  begin_dialog (self, words->title, words->verb, accept);
  trh_vote_dialog_set_destructive (self->dialog);
  group = trh_vote_dialog_add_group (self->dialog, _("By whom"), _("The name stands on the certificate."));
  self->name = trh_vote_dialog_add_entry (group, _("Your name"), "");
  add_files (self, _("What is destroyed"), words->what, FALSE);
  trh_vote_dialog_present (self->dialog);
  leave (self); /* the window keeps it */
}
