/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_PRIORITY_FIRST_ASKED,
  TRH_PRIORITY_OWNER_FIRST,
  TRH_PRIORITY_AGREEMENT,
  TRH_PRIORITY_NEGOTIATED,
} TrhItemPriority;

/* Pooled equipment */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *category;
  char  *owner_id;
  char  *owner_name;            /* when the owner is no object of the season */
  int    quantity;
  int    value_cents;           /* of one */
  double weight_kg;             /* of one */
  double volume_m3;             /* of one */
  char  *condition;
  char  *stored_at_id;
  int    priority;              /* TrhItemPriority: who goes first */
  int    notice_days;           /* before which it must be asked for */
  int    deposit_cents;
  bool   insurance;
  char  *photo;
  char  *notes;
} TrhItemRecord;

extern const TrhSchema trh_item_schema;
#define TRH_TYPE_ITEM (trh_item_get_type ())
G_DECLARE_FINAL_TYPE (TrhItem, trh_item, TRH, ITEM, TrhEntity)

G_END_DECLS
