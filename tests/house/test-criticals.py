# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What GLib calls critical ends every test in which it is said."""
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

INFO = Path(os.environ['TRH_BUILD']) / 'meson-info' / 'intro-tests.json'
OURS = ('house', 'texts') # these read texts and start no program of ours


def lenient(tests):
    """Names of tests that would go on after a complaint."""
    for test in tests:
        suites = {suite.split(':')[-1] for suite in test['suite']}
        if not suites & set(OURS) and 'fatal-criticals' not in test['env'].get('G_DEBUG', '').split(','):
            yield test['name']


def test_a_planted_fault_is_found():
    assert list(lenient([{'name': 'a', 'suite': ['x:core'], 'env': {'G_DEBUG': 'gc-friendly'}},
                         {'name': 'b', 'suite': ['x:ui'], 'env': {}},
                         {'name': 'c', 'suite': ['x:ui'], 'env': {'G_DEBUG': 'fatal-criticals,gc-friendly'}},
                         {'name': 'd', 'suite': ['x:house'], 'env': {}}])) == ['a', 'b']


def test_criticals_are_fatal():
    tests = json.loads(INFO.read_text(encoding='utf-8'))
    assert len(tests) > 50, len(tests)
    tap.none(lenient(tests))


tap.main(sys.modules[__name__])
