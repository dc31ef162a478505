# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the twin of the table “Doors” in src/README.md.

A room may always include itself. "core/*" stands for every room of core.
"""
import re
from pathlib import PurePosixPath

CORE = ('core/base', 'core/geo', 'core/voting', 'core/model', 'core/schedule', 'core/compare', 'core/storage',
        'core/exchange', 'core/workspace')
SERVICES = ('services/net',)

DOORS = {
    'core/base': (),
    'core/geo': ('core/base',),
    'core/voting': ('core/base',),
    'core/model': ('core/base', 'core/geo'),
    'core/schedule': ('core/base', 'core/geo', 'core/model'),
    'core/compare': ('core/base', 'core/model'),
    'core/storage': ('core/base', 'core/model'),
    'core/exchange': tuple(room for room in CORE if room not in ('core/storage', 'core/workspace')),
    'core/workspace': tuple(room for room in CORE if room != 'core/voting'),
    'services/net': ('core/base', 'core/geo'),
    'booth': ('core/base', 'core/voting', 'widgets'),
    'widgets': ('core/base',),
    'map': CORE + ('services/net', 'widgets'),
    'pages': CORE + SERVICES + ('map', 'widgets'),
    'app': CORE + SERVICES + ('map', 'widgets', 'booth', 'pages'),
    'cli': CORE + SERVICES,
}

# What each library of the system is, and the only rooms that know it; the others are open to all.
SYSTEM = {
    'GTK': (re.compile(r'^(gtk/|gdk/|gsk/|adwaita\.h|shumate/)'), ('widgets', 'map', 'booth', 'pages', 'app')),
    'libshumate': (re.compile(r'^shumate/'), ('map', 'pages', 'app')),
    'libsoup': (re.compile(r'^libsoup/'), SERVICES),
    'GMP': (re.compile(r'^gmp\.h'), ('core/voting',)),
    'Pango and cairo': (re.compile(r'^(pango/|cairo)'), ('core/exchange', 'widgets', 'map', 'booth', 'pages', 'app')),
    'libsodium': (re.compile(r'^sodium'), ('core/voting', 'core/base', 'core/exchange')),
    'libqrencode': (re.compile(r'^qrencode'), ('core/exchange',)),
}

# Files that open a door of their own, each with its reason.
EXCEPTIONS = {
    # organisers hand the screen to voters from the page Votes; its other files do not know the booth
    ('pages/trh-vote-booth.c', 'booth/trh-booth-window.h'),
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = ('trh-config.h',)


def room_of(path):
    """'core/model/trh-stay.h' → 'core/model'; None when it is in no room of ours."""
    parts = PurePosixPath(path).parts
    for n in (2, 1):
        if len(parts) > n and '/'.join(parts[:n]) in DOORS:
            return '/'.join(parts[:n])
    return None


def faults(path, text):
    """What is wrong with the includes of one file; path is relative to src/."""
    room = room_of(path)
    if room is None:
        yield f'{path}: its folder is no room of doors.py'
        return
    for mark, header in INCLUDE.findall(text):
        if mark == '<':
            for name, (pattern, rooms) in SYSTEM.items():
                if pattern.match(header) and room not in rooms:
                    yield f'{path}: {room} may not include <{header}> ({name})'
            continue
        if header in GENERATED or (path, header) in EXCEPTIONS:
            continue
        target = room_of(header)
        if target is None:
            yield f'{path}: "{header}" is not a full path from src/'
        elif target != room and target not in DOORS[room]:
            yield f'{path}: {room} may not include "{header}"'
