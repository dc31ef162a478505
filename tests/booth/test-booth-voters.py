# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two voters after each other, on each kind of ballot: the first in English, the second finds the booth as new.

usage: test-booth-voters.py BOOTH mouse|keys
"""
import sys

from a11y_rules import check
from trh_hands import Keys, Mouse
from trh_tree import State
from trh_ui import App, main, pass_minutes, type_text

BOOTH, HANDS = sys.argv[1], {"mouse": Mouse, "keys": Keys}[sys.argv[2]]
CODES = ("ACDEFHJK", "ACDEFHJM")  # fake-box.h
ARTISTS = ("Camille Serre", "Loup Plaine", "Jo Blanc", "Ana Ruiz")
FRENCH = {
    "welcome": "^Bienvenue", "begin": "^Commencer$", "code": "^Votre code de vote", "on": "^Suite$", "how": "^Rien n’est enregistré",
    "grade": "^Que pensez-vous d’accueillir {}", "opinion": "^Votre avis sur {}, .*, dossier", "good": "^Favorable, {}$",
    "next": "^Artiste suivant", "previous": "^Artiste précédent", "under": "^2 artistes n’ont pas de réponse.*«.Opposé.»",
    "rank": "^Quel est votre {} choix", "put": "^Mettre {} en {} choix$", "places": ("1er", "2e", "3e"), "stop": "^Je m’arrête ici$",
    "raise": "^Monter {}$", "order": "^L’ordre change d’un bulletin à l’autre",
    "check": "^Relire mon bulletin", "review": "^Relisez votre bulletin", "back": "^Revenir", "cast": "^Déposer mon bulletin$",
    "blank": "^Vous n’avez rien choisi", "cast blank": "^Voter blanc$", "final": "^Une fois déposé",
    "done": "^Votre bulletin est dans l’urne", "huge": r"^A\+\+ très grand texte$", "normal": "^A texte normal$",
    "contrast": "^Contraste, standard$",
}
ENGLISH = {
    "welcome": "^Welcome", "begin": "^Begin$", "code": "^Your voting code", "on": "^Continue$", "how": "^Nothing is recorded",
    "grade": "^What do you think about hosting {}", "opinion": "^Your opinion of {}, .*, file", "good": "^In favour, {}$",
    "next": "^Next artist", "previous": "^Previous artist", "under": "^2 artists have no answer.*“Against”",
    "rank": "^What is your {} choice", "put": "^Make {} my {} choice$", "places": ("1st", "2nd", "3rd"), "stop": "^Stop here$",
    "raise": "^Move {} up$", "order": "^The order changes from ballot to ballot",
    "check": "^Check my ballot", "review": "^Check your ballot", "back": "^(Go b|B)ack", "cast": "^Cast my ballot$",
    "blank": "^You have chosen nothing", "cast blank": "^Cast a blank vote$", "final": "^Once cast",
    "done": "^Your ballot is in the box", "huge": r"^A\+\+ very large text$", "normal": "^A normal text$",
    "contrast": "^Contrast, standard$",
}


class Voter:
    """Somebody before the booth, with the words of a language and one pair of hands."""

    def __init__(self, app, words, code):
        self.app, self.words, self.code, self.hands = app, words, code, HANDS(app)

    def heading(self, what, *names):
        """A screen begins: its heading has the focus, and its tree keeps the rules (K14)."""
        said = self.app.get("heading", self.words[what].format(*names))
        self.app.wait(lambda: said.has_state(State.FOCUSED), f"the focus on the heading “{said.name}”")
        check(self.app, said.name)

    def press(self, what, *names):
        self.hands.press(self.words[what].format(*names))

    def enter_code(self):
        """On the keyboard; the mouse once on the keypad of the screen."""
        if HANDS is Keys or self.words is ENGLISH or self.app.log():
            type_text(self.code.lower())
        else:
            for character in self.code:
                self.hands.press(f"^{character}$")
        self.app.get("label", f".*{self.code}$")

    def to_choices(self):
        self.press("begin")
        self.heading("code")
        self.enter_code()
        self.press("on")
        self.app.get("label", self.words["how"])
        self.app.get("label", self.words["order"])
        self.press("on")

    def choose(self, thing):
        self.hands.choose(thing)
        self.app.wait(lambda: thing.has_state(State.CHECKED), f"{thing.name} to be chosen")

    def cards(self):
        """What can be chosen, in its order, and whether it is."""
        return [(card.name.split(",")[0], card.has_state(State.CHECKED)) for role in ("check", "radio") for card in self.app.find_all(role)]

    def shows(self, what):
        """K7: through language, size, contrast, review and back, marks, order and place stay."""
        before = what()
        for name in (self.words["huge"], "^Contrast", "^Contrast", self.words["normal"], "^Contrast"):
            self.hands.press(name)
        assert what() == before, f"{before} became {what()}"
        other = FRENCH if self.words is ENGLISH else ENGLISH
        self.hands.press("^Français$" if self.words is ENGLISH else "^English$")
        self.app.get("button", other["check"])
        self.hands.press("^English$" if self.words is ENGLISH else "^Français$")
        self.app.get("button", self.words["check"])
        assert what() == before, f"{before} became {what()}"
        self.press("check")
        self.heading("review")
        self.press("back")
        self.app.get("button", self.words["check"])
        assert what() == before, f"{before} became {what()}"

    def review(self):
        self.heading("review")
        self.app.get("label", self.words["final"])

    def put_in(self, button="cast"):
        """Casts, and finds no trace afterwards (P9, K8)."""
        self.press(button)
        self.heading("done")
        known = "|".join(ARTISTS + CODES + ("avour", "choi[cs]i", "chosen"))
        left = [thing.name for thing in self.app.find_all(None, known, visible=False)]
        assert not left, f"after the vote the screen still knows {left}"
        pass_minutes(self.app, 1)
        french = Voter(self.app, FRENCH, "")
        french.heading("welcome")
        self.app.get("button", FRENCH["contrast"])
        assert self.app.get("button", FRENCH["normal"]).has_state(State.PRESSED), "the size stays for the next voter"


def approve(voter):
    assert not any(chosen for _, chosen in voter.cards()), "the first look at a ballot shows choices"
    for name in ("Loup Plaine", "Ana Ruiz"):
        voter.choose(voter.app.get("check", f"^{name}"))
    voter.shows(voter.cards)
    voter.press("check")
    voter.review()
    return "1 3"


def grade(voter):
    """The two artists who come first get a grade, the others none: said in the review, and allowed (K6)."""
    given = []
    for turn in range(2):
        heading = voter.app.get("heading", voter.words["grade"].format(""))
        name = next(artist for artist in ARTISTS if artist in heading.name)
        voter.heading("grade", name)
        assert voter.app.get("group", voter.words["opinion"].format(name))
        assert not any(chosen for _, chosen in voter.cards()), "a grade is given by the machine"
        voter.choose(voter.app.get("radio", voter.words["good"].format(name)))
        given.append(ARTISTS.index(name))
        if turn == 0:
            voter.press("next")
            voter.app.gone("heading", name)
    voter.press("previous")
    voter.heading("grade", ARTISTS[given[0]])
    voter.shows(lambda: [chosen for _, chosen in voter.cards()])
    voter.press("check")
    voter.review()
    voter.app.get("label", voter.words["under"])
    return " ".join(f"{artist}=2" for artist in sorted(given))


def rank(voter):
    first, second, third = voter.words["places"]
    voter.heading("rank", first)
    voter.press("put", "Jo Blanc", first)
    voter.heading("rank", second)
    voter.press("put", "Camille Serre", second)
    voter.heading("rank", third)
    assert voter.app.find("button", "Jo Blanc|Camille") is None, "an artist can be ranked twice"
    voter.press("stop")
    voter.review()
    voter.press("raise", "Camille Serre")
    voter.app.get("button", voter.words["raise"].format("Jo Blanc"))
    return "0 2=2"


def vote(vote_of, *options):
    """The first voter asks for English, large letters and another contrast; the second one for nothing."""
    app = App([BOOTH, "-n", str(len(ARTISTS)), *options])
    expected = []
    for words, code in (ENGLISH, CODES[0]), (FRENCH, CODES[1]):
        voter = Voter(app, words, code)
        if words is ENGLISH:
            voter.hands.press("^English$")
        voter.to_choices()
        expected.append(vote_of(voter))
        if words is ENGLISH:
            voter.press("contrast")
            voter.press("huge")
        voter.put_in()
    assert ballots(app) == expected, f"{ballots(app)} instead of {expected}"
    app.close()


def ballots(app):
    return [line.removeprefix("ballot").strip() for line in app.log().splitlines() if line.startswith("ballot")]


def test_approval():
    vote(approve)


def test_grades():
    vote(grade, "--grades")


def test_ranks():
    vote(rank, "--ranking")


def test_blank():
    """P15: a blank vote takes no more steps than another one, on each kind of ballot and in both languages."""
    for options in (), ("--grades",), ("--ranking",):
        app = App([BOOTH, *options])
        for words, code in (FRENCH, CODES[0]), (ENGLISH, CODES[1]):
            voter = Voter(app, words, code)
            if words is ENGLISH:
                voter.hands.press("^English$")
            voter.to_choices()
            voter.press("stop" if options == ("--ranking",) else "check")
            voter.heading("review")
            app.get("label", words["blank"])
            voter.put_in("cast blank")
        assert ballots(app) == ["", ""], ballots(app)
        app.close()


if __name__ == "__main__":
    main([test_approval, test_grades, test_ranks, test_blank])
