/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/voting/trh-grades.h"

static char *
say_all (const char *const *grades, guint n, const char *language)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            language != NULL ? trh_grades_say (grades, i, language) : trh_grades_translate (grades, i));
  return g_string_free (out, FALSE);
}

static void
test_scales (void)
{
  static const struct { guint n; const char *fr, *en; } scales[] = {
    { 3, "Favorable, Réservé, Opposé", "In favour, Hesitant, Against" },
    { 5, "Très favorable, Favorable, Plutôt favorable, Réservé, Opposé",
      "Strongly in favour, In favour, Rather in favour, Hesitant, Against" },
    { 7, "Enthousiaste, Très favorable, Favorable, Plutôt favorable, Réservé, Plutôt opposé, Opposé",
      "Enthusiastic, Strongly in favour, In favour, Rather in favour, Hesitant, Rather against, Against" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_auto(GStrv) grades = trh_grades_dup (scales[i].n);
      g_autofree char *fr = say_all ((const char *const *) grades, scales[i].n, "fr");
      g_autofree char *en = say_all ((const char *const *) grades, scales[i].n, "en");
      g_autofree char *here = say_all ((const char *const *) grades, scales[i].n, NULL);

      g_assert_cmpstr (fr, ==, scales[i].fr);
      g_assert_cmpstr (en, ==, scales[i].en);
      g_assert_cmpstr (here, ==, scales[i].en); /* tests run in the language of the source */
    }
}

/* No names at all are the usual five; names that somebody wrote stay as they are, in every language. */
static void
test_others (void)
{
  static const char *const none[] = { NULL };
  static const char *const own[] = { "Oui", "Peut-être", "Non", NULL };
  static const char *const mixed[] = { "Favorable", "Bof", "Opposé", NULL };

  g_assert_cmpstr (trh_grades_say (none, 1, "fr"), ==, "Favorable");
  g_assert_cmpstr (trh_grades_say (NULL, 4, "en"), ==, "Against");
  g_assert_cmpstr (trh_grades_say (own, 1, "en"), ==, "Peut-être");
  g_assert_cmpstr (trh_grades_translate (own, 2), ==, "Non");
  g_assert_cmpstr (trh_grades_say (mixed, 0, "en"), ==, "Favorable");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voting/grades/scales", test_scales);
  g_test_add_func ("/voting/grades/others", test_others);
  return g_test_run ();
}
