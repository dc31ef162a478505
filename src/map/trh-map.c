/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "map/trh-communes-painter.h"
#include "map/trh-landmarks-painter.h"
#include "map/trh-map-private.h"
#include "map/trh-routes-painter.h"
#include "map/trh-turnout-painter.h"
#include "map/trh-venues-painter.h"
#include "widgets/trh-dialogs.h"

G_DEFINE_FINAL_TYPE (TrhMap, trh_map, GTK_TYPE_WIDGET)

enum { PROP_PROJECT = 1, PROP_TILE_ADDRESS, PROP_TILE_CREDIT, PROP_SELECTED_ID, PROP_PLACING, N_PROPS };
static GParamSpec *props[N_PROPS];
guint trh_map_signals[TRH_MAP_N_SIGNALS];

/* What is on the screen now. */
TrhView
trh_map_get_view (TrhMap *self)
{
  return trh_view_of_viewport (shumate_map_get_viewport (self->map), gtk_widget_get_width (GTK_WIDGET (self->map)),
                               gtk_widget_get_height (GTK_WIDGET (self->map)));
}

/* Whether the picture on the screen is up to date: for tests and benchmarks. */
gboolean
trh_map_is_drawn (TrhMap *self)
{
  return trh_picture_layer_is_current (self->picture);
}

void
trh_map_notify_placing (TrhMap *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACING]);
}

static void
trh_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhMap *self = TRH_MAP (widget);

  trh_map_hold_corner (self, width, height);
  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (!self->fitted && self->fit_id == 0 && width > 0 && height > 0)
    self->fit_id = g_idle_add (trh_map_fit_once, self); /* the viewport may not move while sizes are given */
}

static void
trh_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (TRH_MAP (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
trh_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhMap *self = TRH_MAP (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA ground;

  trh_map_colour ("#f4f1ea", "#26272b", dark, &ground);
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    {
      GskRoundedRect outline;
      GdkRGBA ring;

      trh_map_colour ("#3584e4", "#78aeed", dark, &ring);
      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, width - 2, height - 2), 0);
      gtk_snapshot_append_border (snapshot, &outline, (float[]) { 3, 3, 3, 3 }, (GdkRGBA[]) { ring, ring, ring, ring });
    }
}

static void
update_name (TrhMap *self)
{
  guint n = self->project != NULL ? trh_project_count (self->project, TRH_COMMUNES) : 0;
  /* Translators: what assistive tools call the map; %u is how many communes are on it */
  g_autofree char *name = g_strdup_printf (ngettext ("Map, %u commune shown", "Map, %u communes shown", n), n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Says in one line why there are no map images; images that come one by one need no words. */
static void
update_note (TrhMap *self)
{
  const char *problem = self->source != NULL ? trh_tile_source_get_problem (self->source) : NULL;
  g_autofree char *text = NULL;

  if (self->source == NULL)
    text = g_strdup (_("Simplified map background: no map images are set in the preferences"));
  else if (problem != NULL)
    /* Translators: %s says what went wrong, as in “the map images cannot be reached” */
    text = g_strdup_printf (_("Simplified map background: %s"), problem);

  gtk_widget_set_visible (self->note, text != NULL);
  gtk_widget_set_visible (self->retry_button, self->source != NULL);
  gtk_label_set_label (GTK_LABEL (self->note_label), text != NULL ? text : "");
}

static void
on_tile_shown (TrhMap *self)
{
  trh_picture_layer_set_tiles (self->picture, TRUE);
}

static void
update_dimming (TrhMap *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  /* map images are bright: let the dark ground show through */
  if (self->tile_layer != NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->tile_layer), dark ? 0.75 : 1);
}

static void
update_renderer (TrhMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  if (self->source != NULL && native != NULL && gtk_widget_get_realized (GTK_WIDGET (native)))
    trh_tile_source_set_software (self->source, GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)));
}

static void
trh_map_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trh_map_parent_class)->realize (widget);

  update_renderer (TRH_MAP (widget));
}

/* Asks for all images in view; a new layer, since libshumate 1.0 never tries a tile twice. */
static void
load_tiles (TrhMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  if (self->tile_layer != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->tile_layer));
  self->tile_layer = NULL;
  if (self->source == NULL)
    return;

  update_renderer (self);
  self->tile_layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source), viewport);
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tile_layer), SHUMATE_LAYER (self->picture));
  update_dimming (self);
}

/**
 * trh_map_set_tile_address:
 * @self: a map
 * @address: address of map images with {z}, {x} and {y}, or "" for none
 */
void
trh_map_set_tile_address (TrhMap *self, const char *address)
{
  g_return_if_fail (TRH_IS_MAP (self));

  if (g_str_equal (self->tile_address, address))
    return;
  trh_record_set_text (&self->tile_address, address);
  g_clear_object (&self->source);
  trh_picture_layer_set_tiles (self->picture, FALSE);
  if (trh_tile_source_check_address (address))
    {
      g_autofree char *dir = g_build_filename (g_get_user_cache_dir (), "transhumances", "tiles", NULL);

      self->source = trh_tile_source_new (self->http, address, dir);
      g_signal_connect_object (self->source, "notify::problem", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->source, "shown", G_CALLBACK (on_tile_shown), self, G_CONNECT_SWAPPED);
    }
  load_tiles (self);
  update_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TILE_ADDRESS]);
}

static void
update_credit (TrhMap *self)
{
  if (*self->tile_credit != '\0')
    gtk_label_set_text (GTK_LABEL (self->attribution), self->tile_credit);
  else
    gtk_label_set_markup (GTK_LABEL (self->attribution),
                          /* Translators: keep the address; the words are those that OpenStreetMap asks for */
                          _("<a href=\"https://www.openstreetmap.org/copyright\">© OpenStreetMap contributors</a>"));
}

/**
 * trh_map_set_tile_credit:
 * @self: a map
 * @credit: who made the map images, or "" for the contributors of OpenStreetMap
 */
void
trh_map_set_tile_credit (TrhMap *self, const char *credit)
{
  g_return_if_fail (TRH_IS_MAP (self));

  if (g_str_equal (self->tile_credit, credit))
    return;
  trh_record_set_text (&self->tile_credit, credit);
  update_credit (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TILE_CREDIT]);
}

/* Shows another season, (nullable), and follows it. */
void
trh_map_set_project (TrhMap *self, TrhProject *project)
{
  TrhPainter *painters[] = { self->communes_painter, self->landmarks_painter, self->routes_painter, self->turnout_painter,
                             self->venues_painter };

  g_return_if_fail (TRH_IS_MAP (self));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, update_name, self);
  if (!g_set_object (&self->project, project))
    return;
  trh_map_end_placing (self);
  for (guint i = 0; i < G_N_ELEMENTS (painters); i++)
    trh_painter_set_project (painters[i], project);
  trh_venue_layer_set_project (self->venues, project);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
  update_name (self);
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROJECT]);
}

/* What is known of the region: landmarks and other communes, for the map without images. */
void
trh_map_set_territory (TrhMap *self, TrhTerritory *territory)
{
  trh_landmarks_painter_set_territory (TRH_LANDMARKS_PAINTER (self->landmarks_painter), territory);
  trh_communes_painter_set_territory (TRH_COMMUNES_PAINTER (self->communes_painter), territory);
}

/* Marks the venues that alerts speak of. */
void
trh_map_set_alerts (TrhMap *self, TrhAlerts *alerts)
{
  trh_venue_layer_set_alerts (self->venues, alerts);
}

/* Brings out one venue or commune; "" for none. */
void
trh_map_select (TrhMap *self, const char *id)
{
  g_return_if_fail (TRH_IS_MAP (self));

  self->keeps_revealed = FALSE;
  if (g_str_equal (self->selected_id, id))
    return;
  trh_record_set_text (&self->selected_id, id);
  trh_venue_layer_set_selected (self->venues, id);
  trh_communes_painter_set_selected (TRH_COMMUNES_PAINTER (self->communes_painter), id);
  trh_venues_painter_set_selected (TRH_VENUES_PAINTER (self->venues_painter), id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
}

/* Shows the movements of the artists; those of @artist_id stand out, "" for all alike. */
void
trh_map_show_routes (TrhMap *self, gboolean show, const char *artist_id)
{
  trh_painter_set_visible (self->routes_painter, show);
  trh_routes_painter_set_artist (TRH_ROUTES_PAINTER (self->routes_painter), artist_id);
}

/* Shows how many came to vote in each town, at the last vote of which a session is closed. */
void
trh_map_show_turnout (TrhMap *self, gboolean show)
{
  trh_painter_set_visible (self->turnout_painter, show);
}

static void
on_control (TrhMap *self, GtkWidget *button)
{
  if (button == self->controls[2])
    trh_map_show_all (self);
  else
    trh_map_zoom_by (self, button == self->controls[0] ? 1 : -1);
}

static GtkWidget *
make_controls (TrhMap *self)
{
  const char *const labels[] = { _("Zoom in"), _("Zoom out"), _("Show the whole territory") };
  static const char *const icons[] = { "zoom-in-symbolic", "zoom-out-symbolic", "zoom-fit-best-symbolic" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (icons[i]);

      self->controls[i] = button;
      gtk_widget_add_css_class (button, "osd");
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, labels[i]);
      trh_set_label (button, labels[i]);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_control), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  /* away from the credit, which takes several lines where text is large */
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);

  return box;
}

static GtkWidget *
make_note (TrhMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->note_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->note_label), 0);
  gtk_widget_set_hexpand (self->note_label, TRUE);
  gtk_widget_add_css_class (self->note_label, "caption");
  self->retry_button = gtk_button_new_with_mnemonic (_("_Try Again"));
  gtk_widget_add_css_class (self->retry_button, "flat");
  gtk_widget_set_valign (self->retry_button, GTK_ALIGN_CENTER);
  trh_set_label (self->retry_button, _("Try again to load the map images"));
  g_signal_connect_swapped (self->retry_button, "clicked", G_CALLBACK (load_tiles), self);
  gtk_box_append (GTK_BOX (box), self->note_label);
  gtk_box_append (GTK_BOX (box), self->retry_button);
  gtk_widget_add_css_class (box, "trh-map-note");
  self->note = box;

  return box;
}

static GtkWidget *
make_hint (TrhMap *self)
{
  self->hint_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->hint_label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint_label), 48);
  self->hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->hint), self->hint_label);
  gtk_widget_add_css_class (self->hint, "osd");
  gtk_widget_add_css_class (self->hint, "trh-map-hint");
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->hint, 12);
  gtk_widget_set_margin_start (self->hint, TRH_MAP_BESIDE_CONTROLS); /* in the middle, beside the buttons */
  gtk_widget_set_margin_end (self->hint, TRH_MAP_BESIDE_CONTROLS);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);

  return self->hint;
}

static GtkWidget *
make_attribution (TrhMap *self)
{
  self->attribution = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->attribution), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->attribution), 1);
  update_credit (self);
  gtk_widget_add_css_class (self->attribution, "caption");
  gtk_widget_add_css_class (self->attribution, "trh-map-credit");
  gtk_widget_set_halign (self->attribution, GTK_ALIGN_END);
  gtk_widget_set_valign (self->attribution, GTK_ALIGN_END);

  return self->attribution;
}

static GtkWidget *
make_scale (TrhMap *self)
{
  ShumateScale *scale = shumate_scale_new (shumate_map_get_viewport (self->map));

  shumate_scale_set_unit (scale, SHUMATE_UNIT_METRIC);
  gtk_widget_set_halign (GTK_WIDGET (scale), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (scale), GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (scale), 6);
  gtk_accessible_update_state (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return GTK_WIDGET (scale);
}

static void
make_layers (TrhMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  TrhPainter **painters[] = { &self->landmarks_painter, &self->communes_painter, &self->turnout_painter,
                              &self->routes_painter, &self->venues_painter };
  TrhPainter *made[] = { trh_landmarks_painter_new (), trh_communes_painter_new (), trh_turnout_painter_new (),
                         trh_routes_painter_new (), trh_venues_painter_new () };

  self->picture = trh_picture_layer_new (viewport);
  for (guint i = 0; i < G_N_ELEMENTS (painters); i++)
    {
      *painters[i] = made[i];
      trh_picture_layer_add_painter (self->picture, made[i]);
    }
  trh_painter_set_visible (self->turnout_painter, FALSE); /* when it is asked for */
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->picture));
  self->venues = trh_venue_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->venues));
}

static void
trh_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhMap *self = TRH_MAP (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_TILE_ADDRESS:
      g_value_set_string (value, self->tile_address);
      break;
    case PROP_TILE_CREDIT:
      g_value_set_string (value, self->tile_credit);
      break;
    case PROP_SELECTED_ID:
      g_value_set_string (value, self->selected_id);
      break;
    case PROP_PLACING:
      g_value_set_boolean (value, self->placing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhMap *self = TRH_MAP (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      trh_map_set_project (self, g_value_get_object (value));
      break;
    case PROP_TILE_ADDRESS:
      trh_map_set_tile_address (self, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_TILE_CREDIT:
      trh_map_set_tile_credit (self, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_SELECTED_ID:
      trh_map_select (self, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_map_dispose (GObject *object)
{
  TrhMap *self = TRH_MAP (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->communes_painter);
  g_clear_object (&self->landmarks_painter);
  g_clear_object (&self->routes_painter);
  g_clear_object (&self->turnout_painter);
  g_clear_object (&self->venues_painter);
  g_clear_object (&self->reference);
  g_clear_object (&self->source);
  g_clear_object (&self->http);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (trh_map_parent_class)->dispose (object);
}

static void
trh_map_finalize (GObject *object)
{
  TrhMap *self = TRH_MAP (object);

  g_free (self->selected_id);
  g_free (self->tile_address);
  g_free (self->tile_credit);
  g_free (self->placed_id);

  G_OBJECT_CLASS (trh_map_parent_class)->finalize (object);
}

static void
trh_map_class_init (TrhMapClass *klass)
{
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trh_map_get_property;
  object_class->set_property = trh_map_set_property;
  object_class->dispose = trh_map_dispose;
  object_class->finalize = trh_map_finalize;
  widget_class->size_allocate = trh_map_size_allocate;
  widget_class->measure = trh_map_measure;
  widget_class->realize = trh_map_realize;
  widget_class->snapshot = trh_map_snapshot;
  widget_class->focus = trh_map_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TRH_TYPE_PROJECT, flags | G_PARAM_READWRITE);
  props[PROP_TILE_ADDRESS] = g_param_spec_string ("tile-address", NULL, NULL, "", flags | G_PARAM_READWRITE);
  props[PROP_TILE_CREDIT] = g_param_spec_string ("tile-credit", NULL, NULL, "", flags | G_PARAM_READWRITE);
  props[PROP_SELECTED_ID] = g_param_spec_string ("selected-id", NULL, NULL, "", flags | G_PARAM_READWRITE);
  props[PROP_PLACING] = g_param_spec_boolean ("placing", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);

#define SIGNAL(id, name, n, ...) \
  trh_map_signals[id] = g_signal_new (name, TRH_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n, __VA_ARGS__)
  SIGNAL (TRH_MAP_CHOSEN, "chosen", 1, G_TYPE_STRING);
  SIGNAL (TRH_MAP_OPENED, "opened", 1, G_TYPE_STRING);
  SIGNAL (TRH_MAP_PLACED, "placed", 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  SIGNAL (TRH_MAP_MENU, "menu", 5, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
#undef SIGNAL
}

static void
trh_map_init (TrhMap *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  ShumateViewport *viewport;

  self->selected_id = g_strdup ("");
  self->tile_address = g_strdup ("");
  self->tile_credit = g_strdup ("");
  self->placed_id = g_strdup ("");
  self->http = trh_http_new ();
  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  /* only its sizes are used: it is never asked for an image */
  self->reference = SHUMATE_MAP_SOURCE (trh_tile_source_new (self->http, "", NULL));
  shumate_viewport_set_reference_map_source (viewport, self->reference);
  shumate_viewport_set_min_zoom_level (viewport, TRH_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, TRH_MAX_ZOOM);
  make_layers (self);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_scale (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_controls (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_attribution (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_hint (self));
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_widget_set_hexpand (overlay, TRUE);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->content), make_note (self));
  gtk_box_append (GTK_BOX (self->content), overlay);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_dimming), self,
                           G_CONNECT_SWAPPED);
  trh_map_add_input (self);
  update_note (self);
  update_name (self);
}

GtkWidget *
trh_map_new (void)
{
  return g_object_new (TRH_TYPE_MAP, NULL);
}
