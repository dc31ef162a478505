/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-reference-row.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"
#include "widgets/trh-picker.h"
#include "widgets/trh-row-error.h"

struct _TrhReferenceRow
{
  AdwActionRow  parent_instance;

  TrhFieldLink *link;
  GtkWidget    *button;
  GtkWidget    *picker;
};

G_DEFINE_FINAL_TYPE (TrhReferenceRow, trh_reference_row, ADW_TYPE_ACTION_ROW)

static gboolean
is_several (TrhReferenceRow *self)
{
  return trh_field_link_get_field (self->link)->kind == TRH_KIND_TEXTS;
}

/* The ids that the member holds, without the empty one. */
static GStrv
dup_ids (TrhReferenceRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  const char *one[] = { NULL, NULL };

  trh_field_link_read (self->link, &value);
  if (is_several (self))
    return g_value_dup_boxed (&value);
  if (*g_value_get_string (&value) != '\0')
    one[0] = g_value_get_string (&value);
  return g_strdupv ((GStrv) one);
}

static void
show (TrhReferenceRow *self)
{
  g_auto(GStrv) ids = dup_ids (self);
  GString *said = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *one = trh_field_link_say (self->link, ids[i]);

      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", one);
    }
  if (ids[0] == NULL)
    g_string_append (said, C_("reference", "None"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), said->str);
  g_string_replace (said, "\n", ", ", 0);
  /* Translators: a button: what is chosen and its value, as in "Workplace: Salle des fêtes. Change" */
  name = g_strdup_printf (_("%1$s: %2$s. Change"), trh_field_link_get_title (self->link), said->str);
  trh_set_label (self->button, name);
  g_string_free (said, TRUE);
}

/* The list is made when it is asked for: there may be thousands to choose from. */
static void
on_picker_shown (TrhReferenceRow *self)
{
  g_autoptr(GListModel) options = trh_field_link_dup_options (self->link);
  g_auto(GStrv) ids = dup_ids (self);

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr(TrhPick) option = g_list_model_get_item (options, i);
      const char *id = trh_pick_get_id (option);

      trh_pick_set_chosen (option, *id == '\0' ? ids[0] == NULL : g_strv_contains ((const char *const *) ids, id));
    }
  trh_picker_set_options (TRH_PICKER (self->picker), options);
}

static void
write_ids (TrhReferenceRow *self, GStrv ids)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, is_several (self) ? G_TYPE_STRV : G_TYPE_STRING);
  if (is_several (self))
    g_value_set_boxed (&value, ids);
  else
    g_value_set_string (&value, ids[0] != NULL ? ids[0] : "");
  trh_field_link_write (self->link, &value, &error);
  trh_row_set_error (GTK_WIDGET (self), self->button, error != NULL ? error->message : NULL);
  show (self);
}

/* One replaces what was there; of several, each is switched on and off and the list stays open. */
static void
on_picked (TrhReferenceRow *self, TrhPick *option)
{
  const char *id = trh_pick_get_id (option);
  g_auto(GStrv) ids = dup_ids (self);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) now = NULL;

  for (guint i = 0; is_several (self) && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (builder, ids[i]);
  if (*id != '\0' && !(is_several (self) && trh_pick_is_chosen (option)))
    g_strv_builder_add (builder, id);
  now = g_strv_builder_end (builder);

  if (is_several (self))
    trh_pick_set_chosen (option, !trh_pick_is_chosen (option));
  else
    gtk_popover_popdown (GTK_POPOVER (self->picker));
  write_ids (self, now);
}

/* Where the row itself is pressed; by itself it would only give the button the keyboard. */
static void
trh_reference_row_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TRH_REFERENCE_ROW (row)->button));
}

static void
trh_reference_row_finalize (GObject *object)
{
  g_clear_object (&TRH_REFERENCE_ROW (object)->link);

  G_OBJECT_CLASS (trh_reference_row_parent_class)->finalize (object);
}

static void
trh_reference_row_class_init (TrhReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_reference_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = trh_reference_row_activate;
}

static void
trh_reference_row_init (TrhReferenceRow *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
trh_reference_row_new (TrhFieldLink *link)
{
  TrhReferenceRow *self = g_object_new (TRH_TYPE_REFERENCE_ROW, "use-markup", FALSE,
                                        "title", trh_field_link_get_title (link), NULL);

  self->link = g_object_ref (link);
  self->picker = trh_picker_new (trh_field_link_get_title (link));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->picker);
  g_signal_connect_object (self->picker, "show", G_CALLBACK (on_picker_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
