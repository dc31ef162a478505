/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"
#include "poll-fixture.h"

/* usage: voted-season SEASON OUT
 * The season with votes of each kind that were held and counted, to look at and to test with: proportional with a
 * guarantee, grades, duels, transfers, a public draw, a guarantee that changes who is chosen. Towns are large and small. XDG_DATA_HOME takes the urns. */

static const char *const names[] = {
  "Atelier des Sources", "Brigitte Lanvin", "Compagnie Drailles", "Duo Merle & Geai", "Élise Bonnet", "Fanfare du Buëch", NULL,
};

static const struct { PollCase poll; const char *seed; const char *serres, *rosans, *sault, *orpierre; } votes[] = {
  { { "vote-parts", TRH_BALLOT_APPROVAL, "mes-phragmen", 4, TRH_TIES_KEPT, "ddmmtt", "t" }, NULL,
    "8 ABC, 3 AB, 3 A, 2 AF", "9 D, 3 BD, 1 -", "5 EF, 2 E, 1 -", "4 F, 3 AC" },
  { { "vote-grades", TRH_BALLOT_GRADES, "mj", 3, TRH_TIES_KEPT, NULL, NULL }, NULL,
    "4 123451, 6 212345, 3 113355, 2 541123, 1 000000", "5 231424, 4 345123, 3 122345", "6 123450, 2 512345", "3 333333, 4 135351" },
  { { "vote-duels", TRH_BALLOT_RANKING, "schulze", 2, TRH_TIES_KEPT, NULL, NULL }, NULL,
    "7 ABCD, 5 BCA, 4 CABD, 2 FE", "6 DEF, 4 EFD, 3 BA", "5 FDE, 2 AB", "4 CBA" },
  { { "vote-transfers", TRH_BALLOT_RANKING, "stv-scottish", 3, TRH_TIES_KEPT, NULL, NULL }, NULL,
    "7 ABCD, 5 BCA, 4 CABD, 2 FE", "6 DEF, 4 EFD, 3 BA", "5 FDE, 2 AB", "4 CBA" },
  { { "vote-draw", TRH_BALLOT_APPROVAL, "av", 3, TRH_TIES_LOT, NULL, NULL }, "dé 3-1-4-1-5",
    "10 ABC, 2 D", "8 D, 2 E", "6 EF", "2 -" },
  { { "vote-guarantee", TRH_BALLOT_APPROVAL, "av", 2, TRH_TIES_LOT, "ddmmtt", "t" }, NULL,
    "10 AB, 2 E", "8 A, 3 B", "6 AE", "4 -" },
};

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = argc == 3 ? trh_file_load (argv[1], G_MAXINT32, &error) : NULL;
  g_autoptr(TrhProject) project = bytes != NULL ? trh_project_from_bytes (bytes, &error) : NULL;
  g_autoptr(TrhWorkspace) workspace = NULL;
  g_autoptr(GBytes) voted = NULL;

  if (project == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: voted-season SEASON OUT");
      return 1;
    }
  workspace = trh_workspace_new (project, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      static const char *const communes[] = { "05166", "05126", "84123", "05097" };
      const char *const ballots[] = { votes[i].serres, votes[i].rosans, votes[i].sault, votes[i].orpierre };
      g_auto(PollFixture) vote = { 0 };

      poll_fixture_set_up (&vote, g_object_ref (workspace), &votes[i].poll, names);
      for (guint town = 0; town < G_N_ELEMENTS (communes); town++)
        {
          g_autofree char *session = g_strdup_printf ("%s-%s", votes[i].poll.id, communes[town]);

          poll_fixture_hold (&vote, session, communes[town], ballots[town]);
        }
      poll_fixture_count (&vote, votes[i].seed);
    }
  voted = trh_project_to_bytes (trh_workspace_get_project (workspace));
  if (!trh_file_save (argv[2], voted, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
