/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-page.h"

#include "core/model/trh-entity-edits.h"

#include <glib/gi18n.h>

typedef struct {
  TrhWorkspace *workspace;
  char         *title;
} TrhPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrhPage, trh_page, ADW_TYPE_BIN)

enum { PROP_WORKSPACE = 1, PROP_TITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_page_dispose (GObject *object)
{
  TrhPagePrivate *priv = trh_page_get_instance_private (TRH_PAGE (object));

  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->title, g_free);

  G_OBJECT_CLASS (trh_page_parent_class)->dispose (object);
}

static void
trh_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhPagePrivate *priv = trh_page_get_instance_private (TRH_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhPagePrivate *priv = trh_page_get_instance_private (TRH_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&priv->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_page_class_init (TrhPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_page_dispose;
  object_class->get_property = trh_page_get_property;
  object_class->set_property = trh_page_set_property;

  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TRH_TYPE_WORKSPACE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_page_init (TrhPage *self)
{
}

TrhWorkspace *
trh_page_get_workspace (TrhPage *self)
{
  TrhPagePrivate *priv = trh_page_get_instance_private (self);

  return priv->workspace;
}

/**
 * trh_page_perform:
 * @self: a page
 * @edit: an edit made from the project as it stands
 *
 * Performs the edit, whose label the window then says; tells when the season is read-only.
 *
 * Returns: whether it was performed
 */
gboolean
trh_page_perform (TrhPage *self, TrhEdit *edit)
{
  if (!trh_workspace_perform (trh_page_get_workspace (self), edit))
    {
      trh_page_tell (self, trh_workspace_say_read_only (trh_page_get_workspace (self)));
      return FALSE;
    }
  return TRUE;
}

/**
 * trh_page_delete:
 * @self: a page
 * @entities: (element-type TrhEntity): one at least
 *
 * Deletes the objects and offers to take it back; or tells why they stay.
 *
 * Returns: whether they are gone
 */
gboolean
trh_page_delete (TrhPage *self, GPtrArray *entities)
{
  g_autofree char *sentence = NULL;
  g_autoptr(TrhEdit) edit =
    trh_entity_edit_delete (trh_workspace_get_project (trh_page_get_workspace (self)), entities, &sentence);

  if (edit == NULL)
    trh_page_tell (self, sentence);
  if (edit == NULL || !trh_page_perform (self, edit))
    return FALSE;
  trh_page_tell_undo (self, sentence);
  return TRUE;
}

/**
 * trh_page_tell:
 * @self: a page
 * @sentence: what happened, for the person
 *
 * Shows @sentence for a moment and leaves it on the status line of the window.
 */
void
trh_page_tell (TrhPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", sentence);
}

/**
 * trh_page_tell_undo:
 * @self: a page
 * @sentence: what was just done and can be taken back
 *
 * The same, with a button that takes the last step back.
 */
void
trh_page_tell_undo (TrhPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", sentence);
}

/* Chooses an object everywhere and shows its form in the inspector. */
void
trh_page_open_inspector (TrhPage *self, const char *id)
{
  trh_workspace_select (trh_page_get_workspace (self), id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-inspector", NULL);
}
