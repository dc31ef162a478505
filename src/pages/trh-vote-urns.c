/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-fingerprint.h"
#include "pages/trh-vote-bag.h"
#include "pages/trh-vote-sealed.h"
#include "pages/trh-vote-step.h"
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

/* --- what became of them --- */

static char *
say_taken (const TrhVoteReturn *back)
{
  const guint fresh = trh_vote_return_count (back, FALSE, TRUE);
  const guint known = trh_vote_return_count (back, TRUE, TRUE);
  const guint left = trh_vote_return_count (back, FALSE, FALSE);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (fresh > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u urn is brought in.", "%u urns are brought in.", fresh), fresh));
  if (known > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u was here already.", "%u were here already.", known), known));
  if (left > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u urn is not taken.", "%u urns are not taken.", left), left));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
add_refused (TrhVoteDialog *dialog, const TrhVoteReturn *back)
{
  AdwPreferencesGroup *group;

  if (back->refused->len == 0)
    return;
  group = trh_vote_dialog_add_group (dialog, _("Not brought in"),
                                     _("Nothing of these was taken. Ask the town hall for its urn again, and compare the "
                                       "fingerprint with the minutes."));
  for (guint i = 0; i < back->refused->len; i++)
    trh_plain_row_add (group, back->refused->pdata[i], NULL);
}

/* What was refused stays on the screen until it is read. */
static void
show_refused (GtkWidget *parent, const TrhVoteReturn *back)
{
  TrhVoteDialog *dialog = trh_vote_dialog_new (parent, _("Closed Urns"), NULL);
  g_autofree char *taken = say_taken (back);

  if (*taken != '\0')
    trh_vote_dialog_add_group (dialog, taken, NULL);
  add_refused (dialog, back);
  trh_vote_dialog_present (dialog);
}

/* --- each is told and compared before it is taken --- */

typedef struct {
  TrhVoteReturn *back;
  GtkWidget    **words; /* (array): of each arrival the row for the words on the paper, or %NULL */
  GtkWidget    **taken; /* (array): its switch, or %NULL */
  guint          n_refused; /* that were told in the window */
} Arrivals;

static void
arrivals_free (gpointer data)
{
  Arrivals *self = data;

  trh_vote_return_unref (self->back);
  g_free (self->words);
  g_free (self->taken);
  g_free (self);
}

static char *
dup_typed (GtkWidget *row)
{
  return g_strstrip (g_strdup (trh_entry_row_get_text (TRH_ENTRY_ROW (row))));
}

/* Reads the decision about one urn; says when the words are those of another. */
static gboolean
decide (TrhVoteStep *step, guint i)
{
  Arrivals *self = step->data;
  TrhArrival *arrival = self->back->arrivals->pdata[i];
  g_autofree char *typed = NULL;

  if (self->taken[i] == NULL)
    return TRUE;
  typed = dup_typed (self->words[i]);
  arrival->taken = gtk_switch_get_active (GTK_SWITCH (self->taken[i]));
  arrival->compared = *typed != '\0';
  if (arrival->taken && !arrival->compared && arrival->kind == TRH_ARRIVAL_UNANNOUNCED)
    {
      trh_vote_dialog_refuse (step->dialog,
                              _("No bag of this session is in the season: type the words of the minutes that its town hall "
                                "signed."),
                              self->words[i]);
      return FALSE;
    }
  if (!arrival->taken || !arrival->compared ||
      trh_fingerprint_check (trh_urn_set_get_fingerprint (self->back->urns, arrival->index), typed))
    return TRUE;
  trh_vote_dialog_refuse (step->dialog,
                          _("These are not the words of this urn: read the paper again. If they stand there, do not take the "
                            "urn."),
                          self->words[i]);
  return FALSE;
}

static void
taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteStep *step = user_data;
  Arrivals *self = step->data;
  g_autoptr(TrhVoteReturn) back = trh_vote_return_ref (self->back);
  g_autoptr(GtkWidget) parent = g_object_ref (step->parent);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  const gboolean is_told = back->refused->len == self->n_refused;

  trh_vote_desk_take_urns_finish (TRH_VOTE_DESK (source), result, &error);
  words = say_taken (back);
  trh_vote_step_end (step, is_told ? words : NULL, error);
  if (error == NULL && !is_told)
    show_refused (parent, back);
}

static void
accept_urns (TrhVoteStep *step)
{
  Arrivals *self = step->data;

  for (guint i = 0; i < self->back->arrivals->len; i++)
    if (!decide (step, i))
      return;
  trh_vote_step_begin (step, _("Bringing in the urns…"));
  trh_vote_desk_take_urns_async (step->desk, self->back, taken, step);
}

/* Before anything else of an urn: why it is not taken unless somebody says so. */
static void
add_doubts (AdwPreferencesGroup *group, const TrhArrival *arrival)
{
  if (arrival->kind == TRH_ARRIVAL_UNANNOUNCED)
    {
      g_autofree char *words = trh_arrival_say_unannounced (arrival);

      trh_vote_dialog_add_warning (group, _("No bag of this session is in the season"), words);
    }
  if (trh_arrival_is_doubtful (arrival))
    {
      const int others = arrival->used - arrival->used_slips;
      /* Translators: codes that were on no slip; codes that were used */
      g_autofree char *title =
        g_strdup_printf (ngettext ("%1$d used code of %2$d was on no slip of this bag",
                                   "%1$d used codes of %2$d were on no slip of this bag", (gulong) others),
                         others, arrival->used);

      trh_vote_dialog_add_warning (group, title,
                                   _("The town hall may have made more codes: its minutes say how many. Otherwise somebody has "
                                     "invented these ballots."));
    }
  if (arrival->kind == TRH_ARRIVAL_OTHER)
    {
      g_autofree char *former = trh_arrival_say_former (arrival);

      trh_vote_dialog_add_warning (group, _("Another urn of this session is in the season"), former);
    }
}

static void
add_urn (TrhVoteStep *step, guint i)
{
  Arrivals *self = step->data;
  const TrhArrival *arrival = self->back->arrivals->pdata[i];
  const TrhUrnContent *urn = trh_urn_set_peek (self->back->urns, arrival->index);
  g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
  g_autofree char *ballots = trh_arrival_say_ballots (arrival, urn);
  g_autofree char *codes = trh_arrival_say_codes (arrival, urn);
  g_autofree char *closing = trh_arrival_say_closing (urn);
  g_autofree char *more = g_strdup_printf ("%s\n%s", codes, closing);
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (step->dialog, place, NULL);
  const gboolean replaces = arrival->kind == TRH_ARRIVAL_OTHER;
  /* Translators: %s is a town */
  g_autofree char *paper = g_strdup_printf (_("Words on the minutes of %s"), place);
  /* Translators: %s is a town */
  g_autofree char *take = g_strdup_printf (replaces ? _("Replace the urn of %s") : _("Take the urn of %s"), place);

  add_doubts (group, arrival);
  trh_plain_row_add (group, ballots, more);
  /* the words of the urn are not shown: they would be copied from the screen instead of compared with the paper */
  self->words[i] = trh_vote_dialog_add_entry (group, paper, "");
  self->taken[i] = trh_vote_dialog_add_switch (
    group, take, replaces ? _("The minutes will name both urns.")
    : !trh_arrival_is_certain (arrival) ? _("The minutes will say that it was taken all the same.") : NULL,
    arrival->taken);
}

static void
present_arrivals (GtkWidget *parent, TrhVoteDesk *desk, TrhPoll *poll, TrhVoteReturn *back)
{
  TrhVoteStep *step = trh_vote_step_new (parent, desk, poll, _("Closed Urns"), _("_Bring In"), accept_urns);
  Arrivals *self = g_new0 (Arrivals, 1);

  self->back = trh_vote_return_ref (back);
  self->words = g_new0 (GtkWidget *, back->arrivals->len);
  self->taken = g_new0 (GtkWidget *, back->arrivals->len);
  self->n_refused = back->refused->len;
  step->data = self;
  step->free_data = arrivals_free;
  trh_vote_dialog_set_tall (step->dialog);
  trh_vote_dialog_add_group (step->dialog, _("Compare with the paper"),
                             _("Only the minutes that the town hall signed say which urn was closed there. Type the four words "
                               "from the paper; left empty, the minutes of all sessions will say that nobody compared."));
  for (guint i = 0; i < back->arrivals->len; i++)
    if (((const TrhArrival *) back->arrivals->pdata[i])->kind != TRH_ARRIVAL_KNOWN)
      add_urn (step, i);
  add_refused (step->dialog, back);
  trh_vote_dialog_present (step->dialog);
}

/* --- urns that are here already --- */

typedef struct {
  GtkWidget     *parent; /* (owned) */
  TrhVoteReturn *back;   /* (owned) */
} Known;

static void
known_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Known *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  trh_vote_desk_take_urns_finish (TRH_VOTE_DESK (source), result, &error);
  words = error != NULL ? g_strdup (error->message) : say_taken (self->back);
  if (error == NULL && self->back->refused->len > 0)
    show_refused (self->parent, self->back);
  else
    gtk_widget_activate_action (self->parent, "win.tell", "s", words);
  g_object_unref (self->parent);
  trh_vote_return_unref (self->back);
  g_free (self);
}

static void
urns_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *self = user_data;
  TrhVoteDesk *desk = TRH_VOTE_DESK (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhVoteReturn) back = trh_vote_desk_read_urns_finish (desk, result, &error);

  if (back == NULL)
    gtk_widget_activate_action (self->parent, "win.tell", "s", error->message);
  else if (trh_vote_return_count (back, FALSE, TRUE) + trh_vote_return_count (back, FALSE, FALSE) > 0)
    present_arrivals (self->parent, desk, self->poll, back);
  else
    {
      Known *known = g_new (Known, 1);

      known->parent = g_object_ref (self->parent);
      known->back = trh_vote_return_ref (back);
      trh_vote_desk_take_urns_async (desk, back, known_kept, known);
    }
  asking_free (self);
}

static Asking *
asking_new (GtkWidget *parent, TrhVoteDesk *desk, TrhPoll *poll)
{
  Asking *self = g_new (Asking, 1);

  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->poll = g_object_ref (poll);
  return self;
}

/**
 * trh_vote_bring_urns:
 * @parent: a widget of a window with the action win.tell
 * @poll: whose urns they should be
 * @files: (element-type GFile): closed urns, in any order
 *
 * Tells what each is before it is taken, and says what became of it.
 */
void
trh_vote_bring_urns (GtkWidget *parent, TrhVoteDesk *desk, TrhPoll *poll, GPtrArray *files)
{
  trh_vote_desk_read_urns_async (desk, poll, files, urns_read, asking_new (parent, desk, poll));
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

  gtk_file_filter_set_name (filter, _("Closed urns"));
  gtk_file_filter_add_suffix (filter, "urn");
  trh_choose_files (GTK_WIDGET (page), _("Bring in closed urns"), filter, chosen,
                    asking_new (GTK_WIDGET (page), desk, poll), asking_free);
}
