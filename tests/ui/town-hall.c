/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-codes.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-seal.h"

/* usage: town-hall KIT CODES URN BALLOTS…
 *
 * Another town hall, on another computer: opens the session of a kit, casts ballots such as "6×D", "2×BD" (letters of
 * the artists) or "1×" (blank) with codes from the file CODES, one on each line, closes the urn and writes its file. With
 * "-" for CODES it has no slips and invents its codes, as somebody would who found the kit. */

static const char *const people[2] = { "Odile Marin", "Yves Garcin" };

static void
stop (const char *words)
{
  fprintf (stderr, "%s\n", words);
  exit (1);
}

/* The next code of a slip, or one that was on none. */
static TrhCode
draw (TrhUrnContent *urn, char ***slips)
{
  TrhCode code;

  if (*slips == NULL)
    {
      g_autoptr(GArray) codes = trh_codes_make (1);

      if (!trh_urn_content_add_codes (urn, codes))
        stop ("too little memory");
      return g_array_index (codes, TrhCode, 0);
    }
  if (**slips == NULL || !trh_code_parse (*(*slips)++, &code))
    stop ("there are not enough slips, or this is no code");
  return code;
}

static void
cast (TrhUrnContent *urn, const guint8 *marks, char ***slips)
{
  const gsize length = trh_ballot_get_encoded_length (&urn->form);
  g_autofree guint8 *bytes = g_malloc0 (length);
  g_autofree guint8 *box = g_malloc (length + TRH_SEAL_OVERHEAD);
  const TrhCode code = draw (urn, slips);
  guint8 hash[TRH_CODE_HASH];
  gboolean is_used;

  if (!trh_ballot_fits (&urn->form, marks))
    stop ("this is no ballot of this vote");
  trh_ballot_encode (&urn->form, marks, bytes);
  if (!trh_seal (urn->public_key, bytes, length, box) || !trh_code_hash (&code, urn->code_key, hash))
    stop ("too little memory");
  if (!trh_urn_content_knows (urn, hash, &is_used) || is_used)
    stop ("this is no code of the bag, or it was used");
  trh_urn_content_record (urn, hash, box);
}

static void
cast_all (TrhUrnContent *urn, const char *ballots, char ***slips)
{
  g_autofree guint8 *marks = g_malloc0 (urn->form.n_candidates);
  char *letters = NULL;
  guint64 n = g_ascii_strtoull (ballots, &letters, 10);

  if (!g_str_has_prefix (letters, "×"))
    stop ("a number, × and letters are expected");
  for (const char *letter = letters + strlen ("×"); *letter != '\0'; letter++)
    {
      if (*letter < 'A' || *letter >= 'A' + (int) urn->form.n_candidates)
        stop ("no artist has this letter");
      marks[*letter - 'A'] = 1;
    }
  for (guint64 i = 0; i < n; i++)
    cast (urn, marks, slips);
}

/* The codes in a file, or %NULL for "-". */
static char **
load_slips (const char *path)
{
  g_autofree char *text = NULL;

  if (g_str_equal (path, "-"))
    return NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    stop ("the codes cannot be read");
  return g_strsplit (g_strchomp (text), "\n", -1);
}

int
main (int argc, char *argv[])
{
  const TrhUrnClosing closing = { .names = { people[0], people[1] }, .minute = 20 * 60, .signatures = -1, .slips_left = -1,
                                  .paper_found = -1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = argc > 4 ? trh_file_load (argv[1], TRH_MAX_URN, &error) : NULL;
  g_autoptr(TrhKit) kit = file != NULL ? trh_kit_parse (file, &error) : NULL;
  g_autoptr(TrhUrnContent) urn = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) lines = NULL;
  char **slips;

  if (kit == NULL)
    stop (error != NULL ? error->message : "usage: town-hall KIT CODES URN BALLOTS…");
  urn = trh_kit_open (kit, people, trh_day_today (), 18 * 60);
  lines = load_slips (argv[2]);
  slips = lines;
  for (int i = 4; i < argc; i++)
    cast_all (urn, argv[i], &slips);
  trh_urn_content_close (urn, &closing);
  bytes = trh_urn_content_print (urn);
  if (!trh_file_save (argv[3], bytes, &error))
    stop (error->message);
  return 0;
}
