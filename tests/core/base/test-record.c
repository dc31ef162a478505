/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-record.h"

#include <math.h>

#include "core/base/trh-day.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"

/* A type of its own, with a field of every kind and format. */
typedef struct {
  TrhRecord base;
  char *note;
  int   day;
} PartRecord;

typedef struct {
  TrhRecord base;
  char      *name;
  char      *weekdays;
  char      *friend_id;
  char     **friends;
  char     **words;
  double     share;
  int        number;
  int        choice;
  int        day;
  int        clock;
  bool       yes;
  bool       usually;
  GPtrArray *parts;
} ThingRecord;

static const char *const choice_names[] = { "first", "second", NULL };

#define F(member, name, ...) TRH_FIELD (PartRecord, member, name, __VA_ARGS__)
static const TrhField part_fields[] = {
  F (note, "note", TRH_AS_LINE),
  F (day,  "day",  TRH_AS_DAY),
};
#undef F
static const TrhSchema part_schema = TRH_SCHEMA (NULL, PartRecord, part_fields);

#define F(member, name, ...) TRH_FIELD (ThingRecord, member, name, __VA_ARGS__)
static const TrhField thing_fields[] = {
  F (name,      "name",     0, 5),
  F (weekdays,  "weekdays", 0, 7, 0, TRH_FORMAT_WEEKDAYS),
  F (friend_id, "friend",   TRH_AS_ID ("things")),
  F (friends,   "friends",  TRH_AS_IDS ("things")),
  F (words,     "words",    0, 3),
  F (share,     "share",    0, 1, 0.5),
  F (number,    "number",   1, 60, 1),
  F (choice,    "choice",   TRH_AS_CHOICE (choice_names)),
  F (day,       "day",      TRH_AS_DAY),
  F (clock,     "clock",    TRH_AS_CLOCK),
  F (yes,       "yes"),
  F (usually,   "usually",  0, 1, 1),
  F (parts,     "parts",    0, 2, .child = &part_schema),
};
#undef F
static const TrhSchema thing_schema = TRH_SCHEMA ("things", ThingRecord, thing_fields);

static gpointer
read_thing (const char *members, GError **error)
{
  g_autofree char *text = g_strdup_printf ("{\"id\":\"t\"%s%s}", *members != '\0' ? "," : "", members);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);

  return node != NULL ? trh_record_from_json (&thing_schema, node, "things[0]", error) : NULL;
}

static char *
write_thing (gconstpointer record)
{
  GString *out = g_string_new (NULL);

  trh_record_append (out, record, 0);
  return g_string_free (out, FALSE);
}

static void
test_standard_values (void)
{
  g_autoptr(TrhRecord) made = trh_record_new (&thing_schema, "t");
  g_autoptr(TrhRecord) read = read_thing ("", NULL);
  const ThingRecord *thing = (const ThingRecord *) made;
  g_autofree char *text = write_thing (made);

  g_assert_cmpstr (text, ==, "{\n  \"id\": \"t\"\n}");
  g_assert_true (trh_record_equal (made, read));
  g_assert_cmpfloat (thing->share, ==, 0.5);
  g_assert_cmpint (thing->number, ==, 1);
  g_assert_cmpint (thing->clock, ==, TRH_NO_CLOCK);
  g_assert_true (thing->usually);
  for (guint i = 0; i < thing_schema.n_fields; i++)
    g_assert_true (trh_record_is_standard (made, i));
  g_assert_true (trh_record_check (made, "things[0]", NULL));
}

static void
test_what_is_read_is_written (void)
{
  static const char *const cases[] = {
    "\"name\": \"é😀\"", "\"weekdays\": \"1357\"", "\"friend\": \"u-1\"", "\"friends\": [\"a\", \"b\"]", "\"words\": [\"\", \"x\"]",
    "\"share\": 0.1", "\"share\": 1.0", "\"number\": 60", "\"choice\": \"second\"", "\"day\": \"2027-06-12\"", "\"clock\": \"00:00\"",
    "\"yes\": true", "\"usually\": false", "\"parts\": [\n    {},\n    {\n      \"note\": \"n\",\n      \"day\": \"2027-06-12\"\n    }\n  ]",
    "\"later\": {\n    \"x\": null,\n    \"y\": [\n      1,\n      2.5\n    ]\n  }",
    "\"parts\": [\n    {\n      \"id\": \"parts have none: it is kept\"\n    }\n  ]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhRecord) record = read_thing (cases[i], &error);
      g_autoptr(TrhRecord) copy = NULL;
      g_autoptr(TrhRecord) plain = trh_record_new (&thing_schema, "t");
      g_autofree char *expected = g_strdup_printf ("{\n  \"id\": \"t\",\n  %s\n}", cases[i]);
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      text = write_thing (record);
      g_assert_cmpstr (text, ==, expected);
      copy = trh_record_copy (record);
      again = write_thing (copy);
      g_assert_cmpstr (again, ==, text);
      g_assert_true (trh_record_equal (record, copy));
      g_assert_false (trh_record_equal (record, plain));
    }
}

static void
test_wrong_values (void)
{
  static const struct { const char *members, *message; int code; } cases[] = {
    { "\"name\":\"123456\"", "things[0].name: 6 characters, not between 0 and 5", TRH_DATA_ERROR_TOO_LARGE },
    { "\"name\":7", "things[0].name: a number is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"name\":null", "things[0].name: null is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"weekdays\":\"21\"", "things[0].weekdays: “21” are not weekdays in order, from 1 (Monday) to 7", TRH_DATA_ERROR_INVALID },
    { "\"weekdays\":\"8\"", "things[0].weekdays: “8” are not weekdays in order, from 1 (Monday) to 7", TRH_DATA_ERROR_INVALID },
    { "\"friend\":\"a b\"", "things[0].friend: “a b” cannot be the identifier of an object", TRH_DATA_ERROR_INVALID },
    { "\"friends\":[\"a\",\"\\n\"]", "things[0].friends: “�” cannot be the identifier of an object", TRH_DATA_ERROR_INVALID },
    { "\"friends\":[1]", "things[0].friends: a number is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"words\":[\"\",\"\",\"\",\"\"]", "things[0].words: 4 items are too many", TRH_DATA_ERROR_TOO_LARGE },
    { "\"share\":1.0000001", "things[0].share: 1.0000001 is not between 0 and 1", TRH_DATA_ERROR_INVALID },
    { "\"share\":-1", "things[0].share: -1 is not between 0 and 1", TRH_DATA_ERROR_INVALID },
    { "\"share\":true", "things[0].share: true or false is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"number\":0", "things[0].number: 0 is not between 1 and 60", TRH_DATA_ERROR_INVALID },
    { "\"number\":1.0", "things[0].number: a number is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"number\":9007199254740991", "things[0].number: 2147483647 is not between 1 and 60", TRH_DATA_ERROR_INVALID },
    { "\"choice\":\"third\"", "things[0].choice: “third” is none of the choices", TRH_DATA_ERROR_INVALID },
    { "\"choice\":1", "things[0].choice: a number is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"day\":\"2027-06-31\"", "things[0].day: 2027-06-31 is not a day", TRH_DATA_ERROR_INVALID },
    { "\"day\":\"\"", "things[0].day:  is not a day", TRH_DATA_ERROR_INVALID },
    { "\"clock\":\"24:00\"", "things[0].clock: 24:00 is not a clock time", TRH_DATA_ERROR_INVALID },
    { "\"yes\":1", "things[0].yes: a number is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"parts\":{}", "things[0].parts: an object is not expected here", TRH_DATA_ERROR_INVALID },
    { "\"parts\":[1]", "things[0].parts[0]: an object is expected", TRH_DATA_ERROR_INVALID },
    { "\"parts\":[{},{},{}]", "things[0].parts: 3 items are too many", TRH_DATA_ERROR_TOO_LARGE },
    { "\"parts\":[{},{\"day\":\"x\"}]", "things[0].parts[1].day: x is not a day", TRH_DATA_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_thing (cases[i].members, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_error (error, TRH_DATA_ERROR, cases[i].code);
    }
}

/* A copy shares its parts, which are frozen, and nothing else. */
static void
test_copies_are_apart (void)
{
  g_autoptr(TrhRecord) record = read_thing ("\"name\":\"a\",\"friends\":[\"x\"],\"parts\":[{\"note\":\"n\"}],\"later\":1", NULL);
  g_autoptr(TrhRecord) copy = trh_record_copy (record);
  ThingRecord *thing = (ThingRecord *) copy;
  const ThingRecord *original = (const ThingRecord *) record;

  g_assert_true (thing->parts->pdata[0] == original->parts->pdata[0]);
  trh_record_set_text (&thing->name, "b");
  trh_record_add_text (&thing->friends, "y");
  g_ptr_array_add (thing->parts, trh_record_new (&part_schema, NULL));
  g_assert_cmpstr (original->name, ==, "a");
  g_assert_cmpuint (g_strv_length (original->friends), ==, 1);
  g_assert_cmpuint (original->parts->len, ==, 1);
  g_assert_false (trh_record_equal (record, copy));
  for (guint i = 0; i < thing_schema.n_fields; i++)
    {
      const char *name = thing_schema.fields[i].name;
      gboolean changed = g_str_equal (name, "name") || g_str_equal (name, "friends") || g_str_equal (name, "parts");

      g_assert_true (trh_record_same (record, copy, i) == !changed);
    }
}

/* What a form writes is checked like what a file holds; a refusal changes nothing. */
static void
test_set (void)
{
  g_autoptr(TrhRecord) record = trh_record_new (&thing_schema, "t");
  g_auto(GValue) text = G_VALUE_INIT;
  g_auto(GValue) number = G_VALUE_INIT;
  g_auto(GValue) real = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  guint name = (guint) trh_schema_find (&thing_schema, "name"), of_number = (guint) trh_schema_find (&thing_schema, "number");

  g_assert_cmpint (trh_schema_find (&thing_schema, "nothing"), ==, -1);
  g_value_init (&text, G_TYPE_STRING);
  g_value_init (&number, G_TYPE_INT);
  g_value_init (&real, G_TYPE_DOUBLE);

  g_value_set_string (&text, "abcde");
  g_assert_true (trh_record_set (record, name, &text, &error));
  g_value_set_string (&text, "abcdef");
  g_assert_false (trh_record_set (record, name, &text, &error));
  g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_cmpstr (((ThingRecord *) record)->name, ==, "abcde");

  g_value_set_int (&number, 61);
  g_assert_false (trh_record_set (record, of_number, &number, &error));
  g_assert_cmpstr (error->message, ==, "things.number: 61 is not between 1 and 60");
  g_clear_error (&error);
  g_value_set_double (&real, NAN);
  g_assert_false (trh_record_set (record, (guint) trh_schema_find (&thing_schema, "share"), &real, &error));
  g_assert_cmpint (((ThingRecord *) record)->number, ==, 1);
  g_assert_cmpfloat (((ThingRecord *) record)->share, ==, 0.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/record/standard", test_standard_values);
  g_test_add_func ("/base/record/inverse", test_what_is_read_is_written);
  g_test_add_func ("/base/record/wrong", test_wrong_values);
  g_test_add_func ("/base/record/copies", test_copies_are_apart);
  g_test_add_func ("/base/record/set", test_set);

  return g_test_run ();
}
