# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published JSON Schema says what the program reads and writes, no more and no less.

Environment: TRH_PROJECT_FILE, the program project-file; TRH_SEEDS, the seeds.
"""
import copy
import json
import os
import sys
import tempfile
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

TOOL = os.environ['TRH_PROJECT_FILE']
SEEDS = Path(os.environ['TRH_SEEDS'])
PUBLISHED = tap.ROOT / 'data' / 'transhumance.schema.json'


def validator():
    try:
        from jsonschema import Draft202012Validator, FormatChecker
    except ImportError as why:
        raise tap.Skip('python3-jsonschema is not installed') from why
    return Draft202012Validator(json.loads(PUBLISHED.read_text(encoding='utf-8')), format_checker=FormatChecker(['date']))


def test_schema_follows_from_the_tables():
    made = tap.run(TOOL, 'schema')
    assert made == PUBLISHED.read_text(encoding='utf-8'), \
        f'{PUBLISHED.name} is not what the tables say: run {TOOL} schema > {PUBLISHED}'


def test_schema_is_one():
    rules = validator()
    rules.check_schema(rules.schema)


def test_schema_speaks_of_every_member():
    """A member of the full project that the schema does not name would be unknown to it."""
    schema = validator().schema

    def walk(value, rule, path):
        if 'anyOf' in rule or '$ref' in rule:
            return
        if isinstance(value, dict):
            for name, inner in value.items():
                assert name in rule['properties'], f'{path}.{name}'
                walk(inner, rule['properties'][name], f'{path}.{name}')
        elif isinstance(value, list):
            for inner in value:
                walk(inner, rule['items'], f'{path}[]')

    walk(json.loads(tap.run(TOOL, 'full')), schema, '')


def test_full_project_satisfies_it_and_comes_back():
    text = tap.run(TOOL, 'full')
    rules = validator()
    tap.none(f'{"/".join(map(str, fault.path))}: {fault.message}' for fault in rules.iter_errors(json.loads(text)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'full.transhumance')
        path.write_text(text, encoding='utf-8')
        assert tap.run(TOOL, 'rewrite', path) == text, 'reading and writing are not inverse'


def test_seeds_satisfy_it_and_come_back():
    seeds = sorted(SEEDS.glob('*.transhumance'))
    if not seeds:
        raise tap.Skip('no season in the seeds yet')
    rules = validator()
    for seed in seeds:
        text = tap.run(TOOL, 'rewrite', seed)
        assert text == seed.read_text(encoding='utf-8'), f'{seed.name} is not in canonical form'
        tap.none(f'{seed.name}: {"/".join(map(str, fault.path))}: {fault.message}'
                 for fault in rules.iter_errors(json.loads(text)))


def places(value, path=()):
    """Every member of a document, from the outside in."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in items:
        yield path + (name,)
        yield from places(inner, path + (name,))


def changed(document, path, value):
    copied = copy.deepcopy(document)
    holder = copied
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    return copied


def damaged(document, paths):
    """(what, document): each member once with values of every wrong kind, or out of any range."""
    for path in paths:
        value = document
        for name in path:
            value = value[name]
        wrong = [None, {'x': 1} if not isinstance(value, dict) else [], [1] if not isinstance(value, list) else {}]
        wrong.append('not this' if not isinstance(value, str) else 5)
        if isinstance(value, bool):
            wrong.append(1)
        elif isinstance(value, (int, float)):
            wrong += [True, 1e15, -1e15, 10**12, -10**12] + ([0.5] if isinstance(value, int) else [])
        elif isinstance(value, str):
            wrong.append('x' * 50001)
            if value in ('somebody', 'one') or path[-1] in ('id', 'insee'):
                wrong += ['a b', 'é', 'x' * 65]
        for bad in wrong:
            yield f'{path}: {str(bad)[:40]}', changed(document, path, bad)


def test_schema_and_reader_refuse_the_same():
    """Also the rest: unknown members, members left out, days and clocks at their edges."""
    full = json.loads(tap.run(TOOL, 'full'))
    head = {name: full[name] for name in ('format', 'version', 'id')}
    cases = []
    for collection in full: # one at a time: small documents are judged sooner
        document = {**head, collection: full[collection]}
        paths = [path for path in places(document) if path[0] == collection]
        cases += damaged(document, paths)
        for path in paths:
            holder = copy.deepcopy(document)
            inner = holder
            for name in path[:-1]:
                inner = inner[name]
            if isinstance(inner, dict):
                del inner[path[-1]]
                cases.append((f'{path} left out', holder))
    for value in ('2027-06-30', '2027-6-3', '', '27-06-01', '1969-12-31x'):
        cases.append((f'first-day {value}', changed(full, ('season', 'first-day'), value)))
    for value in ('00:00', '23:59', '24:00', '7:30', '07:60', ''):
        cases.append((f'quiet-from {value}', changed(full, ('venues', 0, 'quiet-from'), value)))
    for value in ('', '1', '1234567', '21', '11', '8', '0'):
        cases.append((f'weekdays {value}', changed(full, ('venues', 0, 'windows', 0, 'weekdays'), value)))
    cases.append(('unknown members', {**full, 'future': [1, {'a': None}], 'season': {**full['season'], 'x': 1}}))
    rules = validator()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (_, document) in enumerate(cases):
            path = Path(folder, f'{number}.json')
            path.write_text(json.dumps(document), encoding='utf-8')
            files.append(path)
        verdicts = tap.run(TOOL, 'check', *files).splitlines()
    assert len(verdicts) == len(cases) > 1000, (len(verdicts), len(cases))
    tap.none(f'{what}: the reader says “{verdict}”, the schema does not agree'
             for (what, document), verdict in zip(cases, verdicts)
             if (verdict == 'ok') != rules.is_valid(document))


STRANGE = (None, True, False, 0, 1, -1, 7, 60, 61, 366, 1000, 1001, 1440, 2**31, 2**53 - 1, 0.5, -0.5, 44.2, 91.5, 1e300, '', 'a', 'x' * 64, 'x' * 65,
           'é' * 500, '𝄞' * 500, '𝄞' * 501, 'x' * 1001, 'a\0b', '\0', '1970-01-01', '1970-01-02', '1969-12-31', '2027-02-29', '2028-02-29',
           '2027-06-31', '2169-12-31', '2170-01-01', '2170-01-02', '2027-06-1', '23:59', '24:00', '00:00', '135', '531', '05126', '2A004', '2C004',
           'approval', 'stays-1', [], [''], ['a', 'b'], ['a\0'], [1], {}, {'x': 'a\0'}, {'x': [{'y': '\0'}]})
N_MUTATIONS = 800


def mutate(random, document):
    """One member, however deep, gets another value, goes, or gets a companion that nobody knows."""
    path = random.choice(list(places(document)))
    value = random.choice(STRANGE)
    how = random.choice(('set', 'set', 'set', 'drop', 'add', 'append'))
    document = changed(document, path, value) if how == 'set' else copy.deepcopy(document)
    holder = document
    for name in path[:-1]:
        holder = holder[name]
    if how == 'drop':
        del holder[path[-1]]
    elif how == 'add' and isinstance(holder, dict):
        holder[random.choice(('future', 'x y', 'a\0', 'ids'))] = value
    elif how == 'append' and isinstance(holder, list):
        holder.append(value)
    return path, how, value, document


def test_mutations_of_the_sample():
    """Of each kind of thing in the sample one, changed at random: both say the same of it. The seed is told."""
    sample = json.loads((SEEDS / 'saison-exemple.transhumance').read_text(encoding='utf-8'))
    seed = int(os.environ.get('TRH_SEED', '20270613'))
    random = Random(seed)
    parts = [name for name, value in sample.items() if isinstance(value, (dict, list))]
    rules, cases = validator(), []
    for _ in range(N_MUTATIONS):
        part = random.choice(parts)
        value = sample[part] if isinstance(sample[part], dict) else [random.choice(sample[part])]
        cases.append(mutate(random, {'format': 'transhumance', 'version': 1, 'id': 'p', part: value}))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (_, _, _, document) in enumerate(cases):
            files.append(Path(folder, str(number)))
            files[-1].write_text(json.dumps(document), encoding='utf-8')
        verdicts = tap.run(TOOL, 'check', *files).splitlines()
    assert len(verdicts) == len(cases), (len(verdicts), len(cases))
    accepted = sum(verdict == 'ok' for verdict in verdicts)
    assert N_MUTATIONS / 10 < accepted < N_MUTATIONS * 9 / 10, f'{accepted} accepted: little is tried'
    tap.none(f'seed {seed}, {path} {how} {ascii(value)[:60]}: the reader says “{verdict}”, the schema does not agree'
             for (path, how, value, document), verdict in zip(cases, verdicts)
             if (verdict == 'ok') != rules.is_valid(document))


tap.main(sys.modules[__name__])
