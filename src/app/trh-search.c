/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"
#include "widgets/trh-dialogs.h"

#define MAX_HITS 40

struct _TrhSearch
{
  GtkPopover      parent_instance;

  TrhWorkspace   *workspace; /* (nullable) */
  GtkSearchEntry *entry;
  GtkListBox     *list;
  GtkStack       *stack;
  char           *shown; /* what the hits were found for */
  GtkWidget      *origin; /* (nullable) (weak): had the keyboard before */
};

G_DEFINE_FINAL_TYPE (TrhSearch, trh_search, GTK_TYPE_POPOVER)

/* What is searched, in the order in which hits are listed, and the page that shows it. */
static const struct { TrhCollection collection; const char *page; } places[] = {
  { TRH_COMMUNES, "territory" },
  { TRH_VENUES, "territory" },
  { TRH_ARTISTS, "artists" },
  { TRH_STAYS, "calendar" },
  { TRH_ENCOUNTERS, "calendar" },
  { TRH_PEOPLE, "territory" },
  { TRH_POLLS, "votes" },
};

static void
trh_search_dispose (GObject *object)
{
  g_clear_object (&TRH_SEARCH (object)->workspace);
  g_clear_pointer (&TRH_SEARCH (object)->shown, g_free);
  g_clear_weak_pointer (&TRH_SEARCH (object)->origin);

  G_OBJECT_CLASS (trh_search_parent_class)->dispose (object);
}

static GtkWidget *
make_hit (const char *name, const char *kind, const char *id, const char *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name), *subtitle = gtk_label_new (kind);
  /* Translators: the name of an object, then its kind: "Séderon, commune" */
  g_autofree char *label = g_strdup_printf (_("%1$s, %2$s"), name, kind);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  trh_set_label (row, label);

  return row;
}

/* Whether a word of the name begins as the query does: “elie” means Élie rather than an atelier. */
static gboolean
begins_a_word (const char *name, const char *query)
{
  g_autofree char *folded = trh_text_fold (name);

  for (const char *at = strstr (folded, query); at != NULL; at = strstr (at + 1, query))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;

  return FALSE;
}

static void
list_hits (TrhSearch *self, const char *query, gboolean at_a_word, guint *n_hits)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < trh_project_count (project, places[i].collection) && *n_hits < MAX_HITS; j++)
      {
        TrhEntity *entity = trh_project_peek (project, places[i].collection, j);
        g_autofree char *name = trh_describe_entity (project, entity);

        if (trh_text_matches (name, query) && begins_a_word (name, query) == at_a_word)
          {
            gtk_list_box_append (self->list, make_hit (name, trh_label_type (trh_collection_get_schema (places[i].collection)),
                                                       trh_entity_get_id (entity), places[i].page));
            (*n_hits)++;
          }
      }
}

static void
on_search_changed (TrhSearch *self)
{
  g_autofree char *query = trh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint n_hits = 0;
  GtkWidget *row;

  g_free (self->shown);
  self->shown = g_strdup (query);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->workspace == NULL || *query == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }

  list_hits (self, query, TRUE, &n_hits);
  list_hits (self, query, FALSE, &n_hits);
  gtk_stack_set_visible_child_name (self->stack, n_hits > 0 ? "hits" : "none");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_row_activated (TrhSearch *self, GtkListBoxRow *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  trh_workspace_select (self->workspace, g_object_get_data (G_OBJECT (row), "id"));
  gtk_widget_activate_action (window, "win.show-page", "s", g_object_get_data (G_OBJECT (row), "page"));
  gtk_widget_activate_action (window, "win.open-inspector", NULL);
}

/* Who types and presses Enter at once does not wait for the field to tell what changed. */
static void
on_activate (TrhSearch *self)
{
  g_autofree char *query = trh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkListBoxRow *row;

  if (g_strcmp0 (query, self->shown) != 0)
    on_search_changed (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    on_row_activated (self, row);
}

/* Up and Down go through the hits while the field keeps the focus. */
static gboolean
on_key (TrhSearch *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

static gboolean
give_back (gpointer data)
{
  TrhSearch *self = data;
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->origin != NULL && (focus == NULL || focus == button || gtk_widget_is_ancestor (focus, button)))
    gtk_widget_grab_focus (self->origin);
  g_clear_weak_pointer (&self->origin);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 leaves the keyboard on the button of the search, and does so after this signal. */
static void
on_closed (TrhSearch *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, give_back, g_object_ref (self), g_object_unref);
}

static void
on_show (TrhSearch *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  on_search_changed (self);
}

static void
trh_search_class_init (TrhSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_search_dispose;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_bottom (label, 24);

  return label;
}

static void
trh_search_init (TrhSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  trh_set_label (self->entry, _("Search the season"));
  g_object_set (self->entry, "placeholder-text", _("Village, venue, artist, person…"), NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->entry), 300, -1);
  trh_set_label (self->list, _("What was found"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_stack_add_named (self->stack, make_note (_("Type a name, with or without accents")), "hint");
  gtk_stack_add_named (self->stack, make_note (_("Nothing has this name")), "none");
  gtk_stack_add_named (self->stack, scroller, "hits");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_popover_set_child (GTK_POPOVER (self), box);

  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  /* the field keeps Escape for itself and only tells */
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "show", G_CALLBACK (on_show), NULL);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

void
trh_search_set_workspace (TrhSearch *self, TrhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

/* What has the keyboard now and shall have it again when nothing was chosen. */
void
trh_search_set_origin (TrhSearch *self, GtkWidget *origin)
{
  g_set_weak_pointer (&self->origin, origin);
}
