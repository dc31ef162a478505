# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of a program, asked over D-Bus without a library between.

A Thing is live: each of its properties is a question to the program. look () takes a picture of the
whole tree with one question, where a walk asks several for each thing: it is what makes searching cheap.
A picture holds as long as the program has told of no change.
"""
import ast
import re
import sys
import time
from collections import Counter, namedtuple

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib  # of Atspi only the numbers of roles and states
except (ImportError, ValueError):
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is not installed")
    sys.exit(77)

Role, State = Atspi.Role, Atspi.StateType
ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
ACCESSIBLE, COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
PATIENCE_MS = 10000
MOST_CHILDREN = 400
PICTURE_HOLDS_S = 0.5  # in case a program changes without telling
Place = namedtuple("Place", "x y width height")
Seen = namedtuple("Seen", "thing role name states children")


class Bus:
    """The accessibility bus of this session."""

    opened = None

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.focused = None
        self.told = Counter()  # by program
        self.connection.signal_subscribe(None, None, None, None, None, Gio.DBusSignalFlags.NONE, self._on_signal)
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                         Gio.DBusSignalFlags.NONE, self._on_focused)

    def _on_signal(self, connection, owner, path, interface, signal, arguments):
        self.told[owner] += 1

    def _on_focused(self, connection, owner, path, interface, signal, arguments):
        if arguments.get_child_value(1).get_int32() == 1:
            self.focused = Thing(owner, path)

    def last_focused(self):
        """What has said last that it has the keyboard: it may have lost it, and who was never asked does not speak."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.focused

    def changes(self, owner):
        """How many changes a program has told of: what it told before it answers here has come."""
        Thing(owner, ROOT).ask(ACCESSIBLE, "GetRole")
        self.last_focused()
        return self.told[owner]

    @classmethod
    def get(cls):
        cls.opened = cls.opened or cls()
        return cls.opened

    def ask(self, owner, path, interface, method, arguments=None):
        """The reply of a program, as a GVariant."""
        return self.connection.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         PATIENCE_MS, None)

    def ask_each(self, owner, paths, interface, method):
        """The replies of many things, by path, without a wait for each; what is gone does not reply."""
        replies, n_left = {}, len(paths)

        def on_reply(connection, result, path):
            nonlocal n_left
            n_left -= 1
            try:
                replies[path] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for path in paths:
            self.connection.call(owner, path, interface, method, None, None, Gio.DBusCallFlags.NONE, PATIENCE_MS, None,
                                 on_reply, path)
        while n_left > 0:
            GLib.MainContext.default().iteration(True)
        return replies

    def process(self, owner):
        """The number of the process behind a name of the bus."""
        return self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                        "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,))).unpack()[0]


def programs():
    """The roots of the programs on the bus: those that died a moment ago may be among them."""
    return Thing("org.a11y.atspi.Registry", ROOT).children()


class Thing:
    """Something that assistive technology can see."""

    def __init__(self, owner, path):
        self.owner, self.path = owner, path

    def __eq__(self, other):
        return isinstance(other, Thing) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def ask(self, interface, method, arguments=None):
        return Bus.get().ask(self.owner, self.path, interface, method, arguments).unpack()

    def get_property(self, interface, name):
        return self.ask("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]

    @property
    def name(self):
        return self.get_property(ACCESSIBLE, "Name")

    @property
    def description(self):
        return self.get_property(ACCESSIBLE, "Description")

    @property
    def role(self):
        return self.ask(ACCESSIBLE, "GetRole")[0]

    @property
    def role_name(self):
        return self.ask(ACCESSIBLE, "GetRoleName")[0]

    @property
    def parent(self):
        """What it is in, None for a program."""
        owner, path = self.get_property(ACCESSIBLE, "Parent")
        return Thing(owner, path) if self.path != ROOT and path != NOTHING else None

    def children(self):
        return [Thing(owner, path) for owner, path in self.ask(ACCESSIBLE, "GetChildren")[0]][:MOST_CHILDREN]

    def has_state(self, state):
        return has_bit(self.ask(ACCESSIBLE, "GetState")[0], state)

    def has_place(self):
        """Pages of a stack are no widgets: they have no place, only what is in them."""
        return COMPONENT in self.ask(ACCESSIBLE, "GetInterfaces")[0]

    def extents(self):
        """Its place in its window, in pixels."""
        return Place(*self.ask(COMPONENT, "GetExtents", GLib.Variant("(u)", (Atspi.CoordType.WINDOW,)))[0])

    def text(self):
        """What is written in a field; GetText (0, -1) is empty in GTK 4.8."""
        count = self.get_property("org.a11y.atspi.Text", "CharacterCount")
        return self.ask("org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, count)))[0]

    def value(self):
        """The number of a slider."""
        return self.get_property("org.a11y.atspi.Value", "CurrentValue")

    def is_dead(self):
        """Whether the program has let go of it."""
        try:
            return self.role is None
        except GLib.Error:
            return True

    def is_focused(self):
        """Whether it is alive and has the keyboard."""
        try:
            return self.has_state(State.FOCUSED)
        except GLib.Error:
            return False

    def act(self, index=0):
        """Does an action as assistive technology does."""
        self.ask("org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (index,)))


def has_bit(states, state):
    return bool(states[int(state) // 32] >> int(state) % 32 & 1)


# One item of the cache as GLib prints it: unpacking it piece by piece takes ten times as long.
TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(rf"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), "
                  rf"\[([^]]*)\], {TEXT}, (\d+), {TEXT}, \[(\d+), (\d+)\]\)")


def _cached(owner):
    """All that the program has shown to anybody so far, by path."""
    items = Bus.get().ask(owner, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").print_(False)
    return {path: (parent, int(index), int(count), COMPONENT in interfaces, int(role),
                   ast.literal_eval(name) if "\\" in name else name[1:-1], (int(low), int(high)))
            for path, parent, index, count, interfaces, name, role, _, low, high in ITEM.findall(items)}


def _lineage(items):
    """The children of each thing, where the parents that things name can be believed.

    They cannot where a thing has never been shown, nor around a page of a stack: that one names its
    only child as its parent in GTK 4.8.
    """
    claims, doubtful = {}, {ROOT}
    for path, (parent, index, count, has_place, *_) in items.items():
        claims.setdefault(parent, []).append((index, path))
        if not has_place:
            doubtful.update((path, parent))
            if parent in items:
                doubtful.add(items[parent][0])
    for path, (_, _, count, *_) in items.items():
        if sorted(index for index, _ in claims.get(path, ())) != list(range(count)):
            doubtful.add(path)
    return {path: [child for _, child in sorted(claims.get(path, ()))] for path in items if path not in doubtful}


def look(root):
    """A picture of a program: Seen of each thing by path. What dies meanwhile is left out."""
    n_changes, now = Bus.get().changes(root.owner), time.monotonic()
    taken = look.last.get(root.owner)
    if taken is None or taken[0] != n_changes or now - taken[1] > PICTURE_HOLDS_S:
        look.last = {root.owner: (n_changes, now, _take_picture(root))}
    return look.last[root.owner][2]


look.last = {}


def _take_picture(root):
    items = _cached(root.owner)
    lineage, children, todo = _lineage(items), {}, {root.path}
    while todo:  # one storey of the tree after the other
        told = Bus.get().ask_each(root.owner, [path for path in todo if path not in lineage], ACCESSIBLE, "GetChildren")
        below = set()
        for path in todo:
            children[path] = lineage.get(path) if path in lineage else \
                [child for _, child in told[path][0]][:MOST_CHILDREN] if path in told else None
            below.update(children[path] or ())
        todo = below - children.keys()
    if not children.keys() <= items.keys():  # what has just been shown for the first time
        items |= _cached(root.owner)
    items.setdefault(root.path, (NOTHING, 0, 0, False, Role.APPLICATION, "", (0, 0)))
    return {path: Seen(Thing(root.owner, path), *items[path][4:], inner)
            for path, inner in children.items() if inner is not None and path in items}
