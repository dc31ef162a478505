/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli/trh-cli.h"
#include "cli/trh-problems.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-territory.h"
#include "core/voting/trh-election.h"
#include "core/voting/trh-seal.h"
#include "core/voting/trh-urn-content.h"

/*
 * A door for corpora: what the readers of the program make of one file.
 *
 *   import-check KIND FILE   ends with 0 when the file is taken, with 3 when something in it makes no sense, with 1
 *                            when it is refused; words about it on the standard error
 *
 * KIND: ballots, json, keys, project, territory, urn.
 */

enum { TAKEN = 0, REFUSED = 1, USAGE = 2, ODD = 3 };

typedef int (*Reader) (const char *path, GError **error);

/* A project is taken to be worked on: one of a later version is not. */
static int
read_project (const char *path, GError **error)
{
  g_autoptr(TrhProject) project = trh_cli_load (path, error);
  g_autoptr(GPtrArray) problems = project != NULL ? trh_problems_list (project) : NULL;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    fprintf (stderr, "%s\n", ((TrhProblem *) problems->pdata[i])->sentence);

  return problems == NULL ? REFUSED : problems->len > 0 ? ODD : TAKEN;
}

static int
read_territory (const char *path, GError **error)
{
  g_autoptr(TrhTerritory) territory = trh_territory_load (path, error);

  return territory != NULL ? TAKEN : REFUSED;
}

static int
read_json (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, error);
  g_autoptr(JsonNode) root = bytes != NULL ? trh_json_parse (bytes, error) : NULL;

  return root != NULL ? TAKEN : REFUSED;
}

static int
read_ballots (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, error);
  g_autoptr(TrhElection) election = bytes != NULL ? trh_election_parse (bytes, error) : NULL;

  return election != NULL ? TAKEN : REFUSED;
}

static int
read_keys (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_KEYS, error);
  g_autoptr(TrhKeys) keys = bytes != NULL ? trh_keys_parse (bytes, error) : NULL;

  return keys != NULL ? TAKEN : REFUSED;
}

static int
read_urn (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URN, error);
  g_autoptr(TrhUrnContent) content = bytes != NULL ? trh_urn_content_parse (bytes, error) : NULL;

  return content != NULL ? TAKEN : REFUSED;
}

static const struct { const char *kind; Reader read; } readers[] = {
  { "ballots", read_ballots }, { "json", read_json }, { "keys", read_keys }, { "project", read_project },
  { "territory", read_territory }, { "urn", read_urn },
};

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int verdict = USAGE;

  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].kind, argv[1]))
      verdict = readers[i].read (argv[2], &error);
  if (verdict == REFUSED)
    fprintf (stderr, "%s\n", error->message);
  if (verdict == USAGE)
    fputs ("usage: import-check ballots|json|keys|project|territory|urn FILE\n", stderr);

  return verdict;
}
