/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-painter.h"

typedef struct {
  TrhProject *project; /* (nullable) */
  TrhFrozen  *frozen;  /* (nullable): what is shown, until it changes */
  gboolean    visible;
} TrhPainterPrivate;

struct _TrhFrozen
{
  gpointer data;
  void   (*draw) (gpointer data, TrhCanvas *canvas);
  void   (*free) (gpointer data);
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrhPainter, trh_painter, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
frozen_clear (gpointer memory)
{
  TrhFrozen *frozen = memory;

  frozen->free (frozen->data);
}

void
trh_frozen_unref (TrhFrozen *frozen)
{
  g_atomic_rc_box_release_full (frozen, frozen_clear);
}

/* Draws in a worker thread. */
void
trh_frozen_draw (TrhFrozen *frozen, TrhCanvas *canvas)
{
  cairo_save (canvas->cr);
  frozen->draw (frozen->data, canvas);
  cairo_restore (canvas->cr);
}

static void
trh_painter_dispose (GObject *object)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (TRH_PAINTER (object));

  g_clear_object (&priv->project);
  g_clear_pointer (&priv->frozen, trh_frozen_unref);

  G_OBJECT_CLASS (trh_painter_parent_class)->dispose (object);
}

static void
trh_painter_class_init (TrhPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_painter_dispose;

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_PAINTER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_painter_init (TrhPainter *self)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);

  priv->visible = TRUE;
}

/* Says that what is shown is out of date. */
void
trh_painter_changed (TrhPainter *self)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);

  g_clear_pointer (&priv->frozen, trh_frozen_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_project_changed (TrhPainter *self, TrhEdit *edit)
{
  guint follows = TRH_PAINTER_GET_CLASS (self)->follows;

  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;

      if ((follows & 1u << trh_collection_of (record->schema)) != 0)
        {
          trh_painter_changed (self);
          return;
        }
    }
}

void
trh_painter_set_project (TrhPainter *self, TrhProject *project)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);

  if (priv->project != NULL)
    g_signal_handlers_disconnect_by_func (priv->project, on_project_changed, self);
  if (!g_set_object (&priv->project, project))
    return;
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  trh_painter_changed (self);
}

TrhProject *
trh_painter_get_project (TrhPainter *self)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);

  return priv->project;
}

void
trh_painter_set_visible (TrhPainter *self, gboolean visible)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);

  if (priv->visible == visible)
    return;
  priv->visible = visible;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trh_painter_freeze:
 * @self: a painter
 *
 * Returns: (transfer full) (nullable): what it shows, to be drawn by a worker; the same until it changes
 */
TrhFrozen *
trh_painter_freeze (TrhPainter *self)
{
  TrhPainterPrivate *priv = trh_painter_get_instance_private (self);
  TrhPainterClass *klass = TRH_PAINTER_GET_CLASS (self);

  if (!priv->visible || priv->project == NULL)
    return NULL;
  if (priv->frozen == NULL)
    {
      priv->frozen = g_atomic_rc_box_new0 (TrhFrozen);
      priv->frozen->data = klass->freeze (self, priv->project);
      priv->frozen->draw = klass->draw;
      priv->frozen->free = klass->free;
    }

  return g_atomic_rc_box_acquire (priv->frozen);
}

/**
 * trh_canvas_write_number:
 * @canvas: what is drawn on
 * @x: the middle, in pixels
 * @y: the middle, in pixels
 * @number: a number
 * @colour: of the line around it
 *
 * Writes a number on a white disc, as wide as it needs, as large as the person's text. Names keep away from it.
 */
void
trh_canvas_write_number (TrhCanvas *canvas, double x, double y, guint number, const GdkRGBA *colour)
{
  cairo_t *cr = canvas->cr;
  const double scale = canvas->style.text_scale, half = TRH_MAP_DISC * scale;
  cairo_text_extents_t extents;
  char digits[16];
  double width;

  g_snprintf (digits, sizeof digits, "%u", number);
  cairo_select_font_face (cr, canvas->style.family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 12 * scale);
  cairo_text_extents (cr, digits, &extents);
  width = MAX (extents.width + half, 2 * half);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width / 2 - half, y, half, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x - width / 2 + half, y, half, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_move_to (cr, x - extents.x_bearing - extents.width / 2, y - extents.y_bearing - extents.height / 2);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.12);
  cairo_show_text (cr, digits);
  trh_map_names_keep_free (canvas->names, x, y, width + 2, 2 * half + 2);
}
