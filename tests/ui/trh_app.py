# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The planner itself, as a person meets it: its title, its menu, its dialogs, its files.

What a test says about the program it reads from the window, and what it says about a file it
reads from the disk: never from the program's own variables.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import time

from trh_tree import Role, State
from trh_ui import App, Failure, key, run, type_text

PROGRAM = sys.argv[1]
SEASON = os.path.join(os.environ["TRH_SEEDS"], "saison-exemple.transhumance")
NEW, SAMPLE, OPEN = "^New season$", "^Open the sample season$", "^Open a file…$"


def home(*names):
    """A path in the home of this run, which headless.sh made and will remove."""
    return os.path.join(os.environ["HOME"], *names)


def fresh_home():
    """Forgets what an earlier step left: settings, drafts, recent files."""
    for folder in (os.environ["XDG_DATA_HOME"], os.environ["XDG_STATE_HOME"], os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0")):
        shutil.rmtree(folder, ignore_errors=True)


def drafts():
    """The seasons without a name that the program keeps."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "transhumances", "drafts")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))] if os.path.isdir(folder) else []


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, content):
    """Writes a season (or any text) to a file of this home; returns its path."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False))
    return path


def season_file(name, change=None):
    """A copy of the sample season under a name, changed by a function."""
    content = read(SEASON)
    if change is not None:
        change(content)
    return write(home(name), content)


class Planner(App):
    """The program, with the few things that every step does."""

    n_started = 0

    def __init__(self, *options, env=None):
        Planner.n_started += 1
        shots = os.environ.get("TRH_SHOTS") or home("shots")
        super().__init__([PROGRAM, *options], shots=os.path.join(shots, f"{Planner.n_started:02d}"), env=env)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is None:
            self.close()
        elif self.process.poll() is None:
            self.shot("failure")
            self.process.kill()
            self.process.wait()

    def frame(self):
        """The main window on top."""
        return next(window for window in reversed(self.windows()) if window.role == Role.FRAME)

    def press(self, name):
        """Clicks a button once it can be pressed."""
        self.wait(lambda: self.find("button", name).has_state(State.SENSITIVE), f"button “{name}” to press")
        self.click(self.find("button", name))

    def press_row(self, name):
        """Clicks a row; lists are filled anew while we look."""
        self.wait(lambda: self.click(self.find("item", name)) or True, f"row “{name}” to press")

    def title(self, text, seconds=8):
        """Waits until the line under the title says so: the file, and whether it is saved."""
        return self.get("label", text, seconds=seconds)

    def saved(self):
        """Waits until the line under the title says that everything is in the file."""
        return self.title(r"\.transhumance · Saved$", 12)

    def status(self, text):
        """Waits until the line below the pages says so."""
        return self.get("status", text)

    def page(self, name):
        """Waits until a page is the chosen one in the list of pages."""
        return self.wait(lambda: self.find("item", name).has_state(State.SELECTED), f"the page “{name}” to be shown")

    def add_artist(self):
        """One edit that every season allows; its label is “Add artist”."""
        self.press("^Add an artist")
        self.status("^Add artist$")

    def in_front(self, title):
        """Waits until a window with that title has the keyboard."""
        self.wait(lambda: re.search(title, run("xdotool", "getactivewindow", "getwindowname")), f"the window “{title}” in front")

    def choose_file(self, path, title):
        """Types a path in GTK's own file dialog and confirms it."""
        self.in_front(title)
        key("ctrl+l", "ctrl+a")
        type_text(path)
        self.wait(lambda: any(entry.text() == path for entry in self.find_all("entry")), "the path to be typed")
        self.confirm_file(title)

    def confirm_file(self, title, each_s=3):
        """Presses the button of GTK's file dialog. That one ignores it until it has looked at the folder that was
        typed, and does not show when it has: so it is pressed again, as a person would."""
        pressed_s = 0

        def is_gone():
            nonlocal pressed_s
            if re.search(title, run("xdotool", "getactivewindow", "getwindowname")) is None:
                return True
            if time.monotonic() - pressed_s > each_s:
                pressed_s = time.monotonic()
                self.find("button", "(^| )(Open|Save)$").act()
            return False

        self.wait(is_gone, "the file dialog to go")

    def ended(self, seconds=8):
        """Waits for a good end of the program."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.shot("failure")
            raise Failure("the program goes on") from None
        if status != 0:
            raise Failure(f"the program ended with {status}\n{self.log()[-2000:]}")
