#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""again.py BUILD-FOLDER: runs the window tests that failed in the last `meson test` once more, alone.

A window that two other programs keep from the processor can be late for the hand that drives it. What fails alone as
well has failed; what passes is named by count.py, with what went wrong first: such a test is to be mended. More than
MOST failures are no accident, and nothing but windows is tried twice. Ends with 0 when all pass now.
"""
import json
import subprocess
import sys
from pathlib import Path

SUITES = ('ui', 'booth', 'pages', 'widgets', 'map')
MOST = 3
LOG = 'again'


def failed_windows(log):
    """The names of the tests in a testlog.json to run once more."""
    failed = [entry for entry in map(json.loads, log.read_text(encoding='utf-8').splitlines())
              if entry['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP')]
    suites = [entry['name'].split(' / ')[0].split(':')[-1] for entry in failed]
    if len(failed) > MOST or not all(suite in SUITES for suite in suites):
        return []
    return [entry['name'].split(' / ', 1)[1] for entry in failed]


def main(build):
    log = Path(build, 'meson-logs', 'testlog.json')
    names = failed_windows(log) if log.exists() else []
    if not names:
        return 1
    return subprocess.run(['meson', 'test', '-C', build, '--no-rebuild', '--num-processes', '1', '--logbase', LOG,
                           '--timeout-multiplier', '4', '--print-errorlogs', *names], check=False).returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
