/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-kit-forget.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "pages/trh-vote-destroy.h"

/**
 * trh_vote_kit_reminder_new:
 * @kit: of a session that is on this computer
 * @today: in days since 1970-01-01
 *
 * Returns: (transfer floating) (nullable): a bar that reminds, or %NULL before the date on the minutes
 */
GtkWidget *
trh_vote_kit_reminder_new (const TrhKit *kit, int today)
{
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (kit->purge_day == TRH_NO_DAY || today < kit->purge_day)
    return NULL;
  day = trh_day_say (kit->purge_day);
  /* Translators: a day */
  words = g_strdup_printf (_("The date on the minutes has come (%s): the roll and the urn of this session must leave this "
                             "computer."), day);
  return trh_vote_destroy_reminder_new (words, NULL);
}

/* @returned: (nullable): name of the file that was written and read again */
static char *
say_risk (const char *returned)
{
  if (returned == NULL)
    return g_strdup (_("This window has not returned the sealed urn: perhaps no copy of it is anywhere. If the organiser of the "
                       "season has not brought it in, every ballot of this session is lost for ever."));
  /* Translators: a file */
  return g_strdup_printf (_("The organiser of the season must have brought in “%s” first: if that copy is lost, every ballot of "
                            "this session is lost for ever."), returned);
}

/**
 * trh_vote_kit_forget:
 * @window: with the action win.tell
 * @kit: of a session that is on this computer
 * @returned: (nullable): name of the file that was written and read again since the window was opened
 * @forgotten: called once something is gone
 *
 * Destroys the sealed urn and the roll of the session, after a question that says what is lost when there is no copy, and
 * offers the certificate. Says why where it may not be.
 */
void
trh_vote_kit_forget (GtkWidget *window, const TrhKit *kit, const char *returned,
                     void (*forgotten) (GtkWidget *window, const char *session_id))
{
  g_autofree char *risk = say_risk (returned);
  const TrhVoteDestroying words = {
    .title = _("Remove from This Computer"), .verb = _("_Remove…"),
    .what = _("The roll is on no other computer. The urn that was returned and the minutes stay where they are; the file of the "
              "kit, paper and slips are destroyed by hand."),
    .question = returned != NULL ? _("Remove the urn and the roll?") : _("Remove an urn that was not returned?"),
    .warning = risk, .confirm = _("_Remove"), .destroyed = forgotten, .id = kit->urn->session_id };
  g_autoptr(GError) error = NULL;
  TrhPurge *purge = trh_purge_new_for_kit (kit, &error);

  if (purge != NULL)
    trh_vote_destroy (window, purge, &words);
  else
    gtk_widget_activate_action (window, "win.tell", "s", error->message);
}
