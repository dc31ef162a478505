# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start page: three ways to begin, and what an earlier day has left."""
import datetime
import os

from trh_app import NEW, OPEN, SAMPLE, Planner, drafts, fresh_home, home, read, season_file, write
from trh_tree import State
from trh_ui import key, main

CLOSED = ("^Undo", "^Redo", "alerts?. Open the list", "^Search the season", "^Show the details", "^Show the list of pages")


def test_three_ways_to_begin():
    fresh_home()
    with Planner() as app:
        places = [app.get("button", name).extents() for name in (SAMPLE, NEW, OPEN)]
        assert places[0].y < places[1].y < places[2].y
        with open(f"/proc/{app.process.pid}/coredump_filter", encoding="ascii") as file:
            assert int(file.read(), 16) == 0, "a crash would leave what is voted in a file"
        assert app.find("label", "^Recent seasons$") is None and app.find("label", "^Work without a file$") is None
        for name in CLOSED:
            assert app.find("button", name) is None, f"{name} has nothing to do yet"
        key("ctrl+f", "F8", "ctrl+z", "alt+2")  # nothing to search, to repair, to undo or to show
        app.tab_to("button", OPEN)
        key("Return")
        app.in_front("Open a Season")
        key("Escape")
        app.in_front("^Transhumances$")
        app.tab_to("button", SAMPLE, backward=True)
        key("Return")
        app.title("^Not saved to a file yet$")
        app.get("button", "2 alerts. Open the list")


def test_a_new_season():
    fresh_home()
    today = datetime.date.today()
    year = today.year + (today.month >= 9)
    path = home("new.transhumance")
    with Planner() as app:
        app.press(NEW)
        app.get("label", f"^Season {year}$")
        app.title("^Not saved to a file yet$")
        app.wait(lambda: not app.find("button", "^Undo$").has_state(State.SENSITIVE), "nothing to undo")
        key("ctrl+s")  # it has no name yet: asks for one
        app.choose_file(path, "Save the Season")
        app.title(r"^new\.transhumance · Saved$")
    season = read(path)
    assert season["season"]["first-day"] == f"{year}-06-01" and season["season"]["last-day"] == f"{year}-09-30"
    assert [valley["name"] for valley in season["valleys"]] == ["Buëch", "Ventoux"]


def test_recent_files():
    fresh_home()
    kept, lost = season_file("kept.transhumance"), season_file("lost.transhumance")
    for path in (kept, lost):
        with Planner(path) as app:
            app.saved()
            key("ctrl+q")
            app.ended()
    os.unlink(lost)
    with Planner() as app:
        app.get("label", "^Recent seasons$")
        rows = [row.name for row in app.find_all("item")]
        app.get("label", "^The file is no longer there$")
        app.press_row(r"^lost\.transhumance")
        app.get("label", "^Recent seasons$")  # still here: a row without a file opens nothing
        assert app.find("label", "cannot be opened") is None, rows
        app.press("^Remove “lost.transhumance” from the list$")
        app.gone("label", "^The file is no longer there$")
        app.press_row(r"^kept\.transhumance")
        app.title(r"^kept\.transhumance · Saved$")
    with Planner() as app:
        app.get("item", r"^kept\.transhumance")
        assert app.find("item", r"^lost\.transhumance") is None, "a row that was removed came back"


def test_a_draft_after_a_crash():
    fresh_home()
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        app.title("^Not saved to a file yet · Draft kept$")
        app.process.kill()
        app.process.wait()
    (draft,) = drafts()
    with Planner("--page", "artists") as app:
        app.get("label", "^Work without a file$")
        app.click(app.get("item", r"^Go on with the work of \w+ \d+ \w+ \d{4}, \d+"))
        app.get("button", "^Add an artist")
        app.get("item", "^Artists, 15 artists$")
        key("alt+2")
        app.add_artist()
        app.wait(lambda: len(read(draft)["artists"]) == 16, "the same draft to grow")
        key("ctrl+w")
        app.press("^Do Not Save$")
        app.ended()
    assert not drafts(), drafts()


def test_a_draft_with_a_vote():
    """Keys and urns say nothing without the season: its draft cannot be thrown away."""
    fresh_home()
    seeds = home("seeds")
    os.mkdir(seeds)
    for name in os.listdir(os.environ["TRH_SEEDS"]):
        if name != "saison-exemple.transhumance":
            os.symlink(os.path.join(os.environ["TRH_SEEDS"], name), os.path.join(seeds, name))
    season = read(season_file("with-a-vote.transhumance"))
    season["polls"][0].update({"state": "ready", "public-key": "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk="})
    season["results"] = []
    write(os.path.join(seeds, "saison-exemple.transhumance"), season)
    with Planner("--sample", "--page", "artists", env={"TRH_SEEDS": seeds}) as app:
        app.add_artist()
        app.title("^Not saved to a file yet · Draft kept$")
        key("ctrl+w")
        app.get("label", "the vote “Quels artistes aimeriez-vous accueillir")
        assert app.find("button", "^Do Not Save$") is None
        app.press("^Keep the Draft$")
        app.ended()
    (draft,) = drafts()
    assert len(read(draft)["artists"]) == 15
    with Planner() as app:
        app.click(app.get("item", "^Go on with the work of"))
        app.get("item", "^Artists, 15 artists$")


def test_a_spoilt_draft_is_refused():
    fresh_home()
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        app.title("^Not saved to a file yet · Draft kept$")
        app.process.kill()
        app.process.wait()
    (draft,) = drafts()
    os.truncate(draft, 400)
    with Planner() as app:
        app.click(app.get("item", "^Go on with the work of"))
        app.get("label", "cannot be opened$")
        app.press("^Close$")
        app.get("button", SAMPLE)
        app.wait(lambda: app.focused() is not None, "the focus on the start page")
    assert drafts() == [draft], "what cannot be read is not thrown away"


main([test_three_ways_to_begin, test_a_new_season, test_recent_files, test_a_draft_after_a_crash,
      test_a_draft_with_a_vote, test_a_spoilt_draft_is_refused])
