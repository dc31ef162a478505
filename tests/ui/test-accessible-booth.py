# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility find a planted fault of each kind, and none on the screens of the booth."""
import ctypes
import sys

from a11y_rules import check, find_faults
from trh_tree import State
from trh_ui import App, key, main, pass_minutes, type_text

PLANTED, BOOTH = sys.argv[2:4]


def test_planted():
    """A test of the test."""
    app = App([PLANTED])
    app.get("label", "^Sound row$")
    faults = find_faults(app.root)
    rules = sorted(rule for rule, where in faults)
    expected = sorted([
        "A1 a button without a name", "A1 a field without a name", "A1 a list without a name", "A1 a row that says nothing",
        "A1 a window without a name or a role", "A2 a mnemonic in the name", "A2 a name said twice",
        "A3 a radio outside a named group", "A3 a radio outside a named group", "A4 a heading without words",
        "A5 an empty label", "A6 a place for the focus without a name", "A7 a drawing without a conclusion",
    ])
    listing = "\n".join(f"{rule}: {where}" for rule, where in faults)
    assert rules == expected, f"found:\n{listing}"
    assert "Sound" not in "".join(where.split(" in ")[0] for rule, where in faults), listing
    app.close()


def heading(app, text, where):
    """Waits for a screen; its heading must have the focus (A4)."""
    said = app.get("heading", text, seconds=30)
    app.wait(lambda: said.has_state(State.FOCUSED), f"the focus on the heading of {where}")
    check(app, where)


def booth_walk(app, language):
    def say(french, english):
        return french if language == "fr" else english

    heading(app, "^Bienvenue", "welcome")
    if language == "en":
        app.click(app.get("button", "^English$"))
        app.get("heading", "^Welcome")
        check(app, "welcome in English")
        app.tab_to("button", "^Begin")
    key("Return")
    heading(app, say("code de vote", "voting code"), "code")
    type_text("cacdefhj")
    key("Return")
    heading(app, say("faute de frappe", "typing mistake"), "a wrong code")
    key(*["BackSpace"] * 8)
    type_text("acdefhjk")
    key("Return")
    heading(app, "^Qui accueillir", "how")
    key("Return")
    app.get("check")
    heading(app, "^Qui accueillir", "choices")
    for card in list(app.find_all("check"))[:4]:
        app.click(card)
    heading(app, say("déjà choisi 3", "already chosen 3"), "one too many")
    app.click(app.get("button", say("^Demander de l’aide", "^Ask for help")))
    heading(app, say("levez la main", "raise your hand"), "help")
    key("ctrl+shift+F12")
    heading(app, say("^Réservé aux organisateurs", "^For organisers"), "curtain")
    type_text("246810")
    heading(app, say("^Isoloir ouvert", "^Booth opened"), "organiser")
    app.click(app.get("button", say("^Rendre la main", "^Give the booth back")))
    app.get("check")
    app.click(app.get("button", say("^Relire mon bulletin", "^Check my ballot")))
    heading(app, say("^Relisez", "^Check your ballot"), "review")
    pass_minutes(app, 2)
    heading(app, say("toujours là", "still there"), "idle")
    pass_minutes(app, 1)
    heading(app, say("a été effacé", "was erased"), "erased")


def test_booth():
    """K14: every screen of the booth, in both languages."""
    for language in ("fr", "en"):
        app = App([BOOTH, "--max", "3", "--rehearsal"])
        booth_walk(app, language)
        app.close()


class Desktop:
    """Another program that has the keyboard to itself, as a desktop that keeps its own keys."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        refused = self.x11.XGrabKeyboard(self.display, root, 0, 1, 1, ctypes.c_ulong(0))
        assert refused == 0, f"the keyboard cannot be taken: {refused}"
        self.x11.XSync(self.display, 0)

    def give_up(self):
        self.x11.XCloseDisplay(self.display)


def test_door():
    """What stands before a booth while the desktop keeps its keys; it opens when they are given up."""
    desktop = Desktop()
    app = App([BOOTH, "--shut"])
    said = app.get("heading", "^This desktop keeps its own keys")  # nobody is told of the focus while another has the keyboard
    assert said.has_state(State.FOCUSABLE), "the door cannot be read aloud"
    assert "Alt+Tab" in said.description, f"the door says only: {said.description}"
    check(app, "the door")
    for name in ("^Open the booth all the same$", "^Back to the session$"):
        app.get("button", name)
    app.shot("door")
    desktop.give_up()
    heading(app, "^Bienvenue", "the booth behind the door")
    app.close()


main([test_planted, test_booth, test_door])
