# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility on the start page, on every page, in the details and around them."""
import re

from a11y_walk import check, opened, page_rows
from trh_app import Planner
from trh_tree import State
from trh_ui import key, main, type_text

PAGES = {"Territory": 1, "Artists": 2, "Calendar": 3, "Votes": 4, "History": 5}  # and the digit of each
AZERTY = ("ampersand", "eacute", "quotedbl", "apostrophe", "parenleft")  # where its digits are


def page_of(row):
    """The page in a row's name, such as “Artists, 14 artists”."""
    return row.name.split(",")[0]


def test_start_page():
    app = Planner()
    app.get("button", "^Open the sample season")
    check(app, "start page")
    app.close()


def go_to(app, keys, row):
    key(keys)
    app.wait(lambda: row.has_state(State.SELECTED), f"{keys}: {page_of(row)}")


def test_pages():
    """Every page of the window with the sample season; digits reach them on both keyboards (A8)."""
    app = opened()
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
        while (more := app.find("item", "^Add: ", pane)) is not None:  # what few people fill
            name = f"^{re.escape(more.name)}$"
            app.click(more)
            app.wait(lambda: app.find("item", name, pane) is None, f"all of {folded.name}")


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
    app = opened()
    shown = None
    for query, hit in THINGS:
        search(app, query, hit)
        pane = app.wait(lambda: details(app), "the details pane")
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
    app = opened()
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
    app = opened("--page", "artists")
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


def test_help():
    """F1 leads to the page of help that is about the screen."""
    app = opened()
    for page, digit in PAGES.items():
        key(f"alt+{digit}")
        key("F1")
        window = app.get("window", "^Help$")
        app.get("heading", f"^{page}$", window)
        check(app, f"help about {page}", window)
        app.shot(f"help-{page.lower()}")
        key("Escape")
        app.gone("window", "^Help$")
    app.close()


# Words that no French sentence has: small ones, and the names that files give to choices.
ENGLISH = re.compile(r"\b(the|of|and|with|is|are|not|from|this|has|strong|weak|blocks|ignored|approved|draft|chosen|declined)\b")


def test_french_names_are_french():
    """Every page, its list of alerts and the details of a stay, as a screen reader says them to whoever reads French."""
    with Planner("--sample", env={"LANGUAGE": "fr"}) as app:
        app.get("list", "^Pages")
        key("ctrl+shift+a")
        app.get("group", "^Alerte (bloquante|forte|faible)\u00a0: ")
        faults = set()
        for page, digit in PAGES.items():
            key(f"alt+{digit}")
            row = page_rows(app)[digit - 1]
            app.wait(lambda: row.has_state(State.SELECTED), f"the page {page}")
            faults |= {thing.name for thing in app.find_all(None) if ENGLISH.search(thing.name)}
        assert not faults, sorted(faults)
        assert ENGLISH.search("Alerte strong : x")


main([test_french_names_are_french, test_help, test_start_page, test_pages, test_inspector, test_window_parts, test_a_new_artist])
