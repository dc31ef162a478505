# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions and the transferable vote from the season to the sentences of the result, by keys alone: each with three
ballots that the booth takes, and a result that is worked out by hand here."""
import re

from trh_app import Planner, fresh_home
from trh_booth import enter, open_booth, put_in
from trh_desk import close_and_count, make_keys, open_session, prepare
from trh_hands import Keys
from trh_tree import State
from trh_ui import ROLES, key, main, type_text

ARTISTS = ("Ana Ruiz", "Camille Serre", "Compagnie du Gravier")
ANA, CAMILLE, GRAVIER = ARTISTS

# What each voter says; whom a voter leaves out gets no answer. The middle one of three mentions is the grade:
# Ana {very, very, reserved}: very; Camille {fav., fav., rather}: in favour; Gravier {rather, against, none}: against, since
# no answer counts as the worst.
MENTIONS = (
    {ANA: "Très favorable", CAMILLE: "Favorable", GRAVIER: "Opposé"},
    {ANA: "Réservé", CAMILLE: "Favorable", GRAVIER: "Plutôt favorable"},
    {ANA: "Très favorable", CAMILLE: "Plutôt favorable"},
)
# Two places, so a quota of 3 / (2 + 1) + 1 = 2 votes. First choices: Gravier 2, chosen, nothing left over; Ana 1; Camille 0
# is out, and Ana is the last one for the last place.
TRANSFERS = ((GRAVIER, CAMILLE), (GRAVIER, ANA), (ANA, CAMILLE))


def give_mentions(app, hands, booth, mentions):
    """One screen for each artist, in the order of this ballot."""
    for turn in range(len(ARTISTS)):
        heading = app.get("heading", "^Que pensez-vous d’accueillir", booth).name
        name = next(artist for artist in ARTISTS if artist in heading)
        if name in mentions:
            radio = app.get("radio", f"^{mentions[name]}, {name}$", booth)
            hands.choose(radio)
            app.wait(lambda: radio.has_state(State.CHECKED), f"{mentions[name]} for {name}")
        if turn < len(ARTISTS) - 1:
            hands.press("^Artiste suivant", booth)
            app.gone("heading", f"^{re.escape(heading)}$")
    hands.press("^Relire", booth)


def put_in_order(app, hands, booth, order):
    for turn, name in enumerate(order):
        place = "1er" if turn == 0 else f"{turn + 1}e"
        app.get("heading", f"^Quel est votre {place} choix", booth)
        hands.press(f"^Mettre {name} en {place} choix$", booth)
    if len(order) < len(ARTISTS):
        app.get("heading", f"^Quel est votre {len(order) + 1}e choix", booth)
        hands.press("^Je m’arrête ici$", booth)


def held(kind, method, seats, mark, ballots, drawn=None):
    """A vote of that kind from its preparation to its count; returns the window and the rows of the result."""
    fresh_home()
    app = Planner("--sample")
    hands = Keys(app)

    def choose_row(name, dialog):
        """Down the rows that are choices: what they do, then how it is counted."""
        for _ in range(8):
            if app.focused().name.startswith(name):
                break
            was = app.focused()
            key("Down")
            app.settle_focus(was)
        key("space")
        app.wait(lambda: app.find("radio", f"^{re.escape(name)}", dialog).has_state(State.CHECKED), f"{name} to be chosen")

    def choose(dialog):
        box = app.get("check", "^Lina Kowalska$", dialog)  # on the shortlist: ticked already
        hands.choose(box)
        app.wait(lambda: not box.has_state(State.CHECKED), "Lina Kowalska to be left out")
        hands.reach(app.get("spin", "^Artists to choose", dialog))  # first: the usual way to count follows it
        key("ctrl+a")
        type_text(str(seats))
        hands.reach(app.get("radio", "^Tick$", dialog))
        key("shift+Tab")  # from the choice in the row to the row
        app.wait(lambda: app.focused().role in ROLES["item"], "a row with the keyboard")
        choose_row(kind, dialog)
        choose_row(method, dialog)

    prepare(app, hands, ARTISTS, choose)
    make_keys(app, hands)
    codes = open_session(app, hands)
    open_booth(app, hands)
    for code, ballot in zip(codes, ballots):
        booth = enter(app, hands, code)
        mark(app, hands, booth, ballot)
        put_in(app, hands, booth)
    rows = close_and_count(app, hands, drawn)
    app.shot("result")
    app.get("label", "^3 ballots, 0 blank · ")
    return app, rows


def test_mentions():
    app, rows = held("Give a mention", "Majority judgment", 1, give_mentions, MENTIONS)
    assert rows == [
        "A. More than half of the voters give Ana Ruiz “Strongly in favour” or better: chosen.",
        "B. More than half of the voters give Camille Serre “In favour” or better: not among the chosen.",
        "C. No majority gives Compagnie du Gravier better than “Against”: not among the chosen.",
    ], rows
    app.get("image", "^Result of Camille Serre: grade “In favour”, 67 % “In favour” or better, 3 ballots$")
    app.close()


def test_transfers():
    app, rows = held("Rank", "Transferable vote", 2, put_in_order, TRANSFERS, drawn="3-1-4-1-5")
    assert rows == [
        "C. Compagnie du Gravier has 2.00000 votes, where the quota is 2, in turn 1: chosen.",
        "A. Ana Ruiz remains when there are as many artists as places, in turn 2: chosen.",
        "B. Camille Serre has fewest votes, 0.00000, and is out in turn 2.",
    ], rows
    app.close()


main([test_mentions, test_transfers])
