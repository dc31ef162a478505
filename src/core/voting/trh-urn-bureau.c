/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-bureau.h"

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-read.h"

/* Written and read in this order; every member is there when one is noted, so that there is one form only. */
static const struct { const char *name; gsize offset; } names[] = {
  { "president",   G_STRUCT_OFFSET (TrhUrnBureau, president) },
  { "assessors",   G_STRUCT_OFFSET (TrhUrnBureau, assessors) },
  { "secretary",   G_STRUCT_OFFSET (TrhUrnBureau, secretary) },
  { "scrutineers", G_STRUCT_OFFSET (TrhUrnBureau, scrutineers) },
};
static const struct { const char *name; gsize offset; } figures[] = {
  { "registered", G_STRUCT_OFFSET (TrhUrnBureau, registered) },
  { "printed",    G_STRUCT_OFFSET (TrhUrnBureau, printed) },
  { "left",       G_STRUCT_OFFSET (TrhUrnBureau, left) },
  { "spoiled",    G_STRUCT_OFFSET (TrhUrnBureau, spoiled) },
};

#define NAME(self, i)   G_STRUCT_MEMBER (char *, self, names[i].offset)
#define FIGURE(self, i) G_STRUCT_MEMBER (int, self, figures[i].offset)

/* Nothing is noted in it. */
TrhUrnBureau *
trh_urn_bureau_new (void)
{
  TrhUrnBureau *self = g_new0 (TrhUrnBureau, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    NAME (self, i) = g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    FIGURE (self, i) = -1;
  return self;
}

/* @self: (nullable) */
TrhUrnBureau *
trh_urn_bureau_copy (const TrhUrnBureau *self)
{
  TrhUrnBureau *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (names); i++)
    NAME (copy, i) = g_strdup (NAME (self, i));
  return copy;
}

void
trh_urn_bureau_free (TrhUrnBureau *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (NAME (self, i));
  g_free (self);
}

/* @self: (nullable). Whether nothing is noted. */
gboolean
trh_urn_bureau_is_empty (const TrhUrnBureau *self)
{
  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (names); i++)
    if (*NAME (self, i) != '\0')
      return FALSE;
  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (figures); i++)
    if (FIGURE (self, i) >= 0)
      return FALSE;
  return TRUE;
}

/* Appends it as an object. */
void
trh_urn_bureau_append (const TrhUrnBureau *self, GString *out)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_string_append_printf (out, "\"%s\": ", names[i].name);
      trh_json_append_text (out, NAME (self, i));
      g_string_append (out, ", ");
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_string_append_printf (out, "%s\"%s\": %d", i > 0 ? ", " : "", figures[i].name, FIGURE (self, i));
  g_string_append_c (out, '}');
}

/**
 * trh_urn_bureau_read:
 * @name: a member of @root
 * @error: return location for a #TrhDataError that names the place
 *
 * Returns: (transfer full): what is noted, or %NULL with @error set
 */
TrhUrnBureau *
trh_urn_bureau_read (JsonObject *root, const char *name, GError **error)
{
  static const char *const members[] = { "president", "assessors", "secretary", "scrutineers", "registered", "printed",
                                         "left", "spoiled", NULL };
  JsonObject *object = trh_read_object (json_object_get_member (root, name), name, error);
  g_autoptr(TrhUrnBureau) self = trh_urn_bureau_new ();

  if (object == NULL || !trh_read_only (object, name, members, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = trh_read_text (object, name, names[i].name, TRH_MAX_LINE, error);

      if (text == NULL)
        return NULL;
      g_free (NAME (self, i));
      NAME (self, i) = g_strdup (text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64 figure;

      if (!trh_read_number (object, name, figures[i].name, -1, TRH_MAX_BALLOTS, &figure, error))
        return NULL;
      FIGURE (self, i) = (int) figure;
    }
  return g_steal_pointer (&self);
}
