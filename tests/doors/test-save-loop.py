# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season is edited and saved while the world fails: told “saved”, an edit is there; the file is whole at any moment."""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import faults
import tap

DOOR = os.environ['TRH_SAVE_LOOP']
WAY = sys.argv[1:] # --journal, or nothing
MISTAKES = ('told-early',) if WAY else ('told-early', 'unsynced', 'in-place')
KILLED = 'fdatasync' if WAY else 'write'
HANGS_S = 60
DEAF = 'told-early' if WAY else 'deaf'
# edits that mostly give every tool its 200 states: a save makes more calls than a line of the journal
CUT, CUT_POSIX, FAILED, STUCK, AT_CALLS = (8, 8, 13, 8, 34) if WAY else (6, 3, 5, 3, 10)


def edits(n, broken=None):
    """What to run: n edits, and how they are kept."""
    how = [f'--broken={broken}'] if broken else []
    return {'door': DOOR, 'program': [DOOR, '{FILE}', n, *WAY, *how]}


def test_power_cuts():
    for mistake in MISTAKES:
        faults.finds('powerloss.py', '--max-points', 24, **edits(3, mistake))
    for n, options in (CUT, ()), (CUT_POSIX, ('--posix',)):
        faults.holds('powerloss.py', '--max-points', 1000 * faults.ROUNDS, *options, n=n * faults.ROUNDS, edits=edits)


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
    # the first find ends it: one of thirty kills meets the mistake, so that a hundred would be too few now and then
    faults.finds('kill9_loop.py', '--loops', 1000, '--min-ms', 5, '--max-ms', 30, **edits(100000, MISTAKES[-1]))
    faults.holds('kill9_loop.py', '--loops', 200 * faults.ROUNDS, '--min-ms', 5, '--max-ms', 30, n=100000, edits=edits)


def test_full_disks():
    faults.finds('diskfull.py', '--steps', 4, **edits(2, MISTAKES[-1]))
    faults.holds('diskfull.py', '--steps', 98 * faults.ROUNDS, '--step', 1024, n=2, edits=edits)


def test_a_folder_that_cannot_be_flushed():
    """The season is written, nobody tells that it is saved, and the next try is not taken for another program's work."""
    strace = tap.need('strace')
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        path = os.path.join(folder, 'season.transhumance')
        tap.run(DOOR, path, '--setup')
        for _ in range(2):
            done = subprocess.run([strace, '-f', '-qqq', '-o', '/dev/null', '-P', folder, '-e', 'inject=fsync:error=EIO',
                                   DOOR, path, '1'], capture_output=True, text=True, check=False)
            if 'ptrace' in done.stderr.lower():
                raise tap.Skip('strace may not trace here')
            assert 'SAVED' not in done.stdout, done.stdout
            assert 'a power cut could still lose this' in done.stderr and 'another program' not in done.stderr, done.stderr
            assert 'previous version is untouched' not in done.stderr, done.stderr
        # one that does not listen saves twice: what it wrote itself is no other program's work
        done = subprocess.run([strace, '-f', '-qqq', '-o', '/dev/null', '-P', folder, '-e', 'inject=fsync:error=EIO',
                               DOOR, path, '3', '--broken=deaf'], capture_output=True, text=True, check=True)
        with open(path, encoding='utf-8') as file: # not what the journal would add
            title = json.load(file)['season']['title']
        assert done.stdout.endswith(f'SAVED {title}\n'), f'{title} is in the file: {done.stdout}'


def test_a_disk_that_hangs():
    """The program ends all the same, and says so; what the file does not have is in the journal."""
    strace = tap.need('strace')
    with tempfile.TemporaryDirectory() as folder:
        path, acked = (os.path.join(folder, name) for name in ('season.transhumance', 'acked'))
        tap.run(DOOR, path, '--setup')
        hang = f'inject=rename,renameat2:delay_enter={HANGS_S * 1000000}'
        began = time.monotonic()
        with subprocess.Popen([strace, '-f', '-qqq', '-o', '/dev/null', '-e', hang, DOOR, path, '3', '--quit'], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as program:
            said = program.stderr.readline() # the last word; strace lets nobody go before the disk is back
            waited_s = time.monotonic() - began
            os.killpg(program.pid, signal.SIGKILL)
            told = program.stdout.read()
        if 'ptrace' in said.lower():
            raise tap.Skip('strace may not trace here')
        assert 'does not answer' in said and waited_s < HANGS_S / 2, f'after {waited_s:.0f} s: {said}'
        assert 'SAVED 3' in told, told
        with open(acked, 'w', encoding='utf-8') as file:
            file.write(told)
        tap.run(DOOR, path, '--check', acked)


if WAY:
    del test_a_folder_that_cannot_be_flushed # only a file whose save is told at once
    del test_a_disk_that_hangs # only a file is waited for at the end
tap.main(sys.modules[__name__])
