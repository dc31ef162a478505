/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-strays.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "widgets/trh-plain-row.h"

/* Urns that the season does not name: told, and taken up again when somebody says so, never by themselves. */

static char *
say_content (const TrhUrnContent *urn)
{
  const guint n = trh_urn_content_get_n_boxes (urn);

  if (trh_urn_content_is_closed (urn))
    return g_strdup_printf (ngettext ("It is closed, with %u ballot.", "It is closed, with %u ballots.", n), n);
  if (n == 0)
    return g_strdup (_("It is empty. Perhaps the computer stopped while the session was being opened: no slip was printed then, "
                       "and the session makes new codes."));
  return g_strdup_printf (ngettext ("%u ballot is in it. Perhaps this season is an older copy.",
                                    "%u ballots are in it. Perhaps this season is an older copy.", n), n);
}

/* The season says that it was called off, and the computer stopped before its urn was removed. */
static void
add_called_off (GtkWidget *group, const TrhUrnStray *stray, const char *place)
{
  const gboolean empty = trh_urn_content_get_n_boxes (stray->content) == 0;
  /* Translators: %s is a town */
  g_autofree char *title = g_strdup_printf (_("The session for %s was called off, but its urn is still on this computer"), place);
  /* Translators: %s is a town */
  g_autofree char *name = g_strdup_printf (_("Remove the urn of %s"), place);
  GtkWidget *row = trh_plain_row_add (group, title, empty ? _("Nobody has voted with it: it can be removed.")
                                                          : _("Somebody has voted with it: it is kept. Ask both organisers."));

  if (empty)
    trh_plain_row_add_button (row, _("_Remove"), name, "votes.discard-urn", stray->content->session_id, NULL);
}

static void
add_stray (GtkWidget *group, TrhProject *project, TrhPoll *poll, const TrhUrnStray *stray)
{
  g_autofree char *place = trh_urn_say_place (stray->content, stray->content->session_id);
  /* Translators: %s is a town */
  g_autofree char *title = g_strdup_printf (_("An urn of this vote, for %s, is on this computer but not in the season"), place);
  g_autofree char *of_place = trh_text_of (place);
  /* Translators: %s is as in “of Séderon” */
  g_autofree char *name = g_strdup_printf (_("Take up the urn %s again"), of_place);
  g_autofree char *words = say_content (stray->content);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) trial = NULL;
  g_autofree char *refused = NULL;
  GtkWidget *row;

  if (trh_project_find (project, TRH_RESULTS, stray->content->session_id) != NULL)
    {
      add_called_off (group, stray, place);
      return;
    }
  trial = trh_poll_take_up (project, poll, stray, &error); /* what cannot be done is not offered */
  refused = error != NULL ? g_strdup_printf ("%s %s", words, error->message) : NULL;
  row = trh_plain_row_add (group, title, trial != NULL ? words : refused);
  if (trial != NULL)
    trh_plain_row_add_button (row, _("_Take Up Again"), name, "votes.take-up", stray->content->session_id, NULL);
}

/* A window that closes does not wait for the disk. */
typedef struct {
  GWeakRef group;
  GWeakRef desk;
  char    *poll_id;
} Search;

static void
search_free (Search *self)
{
  g_weak_ref_clear (&self->group);
  g_weak_ref_clear (&self->desk);
  g_free (self->poll_id);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Search) search = user_data;
  g_autoptr(GtkWidget) group = g_weak_ref_get (&search->group);
  g_autoptr(TrhVoteDesk) desk = g_weak_ref_get (&search->desk);
  TrhProject *project = desk != NULL ? trh_workspace_get_project (trh_vote_desk_get_workspace (desk)) : NULL;
  TrhPoll *poll = project != NULL ? trh_project_find (project, TRH_POLLS, search->poll_id) : NULL;
  g_autoptr(GPtrArray) strays = desk != NULL ? trh_vote_desk_find_strays_finish (desk, result, NULL) : NULL;

  if (group == NULL || poll == NULL || strays == NULL)
    return;
  for (guint i = 0; i < strays->len; i++)
    add_stray (group, project, poll, strays->pdata[i]);
  gtk_widget_set_visible (group, strays->len > 0);
}

/**
 * trh_vote_strays_new:
 * @desk: looks for the urns
 * @poll: a vote
 *
 * Returns: (transfer floating): rows of the urns of @poll that the season does not name; not to be seen until there are some
 */
GtkWidget *
trh_vote_strays_new (TrhVoteDesk *desk, TrhPoll *poll)
{
  GtkWidget *group = adw_preferences_group_new ();
  Search *search = g_new0 (Search, 1);

  gtk_widget_set_visible (group, FALSE);
  g_weak_ref_init (&search->group, group);
  g_weak_ref_init (&search->desk, desk);
  search->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  trh_vote_desk_find_strays_async (desk, poll, found, search);
  return group;
}

static void
taken_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhPage) page = user_data;
  g_autoptr(GError) error = NULL;

  if (trh_vote_desk_take_up_finish (TRH_VOTE_DESK (source), result, &error))
    trh_page_tell (page, _("The urn is in the season again"));
  else
    trh_page_tell (page, error->message);
}

/* Puts the session of such an urn into the season. */
void
trh_vote_take_up (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll, const char *session_id)
{
  trh_vote_desk_take_up_async (desk, poll, session_id, taken_up, g_object_ref (page));
}

static void
discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhPage) page = user_data;
  g_autoptr(GError) error = NULL;

  if (trh_vote_desk_discard_finish (TRH_VOTE_DESK (source), result, &error))
    trh_page_tell (page, _("The urn is removed"));
  else
    trh_page_tell (page, error->message);
  gtk_widget_activate_action (GTK_WIDGET (page), "votes.look-again", NULL); /* the season did not change */
}

/* Removes the urn of a session that was called off. */
void
trh_vote_discard (TrhPage *page, TrhVoteDesk *desk, const char *session_id)
{
  trh_vote_desk_discard_async (desk, session_id, discarded, g_object_ref (page));
}
