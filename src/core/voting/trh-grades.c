/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-grades.h"

#include <glib/gi18n.h>

#include "core/voting/trh-ballot-paper.h"

/* The booth speaks French and English whatever the language of the program: it takes the names from here; the program's
 * own screens translate the English ones. */
typedef struct {
  const char *fr;
  const char *en;
} Mention;

static const Mention three[] = {
  { "Favorable", NC_("mention", "In favour") },
  { "Réservé", NC_("mention", "Hesitant") },
  { "Opposé", NC_("mention", "Against") },
};

static const Mention five[TRH_USUAL_GRADES] = {
  { "Très favorable", NC_("mention", "Strongly in favour") },
  { "Favorable", NC_("mention", "In favour") },
  { "Plutôt favorable", NC_("mention", "Rather in favour") },
  { "Réservé", NC_("mention", "Hesitant") },
  { "Opposé", NC_("mention", "Against") },
};

static const Mention seven[] = {
  { "Enthousiaste", NC_("mention", "Enthusiastic") },
  { "Très favorable", NC_("mention", "Strongly in favour") },
  { "Favorable", NC_("mention", "In favour") },
  { "Plutôt favorable", NC_("mention", "Rather in favour") },
  { "Réservé", NC_("mention", "Hesitant") },
  { "Plutôt opposé", NC_("mention", "Rather against") },
  { "Opposé", NC_("mention", "Against") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (seven) == TRH_MAX_GRADES);

static const Mention *
get_scale (guint n_grades)
{
  switch (n_grades)
    {
    case G_N_ELEMENTS (three):
      return three;
    case G_N_ELEMENTS (five):
      return five;
    case G_N_ELEMENTS (seven):
      return seven;
    default:
      return NULL;
    }
}

/**
 * trh_grades_dup:
 * @n_grades: 3, 5 or 7
 *
 * Returns: (transfer full): the French names that a poll holds, best first
 */
char **
trh_grades_dup (guint n_grades)
{
  const Mention *scale = get_scale (n_grades);
  char **names = g_new0 (char *, n_grades + 1);

  g_return_val_if_fail (scale != NULL, names);

  for (guint i = 0; i < n_grades; i++)
    names[i] = g_strdup (scale[i].fr);
  return names;
}

/* The mention, or %NULL when the names are not those of the program. */
static const Mention *
find (const char *const *grades, guint grade)
{
  const guint n = grades != NULL && grades[0] != NULL ? g_strv_length ((char **) grades) : TRH_USUAL_GRADES;
  const Mention *scale = get_scale (n);

  g_return_val_if_fail (grade < n, NULL);

  for (guint i = 0; scale != NULL && grades != NULL && grades[i] != NULL; i++)
    if (!g_str_equal (grades[i], scale[i].fr))
      return NULL;
  return scale != NULL ? &scale[grade] : NULL;
}

/**
 * trh_grades_say:
 * @grades: (nullable): names that a poll holds, best first; %NULL or none for the usual five
 * @grade: from 0, the best
 * @language: "fr" or "en"
 *
 * Returns: (transfer none): the mention for a voter
 */
const char *
trh_grades_say (const char *const *grades, guint grade, const char *language)
{
  const Mention *mention = find (grades, grade);

  if (mention == NULL)
    return grades[grade];
  return g_str_has_prefix (language, "fr") ? mention->fr : mention->en;
}

/**
 * trh_grades_translate:
 * @grades: (nullable): names that a poll holds, best first; %NULL or none for the usual five
 * @grade: from 0, the best
 *
 * Returns: (transfer none): the mention in the language of the program
 */
const char *
trh_grades_translate (const char *const *grades, guint grade)
{
  const Mention *mention = find (grades, grade);

  return mention != NULL ? g_dpgettext2 (NULL, "mention", mention->en) : grades[grade];
}
