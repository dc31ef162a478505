/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-session-window.h"

#include <glib/gi18n.h>

#include "app/trh-help.h"
#include "app/trh-toasts.h"
#include "app/trh-window.h"
#include "core/base/trh-day.h"
#include "core/voting/trh-count.h"
#include "pages/trh-vote-booth.h"
#include "pages/trh-vote-console.h"
#include "pages/trh-vote-kit-forget.h"
#include "pages/trh-vote-kit-opening.h"
#include "pages/trh-vote-kit.h"
#include "pages/trh-vote-sealed.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"
#include "widgets/trh-title.h"

struct _TrhSessionWindow
{
  AdwApplicationWindow parent_instance;

  GFile           *file;    /* of the kit */
  TrhKit          *kit;     /* (nullable): until it is read */
  TrhVoteSession  *session; /* (nullable): until it is opened */
  char            *returned; /* (nullable): the file of the sealed urn that this window wrote and read again */

  TrhTitle  *window_title;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  AdwStatusPage   *refused;
  GtkScrolledWindow *scroller;
  AdwBin          *bin;
  GtkLabel        *status;
};

G_DEFINE_FINAL_TYPE (TrhSessionWindow, trh_session_window, ADW_TYPE_APPLICATION_WINDOW)

static void
trh_session_window_dispose (GObject *object)
{
  TrhSessionWindow *self = TRH_SESSION_WINDOW (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->kit, trh_kit_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->returned, g_free);

  G_OBJECT_CLASS (trh_session_window_parent_class)->dispose (object);
}

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_title_group (group, title);
  adw_preferences_group_set_description (group, description);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  return group;
}

/* The question, and whether it counts. */
static void
add_heading (GtkWidget *box, const TrhKit *kit)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  g_autofree char *words = g_strdup_printf ("%s%s", kit->urn->rehearsal ? C_("stamp", "REHEARSAL · ") : "", kit->season);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_label_new (words);

  gtk_label_set_label (GTK_LABEL (heading), kit->question);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_widget_add_css_class (line, kit->urn->rehearsal ? "warning" : "dim-label");
  gtk_box_append (GTK_BOX (titles), heading);
  if (*words != '\0')
    gtk_box_append (GTK_BOX (titles), line);
  gtk_box_append (GTK_BOX (box), titles);
}

/* What people will be asked: to be compared with the posters before anybody votes. */
static void
add_ballot (GtkWidget *box, const TrhKit *kit)
{
  const TrhMethod *method = trh_method_find (kit->method);
  g_autofree char *seats = g_strdup_printf (ngettext ("%u artist to choose", "%u artists to choose", kit->seats), kit->seats);
  AdwPreferencesGroup *group = add_group (box, _("The ballot"), NULL);

  if (method != NULL)
    trh_plain_row_add (group, _(method->name), _(method->sentence));
  trh_plain_row_add (group, seats, NULL);
  if (*kit->who_votes != '\0')
    trh_plain_row_add (group, _("Who may vote"), kit->who_votes);
  group = add_group (box, _("Artists on the ballot"), NULL);
  for (guint i = 0; i < kit->paper->candidates->len; i++)
    {
      const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (kit->paper, i);
      GtkWidget *row = trh_plain_row_add (group, candidate->name, candidate->discipline);
      GtkWidget *letter = gtk_label_new (candidate->letter);

      gtk_widget_add_css_class (letter, "title-4");
      gtk_widget_add_css_class (letter, "accent");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), letter);
    }
}

/* --- the three states: not opened, open, sealed --- */

static void
show_unopened (TrhSessionWindow *self, GtkWidget *box)
{
  GtkWidget *row = trh_plain_row_add (add_group (box, "", NULL), _("Next: open the session"),
                            _("Two organisers see that the urn is empty and that the clock is right."));

  trh_plain_row_add_button (row, _("_Open the Session…"), _("Open the session"), "session.open", NULL, "suggested-action");
  add_ballot (box, self->kit);
}

static void
show_sealed (TrhSessionWindow *self, GtkWidget *box)
{
  AdwPreferencesGroup *group = add_group (box, _("Return"),
                                          _("The sealed urn goes back to the organiser of the season, by stick or by mail. "
                                            "Nobody can read a ballot on the way."));
  GtkWidget *row = trh_plain_row_add (group, _("Sealed urn and minutes"), _("Both are written into one folder, and read again."));

  trh_plain_row_add_button (row, _("_Return…"), _("Return the sealed urn"), "session.return", NULL, "suggested-action");
  row = trh_plain_row_add (group, _("Minutes"), _("In two copies, to read aloud and sign."));
  trh_plain_row_add_button (row, _("_Print…"), _("Print the minutes"), "session.print-minutes", NULL, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (trh_plain_row_add_file_button (row, _("Save the minutes as a PDF"))),
                                  "session.save-minutes");
  row = trh_plain_row_add (group, _("This computer"),
                           self->returned != NULL ? _("Once the returned copy is brought in, the urn and the roll can leave it.")
                                                  : _("Return the urn first: then it and the roll can leave it."));
  trh_plain_row_add_button (row, _("Re_move…"), _("Remove from this computer"), "session.forget", NULL, NULL);
  trh_vote_add_sealed (box, self->session);
}

static void
add_reminder (TrhSessionWindow *self, GtkWidget *box)
{
  GtkWidget *reminder = trh_vote_kit_reminder_new (self->kit, trh_day_today ());

  if (reminder != NULL)
    gtk_box_append (GTK_BOX (box), reminder);
}

static void
show_now (TrhSessionWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  const gboolean is_open = self->session != NULL && !trh_urn_is_closed (trh_vote_session_get_urn (self->session));
  const gboolean is_sealed = self->session != NULL && !is_open;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const gboolean had_focus = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bin));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.open", self->session == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.open-booth", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.return", is_sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.print-minutes", is_sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.save-minutes", is_sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.forget", is_sealed);
  if (self->session != NULL)
    add_reminder (self, box);
  add_heading (box, self->kit);
  if (self->session == NULL)
    show_unopened (self, box);
  else if (is_open)
    gtk_box_append (GTK_BOX (box), trh_vote_console_new (self->session));
  else
    show_sealed (self, box);
  trh_let_buttons_wrap (box); /* those of the first and the last state */
  adw_bin_set_child (self->bin, box);
  gtk_stack_set_visible_child_name (self->stack, "session");
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->bin), GTK_DIR_TAB_FORWARD);
}

static void
take_session (TrhSessionWindow *self, TrhVoteSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (trh_vote_session_get_urn (session), "notify::closed", G_CALLBACK (show_now), self,
                           G_CONNECT_SWAPPED);
  show_now (self);
}

static void
refuse (TrhSessionWindow *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->refused, words);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
kit_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhSessionWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteSession) session = NULL;

  if (self->file == NULL)
    return; /* the window was closed meanwhile */
  self->kit = trh_vote_kit_load_finish (result, &error);
  if (self->kit == NULL)
    {
      refuse (self, error);
      return;
    }
  trh_title_set_title (self->window_title, self->kit->urn->place);
  trh_title_set_subtitle (self->window_title, self->kit->question);
  gtk_window_set_title (GTK_WINDOW (self), self->kit->urn->place);
  if (!trh_vote_kit_is_open (self->kit))
    {
      show_now (self);
      return;
    }
  session = trh_vote_kit_resume (self->kit, &error);
  if (session != NULL)
    take_session (self, session);
  else
    refuse (self, error);
}

/* --- what can be done --- */

static void
on_opened (GtkWidget *window, TrhVoteSession *session)
{
  take_session (TRH_SESSION_WINDOW (window), session);
}

static void
open_session (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_ask_kit_opening (widget, TRH_SESSION_WINDOW (widget)->kit, on_opened);
}

static void
open_booth (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_ask_booth (widget, TRH_SESSION_WINDOW (widget)->session);
}

static void
hand_out_minutes (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const TrhVoteWay way = g_str_equal (action_name, "session.print-minutes") ? TRH_VOTE_PRINT : TRH_VOTE_SAVE;

  trh_vote_hand_out_minutes (widget, NULL, way, TRH_SESSION_WINDOW (widget)->session);
}

static void
returned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) window = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = trh_vote_return_finish (result, &error);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  /* Translators: %s is the name of a file */
  g_autofree char *done = g_strdup_printf (_("“%s” is written and read again: it is the sealed urn, with its minutes beside."),
                                           name != NULL ? name : "");

  if (name != NULL && TRH_SESSION_WINDOW (window)->kit != NULL)
    {
      trh_record_set_text (&TRH_SESSION_WINDOW (window)->returned, name);
      show_now (TRH_SESSION_WINDOW (window));
    }
  gtk_widget_activate_action (window, "win.tell", "s", error != NULL ? error->message : done);
}

static void
folder_chosen (GFile *folder, gpointer user_data)
{
  TrhSessionWindow *self = user_data;

  if (g_file_peek_path (folder) != NULL)
    trh_vote_return_async (self->session, g_file_peek_path (folder), returned, g_object_ref (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _("Choose a folder of this computer or a USB stick."));
}

static void
return_urn (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_choose_file_with (widget, _("Where the sealed urn goes"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL,
                        folder_chosen, g_object_ref (widget), g_object_unref);
}

/* What is shown is not offered again: the urn must not be opened a second time. */
static void
forgotten (GtkWidget *window, const char *session_id)
{
  static const char *const actions[] = { "session.return", "session.print-minutes", "session.save-minutes",
                                         "session.forget" };
  TrhSessionWindow *self = TRH_SESSION_WINDOW (window);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i], FALSE);
  gtk_stack_set_visible_child_name (self->stack, "forgotten");
}

static void
forget (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_vote_kit_forget (widget, TRH_SESSION_WINDOW (widget)->kit, TRH_SESSION_WINDOW (widget)->returned, forgotten);
}

static void
on_tell (GtkWidget *widget, const char *action_name, GVariant *sentence)
{
  TrhSessionWindow *self = TRH_SESSION_WINDOW (widget);

  trh_show_toast (self->toasts, trh_toast_new (g_variant_get_string (sentence, NULL)));
  gtk_label_set_label (self->status, g_variant_get_string (sentence, NULL));
}

static void
file_chosen (GFile *file, gpointer user_data)
{
  TrhSessionWindow *self = user_data;

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

static void
open_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_choose_file_with (widget, _("Open a Season"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, file_chosen, g_object_ref (widget),
                        g_object_unref);
}

static void
close_answered (const char *response, gpointer user_data)
{
  if (g_str_equal (response, "do"))
    gtk_window_destroy (user_data);
}

/* The urn is on the disk; the codes that no slip has yet are nowhere. */
static gboolean
trh_session_window_close (GtkWindow *window)
{
  TrhSessionWindow *self = TRH_SESSION_WINDOW (window);

  if (self->session == NULL || !trh_vote_session_lacks_slips (self->session))
    return FALSE;
  trh_ask (GTK_WIDGET (self), _("Close without printing the slips?"),
           _("Nothing of the vote is lost, and the session can be opened again. But the codes that are on no slip yet are kept "
             "nowhere: others would have to be made."),
           _("Close _Without Printing"), TRUE, close_answered, self);
  return TRUE;
}

static void
show_help (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_help_present (GTK_WINDOW (widget), "town-hall");
}

static void
trh_session_window_class_init (TrhSessionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_session_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = trh_session_window_close;
  g_type_ensure (TRH_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/serreslezarts/Transhumances/trh-session-window.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, TrhSessionWindow, member)
  BIND (window_title);
  BIND (toasts);
  BIND (stack);
  BIND (refused);
  BIND (scroller);
  BIND (bin);
  BIND (status);
#undef BIND
  gtk_widget_class_install_action (widget_class, "win.tell", "s", on_tell);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, show_help);
  gtk_widget_class_install_action (widget_class, "session.open", NULL, open_session);
  gtk_widget_class_install_action (widget_class, "session.open-booth", NULL, open_booth);
  gtk_widget_class_install_action (widget_class, "session.return", NULL, return_urn);
  gtk_widget_class_install_action (widget_class, "session.print-minutes", NULL, hand_out_minutes);
  gtk_widget_class_install_action (widget_class, "session.save-minutes", NULL, hand_out_minutes);
  gtk_widget_class_install_action (widget_class, "session.forget", NULL, forget);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "session.open-booth", NULL);
}

static void
trh_session_window_init (TrhSessionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.open-booth", FALSE);
}

/* Whether @file is a kit, by its name. */
gboolean
trh_session_window_is_for (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, TRH_KIT_SUFFIX);
}

/**
 * trh_session_window_open:
 * @file: a kit
 *
 * Shows the session of @file: the window that has it open, or a new one.
 */
void
trh_session_window_open (TrhApplication *application, GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  TrhSessionWindow *self;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TRH_IS_SESSION_WINDOW (l->data) && g_file_equal (TRH_SESSION_WINDOW (l->data)->file, file))
      {
        gtk_window_present (l->data);
        return;
      }
  self = g_object_new (TRH_TYPE_SESSION_WINDOW, "application", application, "title", name, NULL);
  self->file = g_object_ref (file);
  gtk_window_present (GTK_WINDOW (self));
  trh_vote_kit_load_async (file, kit_loaded, g_object_ref (self));
}
