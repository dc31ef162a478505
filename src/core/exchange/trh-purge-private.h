/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-purge.h"

G_BEGIN_DECLS

struct _TrhPurge
{
  char      *question;
  char      *poll_id;    /* (nullable): of the poll, and the next one */
  char      *public_key; /* base64 */
  int        purge_day;
  gboolean   rehearsal;
  gboolean   of_kit;     /* one session, whose urn is elsewhere */
  GPtrArray *files;      /* (element-type TrhPurgeFile) */
};

G_END_DECLS
