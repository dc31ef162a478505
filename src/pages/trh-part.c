/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-part.h"

#include "core/model/trh-project.h"

#define DEFINE_PART(Type, type, MODULE, schema)                    \
  G_DECLARE_FINAL_TYPE (Type, type, TRH, MODULE, TrhEntity)        \
  struct _##Type { TrhEntity parent_instance; };                   \
  TRH_DEFINE_ENTITY (Type, type, schema)

DEFINE_PART (TrhWindowPart, trh_window_part, WINDOW_PART, &trh_window_schema)
DEFINE_PART (TrhVehiclePart, trh_vehicle_part, VEHICLE_PART, &trh_vehicle_schema)
DEFINE_PART (TrhDocumentPart, trh_document_part, DOCUMENT_PART, &trh_document_schema)
DEFINE_PART (TrhProposalPart, trh_proposal_part, PROPOSAL_PART, &trh_proposal_schema)
DEFINE_PART (TrhItemNeedPart, trh_item_need_part, ITEM_NEED_PART, &trh_item_need_schema)
DEFINE_PART (TrhCouncilPart, trh_council_part, COUNCIL_PART, &trh_council_schema)
DEFINE_PART (TrhBusyDaysPart, trh_busy_days_part, BUSY_DAYS_PART, &trh_busy_days_schema)

/**
 * trh_part_new:
 * @schema: the table of a kind of part that forms show
 *
 * Returns: (transfer full): an object without a record; trh_entity_set_record() gives it one
 */
TrhEntity *
trh_part_new (const TrhSchema *schema)
{
  static const struct { const TrhSchema *schema; GType (*get_type) (void); } types[] = {
    { &trh_window_schema, trh_window_part_get_type },
    { &trh_vehicle_schema, trh_vehicle_part_get_type },
    { &trh_document_schema, trh_document_part_get_type },
    { &trh_proposal_schema, trh_proposal_part_get_type },
    { &trh_item_need_schema, trh_item_need_part_get_type },
    { &trh_council_schema, trh_council_part_get_type },
    { &trh_busy_days_schema, trh_busy_days_part_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].schema == schema)
      return g_object_new (types[i].get_type (), NULL);

  g_return_val_if_reached (NULL);
}
