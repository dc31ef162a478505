# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged projects are refused with a sentence, never with a crash.

Environment: TRH_PROJECT_FILE, the program project-file; TRH_SHARED, the shared folder; TRH_SEEDS, the seeds.
"""
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

TOOL = os.environ['TRH_PROJECT_FILE']
SEEDS = Path(os.environ['TRH_SEEDS'])
CORPORA = Path(os.environ.get('TRH_SHARED', tap.ROOT.parent / 'shared')) / 'corpora'

# Kinds of damage that the corpus judges in another way than we do, each with the reason.
OUR_WAY = {
    'attachment': 'a path is a text here; what opens one checks it',
    'version': 'a file of a later version opens read-only',
}


def need_corpora():
    if not (CORPORA / 'verdicts.tsv').is_file():
        raise tap.Skip('the shared corpora are not here: set TRH_SHARED')


def rows(table):
    return [line.split('\t') for line in table.read_text(encoding='utf-8').splitlines()[1:]]


def judge(folder, wanted):
    """Compares the verdicts of wanted ([file, verdict, note]…) with those of the reader."""
    said = tap.run(TOOL, 'check', *(folder / name for name, _, _ in wanted)).splitlines()
    assert len(said) == len(wanted), f'{len(said)} answers for {len(wanted)} files'
    for (name, verdict, note), answer in zip(wanted, said):
        found = 'accept' if answer == 'ok' else 'reject'
        if found not in verdict.split('/') and not (found == 'accept' and verdict == 'warn'):
            yield f'{name} ({note}): {verdict}, but: {answer}'
        if answer == '':
            yield f'{name} ({note}): refused without a word'


def test_the_judge_finds_a_wrong_verdict():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'a').write_text('{}', encoding='utf-8')
        assert list(judge(Path(folder), [['a', 'accept', 'not a season']]))
        assert not list(judge(Path(folder), [['a', 'reject', 'not a season']]))


def test_files_that_no_version_can_accept():
    need_corpora()
    wanted = [row for row in rows(CORPORA / 'verdicts.tsv') if row[0].startswith('project/')]
    assert len(wanted) == 28, len(wanted)
    tap.none(judge(CORPORA, wanted))


def test_damage_to_each_good_project():
    need_corpora()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, 'full.transhumance')
        full.write_text(tap.run(TOOL, 'full'), encoding='utf-8')
        faults = []
        for number, good in enumerate([full, *sorted(SEEDS.glob('*.transhumance'))]):
            out = Path(folder, str(number))
            tap.run(sys.executable, CORPORA / 'mutate_project.py', good, out)
            wanted = [row for row in rows(out / 'verdicts.tsv')
                      if Path(row[0]).stem.split('_', 1)[1] not in OUR_WAY]
            assert len(wanted) > 100, len(wanted)
            faults += [f'{good.name}: {fault}' for fault in judge(out, wanted)]
        tap.none(faults)


tap.main(sys.modules[__name__])
