/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-compare.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/compare/trh-diff.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-names.h"
#include "widgets/trh-title.h"
#include "widgets/trh-wrap-layout.h"

#define MAX_ROWS 200 /* of one kind: more than a person reads */

struct _TrhHistoryCompare
{
  AdwWindow           parent_instance;

  TrhProject         *then;
  char               *path;   /* of the kept version */
  char               *moment; /* when it was written, in words */

  TrhTitle     *title;
  GtkStack           *stack;
  AdwPreferencesPage *page;
  GtkWidget          *copy;
  GtkWidget          *back;
};

G_DEFINE_FINAL_TYPE (TrhHistoryCompare, trh_history_compare, ADW_TYPE_WINDOW)

enum { COME_BACK, OPEN_COPY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
end (TrhHistoryCompare *self, guint signal)
{
  g_object_ref (self);
  g_signal_emit (self, signals[signal], 0);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_back (TrhHistoryCompare *self)
{
  end (self, COME_BACK);
}

static void
on_copy (TrhHistoryCompare *self)
{
  end (self, OPEN_COPY);
}

static void
trh_history_compare_finalize (GObject *object)
{
  TrhHistoryCompare *self = TRH_HISTORY_COMPARE (object);

  g_clear_object (&self->then);
  g_free (self->path);
  g_free (self->moment);

  G_OBJECT_CLASS (trh_history_compare_parent_class)->finalize (object);
}

static void
trh_history_compare_class_init (TrhHistoryCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_history_compare_finalize;
  signals[COME_BACK] = g_signal_new ("come-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[OPEN_COPY] = g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (TRH_TYPE_WRAP_LAYOUT);
  g_type_ensure (TRH_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-history-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryCompare, title);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryCompare, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryCompare, page);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryCompare, copy);
  gtk_widget_class_bind_template_child (widget_class, TrhHistoryCompare, back);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
trh_history_compare_init (TrhHistoryCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trh_let_buttons_wrap (GTK_WIDGET (self));
  trh_set_label_of_mnemonic (self->copy, gtk_button_get_label (GTK_BUTTON (self->copy)));
  trh_set_label_of_mnemonic (self->back, gtk_button_get_label (GTK_BUTTON (self->back)));
}

static GtkWidget *
make_row (const TrhDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *said = trh_difference_say (difference);
  g_autofree char *name = *difference->details != '\0' ? g_strconcat (said, "\n", difference->details, NULL)
                                                       : g_strdup (said);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), difference->details);
  trh_set_label (row, name);
  return row;
}

static void
add_more (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *sentence = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n), n);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (group, row);
}

/* One group for each kind, those without differences left out. */
static void
add_group (TrhHistoryCompare *self, GPtrArray *differences, TrhDifferenceKind kind, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n = 0;

  trh_name_group (group, title);
  trh_title_group (group, title);
  adw_preferences_group_set_description (group, description);
  for (guint i = 0; i < differences->len; i++)
    if (((TrhDifference *) differences->pdata[i])->kind == kind && n++ < MAX_ROWS)
      adw_preferences_group_add (group, make_row (differences->pdata[i]));
  if (n > MAX_ROWS)
    add_more (group, n - MAX_ROWS);
  if (n > 0)
    adw_preferences_page_add (self->page, group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
add_votes (TrhHistoryCompare *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  trh_title_group (group, _("Votes"));
  adw_preferences_group_set_description (group, _("A vote that was held stays as it is now: coming back does not touch it."));
  trh_name_group (group, _("Votes"));
  adw_preferences_page_add (self->page, group);
}

/**
 * trh_history_compare_new:
 * @parent: a widget of the window above which it is shown
 * @backup: a kept version
 * @then: what it holds
 * @now: the season
 * @votes_stay: whether it had votes otherwise, which are not compared
 *
 * Returns: (transfer none): a window to present
 */
TrhHistoryCompare *
trh_history_compare_new (GtkWidget *parent, const TrhBackup *backup, TrhProject *then, TrhProject *now, gboolean votes_stay)
{
  TrhHistoryCompare *self = g_object_new (TRH_TYPE_HISTORY_COMPARE, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autoptr(GPtrArray) differences = trh_diff (then, now);
  g_autofree char *moment = trh_day_say_moment (backup->written);
  /* Translators: a date and a clock time */
  g_autofree char *title = g_strdup_printf (_("Version of %s"), moment);

  self->then = g_object_ref (then);
  self->path = g_strdup (backup->path);
  self->moment = g_steal_pointer (&moment);
  gtk_window_set_title (GTK_WINDOW (self), title);
  trh_title_set_title (self->title, _("Kept version"));
  trh_title_set_subtitle (self->title, self->moment);
  add_group (self, differences, TRH_DIFFERENCE_CHANGED, _("Changed since"), _("The value of then, and the value of now."));
  add_group (self, differences, TRH_DIFFERENCE_ADDED, _("Added since"), _("Coming back takes them away."));
  add_group (self, differences, TRH_DIFFERENCE_REMOVED, _("Removed since"), _("Coming back gives them back."));
  if (votes_stay)
    add_votes (self);
  gtk_stack_set_visible_child_name (self->stack, differences->len > 0 ? "differences" : "same");
  gtk_widget_set_visible (self->back, differences->len > 0);
  gtk_window_set_focus (GTK_WINDOW (self), differences->len > 0 ? self->back : self->copy);

  return self;
}

/* The season as it was. */
TrhProject *
trh_history_compare_get_then (TrhHistoryCompare *self)
{
  return self->then;
}

/* When it was written, in words. */
const char *
trh_history_compare_get_moment (TrhHistoryCompare *self)
{
  return self->moment;
}

/* Where the version is kept. */
const char *
trh_history_compare_get_path (TrhHistoryCompare *self)
{
  return self->path;
}
