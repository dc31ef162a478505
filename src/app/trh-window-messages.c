/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-window-private.h"

#include <glib/gi18n.h>

#include "app/trh-toasts.h"
#include "widgets/trh-dialogs.h"

/* What a window says: the line below the pages, toasts, the banner, and what undo would take back. */

/* Says a sentence on the line below the pages, where it stays. */
void
trh_window_set_status (TrhWindow *self, const char *sentence)
{
  gtk_label_set_label (self->status, *sentence != '\0' ? sentence : _("Ready"));
}

static void
on_status (GtkWidget *widget, const char *action_name, GVariant *sentence)
{
  trh_window_set_status (TRH_WINDOW (widget), g_variant_get_string (sentence, NULL));
}

static void
on_tell (GtkWidget *widget, const char *action_name, GVariant *sentence)
{
  TrhWindow *self = TRH_WINDOW (widget);

  trh_show_toast (self->toasts, trh_toast_new (g_variant_get_string (sentence, NULL)));
  on_status (widget, action_name, sentence);
}

static void
on_undo_toast_gone (TrhWindow *self)
{
  self->undo_toast = NULL;
}

/* Its button takes back the last step: after one more step it would take back another than it says. */
static void
dismiss_undo_toast (TrhWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

static void
on_tell_undo (GtkWidget *widget, const char *action_name, GVariant *sentence)
{
  TrhWindow *self = TRH_WINDOW (widget);
  AdwToast *toast = trh_toast_new (g_variant_get_string (sentence, NULL));

  dismiss_undo_toast (self);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-told");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_toast_gone), self, G_CONNECT_SWAPPED);
  self->undo_toast = toast;
  trh_show_toast (self->toasts, toast);
  on_status (widget, action_name, sentence);
}

/* Every step, wherever it was made, is on the status line until somebody has more to say of it. */
static void
on_moved (TrhWindow *self, TrhMove move, guint index, TrhEdit *edit, TrhEdit *inverse, TrhHistory *history)
{
  g_autoptr(TrhStep) taken = g_list_model_get_item (G_LIST_MODEL (history), index);
  const char *label = trh_step_get_label (taken);
  g_autofree char *sentence = NULL;

  if (move == TRH_MOVE_RAISED)
    return; /* what follows is told */
  dismiss_undo_toast (self);
  if (move == TRH_MOVE_UNDONE)
    /* Translators: what was undone, as in “Undone: Move stay of Camille Serre” */
    sentence = g_strdup_printf (_("Undone: %s"), label);
  else if (move == TRH_MOVE_REDONE)
    /* Translators: what was done again, as in “Done again: Move stay of Camille Serre” */
    sentence = g_strdup_printf (_("Done again: %s"), label);
  trh_window_set_status (self, sentence != NULL ? sentence : label);
}

static void
undo (TrhWindow *self)
{
  const guint n_done = trh_history_get_n_done (trh_workspace_get_history (self->workspace));
  const char *label = trh_workspace_get_undo_label (self->workspace);
  const char *kept = n_done > 0 ? trh_workspace_say_kept (self->workspace, label != NULL ? n_done - 1 : 0, NULL) : NULL;
  /* Translators: what was undone, while a vote that was held after it is not */
  g_autofree char *sentence = g_strdup_printf (_("Undone: %s. The vote stays as it is."), label != NULL ? label : "");

  if (label == NULL && kept != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", kept);
  if (label == NULL)
    return;
  trh_workspace_undo (self->workspace);
  if (kept != NULL)
    trh_window_set_status (self, sentence);
}

static void
on_undo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (TRH_WINDOW (widget)->workspace != NULL)
    undo (TRH_WINDOW (widget));
}

/* From the toast: nothing when its step is not the last one any more. */
static void
on_undo_told (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (TRH_WINDOW (widget)->undo_toast != NULL)
    if (TRH_WINDOW (widget)->workspace != NULL)
    undo (TRH_WINDOW (widget));
}

static void
on_redo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (TRH_WINDOW (widget)->workspace != NULL)
    trh_workspace_redo (TRH_WINDOW (widget)->workspace);
}

/* Says and names the steps of the season that is open from now on. */
void
trh_window_follow_history (TrhWindow *self)
{
  TrhHistory *history = trh_workspace_get_history (self->workspace);

  g_signal_connect_object (history, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::n-done", G_CALLBACK (trh_window_update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::undo-label", G_CALLBACK (trh_window_update_undo), self, G_CONNECT_SWAPPED);
  trh_window_update_undo (self);
}

/* The names of undo and redo say what they would do. Where only a vote that was held could be undone, undo says why not. */
void
trh_window_update_undo (TrhWindow *self)
{
  TrhHistory *history = trh_workspace_get_history (self->workspace);
  const char *undo = trh_workspace_get_undo_label (self->workspace);
  const char *redo = trh_history_get_redo_label (history);
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", trh_history_get_n_done (history) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo_text);
  trh_set_label (self->undo_button, undo_text);
  trh_set_label (self->redo_button, redo_text);
  trh_window_update_title (self);
}

/* Shows a message over the whole width, or takes it away. */
void
trh_window_show_banner (TrhWindow *self, TrhBannerKind kind, const char *sentence, const char *button)
{
  self->banner_kind = kind;
  gtk_revealer_set_reveal_child (self->banner, kind != TRH_BANNER_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), kind != TRH_BANNER_NONE);
  if (kind == TRH_BANNER_NONE)
    return;
  gtk_label_set_label (self->banner_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->banner_button, button);
  trh_window_set_status (self, sentence);
}

static void
on_banner_close (TrhWindow *self)
{
  trh_window_show_banner (self, TRH_BANNER_NONE, NULL, NULL);
}

static void
on_banner_button (TrhWindow *self)
{
  if (self->banner_kind == TRH_BANNER_SAVE)
    trh_window_save_elsewhere (self);
  else if (self->banner_kind == TRH_BANNER_PROBLEMS)
    trh_window_list_problems (self);
  else if (self->banner_kind == TRH_BANNER_COPY)
    trh_window_open_copy_of_file (self);
  else if (self->banner_kind == TRH_BANNER_CHANGED)
    trh_window_ask_what_to_keep (self);
}

void
trh_window_install_message_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_banner_button);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_close);
  gtk_widget_class_install_action (widget_class, "win.status", "s", on_status);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", on_tell);
  gtk_widget_class_install_action (widget_class, "win.tell-undo", "s", on_tell_undo);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.undo-told", NULL, on_undo_told);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
}
