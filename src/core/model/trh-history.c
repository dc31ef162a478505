/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-history.h"

#define MERGE_US (2 * G_USEC_PER_SEC) /* edits of one field that are that near are one step */

struct _TrhStep
{
  GObject    parent_instance;

  TrhEdit   *turn; /* takes it back when done, does it again when undone */
  char      *merge_key; /* (nullable) */
  GDateTime *time;
  gint64     monotonic_us;
  gboolean   done;
};

G_DEFINE_FINAL_TYPE (TrhStep, trh_step, G_TYPE_OBJECT)

enum { STEP_LABEL = 1, STEP_TIME, STEP_DONE, N_STEP_PROPS };
static GParamSpec *step_props[N_STEP_PROPS];

static void
trh_step_finalize (GObject *object)
{
  TrhStep *self = TRH_STEP (object);

  g_clear_pointer (&self->turn, trh_edit_unref);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (trh_step_parent_class)->finalize (object);
}

static void
trh_step_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhStep *self = TRH_STEP (object);

  switch (prop_id)
    {
    case STEP_LABEL:
      g_value_set_string (value, trh_step_get_label (self));
      break;
    case STEP_TIME:
      g_value_set_boxed (value, self->time);
      break;
    case STEP_DONE:
      g_value_set_boolean (value, self->done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_step_class_init (TrhStepClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_step_finalize;
  object_class->get_property = trh_step_get_property;

  step_props[STEP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  step_props[STEP_TIME] = g_param_spec_boxed ("time", NULL, NULL, G_TYPE_DATE_TIME, flags);
  step_props[STEP_DONE] = g_param_spec_boolean ("done", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_STEP_PROPS, step_props);
}

static void
trh_step_init (TrhStep *self)
{
  self->time = g_date_time_new_now_local ();
  self->monotonic_us = g_get_monotonic_time ();
  self->done = TRUE;
}

const char *
trh_step_get_label (TrhStep *self)
{
  return trh_edit_get_label (self->turn);
}

GDateTime *
trh_step_get_time (TrhStep *self)
{
  return self->time;
}

/* What takes it back, or does it again when it is undone, (transfer none). */
TrhEdit *
trh_step_peek_turn (TrhStep *self)
{
  return self->turn;
}

struct _TrhHistory
{
  GObject     parent_instance;

  TrhProject *project;
  GPtrArray  *steps;  /* TrhStep, the oldest first */
  guint       n_done; /* the others are undone */
};

enum { PROP_N_DONE = 1, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return TRH_TYPE_STEP;
}

static guint
get_n_items (GListModel *model)
{
  return TRH_HISTORY (model)->steps->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TrhHistory *self = TRH_HISTORY (model);

  return position < self->steps->len ? g_object_ref (self->steps->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhHistory, trh_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
trh_history_finalize (GObject *object)
{
  TrhHistory *self = TRH_HISTORY (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (trh_history_parent_class)->finalize (object);
}

static void
trh_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhHistory *self = TRH_HISTORY (object);

  switch (prop_id)
    {
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, trh_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, trh_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_history_class_init (TrhHistoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_history_finalize;
  object_class->get_property = trh_history_get_property;

  props[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[MOVED] = g_signal_new ("moved", TRH_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 4, G_TYPE_INT, G_TYPE_UINT, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
trh_history_init (TrhHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

TrhHistory *
trh_history_new (TrhProject *project)
{
  TrhHistory *self = g_object_new (TRH_TYPE_HISTORY, NULL);

  self->project = g_object_ref (project);

  return self;
}

TrhProject *
trh_history_get_project (TrhHistory *self)
{
  return self->project;
}

static void
notify_all (TrhHistory *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/* Whether @edit is of the same field as the last step, a moment later. */
static gboolean
goes_on (TrhHistory *self, TrhEdit *edit)
{
  const char *key = trh_edit_get_merge_key (edit);
  TrhStep *last = self->n_done > 0 ? self->steps->pdata[self->n_done - 1] : NULL;

  return key != NULL && last != NULL && self->n_done == self->steps->len && g_strcmp0 (last->merge_key, key) == 0 &&
         g_get_monotonic_time () - last->monotonic_us <= MERGE_US;
}

/* Takes @inverse into the last step. */
static void
merge (TrhHistory *self, TrhEdit *inverse)
{
  TrhStep *last = self->steps->pdata[self->n_done - 1];
  TrhEdit *joined = trh_edit_new (trh_edit_get_label (inverse));

  trh_edit_append (joined, inverse);
  trh_edit_append (joined, last->turn);
  trh_edit_unref (last->turn);
  last->turn = joined;
  last->monotonic_us = g_get_monotonic_time ();
}

static void
add_step (TrhHistory *self, TrhEdit *edit, TrhEdit *inverse, GDateTime *time)
{
  guint n_dropped = self->steps->len - self->n_done;
  TrhStep *step = g_object_new (TRH_TYPE_STEP, NULL);

  if (n_dropped > 0)
    {
      g_ptr_array_set_size (self->steps, (int) self->n_done);
      g_list_model_items_changed (G_LIST_MODEL (self), self->n_done, n_dropped, 0);
    }
  step->turn = trh_edit_ref (inverse);
  step->merge_key = g_strdup (trh_edit_get_merge_key (edit));
  if (time != NULL)
    {
      g_date_time_unref (step->time);
      step->time = g_date_time_ref (time);
    }
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  g_list_model_items_changed (G_LIST_MODEL (self), self->steps->len - 1, 0, 1);
}

static void
perform (TrhHistory *self, TrhEdit *edit, gboolean merged, GDateTime *time)
{
  g_autoptr(TrhEdit) inverse = trh_project_apply (self->project, edit);

  if (merged)
    merge (self, inverse);
  else
    add_step (self, edit, inverse, time);
  g_signal_emit (self, signals[MOVED], 0, merged ? TRH_MOVE_MERGED : TRH_MOVE_DONE, self->n_done - 1, edit, inverse);
  notify_all (self);
}

/**
 * trh_history_perform:
 * @self: a history
 * @edit: an edit made from the project as it stands; it is frozen from now on
 *
 * Applies the edit and keeps what takes it back; what was undone is dropped. An edit that
 * changes nothing leaves no step.
 */
void
trh_history_perform (TrhHistory *self, TrhEdit *edit)
{
  if (!trh_edit_is_empty (edit))
    perform (self, edit, goes_on (self, edit), NULL);
}

/**
 * trh_history_replay:
 * @self: a history
 * @edit: an edit made from the project as it stands
 * @merged: whether it belongs to the last step, as it did then
 * @time: when it was done
 *
 * trh_history_perform() of something that was done before, whatever the clock says now.
 */
void
trh_history_replay (TrhHistory *self, TrhEdit *edit, gboolean merged, GDateTime *time)
{
  perform (self, edit, merged && self->n_done > 0 && self->n_done == self->steps->len, time);
  ((TrhStep *) self->steps->pdata[self->n_done - 1])->monotonic_us = 0; /* what comes next is a step of its own */
}

static void
turn (TrhHistory *self, guint index)
{
  TrhStep *step = self->steps->pdata[index];
  g_autoptr(TrhEdit) edit = g_steal_pointer (&step->turn);

  step->turn = trh_project_apply (self->project, edit);
  step->done = !step->done;
  step->monotonic_us = 0; /* what comes next is a step of its own */
  g_object_notify_by_pspec (G_OBJECT (step), step_props[STEP_DONE]);
  g_signal_emit (self, signals[MOVED], 0, step->done ? TRH_MOVE_REDONE : TRH_MOVE_UNDONE, index, edit, step->turn);
}

/**
 * trh_history_go_to:
 * @self: a history
 * @n_done: how many steps are to stand, from the oldest
 *
 * Undoes or redoes until that many steps are done.
 */
void
trh_history_go_to (TrhHistory *self, guint n_done)
{
  n_done = MIN (n_done, self->steps->len);
  if (n_done == self->n_done)
    return;
  while (self->n_done > n_done)
    turn (self, --self->n_done);
  while (self->n_done < n_done)
    turn (self, self->n_done++);
  notify_all (self);
}

/**
 * trh_history_raise:
 * @self: a history
 * @index: of a step that stands
 *
 * Puts a step above all others that stand, as if it had been done last, so that it can be undone without them. Only for
 * a step that touches nothing of what those above it touch: the project stays as it is.
 */
void
trh_history_raise (TrhHistory *self, guint index)
{
  const guint top = self->n_done - 1;
  TrhStep *step;

  g_return_if_fail (index < self->n_done);
  if (index == top)
    return;
  step = g_ptr_array_steal_index (self->steps, index);
  step->monotonic_us = 0; /* what comes next is a step of its own */
  g_ptr_array_insert (self->steps, (int) top, step);
  g_list_model_items_changed (G_LIST_MODEL (self), index, top - index + 1, top - index + 1);
  g_signal_emit (self, signals[MOVED], 0, TRH_MOVE_RAISED, index, NULL, NULL);
  notify_all (self);
}

/* Takes the last step back; %FALSE when there is none. */
gboolean
trh_history_undo (TrhHistory *self)
{
  if (self->n_done == 0)
    return FALSE;
  trh_history_go_to (self, self->n_done - 1);
  return TRUE;
}

/* Does the last undone step again; %FALSE when there is none. */
gboolean
trh_history_redo (TrhHistory *self)
{
  if (self->n_done == self->steps->len)
    return FALSE;
  trh_history_go_to (self, self->n_done + 1);
  return TRUE;
}

/* How many of the steps are done; those after them are undone. */
guint
trh_history_get_n_done (TrhHistory *self)
{
  return self->n_done;
}

/* Label of the step that undo takes back, or %NULL. */
const char *
trh_history_get_undo_label (TrhHistory *self)
{
  return self->n_done > 0 ? trh_step_get_label (self->steps->pdata[self->n_done - 1]) : NULL;
}

/* Label of the step that redo does again, or %NULL. */
const char *
trh_history_get_redo_label (TrhHistory *self)
{
  return self->n_done < self->steps->len ? trh_step_get_label (self->steps->pdata[self->n_done]) : NULL;
}
