/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-purge.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-purge.h"
#include "pages/trh-vote-destroy.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

/* --- on the page --- */

static GtkWidget *
make_button (const char *poll_id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Destroy…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "votes.purge");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", poll_id);
  return button;
}

static char *
say_due (const TrhPollRecord *poll)
{
  g_autofree char *day = trh_day_say (poll->purge_day);

  /* Translators: a day, a question */
  return g_strdup_printf (_("The date on the minutes has come (%1$s): the roll, the urns and the keys of “%2$s” are to be "
                            "destroyed."), day, poll->question);
}

/**
 * trh_vote_purge_reminder_new:
 *
 * Returns: (transfer floating) (nullable): a bar that reminds, or %NULL while it is not the time
 */
GtkWidget *
trh_vote_purge_reminder_new (TrhProject *project, const TrhPollRecord *poll)
{
  GtkWidget *button;
  g_autofree char *words = NULL;

  if (!trh_purge_is_due (project, poll, trh_day_today ()))
    return NULL;
  words = say_due (poll);
  button = make_button (poll->base.id);
  trh_set_label (button, _("Destroy the roll, the urns and the keys"));
  return trh_vote_destroy_reminder_new (words, button);
}

static char *
say_date (const TrhPollRecord *poll)
{
  g_autofree char *day = NULL;

  if (poll->purge_day == TRH_NO_DAY)
    return g_strdup (_("No date is on the minutes: when nobody asks for a recount any more."));
  day = trh_day_say (poll->purge_day);
  /* Translators: a day */
  return g_strdup_printf (_("On %s, the date on the minutes. Until then all is kept for a recount."), day);
}

/**
 * trh_vote_purge_group_new:
 * @poll: a counted vote
 *
 * Returns: (transfer floating): what is destroyed, when, and the button for it
 */
GtkWidget *
trh_vote_purge_group_new (TrhProject *project, const TrhPollRecord *poll)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhPurge) purge = trh_purge_new (project, poll, trh_day_today (), &error);
  g_autofree char *words = say_date (poll);
  GtkWidget *row, *button;

  if (g_error_matches (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_NOTHING))
    {
      g_free (words);
      words = g_strdup (error->message);
    }
  row = trh_plain_row_new (_("Roll, urns and keys"), words);
  button = make_button (poll->base.id);
  trh_title_group (group, _("To destroy at its date"));
  if (purge == NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL); /* which would make it sensitive again */
      gtk_widget_set_sensitive (button, FALSE);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  trh_set_label (button, _("Destroy the roll, the urns and the keys"));
  adw_preferences_group_add (group, row);
  return GTK_WIDGET (group);
}

/* --- destroying --- */

static void
show_poll (GtkWidget *page, const char *poll_id)
{
  gtk_widget_activate_action (page, "votes.show", "s", poll_id);
}

/**
 * trh_vote_ask_purge:
 * @page: a widget with the actions win.tell and votes.show
 * @poll: of @project
 *
 * Shows what is to be destroyed, asks by whom, asks again, destroys in a worker, and offers the certificate. Says why
 * where it is not the time.
 */
void
trh_vote_ask_purge (GtkWidget *page, TrhProject *project, const TrhPollRecord *poll)
{
  const TrhVoteDestroying words = {
    .title = _("Destroy"), .verb = _("_Destroy…"),
    .what = _("The minutes and the sums of the count stay. Copies elsewhere, paper and slips are destroyed by hand."),
    .question = _("Destroy the roll, the urns and the keys?"),
    .warning = _("This is for ever: nobody can count this vote again. The minutes and the sums stay."),
    .confirm = _("_Destroy"), .destroyed = show_poll, .id = poll->base.id };
  g_autoptr(GError) error = NULL;
  TrhPurge *purge = trh_purge_new (project, poll, trh_day_today (), &error);

  if (purge != NULL)
    trh_vote_destroy (page, purge, &words);
  else
    gtk_widget_activate_action (page, "win.tell", "s", error->message);
}
