/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-dialogs.h"

#include <glib/gi18n.h>

#include "widgets/trh-recent.h"

typedef struct {
  GCallback      callback;
  gpointer       user_data;
  GDestroyNotify destroy; /* (nullable) */
} Pending;

static void
pending_free (gpointer data, GClosure *closure)
{
  Pending *pending = data;

  if (pending->destroy != NULL)
    pending->destroy (pending->user_data);
  g_free (pending);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Pending *pending)
{
  ((TrhAnswered) pending->callback) (response, pending->user_data);
}

/* The buttons of a dialog say their words once. */
static void
name_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) != NULL)
      trh_set_label_of_mnemonic (child, gtk_button_get_label (GTK_BUTTON (child)));
    else
      name_buttons (child);
}

static gboolean
present_over_its_window (GtkWidget *parent, GdkFrameClock *clock, gpointer user_data)
{
  g_autoptr(GtkWindow) dialog = g_weak_ref_get (user_data); /* answered already, it is gone */

  if (dialog != NULL && gtk_widget_get_width (parent) == 0)
    return G_SOURCE_CONTINUE;
  if (dialog != NULL)
    gtk_window_present (dialog);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gpointer
weak_ref_new (gpointer object)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, object);
  return ref;
}

/**
 * trh_ask_with:
 * @parent: a widget of the window that asks
 * @dialog: (transfer full): a dialog with its responses
 * @answered: called with the response, "cancel" when the dialog was closed
 * @user_data: for @answered
 *
 * Shows a modal dialog over the window of @parent.
 */
void
trh_ask_with (GtkWidget *parent, AdwMessageDialog *dialog, TrhAnswered answered, gpointer user_data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  Pending *pending = g_new0 (Pending, 1);

  pending->callback = G_CALLBACK (answered);
  pending->user_data = user_data;
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), pending, pending_free, 0);
  name_buttons (GTK_WIDGET (dialog));
  /* It measures itself by the window below it. Shown before that has a size it is laid out twice, and libadwaita 1.2
     now and then leaves its buttons outside of it. */
  if (gtk_widget_get_width (root) > 0)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    gtk_widget_add_tick_callback (root, present_over_its_window, weak_ref_new (dialog), weak_ref_free);
}

static AdwMessageDialog *
make_question (const char *heading, const char *body, const char *stay, const char *verb, gboolean destructive)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", stay, "do", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                        : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "do");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

/**
 * trh_ask:
 * @parent: a widget of the window that asks
 * @heading: the question
 * @body: what will happen
 * @verb: label of the one action, with a mnemonic
 * @destructive: whether @verb cannot be taken back; Cancel then has the focus
 * @answered: called with "do" or "cancel"
 * @user_data: for @answered
 */
void
trh_ask (GtkWidget *parent, const char *heading, const char *body, const char *verb,
         gboolean destructive, TrhAnswered answered, gpointer user_data)
{
  trh_ask_with (parent, make_question (heading, body, _("_Cancel"), verb, destructive), answered, user_data);
}

/**
 * trh_ask_to_leave:
 * @parent: a widget of the window that would be left
 * @heading: the question
 * @body: what would be lost
 * @stay: label of the answer that loses nothing, with a mnemonic: to cancel would say either
 * @verb: label of the one that leaves, with a mnemonic
 * @answered: called with "do" or "cancel"
 * @user_data: for @answered
 */
void
trh_ask_to_leave (GtkWidget *parent, const char *heading, const char *body, const char *stay, const char *verb,
                  TrhAnswered answered, gpointer user_data)
{
  trh_ask_with (parent, make_question (heading, body, stay, verb, TRUE), answered, user_data);
}

static void
on_file_response (GtkNativeDialog *dialog, int response, Pending *pending)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      trh_recent_note_chosen (file);
      ((TrhFileChosen) pending->callback) (file, pending->user_data);
    }
  g_object_unref (dialog);
}

/* A name, or a path: its folder, too. */
static void
propose (GtkFileChooser *chooser, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  if (g_path_is_absolute (name))
    {
      g_autofree char *path = g_path_get_dirname (name);
      g_autoptr(GFile) folder = g_file_new_for_path (path);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, base);
}

/**
 * trh_choose_file:
 * @parent: a widget of the window that asks
 * @title: what the file is for
 * @action: open, save or a folder
 * @name: (nullable): proposed name when saving, or a path for a folder, too
 * @filter: (nullable) (transfer full): what is shown
 * @chosen: called when a file was chosen, not when the dialog was closed
 * @user_data: for @chosen
 */
void
trh_choose_file (GtkWidget *parent, const char *title, GtkFileChooserAction action, const char *name,
                 GtkFileFilter *filter, TrhFileChosen chosen, gpointer user_data)
{
  trh_choose_file_with (parent, title, action, name, filter, chosen, user_data, NULL);
}

/**
 * trh_choose_file_with:
 * @parent: a widget of the window that asks
 * @title: what the file is for
 * @action: open, save or a folder
 * @name: (nullable): proposed name when saving, or a path for a folder, too
 * @filter: (nullable) (transfer full): what is shown
 * @chosen: called when a file was chosen, not when the dialog was closed
 * @user_data: for @chosen
 * @destroy: (nullable): called in any case in the end, with @user_data
 */
void
trh_choose_file_with (GtkWidget *parent, const char *title, GtkFileChooserAction action, const char *name,
                      GtkFileFilter *filter, TrhFileChosen chosen, gpointer user_data, GDestroyNotify destroy)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)), action, NULL, NULL);
  Pending *pending = g_new (Pending, 1);

  pending->callback = G_CALLBACK (chosen);
  pending->user_data = user_data;
  pending->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    propose (GTK_FILE_CHOOSER (dialog), name);
  if (filter != NULL)
    {
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      g_object_unref (filter);
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_file_response), pending, pending_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_files_response (GtkNativeDialog *dialog, int response, Pending *pending)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) model = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_ptr_array_add (files, g_list_model_get_item (model, i));
          trh_recent_note_chosen (files->pdata[i]);
        }
      ((TrhFilesChosen) pending->callback) (files, pending->user_data);
    }
  g_object_unref (dialog);
}

/**
 * trh_choose_files:
 * @parent: a widget of the window that asks
 * @title: what the files are for
 * @filter: (nullable) (transfer full): what is shown
 * @chosen: called when files were chosen, at least one, not when the dialog was closed
 * @user_data: for @chosen
 * @destroy: (nullable): called in any case in the end, with @user_data
 */
void
trh_choose_files (GtkWidget *parent, const char *title, GtkFileFilter *filter, TrhFilesChosen chosen, gpointer user_data,
                  GDestroyNotify destroy)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  Pending *pending = g_new (Pending, 1);

  pending->callback = G_CALLBACK (chosen);
  pending->user_data = user_data;
  pending->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (filter != NULL)
    {
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      g_object_unref (filter);
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_files_response), pending, pending_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * trh_set_label:
 * @widget: a #GtkAccessible
 * @label: its whole name for assistive tools
 *
 * Gives a widget an explicit name and drops what a mnemonic label says beside it (ux rules A1, A2).
 * In a menu button and a drop-down it is the button inside that takes the keyboard: it gets the name too.
 */
void
trh_set_label (gpointer widget, const char *label)
{
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget))
    trh_set_label (gtk_widget_get_first_child (widget), label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * trh_set_label_of_mnemonic:
 * @widget: a #GtkAccessible, such as a button that says @label
 * @label: a label with a mnemonic, such as “_Save”
 *
 * Gives a widget the name “Save”: GTK 4.8 would say “_Save Save” (ux rule A2).
 */
void
trh_set_label_of_mnemonic (gpointer widget, const char *label)
{
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  trh_set_label (widget, plain);
}

/**
 * trh_let_buttons_wrap:
 * @widget: a page
 *
 * Lets the words of the buttons in it take several lines, where large text leaves too little room
 * (ux rule A9).
 */
void
trh_let_buttons_wrap (GtkWidget *widget)
{
  GtkWidget *words = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (words))
    {
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (words), GTK_NATURAL_WRAP_NONE); /* one line as long as there is room */
      gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    trh_let_buttons_wrap (child);
}

static gboolean
close_window (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/* Escape closes the window, whatever in it has the keyboard. */
void
trh_close_on_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
