/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-venue-layer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"

struct _TrhVenueLayer
{
  ShumateLayer     parent_instance;

  TrhProject      *project;      /* (nullable) */
  GPtrArray       *buttons;      /* TrhMarkerButton, from west to east */
  GHashTable      *by_id;
  TrhAlerts       *alerts;       /* (nullable) */
  char            *selected_id;  /* "" when none is */
  GtkWidget       *ghost;

  GtkGesture      *drag;
  TrhMarkerButton *dragged;      /* (nullable): beyond the threshold */
  TrhPoint         dragged_from;
  char            *last_clicked; /* (nullable) */
  gint64           last_click_us;
};

G_DEFINE_FINAL_TYPE (TrhVenueLayer, trh_venue_layer, SHUMATE_TYPE_LAYER)

enum { CHOSEN, OPENED, DRAGGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static TrhView
get_view (TrhVenueLayer *self)
{
  return trh_view_of_viewport (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                               gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
trh_venue_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhView view = trh_view_of_viewport (shumate_layer_get_viewport (SHUMATE_LAYER (widget)), width, height);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TrhPoint point = trh_marker_button_get_point (TRH_MARKER_BUTTON (child));
      gboolean shown = trh_view_shows (&view, point, TRH_MARKER_ROOM);
      GtkAllocation place = { 0, 0, TRH_MARKER_ROOM, TRH_MARKER_ROOM };
      double x, y;

      gtk_widget_set_child_visible (child, shown);
      if (!shown)
        continue;
      trh_view_place (&view, point, &x, &y);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place.width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &place.height, NULL, NULL, NULL);
      place.x = (int) (x - place.width / 2.0 + 0.5);
      place.y = (int) (y - place.height / 2.0 + 0.5);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

/* How a venue of the project is drawn; neither selected nor a ghost. */
void
trh_venue_get_face (TrhProject *project, const TrhVenueRecord *venue, TrhMarkerFace *face)
{
  const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, venue->commune_id);
  const TrhValleyRecord *valley =
    commune != NULL ? trh_project_find_record (project, TRH_VALLEYS, commune->valley_id) : NULL;

  *face = (TrhMarkerFace) { valley != NULL ? valley->marker : TRH_MARKER_DISC, { 0, 0, 0, 1 }, venue->kind };
  trh_valley_get_colour (valley, adw_style_manager_get_dark (adw_style_manager_get_default ()), &face->colour);
}

/* As in “Salle des fêtes, hall, Séderon, Ventoux, 2 stays, 1 alert”. */
static char *
make_sentence (TrhVenueLayer *self, const TrhVenueRecord *venue, guint n_stays)
{
  const TrhField *kind = &trh_venue_schema.fields[trh_schema_find (&trh_venue_schema, "kind")];
  const TrhCommuneRecord *commune = trh_project_find_record (self->project, TRH_COMMUNES, venue->commune_id);
  const TrhValleyRecord *valley =
    commune != NULL ? trh_project_find_record (self->project, TRH_VALLEYS, commune->valley_id) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *stays = trh_label_count (TRH_STAYS, n_stays);
  guint n_alerts = self->alerts != NULL ? trh_alerts_count_of (self->alerts, venue->base.id) : 0;

  g_strv_builder_add (builder, *venue->name != '\0' ? venue->name : _("Venue without a name"));
  g_strv_builder_add (builder, trh_label_choice (&trh_venue_schema, kind, venue->kind));
  if (commune != NULL)
    g_strv_builder_add (builder, commune->name);
  if (valley != NULL)
    g_strv_builder_add (builder, valley->name);
  g_strv_builder_add (builder, stays);
  if (n_alerts > 0)
    {
      /* Translators: %u is how many rules of the schedule are broken here */
      g_autofree char *said = g_strdup_printf (ngettext ("%u alert", "%u alerts", n_alerts), n_alerts);

      g_strv_builder_add (builder, said);
    }
  parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}

static TrhBadge
get_badge (TrhVenueLayer *self, const char *id)
{
  if (self->alerts == NULL || trh_alerts_count_of (self->alerts, id) == 0)
    return TRH_BADGE_NONE;

  return trh_alerts_get_worst (self->alerts, id) == TRH_SEVERITY_WEAK ? TRH_BADGE_WEAK : TRH_BADGE_STRONG;
}

static void
dress (TrhVenueLayer *self, TrhMarkerButton *button, const TrhVenueRecord *venue, guint n_stays)
{
  g_autofree char *sentence = make_sentence (self, venue, n_stays);
  TrhMarkerFace face;

  trh_venue_get_face (self->project, venue, &face);
  face.selected = g_str_equal (venue->base.id, self->selected_id);
  face.badge = get_badge (self, venue->base.id);
  trh_marker_button_set_face (button, &face);
  trh_marker_button_set_name (button, venue->name, sentence);
  if (button != self->dragged)
    trh_marker_button_set_point (button, trh_point_from_degrees (venue->latitude_deg, venue->longitude_deg));
}

static void
on_clicked (TrhMarkerButton *button, TrhVenueLayer *self)
{
  const char *id = trh_marker_button_get_id (button);
  int double_click_ms;
  gint64 now = g_get_monotonic_time ();
  gboolean again;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &double_click_ms, NULL);
  again = g_strcmp0 (self->last_clicked, id) == 0 && now - self->last_click_us < double_click_ms * 1000;
  g_free (self->last_clicked);
  self->last_clicked = g_strdup (id);
  self->last_click_us = now;
  g_signal_emit (self, signals[CHOSEN], 0, id);
  if (again)
    g_signal_emit (self, signals[OPENED], 0, id);
}

/* By the keyboard; "clicked" follows. */
static void
on_activate (TrhMarkerButton *button, TrhVenueLayer *self)
{
  g_signal_emit (self, signals[OPENED], 0, trh_marker_button_get_id (button));
}

static void
add_button (TrhVenueLayer *self, const char *id)
{
  GtkWidget *button = trh_marker_button_new (id);

  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (button, "activate", G_CALLBACK (on_activate), self);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->ghost);
  g_hash_table_insert (self->by_id, g_strdup (id), button);
}

static void
remove_button (gpointer button)
{
  gtk_widget_unparent (button);
}

static int
compare_longitudes (gconstpointer a, gconstpointer b)
{
  TrhPoint one = trh_marker_button_get_point (*(TrhMarkerButton **) a);
  TrhPoint other = trh_marker_button_get_point (*(TrhMarkerButton **) b);

  return one.x < other.x ? -1 : one.x > other.x ? 1 : one.y < other.y ? -1 : one.y > other.y;
}

static GHashTable *
count_stays (TrhProject *project)
{
  GHashTable *counts = g_hash_table_new (trh_text_hash, g_str_equal);
  guint n = trh_project_count (project, TRH_STAYS);

  for (guint i = 0; i < n; i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stay->venue_id));

      g_hash_table_insert (counts, stay->venue_id, GUINT_TO_POINTER (count + 1));
    }

  return counts;
}

/* Makes the buttons what the project says. */
void
trh_venue_layer_refresh (TrhVenueLayer *self)
{
  guint n = self->project != NULL ? trh_project_count (self->project, TRH_VENUES) : 0;
  g_autoptr(GHashTable) stays = NULL;
  GHashTableIter iter;
  gpointer id;

  g_ptr_array_set_size (self->buttons, 0);
  if (n > TRH_MAX_MARKERS || n == 0)
    {
      trh_venue_layer_cancel_drag (self);
      g_hash_table_remove_all (self->by_id);
      return;
    }

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const TrhVenueRecord *venue = trh_project_find_record (self->project, TRH_VENUES, id);

      if (venue == NULL || (venue->latitude_deg == 0 && venue->longitude_deg == 0))
        {
          if (self->dragged == g_hash_table_lookup (self->by_id, id))
            trh_venue_layer_cancel_drag (self);
          g_hash_table_iter_remove (&iter);
        }
    }

  stays = count_stays (self->project);
  for (guint i = 0; i < n; i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (self->project, TRH_VENUES, i);

      if (venue->latitude_deg == 0 && venue->longitude_deg == 0)
        continue;
      if (!g_hash_table_contains (self->by_id, venue->base.id))
        add_button (self, venue->base.id);
      g_ptr_array_add (self->buttons, g_hash_table_lookup (self->by_id, venue->base.id));
      dress (self, self->buttons->pdata[self->buttons->len - 1], venue,
             GPOINTER_TO_UINT (g_hash_table_lookup (stays, venue->base.id)));
    }
  g_ptr_array_sort (self->buttons, compare_longitudes);
}

static void
on_project_changed (TrhVenueLayer *self, TrhEdit *edit)
{
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;
      int collection = trh_collection_of (record->schema);

      if (collection == TRH_VENUES || collection == TRH_COMMUNES || collection == TRH_VALLEYS || collection == TRH_STAYS)
        {
          trh_venue_layer_refresh (self);
          return;
        }
    }
}

static void
on_drag_begin (TrhVenueLayer *self, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (hit != NULL && !TRH_IS_MARKER_BUTTON (hit))
    hit = gtk_widget_get_parent (hit);
  if (hit == NULL)
    gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  else
    self->dragged_from = trh_marker_button_get_point (TRH_MARKER_BUTTON (hit));
}

static void
on_drag_update (TrhVenueLayer *self, double dx, double dy)
{
  TrhView view = get_view (self);
  double start_x, start_y, x, y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &start_x, &start_y);
  if (self->dragged == NULL)
    {
      GtkWidget *hit;

      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      hit = gtk_widget_pick (GTK_WIDGET (self), start_x, start_y, GTK_PICK_DEFAULT);
      if (!TRH_IS_MARKER_BUTTON (hit))
        return;
      self->dragged = TRH_MARKER_BUTTON (hit);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (hit);
    }

  /* the venue keeps its place under the pointer */
  trh_view_place (&view, self->dragged_from, &x, &y);
  trh_marker_button_set_point (self->dragged, trh_view_find (&view, x + dx, y + dy));
}

static void
on_drag_end (TrhVenueLayer *self)
{
  TrhMarkerButton *dragged = g_steal_pointer (&self->dragged);
  double latitude, longitude;

  if (dragged == NULL)
    return;
  trh_point_to_degrees (trh_marker_button_get_point (dragged), &latitude, &longitude);
  g_signal_emit (self, signals[DRAGGED], 0, trh_marker_button_get_id (dragged), latitude, longitude);
  trh_venue_layer_refresh (self);
}

gboolean
trh_venue_layer_is_dragging (TrhVenueLayer *self)
{
  return self->dragged != NULL;
}

/* Puts the dragged venue back where it was. */
void
trh_venue_layer_cancel_drag (TrhVenueLayer *self)
{
  TrhMarkerButton *dragged = g_steal_pointer (&self->dragged);

  if (dragged == NULL)
    return;
  trh_marker_button_set_point (dragged, self->dragged_from);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
trh_venue_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (trh_venue_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_allocate), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (trh_venue_layer_refresh), object,
                           G_CONNECT_SWAPPED);
}

static void
trh_venue_layer_dispose (GObject *object)
{
  TrhVenueLayer *self = TRH_VENUE_LAYER (object);

  self->dragged = NULL;
  g_ptr_array_set_size (self->buttons, 0);
  g_hash_table_remove_all (self->by_id);
  g_clear_pointer (&self->ghost, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->alerts);

  G_OBJECT_CLASS (trh_venue_layer_parent_class)->dispose (object);
}

static void
trh_venue_layer_finalize (GObject *object)
{
  TrhVenueLayer *self = TRH_VENUE_LAYER (object);

  g_ptr_array_unref (self->buttons);
  g_hash_table_unref (self->by_id);
  g_free (self->selected_id);
  g_free (self->last_clicked);

  G_OBJECT_CLASS (trh_venue_layer_parent_class)->finalize (object);
}

static void
trh_venue_layer_class_init (TrhVenueLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = trh_venue_layer_constructed;
  object_class->dispose = trh_venue_layer_dispose;
  object_class->finalize = trh_venue_layer_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = trh_venue_layer_size_allocate;

  signals[CHOSEN] = g_signal_new ("chosen", TRH_TYPE_VENUE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", TRH_TYPE_VENUE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAGGED] = g_signal_new ("dragged", TRH_TYPE_VENUE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trh_venue_layer_init (TrhVenueLayer *self)
{
  self->buttons = g_ptr_array_new ();
  self->by_id = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, remove_button);
  self->selected_id = g_strdup ("");
  self->ghost = trh_marker_button_new ("");
  gtk_widget_set_visible (self->ghost, FALSE);
  gtk_widget_set_can_target (self->ghost, FALSE);
  gtk_widget_set_can_focus (self->ghost, FALSE);
  gtk_widget_set_parent (self->ghost, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Venues on the map"), -1);

  /* ahead of the button's own gesture, which lives as long as this one does not claim */
  self->drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (trh_venue_layer_cancel_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

TrhVenueLayer *
trh_venue_layer_new (ShumateViewport *viewport)
{
  return g_object_new (TRH_TYPE_VENUE_LAYER, "viewport", viewport, NULL);
}

void
trh_venue_layer_set_project (TrhVenueLayer *self, TrhProject *project)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, on_project_changed, self);
  if (!g_set_object (&self->project, project))
    return;
  g_hash_table_remove_all (self->by_id);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  trh_venue_layer_refresh (self);
}

static void
set_face_selected (TrhVenueLayer *self, const char *id, gboolean selected)
{
  TrhMarkerButton *button = g_hash_table_lookup (self->by_id, id);
  TrhMarkerFace face;

  if (button == NULL)
    return;
  face = *trh_marker_button_peek_face (button);
  face.selected = selected;
  trh_marker_button_set_face (button, &face);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  if (selected)
    gtk_widget_insert_before (GTK_WIDGET (button), GTK_WIDGET (self), self->ghost); /* over its neighbours */
}

void
trh_venue_layer_set_selected (TrhVenueLayer *self, const char *id)
{
  set_face_selected (self, self->selected_id, FALSE);
  trh_record_set_text (&self->selected_id, id);
  set_face_selected (self, self->selected_id, TRUE);
}

/* Marks the venues that alerts speak of. */
void
trh_venue_layer_set_alerts (TrhVenueLayer *self, TrhAlerts *alerts)
{
  if (self->alerts != NULL)
    g_signal_handlers_disconnect_by_func (self->alerts, trh_venue_layer_refresh, self);
  if (!g_set_object (&self->alerts, alerts))
    return;
  if (alerts != NULL)
    g_signal_connect_object (alerts, "changed", G_CALLBACK (trh_venue_layer_refresh), self, G_CONNECT_SWAPPED);
  trh_venue_layer_refresh (self);
}

/* How many buttons there are: none when the venues are too many. */
guint
trh_venue_layer_get_n (TrhVenueLayer *self)
{
  return self->buttons->len;
}

/* The button at a position from west to east. */
TrhMarkerButton *
trh_venue_layer_peek (TrhVenueLayer *self, guint index)
{
  return self->buttons->pdata[index];
}

/* Shows where a venue is about to be placed. */
void
trh_venue_layer_show_ghost (TrhVenueLayer *self, const TrhMarkerFace *face, TrhPoint point)
{
  trh_marker_button_set_face (TRH_MARKER_BUTTON (self->ghost), face);
  trh_marker_button_set_point (TRH_MARKER_BUTTON (self->ghost), point);
  gtk_widget_set_visible (self->ghost, TRUE);
}

/* The opposite of trh_venue_layer_show_ghost(). */
void
trh_venue_layer_hide_ghost (TrhVenueLayer *self)
{
  gtk_widget_set_visible (self->ghost, FALSE);
}
