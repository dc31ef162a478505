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
import sys

from trh_ui import App, extents, has_state, is_visible, key, pyatspi, run, type_text

PROGRAM = sys.argv[1]
SEASON = os.path.join(os.environ["TRH_SEEDS"], "saison-exemple.transhumance")
NEW, SAMPLE, OPEN = "^New season$", "^Open the sample season$", "^Open a file…$"


def home(*names):
    """A path in the home of this run, which headless.sh made and will remove."""
    return os.path.join(os.environ["HOME"], *names)


def fresh_home():
    """Forgets what an earlier step left: settings, drafts, recent files."""
    for folder in (os.environ["XDG_DATA_HOME"], os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0")):
        shutil.rmtree(folder, ignore_errors=True)


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

    def __init__(self, *options, env=None):
        super().__init__([PROGRAM, *options], env=env)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is None:
            self.close()
        else:
            self.process.kill()
            self.process.wait()

    def window(self):
        """The X window with the focus, by its title."""
        return run("xdotool", "getactivewindow", "getwindowname")

    def button(self, name, seconds=8):
        return self.get("button", name, seconds=seconds)

    def press(self, name):
        """Clicks a button once it can be pressed."""
        self.wait(lambda: has_state(self.find("button", name), pyatspi.STATE_SENSITIVE), f"button “{name}” to press")
        self.click(self.find("button", name))

    def says(self, text, role="label", seconds=8):
        """Waits until a label says something, word for word or as a pattern."""
        return self.get(role, text, seconds=seconds)

    def saved(self, seconds=10):
        """Waits until the line under the title says that everything is in the file."""
        return self.says(r"\.transhumance · Saved$", seconds=seconds)

    def status(self, text):
        """Waits until the line below the pages says so."""
        return self.wait(lambda: next((label for label in self.find_all(None, text)
                                       if label.getRole() in (pyatspi.ROLE_STATUS_BAR, pyatspi.ROLE_LABEL)
                                       and extents(label).y > extents(self.frame().getChildAtIndex(0)).height - 60), None),
                         f"the status line to say “{text}”")

    def frame(self):
        """The main window on top."""
        return next(window for window in self.windows() if window.getRole() == pyatspi.ROLE_FRAME)

    def focus_is(self, role=None, name=".", inside=None):
        """Waits until the keyboard is on a thing, or in one."""
        def there():
            thing = self.focused()
            if thing is None or not re.search(name, thing.name or ""):
                return None
            if role is not None and thing not in list(self.find_all(role, name, visible=False)):
                return None
            parent = thing
            while inside is not None and parent is not None and not re.search(inside, parent.name or ""):
                parent = parent.parent
            return thing if parent is not None else None
        return self.wait(there, f"the focus on {role or 'something'} “{name}”" + (f" in “{inside}”" if inside else ""))

    def choose_in_dialog(self, path):
        """Types a path in GTK's own file dialog and confirms it."""
        self.get("dialog", visible=True)
        self.wait(lambda: self.window() in ("Open a Season", "Save the Season"), "the file dialog in front")
        key("ctrl+l", "ctrl+a")
        type_text(path)
        key("Return")
