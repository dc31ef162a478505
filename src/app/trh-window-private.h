/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/trh-alert-list.h"
#include "app/trh-page-row.h"
#include "app/trh-search.h"
#include "app/trh-start-page.h"
#include "app/trh-window.h"
#include "widgets/trh-split-view.h"

G_BEGIN_DECLS

typedef enum {
  TRH_BANNER_NONE,
  TRH_BANNER_SAVE,     /* saving failed: the button saves elsewhere */
  TRH_BANNER_PROBLEMS, /* the file holds references that lead nowhere: the button lists them */
  TRH_BANNER_COPY,     /* it is open elsewhere: the button opens a copy */
  TRH_BANNER_CHANGED,  /* another program wrote the file: the button asks what to keep */
  TRH_BANNER_NOTE,     /* no button */
} TrhBannerKind;

struct _TrhWindow
{
  AdwApplicationWindow parent_instance;

  GSettings      *settings;
  TrhWorkspace   *workspace; /* (nullable): before a season is open */
  TrhBannerKind   banner_kind;
  gboolean        may_close; /* the person has said to let what is not saved go */
  gboolean        narrow;
  gboolean        page_has_details; /* the page that is shown has something to choose */
  gboolean        inspector_wanted; /* the details, while something is chosen */
  gboolean        inspector_asked;  /* the details, though nothing is chosen */
  guint           inspector_id;     /* source that will show or hide them */
  gint64          pressed_us;       /* when a page was last pressed, or 0 */

  AdwHeaderBar    *header;
  AdwToastOverlay *toasts;
  AdwToast        *undo_toast; /* (nullable): the one on screen */
  AdwWindowTitle  *window_title;
  GtkButton       *undo_button;
  GtkButton       *redo_button;
  GtkToggleButton *sidebar_button;
  GtkToggleButton *inspector_button;
  GtkMenuButton   *search_button;
  GtkToggleButton *alerts_button;
  GtkLabel        *alerts_count;
  GtkRevealer     *banner;
  GtkLabel        *banner_label;
  GtkButton       *banner_button;
  GtkStack        *root;
  TrhStartPage    *start;
  TrhSearch       *search;
  TrhSplitView    *sidebar_split;
  TrhSplitView    *inspector_split;
  AdwBin          *inspector_bin;
  GtkButton       *back_button; /* out of the details where they lie over the page */
  GtkListBox      *sidebar;
  GtkStack        *pages;
  GtkRevealer     *alerts_revealer;
  TrhAlertList    *alert_list;
  GtkLabel        *status;
};

/* trh-window.c */
void trh_window_set_workspace (TrhWindow *self, TrhWorkspace *workspace);
void trh_window_update_title  (TrhWindow *self);

/* trh-window-messages.c */
void trh_window_install_message_actions (GtkWidgetClass *widget_class);
void trh_window_show_banner             (TrhWindow *self, TrhBannerKind kind, const char *sentence, const char *button);
void trh_window_set_status              (TrhWindow *self, const char *sentence);
void trh_window_follow_history          (TrhWindow *self);
void trh_window_update_undo             (TrhWindow *self);

/* trh-window-panes.c */
void trh_window_install_pane_actions (GtkWidgetClass *widget_class);
void trh_window_focus_page           (TrhWindow *self);
void trh_window_watch_panes          (TrhWindow *self);
void trh_window_show_pane            (TrhWindow *self, TrhSplitView *split, GtkWidget *inside, gboolean show);

/* trh-window-inspector.c */
void trh_window_install_inspector_actions (GtkWidgetClass *widget_class);
void trh_window_set_up_inspector          (TrhWindow *self, gboolean wanted);
void trh_window_watch_choice              (TrhWindow *self);
void trh_window_follow_inspector          (TrhWindow *self);
void trh_window_fit_inspector             (TrhWindow *self, gboolean page_has_details);

/* trh-window-safety.c */
void     trh_window_install_safety_actions (GtkWidgetClass *widget_class);
void     trh_window_tell_store     (TrhWindow *self);
void     trh_window_tell_news      (TrhWindow *self);
void     trh_window_tell_refusal   (TrhWindow *self, const char *path, const GError *error);
void     trh_window_ask_what_to_keep (TrhWindow *self);
void     trh_window_open_copy_of_file (TrhWindow *self);

/* trh-window-files.c */
void     trh_window_remember             (const char *path);
TrhWindow *trh_window_get_free           (TrhWindow *self);
void     trh_window_install_file_actions (GtkWidgetClass *widget_class);
gboolean trh_window_close_request        (GtkWindow *window);
void     trh_window_save_elsewhere       (TrhWindow *self);
void     trh_window_list_problems        (TrhWindow *self);

G_END_DECLS
