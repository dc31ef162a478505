/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-map-names.h"

#include <pango/pangocairo.h>

#define HALO   3.0 /* pixels, both sides together */
#define AIR    3.0 /* pixels left free around a name */
#define N_SPOTS 8
#define FURTHER 15.0 /* pixels from a point, for a name that finds no place beside it */
#define SQUARE 128 /* pixels: side of the squares in which taken places are looked up */

typedef struct {
  double x, y, width, height;
} Box;

struct _TrhMapNames
{
  cairo_t     *cr;
  char        *family;
  double       text_scale;
  int          width, height;
  Box          frame;
  GArray      *names;   /* Name */
  GArray      *taken;   /* Box */
  GHashTable  *squares; /* number of a square → GArray of indices into @taken */
};

typedef struct {
  char         *text;
  double        x, y;
  double        clearance; /* pixels between the point and its name */
  int           rank;      /* smaller is more important */
  guint         order;
  TrhNameStyle  style;
} Name;

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->text);
}

/**
 * trh_map_names_new:
 * @cr: what is written on; it must outlive the names
 * @family: of the font
 * @text_scale: how much larger than usual the person wants text: 1 is usual
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 *
 * Returns: (transfer full): no names yet
 */
TrhMapNames *
trh_map_names_new (cairo_t *cr, const char *family, double text_scale, int width, int height)
{
  TrhMapNames *self = g_new0 (TrhMapNames, 1);

  self->cr = cr;
  self->family = g_strdup (family);
  self->text_scale = text_scale;
  self->width = width;
  self->height = height;
  self->frame = (Box) { 0, 0, width, height };
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  self->taken = g_array_new (FALSE, FALSE, sizeof (Box));
  self->squares = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  return self;
}

/* The part of the picture that is on the screen at first, in pixels: no name is cut by its border. */
void
trh_map_names_set_frame (TrhMapNames *self, double x, double y, double width, double height)
{
  self->frame = (Box) { x, y, width, height };
}

void
trh_map_names_free (TrhMapNames *self)
{
  g_free (self->family);
  g_array_unref (self->names);
  g_array_unref (self->taken);
  g_hash_table_unref (self->squares);
  g_free (self);
}

/**
 * trh_map_names_add:
 * @self: the names
 * @text: a name
 * @x: of its point, in pixels
 * @y: of its point, in pixels
 * @clearance: pixels between the point and the name
 * @rank: which names are written first: the smallest; within a rank, the first added
 * @style: how it looks
 */
void
trh_map_names_add (TrhMapNames *self, const char *text, double x, double y, double clearance,
                   int rank, const TrhNameStyle *style)
{
  Name name = { NULL, x, y, clearance, rank, self->names->len, *style };

  if (*text == '\0' || x < 0 || y < 0 || x > self->width || y > self->height)
    return;
  name.text = g_strdup (text);
  g_array_append_val (self->names, name);
}

/* Calls for each square that a box touches. */
#define FOR_SQUARES(box, key) \
  for (int row_ = (int) ((box)->y / SQUARE); row_ <= (int) (((box)->y + (box)->height) / SQUARE); row_++) \
    for (int column_ = (int) ((box)->x / SQUARE), key = row_ * 4096 + column_; \
         column_ <= (int) (((box)->x + (box)->width) / SQUARE); column_++, key = row_ * 4096 + column_)

static void
take (TrhMapNames *self, const Box *box)
{
  guint index = self->taken->len;

  g_array_append_vals (self->taken, box, 1);
  FOR_SQUARES (box, key)
    {
      GArray *square = g_hash_table_lookup (self->squares, GINT_TO_POINTER (key));

      if (square == NULL)
        {
          square = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->squares, GINT_TO_POINTER (key), square);
        }
      g_array_append_val (square, index);
    }
}

static gboolean
touches (const Box *box, const Box *other)
{
  return box->x < other->x + other->width && other->x < box->x + box->width &&
         box->y < other->y + other->height && other->y < box->y + box->height;
}

static gboolean
is_inside (const Box *box, const Box *other)
{
  return box->x >= other->x && box->y >= other->y && box->x + box->width <= other->x + other->width &&
         box->y + box->height <= other->y + other->height;
}

static gboolean
is_free (TrhMapNames *self, const Box *box)
{
  if (touches (box, &self->frame) && !is_inside (box, &self->frame))
    return FALSE;
  if (box->x < 0 || box->y < 0 || box->x + box->width > self->width || box->y + box->height > self->height)
    return FALSE;

  FOR_SQUARES (box, key)
    {
      GArray *square = g_hash_table_lookup (self->squares, GINT_TO_POINTER (key));

      for (guint i = 0; square != NULL && i < square->len; i++)
        {
          const Box *other = &g_array_index (self->taken, Box, g_array_index (square, guint, i));

          if (touches (box, other))
            return FALSE;
        }
    }

  return TRUE;
}

/* Keeps a rectangle around (@x, @y), given by its centre, free of names. */
void
trh_map_names_keep_free (TrhMapNames *self, double x, double y, double width, double height)
{
  Box box = { MAX (x - width / 2, 0), MAX (y - height / 2, 0), width, height };

  if (x >= -width && y >= -height && x <= self->width + width && y <= self->height + height)
    take (self, &box);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;

  return one->rank != other->rank ? one->rank - other->rank : (int) one->order - (int) other->order;
}

static void
write_name (TrhMapNames *self, PangoLayout *layout, const Name *name, const Box *box)
{
  cairo_move_to (self->cr, box->x + AIR, box->y);
  pango_cairo_layout_path (self->cr, layout);
  gdk_cairo_set_source_rgba (self->cr, &name->style.halo);
  cairo_set_line_width (self->cr, HALO);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (self->cr);
  cairo_move_to (self->cr, box->x + AIR, box->y);
  gdk_cairo_set_source_rgba (self->cr, &name->style.ink);
  pango_cairo_show_layout (self->cr, layout);
}

/* The spots beside a point: below, above, to the right, to the left, then the same further away,
 * past a marker that stands there. */
static void
make_spots (const Name *name, int width, int height, Box spots[N_SPOTS])
{
  for (guint i = 0; i < N_SPOTS; i++)
    {
      double away = name->clearance + (i < N_SPOTS / 2 ? 0 : FURTHER), full = width + 2 * AIR;
      Box *spot = &spots[i];

      *spot = (Box) { name->x - full / 2, name->y - height / 2.0, full, height };
      if (i % 4 == 0)
        spot->y = name->y + away;
      else if (i % 4 == 1)
        spot->y = name->y - away - height;
      else
        spot->x = i % 4 == 2 ? name->x + away : name->x - away - full;
    }
}

static gboolean
place_name (TrhMapNames *self, PangoLayout *layout, const Name *name)
{
  int width, height;
  Box spots[N_SPOTS];

  pango_layout_set_text (layout, name->text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  make_spots (name, width, height, spots);
  for (guint i = 0; i < N_SPOTS; i++)
    if (is_free (self, &spots[i]))
      {
        write_name (self, layout, name, &spots[i]);
        take (self, &spots[i]);
        return TRUE;
      }

  return FALSE;
}

static void
set_font (PangoLayout *layout, const char *family, double text_scale, const TrhNameStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, style->size * text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->slanted ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/**
 * trh_map_names_write:
 * @self: the names
 *
 * Writes what finds a place.
 *
 * Returns: how many names
 */
guint
trh_map_names_write (TrhMapNames *self)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  guint n_written = 0;

  g_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      set_font (layout, self->family, self->text_scale, &name->style);
      n_written += (guint) place_name (self, layout, name);
    }
  g_object_unref (layout);

  return n_written;
}
