# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `check` says of a file and of its schedule, and how it ends."""
import json
import re
import sys
import tempfile
from pathlib import Path

import cli
import tap


def check(text, *words):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'saison.transhumance')
        path.write_text(text, encoding='utf-8')
        before = path.read_bytes()
        result = cli.call('check', path, '--lang', 'en', *words)
        assert path.read_bytes() == before and len(list(Path(folder).iterdir())) == 1, 'check wrote something'
        return result


def test_nothing_is_wrong():
    out, errors, status = check(cli.project())
    assert (out, status) == ('', cli.DONE), (out, status)
    assert errors == 'Nothing is wrong with the file or the schedule.\n', errors


def test_an_alert():
    out, errors, status = check(cli.two_places())
    assert status == cli.FOUND
    assert out == 'strong: Camille Serre is at Séderon and at Rosans from 13 June to 14 June.\n', out
    assert errors == '1 alert, 0 problems of the file\n', errors


def test_an_alert_in_json():
    out, _, status = check(cli.two_places(), '--json')
    document = json.loads(out)
    assert status == cli.FOUND and out.endswith('}\n')
    assert document['counts'] == {'problems': 0, 'blocks': 0, 'strong': 1, 'weak': 0}
    assert document['season'] == 'Été' and document['project'] == 'p' and document['problems'] == []
    assert document['file'].endswith('saison.transhumance')
    assert document['alerts'] == [{
        'rule': 'two-places', 'severity': 'strong', 'sentence': 'Camille Serre is at Séderon and at Rosans from 13 June to 14 June.',
        'first-day': '2027-06-13', 'last-day': '2027-06-14', 'artist': 'a', 'venue': 'x', 'commune': '05126',
        'object': 't', 'other': 's', 'amount': 2, 'unit': 'days'}]


def test_repairs():
    out, _, _ = check(cli.two_places(), '--json', '--repairs')
    repairs = json.loads(out)['alerts'][0]['repairs']
    assert repairs[0] == 'Change stay of Camille Serre at Séderon to 10–13 June 2027', repairs
    out, _, _ = check(cli.two_places(), '--repairs')
    assert out.splitlines()[1:] == [f'  – {label}' for label in repairs]


def test_a_season_changes_severities():
    for severity, status in (('blocks', cli.FOUND), ('weak', cli.FOUND), ('ignored', cli.DONE)):
        rules = [{'rule': 'two-places', 'severity': severity, 'reason': 'twins'}]
        out, _, found = check(cli.two_places(season={'rules': rules}), '--json')
        assert found == status
        counts = json.loads(out)['counts']
        assert counts == {'problems': 0, 'blocks': 0, 'strong': 0, 'weak': 0, **({severity: 1} if severity != 'ignored' else {})}


def test_problems_of_the_file():
    text = cli.project(
        season={'first-day': '2027-06-12', 'last-day': '2027-06-01',
                'phases': [{'name': 'Vote', 'first-day': '2027-03-02', 'last-day': '2027-03-01'}]},
        artists=[{'id': 'a', 'documents': [{'path': '../../etc/passwd'}, {'path': 'https://example.org/a'}, {'path': 'lettres/a.pdf'}]}],
        stays=[{'id': 's', 'artist': 'nobody', 'unplaced': True},
               {'id': 't', 'artist': 'a'},
               {'id': 'u', 'artist': 'a', 'unplaced': True, 'first-day': '2027-06-12', 'last-day': '2030-06-12'}],
        encounters=[{'id': 'e', 'artists': ['a', 's']}])
    out, _, status = check(text, '--json')
    document = json.loads(out)
    assert status == cli.FOUND and document['alerts'] == []
    found = {(p['kind'], p['path'], p.get('id'), p.get('target')) for p in document['problems']}
    assert found == {
        ('dangling', 'stays[0].artist', 's', 'nobody'), ('dangling', 'encounters[0].artists', 'e', 's'),
        ('dates', 'season.last-day', 'season', None), ('dates', 'season.phases[0].last-day', 'season', None),
        ('dates', 'stays[1]', 't', None), ('dates', 'stays[2]', 'u', None),
        ('path', 'artists[0].documents[0].path', 'a', '../../etc/passwd')}, found
    assert document['counts']['problems'] == len(found)
    assert all(set(p) == {'kind', 'path', 'id', 'target', 'sentence'} for p in document['problems']), out
    out, _, _ = check(text)
    assert 'problem: stays[0].artist: “nobody” is not in the file, or is of another type\n' in out, out
    assert 'problem: season.last-day: 2027-06-01 is before 2027-06-12\n' in out, out


def test_refused_files():
    for text, sentence in (('', 'the file is empty'), ('{', 'line 1, column 2'), ('[]', 'this is not a season'),
                           (cli.project(stays=[{'id': 's', 'last-day': '2027-06-31'}]), 'stays[0].last-day: 2027-06-31 is not a day'),
                           (cli.project().replace('"version": 1', '"version": 999'), 'a newer program is needed')):
        out, errors, status = check(text)
        assert (out, status) == ('', cli.INPUT), (text, out, status)
        assert sentence in errors and 'saison.transhumance: ' in errors, errors
        out, _, status = check(text, '--json')
        document = json.loads(out)
        assert status == cli.INPUT and set(document) == {'file', 'error'} and sentence in document['error'], out


def test_what_cannot_be_read():
    with tempfile.TemporaryDirectory() as folder:
        for path in (Path(folder, 'nothing'), Path(folder)):
            out, errors, status = cli.call('check', path)
            assert (out, status) == ('', cli.INPUT) and errors.count(str(path)) == 1, errors


def test_a_file_that_is_too_large():
    """In the unit of all other sizes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'large')
        with open(path, 'wb') as file:
            file.truncate(32 * 1024 * 1024 + 1)
        out, errors, status = cli.call('check', path, '--lang', 'en')
        assert (out, status) == ('', cli.INPUT) and re.search(r'larger than 32(\.0)?\sMiB', errors), errors


def test_a_full_disk_behind_the_pipe():
    with tempfile.TemporaryDirectory() as folder, open('/dev/full', 'wb') as full:
        path = Path(folder, 'a')
        path.write_text(cli.two_places(), encoding='utf-8')
        for words in ([], ['--json']):
            _, errors, status = cli.call('check', path, *words, stdout=full)
            assert status == cli.OUTPUT and errors != '', errors


def test_the_sample_has_its_two_alerts():
    out, _, status = cli.call('check', cli.SEEDS / 'saison-exemple.transhumance', '--json')
    document = json.loads(out)
    assert status == cli.FOUND and document['problems'] == []
    assert [(a['rule'], a['amount'], a['unit']) for a in document['alerts']] == [('travel', 65, 'minutes'), ('bed', 1, 'beds')], out


tap.main(sys.modules[__name__])
