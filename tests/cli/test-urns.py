# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `verify` and `merge` say of closed urns."""
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
URN = VOTE / 's1.urn'


def words_of(digest):
    """The four words of a fingerprint, another way than the program's."""
    said = []
    for at in range(0, 16, 4):
        bits = f'{int(digest[at:at + 4], 16):016b}'
        said.append(''.join(('bdfghjklmnprstvz' if len(part) == 4 else 'aiou')[int(part, 2)]
                            for part in (bits[:4], bits[4:6], bits[6:10], bits[10:12], bits[12:])))
    return ' '.join(said)


def changed(folder, name, before, after):
    text = URN.read_bytes()
    assert text.count(before) == 1, before
    path = Path(folder, name)
    path.write_bytes(text.replace(before, after))
    return path


def test_one_urn():
    digest = hashlib.sha256(URN.read_bytes()).hexdigest()
    out, errors, status = cli.call('verify', URN, '--json', '--lang', 'en')
    assert (errors, status) == ('', cli.DONE)
    told = json.loads(out)
    assert told['refused'] == []
    urn, = told['urns']
    assert 'cannot be known without its file' in urn.pop('sentences')[-1]
    assert urn == {'session': 's1', 'poll': 'v1', 'place': 'Séderon', 'commune': '26340', 'day': '2027-03-15',
                   'rehearsal': False, 'fingerprint': digest, 'words': words_of(digest), 'ballots': 9, 'paper': 0, 'null': 0,
                   'codes': 20, 'used': 9, 'used-slips': None, 'cancelled': 0, 'signatures': 9, 'gaps': 0,
                   'minutes': None}, urn


def test_minutes():
    for options, minutes, ends in (
            (('--season', VOTE / 'closed.transhumance'), 'same', cli.DONE),
            (('--season', VOTE / 'open.transhumance'), 'absent', cli.FOUND),
            (('--season', cli.SEEDS / 'saison-exemple.transhumance'), 'absent', cli.FOUND),
            (('--fingerprint', words_of(hashlib.sha256(URN.read_bytes()).hexdigest()).upper()), 'same', cli.DONE),
            (('--fingerprint', 'lusab babad gutih tugad'), 'different', cli.FOUND)):
        out, _, status = cli.call('verify', URN, '--json', *options)
        assert (json.loads(out)['urns'][0]['minutes'], status) == (minutes, ends), (options, out, status)
    assert cli.call('verify', URN, '--season', VOTE / 'v1.keys')[2] == cli.INPUT


def test_the_worst_of_season_and_fingerprint_wins():
    digest = hashlib.sha256(URN.read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        altered = Path(folder, 'altered.transhumance')
        text = (VOTE / 'closed.transhumance').read_text(encoding='utf-8')
        assert text.count(digest) == 1
        altered.write_text(text.replace(digest, digest[::-1]), encoding='utf-8')
        for season, fingerprint, minutes, ends in ((VOTE / 'closed.transhumance', digest, 'same', cli.DONE),
                                                   (VOTE / 'closed.transhumance', digest[::-1], 'different', cli.FOUND),
                                                   (VOTE / 'open.transhumance', digest, 'absent', cli.FOUND),
                                                   (altered, digest, 'different', cli.FOUND)):
            out, _, status = cli.call('verify', URN, '--json', '--season', season, '--fingerprint', fingerprint)
            assert (json.loads(out)['urns'][0]['minutes'], status) == (minutes, ends), (season, fingerprint, out)
            out, _, status = cli.call('verify', URN, '--season', season, '--fingerprint', fingerprint, '--lang', 'en')
            assert (status, 'It is the urn of the minutes' in out) == (ends, minutes == 'same'), out


def test_a_changed_byte_is_refused_by_the_name_of_its_town():
    with tempfile.TemporaryDirectory() as folder:
        path = changed(folder, 'a.urn', b'"signatures": 9', b'"signatures": 8')
        out, errors, status = cli.call('verify', path, URN, '--json', '--lang', 'en')
        told = json.loads(out)
        assert status == cli.INPUT and 'Séderon' in errors
        assert [entry['file'] for entry in told['refused']] == [str(path)] and len(told['urns']) == 1
        merged = Path(folder, 'all.urns')
        out, errors, status = cli.call('merge', URN, path, '--output', merged)
        assert (status, merged.exists()) == (cli.INPUT, False) and 'Séderon' in errors


def test_merging_twice_is_merging_once():
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, 'one.urns'), Path(folder, 'two.urns')
        assert cli.call('merge', URN, '--output', one)[2] == cli.DONE
        out, errors, status = cli.call('merge', one, URN, one, '--output', two, '--json')
        assert (errors, status) == ('', cli.DONE)
        assert one.read_bytes() == two.read_bytes()
        assert URN.read_bytes().rstrip(b'\n') in one.read_bytes()
        told = json.loads(out)
        assert told['again'] == 2 and told['sha256'] == hashlib.sha256(two.read_bytes()).hexdigest()
        assert [urn['place'] for urn in told['urns']] == ['Séderon']
        out, _, status = cli.call('verify', two, '--json')
        assert status == cli.DONE and len(json.loads(out)['urns']) == 1


def test_usage():
    assert cli.call('verify')[2] == cli.USAGE
    assert cli.call('verify', URN, '--kit', VOTE / 'v1.keys')[2] == cli.INPUT
    assert cli.call('merge', URN)[2] == cli.USAGE
    assert cli.call('merge', URN, '--output', '/nowhere/at/all')[2] == cli.OUTPUT
    with tempfile.TemporaryDirectory() as folder:
        assert cli.call('merge', Path(folder, 'none.urn'), '--output', Path(folder, 'x'))[2] == cli.INPUT


tap.main(sys.modules[__name__])
