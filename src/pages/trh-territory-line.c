/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-territory-line.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"
#include "map/trh-place-icon.h"
#include "widgets/trh-dialogs.h"

#define INDENT 22 /* pixels: of a venue below its commune */

struct _TrhTerritoryLine
{
  GtkBox           parent_instance;

  TrhProject      *project; /* (nullable) */
  TrhAlerts       *alerts;  /* (nullable) */
  TrhTerritoryRow *row;     /* (nullable) */

  GtkWidget       *icon;
  GtkWidget       *name;
  GtkWidget       *note;
  GtkWidget       *alert;
};

G_DEFINE_FINAL_TYPE (TrhTerritoryLine, trh_territory_line, GTK_TYPE_BOX)

/* What a venue is good for, in two words: “80 seats”, “6 beds”, or its kind. */
static char *
say_venue (const TrhVenueRecord *venue)
{
  const TrhField *kind = &trh_venue_schema.fields[trh_schema_find (&trh_venue_schema, "kind")];

  if (venue->latitude_deg == 0 && venue->longitude_deg == 0)
    return g_strdup (_("not on the map"));
  if (venue->lodges && venue->beds > 0)
    return g_strdup_printf (ngettext ("%d bed", "%d beds", (gulong) venue->beds), venue->beds);
  if (venue->meets && venue->capacity > 0)
    return g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) venue->capacity), venue->capacity);

  return g_strdup (trh_label_choice (&trh_venue_schema, kind, venue->kind));
}

static guint
count_venues (TrhProject *project, const char *commune_id)
{
  guint n = 0;

  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    n += (guint) g_str_equal (((const TrhVenueRecord *) trh_project_peek_record (project, TRH_VENUES, i))->commune_id,
                              commune_id);

  return n;
}

static void
show_alerts (TrhTerritoryLine *self, const char *id)
{
  guint n = self->alerts != NULL && *id != '\0' ? trh_alerts_count_of (self->alerts, id) : 0;
  gboolean weak = n > 0 && trh_alerts_get_worst (self->alerts, id) == TRH_SEVERITY_WEAK;
  /* Translators: %u is how many rules of the schedule are broken here */
  g_autofree char *said = g_strdup_printf (ngettext ("%u alert", "%u alerts", n), n);

  gtk_widget_set_visible (self->alert, n > 0);
  gtk_label_set_label (GTK_LABEL (self->alert), weak ? "△" : "▲");
  gtk_widget_set_tooltip_text (self->alert, said);
  trh_set_label (self->alert, said);
  gtk_widget_remove_css_class (self->alert, weak ? "trh-alert-strong" : "trh-alert-weak");
  gtk_widget_add_css_class (self->alert, weak ? "trh-alert-weak" : "trh-alert-strong");
}

static void
refresh (TrhTerritoryLine *self)
{
  TrhEntity *entity = trh_territory_row_get_entity (self->row);
  TrhCollection collection = trh_territory_row_get_collection (self->row);
  gconstpointer record = entity != NULL ? trh_entity_peek_record (entity) : NULL;
  g_autofree char *note = NULL;
  const char *name;

  if (collection == TRH_VENUES)
    {
      name = ((const TrhVenueRecord *) record)->name;
      note = say_venue (record);
    }
  else if (collection == TRH_COMMUNES)
    {
      guint n = count_venues (self->project, ((const TrhRecord *) record)->id);

      const char *turnout = trh_territory_row_get_turnout (self->row);

      name = ((const TrhCommuneRecord *) record)->name;
      note = turnout != NULL ? g_strdup (turnout) : n > 0 ? trh_label_count (TRH_VENUES, n) : g_strdup ("");
    }
  else
    {
      name = record != NULL ? ((const TrhValleyRecord *) record)->name : _("Without a valley");
      note = g_strdup ("");
    }

  gtk_widget_set_visible (self->icon, collection != TRH_VALLEYS);
  if (collection != TRH_VALLEYS)
    trh_place_icon_show (TRH_PLACE_ICON (self->icon), self->project, entity);
  gtk_widget_set_margin_start (GTK_WIDGET (self), collection == TRH_VENUES ? INDENT : 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self), collection == TRH_VALLEYS ? 8 : 0);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_label_set_label (GTK_LABEL (self->name), *name != '\0' ? name : _("Without a name"));
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
  gtk_widget_remove_css_class (self->name, "heading");
  gtk_widget_remove_css_class (self->name, "dim-label");
  if (collection == TRH_VALLEYS)
    gtk_widget_add_css_class (self->name, "dim-label");
  if (collection != TRH_VENUES)
    gtk_widget_add_css_class (self->name, "heading");
  show_alerts (self, collection != TRH_VALLEYS ? trh_territory_row_get_id (self->row) : "");
}

static void
trh_territory_line_dispose (GObject *object)
{
  trh_territory_line_unbind (TRH_TERRITORY_LINE (object));

  G_OBJECT_CLASS (trh_territory_line_parent_class)->dispose (object);
}

static void
trh_territory_line_class_init (TrhTerritoryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_territory_line_dispose;
}

static void
trh_territory_line_init (TrhTerritoryLine *self)
{
  self->icon = trh_place_icon_new ();
  self->name = gtk_label_new (NULL);
  self->note = gtk_label_new (NULL);
  self->alert = gtk_label_new (NULL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->name), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->name), 2);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), 16); /* the map wants the room */
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_box_append (GTK_BOX (self), self->name);
  gtk_box_append (GTK_BOX (self), self->alert);
  gtk_box_append (GTK_BOX (self), self->note);
}

GtkWidget *
trh_territory_line_new (void)
{
  return g_object_new (TRH_TYPE_TERRITORY_LINE, NULL);
}

void
trh_territory_line_bind (TrhTerritoryLine *self, TrhProject *project, TrhAlerts *alerts, TrhTerritoryRow *row)
{
  g_set_object (&self->project, project);
  g_set_object (&self->alerts, alerts);
  g_set_object (&self->row, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (alerts != NULL)
    g_signal_connect_object (alerts, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
trh_territory_line_unbind (TrhTerritoryLine *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, refresh, self);
  if (self->alerts != NULL)
    g_signal_handlers_disconnect_by_func (self->alerts, refresh, self);
  g_clear_object (&self->row);
  g_clear_object (&self->alerts);
  g_clear_object (&self->project);
}

/* The id of what the line shows, "" while it shows nothing. */
const char *
trh_territory_line_get_id (TrhTerritoryLine *self)
{
  return self->row != NULL ? trh_territory_row_get_id (self->row) : "";
}
