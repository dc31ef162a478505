/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-way-row.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/schedule/trh-arrival.h"

struct _TrhWayRow
{
  AdwActionRow  parent_instance;

  TrhWorkspace *workspace;
  char         *stay_id;
};

G_DEFINE_FINAL_TYPE (TrhWayRow, trh_way_row, ADW_TYPE_ACTION_ROW)

static char *
say (TrhWayRow *self, const TrhStayRecord *origin, const TrhStayRecord *stay)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  g_autofree char *place = trh_describe_place (project, origin->venue_id);
  g_autofree char *words = NULL;
  TrhArrival way;

  if (*origin->venue_id == '\0' || *stay->venue_id == '\0')
    return g_strdup (C_("way", "Not known while a stay has no venue"));
  if (!trh_arrival_get (project, trh_workspace_get_matrix (self->workspace), origin, stay, &way))
    /* Translators: %s is a place */
    return g_strdup_printf (C_("way", "From %s: not known, a place is not on the map"), place);
  words = trh_arrival_say (&way);
  /* Translators: a place and a way, as in “From Rosans: by car, 38 km, ≈ 51 min (estimate)” */
  return g_strdup_printf (C_("way", "From %1$s: %2$s"), place, words);
}

static void
show (TrhWayRow *self)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  const TrhStayRecord *stay = trh_project_find_record (project, TRH_STAYS, self->stay_id);
  const TrhStayRecord *origin = stay != NULL ? trh_arrival_find_origin (project, stay) : NULL;
  g_autofree char *words = origin != NULL ? say (self, origin, stay) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (words == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  /* libadwaita 1.2 tells the title only */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
trh_way_row_dispose (GObject *object)
{
  TrhWayRow *self = TRH_WAY_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stay_id, g_free);

  G_OBJECT_CLASS (trh_way_row_parent_class)->dispose (object);
}

static void
trh_way_row_class_init (TrhWayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_way_row_dispose;
}

static void
trh_way_row_init (TrhWayRow *self)
{
}

/**
 * trh_way_row_new:
 * @workspace: a workspace
 * @stay_id: one of its stays
 *
 * Returns: (transfer floating): a row that follows the season
 */
GtkWidget *
trh_way_row_new (TrhWorkspace *workspace, const char *stay_id)
{
  TrhWayRow *self = g_object_new (TRH_TYPE_WAY_ROW, "use-markup", FALSE, "title", C_("form", "Way there"),
                                  "subtitle-lines", 0, NULL);

  self->workspace = g_object_ref (workspace);
  self->stay_id = g_strdup (stay_id);
  g_signal_connect_object (trh_workspace_get_project (workspace), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
