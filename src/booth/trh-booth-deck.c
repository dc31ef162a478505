/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-deck.h"

struct _TrhBoothDeck
{
  GtkWidget parent_instance;

  int   gap_px;
  guint wanted;   /* the card that must be on the screen */
  guint first;    /* the first one shown */
  guint n_shown;
  guint telling;  /* source that emits "paged", or 0 */
};

static guint paged_signal;

G_DEFINE_FINAL_TYPE (TrhBoothDeck, trh_booth_deck, GTK_TYPE_WIDGET)

/**
 * trh_booth_deck_new:
 * @gap_px: between two cards
 * @role: a group, or a group of radio buttons
 *
 * Returns: (transfer floating): an empty deck
 */
GtkWidget *
trh_booth_deck_new (int gap_px, GtkAccessibleRole role)
{
  TrhBoothDeck *self = g_object_new (TRH_TYPE_BOOTH_DECK, "accessible-role", role, NULL);

  self->gap_px = gap_px;
  return GTK_WIDGET (self);
}

void
trh_booth_deck_append (TrhBoothDeck *self, GtkWidget *card)
{
  gtk_widget_insert_before (card, GTK_WIDGET (self), NULL);
}

guint
trh_booth_deck_get_n_cards (TrhBoothDeck *self)
{
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;
  return n;
}

/**
 * trh_booth_deck_show_card:
 * @index: of a card
 *
 * Turns to the page of that card, and stays with it when the page gets shorter or longer.
 */
void
trh_booth_deck_show_card (TrhBoothDeck *self, guint index)
{
  self->wanted = index;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
trh_booth_deck_get_first (TrhBoothDeck *self)
{
  return self->first;
}

guint
trh_booth_deck_get_n_shown (TrhBoothDeck *self)
{
  return self->n_shown;
}

static gboolean
tell (gpointer data)
{
  TrhBoothDeck *self = data;

  self->telling = 0;
  g_signal_emit (self, paged_signal, 0);
  return G_SOURCE_REMOVE;
}

static int
get_tallest (TrhBoothDeck *self, int width)
{
  int tallest = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int height;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      tallest = MAX (tallest, height);
    }
  return tallest;
}

static GtkSizeRequestMode
trh_booth_deck_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trh_booth_deck_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  TrhBoothDeck *self = TRH_BOOTH_DECK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 0;
      for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL;
           card = gtk_widget_get_next_sibling (card))
        {
          int least, wished;

          gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wished);
        }
    }
  else
    {
      int n = (int) MIN (trh_booth_deck_get_n_cards (self), TRH_BOOTH_CARDS);

      *minimum = get_tallest (self, for_size);
      *natural = MAX (n * (*minimum + self->gap_px) - self->gap_px, *minimum);
    }
}

static void
trh_booth_deck_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhBoothDeck *self = TRH_BOOTH_DECK (widget);
  guint n = trh_booth_deck_get_n_cards (self), i = 0, per_page, n_pages, first;
  int tallest = get_tallest (self, width);

  if (n == 0)
    return;
  per_page = (guint) CLAMP ((height + self->gap_px) / MAX (tallest + self->gap_px, 1), 1, TRH_BOOTH_CARDS);
  n_pages = (n + per_page - 1) / per_page;
  per_page = (n + n_pages - 1) / n_pages;
  first = MIN (self->wanted, n - 1) / per_page * per_page;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL;
       card = gtk_widget_get_next_sibling (card), i++)
    {
      bool shown = i >= first && i < first + per_page;

      gtk_widget_set_child_visible (card, shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
      if (shown)
        gtk_widget_size_allocate (
          card, &(GtkAllocation) { 0, (int) (i - first) * (tallest + self->gap_px), width, tallest }, -1);
    }

  per_page = MIN (per_page, n - first);
  if ((first != self->first || per_page != self->n_shown) && self->telling == 0)
    self->telling = g_idle_add (tell, self); /* the buttons around cannot change while this is laid out */
  self->first = first;
  self->n_shown = per_page;
}

static void
trh_booth_deck_dispose (GObject *object)
{
  TrhBoothDeck *self = TRH_BOOTH_DECK (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  for (GtkWidget *card; (card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (card);
  G_OBJECT_CLASS (trh_booth_deck_parent_class)->dispose (object);
}

static void
trh_booth_deck_class_init (TrhBoothDeckClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_booth_deck_dispose;
  widget_class->get_request_mode = trh_booth_deck_get_request_mode;
  widget_class->measure = trh_booth_deck_measure;
  widget_class->size_allocate = trh_booth_deck_allocate;
  paged_signal = g_signal_new ("paged", TRH_TYPE_BOOTH_DECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_booth_deck_init (TrhBoothDeck *self)
{
}
