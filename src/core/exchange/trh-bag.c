/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-bag.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/base/trh-file.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-printout.h"
#include "core/voting/trh-urn-set.h"
#include "core/voting/trh-urn.h"

#define MAX_SAME 100 /* bags for one town in one folder */

/* As in “sac-sederon”: it is carried from one computer to another, so plain letters only. */
static char *
get_name (const char *what, const TrhKit *kit)
{
  g_autofree char *place = trh_urn_say_place (kit->urn, kit->urn->session_id);
  g_autofree char *words = g_strdup_printf ("%s-%s", what, place);
  char *folded = trh_text_fold (words);

  return g_strdelimit (folded, " /\\'’:", '-');
}

/* A new folder; where none can be made, saving into it says why. */
static char *
make_folder (const char *parent, const char *name)
{
  char *folder = g_build_filename (parent, name, NULL);

  for (guint n = 2; n <= MAX_SAME && g_mkdir (folder, 0700) != 0 && errno == EEXIST; n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", name, n);

      g_free (folder);
      folder = g_build_filename (parent, numbered, NULL);
    }
  return folder;
}

static gboolean
save (const char *folder, const char *name, const char *suffix, GBytes *bytes, GError **error)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return bytes != NULL && trh_file_save_new (path, bytes, error);
}

/**
 * trh_bag_write:
 * @kit: of the session; the hashes of its codes are added
 * @n_codes: how many codes to make
 * @parent: the folder that was chosen
 * @folder: (out) (transfer full): the new folder in it
 * @error: return location for a #TrhFileError or %TRH_URN_ERROR_MEMORY
 *
 * Writes the bag, whole or not at all. A millisecond a code: call it in a worker.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_bag_write (TrhKit *kit, guint n_codes, const char *parent, char **folder, GError **error)
{
  const TrhSlips slips = { kit->question, kit->urn->place, kit->urn->rehearsal };
  g_autoptr(GArray) codes = trh_codes_make (n_codes);
  g_autofree char *bag_name = get_name (_("bag"), kit);
  g_autofree char *slips_name = get_name (_("slips"), kit);
  g_autofree char *made = NULL;
  g_autoptr(TrhPrintout) printout = trh_printout_new_slips (&slips, codes);
  g_autoptr(GBytes) kit_file = NULL, slips_file = NULL;

  if (!trh_urn_content_add_codes (kit->urn, codes))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_MEMORY,
                           _("There is too little free memory. Close other programs and try again."));
      return FALSE;
    }
  kit_file = trh_kit_print (kit);
  slips_file = trh_printout_write (printout, error);
  if (slips_file == NULL)
    return FALSE;
  made = make_folder (parent, bag_name);
  if (!save (made, bag_name, TRH_KIT_SUFFIX, kit_file, error) || !save (made, slips_name, ".pdf", slips_file, error))
    {
      trh_bag_discard (made);
      return FALSE;
    }
  *folder = g_steal_pointer (&made);
  return TRUE;
}

/* Removes a bag that the season could not note: nobody may vote with it. */
void
trh_bag_discard (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, TRH_KIT_SUFFIX) || g_str_has_suffix (name, ".pdf"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (g_unlink (path) != 0)
          g_warning ("a bag that is not used could not be removed");
      }
  if (dir != NULL)
    g_rmdir (folder); /* stays when somebody has put something else there */
}
