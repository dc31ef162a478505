/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* A text among the settings, as a row of a form reads and writes it. */
#define TRH_TYPE_SETTING_LINK (trh_setting_link_get_type ())
G_DECLARE_FINAL_TYPE (TrhSettingLink, trh_setting_link, TRH, SETTING_LINK, TrhFieldLink)

/* Whether a text may be kept; if not, why not as a sentence for the person. */
typedef gboolean (*TrhSettingCheck) (const char *text, GError **error);

TrhFieldLink *trh_setting_link_new (GSettings *settings, const char *key, const char *title, TrhSettingCheck check);

G_END_DECLS
