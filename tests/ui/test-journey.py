# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season in one sitting, as a coordinator does it in the real window: with the mouse, or by keys alone."""
import os
import re
import sys

from trh_app import SAMPLE, Planner, fresh_home, home
from trh_booth import cast, open_booth, remembered
from trh_desk import close_and_count, make_keys, open_session, prepare
from trh_hands import Keys, Mouse
from trh_tree import State
from trh_ui import key, main, type_text

MOST_STEPS = 40  # of all that is done here
PLACED = r"^Stay of Lina Kowalska at (.*), from (.*) to (.*), draft"


def add_commune_by_click(app):
    app.click(app.get("group", "^Map, 12 communes"), button=3, at=(560, 330))
    app.shot("menu-of-the-map")
    app.click(app.get("menuitem", "^Add This Commune$"))


def add_commune_by_keys(app, hands):
    hands.reach(app.get("group", "^Map, 12 communes"))
    key("shift+F10")
    app.wait(lambda: app.focused().name == "Add a Venue Here", "the menu of the map")
    key("Down")
    app.wait(lambda: app.focused().name == "Add This Commune", "the second line of the menu")
    key("Return")


def add_commune(app, hands):
    """The commune whose ground is pointed at; returns its name."""
    hands.show_page("Territory")
    if isinstance(hands, Mouse):
        add_commune_by_click(app)
    else:
        add_commune_by_keys(app, hands)
    app.get("group", "^Map, 13 communes shown")
    name = app.get("status", "^Add ").name.removeprefix("Add ")
    app.get("label", f"^{name}$")
    app.shot("commune-added")
    return name


def add_venue(app, hands):
    """A venue on the map, with a name; returns where it is."""
    hands.press("^Add a venue")
    app.get("label", "^Click the map where the venue is")
    if isinstance(hands, Mouse):  # a hand that takes its time
        app.click(app.get("group", "^Map, 13 communes"), at=(310, 400), hold_s=0.6)
    else:
        app.wait(lambda: app.focused().name.startswith("Map, "), "the map to have the keyboard")
        key("shift+Right", "shift+Right", "shift+Down", "Return")
    told = app.get("status", "^Add a venue at ").name
    field = app.get("entry", "^Name$")
    app.wait(lambda: app.focused() == field, "the name of the new venue to be asked for")
    hands.type_into(field, "La Grange")
    key("Return")
    app.get("button", "^La Grange, ")
    app.shot("venue-placed")
    return told.removeprefix("Add a venue at ").removesuffix(", and this commune")


def draw_stay(app):
    """Draws on the empty lane of an artist; where a day is can be read from two stays that are there."""
    june, september = app.get("button", "^Stay of Ana Ruiz at Rosans, from Monday 7 June"), \
        app.get("button", "^Stay of Maï Lagarde at Laragne-Montéglin, from Monday 6 September")
    app.settle(september)
    lane, start = app.center(app.get(None, "^Lina Kowalska, 0 stays"))[1], app.center(september)[0] - september.extents().width / 2
    width = (september.extents().x - june.extents().x) / 91  # of a day
    app.drag((int(start + 4.5 * width), lane), (int(start + 9.5 * width), lane))


def create_stay(app, hands):
    hands.show_page("Calendar")
    if isinstance(hands, Mouse):
        draw_stay(app)
        dialog = app.get("window", "^New Stay$")
        app.get("button", "^Artist: Lina Kowalska", dialog)
    else:
        hands.press("^Add a stay")
        dialog = app.get("window", "^New Stay$")
        app.wait(lambda: app.focused().name == "Artist", "the keyboard to begin in the form")
        hands.pick("^Artist$", "Lina Kowalska", dialog)
        hands.fill(dialog, "^Arrival$", "9/9/2027")
        hands.fill(dialog, "^Departure$", "14/9/2027")
    hands.pick("^Workplace$", "La Grange", dialog)
    app.shot("new-stay")
    hands.press("^Add$", dialog)
    app.gone("window", "^New Stay$")
    return stay(app)


def stay(app):
    """The new stay as the timeline says it: where, from when, until when."""
    return re.search(PLACED, app.get("button", PLACED).name).groups()


def move_stay(app, hands, before):
    """To the end of the month, where the artist is away: an alert appears."""
    if isinstance(hands, Mouse):
        bar = app.get("button", PLACED)
        app.settle(bar)
        x, y = app.center(bar)
        app.drag((x, y), (x + 60, y))
    else:
        app.wait(lambda: re.search(PLACED, app.focused().name), "the keyboard on the new stay")
        for _ in range(14):
            here = stay(app)
            key("alt+Right")
            app.wait(lambda: stay(app) != here, f"the stay to leave {here}")
    app.wait(lambda: stay(app) != before, "the stay to move")
    app.shot("stay-moved")


def n_alerts(app):
    return int(re.match(r"\d+", app.get("button", r"^\d+ alerts?\. Open the list").name)[0])


def away(app):
    """The alert that the artist is away."""
    return app.find("group", " alert: Lina Kowalska is not (available|free)|alert: Lina Kowalska .*(until|after|available)")


def repair(app, hands):
    """Takes the first repair that is offered for it."""
    n = n_alerts(app)
    key("ctrl+shift+a")
    alert = app.wait(lambda: away(app), "an alert about the artist who is away")
    sentence = alert.name.split(" alert: ")[1]
    app.shot("alerts")
    if isinstance(hands, Mouse):
        app.press("^Repair: " + re.escape(sentence))
        app.click(app.get("button", "^(Move|Shift|Shorten|End) "))
    else:
        app.wait(lambda: app.focused().role_name == "list item", "the keyboard in the list of alerts")
        for _ in range(n):
            if app.find("status").name == sentence:
                break
            was = app.find("status").name
            key("F8")
            app.wait(lambda: app.find("status").name != was, "the next alert")
        key("alt+Return")
    app.wait(lambda: away(app) is None, "the alert to go")
    app.wait(lambda: n_alerts(app) < n, "fewer alerts")
    app.shot("repaired")
    key("ctrl+shift+a")
    app.wait(lambda: not app.find("button", "alerts?. Open the list").has_state(State.PRESSED), "the list of alerts to go")


def vote(app, hands):
    """Three ballots in the booth, the urn closed, the result read; returns what its rows say."""
    prepare(app, hands, ("Ana Ruiz", "Camille Serre", "Compagnie du Gravier"))
    make_keys(app, hands)
    codes = open_session(app, hands)
    open_booth(app, hands)
    cast(app, hands, codes[0], ["Ana Ruiz", "Camille Serre"])
    cast(app, hands, codes[1], ["Camille Serre"])
    cast(app, hands, codes[2], [])
    rows = close_and_count(app, hands)
    app.shot("result")
    assert "Camille Serre" in rows[0] and "2" in rows[0], rows
    assert "Ana Ruiz" in rows[1] and "1" in rows[1], rows
    assert any(name.endswith(".urn") for _, _, names in os.walk(home()) for name in names), "the search looks where no vote was held"
    found = list(remembered(codes))
    assert not found, f"after the vote these files know a code: {found}"
    return rows


def go_through(app, hands, name, keys):
    """Undoes or redoes all that can be, one step for each click; keys are pressed more often than needed."""
    button = app.get("button", f"^{name}")
    more = lambda: button.name.startswith(f"{name}: ")  # else there is nothing, or only a vote that was held
    if isinstance(hands, Keys):
        key(*[keys] * MOST_STEPS)
    both = [button, app.get("button", "^Redo" if name == "Undo" else "^Undo")]
    say = lambda: [one.name for one in both]  # two steps may be called alike: then the other button changes
    for _ in range(MOST_STEPS if isinstance(hands, Mouse) else 0):
        was = say()
        if not more():
            break
        app.click(button)
        app.wait(lambda: say() != was, f"{was} to be done")
    app.wait(lambda: not more(), f"nothing more to {name}")


def undo_all(app, hands):
    """Back to the start, past the vote: what was voted is said to stay."""
    go_through(app, hands, "Undo", "ctrl+z")
    if isinstance(hands, Mouse):
        app.click(app.get("button", "^Undo$"))
    app.get("status", "a vote is not undone: its sessions, its ballots and its result stay")
    find_nothing(app, hands)


def find_all(app, hands, commune, where, placed):
    """Everything that was done is there."""
    hands.show_page("Territory")
    app.get("group", "^Map, 1[34] communes shown")
    app.get("button", f"^La Grange, .*{where}")
    field = app.get("entry", "^Filter the communes")
    hands.write(field, commune)
    app.get("label", f"^{commune}$")
    key("ctrl+a", "BackSpace")
    app.wait(lambda: not field.text(), "all communes to be listed again")
    hands.show_page("Calendar")
    assert stay(app) == placed, (stay(app), placed)
    assert away(app) is None


def find_nothing(app, hands):
    """The plan of the sample as it was."""
    hands.show_page("Territory")
    app.get("group", "^Map, 12 communes shown")
    assert app.find("button", "^La Grange") is None
    hands.show_page("Calendar")
    app.get(None, "^Lina Kowalska, 0 stays")
    app.get("button", "^2 alerts")
    app.shot("undone")


def save(app, hands, path):
    if isinstance(hands, Mouse):
        hands.press("^Main menu$")
        app.click(app.get("menuitem", "^Save As"))
    else:
        key("ctrl+s")
    app.choose_file(path, "Save the Season")
    app.saved()
    app.in_front("^Transhumances art")  # until then a press is for nobody


def begin(hands_of):
    fresh_home()
    app = Planner()
    hands = hands_of(app)
    hands.press(SAMPLE)
    app.get("button", "^2 alerts")
    return app, hands


def journey(hands_of):
    app, hands = begin(hands_of)
    commune = add_commune(app, hands)
    where = add_venue(app, hands)
    before = create_stay(app, hands)
    move_stay(app, hands, before)
    repair(app, hands)
    placed = stay(app)
    voted = vote(app, hands)

    undo_all(app, hands)
    hands.show_page("Votes")
    assert [row.name for row in app.get("list", "^Result, best first").children()] == voted
    go_through(app, hands, "Redo", "ctrl+shift+z")
    find_all(app, hands, commune, where, placed)

    path = home(f"{hands_of.__name__}.transhumance")
    save(app, hands, path)
    hands.show_page("History")
    app.shot("history")
    if isinstance(hands, Mouse):
        app.click(max(app.find_all("button", "^Close$", app.frame()), key=lambda button: button.extents().x))
    else:
        key("ctrl+q")
    app.ended()
    app.close()

    again = Planner()
    hands = hands_of(again)
    hands.choose(again.get("item", "^" + re.escape(os.path.basename(path))))
    again.get("button", r"^\d alerts")
    find_all(again, hands, commune, where, placed)
    hands.show_page("Votes")
    again.shot("votes-found-again")
    undo_all(again, hands)  # what the session before did
    hands.show_page("Votes")
    again.get("label", "^Counted · 4 artists$")
    again.close()


def test_journey():
    journey({"mouse": Mouse, "keys": Keys}[sys.argv[2]])


main([test_journey])
