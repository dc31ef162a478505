/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "core/geo/trh-distance.h"
#include "core/geo/trh-polyline.h"

#define N_RANDOM 10000

static const TrhCoordinate sault = { 44.092, 5.409 };

static TrhCoordinate
get_random (double south_deg, double north_deg)
{
  return (TrhCoordinate) { g_test_rand_double_range (south_deg, north_deg), g_test_rand_double_range (-180, 180) };
}

static void
test_coordinate (void)
{
  g_assert_true (trh_coordinate_is_valid ((TrhCoordinate) { -90, 180 }));
  g_assert_false (trh_coordinate_is_valid ((TrhCoordinate) { 90.001, 0 }));
  g_assert_false (trh_coordinate_is_valid ((TrhCoordinate) { NAN, 0 }));
  g_assert_false (trh_coordinate_is_placed ((TrhCoordinate) { 0, 0 }));
  g_assert_true (trh_coordinate_is_placed ((TrhCoordinate) { 44, 0 }));
}

/* The straight line through the globe, and the arc above it. */
static double
get_distance_by_chord_m (TrhCoordinate a, TrhCoordinate b)
{
  double p[2] = { a.latitude_deg * (G_PI / 180), b.latitude_deg * (G_PI / 180) };
  double q[2] = { a.longitude_deg * (G_PI / 180), b.longitude_deg * (G_PI / 180) };
  double x = cos (p[0]) * cos (q[0]) - cos (p[1]) * cos (q[1]);
  double y = cos (p[0]) * sin (q[0]) - cos (p[1]) * sin (q[1]);
  double z = sin (p[0]) - sin (p[1]);

  return 2 * TRH_EARTH_RADIUS_M * asin (MIN (sqrt (x * x + y * y + z * z) / 2, 1));
}

static void
test_distance (void)
{
  /* a quarter of a great circle, and a degree */
  g_assert_cmpfloat_with_epsilon (trh_distance_m ((TrhCoordinate) { 0, 0 }, (TrhCoordinate) { 90, 0 }), 10007557, 1);
  g_assert_cmpfloat_with_epsilon (trh_distance_m ((TrhCoordinate) { 0, 0 }, (TrhCoordinate) { 0, 1 }), 111195, 1);
  g_assert_cmpfloat (trh_distance_m (sault, sault), ==, 0);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      TrhCoordinate a = get_random (-90, 90), b = get_random (-90, 90);

      /* near the antipodes both lose half of their digits */
      g_assert_cmpfloat_with_epsilon (trh_distance_m (a, b), get_distance_by_chord_m (a, b), 1);
      g_assert_cmpfloat (trh_distance_m (a, b), ==, trh_distance_m (b, a));
    }
}

static void
append_number (GString *text, gint64 number)
{
  guint64 bits = number < 0 ? ~((guint64) number << 1) : (guint64) number << 1;

  while (bits >= 0x20)
    {
      g_string_append_c (text, (char) ((0x20 | (bits & 0x1f)) + 63));
      bits >>= 5;
    }
  g_string_append_c (text, (char) (bits + 63));
}

/* The other way of trh_polyline_decode(). */
static char *
encode (const TrhCoordinate *points, guint n_points)
{
  GString *text = g_string_new (NULL);
  gint64 latitude = 0, longitude = 0;

  for (guint i = 0; i < n_points; i++)
    {
      gint64 up = llround (points[i].latitude_deg * 1e5);
      gint64 across = llround (points[i].longitude_deg * 1e5);

      append_number (text, up - latitude);
      append_number (text, across - longitude);
      latitude = up;
      longitude = across;
    }

  return g_string_free (text, FALSE);
}

static void
test_polyline (void)
{
  /* the example of the format's description */
  static const char example[] = "_p~iF~ps|U_ulLnnqC_mqNvxq`@";
  static const TrhCoordinate points[] = { { 38.5, -120.2 }, { 40.7, -120.95 }, { 43.252, -126.453 } };
  static const struct { const char *text; guint at; } refused[] = {
    { "_p~iF", 1 },                       /* half a point */
    { "_p~iF~ps|", 1 },                   /* half a number */
    { "_p~iF~ps|U_ulLnnq", 11 },
    { "_p~iF~ps|U é", 11 },
    { "??_?_?", 3 },                      /* zero written in two groups */
    { "~~~~~~~~~~", 1 },                  /* a number without end */
  };
  g_autofree char *encoded = encode (points, G_N_ELEMENTS (points));
  g_autofree char *nothing = encode (NULL, 0);
  g_autofree char *beyond_the_pole = encode (&(TrhCoordinate) { 91, 0 }, 1);
  g_autoptr(GArray) decoded = trh_polyline_decode (example, NULL);

  g_assert_cmpstr (encoded, ==, example);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpmem (decoded->data, decoded->len * sizeof (TrhCoordinate), points, sizeof points);
  g_assert_null (trh_polyline_decode (beyond_the_pole, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *end = g_strdup_printf ("character %u", refused[i].at);
      g_autoptr(GError) error = NULL;

      g_assert_null (trh_polyline_decode (refused[i].text, &error));
      g_assert_true (g_str_has_suffix (error->message, end));
    }
}

/* Lines of random points come back to the fifth decimal; random text is either refused or
 * comes back as it was. */
static void
test_polyline_random (void)
{
  for (guint i = 0; i < N_RANDOM / 10; i++)
    {
      TrhCoordinate points[50];
      guint n = (guint) g_test_rand_int_range (0, 50);
      g_autofree char *text = NULL;
      g_autoptr(GArray) decoded = NULL;

      for (guint j = 0; j < n; j++)
        points[j] = get_random (-90, 90);
      text = encode (points, n);
      decoded = trh_polyline_decode (text, NULL);
      g_assert_cmpuint (decoded->len, ==, n);
      for (guint j = 0; j < n; j++)
        {
          TrhCoordinate point = g_array_index (decoded, TrhCoordinate, j);

          g_assert_cmpfloat_with_epsilon (point.latitude_deg, points[j].latitude_deg, 0.50001e-5);
          g_assert_cmpfloat_with_epsilon (point.longitude_deg, points[j].longitude_deg, 0.50001e-5);
        }
    }

  for (guint i = 0; i < N_RANDOM; i++)
    {
      char text[9] = "";
      g_autoptr(GArray) decoded = NULL;

      for (int j = 0; j < g_test_rand_int_range (0, 9); j++)
        text[j] = (char) g_test_rand_int_range (1, 128);
      decoded = trh_polyline_decode (text, NULL);
      if (decoded != NULL)
        {
          g_autofree char *again = encode ((TrhCoordinate *) decoded->data, decoded->len);

          g_assert_cmpstr (again, ==, text);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/coordinate", test_coordinate);
  g_test_add_func ("/geo/distance", test_distance);
  g_test_add_func ("/geo/polyline", test_polyline);
  g_test_add_func ("/geo/polyline/random", test_polyline_random);

  return g_test_run ();
}
