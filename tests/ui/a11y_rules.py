# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility rules that an accessible tree can show (A1 to A7 of the design), as one function.

One more rule: a branch of find_faults (), a planted fault and its sound twin in planted-faults.c,
and its name in test-accessible-tree.py.
"""
import re

from trh_tree import Role, State
from trh_ui import BUTTONS, ROLES, describe, is_visible, walk

TYPE_NAME = re.compile(r"^(Gtk|Adw|Shumate|Trh)[A-Z]\w+$")  # what GTK 4.8 says of a thing without a name
FIELDS = ROLES["entry"] + ROLES["spin"] + ROLES["combo"] + (Role.SLIDER,)
CHOICES = ROLES["check"] + ROLES["radio"]
LISTS = ROLES["list"] + ROLES["table"] + (Role.TREE, Role.LIST_BOX)
PARTS = BUTTONS + LISTS + (Role.FILLER, Role.PANEL, Role.TEXT)
LEAST_CHART = 64  # pixels: smaller images are icons beside words


def is_silent(thing):
    return not thing.name or TYPE_NAME.match(thing.name) is not None


def has_named_ancestor(thing, roles, levels=6):
    for _ in range(levels):
        thing = thing.parent
        if thing is None:
            return False
        if thing.role in roles and not is_silent(thing):
            return True
    return False


def is_part(thing):
    """Whether a thing is a part that GTK builds inside a control, where the control has the name."""
    return has_named_ancestor(thing, ROLES["combo"] + ROLES["table"] + ROLES["spin"], 8)


def is_form(thing):
    """Whether each row of a list is a field that says its own name: a group of preferences without a title."""
    rows = thing.children()
    return bool(rows) and not any(is_silent(row) for row in rows)


def says_something(thing):
    return any(not is_silent(inner) for inner in walk(thing))


def fault_of(thing):
    """The rule that a visible thing breaks, or None."""
    role = thing.role
    if "_" in (thing.name or "") and role in BUTTONS + CHOICES + ROLES["menuitem"] + ROLES["tab"] + ROLES["label"]:
        return "A2 a mnemonic in the name"
    if role in PARTS and is_silent(thing) and is_part(thing):
        return None
    if role in BUTTONS and is_silent(thing):
        return "A1 a button without a name"
    if role in CHOICES and is_silent(thing):
        return "A1 a choice without a name"
    if role in ROLES["radio"] and not has_named_ancestor(thing, (Role.GROUPING, Role.PANEL)):
        return "A3 a radio outside a named group"
    if role == Role.HEADING and is_silent(thing):
        return "A4 a heading without words"
    if role == Role.LABEL and is_silent(thing):
        return "A5 an empty label"
    if role in FIELDS and is_silent(thing):
        return "A1 a field without a name"
    if role in LISTS and is_silent(thing) and not is_form(thing):
        return "A1 a list without a name"
    if role == Role.LIST_ITEM and not says_something(thing):
        return "A1 a row that says nothing"
    if role == Role.IMAGE and is_silent(thing):
        place = thing.extents()
        if place.width >= LEAST_CHART and place.height >= LEAST_CHART:
            return "A7 a drawing without a conclusion"
    if role in (Role.PANEL, Role.GROUPING, Role.FILLER) and is_silent(thing) \
            and thing.has_state(State.FOCUSABLE):
        return "A6 a place for the focus without a name"
    return None


def walk_visible(thing):
    """What a person can meet: hidden parts and all that is in them are left out."""
    for child in thing.children():
        if not child.has_place() or is_visible(child):
            yield child
            yield from walk_visible(child)


def find_faults(root):
    """(rule, where) for each fault under a thing."""
    faults = []
    for thing in walk_visible(root):
        try:
            rule = fault_of(thing)
        except Exception:  # it died while we looked: then nobody meets it
            continue
        if rule is not None:
            faults.append((rule, describe(thing)))
    return faults
