# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season is edited and saved while the world fails: told “saved”, an edit is there; the file is whole at any moment."""
import os
import sys

import faults
import tap

DOOR = os.environ['TRH_SAVE_LOOP']
WAY = sys.argv[1:] # --journal, or nothing
MISTAKES = ('told-early',) if WAY else ('told-early', 'unsynced', 'in-place')
KILLED = 'fdatasync' if WAY else 'write'
DEAF = 'told-early' if WAY else 'deaf'
# edits that mostly give every tool its 200 states: a save makes more calls than a line of the journal
CUT, FAILED, STUCK, AT_CALLS = (8, 13, 9, 36) if WAY else (6, 5, 4, 12)


def edits(n, broken=None):
    """What to run: n edits, and how they are kept."""
    how = [f'--broken={broken}'] if broken else []
    return {'door': DOOR, 'program': [DOOR, '{FILE}', n, *WAY, *how]}


def test_power_cuts():
    for mistake in MISTAKES:
        faults.finds('powerloss.py', '--max-points', 8, **edits(3, mistake))
    for options in (), ('--posix',):
        faults.holds('powerloss.py', '--max-points', 1000 * faults.ROUNDS, *options, n=CUT * faults.ROUNDS, edits=edits)


def test_calls_that_fail():
    for options in (), ('--sticky',):
        faults.finds('syscall_faults.py', '--only', 'fsync,fdatasync,rename', *options, **edits(1, DEAF))
    # a journal that fails is made anew: not every failure is to be heard of, but what was told must be there
    faults.holds('syscall_faults.py', '--must-notice', '', '--max-n', 20 * faults.ROUNDS,
                 n=FAILED * faults.ROUNDS, edits=edits)
    faults.holds('syscall_faults.py', '--must-notice', '', '--sticky', '--max-n', 10 * faults.ROUNDS,
                 n=STUCK * faults.ROUNDS, edits=edits)


def test_kills_at_each_call():
    faults.finds('syscall_faults.py', '--kill', '--only', KILLED, '--max-n', 6, **edits(30, MISTAKES[-1]))
    faults.holds('syscall_faults.py', '--kill', '--max-n', 400 * faults.ROUNDS, n=AT_CALLS * faults.ROUNDS, edits=edits)


def test_kills_at_random():
    faults.finds('kill9_loop.py', '--loops', 100, '--min-ms', 5, '--max-ms', 30, **edits(100000, MISTAKES[-1]))
    faults.holds('kill9_loop.py', '--loops', 200 * faults.ROUNDS, '--min-ms', 5, '--max-ms', 30, n=100000, edits=edits)


def test_full_disks():
    faults.finds('diskfull.py', '--steps', 4, **edits(2, MISTAKES[-1]))
    faults.holds('diskfull.py', '--steps', 98 * faults.ROUNDS, '--step', 1024, n=2, edits=edits)


tap.main(sys.modules[__name__])
