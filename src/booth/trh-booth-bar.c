/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-view-private.h"

#include "booth/trh-booth-style.h"
#include "booth/trh-booth-wrap.h"
#include "widgets/trh-dialogs.h"

static void
on_size (GtkButton *button, TrhBoothView *self)
{
  trh_booth_set_size (self->booth, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "trh-size")));
}

static void
on_contrast (TrhBoothView *self)
{
  trh_booth_set_contrast (self->booth, (trh_booth_get_contrast (self->booth) + 1) % (TRH_BOOTH_SOFT + 1));
}

/* The language after the one in use, in the order of the paper, around. */
static const char *
get_other_language (TrhBoothView *self)
{
  char **languages = trh_booth_get_paper (self->booth)->languages;
  const char *now = trh_booth_get_language (self->booth);

  for (char **language = languages; *language != NULL; language++)
    if (*language == now && language[1] != NULL)
      return language[1];
  return languages[0];
}

static void
on_language (TrhBoothView *self)
{
  trh_booth_set_language (self->booth, get_other_language (self));
}

static void
on_help (TrhBoothView *self)
{
  trh_booth_ask_help (self->booth);
}

static void
on_padlock (TrhBoothView *self)
{
  trh_booth_lock (self->booth);
}

static void
set_button (GtkWidget *button, const char *label, const char *name)
{
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), label);
  trh_set_label (button, name);
}

void
trh_booth_view_build_bar (TrhBoothView *self)
{
  static const struct { const char *label, *css_class; } sizes[] = {
    { "A−", "a-small" }, { "A", "a-normal" }, { "A+", "a-large" }, { "A++", "a-huge" },
  };

  int gap = trh_booth_view_px (self, TRH_BOOTH_GAP_MM);

  self->bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLBAR, NULL);
  gtk_widget_set_layout_manager (self->bar, trh_booth_wrap_new (gap, gap));
  gtk_widget_add_css_class (self->bar, "bar");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self->sizes[i] = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->sizes[i]), gtk_label_new (sizes[i].label));
      gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (self->sizes[i])), sizes[i].css_class);
      g_object_set_data (G_OBJECT (self->sizes[i]), "trh-size", GINT_TO_POINTER (i));
      g_signal_connect (self->sizes[i], "clicked", G_CALLBACK (on_size), self);
      gtk_box_append (GTK_BOX (self->bar), self->sizes[i]);
    }
  self->contrast = trh_booth_view_add_button (self->bar, "", G_CALLBACK (on_contrast), self);
  self->language = trh_booth_view_add_button (self->bar, "", G_CALLBACK (on_language), self);
  self->help = trh_booth_view_add_button (self->bar, "", G_CALLBACK (on_help), self);
  self->padlock = gtk_button_new_from_icon_name ("system-lock-screen-symbolic");
  g_signal_connect_swapped (self->padlock, "clicked", G_CALLBACK (on_padlock), self);
  gtk_widget_set_hexpand (self->padlock, TRUE);
  gtk_widget_set_halign (self->padlock, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->bar), self->padlock);
  gtk_box_append (GTK_BOX (self->box), self->bar);
}

void
trh_booth_view_update_bar (TrhBoothView *self)
{
  static const TrhBoothText contrasts[] = {
    TRH_TEXT_CONTRAST_STANDARD, TRH_TEXT_CONTRAST_STRONG, TRH_TEXT_CONTRAST_SOFT,
  };
  char **languages = trh_booth_get_paper (self->booth)->languages;
  const char *other = trh_booth_text (TRH_TEXT_LANGUAGE, get_other_language (self));
  bool voters = trh_booth_get_lock (self->booth) == TRH_BOOTH_UNLOCKED && !trh_booth_is_idle (self->booth);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  trh_booth_view_say (self, TRH_TEXT_BAR), -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->sizes); i++)
    {
      bool current = i == trh_booth_get_size (self->booth);

      trh_set_label (self->sizes[i], trh_booth_view_say (self, TRH_TEXT_SMALL + i));
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->sizes[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (current)
        gtk_widget_add_css_class (self->sizes[i], "current");
      else
        gtk_widget_remove_css_class (self->sizes[i], "current");
      gtk_widget_set_sensitive (self->sizes[i], voters);
    }
  set_button (self->contrast, trh_booth_view_say (self, TRH_TEXT_CONTRAST),
              trh_booth_view_say (self, contrasts[trh_booth_get_contrast (self->booth)]));
  set_button (self->language, other, other);
  gtk_widget_set_visible (self->language, languages[1] != NULL);
  set_button (self->help, trh_booth_view_say (self, TRH_TEXT_HELP_BUTTON),
              trh_booth_view_say (self, TRH_TEXT_HELP_BUTTON));
  trh_set_label (self->padlock, trh_booth_view_say (self, TRH_TEXT_ORGANISERS));
  gtk_widget_set_sensitive (self->contrast, voters);
  gtk_widget_set_sensitive (self->language, voters);
  gtk_widget_set_sensitive (self->help, voters);
  gtk_widget_set_sensitive (self->padlock, trh_booth_get_lock (self->booth) == TRH_BOOTH_UNLOCKED);
}
