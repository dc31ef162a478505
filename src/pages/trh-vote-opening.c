/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-opening.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "pages/trh-vote-codes.h"
#include "pages/trh-vote-step.h"

static void
session_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *self = user_data;
  g_autoptr(GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (self->parent)));
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteSession) session = trh_vote_desk_open_session_finish (TRH_VOTE_DESK (source), result, &error);

  trh_vote_step_end (self, _("The session is open. Its urn is empty."), error);
  if (session != NULL)
    trh_vote_show_codes (window, session, trh_vote_session_peek_codes (session));
}

static void
accept_opening (TrhVoteStep *self)
{
  const char *const names[] = { trh_vote_step_get_text (self, 0), trh_vote_step_get_text (self, 1) };

  self->chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[2]));
  if (self->chosen == GTK_INVALID_LIST_POSITION)
    {
      trh_vote_dialog_refuse (self->dialog, _("Choose the commune where people vote."), self->rows[2]);
      return;
    }
  if (!trh_vote_step_check_names (self))
    return;
  trh_vote_step_begin (self, _("Making an empty urn and its codes…"));
  trh_vote_desk_open_session_async (self->desk, self->entity, trh_entity_get_id (self->communes->pdata[self->chosen]), names,
                                    session_opened, self);
}

static int
compare_communes (gconstpointer a, gconstpointer b)
{
  return trh_text_compare (((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) a))->name,
                           ((const TrhCommuneRecord *) trh_entity_peek_record (*(TrhEntity *const *) b))->name);
}

void
trh_vote_ask_opening (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  TrhVoteStep *self = trh_vote_step_new (page, desk, poll, _("Open a Session"), _("_Open the Session"), accept_opening);
  TrhProject *project = trh_vote_step_get_project (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group;

  self->communes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    g_ptr_array_add (self->communes, g_object_ref (trh_project_peek (project, TRH_COMMUNES, i)));
  g_ptr_array_sort (self->communes, compare_communes);
  for (guint i = 0; i < self->communes->len; i++)
    gtk_string_list_append (names, ((const TrhCommuneRecord *) trh_entity_peek_record (self->communes->pdata[i]))->name);

  group = trh_vote_dialog_add_group (self->dialog, _("Town hall"),
                                     self->communes->len > 0 ? NULL
                                     : _("This season has no communes yet: add them on the page Territory first."));
  self->rows[2] = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[2]), _("Commune"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[2]), G_LIST_MODEL (names));
  adw_preferences_group_add (group, self->rows[2]);

  group = trh_vote_dialog_add_group (self->dialog, _("Two organisers"),
                                     _("They see together that the urn is empty; their names are kept with the opening."));
  trh_vote_step_add_names (self, group);
  trh_vote_dialog_present (self->dialog);
}
