#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py STATUS BUILD-FOLDER…: prints “N passed, N failed, N skipped” for the last `meson test` of each.

A TAP program counts as many tests as it reports; any other program counts as one. A program that
ends badly without naming a failed test counts as one failed. STATUS is what the shell saw: when it is not 0
and no log knows why (the build itself broke, say), that is one failure more.

Before that line, on the error output: what failed, with its last words, and what passed only when again.py ran it
once more, with why it failed first.
"""
import json
import re
import sys
from pathlib import Path

LINE = re.compile(r'^(not )?ok\b[^#\n]*(?:#[ \t]*(\w+))?', re.IGNORECASE | re.MULTILINE)
AGAIN = 'again.json' # of again.py
WORDS = 12 # lines
GOOD, SKIPPED = ('OK', 'EXPECTEDFAIL'), ('SKIP',)


def count_program(entry):
    """One line of testlog.json → (passed, failed, skipped)"""
    passed = failed = skipped = 0
    for bad, directive in LINE.findall(entry.get('stdout') or ''):
        if directive.upper() == 'SKIP':
            skipped += 1
        elif bad:
            failed += 1
        else:
            passed += 1
    if entry['result'] in SKIPPED and passed + failed + skipped == 0:
        skipped = 1
    elif entry['result'] in GOOD and passed + failed + skipped == 0:
        passed = 1
    elif entry['result'] not in GOOD + SKIPPED and failed == 0:
        failed = 1
    return passed, failed, skipped


def last_words(entry):
    """What a program said about what went wrong in it."""
    said = (entry.get('stdout') or '').splitlines() + (entry.get('stderr') or '').splitlines()
    lines = [line for line in said if line.startswith(('not ok', '#', 'Bail out!')) or 'ERROR' in line]
    return '\n'.join('    ' + line for line in (lines or said)[-WORDS:])


def read(folder, name):
    """The last `meson test` of a build folder, by test; None when there is no log."""
    log = Path(folder, 'meson-logs', name)
    if not log.exists():
        return None
    return {number if 'name' not in entry else entry['name']: entry
            for number, entry in enumerate(map(json.loads, log.read_text(encoding='utf-8').splitlines()))}


def main(status, folders):
    totals = [0, 0, 0]
    for folder in folders:
        entries = read(folder, 'testlog.json')
        if entries is None:
            status = status or 1
            continue
        again = read(folder, AGAIN) or {}
        for name, entry in entries.items():
            last = again.get(name, entry)
            totals = [a + b for a, b in zip(totals, count_program(last))]
            if entry['result'] not in GOOD + SKIPPED:
                outcome = 'passed only when run again, alone; at first' if last['result'] in GOOD else 'failed'
                print(f'{name}: {outcome} {entry["result"]}\n{last_words(entry)}', file=sys.stderr)
    if status != 0 and totals[1] == 0:
        totals[1] = 1
    print('%d passed, %d failed, %d skipped' % tuple(totals))
    return 1 if totals[1] > 0 else 0


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
