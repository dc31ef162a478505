/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-inspector-forms.h"

#include <glib/gi18n.h>

/* What people look at every day stands open, in the order in which they say it; the rest is one
 * step away, and of that what few people ever fill another one. A form without a line for a member
 * does not show it. */
#define SHOWN(fields)               { TRH_SECTION_SHOWN, fields, NULL, NULL }
#define PARTS(list)                 { TRH_SECTION_PARTS, list, NULL, NULL }
#define FOLDED(title, fields, rare) { TRH_SECTION_FOLDED, fields, title, rare }
#define END                         { TRH_SECTION_END, NULL, NULL, NULL }

static const TrhSection season[] = {
  SHOWN ("title organisation first-day last-day"),
  PARTS ("busy-days"),
  FOLDED (NC_("form", "Limits for artists"), "max-km-per-day days-before-rest",
          "max-nights-away packing-min near-encounters-min"),
  FOLDED (NC_("form", "Notes"), "presentation private-notes", ""),
  END
};
static const TrhSection valley[] = {
  SHOWN ("name marker colour"),
  FOLDED (NC_("form", "Notes"), "notes", ""),
  END
};
static const TrhSection commune[] = {
  SHOWN ("name valley wants-residency"),
  PARTS ("councils"),
  FOLDED (NC_("form", "Contact"), "contact-name contact-phone contact-email", "contact-role"),
  FOLDED (NC_("form", "Facts"), "department postcodes population", "population-year altitude source"),
  FOLDED (NC_("form", "Position"), "latitude longitude", ""),
  FOLDED (NC_("form", "Notes"), "notes private-notes", ""),
  END
};
static const TrhSection venue[] = {
  SHOWN ("name commune kind for-work for-lodging for-public capacity"),
  PARTS ("windows"),
  FOLDED (NC_("form", "Sleeping and eating"), "beds meals night-cents", ""),
  FOLDED (NC_("form", "Working"), "work-places surface-m2 power-kw equipment", "heated water can-be-dark setup-min"),
  FOLDED (NC_("form", "Access and quiet hours"), "step-free van-access", "quiet-from quiet-to"),
  FOLDED (NC_("form", "Contact"), "host address keys", "contact-name contact-phone contact-email"),
  FOLDED (NC_("form", "Position"), "latitude longitude", ""),
  FOLDED (NC_("form", "Notes"), "notes private-notes", "source"),
  END
};
static const TrhSection artist[] = {
  SHOWN ("name discipline people state"),
  PARTS ("availability"),
  FOLDED (NC_("form", "Contact"), "email phone town", "languages links"),
  FOLDED (NC_("form", "Travel"), "travel-mode can-drive max-km-per-day",
          "walking-kmh max-nights-away days-before-rest packing-min setup-min van-m3"),
  FOLDED (NC_("form", "Needs"), "needs-surface-m2 needs-power-kw needs-equipment",
          "needs-step-free needs-dark needs-van-access needs-heating diet"),
  FOLDED (NC_("form", "Application"), "statement biography", "reserve-rank"),
  FOLDED (NC_("form", "Notes"), "notes private-notes", "photo-rights keep-until"),
  PARTS ("proposals"),
  PARTS ("documents"),
  END
};
static const TrhSection stay[] = {
  SHOWN ("artist venue lodging first-day last-day state"),
  FOLDED (NC_("form", "Promise of the venue"), "option", "option-rank"),
  FOLDED (NC_("form", "Planning"), "locked unplaced", ""),
  FOLDED (NC_("form", "Notes"), "notes private-notes", ""),
  END
};
static const TrhSection encounter[] = {
  SHOWN ("title kind artists venue day start duration-min state"),
  PARTS ("items"),
  FOLDED (NC_("form", "Public"), "expected capacity presentation", "age-min price-cents step-free sign-language languages"),
  FOLDED (NC_("form", "Organisation"), "referent setup-min", "fallback skills locked"),
  FOLDED (NC_("form", "Afterwards"), "attendance report", ""),
  FOLDED (NC_("form", "Notes"), "notes private-notes", ""),
  END
};
static const TrhSection person[] = {
  SHOWN ("name role organisation commune phone email"),
  PARTS ("availability"),
  FOLDED (NC_("form", "What they can do"), "skills can-drive referent juror", "languages max-hours-per-week"),
  FOLDED (NC_("form", "Notes"), "notes private-notes", "keep-until"),
  PARTS ("vehicles"),
  END
};
static const TrhSection item[] = {
  SHOWN ("name category quantity owner stored-at"),
  FOLDED (NC_("form", "Terms of loan"), "notice-days deposit-cents", "owner-name priority insurance"),
  FOLDED (NC_("form", "Description"), "condition value-cents", "weight-kg volume-m3"),
  FOLDED (NC_("form", "Notes"), "notes", ""),
  END
};
static const TrhSection loan[] = {
  SHOWN ("kind item quantity giver receiver first-day last-day state"),
  FOLDED (NC_("form", "Organisation"), "for carrier", "asked-day condition-out condition-back reason"),
  FOLDED (NC_("form", "Notes"), "notes", ""),
  END
};

/**
 * trh_inspector_get_form:
 * @schema: the table of a type
 *
 * Returns: (nullable): its sections, or %NULL for a type that has a page of its own
 */
const TrhSection *
trh_inspector_get_form (const TrhSchema *schema)
{
  static const TrhSection *const forms[TRH_N_COLLECTIONS] = {
    [TRH_SEASONS] = season, [TRH_VALLEYS] = valley, [TRH_COMMUNES] = commune, [TRH_VENUES] = venue,
    [TRH_ARTISTS] = artist, [TRH_STAYS] = stay, [TRH_ENCOUNTERS] = encounter, [TRH_PEOPLE] = person,
    [TRH_ITEMS] = item, [TRH_LOANS] = loan,
  };

  return forms[trh_collection_of (schema)];
}
