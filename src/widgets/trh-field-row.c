/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-field-row.h"

#include "widgets/trh-row-error.h"

typedef struct {
  TrhFieldLink *link;
  char         *shown;     /* the text of the member as it stands */
  gboolean      held_back; /* the refused text has taken the keyboard back once */
} TrhFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrhFieldRow, trh_field_row, TRH_TYPE_ENTRY_ROW)

enum { PROP_LINK = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
get_control (TrhFieldRow *self)
{
  return GTK_WIDGET (trh_entry_row_get_entry (TRH_ENTRY_ROW (self)));
}

static const char *
get_text (TrhFieldRow *self)
{
  return trh_entry_row_get_text (TRH_ENTRY_ROW (self));
}

static gboolean
is_edited (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);

  return !g_str_equal (get_text (self), priv->shown);
}

static void
show_text (TrhFieldRow *self, const char *text)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);

  g_free (priv->shown);
  priv->shown = g_strdup (text);
  if (is_edited (self))
    gtk_editable_set_text (GTK_EDITABLE (get_control (self)), text);
}

/**
 * trh_field_row_restore:
 * @self: a row
 *
 * Shows the member as it stands and forgets what was typed.
 */
void
trh_field_row_restore (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  trh_field_link_read (priv->link, &value);
  text = TRH_FIELD_ROW_GET_CLASS (self)->show (self, &value);
  show_text (self, text);
  priv->held_back = FALSE;
  trh_row_set_error (GTK_WIDGET (self), get_control (self), NULL);
}

/* What is being typed is not lost when the member changes meanwhile. */
static void
on_changed (TrhFieldRow *self)
{
  if (!is_edited (self) || (gtk_widget_get_state_flags (get_control (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    trh_field_row_restore (self);
}

static gboolean
write_value (TrhFieldRow *self, const GValue *value)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);
  g_autoptr(GError) error = NULL;

  if (!trh_field_link_write (priv->link, value, &error))
    {
      trh_row_set_error (GTK_WIDGET (self), get_control (self), error->message);
      return FALSE;
    }
  trh_field_row_restore (self);
  return TRUE;
}

/**
 * trh_field_row_commit:
 * @self: a row
 *
 * Writes what was typed.
 *
 * Returns: %FALSE when it was refused; the row then says why
 */
gboolean
trh_field_row_commit (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (!is_edited (self))
    {
      trh_row_set_error (GTK_WIDGET (self), get_control (self), NULL);
      return TRUE;
    }

  trh_field_link_read (priv->link, &value);
  if (TRH_FIELD_ROW_GET_CLASS (self)->read (self, text, &value, &error))
    return write_value (self, &value);

  trh_row_set_error (GTK_WIDGET (self), get_control (self), error->message);
  return FALSE;
}

static gboolean
take_back (gpointer data)
{
  TrhFieldRow *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && trh_row_get_error (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (get_control (self));

  return G_SOURCE_REMOVE;
}

/* A refused text takes the keyboard back once, so that nobody misses the reason; who leaves again, leaves. */
static void
on_left (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || trh_field_row_commit (self) || priv->held_back ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->held_back = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, take_back, g_object_ref (self), g_object_unref);
}

static gboolean
on_key (TrhFieldRow *self, guint key, guint code, GdkModifierType state)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);
  TrhFieldRowClass *klass = TRH_FIELD_ROW_GET_CLASS (self);
  g_auto(GValue) value = G_VALUE_INIT;
  int by = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? 1 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? -1 : 0;

  if (key == GDK_KEY_Escape && (is_edited (self) || trh_row_get_error (GTK_WIDGET (self)) != NULL))
    {
      trh_field_row_restore (self);
      return GDK_EVENT_STOP;
    }
  if (by == 0 || klass->step == NULL || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0 ||
      !gtk_editable_get_editable (GTK_EDITABLE (get_control (self))))
    return GDK_EVENT_PROPAGATE;

  if (!trh_field_row_commit (self))
    return GDK_EVENT_STOP;
  trh_field_link_read (priv->link, &value);
  if (klass->step (self, (state & GDK_SHIFT_MASK) != 0 ? by * 10 : by, &value))
    write_value (self, &value);
  return GDK_EVENT_STOP;
}

static void
trh_field_row_constructed (GObject *object)
{
  TrhFieldRow *self = TRH_FIELD_ROW (object);
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);

  G_OBJECT_CLASS (trh_field_row_parent_class)->constructed (object);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), trh_field_link_get_title (priv->link));
  g_signal_connect_object (priv->link, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  trh_field_row_restore (self);
}

static void
trh_field_row_finalize (GObject *object)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (TRH_FIELD_ROW (object));

  g_clear_object (&priv->link);
  g_free (priv->shown);

  G_OBJECT_CLASS (trh_field_row_parent_class)->finalize (object);
}

static void
trh_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (TRH_FIELD_ROW (object));

  if (prop_id == PROP_LINK)
    priv->link = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_field_row_class_init (TrhFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = trh_field_row_constructed;
  object_class->finalize = trh_field_row_finalize;
  object_class->set_property = trh_field_row_set_property;

  props[PROP_LINK] = g_param_spec_object ("link", NULL, NULL, TRH_TYPE_FIELD_LINK,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_field_row_init (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  priv->shown = g_strdup ("");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_control (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_control (self), focus);
  g_signal_connect_object (get_control (self), "activate", G_CALLBACK (trh_field_row_commit), self, G_CONNECT_SWAPPED);
}

TrhFieldLink *
trh_field_row_get_link (TrhFieldRow *self)
{
  TrhFieldRowPrivate *priv = trh_field_row_get_instance_private (self);

  return priv->link;
}

const TrhField *
trh_field_row_get_field (TrhFieldRow *self)
{
  return trh_field_link_get_field (trh_field_row_get_link (self));
}
