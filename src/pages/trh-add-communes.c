/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-add-communes.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "widgets/trh-dialog-header.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-pick.h"

struct _TrhAddCommunes
{
  AdwWindow        parent_instance;

  TrhTerritory    *territory;
  TrhProject      *project;
  GHashTable      *picks;  /* INSEE code → TrhPick, of the communes that can be added */
  GListStore      *found;
  GPtrArray       *pasted; /* (nullable): TrhKnownCommuneRecord, whose codes are in the text */

  TrhDialogHeader *header;
  GtkButton       *add_button;
  GtkButton       *cancel_button;
  GtkToggleButton *choose_button;
  GtkToggleButton *paste_button;
  GtkStack        *stack;
  GtkSearchEntry  *search;
  GtkBox          *valleys;
  GtkStack        *results;
  GtkListView     *list;
  GtkTextView     *codes;
  GtkTextBuffer   *buffer;
  GtkLabel        *remarks;
};

G_DEFINE_FINAL_TYPE (TrhAddCommunes, trh_add_communes, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_in_season (TrhAddCommunes *self, const TrhKnownCommuneRecord *commune)
{
  return trh_project_find (self->project, TRH_COMMUNES, commune->base.id) != NULL;
}

static gboolean
is_pasting (TrhAddCommunes *self)
{
  return gtk_toggle_button_get_active (self->paste_button);
}

/* (transfer container): what “Add” would add. */
static GPtrArray *
list_chosen (TrhAddCommunes *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GPtrArray *communes = trh_territory_get_communes (self->territory);

  for (guint i = 0; i < communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = communes->pdata[i];
      TrhPick *pick = g_hash_table_lookup (self->picks, commune->base.id);

      if (pick != NULL && trh_pick_is_chosen (pick))
        g_ptr_array_add (chosen, (gpointer) commune);
    }

  return chosen;
}

static void
update_count (TrhAddCommunes *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u commune chosen", "%u communes chosen", chosen->len), chosen->len);
  /* Translators: the button “Add”, with what it adds */
  g_autofree char *name =
    g_strdup_printf (ngettext ("Add: %u commune chosen", "Add: %u communes chosen", chosen->len), chosen->len);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), chosen->len > 0);
  trh_set_label (self->add_button, name);
  trh_dialog_header_set_subtitle (self->header, text);
}

static void
on_add (TrhAddCommunes *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);

  g_signal_emit (self, signals[CHOSEN], 0, chosen);
  gtk_window_close (GTK_WINDOW (self));
}

/* GTK switches one button of the pair off before the other on: only “paste” is where it will be when it tells. */
static void
on_way (TrhAddCommunes *self)
{
  gboolean pasting = is_pasting (self);

  gtk_stack_set_visible_child_name (self->stack, pasting ? "paste" : "choose");
  trh_set_label (self->choose_button, pasting ? _("Choose in the list") : _("Choose in the list, shown"));
  trh_set_label (self->paste_button, pasting ? _("Paste codes, shown") : _("Paste codes"));
  if (pasting)
    gtk_widget_grab_focus (GTK_WIDGET (self->codes));
}

static void
on_search (TrhAddCommunes *self)
{
  g_autoptr(GArray) hits =
    trh_territory_search (self->territory, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr(GPtrArray) picks = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const TrhTerritoryHit *hit = &g_array_index (hits, TrhTerritoryHit, i);
      TrhPick *pick = g_hash_table_lookup (self->picks, hit->commune->base.id);

      if (pick != NULL)
        g_ptr_array_add (picks, pick);
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), picks->pdata, picks->len);
  gtk_stack_set_visible_child_name (self->results, picks->len > 0 ? "list" : "none");
}

static void
on_activated (TrhAddCommunes *self, guint position)
{
  g_autoptr(TrhPick) pick = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (pick != NULL)
    trh_pick_set_chosen (pick, !trh_pick_is_chosen (pick));
}

/* Enter in the search field ticks what is found first. */
static void
on_search_activated (TrhAddCommunes *self)
{
  on_search (self); /* the entry waits a moment before it tells */
  on_activated (self, 0);
}

static void
set_up_item (TrhAddCommunes *self, GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_margin_start (check, 6);
  gtk_widget_set_margin_top (check, 3);
  gtk_widget_set_margin_bottom (check, 3);
  gtk_list_item_set_child (item, check);
}

static void
bind_item (TrhAddCommunes *self, GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  TrhPick *pick = gtk_list_item_get_item (item);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), trh_pick_get_label (pick));
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (check)), TRUE);
  trh_set_label (check, trh_pick_get_label (pick));
  g_object_set_data_full (G_OBJECT (item), "trh-binding",
                          g_object_ref (g_object_bind_property (pick, "chosen", check, "active",
                                                                G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
                          g_object_unref);
}

static void
unbind_item (TrhAddCommunes *self, GtkListItem *item)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "trh-binding"));
  g_object_set_data (G_OBJECT (item), "trh-binding", NULL);
}

/* All of a valley, or none of it when all are chosen. */
static void
on_valley (TrhAddCommunes *self, GtkWidget *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "trh-valley");
  GPtrArray *communes = trh_territory_get_communes (self->territory);
  gboolean all = TRUE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < communes->len; i++)
      {
        const TrhKnownCommuneRecord *commune = communes->pdata[i];
        TrhPick *pick = g_hash_table_lookup (self->picks, commune->base.id);

        if (pick == NULL || !g_str_equal (trh_territory_get_valley_key (self->territory, commune), key))
          continue;
        if (pass == 0)
          all = all && trh_pick_is_chosen (pick);
        else
          trh_pick_set_chosen (pick, !all);
      }
}

static void
add_valley_button (TrhAddCommunes *self, const TrhKnownCommuneRecord *commune, guint n)
{
  /* Translators: a button that chooses every commune of a valley; %u is how many */
  g_autofree char *label =
    g_strdup_printf (_("All of %s (%u)"), trh_territory_get_valley_name (self->territory, commune), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "trh-valley", (gpointer) trh_territory_get_valley_key (self->territory, commune));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_valley), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->valleys, button);
}

/* One button for each valley of which something can be added. */
static void
add_valleys (TrhAddCommunes *self)
{
  GPtrArray *communes = trh_territory_get_communes (self->territory);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = communes->pdata[i];
      gpointer key = (gpointer) trh_territory_get_valley_key (self->territory, commune);

      if (!is_in_season (self, commune))
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = communes->pdata[i];
      const char *key = trh_territory_get_valley_key (self->territory, commune);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      if (n > 0)
        add_valley_button (self, commune, n);
      g_hash_table_remove (counts, key);
    }
}

/* Chooses the communes whose codes are in the text, and no longer those whose codes have gone from it. */
static void
choose_pasted (TrhAddCommunes *self, GPtrArray *pasted)
{
  GPtrArray *lists[] = { self->pasted, pasted };

  for (guint pass = 0; pass < G_N_ELEMENTS (lists); pass++)
    for (guint i = 0; lists[pass] != NULL && i < lists[pass]->len; i++)
      {
        gpointer commune = lists[pass]->pdata[i];
        TrhPick *pick = g_hash_table_lookup (self->picks, ((const TrhRecord *) commune)->id);
        const gboolean stays = lists[1 - pass] != NULL && g_ptr_array_find (lists[1 - pass], commune, NULL);

        if (pick != NULL && !stays)
          trh_pick_set_chosen (pick, pass == 1);
      }
  g_clear_pointer (&self->pasted, g_ptr_array_unref);
  self->pasted = g_ptr_array_ref (pasted);
}

static void
on_codes (TrhAddCommunes *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) odd = NULL, pasted = NULL;
  GString *said = g_string_new (NULL);
  guint n_known = 0;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  pasted = trh_territory_parse_codes (self->territory, text, &odd);
  for (guint i = 0; i < pasted->len; i++)
    n_known += (guint) is_in_season (self, pasted->pdata[i]);

  g_string_append_printf (said, ngettext ("%u commune is recognised.", "%u communes are recognised.", pasted->len),
                          pasted->len);
  if (n_known > 0)
    {
      g_string_append_c (said, ' ');
      g_string_append_printf (said, ngettext ("%u is in the season already.", "%u are in the season already.", n_known),
                              n_known);
    }
  for (guint i = 0; i < odd->len; i++)
    g_string_append_printf (said, "\n%s", ((TrhTerritoryRemark *) odd->pdata[i])->message);
  gtk_label_set_label (self->remarks, said->str);
  g_string_free (said, TRUE);
  choose_pasted (self, pasted);
}

static void
trh_add_communes_dispose (GObject *object)
{
  TrhAddCommunes *self = TRH_ADD_COMMUNES (object);

  g_clear_object (&self->project);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (trh_add_communes_parent_class)->dispose (object);
}

static void
trh_add_communes_finalize (GObject *object)
{
  TrhAddCommunes *self = TRH_ADD_COMMUNES (object);

  g_clear_pointer (&self->pasted, g_ptr_array_unref);
  g_clear_pointer (&self->picks, g_hash_table_unref);
  g_clear_pointer (&self->territory, trh_territory_unref);

  G_OBJECT_CLASS (trh_add_communes_parent_class)->finalize (object);
}

static void
trh_add_communes_class_init (TrhAddCommunesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_add_communes_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_add_communes_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TRH_TYPE_ADD_COMMUNES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (TRH_TYPE_DIALOG_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-add-communes.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrhAddCommunes, name)
  BIND (header);
  BIND (add_button);
  BIND (cancel_button);
  BIND (choose_button);
  BIND (paste_button);
  BIND (stack);
  BIND (search);
  BIND (valleys);
  BIND (results);
  BIND (list);
  BIND (codes);
  BIND (buffer);
  BIND (remarks);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_way);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_codes);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
trh_add_communes_init (TrhAddCommunes *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  trh_set_label (self->cancel_button, _("Cancel"));
  self->picks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->found = g_list_store_new (TRH_TYPE_PICK);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_item), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (factory);
}

/* As in “Séderon · 26560 · Ventoux”. */
static char *
say_commune (TrhAddCommunes *self, const TrhKnownCommuneRecord *commune)
{
  g_autofree char *postcodes = g_strjoinv (", ", commune->postcodes);

  return g_strjoin (" · ", commune->name, postcodes, trh_territory_get_valley_name (self->territory, commune), NULL);
}

/**
 * trh_add_communes_new:
 * @territory: the known communes
 * @project: the season; its communes are not offered
 *
 * Returns: (transfer none): a window, owned by GTK as all windows are
 */
GtkWidget *
trh_add_communes_new (TrhTerritory *territory, TrhProject *project)
{
  TrhAddCommunes *self = g_object_new (TRH_TYPE_ADD_COMMUNES, NULL);
  GPtrArray *communes = trh_territory_get_communes (territory);

  self->territory = trh_territory_ref (territory);
  self->project = g_object_ref (project);
  for (guint i = 0; i < communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = communes->pdata[i];
      g_autofree char *label = say_commune (self, commune);
      TrhPick *pick;

      if (is_in_season (self, commune))
        continue;
      pick = trh_pick_new (commune->base.id, label);
      g_signal_connect_object (pick, "notify::chosen", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->picks, (gpointer) commune->base.id, pick);
    }
  add_valleys (self);
  trh_let_buttons_wrap (GTK_WIDGET (self));
  on_search (self);
  on_way (self);
  update_count (self);

  return GTK_WIDGET (self);
}
