/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/base/trh-record.h"

G_BEGIN_DECLS

/* One member of one object, as a row of a form reads and writes it. The form derives it to
 * say how values are written; the rows know nothing else of the project.
 *
 * Signal "changed": the member, or what its value is called, changed. */
#define TRH_TYPE_FIELD_LINK (trh_field_link_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhFieldLink, trh_field_link, TRH, FIELD_LINK, GObject)

/**
 * TrhFieldLinkClass:
 * @read: gives the member's value; without it, the property of its name
 * @write: makes @value the member's value, or says in a sentence why not
 * @say: (transfer full): what people call a value of an id, or a choice by its index
 * @dup_options: (transfer full): what can be chosen, as a list of #TrhPick
 */
struct _TrhFieldLinkClass
{
  GObjectClass parent_class;

  void        (*read)        (TrhFieldLink *self, GValue *value);
  gboolean    (*write)       (TrhFieldLink *self, const GValue *value, GError **error);
  char       *(*say)         (TrhFieldLink *self, const char *id);
  GListModel *(*dup_options) (TrhFieldLink *self);
};

void            trh_field_link_set_up      (TrhFieldLink *self, GObject *object, const TrhField *field, const char *title);
GObject        *trh_field_link_get_object  (TrhFieldLink *self);
const TrhField *trh_field_link_get_field   (TrhFieldLink *self);
const char     *trh_field_link_get_title   (TrhFieldLink *self);
void            trh_field_link_read        (TrhFieldLink *self, GValue *value);
gboolean        trh_field_link_write       (TrhFieldLink *self, const GValue *value, GError **error);
char           *trh_field_link_say         (TrhFieldLink *self, const char *id);
GListModel     *trh_field_link_dup_options (TrhFieldLink *self);

/*< protected >*/
void            trh_field_link_changed     (TrhFieldLink *self);

G_END_DECLS
