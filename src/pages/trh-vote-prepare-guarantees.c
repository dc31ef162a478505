/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-prepare-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-guarantees.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-row-error.h"

/* Guarantees of a vote: a row for each, with its button to remove it, and one that asks for another. Whether they can all
 * be met is said under them, at once. */

/* The window that asks for one. */
typedef struct {
  TrhVotePrepare *prepare; /* its window outlives ours */
  TrhVoteDialog  *dialog;
  GPtrArray      *groups;  /* (element-type TrhQuotaRecord): what there is to choose from */
  GtkWidget      *group;   /* row */
  GtkWidget      *least;
  GtkWidget      *most;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *self = data;

  g_ptr_array_unref (self->groups);
  g_free (self);
}

static const TrhQuotaRecord *
peek_quota (GPtrArray *quotas, guint index)
{
  return quotas->pdata[index];
}

/* “Danse” and “danse” are one discipline. */
static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *x = trh_text_fold (a);
  g_autofree char *y = trh_text_fold (b);

  return g_str_equal (x, y);
}

static void
add_group (GPtrArray *groups, int kind, const char *name)
{
  TrhQuotaRecord *quota;

  for (guint i = 0; i < groups->len; i++)
    if (peek_quota (groups, i)->kind == kind && is_same (peek_quota (groups, i)->group, name))
      return;
  quota = trh_record_new (&trh_quota_schema, NULL);
  quota->kind = kind;
  trh_record_set_text (&quota->group, name);
  g_ptr_array_add (groups, quota);
}

/* Valleys and disciplines that a guarantee may be for. Once there is one, only others of its kind: an artist counts as one
 * thing only. */
static GPtrArray *
collect_groups (TrhVotePrepare *self)
{
  TrhProject *project = trh_vote_prepare_get_project (self);
  const gboolean any = self->quotas->len == 0;
  GPtrArray *groups = g_ptr_array_new_with_free_func (trh_record_unref);

  if (any || peek_quota (self->quotas, 0)->kind == TRH_QUOTA_VALLEY)
    for (guint i = 0; i < trh_project_count (project, TRH_VALLEYS); i++)
      add_group (groups, TRH_QUOTA_VALLEY, ((const TrhRecord *) trh_project_peek_record (project, TRH_VALLEYS, i))->id);
  if (any || peek_quota (self->quotas, 0)->kind == TRH_QUOTA_DISCIPLINE)
    for (guint i = 0; i < self->candidates->len; i++)
      {
        const TrhVoteCandidate *candidate = self->candidates->pdata[i];
        const TrhArtistRecord *artist = trh_entity_peek_record (TRH_ENTITY (candidate->artist));

        if (*artist->discipline != '\0')
          add_group (groups, TRH_QUOTA_DISCIPLINE, artist->discipline);
      }
  return groups;
}

static char *
say_group (TrhVotePrepare *self, const TrhQuotaRecord *quota)
{
  const TrhValleyRecord *valley = quota->kind == TRH_QUOTA_VALLEY
    ? trh_project_find_record (trh_vote_prepare_get_project (self), TRH_VALLEYS, quota->group) : NULL;

  if (quota->kind == TRH_QUOTA_VALLEY)
    /* Translators: %s is the name of a valley */
    return g_strdup_printf (_("Valley: %s"), valley != NULL ? valley->name : quota->group);
  /* Translators: %s is a discipline, as in "dance" */
  return g_strdup_printf (_("Discipline: %s"), quota->group);
}

/* What a discipline of an artist is called among the guarantees: they were not all typed alike. */
static const char *
get_discipline (TrhVotePrepare *self, const char *discipline)
{
  for (guint i = 0; i < self->quotas->len; i++)
    if (is_same (peek_quota (self->quotas, i)->group, discipline))
      return peek_quota (self->quotas, i)->group;
  return discipline;
}

static const char *
get_valley (TrhVotePrepare *self, const TrhVoteCandidate *candidate)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (candidate->valley)); /* 0 is none */

  return selected > 0 && selected <= self->valley_ids->len ? self->valley_ids->pdata[selected - 1] : "";
}

static void on_remove (TrhVotePrepare *self, GtkWidget *button);

/* The rows that say the guarantees; the row that adds one stays the last. */
static void
list_quotas (TrhVotePrepare *self)
{
  AdwExpanderRow *list = ADW_EXPANDER_ROW (self->guarantees);

  for (guint i = 0; i < self->quota_rows->len; i++)
    adw_expander_row_remove (list, self->quota_rows->pdata[i]);
  g_ptr_array_set_size (self->quota_rows, 0);
  g_object_ref (self->add_guarantee);
  adw_expander_row_remove (list, self->add_guarantee);
  for (guint i = 0; i < self->quotas->len; i++)
    {
      g_autofree char *title =
        trh_poll_say_guarantee (trh_vote_prepare_get_project (self), self->quotas->pdata[i]);
      /* Translators: %s is a guarantee, as in "Dance: at least 1" */
      g_autofree char *name = g_strdup_printf (_("Remove the guarantee “%s”"), title);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _("Remove"));
      g_object_set_data (G_OBJECT (button), "quota", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      trh_set_label (button, name);
      adw_expander_row_add_row (list, row);
      g_ptr_array_add (self->quota_rows, row);
    }
  adw_expander_row_add_row (list, self->add_guarantee);
  g_object_unref (self->add_guarantee);
  trh_vote_prepare_changed (self);
}

static void
on_remove (TrhVotePrepare *self, GtkWidget *button)
{
  g_ptr_array_remove_index (self->quotas, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "quota")));
  list_quotas (self);
  gtk_widget_grab_focus (self->add_guarantee);
}

/* A second guarantee for the same group replaces the first. */
static void
add_quota (TrhVotePrepare *self, TrhQuotaRecord *quota)
{
  for (guint i = self->quotas->len; i-- > 0; )
    if (g_str_equal (peek_quota (self->quotas, i)->group, quota->group))
      g_ptr_array_remove_index (self->quotas, i);
  g_ptr_array_add (self->quotas, quota);
  list_quotas (self);
}

static void
on_asked (Asking *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->group));
  const int least = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->least));
  const int most = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->most));
  TrhQuotaRecord *quota;

  if (least == 0 && most == 0)
    {
      trh_vote_dialog_refuse (self->dialog, _("Say how many artists at least, or at most."), self->least);
      return;
    }
  if (most > 0 && least > most)
    {
      trh_vote_dialog_refuse (self->dialog, _("The fewest are more than the most."), self->most);
      return;
    }
  quota = trh_record_copy (self->groups->pdata[selected]);
  quota->least = least;
  quota->most = most > 0 ? most : TRH_MAX_SEATS;
  add_quota (self->prepare, quota);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
ask (TrhVotePrepare *prepare)
{
  Asking *self;
  AdwPreferencesGroup *group;
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) groups = collect_groups (prepare);

  if (groups->len == 0)
    {
      trh_vote_dialog_refuse (prepare->dialog, _("This season has no valleys, and its artists have no discipline: there is "
                                                 "nothing to guarantee."), NULL);
      return;
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (choices, say_group (prepare, groups->pdata[i]));
  g_ptr_array_add (choices, NULL);
  self = g_new0 (Asking, 1);
  self->prepare = prepare;
  self->groups = g_steal_pointer (&groups);
  self->dialog = trh_vote_dialog_new (GTK_WIDGET (prepare->dialog), _("Guarantee"), _("_Add"));
  group = trh_vote_dialog_add_group (self->dialog, _("Among the chosen artists"),
                                     _("The count goes on as usual, but skips who would leave no room for what is guaranteed."));
  self->group = trh_vote_dialog_add_choice (group, _("Guarantee for"), (const char *const *) choices->pdata, 0);
  self->least = trh_vote_dialog_add_number (group, _("At least"), _("0 is no minimum."), 0, TRH_MAX_SEATS, 1);
  self->most = trh_vote_dialog_add_number (group, _("At most"), _("0 is no limit."), 0, TRH_MAX_SEATS, 0);
  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (on_asked), self, asking_free, G_CONNECT_SWAPPED);
  trh_vote_dialog_present (self->dialog);
}

/* From which valley each artist is, proposed from where they live and stay. */
static void
add_valleys (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll)
{
  TrhProject *project = trh_vote_prepare_get_project (self);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _("None"));
  for (guint i = 0; i < trh_project_count (project, TRH_VALLEYS); i++)
    {
      const TrhValleyRecord *valley = trh_project_peek_record (project, TRH_VALLEYS, i);

      g_ptr_array_add (self->valley_ids, g_strdup (valley->base.id));
      g_ptr_array_add (names, valley->name);
    }
  g_ptr_array_add (names, NULL);

  self->valleys = adw_expander_row_new ();
  trh_name_expander (ADW_EXPANDER_ROW (self->valleys), _("Valley of each artist"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->valleys), _("Valley of each artist"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->valleys), _("Proposed from where they live and stay."));
  adw_preferences_group_add (group, self->valleys);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      TrhVoteCandidate *candidate = self->candidates->pdata[i];
      const TrhArtistRecord *artist = trh_entity_peek_record (TRH_ENTITY (candidate->artist));
      const char *valley_id = trh_poll_guess_valley (project, artist);
      guint selected = 0;

      for (guint c = 0; poll != NULL && c < poll->candidates->len; c++)
        {
          const TrhCandidateRecord *written = poll->candidates->pdata[c];

          if (g_str_equal (written->artist_id, artist->base.id) && *written->group != '\0')
            valley_id = written->group;
        }
      for (guint v = 0; v < self->valley_ids->len; v++)
        selected = g_str_equal (self->valley_ids->pdata[v], valley_id) ? v + 1 : selected;
      candidate->valley =
        trh_vote_dialog_add_choice (self->valleys, artist->name, (const char *const *) names->pdata, selected);
      g_signal_connect_swapped (candidate->valley, "notify::selected", G_CALLBACK (trh_vote_prepare_changed), self);
    }
}

/* After the rows of all candidates. */
void
trh_vote_prepare_add_guarantees (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll)
{
  self->guarantees = adw_expander_row_new ();
  trh_name_expander (ADW_EXPANDER_ROW (self->guarantees), _("Guarantees"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->guarantees), _("Guarantees"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->guarantees), FALSE);
  adw_preferences_group_add (group, self->guarantees);
  self->add_guarantee = trh_vote_dialog_add_link (self->guarantees, _("Add a guarantee…"),
                                                  _("So many artists of a valley or of a discipline"));
  g_signal_connect_swapped (self->add_guarantee, "activated", G_CALLBACK (ask), self);
  add_valleys (self, group, poll);
  for (guint i = 0; poll != NULL && i < poll->quotas->len; i++)
    g_ptr_array_add (self->quotas, trh_record_ref (poll->quotas->pdata[i]));
  list_quotas (self);
}

/* What is wrong with them, as the form stands; what is wrong with the rest is not said here. */
static char *
find_fault (TrhVotePrepare *self, const TrhPollRecord *record)
{
  TrhProject *project = trh_vote_prepare_get_project (self);
  g_autoptr(GError) error = NULL;

  if (self->quotas->len == 0 || record->seats > (int) record->candidates->len ||
      (trh_poll_check_guarantees (project, record, &error) && trh_poll_check_method (project, record, &error)))
    return NULL;
  return g_strdup (error->message);
}

void
trh_vote_prepare_show_guarantees (TrhVotePrepare *self, const TrhPollRecord *record)
{
  g_autofree char *fault = find_fault (self, record);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->quotas->len; i++)
    {
      g_autofree char *one = trh_poll_say_guarantee (trh_vote_prepare_get_project (self), self->quotas->pdata[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", one);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->guarantees),
                                 self->quotas->len > 0 ? words->str : _("None: only the voices decide."));
  gtk_widget_set_visible (self->valleys, self->quotas->len > 0 && peek_quota (self->quotas, 0)->kind == TRH_QUOTA_VALLEY);
  for (guint i = 0; i < self->candidates->len; i++)
    gtk_widget_set_visible (((TrhVoteCandidate *) self->candidates->pdata[i])->valley, trh_vote_prepare_is_ticked (self, i));
  if (g_strcmp0 (trh_row_get_error (self->guarantees), fault) != 0)
    trh_row_set_error (self->guarantees, self->guarantees, fault);
}

/* After the candidates. */
void
trh_vote_prepare_read_guarantees (TrhVotePrepare *self, TrhPollRecord *record)
{
  g_ptr_array_set_size (record->quotas, 0);
  for (guint i = 0; i < self->quotas->len; i++)
    g_ptr_array_add (record->quotas, trh_record_ref (self->quotas->pdata[i]));
  for (guint i = 0, n = 0; i < self->candidates->len; i++)
    {
      const TrhVoteCandidate *candidate = self->candidates->pdata[i];
      const TrhArtistRecord *artist = trh_entity_peek_record (TRH_ENTITY (candidate->artist));
      const char *group = self->quotas->len == 0 ? ""
                        : peek_quota (self->quotas, 0)->kind == TRH_QUOTA_VALLEY ? get_valley (self, candidate)
                                                                                 : get_discipline (self, artist->discipline);

      if (trh_vote_prepare_is_ticked (self, i))
        trh_poll_set_group (record, n++, group);
    }
}
