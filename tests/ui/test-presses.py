# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A short press on a busy window: GTK alone loses the click, the guard of the program keeps it."""
import sys

from trh_ui import App, main, run

SHOW = sys.argv[2]


def clicks(*options):
    """How many of three short presses become a click."""
    app = App([SHOW, *options])
    x, y = app.center(app.get("button", "^Press me$"))
    run("xdotool", "mousemove", str(x), str(y))
    for n in range(1, 4):
        run("xdotool", "mousedown", "1")
        app.wait(lambda: app.log().count("busy") == n, f"press {n} to keep the window busy")
        run("xdotool", "mouseup", "1")
        app.wait(lambda: app.log().count("released") == n, f"press {n} to be over")
        app.get("button", "^Press me$")  # it answers: what was on its way has arrived
    n = app.log().count("clicked")
    app.close()
    return n


def test_a_planted_fault():
    assert clicks("--unguarded") < 3


def test_no_click_is_lost():
    assert clicks() == 3


main([test_a_planted_fault, test_no_click_is_lost])
