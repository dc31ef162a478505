/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What programs of poppler read in a PDF: %NULL, and the test is skipped, where they are not installed. */
GBytes *read_pdf_with (const char *program_name, const char *options, GBytes *pdf);
char   *read_pdf_text (GBytes *pdf, gboolean layout);

G_END_DECLS
