/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-hall.h"

#include <string.h>

static void
on_left (Hall *hall)
{
  hall->n_left++;
}

static void
on_changed (Hall *hall)
{
  hall->n_changed++;
}

void
hall_pass (Hall *hall, double seconds)
{
  hall->now_us += (gint64) (seconds * G_USEC_PER_SEC);
  trh_booth_tick (hall->booth, hall->now_us);
}

Hall *
hall_new (guint n_candidates, guint min_choices, guint max_choices)
{
  Hall *hall = g_new0 (Hall, 1);

  hall->paper = fake_paper_new (n_candidates);
  hall->paper->min_choices = min_choices;
  hall->paper->max_choices = max_choices;
  hall->box = fake_box_new ();
  hall->booth = trh_booth_new (hall->paper, TRH_BALLOT_BOX (hall->box), "246810");
  g_signal_connect_swapped (hall->booth, "left", G_CALLBACK (on_left), hall);
  g_signal_connect_swapped (hall->booth, "changed", G_CALLBACK (on_changed), hall);
  hall_pass (hall, 1000);
  return hall;
}

void
hall_free (Hall *hall)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (hall->booth);
  g_assert_finalize_object (hall->box);
  trh_ballot_paper_unref (hall->paper);
  g_free (hall);
}

void
hall_type (Hall *hall, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    trh_booth_type (hall->booth, *c);
}

static void
try_code (Hall *hall, const char *code)
{
  for (guint i = 0; i < TRH_BOOTH_CODE_LENGTH; i++)
    trh_booth_erase_last (hall->booth);
  hall_type (hall, code);
  trh_booth_go_on (hall->booth);
}

/* What a person does, one character each:
 *   n next  b back  c cast  s stay  ! help  L lock  G give back  E erase  Q leave  k the last character back
 *   0…9 toggle a candidate (or a digit of the PIN behind the curtain)  # a good code  + one second  i 120 s
 *   g and a digit grade the artist shown  > next question  p and a digit rank  u and a digit take a rank away
 *   ^ and a digit move up  @ and a digit turn to that question
 *   ? tries a code that is none, % one with a typing mistake, * a good one, ~ another good one
 *   w 45 s  W 60 s  h half a second  a the box answers  F the next cast fails  U it says used  X it says closed */
void
hall_act (Hall *hall, const char *script)
{
  TrhBooth *booth = hall->booth;

  for (const char *c = script; *c != '\0'; c++)
    switch (*c)
      {
      case 'n': trh_booth_go_on (booth); break;
      case 'b': trh_booth_go_back (booth); break;
      case 'c': trh_booth_cast (booth); while (g_main_context_iteration (NULL, FALSE)); break;
      case 's': trh_booth_stay (booth); break;
      case '!': trh_booth_ask_help (booth); break;
      case 'L': trh_booth_lock (booth); break;
      case 'G': trh_booth_give_back (booth); break;
      case 'E': trh_booth_erase_ballot (booth); break;
      case 'Q': trh_booth_leave (booth); break;
      case 'k': trh_booth_erase_last (booth); break;
      case '#': hall_type (hall, "acde-fhjk"); break;
      case '+': hall_pass (hall, 1); break;
      case 'h': hall_pass (hall, 0.5); break;
      case 'i': hall_pass (hall, 120); break;
      case 'w': hall_pass (hall, 45); break;
      case 'W': hall_pass (hall, 60); break;
      case 'g': trh_booth_set_grade (booth, trh_booth_get_candidate (booth, trh_booth_get_question (booth)), *++c - '0'); break;
      case '>': trh_booth_show_question (booth, trh_booth_get_question (booth) + 1); break;
      case 'p': trh_booth_rank (booth, *++c - '0'); break;
      case 'u': trh_booth_unrank (booth, *++c - '0'); break;
      case '^': trh_booth_raise (booth, *++c - '0'); break;
      case '@': trh_booth_show_question (booth, *++c - '0'); break;
      case '?': try_code (hall, "aaaaaaaa"); break;
      case '%': try_code (hall, "caaaaaaa"); break;
      case '*': try_code (hall, "acdefhjk"); break;
      case '~': try_code (hall, "acdefhjm"); break;
      case 'a': fake_box_answer (hall->box); while (g_main_context_iteration (NULL, FALSE)); break;
      case 'F': hall->box->refusal = TRH_BOOTH_ERROR_FAILED; break;
      case 'U': hall->box->refusal = TRH_BOOTH_ERROR_USED; break;
      case 'X': hall->box->refusal = TRH_BOOTH_ERROR_CLOSED; break;
      case ' ': break;
      default:
        g_assert_true (g_ascii_isdigit (*c));
        if (trh_booth_get_lock (booth) == TRH_BOOTH_PIN)
          trh_booth_type (booth, *c);
        else
          trh_booth_toggle (booth, *c - '0');
      }
}

char *
hall_describe (Hall *hall)
{
  static const char *const steps[] = {
    "welcome", "code", "how", "choices", "review", "saving", "done", "erased",
  };
  static const char *const notes[] = {
    "", " short", " typo", " unknown", " used", " closed", " failed", " over", " help", " pin-wrong", " pin-wait",
    " code-wait",
  };
  static const char *const locks[] = { "", " curtain", " opened" };
  GString *text = g_string_new (steps[trh_booth_get_step (hall->booth)]);

  g_string_append (text, notes[trh_booth_get_note (hall->booth)]);
  g_string_append (text, locks[trh_booth_get_lock (hall->booth)]);
  if (trh_booth_is_idle (hall->booth))
    g_string_append (text, " idle");
  if (trh_booth_can_cast (hall->booth))
    g_string_append (text, " awake");
  if (trh_booth_get_code (hall->booth)[0] != '\0')
    g_string_append_printf (text, " %s", trh_booth_get_code (hall->booth));
  for (guint i = 0; i < hall->paper->candidates->len; i++)
    if (trh_booth_get_mark (hall->booth, i) > 0)
      {
        g_string_append_printf (text, " %u", i);
        if (hall->paper->kind != TRH_BALLOT_PAPER_APPROVAL)
          g_string_append_printf (text, "=%u", trh_booth_get_mark (hall->booth, i));
      }
  if (trh_booth_get_question (hall->booth) > 0)
    g_string_append_printf (text, " ?%u", trh_booth_get_question (hall->booth));
  for (guint i = 0; i < hall->box->ballots->len; i++)
    g_string_append_printf (text, " [%s]", (char *) hall->box->ballots->pdata[i]);
  if (hall->n_left > 0)
    g_string_append (text, " left");
  return g_string_free (text, FALSE);
}
