/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-style.h"

#include "booth/trh-booth-card.h"

#define MM_PER_INCH 25.4
#define LEAST_DPI   60.0 /* outside of these a monitor does not know its own size */
#define MOST_DPI    250.0
#define USUAL_DPI   96.0
#define LEAST_CAP_MM 3.8

typedef struct {
  const char *ground, *text, *border, *action, *on_action, *focus, *note;
} Colours;

/* Text on its ground, and on an action: 16.8 and 10.9 to 1, 21 and 21, 6.7 and 8.8. Borders and focus
 * rings: 6.8 and 5.1; 21 and 14.7; 6.7 and 5.0. */
static const Colours colours[] = {
  [TRH_BOOTH_STANDARD] = { "#ffffff", "#1d1d1f", "#5b5b60", "#123f66", "#ffffff", "#b5500b", "#fff3e0" },
  [TRH_BOOTH_STRONG] = { "#000000", "#ffffff", "#ffffff", "#ffffff", "#000000", "#ffd400", "#000000" },
  [TRH_BOOTH_SOFT] = { "#bdbdb8", "#33332f", "#33332f", "#2b3a45", "#e0e0dc", "#7a2e00", "#bdbdb8" },
};

/**
 * trh_booth_px_per_mm:
 * @width_px: of the monitor, in application pixels
 * @width_mm: as the monitor tells it; often nonsense on projectors and virtual screens
 *
 * Returns: pixels in a millimetre, as at 96 dpi when the monitor cannot be believed
 */
double
trh_booth_px_per_mm (int width_px, int width_mm)
{
  double dpi = width_mm > 0 ? width_px * MM_PER_INCH / width_mm : 0;

  if (dpi < LEAST_DPI || dpi > MOST_DPI)
    dpi = USUAL_DPI;
  return dpi / MM_PER_INCH;
}

/**
 * trh_booth_px_of:
 * @display: where the booth is shown
 * @surface: (nullable): of its window
 *
 * Returns: pixels in a millimetre of the monitor that shows @surface, as somebody measured it or as it says
 */
double
trh_booth_px_of (GdkDisplay *display, GdkSurface *surface)
{
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GdkRectangle area;

  if (monitor == NULL)
    return trh_booth_px_per_mm (0, 0);
  if (trh_booth_find_measured (monitor) > 0)
    return trh_booth_find_measured (monitor);
  gdk_monitor_get_geometry (monitor, &area);
  return trh_booth_px_per_mm (area.width, gdk_monitor_get_width_mm (monitor));
}

/**
 * trh_booth_cap_ratio:
 * @context: of a widget that shows text
 *
 * Returns: height of a capital letter as a part of the font size; 0.7 or so
 */
double
trh_booth_cap_ratio (PangoContext *context)
{
  const int size_px = 1000;
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, size_px * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "H", -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  return CLAMP (ink.height / (double) size_px, 0.5, 1.0);
}

/**
 * trh_booth_cap_mm:
 *
 * Returns: height of a capital letter of the main text, in millimetres
 */
double
trh_booth_cap_mm (TrhBoothSize size)
{
  static const double caps[] = {
    [TRH_BOOTH_SMALL] = 3.8, [TRH_BOOTH_NORMAL] = 5.2, [TRH_BOOTH_LARGE] = 6.7, [TRH_BOOTH_HUGE] = 8.7,
  };

  return caps[size];
}

/* CSS takes a point as decimal sign whatever the language. */
static void
add_length (GString *css, const char *name, double px)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", px);
  g_string_append_printf (css, "%s: %spx; ", name, text);
}

static void
add_font (GString *css, const char *selector, double cap_mm, double px_per_mm, double cap_ratio)
{
  g_string_append_printf (css, "%s { ", selector);
  add_length (css, "font-size", cap_mm * px_per_mm / cap_ratio);
  g_string_append (css, "}\n");
}

/* @height_mm is what the finger sees: borders and padding are inside it. */
static void
add_target (GString *css, const char *selector, double width_mm, double height_mm, double pad_mm, double px_per_mm)
{
  const double border_px = 2;
  const double side_mm = pad_mm * 1.5;
  char pad[G_ASCII_DTOSTR_BUF_SIZE], side[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "%s { ", selector);
  add_length (css, "min-width", MAX (width_mm * px_per_mm - 2 * (side_mm * px_per_mm + border_px), 0));
  add_length (css, "min-height", MAX (height_mm * px_per_mm - 2 * (pad_mm * px_per_mm + border_px), 0));
  g_ascii_formatd (pad, sizeof pad, "%.2f", pad_mm * px_per_mm);
  g_ascii_formatd (side, sizeof side, "%.2f", side_mm * px_per_mm);
  g_string_append_printf (css, "padding: %spx %spx; ", pad, side);
  add_length (css, "border-width", border_px);
  add_length (css, "border-radius", 2 * px_per_mm);
  g_string_append (css, "}\n");
}

static void
add_colours (GString *css, const Colours *c)
{
  g_string_append_printf (css,
    "window.trh-booth { background: %s; color: %s; }\n"
    ".trh-booth label { color: inherit; }\n"
    ".trh-booth button { background: %s; color: %s; border-style: solid; border-color: %s; box-shadow: none; "
    "text-shadow: none; font-weight: bold; }\n"
    ".trh-booth button.suggested-action, .trh-booth button.current { background: %s; color: %s; border-color: %s; }\n"
    ".trh-booth button:disabled { opacity: 0.45; }\n"
    ".trh-booth checkbutton.answer { background: %s; color: %s; border: 2px solid %s; box-shadow: none; }\n"
    ".trh-booth checkbutton.answer:checked { background: %s; color: %s; border-color: %s; }\n"
    ".trh-booth checkbutton.answer:checked .name { font-weight: bold; }\n"
    ".trh-booth .answer check, .trh-booth .answer radio { background: %s; color: transparent; border: 2px solid %s; "
    "box-shadow: none; "
    "-gtk-icon-source: -gtk-icontheme('object-select-symbolic'); }\n"
    ".trh-booth .answer check:checked, .trh-booth .answer radio:checked { background: %s; color: %s; }\n"
    ".trh-booth scrollbar, .trh-booth scrollbar trough { background: %s; border: none; }\n"
    ".trh-booth scrollbar slider { background: %s; min-width: 12px; }\n"
    ".trh-booth .note { background: %s; border: 3px solid %s; }\n"
    ".trh-booth .stamp { background: %s; color: %s; font-weight: bold; }\n"
    ".trh-booth .row { border-style: none none solid none; border-color: %s; border-radius: 0; }\n"
    ".trh-booth *:focus:focus-visible { outline: 4px solid %s; outline-offset: 2px; }\n"
    ".trh-booth .answer check:focus:focus-visible, .trh-booth .answer radio:focus:focus-visible { outline: none; }\n"
    ".trh-booth .row .said { font-weight: bold; }\n",
    c->ground, c->text,
    c->ground, c->text, c->border,
    c->action, c->on_action, c->action,
    c->ground, c->text, c->border,
    c->action, c->on_action, c->action,
    c->ground, c->border,
    c->on_action, c->action,
    c->ground, c->text,
    c->note, c->focus,
    c->text, c->ground,
    c->border,
    c->focus);
}

/**
 * trh_booth_style_write:
 * @px_per_mm: of the monitor
 * @cap_ratio: of the font
 * @size: of the text
 * @contrast: of the colours
 *
 * Returns: (transfer full): CSS for everything under the class “trh-booth”. Light and dark style of
 * the desktop make no difference to it.
 */
char *
trh_booth_style_write (double px_per_mm, double cap_ratio, TrhBoothSize size, TrhBoothContrast contrast)
{
  const double text_mm = trh_booth_cap_mm (size);
  const double small_mm = MAX (text_mm * 0.75, LEAST_CAP_MM);
  GString *css = g_string_new (NULL);

  add_colours (css, &colours[contrast]);
  add_font (css, ".trh-booth", text_mm, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .heading", text_mm * 1.15, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .heading.large", text_mm * 1.5, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .second, .trh-booth .bar", small_mm, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .code", MAX (text_mm * 1.5, 7), px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .a-small", 2.6, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .a-normal", 3.8, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .a-large", 5.0, px_per_mm, cap_ratio);
  add_font (css, ".trh-booth .a-huge", 6.2, px_per_mm, cap_ratio);
  g_string_append (css, ".trh-booth .heading { font-weight: bold; }\n"
                        ".trh-booth .code { font-weight: bold; font-feature-settings: \"tnum\"; }\n");
  add_target (css, ".trh-booth button", TRH_BOOTH_TARGET_MM, TRH_BOOTH_TARGET_MM, 1.5, px_per_mm);
  add_target (css, ".trh-booth .bar button", TRH_BOOTH_TARGET_MM, TRH_BOOTH_TARGET_MM, 1, px_per_mm);
  add_target (css, ".trh-booth .main button", 25, TRH_BOOTH_BUTTON_MM, 2, px_per_mm);
  add_target (css, ".trh-booth .main button.suggested-action", TRH_BOOTH_ANSWER_MM, TRH_BOOTH_BUTTON_MM, 2, px_per_mm);
  add_target (css, ".trh-booth .key button", TRH_BOOTH_KEY_MM, TRH_BOOTH_KEY_MM, 1, px_per_mm);
  add_target (css, ".trh-booth checkbutton.answer, .trh-booth button.answer", TRH_BOOTH_ANSWER_MM, TRH_BOOTH_BUTTON_MM, 1.5,
              px_per_mm);
  add_target (css, ".trh-booth .note", 0, 0, 2, px_per_mm);
  add_target (css, ".trh-booth .row", 0, 0, 1, px_per_mm);
  add_target (css, ".trh-booth .stamp", 0, 0, 1, px_per_mm);
  g_string_append (css, ".trh-booth .answer check, .trh-booth .answer radio { ");
  add_length (css, "min-width", text_mm * 1.3 * px_per_mm);
  add_length (css, "min-height", text_mm * 1.3 * px_per_mm);
  add_length (css, "-gtk-icon-size", text_mm * 1.3 * px_per_mm);
  add_length (css, "border-radius", px_per_mm);
  add_length (css, "margin-right", 3 * px_per_mm);
  g_string_append (css, "}\n");
  return g_string_free (css, FALSE);
}
