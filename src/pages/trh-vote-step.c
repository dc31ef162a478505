/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-step.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/voting/trh-copied-folder.h"
#include "widgets/trh-plain-row.h"

#define CLOCK_S 5

TrhVoteStep *
trh_vote_step_ref (TrhVoteStep *self)
{
  self->n_users++;
  return self;
}

void
trh_vote_step_unref (TrhVoteStep *self)
{
  if (--self->n_users > 0)
    return;
  g_object_unref (self->parent);
  g_clear_object (&self->desk);
  g_object_unref (self->entity);
  g_clear_pointer (&self->communes, g_ptr_array_unref);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
on_destroy (TrhVoteStep *self)
{
  self->dialog = NULL;
  trh_vote_step_unref (self);
}

/**
 * trh_vote_step_new:
 * @parent: a #GtkWidget of the window that asks
 * @desk: (nullable): that does it
 * @entity: the object it is about
 * @title: of the window
 * @verb: of its button, with a mnemonic
 * @accepted: called when the button is pressed
 *
 * Returns: (transfer none): the step, with an empty window; it frees itself after the window is closed and the call
 * that runs has ended
 */
TrhVoteStep *
trh_vote_step_new (gpointer parent, TrhVoteDesk *desk, gpointer entity, const char *title, const char *verb,
                   TrhVoteStepFunc accepted)
{
  TrhVoteStep *self = g_new0 (TrhVoteStep, 1);

  self->parent = g_object_ref (parent);
  self->desk = desk != NULL ? g_object_ref (desk) : NULL;
  self->entity = g_object_ref (entity);
  self->n_users = 1;
  self->dialog = trh_vote_dialog_new (self->parent, title, verb);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  return self;
}

/* Shows @sentence for a moment in the window that asked, and leaves it on its status line. */
void
trh_vote_step_tell (TrhVoteStep *self, const char *sentence)
{
  gtk_widget_activate_action (self->parent, "win.tell", "s", sentence);
}

/* What stands in a row of text. */
const char *
trh_vote_step_get_text (TrhVoteStep *self, guint row)
{
  return trh_entry_row_get_text (TRH_ENTRY_ROW (self->rows[row]));
}

/* Of the desk. */
TrhProject *
trh_vote_step_get_project (TrhVoteStep *self)
{
  return trh_workspace_get_project (trh_vote_desk_get_workspace (self->desk));
}

/**
 * trh_vote_step_begin:
 * @words: what is being done
 *
 * A call begins, which ends with trh_vote_step_end().
 */
void
trh_vote_step_begin (TrhVoteStep *self, const char *words)
{
  trh_vote_step_ref (self);
  trh_vote_dialog_set_busy (self->dialog, words);
}

/**
 * trh_vote_step_end:
 * @done: (nullable): what is said when it went well
 * @error: (nullable): why it did not
 *
 * Closes the window, or says what is wrong in it. The step may be gone afterwards.
 */
void
trh_vote_step_end (TrhVoteStep *self, const char *done, const GError *error)
{
  if (error == NULL)
    {
      if (done != NULL)
        trh_vote_step_tell (self, done);
      if (self->dialog != NULL)
        trh_vote_dialog_end (self->dialog);
    }
  else if (self->dialog != NULL)
    trh_vote_dialog_refuse (self->dialog, error->message, NULL);
  else
    trh_vote_step_tell (self, error->message);
  trh_vote_step_unref (self);
}

/* Rows 0 and 1: the names of two people. */
void
trh_vote_step_add_names (TrhVoteStep *self, AdwPreferencesGroup *group)
{
  self->rows[0] = trh_vote_dialog_add_entry (group, _("Name of the first person"), "");
  self->rows[1] = trh_vote_dialog_add_entry (group, _("Name of the second person"), "");
}

static gboolean
show_clock (gpointer row)
{
  g_autofree char *day = trh_day_say (trh_day_today ());
  g_autofree char *clock = trh_clock_say (trh_clock_now ());
  /* Translators: a day and a clock time, as in “Saturday 14 March 2026, 17:05” */
  g_autofree char *text = g_strdup_printf (C_("moment", "%1$s, %2$s"), day, clock);

  adw_preferences_row_set_title (row, text);
  return G_SOURCE_CONTINUE;
}

static void
stop_clock (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

/* Before a session is opened here: whether some program copies its urn after each ballot. Nothing where none is known. */
void
trh_vote_step_add_copied (TrhVoteStep *self)
{
  g_autofree char *warning = trh_copied_folder_warn ();

  if (warning != NULL)
    trh_vote_dialog_add_warning (trh_vote_dialog_add_group (self->dialog, NULL, NULL),
                                 _("The urns of this computer are copied"), warning);
}

/* A group with the day and the time that will stand in the minutes: it goes on as long as the window is there. */
AdwPreferencesGroup *
trh_vote_step_add_clock (TrhVoteStep *self)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, _("The clock of this computer"),
                                                          _("It stands in the minutes, and nobody corrects it afterwards."));
  GtkWidget *row = trh_plain_row_new ("", NULL);

  adw_preferences_group_add (group, row);
  show_clock (row);
  g_object_set_data_full (G_OBJECT (row), "trh-clock", GUINT_TO_POINTER (g_timeout_add_seconds (CLOCK_S, show_clock, row)),
                          stop_clock);
  return group;
}

/* A name as it is compared, (transfer full): without accents, case, hyphens and spaces. */
static char *
fold_name (const char *text)
{
  g_autofree char *folded = trh_text_fold (text);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t", -1);

  return g_strjoinv ("", words);
}

/* Whether rows 0 and 1 name two different people; says what is missing. */
gboolean
trh_vote_step_check_names (TrhVoteStep *self)
{
  g_autofree char *first = fold_name (trh_vote_step_get_text (self, 0));
  g_autofree char *second = fold_name (trh_vote_step_get_text (self, 1));
  const gboolean alike = g_str_equal (first, second);

  if (*first == '\0' || *second == '\0')
    trh_vote_dialog_refuse (self->dialog, _("Two people are needed: write both names."), self->rows[*first == '\0' ? 0 : 1]);
  else if (alike)
    trh_vote_dialog_refuse (self->dialog, _("Two different people are needed."), self->rows[1]);
  else
    return TRUE;
  return FALSE;
}

/* Rows 0 and 1: the passphrases of the two who hold @keys. */
void
trh_vote_step_add_passphrases (TrhVoteStep *self, AdwPreferencesGroup *group, const TrhKeys *keys)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *of = trh_text_of (trh_keys_get_holder (keys, i));
      /* Translators: %s is the person who keeps it, as in "of Anne Faure" */
      g_autofree char *title = g_strdup_printf (_("Passphrase %s"), of);

      self->rows[i] = trh_vote_dialog_add_secret (group, title);
    }
}

static int
compare_communes (gconstpointer a, gconstpointer b)
{
  return trh_text_compare (((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) a))->name,
                           ((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) b))->name);
}

/* Whether no commune is chosen beforehand, but a first line that asks for one: else one key would open the urn of the first
 * of the alphabet. */
static gboolean
starts_without (TrhVoteStep *self)
{
  return self->communes->len > 1;
}

/* A group with @row in it: the communes of the season by name. */
void
trh_vote_step_add_communes (TrhVoteStep *self, guint row)
{
  TrhProject *project = trh_vote_step_get_project (self);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  AdwPreferencesGroup *group;

  self->communes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    g_ptr_array_add (self->communes, g_object_ref (trh_project_peek (project, TRH_COMMUNES, i)));
  g_ptr_array_sort (self->communes, compare_communes);
  if (starts_without (self))
    g_ptr_array_add (names, (gpointer) _("Choose the commune"));
  for (guint i = 0; i < self->communes->len; i++)
    g_ptr_array_add (names, ((const TrhCommuneRecord *) trh_entity_peek_record (self->communes->pdata[i]))->name);
  g_ptr_array_add (names, NULL);

  group = trh_vote_dialog_add_group (self->dialog, _("Town hall"),
                                     self->communes->len > 0 ? NULL
                                     : _("This season has no communes yet: add them on the page Territory first."));
  self->rows[row] = trh_vote_dialog_add_choice (group, _("Commune"), (const char *const *) names->pdata, 0);
  g_signal_connect_object (self->rows[row], "notify::selected", G_CALLBACK (trh_vote_dialog_forget), self->dialog,
                           G_CONNECT_SWAPPED);
}

/* The commune that is chosen in @row, (transfer none); or %NULL, and it is said that one is missing. */
TrhCommune *
trh_vote_step_get_commune (TrhVoteStep *self, guint row)
{
  const guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[row])) - (starts_without (self) ? 1 : 0);

  if (chosen < self->communes->len) /* the first line, less one, is far beyond */
    return self->communes->pdata[chosen];
  trh_vote_dialog_refuse (self->dialog, _("Choose the commune where people vote."), self->rows[row]);
  return NULL;
}
