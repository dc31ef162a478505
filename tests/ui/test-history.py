# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The history page: earlier sessions, kept versions, what changed since, the way back."""
import os

from a11y_walk import check
from trh_app import Planner, fresh_home, read, season_file
from trh_ui import key, main

N_ARTISTS = 14
LONG_AGO = 1577880000  # 1 January 2020, noon


def session(path):
    """Two more artists, kept by name: what the file was before is the version “as it was opened”."""
    with Planner(path, "--page", "artists") as app:
        for n in (1, 2):
            app.press("^Add an artist")
            app.get("item", f"^Artists, {N_ARTISTS + n} artists$")
        app.saved()
        key("ctrl+q")
        app.ended()


def compare(app):
    """The dialog of the only version that is kept."""
    app.press_row("^History$")
    app.get("item", r"^Kept version, Wednesday 1 January 2020, \S+, As it was opened$")
    app.press("^Compare with the version of Wednesday 1 January 2020")
    return app.get("window", "^Version of Wednesday 1 January 2020")


def test_come_back():
    fresh_home()
    path = season_file("versions.transhumance")
    os.utime(path, (LONG_AGO, LONG_AGO))
    session(path)
    with Planner(path, "--page", "artists") as app:
        window = compare(app)
        app.get("item", "^Added: New artist", window)
        check(app, "^Version of ")
        app.shot("compare")
        app.press("^Come Back to This Version$")
        app.get("item", f"^Artists, {N_ARTISTS} artists$")
        app.saved()
        assert len(read(path)["artists"]) == N_ARTISTS
        app.shot("came-back")
        key("ctrl+z")
        app.get("item", f"^Artists, {N_ARTISTS + 2} artists$")
        app.get("item", "^Kept version, Today, .*, Before another version was taken$")
        app.shot("history-of-two-sessions")
        for n in (1, 0):
            key("ctrl+z")  # what the session before did
            app.get("item", f"^Artists, {N_ARTISTS + n} artists$")


def test_open_a_copy():
    fresh_home()
    path = season_file("copied.transhumance")
    os.utime(path, (LONG_AGO, LONG_AGO))
    session(path)
    with Planner(path, "--page", "artists") as app:
        compare(app)
        app.press("^Open a Copy$")
        app.title("^Not saved to a file yet$")
        app.get("item", f"^Artists, {N_ARTISTS} artists$")
        key("ctrl+q")
    assert len(read(path)["artists"]) == N_ARTISTS + 2


main([test_come_back, test_open_a_copy])
