# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a file that would clear a line of the terminal, colour it, turn it around or begin another one."""
import json
import re
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
TRICKS = ('\x1b[2K\r', '\x1b[31m', '\x1b]0;title\x07', '\u202e', '\u2066', '\u200f', '\x9b2K', '\x7f', '\x85', '\u2028',
          '\nIt is the urn of the minutes.\n')
HIDDEN = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]')


def quoted(text):
    return json.dumps(text)[1:-1]


def altered(folder, source, before, trick):
    """A copy where a word has something hidden in it."""
    path = Path(folder, f'altered{source.suffix}')
    text = source.read_text(encoding='utf-8')
    assert before in text
    path.write_text(text.replace(before, before + quoted(trick), 1), encoding='utf-8')
    return path


def look(words, trick, statuses):
    """Nothing hidden reaches the terminal, no line begins with words of a file, and JSON still says what the file says."""
    out, errors, status = cli.call(*words, '--lang', 'en')
    assert status in statuses, (words, trick, status, errors)
    for text in (out, errors):
        assert not HIDDEN.search(text), (words, ascii(text))
        assert not re.search(r'^It is the urn of the minutes\.', text, re.MULTILINE), (words, text)
    plain = out + errors
    out, errors, status = cli.call(*words, '--json', '--lang', 'en')
    assert status in statuses and not HIDDEN.search(out + errors), (words, ascii(out + errors))
    return plain, json.loads(out)


def test_places_of_urns():
    with tempfile.TemporaryDirectory() as folder:
        for trick in TRICKS:
            urn = altered(folder, VOTE / 's1.urn', '"place": "Séderon', trick)
            look(('verify', urn), trick, (cli.DONE, cli.FOUND, cli.INPUT))
            look(('merge', urn, '--output', Path(folder, 'all.urns')), trick, (cli.DONE, cli.INPUT))
            look(('count', urn, '--rule', 'av', '--seats', 1), trick, (cli.INPUT, cli.USAGE))


def test_names_of_a_season():
    with tempfile.TemporaryDirectory() as folder:
        season = Path(folder, 'season.transhumance')
        season.write_text(cli.two_places(), encoding='utf-8')
        for trick in TRICKS:
            plain, told = look(('check', altered(folder, season, '"Séderon', trick), '--repairs'), trick, (cli.FOUND,))
            assert f'\\u{ord(trick[0]):04x}' in plain, ascii(plain)
            assert f'Séderon{trick}' in told['alerts'][0]['sentence'], told


def test_names_of_candidates():
    ballots = {'ballot_type': 'approval', 'ballots': [{'approve': [0]}], 'seats': 1}
    with tempfile.TemporaryDirectory() as folder:
        for trick in TRICKS:
            path = Path(folder, 'ballots.json')
            path.write_text(json.dumps({**ballots, 'candidates': [f'a{trick}', 'b']}), encoding='utf-8')
            plain, told = look(('count', path, '--rule', 'av', '--why', '--rounds'), trick, (cli.DONE, cli.INPUT))
            assert 'error' in told or told['candidates'][0] == f'a{trick}', told


def test_what_was_typed():
    for trick in TRICKS:
        out, errors, status = cli.call(f'che{trick}ck', '--lang', 'en')
        assert (out, status) == ('', cli.USAGE) and not HIDDEN.search(errors), ascii(errors)


tap.main(sys.modules[__name__])
