/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *trh_toast_new  (const char *sentence);
void      trh_show_toast (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
