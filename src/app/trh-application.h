/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRH_TYPE_APPLICATION (trh_application_get_type ())
G_DECLARE_FINAL_TYPE (TrhApplication, trh_application, TRH, APPLICATION, AdwApplication)

TrhApplication *trh_application_new          (void);
GSettings      *trh_application_get_settings (TrhApplication *self);

G_END_DECLS
