# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost: killed in the middle of an edit, a file that others hold, change or damage, a full disk.

TRH_KILLS says how many times the window is killed; a few by default.
"""
import fcntl
import os
import random
import signal
import subprocess
import time

from trh_app import Planner, fresh_home, home, read, season_file, write
from trh_ui import Failure, key, main

N_ARTISTS = 14
KILLS = int(os.environ.get("TRH_KILLS", "5"))
STATE = os.path.join(os.environ["XDG_STATE_HOME"], "transhumances")


def n_artists(path):
    return len(read(path)["artists"])


def journals():
    return [os.path.join(folder, name) for folder, _, names in os.walk(STATE) for name in names if name.endswith(".journal")]


def count_shown(app):
    return int(app.get("item", r"^Artists, \d+ artists$").name.split()[1])


def test_killed_while_editing():
    """Whatever the moment: at most the last second is lost, and every step can be taken back."""
    seed = int(os.environ.get("TRH_SEED", random.randrange(2 ** 32)))
    chance = random.Random(seed)
    print(f"# seed {seed}, {KILLS} kills")
    losses = []
    for n in range(KILLS):
        fresh_home()
        path = season_file("killed.transhumance")
        with Planner(path, "--page", "artists") as app:
            app.get("button", "^Add an artist")
            shown = []
            deadline = time.monotonic() + chance.uniform(0.3, 5.0)
            while time.monotonic() < deadline:
                app.press("^Add an artist")
                shown.append(time.monotonic())
            app.process.send_signal(signal.SIGKILL)
            killed_at = time.monotonic()
            app.process.wait()
        read(path)  # the file is a whole one, of whatever moment
        old = sum(1 for moment in shown if killed_at - moment > 1)
        with Planner(path, "--page", "artists") as app:
            kept = count_shown(app) - N_ARTISTS
            losses.append(len(shown) - kept)
            if kept < old:
                raise Failure(f"seed {seed}, kill {n}: {kept} edits of {len(shown)}, {old} older than a second")
            if kept:
                # a click may come before a window that has just appeared listens to it
                app.wait(lambda: app.find("item", "^Add artist, .*you are here") or app.press_row("^History$"), "the history")
                key("ctrl+z")
                app.wait(lambda: count_shown(app) == N_ARTISTS + kept - 1, "one step to be taken back")
                key("ctrl+y")
                app.wait(lambda: count_shown(app) == N_ARTISTS + kept, "it to be done again")
                for _ in range(kept):
                    key("ctrl+z")
                app.wait(lambda: count_shown(app) == N_ARTISTS, "every step to be taken back")
            key("ctrl+q")
            app.ended()
        assert n_artists(path) == N_ARTISTS
        assert not journals(), "a good end leaves no journal"
    print(f"# edits lost per kill: {losses}, the most {max(losses)}")


def test_work_is_taken_up_again():
    """The start page lists it; the window says what was taken up."""
    fresh_home()
    path = season_file("again.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.add_artist()
        app.wait(lambda: journals() and b'"do"' in open(journals()[0], "rb").read(), "the edit in the journal", 1)
        assert n_artists(path) == N_ARTISTS, "the file follows later"
        app.process.kill()
        app.process.wait()
    with Planner("--page", "artists") as app:
        app.get("label", "^Work that was interrupted$")
        app.press_row(r"^Go on with the work of \w+ \d+ \w+ \d{4}, \d+")
        app.get("label", "^1 change of the last session was not in the file yet: it was taken up again")
        app.get("item", "^Artists, 15 artists$")
        app.saved()
        app.shot("taken-up")
        key("ctrl+z")
        app.get("item", "^Artists, 14 artists$")


def test_a_damaged_end_of_the_journal():
    fresh_home()
    path = season_file("torn.transhumance")
    with Planner(path, "--page", "artists") as app:
        for n in (15, 16):
            app.press("^Add an artist")
            app.get("item", f"^Artists, {n} artists$")
        app.wait(lambda: journals() and open(journals()[0], "rb").read().count(b'"do",') >= 2, "both edits in the journal")
        app.process.kill()
        app.process.wait()
    (journal,) = journals()
    os.truncate(journal, os.path.getsize(journal) - 3)
    with Planner(path) as app:
        app.get("label", "The end of its journal was damaged and was set aside")
        app.saved()
    assert [name for _, _, names in os.walk(STATE) for name in names if name.endswith(".damaged")]


def test_open_elsewhere():
    """Another computer holds the file: here it is looked at, or a copy is opened."""
    fresh_home()
    path = season_file("shared.transhumance")
    with open(home(".shared.transhumance.lock"), "w", encoding="utf-8") as lock:
        lock.write("Marie on studio")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with Planner(path, "--page", "artists") as app:
            app.title(r"^shared\.transhumance · Read only$")
            app.get("label", r"^This season is open elsewhere \(Marie on studio\)")
            app.shot("open-elsewhere")
            app.press("^Add an artist")
            app.status("open elsewhere")
            app.get("item", "^Artists, 14 artists$")
            app.press("^Open a Copy$")
            app.title("^Not saved to a file yet$")
    assert n_artists(path) == N_ARTISTS


def change_outside(path, name):
    season = read(path)
    season["artists"][0]["name"] = name
    write(path + ".new", season)
    os.replace(path + ".new", path)


def test_changed_by_another_program():
    fresh_home()
    path = season_file("both.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.title(r"^both\.transhumance · Saved$")
        change_outside(path, "Renamed by another")
        app.get("label", r"^both\.transhumance was changed by another program")
        app.title(r"^both\.transhumance · Changed elsewhere$")
        app.add_artist()
        app.press("^Choose What to Keep…$")
        app.get("label", "In the other version:\nChanged: Renamed by another\nRemoved: New artist")
        app.shot("what-to-keep")
        app.press("(^| )Keep Both$")
        app.get("label", r"^Your version is now “both \(.*\)\.transhumance”")
    (mine,) = [name for name in os.listdir(home()) if name.startswith("both (") and name.endswith(".transhumance")]
    assert n_artists(home(mine)) == 15
    assert read(path)["artists"][0]["name"] == "Renamed by another" and n_artists(path) == N_ARTISTS

    fresh_home()
    path = season_file("theirs.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.title(r"^theirs\.transhumance · Saved$")
        change_outside(path, "Renamed by another")
        app.press("^Choose What to Keep…$")
        app.press("(^| )Take the Other$")
        app.get("label", "^Renamed by another$")
        app.saved()
        key("ctrl+z")
        app.gone("label", "^Renamed by another$")
        app.saved()
    assert read(path)["artists"][0]["name"] != "Renamed by another"


def test_a_damaged_file_has_kept_versions():
    fresh_home()
    path = season_file("spoilt.transhumance")
    with Planner(path, "--page", "artists") as app:
        app.add_artist()
        app.saved()
        key("ctrl+q")
        app.ended()
    os.truncate(path, 1000)
    with Planner(path, "--page", "artists") as app:
        app.get("label", r"^“spoilt\.transhumance” cannot be opened$")
        app.get("label", "Its version of .* was kept")
        app.shot("kept-version")
        app.press("(^| )Open the Kept Version$")
        app.get("label", r"The damaged file is kept as “spoilt \(damaged\)\.transhumance”")
        app.get("item", "^Artists, 15 artists$")  # the version, and what its history knows
        app.saved()
        key("ctrl+z")
        app.get("item", "^Artists, 14 artists$")
        app.saved()
    assert n_artists(path) == N_ARTISTS
    assert os.path.getsize(home("spoilt (damaged).transhumance")) == 1000


def test_a_full_disk():
    """Said in words; the old file stays; it is saved when there is room again."""
    fresh_home()
    stick = home("stick")
    os.makedirs(stick, exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", stick], capture_output=True, check=False).returncode:
        print("# SKIP the full disk: no permission to mount one")
        return
    try:
        path = season_file("stick/season.transhumance")
        before = read(path)
        with Planner(path, "--page", "artists") as app:
            app.title(r"^season\.transhumance · Saved$")
            with open(os.path.join(stick, "filler"), "wb", buffering=0) as filler:
                try:
                    while filler.write(b"x" * 4096):
                        pass
                except OSError:
                    pass
            app.add_artist()
            app.get("label", "the disk is full. The previous version is untouched")
            app.title(r"^season\.transhumance · Not saved$")
            app.shot("full-disk")
            assert read(path) == before
            os.unlink(os.path.join(stick, "filler"))
            app.title(r"^season\.transhumance · Saved$", 20)
            app.gone("button", "^Save elsewhere…$")
        assert n_artists(path) == 15
    finally:
        subprocess.run(["umount", stick], check=False)


def test_a_home_that_cannot_be_written():
    """No journal can be made: said, and the file is saved all the same."""
    fresh_home()
    path = season_file("readonly.transhumance")
    os.makedirs(os.path.dirname(STATE), exist_ok=True)
    write(STATE, "no folder")  # permissions do not stop root
    try:
        with Planner(path, "--page", "artists") as app:
            app.press("^Add an artist")
            app.get("label", "^A change is safe only once the file is saved: the journal cannot be written")
            app.saved()
        assert n_artists(path) == 15
    finally:
        os.unlink(STATE)


main([test_work_is_taken_up_again, test_killed_while_editing, test_a_damaged_end_of_the_journal, test_open_elsewhere,
      test_changed_by_another_program, test_a_damaged_file_has_kept_versions, test_a_full_disk,
      test_a_home_that_cannot_be_written])
