/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-door.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

#define WIDTH_PX 900

struct _TrhBoothDoor
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* with all of it */
  GtkWidget *heading;
  GtkWidget *words;
  GtkWidget *buttons;
};

enum { OPENED, ABANDONED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrhBoothDoor, trh_booth_door, GTK_TYPE_WIDGET)

static void
on_open (TrhBoothDoor *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
on_abandon (TrhBoothDoor *self)
{
  g_signal_emit (self, signals[ABANDONED], 0);
}

static GtkWidget *
make_label (GtkWidget *label, const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_button (TrhBoothDoor *self, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = make_label (gtk_label_new (NULL), words);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_button_set_child (GTK_BUTTON (button), label);
  trh_set_label (button, words);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
trh_booth_door_dispose (GObject *object)
{
  g_clear_pointer (&TRH_BOOTH_DOOR (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (trh_booth_door_parent_class)->dispose (object);
}

static void
trh_booth_door_class_init (TrhBoothDoorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_booth_door_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[OPENED] = g_signal_new ("opened", TRH_TYPE_BOOTH_DOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ABANDONED] = g_signal_new ("abandoned", TRH_TYPE_BOOTH_DOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     0);
}

static void
trh_booth_door_init (TrhBoothDoor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();

  self->heading = make_label (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL),
                              _("The booth is being made ready…"));
  gtk_widget_add_css_class (self->heading, "heading");
  self->words = make_label (gtk_label_new (NULL), "");
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  add_button (self, _("Open the booth all the same"), G_CALLBACK (on_open));
  add_button (self, _("Back to the session"), G_CALLBACK (on_abandon));
  gtk_widget_set_visible (self->words, FALSE);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
trh_booth_door_new (void)
{
  return g_object_new (TRH_TYPE_BOOTH_DOOR, NULL);
}

/* The desktop has not answered, or has refused: says what that means, and lets an organiser choose. */
void
trh_booth_door_ask (TrhBoothDoor *self)
{
  if (gtk_widget_get_visible (self->buttons))
    return;
  gtk_label_set_label (GTK_LABEL (self->heading), _("This desktop keeps its own keys"));
  gtk_label_set_label (GTK_LABEL (self->words),
                       _("If it asks whether this program may inhibit shortcuts, allow it: the booth then opens by itself. "
                         "Otherwise keys such as Alt+Tab or the Windows key can leave the booth: no ballot changes, but somebody "
                         "should stay near the booth, or take away the keyboard."));
  gtk_widget_set_visible (self->words, TRUE);
  gtk_widget_set_visible (self->buttons, TRUE);
  /* what is new is read aloud with its words; the buttons come next */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->words)), -1);
  gtk_widget_set_focusable (self->heading, TRUE);
  gtk_widget_grab_focus (self->heading);
}
