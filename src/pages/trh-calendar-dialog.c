/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-dialog.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-free-days.h"
#include "core/schedule/trh-schedule-edits.h"
#include "pages/trh-draft-link.h"
#include "pages/trh-form.h"
#include "widgets/trh-dialog-header.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-field-row.h"
#include "widgets/trh-names.h"

#define WIDTH_PX   420
#define MAX_ALERTS 3 /* said one by one; a form with more would leave no room for its rows */

struct _TrhCalendarDialog
{
  AdwWindow     parent_instance;

  TrhWorkspace *workspace;
  TrhEntity    *draft;    /* a stay or an encounter of no project */
  GtkWidget    *group;
  GtkWidget    *preview;  /* what would be wrong, or the reason why it cannot be added */
  gboolean      proposes; /* its days are ours and follow the artist, until a person sets others */
  int           proposed_first_day;
  int           proposed_last_day;
  int           wanted_day;
  int           wanted_nights;
  gboolean      added;
};

G_DEFINE_FINAL_TYPE (TrhCalendarDialog, trh_calendar_dialog, ADW_TYPE_WINDOW)

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static TrhEdit *
make_edit (TrhCalendarDialog *self, char **id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);

  if (TRH_IS_STAY (self->draft))
    {
      const TrhStayRecord *stay = trh_entity_peek_record (self->draft);
      TrhEdit *edit;

      if (stay->first_day != TRH_NO_DAY && !trh_schedule_check_days (stay->first_day, stay->last_day, error))
        return NULL;
      if (*stay->artist_id != '\0')
        {
          edit = trh_schedule_edit_add_stay (project, stay->artist_id, stay->venue_id, stay->first_day, stay->last_day,
                                             id, error);
          if (edit != NULL) /* not frozen before it is performed: what the edit does not ask for */
            trh_record_set_text (&((TrhStayRecord *) trh_edit_get_change (edit, 0)->after)->lodging_id, stay->lodging_id);
          return edit;
        }
    }
  else
    {
      const TrhEncounterRecord *encounter = trh_entity_peek_record (self->draft);
      TrhEdit *edit;

      if (encounter->artist_ids[0] != NULL)
        {
          edit = trh_schedule_edit_add_encounter (project, encounter->artist_ids[0], encounter->venue_id, encounter->day,
                                                  encounter->start, encounter->duration_min, id, error);
          if (edit != NULL)
            {
              TrhEncounterRecord *added = trh_edit_get_change (edit, 0)->after;

              /* not frozen before it is performed: what the edit does not ask for */
              trh_record_set_texts (&added->artist_ids, (const char *const *) encounter->artist_ids);
              trh_record_set_text (&added->title, encounter->title);
            }
          return edit;
        }
    }
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE, _("Choose an artist first."));
  return NULL;
}

/* One line of the preview: a sign and a sentence in the colours of @style. */
static void
add_line (TrhCalendarDialog *self, const char *icon_name, const char *style, const char *sentence, const char *name)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", sentence, "wrap", TRUE, "xalign", 0., NULL);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "valign", GTK_ALIGN_START,
                                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (style != NULL)
    gtk_widget_add_css_class (line, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (self->preview), line);
}

static void
add_alert (TrhCalendarDialog *self, TrhAlert *alert)
{
  gboolean weak = trh_alert_get_severity (alert) == TRH_SEVERITY_WEAK;
  g_autofree char *name = trh_alert_say_with_severity (alert);

  add_line (self, weak ? "dialog-information-symbolic" : "dialog-warning-symbolic",
            weak ? "trh-alert-weak" : "trh-alert-strong", trh_alert_get_sentence (alert), name);
}

static void
clear_preview (TrhCalendarDialog *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->preview)) != NULL)
    gtk_box_remove (GTK_BOX (self->preview), line);
}

/* Why it cannot be added. */
static void
say_error (TrhCalendarDialog *self, const GError *error)
{
  clear_preview (self);
  add_line (self, NULL, "error", error->message, error->message);
  gtk_widget_set_visible (self->preview, TRUE);
}

/* While nobody is chosen there is nothing to judge yet: the button says so when it is pressed. */
static gboolean
is_unfinished (TrhCalendarDialog *self)
{
  if (TRH_IS_STAY (self->draft))
    return *((const TrhStayRecord *) trh_entity_peek_record (self->draft))->artist_id == '\0';
  return ((const TrhEncounterRecord *) trh_entity_peek_record (self->draft))->artist_ids[0] == NULL;
}

/* Before anything is added: why it cannot be, or what the rules would say of it. */
static void
look_ahead (TrhCalendarDialog *self)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = make_edit (self, &id, &error);
  g_autoptr(GPtrArray) alerts = NULL;

  if (edit == NULL && !(is_unfinished (self) && g_error_matches (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE)))
    {
      say_error (self, error);
      return;
    }
  clear_preview (self);
  if (edit != NULL)
    alerts = trh_alerts_preview (trh_workspace_get_alerts (self->workspace), edit);
  for (guint i = 0; alerts != NULL && i < MIN (alerts->len, MAX_ALERTS); i++)
    add_alert (self, alerts->pdata[i]);
  if (alerts != NULL && alerts->len > MAX_ALERTS)
    {
      guint n = alerts->len - MAX_ALERTS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more alert", "and %u more alerts", n), n);

      add_line (self, NULL, "dim-label", more, more);
    }
  gtk_widget_set_visible (self->preview, alerts != NULL && alerts->len > 0);
}

/* Gives the draft the first days that its artist has, as long as a person has set none. */
static void
propose_days (TrhCalendarDialog *self)
{
  const TrhStayRecord *stay = trh_entity_peek_record (self->draft);
  TrhStayRecord *proposed;

  if (stay->first_day != self->proposed_first_day || stay->last_day != self->proposed_last_day)
    {
      self->proposes = FALSE;
      return;
    }
  trh_free_days_find (trh_workspace_get_project (self->workspace), stay->artist_id, self->wanted_day, self->wanted_nights,
                      &self->proposed_first_day, &self->proposed_last_day);
  if (stay->first_day == self->proposed_first_day && stay->last_day == self->proposed_last_day)
    return;
  proposed = trh_record_copy (stay);
  proposed->first_day = self->proposed_first_day;
  proposed->last_day = self->proposed_last_day;
  trh_entity_set_record (self->draft, proposed);
  trh_record_unref (proposed);
}

static void
on_draft_changed (TrhCalendarDialog *self, GParamSpec *pspec)
{
  if (self->proposes && g_str_equal (pspec->name, "artist"))
    propose_days (self);
  look_ahead (self);
}

static gboolean
commit_rows (GtkWidget *widget)
{
  gboolean good = !TRH_IS_FIELD_ROW (widget) || trh_field_row_commit (TRH_FIELD_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    good = commit_rows (child) && good;
  return good;
}

/**
 * trh_calendar_dialog_add:
 * @self: a dialog
 *
 * What its button does: closes it and emits "added", or says what is still missing.
 *
 * Returns: whether it was added
 */
gboolean
trh_calendar_dialog_add (TrhCalendarDialog *self)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (self->added || !commit_rows (self->group))
    return FALSE;
  edit = make_edit (self, &id, &error);
  if (edit == NULL)
    {
      say_error (self, error);
      gtk_widget_child_focus (self->group, GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  self->added = TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[ADDED], 0, edit, id);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
  return TRUE;
}

static void
on_add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_calendar_dialog_add (TRH_CALENDAR_DIALOG (widget));
}

/* The keyboard begins in the form; GTK would begin on Cancel. */
static void
trh_calendar_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trh_calendar_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (TRH_CALENDAR_DIALOG (widget)->group, GTK_DIR_TAB_FORWARD);
}

static void
trh_calendar_dialog_dispose (GObject *object)
{
  TrhCalendarDialog *self = TRH_CALENDAR_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (trh_calendar_dialog_parent_class)->dispose (object);
}

static void
trh_calendar_dialog_class_init (TrhCalendarDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_calendar_dialog_dispose;
  widget_class->map = trh_calendar_dialog_map;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, on_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.add", NULL);
}

static void
trh_calendar_dialog_init (TrhCalendarDialog *self)
{
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  trh_set_label_of_mnemonic (button, label);
  return button;
}

static GtkWidget *
build (TrhWorkspace *workspace, TrhEntity *draft, const char *title, const char *verb, const char *fields)
{
  TrhCalendarDialog *self = g_object_new (TRH_TYPE_CALENDAR_DIALOG, "title", title, "modal", TRUE,
                                          "default-width", WIDTH_PX, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = trh_dialog_header_new (title), *handle = gtk_window_handle_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cancel = make_button (_("_Cancel"), "window.close");
  GtkWidget *add = make_button (verb, "dialog.add");
  g_auto(GStrv) names = g_strsplit (fields, " ", -1);

  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  self->group = adw_preferences_group_new ();
  trh_name_group (ADW_PREFERENCES_GROUP (self->group), title);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(TrhFieldLink) link = trh_draft_link_new (workspace, draft, names[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), trh_form_row_new (link));
    }
  g_signal_connect_object (draft, "notify", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);

  self->preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->preview, FALSE);

  trh_dialog_header_set_start (TRH_DIALOG_HEADER (header), cancel);
  trh_dialog_header_set_end (TRH_DIALOG_HEADER (header), add);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), header);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_box_append (GTK_BOX (content), self->group);
  gtk_box_append (GTK_BOX (content), self->preview);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), add);
  gtk_widget_child_focus (self->group, GTK_DIR_TAB_FORWARD); /* not the button to leave */
  look_ahead (self);

  return GTK_WIDGET (self);
}

static TrhEntity *
make_draft (GType type, gpointer record)
{
  TrhEntity *draft = g_object_new (type, NULL);

  trh_entity_set_record (draft, record);
  trh_record_unref (record);
  return draft;
}

/**
 * trh_calendar_dialog_new_stay:
 * @workspace: a workspace
 * @artist_id: who comes, or ""
 * @venue_id: where to, or ""
 * @first_day: proposed day of arrival
 * @last_day: proposed day of departure
 *
 * Returns: (transfer floating): a dialog to present
 */
GtkWidget *
trh_calendar_dialog_new_stay (TrhWorkspace *workspace, const char *artist_id, const char *venue_id, int first_day, int last_day)
{
  TrhStayRecord *record = trh_record_new (&trh_stay_schema, "draft");
  g_autoptr(TrhEntity) draft = NULL;

  trh_record_set_text (&record->artist_id, artist_id);
  trh_record_set_text (&record->venue_id, venue_id);
  record->first_day = first_day;
  record->last_day = last_day;
  draft = make_draft (TRH_TYPE_STAY, record);
  return build (workspace, draft, _("New Stay"), _("_Add"), "artist venue lodging first-day last-day");
}

/**
 * trh_calendar_dialog_propose_days:
 * @self: a dialog for a new stay
 *
 * Its days are a proposal: it begins with the first days from there on that the artist has free
 * in the season, and looks for others when another artist is chosen, until a person sets days.
 */
void
trh_calendar_dialog_propose_days (TrhCalendarDialog *self)
{
  const TrhStayRecord *stay = trh_entity_peek_record (self->draft);

  self->proposes = TRUE;
  self->wanted_day = self->proposed_first_day = stay->first_day;
  self->proposed_last_day = stay->last_day;
  self->wanted_nights = MAX (stay->last_day - stay->first_day, 1);
  propose_days (self);
}

/* The same for an encounter. */
GtkWidget *
trh_calendar_dialog_new_encounter (TrhWorkspace *workspace, const char *artist_id, const char *venue_id, int day, int start)
{
  TrhEncounterRecord *record = trh_record_new (&trh_encounter_schema, "draft");
  g_autoptr(TrhEntity) draft = NULL;

  if (*artist_id != '\0')
    trh_record_add_text (&record->artist_ids, artist_id);
  trh_record_set_text (&record->venue_id, venue_id);
  record->day = day;
  record->start = start;
  draft = make_draft (TRH_TYPE_ENCOUNTER, record);
  return build (workspace, draft, _("New Encounter"), _("_Add"), "title artists venue day start duration-min");
}

/* What would be added: the entity that the rows write. (transfer none) */
gpointer
trh_calendar_dialog_peek_draft (TrhCalendarDialog *self)
{
  return self->draft;
}
