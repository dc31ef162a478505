/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

typedef enum {
  TRH_SECTION_END,
  TRH_SECTION_SHOWN,  /* rows that are always there */
  TRH_SECTION_PARTS,  /* one list of parts */
  TRH_SECTION_FOLDED, /* a row that opens onto its rows */
} TrhSectionKind;

/* One section of a form; TRH_SECTION_END ends the form. */
typedef struct {
  TrhSectionKind kind;
  const char    *fields; /* names of members with spaces between them; of one list for parts */
  const char    *title;  /* of a folded section, untranslated */
  const char    *rare;   /* of a folded section: more members, which wait to be asked for while they are not filled */
} TrhSection;

const TrhSection *trh_inspector_get_form (const TrhSchema *schema);

G_END_DECLS
