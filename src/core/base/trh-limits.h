/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Ceilings on everything that comes from outside. Raise one here, with its reason. */
#define TRH_MAX_PROJECT (32 * 1024 * 1024) /* bytes of a project file: six times the stress project */
#define TRH_MAX_URN     (64 * 1024 * 1024) /* bytes of an urn: 100 000 sealed ballots of 200 candidates */
#define TRH_MAX_URNS    (256 * 1024 * 1024) /* bytes of the merged urns of many towns: 900 towns of 300 KiB */
#define TRH_MAX_JOURNAL (128 * 1024 * 1024) /* bytes of a journal: eight times where a new one begins */
#define TRH_MAX_ROLL    (32 * 1024 * 1024) /* bytes of a roll: 100 000 people */
#define TRH_MAX_KEYS    (16 * 1024)        /* bytes of a keys file */
#define TRH_MAX_REPLY   (4 * 1024 * 1024)  /* bytes of one HTTP reply */
#define TRH_MAX_TERRITORY (4 * 1024 * 1024) /* bytes of the known ground: fifty times the bundled one, all of France's communes */
#define TRH_MAX_NESTING 64                 /* JSON levels; json-glib 1.6 recurses without a limit */
#define TRH_MAX_VALUES  2000000            /* JSON values in one document, 80 bytes each: what 32 MiB can sensibly hold */
#define TRH_MAX_BOXES   600000             /* of which objects and lists, 300 bytes each: four times 100 000 results */
#define TRH_MAX_MEMBERS 1000               /* of one object: json-glib's tables slow down when names are made to collide */
#define TRH_MAX_NUMBER  128                /* characters of one JSON number */
#define TRH_MAX_JSON_TEXT (1024 * 1024)    /* bytes of one JSON text */

#define TRH_MAX_RECORDS 100000 /* of one type in a project: thirty times the stress project's largest list */
#define TRH_MAX_PARTS   1000   /* in one list inside a record: 200 candidates is the largest foreseen */
#define TRH_MAX_TITLE   500    /* characters of a name or a title; combining marks count, and some pile them up */
#define TRH_MAX_LINE    1000   /* characters of an address, a link, a short answer */
#define TRH_MAX_PROSE   50000  /* characters of notes, statements, minutes: about twenty pages */
#define TRH_MAX_OUTLINE 500000 /* characters of an encoded ring: about 100 000 points */
#define TRH_MAX_ID      64     /* characters; a UUID has 36 */

#define TRH_MAX_DAY     73049  /* 2170-01-01, in days since 1970-01-01 */
#define TRH_MAX_MINUTE  1439   /* of a day */
#define TRH_MAX_NIGHTS  366    /* of one stay */
#define TRH_MAX_CANDIDATES 200 /* of one poll */
#define TRH_MAX_SEATS   200
#define TRH_MAX_BALLOTS 100000 /* in one urn */
#define TRH_MIN_SHOWN   10     /* expressed ballots below which a town's own figures could tell who chose what */
