/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-roll-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-roll-sheet.h"
#include "pages/trh-vote-document.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-title.h"

#define MOST_ROWS 200 /* more are found by typing more letters */

struct _TrhVoteRoll
{
  AdwWindow       parent_instance;

  TrhRoll        *roll;      /* (owned) */
  char           *session_id;
  char           *question;
  char           *place;
  char           *path;      /* of the file */
  int             day;
  gboolean        rehearsal;
  gboolean        saving;    /* a worker writes */
  gboolean        unsaved;   /* what is shown is not what was written, or is being written */
  gboolean        closing;   /* as soon as it is saved */
  guint           undo;      /* of whom the last tick, or addition, can be taken back; or TRH_NO_UNDO */
  gboolean        undo_adds; /* it was an addition */

  TrhTitle *title;
  GtkWidget      *add_button;
  GtkWidget      *menu_button;
  GtkRevealer    *message_revealer;
  GtkWidget      *message;
  GtkLabel       *message_label;
  GtkWidget      *undo_button;
  GtkLabel       *rule_label;
  GtkStack       *stack;
  AdwStatusPage  *empty;
  GtkWidget      *first_button;
  GtkWidget      *import_button;
  GtkWidget      *print_button;
  GtkEditable    *search;
  GtkLabel       *count_label;
  GtkListBox     *people;
  GtkLabel       *rest_label;
};

G_DEFINE_FINAL_TYPE (TrhVoteRoll, trh_vote_roll, ADW_TYPE_WINDOW)

TrhRoll *
trh_vote_roll_get_roll (TrhVoteRoll *self)
{
  return self->roll;
}

/* The rule of the session in words. */
const char *
trh_vote_roll_get_rule (TrhVoteRoll *self)
{
  return gtk_label_get_label (self->rule_label);
}

/* --- what is shown --- */

static void
tell (TrhVoteRoll *self, const char *sentence)
{
  gtk_label_set_label (self->message_label, sentence);
  trh_set_label (self->message, sentence);
  gtk_widget_set_visible (self->undo_button, self->undo != TRH_NO_UNDO);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.undo", self->undo != TRH_NO_UNDO);
  gtk_revealer_set_reveal_child (self->message_revealer, TRUE);
}

/* The same to somebody who does not see it: the keyboard goes there (ux rule A4). */
static void
tell_aloud (TrhVoteRoll *self, const char *sentence)
{
  tell (self, sentence);
  gtk_widget_grab_focus (self->message);
}

static guint
get_index (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
}

static void
on_sign (GtkButton *button, gpointer user_data)
{
  gtk_widget_activate (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
}

static void
on_remove (GtkButton *button, TrhVoteRoll *self)
{
  const guint index = get_index (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
  g_autofree char *label = trh_roll_dup_label (self->roll, index);
  /* Translators: a person */
  g_autofree char *sentence = g_strdup_printf (_("%s is no longer on the roll."), label);

  trh_roll_remove (self->roll, index);
  trh_vote_roll_changed (self, sentence, TRH_NO_UNDO);
}

static GtkWidget *
make_row (TrhVoteRoll *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  const char *detail = trh_roll_get_detail (self->roll, index);
  const gboolean has_signed = trh_roll_has_signed (self->roll, index);
  g_autofree char *label = trh_roll_dup_label (self->roll, index);
  g_autofree char *said = g_strjoin (", ", label, has_signed ? _("has signed") : _("has not signed"), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trh_roll_get_name (self->roll, index));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (*detail != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (has_signed)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("has signed")));
      gtk_widget_add_css_class (row, "trh-signed");
    }
  else
    {
      /* Translators: a person */
      g_autofree char *signs = g_strdup_printf (_("%s has signed"), label);
      /* Translators: a person */
      g_autofree char *removes = g_strdup_printf (_("Take %s off the roll"), label);
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
      GtkWidget *sign = gtk_button_new_with_label (_("Tick Off"));

      gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, removes);
      g_signal_connect (sign, "clicked", G_CALLBACK (on_sign), NULL);
      g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
      trh_set_label (sign, signs);
      trh_set_label (remove, removes);
    }
  trh_set_label (row, said);
  return row;
}

static gboolean
matches (TrhVoteRoll *self, guint index, const char *folded)
{
  return trh_text_matches (trh_roll_get_name (self->roll, index), folded) ||
         trh_text_matches (trh_roll_get_detail (self->roll, index), folded);
}

static void
show_counts (TrhVoteRoll *self, guint n_shown, guint n_found)
{
  const guint n = trh_roll_get_n (self->roll), n_signed = trh_roll_get_n_signed (self->roll);
  /* Translators: people */
  g_autofree char *have = g_strdup_printf (ngettext ("%u person has signed", "%u people have signed", n_signed), n_signed);
  /* Translators: %1$s is as in “12 people have signed”, %2$u how many are on the roll */
  g_autofree char *count = g_strdup_printf (_("%1$s of %2$u"), have, n);
  /* Translators: people who are not shown */
  g_autofree char *rest = g_strdup_printf (ngettext ("%u more: type more letters of the name.",
                                                     "%u more: type more letters of the name.", n_found - n_shown),
                                           n_found - n_shown);

  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->rest_label, n_found > 0 ? rest : _("Nobody of that name is on the roll."));
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_found == 0 || n_found > n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->people), n_found > 0);
}

static void
show_people (TrhVoteRoll *self)
{
  g_autofree char *folded = trh_text_fold (gtk_editable_get_text (self->search));
  GtkListBoxRow *row;
  guint n_shown = 0, n_found = 0;

  while ((row = gtk_list_box_get_row_at_index (self->people, 0)) != NULL)
    gtk_list_box_remove (self->people, GTK_WIDGET (row));
  for (guint i = 0; i < trh_roll_get_n (self->roll); i++)
    if (matches (self, i, folded))
      {
        if (n_found++ >= MOST_ROWS)
          continue;
        gtk_list_box_append (self->people, make_row (self, i));
        n_shown++;
      }
  show_counts (self, n_shown, n_found);
  gtk_stack_set_visible_child_name (self->stack, trh_roll_get_n (self->roll) > 0 ? "list" : "empty");
}

/* --- the file --- */

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

  if (trh_roll_write (save->path, save->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start_save (TrhVoteRoll *self);

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteRoll *self = TRH_VOTE_ROLL (source);
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: why */
      g_autofree char *sentence = g_strdup_printf (_("The roll is not saved: %s"), error->message);

      self->unsaved = TRUE;
      self->closing = FALSE;
      tell_aloud (self, sentence);
    }
  else if (self->unsaved)
    start_save (self);
  else if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

/* Writes the roll as it is now; changes that come meanwhile are written afterwards, together. */
static void
start_save (TrhVoteRoll *self)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  if (self->saving)
    return;
  self->saving = TRUE;
  self->unsaved = FALSE;
  save = g_new (Save, 1);
  save->path = g_strdup (self->path);
  save->bytes = trh_roll_print (self->roll);
  task = g_task_new (self, NULL, saved, NULL);
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_worker);
}

static void
end_change (TrhVoteRoll *self)
{
  self->unsaved = TRUE;
  start_save (self);
  show_people (self);
}

/**
 * trh_vote_roll_changed:
 * @sentence: what happened
 * @added: who was added, to take it back; or %TRH_NO_UNDO
 *
 * Shows the roll as it is, tells, and saves.
 */
void
trh_vote_roll_changed (TrhVoteRoll *self, const char *sentence, guint added)
{
  self->undo = added;
  self->undo_adds = TRUE;
  end_change (self);
  tell_aloud (self, sentence);
}

/* --- what can be done --- */

/* Who signs twice is refused in words, and not to be overlooked. */
static void
on_row_activated (TrhVoteRoll *self, GtkListBoxRow *row)
{
  const guint index = get_index (GTK_WIDGET (row));
  g_autofree char *label = trh_roll_dup_label (self->roll, index);
  /* Translators: a person */
  g_autofree char *sentence = g_strdup_printf (_("%s has signed."), label);
  g_autoptr(GError) error = NULL;

  if (!trh_roll_sign (self->roll, index, &error))
    {
      self->undo = TRH_NO_UNDO;
      tell_aloud (self, error->message);
      return;
    }
  self->undo = index;
  self->undo_adds = FALSE;
  end_change (self);
  tell (self, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (self->search)); /* for the next one, whose name replaces this one */
  gtk_editable_select_region (self->search, 0, -1);
}

static void
undo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVoteRoll *self = TRH_VOTE_ROLL (widget);
  g_autofree char *label = NULL, *sentence = NULL;

  if (self->undo == TRH_NO_UNDO)
    return;
  label = trh_roll_dup_label (self->roll, self->undo);
  /* Translators: a person */
  sentence = g_strdup_printf (self->undo_adds ? _("%s is no longer on the roll.") : _("%s has not signed."), label);
  if (self->undo_adds)
    trh_roll_remove (self->roll, self->undo);
  else
    trh_roll_take_back (self->roll, self->undo);
  trh_vote_roll_changed (self, sentence, TRH_NO_UNDO);
}

/* Enter goes to the first one found; it does not sign for anybody. */
static void
on_search_activated (TrhVoteRoll *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->people, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_roll_ask_name (TRH_VOTE_ROLL (widget));
}

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_roll_ask_names (TRH_VOTE_ROLL (widget));
}

static void
handed_out (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  TrhVoteRoll *self = user_data;

  self->undo = TRH_NO_UNDO;
  tell_aloud (self, sentence);
}

static void
hand_out (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVoteRoll *self = TRH_VOTE_ROLL (widget);
  char day[TRH_DAY_TEXT];
  g_autofree char *name = *self->place != '\0' ? g_strconcat (_("roll"), "-", self->place, ".pdf", NULL)
                                               : g_strconcat (_("roll"), ".pdf", NULL);
  const TrhVoteDocument document = {
    .printout = trh_printout_new_sheet (trh_roll_sheet_new (self->roll, self->question, self->place,
                                                            trh_day_write (self->day, day), self->rehearsal)),
    .job = _("Roll"), .save_title = _("Save the sheets"), .file_name = g_strdelimit (name, " /'’", '-'),
    .printed = _("The sheets are sent to the printer. They may replace this roll: it then stays empty."),
    .saved = _("The sheets are saved. They may replace this roll: it then stays empty.") };

  trh_vote_hand_out (widget, g_str_equal (action_name, "roll.print") ? TRH_VOTE_PRINT : TRH_VOTE_SAVE, &document, handed_out,
                     g_object_ref (self), g_object_unref);
}

/* --- leaving --- */

static void
asked_to_close (const char *response, gpointer user_data)
{
  g_autoptr(TrhVoteRoll) self = user_data;

  if (!g_str_equal (response, "do"))
    return;
  self->unsaved = FALSE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_close_request (TrhVoteRoll *self)
{
  if (self->saving)
    {
      self->closing = TRUE;
      return TRUE;
    }
  if (!self->unsaved)
    return FALSE;
  trh_ask (GTK_WIDGET (self), _("Close without saving the roll?"), _("What was done last is not on the disk."),
           _("Close _Without Saving"), TRUE, asked_to_close, g_object_ref (self));
  return TRUE;
}

/* The booth is another room's: it is known here by its type alone. */
static gboolean
booth_is_open (void)
{
  const GType type = g_type_from_name ("TrhBoothWindow");
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; type != G_TYPE_INVALID && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return TRUE;
    }
  return FALSE;
}

static void
leave_booth_alone (gpointer data)
{
  g_autoptr(TrhVoteRoll) self = data;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_windows (TrhVoteRoll *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && booth_is_open ())
    g_idle_add_once (leave_booth_alone, g_object_ref (self)); /* the list of windows is still changing */
}

static void
trh_vote_roll_finalize (GObject *object)
{
  TrhVoteRoll *self = TRH_VOTE_ROLL (object);

  g_clear_pointer (&self->roll, trh_roll_free);
  g_free (self->session_id);
  g_free (self->question);
  g_free (self->place);
  g_free (self->path);

  G_OBJECT_CLASS (trh_vote_roll_parent_class)->finalize (object);
}

static void
trh_vote_roll_class_init (TrhVoteRollClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_vote_roll_finalize;
  g_type_ensure (TRH_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-vote-roll.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, title);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, message);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, message_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, rule_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, empty);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, first_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, import_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, print_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, search);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, count_label);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, people);
  gtk_widget_class_bind_template_child (widget_class, TrhVoteRoll, rest_label);
  gtk_widget_class_bind_template_callback (widget_class, show_people);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "roll.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "roll.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "roll.print", NULL, hand_out);
  gtk_widget_class_install_action (widget_class, "roll.save-sheets", NULL, hand_out);
  gtk_widget_class_install_action (widget_class, "roll.undo", NULL, undo);
}

static void
trh_vote_roll_init (TrhVoteRoll *self)
{
  self->undo = TRH_NO_UNDO;
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_let_buttons_wrap (GTK_WIDGET (self));
  adw_status_page_set_description (self->empty, _("Add the people who may vote, or keep the roll on paper: print sheets to sign "
                                                  "on. A year or an address is only needed to tell namesakes apart."));
  trh_set_label (self->add_button, _("Add a person to the roll"));
  trh_set_label (self->menu_button, _("More about the roll"));
  trh_set_label (self->undo_button, _("Undo"));
  trh_set_label (self->first_button, _("Add a person to the roll"));
  trh_set_label (self->import_button, _("Import names"));
  trh_set_label (self->print_button, _("Print sheets to sign"));
  trh_set_label (self->search, _("Search the roll"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->people), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People on the roll"), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.undo", FALSE);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows), self, G_CONNECT_SWAPPED);
}

/* --- opening --- */

static TrhVoteRoll *
find_open (const char *session_id)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (TRH_IS_VOTE_ROLL (window) && g_str_equal (TRH_VOTE_ROLL (window)->session_id, session_id))
        return TRH_VOTE_ROLL (window);
    }
  return NULL;
}

/**
 * trh_vote_show_roll:
 * @parent: a widget of a window that has the action win.tell
 * @words: of the session
 *
 * Shows the roll of a session, a new one when there is none. Says why where it cannot.
 */
void
trh_vote_show_roll (GtkWidget *parent, const TrhVoteRollWords *words)
{
  TrhVoteRoll *self = find_open (words->session_id);
  g_autofree char *path = trh_roll_get_path (words->session_id);
  g_autoptr(TrhRoll) roll = NULL;
  g_autoptr(GError) error = NULL;

  if (booth_is_open ())
    {
      gtk_widget_activate_action (parent, "win.tell", "s",
                                  _("The roll is never on a screen with the booth: close the booth first, or use paper."));
      return;
    }
  if (self != NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  trh_roll_tidy (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    roll = trh_roll_load (path, &error);
  else
    roll = trh_roll_new (words->session_id, words->purge_day);
  if (roll == NULL)
    {
      gtk_widget_activate_action (parent, "win.tell", "s", error->message);
      return;
    }
  self = g_object_new (TRH_TYPE_VOTE_ROLL, "transient-for", gtk_widget_get_root (parent), NULL);
  self->roll = g_steal_pointer (&roll);
  self->session_id = g_strdup (words->session_id);
  self->question = g_strdup (words->question);
  self->place = g_strdup (words->place);
  self->day = words->day;
  self->rehearsal = words->rehearsal;
  self->path = g_steal_pointer (&path);
  trh_title_set_subtitle (self->title, words->place);
  gtk_label_set_label (self->rule_label, *words->who_votes != '\0'
                                           ? words->who_votes
                                           : _("No rule is written: the organisers decide, and say it in the minutes."));
  show_people (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (trh_roll_get_n (self->roll) > 0 ? GTK_WIDGET (self->search) : self->first_button);
}
