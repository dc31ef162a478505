# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `report minutes` prints, as another program reads the pages."""
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
SAMPLE = cli.SEEDS / 'saison-exemple.transhumance'


def minutes(folder, season, *options, lang='en'):
    """The pages as text, columns kept apart; and the answer."""
    path = Path(folder, 'pages.pdf')
    out, errors, status = cli.call('report', 'minutes', season, '--output', path, '--json', '--lang', lang, *options)
    assert (errors, status) == ('', cli.DONE), errors
    told = json.loads(out)
    assert told['to'] == str(path) and told['sha256'] == hashlib.sha256(path.read_bytes()).hexdigest()
    text = subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, check=True).stdout.decode()
    assert text.count('\f') == told['pages']
    return text, told


def lines(text):
    return [re.sub(r' {2,}', ' | ', line.strip()) for line in text.splitlines()]


def test_all_towns():
    """Every figure of the counted vote of the sample season, added up here."""
    season = json.loads(SAMPLE.read_text(encoding='utf-8'))
    poll, = season['polls']
    total, = (result for result in season['results'] if result.get('sessions'))
    towns = [result for result in season['results'] if result['id'] in total['sessions']]
    with tempfile.TemporaryDirectory() as folder:
        text, told = minutes(folder, SAMPLE)
        said = lines(text)
        assert sum(town['ballots'] for town in towns) == 95 and 'Ballots in the urn | 95 (ninety-five)' in said
        assert 'Blank | 3 (three)' in said and 'Expressed | 92 (ninety-two)' in said
        assert poll['question'].replace('\u202f', ' ') in text.replace('\u202f', ' ')
        for candidate in poll['candidates']:
            voices = [next(t.get('voices', 0) for t in town['tallies'] if t['artist'] == candidate['artist']) for town in towns]
            assert any(line.startswith(f'{candidate["name"]} | {sum(voices)} | ') for line in said), candidate
            for beside in (voices[at:at + 3] for at in range(0, len(voices), 3)):  # in digits and in letters
                assert any(line.startswith(f'{candidate["name"]} | ') and [int(n) for n in re.findall(r'\b(\d+) \(', line)] == beside
                           for line in said), (candidate, beside)
        chosen = {line.split(' | ')[0] for line in said if line.endswith('| chosen')}
        assert len(chosen) == poll['seats'], chosen
        assert 'Rosans: Coupure de courant' in text, 'what happened in a town is not told'
        again, more = minutes(folder, SAMPLE)
        assert more['sha256'] == told['sha256'] and again == text


def test_french():
    with tempfile.TemporaryDirectory() as folder:
        text, _ = minutes(folder, SAMPLE, lang='fr')
        assert 'Procès-verbal récapitulatif' in text and 'cinquante-trois' in text and 'Page 1 sur ' in text, text
        assert 'chosen' not in text and 'Voices' not in text


def test_one_town():
    digest = hashlib.sha256((VOTE / 's1.urn').read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        text, _ = minutes(folder, VOTE / 'closed.transhumance', '--urn', VOTE / 's1.urn')
        said = lines(text)
        for line in ('Minutes of the session of Séderon', 'Opened | 17:05, by Lise Blanc and Marc Arnaud', 'Codes made | 20 (twenty)',
                     'Codes used | 9 (nine)', 'Signatures on the roll | 9 (nine)', digest, 'The urn was empty.'):
            assert line in said or any(line in other for other in said), (line, said)
        assert 'Nothing is counted yet' in text  # the season has no figures of it
        assert text.count('Lise Blanc (opened and closed the urn)') == 1


def test_refused():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'pages.pdf')
        other = Path(folder, 'other.urn')
        other.write_bytes((VOTE / 's1.urn').read_bytes().replace(b'"signatures": 9', b'"signatures": 8'))
        for words, ends, reason in (
                (('minutes', VOTE / 'open.transhumance'), cli.USAGE, '--output'),
                (('poem', SAMPLE, '--output', path), cli.USAGE, 'poem'),
                (('minutes', VOTE / 'open.transhumance', '--output', path), cli.INPUT, 'not counted'),
                (('archive', VOTE / 'open.transhumance', '--output', path), cli.INPUT, 'not counted'),
                (('archive', SAMPLE, '--output', path), cli.INPUT, 'Serres: '),
                (('minutes', SAMPLE, '--poll', 'nobody', '--output', path), cli.USAGE, 'nobody'),
                (('minutes', SAMPLE, '--urn', VOTE / 's1.urn', '--output', path), cli.INPUT, 'not the one'),
                (('minutes', VOTE / 'closed.transhumance', '--urns', VOTE, '--output', path), cli.USAGE, '--urns'),
                (('archive', SAMPLE, '--urn', VOTE / 's1.urn', '--output', path), cli.USAGE, '--urn'),
                (('minutes', VOTE / 'closed.transhumance', '--urn', other, '--output', path), cli.INPUT, 'Séderon'),
                (('minutes', VOTE / 'v1.keys', '--output', path), cli.INPUT, 'v1.keys'),
                (('minutes', SAMPLE, '--output', Path(folder, 'nowhere', 'x.pdf')), cli.OUTPUT, 'nowhere')):
            out, errors, status = cli.call('report', *words, '--lang', 'en')
            assert (out, status) == ('', ends) and reason in errors, (words, status, errors)
            assert not path.exists()


tap.main(sys.modules[__name__])
