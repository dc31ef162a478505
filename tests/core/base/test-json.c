/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"

#include <math.h>
#include <string.h>

#include "core/base/trh-limits.h"

static gboolean
accepts (const char *bytes, gsize length, GError **error)
{
  g_autoptr(GBytes) copy = g_bytes_new (bytes, length); /* exact, so that a sanitizer sees one byte too far */
  g_autoptr(JsonNode) root = trh_json_parse (copy, error);

  return root != NULL;
}

static void
test_grammar (void)
{
  static const struct { const char *text, *message; } cases[] = {
    { "{}", NULL },
    { " [1, -2.5e3, \"é\", true, false, null, {\"a\": []}]\n", NULL },
    { "\xef\xbb\xbf{\"a\": 1}", NULL },
    { "\"\\ud83d\\ude00\"", NULL },
    { "9007199254740991", NULL },
    { "", "the file is empty" },
    { "  ", "line 1, column 3" },
    { "{\n  \"a\": 1,\n  \"b\": tru\n}", "line 3, column 8" },
    { "{\"é\": 1, \"a\": }", "line 1, column 15" },
    { "{\"a\": 1, \"a\": 2}", "“a” stands here twice" },
    { "{\"a\": 1, \"\\u0061\": 2}", "“a” stands here twice" },
    { "[1,]", "line 1, column 4" },
    { "[1 2]", "line 1, column 4" },
    { "{'a': 1}", "line 1, column 2" },
    { "{\"a\": 1} // words", "line 1, column 10" },
    { "var x = {}", "line 1, column 1" },
    { "[0x10]", "line 1, column 3" },
    { "[01]", "line 1, column 3" },
    { "[1, 2, 03]", "line 1, column 9, [2]: a comma or ]" },
    { "[1, 2,]", "line 1, column 7, [2]: a value is expected here" },
    { "[1, 2", "line 1, column 6, [1]: the document ends too early" },
    { "[1, 2, 3.]", "line 1, column 10, [2]: a digit is expected here" },
    { "[7, 9007199254740992, 1]", "line 1, column 5, [1]: the number is too large" },
    { "{\"a\": [0, 12, 123456789012345, 9007199254740991, 4], \"b\": 5}5", "line 1, column 61: something follows" },
    { "[.5]", "line 1, column 2" },
    { "[1.]", "line 1, column 4" },
    { "[+1]", "line 1, column 2" },
    { "[NaN]", "line 1, column 2" },
    { "[1e999]", "line 1, column 2" },
    { "9007199254740992", "line 1, column 1" },
    { "\"\\u0000\"", "line 1" },
    { "\"\\ud83d\"", "line 1" },
    { "\"\\ude00\"", "line 1" },
    { "\"\xff\"", "line 1" },
    { "\"\xed\xa0\xbd\"", "line 1" },
    { "\"a\nb\"", "line 1, column 3" },
    { "\"a", "line 1" },
    { "{} {}", "line 1, column 4" },
    { "{\"a\": {\"b\": [0, {\"c\": tru}]}}", "line 1, column 23, a.b[1].c: a value is expected here" },
    { "[[], {}, [0, 1, x]]", "line 1, column 17, [2][2]: a value is expected here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = accepts (cases[i].text, strlen (cases[i].text), &error);
      g_autofree char *shown = g_utf8_make_valid (cases[i].text, -1); /* a report is text */

      g_test_message ("%s → %s", shown, good ? "read" : error->message);
      if (cases[i].message == NULL)
        g_assert_no_error (error);
      else
        {
          g_assert_false (good);
          g_assert_true (error->domain == TRH_DATA_ERROR);
          g_assert_nonnull (strstr (error->message, cases[i].message));
        }
    }
}

static void
test_ceilings (void)
{
  for (int extra = 0; extra < 2; extra++)
    {
      g_autoptr(GString) deep = g_string_new (NULL);
      g_autoptr(GString) wide = g_string_new ("[\"");
      g_autoptr(GError) error = NULL;

      for (int i = 0; i < TRH_MAX_NESTING + extra; i++)
        g_string_append_c (deep, '[');
      for (int i = 0; i < TRH_MAX_NESTING + extra; i++)
        g_string_append_c (deep, ']');
      g_assert_true (accepts (deep->str, deep->len, &error) == (extra == 0));
      if (extra > 0)
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
      g_clear_error (&error);

      for (int i = 0; i < TRH_MAX_JSON_TEXT + extra; i++)
        g_string_append_c (wide, 'x');
      g_string_append (wide, "\"]");
      g_assert_true (accepts (wide->str, wide->len, &error) == (extra == 0));
      if (extra > 0)
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
    }
  {
    /* a hundred thousand levels end json-glib; here they are refused, open or closed */
    g_autofree char *levels = g_strnfill (100000, '[');

    g_assert_false (accepts (levels, 100000, NULL));
  }
}

/* What json-glib makes of a few bytes takes hundreds: nodes are counted, those with tables more strictly. */
static void
test_counts (void)
{
  static const struct { const char *element; guint most; } cases[] = {
    { "0", TRH_MAX_VALUES - 1 }, { "{}", TRH_MAX_BOXES - 1 }, { "[]", TRH_MAX_BOXES - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint extra = 0; extra < 2; extra++)
      {
        g_autoptr(GString) list = g_string_new ("[");
        g_autoptr(GError) error = NULL;

        for (guint n = 0; n < cases[i].most + extra; n++)
          {
            g_string_append (list, n > 0 ? "," : "");
            g_string_append (list, cases[i].element);
          }
        g_string_append_c (list, ']');
        g_assert_true (trh_json_scan (list->str, list->len, &error) == (extra == 0));
        if (extra > 0)
          g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
      }
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr(GString) object = g_string_new ("{");
      g_autoptr(GError) error = NULL;

      for (guint n = 0; n < TRH_MAX_MEMBERS + extra; n++)
        g_string_append_printf (object, "%s\"%u\":0", n > 0 ? "," : "", n);
      g_string_append_c (object, '}');
      g_assert_true (accepts (object->str, object->len, &error) == (extra == 0));
      if (extra > 0)
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
    }
}

/* A message repeats what the file says, but neither a megabyte of it nor what turns the line around. */
static void
test_messages_stay_short (void)
{
  g_autofree char *name = g_strnfill (100000, 'n');
  g_autofree char *text = g_strdup_printf ("{\"\u202e%s\": 1, \"\u202e%s\": 2}", name, name);
  g_autoptr(GError) error = NULL;

  g_assert_false (accepts (text, strlen (text), &error));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 250);
  g_assert_null (strstr (error->message, "\u202e"));
  g_assert_nonnull (strstr (error->message, "stands here twice"));
}

static void
test_places (void)
{
  static const char text[] = "\xef\xbb\xbf{\n  \"stays\": [\n    {\"é\": 1, \"id\": \"a\"},\n    {\"ids\": [], \"id\": 7}\n  ]\n}";
  static const struct { const char *path; guint line, column; } cases[] = {
    { "", 1, 1 }, { "stays", 2, 12 }, { "stays[0]", 3, 5 }, { "stays[0].é", 3, 11 }, { "stays[0].id", 3, 20 },
    { "stays[1].id", 4, 23 }, { "stays[1].nights", 4, 5 }, { "stays[7]", 2, 12 }, { "stay", 1, 1 }, { "stays[1].ids", 4, 13 },
    { "stays[1].ids[0]", 4, 13 }, { "stays[1].id.x", 4, 23 },
  };
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line, column;

      trh_json_locate (bytes, cases[i].path, &line, &column);
      g_test_message ("%s: %u, %u", cases[i].path, line, column);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 12);

  while (n-- > 0)
    switch (g_test_rand_int_range (0, 4))
      {
      case 0:
        g_string_append_unichar (text, (gunichar) g_test_rand_int_range (1, 0x80));
        break;
      case 1:
        g_string_append_unichar (text, (gunichar) g_test_rand_int_range (0x80, 0xd800));
        break;
      case 2:
        g_string_append_unichar (text, (gunichar) g_test_rand_int_range (0x10000, 0x110000));
        break;
      default:
        g_string_append (text, "\"\\");
      }
  return g_string_free (text, FALSE);
}

static double
random_real (void)
{
  union { guint64 bits; double number; } any;

  do
    any.bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  while (!isfinite (any.number));

  return g_test_rand_bit () ? any.number : g_test_rand_double_range (-1000, 1000);
}

static JsonNode *
random_node (int depth)
{
  g_autofree char *text = random_text ();

  switch (g_test_rand_int_range (0, depth > 0 ? 7 : 5))
    {
    case 0:
      return json_node_init_null (json_node_alloc ());
    case 1:
      return json_node_init_boolean (json_node_alloc (), g_test_rand_bit ());
    case 2:
      return json_node_init_int (json_node_alloc (), g_test_rand_int ());
    case 3:
      return json_node_init_double (json_node_alloc (), random_real ());
    case 4:
      return json_node_init_string (json_node_alloc (), text);
    case 5:
      {
        g_autoptr(JsonArray) array = json_array_new ();

        for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
          json_array_add_element (array, random_node (depth - 1));
        return json_node_init_array (json_node_alloc (), array);
      }
    default:
      {
        g_autoptr(JsonObject) object = json_object_new ();

        for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
          {
            g_autofree char *name = random_text ();

            json_object_set_member (object, name, random_node (depth - 1));
          }
        return json_node_init_object (json_node_alloc (), object);
      }
    }
}

static void
test_what_is_written_is_read_again (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr(JsonNode) node = random_node (4);
      g_autoptr(GString) out = g_string_new (NULL);
      g_autoptr(GString) again = g_string_new (NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) back = NULL;

      trh_json_append_node (out, node, 0);
      bytes = g_bytes_new (out->str, out->len);
      back = trh_json_parse (bytes, &error);
      g_assert_no_error (error);
      g_assert_true (json_node_equal (node, back));
      g_assert_cmpuint (out->len, <=, trh_json_get_most_bytes (bytes));
      trh_json_append_node (again, back, 0);
      g_assert_cmpstr (again->str, ==, out->str);
    }
}

static void
test_reals_are_short_and_come_back (void)
{
  static const struct { double number; const char *text; } cases[] = {
    { 0, "0.0" }, { -0.0, "-0.0" }, { 1, "1.0" }, { 0.1, "0.1" }, { 44.1978, "44.1978" }, { 1e22, "1e+22" },
    { 5e-324, "4.94065645841247e-324" }, { 1.0 / 3, "0.3333333333333333" }, { 123456789012345680.0, "1.23456789012346e+17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      trh_json_append_real (out, cases[i].number);
      g_test_message ("%s", out->str);
      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, cases[i].number);
      if (cases[i].number < 1e17)
        g_assert_cmpstr (out->str, ==, cases[i].text);
    }
  for (int i = 0; i < 20000; i++)
    {
      double number = random_real ();
      g_autoptr(GString) out = g_string_new (NULL);

      trh_json_append_real (out, number);
      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, number);
      g_assert_true (accepts (out->str, out->len, NULL));
    }
}

/* A few bytes of a good document are changed. Whatever is accepted must be written and read again alike. */
static void
test_damage (void)
{
  static const char letters[] = "{}[]\",:\\/0123456789.-+eEtrufalsn \n\x80\xc3\xff";
  guint accepted = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(JsonNode) node = random_node (3);
      g_autoptr(GString) out = g_string_new (NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(JsonNode) back = NULL;

      trh_json_append_node (out, node, 0);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        out->str[g_test_rand_int_range (0, (gint32) out->len)] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      bytes = g_bytes_new (out->str, out->len);
      back = trh_json_parse (bytes, NULL);
      if (back != NULL)
        {
          g_autoptr(GString) again = g_string_new (NULL);
          g_autoptr(GBytes) second = NULL;
          g_autoptr(JsonNode) twice = NULL;
          g_autoptr(GError) error = NULL;

          trh_json_append_node (again, back, 0);
          g_assert_cmpuint (again->len, <=, trh_json_get_most_bytes (bytes));
          second = g_bytes_new (again->str, again->len);
          twice = trh_json_parse (second, &error);
          g_assert_no_error (error);
          g_assert_true (json_node_equal (back, twice));
          accepted++;
        }
    }
  g_test_message ("%u of 20000 damaged documents were still good", accepted);
  g_assert_cmpuint (accepted, >, 100);
}

/* JSONTestSuite, with the verdicts of a strict reader. */
static void
test_suite (void)
{
  const char *given = g_getenv ("TRH_SHARED");
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  g_autofree char *folder = g_build_filename (given != NULL ? given : beside, "corpora", "json", NULL);
  g_autofree char *table_path = g_build_filename (folder, "verdicts.tsv", NULL);
  g_autofree char *table = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_accepted = 0, n_refused = 0;

  if (!g_file_get_contents (table_path, &table, NULL, NULL))
    {
      g_test_skip ("the shared corpora are not here: set TRH_SHARED");
      return;
    }
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 3);
      g_autofree char *path = g_build_filename (folder, columns[0], NULL);
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      gsize length;
      gboolean good;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      good = accepts (text, length, &error);
      g_test_message ("%s: %s", columns[0], good ? "read" : error->message);
      g_assert_cmpstr (good ? "accept" : "reject", ==, columns[1]);
      if (good)
        n_accepted++;
      else
        n_refused++;
    }
  g_test_message ("%u read, %u refused", n_accepted, n_refused);
  g_assert_cmpuint (n_accepted, ==, 94);
  g_assert_cmpuint (n_refused, ==, 224);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/grammar", test_grammar);
  g_test_add_func ("/json/ceilings", test_ceilings);
  g_test_add_func ("/json/counts", test_counts);
  g_test_add_func ("/json/messages", test_messages_stay_short);
  g_test_add_func ("/json/places", test_places);
  g_test_add_func ("/json/inverse", test_what_is_written_is_read_again);
  g_test_add_func ("/json/reals", test_reals_are_short_and_come_back);
  g_test_add_func ("/json/damage", test_damage);
  g_test_add_func ("/json/suite", test_suite);

  return g_test_run ();
}
