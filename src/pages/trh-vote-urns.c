/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "pages/trh-vote-bag.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-plain-row.h"

/* Closed urns that come back: chosen in a window, or dropped on the page. */

typedef struct {
  GtkWidget   *parent; /* (owned): has the action win.tell */
  TrhVoteDesk *desk;   /* (owned) */
  TrhPoll     *poll;   /* (owned) */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_object_unref (self->poll);
  g_free (self);
}

static char *
say_taken (const TrhVoteReturn *back)
{
  g_autofree char *fresh =
    g_strdup_printf (ngettext ("%u urn is brought in.", "%u urns are brought in.", back->n_new), back->n_new);
  g_autofree char *known =
    g_strdup_printf (ngettext ("%u was here already.", "%u were here already.", back->n_known), back->n_known);

  if (back->n_known == 0)
    return g_steal_pointer (&fresh);
  return back->n_new == 0 ? g_steal_pointer (&known) : g_strdup_printf ("%s %s", fresh, known);
}

/* What was refused stays on the screen until it is read. */
static void
show_refused (GtkWidget *parent, const TrhVoteReturn *back)
{
  TrhVoteDialog *dialog = trh_vote_dialog_new (parent, _("Closed Urns"), NULL);
  g_autofree char *taken = say_taken (back);
  AdwPreferencesGroup *group;

  if (back->n_new + back->n_known > 0)
    trh_vote_dialog_add_group (dialog, taken, NULL);
  group = trh_vote_dialog_add_group (dialog, _("Not brought in"),
                                     _("Nothing of these was taken. Ask the town hall for its urn again, and compare the "
                                       "fingerprint with the minutes."));
  for (guint i = 0; i < back->refused->len; i++)
    trh_plain_row_add (group, back->refused->pdata[i], NULL);
  trh_vote_dialog_present (dialog);
}

static void
brought_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) parent = user_data;
  g_autoptr(GError) error = NULL;
  TrhVoteReturn *back = trh_vote_desk_bring_in_finish (TRH_VOTE_DESK (source), result, &error);

  if (back == NULL)
    gtk_widget_activate_action (parent, "win.tell", "s", error->message);
  else if (back->refused->len > 0)
    show_refused (parent, back);
  else
    {
      g_autofree char *taken = say_taken (back);

      gtk_widget_activate_action (parent, "win.tell", "s", taken);
    }
  g_clear_pointer (&back, trh_vote_return_free);
}

/**
 * trh_vote_bring_urns:
 * @parent: a widget of a window with the action win.tell
 * @poll: whose urns they should be
 * @files: (element-type GFile): closed urns, in any order
 *
 * Brings them in, and says what became of each.
 */
void
trh_vote_bring_urns (GtkWidget *parent, TrhVoteDesk *desk, TrhPoll *poll, GPtrArray *files)
{
  trh_vote_desk_bring_in_async (desk, poll, files, brought_in, g_object_ref (parent));
}

static void
chosen (GPtrArray *files, gpointer user_data)
{
  Asking *self = user_data;

  trh_vote_bring_urns (self->parent, self->desk, self->poll, files);
}

void
trh_vote_ask_urns (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  Asking *self = g_new (Asking, 1);

  self->parent = g_object_ref (GTK_WIDGET (page));
  self->desk = g_object_ref (desk);
  self->poll = g_object_ref (poll);
  gtk_file_filter_set_name (filter, _("Closed urns"));
  gtk_file_filter_add_suffix (filter, "urn");
  trh_choose_files (GTK_WIDGET (page), _("Bring in closed urns"), filter, chosen, self, asking_free);
}
