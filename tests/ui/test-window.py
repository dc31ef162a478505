# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the pages: undo, alerts, panes and keys."""
import re

from trh_app import Planner, fresh_home, home, season_file
from trh_tree import Role, State
from trh_ui import describe, key, main, run

PAGES = {"1": ("Territory", "ampersand"), "2": ("Artists", "eacute"), "3": ("Calendar", "quotedbl"),
         "4": ("Votes", "apostrophe"), "5": ("History", "parenleft")}


def opened():
    fresh_home()
    app = Planner(season_file("season.transhumance"), "--page", "artists")
    app.get("button", "2 alerts. Open the list")
    return app


def choose_artist(app, name):
    app.click(app.get("label", f"^{name}$", app.get("table", "^Artists$")))
    app.get("entry", "^Name", seconds=12)


def pane(app):
    """Where the keyboard is: in the list of pages, the page, the details or the alerts."""
    thing = app.focused()
    if thing is None:
        return "nowhere"
    parent = thing
    while parent is not None:
        if parent.name in ("Pages", "Alerts") and parent.role == Role.LIST:
            return parent.name.lower()
        parent = parent.parent
    return "details" if thing.extents().x > app.find("table", "^Artists$").extents().x + app.find("table", "^Artists$").extents().width else "page"


def test_undo_and_redo_say_what():
    with opened() as app:
        undo = app.get("button", "^Undo$")
        assert not undo.has_state(State.SENSITIVE)
        app.add_artist()
        app.get("button", "^Undo: Add artist$")
        app.get("item", "^Artists, 15 artists$")
        key("ctrl+z")
        app.status("^Undone: Add artist$")
        app.get("item", "^Artists, 14 artists$")
        app.wait(lambda: not app.find("button", "^Undo$").has_state(State.SENSITIVE), "nothing left to undo")
        app.press("^Redo: Add artist$")
        app.status("^Done again: Add artist$")
        app.get("item", "^Artists, 15 artists$")
        app.get("button", "^Redo$")


def sentence(app):
    return app.find("status").name


def test_alerts():
    with opened() as app:
        key("ctrl+shift+a")
        app.wait(lambda: pane(app) == "alerts", "the focus in the list of alerts")
        alerts = [group.name for group in app.find_all("group", " alert: ")]
        key("F8")
        first = app.wait(lambda: sentence(app) != "Ready" and sentence(app), "the first alert on the status line")
        key("F8")
        second = app.wait(lambda: sentence(app) != first and sentence(app), "the second alert")
        key("F8")
        app.wait(lambda: sentence(app) == first, "the first again, after the last")
        key("shift+F8")
        app.wait(lambda: sentence(app) == second, "the one before the first is the last")
        assert first != second and len(alerts) == 2, (first, second, alerts)
        assert {alert.split(" alert: ")[1] for alert in alerts} == {first, second}, alerts
        key("Escape")
        app.wait(lambda: pane(app) == "page", "the focus back on the page")
        app.wait(lambda: not app.find("button", "alerts. Open the list").has_state(State.PRESSED), "the list to go")


def test_repair_and_take_it_back():
    with opened() as app:
        calendar = app.find("item", "^Calendar") is not None
        repaired = None
        for _ in range(2):  # the alert that offers a repair
            key("F8")
            said = app.wait(lambda: sentence(app) not in ("Ready", repaired) and sentence(app), "an alert")
            key("alt+Return")
            app.wait(lambda: sentence(app) != said, "an answer")
            if sentence(app) != "There is no correction to offer here":
                break
            repaired = sentence(app)
        else:
            raise AssertionError("no alert of the sample offers a repair")
        label = sentence(app)
        app.press("(^| )Undo$")  # the button of the toast, which does not stay for long
        app.status("^Undone: " + re.escape(label))
        app.get("button", "^2 alerts. Open the list$")
        key("ctrl+shift+z")
        app.status("^Done again: " + re.escape(label))
        app.get("button", "^1 alert. Open the list$")
        assert not calendar or app.get("item", "^Calendar, 1 alert$")
        app.get("button", "^Undo: " + re.escape(label))
        key("ctrl+z")
        app.get("button", "^2 alerts. Open the list$")
        assert not calendar or app.get("item", "^Calendar, 2 alerts$")


def test_repair_by_mouse():
    with opened() as app:
        app.press("alerts. Open the list$")
        app.get("button", "^Repair: ")
        before = {button.name for button in app.find_all("button")}
        app.press("^Repair: ")
        choice = app.wait(lambda: next((button for button in app.find_all("button") if button.name not in before), None),
                          "a repair to choose")
        label = choice.name
        app.click(choice)
        app.status("^" + re.escape(label) + "$")
        app.get("button", "^1 alert. Open the list$")
        app.get("button", "^Undo: " + re.escape(label) + "$")


def test_keys_go_round_the_panes():
    with opened() as app:
        choose_artist(app, "Camille Serre")
        key("ctrl+shift+a")
        app.wait(lambda: pane(app) == "alerts", "the alerts")
        for there in ("pages", "page", "details", "alerts", "pages"):
            key("F6")
            app.wait(lambda: pane(app) == there, f"F6 to go to the {there}")
        for there in ("alerts", "details", "page", "pages"):
            key("shift+F6")
            app.wait(lambda: pane(app) == there, f"Shift+F6 to go to the {there}")


def details_shown(app):
    """Whether the button of the details says that they are there."""
    return app.find(None, "^Show the details$").has_state(State.PRESSED)


def test_panes_come_and_go():
    with opened() as app:
        table = lambda: app.find("table", "^Artists$").extents()
        alone = table()
        choose_artist(app, "Camille Serre")
        app.wait(lambda: table().width < alone.width - 300, "the details to take their room with what is chosen")
        full = table()
        key("F9")
        app.wait(lambda: table().x < full.x - 100, "F9 to give the room of the pages to the page")
        key("F4")
        app.wait(lambda: table().width > full.width + 400, "F4 to give the room of the details to the page")
        app.press("^Show the list of pages$")
        app.press("^Show the details$")
        app.wait(lambda: (table().x, table().width) == (full.x, full.width), "both to be back")
        key("Escape", "Escape")  # out of the details or of the page, then of the choice
        app.wait(lambda: table().width == alone.width, "nothing chosen, and all the room for the page")
        key("F9")
        app.wait(lambda: table().x < full.x - 100, "F9 again")
        key("ctrl+q")
        app.ended()
    with Planner(home("season.transhumance")) as app:  # and so they are kept
        app.wait(lambda: app.find("table", "^Artists$").extents().x < full.x - 100, "the list of pages to stay away")


def test_details_only_where_something_is_chosen():
    with opened() as app:
        shown = lambda: details_shown(app)
        assert not shown()
        key("F4")
        app.get("label", "^Nothing chosen$")  # asked for all the same, they say what they are for
        key("F4")
        app.wait(lambda: not shown(), "F4 to take them away")
        choose_artist(app, "Camille Serre")
        app.wait(shown, "the details of who is chosen")
        key("alt+4")
        app.page("^Votes")
        app.wait(lambda: not shown(), "no details beside the votes")
        key("F4")
        app.wait(shown, "F4 to show them all the same")
        key("alt+2")
        app.page("^Artists")
        app.wait(shown, "the details of who is still chosen")
        key("F4")
        app.wait(lambda: not shown(), "F4 to give their room to the artists")
        for digit, name in (("4", "Votes"), ("2", "Artists")):
            key(f"alt+{digit}")
            app.page(f"^{name}")
            assert not shown(), name
        app.click(app.get("label", "^Loup Plaine$", app.get("table", "^Artists$")))
        key("F4")
        app.get("entry", "^Name")
        app.wait(lambda: any(entry.text() == "Loup Plaine" for entry in app.find_all("entry", "^Name$")), "who was chosen meanwhile")
        key("Escape", "Escape")
        app.wait(lambda: not shown(), "the details to go with the choice")
        key("ctrl+q")
        app.ended()


def test_a_key_for_each_page():
    with opened() as app:
        there = {digit: names for digit, names in PAGES.items() if app.find("item", f"^{names[0]}") is not None}
        assert len(there) >= 3, there
        for digit, (name, _) in there.items():
            key(f"alt+{digit}")
            app.page(f"^{name}")
        try:
            run("setxkbmap", "fr")  # where digits are typed with Shift
            for _, (name, letter) in there.items():
                key(f"alt+{letter}")
                app.page(f"^{name}")
        finally:
            run("setxkbmap", "us")
        key("alt+2")
        app.page("^Artists")
        app.wait(lambda: pane(app) == "page", "the focus on the page")


def test_the_keyboard_begins_on_the_page():
    with opened() as app:
        app.wait(lambda: pane(app) == "page", "the focus on the page after opening")
        key("ctrl+comma")
        app.in_front("^Preferences$")
        key("Escape")
        app.in_front("^Transhumances art")
        app.wait(lambda: pane(app) == "page", "the focus back on the page")


def resize(app, width, height):
    number = run("xdotool", "getactivewindow")

    def done():  # as a hand that pulls: the header gives up its buttons on the way
        run("xdotool", "windowmove", number, "0", "0", "windowsize", number, str(width), str(height))
        return abs(app.frame().children()[0].extents().width - width) <= 12
    app.wait(done, f"the window to be {width} px wide")


def cut(app):
    """What sticks out of the header, where everything is on one line."""
    width = app.frame().children()[0].extents().width
    header = app.find("button", "^Main menu$").extents()
    return [describe(thing) for thing in app.find_all("button", inside=app.frame())
            if thing.extents().y <= header.y + header.height and thing.extents().x + thing.extents().width > width + 1]


def test_small_window():
    with opened() as app:
        resize(app, 360, 640)
        app.gone("button", "^Undo")  # they have their place in the menu
        app.wait(lambda: not cut(app), "nothing to stick out")
        key("F9")
        app.wait(lambda: pane(app) == "pages", "the focus in the pages that came over the page")
        key("Escape")
        app.wait(lambda: pane(app) == "page", "Escape to give the page back")
        key("F9")
        app.wait(lambda: pane(app) == "pages", "the pages again")
        key("Down", "Return")
        app.wait(lambda: pane(app) != "pages", "the pages to leave with a choice")
        key("alt+2")
        key("F8")
        for button in app.wait(lambda: list(app.find_all("button", "^Repair: ")), "the alerts"):
            assert button.extents().x + button.extents().width <= 360, describe(button)
        app.wait(lambda: not cut(app), "nothing to stick out of the alerts")
        key("Escape", "F4")
        app.press("^Back to the page$")  # the details lay over the page
        app.gone("button", "^Back to the page$")
        app.wait(lambda: pane(app) == "page", "the focus back on the page")


main([test_undo_and_redo_say_what, test_alerts, test_repair_and_take_it_back, test_repair_by_mouse,
      test_keys_go_round_the_panes, test_panes_come_and_go, test_details_only_where_something_is_chosen,
      test_a_key_for_each_page, test_the_keyboard_begins_on_the_page,
      test_small_window])
