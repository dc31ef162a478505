# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared corpora through the door import-check: every verdict, with a sentence, never a crash.

Environment: TRH_IMPORT_CHECK, the door; TRH_PROJECT_FILE, the program project-file; TRH_SHARED, the shared folder;
TRH_SEEDS, the seeds.
"""
import os
import subprocess
import sys
import tempfile
from multiprocessing.pool import ThreadPool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

DOOR = os.environ['TRH_IMPORT_CHECK']
TOOL = os.environ['TRH_PROJECT_FILE']
SEEDS = Path(os.environ['TRH_SEEDS'])
CORPORA = Path(os.environ.get('TRH_SHARED', tap.ROOT.parent / 'shared')) / 'corpora'
VERDICTS = {0: 'accept', 1: 'reject', 3: 'warn'}

# Documents that RFC 8259 allows and two programs may read differently: we refuse them.
REFUSED_ON_PURPOSE = {
    'y_object_duplicated_key.json': 'one member twice: readers disagree which one counts',
    'y_object_duplicated_key_and_value.json': 'one member twice',
    'y_object_escaped_null_in_key.json': 'the character zero ends a text in C: the name would be cut',
    'y_string_null_escape.json': 'the character zero ends a text in C: the text would be cut',
}


def need_corpora():
    if not (CORPORA / 'verdicts.tsv').is_file():
        raise tap.Skip('the shared corpora are not here: set TRH_SHARED')


def rows(table):
    return [line.split('\t') for line in table.read_text(encoding='utf-8').splitlines()[1:]]


def ask(kind, path):
    """The verdict of the program about one file, and its words."""
    done = subprocess.run([DOOR, kind, path], capture_output=True, text=True, errors='replace', timeout=60, check=False)
    return VERDICTS.get(done.returncode, f'ended with {done.returncode}'), done.stderr.strip()


def judge(kind, folder, wanted):
    """Compares the verdicts of wanted ([file, verdict, note]…) with those of the program."""
    with ThreadPool(2) as pool:
        answers = pool.map(lambda row: ask(kind, folder / row[0]), wanted)
    for (name, verdict, note), (found, words) in zip(wanted, answers):
        if found not in verdict.split('/') or 'CRITICAL' in words or 'Sanitizer' in words:
            yield f'{name} ({note}): {verdict}, but {found}: {words}'
        elif found != 'accept' and words == '':
            yield f'{name} ({note}): {found} without a word'
        elif 'newer program' in note and 'newer program' not in words:
            yield f'{name} ({note}): {words}'


def test_the_judge_finds_a_wrong_verdict():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'a').write_text('{}', encoding='utf-8')
        assert list(judge('project', Path(folder), [['a', 'accept', 'not a season']]))
        assert list(judge('json', Path(folder), [['a', 'reject', 'an object']]))
        assert not list(judge('project', Path(folder), [['a', 'reject', 'not a season']]))


def test_json_test_suite():
    need_corpora()
    folder = CORPORA / 'json' / 'test_parsing'
    must_refuse = sorted(path.name for path in folder.glob('n_*'))
    must_read = sorted(path.name for path in folder.glob('y_*'))
    assert (len(must_refuse), len(must_read)) == (188, 95), (len(must_refuse), len(must_read))
    wanted = [[name, 'reject', 'must be refused'] for name in must_refuse]
    for name in must_read:
        wanted.append([name, 'reject' if name in REFUSED_ON_PURPOSE else 'accept', REFUSED_ON_PURPOSE.get(name, 'must be read')])
    tap.none(judge('json', folder, wanted))
    tap.none(judge('json', CORPORA / 'json', rows(CORPORA / 'json' / 'verdicts.tsv')))
    print(f'# {len(must_refuse)} of 188 refused, {len(must_read) - len(REFUSED_ON_PURPOSE)} of 95 read')


def test_files_that_no_version_can_accept():
    need_corpora()
    wanted = [row for row in rows(CORPORA / 'verdicts.tsv') if row[0].startswith('project/')]
    assert len(wanted) == 28, len(wanted)
    tap.none(judge('project', CORPORA, wanted))


def test_damage_to_each_good_project():
    need_corpora()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, 'full.transhumance')
        full.write_text(tap.run(TOOL, 'full'), encoding='utf-8')
        faults = []
        for number, good in enumerate([full, *sorted(SEEDS.glob('*.transhumance'))]):
            out = Path(folder, str(number))
            tap.run(sys.executable, CORPORA / 'mutate_project.py', good, out)
            # what points nowhere in the good file does so in each of its variants
            odd = ask('project', good)[0] == 'warn'
            wanted = [[name, f'{verdict}/warn' if odd else verdict, note] for name, verdict, note in rows(out / 'verdicts.tsv')]
            assert len(wanted) > 100, len(wanted)
            faults += [f'{good.name}: {fault}' for fault in judge('project', out, wanted)]
            print(f'# {good.name}: {len(wanted)} files', flush=True)
        tap.none(faults)


tap.main(sys.modules[__name__])
