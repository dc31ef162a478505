/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-edit.h"

struct _TrhEdit
{
  char   *label;
  char   *merge_key; /* (nullable): edits of one key in quick succession are one step */
  GArray *changes;   /* TrhChange */
};

static void
change_clear (gpointer data)
{
  TrhChange *change = data;

  g_clear_pointer (&change->before, trh_record_unref);
  g_clear_pointer (&change->after, trh_record_unref);
}

/**
 * trh_edit_new:
 * @label: what the person does, in their words, as in “Move stay of Camille Serre”
 *
 * Returns: (transfer full): an edit without changes
 */
TrhEdit *
trh_edit_new (const char *label)
{
  TrhEdit *self = g_rc_box_new0 (TrhEdit);

  self->label = g_strdup (label);
  self->changes = g_array_new (FALSE, TRUE, sizeof (TrhChange));
  g_array_set_clear_func (self->changes, change_clear);

  return self;
}

TrhEdit *
trh_edit_ref (TrhEdit *self)
{
  return g_rc_box_acquire (self);
}

static void
edit_clear (gpointer data)
{
  TrhEdit *self = data;

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->changes, g_array_unref);
}

void
trh_edit_unref (TrhEdit *self)
{
  g_rc_box_release_full (self, edit_clear);
}

static void
add (TrhEdit *self, gpointer before, gpointer after, guint to)
{
  TrhChange change = { before, after, to };

  g_array_append_val (self->changes, change);
}

/**
 * trh_edit_insert:
 * @self: an edit
 * @record: (transfer full): a new record; it may still be filled until the edit is performed
 *
 * Adds the record at the end of the list of its type.
 */
void
trh_edit_insert (TrhEdit *self, gpointer record)
{
  add (self, NULL, record, TRH_AT_END);
}

/* The same, at a position of the list as it will stand then. */
void
trh_edit_insert_at (TrhEdit *self, guint position, gpointer record)
{
  add (self, NULL, record, position);
}

/**
 * trh_edit_change:
 * @self: an edit
 * @entity: a #TrhEntity of the project
 *
 * Returns: (transfer none): a copy of its record to change until the edit is performed;
 *   asked again for the same entity, the same copy
 */
gpointer
trh_edit_change (TrhEdit *self, gpointer entity)
{
  gconstpointer before = trh_entity_peek_record (entity);
  gpointer after;

  for (guint i = 0; i < self->changes->len; i++)
    {
      TrhChange *change = &g_array_index (self->changes, TrhChange, i);

      if (change->before == before && change->after != NULL && change->after != change->before)
        return change->after;
    }

  after = trh_record_copy (before);
  trh_edit_replace_record (self, before, after);
  return after;
}

/**
 * trh_edit_replace_record:
 * @self: an edit
 * @before: the record of an entity, or the one that an earlier change of this edit gives it
 * @after: (transfer full): what replaces it
 */
void
trh_edit_replace_record (TrhEdit *self, gconstpointer before, gpointer after)
{
  add (self, trh_record_ref (before), after, 0);
}

/* Removes an entity of the project. References to it are the caller's to settle. */
void
trh_edit_remove (TrhEdit *self, gpointer entity)
{
  trh_edit_remove_record (self, trh_entity_peek_record (entity));
}

/* Removes the entity that has this record. */
void
trh_edit_remove_record (TrhEdit *self, gconstpointer record)
{
  add (self, trh_record_ref (record), NULL, 0);
}

/* Moves an entity to another position of its list. */
void
trh_edit_move (TrhEdit *self, gpointer entity, guint position)
{
  trh_edit_move_record (self, trh_entity_peek_record (entity), position);
}

/* The same for the record that an entity will have when the change is applied. */
void
trh_edit_move_record (TrhEdit *self, gconstpointer record, guint position)
{
  add (self, trh_record_ref (record), trh_record_ref (record), position);
}

const char *
trh_edit_get_label (TrhEdit *self)
{
  return self->label;
}

/* Names the step anew, in the person’s language. */
void
trh_edit_set_label (TrhEdit *self, const char *label)
{
  char *copy = g_strdup (label);

  g_free (self->label);
  self->label = copy;
}

/* What trh_edit_set_merge_key() was given, or %NULL. */
const char *
trh_edit_get_merge_key (TrhEdit *self)
{
  return self->merge_key;
}

/**
 * trh_edit_set_merge_key:
 * @self: an edit
 * @key: names what is edited, as in “artist-7 name”
 *
 * Edits of the same key within two seconds become one step of the history.
 */
void
trh_edit_set_merge_key (TrhEdit *self, const char *key)
{
  char *copy = g_strdup (key);

  g_free (self->merge_key);
  self->merge_key = copy;
}

guint
trh_edit_get_n_changes (TrhEdit *self)
{
  return self->changes->len;
}

/* A change by its number, below trh_edit_get_n_changes(); lent until the next one is added. */
const TrhChange *
trh_edit_get_change (TrhEdit *self, guint index)
{
  return &g_array_index (self->changes, TrhChange, index);
}

/**
 * trh_edit_is_empty:
 * @self: an edit
 *
 * Returns: whether performing it would leave everything as it is
 */
gboolean
trh_edit_is_empty (TrhEdit *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      TrhChange *change = &g_array_index (self->changes, TrhChange, i);

      if (change->before == NULL || change->after == NULL || change->before == change->after ||
          !trh_record_equal (change->before, change->after))
        return FALSE;
    }

  return TRUE;
}

/* Adds a copy of one change. */
void
trh_edit_append_change (TrhEdit *self, const TrhChange *change)
{
  add (self,
       change->before != NULL ? trh_record_ref (change->before) : NULL,
       change->after != NULL ? trh_record_ref (change->after) : NULL,
       change->to);
}

/* Adds the changes of @later after those of @self. */
void
trh_edit_append (TrhEdit *self, TrhEdit *later)
{
  for (guint i = 0; i < later->changes->len; i++)
    trh_edit_append_change (self, &g_array_index (later->changes, TrhChange, i));
}
