# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season is edited and saved while the world fails: told “saved”, an edit is there; the file is whole at any moment."""
import os
import sys

import faults
import tap

DOOR = os.environ['TRH_SAVE_LOOP']
WHAT = {'setup': f'{DOOR} {{FILE}} --setup', 'check': f'{DOOR} {{FILE}} --check {{ACKED}}'}


def edits(n, broken=None):
    """What to run: n edits, and how they are saved."""
    how = [f'--broken={broken}'] if broken else []
    return {**WHAT, 'program': [DOOR, '{FILE}', n, *how]}


def test_power_cuts():
    for mistake in 'told-early', 'in-place', 'unsynced':
        faults.finds('powerloss.py', **edits(3, mistake))
    for options in (), ('--posix',):
        faults.holds('powerloss.py', '--max-points', 1000 * faults.ROUNDS, *options, **edits(45 * faults.ROUNDS))


def test_calls_that_fail():
    faults.finds('syscall_faults.py', '--only', 'write', **edits(1, 'in-place'))
    for options in (), ('--sticky',):
        faults.finds('syscall_faults.py', '--only', 'fsync,rename', *options, **edits(1, 'deaf'))
    faults.holds('syscall_faults.py', '--max-n', 60, **edits(8 * faults.ROUNDS))
    faults.holds('syscall_faults.py', '--sticky', '--max-n', 60, **edits(4 * faults.ROUNDS))


def test_kills_at_each_call():
    faults.finds('syscall_faults.py', '--kill', '--only', 'write', **edits(1, 'in-place'))
    faults.holds('syscall_faults.py', '--kill', '--max-n', 400 * faults.ROUNDS, **edits(18 * faults.ROUNDS))


def test_kills_at_random():
    faults.finds('kill9_loop.py', '--loops', 100, '--min-ms', 5, '--max-ms', 30, **edits(100000, 'in-place'))
    faults.holds('kill9_loop.py', '--loops', 200 * faults.ROUNDS, '--min-ms', 5, '--max-ms', 30, **edits(100000))


def test_full_disks():
    faults.finds('diskfull.py', '--steps', 4, **edits(2, 'in-place'))
    faults.holds('diskfull.py', '--steps', 98 * faults.ROUNDS, '--step', 1024, **edits(2))


tap.main(sys.modules[__name__])
