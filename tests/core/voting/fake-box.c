/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-box.h"

#include <string.h>

#define GOOD_START "ACDEFHJ"

typedef struct {
  char *code;
  char *ballot;
} Cast;

static void
cast_free (gpointer data)
{
  Cast *cast = data;

  g_free (cast->code);
  g_free (cast->ballot);
  g_free (cast);
}

static gboolean
check_code (TrhBallotBox *box, const char *code, GError **error)
{
  FakeBox *self = FAKE_BOX (box);

  if (code[0] != 'A')
    g_set_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_TYPO, "a typing mistake");
  else if (!g_str_has_prefix (code, GOOD_START))
    g_set_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNKNOWN, "an unknown code");
  else if (g_hash_table_contains (self->used, code))
    g_set_error (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_USED, "a used code");
  else
    return TRUE;
  return FALSE;
}

void
fake_box_answer (FakeBox *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->waiting);
  Cast *cast = g_task_get_task_data (task);

  if (self->refusal >= 0)
    {
      g_task_return_new_error (task, TRH_BOOTH_ERROR, self->refusal, "refused by the test");
      self->refusal = -1;
      return;
    }
  g_hash_table_add (self->used, g_strdup (cast->code));
  g_ptr_array_add (self->ballots, g_strdup (cast->ballot));
  g_task_return_boolean (task, TRUE);
}

static void
cast_async (TrhBallotBox *box, const char *code, const guint8 *marks, guint n_candidates, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer user_data)
{
  FakeBox *self = FAKE_BOX (box);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Cast *cast = g_new0 (Cast, 1);
  GString *ballot = g_string_new (NULL);

  for (guint i = 0; i < n_candidates; i++)
    if (marks[i] != 0)
      {
        g_string_append_printf (ballot, "%s%u", ballot->len > 0 ? " " : "", i);
        if (marks[i] != 1)
          g_string_append_printf (ballot, "=%u", marks[i]);
      }
  cast->code = g_strdup (code);
  cast->ballot = g_string_free (ballot, FALSE);
  g_task_set_task_data (task, cast, cast_free);
  g_assert_null (self->waiting); /* one at a time */
  self->waiting = task;
  self->n_casts++;
  if (!self->waits)
    fake_box_answer (self);
}

static gboolean
cast_finish (TrhBallotBox *box, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
implement_box (TrhBallotBoxInterface *iface)
{
  iface->check_code = check_code;
  iface->cast_async = cast_async;
  iface->cast_finish = cast_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeBox, fake_box, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRH_TYPE_BALLOT_BOX, implement_box))

FakeBox *
fake_box_new (void)
{
  return g_object_new (FAKE_TYPE_BOX, NULL);
}

TrhBallotPaper *
fake_paper_new (guint n_candidates)
{
  static const char *const names[][2] = {
    { "Camille Serre", "danse" },    { "Loup Plaine", "musique" },        { "Jo Blanc", "arts visuels" },
    { "Ana Ruiz", "théâtre" },       { "Compagnie du Col", "cirque" },    { "Mina Arel", "photographie" },
    { "Paul Vence", "conte" },       { "Les Sœurs Baume", "marionnettes" }, { "Idir Kaci", "musique" },
    { "Rose Tavan", "écriture" },    { "Atelier Céüse", "gravure" },      { "Noé Jabron", "danse" },
  };
  TrhBallotPaper *paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui accueillir à Séderon en juin ?");

  g_assert_cmpuint (n_candidates, <=, G_N_ELEMENTS (names));
  for (guint i = 0; i < n_candidates; i++)
    {
      char letter[] = { (char) ('A' + i), '\0' };

      trh_ballot_paper_add_candidate (paper, letter, names[i][0], names[i][1]);
    }
  return paper;
}

static void
fake_box_finalize (GObject *object)
{
  FakeBox *self = FAKE_BOX (object);

  g_hash_table_unref (self->used);
  g_ptr_array_unref (self->ballots);
  G_OBJECT_CLASS (fake_box_parent_class)->finalize (object);
}

static void
fake_box_class_init (FakeBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_box_finalize;
}

static void
fake_box_init (FakeBox *self)
{
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ballots = g_ptr_array_new_with_free_func (g_free);
  self->refusal = -1;
}
