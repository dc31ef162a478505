/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-votes-page.h"

#include <glib/gi18n.h>

#include "core/model/trh-poll-edits.h"
#include "pages/trh-vote-bag.h"
#include "pages/trh-vote-ballots.h"
#include "pages/trh-vote-booth.h"
#include "pages/trh-vote-call-off.h"
#include "pages/trh-vote-closing.h"
#include "pages/trh-vote-count.h"
#include "pages/trh-vote-dialog.h"
#include "pages/trh-vote-keys.h"
#include "pages/trh-vote-opening.h"
#include "pages/trh-vote-papers.h"
#include "pages/trh-vote-purge.h"
#include "pages/trh-vote-prepare.h"
#include "pages/trh-vote-recovery.h"
#include "pages/trh-vote-console-row.h"
#include "pages/trh-vote-sealed.h"
#include "pages/trh-vote-strays.h"
#include "pages/trh-vote-view.h"
#include "widgets/trh-dialogs.h"

struct _TrhVotesPage
{
  TrhPage       parent_instance;

  TrhWorkspace *workspace; /* (nullable) (owned): the one whose signal is connected */
  TrhVoteDesk  *desk;      /* (nullable) (owned): of that workspace */
  char         *poll_id;   /* (nullable): the poll that is shown */
  guint         pending;   /* source that will show the project as it is */

  GtkStack     *stack;
  GtkListBox   *list;
  GtkBox       *reminders;
  AdwBin       *poll_bin;
  GtkWidget    *first_button;
  GtkWidget    *prepare_button;
  GtkWidget    *back_button;
  GtkWidget    *menu_button;
};

G_DEFINE_FINAL_TYPE (TrhVotesPage, trh_votes_page, TRH_TYPE_PAGE)

static TrhProject *
get_project (TrhVotesPage *self)
{
  return trh_workspace_get_project (self->workspace);
}

static TrhPoll *
get_poll (TrhVotesPage *self)
{
  return self->poll_id != NULL ? trh_project_find (get_project (self), TRH_POLLS, self->poll_id) : NULL;
}

static GtkWidget *
make_row (const TrhPollRecord *poll)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *artists = g_strdup_printf (ngettext ("%u artist", "%u artists", poll->candidates->len), poll->candidates->len);
  g_autofree char *words = g_strdup_printf ("%s%s · %s", poll->rehearsal ? C_("stamp", "REHEARSAL · ") : "",
                                            trh_vote_say_state (poll->state), artists);
  g_autofree char *label = g_strdup_printf ("%s, %s", poll->question, words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), poll->question);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "poll", g_strdup (poll->base.id), g_free);
  trh_set_label (row, label);
  return row;
}

/* Votes whose date on the minutes has come. */
static void
show_reminders (TrhVotesPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reminders))) != NULL)
    gtk_box_remove (self->reminders, child);
  for (guint i = 0; i < trh_project_count (get_project (self), TRH_POLLS); i++)
    {
      GtkWidget *reminder = trh_vote_purge_reminder_new (get_project (self), trh_project_peek_record (get_project (self),
                                                                                                      TRH_POLLS, i));

      if (reminder != NULL)
        gtk_box_append (self->reminders, reminder);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reminders), gtk_widget_get_first_child (GTK_WIDGET (self->reminders)) != NULL);
}

static void
show_list (TrhVotesPage *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < trh_project_count (get_project (self), TRH_POLLS); i++)
    gtk_list_box_append (self->list, make_row (trh_project_peek_record (get_project (self), TRH_POLLS, i)));
  show_reminders (self);
  gtk_stack_set_visible_child_name (self->stack, trh_project_count (get_project (self), TRH_POLLS) > 0 ? "list" : "empty");
}

static void
show_poll (TrhVotesPage *self, TrhPoll *poll)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->poll_bin));

  g_autoptr(TrhEdit) removal = trh_poll_edit_remove (get_project (self), poll, NULL); /* while no resident has seen it */

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.edit", record->state == TRH_POLL_DRAFT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.delete", removal != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.recovery", record->state != TRH_POLL_DRAFT);
  adw_bin_set_child (self->poll_bin, trh_vote_view_new (self->desk, poll));
  gtk_stack_set_visible_child_name (self->stack, "poll");
  if (had_focus && !gtk_widget_child_focus (GTK_WIDGET (self->poll_bin), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->back_button);
}

/* Shows the project as it is. A poll that is gone gives way to the list. */
static void
show_now (TrhVotesPage *self)
{
  TrhPoll *poll = get_poll (self);

  if (poll != NULL)
    {
      show_poll (self, poll);
      return;
    }
  g_clear_pointer (&self->poll_id, g_free);
  adw_bin_set_child (self->poll_bin, NULL);
  show_list (self);
}

static gboolean
show_pending (gpointer data)
{
  TrhVotesPage *self = data;

  self->pending = 0;
  show_now (self);
  return G_SOURCE_REMOVE;
}

/* One edit may change a poll and its sessions: shown once, after all of it. */
static void
on_changed (TrhVotesPage *self)
{
  if (self->pending == 0)
    self->pending = g_idle_add (show_pending, self);
}

static void
leave_workspace (TrhVotesPage *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (get_project (self), self);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->poll_id, g_free);
}

static void
on_workspace (TrhVotesPage *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));

  if (workspace == self->workspace)
    return;
  leave_workspace (self);
  if (workspace == NULL)
    return;
  self->workspace = g_object_ref (workspace);
  self->desk = trh_vote_desk_new (workspace);
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_now (self);
}

static void
on_row_activated (TrhVotesPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "votes.show", "s", g_object_get_data (G_OBJECT (row), "poll"));
}

static void
show (GtkWidget *widget, const char *action_name, GVariant *id)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);

  g_free (self->poll_id);
  self->poll_id = g_variant_dup_string (id, NULL);
  show_now (self);
  gtk_widget_grab_focus (self->back_button);
}

static void
back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  g_autofree char *id = g_steal_pointer (&self->poll_id);

  show_now (self);
  for (int i = 0; id != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        break;
      if (g_str_equal (g_object_get_data (G_OBJECT (row), "poll"), id))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

/* Something changed beside the season, as the urns on this computer. */
static void
look_again (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_now (TRH_VOTES_PAGE (widget));
}

static void
prepare (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_prepare (TRH_PAGE (widget), NULL);
}

static void
edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhPoll *poll = get_poll (TRH_VOTES_PAGE (widget));

  if (poll != NULL)
    trh_vote_prepare (TRH_PAGE (widget), poll);
}

static void
recovery (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  TrhPoll *poll = get_poll (self);

  if (poll != NULL)
    trh_vote_ask_recovery (TRH_PAGE (self), self->desk, poll);
}

static void
delete (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  TrhPoll *poll = get_poll (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) removal = poll != NULL ? trh_poll_edit_remove (get_project (self), poll, &error) : NULL;

  if (removal != NULL && trh_page_perform (TRH_PAGE (self), removal))
    trh_page_tell_undo (TRH_PAGE (self), _("Vote deleted"));
  else if (error != NULL)
    trh_page_tell (TRH_PAGE (self), error->message);
}

static void
print_ballots (TrhVotesPage *self, TrhPoll *poll)
{
  g_autoptr(TrhBallotPaper) paper = trh_poll_make_paper (get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)));

  trh_vote_ask_ballots (GTK_WIDGET (self), paper, "");
}

/* What begins from the console of an open session. */
static void
in_session (TrhVotesPage *self, TrhResult *result, TrhVoteConsoleFunc ask)
{
  g_autoptr(GError) error = NULL;
  TrhVoteSession *session = trh_vote_desk_get_session (self->desk, result, &error);

  if (session != NULL)
    ask (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), session);
  else
    trh_page_tell (TRH_PAGE (self), error->message);
}

static GtkWidget *
get_window (TrhVotesPage *self)
{
  return GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
show_sealed (TrhVotesPage *self, TrhResult *result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteSession) session = trh_vote_desk_load_session (self->desk, result, &error);

  if (session != NULL)
    trh_vote_show_sealed (get_window (self), session);
  else
    trh_page_tell (TRH_PAGE (self), error->message);
}

/* The steps that begin from a poll or from a session, whose id the button gives. */
static void
take_step (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  TrhPoll *poll = trh_project_find (get_project (self), TRH_POLLS, id);
  TrhResult *session = trh_project_find (get_project (self), TRH_RESULTS, id);
  g_autoptr(GError) error = NULL;

  if (poll != NULL && g_str_equal (action_name, "votes.make-keys"))
    trh_vote_ask_keys (TRH_PAGE (self), self->desk, poll);
  else if (poll != NULL && g_str_equal (action_name, "votes.open-session"))
    trh_vote_ask_opening (TRH_PAGE (self), self->desk, poll);
  else if (poll != NULL && g_str_equal (action_name, "votes.count"))
    trh_vote_ask_count (TRH_PAGE (self), self->desk, poll);
  else if (session != NULL && g_str_equal (action_name, "votes.close-urn"))
    in_session (self, session, trh_vote_ask_closing);
  else if (poll != NULL && g_str_equal (action_name, "votes.print-ballots"))
    print_ballots (self, poll);
  else if (poll != NULL && g_str_equal (action_name, "votes.print-recap"))
    trh_vote_hand_out_recap (get_window (self), TRH_VOTE_PRINT, get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)));
  else if (poll != NULL && g_str_equal (action_name, "votes.save-recap"))
    trh_vote_hand_out_recap (get_window (self), TRH_VOTE_SAVE, get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)));
  else if (poll != NULL && g_str_equal (action_name, "votes.archive"))
    trh_vote_save_archive (get_window (self), get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)));
  else if (poll != NULL && g_str_equal (action_name, "votes.purge"))
    trh_vote_ask_purge (GTK_WIDGET (self), get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)));
  else if (session != NULL && g_str_equal (action_name, "votes.ask-booth"))
    in_session (self, session, trh_vote_ask_booth);
  else if (session != NULL && g_str_equal (action_name, "votes.show-sealed"))
    show_sealed (self, session);
  else if (poll != NULL && g_str_equal (action_name, "votes.pack"))
    trh_vote_ask_bag (TRH_PAGE (self), self->desk, poll);
  else if (session != NULL && g_str_equal (action_name, "votes.unpack"))
    trh_vote_ask_unused (TRH_PAGE (self), self->desk, session);
  else if (poll != NULL && g_str_equal (action_name, "votes.bring-in"))
    trh_vote_ask_urns (TRH_PAGE (self), self->desk, poll);
  else if (session != NULL && g_str_equal (action_name, "votes.call-off"))
    trh_vote_ask_call_off (TRH_PAGE (self), self->desk, session);
  else if (session != NULL && g_str_equal (action_name, "votes.discard-urn"))
    trh_vote_discard (TRH_PAGE (self), self->desk, id);
  else if (session == NULL && g_str_equal (action_name, "votes.take-up") && get_poll (self) != NULL)
    trh_vote_take_up (TRH_PAGE (self), self->desk, get_poll (self), id);
  else if (session != NULL && g_str_equal (action_name, "votes.record-closing") &&
           !trh_vote_desk_record_closing (self->desk, session, &error))
    trh_page_tell (TRH_PAGE (self), error->message);
}

/* Ctrl+I: the booth of the first open session of the poll shown. */
static void
open_any_booth (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  TrhResult *session = self->poll_id != NULL ? trh_poll_find_open (get_project (self), self->poll_id) : NULL;

  if (session != NULL)
    in_session (self, session, trh_vote_ask_booth);
  else
    trh_page_tell (TRH_PAGE (self), _("Open a session first: its booth takes the ballots."));
}

static void
open_booth (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  const char *id, *pin;
  TrhResult *result;
  TrhVoteSession *session;
  g_autoptr(GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &pin);
  result = trh_project_find (get_project (self), TRH_RESULTS, id);
  session = result != NULL ? trh_vote_desk_get_session (self->desk, result, &error) : NULL;
  if (session != NULL)
    trh_vote_open_booth (GTK_WIDGET (gtk_widget_get_root (widget)), session, pin);
  else if (error != NULL)
    trh_page_tell (TRH_PAGE (self), error->message);
}

/* The vote to which urns belong that are dropped: the one shown, or the only one. */
static TrhPoll *
get_dropped_on (TrhVotesPage *self)
{
  TrhPoll *poll = get_poll (self);

  return poll != NULL ? poll
         : trh_project_count (get_project (self), TRH_POLLS) == 1 ? trh_project_peek (get_project (self), TRH_POLLS, 0) : NULL;
}

static gboolean
on_drop (TrhVotesPage *self, const GValue *value)
{
  TrhPoll *poll = get_dropped_on (self);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  if (poll == NULL)
    trh_page_tell (TRH_PAGE (self), _("Open the vote first, then drop its urns on it."));
  else
    trh_vote_bring_urns (GTK_WIDGET (self), self->desk, poll, files);
  return poll != NULL;
}

static gboolean
trh_votes_page_grab_focus (GtkWidget *widget)
{
  TrhVotesPage *self = TRH_VOTES_PAGE (widget);
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "poll") == 0)
    return gtk_widget_grab_focus (self->back_button);
  return gtk_widget_grab_focus (g_strcmp0 (name, "list") == 0 ? self->prepare_button : self->first_button);
}

static void
trh_votes_page_dispose (GObject *object)
{
  leave_workspace (TRH_VOTES_PAGE (object));

  G_OBJECT_CLASS (trh_votes_page_parent_class)->dispose (object);
}

static void
trh_votes_page_class_init (TrhVotesPageClass *klass)
{
  static const char *const steps[] = { "votes.make-keys", "votes.open-session", "votes.count", "votes.close-urn",
                                       "votes.ask-booth", "votes.record-closing", "votes.show-sealed",
                                       "votes.print-recap", "votes.save-recap", "votes.archive", "votes.purge",
                                       "votes.print-ballots", "votes.pack", "votes.unpack", "votes.bring-in", "votes.take-up",
                                       "votes.call-off", "votes.discard-urn" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_votes_page_dispose;
  widget_class->grab_focus = trh_votes_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-votes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, reminders);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, poll_bin);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, prepare_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TrhVotesPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_workspace);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "votes.prepare", NULL, prepare);
  gtk_widget_class_install_action (widget_class, "votes.show", "s", show);
  gtk_widget_class_install_action (widget_class, "votes.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "votes.look-again", NULL, look_again);
  gtk_widget_class_install_action (widget_class, "votes.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "votes.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "votes.recovery", NULL, recovery);
  gtk_widget_class_install_action (widget_class, "votes.open-booth", "(ss)", open_booth);
  gtk_widget_class_install_action (widget_class, "votes.open-any-booth", NULL, open_any_booth);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_install_action (widget_class, steps[i], "s", take_step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "votes.open-any-booth", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "votes.back", NULL);
}

static void
trh_votes_page_init (TrhVotesPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  trh_set_label (self->first_button, _("Prepare a vote"));
  trh_set_label (self->prepare_button, _("Prepare a vote"));
  trh_set_label (self->back_button, _("Back to the list of votes"));
  trh_let_buttons_wrap (GTK_WIDGET (self));
}
