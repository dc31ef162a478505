/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

/* Somebody who signs, once, with all that they did. */
typedef struct {
  char    *name;
  GString *functions;
} Signer;

static void
signer_free (gpointer data)
{
  Signer *signer = data;

  g_free (signer->name);
  g_string_free (signer->functions, TRUE);
  g_free (signer);
}

static void
add_signer (GPtrArray *signers, const char *name, const char *function)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));
  Signer *signer = NULL;

  if (*plain == '\0')
    return;
  for (guint i = 0; i < signers->len && signer == NULL; i++)
    if (g_str_equal (((const Signer *) signers->pdata[i])->name, plain))
      signer = signers->pdata[i];
  if (signer == NULL)
    {
      signer = g_new (Signer, 1);
      *signer = (Signer) { g_steal_pointer (&plain), g_string_new (NULL) };
      g_ptr_array_add (signers, signer);
    }
  if (strstr (signer->functions->str, function) == NULL)
    g_string_append_printf (signer->functions, "%s%s", signer->functions->len > 0 ? ", " : "", function);
}

/* @names: with commas between */
static void
add_signers (GPtrArray *signers, const char *names, const char *function)
{
  g_auto(GStrv) parts = g_strsplit_set (names, ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_signer (signers, parts[i], function);
}

/**
 * trh_minutes_list_signers:
 *
 * Returns: (transfer full) (element-type utf8): who signs the minutes of a town, each once with what they did; the last
 *   is still to be %NULL
 */
GPtrArray *
trh_minutes_list_signers (const TrhUrnContent *urn)
{
  g_autoptr(GPtrArray) signers = g_ptr_array_new_with_free_func (signer_free);
  GPtrArray *names = trh_minutes_new_cells ();
  const gboolean same = urn->closed_by[0] != NULL && g_strcmp0 (urn->opened_by[0], urn->closed_by[0]) == 0 &&
                        g_strcmp0 (urn->opened_by[1], urn->closed_by[1]) == 0;

  if (urn->bureau != NULL)
    {
      add_signer (signers, urn->bureau->president, C_("signs", "president"));
      add_signers (signers, urn->bureau->assessors, C_("signs", "assessor"));
      add_signers (signers, urn->bureau->secretary, C_("signs", "secretary"));
    }
  for (guint i = 0; i < 2 && urn->opened_by[i] != NULL; i++)
    add_signer (signers, urn->opened_by[i],
                same ? C_("function", "opened and closed the urn") : C_("function", "opened the urn"));
  for (guint i = 0; i < 2 && urn->closed_by[i] != NULL && !same; i++)
    add_signer (signers, urn->closed_by[i], C_("function", "closed the urn"));
  if (urn->bureau != NULL)
    add_signers (signers, urn->bureau->scrutineers, C_("signs", "scrutineer"));
  for (guint i = 0; i < urn->lots->len; i++)
    for (guint typist = 0; typist < 2; typist++)
      add_signer (signers, ((const TrhUrnLot *) urn->lots->pdata[i])->entered_by[typist],
                  C_("signs", "typed the ballots of paper"));

  for (guint i = 0; i < signers->len; i++)
    {
      const Signer *signer = signers->pdata[i];

      g_ptr_array_add (names, g_strdup_printf ("%s (%s)", signer->name, signer->functions->str));
    }
  return names;
}

/* Who typed each pile, (transfer full): as in “Lise Blanc and Marc Arnaud · Zoé Ey and Jo Blanc”. */
static char *
say_typists (const TrhUrnContent *urn)
{
  g_autoptr(GPtrArray) pairs = trh_minutes_new_cells ();

  for (guint i = 0; i < urn->lots->len; i++)
    {
      const TrhUrnLot *lot = urn->lots->pdata[i];
      /* Translators: two people */
      g_autofree char *pair = g_strdup_printf (_("%1$s and %2$s"), lot->entered_by[0], lot->entered_by[1]);

      if (!g_ptr_array_find_with_equal_func (pairs, pair, g_str_equal, NULL))
        g_ptr_array_add (pairs, g_steal_pointer (&pair));
    }
  g_ptr_array_add (pairs, NULL);
  return g_strjoinv (" · ", (char **) pairs->pdata);
}

/* Offices that nobody noted have a line for the pen: the minutes are drawn up in the room. */
void
trh_minutes_add_bureau (TrhSheet *sheet, const TrhUrnContent *urn)
{
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  const TrhUrnBureau *bureau = urn->bureau;
  g_autofree char *typists = say_typists (urn);

  trh_sheet_add_heading (sheet, _("Who held the session"));
  trh_minutes_add_line (cells, C_("function", "President"), bureau != NULL ? bureau->president : NULL);
  trh_minutes_add_line (cells, C_("function", "Assessors"), bureau != NULL ? bureau->assessors : NULL);
  trh_minutes_add_line (cells, C_("function", "Secretary"), bureau != NULL ? bureau->secretary : NULL);
  trh_minutes_add_line (cells, C_("function", "Scrutineers"), bureau != NULL ? bureau->scrutineers : NULL);
  trh_minutes_add_pair (cells, _("Typed the paper ballots"), typists);
  trh_sheet_add_pairs (sheet, cells);
}

/* What was put in the envelope is known to who closes it: a line to write on each. */
void
trh_minutes_add_annexes (TrhSheet *sheet, const TrhUrnContent *urn)
{
  const guint n_nulls = trh_urn_content_count_nulls (urn, NULL);
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  trh_sheet_add_heading (sheet, _("Annexes"));
  if (n_nulls == 0 && trh_urn_content_get_n_paper (urn) == 0)
    {
      trh_sheet_add_text (sheet, _("There was no ballot of paper: nothing is joined to these minutes."));
      return;
    }
  if (n_nulls > 0)
    {
      /* Translators: how many ballots */
      g_autofree char *nulls = g_strdup_printf (ngettext ("%u was typed, to be joined with its cause: ……………",
                                                          "%u were typed, to be joined with their causes: ……………", n_nulls),
                                                n_nulls);

      trh_minutes_add_pair (cells, _("Null ballots"), nulls);
    }
  trh_minutes_add_line (cells, _("Blank ballots of paper"), NULL);
  trh_minutes_add_line (cells, _("Tally sheets"), NULL);
  if (urn->bureau != NULL && urn->bureau->spoiled > 0)
    trh_minutes_add_line (cells, _("Spoiled ballots"), NULL);
  trh_sheet_add_pairs (sheet, cells);
  trh_sheet_add_text (sheet, _("Joined to these minutes, and signed by the bureau: write how many of each."));
}
