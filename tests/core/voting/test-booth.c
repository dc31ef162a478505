/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-hall.h"

#include <string.h>

/* Every event in the steps where it means something, and in some where it must not. */
static void
test_steps (void)
{
  static const struct { guint n, min, max; const char *script, *after; } cases[] = {
    /* the way of one voter */
    { 6, 0, 0, "",               "welcome" },
    { 6, 0, 0, "n",              "code" },
    { 6, 0, 0, "n#",             "code ACDEFHJK" },
    { 6, 0, 0, "n#n",            "how ACDEFHJK" },
    { 6, 0, 0, "n#nn",           "choices ACDEFHJK" },
    { 6, 0, 0, "n#nn02",         "choices ACDEFHJK 0 2" },
    { 6, 0, 0, "n#nn020",        "choices ACDEFHJK 2" },
    { 6, 0, 0, "n#nn20n",        "review ACDEFHJK 0 2" },
    { 6, 0, 0, "n#nn20n+c",      "done [0 2]" },
    { 6, 0, 0, "n#nnn+c",        "done []" },
    { 6, 0, 0, "n#nn0n+c n",     "welcome [0]" },
    { 6, 0, 0, "n#nn0n+c nn#n",  "code used ACDEFHJK [0]" },
    { 6, 0, 0, "n#nn0n+c +++++++",  "done [0]" },
    { 6, 0, 0, "n#nn0n+c ++++++++", "welcome [0]" },
    /* the code */
    { 6, 0, 0, "nn",             "code short" },
    { 6, 0, 0, "nk",             "code" },
    { 6, 0, 0, "n#kkn",          "code short ACDEFH" },
    { 6, 0, 0, "n#knk",          "code ACDEFH" },
    { 6, 0, 0, "n##",            "code ACDEFHJK" },
    { 6, 0, 0, "#",              "welcome" },
    { 6, 0, 0, "n#n#k",          "how ACDEFHJK" },
    /* ten codes that open nothing, in a minute: then none is looked at for another */
    { 6, 0, 0, "n?????????",     "code unknown AAAAAAAA" },
    { 6, 0, 0, "n??????????",    "code code-wait AAAAAAAA" },
    { 6, 0, 0, "n??????????*",   "code code-wait ACDEFHJK" },
    { 6, 0, 0, "n??????????kk",  "code AAAAAA" },
    { 6, 0, 0, "n??????????bn*", "code code-wait ACDEFHJK" },
    { 6, 0, 0, "n??????????w*",  "code code-wait ACDEFHJK" },
    { 6, 0, 0, "n??????????W",   "code AAAAAAAA" },
    { 6, 0, 0, "n??????????W*",  "how ACDEFHJK" },
    { 6, 0, 0, "n??????????W?",  "code unknown AAAAAAAA" },
    { 6, 0, 0, "n?????W??????",  "code unknown AAAAAAAA" },
    { 6, 0, 0, "n?????bn?????",  "code code-wait AAAAAAAA" },
    { 6, 0, 0, "n?????*b?????",  "code code-wait AAAAAAAA" },
    { 6, 0, 0, "n%%%%%%%%%%%%",  "code typo CAAAAAAA" },
    { 6, 0, 0, "n*n0n+c nn??????????", "code code-wait AAAAAAAA [0]" },
    /* another code is another ballot */
    { 6, 0, 0, "n#nn1nbbb*",     "how ACDEFHJK 1" },
    { 6, 0, 0, "n#nn1nbbb~",     "how ACDEFHJM" },
    { 6, 0, 0, "n#nn1nbbb~n2n+c", "done [2]" },
    { 6, 0, 0, "n#nn1nbbb?",     "code unknown AAAAAAAA 1" },
    { 6, 0, 0, "n#nn1nbbb?*",    "how ACDEFHJK 1" },
    /* going back keeps the marks, but leaving for the welcome screen */
    { 6, 0, 0, "n#nn1nb",        "choices ACDEFHJK 1" },
    { 6, 0, 0, "n#nn1nbbb",      "code ACDEFHJK 1" },
    { 6, 0, 0, "n#nn1nbbbnn",    "choices ACDEFHJK 1" },
    { 6, 0, 0, "n#nn1nbbbb",     "welcome" },
    { 6, 0, 0, "n#nn1n+cb",      "done [1]" },
    { 6, 0, 0, "b",              "welcome" },
    /* toggles elsewhere do nothing; nothing is cast outside the review */
    { 6, 0, 0, "n#n3n",          "choices ACDEFHJK" },
    { 6, 0, 0, "n#nn3n4",        "review ACDEFHJK 3" },
    { 6, 0, 0, "n#nn3+c",        "choices ACDEFHJK 3" },
    { 6, 0, 0, "c",              "welcome" },
    { 6, 0, 0, "n#nn3nn",        "review ACDEFHJK 3" },
    /* cast sleeps for one second */
    { 6, 0, 0, "n#nn3nc",        "review ACDEFHJK 3" },
    { 6, 0, 0, "n#nn3nhc",       "review ACDEFHJK 3" },
    { 6, 0, 0, "n#nn3nhh",       "review awake ACDEFHJK 3" },
    { 6, 0, 0, "n#nn3n+bnc",     "review ACDEFHJK 3" },
    /* limits: one too many is refused, nothing is unticked */
    { 6, 0, 3, "n#nn0123",       "choices over ACDEFHJK 0 1 2" },
    { 6, 0, 3, "n#nn01230",      "choices ACDEFHJK 1 2" },
    { 6, 0, 3, "n#nn012303",     "choices ACDEFHJK 1 2 3" },
    { 6, 0, 3, "n#nn0123n+c",    "done [0 1 2]" },
    { 6, 0, 9, "n#nn012345n+c",  "done [0 1 2 3 4 5]" },
    { 6, 2, 3, "n#nn0n+",        "review ACDEFHJK 0" },
    { 6, 2, 3, "n#nn0n+c",       "review ACDEFHJK 0" },
    { 6, 2, 3, "n#nn01n+c",      "done [0 1]" },
    { 6, 2, 3, "n#nnn+c",        "done []" },
    /* the box says no */
    { 6, 0, 0, "n#nn0nF+c",      "review failed ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0nF+c+c",    "done [0]" },
    { 6, 0, 0, "n#nn0nU+c",      "code used" },
    { 6, 0, 0, "n#nn0nX+c",      "code closed" },
    /* idle: asked after 120 s, erased 45 s later, the code stays good */
    { 6, 0, 0, "n#nn0i",         "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0ic1nbk",    "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0is",        "choices ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0isisisisisisisisisis1", "choices ACDEFHJK 0 1" },
    { 6, 0, 0, "n#nn0iw",        "erased" },
    { 6, 0, 0, "n#nn0iwn",       "welcome" },
    { 6, 0, 0, "n#nn0iwi",       "welcome" },
    { 6, 0, 0, "n#nn0iw n n#nn1n+c", "done [1]" },
    { 6, 0, 0, "n#nn0n+iw",      "erased" },
    { 6, 0, 0, "n#nn0n+i",       "review idle ACDEFHJK 0" },
    { 6, 0, 0, "n#i",            "code idle ACDEFHJK" },
    { 6, 0, 0, "i",              "welcome" },
    { 6, 0, 0, "n#nn0WhW",       "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0W1WhhhhhhhhhhhhW", "choices idle ACDEFHJK 0 1" },
    /* help */
    { 6, 0, 0, "n#nn0!",         "choices help ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0!!",        "choices ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0!1",        "choices ACDEFHJK 0 1" },
    { 6, 0, 0, "n#nn0!n",        "review ACDEFHJK 0" },
    /* the organisers' curtain: never casts, needs the PIN to erase or leave */
    { 6, 0, 0, "n#nn0L",         "choices curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0LEQc",      "choices curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0LG",        "choices ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L12345",    "choices curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L123456",   "choices pin-wrong curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L246810",   "choices opened ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L24681kk811", "choices pin-wrong curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L24681kk8k810", "choices opened ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L246810G1", "choices ACDEFHJK 0 1" },
    { 6, 0, 0, "n#nn0L246810E",  "welcome" },
    { 6, 0, 0, "n#nn0L246810Q",  "welcome left" },
    { 6, 0, 0, "n#nn0n+L246810c+c", "review opened ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0n+L246810Gc", "review ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0Lw",        "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0Lws",       "choices ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0Lww",       "erased" },
    { 6, 0, 0, "n#nn0L246810w",  "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0n+L246810wc", "review idle ACDEFHJK 0" },
    { 6, 0, 0, "Lw",             "welcome" },
    { 6, 0, 0, "n#nn0L 111111 111111 111111 111111 111111 w", "choices pin-wait curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L 111111 111111 111111 111111 111111 W", "choices curtain ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0L 111111 111111 111111 111111 111111 Ww", "choices idle ACDEFHJK 0" },
    { 6, 0, 0, "n#nn0iL",        "choices curtain ACDEFHJK 0" },
    { 6, 0, 0, "L246810Q",       "welcome left" },
    { 6, 0, 0, "L 111111 111111 111111 111111 246810", "welcome opened" },
    { 6, 0, 0, "L 111111 111111 111111 111111 111111", "welcome pin-wait curtain" },
    { 6, 0, 0, "L 111111 111111 111111 111111 111111 246810", "welcome pin-wait curtain" },
    { 6, 0, 0, "L 111111 111111 111111 111111 111111 GL246810", "welcome pin-wait curtain" },
    { 6, 0, 0, "L 111111 111111 111111 111111 111111 W L246810", "welcome opened" },
    { 6, 0, 0, "L 111111 111111 111111 111111 111111 W L111111 246810", "welcome opened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Hall) hall = hall_new (cases[i].n, cases[i].min, cases[i].max);
      g_autofree char *after = NULL;

      hall_act (hall, cases[i].script);
      after = hall_describe (hall);
      g_test_message ("%s", cases[i].script);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* Grades, one artist a screen, and ranks, one rank a screen: over, under, blank, back and forth, cast. */
static void
test_kinds (void)
{
  static const struct { TrhBallotPaperKind kind; guint n, min, max; const char *script, *after; } cases[] = {
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nn",              "choices ACDEFHJK" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2",            "choices ACDEFHJK 0=2" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2g5",          "choices ACDEFHJK 0=5" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2g0",          "choices ACDEFHJK" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>g1",         "choices ACDEFHJK 0=2 1=1 ?1" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>g1>>g3",     "choices ACDEFHJK 0=2 1=1 2=3 ?2" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>>bb",        "choices ACDEFHJK 0=2" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>>bbb",       "how ACDEFHJK 0=2" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>n",          "review ACDEFHJK 0=2 ?1" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>n@2g4n+c",   "done [0=2 2=4]" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng1>g1>g5n+c",   "done [0 1 2=5]" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nnn+c",           "done []" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng1n g3",        "review ACDEFHJK 0=1" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nn1p1^1",         "choices ACDEFHJK" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>iw",         "erased" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>Lg1@0",      "choices curtain ACDEFHJK 0=2 ?1" },
    { TRH_BALLOT_PAPER_GRADES, 3, 0, 0, "n#nng2>g1n+c n n",  "code [0=2 1]" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2",           "choices ACDEFHJK 2=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0",         "choices ACDEFHJK 0=2 2=1 ?2" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p2",         "choices ACDEFHJK 2=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0p1p3",     "review ACDEFHJK 0=2 1=3 2=1 3=4 ?3" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 2, "n#nnp2p0",         "review ACDEFHJK 0=2 2=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2n",          "review ACDEFHJK 2=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0bbp3",     "choices ACDEFHJK 0=2 3=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nn>",            "choices ACDEFHJK" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0p1nu0",    "review ACDEFHJK 1=2 2=1 ?2" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0n^0",      "review ACDEFHJK 0=1 2=2 ?2" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0n^2",      "review ACDEFHJK 0=2 2=1 ?2" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0n+^0c",    "review ACDEFHJK 0=1 2=2 ?2" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2p0n+^0+c",   "done [0 2=2]" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nnp2nu2+c",      "done []" },
    { TRH_BALLOT_PAPER_RANKING, 4, 2, 0, "n#nnp2n+c",        "review ACDEFHJK 2=1 ?1" },
    { TRH_BALLOT_PAPER_RANKING, 4, 2, 0, "n#nnp2p1n+c",      "done [1=2 2]" },
    { TRH_BALLOT_PAPER_RANKING, 12, 0, 0, "n#nnp0p1p2p3p4p5p6p7p8p9", "review ACDEFHJK 0=1 1=2 2=3 3=4 4=5 5=6 6=7 7=8 8=9 9=10 ?9" },
    { TRH_BALLOT_PAPER_RANKING, 4, 0, 0, "n#nn12g3",         "choices ACDEFHJK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Hall) hall = hall_new (cases[i].n, cases[i].min, cases[i].max);
      g_autofree char *after = NULL;

      hall->paper->kind = cases[i].kind;
      hall->paper->rotates = false;
      hall_act (hall, cases[i].script);
      after = hall_describe (hall);
      g_test_message ("%s", cases[i].script);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

static void
test_codes (void)
{
  static const struct { const char *typed, *after; } cases[] = {
    { "acdefhjk", "how ACDEFHJK" },
    { "ACDE FHJK", "how ACDEFHJK" },
    { "o0i1lAzCsDbEgF2H5J_Mé", "how ACDEFHJM" }, /* look-alikes are no keys at all */
    { "cacdefhj", "code typo CACDEFHJ" },
    { "accccccc", "code unknown ACCCCCCC" },
    { "acdefhj", "code short ACDEFHJ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Hall) hall = hall_new (3, 0, 0);
      g_autofree char *after = NULL;

      hall_act (hall, "n");
      hall_type (hall, cases[i].typed);
      hall_act (hall, "n");
      after = hall_describe (hall);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* A slow disk: nothing a hand can do while the ballot is on its way casts it twice or loses it. */
static void
test_saving (void)
{
  g_autoptr(Hall) hall = hall_new (4, 0, 0);
  g_autofree char *saving = NULL, *done = NULL;

  hall->box->waits = TRUE;
  hall_act (hall, "n#nn13n+c");
  g_assert_cmpint (trh_booth_get_step (hall->booth), ==, TRH_BOOTH_SAVING);
  hall_act (hall, "ccnb02Liiw+c");
  saving = hall_describe (hall);
  g_assert_cmpstr (saving, ==, "saving ACDEFHJK 1 3");
  g_assert_cmpuint (hall->box->n_casts, ==, 1);
  hall_act (hall, "a");
  done = hall_describe (hall);
  g_assert_cmpstr (done, ==, "done [1 3]");
}

/* The booth may go away while the box still writes. */
static void
test_left_while_saving (void)
{
  TrhBallotPaper *paper = fake_paper_new (3);
  FakeBox *box = fake_box_new ();
  Hall hall = { .paper = paper, .box = box };

  hall.booth = trh_booth_new (paper, TRH_BALLOT_BOX (box), "000000");
  box->waits = TRUE;
  hall_act (&hall, "+n#nn0n+c");
  g_object_unref (hall.booth);
  fake_box_answer (box);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (box->ballots->len, ==, 1);
  g_assert_finalize_object (box);
  trh_ballot_paper_unref (paper);
}

static bool
is_zero (const void *bytes, gsize n)
{
  const char *byte = bytes;

  for (gsize i = 0; i < n; i++)
    if (byte[i] != 0)
      return false;
  return true;
}

/* Not only out of sight: the bytes themselves are gone. */
static void
test_no_trace (void)
{
  static const char *const ends[] = { "n+c", "iw", "bbb", "L246810E", "n+L246810Q", "nU+c" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(Hall) hall = hall_new (6, 0, 0);
      const char *code = trh_booth_get_code (hall->booth);

      hall_act (hall, "n#nn024");
      g_assert_cmpstr (code, ==, "ACDEFHJK");
      hall_act (hall, ends[i]);
      g_assert_true (is_zero (code, TRH_BOOTH_CODE_LENGTH + 1));
      g_assert_cmpuint (trh_booth_get_n_chosen (hall->booth), ==, 0);
      for (guint j = 0; j < 6; j++)
        g_assert_false (trh_booth_is_chosen (hall->booth, j));
    }
}

/* A voter with the code that ends in the @nth character of the alphabet, up to the choices. */
static guint
begin (Hall *hall, guint nth)
{
  hall_act (hall, "n");
  hall_type (hall, "ACDEFHJ");
  trh_booth_type (hall->booth, TRH_BOOTH_ALPHABET[nth]);
  hall_act (hall, "nn");
  return trh_booth_get_candidate (hall->booth, 0);
}

/* K15: each candidate comes first equally often; a ballot that was erased takes nobody's place. */
static void
test_rotation (void)
{
  g_autoptr(Hall) hall = hall_new (6, 0, 0);
  guint first[6] = { 0 };

  for (guint voter = 0; voter < 12; voter++)
    {
      guint start;

      if (voter % 3 == 2)
        {
          begin (hall, voter);
          hall_act (hall, "iwn");
        }
      start = begin (hall, voter);
      for (guint i = 0; i < 6; i++)
        g_assert_cmpuint (trh_booth_get_candidate (hall->booth, i), ==, (start + i) % 6);

      /* Nothing the voter does deals again. */
      trh_booth_set_language (hall->booth, "en");
      trh_booth_set_size (hall->booth, TRH_BOOTH_HUGE);
      hall_act (hall, "0nbbbnn");
      g_assert_cmpuint (trh_booth_get_candidate (hall->booth, 0), ==, start);
      hall_act (hall, "n+cn");
      g_assert_cmpuint (hall->box->ballots->len, ==, voter + 1);
      g_assert_cmpstr (hall->box->ballots->pdata[voter], ==, "0"); /* whatever the order was on the screen */
      first[start]++;
      for (guint i = 0; voter % 6 == 5 && i < 6; i++)
        g_assert_cmpuint (first[i], ==, voter / 6 + 1);
    }
}

/* Not always the same round: in 40 halls the first voter of six does not always see the same start. */
static void
test_rotation_is_dealt (void)
{
  guint seen = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(Hall) hall = hall_new (6, 0, 0);

      seen |= 1u << begin (hall, 0);
    }
  g_assert_cmpuint (seen & (seen - 1), !=, 0);
}

static void
test_fixed_order (void)
{
  g_autoptr(Hall) hall = hall_new (6, 0, 0);

  hall->paper->rotates = false;
  for (guint voter = 0; voter < 12; voter++)
    {
      hall_act (hall, "n#nn");
      g_assert_cmpuint (trh_booth_get_candidate (hall->booth, 0), ==, 0);
      hall_act (hall, "bbb");
    }
}

/* K7, K8: settings keep marks and place, and last for one voter. */
static void
test_display (void)
{
  static const char *const ends[] = { "n+cn", "n+c++++++++", "iwn", "bbb", "L246810E" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(Hall) hall = hall_new (6, 0, 0);
      g_autofree char *kept = NULL;

      trh_booth_set_size (hall->booth, TRH_BOOTH_LARGE);
      hall_act (hall, "n#nn05");
      trh_booth_set_language (hall->booth, "en");
      trh_booth_set_language (hall->booth, "oc"); /* not on this paper */
      trh_booth_set_size (hall->booth, TRH_BOOTH_HUGE);
      trh_booth_set_contrast (hall->booth, TRH_BOOTH_SOFT);
      kept = hall_describe (hall);
      g_assert_cmpstr (kept, ==, "choices ACDEFHJK 0 5");
      g_assert_cmpstr (trh_booth_get_language (hall->booth), ==, "en");
      g_assert_cmpint (trh_booth_get_size (hall->booth), ==, TRH_BOOTH_HUGE);
      hall_act (hall, ends[i]);
      g_assert_cmpint (trh_booth_get_step (hall->booth), ==, TRH_BOOTH_WELCOME);
      g_assert_cmpstr (trh_booth_get_language (hall->booth), ==, "fr");
      g_assert_cmpint (trh_booth_get_size (hall->booth), ==, TRH_BOOTH_NORMAL);
      g_assert_cmpint (trh_booth_get_contrast (hall->booth), ==, TRH_BOOTH_STANDARD);
    }
}

/* Somebody sets the size and walks away. */
static void
test_display_left (void)
{
  g_autoptr(Hall) hall = hall_new (6, 0, 0);

  trh_booth_set_size (hall->booth, TRH_BOOTH_HUGE);
  hall_pass (hall, 119);
  g_assert_cmpint (trh_booth_get_size (hall->booth), ==, TRH_BOOTH_HUGE);
  hall_pass (hall, 1);
  g_assert_cmpint (trh_booth_get_size (hall->booth), ==, TRH_BOOTH_NORMAL);
}

static void
test_counts_down (void)
{
  g_autoptr(Hall) hall = hall_new (3, 0, 0);
  guint n_changed;

  hall_act (hall, "n#nni");
  g_assert_cmpuint (trh_booth_get_seconds_left (hall->booth), ==, 45);
  n_changed = hall->n_changed;
  hall_pass (hall, 0.25);
  g_assert_cmpuint (hall->n_changed, ==, n_changed); /* told once a second, not at each tick */
  hall_pass (hall, 0.75);
  g_assert_cmpuint (hall->n_changed, ==, n_changed + 1);
  g_assert_cmpuint (trh_booth_get_seconds_left (hall->booth), ==, 44);
  hall_pass (hall, 43.5);
  g_assert_cmpuint (trh_booth_get_seconds_left (hall->booth), ==, 1);
  g_assert_true (trh_booth_is_idle (hall->booth));
  hall_pass (hall, 0.5);
  g_assert_cmpint (trh_booth_get_step (hall->booth), ==, TRH_BOOTH_ERASED);
}

/* The face is told when cast wakes: it does not count seconds itself. */
static void
test_wakes (void)
{
  g_autoptr(Hall) hall = hall_new (3, 0, 0);
  guint n_changed;

  hall_act (hall, "n#nn0n");
  n_changed = hall->n_changed;
  hall_pass (hall, 0.9);
  g_assert_cmpuint (hall->n_changed, ==, n_changed);
  hall_pass (hall, 0.2);
  g_assert_cmpuint (hall->n_changed, ==, n_changed + 1);
  g_assert_true (trh_booth_can_cast (hall->booth));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booth/steps", test_steps);
  g_test_add_func ("/booth/kinds", test_kinds);
  g_test_add_func ("/booth/codes", test_codes);
  g_test_add_func ("/booth/saving", test_saving);
  g_test_add_func ("/booth/left-while-saving", test_left_while_saving);
  g_test_add_func ("/booth/no-trace", test_no_trace);
  g_test_add_func ("/booth/rotation", test_rotation);
  g_test_add_func ("/booth/rotation-is-dealt", test_rotation_is_dealt);
  g_test_add_func ("/booth/fixed-order", test_fixed_order);
  g_test_add_func ("/booth/display", test_display);
  g_test_add_func ("/booth/display-left", test_display_left);
  g_test_add_func ("/booth/counts-down", test_counts_down);
  g_test_add_func ("/booth/wakes", test_wakes);
  return g_test_run ();
}
