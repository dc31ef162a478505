# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input through `check`: the verdicts of the shared corpora, and never a crash."""
import json
import sys
import tempfile
from pathlib import Path

import cli
import tap

CORPORA = cli.SHARED / 'corpora'
VERDICTS = {cli.DONE: 'accept', cli.FOUND: 'warn', cli.INPUT: 'reject'}


def rows(table):
    return [line.split('\t') for line in table.read_text(encoding='utf-8').splitlines()[1:]]


def need_corpora():
    if not (CORPORA / 'verdicts.tsv').is_file():
        raise tap.Skip('the shared corpora are not here: set TRH_SHARED')


def judge(folder, wanted):
    for name, verdict, note in wanted:
        out, errors, status = cli.call('check', folder / name, '--json')
        found = VERDICTS.get(status, f'exit status {status}')
        if found not in verdict.split('/'):
            yield f'{name} ({note}): {verdict}, but {found}: {errors}'
        elif errors == '':
            yield f'{name}: {found} without a word'
        elif found == 'reject' and set(json.loads(out)) != {'file', 'error'}:
            yield f'{name}: {out}'


def test_files_that_no_version_can_accept():
    need_corpora()
    wanted = [row for row in rows(CORPORA / 'verdicts.tsv') if row[0].startswith('project/')]
    assert len(wanted) == 28, len(wanted)
    tap.none(judge(CORPORA, wanted))


def test_json_inside_a_season():
    """Each document of JSONTestSuite as an unknown member of a season."""
    need_corpora()
    table = rows(CORPORA / 'json' / 'verdicts.tsv')
    assert len(table) > 300, len(table)
    with tempfile.TemporaryDirectory() as folder:
        wanted = []
        for number, (name, verdict, note) in enumerate(table):
            data = (CORPORA / 'json' / name).read_bytes()
            if data.startswith(b'\xef\xbb\xbf') or data.strip() == b'' or name.startswith('test_parsing/n_structure'):
                continue # what is wrong there is wrong around the document, not in it
            Path(folder, str(number)).write_bytes(
                b'{"format":"transhumance","version":1,"id":"p","x":' + data + b'}')
            wanted.append([str(number), verdict, f'{name}: {note}'])
        tap.none(judge(Path(folder), wanted))


def test_damage_to_a_good_season():
    need_corpora()
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder, 'good.json')
        # the sample with its two deliberate alerts set aside, so that only the damage is judged
        season = json.loads((cli.SEEDS / 'saison-exemple.transhumance').read_text(encoding='utf-8'))
        season['season']['rules'] = [{'rule': rule, 'severity': 'ignored'} for rule in
                                     ('two-places', 'availability', 'venue', 'bed', 'travel', 'long-leg', 'one-valley')]
        good.write_text(json.dumps(season, ensure_ascii=False, indent=2), encoding='utf-8')
        assert cli.call('check', good)[2] == cli.DONE
        out = Path(folder, 'out')
        tap.run(sys.executable, CORPORA / 'mutate_project.py', good, out)
        wanted = [row for row in rows(out / 'verdicts.tsv')]
        assert len(wanted) > 100, len(wanted)
        tap.none(judge(out, wanted))


tap.main(sys.modules[__name__])
