# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive is counted again by the command that its own README gives, and gives what was counted.

Votes of each kind: equal shares with a guarantee, grades, duels, transfers, a public draw, a guarantee that decides. Their urns were sealed and
counted by the program's library; what is compared here are the names and the sums that the archive tells."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import cli
import tap

SEASON = {
    'communes': [{'insee': '05166', 'name': 'Serres'}, {'insee': '05126', 'name': 'Rosans'},
                 {'insee': '84123', 'name': 'Sault'}, {'insee': '05097', 'name': 'Orpierre'}]}
PASSPHRASES = 'quatre chèvres grises', 'un ruisseau de mars'
VOTES = 'vote-parts', 'vote-grades', 'vote-duels', 'vote-transfers', 'vote-draw', 'vote-guarantee'
held = tempfile.TemporaryDirectory()
HOME, VOTED = Path(held.name, 'data'), Path(held.name, 'voted.transhumance')
Path(held.name, 'season.transhumance').write_text(cli.project(**SEASON), encoding='utf-8')
subprocess.run([os.environ['TRH_VOTED_SEASON'], Path(held.name, 'season.transhumance'), VOTED],
               env={**os.environ, 'XDG_DATA_HOME': str(HOME)}, check=True)
os.symlink(cli.CLI, Path(held.name, 'transhumances-cli'))


def archive(vote, lang='en'):
    """The folder of the archive of a vote."""
    folder = Path(held.name, f'{vote}-{lang}')
    if not folder.exists():
        _, errors, status = cli.call('report', 'archive', VOTED, '--poll', vote, '--output', folder, '--lang', lang,
                                     env={'XDG_DATA_HOME': str(HOME)})
        assert (errors, status) == ('', cli.DONE), errors
    return folder


def read_command(folder):
    """The line to type, as the README has it."""
    readme, = (path for path in folder.iterdir() if path.suffix == '.txt')
    command, = re.findall(r'^ +(transhumances-cli .*)$', readme.read_text(encoding='utf-8'), re.MULTILINE)
    return command


def type_command(folder, command, vote, *more):
    """What a person types in the folder: FILE is the keys of the vote. The home folder is another computer's."""
    pipes = []
    for passphrase in PASSPHRASES:
        end, other = os.pipe()
        os.write(other, passphrase.encode() + b'\n')
        os.close(other)
        pipes.append(end)
    keys = HOME / 'transhumances' / 'keys' / f'{vote}.keys'
    command, n = re.subn(r'\b(FILE|FICHIER)\b', f"'{keys}'", command)
    assert n == 1, command
    words = [command, *more, *(f'--passphrase-fd {end}' for end in pipes)]
    try:
        done = subprocess.run(['sh', '-c', ' '.join(words)], cwd=folder, pass_fds=pipes, capture_output=True, check=False,
                              env={**os.environ, 'PATH': f"{held.name}:{os.environ['PATH']}",
                                   'XDG_DATA_HOME': str(Path(held.name, 'elsewhere'))})
    finally:
        for end in pipes:
            os.close(end)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def test_the_readme_gives_the_same_result():
    for vote in VOTES:
        folder = archive(vote)
        total = json.loads((folder / 'sums.json').read_text(encoding='utf-8'))['total']
        text, errors, status = type_command(folder, read_command(folder), vote, '--json')
        assert (errors, status) == ('', cli.DONE), (vote, errors)
        again = json.loads(text)
        assert again['same'] is True, vote
        assert [again['names'][c] for c in again['chosen']] == \
            [tally['name'] for tally in total['tallies'] if tally.get('elected')], vote
        assert again['valid'] + again['blank'] == total['ballots'] and again['blank'] == total.get('blank', 0), vote
        assert (again['unique'] is True) == total.get('unique', False), vote
        if vote == 'vote-grades':
            assert [' '.join(map(str, row)) for row in again['tallies']] == [tally['grades'] for tally in total['tallies']]
        elif vote == 'vote-draw':
            assert again['scores'] == [str(tally.get('voices', 0)) for tally in total['tallies']]
            assert len(again['chosen']) == 3 and not again['unique']


def test_the_draw_that_was_held_holds():
    """The season itself is counted with the draw that it keeps; another is refused."""
    sums = json.loads((archive('vote-draw') / 'sums.json').read_text(encoding='utf-8'))
    urns = Path(held.name, 'urns')
    urns.mkdir()
    for urn in (HOME / 'transhumances' / 'urns').rglob('*.urn'):
        shutil.copy(urn, urns)
    command = f"transhumances-cli count '{VOTED}' --urns '{urns}' --keys FILE --poll vote-draw"
    for more in ((), ("--seed 'dé 3-1-4-1-5'",)):
        text, errors, status = type_command(HOME, command, 'vote-draw', '--json', '--lang en', *more)
        assert status == cli.DONE and 'dé 3-1-4-1-5' in errors, errors
        again = json.loads(text)
        assert {again['names'][c] for c in again['committee']} == {t['name'] for t in sums['total']['tallies'] if t.get('elected')}
        assert again['unique'] is False
    text, errors, status = type_command(HOME, command, 'vote-draw', '--lang en', "--seed 'dé 6-6-6-6-0'")
    assert (text, status) == ('', cli.USAGE) and 'dé 3-1-4-1-5' in errors, errors
    command = command.replace('vote-draw', 'vote-duels')  # where none was held, one can be tried
    assert type_command(HOME, command, 'vote-duels', "--seed 'dé 6-6-6-6-0'")[2] == cli.DONE


def test_what_the_readme_must_not_lose():
    """Each of these votes comes out another way without its guarantee, its draw, its names: the test above can fail."""
    guarded = json.loads((archive('vote-guarantee') / 'sums.json').read_text(encoding='utf-8'))
    assert [tally['name'] for tally in guarded['total']['tallies'] if tally.get('by-guarantee')] == ['Brigitte Lanvin', 'Élise Bonnet']
    draw = json.loads((archive('vote-draw') / 'sums.json').read_text(encoding='utf-8'))
    assert draw['total']['seed'] and sum(tally.get('tied', False) for tally in draw['total']['tallies']) > 1


def test_in_words_and_in_french():
    folder = archive('vote-parts', 'fr')
    command = read_command(folder)
    assert 'FICHIER' in command
    text, errors, status = type_command(folder, command, 'vote-parts', '--why', '--lang fr')
    assert (errors, status) == ('', cli.DONE), errors
    assert 'Fanfare du Buëch' in text and 'Qui accueillir en 2027 ?' in text
    grades = archive('vote-grades')
    text, _, status = type_command(grades, read_command(grades), 'vote-grades', '--why', '--lang en')
    assert status == cli.DONE and 'The same as in the archive' in text
    assert 'Strongly in favour' in text, text


def test_a_difference_is_found():
    """An archive that says something else than its urns."""
    for vote, before, after in (('vote-draw', '"blank": 2', '"blank": 1'), ('vote-draw', '"voices": 10', '"voices": 11'),
                                ('vote-draw', 'dé 3-1-4-1-5', 'dé 6-6-6-6-0')):
        with tempfile.TemporaryDirectory() as other:
            folder = Path(other, 'archive')
            shutil.copytree(archive(vote), folder)
            sums = (folder / 'sums.json').read_text(encoding='utf-8')
            assert before in sums, (before, sums)
            (folder / 'sums.json').write_text(sums.replace(before, after), encoding='utf-8')
            text, errors, status = type_command(folder, read_command(folder), vote, '--json')
            assert errors == ''
            assert (json.loads(text)['same'], status) == (False, cli.FOUND), (before, after)


def test_each_urn_and_no_other():
    with tempfile.TemporaryDirectory() as other:
        folder = Path(other, 'archive')
        shutil.copytree(archive('vote-duels'), folder)
        kept = (folder / 'Sault.urn').read_bytes()
        (folder / 'Sault.urn').unlink()
        text, errors, status = type_command(folder, read_command(folder), 'vote-duels')
        assert (text, status) == ('', cli.INPUT) and '84123' in errors, errors
        (folder / 'Sault.urn').write_bytes(kept)
        shutil.copy(archive('vote-draw') / 'Sault.urn', folder / 'draw.urn')
        text, errors, status = type_command(folder, read_command(folder), 'vote-duels')
        assert (text, status) == ('', cli.INPUT) and errors
        sums = (folder / 'sums.json').read_bytes()
        (folder / 'draw.urn').unlink()
        for wrong in (sums[:-20], sums.replace(b'transhumances-sums', b'transhumances-sum'), sums.replace(b'"version": 1', b'"version": 2')):
            (folder / 'sums.json').write_bytes(wrong)
            text, errors, status = type_command(folder, read_command(folder), 'vote-duels')
            assert (text, status) == ('', cli.INPUT) and errors


def test_bare_urns_with_guarantees_are_refused():
    """They do not hold the guarantees: what follows without them is not the result."""
    for vote, status in (('vote-guarantee', cli.USAGE), ('vote-grades', cli.DONE)):
        folder = archive(vote)
        rule = 'av --seats 2' if vote == 'vote-guarantee' else 'mj --seats 3'
        text, errors, ends = type_command(folder, f'transhumances-cli count *.urn --keys FILE --rule {rule}', vote, '--lang en')
        assert ends == status, (vote, errors)
        assert ('guarantees' in errors) == (vote == 'vote-guarantee'), errors
    _, errors, status = type_command(archive('vote-draw'), read_command(archive('vote-draw')), 'vote-draw', '--seats 2')
    assert status == cli.USAGE and '--seats' in errors
    assert cli.call('count', VOTED, '--like', archive('vote-draw') / 'sums.json')[2] == cli.USAGE


tap.main(sys.modules[__name__])
