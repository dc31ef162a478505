# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open, save, close, end: what the window does with the file of a season."""
import os
import signal

from trh_app import SAMPLE, SEASON, Planner, drafts, fresh_home, home, read, season_file, write
from trh_ui import describe, key, main

LOST = "00000000-0000-4000-8000-000000000000"


def n_artists(path):
    return len(read(path)["artists"])


def lose_references(season):
    season["stays"][3]["artist"] = LOST
    season["encounters"][1]["venue"] = LOST


def come_from_later(season):
    season["version"] = 2
    season["weather"] = {"mistral": [1, 2, 3]}
    season["artists"][0]["aura"] = "mauve"


def test_open_by_argument_and_autosave():
    fresh_home()
    path = season_file("season.transhumance")
    before = read(path)
    with Planner(path, "--page", "artists") as app:
        line = app.title(r"^season\.transhumance · Saved$")
        app.press("^Add an artist")
        app.wait(lambda: n_artists(path) == 14 and line.name == "season.transhumance · Not saved yet",
                 "the file to be let alone for a moment")
        app.saved()
    after = read(path)
    assert len(after["artists"]) == len(before["artists"]) + 1
    assert after["stays"] == before["stays"] and after["season"] == before["season"]


def test_open_by_dialog_and_save_as():
    fresh_home()
    path = season_file("été.transhumance")
    with Planner() as app:
        app.get("button", SAMPLE)
        key("ctrl+o")
        app.choose_file(path, "Open a Season")
        app.title(r"^été\.transhumance · Saved$")
        key("ctrl+shift+s")
        app.choose_file(home("hiver"), "Save the Season")
        line = app.title(r"^hiver\.transhumance · Saved$")
        app.status("^Saved$")
        key("alt+2")
        app.press("^Add an artist")
        app.wait(lambda: line.name == "hiver.transhumance · Not saved yet", "the title to say that it is not saved")
        key("ctrl+s")
        app.saved()
    assert n_artists(home("hiver.transhumance")) == 15
    assert n_artists(path) == 14, "the first file was left alone"


def test_one_file_one_window():
    fresh_home()
    path = season_file("once.transhumance")
    with Planner(path) as app:
        app.title(r"^once\.transhumance")
        key("ctrl+o")
        app.choose_file(path, "Open a Season")
        app.in_front("^Transhumances artistiques")
        key("ctrl+o")
        app.choose_file(season_file("twice.transhumance"), "Open a Season")
        app.title(r"^twice\.transhumance")
        frames = [window for window in app.windows() if app.find("label", r"(once|twice)\.transhumance", window)]
        assert len(frames) == 2, f"{len(frames)} windows"


def test_close_a_changed_draft():
    fresh_home()
    saved = home("named.transhumance")
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        app.title("^Not saved to a file yet · Draft kept$")
        for _ in range(2):  # Cancel keeps the window, and so does Cancel in the file dialog
            key("ctrl+w")
            app.get("label", "^Save the season before closing")
            app.press("^Cancel$")
            app.gone("label", "^Save the season before closing")
            key("ctrl+w")
            app.press("^Save…$")
            app.in_front("Save the Season")
            key("Escape")
            app.in_front("^Transhumances artistiques")
        key("ctrl+w")
        app.press("^Save…$")
        app.choose_file(saved, "Save the Season")
        app.ended()
        assert n_artists(saved) == 15
        assert not drafts(), drafts()


def test_let_a_draft_go():
    fresh_home()
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        app.title("^Not saved to a file yet · Draft kept$")
        assert len(drafts()) == 1, drafts()
        key("ctrl+w")
        app.press("^Do Not Save$")
        app.ended()
        assert not drafts(), drafts()


def test_an_untouched_draft_asks_nothing():
    fresh_home()
    with Planner("--sample") as app:
        app.title("^Not saved to a file yet$")
        key("ctrl+q")
        app.ended()


def test_found_again():
    fresh_home()
    path = season_file("again.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.add_artist()
        key("ctrl+q")  # at once: what is not saved yet is saved before the end
        app.ended()
    assert n_artists(path) == 15
    with Planner(path, "--page", "artists") as app:
        app.get("item", "^Artists, 15 artists$")
        app.get("label", "^New artist$")


def test_references_that_lead_nowhere():
    fresh_home()
    path = season_file("lost.transhumance", lose_references)
    with Planner(path, "--page", "artists") as app:
        app.get("label", "^2 references in this file lead nowhere")
        app.press("^Show them$")
        body = app.get("label", rf"^stays\[3\]\.artist: .*{LOST}").name
        assert f"encounters[1].venue: there is no “{LOST}”" in body, body
        app.press("^Close$")
        app.gone("label", r"^stays\[3\]")
        app.add_artist()
        app.saved()
        app.press("^Close this message$")
        app.gone("label", "lead nowhere; they")
    season = read(path)
    assert season["stays"][3]["artist"] == LOST and season["encounters"][1]["venue"] == LOST
    assert len(season["artists"]) == 15


def test_a_file_of_a_newer_version():
    fresh_home()
    path = season_file("later.transhumance", come_from_later)
    with open(path, "rb") as file:
        before = file.read()
    with Planner(path, "--page", "artists") as app:
        app.title(r"^later\.transhumance · Read only$")
        app.get("label", "^This season was written by a newer version", app.frame())
        app.press("^Close this message$")
        app.gone("label", "^This season was written by a newer version")
        app.get("label", "^Ana Ruiz$")
        app.press("^Add an artist")
        app.get("label", "^This season was written by a newer version")  # a toast
        app.status("^This season was written by a newer version.*only be looked at$")
        app.get("item", "^Artists, 14 artists$")
        key("F8", "alt+Return")  # a repair is an edit too
        app.status("^This season was written by a newer version.*only be looked at$")
        key("ctrl+s")
        app.status("^This season was written by a newer version")
        key("ctrl+q")
        app.ended()
    with open(path, "rb") as file:
        assert file.read() == before, "a file that can only be looked at was written"


def refused(app, path, heading, why):
    key("ctrl+o")
    app.choose_file(path, "Open a Season")
    app.get("label", heading)
    said = app.get("label", why).name
    app.press("^Close$")
    app.gone("label", heading)
    return said


def test_refused_files_leave_the_window_as_it_is():
    fresh_home()
    with open(SEASON, encoding="utf-8") as file:
        text = file.read()
    cut = write(home("cut.transhumance"), text[:len(text) // 2])
    other = write(home("other.transhumance"), {"format": "recipe", "version": 1})
    wrong = season_file("wrong.transhumance", lambda season: season["stays"][3].update({"last-day": "2027-06-31"}))
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        was = app.wait(app.focused, "the focus in the new artist")
        line = text[:len(text) // 2].count("\n") + 1
        refused(app, cut, r"^“cut\.transhumance” cannot be opened$", rf"\b{line}\b")
        refused(app, other, r"^“other\.transhumance” cannot be opened$", "(?i)format|season|Transhumances")
        refused(app, wrong, r"^“wrong\.transhumance” cannot be opened$", r"stays\[3\]\.last-day: .*2027-06-31")
        app.status("cannot be opened$")
        app.get("item", "^Artists, 15 artists$")
        app.title("^Not saved to a file yet")
        app.wait(lambda: app.focused() == was, f"the focus where it was, on {describe(was)}")
    with Planner(cut) as app:
        app.get("label", r"^“cut\.transhumance” cannot be opened$")
        app.press("^Close$")
        app.get("button", SAMPLE)


def test_the_end_of_the_session_saves():
    fresh_home()
    path = season_file("term.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.add_artist()
        app.process.send_signal(signal.SIGTERM)
        app.ended()
    assert n_artists(path) == 15
    with Planner("--sample", "--page", "artists") as app:
        app.add_artist()
        app.process.send_signal(signal.SIGTERM)
        app.ended()
    (draft,) = drafts()
    assert n_artists(draft) == 15


def test_a_folder_that_refuses():
    """Saving fails: the banner says why, the work stays, another place can be chosen."""
    fresh_home()
    os.makedirs(home("closed"), exist_ok=True)
    path = season_file("closed/season.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.title(r"^season\.transhumance · Saved$")
        os.rename(home("closed"), home("gone"))  # as when a USB stick is pulled out; permissions do not stop root
        write(home("closed"), "not a folder")
        app.press("^Add an artist")
        app.title(r"^season\.transhumance · Not saved$", 12)
        app.press("^Save elsewhere…$")
        app.choose_file(home("elsewhere.transhumance"), "Save the Season")
        app.title(r"^elsewhere\.transhumance · Saved$")
        app.gone("button", "^Save elsewhere…$")
    assert n_artists(home("elsewhere.transhumance")) == 15


main([test_open_by_argument_and_autosave, test_open_by_dialog_and_save_as, test_one_file_one_window,
      test_close_a_changed_draft, test_let_a_draft_go, test_an_untouched_draft_asks_nothing, test_found_again,
      test_references_that_lead_nowhere, test_a_file_of_a_newer_version,
      test_refused_files_leave_the_window_as_it_is, test_the_end_of_the_session_saves, test_a_folder_that_refuses])
