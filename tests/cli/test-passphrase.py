# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases are asked on the terminal, which shows nothing of them and is left as it was, however the program ends."""
import os
import pty
import select
import signal
import sys
import termios
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
PASSPHRASES = 'quatre chèvres grises', 'un ruisseau de mars'
WORDS = [cli.CLI, 'count', str(VOTE / 'closed.transhumance'), '--urns', str(VOTE), '--keys', str(VOTE / 'v1.keys'), '--lang', 'en']


class Terminal:
    """The program in the foreground of a terminal of its own, started by a shell that tells when it stops or ends."""

    def __init__(self):
        told, tell = os.pipe()
        self.leader, self.end = pty.fork()
        if self.leader == 0:
            os.close(told)
            job = os.fork()
            if job == 0:
                signal.signal(signal.SIGTTOU, signal.SIG_IGN)
                os.setpgid(0, 0)
                os.tcsetpgrp(0, os.getpid())
                signal.signal(signal.SIGTTOU, signal.SIG_DFL)
                os.execv(cli.CLI, WORDS)
            os.write(tell, b'%d\n' % job)
            while True:
                status = os.waitpid(job, os.WUNTRACED)[1]
                os.write(tell, b'stopped\n' if os.WIFSTOPPED(status) else b'ended %d\n' % os.waitstatus_to_exitcode(status))
                if not os.WIFSTOPPED(status):
                    os._exit(0)
        os.close(tell)
        self.told = os.fdopen(told, 'r', encoding='ascii')
        self.job = int(self.told.readline())
        self.shown = ''

    def __enter__(self):
        return self

    def __exit__(self, *what):
        if what[0] is not None:
            os.kill(self.job, signal.SIGKILL)
        self.told.close()
        os.close(self.end)
        os.waitpid(self.leader, 0)

    def wait_for(self, text, times):
        while self.shown.count(text) < times:
            assert select.select([self.end], [], [], 20)[0], f'no “{text}” in {self.shown!r}'
            self.shown += os.read(self.end, 4096).decode()

    def wait_state(self):
        assert select.select([self.told], [], [], 20)[0], 'it neither stops nor ends'
        return self.told.readline().strip()

    def type(self, text):
        os.write(self.end, text.encode())

    def shows_what_is_typed(self):
        return bool(termios.tcgetattr(self.end)[3] & termios.ECHO)


def test_what_is_typed_is_not_shown():
    with Terminal() as terminal:
        for number, passphrase in enumerate(PASSPHRASES, 1):
            terminal.wait_for('Passphrase of ', number)
            assert not terminal.shows_what_is_typed()
            terminal.type(passphrase + '\n')
        terminal.wait_for('Camille Serre', 1)
        assert terminal.wait_state() == 'ended 0'
        assert terminal.shows_what_is_typed() and not any(p in terminal.shown for p in PASSPHRASES), terminal.shown


def test_a_signal_finds_the_terminal_as_it_was():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        with Terminal() as terminal:
            terminal.wait_for('Passphrase of ', 1)
            assert not terminal.shows_what_is_typed()
            if number == signal.SIGINT:
                terminal.type('quatre\x03')  # Ctrl+C
            else:
                os.kill(terminal.job, number)
            assert terminal.wait_state() == f'ended {-number}', number
            assert terminal.shows_what_is_typed(), number


def test_stopped_and_taken_up_again():
    with Terminal() as terminal:
        terminal.wait_for('Passphrase of ', 1)
        terminal.type('quatre\x1a')  # Ctrl+Z
        assert terminal.wait_state() == 'stopped'
        assert terminal.shows_what_is_typed()
        os.kill(terminal.job, signal.SIGCONT)
        for number, passphrase in enumerate(PASSPHRASES, 2):
            terminal.wait_for('Passphrase of ', number)
            assert not terminal.shows_what_is_typed()
            terminal.type(passphrase + '\n')
        terminal.wait_for('Camille Serre', 1)
        assert terminal.wait_state() == 'ended 0'
        assert terminal.shows_what_is_typed()


tap.main(sys.modules[__name__])
