/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-artists-words.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"

static const char *
label_choice (const char *field, int choice)
{
  int index = trh_schema_find (&trh_artist_schema, field);

  return trh_label_choice (&trh_artist_schema, &trh_artist_schema.fields[index], choice);
}

/* “chosen” and the like, as inside a sentence. */
const char *
trh_artists_name_state (int state)
{
  return label_choice ("state", state);
}

char *
trh_artists_say_languages (const TrhArtistRecord *artist)
{
  return g_strjoinv (", ", artist->languages);
}

char *
trh_artists_say_availability (const TrhArtistRecord *artist)
{
  return trh_describe_windows (artist->availability);
}

/* What a place must have for this artist, in a few words. */
char *
trh_artists_say_needs (const TrhArtistRecord *artist)
{
  g_autoptr(GStrvBuilder) needs = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; artist->needs_equipment[i] != NULL; i++)
    g_strv_builder_add (needs, artist->needs_equipment[i]);
  if (artist->needs_surface_m2 > 0)
    {
      /* Translators: a surface */
      g_autofree char *surface = g_strdup_printf (_("%d m²"), (int) (artist->needs_surface_m2 + 0.5));

      g_strv_builder_add (needs, surface);
    }
  if (artist->needs_power_kw > 0)
    {
      /* Translators: electric power */
      g_autofree char *power = g_strdup_printf (_("%d kW"), (int) (artist->needs_power_kw + 0.999));

      g_strv_builder_add (needs, power);
    }
  if (artist->needs_step_free)
    g_strv_builder_add (needs, C_("need", "step-free"));
  if (artist->needs_dark)
    g_strv_builder_add (needs, C_("need", "dark"));
  if (artist->needs_van_access)
    g_strv_builder_add (needs, C_("need", "access for a van"));
  if (artist->needs_heating)
    g_strv_builder_add (needs, C_("need", "heating"));
  all = g_strv_builder_end (needs);

  return g_strjoinv (", ", all);
}

char *
trh_artists_say_travel (const TrhArtistRecord *artist)
{
  return trh_text_capital (label_choice ("travel-mode", artist->travel_mode));
}

char *
trh_artists_say_state (const TrhArtistRecord *artist)
{
  return trh_text_capital (trh_artists_name_state (artist->state));
}

static char *
say_free (const TrhArtistRecord *artist)
{
  g_autofree char *days = trh_describe_windows (artist->availability);

  /* Translators: an artist's availability; %s is "1–30 June 2027" */
  return artist->availability->len == 0 ? g_strdup (_("always free")) : g_strdup_printf (_("free %s"), days);
}

static char *
join (const char *first, ...)
{
  GString *joined = g_string_new (first);
  va_list rest;

  va_start (rest, first);
  for (const char *part = va_arg (rest, const char *); part != NULL; part = va_arg (rest, const char *))
    if (*part != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", part);
  va_end (rest);

  return g_string_free (joined, FALSE);
}

/**
 * trh_artists_say_row:
 * @artist: an artist
 * @n_placed: how many stays are on the calendar
 * @n_waiting: how many wait for their place on it
 *
 * Returns: (transfer full): the row in a sentence for assistive tools, as in “Camille Serre, dance,
 *   chosen, free 1–30 June 2027, 2 stays”
 */
char *
trh_artists_say_row (const TrhArtistRecord *artist, guint n_placed, guint n_waiting)
{
  g_autofree char *free_days = say_free (artist);
  g_autofree char *stays = trh_label_stays (n_placed, n_waiting);

  return join (*artist->name != '\0' ? artist->name : _("Artist without a name"), artist->discipline,
               trh_artists_name_state (artist->state), free_days, stays, NULL);
}

/* What the list of a narrow window says below the name. */
char *
trh_artists_say_second_line (const TrhArtistRecord *artist, guint n_placed, guint n_waiting)
{
  g_autofree char *stays = trh_label_stays (n_placed, n_waiting);
  g_autofree char *state = trh_artists_say_state (artist);

  return join (state, artist->discipline, n_placed + n_waiting > 0 ? stays : "", NULL);
}

/* Everything that the search field looks through. */
char *
trh_artists_say_all (const TrhArtistRecord *artist)
{
  g_autofree char *languages = trh_artists_say_languages (artist);
  g_autofree char *needs = trh_artists_say_needs (artist);

  return join (artist->name, artist->discipline, artist->town, languages, needs, artist->notes, NULL);
}
