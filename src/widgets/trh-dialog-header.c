/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-dialog-header.h"

#include "widgets/trh-title.h"

#define GAP_PX    6  /* around each of the three */
#define HEIGHT_PX 46 /* of a header bar with one line */

struct _TrhDialogHeader
{
  GtkWidget parent_instance;

  GtkWidget *start; /* (nullable) */
  GtkWidget *title;
  GtkWidget *end;   /* (nullable) */
};

static void trh_dialog_header_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhDialogHeader, trh_dialog_header, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, trh_dialog_header_buildable_init))

enum { PROP_TITLE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkBuildableIface *parent_buildable;

static gboolean
is_there (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_visible (widget);
}

static int
get_width (GtkWidget *widget, gboolean natural)
{
  int least, wanted;

  if (!is_there (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

static int
get_height (GtkWidget *widget, int width)
{
  int wanted;

  if (!is_there (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

static int
count_buttons (TrhDialogHeader *self)
{
  return is_there (self->start) + is_there (self->end);
}

/* Both buttons and their gaps. */
static int
get_sides (TrhDialogHeader *self)
{
  return get_width (self->start, TRUE) + get_width (self->end, TRUE) + GAP_PX * (count_buttons (self) + 1);
}

static gboolean
is_one_line (TrhDialogHeader *self, int width)
{
  return get_sides (self) + get_width (self->title, FALSE) + GAP_PX <= width;
}

/* Whether the buttons stand side by side below the title, not one below the other. */
static gboolean
is_two_lines (TrhDialogHeader *self, int width)
{
  return get_sides (self) <= width;
}

static void
place (TrhDialogHeader *self, GtkWidget *widget, int x, int y, int width, int height)
{
  GskTransform *transform;

  if (!is_there (widget))
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_widget_allocate (widget, width, height, -1, transform);
}

static int
get_line_height (TrhDialogHeader *self)
{
  return MAX (get_height (self->start, -1), get_height (self->end, -1));
}

static void
place_one_line (TrhDialogHeader *self, int width, int height)
{
  const int start = get_width (self->start, TRUE), end = get_width (self->end, TRUE);
  const int left = is_there (self->start) ? start + 2 * GAP_PX : GAP_PX;
  const int right = width - (is_there (self->end) ? end + 2 * GAP_PX : GAP_PX);
  const int wide = MIN (get_width (self->title, TRUE), right - left);
  const int button = MAX (get_line_height (self), 0), top = (height - button) / 2;

  place (self, self->start, GAP_PX, top, start, button);
  place (self, self->end, width - GAP_PX - end, top, end, button);
  place (self, self->title, CLAMP ((width - wide) / 2, left, right - wide), 0, wide, height);
}

static void
place_lines (TrhDialogHeader *self, int width)
{
  const int inside = width - 2 * GAP_PX, title = get_height (self->title, inside), button = get_line_height (self);
  int y = title + 2 * GAP_PX;

  place (self, self->title, GAP_PX, GAP_PX, inside, title);
  if (is_two_lines (self, width))
    {
      const int end = get_width (self->end, TRUE);

      place (self, self->start, GAP_PX, y, get_width (self->start, TRUE), button);
      place (self, self->end, width - GAP_PX - end, y, end, button);
      return;
    }
  place (self, self->start, GAP_PX, y, inside, button);
  y += is_there (self->start) ? button + GAP_PX : 0;
  place (self, self->end, GAP_PX, y, inside, button);
}

static int
measure_height (TrhDialogHeader *self, int width)
{
  const int button = get_line_height (self);

  if (width < 0 || is_one_line (self, width))
    return MAX (MAX (HEIGHT_PX, button + 2 * GAP_PX),
                get_height (self->title, width < 0 ? -1 : width - get_sides (self) - GAP_PX) + GAP_PX);
  return get_height (self->title, width - 2 * GAP_PX) + 2 * GAP_PX +
         (button + GAP_PX) * (is_two_lines (self, width) ? 1 : count_buttons (self));
}

static void
trh_dialog_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  TrhDialogHeader *self = TRH_DIALOG_HEADER (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size);
      return;
    }
  *minimum = MAX (get_width (self->title, FALSE), MAX (get_width (self->start, FALSE), get_width (self->end, FALSE)))
             + 2 * GAP_PX;
  *natural = get_sides (self) + get_width (self->title, TRUE) + GAP_PX;
}

static void
trh_dialog_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhDialogHeader *self = TRH_DIALOG_HEADER (widget);

  if (is_one_line (self, width))
    place_one_line (self, width, height);
  else
    place_lines (self, width);
}

static GtkSizeRequestMode
trh_dialog_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trh_dialog_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (TRH_DIALOG_HEADER (object)->title), pspec->name, value);
}

static void
trh_dialog_header_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_object_set_property (G_OBJECT (TRH_DIALOG_HEADER (object)->title), pspec->name, value);
}

static void
trh_dialog_header_dispose (GObject *object)
{
  TrhDialogHeader *self = TRH_DIALOG_HEADER (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (trh_dialog_header_parent_class)->dispose (object);
}

static void
trh_dialog_header_class_init (TrhDialogHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trh_dialog_header_get_property;
  object_class->set_property = trh_dialog_header_set_property;
  object_class->dispose = trh_dialog_header_dispose;
  widget_class->measure = trh_dialog_header_measure;
  widget_class->size_allocate = trh_dialog_header_size_allocate;
  widget_class->get_request_mode = trh_dialog_header_get_request_mode;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "headerbar");
}

static void
trh_dialog_header_init (TrhDialogHeader *self)
{
  self->title = g_object_new (TRH_TYPE_TITLE, NULL);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

/* @place: where the button is kept; it has the focus before or after the title's place */
static void
set_button (TrhDialogHeader *self, GtkWidget **place_of, GtkWidget *button, gboolean first)
{
  g_clear_pointer (place_of, gtk_widget_unparent);
  *place_of = button;
  if (first)
    gtk_widget_insert_before (button, GTK_WIDGET (self), self->title);
  else
    gtk_widget_insert_after (button, GTK_WIDGET (self), self->title);
}

/**
 * trh_dialog_header_set_start:
 * @start: (transfer floating): what leaves the window
 */
void
trh_dialog_header_set_start (TrhDialogHeader *self, GtkWidget *start)
{
  set_button (self, &self->start, start, TRUE);
}

/**
 * trh_dialog_header_set_end:
 * @end: (transfer floating): what does it
 */
void
trh_dialog_header_set_end (TrhDialogHeader *self, GtkWidget *end)
{
  set_button (self, &self->end, end, FALSE);
}

/**
 * trh_dialog_header_set_subtitle:
 * @subtitle: smaller words below the title, "" for none
 */
void
trh_dialog_header_set_subtitle (TrhDialogHeader *self, const char *subtitle)
{
  trh_title_set_subtitle (TRH_TITLE (self->title), subtitle);
}

static void
trh_dialog_header_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "end") == 0)
    trh_dialog_header_set_end (TRH_DIALOG_HEADER (buildable), GTK_WIDGET (child));
  else
    trh_dialog_header_set_start (TRH_DIALOG_HEADER (buildable), GTK_WIDGET (child));
}

static void
trh_dialog_header_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = trh_dialog_header_add_child;
}

/**
 * trh_dialog_header_new:
 * @title: the name of the window
 *
 * Returns: (transfer floating): a head without buttons
 */
GtkWidget *
trh_dialog_header_new (const char *title)
{
  return g_object_new (TRH_TYPE_DIALOG_HEADER, "title", title, NULL);
}
