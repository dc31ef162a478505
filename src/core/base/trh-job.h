/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Long work as the user sees it: a title, a fraction done, a way to stop it. */
#define TRH_TYPE_JOB (trh_job_get_type ())
G_DECLARE_FINAL_TYPE (TrhJob, trh_job, TRH, JOB, GObject)

TrhJob       *trh_job_new             (const char *title);
GCancellable *trh_job_get_cancellable (TrhJob     *self);
double        trh_job_get_fraction    (TrhJob     *self);

/*< any thread >*/
gboolean      trh_job_report          (TrhJob     *self,
                                       double      fraction);

G_END_DECLS
