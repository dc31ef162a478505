# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility rules that an accessible tree can show (A1 to A7 of the design), as one function.

One more rule: a branch of find_faults (), a planted fault and its sound twin in planted-faults.c,
and its name in test-accessible-booth.py.
"""
import re

from gi.repository import GLib

from trh_tree import ROOT, Role, State, Thing, has_bit, look
from trh_ui import BUTTONS, ROLES, describe, is_visible

TYPE_NAME = re.compile(r"^(Gtk|Adw|Shumate|Trh)[A-Z]\w+$")  # what GTK 4.8 says of a thing without a name
FIELDS = ROLES["entry"] + ROLES["spin"] + ROLES["combo"] + (Role.SLIDER,)
CHOICES = ROLES["check"] + ROLES["radio"]
LISTS = ROLES["list"] + ROLES["table"] + (Role.TREE, Role.LIST_BOX)
GROUPS = (Role.PANEL, Role.GROUPING)
PARTS = BUTTONS + LISTS + (Role.FILLER, Role.PANEL, Role.TEXT)
NAMED = BUTTONS + FIELDS + CHOICES + LISTS + GROUPS + ROLES["item"] + ROLES["menuitem"] + ROLES["tab"] + ROLES["link"] \
    + (Role.TABLE_ROW, Role.HEADING, Role.IMAGE)
LEAST_CHART = 64  # pixels: smaller images are icons beside words


class Node:
    """A thing of a picture that a person can meet, and those around it."""

    def __init__(self, seen, parent):
        self.thing, self.role, self.name, self.states, self.parent = seen.thing, seen.role, seen.name, seen.states, parent
        self.children = []

    def __iter__(self):
        yield self
        for child in self.children:
            yield from child


def is_silent(node):
    return not node.name or TYPE_NAME.match(node.name) is not None


def has_named_ancestor(node, roles, levels=6):
    for _ in range(levels):
        node = node.parent
        if node is None:
            return False
        if node.role in roles and not is_silent(node):
            return True
    return False


def is_part(node):
    """Whether a thing is a part that GTK builds inside a control, where the control has the name."""
    return has_named_ancestor(node, ROLES["combo"] + ROLES["table"] + ROLES["spin"], 8)


def is_form(node):
    """Whether each row of a list is a field that says its own name: a group of preferences without a title."""
    return bool(node.children) and not any(is_silent(row) for row in node.children)


def says_something(node):
    return any(not is_silent(inner) for inner in node)


def plain(text):
    """Words only: a name that says “Communes… communes” says it twice."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def says_twice(node):
    """Whether a name ends with what it has just said: a label inside was added to the name. A comma
    between is ours: “Delete, Delete” is a row that names its key."""
    words = plain(re.split(", |/", node.name)[-1]).split()
    if any(words[-n:] == words[-2 * n:-n] for n in range(1, len(words) // 2 + 1)):
        return True
    return any(inner.role == Role.LABEL and plain(inner.name) and re.search(r"[^,] " + re.escape(inner.name) + "$", node.name)
               and plain(inner.name) in plain(node.name[:-len(inner.name)]) for inner in node)


def fault_of(node):
    """The rule that a visible thing breaks, or None."""
    role = node.role
    if "_" in node.name and role in BUTTONS + CHOICES + ROLES["menuitem"] + ROLES["tab"] + ROLES["label"]:
        return "A2 a mnemonic in the name"
    if role in NAMED and not is_silent(node) and says_twice(node):
        return "A2 a name said twice"
    if role in PARTS and is_silent(node) and is_part(node):
        return None
    if role in BUTTONS and is_silent(node):
        return "A1 a button without a name"
    if role in CHOICES and is_silent(node):
        return "A1 a choice without a name"
    if role in ROLES["radio"] and not has_named_ancestor(node, GROUPS, 8):  # a row of a group has seven above it
        return "A3 a radio outside a named group"
    if role == Role.HEADING and is_silent(node):
        return "A4 a heading without words"
    if role == Role.LABEL and is_silent(node):
        return "A5 an empty label"
    if role in FIELDS and is_silent(node):
        return "A1 a field without a name"
    if role in LISTS and is_silent(node) and not is_form(node):
        return "A1 a list without a name"
    if role == Role.LIST_ITEM and not says_something(node):
        return "A1 a row that says nothing"
    if role == Role.IMAGE and is_silent(node):
        place = node.thing.extents()
        if place.width >= LEAST_CHART and place.height >= LEAST_CHART:
            return "A7 a drawing without a conclusion"
    if role in GROUPS + (Role.FILLER,) and is_silent(node) and has_bit(node.states, State.FOCUSABLE):
        return "A6 a place for the focus without a name"
    if node.parent is not None and node.parent.role == Role.APPLICATION and (role not in ROLES["window"] or is_silent(node)):
        return "A1 a window without a name or a role"
    return None


def is_met(thing):
    """Whether a person can meet it: what dies while we look is met by nobody."""
    try:
        return is_visible(thing) or not thing.has_place()
    except GLib.Error:
        return False


def visible(picture, path, parent=None):
    """What a person can meet: hidden parts and all that is in them are left out. Pages of a stack
    are no widgets: they have no place, only what is in them."""
    node = Node(picture[path], parent)
    for inner in picture[path].children:
        if inner in picture and is_met(picture[inner].thing):
            node.children.append(visible(picture, inner, node))
    return node


def find_faults(thing):
    """(rule, where) for each fault under a thing."""
    faults = []
    for node in visible(look(Thing(thing.owner, ROOT)), thing.path):
        try:
            rule = fault_of(node)
        except GLib.Error:  # it died while we looked: then nobody meets it
            continue
        if rule is not None and node.thing != thing:
            faults.append((rule, describe(node.thing)))
    return faults


def check(app, where, inside=None):
    """Fails with the faults of all that a program shows, or of a part of it."""
    faults = find_faults(inside or app.root)
    assert not faults, f"{where}:\n" + "\n".join(f"{rule}: {place}" for rule, place in faults)
