/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/trh-application.h"

G_BEGIN_DECLS

#define TRH_KIT_SUFFIX ".transhumance-kit"

/* The window of a session in a town hall, on a laptop without the season: opening, console, sealed urn. It knows the kit
 * and its urn, and no project. */
#define TRH_TYPE_SESSION_WINDOW (trh_session_window_get_type ())
G_DECLARE_FINAL_TYPE (TrhSessionWindow, trh_session_window, TRH, SESSION_WINDOW, AdwApplicationWindow)

gboolean trh_session_window_is_for (GFile *file);
void     trh_session_window_open   (TrhApplication *application, GFile *file);

G_END_DECLS
