/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-codes.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-seal.h"

/* usage: town-hall KIT URN BALLOTS…
 *
 * Another town hall, on another computer: opens the session of a kit, casts ballots such as "6×D", "2×BD" (letters of
 * the artists) or "1×" (blank), closes the urn and writes its file. */

static const char *const people[2] = { "Odile Marin", "Yves Garcin" };

static void
stop (const char *words)
{
  fprintf (stderr, "%s\n", words);
  exit (1);
}

static void
cast (TrhUrnContent *urn, const guint8 *marks)
{
  const gsize length = trh_ballot_get_encoded_length (&urn->form);
  g_autofree guint8 *bytes = g_malloc0 (length);
  g_autofree guint8 *box = g_malloc (length + TRH_SEAL_OVERHEAD);
  g_autoptr(GArray) codes = trh_codes_make (1);
  guint8 hash[TRH_CODE_HASH];

  if (!trh_ballot_fits (&urn->form, marks))
    stop ("this is no ballot of this vote");
  trh_ballot_encode (&urn->form, marks, bytes);
  if (!trh_seal (urn->public_key, bytes, length, box) || !trh_urn_content_add_codes (urn, codes) ||
      !trh_code_hash (&g_array_index (codes, TrhCode, 0), urn->code_key, hash))
    stop ("too little memory");
  trh_urn_content_record (urn, hash, box);
}

static void
cast_all (TrhUrnContent *urn, const char *ballots)
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
    cast (urn, marks);
}

int
main (int argc, char *argv[])
{
  const TrhUrnClosing closing = { .names = { people[0], people[1] }, .minute = 20 * 60, .signatures = -1, .slips_left = -1,
                                  .paper_found = -1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = argc > 3 ? trh_file_load (argv[1], TRH_MAX_URN, &error) : NULL;
  g_autoptr(TrhKit) kit = file != NULL ? trh_kit_parse (file, &error) : NULL;
  g_autoptr(TrhUrnContent) urn = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (kit == NULL)
    stop (error != NULL ? error->message : "usage: town-hall KIT URN BALLOTS…");
  urn = trh_kit_open (kit, people, trh_day_today (), 18 * 60);
  for (int i = 3; i < argc; i++)
    cast_all (urn, argv[i]);
  trh_urn_content_close (urn, &closing);
  bytes = trh_urn_content_print (urn);
  if (!trh_file_save (argv[2], bytes, &error))
    stop (error->message);
  return 0;
}
