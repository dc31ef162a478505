# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A refused value, its reason, and the way on with Tab: in a form, in a dialog, in the preferences."""
from trh_app import Planner, fresh_home, season_file
from trh_tree import State
from trh_ui import key, main, type_text

ADDRESS = "http://127.0.0.1:9/{z}/{x}/{y}.png"


def opened(page):
    fresh_home()
    return Planner(season_file("season.transhumance"), "--page", page)


def replace(entry, app, text):
    """Types over what the row with the keyboard holds."""
    key("ctrl+a")
    type_text(text)
    app.wait(lambda: entry.text() == text, f"“{text}” to be typed")


def mend(app, name, bad, reason, good, shown, window=None):
    """Types a bad value, meets its reason, mends the value and goes on with Tab; returns what then has the keyboard."""
    entry = app.tab_to("entry", name)
    replace(entry, app, bad)
    key("Tab")
    app.get("item", reason, window)
    app.wait(lambda: entry.is_focused(), "the keyboard back in the refused field")
    replace(entry, app, good)
    key("Tab")
    app.gone("item", reason)
    app.wait(lambda: entry.text() == shown, f"“{shown}” in the field")
    return app.wait(lambda: app.focused() if app.focused() != entry else None, "the keyboard to go on")


def test_in_a_form():
    with opened("artists") as app:
        app.click(app.get("label", "^Camille Serre$", app.get("table", "^Artists$")))
        app.get("entry", "^Name", seconds=12)
        beyond = mend(app, "^People", "abc", "^This is not a number", "2", "2")
        assert "number" not in beyond.name, beyond.name
        key("shift+Tab")
        app.wait(lambda: app.focused().name == "People", "Shift+Tab to lead back")


def test_in_a_dialog():
    with opened("calendar") as app:
        app.press("^Add an encounter")
        app.in_front("^New Encounter")
        mend(app, "^Start", "25h", "^This is not a time", "18h30", "18:30", app.get("window", "^New Encounter"))
        key("Escape")


def test_in_the_preferences():
    with opened("artists") as app:
        key("ctrl+comma")
        app.in_front("^Preferences$")
        beyond = mend(app, "^Address of the images$", "ftp://x", "^An address with", ADDRESS, ADDRESS, app.get("window", "^Preferences$"))
        assert beyond.has_state(State.FOCUSED)
        key("Escape")


main([test_in_a_form, test_in_a_dialog, test_in_the_preferences])
