/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/workspace/trh-workspace.h"

#include <glib/gi18n.h>

#include "core/model/trh-poll-facts.h"

struct _TrhWorkspace
{
  GObject     parent_instance;

  TrhProject *project;
  TrhHistory *history;
  TrhStore   *store;
  TrhTerritory *territory; /* (nullable): read when somebody asks */
  gboolean    looked_for_territory;
  TrhMatrix  *matrix;      /* (nullable): made when somebody asks */
  TrhAlerts  *alerts;      /* (nullable): made when somebody asks */
  char       *selected_id; /* "" when nothing is */
  char       *read_only;   /* (nullable): why it can only be looked at, as it was said last */
};

G_DEFINE_FINAL_TYPE (TrhWorkspace, trh_workspace, G_TYPE_OBJECT)

enum { PROP_PROJECT = 1, PROP_HISTORY, PROP_STORE, PROP_ALERTS, PROP_SELECTED_ID, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_workspace_finalize (GObject *object)
{
  TrhWorkspace *self = TRH_WORKSPACE (object);

  g_clear_object (&self->alerts);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->territory, trh_territory_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->history);
  g_clear_object (&self->project);
  g_free (self->selected_id);
  g_free (self->read_only);

  G_OBJECT_CLASS (trh_workspace_parent_class)->finalize (object);
}

static void
trh_workspace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhWorkspace *self = TRH_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_ALERTS:
      g_value_set_object (value, trh_workspace_get_alerts (self));
      break;
    case PROP_SELECTED_ID:
      g_value_set_string (value, self->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_workspace_class_init (TrhWorkspaceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_workspace_finalize;
  object_class->get_property = trh_workspace_get_property;

  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TRH_TYPE_PROJECT, flags);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, TRH_TYPE_HISTORY, flags);
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, TRH_TYPE_STORE, flags);
  props[PROP_ALERTS] = g_param_spec_object ("alerts", NULL, NULL, TRH_TYPE_ALERTS, flags);
  props[PROP_SELECTED_ID] = g_param_spec_string ("selected-id", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_workspace_init (TrhWorkspace *self)
{
  self->selected_id = g_strdup ("");
}

/* @store: (transfer full): its history and project are those of the workspace */
static TrhWorkspace *
new_from_store (TrhStore *store)
{
  TrhWorkspace *self = g_object_new (TRH_TYPE_WORKSPACE, NULL);

  self->store = store;
  self->history = g_object_ref (trh_store_get_history (store));
  self->project = g_object_ref (trh_history_get_project (self->history));

  return self;
}

/**
 * trh_workspace_new:
 * @project: a project
 * @path: (nullable): the file that it is saved to; %NULL while it has no name
 *
 * Returns: (transfer full): a workspace
 */
TrhWorkspace *
trh_workspace_new (TrhProject *project, const char *path)
{
  g_autoptr(TrhHistory) history = trh_history_new (project);

  return new_from_store (trh_store_new (history, path));
}

/**
 * trh_workspace_open:
 * @path: a project file
 * @mode: what the file is to the project
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Opens a file as trh_store_open() does.
 *
 * Returns: (transfer full): a workspace, or %NULL with @error set
 */
TrhWorkspace *
trh_workspace_open (const char *path, TrhOpenMode mode, GError **error)
{
  TrhStore *store = trh_store_open (path, mode, error);

  return store != NULL ? new_from_store (store) : NULL;
}

/* The same with a kept version in the place of a file that cannot be read, as trh_store_open_backup() does. */
TrhWorkspace *
trh_workspace_open_backup (const TrhBackup *backup, const char *path, GError **error)
{
  TrhStore *store = trh_store_open_backup (backup, path, error);

  return store != NULL ? new_from_store (store) : NULL;
}

TrhProject *
trh_workspace_get_project (TrhWorkspace *self)
{
  return self->project;
}

TrhHistory *
trh_workspace_get_history (TrhWorkspace *self)
{
  return self->history;
}

TrhStore *
trh_workspace_get_store (TrhWorkspace *self)
{
  return self->store;
}

/**
 * trh_workspace_get_territory:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what is known of the ground, read at the first call;
 *   %NULL when its file is not there, and then roads are straight lines
 */
TrhTerritory *
trh_workspace_get_territory (TrhWorkspace *self)
{
  if (!self->looked_for_territory)
    {
      g_autofree char *path = trh_territory_find_file ();
      g_autoptr(GError) error = NULL;

      self->looked_for_territory = TRUE;
      self->territory = trh_territory_load (path, &error);
      if (self->territory == NULL)
        g_info ("no territory: %s", error->message);
    }

  return self->territory;
}

/* How far and how long it is between the places of the project. */
TrhMatrix *
trh_workspace_get_matrix (TrhWorkspace *self)
{
  if (self->matrix == NULL)
    {
      TrhTerritory *territory = trh_workspace_get_territory (self);

      self->matrix = trh_matrix_new (self->project, territory != NULL ? trh_territory_get_roads (territory) : NULL);
    }

  return self->matrix;
}

/**
 * trh_workspace_get_alerts:
 * @self: a workspace
 *
 * Returns: (transfer none): what is wrong with the schedule; made at the first call, and
 *   right after each edit from then on
 */
TrhAlerts *
trh_workspace_get_alerts (TrhWorkspace *self)
{
  if (self->alerts == NULL)
    self->alerts = trh_alerts_new (self->project, trh_workspace_get_matrix (self));

  return self->alerts;
}

/* What is chosen in every view, or "". */
const char *
trh_workspace_get_selected_id (TrhWorkspace *self)
{
  return self->selected_id;
}

/* Chooses an object of the project in every view, or none with "". */
void
trh_workspace_select (TrhWorkspace *self, const char *id)
{
  if (g_str_equal (self->selected_id, id))
    return;
  trh_record_set_text (&self->selected_id, id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
}

/* Whether the season can only be looked at: its file is of a later version, or is open elsewhere. */
gboolean
trh_workspace_is_read_only (TrhWorkspace *self)
{
  return trh_project_is_read_only (self->project) || trh_store_get_holder (self->store) != NULL;
}

/* Why the season can only be looked at, or %NULL. */
const char *
trh_workspace_say_read_only (TrhWorkspace *self)
{
  const char *holder = trh_store_get_holder (self->store);

  g_clear_pointer (&self->read_only, g_free);
  if (trh_project_is_read_only (self->project))
    self->read_only = g_strdup (_("This season was written by a newer version of the program: it can only be looked at"));
  else if (holder != NULL)
    /* Translators: a person and a computer, as in “Marie on studio” */
    self->read_only = g_strdup_printf (_("This season is open elsewhere (%s): it can only be looked at here"), holder);

  return self->read_only;
}

/**
 * trh_workspace_perform:
 * @self: a workspace
 * @edit: an edit made from its project as it stands
 *
 * The only way to change a project.
 *
 * Returns: %FALSE when the project is read-only and nothing was done
 */
gboolean
trh_workspace_perform (TrhWorkspace *self, TrhEdit *edit)
{
  if (trh_workspace_is_read_only (self))
    return FALSE;
  trh_history_perform (self->history, edit);
  return TRUE;
}

/* The turn of the step at @index, lent. */
static TrhEdit *
peek_turn (TrhWorkspace *self, guint index)
{
  g_autoptr(TrhStep) step = g_list_model_get_item (G_LIST_MODEL (self->history), index);

  return trh_step_peek_turn (step);
}

/* From the step below @n_done downwards, the first that can be taken back; those that stay are added to @above, and
 * @reason is of the topmost of them. Returns its index, or -1 when all stay down to @least. */
static int
find_undoable (TrhWorkspace *self, guint n_done, guint least, GPtrArray *above, const char **reason)
{
  for (guint i = n_done; i > least; i--)
    {
      TrhEdit *turn = peek_turn (self, i - 1);
      const char *kept = trh_poll_say_kept (self->project, turn, above);

      if (kept == NULL)
        return (int) i - 1;
      if (*reason == NULL)
        *reason = kept;
      g_ptr_array_add (above, trh_edit_ref (turn));
    }
  return -1;
}

static GPtrArray *
turns_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trh_edit_unref);
}

/**
 * trh_workspace_say_kept:
 * @self: a workspace
 * @n_done: how many steps are to stand
 * @all: (out) (optional): whether nothing could be taken back for it
 *
 * What is known of a vote that was held is not undone, nor is what it stands on: undoing goes past these steps.
 *
 * Returns: (nullable): why a step above the first @n_done stays; %NULL when none does
 */
const char *
trh_workspace_say_kept (TrhWorkspace *self, guint n_done, gboolean *all)
{
  g_autoptr(GPtrArray) above = turns_new ();
  const char *reason = NULL;
  guint i = trh_history_get_n_done (self->history);
  gboolean any = FALSE;
  int index;

  while (i > n_done && (index = find_undoable (self, i, n_done, above, &reason)) >= 0)
    {
      any = TRUE;
      i = (guint) index;
    }
  if (all != NULL)
    *all = !any;
  return reason;
}

/**
 * trh_workspace_get_undo_label:
 * @self: a workspace
 *
 * Returns: (nullable): the label of the step that undo takes back; %NULL when there is none
 */
const char *
trh_workspace_get_undo_label (TrhWorkspace *self)
{
  g_autoptr(GPtrArray) above = turns_new ();
  const char *reason = NULL;
  const int index = find_undoable (self, trh_history_get_n_done (self->history), 0, above, &reason);

  return index >= 0 ? trh_edit_get_label (peek_turn (self, (guint) index)) : NULL;
}

/* Takes back the last step that can be; %FALSE when there is none. */
gboolean
trh_workspace_undo (TrhWorkspace *self)
{
  g_autoptr(GPtrArray) above = turns_new ();
  const char *reason = NULL;
  const int index = find_undoable (self, trh_history_get_n_done (self->history), 0, above, &reason);

  if (index < 0)
    return FALSE;
  trh_history_raise (self->history, (guint) index);
  return trh_history_undo (self->history);
}

gboolean
trh_workspace_redo (TrhWorkspace *self)
{
  return trh_history_redo (self->history);
}

/**
 * trh_workspace_go_to:
 * @self: a workspace
 * @n_done: how many steps are to stand, from the oldest
 *
 * Undoes or redoes until that many steps stand, and those above them that stay, as trh_workspace_say_kept() says.
 */
void
trh_workspace_go_to (TrhWorkspace *self, guint n_done)
{
  g_autoptr(GPtrArray) above = turns_new ();
  const char *reason = NULL;
  guint i = trh_history_get_n_done (self->history);
  int index;

  g_object_freeze_notify (G_OBJECT (self->history));
  while (i > n_done && (index = find_undoable (self, i, n_done, above, &reason)) >= 0)
    {
      trh_history_raise (self->history, (guint) index);
      trh_history_undo (self->history);
      i = (guint) index;
    }
  if (trh_history_get_n_done (self->history) < n_done)
    trh_history_go_to (self->history, n_done);
  g_object_thaw_notify (G_OBJECT (self->history));
}
