# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""How every file of the house looks: its licence, its size, its characters."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

MAX_LINES = 600
SOURCES = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.svg')
SPDX = ('SPDX-FileCopyrightText: ', 'SPDX-License-Identifier: ')
# Texts that people wrote outside, kept as they came.
BORROWED = ('COPYING',)


def files():
    """Paths under git, so that build folders and screenshots do not count."""
    try:
        out = subprocess.run(['git', '-C', str(tap.ROOT), 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                             capture_output=True, check=True).stdout
        found = [tap.ROOT / name for name in out.decode('utf-8').split('\0') if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in tap.ROOT.rglob('*') if not path.relative_to(tap.ROOT).parts[0].startswith(('_', '.'))]
    return sorted(path for path in found if path.is_file() and path.name not in BORROWED)


def is_source(path):
    return path.suffix in SOURCES or path.name.endswith(('.xml.in', '.desktop.in', '.1')) or path.name in ('run', 'update')


def wrong_in(name, text):
    """What is wrong in one source file."""
    head = '\n'.join(text.splitlines()[:8])
    for line in SPDX:
        if line not in head:
            yield f'{name}: no “{line}…” on top'
    lines = text.count('\n')
    if lines > MAX_LINES:
        yield f'{name}: {lines} lines; at {MAX_LINES} it is two files'
    if not text.endswith('\n') or text.endswith('\n\n'):
        yield f'{name}: ends with no line feed, or with two'
    for number, line in enumerate(text.splitlines(), 1):
        if line != line.rstrip():
            yield f'{name}:{number}: space at the end of the line'
        if '\t' in line and not name.endswith(('.sh', 'run', 'update')):
            yield f'{name}:{number}: a tabulator'
        if len(line) > (160 if name.startswith('tests/') else 130) and name.endswith(('.c', '.h', '.py')):
            yield f'{name}:{number}: {len(line)} columns'


def test_planted_faults_are_found():
    good = '/* SPDX-FileCopyrightText: 2026 X\n * SPDX-License-Identifier: Y */\nint x;\n'
    assert not list(wrong_in('a.c', good)), list(wrong_in('a.c', good))
    for bad in ('int x;\n', good + ' int y; \n', good + '\tint y;\n', good.rstrip('\n'), good + 'int y;\n' * MAX_LINES,
                good + '//' + 'x' * 130 + '\n'):
        assert list(wrong_in('a.c', bad)), bad[:200]


def test_every_source_file():
    sources = [path for path in files() if is_source(path)]
    assert len(sources) > 50, 'the sources are not where they were'
    tap.none(fault for path in sources
             for fault in wrong_in(path.relative_to(tap.ROOT).as_posix(), path.read_text(encoding='utf-8')))


def test_names_of_files():
    """Lower case with hyphens; ours begin with trh-; every header is read once."""
    faults = []
    for path in files():
        name = path.relative_to(tap.ROOT).as_posix()
        if path.suffix in ('.c', '.h', '.ui') and name.startswith('src/'):
            if not re.fullmatch(r'(trh-[a-z0-9-]+|main)', path.stem) and not path.name == 'help-overlay.ui':
                faults.append(f'{name}: names of sources are like trh-stay.c')
            if path.suffix == '.h' and '#pragma once' not in path.read_text(encoding='utf-8'):
                faults.append(f'{name}: no “#pragma once”')
    tap.none(faults)


def test_nothing_of_one_machine_is_in_a_file():
    """Paths of the machine it was written on."""
    words = re.compile(r'/(work|tmp/fr|home/[a-z]+|root)/(?!\.)')
    faults = []
    for path in files():
        if path.suffix in SOURCES + ('.md', '.build', '.json', '.txt', '.po'):
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                if words.search(line) and path != Path(__file__).resolve():
                    faults.append(f'{path.relative_to(tap.ROOT)}:{number}: {line.strip()[:100]}')
    tap.none(faults)


tap.main(sys.modules[__name__])
