# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window as a person does: finds things by role and name, clicks, types, drags, looks.

Run under headless.sh, with the system's Python (pyatspi comes from Debian). Nothing sleeps for a
fixed time: wait () polls a condition until it holds or its time is over.

What GTK 4.8 does with AT-SPI, and how this file lives with it:
- role names change between versions: only numbers are compared;
- coordinates are those of the window: the X window's origin and its invisible border are added;
- "showing" is never set: a thing is visible when its extents are sane;
- focus cannot be set from outside: click, or Tab.
"""
import os
import re
import signal
import subprocess
import sys
import time
import traceback

try:
    import pyatspi
    from gi.repository import GLib
except ImportError:
    print("1..0 # SKIP python3-pyatspi is not installed")
    sys.exit(77)

BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
ROLES = {
    "alert": (pyatspi.ROLE_ALERT,), "button": BUTTONS, "check": (pyatspi.ROLE_CHECK_BOX,),
    "combo": (pyatspi.ROLE_COMBO_BOX,), "dialog": (pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT),
    "entry": (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT), "group": (pyatspi.ROLE_PANEL, pyatspi.ROLE_GROUPING),
    "heading": (pyatspi.ROLE_HEADING,), "image": (pyatspi.ROLE_IMAGE,), "item": (pyatspi.ROLE_LIST_ITEM,),
    "label": (pyatspi.ROLE_LABEL,), "link": (pyatspi.ROLE_LINK,), "list": (pyatspi.ROLE_LIST,),
    "menuitem": (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM),
    "radio": (pyatspi.ROLE_RADIO_BUTTON,), "spin": (pyatspi.ROLE_SPIN_BUTTON,), "switch": (pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX),
    "status": (pyatspi.ROLE_STATUS_BAR,), "tab": (pyatspi.ROLE_PAGE_TAB,), "table": (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE),
    "toolbar": (pyatspi.ROLE_TOOL_BAR,), "window": (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW, pyatspi.ROLE_DIALOG),
}
MOST_CHILDREN = 400
BAD_LINE = re.compile(r"(CRITICAL|WARNING) \*\*|-(CRITICAL|WARNING) \*\*|: (CRITICAL|WARNING)|ERROR:|Gtk-ERROR")
# Said by the accessibility bus and by GTK 4.8 about AT-SPI itself, never by us.
# The timeline is drawn one frame late when its page is left right after an undo; the next frame is right.
IGNORED = ("dbus-daemon", "dbind-WARNING", "Screen coordinates not supported", "SpiRegistry",
           "Trying to snapshot TrhTimeline")


class Failure(Exception):
    """What a person expected did not happen."""


def run(*command):
    """The output of a command, stripped."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def key(*names):
    """Presses keys one after the other, such as "Tab" or "ctrl+z"."""
    for name in names:
        run("xdotool", "key", "--clearmodifiers", name)


def type_text(text):
    """Types as on a keyboard."""
    run("xdotool", "type", "--clearmodifiers", "--delay", "15", text)


def extents(thing):
    """Place in its window: x, y, width, height."""
    return thing.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def children(thing):
    """What is in a thing. Screens change while we look: what has just died is left out."""
    try:
        count = min(thing.childCount, MOST_CHILDREN)
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = thing.getChildAtIndex(i)
            if child is not None:
                child.getRole()  # fails for a dead one
        except GLib.Error:
            thing.clear_cache()  # the list of children was an old one
            continue
        if child is not None:
            yield child


def walk(thing):
    """The thing and all that is in it, parents first."""
    yield thing
    for child in children(thing):
        yield from walk(child)


def is_visible(thing):
    """Whether it has a sane place: what is hidden has none."""
    try:
        place = extents(thing)
    except (NotImplementedError, GLib.Error):
        return False
    return 0 < place.width < 10000 and 0 < place.height < 10000


def has_state(thing, state):
    return thing.getState().contains(state)


def text_of(thing):
    """The text of an entry; getText (0, -1) is empty in GTK 4.8."""
    text = thing.queryText()
    return text.getText(0, text.characterCount)


def describe(thing):
    """Where a thing is, for people: the last few names above it."""
    path = []
    while thing is not None and thing.getRole() != pyatspi.ROLE_APPLICATION and len(path) < 5:
        path.append(f"{thing.getRoleName()} “{thing.name}”")
        thing = thing.parent
    return " in ".join(path)


class App:
    """A program that was started, with its log, its accessible tree and a folder for screenshots."""

    running = []

    def __init__(self, command, shots=None, env=None):
        self.name = os.path.basename(command[0])
        self.shots = shots or os.environ.get("TRH_SHOTS") or os.path.join(os.environ["HOME"], "shots")
        os.makedirs(self.shots, exist_ok=True)
        self.log_path = os.path.join(self.shots, f"{self.name}.log")
        self.n_shots = 0
        with open(self.log_path, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT,
                                            env={**os.environ, **(env or {})})
        App.running.append(self)
        self.root = None
        self.wait(self._find_root, f"{self.name} on the accessibility bus", 20)

    def _find_root(self):
        # The registry may list dead programs for a moment, and a program may have no name: take ours.
        for app in children(pyatspi.Registry.getDesktop(0)):
            if app.get_process_id() == self.process.pid and app.childCount > 0:
                self.root = app
                return True
        return False

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def shot(self, name):
        """A screenshot of the whole screen; returns its path."""
        self.n_shots += 1
        path = os.path.join(self.shots, f"{self.n_shots:02d}-{name}.png")
        run("import", "-window", "root", path)
        return path

    def wait(self, condition, what, seconds=20):
        """Polls until the condition holds; returns what it returned. Sanitized programs get more time (TRH_PATIENCE)."""
        seconds *= float(os.environ.get("TRH_PATIENCE", "1"))
        end = time.monotonic() + seconds
        trouble = ""
        while time.monotonic() < end:
            try:
                result = condition()
                if result:
                    return result
            except Exception as error:  # things die while we look at them: look again
                trouble = f" ({error})"
            if self.process.poll() is not None:
                break
            time.sleep(0.03)
        if self.root is not None:
            self.shot("failure")
        raise Failure(f"waited {seconds} s in vain for: {what}{trouble}\n{self.log()[-2000:]}")

    def windows(self):
        return [window for window in children(self.root)]

    def find_all(self, role, name=".", inside=None, visible=True):
        """Visible things of a role whose name matches a regular expression."""
        if role == "window":  # what the program shows on top, whatever role it gives itself
            yield from (window for window in self.windows() if re.search(name, window.name or ""))
            return
        roots = [inside] if inside is not None else reversed(self.windows())
        for root in roots:
            for thing in walk(root):
                if (role is None or thing.getRole() in ROLES[role]) and re.search(name, thing.name or "") \
                        and (not visible or is_visible(thing)):
                    yield thing

    def find(self, role, name=".", inside=None):
        return next(self.find_all(role, name, inside), None)

    def get(self, role, name=".", inside=None, seconds=20):
        """Waits for a thing."""
        return self.wait(lambda: self.find(role, name, inside), f"{role} “{name}”", seconds)

    def gone(self, role, name, seconds=20):
        self.wait(lambda: self.find(role, name) is None, f"no more {role} “{name}”", seconds)

    def focused(self):
        """What has the keyboard focus, innermost."""
        found = None
        windows = self.windows()
        active = [window for window in windows if has_state(window, pyatspi.STATE_ACTIVE)]
        for window in active or windows[-1:]:  # a window that calls itself a dialog does not say that it is active
            for thing in walk(window):
                if has_state(thing, pyatspi.STATE_FOCUSED):
                    found = thing
        return found

    def _origin(self, thing):
        """Where a point (0, 0) of the thing's window is on the screen."""
        window = thing
        while window.parent.getRole() != pyatspi.ROLE_APPLICATION:
            window = window.parent
        content = extents(window.getChildAtIndex(0))  # the window without its invisible border
        best = None
        for number in run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).split():
            place = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", number).split())
            title = run("xdotool", "getwindowname", number)
            width, height = int(place["WIDTH"]), int(place["HEIGHT"])
            misfit = (title != window.name, abs(width - content.width) + abs(height - content.height))
            if best is None or misfit < best[0]:
                best = (misfit, int(place["X"]) + (width - content.width) // 2 - content.x,
                        int(place["Y"]) + (height - content.height) // 2 - content.y)
        if best is None:
            raise Failure(f"no window on the screen has {describe(thing)}")
        return best[1], best[2]

    def center(self, thing):
        """The middle of a thing on the screen."""
        x, y = self._origin(thing)
        place = extents(thing)
        return x + place.x + place.width // 2, y + place.y + place.height // 2

    def reveal(self, thing):
        """Scrolls with the wheel until the middle of a thing can be seen."""
        pane = thing.parent
        while pane is not None and pane.getRole() != pyatspi.ROLE_SCROLL_PANE:
            pane = pane.parent
        if pane is None:
            return

        def is_in_view():
            place, frame = extents(thing), extents(pane)
            middle = place.y + place.height // 2
            if frame.y + 12 < middle < frame.y + frame.height - 12:
                return True
            x, y = self.center(pane)
            run("xdotool", "mousemove", str(x), str(y), "click", "4" if middle < frame.y + 12 else "5")
            return False

        self.wait(is_in_view, f"{thing.name} scrolled into view")

    def settle(self, thing):
        """Waits until a thing stays where it is: pages are laid out while we look."""
        seen = []

        def is_steady():
            place = extents(thing)
            seen.append((place.x, place.y, place.width, place.height))
            time.sleep(0.05)
            return len(seen) > 3 and len(set(seen[-4:])) == 1

        self.wait(is_steady, f"{thing.name} in one place")

    def click(self, thing, button=1, times=1, at=None):
        """Presses and releases in the middle of a thing, or at a point counted from its upper left corner."""
        self.reveal(thing)
        self.settle(thing)
        x, y = self.center(thing)
        if at is not None:
            place = extents(thing)
            x, y = x - place.width // 2 + at[0], y - place.height // 2 + at[1]
        run("xdotool", "mousemove", str(x), str(y), "sleep", "0.05", "click", "--repeat", str(times), "--delay", "60", str(button))

    def drag(self, start, end, hold=None):
        """Drags from a point of the screen to another, in a few steps as a hand does."""
        (x1, y1), (x2, y2) = start, end
        command = ["xdotool"] + (["keydown", hold] if hold else [])
        command += ["mousemove", str(x1), str(y1), "sleep", "0.05", "mousedown", "1", "sleep", "0.05"]
        for step in range(1, 7):
            command += ["mousemove", str(x1 + (x2 - x1) * step // 6), str(y1 + (y2 - y1) * step // 6), "sleep", "0.03"]
        run(*command, "sleep", "0.05", "mouseup", "1", *(["keyup", hold] if hold else []))

    def act(self, thing, index=0):
        """Does the action of a thing as assistive technology does."""
        thing.queryAction().doAction(index)

    def tab_to(self, role, name, most=80, backward=False):
        """Reaches a thing by Tab alone."""
        for _ in range(most):
            thing = self.focused()
            if thing is not None and thing.getRole() in ROLES[role] and re.search(name, thing.name or ""):
                return thing
            key("shift+Tab" if backward else "Tab")
            time.sleep(0.02)
        self.shot("failure")
        raise Failure(f"Tab does not lead to {role} “{name}”; the focus is on "
                      f"{describe(self.focused()) if self.focused() else 'nothing'}")

    def bad_lines(self):
        """What GLib complained about in the program's log."""
        return [line for line in self.log().splitlines()
                if BAD_LINE.search(line) and not any(word in line for word in IGNORED)]

    def close(self, seconds=20):
        """Ends the program, politely first, and fails on any complaint in its log."""
        App.running.remove(self)
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failure(f"{self.name} does not end") from None
        if self.bad_lines():
            raise Failure("complaints in the log:\n" + "\n".join(self.bad_lines()))


def pass_minutes(app, minutes):
    """Moves the clock of booth-show, not ours: a minute for each signal."""
    for _ in range(minutes):
        ticked = app.log().count("minute")
        os.kill(app.process.pid, signal.SIGUSR1)
        app.wait(lambda: app.log().count("minute") > ticked, "a minute")


def main(steps):
    """Runs functions one by one and reports in TAP; words in TRH_STEPS choose some of them."""
    failed = 0
    chosen = os.environ.get("TRH_STEPS", "").split()
    steps = [step for step in steps if not chosen or any(word in step.__name__ for word in chosen)]
    print(f"1..{len(steps)}", flush=True)
    for number, step in enumerate(steps, 1):
        name = step.__name__.removeprefix("test_").replace("_", "-")
        try:
            step()
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # the report names the step
            failed += 1
            print(f"not ok {number} {name}", flush=True)
            kind = "" if isinstance(error, (Failure, AssertionError)) else f"{type(error).__name__}: "
            place = traceback.extract_tb(error.__traceback__)
            here = [frame.lineno for frame in place if frame.filename == os.path.abspath(sys.argv[0])]
            print(f"# line {here[-1] if here else 'unknown'}", flush=True)
            for line in f"{kind}{error}".splitlines():
                print(f"# {line}", flush=True)
            while App.running:  # the next step must not meet it
                app = App.running.pop()
                app.process.kill()
                app.process.wait()
    sys.exit(1 if failed else 0)
