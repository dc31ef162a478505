/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-form-fold.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"
#include "pages/trh-entity-link.h"
#include "pages/trh-form.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-plain-row.h"

typedef struct {
  TrhWorkspace   *workspace; /* (owned) */
  TrhEntity      *entity;    /* (owned) */
  AdwExpanderRow *row;       /* (unowned): what owns this */
  GStrv           fields;    /* the usual ones, then the rare ones */
  guint           n_usual;
  gboolean        is_filled; /* it was opened once */
  GPtrArray      *waiting;   /* (unowned) (element-type utf8): members without a row yet, once opened */
  GtkWidget      *more;      /* (nullable) (unowned): the row that brings them */
} Fold;

static void
fold_free (gpointer data)
{
  Fold *fold = data;

  g_object_unref (fold->workspace);
  g_object_unref (fold->entity);
  g_strfreev (fold->fields);
  g_ptr_array_unref (fold->waiting);
  g_free (fold);
}

static GtkWidget *
add_row (Fold *fold, const char *field)
{
  g_autoptr(TrhFieldLink) link = trh_entity_link_new (fold->workspace, fold->entity, field);
  GtkWidget *row = trh_form_row_new (link);

  adw_expander_row_add_row (fold->row, row);
  return row;
}

static gboolean
is_filled (Fold *fold, const char *field)
{
  gconstpointer record = trh_entity_peek_record (fold->entity);

  return !trh_record_is_standard (record, (guint) trh_schema_find (trh_entity_get_schema (fold->entity), field));
}

/* Makes the rows of the members that wait: of all, or of those that are filled. Returns the first of them, or NULL. */
static GtkWidget *
add_waiting (Fold *fold, gboolean all)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < fold->waiting->len;)
    if (all || is_filled (fold, fold->waiting->pdata[i]))
      {
        GtkWidget *row = add_row (fold, g_ptr_array_steal_index (fold->waiting, i));

        first = first != NULL ? first : row;
      }
    else
      i++;

  return first;
}

static void show_more (Fold *fold);

/* The rest comes where the row that promised it stood, and the keyboard goes on with it. */
static void
on_more (Fold *fold)
{
  GtkWidget *first = add_waiting (fold, TRUE);

  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  show_more (fold);
}

/* The last row names what has no row yet. */
static void
show_more (Fold *fold)
{
  const TrhSchema *schema = trh_entity_get_schema (fold->entity);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (fold->more != NULL)
    adw_expander_row_remove (fold->row, fold->more);
  fold->more = NULL;
  if (fold->waiting->len == 0)
    return;
  for (guint i = 0; i < fold->waiting->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            trh_label_field (schema, &schema->fields[trh_schema_find (schema, fold->waiting->pdata[i])]));
  /* Translators: %s are the names of fields of a form that have no row yet */
  name = g_strdup_printf (_("Add: %s"), names->str);
  fold->more = trh_plain_row_add (fold->row, _("Add…"), names->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (fold->more), TRUE);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (fold->more), "list-add-symbolic");
  trh_set_label (fold->more, name);
  g_signal_connect_swapped (fold->more, "activated", G_CALLBACK (on_more), fold);
}

/* The rows are made when they are first asked for: most forms stay folded. */
static void
fill (Fold *fold)
{
  for (guint i = 0; fold->fields[i] != NULL; i++)
    if (i < fold->n_usual || is_filled (fold, fold->fields[i]))
      add_row (fold, fold->fields[i]);
    else
      g_ptr_array_add (fold->waiting, fold->fields[i]);
  fold->is_filled = TRUE;
  show_more (fold);
}

/* Closed, it says what is filled; opened, the rows do. */
static void
show (AdwExpanderRow *row)
{
  Fold *fold = g_object_get_data (G_OBJECT (row), "trh-fold");
  g_autofree char *filled = NULL;

  if (!adw_expander_row_get_expanded (row))
    filled = trh_describe_filled (trh_workspace_get_project (fold->workspace), trh_entity_peek_record (fold->entity),
                                  (const char *const *) fold->fields);
  else if (!fold->is_filled)
    fill (fold);
  else if (add_waiting (fold, FALSE) != NULL) /* undone, or filled elsewhere */
    show_more (fold);
  adw_expander_row_set_subtitle (row, filled != NULL ? filled : "");
}

/**
 * trh_form_fold_new:
 * @workspace: a workspace
 * @entity: an object of its project
 * @title: what the members have in common
 * @usual: names of members with spaces between them, which always have a row
 * @rare: as @usual, of those which have one when they are filled or asked for; "" for none
 *
 * Returns: (transfer floating): a folded row
 */
GtkWidget *
trh_form_fold_new (TrhWorkspace *workspace, TrhEntity *entity, const char *title, const char *usual, const char *rare)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, "use-markup", FALSE, NULL);
  g_auto(GStrv) first = g_strsplit (usual, " ", -1);
  g_autofree char *all = g_strconcat (usual, *rare != '\0' ? " " : "", rare, NULL);
  Fold *fold = g_new0 (Fold, 1);

  fold->workspace = g_object_ref (workspace);
  fold->entity = g_object_ref (entity);
  fold->row = ADW_EXPANDER_ROW (row);
  fold->fields = g_strsplit (all, " ", -1);
  fold->n_usual = g_strv_length (first);
  fold->waiting = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (row), "trh-fold", fold, fold_free);
  trh_name_expander (ADW_EXPANDER_ROW (row), title);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (show), NULL);
  g_signal_connect_object (entity, "notify", G_CALLBACK (show), row, G_CONNECT_SWAPPED);
  show (ADW_EXPANDER_ROW (row));

  return row;
}
