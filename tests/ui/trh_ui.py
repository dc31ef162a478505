# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window as a person does: finds things by role and name, clicks, types, drags, looks.

Run under headless.sh, with the system's Python (its gi comes from Debian). Nothing sleeps for a
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

from trh_tree import Bus, GLib, Role, State, has_bit, look, programs

BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
ROLES = {
    "alert": (Role.ALERT,), "button": BUTTONS, "check": (Role.CHECK_BOX,),
    "combo": (Role.COMBO_BOX,), "dialog": (Role.DIALOG, Role.ALERT),
    "entry": (Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT), "group": (Role.PANEL, Role.GROUPING),
    "heading": (Role.HEADING,), "image": (Role.IMAGE,), "item": (Role.LIST_ITEM,),
    "label": (Role.LABEL,), "link": (Role.LINK,), "list": (Role.LIST,),
    "menuitem": (Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM),
    "radio": (Role.RADIO_BUTTON,), "slider": (Role.SLIDER,), "spin": (Role.SPIN_BUTTON,),
    "switch": (Role.TOGGLE_BUTTON, Role.CHECK_BOX),
    "status": (Role.STATUS_BAR,), "tab": (Role.PAGE_TAB,), "table": (Role.TABLE, Role.TREE_TABLE),
    "toolbar": (Role.TOOL_BAR,), "window": (Role.FRAME, Role.WINDOW, Role.DIALOG),
}
BAD_LINE = re.compile(r"(CRITICAL|WARNING) \*\*|-(CRITICAL|WARNING) \*\*|: (CRITICAL|WARNING)|ERROR:|Gtk-ERROR")
# Said by the accessibility bus and by GTK 4.8 about AT-SPI itself, never by us.
IGNORED = ("dbus-daemon", "dbind-WARNING", "Screen coordinates not supported", "SpiRegistry")
STEADY_S = 0.05  # that something keeps its place before a click


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
    run("xdotool", "type", "--clearmodifiers", "--delay", "5", text)


def walk(thing):
    """The thing and all that is in it, parents first. Screens change while we look: what has just died is left out."""
    yield thing
    try:
        children = thing.children()
    except GLib.Error:
        return
    for child in children:
        yield from walk(child)


def is_visible(thing):
    """Whether it has a sane place: what is hidden has none."""
    try:
        place = thing.extents()
    except GLib.Error:
        return False
    return 0 < place.width < 10000 and 0 < place.height < 10000


def describe(thing):
    """Where a thing is, for people: the last few names above it."""
    path = []
    while thing is not None and thing.role != Role.APPLICATION and len(path) < 5:
        path.append(f"{thing.role_name} “{thing.name}”")
        thing = thing.parent
    return " in ".join(path)


def in_picture(picture, paths):
    """What a picture shows of some things and all that is in them, parents first."""
    for path in paths:
        if path in picture:
            yield picture[path]
            yield from in_picture(picture, picture[path].children)


class App:
    """A program that was started, with its log, its accessible tree and a folder for screenshots."""

    running = []

    def __init__(self, command, shots=None, env=None):
        self.name = os.path.basename(command[0])
        self.shots = shots or os.environ.get("TRH_SHOTS") or os.path.join(os.environ["HOME"], "shots")
        os.makedirs(self.shots, exist_ok=True)
        self.log_path = os.path.join(self.shots, f"{self.name}.log")
        self.n_shots = 0
        self.last_click = None
        self.tops = {}
        with open(self.log_path, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT,
                                            env={**os.environ, **(env or {})})
        App.running.append(self)
        self.root = None
        self.wait(self._find_root, f"{self.name} on the accessibility bus", 20)

    def _find_root(self):
        # The registry may list dead programs for a moment, and a program may have no name: take ours.
        for app in programs():
            if Bus.get().process(app.owner) == self.process.pid and app.children():
                self.root = app
                return True
        return False

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def shot(self, name):
        """A screenshot of the whole screen for people, when they gave a folder for them."""
        if "TRH_SHOTS" in os.environ:
            self.picture(name)

    def picture(self, name):
        """A screenshot for the test itself; returns its path."""
        self.n_shots += 1
        path = os.path.join(self.shots, f"{self.n_shots:02d}-{name}.png")
        run("import", "-window", "root", path)
        return path

    def wait(self, condition, what, seconds=20, thing=None):
        """Polls until the condition holds; returns what it returned. Sanitized programs get more time (TRH_PATIENCE).

        What is about one thing ends with it."""
        seconds *= float(os.environ.get("TRH_PATIENCE", "1"))
        end = time.monotonic() + seconds
        trouble = ""
        pause = 0.01
        while time.monotonic() < end:
            try:
                result = condition()
                if result:
                    return result
            except Exception as error:  # things die while we look at them: look again
                trouble = f" ({error})"
                if thing is not None and thing.is_dead():
                    raise Failure(f"gone before it was {what}") from None
            if self.process.poll() is not None:
                break
            time.sleep(pause)
            pause = min(pause * 1.3, 0.2)  # whoever looks all the time keeps the program from its work
        if self.root is not None:
            self.shot("failure")
        raise Failure(f"waited {seconds} s in vain for: {what}{trouble}\n"
                      f"the last click was {self._say_last_click()}\n{self.log()[-2000:]}")

    def _say_last_click(self):
        if self.last_click is None:
            return "nowhere"
        thing, x, y = self.last_click
        try:
            return f"at {x}, {y} on {describe(thing)}"
        except GLib.Error:
            return f"at {x}, {y} on what is gone now"

    def windows(self):
        return self.root.children()

    def find_all(self, role, name=".", inside=None, visible=True):
        """Visible things of a role whose name matches a regular expression."""
        picture = look(self.root)
        windows = picture[self.root.path].children
        if role == "window":  # what the program shows on top, whatever role it gives itself
            yield from (picture[path].thing for path in windows if path in picture and re.search(name, picture[path].name))
            return
        for seen in in_picture(picture, [inside.path] if inside is not None else reversed(windows)):
            if (role is None or seen.role in ROLES[role]) and re.search(name, seen.name) \
                    and (not visible or is_visible(seen.thing)):
                yield seen.thing

    def find(self, role, name=".", inside=None):
        return next(self.find_all(role, name, inside), None)

    def get(self, role, name=".", inside=None, seconds=20):
        """Waits for a thing."""
        return self.wait(lambda: self.find(role, name, inside), f"{role} “{name}”", seconds)

    def gone(self, role, name, seconds=20):
        self.wait(lambda: self.find(role, name) is None, f"no more {role} “{name}”", seconds)

    def focused(self):
        """What has the keyboard focus, innermost."""
        told = Bus.get().last_focused()
        return told if told is not None and self._has_keyboard(told) else self._look_for_focus()

    def _window_of(self, thing):
        """The window that a thing is in; None when it is in none. Asked once: nothing moves from window to window."""
        if thing is not None and thing not in self.tops:
            parent = thing.parent
            self.tops[thing] = thing if parent == self.root else self._window_of(parent)
        return self.tops.get(thing)

    def _has_keyboard(self, thing):
        """Whether a thing has the focus of the window that the keys go to."""
        if thing.owner != self.root.owner or not thing.is_focused():
            return False
        try:
            windows = self.windows()
            return self._window_of(thing) in ([window for window in windows if window.has_state(State.ACTIVE)] or windows[-1:])
        except GLib.Error:  # it died meanwhile
            return False

    def _look_for_focus(self):
        found = None
        picture = look(self.root)
        windows = [path for path in picture[self.root.path].children if path in picture]
        active = [path for path in windows if has_bit(picture[path].states, State.ACTIVE)]
        for seen in in_picture(picture, active or windows[-1:]):  # what calls itself a dialog does not say that it is active
            if has_bit(seen.states, State.FOCUSED):
                found = seen.thing
        return found

    def settle_focus(self, was, seconds=0.5):
        """Waits for the focus to leave a thing, which it does not always."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (was is None or was.is_focused()):
            time.sleep(0.01)

    def _surfaces(self):
        """The X windows of the program as (x, y, width, height, title): a search misses some while others come and go."""
        seen = [None]

        def are_steady():
            seen.append(self._look_for_surfaces())
            return seen[-1] if seen[-1] == seen[-2] else None

        return self.wait(are_steady, "windows on the screen", 5)

    def _look_for_surfaces(self):
        numbers = run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        said = run("xdotool", *(word for number in numbers
                                for word in ("getwindowgeometry", "--shell", number, "getwindowname", number)))
        return [(*map(int, place), title) for *place, title in
                re.findall(r"^X=(.*)\nY=(.*)\nWIDTH=(.*)\nHEIGHT=(.*)\nSCREEN=.*\n(.*)", said, re.MULTILINE)]

    def _popover(self, thing, surfaces):
        """The popover that a thing is in, as a thing and its X window; None, None when it is in none."""
        places = {surface[2:4]: surface for surface in surfaces} if len(surfaces) > len(self.windows()) else {}
        while places and thing.role != Role.APPLICATION:
            place = thing.extents() if thing.has_place() else None
            if place is not None and place[2:4] in places:
                return thing, places[place[2:4]]
            thing = thing.parent
        return None, None

    def _origin(self, thing, surfaces):
        """Where a point (0, 0) of the thing's window is on the screen.

        GTK 4.8 counts from the window even inside a popover, but as if the popover lay over its button:
        what a popover holds is placed by the X window that is exactly as large as the popover."""
        popover, surface = self._popover(thing, surfaces)
        if popover is not None:
            place = popover.extents()
            return surface[0] - place.x, surface[1] - place.y
        window = thing
        while window.parent.role != Role.APPLICATION:
            window = window.parent
        content = window.children()[0].extents()  # the window without its invisible border
        name = window.name
        x, y, width, height, _ = min(surfaces, key=lambda surface: (
            surface[4] != name, abs(surface[2] - content.width) + abs(surface[3] - content.height)))
        return x + (width - content.width) // 2 - content.x, y + (height - content.height) // 2 - content.y

    def center(self, thing, surfaces=None):
        """The middle of a thing on the screen."""
        x, y = self._origin(thing, surfaces or self._surfaces())
        place = thing.extents()
        return x + place.x + place.width // 2, y + place.y + place.height // 2

    def reveal(self, thing, surfaces):
        """Scrolls with the wheel until the middle of a thing can be seen; whether there was anything to do."""
        popover, _ = self._popover(thing, surfaces)
        pane = thing.parent
        while pane is not None and pane.role != Role.SCROLL_PANE and pane != popover:
            pane = pane.parent
        if pane is None or pane == popover:
            return False
        n_steps = 0

        def is_in_view():
            nonlocal n_steps
            place, frame = thing.extents(), pane.extents()
            middle = place.y + place.height // 2
            if frame.y + 12 < middle < frame.y + frame.height - 12:
                return True
            x, y = self.center(pane, surfaces)
            run("xdotool", "mousemove", str(x), str(y), "click", "4" if middle < frame.y + 12 else "5")
            n_steps += 1
            return False

        self.wait(is_in_view, "scrolled into view", thing=thing)
        return n_steps > 0

    def settle(self, thing):
        """Waits until a thing stays where it is: pages are laid out while we look."""
        seen, since = [], 0

        def is_steady():
            nonlocal since
            seen.append(thing.extents())
            if len(seen) == 1 or seen[-1] != seen[-2]:
                since = time.monotonic()
            return len(seen) > 2 and time.monotonic() - since >= STEADY_S

        self.wait(is_steady, "in one place", thing=thing)

    def click(self, thing, button=1, times=1, at=None, hold_s=0):
        """Presses and releases in the middle of a thing, or at a point counted from its upper left corner."""
        self.settle(thing)
        surfaces = self._surfaces()  # a dialog that has just come may still be on its way to its place
        if self.reveal(thing, surfaces):
            self.settle(thing)
        x, y = self.center(thing, surfaces)
        if at is not None:
            place = thing.extents()
            x, y = x - place.width // 2 + at[0], y - place.height // 2 + at[1]
        self.last_click = thing, x, y
        press = ["mousedown", str(button), "sleep", str(hold_s), "mouseup", str(button)] if hold_s > 0 else \
            ["click", "--repeat", str(times), "--delay", "60", str(button)]
        run("xdotool", "mousemove", str(x), str(y), "sleep", "0.02", *press)

    def drag(self, start, end, hold=None):
        """Drags from a point of the screen to another, in a few steps as a hand does."""
        (x1, y1), (x2, y2) = start, end
        command = ["xdotool"] + (["keydown", hold] if hold else [])
        command += ["mousemove", str(x1), str(y1), "sleep", "0.05", "mousedown", "1", "sleep", "0.05"]
        for step in range(1, 7):
            command += ["mousemove", str(x1 + (x2 - x1) * step // 6), str(y1 + (y2 - y1) * step // 6), "sleep", "0.03"]
        run(*command, "sleep", "0.05", "mouseup", "1", *(["keyup", hold] if hold else []))

    def tab_to(self, role, name, most=80, backward=False):
        """Reaches a thing by Tab alone."""
        for _ in range(most):
            thing = self.focused()
            if thing is not None and thing.role in ROLES[role] and re.search(name, thing.name or ""):
                return thing
            key("shift+Tab" if backward else "Tab")
            self.settle_focus(thing)
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


def report(error):
    """Why a step failed, and where."""
    kind = "" if isinstance(error, (Failure, AssertionError)) else f"{type(error).__name__}: "
    place = traceback.extract_tb(error.__traceback__)
    here = [str(frame.lineno) for frame in place if os.path.samefile(frame.filename, sys.argv[0])]
    print(f"# line {' > '.join(here)}", flush=True)
    for line in f"{kind}{error}".splitlines():
        print(f"# {line}", flush=True)
    while App.running:  # the next step must not meet it
        app = App.running.pop()
        app.process.kill()
        app.process.wait()


def main(steps):
    """Runs functions one by one and reports in TAP; words in TRH_STEPS choose some of them."""
    chosen = os.environ.get("TRH_STEPS", "").split()
    steps = [step for step in steps if not chosen or any(word in step.__name__ for word in chosen)]
    print(f"1..{len(steps)}", flush=True)
    failed = 0
    for number, step in enumerate(steps, 1):
        try:
            step()
            good = True
        except Exception as error:  # the report names the step
            good = False
            report(error)
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {step.__name__.removeprefix('test_').replace('_', '-')}", flush=True)
    sys.exit(1 if failed else 0)
