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

struct _TrhBag
{
  char   *name; /* of its folder and of the kit in it */
  char   *slips_name;
  GBytes *kit;
  GBytes *slips;
};

/* As in “sac-sederon”: it is carried from one computer to another, so plain letters only. */
static char *
get_name (const char *what, const TrhKit *kit)
{
  g_autofree char *place = trh_urn_say_place (kit->urn, kit->urn->session_id);
  g_autofree char *words = g_strdup_printf ("%s-%s", what, place);
  char *folded = trh_text_fold (words);

  return g_strdelimit (folded, " /\\'’:", '-');
}

/* A new folder, or %NULL when every name is taken; where none can be made, saving into it says why. */
static char *
make_folder (const char *parent, const char *name)
{
  for (guint n = 1; n <= MAX_SAME; n++)
    {
      g_autofree char *numbered = n > 1 ? g_strdup_printf ("%s-%u", name, n) : g_strdup (name);
      g_autofree char *folder = g_build_filename (parent, numbered, NULL);

      if (g_mkdir (folder, 0700) == 0 || errno != EEXIST)
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static gboolean
save (const char *folder, const char *name, const char *suffix, GBytes *bytes, GError **error)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return trh_file_save_new (path, bytes, error);
}

/**
 * trh_bag_new:
 * @kit: of the session; the hashes of its codes are added
 * @n_codes: how many codes to make
 * @error: return location for %TRH_URN_ERROR_MEMORY, or why the slips could not be drawn
 *
 * Makes the codes and the two files, in memory only. A millisecond a code: call it in a worker.
 *
 * Returns: (transfer full): the bag, or %NULL with @error set
 */
TrhBag *
trh_bag_new (TrhKit *kit, guint n_codes, GError **error)
{
  const TrhSlips slips = { kit->question, kit->urn->place, kit->urn->rehearsal };
  g_autoptr(GArray) codes = trh_codes_make (n_codes);
  g_autoptr(TrhPrintout) printout = trh_printout_new_slips (&slips, codes);
  GBytes *slips_file;
  TrhBag *self;

  if (!trh_urn_content_add_codes (kit->urn, codes))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_MEMORY,
                           _("There is too little free memory. Close other programs and try again."));
      return NULL;
    }
  slips_file = trh_printout_write (printout, error);
  if (slips_file == NULL)
    return NULL;
  self = g_new (TrhBag, 1);
  self->name = get_name (_("bag"), kit);
  self->slips_name = get_name (_("slips"), kit);
  self->kit = trh_kit_print (kit);
  self->slips = slips_file;
  return self;
}

void
trh_bag_free (TrhBag *self)
{
  g_free (self->name);
  g_free (self->slips_name);
  g_bytes_unref (self->kit);
  g_bytes_unref (self->slips);
  g_free (self);
}

/* Removes what was written of a bag that could not be written whole. */
static void
discard (const TrhBag *self, const char *folder)
{
  const char *const names[][2] = { { self->name, TRH_KIT_SUFFIX }, { self->slips_name, ".pdf" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_strconcat (names[i][0], names[i][1], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_unlink (path) != 0 && errno != ENOENT)
        g_warning ("half a bag could not be removed");
    }
  g_rmdir (folder); /* stays when somebody has put something else there */
}

/**
 * trh_bag_write:
 * @parent: the folder that was chosen
 * @folder: (out) (transfer full): the new folder in it
 * @error: return location for a #TrhFileError
 *
 * Writes the bag, whole or not at all: in a worker, once the season that names its session is on the disk.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_bag_write (const TrhBag *self, const char *parent, char **folder, GError **error)
{
  g_autofree char *made = make_folder (parent, self->name);

  if (made == NULL)
    {
      g_set_error_literal (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED,
                           _("Too many bags of this town are there already: choose another folder."));
      return FALSE;
    }
  if (!save (made, self->name, TRH_KIT_SUFFIX, self->kit, error) || !save (made, self->slips_name, ".pdf", self->slips, error))
    {
      discard (self, made);
      return FALSE;
    }
  *folder = g_steal_pointer (&made);
  return TRUE;
}
