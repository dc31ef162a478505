# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of ./run test counts what happened."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import again  # noqa: E402
import count  # noqa: E402
import tap  # noqa: E402

TAP = ('# random seed: R02\n1..4\n# Start of x tests\nok 1 /x/a\nok 2 /x/b # SKIP no display\n'
       '# slow test\nok 3 /x/c\nnot ok 4 /x/d\n# End of x tests\n')


def test_programs_are_counted():
    for result, stdout, wanted in (
            ('FAIL', TAP, (2, 1, 1)),
            ('OK', '1..2\nok 1 a\nok 2 b\n', (2, 0, 0)),
            ('ERROR', '1..3\nok 1 a\n', (1, 1, 0)), # ended badly after the first
            ('TIMEOUT', '', (0, 1, 0)),
            ('SKIP', '1..0 # SKIP no display\n', (0, 0, 1)),
            ('OK', 'no TAP at all\n', (1, 0, 0)),
            ('FAIL', 'no TAP at all\n', (0, 1, 0))):
        found = count.count_program({'result': result, 'stdout': stdout})
        assert found == wanted, f'{result} {stdout!r}: {found}, not {wanted}'


def last_line(status, *logs, second=()):
    """The last line, the exit status and what is said before it; second is the log of again.py in the first folder."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, log in enumerate(logs):
            name = Path(folder, str(number))
            (name / 'meson-logs').mkdir(parents=True)
            if log is not None:
                text = '\n'.join(json.dumps(entry) for entry in log)
                (name / 'meson-logs' / 'testlog.json').write_text(text, encoding='utf-8')
            names.append(str(name))
        if second:
            text = '\n'.join(json.dumps(entry) for entry in second)
            (Path(names[0]) / 'meson-logs' / 'again.json').write_text(text, encoding='utf-8')
        done = subprocess.run([sys.executable, tap.ROOT / 'tests' / 'count.py', str(status), *names],
                              capture_output=True, text=True, check=False)
    return done.stdout, done.returncode, done.stderr


def test_the_line_and_the_status():
    good, bad = {'result': 'OK', 'stdout': 'ok 1\nok 2\n'}, {'result': 'FAIL', 'stdout': 'not ok 1\n'}
    assert last_line(0, [good], [good])[:2] == ('4 passed, 0 failed, 0 skipped\n', 0)
    assert last_line(1, [good, bad], [good])[:2] == ('4 passed, 1 failed, 0 skipped\n', 1)
    assert last_line(1, [good], [good])[:2] == ('4 passed, 1 failed, 0 skipped\n', 1), 'the build broke, and nobody said so'
    assert last_line(0, [good], None)[:2] == ('2 passed, 1 failed, 0 skipped\n', 1), 'a log that is not there'


def entry(name, result, stdout):
    return {'name': f'transhumances:{name}', 'result': result, 'stdout': stdout}


def test_what_failed_is_named_last():
    bad = entry('ui / start', 'FAIL', 'ok 1 opens\nnot ok 2 closes\n# waited in vain\n')
    line, status, said = last_line(1, [entry('core / day', 'OK', 'ok 1\n'), bad])
    assert (line, status) == ('2 passed, 1 failed, 0 skipped\n', 1)
    assert 'ui / start: failed' in said and 'not ok 2 closes' in said and 'waited in vain' in said and 'day' not in said, said


def test_what_passes_only_the_second_time_is_told():
    bad, good = entry('ui / start', 'FAIL', 'ok 1 a\nnot ok 2 b\n# late\n'), entry('ui / start', 'OK', 'ok 1 a\nok 2 b\n')
    line, status, said = last_line(0, [bad], second=[good])
    assert (line, status) == ('2 passed, 0 failed, 0 skipped\n', 0)
    assert 'ui / start: passed only when run again' in said and 'late' in said, said
    assert last_line(1, [bad], second=[bad])[:2] == ('1 passed, 1 failed, 0 skipped\n', 1)


def test_only_a_few_windows_are_run_again():
    good, late = entry('ui / files', 'OK', ''), entry('ui / start', 'FAIL', '')
    for log, wanted in (
            ([good, late], ['start']),
            ([late, entry('booth / booth-voters mouse', 'TIMEOUT', '')], ['start', 'booth-voters mouse']),
            ([late, entry('core / day', 'FAIL', '')], []),
            ([entry(f'ui / {n}', 'FAIL', '') for n in range(4)], []),
            ([good], [])):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'testlog.json')
            path.write_text('\n'.join(json.dumps(line) for line in log), encoding='utf-8')
            assert again.failed_windows(path) == wanted, log


tap.main(sys.modules[__name__])
