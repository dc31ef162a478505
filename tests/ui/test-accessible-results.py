# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility on what a vote gave, for each way of counting; and R1: without colour, words and shapes
say who is chosen."""
import os
import subprocess
import sys

from a11y_walk import by_hand, check
from trh_app import SEASON, Planner, home
from trh_ui import ROLES, key, main

VOTED = home("voted.transhumance")
subprocess.run([sys.argv[2], SEASON, VOTED], check=True)  # its urns go where the program looks for them

# In the order of the season: what the conclusion of a chart begins with, where there is one, and what is folded away
VOTES = (
    ("equal shares", "^Result of Atelier des Sources: 19 voices, 45 %, Chosen$", "^How it was counted"),
    ("grades", "^Result of Atelier des Sources: grade “In favour”, 74 % “In favour” or better, 42 ballots$",
     "^Other ways of counting the same ballots"),
    ("duels", None, "^The duels"),
    ("transfers", None, "^How it was counted"),
    ("a public draw", "^Result of Duo Merle & Geai: 10 voices, 36 %, Not chosen, tied$", "^Serres"),
)


def show(app, number):
    app.get("list", "^Votes of the season")
    rows = [row for row in app.find_all("item") if row.name.startswith("Qui accueillir")]
    app.click(rows[number])
    app.get("heading", "^Result$")


def back(app):
    app.press("^Back to the list of votes")
    app.get("list", "^Votes of the season")


def test_results():
    """Each kind of result, its table twin, and what opens below."""
    app = Planner("--page", "votes", VOTED)
    for number, (name, chart, fold) in enumerate(VOTES):
        show(app, number)
        check(app, f"the result of {name}")
        app.shot(name.replace(" ", "-"))
        if chart is not None:
            app.get("image", chart)
        app.press("^Show the Table$")
        app.get("table", "^Table of the result$")
        app.get("button", "^Show the Charts$")
        check(app, f"the table of {name}")
        app.press("^Show the Charts$")
        app.click(app.get("item", fold))
        check(app, f"{fold.strip('^')} of {name}")
        back(app)
    app.close()


def test_purge():
    """What is to be destroyed at its date, up to the last question, which is answered with no."""
    app = Planner("--page", "votes", VOTED)
    show(app, 0)
    app.press("^Destroy the roll, the urns and the keys$")
    window = app.get("window", "^Destroy$")
    check(app, "Destroy", window)
    app.shot("destroy")
    by_hand(app, "Alice Morel")
    key("ctrl+Return")
    question = app.get("window", "^Destroy the roll, the urns and the keys")
    check(app, "the last question before all is destroyed", question)
    key("Escape")
    app.gone("window", "^Destroy the roll")
    assert any(name.endswith(".urn") for _, _, names in os.walk(home()) for name in names), "Escape destroyed the urns"
    app.close()


def test_papers():
    """The minutes and the archive, each saved by hand; the archive is whole."""
    app = Planner("--page", "votes", VOTED)
    show(app, 0)
    app.get("button", "^Print the minutes of all sessions$")
    app.press("^Save the minutes of all sessions as a PDF$")
    path = home("recap.pdf")
    app.choose_file(path, "^Save the Minutes")
    app.status("^The minutes are saved")
    with open(path, "rb") as file:
        assert file.read(5) == b"%PDF-"
    app.press("^Archive the vote$")
    folder = home("stick")
    os.mkdir(folder)
    app.in_front("^Where to Put the Archive")
    app.choose_file(folder, "^Where to Put the Archive")
    app.status("^The vote is archived in the folder")
    kept, = os.listdir(folder)
    kept = os.path.join(folder, kept)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=kept, check=True)
    assert {name for name in os.listdir(kept) if name.endswith(".urn")} == {
        "Serres.urn", "Rosans.urn", "Sault.urn", "Orpierre.urn"}, os.listdir(kept)
    app.close()


main([test_results, test_purge, test_papers])
