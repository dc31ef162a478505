/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-alert.h"

#include <glib/gi18n.h>

#include <string.h>

struct _TrhAlert
{
  GObject           parent_instance;

  TrhScheduleIndex *index;      /* (owned) */
  TrhFinding       *finding;    /* (owned) */
  char             *key;        /* of the finding: the same for the alert's life */
  char             *commune_id; /* of the venue, or "" */
  char             *sentence;   /* (nullable): made when somebody asks */
};

G_DEFINE_FINAL_TYPE (TrhAlert, trh_alert, G_TYPE_OBJECT)

enum { PROP_SENTENCE = 1, PROP_SEVERITY, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_alert_finalize (GObject *object)
{
  TrhAlert *self = TRH_ALERT (object);

  g_clear_pointer (&self->finding, trh_finding_free);
  g_clear_pointer (&self->index, trh_schedule_index_unref);
  g_free (self->key);
  g_free (self->commune_id);
  g_free (self->sentence);

  G_OBJECT_CLASS (trh_alert_parent_class)->finalize (object);
}

static void
trh_alert_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhAlert *self = TRH_ALERT (object);

  switch (prop_id)
    {
    case PROP_SENTENCE:
      g_value_set_string (value, trh_alert_get_sentence (self));
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, self->finding->severity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_alert_class_init (TrhAlertClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_alert_finalize;
  object_class->get_property = trh_alert_get_property;

  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, 0, TRH_SEVERITY_IGNORED, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_alert_init (TrhAlert *self)
{
}

/*
 * trh_alert_new:
 * @index: the season that it speaks of
 * @finding: (transfer full): what is wrong
 */
TrhAlert *
trh_alert_new (TrhScheduleIndex *index, TrhFinding *finding)
{
  TrhAlert *self = g_object_new (TRH_TYPE_ALERT, NULL);

  self->index = trh_schedule_index_ref (index);
  self->finding = finding;
  self->key = trh_finding_get_key (finding);
  self->commune_id = g_strdup (trh_schedule_index_commune_of (index, finding->venue_id));

  return self;
}

/*
 * trh_alert_update:
 * @self: an alert
 * @finding: (transfer full): the same thing wrong, as it stands now
 */
void
trh_alert_update (TrhAlert *self, TrhFinding *finding)
{
  TrhSeverity before = self->finding->severity;

  trh_finding_free (self->finding);
  self->finding = finding;
  g_free (self->commune_id);
  self->commune_id = g_strdup (trh_schedule_index_commune_of (self->index, finding->venue_id));

  if (finding->severity != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEVERITY]);
  if (self->sentence != NULL)
    {
      char *sentence = finding->rule->say (self->index, finding);

      /* names may have changed as well as days */
      if (g_str_equal (sentence, self->sentence))
        {
          g_free (sentence);
          return;
        }
      g_free (self->sentence);
      self->sentence = sentence;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SENTENCE]);
    }
}

/* Who, what, where, when, by how much, in the person's language. */
const char *
trh_alert_get_sentence (TrhAlert *self)
{
  g_return_val_if_fail (TRH_IS_ALERT (self), NULL);

  if (self->sentence == NULL)
    self->sentence = self->finding->rule->say (self->index, self->finding);
  return self->sentence;
}

/* With how bad it is, for those who do not see its sign. (transfer full) */
char *
trh_alert_say_with_severity (TrhAlert *self)
{
  const char *sentence = trh_alert_get_sentence (self);

  switch (self->finding->severity)
    {
    case TRH_SEVERITY_BLOCKS:
      /* Translators: an alert that stands in the way of publishing the season */
      return g_strdup_printf (_("Blocking alert: %s"), sentence);
    case TRH_SEVERITY_STRONG:
      /* Translators: an alert to be taken seriously */
      return g_strdup_printf (_("Strong alert: %s"), sentence);
    case TRH_SEVERITY_WEAK:
    case TRH_SEVERITY_IGNORED:
    default:
      /* Translators: an alert that only points something out */
      return g_strdup_printf (_("Weak alert: %s"), sentence);
    }
}

const char *
trh_alert_get_rule_id (TrhAlert *self)
{
  return self->finding->rule->id;
}

TrhSeverity
trh_alert_get_severity (TrhAlert *self)
{
  return self->finding->severity;
}

const char *
trh_alert_get_artist_id (TrhAlert *self)
{
  return self->finding->artist_id;
}

const char *
trh_alert_get_venue_id (TrhAlert *self)
{
  return self->finding->venue_id;
}

const char *
trh_alert_get_commune_id (TrhAlert *self)
{
  return self->commune_id;
}

/* The stay or encounter to look at first, or "". */
const char *
trh_alert_get_object_id (TrhAlert *self)
{
  return self->finding->object_id;
}

/* The stay or encounter that it collides with, or "". */
const char *
trh_alert_get_other_id (TrhAlert *self)
{
  return self->finding->other_id;
}

/* A day, or %TRH_NO_DAY. */
int
trh_alert_get_first_day (TrhAlert *self)
{
  return self->finding->first_day;
}

/* A day, or %TRH_NO_DAY. */
int
trh_alert_get_last_day (TrhAlert *self)
{
  return self->finding->last_day;
}

/* What trh_alert_get_amount() counts. */
TrhAmount
trh_alert_get_unit (TrhAlert *self)
{
  return self->finding->unit;
}

/* How much is missing or too much, in trh_alert_get_unit(). */
int
trh_alert_get_amount (TrhAlert *self)
{
  return self->finding->amount;
}

/* What the rule found; lent as long as the alert lives. */
const TrhFinding *
trh_alert_peek_finding (TrhAlert *self)
{
  return self->finding;
}

/* The same for what is the same alert after another check of the rules. */
const char *
trh_alert_get_key (TrhAlert *self)
{
  return self->key;
}

/* Returns: (transfer container): every id that the alert is about, each once. */
GPtrArray *
trh_alert_list_ids (TrhAlert *self)
{
  const char *ids[] = {
    self->finding->artist_id, self->finding->venue_id, self->finding->object_id,
    self->finding->other_id, self->finding->from_id, self->commune_id,
  };
  GPtrArray *list = g_ptr_array_sized_new (G_N_ELEMENTS (ids));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (*ids[i] != '\0' && !g_ptr_array_find_with_equal_func (list, ids[i], g_str_equal, NULL))
      g_ptr_array_add (list, (gpointer) ids[i]);

  return list;
}

/* Whether the object of that id, of any type, is one of those the alert is about. */
gboolean
trh_alert_concerns (TrhAlert *self, const char *id)
{
  g_autoptr(GPtrArray) ids = trh_alert_list_ids (self);

  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* The order of lists: the worst first, then by day. */
int
trh_alert_compare (TrhAlert *a, TrhAlert *b)
{
  int difference = trh_severity_compare (a->finding->severity, b->finding->severity);

  if (difference == 0)
    difference = a->finding->first_day - b->finding->first_day;
  if (difference == 0)
    difference = a->finding->last_day - b->finding->last_day;
  return difference != 0 ? difference : strcmp (a->key, b->key);
}
