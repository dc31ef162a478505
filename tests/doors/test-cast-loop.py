# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""An urn that is filled while the world fails: killed after every system call, the power cut, calls that fail, a
full disk. Told “recorded”, a ballot is there; nothing is there twice; no code is used without its ballot.

A tool counts only after it has found a planted mistake."""
import os
import subprocess
import sys
import tempfile

import faults
import tap

DOOR = os.environ['TRH_CAST_LOOP']


def try_out(tool, *options, program=(DOOR, 'run', '{DIR}', '2')):
    """Whether the tool found no broken promise, and what it said."""
    faults.need(tool)
    done = subprocess.run([sys.executable, faults.FAULTS / tool, *options, '--setup', f'{DOOR} setup {{DIR}}',
                           '--check', f'{DOOR} check {{DIR}} {{ACKED}}', '--', *program],
                          capture_output=True, text=True, check=False, env=faults.in_memory())
    said = done.stdout + done.stderr
    if done.returncode == 2 or 'without any fault' in said:
        raise tap.Skip(f'{tool} cannot run here: {said.strip()}')
    return done.returncode == 0, said


def hold(tool, *options):
    held, said = try_out(tool, *options)
    assert held, said
    print(f'# {said.strip()}')


def test_power_cut_at_any_moment():
    hold('powerloss.py')
    hold('powerloss.py', '--posix')


def test_a_planted_mistake_is_found():
    """A program that tells of a ballot before it is on the disk."""
    boaster = ('sh', '-c', f'echo recorded 1; exec "{DOOR}" run "$0" 2', '{DIR}')
    for tool, options in ('powerloss.py', ()), ('syscall_faults.py', ('--kill', '--only', 'rename')):
        held, said = try_out(tool, *options, program=boaster)
        assert not held and 'ballot 1 was told to be in the box and is not' in said, said


def test_killed_after_every_system_call():
    hold('syscall_faults.py', '--kill')


def test_calls_that_fail():
    hold('syscall_faults.py', '--only', 'write,fsync,rename,openat', '--max-n', '8', '--timeout', '20')


def test_a_folder_that_cannot_be_flushed():
    """GLib hears nothing of it: no ballot may be told to be in the box."""
    strace = tap.need('strace')
    with tempfile.TemporaryDirectory() as folder:
        tap.run(DOOR, 'setup', folder)
        done = subprocess.run([strace, '-f', '-qqq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO:when=2+',
                               DOOR, 'run', folder, '1'], capture_output=True, text=True, check=False)
        if 'ptrace' in done.stderr.lower():
            raise tap.Skip('strace may not trace here')
        assert done.returncode == 1 and done.stdout == '', done.stdout + done.stderr


def test_killed_at_random_and_started_again():
    hold('kill9_loop.py', '--loops', '30', '--min-ms', '1', '--max-ms', '60')


def test_full_disk():
    if os.geteuid() != 0:
        raise tap.Skip('only root may mount a small disk')
    hold('diskfull.py', '--steps', '6')


tap.main(sys.modules[__name__])
