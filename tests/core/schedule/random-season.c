/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-season.h"

#include "core/schedule/trh-rule.h"

void
random_venue (GRand *rand, int i, GString *out)
{
  static const char *const kinds[] = { "hall", "outdoors", "lodging" };

  g_string_append_printf (out, "venues v%d name=Venue_%d commune=%05d kind=%s for-work=true for-public=true beds=%d "
                          "work-places=%d capacity=%d latitude=%.2f longitude=5.5", i, g_rand_int_range (rand, 0, 100),
                          g_rand_int_range (rand, 1, 4), kinds[g_rand_int_range (rand, 0, 3)], g_rand_int_range (rand, 0, 6),
                          g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 2) * 50,
                          44 + g_rand_double_range (rand, 0, 1));
  if (g_rand_boolean (rand))
    {
      int day = g_rand_int_range (rand, 1, N_DAYS);

      g_string_append_printf (out, " windows=%s%d..%d", g_rand_boolean (rand) ? "!" : "", day, day + g_rand_int_range (rand, 0, 9));
    }
}

void
random_artist (GRand *rand, int i, GString *out)
{
  static const char *const modes[] = { "car", "bicycle", "foot" };

  g_string_append_printf (out, "artists a%d name=Artist_%d people=%d travel-mode=%s max-km-per-day=%d", i,
                          g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 1, 4), modes[g_rand_int_range (rand, 0, 3)],
                          g_rand_int_range (rand, 0, 2) * 30);
  if (g_rand_boolean (rand))
    g_string_append_printf (out, " availability=%d..%d,!%d..%d", g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, 12, N_DAYS),
                            g_rand_int_range (rand, 5, 9), g_rand_int_range (rand, 9, 12));
}

void
random_stay (GRand *rand, const char *id, GString *out)
{
  int day = g_rand_int_range (rand, 1, N_DAYS);

  g_string_append_printf (out, "stays %s artist=a%d first-day=%d last-day=%d unplaced=%s locked=%s", id,
                          g_rand_int_range (rand, 0, N_ARTISTS), day, day + g_rand_int_range (rand, 0, 7),
                          g_rand_int_range (rand, 0, 8) == 0 ? "true" : "false", g_rand_int_range (rand, 0, 8) == 0 ? "true" : "false");
  if (g_rand_int_range (rand, 0, 10) > 0)
    g_string_append_printf (out, " venue=v%d", g_rand_int_range (rand, 0, N_VENUES));
  if (g_rand_int_range (rand, 0, 3) == 0)
    g_string_append_printf (out, " lodging=v%d", g_rand_int_range (rand, 0, N_VENUES));
}

void
random_encounter (GRand *rand, const char *id, GString *out)
{
  g_string_append_printf (out, "encounters %s title=Meeting_%s artists=a%d+a%d venue=v%d day=%d duration-min=%d expected=%d state=%s",
                          id, id, g_rand_int_range (rand, 0, N_ARTISTS), g_rand_int_range (rand, 0, N_ARTISTS),
                          g_rand_int_range (rand, 0, N_VENUES), g_rand_int_range (rand, 1, N_DAYS), g_rand_int_range (rand, 5, 700),
                          g_rand_int_range (rand, 0, 80), g_rand_int_range (rand, 0, 8) == 0 ? "cancelled" : "draft");
  if (g_rand_int_range (rand, 0, 8) > 0)
    g_string_append_printf (out, " start=%02d:%02d", g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
}

void
random_leg (GRand *rand, const char *id, GString *out)
{
  int day = g_rand_int_range (rand, 1, N_DAYS);

  g_string_append_printf (out, "legs %s from=v%d to=%05d closed=%s duration-s=%d first-day=%d last-day=%d both-ways=true reason=snow", id,
                          g_rand_int_range (rand, 0, N_VENUES), g_rand_int_range (rand, 1, 4),
                          g_rand_boolean (rand) ? "true" : "false", g_rand_int_range (rand, 0, 20000), day, day + 9);
}

void
random_season (GRand *rand, GString *out)
{
  static const char *const severities[] = { "strong", "blocks", "weak", "ignored" };

  g_string_append_printf (out, "season first-day=%d last-day=%d max-km-per-day=%d "
                          "rules=[{\"rule\":\"%s\",\"severity\":\"%s\"}] "
                          "busy-days=[{\"kind\":\"closure\",\"commune\":\"00001\",\"first-day\":\"1970-01-05\",\"last-day\":\"1970-01-%02d\"}]",
                          g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 20, N_DAYS + 9), g_rand_int_range (rand, 0, 2) * 25,
                          trh_rules[g_rand_int_range (rand, 0, (int) trh_n_rules)]->id, severities[g_rand_int_range (rand, 0, 4)],
                          g_rand_int_range (rand, 5, 9));
}

char *
random_text (GRand *rand)
{
  GString *out = g_string_new (NULL);
  int n_stays = g_rand_int_range (rand, 0, 14), n_encounters = g_rand_int_range (rand, 0, 12);

  random_season (rand, out);
  g_string_append (out, "\nvalleys V name=Ventoux\nvalleys B name=Buëch\n");
  for (int i = 1; i < 4; i++)
    g_string_append_printf (out, "communes %05d name=Commune_%d valley=%s\n", i, i, g_rand_boolean (rand) ? "V" : "B");
  for (int i = 0; i < N_VENUES; i++, g_string_append_c (out, '\n'))
    random_venue (rand, i, out);
  for (int i = 0; i < N_ARTISTS; i++, g_string_append_c (out, '\n'))
    random_artist (rand, i, out);
  for (int i = 0; i < n_stays; i++, g_string_append_c (out, '\n'))
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      random_stay (rand, id, out);
    }
  for (int i = 0; i < n_encounters; i++, g_string_append_c (out, '\n'))
    {
      g_autofree char *id = g_strdup_printf ("e%d", i);

      random_encounter (rand, id, out);
    }
  random_leg (rand, "l", out);

  return g_string_free (out, FALSE);
}
