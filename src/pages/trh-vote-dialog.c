/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-dialog.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-row-error.h"
#include "widgets/trh-secret-row.h"

struct _TrhVoteDialog
{
  AdwWindow           parent_instance;

  AdwPreferencesPage *page;
  GtkButton          *leave;
  GtkButton          *verb;
  GtkRevealer        *error_revealer;
  GtkWidget          *error;
  GtkLabel           *error_label;
  GtkRevealer        *busy_revealer;
  GtkSpinner         *spinner;
  GtkLabel           *busy_label;
  GtkWidget          *refused; /* (nullable) (unowned): the row that says why it was refused */
};

G_DEFINE_FINAL_TYPE (TrhVoteDialog, trh_vote_dialog, ADW_TYPE_WINDOW)

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_error (GtkWidget *row, const char *sentence)
{
  trh_row_set_error (row, GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (row))), sentence);
}

static void
forget_error (TrhVoteDialog *self)
{
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  if (self->refused != NULL)
    set_error (self->refused, NULL);
  self->refused = NULL;
}

static void
on_accepted (TrhVoteDialog *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->verb)))
    {
      forget_error (self);
      g_signal_emit (self, signals[ACCEPTED], 0);
    }
}

static gboolean
on_keys (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_accepted (TRH_VOTE_DIALOG (widget));
  return TRUE;
}

static void
trh_vote_dialog_class_init (TrhVoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-vote-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, leave);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, verb);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, busy_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, busy_label);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_keys, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_keys, NULL);
}

static void
trh_vote_dialog_init (TrhVoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_set_label_of_mnemonic (self->leave, gtk_button_get_label (self->leave));
}

/**
 * trh_vote_dialog_new:
 * @parent: a widget of the window above which it is shown
 * @title: the task
 * @verb: label of the button, with a mnemonic
 *
 * Returns: (transfer none): a window to fill and present
 */
TrhVoteDialog *
trh_vote_dialog_new (GtkWidget *parent, const char *title, const char *verb)
{
  TrhVoteDialog *self = g_object_new (TRH_TYPE_VOTE_DIALOG, "title", title,
                                      "transient-for", gtk_widget_get_root (parent), NULL);

  gtk_button_set_label (self->verb, verb);
  trh_set_label_of_mnemonic (self->verb, verb);
  return self;
}

/* For a task with many rows. */
void
trh_vote_dialog_set_tall (TrhVoteDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
}

/* What the other button says, when leaving cancels nothing: a label with a mnemonic. */
void
trh_vote_dialog_set_leave (TrhVoteDialog *self, const char *label)
{
  gtk_button_set_label (self->leave, label);
  trh_set_label_of_mnemonic (self->leave, label);
}

AdwPreferencesGroup *
trh_vote_dialog_add_group (TrhVoteDialog *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_name_group (group, title);
  trh_set_label (group, title); /* radios are in a group that has a name (ux rule A3) */
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
on_entry_activated (GtkWidget *entry)
{
  GtkRoot *root = gtk_widget_get_root (entry);

  if (TRH_IS_VOTE_DIALOG (root))
    on_accepted (TRH_VOTE_DIALOG (root));
}

static GtkWidget *
add_entry_row (AdwPreferencesGroup *group, GtkWidget *row)
{
  GtkEditable *entry = trh_entry_row_get_entry (TRH_ENTRY_ROW (row));

  adw_preferences_group_add (group, row);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activated), NULL);
  return row;
}

/* A row for a line of text: a #TrhEntryRow. */
GtkWidget *
trh_vote_dialog_add_entry (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = add_entry_row (group, trh_entry_row_new (title));

  gtk_editable_set_text (trh_entry_row_get_entry (TRH_ENTRY_ROW (row)), text);
  return row;
}

/* A row for a passphrase: a #TrhEntryRow that shows nothing unless asked. */
GtkWidget *
trh_vote_dialog_add_secret (AdwPreferencesGroup *group, const char *title)
{
  return add_entry_row (group, trh_secret_row_new (title));
}

/* A row with a number: returns the #GtkSpinButton in it. */
GtkWidget *
trh_vote_dialog_add_number (AdwPreferencesGroup *group, const char *title, const char *subtitle, int least, int most, int value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  trh_set_label (spin, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  return spin;
}

/* A row with a switch: returns the #GtkSwitch in it. */
GtkWidget *
trh_vote_dialog_add_switch (AdwPreferencesGroup *group, const char *title, const char *subtitle, gboolean value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  trh_set_label (toggle, title); /* after the row, which adds its title */
  adw_preferences_group_add (group, row);
  return toggle;
}

/* Shows the window with the keyboard in its first row, not on its first button. */
void
trh_vote_dialog_present (TrhVoteDialog *self)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/**
 * trh_vote_dialog_set_busy:
 * @words: (nullable): what is being done; %NULL when it is done
 *
 * Meanwhile nothing can be changed.
 */
void
trh_vote_dialog_set_busy (TrhVoteDialog *self, const char *words)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), words == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), words == NULL);
  gtk_label_set_label (self->busy_label, words != NULL ? words : "");
  gtk_spinner_set_spinning (self->spinner, words != NULL);
  gtk_revealer_set_reveal_child (self->busy_revealer, words != NULL);
}

/**
 * trh_vote_dialog_refuse:
 * @sentence: what is missing or wrong
 * @culprit: (nullable): the row that it is about
 *
 * Says it under the row, or on top of the window, until the button is pressed again. The keyboard
 * goes to the row, or to the sentence.
 */
void
trh_vote_dialog_refuse (TrhVoteDialog *self, const char *sentence, GtkWidget *culprit)
{
  trh_vote_dialog_set_busy (self, NULL);
  if (TRH_IS_ENTRY_ROW (culprit))
    {
      self->refused = culprit;
      set_error (culprit, sentence);
      gtk_widget_grab_focus (GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (culprit))));
      return;
    }
  gtk_label_set_label (self->error_label, sentence);
  trh_set_label (self->error, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
  gtk_widget_grab_focus (culprit != NULL ? culprit : self->error);
}
