# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line program, as the tests call it."""
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

CLI = os.environ['TRH_CLI']
SEEDS = Path(os.environ['TRH_SEEDS'])
SHARED = Path(os.environ.get('TRH_SHARED', tap.ROOT.parent / 'shared'))
DONE, FOUND, USAGE, INPUT, OUTPUT = range(5)


def call(*words, env=None, **more):
    """Runs it; what it wrote on both ends and its exit status. Dying of a signal fails the test."""
    done = subprocess.run([CLI, *map(str, words)], stdout=more.pop('stdout', subprocess.PIPE), stderr=subprocess.PIPE,
                          env={**os.environ, **(env or {})}, timeout=60, check=False, **more)
    errors = done.stderr.decode('utf-8')
    assert 0 <= done.returncode <= 4, f'{words}: ended with {done.returncode}\n{errors}'
    assert 'CRITICAL' not in errors and 'Sanitizer' not in errors, f'{words}: {errors}'
    return (done.stdout or b'').decode('utf-8'), errors, done.returncode


def project(**collections):
    """The text of a small project."""
    return json.dumps({'format': 'transhumance', 'version': 1, 'id': 'p', **collections}, ensure_ascii=False)


def two_places(**more):
    """A season with one alert: Camille Serre is at Séderon and at Rosans on 13 and 14 June."""
    return project(
        season={'title': 'Été', 'first-day': '2027-06-01', 'last-day': '2027-06-30', **more.pop('season', {})},
        communes=[{'insee': '26340', 'name': 'Séderon', 'latitude': 44.2, 'longitude': 5.53},
                  {'insee': '05126', 'name': 'Rosans', 'latitude': 44.39, 'longitude': 5.47}],
        venues=[{'id': 'v', 'name': 'Salle', 'commune': '26340', 'for-work': True, 'beds': 2},
                {'id': 'x', 'name': 'Mairie', 'commune': '05126', 'for-work': True, 'beds': 2}],
        artists=[{'id': 'a', 'name': 'Camille Serre'}],
        stays=[{'id': 's', 'artist': 'a', 'venue': 'v', 'first-day': '2027-06-10', 'last-day': '2027-06-14'},
               {'id': 't', 'artist': 'a', 'venue': 'x', 'first-day': '2027-06-13', 'last-day': '2027-06-16'}], **more)
