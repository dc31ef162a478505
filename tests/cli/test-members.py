# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The members of JSON that the help of each command names are the ones that it prints, no more and no fewer."""
import json
import os
import re
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
PASSPHRASES = b'quatre ch\xc3\xa8vres grises\n', b'un ruisseau de mars\n'
BALLOTS = {'candidates': ['a', 'b', 'c'], 'seats': 2}
TICKS = {**BALLOTS, 'ballot_type': 'approval', 'groups': ['x', 'y', 'y'], 'quotas': [{'group': 'x', 'min': 1}],
         'ballots': [{'weight': 3, 'approve': [1, 2]}, {'approve': [0]}]}
FREE = {name: value for name, value in TICKS.items() if name not in ('groups', 'quotas')}
GRADES = {**BALLOTS, 'ballot_type': 'graded', 'grades': ['good', 'fair', 'bad'], 'ballots': [{'weight': 2, 'grades': [0, 1, 2]}]}
RANKS = {**BALLOTS, 'ballot_type': 'ranked', 'ballots': [{'weight': 3, 'ranking': [[0], [1]]}, {'ranking': [[2], [1]]}]}


def members(document):
    """Every name in it, at whatever depth."""
    if isinstance(document, list):
        return set().union(*map(members, document))
    if isinstance(document, dict):
        names = {name for name in document if not name.isdigit()} # those are candidates
        return names.union(*map(members, document.values()))
    return set()


def documented(name):
    """The names that begin the lines of the help, and all words that stand in those lines."""
    out, _, _ = cli.call(name, '--help', '--lang', 'en')
    block = out.split('With --json')[1].split('Exit status')[0]
    firsts = re.findall(r'^ {2}([a-z_0-9][a-z_0-9, -]*?)  +\S', block + '\n', re.MULTILINE)
    return {name for names in firsts for name in names.split(', ')}, set(re.findall(r'[a-z_0-9]+(?:-[a-z]+)*', block))


def told(*words, **more):
    return json.loads(cli.call(*words, '--json', **more)[0])


def count_urns():
    ends = []
    for passphrase in PASSPHRASES:
        end, other = os.pipe()
        os.write(other, passphrase)
        os.close(other)
        ends.append(end)
    try:
        return told('count', VOTE / 'closed.transhumance', '--urns', VOTE, '--keys', VOTE / 'v1.keys', '--why',
                    *(word for end in ends for word in ('--passphrase-fd', end)), pass_fds=ends)
    finally:
        for end in ends:
            os.close(end)


def documents_of_count(folder):
    for ballots, rules in ((TICKS, ('av', 'mes-phragmen', 'seqpav', 'sav', 'seqphragmen', 'revseqpav', 'mes', 'mes-av', 'mes-add1')),
                           (FREE, ('mes-add1',)),
                           (GRADES, ('mj', 'range')), (RANKS, ('schulze', 'stv-scottish', 'borda', 'ranked-pairs'))):
        path = Path(folder, 'ballots.json')
        for rule in rules:
            path.write_text(json.dumps(ballots), encoding='utf-8')
            for options in (['--rounds'], ['--why']):
                document = told('count', path, '--rule', rule, *options)
                assert 'error' not in document or document['error'] == 'not-offered', (rule, document)
                yield document
    yield count_urns()


def documents(name, folder):
    season, urn = VOTE / 'closed.transhumance', VOTE / 's1.urn'
    if name == 'check':
        path = Path(folder, 's')
        path.write_text(cli.two_places(encounters=[{'id': 'e', 'artists': ['nobody']}]), encoding='utf-8')
        yield told('check', path, '--repairs')
    elif name == 'convert':
        yield told('convert', season, Path(folder, 'out'))
    elif name == 'count':
        yield from documents_of_count(folder)
    elif name == 'verify':
        changed = Path(folder, 'changed.urn')
        changed.write_bytes(urn.read_bytes().replace(b'"signatures": 9', b'"signatures": 8'))
        yield told('verify', urn, changed, '--season', season)
    elif name == 'merge':
        yield told('merge', urn, '--output', Path(folder, 'all.urns'))
    else:
        yield told('report', 'minutes', season, '--urn', urn, '--output', Path(folder, 'pages.pdf'))
    yield told(name, *(Path(folder, 'missing'),) * 2) # refused, or a wrong call of those with fewer words
    yield told(name)


def test_what_is_documented_is_printed_and_no_more():
    elsewhere = {'count': {'chosen', 'same'}} # of an archive: test-recount has them
    for name in ('check', 'convert', 'count', 'verify', 'merge', 'report'):
        with tempfile.TemporaryDirectory() as folder:
            printed = set().union(*map(members, documents(name, folder)))
        first, words = documented(name)
        assert first, f'the help of {name} names no member'
        assert first <= printed | elsewhere.get(name, set()), f'{name}: {first - printed} is documented and never printed'
        assert printed <= words, f'{name}: {printed - words} is printed and not documented'


tap.main(sys.modules[__name__])
