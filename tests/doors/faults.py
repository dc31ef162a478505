# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared fault tools, as the tests call them: each first finds a planted mistake, then holds its promise.

Environment: TRH_SHARED, the shared folder (by default ../shared beside the sources); TRH_ROUNDS, how many times as
many states as in an ordinary run.
"""
import os
import re
import shutil
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
TRIES = 4    # each with half as many edits again
# Faults come from the tools, not from a disk: in memory a flush costs nothing, and states come several times as fast.
MEMORY = '/dev/shm'
ROOM = 256 * 2 ** 20 # bytes


def need(tool):
    if not (FAULTS / tool).is_file():
        raise tap.Skip('the shared fault tools are not here: set TRH_SHARED')
    tap.need('strace')
    if os.geteuid() != 0:
        raise tap.Skip('the fault tools need root')


def in_memory():
    """The environment for a tool: its folders are in memory where there is room."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return {**os.environ, 'TMPDIR': MEMORY}
    return dict(os.environ)


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
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                              env=in_memory())
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


def holds(tool, *options, n, edits):
    """The tool finds nothing wrong in many states, with edits(n).

    Which thread makes a call is chance, and strace counts the calls of each thread: where the states are too few,
    more edits are made.
    """
    for _ in range(TRIES):
        looked_at, broken, said = run(tool, *options, **edits(n))
        assert broken == 0, said
        print(f'# {n} edits: {said.strip().splitlines()[-1]}', flush=True)
        if looked_at >= STATES:
            return
        n += max(1, n // 2)
    raise AssertionError(f'only {looked_at} states: {said}')
