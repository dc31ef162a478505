# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessible tree of every screen for the accessibility rules: each kind of planted fault
is found, and none of ours."""
import re
import sys

from a11y_rules import find_faults
from trh_tree import Role, State
from trh_ui import App, Failure, ROLES, key, main, pass_minutes, type_text

PLANTED, BOOTH, PROGRAM = sys.argv[1:4]
PAGES = {"Territory": 1, "Artists": 2, "Calendar": 3, "Votes": 4, "History": 5}  # and the digit of each
AZERTY = ("ampersand", "eacute", "quotedbl", "apostrophe", "parenleft")  # where its digits are


def check(app, where, inside=None):
    faults = find_faults(inside or app.root)
    assert not faults, f"{where}:\n" + "\n".join(f"{rule}: {place}" for rule, place in faults)


def test_planted():
    """A test of the test."""
    app = App([PLANTED])
    app.get("label", "^Sound row$")
    faults = find_faults(app.root)
    rules = sorted(rule for rule, where in faults)
    expected = sorted([
        "A1 a button without a name", "A1 a field without a name", "A1 a list without a name", "A1 a row that says nothing",
        "A1 a window without a name or a role", "A2 a mnemonic in the name", "A2 a name said twice",
        "A3 a radio outside a named group", "A3 a radio outside a named group", "A4 a heading without words",
        "A5 an empty label", "A6 a place for the focus without a name", "A7 a drawing without a conclusion",
    ])
    listing = "\n".join(f"{rule}: {where}" for rule, where in faults)
    assert rules == expected, f"found:\n{listing}"
    assert "Sound" not in "".join(where.split(" in ")[0] for rule, where in faults), listing
    app.close()


def test_booth():
    """K14: every screen of the booth, in both languages."""
    for language in ("fr", "en"):
        app = App([BOOTH, "--max", "3", "--rehearsal"])
        booth_walk(app, language)
        app.close()


def heading(app, text, where):
    """Waits for a screen; its heading must have the focus (A4)."""
    said = app.get("heading", text, seconds=30)
    app.wait(lambda: said.has_state(State.FOCUSED), f"the focus on the heading of {where}")
    check(app, where)


def booth_walk(app, language):
    def say(french, english):
        return french if language == "fr" else english

    heading(app, "^Bienvenue", "welcome")
    if language == "en":
        app.click(app.get("button", "^English$"))
        app.get("heading", "^Welcome")
        check(app, "welcome in English")
        app.tab_to("button", "^Begin")
    key("Return")
    heading(app, say("code de vote", "voting code"), "code")
    type_text("cacdefhj")
    key("Return")
    heading(app, say("faute de frappe", "typing mistake"), "a wrong code")
    key(*["BackSpace"] * 8)
    type_text("acdefhjk")
    key("Return")
    heading(app, "^Qui accueillir", "how")
    key("Return")
    app.get("check")
    heading(app, "^Qui accueillir", "choices")
    for card in list(app.find_all("check"))[:4]:
        app.click(card)
    heading(app, say("déjà choisi 3", "already chosen 3"), "one too many")
    app.click(app.get("button", say("^Demander de l’aide", "^Ask for help")))
    heading(app, say("levez la main", "raise your hand"), "help")
    key("ctrl+shift+F12")
    heading(app, say("^Réservé aux organisateurs", "^For organisers"), "curtain")
    type_text("246810")
    heading(app, say("^Isoloir ouvert", "^Booth opened"), "organiser")
    app.click(app.get("button", say("^Rendre la main", "^Give the booth back")))
    app.get("check")
    app.click(app.get("button", say("^Relire mon bulletin", "^Check my ballot")))
    heading(app, say("^Relisez", "^Check your ballot"), "review")
    pass_minutes(app, 2)
    heading(app, say("toujours là", "still there"), "idle")
    pass_minutes(app, 1)
    heading(app, say("a été effacé", "was erased"), "erased")


def page_rows(app):
    """Rows of the list of pages, as they stand."""
    pages = app.get("list", "^Pages")
    return [row for row in pages.children() if row.role in ROLES["item"]]


def page_of(row):
    """The page in a row's name, such as “Artists, 14 artists”."""
    return row.name.split(",")[0]


def test_start_page():
    app = App([PROGRAM])
    app.get("button", "^Open the sample season")
    check(app, "start page")
    app.close()


def go_to(app, keys, row):
    """Presses until the page is there: xdotool types a French digit by changing the keyboard for
    a moment, and a key that comes during the change reaches nobody."""
    for seconds in (3, 3, 3, 20):
        key(keys)
        try:
            app.wait(lambda: row.has_state(State.SELECTED), f"{keys}: {page_of(row)}", seconds)
            return
        except Failure:
            if seconds == 20:
                raise


def test_pages():
    """Every page of the window with the sample season; digits reach them on both keyboards (A8)."""
    app = App([PROGRAM, "--sample"])
    rows = page_rows(app)
    assert len(rows) >= 2, "no pages"
    for row, other in zip(rows, rows[1:] + rows[:1]):
        for name in (str(PAGES[page_of(row)]), AZERTY[PAGES[page_of(row)] - 1]):
            go_to(app, f"alt+{PAGES[page_of(other)]}", other)
            go_to(app, f"alt+{name}", row)
        app.shot(page_of(row).lower())
        check(app, f"page {page_of(row)}")
    app.close()


# What is looked for, and the hit.
THINGS = (("sederon", "^Séderon, commune$"), ("hang", "^Hang’Art.*, venue$"), ("lina", "^Lina Kowalska, artist$"),
          ("lina", "^Stay of Lina.*, stay$"), ("accueil", ".*, encounter$"), ("bonnet", "^Marc Bonnet, person$"))


def details(app):
    """The details pane."""
    return next(app.find_all(None, "^TrhInspector$", visible=False))


def unfold(app, pane):
    """Opens every folded section of the details pane; those of one name stay open for what comes next."""
    while True:
        folded = next((row for row in app.find_all("item", inside=pane) if row.has_state(State.EXPANDABLE)
                       and not row.has_state(State.EXPANDED)), None)
        if folded is None:
            return
        app.click(folded)
        app.wait(lambda: folded.has_state(State.EXPANDED), f"{folded.name} to unfold")


def search(app, query, hit):
    """Types into the search, goes down to the hit, and opens it."""
    key("ctrl+f")
    app.wait(lambda: app.focused().name == "Search the season", "the focus in the search")
    key("ctrl+a")
    type_text(query)
    row = app.get("item", hit, app.get("list", "^What was found"))
    while not row.has_state(State.SELECTED):
        key("Down")
    key("Return")


def test_inspector():
    """The form of each kind of thing, unfolded."""
    app = App([PROGRAM, "--sample"])
    page_rows(app)
    pane = details(app)
    shown = None
    for query, hit in THINGS:
        search(app, query, hit)
        delete = app.wait(lambda: next((button for button in app.find_all("button", "^Delete ", pane)
                                        if button.name != shown), None), f"the details of {hit}")
        shown = delete.name
        unfold(app, pane)
        app.shot(query)
        check(app, f"the details of {hit}", pane)
        assert len(list(app.find_all("item", inside=pane))) > 6, f"no form for {hit}"
    app.close()


def test_window_parts():
    """Search, list of alerts, inspector, menu, preferences."""
    app = App([PROGRAM, "--sample"])
    page_rows(app)
    app.get(None, "^Ready$")  # A5: the status line at rest
    key("ctrl+f")
    app.get("entry", "^Search|^Village")
    check(app, "search")
    key("Escape", "ctrl+shift+a")
    app.get("list", "lerts")
    check(app, "alerts")
    key("F10")
    app.get("menuitem")
    check(app, "main menu")
    key("Escape", "ctrl+comma")
    app.get("window", "^Preferences")
    check(app, "preferences")
    key("Escape")
    app.gone("window", "^Preferences")
    key("ctrl+question")
    app.get("window", "^Keyboard Shortcuts")
    check(app, "shortcuts")
    app.close()


def test_a_new_artist():
    """The keyboard is in the name of what was added, and of its copy; the season has a form, too."""
    app = App([PROGRAM, "--sample", "--page", "artists"])
    page_rows(app)
    app.tab_to("button", "^Add an artist$")
    key("Return")
    app.wait(lambda: app.focused().name == "Name", "the focus in the name")
    app.tab_to("button", "^Duplicate New artist$", backward=True)
    key("space")
    app.wait(lambda: app.focused().name == "Name", "the focus in the name of the copy")
    app.get("item", "^Artists, 16 artists$")
    key("F10")
    app.get("menuitem", "Season Details")
    check(app, "the menu")
    app.close()


def by_hand(app, *texts):
    """Fills the rows of a window by keys alone, from the one that has the keyboard; each says so. Rows for
    a passphrase say that they are: else screen readers would read what is typed."""
    entry = None
    for text in texts:
        entry = next_entry(app, entry)
        type_text(text)
        app.wait(lambda: len(entry.text()) == len(text), f"“{text}” in {entry.name}")
        if entry.name.startswith(("Passphrase", "The same", "Six")):
            assert entry.role == Role.PASSWORD_TEXT, f"{entry.name} is read aloud"
            key("Tab")  # after the row and before the next one
            app.wait(lambda: app.focused().name == f"Show “{entry.name}”", "the focus on the button to look")


def next_entry(app, last):
    """The next place to type in, a few Tabs further; the one that has the keyboard already, to begin with."""
    for _ in range(4):
        focused = app.focused()
        if focused is not None and focused.role in ROLES["entry"] and focused != last:
            return focused
        key("Tab")
        app.wait(lambda: app.focused() not in (None, focused), "Tab to lead on")
    raise Failure(f"no row to type in after {last.name if last else 'the first'}")


def step(app, button, title):
    """Presses what comes next on the page of votes; returns the window that asks, once its rules hold."""
    app.click(app.get("button", button))
    window = app.get("window", title)
    app.get("button", "^Cancel|^Close", window)
    app.shot(title.strip("^").lower().replace(" ", "-"))
    check(app, title, window)
    return window


def refused(app, row, reason):
    """What was refused says why, under its row and to whoever cannot see it, and has the keyboard."""
    app.get("label", reason)
    entry = app.wait(lambda: app.focused().name == row and app.focused(), f"the focus in {row}")
    assert re.search(reason, entry.description), f"{row} says: {entry.description}"


def test_votes():
    """Keys, session, codes, booth, closing, count: what they ask, and what they refuse. A journey counts."""
    app = App([PROGRAM, "--sample", "--page", "votes"])
    page_rows(app)
    window = step(app, "^Prepare a vote", "^Prepare a Vote")
    for name in ("Ana Ruiz", "Jo Blanc"):
        app.click(app.get("check", f"^{name}$", window))
    app.click(app.get("button", "^Prepare$", window))
    app.gone("window", "^Prepare a Vote")
    app.get("button", "^Make the keys of the vote")
    check(app, "a prepared vote")

    window = step(app, "^Make the keys of the vote", "^Make the Keys")
    key("ctrl+Return")
    refused(app, "Name of the first person", "^Two people are needed")
    check(app, "Make the Keys, refused", window)
    by_hand(app, "Alice Morel", "Bruno Teste", "lavande bleue", "lavande bleue", "noyer tardif", "noyer tardif")
    key("ctrl+Return")
    app.gone("window", "^Make the Keys")
    app.get("button", "^Open a session in a town hall")
    check(app, "a vote with keys")

    step(app, "^Open a session in a town hall", "^Open a Session")
    by_hand(app, "Chloé Vial", "Denis Arnoux")
    key("ctrl+Return")
    window = app.get("window", "^Voting Codes")
    app.gone("window", "^Open a Session")
    check(app, "Voting Codes", window)
    key("Escape")
    app.click(app.get("button", "Close Without Saving$"))
    app.gone("window", "^Voting Codes")
    app.get("button", "^Open the booth full screen")
    check(app, "an open session")

    window = step(app, "^Open the booth full screen", "^Open the Booth")
    key("ctrl+Return")
    refused(app, "Six digits", "six digits")
    key("Escape")
    app.gone("window", "^Open the Booth")
    step(app, "^Close the urn", "^Close the Urn")
    by_hand(app, "Chloé Vial", "Denis Arnoux")
    key("ctrl+Return")
    app.gone("window", "^Close the Urn")
    step(app, "^Count the ballots", "^Count the Ballots")
    by_hand(app, "lavande bleue", "noyer tardif")
    key("Escape")  # nobody has voted: there is nothing to count
    app.gone("window", "^Count the Ballots")
    app.close()


def test_dialogs():
    """What a person fills in: a stay, an encounter, communes, a vote."""
    app = App([PROGRAM, "--sample"])
    page_rows(app)
    for digit, button, title in ((1, "^Add communes", "^Add Communes"), (3, "^Add a stay", "^New Stay"),
                                 (3, "^Add an encounter", "^New Encounter"), (4, "^Prepare a vote", "^Prepare a Vote")):
        key(f"alt+{digit}")
        app.click(app.get("button", button))
        app.get("button", "^Cancel", app.get("window", title))
        check(app, title)
        app.shot("dialog")
        key("Escape")
        app.gone("window", title)
    app.close()


if __name__ == "__main__":
    main([test_planted, test_booth, test_start_page, test_pages, test_inspector, test_dialogs, test_votes,
          test_window_parts, test_a_new_artist])
