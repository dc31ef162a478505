/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-screen-size.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "booth/trh-booth-card.h"
#include "booth/trh-booth-style.h"
#include "widgets/trh-dialogs.h"

#define KEY "screen-card-widths"
#define CARD_HEIGHT_MM 53.98

typedef struct {
  GSettings  *settings; /* (owned) */
  GtkWindow  *window;
  GtkWidget  *card;
  GtkRange   *range;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->settings);
  g_free (self);
}

static GdkMonitor *
get_monitor (Asking *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

static void
on_width (Asking *self)
{
  const int width_px = (int) gtk_range_get_value (self->range);

  gtk_widget_set_size_request (self->card, width_px, (int) round (width_px * CARD_HEIGHT_MM / TRH_BOOTH_CARD_MM));
}

/* @width_px: 0 to believe the screen again */
static void
keep (Asking *self, guint width_px)
{
  g_autoptr(GVariant) before = g_settings_get_value (self->settings, KEY);
  g_autofree char *name = trh_booth_name_monitor (get_monitor (self));
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  guint other_px, n_kept = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&su}", &other, &other_px))
    if (!g_str_equal (other, name) && n_kept++ < TRH_BOOTH_MOST_CARDS)
      g_variant_builder_add (&builder, "{su}", other, other_px);
  if (width_px > 0)
    g_variant_builder_add (&builder, "{su}", name, width_px);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
  gtk_window_close (self->window);
}

static void
on_use (Asking *self)
{
  keep (self, (guint) gtk_range_get_value (self->range));
}

static void
on_believe (Asking *self)
{
  keep (self, 0);
}

/* As wide as a card is on this screen, as far as it is known: measured before, or as the screen says. */
static void
on_mapped (Asking *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  const double px_per_mm = trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (self->window)), surface);

  gtk_range_set_value (self->range, round (px_per_mm * TRH_BOOTH_CARD_MM));
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  trh_set_label_of_mnemonic (button, label);
  return button;
}

static GtkWidget *
make_body (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *range = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, TRH_BOOTH_LEAST_CARD_PX, TRH_BOOTH_MOST_CARD_PX, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *believe = make_button (_("_Believe the Screen"));

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->range = GTK_RANGE (range);
  gtk_scale_set_draw_value (GTK_SCALE (range), FALSE);
  gtk_range_set_increments (self->range, 1, 10);
  trh_set_label (range, _("Width of the card on this screen"));
  gtk_widget_add_css_class (self->card, "trh-bank-card");
  gtk_widget_set_halign (self->card, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (believe, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (range, "value-changed", G_CALLBACK (on_width), self);
  g_signal_connect_swapped (believe, "clicked", G_CALLBACK (on_believe), self);

  gtk_box_append (GTK_BOX (box), make_text (_("Hold a bank card flat against the screen, and widen the drawing until it is as "
                                              "wide as the card: by dragging, or with the arrow keys. What voters read and "
                                              "press in the booth then has its true size.")));
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_box_append (GTK_BOX (box), range);
  gtk_box_append (GTK_BOX (box), believe);
  g_object_set (box, "margin-top", 18, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/**
 * trh_screen_size_ask:
 * @parent: on the screen that is to be measured
 * @settings: the settings of the program
 *
 * Asks how wide a bank card is on this screen (ux.md §5), for the sizes of the booth.
 */
void
trh_screen_size_ask (GtkWindow *parent, GSettings *settings)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWidget *window = adw_window_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = make_button (_("_Cancel"));
  GtkWidget *use = make_button (_("_Use This Size"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->settings = g_object_ref (settings);
  self->window = GTK_WINDOW (window);
  g_object_set_data_full (G_OBJECT (window), "trh-asking", self, asking_free);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), use);
  gtk_widget_add_css_class (use, "suggested-action");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_body (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (self->window, _("Size of This Screen"));
  gtk_window_set_default_size (self->window, 520, 460);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_default_widget (self->window, use);
  trh_close_on_escape (self->window);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  g_signal_connect_swapped (use, "clicked", G_CALLBACK (on_use), self);
  g_signal_connect_swapped (window, "map", G_CALLBACK (on_mapped), self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->range));
}
