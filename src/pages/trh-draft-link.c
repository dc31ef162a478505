/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-draft-link.h"

#include "pages/trh-entity-link.h"

struct _TrhDraftLink
{
  TrhFieldLink  parent_instance;

  TrhFieldLink *words; /* (owned): knows titles, names and choices */
};

G_DEFINE_FINAL_TYPE (TrhDraftLink, trh_draft_link, TRH_TYPE_FIELD_LINK)

static gboolean
write_value (TrhFieldLink *link, const GValue *value, GError **error)
{
  TrhEntity *draft = TRH_ENTITY (trh_field_link_get_object (link));
  const TrhSchema *schema = trh_entity_get_schema (draft);
  TrhRecord *record = trh_record_copy (trh_entity_peek_record (draft));
  guint field = (guint) trh_schema_find (schema, trh_field_link_get_field (link)->name);
  gboolean good = trh_record_set (record, field, value, error);

  if (good)
    trh_entity_set_record (draft, record);
  trh_record_unref (record);
  return good;
}

static char *
say (TrhFieldLink *link, const char *id)
{
  return trh_field_link_say (TRH_DRAFT_LINK (link)->words, id);
}

static GListModel *
dup_options (TrhFieldLink *link)
{
  return trh_field_link_dup_options (TRH_DRAFT_LINK (link)->words);
}

static void
trh_draft_link_finalize (GObject *object)
{
  g_clear_object (&TRH_DRAFT_LINK (object)->words);

  G_OBJECT_CLASS (trh_draft_link_parent_class)->finalize (object);
}

static void
trh_draft_link_class_init (TrhDraftLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_draft_link_finalize;
  TRH_FIELD_LINK_CLASS (klass)->write = write_value;
  TRH_FIELD_LINK_CLASS (klass)->say = say;
  TRH_FIELD_LINK_CLASS (klass)->dup_options = dup_options;
}

static void
trh_draft_link_init (TrhDraftLink *self)
{
}

/**
 * trh_draft_link_new:
 * @workspace: a workspace
 * @draft: an entity that is in no project
 * @field: one of its members
 *
 * Returns: (transfer full): a link that a row can show
 */
TrhFieldLink *
trh_draft_link_new (TrhWorkspace *workspace, TrhEntity *draft, const char *field)
{
  TrhDraftLink *self = g_object_new (TRH_TYPE_DRAFT_LINK, NULL);

  self->words = trh_entity_link_new (workspace, draft, field);
  trh_field_link_set_up (TRH_FIELD_LINK (self), G_OBJECT (draft), trh_field_link_get_field (self->words),
                         trh_field_link_get_title (self->words));
  return TRH_FIELD_LINK (self);
}
