# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared fault tools, as the tests call them: each first finds a planted mistake, then holds its promise.

Environment: TRH_SHARED, the shared folder (by default ../shared beside the sources); TRH_ROUNDS, how many times as
many states as in an ordinary run.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

FAULTS = Path(os.environ.get('TRH_SHARED', tap.ROOT.parent / 'shared')) / 'faults'
ROUNDS = int(os.environ.get('TRH_ROUNDS', '1'))
JUDGE = Path(__file__).resolve().parent / 'judge.sh'
FILE = 'season.transhumance'
STATES = 200 # that a tool must have looked at before its word counts


def need(tool):
    if not (FAULTS / tool).is_file():
        raise tap.Skip('the shared fault tools are not here: set TRH_SHARED')
    tap.need('strace')
    if os.geteuid() != 0:
        raise tap.Skip('the fault tools need root')


def run(tool, *options, door, program):
    """How many states the tool looked at, how many of them were broken, and what it said.

    door --setup makes a season, door --check judges what became of it; program is what runs between.
    """
    need(tool)
    with tempfile.NamedTemporaryFile(prefix='where-') as where:
        setup = f'sh -c "{JUDGE} note {where.name} {{DIR}} && {door} {{FILE}} --setup"'
        # the file has the same name wherever it is looked at, and {DIR} is mounted where it was
        check = f'sh -c "{JUDGE} judge {where.name} {{DIR}} {door} $(cat {where.name})/{FILE} --check {{ACKED}}"'
        command = [sys.executable, FAULTS / tool, *options, '--file', FILE, '--setup', setup, '--check', check, '--', *program]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if 'Operation not permitted' in said or 'ptrace' in said.lower() or 'mount:' in said or 'unshare:' in said:
        raise tap.Skip(f'{tool} may not do its work here: {said.strip().splitlines()[-1]}')
    counts = re.search(r'(\d+) trials, (\d+) broken', said)
    assert counts, f'{tool} could not run: {said}'
    return int(counts[1]), int(counts[2]), said


def finds(tool, *options, **what):
    """The tool finds the mistake that is in the program."""
    _, broken, said = run(tool, *options, **what)
    assert broken > 0, f'{tool} does not see what is wrong with {what["program"]}: {said}'
    print(f'# {said.strip().splitlines()[-1]}, as it must be', flush=True)


def holds(tool, *options, least=STATES, **what):
    """The tool finds nothing wrong in many states."""
    looked_at, broken, said = run(tool, *options, **what)
    assert broken == 0, said
    assert looked_at >= least, f'only {looked_at} states: {said}'
    print(f'# {said.strip().splitlines()[-1]}', flush=True)
