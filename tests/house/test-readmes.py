# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every folder says in a few lines what it is for."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

TOP = ('data', 'flatpak', 'po', 'seeds', 'src', 'tests')
MOST_LINES = 60


def folders():
    for top in TOP:
        for folder in [tap.ROOT / top, *sorted((tap.ROOT / top).rglob('*'))]:
            name = folder.relative_to(tap.ROOT).as_posix()
            if folder.is_dir() and folder.name != '__pycache__' \
                    and any(path.is_file() for path in folder.iterdir()):
                yield name, folder


def test_every_folder_has_one():
    found = list(folders())
    assert len(found) > 15, found
    tap.none(f'{name}: no README.md' for name, folder in found if not (folder / 'README.md').is_file())


def test_each_is_short_and_says_something():
    faults = []
    for name, folder in folders():
        path = folder / 'README.md'
        if path.is_file():
            text = path.read_text(encoding='utf-8')
            if len(text.split()) < 12:
                faults.append(f'{name}/README.md: says too little')
            if text.count('\n') > MOST_LINES and name != 'seeds':
                faults.append(f'{name}/README.md: more than {MOST_LINES} lines')
    tap.none(faults)


def test_files_that_they_name_exist():
    """`trh-day`, `trh-limits.h`, `test-doors.py` in a README are beside it, or the README is older than the house."""
    faults = []
    stems = {path.name for path in (tap.ROOT / 'src').rglob('trh-*')} | \
            {path.stem for path in (tap.ROOT / 'src').rglob('trh-*')} | \
            {path.name for path in (tap.ROOT / 'tests').rglob('*')} | {path.stem for path in (tap.ROOT / 'tests').rglob('*')}
    for name, folder in folders():
        path = folder / 'README.md'
        if path.is_file():
            for word in re.findall(r'`((?:trh|test)-[a-z0-9-]+(?:\.[a-z]+)?)`', path.read_text(encoding='utf-8')):
                if word not in stems:
                    faults.append(f'{name}/README.md: there is no {word}')
    tap.none(faults)


tap.main(sys.modules[__name__])
