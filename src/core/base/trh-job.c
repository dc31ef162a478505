/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-job.h"

struct _TrhJob
{
  GObject       parent_instance;

  char         *title;
  GCancellable *cancellable;
  int           permille; /* atomic */
  int           notifying; /* atomic: an idle is on its way */
};

G_DEFINE_FINAL_TYPE (TrhJob, trh_job, G_TYPE_OBJECT)

enum { PROP_FRACTION = 1, PROP_TITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_job_finalize (GObject *object)
{
  TrhJob *self = TRH_JOB (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (trh_job_parent_class)->finalize (object);
}

static void
trh_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhJob *self = TRH_JOB (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, trh_job_get_fraction (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_job_class_init (TrhJobClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_job_finalize;
  object_class->get_property = trh_job_get_property;

  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_job_init (TrhJob *self)
{
  self->cancellable = g_cancellable_new ();
}

TrhJob *
trh_job_new (const char *title)
{
  TrhJob *self = g_object_new (TRH_TYPE_JOB, NULL);

  self->title = g_strdup (title);

  return self;
}

GCancellable *
trh_job_get_cancellable (TrhJob *self)
{
  return self->cancellable;
}

double
trh_job_get_fraction (TrhJob *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

static void
notify_fraction (gpointer data)
{
  g_autoptr(TrhJob) self = data;

  g_atomic_int_set (&self->notifying, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

/**
 * trh_job_report:
 * @self: a job
 * @fraction: how much is done, from 0 to 1
 *
 * Tells how far the work is. May be called from any thread and as often as is
 * handy: at most one notification is on its way to the main loop.
 *
 * Returns: %FALSE when the user asked to stop
 */
gboolean
trh_job_report (TrhJob *self,
                double  fraction)
{
  int permille = (int) (CLAMP (fraction, 0, 1) * 1000);

  if (g_atomic_int_get (&self->permille) != permille)
    {
      g_atomic_int_set (&self->permille, permille);
      if (g_atomic_int_compare_and_exchange (&self->notifying, FALSE, TRUE))
        g_idle_add_once (notify_fraction, g_object_ref (self));
    }

  return !g_cancellable_is_cancelled (self->cancellable);
}
