/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-window.h"

#include <glib/gi18n.h>

#include "booth/trh-booth-door.h"
#include "booth/trh-booth-style.h"

#define TICK_MS 250
#define PATIENCE 8 /* ticks, until an organiser is asked what the desktop does not answer */

struct _TrhBoothWindow
{
  GtkWindow parent_instance;

  TrhBooth       *booth; /* (owned) */
  GtkWidget      *view;  /* (owned) */
  GtkWidget      *door; /* (nullable): what is shown instead of @view */
  guint           waited;  /* ticks behind the door */
  GtkCssProvider *style; /* (owned) */
  GHashTable     *held;  /* (owned): keycodes that are down */
  double          px_per_mm;

  TrhBoothClock clock;
  gpointer      clock_data;
  guint         ticking; /* source, or 0 */
  guint         inhibited; /* cookie of the application, or 0 */

  /* What the style was last written for */
  TrhBoothSize     size;
  TrhBoothContrast contrast;
};

static guint left_signal;

G_DEFINE_FINAL_TYPE (TrhBoothWindow, trh_booth_window, GTK_TYPE_WINDOW)

static gint64
monotonic (gpointer user_data)
{
  return g_get_monotonic_time ();
}

static void
tick (TrhBoothWindow *self)
{
  trh_booth_tick (self->booth, self->clock (self->clock_data));
}

/* A desktop grants it at once, after a question, or never; on X11 not before the window is seen. */
static void
ask_for_keys (TrhBoothWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  if (surface != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gdk_toplevel_inhibit_system_shortcuts (GDK_TOPLEVEL (surface), NULL);
}

static void
open_door (TrhBoothWindow *self)
{
  if (self->door == NULL)
    return;
  self->door = NULL;
  gtk_window_set_child (GTK_WINDOW (self), self->view);
  trh_booth_view_read_heading (TRH_BOOTH_VIEW (self->view)); /* else the first button of the bar would be read aloud */
}

static void
open_door_when_alone (TrhBoothWindow *self)
{
  if (trh_booth_window_is_alone (self))
    open_door (self);
}

static void
wait_for_keys (TrhBoothWindow *self)
{
  ask_for_keys (self);
  open_door_when_alone (self);
  if (self->door != NULL && ++self->waited >= PATIENCE)
    trh_booth_door_ask (TRH_BOOTH_DOOR (self->door));
}

static gboolean
on_tick (gpointer data)
{
  TrhBoothWindow *self = data;

  tick (self);
  if (self->door != NULL)
    wait_for_keys (self);
  return G_SOURCE_CONTINUE;
}

static void
write_style (TrhBoothWindow *self)
{
  g_autofree char *css = NULL;
  double ratio = trh_booth_cap_ratio (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  self->size = trh_booth_get_size (self->booth);
  self->contrast = trh_booth_get_contrast (self->booth);
  css = trh_booth_style_write (self->px_per_mm, ratio, self->size, self->contrast);
  gtk_css_provider_load_from_data (self->style, css, -1);
}

static void
on_changed (TrhBoothWindow *self)
{
  if (self->size != trh_booth_get_size (self->booth) || self->contrast != trh_booth_get_contrast (self->booth))
    write_style (self);
}

static void
on_left (TrhBoothWindow *self)
{
  g_signal_emit (self, left_signal, 0);
}

/**
 * trh_booth_window_new:
 * @paper: what is asked
 * @box: where ballots go
 * @pin: six digits of the organisers
 *
 * Returns: (transfer none): a window that is not yet shown; GTK owns it until it is destroyed
 */
TrhBoothWindow *
trh_booth_window_new (TrhBallotPaper *paper, TrhBallotBox *box, const char *pin)
{
  TrhBoothWindow *self = g_object_new (TRH_TYPE_BOOTH_WINDOW, NULL);

  self->booth = trh_booth_new (paper, box, pin);
  tick (self);
  g_signal_connect_object (self->booth, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->booth, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  self->view = g_object_ref_sink (trh_booth_view_new (self->booth));
  gtk_window_set_child (GTK_WINDOW (self), self->view);
  write_style (self);
  return self;
}

/**
 * trh_booth_window_get_booth:
 *
 * Returns: (transfer none): the steps behind the window
 */
TrhBooth *
trh_booth_window_get_booth (TrhBoothWindow *self)
{
  return self->booth;
}

/**
 * trh_booth_window_get_view:
 *
 * Returns: (transfer none): what the window shows
 */
TrhBoothView *
trh_booth_window_get_view (TrhBoothWindow *self)
{
  return TRH_BOOTH_VIEW (self->view);
}

/**
 * trh_booth_window_shut:
 *
 * Hides the booth until the desktop has given up its own shortcuts, or an organiser, who is told, opens it without. Before
 * the window is presented.
 */
void
trh_booth_window_shut (TrhBoothWindow *self)
{
  self->door = trh_booth_door_new ();
  g_signal_connect_object (self->door, "opened", G_CALLBACK (open_door), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->door, "abandoned", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_window_set_child (GTK_WINDOW (self), self->door);
}

/**
 * trh_booth_window_is_shut:
 *
 * Returns: whether no voter can have seen the booth yet
 */
gboolean
trh_booth_window_is_shut (TrhBoothWindow *self)
{
  return self->door != NULL;
}

/**
 * trh_booth_window_is_alone:
 *
 * Returns: %TRUE when the desktop has given up its own shortcuts
 */
gboolean
trh_booth_window_is_alone (TrhBoothWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  gboolean inhibited = FALSE;

  if (surface != NULL)
    g_object_get (surface, "shortcuts-inhibited", &inhibited, NULL);
  return inhibited;
}

/**
 * trh_booth_window_set_clock:
 * @clock: returns monotonic time in microseconds, not before the one used until now
 * @user_data: for @clock
 *
 * Lets a test say what time it is.
 */
void
trh_booth_window_set_clock (TrhBoothWindow *self, TrhBoothClock clock, gpointer user_data)
{
  self->clock = clock;
  self->clock_data = user_data;
}

/* The character a key stands for, whatever the layout: on AZERTY a digit needs no Shift here. */
static char
get_character (TrhBoothWindow *self, guint keyval, guint keycode)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  gunichar character = gdk_keyval_to_unicode (keyval);
  int n;

  if (character < 128 && g_ascii_isalnum ((char) character))
    return (char) character;
  if (gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, &keys, &keyvals, &n))
    for (int i = 0; i < n; i++)
      if (keyvals[i] >= GDK_KEY_0 && keyvals[i] <= GDK_KEY_9)
        return (char) ('0' + (keyvals[i] - GDK_KEY_0));
  return '\0';
}

static bool
is_typing (TrhBoothWindow *self)
{
  TrhBoothScreen screen = trh_booth_view_get_screen (TRH_BOOTH_VIEW (self->view));

  return screen == TRH_SCREEN_CODE || screen == TRH_SCREEN_PIN;
}

/* Only what a voter needs reaches the widgets: Tab, arrows, Space, Enter, and the characters of a
 * code. Keys that repeat are ignored: a step is one press. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                TrhBoothWindow *self)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  char character;

  if (!g_hash_table_add (self->held, GUINT_TO_POINTER (keycode)))
    return TRUE;
  if (self->door != NULL)
    return (state & others) != 0; /* Tab, Space and Enter are its buttons' */

  tick (self);
  trh_booth_stir (self->booth);
  if ((state & others) == GDK_CONTROL_MASK && (state & GDK_SHIFT_MASK) != 0 && keyval == GDK_KEY_F12)
    {
      trh_booth_lock (self->booth);
      return TRUE;
    }
  if ((state & others) != 0)
    return TRUE;

  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (!GTK_IS_CHECK_BUTTON (focus))
        return FALSE;
      /* A check button keeps the arrows to itself: here they lead from card to card. */
      gtk_widget_child_focus (GTK_WIDGET (self), keyval == GDK_KEY_Up || keyval == GDK_KEY_ISO_Left_Tab ||
                                                   (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_space:
      return FALSE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (focus != NULL && (GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus)))
        return FALSE;
      trh_booth_view_do_default (TRH_BOOTH_VIEW (self->view));
      return TRUE;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      if (is_typing (self))
        trh_booth_erase_last (self->booth);
      return TRUE;
    default:
      character = get_character (self, keyval, keycode);
      if (character != '\0' && is_typing (self))
        trh_booth_type (self->booth, character);
      return TRUE;
    }
}

static void
on_key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                 TrhBoothWindow *self)
{
  g_hash_table_remove (self->held, GUINT_TO_POINTER (keycode));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TrhBoothWindow *self)
{
  tick (self);
  trh_booth_stir (self->booth);
}

/* “Touch the screen to begin”: anywhere, on release. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, TrhBoothWindow *self)
{
  if (self->door == NULL && trh_booth_view_get_screen (TRH_BOOTH_VIEW (self->view)) == TRH_SCREEN_WELCOME)
    trh_booth_go_on (self->booth);
}

static void
trh_booth_window_map (GtkWidget *widget)
{
  TrhBoothWindow *self = TRH_BOOTH_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (trh_booth_window_parent_class)->map (widget);
  gtk_window_fullscreen (GTK_WINDOW (self)); /* before it is mapped, GTK 4.8 forgets it on X11 */
  self->px_per_mm = trh_booth_px_of (gtk_widget_get_display (widget), gtk_native_get_surface (GTK_NATIVE (self)));
  trh_booth_view_set_scale (TRH_BOOTH_VIEW (self->view), self->px_per_mm);
  write_style (self);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::shortcuts-inhibited",
                           G_CALLBACK (open_door_when_alone), self, G_CONNECT_SWAPPED);
  ask_for_keys (self);
  if (application != NULL && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (
      application, GTK_WINDOW (self),
      GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SWITCH | GTK_APPLICATION_INHIBIT_SUSPEND
        | GTK_APPLICATION_INHIBIT_IDLE,
      _("A voter is in the booth"));
}

static void
trh_booth_window_unmap (GtkWidget *widget)
{
  TrhBoothWindow *self = TRH_BOOTH_WINDOW (widget);

  if (self->inhibited != 0 && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    gtk_application_uninhibit (gtk_window_get_application (GTK_WINDOW (self)), self->inhibited);
  self->inhibited = 0;
  gdk_toplevel_restore_system_shortcuts (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (self))));
  GTK_WIDGET_CLASS (trh_booth_window_parent_class)->unmap (widget);
}

/* Alt+F4, the window manager's menu, the end of the session: none closes the booth. */
static gboolean
trh_booth_window_close_request (GtkWindow *window)
{
  return TRUE;
}

static void
trh_booth_window_dispose (GObject *object)
{
  TrhBoothWindow *self = TRH_BOOTH_WINDOW (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  if (self->style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->style));
  g_clear_object (&self->style);
  g_clear_object (&self->view);
  g_clear_object (&self->booth);
  g_clear_pointer (&self->held, g_hash_table_unref);
  G_OBJECT_CLASS (trh_booth_window_parent_class)->dispose (object);
}

static void
trh_booth_window_class_init (TrhBoothWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_booth_window_dispose;
  widget_class->map = trh_booth_window_map;
  widget_class->unmap = trh_booth_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = trh_booth_window_close_request;
  left_signal = g_signal_new ("left", TRH_TYPE_BOOTH_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_booth_window_init (TrhBoothWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new (), *touch = gtk_gesture_click_new ();

  self->clock = monotonic;
  self->held = g_hash_table_new (NULL, NULL);
  self->px_per_mm = trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (self)), NULL);
  self->style = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trh-booth");
  gtk_window_set_title (GTK_WINDOW (self), _("Voting Booth"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect (touch, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));

  self->ticking = g_timeout_add (TICK_MS, on_tick, self);
}
