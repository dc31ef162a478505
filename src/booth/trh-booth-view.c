/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-view-private.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "booth/trh-booth-style.h"
#include "booth/trh-booth-wrap.h"
#include "widgets/trh-dialogs.h"

#define LEAST_BODY_MM 25 /* of what is between the bar and the main buttons */
#define LINE_MM   200 /* widest content at the smaller sizes */
#define LINE_CAPS 44  /* and at the larger ones, in heights of a capital */

G_DEFINE_FINAL_TYPE (TrhBoothView, trh_booth_view, GTK_TYPE_WIDGET)

int
trh_booth_view_px (TrhBoothView *self, double mm)
{
  return (int) ceil (mm * self->px_per_mm);
}

const char *
trh_booth_view_say (TrhBoothView *self, TrhBoothText text)
{
  return trh_booth_text (text, trh_booth_get_language (self->booth));
}

GtkWidget *
trh_booth_wrapped_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* A press counts on release inside: that is what GtkButton does. */
GtkWidget *
trh_booth_view_add_button (GtkWidget *box, const char *label, GCallback clicked, gpointer self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *child = trh_booth_wrapped_label (label);

  gtk_label_set_xalign (GTK_LABEL (child), 0.5);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), child);
  trh_set_label (button, label);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
trh_booth_view_add_line (TrhBoothView *self, const char *text)
{
  GtkWidget *label = trh_booth_wrapped_label (text);

  gtk_box_append (GTK_BOX (self->body), label);
  return label;
}

/* What a screen reader says when the step appears (ux rule A4): the whole message, on something
 * that takes the focus. */
static GtkWidget *
make_message (GtkWidget **label, const char *css_class)
{
  GtkWidget *message = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "focusable", TRUE, NULL);

  *label = trh_booth_wrapped_label (NULL);
  gtk_widget_set_hexpand (*label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (*label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (message), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_add_css_class (message, css_class);
  gtk_box_append (GTK_BOX (message), *label);
  return message;
}

static void
set_message (GtkWidget *message, GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (message), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
trh_booth_view_set_heading (TrhBoothView *self, const char *text)
{
  set_message (self->heading, self->heading_label, text);
}

static TrhBoothScreen
choose_screen (TrhBooth *booth)
{
  static const TrhBoothScreen screens[] = {
    [TRH_BOOTH_WELCOME] = TRH_SCREEN_WELCOME, [TRH_BOOTH_CODE] = TRH_SCREEN_CODE,
    [TRH_BOOTH_HOW] = TRH_SCREEN_HOW,         [TRH_BOOTH_CHOICES] = TRH_SCREEN_CHOICES,
    [TRH_BOOTH_REVIEW] = TRH_SCREEN_REVIEW,   [TRH_BOOTH_SAVING] = TRH_SCREEN_SAVING,
    [TRH_BOOTH_DONE] = TRH_SCREEN_DONE,       [TRH_BOOTH_ERASED] = TRH_SCREEN_ERASED,
  };

  if (trh_booth_get_lock (booth) == TRH_BOOTH_PIN)
    return TRH_SCREEN_PIN;
  if (trh_booth_get_lock (booth) == TRH_BOOTH_OPENED)
    return TRH_SCREEN_ORGANISER;
  if (trh_booth_is_idle (booth))
    return TRH_SCREEN_IDLE;
  return screens[trh_booth_get_step (booth)];
}

static void
set_stamp (TrhBoothView *self)
{
  g_autofree char *stamp = g_strconcat (trh_booth_view_say (self, TRH_TEXT_REHEARSAL), " · ",
                                        trh_booth_view_say (self, TRH_TEXT_REHEARSAL_NAME), NULL);

  gtk_label_set_text (GTK_LABEL (self->stamp), stamp);
}

/* Lines of a length that is easy to read, whatever the width of the screen. */
static void
set_width (TrhBoothView *self)
{
  int width_px = trh_booth_view_px (self, MAX (LINE_CAPS * trh_booth_cap_mm (trh_booth_get_size (self->booth)), LINE_MM));

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width_px);
}

/* A note stands where the heading was, so that nothing below it moves; it takes the focus when it
 * appears and gives it back when it goes. */
static void
update_note (TrhBoothView *self)
{
  g_autofree char *text = trh_booth_dup_note (self->booth);
  bool was_shown = gtk_stack_get_visible_child (GTK_STACK (self->messages)) == self->note;
  bool had_focus = gtk_widget_has_focus (self->note);
  bool is_new = text != NULL && (!was_shown || !g_str_equal (gtk_label_get_text (GTK_LABEL (self->note_label)), text));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_STATE_HIDDEN, text == NULL, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->headings), GTK_ACCESSIBLE_STATE_HIDDEN, text != NULL, -1);
  if (text != NULL)
    set_message (self->note, self->note_label, text);
  else
    gtk_label_set_text (GTK_LABEL (self->note_label), self->longest_note);
  gtk_stack_set_visible_child (GTK_STACK (self->messages), text != NULL ? self->note : self->headings);
  if (is_new && !had_focus)
    gtk_widget_grab_focus (self->note);
  else if (text == NULL && had_focus)
    gtk_widget_grab_focus (self->heading);
}

/* What a note may say on the screen of choices: its room is kept from the start. */
static char *
dup_longest_note (TrhBoothView *self)
{
  TrhBallotPaper *paper = trh_booth_get_paper (self->booth);
  const char *language = trh_booth_get_language (self->booth), *name = "";
  guint limit = trh_ballot_paper_get_limit (paper);

  if (self->screen != TRH_SCREEN_CHOICES)
    return NULL;
  if (paper->kind != TRH_BALLOT_PAPER_APPROVAL || limit >= paper->candidates->len)
    return g_strdup (trh_booth_text (TRH_TEXT_HELP, language));
  for (guint i = 0; i < paper->candidates->len; i++)
    if (strlen (trh_ballot_paper_get_candidate (paper, i)->name) > strlen (name))
      name = trh_ballot_paper_get_candidate (paper, i)->name;
  return trh_booth_text_count (TRH_TEXT_OVER_ONE, language, limit, "artist", name, NULL);
}

static void
refresh (TrhBoothView *self)
{
  TrhBoothScreen screen = choose_screen (self->booth);
  const char *language = trh_booth_get_language (self->booth);
  guint question = trh_booth_get_question (self->booth);
  bool turned = screen != self->screen || (screen == TRH_SCREEN_CHOICES && question != self->question);

  if (trh_booth_get_step (self->booth) <= TRH_BOOTH_HOW || trh_booth_get_step (self->booth) >= TRH_BOOTH_SAVING)
    self->card = 0;
  trh_booth_view_update_bar (self);
  set_stamp (self);
  set_width (self);
  if (screen == TRH_SCREEN_CHOICES && question != self->question)
    {
      self->card = 0;
      self->question = question;
    }
  if (turned || language != self->written_in)
    {
      self->screen = screen;
      self->written_in = language;
      g_free (self->longest_note);
      self->longest_note = dup_longest_note (self);
      trh_booth_view_build (self);
    }
  trh_booth_view_update (self);
  update_note (self);
  if (turned && screen == TRH_SCREEN_DONE)
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self))); /* the room hears that a ballot is in the urn */
  if (turned && trh_booth_get_note (self->booth) == TRH_BOOTH_NOTE_NONE)
    gtk_widget_grab_focus (self->heading);
}

/**
 * trh_booth_view_new:
 * @booth: what is shown
 *
 * Returns: (transfer floating): the view; see trh_booth_view_set_scale ()
 */
GtkWidget *
trh_booth_view_new (TrhBooth *booth)
{
  TrhBoothView *self = g_object_new (TRH_TYPE_BOOTH_VIEW, NULL);

  self->booth = g_object_ref (booth);
  g_signal_connect_object (booth, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  trh_booth_view_set_scale (self, trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (self)), NULL));
  return GTK_WIDGET (self);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static void
set_margins (GtkWidget *widget, int margin)
{
  gtk_widget_set_margin_start (widget, margin);
  gtk_widget_set_margin_end (widget, margin);
  gtk_widget_set_margin_top (widget, margin);
  gtk_widget_set_margin_bottom (widget, margin);
}

/* The messages: heading with what the voter can do below it, or a note in their place. */
static void
build_messages (TrhBoothView *self)
{
  int gap = trh_booth_view_px (self, TRH_BOOTH_GAP_MM);

  self->messages = gtk_stack_new ();
  self->headings = gtk_box_new (GTK_ORIENTATION_VERTICAL, gap);
  self->heading = make_message (&self->heading_label, "heading");
  gtk_box_append (GTK_BOX (self->headings), self->heading);
  self->instruction = trh_booth_wrapped_label (NULL);
  gtk_box_append (GTK_BOX (self->headings), self->instruction);
  self->note = make_message (&self->note_label, "note");
  gtk_widget_set_valign (self->note, GTK_ALIGN_START);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->messages), TRUE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->messages), TRUE);
  gtk_stack_add_child (GTK_STACK (self->messages), self->headings);
  gtk_stack_add_child (GTK_STACK (self->messages), self->note);
  gtk_box_append (GTK_BOX (self->middle), self->messages);
}

static void
build (TrhBoothView *self)
{
  int edge = trh_booth_view_px (self, TRH_BOOTH_GAP_MM);
  GtkWidget *scroller;

  self->clamp = adw_clamp_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, edge);
  set_margins (self->box, edge);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
  self->top = make_scroller (self->clamp); /* moves only where even the buttons do not fit */
  gtk_widget_set_parent (self->top, GTK_WIDGET (self));

  trh_booth_view_build_bar (self);
  self->stamp = trh_booth_wrapped_label (NULL);
  gtk_widget_add_css_class (self->stamp, "stamp");
  gtk_widget_set_visible (self->stamp, trh_booth_get_paper (self->booth)->rehearsal);
  gtk_box_append (GTK_BOX (self->box), self->stamp);

  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, trh_booth_view_px (self, 4));
  set_margins (self->middle, trh_booth_view_px (self, 2)); /* room for the focus ring */
  build_messages (self);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, edge);
  gtk_box_append (GTK_BOX (self->middle), self->body);
  scroller = make_scroller (self->middle);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), trh_booth_view_px (self, LEAST_BODY_MM));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);

  self->footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->footer, trh_booth_wrap_new (edge, edge));
  gtk_widget_add_css_class (self->footer, "main");
  gtk_box_append (GTK_BOX (self->box), self->footer);
}

/**
 * trh_booth_view_read_heading:
 *
 * Gives the keyboard to the heading of the screen, as every new screen does.
 */
void
trh_booth_view_read_heading (TrhBoothView *self)
{
  gtk_widget_grab_focus (self->heading);
}

/**
 * trh_booth_view_set_scale:
 * @px_per_mm: of the monitor that shows the view
 *
 * Builds everything anew for that monitor.
 */
void
trh_booth_view_set_scale (TrhBoothView *self, double px_per_mm)
{
  if (self->px_per_mm == px_per_mm)
    return;

  self->px_per_mm = px_per_mm;
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->top, gtk_widget_unparent);
  self->screen = TRH_SCREEN_NONE;
  build (self);
  refresh (self);
}

TrhBoothScreen
trh_booth_view_get_screen (TrhBoothView *self)
{
  return self->screen;
}

/**
 * trh_booth_view_do_default:
 *
 * What Enter does while the focus is on no button: the way on, where there is only one. Never casts.
 *
 * Returns: %TRUE when the screen has such a way
 */
gboolean
trh_booth_view_do_default (TrhBoothView *self)
{
  if (self->go_on == NULL)
    return FALSE;

  g_signal_emit_by_name (self->go_on, "clicked");
  return TRUE;
}

static void
trh_booth_view_dispose (GObject *object)
{
  TrhBoothView *self = TRH_BOOTH_VIEW (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->longest_note, g_free);
  g_clear_object (&self->booth);
  G_OBJECT_CLASS (trh_booth_view_parent_class)->dispose (object);
}

static void
trh_booth_view_class_init (TrhBoothViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_booth_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
trh_booth_view_init (TrhBoothView *self)
{
}
