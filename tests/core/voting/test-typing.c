/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-typing.h"

#include <string.h>

static const char *const names[] = { "Ana", "Bo", "Cam", "Di", "Eli", "Flo", "Gus", "Hal", "Ida", "Jo", "Kim" };

static TrhBallotPaper *
make_paper (TrhBallotPaperKind kind, guint n, guint most)
{
  static const char *const english[] = { "en", NULL };
  TrhBallotPaper *paper = trh_ballot_paper_new (kind, "Who?");

  for (guint i = 0; i < n; i++)
    trh_ballot_paper_add_candidate (paper, (const char[]) { (char) ('A' + i), '\0' }, names[i], NULL);
  paper->max_choices = most;
  trh_ballot_paper_set_languages (paper, english);
  return paper;
}

static TrhBallotForm
get_form (TrhBallotPaper *paper)
{
  return (TrhBallotForm) { paper->kind, paper->candidates->len, trh_ballot_paper_get_n_grades (paper), 0, paper->max_choices };
}

/* Keys as characters: digits; “_” space; “>” and “<” down and up; “b” blank; “n” and the number of a cause from 0;
 * “-” back; “/” enter. Returns whether no enter was refused. */
static gboolean
press (TrhTyping *typing, const char *keys)
{
  gboolean fine = TRUE;

  for (const char *key = keys; *key != '\0'; key++)
    switch (*key)
      {
      case '_':
        trh_typing_press_space (typing);
        break;
      case '>':
        trh_typing_move (typing, 1);
        break;
      case '<':
        trh_typing_move (typing, -1);
        break;
      case 'b':
        trh_typing_set_blank (typing);
        break;
      case 'n':
        trh_typing_set_null (typing, (TrhNullCause) (*++key - '0'));
        break;
      case '-':
        trh_typing_go_back (typing);
        break;
      case '/':
        fine = trh_typing_enter (typing, NULL) && fine;
        break;
      default:
        trh_typing_press_digit (typing, (guint) (*key - '0'));
      }
  return fine;
}

#define AP TRH_BALLOT_PAPER_APPROVAL
#define GR TRH_BALLOT_PAPER_GRADES
#define RA TRH_BALLOT_PAPER_RANKING

static const struct {
  TrhBallotPaperKind kind;
  guint n, most;
  const char *keys;
  gboolean fine;
  guint number;      /* of the paper that is typed then */
  const char *said;
} cases[] = {
  { AP, 3, 0, "",          TRUE,  1, "nothing typed yet" },
  { AP, 3, 0, "31",        TRUE,  1, "A Ana · C Cam" },
  { AP, 3, 0, "313",       TRUE,  1, "A Ana" },
  { AP, 3, 0, "31/",       TRUE,  2, "nothing typed yet" },
  { AP, 3, 0, "7",         TRUE,  1, "nothing typed yet" }, /* there is no seventh */
  { AP, 11, 0, "0",        TRUE,  1, "J Jo" },              /* the tenth */
  { AP, 11, 0, "<_",       TRUE,  1, "K Kim" },             /* beyond digits: up from the first is the last */
  { AP, 3, 0, "_>>_",      TRUE,  1, "A Ana · C Cam" },
  { AP, 3, 0, "2_",        TRUE,  1, "nothing typed yet" }, /* the cursor went along */
  { AP, 3, 0, "/",         FALSE, 1, "nothing typed yet" }, /* blank is never by omission */
  { AP, 3, 0, "b",         TRUE,  1, "blank" },
  { AP, 3, 0, "b/",        TRUE,  2, "nothing typed yet" },
  { AP, 3, 0, "12b",       TRUE,  1, "blank" },
  { AP, 3, 0, "b2",        TRUE,  1, "B Bo" },
  { AP, 3, 0, "n3",        TRUE,  1, "null: torn or altered" },
  { AP, 3, 0, "n31",       TRUE,  1, "A Ana" },
  { AP, 3, 2, "123/",      FALSE, 1, "A Ana · B Bo · C Cam" }, /* too many: to say, not to repair */
  { AP, 3, 2, "123n0/",    TRUE,  2, "nothing typed yet" },
  { AP, 3, 0, "12/-",      TRUE,  1, "A Ana · B Bo" },
  { AP, 3, 0, "b/-",       TRUE,  1, "blank" },
  { AP, 3, 0, "n2/-",      TRUE,  1, "null: a name was added" },
  { AP, 3, 0, "1/2-",      TRUE,  2, "nothing typed yet" }, /* this paper first */
  { AP, 3, 0, "1/2--",     TRUE,  1, "A Ana" },
  { AP, 3, 0, "---",       TRUE,  1, "nothing typed yet" },
  { GR, 3, 0, "152",       TRUE,  1, "A Ana: Strongly in favour · B Bo: Against · C Cam: In favour" },
  { GR, 3, 0, ">>21",      TRUE,  1, "A Ana: Strongly in favour · C Cam: In favour" }, /* the paper begins with C */
  { GR, 3, 0, "6",         TRUE,  1, "nothing typed yet" }, /* there are five mentions */
  { GR, 3, 0, "1<_",       TRUE,  1, "nothing typed yet" },
  { RA, 4, 3, "2>31",      TRUE,  1, "1. D Di · 2. A Ana · 3. C Cam" },
  { RA, 4, 3, "4",         TRUE,  1, "nothing typed yet" }, /* three at most */
  { RA, 4, 3, "13/",       FALSE, 1, "1. A Ana · 3. B Bo" }, /* a rank is skipped */
  { RA, 4, 3, "122/",      TRUE,  2, "nothing typed yet" },  /* shared ranks are no mistake */
};

static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhBallotPaper) paper = make_paper (cases[i].kind, cases[i].n, cases[i].most);
      const TrhBallotForm form = get_form (paper);
      g_autoptr(TrhPile) pile = trh_pile_new (&form);
      g_autoptr(TrhTyping) typing = trh_typing_new (paper, pile, 0);
      gboolean fine = press (typing, cases[i].keys);
      g_autofree char *said = trh_typing_say (typing);

      g_test_message ("%s", cases[i].keys);
      g_assert_true (fine == cases[i].fine);
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpuint (trh_typing_get_number (typing), ==, cases[i].number);
    }
}

/* Two people, one paper in doubt: the second sees nothing of the first, and what both read counts. */
static void
test_two (void)
{
  g_autoptr(TrhBallotPaper) paper = make_paper (AP, 3, 2);
  const TrhBallotForm form = get_form (paper);
  g_autoptr(TrhPile) pile = trh_pile_new (&form);
  g_autoptr(TrhTyping) first = trh_typing_new (paper, pile, 0);
  g_autoptr(TrhTyping) second = trh_typing_new (paper, pile, 1);
  g_autoptr(GArray) differences = NULL;
  g_autoptr(GBytes) marks = NULL;
  g_autoptr(TrhUrnLot) lot = NULL;
  g_autofree char *said = NULL;

  g_assert_true (press (first, "12/b/n0/"));
  said = trh_typing_say (second);
  g_assert_cmpstr (said, ==, "nothing typed yet");
  g_assert_cmpuint (trh_typing_get_number (second), ==, 1);
  g_assert_false (trh_typing_go_back (second)); /* into the other one's papers neither */
  g_assert_true (press (second, "13/b/n0/"));
  g_assert_true (trh_pile_finish (pile, 0, "Jeanne", NULL));
  g_assert_true (trh_pile_finish (pile, 1, "Ali", NULL));
  differences = trh_pile_compare (pile);
  g_assert_cmpuint (differences->len, ==, 1);
  trh_typing_settle (first, g_array_index (differences, guint, 0));
  g_assert_cmpuint (trh_typing_get_number (first), ==, 1);
  g_assert_false (press (first, "/"));
  g_assert_true (press (first, "1/"));
  lot = trh_pile_get_lot (pile, &marks, NULL);
  g_assert_nonnull (lot);
  g_assert_cmpuint (lot->n_ballots, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (marks, NULL), g_bytes_get_size (marks), "\0\0\0\1\0\0", 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/typing/keys", test_keys);
  g_test_add_func ("/voting/typing/two", test_two);

  return g_test_run ();
}
