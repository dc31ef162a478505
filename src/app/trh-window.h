/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/trh-application.h"
#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* The window of one season: pages at the side, inspector at the end, alerts below. */
#define TRH_TYPE_WINDOW (trh_window_get_type ())
G_DECLARE_FINAL_TYPE (TrhWindow, trh_window, TRH, WINDOW, AdwApplicationWindow)

TrhWindow    *trh_window_new           (TrhApplication *application);
TrhWorkspace *trh_window_get_workspace (TrhWindow *self);
void          trh_window_open_file     (TrhWindow *self, GFile *file);
void          trh_window_open_draft    (TrhWindow *self, const char *path);
void          trh_window_open_sample   (TrhWindow *self);
void          trh_window_new_season    (TrhWindow *self);
void          trh_window_flush         (TrhWindow *self);

G_END_DECLS
