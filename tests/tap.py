# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests in Python that speak TAP: functions named test_…, run in the order of the file.

A test fails with an AssertionError, whose lines are shown; it skips with Skip("why").
"""
import os
import shutil
import subprocess
import sys
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Skip(Exception):
    """The test cannot run here."""


def need(program):
    """The path of a program, or a skip that names it."""
    found = shutil.which(program)
    if found is None:
        raise Skip(f'{program} is not installed')
    return found


def run(*command, env=None, **more):
    """Runs a program; its output as text. Ending badly fails the test."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          env={**os.environ, **(env or {})}, **more)
    assert done.returncode == 0, f'{" ".join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout + done.stderr


def none(faults):
    """Fails with a list of faults, when there are any."""
    faults = list(faults)
    assert not faults, '\n'.join(faults)


def main(module):
    tests = [(name, function) for name, function in vars(module).items()
             if name.startswith('test_') and callable(function)]
    failed = False
    print(f'1..{len(tests)}', flush=True)
    for number, (name, function) in enumerate(tests, 1):
        title = f'{number} {name[5:].replace("_", "-")}'
        try:
            function()
            print(f'ok {title}', flush=True)
        except Skip as reason:
            print(f'ok {title} # SKIP {reason}', flush=True)
        except AssertionError as fault:
            failed = True
            print(f'not ok {title}', flush=True)
            print(str(fault) or traceback.format_exc(), file=sys.stderr, flush=True) # meson shows only this
    sys.exit(1 if failed else 0)
