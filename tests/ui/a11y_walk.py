# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the walks of the accessible tree share: each opens a screen, checks the rules on it, goes on."""
import re

from a11y_rules import check
from trh_app import Planner
from trh_tree import Role
from trh_ui import Failure, ROLES, key, type_text


def opened(*options):
    """The sample season in the window, with its list of pages."""
    app = Planner("--sample", *options)
    page_rows(app)
    return app


def page_rows(app):
    """Rows of the list of pages, as they stand."""
    pages = app.get("list", "^Pages")
    return [row for row in pages.children() if row.role in ROLES["item"]]


def step(app, button, title):
    """Presses what comes next on the page of votes; returns the window that asks, once its rules hold."""
    app.click(app.get("button", button))
    window = app.get("window", title)
    app.get("button", "^Cancel|^Close", window)
    app.shot(title.strip("^").lower().replace(" ", "-"))
    check(app, title, window)
    return window


def without_sheet(app):
    """The keys are made, and their recovery sheet is offered: not now."""
    app.gone("window", "^Make the Keys")
    check(app, "Recovery Sheet", app.get("window", "^Recovery Sheet"))
    key("Escape")
    app.click(app.get("button", "^Close Without It$"))
    app.gone("window", "^Recovery Sheet")


def next_entry(app, last):
    """The next place to type in, a few Tabs further; the one that has the keyboard already, to begin with."""
    for _ in range(4):
        focused = app.focused()
        if focused is not None and focused.role in ROLES["entry"] and focused != last:
            return focused
        key("Tab")
        app.wait(lambda: app.focused() not in (None, focused), "Tab to lead on")
    raise Failure(f"no row to type in after {last.name if last else 'the first'}")


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


def refused(app, row, reason):
    """What was refused says why, under its row and to whoever cannot see it, and has the keyboard."""
    app.get("label", reason)
    entry = app.wait(lambda: app.focused().name == row and app.focused(), f"the focus in {row}")
    assert re.search(reason, entry.description), f"{row} says: {entry.description}"
