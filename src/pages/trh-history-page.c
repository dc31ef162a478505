/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-page.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/compare/trh-diff.h"
#include "core/model/trh-poll-facts.h"
#include "pages/trh-history-compare.h"
#include "pages/trh-history-row.h"
#include "pages/trh-history-rows.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-width-bin.h"

#define NARROW_PX 480 /* below, the buttons of the rows have an icon and no words */

struct _TrhHistoryPage
{
  TrhPage         parent_instance;

  TrhHistory     *history; /* (nullable) (owned) */
  TrhHistoryRows *rows;    /* (nullable) (owned) */
  GHashTable     *bound;   /* GtkListItem that show something */

  TrhWidthBin    *width_bin;
  GtkStack       *stack;
  GtkListView    *list;
};

G_DEFINE_FINAL_TYPE (TrhHistoryPage, trh_history_page, TRH_TYPE_PAGE)

static int
get_day (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return trh_day_from_date (year, month, day);
}

static char *
say_clock (GDateTime *time)
{
  return trh_clock_say (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

/* The steps have the time of this computer, and so has today: not that of the season's calendar. */
static char *
say_day (int day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *said = NULL;

  if (day == get_day (now))
    return g_strdup (_("Today"));
  said = trh_day_say (day);
  return trh_text_capital (said);
}

/* The day as a heading, or NULL when the row above is of the same day; the beginning is of no day. */
static char *
say_heading (TrhHistoryPage *self, guint position)
{
  GDateTime *time = trh_history_rows_get_time (self->rows, position);
  GDateTime *above = NULL;

  if (time == NULL)
    return NULL;
  while (above == NULL && position > 0)
    above = trh_history_rows_get_time (self->rows, --position);
  return above == NULL || get_day (above) != get_day (time) ? say_day (get_day (time)) : NULL;
}

/* The name of the whole row, for assistive tools. */
static char *
name_row (const char *label, GDateTime *time, const char *state)
{
  g_autofree char *day = time != NULL ? say_day (get_day (time)) : NULL;
  g_autofree char *clock = time != NULL ? say_clock (time) : NULL;

  if (time == NULL)
    /* Translators: a row for assistive tools: a step, then "undone" or "you are here" */
    return g_strdup_printf (C_("step", "%1$s, %2$s"), label, state);
  /* Translators: a row for assistive tools: a step, the day, a clock time, then "undone" or "you are here" */
  return g_strdup_printf (C_("step", "%1$s, %2$s, %3$s, %4$s"), label, day, clock, state);
}

static void
show (TrhHistoryPage *self, GtkListItem *item, const TrhHistoryLook *look, const char *name)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  trh_history_row_show (TRH_HISTORY_ROW (row), look, trh_width_bin_get_width (self->width_bin) < NARROW_PX);
  trh_set_label (gtk_widget_get_parent (row), name);
}

/* Whether a step is of a vote that was held. */
static gboolean
is_kept (TrhHistoryPage *self, gpointer step)
{
  return TRH_IS_STEP (step) && trh_poll_is_fact (trh_history_get_project (self->history), trh_step_peek_turn (step));
}

static void
update_step (TrhHistoryPage *self, GtkListItem *item, guint n_done)
{
  gpointer step = gtk_list_item_get_item (item);
  guint position = gtk_list_item_get_position (item);
  GDateTime *time = trh_history_rows_get_time (self->rows, position);
  gboolean here = n_done == trh_history_get_n_done (self->history);
  gboolean undone = n_done > trh_history_get_n_done (self->history);
  gboolean kept = !undone && is_kept (self, step);
  const char *label = TRH_IS_STEP (step) ? trh_step_get_label (step) : _("The season before these changes");
  const char *state = here ? _("you are here") : undone ? _("undone") : kept ? _("is not undone") : _("done");
  g_autofree char *heading = say_heading (self, position);
  g_autofree char *clock = time != NULL ? say_clock (time) : g_strdup ("");
  /* Translators: a clock time, then "undone" or "you are here" */
  g_autofree char *timed = time != NULL ? g_strdup_printf (C_("step", "%1$s, %2$s"), clock, state) : g_strdup (state);
  g_autofree char *name = name_row (label, time, state);
  /* Translators: the name of a button; %s is a step such as "Move stay of Camille Serre" */
  g_autofree char *verb_name = undone ? g_strdup_printf (_("Redo up to: %s"), label)
                                      /* Translators: the same, for a step that was not undone */
                                      : g_strdup_printf (_("Back to: %s"), label);
  const TrhHistoryLook look = {
    .heading = heading,
    .label = label,
    .detail = here || undone || kept ? timed : clock,
    .icon = here ? "go-next-symbolic" : undone ? "edit-redo-symbolic"
            : kept ? "changes-prevent-symbolic" : "object-select-symbolic",
    .here = here,
    .undone = undone,
    .verb = here ? NULL : undone ? _("Redo up to Here") : _("Back to Here"),
    .verb_icon = undone ? "edit-redo-symbolic" : "edit-undo-symbolic",
    .verb_name = verb_name,
  };

  show (self, item, &look, name);
}

static void
update_version (TrhHistoryPage *self, GtkListItem *item)
{
  const TrhBackup *backup = trh_kept_version_get_backup (gtk_list_item_get_item (item));
  g_autofree char *heading = say_heading (self, gtk_list_item_get_position (item));
  g_autofree char *clock = say_clock (backup->written);
  g_autofree char *moment = trh_day_say_moment (backup->written);
  /* Translators: a clock time, then why a version was kept, as in "18:42, as you saved it" */
  g_autofree char *detail = g_strdup_printf (C_("version", "%1$s · %2$s"), clock, trh_backup_say (backup));
  g_autofree char *name = name_row (_("Kept version"), backup->written, trh_backup_say (backup));
  /* Translators: the name of a button; a date and a clock time */
  g_autofree char *verb_name = g_strdup_printf (_("Compare with the version of %s"), moment);
  const TrhHistoryLook look = {
    .heading = heading,
    .label = _("Kept version"),
    .detail = detail,
    .icon = "document-save-symbolic",
    .verb = _("Compare…"),
    .verb_icon = "view-dual-symbolic",
    .verb_name = verb_name,
  };

  show (self, item, &look, name);
}

static void
update_row (TrhHistoryPage *self, GtkListItem *item)
{
  guint n_done = trh_history_rows_get_n_done (self->rows, gtk_list_item_get_position (item));

  if (n_done == TRH_NO_STEP)
    update_version (self, item);
  else
    update_step (self, item, n_done);
}

static void
update_rows (TrhHistoryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_row (self, item);
}

static void
on_rows_changed (TrhHistoryPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "steps");
  update_rows (self);
}

/* A save may have kept what it replaced. */
static void
on_store_state (TrhHistoryPage *self)
{
  if (trh_store_get_state (trh_workspace_get_store (trh_page_get_workspace (TRH_PAGE (self)))) == TRH_STORE_SAVED)
    trh_history_rows_refresh (self->rows);
}

static void
go_to (TrhHistoryPage *self, gpointer step, guint n_done)
{
  gboolean all;
  const char *kept = trh_workspace_say_kept (trh_page_get_workspace (TRH_PAGE (self)), n_done, &all);
  g_autofree char *where = NULL;
  g_autofree char *sentence = NULL;

  if (n_done == trh_history_get_n_done (self->history))
    return;
  if (kept != NULL && all)
    {
      trh_page_tell (TRH_PAGE (self), kept);
      return;
    }
  /* Translators: %s is a step, such as "Move stay of Camille Serre" */
  where = TRH_IS_STEP (step) ? g_strdup_printf (_("The season is as it was after “%s”"), trh_step_get_label (step))
                             : g_strdup (_("The season is as it was before these changes"));
  /* Translators: "The season is as it was…", while a vote that was held since is not undone */
  sentence = kept != NULL ? g_strdup_printf (_("%s. The vote stays as it is."), where) : g_strdup (where);
  trh_workspace_go_to (trh_page_get_workspace (TRH_PAGE (self)), n_done);
  trh_page_tell (TRH_PAGE (self), sentence);
}

static void
on_come_back (TrhHistoryPage *self, TrhHistoryCompare *compare)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  /* Translators: a step; a date and a clock time */
  g_autofree char *label = g_strdup_printf (_("Come back to the version of %s"), trh_history_compare_get_moment (compare));
  TrhProject *then = trh_history_compare_get_then (compare);
  g_autoptr(TrhEdit) edit = NULL;

  trh_poll_keep_facts (trh_workspace_get_project (workspace), then); /* a vote may have gone on since it was compared */
  edit = trh_diff_edit (trh_workspace_get_project (workspace), then, label);
  if (!trh_workspace_is_read_only (workspace))
    trh_store_keep (trh_workspace_get_store (workspace), TRH_KEPT_MERGED);
  if (trh_page_perform (TRH_PAGE (self), edit))
    trh_page_tell_undo (TRH_PAGE (self), label);
}

static void
on_open_copy (TrhHistoryPage *self, TrhHistoryCompare *compare)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.open-copy",
                                      g_variant_new_bytestring (trh_history_compare_get_path (compare)));
}

static void
compare (TrhHistoryPage *self, const TrhBackup *backup)
{
  TrhProject *now = trh_workspace_get_project (trh_page_get_workspace (TRH_PAGE (self)));
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) then = trh_backup_load (backup, NULL, &error);
  TrhHistoryCompare *window;
  gboolean votes_stay;

  if (then == NULL)
    {
      trh_page_tell (TRH_PAGE (self), error->message);
      trh_history_rows_refresh (self->rows);
      return;
    }
  votes_stay = trh_poll_keep_facts (now, then);
  window = trh_history_compare_new (GTK_WIDGET (self), backup, then, now, votes_stay);
  g_signal_connect_object (window, "come-back", G_CALLBACK (on_come_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "open-copy", G_CALLBACK (on_open_copy), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* What Enter on a row does, and its button. */
static void
on_activate (TrhHistoryPage *self, guint position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (TRH_IS_KEPT_VERSION (item))
    compare (self, trh_kept_version_get_backup (TRH_KEPT_VERSION (item)));
  else if (item != NULL)
    go_to (self, item, trh_history_rows_get_n_done (self->rows, position));
}

static void
on_clicked (GtkListItem *item, TrhHistoryRow *row)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (row), TRH_TYPE_HISTORY_PAGE);

  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  on_activate (TRH_HISTORY_PAGE (page), gtk_list_item_get_position (item));
}

static void
on_setup (TrhHistoryPage *self, GtkListItem *item)
{
  GtkWidget *row = trh_history_row_new ();

  g_signal_connect_object (row, "clicked", G_CALLBACK (on_clicked), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TrhHistoryPage *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  update_row (self, item);
}

static void
on_unbind (TrhHistoryPage *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

static void
on_workspace (TrhHistoryPage *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  GtkSelectionModel *selection;
  g_autofree char *folder = NULL;

  g_return_if_fail (self->history == NULL); /* a window has one season for its life */
  if (workspace == NULL)
    return;
  self->history = g_object_ref (trh_workspace_get_history (workspace));
  folder = trh_store_get_folder (trh_workspace_get_store (workspace));
  self->rows = trh_history_rows_new (self->history, folder);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->history, "notify::n-done", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trh_workspace_get_store (workspace), "notify::state", G_CALLBACK (on_store_state), self,
                           G_CONNECT_SWAPPED);
  on_rows_changed (self);
}

static void
trh_history_page_dispose (GObject *object)
{
  TrhHistoryPage *self = TRH_HISTORY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (trh_history_page_parent_class)->dispose (object);
}

static void
trh_history_page_finalize (GObject *object)
{
  g_hash_table_unref (TRH_HISTORY_PAGE (object)->bound);

  G_OBJECT_CLASS (trh_history_page_parent_class)->finalize (object);
}

static void
trh_history_page_class_init (TrhHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_history_page_finalize;

  g_type_ensure (TRH_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_workspace);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
trh_history_page_init (TrhHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  trh_set_label (self->list, _("What was done and what was kept, the newest first"));
}
