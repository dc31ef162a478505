# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room calls only the rooms of its row."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import doors  # noqa: E402
import tap  # noqa: E402

SRC = tap.ROOT / 'src'


def test_a_planted_wrong_include_is_found():
    for path, include, wrong in (
            ('core/model/trh-stay.c', '"core/schedule/trh-alert.h"', True),
            ('core/model/trh-stay.c', '"core/base/trh-day.h"', False),
            ('core/geo/trh-distance.c', '<gtk/gtk.h>', True),
            ('core/model/trh-stay.c', '<libsoup/soup.h>', True),
            ('core/workspace/trh-workspace.c', '"core/voting/trh-urn.h"', True),
            ('core/exchange/trh-csv.c', '"core/storage/trh-store.h"', True),
            ('booth/trh-booth-window.c', '"core/model/trh-project.h"', True),
            ('booth/trh-booth-window.c', '"core/voting/trh-ballot-paper.h"', False),
            ('services/net/trh-http.c', '"core/model/trh-stay.h"', True),
            ('widgets/trh-chart.c', '"core/model/trh-stay.h"', True),
            ('pages/trh-calendar-page.c', '"booth/trh-booth-window.h"', True),
            ('pages/trh-calendar-page.c', '"map/trh-map.h"', False),
            ('cli/main.c', '"app/trh-window.h"', True),
            ('cli/main.c', '<adwaita.h>', True),
            ('core/model/trh-stay.c', '"trh-commune.h"', True),
            ('core/elsewhere/trh-x.c', '<glib.h>', True),
            ('core/geo/trh-distance.c', '<glib.h>', False)):
        found = list(doors.faults(path, f'/* */\n#include {include}\n'))
        assert bool(found) == wrong, f'{path} with {include}: {found}'


def test_every_include_goes_through_a_door():
    files = [path for path in SRC.rglob('*') if path.suffix in ('.c', '.h')]
    assert len(files) > 20, 'the sources are not where they were'
    tap.none(fault for path in sorted(files)
             for fault in doors.faults(path.relative_to(SRC).as_posix(), path.read_text(encoding='utf-8')))


def strangers(readme, folders):
    """Rooms that are not in the table of the README, in doors.py and in src/ alike."""
    table = {room for row in re.findall(r'^\| (`[^|]*) \|', readme, re.MULTILINE) for room in re.findall(r'`([^`]+)`', row)}
    return sorted((table | set(doors.DOORS) | folders) - (table & set(doors.DOORS) & folders))


def test_the_table_its_twin_and_the_folders_name_the_same_rooms():
    readme = (SRC / 'README.md').read_text(encoding='utf-8')
    folders = {doors.room_of(path.relative_to(SRC)) for path in SRC.rglob('*.c')}
    assert strangers(readme.replace('| `map` |', '| `moon` |'), folders) == ['map', 'moon']
    assert strangers(readme, folders | {'core/planner'}) == ['core/planner']
    tap.none(strangers(readme, folders))


def test_no_page_knows_another():
    """Pages know trh-page.h and the files that begin with their own name."""
    faults = []
    pages = sorted(path.stem for path in (SRC / 'pages').glob('trh-*-page.c'))
    for path in sorted((SRC / 'pages').glob('*.[ch]')):
        for mark, header in doors.INCLUDE.findall(path.read_text(encoding='utf-8')):
            for page in pages:
                if header == f'pages/{page}.h' and not path.stem.startswith(page.removesuffix('-page')):
                    faults.append(f'pages/{path.name}: a page may not include "{header}"')
    tap.none(faults)


tap.main(sys.modules[__name__])
