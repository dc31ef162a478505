/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-secret-row.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

struct _TrhSecretRow
{
  TrhEntryRow  parent_instance;

  GtkWidget   *look_button;
};

G_DEFINE_FINAL_TYPE (TrhSecretRow, trh_secret_row, TRH_TYPE_ENTRY_ROW)

static GtkText *
get_text (TrhSecretRow *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (trh_entry_row_get_entry (TRH_ENTRY_ROW (self))));
}

/* The button says what it will do, since assistive tools call a toggle a button. */
static void
name_look_button (TrhSecretRow *self)
{
  gboolean shown = gtk_text_get_visibility (get_text (self));
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
  gtk_text_set_visibility (get_text (self), !gtk_text_get_visibility (get_text (self)));
  name_look_button (self);
}

static void
trh_secret_row_class_init (TrhSecretRowClass *klass)
{
}

static void
trh_secret_row_init (TrhSecretRow *self)
{
  /* its memory is not written to the disk, its role keeps screen readers from saying what is typed */
  trh_entry_row_set_entry (TRH_ENTRY_ROW (self), gtk_password_entry_new ());
  self->look_button = gtk_button_new ();
  gtk_widget_set_valign (self->look_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->look_button, "flat");
  g_signal_connect_object (self->look_button, "clicked", G_CALLBACK (on_look), self, G_CONNECT_SWAPPED);
  trh_entry_row_add_suffix (TRH_ENTRY_ROW (self), self->look_button);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_look_button), NULL);
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
