/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth-hall.h"

#include <math.h>

#include "booth/trh-booth-style.h"

/* What the booth really draws, pixel by pixel: contrast of texts and borders, height of capitals, the ring around
 * what has the focus. The numbers are those of ux.md §5, not those of the style. */

#define LEAST_BORDER_CONTRAST 3.0
#define LEAST_RING_CONTRAST   3.0
#define LEAST_RING_PX         3
#define LEAST_ANSWER_MM       60.0
#define LEAST_BUTTON_MM       15.0
#define LEAST_CAP_MM          3.8
#define ROUNDING_MM           0.25
#define RING_REACH_PX         7 /* how far around a widget its ring is looked for */

static const double least_text_contrasts[] = {
  [TRH_BOOTH_STANDARD] = 10.0, [TRH_BOOTH_STRONG] = 15.0, [TRH_BOOTH_SOFT] = 4.5,
};
static const double caps_mm[] = {
  [TRH_BOOTH_SMALL] = 3.8, [TRH_BOOTH_NORMAL] = 5.2, [TRH_BOOTH_LARGE] = 6.7, [TRH_BOOTH_HUGE] = 8.7,
};

/* What is drawn, or a part of it. */
typedef struct {
  int     width, height;
  guint32 pixels[]; /* as GDK_MEMORY_DEFAULT: 0xAARRGGBB here */
} Picture;

static Picture *
picture_new (int width, int height)
{
  Picture *picture = g_malloc0 (sizeof *picture + sizeof (guint32) * (gsize) width * (gsize) height);

  picture->width = width;
  picture->height = height;
  return picture;
}

/* The whole window. */
static Picture *
take (Hall *hall)
{
  GtkWidget *window = GTK_WIDGET (hall->window);
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  Picture *picture = picture_new (gtk_widget_get_width (window), gtk_widget_get_height (window));

  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  gdk_texture_download (texture, (guchar *) picture->pixels, (gsize) picture->width * sizeof (guint32));
  return picture;
}

/* A part of it; what lies outside stays black. */
static Picture *
crop (const Picture *whole, const graphene_rect_t *place)
{
  const int left = (int) place->origin.x, top = (int) place->origin.y;
  Picture *picture = picture_new ((int) place->size.width, (int) place->size.height);

  for (int y = MAX (0, -top); y < picture->height && top + y < whole->height; y++)
    for (int x = MAX (0, -left); x < picture->width && left + x < whole->width; x++)
      picture->pixels[y * picture->width + x] = whole->pixels[(top + y) * whole->width + left + x];
  return picture;
}

static double
get_luminance (guint32 pixel)
{
  static const double parts[] = { 0.0722, 0.7152, 0.2126 }; /* of blue, green, red, as WCAG defines it */
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double value = (pixel >> (8 * i) & 0xff) / 255.0;

      sum += parts[i] * (value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* What most of the picture is. */
static guint32
find_ground (const Picture *picture)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;

  for (int i = 0; i < picture->width * picture->height; i++)
    {
      gpointer shade = GUINT_TO_POINTER (picture->pixels[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, shade)) + 1;

      g_hash_table_insert (seen, shade, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          ground = picture->pixels[i];
        }
    }
  return ground;
}

/* The strongest contrast in a picture to what most of it is: text is antialiased, its middle is not. */
static double
measure_text (const Picture *picture)
{
  guint32 ground = find_ground (picture);
  double best = 1;

  for (int i = 0; i < picture->width * picture->height; i++)
    if (picture->pixels[i] != ground)
      best = MAX (best, get_contrast (picture->pixels[i], ground));
  return best;
}

static gboolean
can_be_pressed (GtkWidget *widget)
{
  return hall_is_target (widget) && gtk_widget_is_sensitive (widget);
}

static gboolean
is_label (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0' && gtk_widget_is_sensitive (widget);
}

static double
get_px (Hall *hall)
{
  return trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (hall->window)),
                          gtk_native_get_surface (GTK_NATIVE (hall->window)));
}

/* Where a widget is, as far as it can be seen; FALSE when it is scrolled away, at least in part. */
static gboolean
find_place (Hall *hall, GtkWidget *widget, graphene_rect_t *place)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *frame = scroller != NULL ? scroller : GTK_WIDGET (hall->window);
  graphene_rect_t seen, common;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (hall->window), place)
         && gtk_widget_compute_bounds (frame, GTK_WIDGET (hall->window), &seen)
         && graphene_rect_intersection (place, &seen, &common)
         && common.size.width > place->size.width - 1 && common.size.height > place->size.height - 1;
}

/* Height of a capital in that label, in millimetres. */
static double
measure_capital (GtkWidget *label, double px)
{
  g_autoptr(PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  PangoRectangle ink;

  pango_layout_set_text (layout, "H", -1);
  pango_layout_get_extents (layout, &ink, NULL);
  return ink.height / (double) PANGO_SCALE / px;
}

static gboolean
is_main_text (GtkWidget *label)
{
  GtkWidget *answer = gtk_widget_get_parent (gtk_widget_get_parent (label));

  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_HEADING
         || (gtk_widget_has_css_class (label, "name") && answer != NULL);
}

/* Texts: contrast, and no letter smaller than the size that was chosen allows. */
static void
check_texts (Hall *hall, const char *where)
{
  g_autoptr(GPtrArray) labels = hall_find (hall, is_label);
  g_autofree Picture *whole = take (hall);
  double least = least_text_contrasts[trh_booth_get_contrast (hall->booth)], px = get_px (hall);
  guint n_seen = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = labels->pdata[i];
      const char *text = gtk_label_get_text (GTK_LABEL (label));
      double contrast, capital = measure_capital (label, px);
      g_autofree Picture *picture = NULL;
      graphene_rect_t place;

      /* the four letters of the size buttons show the sizes */
      if (!g_str_has_prefix (text, "A") || strlen (text) > 5)
        if (capital < (is_main_text (label) ? caps_mm[trh_booth_get_size (hall->booth)] : LEAST_CAP_MM) - ROUNDING_MM)
          g_error ("%s: the capitals of “%s” are only %.1f mm high", where, text, capital);
      if (!find_place (hall, label, &place))
        continue;
      n_seen++;
      picture = crop (whole, &place);
      contrast = measure_text (picture);
      if (contrast < least)
        g_error ("%s: “%s” has a contrast of only %.1f", where, text, contrast);
    }
  g_assert_cmpuint (n_seen, >=, 2); /* a heading and its button */
}

/* Targets: large answers and main buttons, and a border that can be seen. */
static void
check_frames (Hall *hall, const char *where)
{
  g_autoptr(GPtrArray) targets = hall_find (hall, can_be_pressed);
  g_autofree Picture *whole = take (hall);
  double px = get_px (hall);

  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *target = targets->pdata[i];
      gboolean is_answer = gtk_widget_has_css_class (target, "answer");
      g_autofree Picture *picture = NULL;
      graphene_rect_t place;
      double best = 1;

      if (!find_place (hall, target, &place))
        continue;
      if (is_answer && place.size.width < LEAST_ANSWER_MM * px - 1)
        g_error ("%s: answer %u is only %.1f mm wide", where, i, place.size.width / px);
      if ((is_answer || gtk_widget_has_css_class (target, "suggested-action"))
          && place.size.height < LEAST_BUTTON_MM * px - 1)
        g_error ("%s: main target %u is only %.1f mm high", where, i, place.size.height / px);
      graphene_rect_inset_r (&place, -3, 0, &place);
      picture = crop (whole, &place);
      for (int x = 1; x < 8; x++) /* from just outside, over the border of the left side, in the middle of its height */
        best = MAX (best, get_contrast (picture->pixels[picture->height / 2 * picture->width + x],
                                        picture->pixels[picture->height / 2 * picture->width]));
      if (best < LEAST_BORDER_CONTRAST)
        g_error ("%s: the border of target %u has a contrast of only %.1f", where, i, best);
    }
}

static void
focus (Hall *hall, GtkWidget *widget)
{
  g_assert_true (gtk_widget_grab_focus (widget));
  gtk_window_set_focus_visible (GTK_WINDOW (hall->window), TRUE);
  hall_settle (hall);
}

/* How many pixels change enough to be noticed between two pictures of the same place. */
static guint
count_changes (const Picture *before, const Picture *after)
{
  guint n = 0;

  g_assert_true (before->width == after->width && before->height == after->height);
  for (int i = 0; i < before->width * before->height; i++)
    n += get_contrast (before->pixels[i], after->pixels[i]) >= LEAST_RING_CONTRAST;
  return n;
}

/* K2: whatever can have the focus says so with a ring of at least 3 px and 3:1. */
static void
check_rings (Hall *hall, const char *where)
{
  g_autoptr(GPtrArray) targets = hall_find (hall, can_be_pressed);

  for (guint i = 0; i < targets->len && targets->len > 2; i++)
    {
      GtkWidget *target = targets->pdata[i];
      g_autofree Picture *whole = NULL;
      g_autofree Picture *with = NULL;
      g_autofree Picture *without = NULL;
      graphene_rect_t place;
      double least;

      focus (hall, target);
      if (!find_place (hall, target, &place))
        g_error ("%s: target %u has the focus and is not on the screen", where, i);
      least = 2 * LEAST_RING_PX * (place.size.width + place.size.height) * 0.8; /* round corners, and a line it may lie upon */
      graphene_rect_inset_r (&place, -RING_REACH_PX, -RING_REACH_PX, &place);
      whole = take (hall);
      with = crop (whole, &place);
      focus (hall, targets->pdata[i < 2 ? 2 : 0]); /* in the bar, which does not scroll */
      g_free (whole);
      whole = take (hall);
      without = crop (whole, &place);
      if (count_changes (with, without) < least)
        g_error ("%s: the focus on target %u changes %u pixels, not %.0f", where, i, count_changes (with, without), least);
    }
}

static void
check_all (Hall *hall, const char *where)
{
  check_texts (hall, where);
  check_frames (hall, where);
}

static void
test_sizes (void)
{
  for (int size = TRH_BOOTH_SMALL; size <= TRH_BOOTH_HUGE; size++)
    {
      g_autoptr(Hall) hall = hall_new (6, 3, check_all);

      hall_walk (hall, size % 2 == 0 ? "en" : "fr", size, TRH_BOOTH_STANDARD);
    }
}

static void
test_contrasts (void)
{
  for (int contrast = TRH_BOOTH_STRONG; contrast <= TRH_BOOTH_SOFT; contrast++)
    {
      g_autoptr(Hall) hall = hall_new (6, 3, check_all);

      hall_walk (hall, "fr", TRH_BOOTH_NORMAL, contrast);
    }
}

static void
test_questions (void)
{
  static const struct { TrhBallotPaperKind kind; const char *language; TrhBoothContrast contrast; } cases[] = {
    { TRH_BALLOT_PAPER_GRADES, "fr", TRH_BOOTH_STANDARD },
    { TRH_BALLOT_PAPER_GRADES, "en", TRH_BOOTH_STRONG },
    { TRH_BALLOT_PAPER_RANKING, "fr", TRH_BOOTH_SOFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Hall) hall = hall_new (9, 0, check_all);

      hall->paper->kind = cases[i].kind;
      hall_walk_questions (hall, cases[i].language, TRH_BOOTH_LARGE, cases[i].contrast);
    }
}

/* Each screen in one contrast; in the others that of the choices, which has every kind of target. */
static void
check_some_rings (Hall *hall, const char *where)
{
  if (trh_booth_get_contrast (hall->booth) == TRH_BOOTH_STANDARD || g_str_has_prefix (where, "one too many"))
    check_rings (hall, where);
}

static void
test_rings (void)
{
  for (int contrast = TRH_BOOTH_STANDARD; contrast <= TRH_BOOTH_SOFT; contrast++)
    {
      g_autoptr(Hall) hall = hall_new (4, 3, check_some_rings);

      hall_walk (hall, "fr", TRH_BOOTH_NORMAL, contrast);
    }
}

int
main (int argc, char *argv[])
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 77;
    }
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booth-pixels/sizes", test_sizes);
  g_test_add_func ("/booth-pixels/contrasts", test_contrasts);
  g_test_add_func ("/booth-pixels/questions", test_questions);
  g_test_add_func ("/booth-pixels/rings", test_rings);
  return g_test_run ();
}
