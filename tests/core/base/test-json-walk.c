/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json-walk.h"
#include "core/base/trh-json.h"

static const struct { const char *text, *name, *value; } found[] = {
  { "{\"a\":1,\"b\":[2,{\"c\":\"]}\"}],\"c\":3}", "b", "[2,{\"c\":\"]}\"}]" },
  { " { \"a\" : \"x\\\"y\" , \"b\" : null } ", "a", "\"x\\\"y\"" },
  { "\xef\xbb\xbf{\"a\":-1.5e3}", "a", "-1.5e3" },
  { "{\"\\u0061b\":true}", "ab", "true" },
  { "{\"a\\u0062\":{}}", "ab", "{}" },
  { "{\"abc\":1}", "ab", NULL },
  { "{\"a\":1}", "ab", NULL },
  { "[\"a\"]", "a", NULL },
  { "{\"b\":{\"a\":1}}", "a", NULL },
  { "{}", "a", NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (found[i].text, strlen (found[i].text));
      TrhJsonWalk value;

      g_test_message ("%s", found[i].text);
      g_assert_true (trh_json_check (bytes, NULL));
      g_assert_cmpint (trh_json_walk_find (bytes, found[i].name, &value), ==, found[i].value != NULL);
      if (found[i].value != NULL)
        g_assert_cmpmem (value.at, value.end - value.at, found[i].value, strlen (found[i].value));
    }
}

static void
test_numbers (void)
{
  static const char text[] = "[0, -7 ,9007199254740991, 1.0,1e2,\"3\",null,[4],5]";
  static const gint64 numbers[] = { 0, -7, 9007199254740991, -1, -1, -1, -1, -1, 5 };
  TrhJsonWalk walk = { text, text + sizeof text - 1 };
  guint n = 0;

  g_assert_true (trh_json_walk_enter (&walk, '['));
  for (; trh_json_walk_next (&walk); n++)
    {
      gint64 number;

      if (!trh_json_walk_integer (&walk, &number))
        number = -1;
      g_assert_cmpint (number, ==, numbers[n]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (numbers));
  g_assert_true (walk.at == walk.end);
}

/* Walks over everything that it can find, whatever that is. */
static guint
walk_on (TrhJsonWalk *walk, guint depth)
{
  guint n = 0;
  TrhJsonWalk name;
  gint64 number;

  if (depth < 8 && trh_json_walk_enter (walk, '{'))
    for (; trh_json_walk_next (walk) && trh_json_walk_name (walk, &name); n++)
      {
        g_assert_true (name.at <= walk->end && name.end <= walk->end);
        trh_json_walk_is (&name, "weight");
        n += walk_on (walk, depth + 1);
      }
  else if (depth < 8 && trh_json_walk_enter (walk, '['))
    while (n < 1000 && trh_json_walk_next (walk))
      n += 1 + walk_on (walk, depth + 1);
  else if (!trh_json_walk_null (walk) && !trh_json_walk_integer (walk, &number))
    trh_json_walk_skip (walk);
  g_assert_true (walk->at <= walk->end);
  return n;
}

/* Bytes that no scanner has seen: nothing is read beyond them, and it comes to an end. */
static void
test_hostile (void)
{
  static const char letters[] = "[]{}\",:\\ u0061null-1.e\n\xc3";
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      gsize length = (gsize) g_rand_int_range (random, 0, 40);
      g_autofree char *text = g_malloc (length + 1); /* exactly as long: a sanitizer sees one byte more */
      g_autoptr(GBytes) bytes = NULL;
      TrhJsonWalk walk, value;

      for (gsize k = 0; k < length; k++)
        text[k] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      walk = (TrhJsonWalk) { text, text + length };
      n += walk_on (&walk, 0);
      bytes = g_bytes_new (text, length);
      if (trh_json_walk_find (bytes, "u", &value))
        n++;
    }
  g_assert_cmpuint (n, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-walk/find", test_find);
  g_test_add_func ("/json-walk/numbers", test_numbers);
  g_test_add_func ("/json-walk/hostile", test_hostile);

  return g_test_run ();
}
