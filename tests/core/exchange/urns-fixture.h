/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/base/trh-file.h"
#include "core/exchange/trh-arrivals.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-urn.h"
#include "core/workspace/trh-workspace.h"

/* A season whose bags go out, and what town halls send back. Included once in each program. */

static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"communes\":[{\"insee\":\"26560\",\"name\":\"Séderon\"},{\"insee\":\"05126\",\"name\":\"Rosans\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a2\",\"name\":\"Loup Plaine\"}],"
  "\"polls\":[{\"id\":\"v1\",\"question\":\"Qui ?\",\"method\":\"av\",\"state\":\"ready\",\"seats\":1,"
  "\"candidates\":[{\"artist\":\"a1\",\"letter\":\"A\"},{\"artist\":\"a2\",\"letter\":\"B\"}],"
  "\"public-key\":\"CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\"}]}";

typedef struct {
  TrhWorkspace *workspace;
  TrhProject   *project;
  TrhPoll      *poll;
  char         *before;
  gboolean      insists;  /* whoever brings urns takes all of them */
  gboolean      compares; /* and types their words from the minutes */
} Fixture;

static inline char *
write_season (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline void
perform (Fixture *fixture, TrhEdit *edit, GError *error)
{
  g_autoptr(TrhEdit) owned = edit;

  g_assert_no_error (error);
  g_assert_true (trh_workspace_perform (fixture->workspace, owned));
}

static inline void
pack (Fixture *fixture, const char *session_id, const char *commune_id)
{
  const TrhSessionOpening bag = { .session_id = session_id, .commune_id = commune_id, .venue_id = "", .day = 20000, .codes = 30 };
  g_autoptr(GError) error = NULL;

  perform (fixture, trh_poll_edit_pack (fixture->project, fixture->poll, &bag, &error), error);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  fixture->workspace = trh_workspace_new (project, NULL);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->poll = trh_project_find (fixture->project, TRH_POLLS, "v1");
  fixture->before = write_season (fixture->project);
  pack (fixture, "s1", "26560");
  pack (fixture, "s2", "05126");
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  trh_workspace_go_to (fixture->workspace, 0); /* a bag is out: its urn must find its session again */
  g_assert_cmpuint (trh_history_get_n_done (trh_workspace_get_history (fixture->workspace)), >=, 2);
  trh_history_go_to (trh_workspace_get_history (fixture->workspace), 0);
  after = write_season (fixture->project);
  g_assert_cmpstr (after, ==, fixture->before);
  g_free (fixture->before);
  trh_store_discard (trh_workspace_get_store (fixture->workspace));
  g_assert_finalize_object (fixture->workspace);
}

static inline const TrhPollRecord *
peek_poll (Fixture *fixture)
{
  return trh_entity_peek_record (TRH_ENTITY (fixture->poll));
}

/* What the laptop of a town hall sends back: the urn of its kit, opened, with a used code and closed. */
static inline GBytes *
hold (Fixture *fixture, const char *session_id, const char *commune_id, const char *incident)
{
  const TrhUrnClosing closing = { { organisers[1], organisers[0] }, 1200, 1, 29, -1, incident, NULL };
  g_autoptr(TrhKit) kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), commune_id, session_id, NULL);
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, organisers, 20010, 1025);
  const guint8 hash[TRH_CODE_HASH] = { 1 };
  guint8 bytes[64] = { 0 }, box[128];

  g_assert_true (trh_seal (urn->public_key, bytes, trh_ballot_get_encoded_length (&urn->form), box));
  g_byte_array_append (urn->unused, hash, sizeof hash);
  trh_urn_content_record (urn, hash, box);
  trh_urn_content_close (urn, &closing);
  return trh_urn_content_print (urn);
}

/* Brings files, notes what is new, and says what happened. */
static inline char *
bring (Fixture *fixture, GBytes *const *files, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnSet) urns = trh_poll_expect_urns (fixture->project, fixture->poll, &error);
  g_autoptr(GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) arrivals = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  guint n_taken = 0, n_known = 0;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) refused = NULL;

      if (!trh_urn_set_add (urns, files[i], "x.urn", NULL, &refused))
        g_string_append_printf (out, "%s; ", refused->message);
    }
  arrivals = trh_arrivals_new (fixture->project, fixture->poll, urns, refusals);
  for (guint i = 0; i < refusals->len; i++)
    g_string_append_printf (out, "%s; ", (const char *) refusals->pdata[i]);
  for (guint i = 0; i < arrivals->len; i++)
    {
      TrhArrival *arrival = arrivals->pdata[i];

      arrival->taken = arrival->taken || fixture->insists;
      arrival->compared = fixture->compares;
      n_taken += arrival->taken;
      n_known += arrival->kind == TRH_ARRIVAL_KNOWN;
    }
  edit = trh_arrivals_make_edit (fixture->project, fixture->poll, urns, arrivals, &error);
  g_assert_no_error (error);
  g_string_append_printf (out, "%u kept, %u known, %s", n_taken, n_known,
                          edit != NULL ? trh_edit_get_label (edit) : "nothing to note");
  if (edit != NULL)
    g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  return g_string_free (out, FALSE);
}

#define ASSERT_BRINGS(fixture, files, text) G_STMT_START { \
  g_autofree char *said_ = bring (fixture, files, G_N_ELEMENTS (files)); \
  g_assert_cmpstr (said_, ==, text); } G_STMT_END
