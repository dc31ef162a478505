/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/exchange/trh-minutes.h"
#include "core/voting/trh-urn.h"
#include "catalogue.h"
#include "poll-fixture.h"
#include "read-pdf.h"

/* The minutes in each language. In French a person and a signature are counted as a woman, a ballot as a man. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"}]}";
static const char *const names[] = { "Atelier des Sources", "Brigitte Lanvin", NULL };
static char none[] = "";
static const TrhUrnBureau noted = { none, none, none, none, 21, 61, 40, -1 };
static const TrhUrnClosing stated = { { "Lise Blanc", "Marc Arnaud" }, 1200, 21, -1, 21, NULL, NULL, &noted };

static void
test_gender (void)
{
  static const PollCase ticks = { "gender", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  static const char *const lines[][5] = {
    { "21 (twenty-one)", "61 (sixty-one)", NULL },
    { "Personnes de l’émargement 21 (vingt-et-une)", "Signatures à l’émargement 21 (vingt-et-une)", "21 (vingt-et-un)",
      "61 (soixante-et-un)", NULL },
  };
  const gboolean is_french = g_str_has_prefix (g_getenv ("LANGUAGE"), "fr");
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) read = trh_project_from_bytes (bytes, NULL);
  g_autoptr(GRegex) spaces = g_regex_new (" {2,}", 0, 0, NULL);
  PollFixture vote = { .stated = &stated };
  TrhProject *project;
  const TrhResultRecord *session;
  g_autoptr(TrhKit) kit = NULL;
  g_autoptr(TrhSheet) sheet = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *path = trh_urn_get_path ("gender-0"), *wide = NULL, *text = NULL, *contents = NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(GBytes) sealed = NULL;
  gsize length;

  poll_fixture_set_up (&vote, trh_workspace_new (read, NULL), &ticks, names);
  poll_fixture_hold (&vote, "gender-0", "05166", "21 A");
  project = trh_workspace_get_project (vote.workspace);
  session = trh_project_find_record (project, TRH_RESULTS, "gender-0");
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  sealed = g_bytes_new (contents, length);
  content = trh_urn_content_parse (sealed, NULL);
  kit = trh_poll_make_kit (project, trh_entity_peek_record (TRH_ENTITY (vote.poll)), "05166", "gender-0", NULL);
  sheet = trh_minutes_of_session (kit, content, session->sha256, session);
  pdf = trh_sheet_print (sheet, NULL, NULL);
  wide = read_pdf_text (pdf, TRUE);
  poll_fixture_clear (&vote);
  if (wide == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text = g_regex_replace (spaces, wide, -1, 0, " ", 0, NULL);
  for (guint i = 0; lines[is_french][i] != NULL; i++)
    if (strstr (text, lines[is_french][i]) == NULL)
      g_error ("“%s” is not on the pages:\n%s", lines[is_french][i], text);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-minutes-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  catalogue_open ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/minutes-words/gender", test_gender);

  return g_test_run ();
}
