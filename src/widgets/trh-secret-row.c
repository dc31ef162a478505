/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-secret-row.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

struct _TrhSecretRow
{
  TrhEntryRow  parent_instance;

  GtkWidget   *look_button;
  GdkDevice   *keyboard; /* (nullable) (owned) */
};

G_DEFINE_FINAL_TYPE (TrhSecretRow, trh_secret_row, TRH_TYPE_ENTRY_ROW)

static GtkEntry *
get_entry (TrhSecretRow *self)
{
  return trh_entry_row_get_entry (TRH_ENTRY_ROW (self));
}

/* The button says what it will do, since assistive tools call a toggle a button. */
static void
name_look_button (TrhSecretRow *self)
{
  gboolean shown = gtk_entry_get_visibility (get_entry (self));
  /* Translators: %s is the title of a field, such as “Passphrase” */
  g_autofree char *name = g_strdup_printf (shown ? _("Hide “%s”") : _("Show “%s”"),
                                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_button_set_icon_name (GTK_BUTTON (self->look_button), shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (self->look_button, name);
  trh_set_label (self->look_button, name);
}

static void
on_look (TrhSecretRow *self)
{
  gtk_entry_set_visibility (get_entry (self), !gtk_entry_get_visibility (get_entry (self)));
  name_look_button (self);
}

static void
show_caps_lock (TrhSecretRow *self)
{
  GtkEntry *entry = get_entry (self);
  gboolean on = self->keyboard != NULL && gdk_device_get_caps_lock_state (self->keyboard) &&
                (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, on ? "caps-lock-symbolic" : NULL);
  if (on)
    {
      gtk_entry_set_icon_activatable (entry, GTK_ENTRY_ICON_SECONDARY, FALSE);
      gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _("Caps Lock is on"));
    }
}

static void
trh_secret_row_dispose (GObject *object)
{
  g_clear_object (&TRH_SECRET_ROW (object)->keyboard);

  G_OBJECT_CLASS (trh_secret_row_parent_class)->dispose (object);
}

static void
trh_secret_row_class_init (TrhSecretRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_secret_row_dispose;
}

static void
trh_secret_row_init (TrhSecretRow *self)
{
  g_autoptr(GtkEntryBuffer) memory = gtk_password_entry_buffer_new ();
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkEntry *entry = get_entry (self);

  gtk_entry_set_buffer (entry, memory);
  gtk_entry_set_visibility (entry, FALSE);
  gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_PASSWORD);
  gtk_entry_set_input_hints (entry, GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK);

  self->look_button = gtk_button_new ();
  gtk_widget_set_valign (self->look_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->look_button, "flat");
  g_signal_connect_object (self->look_button, "clicked", G_CALLBACK (on_look), self, G_CONNECT_SWAPPED);
  trh_entry_row_add_suffix (TRH_ENTRY_ROW (self), self->look_button);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_look_button), NULL);

  g_signal_connect_object (entry, "state-flags-changed", G_CALLBACK (show_caps_lock), self, G_CONNECT_SWAPPED);
  if (seat != NULL && g_set_object (&self->keyboard, gdk_seat_get_keyboard (seat)))
    g_signal_connect_object (self->keyboard, "notify::caps-lock-state", G_CALLBACK (show_caps_lock), self, G_CONNECT_SWAPPED);
}

/**
 * trh_secret_row_new:
 * @title: what is to be typed
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
trh_secret_row_new (const char *title)
{
  return g_object_new (TRH_TYPE_SECRET_ROW, "title", title, NULL);
}
