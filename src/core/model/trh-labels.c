/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-labels.h"

#include <glib/gi18n.h>

/* Most members mean the same wherever they stand; a row with a schema comes first. */
static const struct { const TrhSchema *schema; const char *field, *label; } fields[] = {
  { &trh_season_schema, "max-km-per-day", NC_("field", "longest road of a day, in km") },
  { &trh_season_schema, "days-before-rest", NC_("field", "days in a row before a day of rest") },
  { &trh_season_schema, "max-nights-away", NC_("field", "nights away in a row, at most") },
  { &trh_stay_schema, "first-day", NC_("field", "arrival") },
  { &trh_stay_schema, "last-day", NC_("field", "departure") },
  { &trh_stay_schema, "venue", NC_("field", "workplace") },
  { &trh_encounter_schema, "setup-min", NC_("field", "setting up, in minutes before the start") },
  { &trh_encounter_schema, "capacity", NC_("field", "places for the public") },
  { &trh_venue_schema, "capacity", NC_("field", "capacity") },
  { &trh_venue_schema, "setup-min", NC_("field", "minutes to get it ready") },
  { &trh_artist_schema, "setup-min", NC_("field", "minutes to set up before an encounter") },
  { &trh_loan_schema, "for", NC_("field", "purpose") },
  { NULL, "absent", NC_("field", "not there in this period") },
  { NULL, "abstains", NC_("field", "abstains") },
  { NULL, "address", NC_("field", "address") },
  { NULL, "age-min", NC_("field", "from the age of") },
  { NULL, "agreement-signed", NC_("field", "agreement signed") },
  { NULL, "alternative", NC_("field", "what the picture shows") },
  { NULL, "altitude", NC_("field", "altitude, in metres") },
  { NULL, "answer", NC_("field", "answer") },
  { NULL, "answered-day", NC_("field", "answered on") },
  { NULL, "artist", NC_("field", "artist") },
  { NULL, "artists", NC_("field", "artists") },
  { NULL, "asked-day", NC_("field", "asked on") },
  { NULL, "attendance", NC_("field", "people who came") },
  { NULL, "availability", NC_("field", "availability") },
  { NULL, "ballot", NC_("field", "kind of ballot") },
  { NULL, "ballots", NC_("field", "ballots in the urn") },
  { NULL, "beds", NC_("field", "beds") },
  { NULL, "biography", NC_("field", "biography") },
  { NULL, "blank", NC_("field", "blank ballots") },
  { NULL, "both-ways", NC_("field", "the same in both directions") },
  { NULL, "busy-days", NC_("field", "days already taken") },
  { NULL, "by-guarantee", NC_("field", "because of a guarantee") },
  { NULL, "can-be-dark", NC_("field", "can be made dark") },
  { NULL, "can-drive", NC_("field", "can drive") },
  { NULL, "candidates", NC_("field", "candidates") },
  { NULL, "capacity", NC_("field", "capacity") },
  { NULL, "carrier", NC_("field", "who carries it") },
  { NULL, "category", NC_("field", "category") },
  { NULL, "climb-m", NC_("field", "climb, in metres") },
  { NULL, "closed", NC_("field", "closed") },
  { NULL, "closed-by", NC_("field", "closed by") },
  { NULL, "closed-day", NC_("field", "closed on") },
  { NULL, "codes", NC_("field", "voting codes") },
  { NULL, "chosen", NC_("field", "who is chosen") },
  { NULL, "colour", NC_("field", "colour") },
  { NULL, "comment", NC_("field", "comment") },
  { NULL, "commune", NC_("field", "commune") },
  { NULL, "compared", NC_("field", "other methods on the same ballots") },
  { NULL, "condition", NC_("field", "condition") },
  { NULL, "condition-back", NC_("field", "condition when it came back") },
  { NULL, "condition-out", NC_("field", "condition when it left") },
  { NULL, "conflict", NC_("field", "conflict of interest") },
  { NULL, "contact-email", NC_("field", "contact’s e-mail address") },
  { NULL, "contact-name", NC_("field", "contact") },
  { NULL, "contact-phone", NC_("field", "contact’s telephone") },
  { NULL, "contact-role", NC_("field", "contact’s role") },
  { NULL, "council-day", NC_("field", "day of the council") },
  { NULL, "councils", NC_("field", "council meetings") },
  { NULL, "criteria", NC_("field", "criteria of the committee") },
  { NULL, "criterion", NC_("field", "criterion") },
  { NULL, "day", NC_("field", "day") },
  { NULL, "days-before-rest", NC_("field", "days in a row before a day of rest") },
  { NULL, "deadline", NC_("field", "papers due") },
  { NULL, "deliberation", NC_("field", "number of the deliberation") },
  { NULL, "department", NC_("field", "department") },
  { NULL, "deposit-cents", NC_("field", "deposit, in euros") },
  { NULL, "descent-m", NC_("field", "descent, in metres") },
  { NULL, "diet", NC_("field", "diet") },
  { NULL, "discipline", NC_("field", "discipline") },
  { NULL, "distance-m", NC_("field", "distance, in metres") },
  { NULL, "documents", NC_("field", "documents") },
  { NULL, "due-day", NC_("field", "answer due on") },
  { NULL, "duels", NC_("field", "duels") },
  { NULL, "duration-min", NC_("field", "duration, in minutes") },
  { NULL, "duration-s", NC_("field", "duration, in seconds") },
  { NULL, "elected", NC_("field", "elected") },
  { NULL, "elected-without-quota", NC_("field", "elected as the last ones left") },
  { NULL, "email", NC_("field", "e-mail address") },
  { NULL, "equipment", NC_("field", "equipment") },
  { NULL, "expected", NC_("field", "people expected") },
  { NULL, "expressed", NC_("field", "ballots that name somebody") },
  { NULL, "fallback", NC_("field", "place when it rains") },
  { NULL, "first-day", NC_("field", "first day") },
  { NULL, "for-lodging", NC_("field", "people can sleep here") },
  { NULL, "for-public", NC_("field", "the public can come") },
  { NULL, "for-work", NC_("field", "artists can work here") },
  { NULL, "from", NC_("field", "from") },
  { NULL, "geometry", NC_("field", "course of the road") },
  { NULL, "giver", NC_("field", "who gives") },
  { NULL, "grade", NC_("field", "grade of the majority") },
  { NULL, "grades", NC_("field", "grades") },
  { NULL, "group", NC_("field", "group") },
  { NULL, "heated", NC_("field", "heated") },
  { NULL, "host", NC_("field", "host") },
  { NULL, "incidents", NC_("field", "incidents") },
  { NULL, "independent", NC_("field", "shown beside the total") },
  { NULL, "insurance", NC_("field", "insurance needed") },
  { NULL, "item", NC_("field", "item") },
  { NULL, "items", NC_("field", "shared equipment needed") },
  { NULL, "juror", NC_("field", "member of the committee") },
  { NULL, "keep-until", NC_("field", "personal data kept until") },
  { NULL, "keys", NC_("field", "who has the keys") },
  { NULL, "kind", NC_("field", "kind") },
  { NULL, "languages", NC_("field", "languages") },
  { NULL, "last-day", NC_("field", "last day") },
  { NULL, "latitude", NC_("field", "latitude") },
  { NULL, "least", NC_("field", "at least") },
  { NULL, "letter", NC_("field", "letter") },
  { NULL, "links", NC_("field", "links") },
  { NULL, "locked", NC_("field", "locked: a proposal must not move it") },
  { NULL, "lodging", NC_("field", "lodging") },
  { NULL, "longitude", NC_("field", "longitude") },
  { NULL, "marker", NC_("field", "shape on the map") },
  { NULL, "max-choices", NC_("field", "choices at most") },
  { NULL, "max-hours-per-week", NC_("field", "hours a week, at most") },
  { NULL, "max-km-per-day", NC_("field", "longest road of a day, in km") },
  { NULL, "max-nights-away", NC_("field", "nights away in a row, at most") },
  { NULL, "max-points", NC_("field", "points at most") },
  { NULL, "meals", NC_("field", "meals are served") },
  { NULL, "method", NC_("field", "method") },
  { NULL, "min-choices", NC_("field", "choices at least") },
  { NULL, "minutes", NC_("field", "words of the urn and signed minutes") },
  { NULL, "missing", NC_("field", "voices that would have been enough") },
  { NULL, "mode", NC_("field", "means of travel") },
  { NULL, "most", NC_("field", "at most") },
  { NULL, "name", NC_("field", "name") },
  { NULL, "names-hidden", NC_("field", "files are read without names") },
  { NULL, "near-encounters-min", NC_("field", "encounters of one evening compete within, in minutes of road") },
  { NULL, "needs-dark", NC_("field", "needs darkness") },
  { NULL, "needs-equipment", NC_("field", "needs equipment") },
  { NULL, "needs-heating", NC_("field", "needs heating") },
  { NULL, "needs-power-kw", NC_("field", "needs power, in kW") },
  { NULL, "needs-step-free", NC_("field", "needs step-free access") },
  { NULL, "needs-surface-m2", NC_("field", "needs a surface, in m²") },
  { NULL, "needs-van-access", NC_("field", "needs access for a van") },
  { NULL, "night-cents", NC_("field", "price of a bed and night, in euros") },
  { NULL, "note", NC_("field", "note") },
  { NULL, "notes", NC_("field", "notes") },
  { NULL, "notice-days", NC_("field", "days of notice") },
  { NULL, "null", NC_("field", "null ballots") },
  { NULL, "object", NC_("field", "object") },
  { NULL, "obtained-day", NC_("field", "obtained on") },
  { NULL, "on-paper", NC_("field", "answered on paper") },
  { NULL, "opened", NC_("field", "opened at") },
  { NULL, "opened-by", NC_("field", "opened by") },
  { NULL, "opinions", NC_("field", "opinions") },
  { NULL, "option", NC_("field", "what the venue has promised") },
  { NULL, "option-rank", NC_("field", "place on the venue’s waiting list") },
  { NULL, "order", NC_("field", "order on the ballot") },
  { NULL, "organisation", NC_("field", "organisation") },
  { NULL, "outline", NC_("field", "outline") },
  { NULL, "outline-source", NC_("field", "source of the outline") },
  { NULL, "owner", NC_("field", "owner") },
  { NULL, "owner-name", NC_("field", "owner outside the season") },
  { NULL, "packing-min", NC_("field", "minutes to pack before leaving") },
  { NULL, "path", NC_("field", "file or address") },
  { NULL, "people", NC_("field", "people") },
  { NULL, "person", NC_("field", "person") },
  { NULL, "phase", NC_("field", "part of the count") },
  { NULL, "phases", NC_("field", "steps of the choice") },
  { NULL, "phone", NC_("field", "telephone") },
  { NULL, "photo", NC_("field", "photo") },
  { NULL, "photo-rights", NC_("field", "we may show the photo") },
  { NULL, "pictures", NC_("field", "pictures on the ballot") },
  { NULL, "place", NC_("field", "place") },
  { NULL, "points", NC_("field", "points") },
  { NULL, "poll", NC_("field", "poll") },
  { NULL, "population", NC_("field", "population") },
  { NULL, "population-year", NC_("field", "year of the population") },
  { NULL, "postcodes", NC_("field", "postcodes") },
  { NULL, "power-kw", NC_("field", "power, in kW") },
  { NULL, "presentation", NC_("field", "presentation") },
  { NULL, "president", NC_("field", "president of the bureau") },
  { NULL, "price-cents", NC_("field", "price, in euros") },
  { NULL, "priority", NC_("field", "who goes first") },
  { NULL, "private-notes", NC_("field", "private notes") },
  { NULL, "proposals", NC_("field", "projects proposed") },
  { NULL, "proposed-first-day", NC_("field", "first day proposed") },
  { NULL, "proposed-last-day", NC_("field", "last day proposed") },
  { NULL, "proposed-start", NC_("field", "start proposed") },
  { NULL, "proposed-venue", NC_("field", "venue proposed") },
  { NULL, "provider", NC_("field", "provider") },
  { NULL, "public-key", NC_("field", "public key") },
  { NULL, "purge-day", NC_("field", "ballots destroyed on") },
  { NULL, "quantity", NC_("field", "quantity") },
  { NULL, "question", NC_("field", "question") },
  { NULL, "quiet-from", NC_("field", "quiet from") },
  { NULL, "quiet-to", NC_("field", "quiet until") },
  { NULL, "quota", NC_("field", "votes that elect") },
  { NULL, "quotas", NC_("field", "guarantees") },
  { NULL, "reason", NC_("field", "reason") },
  { NULL, "receiver", NC_("field", "who receives") },
  { NULL, "referent", NC_("field", "referent") },
  { NULL, "registered", NC_("field", "people on the roll") },
  { NULL, "rehearsal", NC_("field", "rehearsal") },
  { NULL, "releases", NC_("field", "versions sent") },
  { NULL, "remarks", NC_("field", "remarks") },
  { NULL, "removed", NC_("field", "taken off the list") },
  { NULL, "replaced", NC_("field", "urns that were replaced") },
  { NULL, "report", NC_("field", "what came out of it") },
  { NULL, "represented", NC_("field", "voters who have a chosen artist") },
  { NULL, "reserve-rank", NC_("field", "rank on the reserve list") },
  { NULL, "rights", NC_("field", "we may show it") },
  { NULL, "role", NC_("field", "role") },
  { NULL, "rule", NC_("field", "rule") },
  { NULL, "rules", NC_("field", "severity of the rules") },
  { NULL, "score", NC_("field", "score") },
  { NULL, "scores", NC_("field", "points of the committee") },
  { NULL, "seats", NC_("field", "seats") },
  { NULL, "seed", NC_("field", "text drawn in public") },
  { NULL, "sentence", NC_("field", "sentence") },
  { NULL, "sessions", NC_("field", "sessions") },
  { NULL, "settled", NC_("field", "settled") },
  { NULL, "setup-min", NC_("field", "minutes to set up") },
  { NULL, "severity", NC_("field", "severity") },
  { NULL, "sha256", NC_("field", "fingerprint of the file") },
  { NULL, "sign-language", NC_("field", "in sign language (LSF)") },
  { NULL, "signatures", NC_("field", "signatures on the roll") },
  { NULL, "signed-day", NC_("field", "signed on") },
  { NULL, "skills", NC_("field", "skills") },
  { NULL, "slice-sha256", NC_("field", "fingerprint of what was shown") },
  { NULL, "slips", NC_("field", "codes on the slips of the bag") },
  { NULL, "small-towns", NC_("field", "small towns together") },
  { NULL, "source", NC_("field", "source") },
  { NULL, "start", NC_("field", "start") },
  { NULL, "state", NC_("field", "state") },
  { NULL, "statement", NC_("field", "artistic statement") },
  { NULL, "step-free", NC_("field", "step-free access") },
  { NULL, "stored-at", NC_("field", "kept at") },
  { NULL, "summary", NC_("field", "summary") },
  { NULL, "surface-m2", NC_("field", "surface, in m²") },
  { NULL, "tallies", NC_("field", "result of each candidate") },
  { NULL, "tied", NC_("field", "tied with the last one elected") },
  { NULL, "ties", NC_("field", "what is done with ties") },
  { NULL, "title", NC_("field", "title") },
  { NULL, "to", NC_("field", "to") },
  { NULL, "town", NC_("field", "town") },
  { NULL, "towns", NC_("field", "towns") },
  { NULL, "travel-mode", NC_("field", "travels by") },
  { NULL, "turns", NC_("field", "turns of the count") },
  { NULL, "unannounced", NC_("field", "no bag of it was in the season") },
  { NULL, "undetermined", NC_("field", "a draw on the way") },
  { NULL, "unique", NC_("field", "no draw decided") },
  { NULL, "unplaced", NC_("field", "waiting in the tray") },
  { NULL, "used", NC_("field", "codes used") },
  { NULL, "used-slips", NC_("field", "codes used that came with the bag") },
  { NULL, "urn-file", NC_("field", "file of the urn") },
  { NULL, "urn-sha256", NC_("field", "fingerprint of the urn") },
  { NULL, "valley", NC_("field", "valley") },
  { NULL, "value-cents", NC_("field", "value of one, in euros") },
  { NULL, "van-access", NC_("field", "access for a van") },
  { NULL, "van-m3", NC_("field", "room for shared equipment, in m³") },
  { NULL, "vehicles", NC_("field", "vehicles") },
  { NULL, "venue", NC_("field", "venue") },
  { NULL, "version", NC_("field", "version") },
  { NULL, "voices", NC_("field", "votes") },
  { NULL, "volume-m3", NC_("field", "volume, in m³") },
  { NULL, "votes", NC_("field", "votes of each") },
  { NULL, "walking-kmh", NC_("field", "walking speed, in km/h") },
  { NULL, "wants-residency", NC_("field", "the council asked for a residency") },
  { NULL, "water", NC_("field", "water") },
  { NULL, "weekdays", NC_("field", "days of the week") },
  { NULL, "weight", NC_("field", "weight") },
  { NULL, "weight-kg", NC_("field", "weight, in kg") },
  { NULL, "who-votes", NC_("field", "who may vote") },
  { NULL, "windows", NC_("field", "opening periods") },
  { NULL, "work-places", NC_("field", "artists at the same time") },
};

/* In the order of the enum, which is the order of the names in the file. */
static const struct { const TrhSchema *schema; const char *field, *context, *labels[12]; } choices[] = {
  { &trh_artist_schema, "state", "artist state",
    { NC_("artist state", "application"), NC_("artist state", "shortlisted"), NC_("artist state", "chosen"),
      NC_("artist state", "reserve list"), NC_("artist state", "declined") } },
  { &trh_artist_schema, "travel-mode", "travel mode",
    { NC_("travel mode", "car"), NC_("travel mode", "van"), NC_("travel mode", "bicycle"),
      NC_("travel mode", "foot"), NC_("travel mode", "passenger of someone") } },
  { &trh_leg_schema, "mode", "travel mode",
    { NC_("travel mode", "car"), NC_("travel mode", "bicycle"), NC_("travel mode", "foot") } },
  { &trh_leg_schema, "source", "source of a road",
    { NC_("source of a road", "typed by a person"), NC_("source of a road", "from a router"),
      NC_("source of a road", "imported") } },
  { &trh_stay_schema, "state", "stay state",
    { NC_("stay state", "draft"), NC_("stay state", "proposed"), NC_("stay state", "approved"),
      NC_("stay state", "approved with reservations"), NC_("stay state", "refused") } },
  { &trh_stay_schema, "option", "venue option",
    { NC_("venue option", "nothing yet"), NC_("venue option", "first option"), NC_("venue option", "second option"),
      NC_("venue option", "confirmed"), NC_("venue option", "released") } },
  { &trh_encounter_schema, "kind", "encounter kind",
    { NC_("encounter kind", "meeting"), NC_("encounter kind", "workshop"), NC_("encounter kind", "open rehearsal"),
      NC_("encounter kind", "performance"), NC_("encounter kind", "exhibition"), NC_("encounter kind", "talk"),
      NC_("encounter kind", "walk"), NC_("encounter kind", "shared meal"), NC_("encounter kind", "other encounter") } },
  { &trh_encounter_schema, "state", "encounter state",
    { NC_("encounter state", "draft"), NC_("encounter state", "proposed"), NC_("encounter state", "approved"),
      NC_("encounter state", "approved with reservations"), NC_("encounter state", "refused"),
      NC_("encounter state", "held"), NC_("encounter state", "cancelled") } },
  { &trh_venue_schema, "kind", "venue kind",
    { NC_("venue kind", "village hall"), NC_("venue kind", "town hall"), NC_("venue kind", "school"),
      NC_("venue kind", "library"), NC_("venue kind", "chapel"), NC_("venue kind", "farm"),
      NC_("venue kind", "outdoors"), NC_("venue kind", "lodging"), NC_("venue kind", "workshop"),
      NC_("venue kind", "gallery"), NC_("venue kind", "other place") } },
  { &trh_valley_schema, "marker", "marker",
    { NC_("marker", "disc"), NC_("marker", "hexagon"), NC_("marker", "square"), NC_("marker", "diamond") } },
  { &trh_item_schema, "priority", "item priority",
    { NC_("item priority", "whoever asked first"), NC_("item priority", "the owner"),
      NC_("item priority", "as the agreement says"), NC_("item priority", "to be discussed") } },
  { &trh_loan_schema, "kind", "loan kind",
    { NC_("loan kind", "item"), NC_("loan kind", "hours"), NC_("loan kind", "nights"),
      NC_("loan kind", "kilometres") } },
  { &trh_loan_schema, "state", "loan state",
    { NC_("loan state", "asked for"), NC_("loan state", "agreed"), NC_("loan state", "out"),
      NC_("loan state", "back"), NC_("loan state", "refused") } },
  { &trh_rule_setting_schema, "severity", "severity",
    { NC_("severity", "strong"), NC_("severity", "blocks release"), NC_("severity", "weak"),
      NC_("severity", "ignored") } },
  { &trh_phase_schema, "kind", "phase",
    { NC_("phase", "eligibility"), NC_("phase", "committee"), NC_("phase", "vote of the residents"),
      NC_("phase", "final choice") } },
  { &trh_busy_days_schema, "kind", "busy days",
    { NC_("busy days", "event"), NC_("busy days", "market"), NC_("busy days", "festival"),
      NC_("busy days", "closure") } },
  { &trh_poll_schema, "ballot", "ballot kind",
    { NC_("ballot kind", "approval"), NC_("ballot kind", "grades"), NC_("ballot kind", "ranking") } },
  { &trh_poll_schema, "order", "ballot order",
    { NC_("ballot order", "in rotation"), NC_("ballot order", "fixed") } },
  { &trh_poll_schema, "ties", "ties",
    { NC_("ties", "kept"), NC_("ties", "settled by a public draw") } },
  { &trh_poll_schema, "state", "poll state",
    { NC_("poll state", "draft"), NC_("poll state", "ready"), NC_("poll state", "open"), NC_("poll state", "closed"),
      NC_("poll state", "counted") } },
  { &trh_quota_schema, "kind", "guarantee",
    { NC_("guarantee", "valley"), NC_("guarantee", "discipline") } },
  { &trh_result_schema, "minutes", "minutes",
    { NC_("minutes", "not asked"), NC_("minutes", "compared"), NC_("minutes", "not compared") } },
  { &trh_result_schema, "state", "session state",
    { NC_("session state", "open"), NC_("session state", "closed"), NC_("session state", "counted"),
      NC_("session state", "in a bag"), NC_("session state", "called off") } },
  { &trh_review_schema, "answer", "answer",
    { NC_("answer", "no answer"), NC_("answer", "approved"), NC_("answer", "approved with reservations"),
      NC_("answer", "refused") } },
  { &trh_opinion_schema, "answer", "answer",
    { NC_("answer", "no answer"), NC_("answer", "approved"), NC_("answer", "approved with reservations"),
      NC_("answer", "refused") } },
};

/**
 * trh_label_type:
 * @schema: the table of a type that has a collection
 *
 * Returns: its name in the singular, as in “stay”
 */
const char *
trh_label_type (const TrhSchema *schema)
{
  static const char *const names[TRH_N_COLLECTIONS] = {
    [TRH_SEASONS]    = NC_("type", "season"),
    [TRH_VALLEYS]    = NC_("type", "valley"),
    [TRH_COMMUNES]   = NC_("type", "commune"),
    [TRH_VENUES]     = NC_("type", "venue"),
    [TRH_ARTISTS]    = NC_("type", "artist"),
    [TRH_STAYS]      = NC_("type", "stay"),
    [TRH_ENCOUNTERS] = NC_("type", "encounter"),
    [TRH_LEGS]       = NC_("type", "leg"),
    [TRH_ITEMS]      = NC_("type", "item"),
    [TRH_LOANS]      = NC_("type", "loan"),
    [TRH_PEOPLE]     = NC_("type", "person"),
    [TRH_POLLS]      = NC_("type", "poll"),
    [TRH_RESULTS]    = NC_("type", "result"),
    [TRH_REVIEWS]    = NC_("type", "review"),
  };
  int collection = trh_collection_of (schema);

  g_return_val_if_fail (collection >= 0, "");
  return g_dpgettext2 (NULL, "type", names[collection]);
}

/**
 * trh_label_count:
 * @collection: a type
 * @n: how many
 *
 * Returns: (transfer full): as in “2 stays”
 */
char *
trh_label_count (TrhCollection collection, guint n)
{
  switch (collection)
    {
    case TRH_SEASONS:
      return g_strdup_printf (ngettext ("%u season", "%u seasons", n), n);
    case TRH_VALLEYS:
      return g_strdup_printf (ngettext ("%u valley", "%u valleys", n), n);
    case TRH_COMMUNES:
      return g_strdup_printf (ngettext ("%u commune", "%u communes", n), n);
    case TRH_VENUES:
      return g_strdup_printf (ngettext ("%u venue", "%u venues", n), n);
    case TRH_ARTISTS:
      return g_strdup_printf (ngettext ("%u artist", "%u artists", n), n);
    case TRH_STAYS:
      return g_strdup_printf (ngettext ("%u stay", "%u stays", n), n);
    case TRH_ENCOUNTERS:
      return g_strdup_printf (ngettext ("%u encounter", "%u encounters", n), n);
    case TRH_LEGS:
      return g_strdup_printf (ngettext ("%u leg", "%u legs", n), n);
    case TRH_ITEMS:
      return g_strdup_printf (ngettext ("%u item", "%u items", n), n);
    case TRH_LOANS:
      return g_strdup_printf (ngettext ("%u loan", "%u loans", n), n);
    case TRH_PEOPLE:
      return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
    case TRH_POLLS:
      return g_strdup_printf (ngettext ("%u poll", "%u polls", n), n);
    case TRH_RESULTS:
      return g_strdup_printf (ngettext ("%u result", "%u results", n), n);
    case TRH_REVIEWS:
      return g_strdup_printf (ngettext ("%u review", "%u reviews", n), n);
    case TRH_N_COLLECTIONS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * trh_label_field:
 * @schema: a table
 * @field: one of its lines
 *
 * Returns: what a form calls the member, as in “capacity”
 */
const char *
trh_label_field (const TrhSchema *schema, const TrhField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((fields[i].schema == NULL || fields[i].schema == schema) && g_str_equal (fields[i].field, field->name))
      return g_dpgettext2 (NULL, "field", fields[i].label);

  g_return_val_if_reached (field->name); /* a member was added without its words */
}

/**
 * trh_label_choice:
 * @schema: a table
 * @field: one of its lines, with choices
 * @choice: a value of the enum
 *
 * Returns: the choice in words, as in “chosen”
 */
const char *
trh_label_choice (const TrhSchema *schema, const TrhField *field, int choice)
{
  g_return_val_if_fail (field->choices != NULL, "");
  g_return_val_if_fail (choice >= 0 && choice <= field->max, "");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].schema == schema && g_str_equal (choices[i].field, field->name))
      return g_dpgettext2 (NULL, choices[i].context, choices[i].labels[choice]);

  g_return_val_if_reached (field->choices[choice]);
}

/**
 * trh_label_stays:
 * @n_placed: how many stays are on the calendar
 * @n_waiting: how many wait for their place on it
 *
 * Returns: (transfer full): as in “2 stays” or “0 stays, 1 to place”
 */
char *
trh_label_stays (guint n_placed, guint n_waiting)
{
  g_autofree char *stays = trh_label_count (TRH_STAYS, n_placed);

  if (n_waiting == 0)
    return g_steal_pointer (&stays);
  /* Translators: as in “0 stays”, and how many stays wait for their place on the calendar */
  return g_strdup_printf (ngettext ("%1$s, %2$u to place", "%1$s, %2$u to place", n_waiting), stays, n_waiting);
}
