# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says of each edit, and the button that takes it back."""
from trh_app import Planner, fresh_home, season_file
from trh_tree import State
from trh_ui import key, main, type_text

TOAST_UNDO = "(^| )Undo$"  # the one in the header names its step while there is one


def opened(page):
    fresh_home()
    return Planner(season_file("season.transhumance"), "--page", page)


def choose_artist(app, name):
    app.click(app.get("label", f"^{name}$", app.get("table", "^Artists$")))
    return app.wait(lambda: next((entry for entry in app.find_all("entry", "^Name$") if entry.text() == name), None),
                    f"the details of {name}", 12)


def test_a_toast_takes_back_its_own_step():
    """After one more step its button is gone: it would take back that one."""
    with opened("artists") as app:
        choose_artist(app, "Lina Kowalska")
        app.press("^Delete Lina Kowalska$")
        app.get("button", TOAST_UNDO)
        app.get("item", "^Artists, 13 artists$")
        app.add_artist()
        app.gone("button", TOAST_UNDO, 4)  # well before it goes by itself
        app.get("item", "^Artists, 14 artists$")


def test_the_status_line_follows_every_edit():
    """A name twice and a number in a form; the line says what was undone, too."""
    with opened("artists") as app:
        choose_artist(app, "Camille Serre")
        app.tab_to("entry", "^Name$")
        for name in ("Camille S.", "Camille"):
            key("ctrl+a")
            type_text(name)
            key("Return")
            app.status(f"^Rename .* “{name}”$")
        app.tab_to("entry", "^People$")
        key("Up")
        app.status("^Change people of Camille$")
        key("ctrl+z")
        app.status("^Undone: Change people of Camille$")
        key("ctrl+shift+z")
        app.status("^Done again: Change people of Camille$")


def test_codes_are_pasted():
    """The second way to add communes is reached with the mouse, and there and back."""
    with opened("territory") as app:
        app.press("^Add communes")
        window = app.get("window", "^Add Communes")
        assert not app.find("button", "^Add: ", window).has_state(State.SENSITIVE)
        field = app.get("entry", "^Find a commune", window)
        app.click(field)
        type_text("verclau")
        app.wait(lambda: field.text() == "verclau", "the name to be typed")
        key("Return")
        app.get("button", "^Add: 1 commune chosen$", window)
        app.click(app.get("button", "^Paste codes$", window))
        text = app.get("entry", "^INSEE codes", window)
        app.wait(text.is_focused, "the keyboard in the field")
        type_text("05073")
        app.get("label", "is recognised", window)
        app.get("button", "^Add: 2 communes chosen$", window)  # what was ticked stays
        app.click(app.get("button", "^Choose in the list$", window))
        app.get("button", "^Add: 2 communes chosen$", window)
        app.click(app.get("button", "^Paste codes$", window))
        app.wait(text.is_focused, "the keyboard in the field again")
        key("ctrl+a", "BackSpace")
        app.get("button", "^Add: 1 commune chosen$", window)  # what was pasted goes with its code
        key("Escape")


main([test_a_toast_takes_back_its_own_step, test_the_status_line_follows_every_edit, test_codes_are_pasted])
