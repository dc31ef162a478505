# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one command that people and machines start with."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

RUN = tap.ROOT / 'run'


def test_help_and_wrong_usage():
    done = subprocess.run([RUN, 'help'], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == '', done
    words = set(re.findall(r'^\./run ([a-z]+)', done.stdout, re.MULTILINE))
    text = RUN.read_text(encoding='utf-8')
    known = set(re.findall(r'^  ([a-z]+)(?:\|[^)]*)?\) ', text, re.MULTILINE))
    assert words == known, f'help speaks of {words}, run knows {known}'
    wrong = subprocess.run([RUN, 'frobnicate'], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2 and wrong.stdout == '' and './run test' in wrong.stderr, wrong


def test_the_test_machine_does_the_same():
    text = (tap.ROOT / '.ci' / 'run').read_text(encoding='utf-8')
    commands = [line for line in text.splitlines() if line and not line.startswith('#')]
    assert commands == ['exec "$(dirname "$0")/../run" test'], commands


def test_packages_are_listed_once_and_in_order():
    sections, current = {}, None
    for line in (tap.ROOT / 'packages.txt').read_text(encoding='utf-8').splitlines():
        if line.startswith('['):
            current = sections.setdefault(line[1:line.index(']')], [])
        elif line and not line.startswith('#'):
            current.append(line)
    assert set(sections) == {'build', 'test'}, sections
    tap.none(f'[{name}] is not in order' for name, names in sections.items() if names != sorted(names))
    names = [name for section in sections.values() for name in section]
    tap.none(f'{name} is listed twice' for name in set(names) if names.count(name) > 1)
    tap.none(f'{name}: is this the name of a package?' for name in names if not re.fullmatch(r'[a-z0-9][a-z0-9.+-]+', name))


def test_packages_exist():
    if shutil.which('apt-cache') is None:
        raise tap.Skip('this is no Debian')
    names = [line for line in (tap.ROOT / 'packages.txt').read_text(encoding='utf-8').splitlines()
             if re.match(r'[a-z0-9]', line)]
    out = subprocess.run(['dpkg-query', '-W', '-f=${Package} ${db:Status-Status}\n', *names],
                         capture_output=True, text=True, check=False).stdout
    there = {line.split()[0] for line in out.splitlines() if line.endswith(' installed')}
    shown = subprocess.run(['apt-cache', 'policy', *names], capture_output=True, text=True, check=False).stdout
    known = set(re.findall(r'^([a-z0-9][a-z0-9.+-]+):$', shown, re.MULTILINE))
    tap.none(f'{name} is neither installed nor known to apt' for name in names if name not in there | known)


tap.main(sys.modules[__name__])
