/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-dialog.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialog-header.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"
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
  GtkImage           *error_icon;
  GtkLabel           *error_label;
  GtkRevealer        *busy_revealer;
  GtkSpinner         *spinner;
  GtkLabel           *busy_label;
  GtkWidget          *file_row; /* (nullable) (unowned): that saves a file rather than print */
  char               *before;   /* (nullable): what its rows held, when leaving asks whether that was changed */
  gboolean            may_leave;
  GtkWidget          *refused; /* (nullable) (unowned): the row that says why it was refused */
};

G_DEFINE_FINAL_TYPE (TrhVoteDialog, trh_vote_dialog, ADW_TYPE_WINDOW)

enum { ACCEPTED, SAVE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What takes the keyboard in a row. */
static GtkWidget *
peek_control (GtkWidget *row)
{
  return TRH_IS_ENTRY_ROW (row) ? GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (row))) : row;
}

/**
 * trh_vote_dialog_forget:
 *
 * What was refused is being changed: no longer says what was wrong.
 */
void
trh_vote_dialog_forget (TrhVoteDialog *self)
{
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  if (self->refused != NULL)
    trh_row_set_error (self->refused, peek_control (self->refused), NULL);
  self->refused = NULL;
}

static void
on_accepted (TrhVoteDialog *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->verb)) && gtk_widget_get_visible (GTK_WIDGET (self->verb)))
    {
      trh_vote_dialog_forget (self);
      g_signal_emit (self, signals[ACCEPTED], 0);
    }
}

static gboolean
on_keys (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_accepted (TRH_VOTE_DIALOG (widget));
  return TRUE;
}

/* --- leaving --- */

/* All that a person can write or choose in @widget. */
static void
add_state (GtkWidget *widget, GString *state)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_string_append_c (state, '\n'); /* a row that was added is a change */
  if (GTK_IS_TEXT (widget))
    g_string_append (state, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_c (state, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? '1' : '0');
  else if (GTK_IS_SWITCH (widget))
    g_string_append_c (state, gtk_switch_get_active (GTK_SWITCH (widget)) ? '1' : '0');
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (state, "%u", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      g_string_append (state, text);
    }
  for (GtkWidget *child = ADW_IS_COMBO_ROW (widget) ? NULL : gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_state (child, state);
}

static char *
dup_state (TrhVoteDialog *self)
{
  GString *state = g_string_new (NULL);

  add_state (GTK_WIDGET (self->page), state);
  return g_string_free (state, FALSE);
}

static gboolean
leave_now (gpointer self)
{
  trh_vote_dialog_end (self);
  return G_SOURCE_REMOVE;
}

/* Leaves once the question is gone: it must not lose its window while it answers. */
static void
asked_to_leave (const char *response, gpointer user_data)
{
  g_autoptr(TrhVoteDialog) self = user_data;

  if (g_str_equal (response, "do"))
    g_idle_add_full (G_PRIORITY_DEFAULT, leave_now, g_steal_pointer (&self), g_object_unref);
}

static gboolean
on_close_request (TrhVoteDialog *self)
{
  g_autofree char *now = self->before != NULL && !self->may_leave ? dup_state (self) : NULL;

  if (now == NULL || g_str_equal (now, self->before))
    return FALSE;
  trh_ask_to_leave (GTK_WIDGET (self), _("Close without keeping this?"), _("What you wrote and chose in this window is lost."),
                    _("_Go On"), _("_Close Without Keeping"), asked_to_leave, g_object_ref (self));
  return TRUE;
}

/**
 * trh_vote_dialog_guard:
 *
 * From now on, leaving the window asks first when something was written or chosen in it. For long forms without passphrases:
 * their text is kept to compare.
 */
void
trh_vote_dialog_guard (TrhVoteDialog *self)
{
  g_free (self->before);
  self->before = dup_state (self);
}

/**
 * trh_vote_dialog_end:
 *
 * Closes the window, whatever is written in it: it is done.
 */
void
trh_vote_dialog_end (TrhVoteDialog *self)
{
  self->may_leave = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
trh_vote_dialog_finalize (GObject *object)
{
  g_free (TRH_VOTE_DIALOG (object)->before);
  G_OBJECT_CLASS (trh_vote_dialog_parent_class)->finalize (object);
}

static void
trh_vote_dialog_class_init (TrhVoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  G_OBJECT_CLASS (klass)->finalize = trh_vote_dialog_finalize;

  g_type_ensure (TRH_TYPE_DIALOG_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-vote-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, leave);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, verb);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error_icon);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, busy_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteDialog, busy_label);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
trh_vote_dialog_init (TrhVoteDialog *self)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* else a text of several lines would take them */
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (enters[i], GDK_CONTROL_MASK),
                                                        gtk_callback_action_new (on_keys, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  trh_set_label_of_mnemonic (self->leave, gtk_button_get_label (self->leave));
}

/**
 * trh_vote_dialog_new:
 * @parent: a widget of the window above which it is shown
 * @title: the task
 * @verb: (nullable): label of the button, with a mnemonic; %NULL for a window that is only read
 *
 * Returns: (transfer none): a window to fill and present
 */
TrhVoteDialog *
trh_vote_dialog_new (GtkWidget *parent, const char *title, const char *verb)
{
  TrhVoteDialog *self = g_object_new (TRH_TYPE_VOTE_DIALOG, "title", title,
                                      "transient-for", gtk_widget_get_root (parent), NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->verb), verb != NULL);
  if (verb == NULL)
    {
      trh_vote_dialog_set_leave (self, _("_Close"));
      return self;
    }
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

/* Its button destroys something. */
void
trh_vote_dialog_set_destructive (TrhVoteDialog *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->verb), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->verb), "destructive-action");
}

AdwPreferencesGroup *
trh_vote_dialog_add_group (TrhVoteDialog *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_title_group (group, title);
  trh_set_label (group, title); /* radios are in a group that has a name (ux rule A3) */
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

/* A list of rows is a group or a row that opens. */
static void
add_row (gpointer list, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (list))
    adw_expander_row_add_row (list, row);
  else
    adw_preferences_group_add (list, row);
}

/* A row with a number: returns the #GtkSpinButton in it. @list is an #AdwPreferencesGroup or an #AdwExpanderRow. */
GtkWidget *
trh_vote_dialog_add_number (gpointer list, const char *title, const char *subtitle, int least, int most, int value)
{
  GtkWidget *row = trh_plain_row_add (list, title, subtitle);
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  trh_set_label (spin, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  return spin;
}

/* A row with a switch: returns the #GtkSwitch in it. @list is an #AdwPreferencesGroup or an #AdwExpanderRow. */
GtkWidget *
trh_vote_dialog_add_switch (gpointer list, const char *title, const char *subtitle, gboolean value)
{
  GtkWidget *row = trh_plain_row_add (list, title, subtitle);
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  trh_set_label (toggle, title); /* after the row, which adds its title */
  return toggle;
}

/* A row with something to think of before anything else, in words and with a sign. */
void
trh_vote_dialog_add_warning (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = trh_plain_row_add (group, title, subtitle);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic", NULL);

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

/**
 * trh_vote_dialog_add_radio:
 * @list: an #AdwPreferencesGroup, which names the choice
 * @title: of this one
 * @subtitle: (nullable): more about it
 * @first: (nullable): the first one of the choice; %NULL for the first one itself
 *
 * Returns: (transfer none): the #GtkCheckButton in the row
 */
GtkWidget *
trh_vote_dialog_add_radio (gpointer list, const char *title, const char *subtitle, GtkWidget *first)
{
  GtkWidget *row = trh_plain_row_add (list, title, subtitle);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  trh_set_label (check, title); /* after the row, which adds its title */
  return check;
}

/**
 * trh_vote_dialog_add_choice:
 * @list: an #AdwPreferencesGroup or an #AdwExpanderRow
 * @title: of the choice
 * @choices: (array zero-terminated=1): what there is to choose from
 * @selected: one of them, or %GTK_INVALID_LIST_POSITION
 *
 * Returns: (transfer none): the #AdwComboRow
 */
GtkWidget *
trh_vote_dialog_add_choice (gpointer list, const char *title, const char *const *choices, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  trh_set_label (row, title);
  add_row (list, row);
  return row;
}

static void
say_option (AdwExpanderRow *row)
{
  const guint selected = trh_vote_dialog_get_option (GTK_WIDGET (row));
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), "options");

  if (selected < checks->len)
    adw_expander_row_set_subtitle (row, g_object_get_data (checks->pdata[selected], "words"));
}

/**
 * trh_vote_dialog_add_options:
 * @list: an #AdwPreferencesGroup
 * @title: of the choice
 * @options: (array zero-terminated=1): what there is to choose from, in a few words each
 * @selected: one of them, or more than there are
 *
 * A row that says what is chosen, and opens to choose otherwise: for what is rarely changed.
 *
 * Returns: (transfer none): the #AdwExpanderRow
 */
GtkWidget *
trh_vote_dialog_add_options (gpointer list, const char *title, const char *const *options, guint selected)
{
  GtkWidget *row = adw_expander_row_new ();
  GPtrArray *checks = g_ptr_array_new ();

  trh_name_expander (ADW_EXPANDER_ROW (row), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "options", checks, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; options[i] != NULL; i++)
    {
      GtkWidget *check = trh_vote_dialog_add_radio (row, options[i], NULL, i > 0 ? checks->pdata[0] : NULL);

      g_ptr_array_add (checks, check);
      g_object_set_data_full (G_OBJECT (check), "words", g_strdup (options[i]), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == selected);
      g_signal_connect_object (check, "toggled", G_CALLBACK (say_option), row, G_CONNECT_SWAPPED);
    }
  say_option (ADW_EXPANDER_ROW (row));
  add_row (list, row);
  return row;
}

/* Which of its options is chosen; more than there are when none is. */
guint
trh_vote_dialog_get_option (GtkWidget *row)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), "options");
  guint i = 0;

  while (i < checks->len && !gtk_check_button_get_active (checks->pdata[i]))
    i++;
  return i;
}

static void
on_save (TrhVoteDialog *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->verb)))
    return; /* something is being done */
  trh_vote_dialog_forget (self);
  g_signal_emit (self, signals[SAVE], 0);
}

/**
 * trh_vote_dialog_offer_file:
 * @group: where the row goes
 * @title: of the row
 * @subtitle: when a file is better than paper, or what becomes of it
 *
 * For a window whose button prints: Ctrl+P does so too, and a row saves a file instead, with signal "save".
 */
void
trh_vote_dialog_offer_file (TrhVoteDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = trh_plain_row_add (group, title, subtitle);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Save…"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->file_row = row;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  trh_set_label_of_mnemonic (button, _("_Save…")); /* after the row, which adds its title */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_keys, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* A row that does something when it is pressed, with an arrow. */
GtkWidget *
trh_vote_dialog_add_link (gpointer list, const char *title, const char *subtitle)
{
  GtkWidget *row = trh_plain_row_add (list, title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* Shows the window with the keyboard in its first row, not on its first button; unless that row saves a file. */
void
trh_vote_dialog_present (TrhVoteDialog *self)
{
  GtkWidget *focus;

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && focus == self->file_row)
    gtk_widget_grab_focus (GTK_WIDGET (self->verb));
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

static void
show_sentence (TrhVoteDialog *self, const char *sentence, gboolean good)
{
  gtk_image_set_from_icon_name (self->error_icon, good ? "object-select-symbolic" : "dialog-warning-symbolic");
  if (good)
    gtk_widget_add_css_class (self->error, "trh-good");
  else
    gtk_widget_remove_css_class (self->error, "trh-good");
  gtk_label_set_label (self->error_label, sentence);
  trh_set_label (self->error, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
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
  if (TRH_IS_ENTRY_ROW (culprit) || ADW_IS_COMBO_ROW (culprit))
    {
      self->refused = culprit;
      trh_row_set_error (culprit, peek_control (culprit), sentence);
      gtk_widget_grab_focus (peek_control (culprit));
      return;
    }
  show_sentence (self, sentence, FALSE);
  gtk_widget_grab_focus (culprit != NULL ? culprit : self->error);
}

/**
 * trh_vote_dialog_tell:
 * @sentence: what went well
 *
 * Says it on top of the window, which stays open. The keyboard goes to the sentence.
 */
void
trh_vote_dialog_tell (TrhVoteDialog *self, const char *sentence)
{
  trh_vote_dialog_set_busy (self, NULL);
  show_sentence (self, sentence, TRUE);
  gtk_widget_grab_focus (self->error);
}
