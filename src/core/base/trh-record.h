/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <stdbool.h>

#include "core/base/trh-error.h"

G_BEGIN_DECLS

typedef enum {
  TRH_KIND_TEXT,  /* char *, never NULL */
  TRH_KIND_REAL,  /* double, finite */
  TRH_KIND_INT,   /* int; its format says how it is written */
  TRH_KIND_BOOL,  /* bool */
  TRH_KIND_LIST,  /* GPtrArray of records of @child, never NULL */
  TRH_KIND_TEXTS, /* char **, never NULL */
} TrhKind;

/* What a text or a number means, beyond its C type. */
typedef enum {
  TRH_FORMAT_PLAIN,
  TRH_FORMAT_PROSE,    /* text of several lines */
  TRH_FORMAT_CHOICE,   /* int: one of @choices, written by name */
  TRH_FORMAT_DAY,      /* int: days since 1970-01-01, written `2027-06-12`; 0 is none and is left out */
  TRH_FORMAT_CLOCK,    /* int: minutes since midnight, written `18:30`; -1 is none and is left out */
  TRH_FORMAT_WEEKDAYS, /* text: ISO weekdays in order, "12345"; "" is every day */
  TRH_FORMAT_ID,       /* text or texts: ids of objects of the collection @target, or "" */
  TRH_FORMAT_PRIVATE,  /* prose that leaves neither in a town's copy nor in a public one */
} TrhFormat;

typedef struct _TrhSchema TrhSchema;

typedef struct {
  const char *name; /* JSON member and GObject property */
  TrhKind     kind;
  gsize       offset;
  double      min, max; /* inclusive; text: characters; texts and lists: how many */
  double      standard; /* the value of a missing member; never changed once published */
  TrhFormat   format;

  const char *const *choices; /* (nullable): names of an enum, NULL-terminated */
  const TrhSchema   *child;   /* of a list */
  guint              longest; /* of texts: characters of one of them; 0 is %TRH_MAX_LINE */
  const char        *target;  /* of an id: the collection, or "a b" when two are possible */
} TrhField;

struct _TrhSchema
{
  const char     *collection; /* JSON member that holds the list; NULL for parts without id */
  gsize           size;
  const TrhField *fields;
  guint           n_fields;
  const char     *key;       /* (nullable): member that holds the id when it is not "id" */
  gboolean        singleton; /* one object, not a list; its id is the collection's name */
};

/* The head of every record. Mutable until handed to an edit, frozen after. */
typedef struct {
  const TrhSchema *schema;
  char            *id;      /* (nullable): parts have none */
  JsonObject      *unknown; /* (nullable) (owned): members we do not know */
} TrhRecord;

/* The kind follows from the C type: a member of another type does not compile. */
#define TRH_KIND_OF(T, member) _Generic (((T *) 0)->member, \
  char *: TRH_KIND_TEXT, double: TRH_KIND_REAL, int: TRH_KIND_INT, bool: TRH_KIND_BOOL, \
  GPtrArray *: TRH_KIND_LIST, char **: TRH_KIND_TEXTS)

#define TRH_FIELD(T, member, name, ...) \
  { name, TRH_KIND_OF (T, member), G_STRUCT_OFFSET (T, member), __VA_ARGS__ }

#define TRH_SCHEMA(collection, Record, fields, ...) \
  { collection, sizeof (Record), fields, G_N_ELEMENTS (fields), __VA_ARGS__ }

/* The usual endings of a table's line. */
#define TRH_AS_DAY              0, TRH_MAX_DAY, 0, TRH_FORMAT_DAY
#define TRH_AS_CLOCK            -1, 1439, -1, TRH_FORMAT_CLOCK
#define TRH_AS_CHOICE(names)    0, G_N_ELEMENTS (names) - 2, 0, TRH_FORMAT_CHOICE, .choices = names
#define TRH_AS_ID(collection)   0, TRH_MAX_ID, 0, TRH_FORMAT_ID, .target = collection
#define TRH_AS_IDS(collection)  0, TRH_MAX_PARTS, 0, TRH_FORMAT_ID, .target = collection
#define TRH_AS_TITLE            0, TRH_MAX_TITLE
#define TRH_AS_LINE             0, TRH_MAX_LINE
#define TRH_AS_PROSE            0, TRH_MAX_PROSE, 0, TRH_FORMAT_PROSE
#define TRH_AS_PRIVATE          0, TRH_MAX_PROSE, 0, TRH_FORMAT_PRIVATE
#define TRH_AS_TEXTS            0, TRH_MAX_PARTS
#define TRH_AS_LIST(schema)     0, TRH_MAX_PARTS, .child = schema

guint     trh_field_get_most_characters (const TrhField *field);
gpointer  trh_record_new       (const TrhSchema *schema, const char *id);
gpointer  trh_record_copy      (gconstpointer record);
gpointer  trh_record_ref       (gconstpointer record);
void      trh_record_unref     (gpointer record);
gboolean  trh_record_equal     (gconstpointer a, gconstpointer b);
gboolean  trh_record_same      (gconstpointer a, gconstpointer b, guint field);
gboolean  trh_record_is_standard (gconstpointer record, guint field);
void      trh_record_get       (gconstpointer record, guint field, GValue *value);
gboolean  trh_record_set       (gpointer record, guint field, const GValue *value, GError **error);
gboolean  trh_record_check     (gconstpointer record, const char *path, GError **error);
int       trh_schema_find      (const TrhSchema *schema, const char *name);

void      trh_record_set_text  (char **member, const char *text);
void      trh_record_set_texts (char ***member, const char *const *texts);
void      trh_record_add_text  (char ***member, const char *text);

/* JSON */
void      trh_record_append    (GString *out, gconstpointer record, guint indent);
gpointer  trh_record_from_json (const TrhSchema *schema, JsonNode *node, const char *path, GError **error);

/*< for the files of this room >*/
#define TRH_MEMBER(record, field) ((gpointer) ((char *) (record) + (field)->offset))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhRecord, trh_record_unref)

G_END_DECLS
