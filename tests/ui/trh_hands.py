# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people who do the same things: one with the mouse, one with the keyboard alone.

Both type. What one of them cannot do with these few verbs, the program cannot do that way.
"""
from trh_tree import State
from trh_ui import Failure, describe, key, type_text


def is_within(at, thing, most=4):
    """Whether something is a thing, or a few steps below it."""
    for _ in range(most):
        if at is None or at == thing:
            break
        at = at.parent
    return at == thing


class Hands:
    """What both do alike."""

    def __init__(self, app):
        self.app = app

    def can_press(self, name, inside=None):
        """Waits for a button that can be pressed."""
        button = lambda: self.app.find("button", name, inside)
        self.app.wait(lambda: button().has_state(State.SENSITIVE), f"button “{name}” to press")
        return button()

    def has_keyboard(self, thing):
        """Whether a thing, or what is in it, has the focus."""
        return is_within(self.app.focused(), thing)

    def type_into(self, field, text):
        key("ctrl+a")
        type_text(text)
        self.app.wait(lambda: len(field.text()) == len(text), f"the text in {field.name}")

    def fill(self, dialog, name, text, nth=0):
        """Writes into the nth field of a name."""
        self.app.get("entry", name, dialog)
        self.write(list(self.app.find_all("entry", name, dialog))[nth], text)

    def tick(self, names, inside):
        for name in names:
            box = self.app.get("check", f"^{name}", inside)
            self.choose(box)
            self.app.wait(lambda: box.has_state(State.CHECKED), f"{name} to be ticked")

    def show_page(self, name):
        """Chooses a page in the list of pages."""
        row = self.app.wait(lambda: next(row for row in self.app.get("list", "^Pages").children() if row.name.startswith(name)), name)
        self.choose_page(row)
        self.app.wait(lambda: row.has_state(State.SELECTED), f"the page {name}")


class Mouse(Hands):
    """A person who points."""

    def press(self, name, inside=None):
        self.app.click(self.can_press(name, inside))

    def choose(self, thing):
        self.app.click(thing)

    choose_page = choose

    def write(self, field, text):
        self.app.click(field)
        self.app.wait(lambda: self.has_keyboard(field), f"the keyboard in {field.name}")
        self.type_into(field, text)

    def pick(self, row, text, dialog):
        """Chooses in the list that a row of a form opens: what is typed shortens it."""
        self.app.click(self.app.get("item", row, dialog))
        self.app.wait(lambda: "search" in self.app.focused().role_name, "the list to open")
        type_text(text)
        self.app.click(self.app.get("label", f"^{text}", dialog))
        self.app.get("label", f"^{text}", self.app.get("item", row, dialog))


class Keys(Hands):
    """A person who never points."""

    def reach(self, thing, most=90):
        """Goes on with Tab, or back when it is above, until a thing or what is in it has the keyboard."""
        here = self.app.wait(self.app.focused, "the keyboard to be somewhere")
        tab = "shift+Tab" if here.extents().y > thing.extents().y else "Tab"
        for _ in range(most):
            here = self.app.focused()
            if is_within(here, thing):
                return
            key(tab)
            self.app.settle_focus(here)
        raise Failure(f"{tab} does not lead to {describe(thing)}; the focus is on {describe(here) if here else 'nothing'}")

    def press(self, name, inside=None):
        self.choose(self.can_press(name, inside))

    def choose(self, thing):
        self.reach(thing)
        key("space")

    def choose_page(self, row):
        names = ("Territory", "Artists", "Calendar", "Votes", "History")
        key(f"alt+{next(i for i, name in enumerate(names, 1) if row.name.startswith(name))}")

    def write(self, field, text):
        self.reach(field)
        self.type_into(field, text)

    def pick(self, row, text, dialog):
        """Chooses in the list that a row of a form opens: what is typed leaves one."""
        self.choose(self.app.get("item", row, dialog))
        self.app.wait(lambda: "search" in self.app.focused().role_name, "the list to open")
        type_text(text)
        self.app.get("label", f"^{text}", dialog)
        key("Return")
        self.app.get("label", f"^{text}", self.app.get("item", row, dialog))
