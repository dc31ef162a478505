# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""No command writes over what it reads, nor over something else than what it writes; and who may read the new file."""
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'


class Folder(tempfile.TemporaryDirectory):
    """A season, its urn, and other names of both."""

    def __enter__(self):
        folder = Path(super().__enter__())
        shutil.copy(VOTE / 'closed.transhumance', folder / 's.transhumance')
        shutil.copy(VOTE / 's1.urn', folder / 'a.urn')
        for name, target in (('season-link', 's.transhumance'), ('urn-link', 'a.urn')):
            os.symlink(target, folder / name)
            os.link(folder / target, folder / f'{name}-hard')
        return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_input_is_never_the_output():
    with Folder() as folder:
        before = contents(folder)
        season, urn = folder / 's.transhumance', folder / 'a.urn'
        tries = [('report', 'minutes', season, '--urn', urn, '--output', season),
                 ('report', 'minutes', season, '--urn', urn, '--output', urn),
                 ('report', 'archive', season, '--output', season)]
        for name in ('a.urn', 'urn-link', 'urn-link-hard'):
            tries += [('merge', urn, '--output', folder / name), ('merge', VOTE / 's1.urn', urn, '--output', folder / name),
                      ('report', 'minutes', season, '--urn', urn, '--output', folder / name)]
        for name in ('season-link', 'season-link-hard'):
            tries.append(('report', 'minutes', season, '--urn', urn, '--output', folder / name))
        for words in tries:
            out, errors, status = cli.call(*words, '--lang', 'en')
            assert (out, status) == ('', cli.USAGE) and 'is read by this command' in errors, (words, status, errors)
            assert contents(folder) == before, words


def test_a_file_of_another_kind_stays():
    with Folder() as folder:
        season, urn = folder / 's.transhumance', folder / 'a.urn'
        other = {'letter': b'Dear town hall', 'b.urn': (VOTE / 's1.urn').read_bytes(), 'b.transhumance': season.read_bytes(),
                 'v1.keys': (VOTE / 'v1.keys').read_bytes(), 'p.pdf': b'%PDF-1.7\n', 'half': b'{"format": "transhumance'}
        for name, data in other.items():
            (folder / name).write_bytes(data)
        before = contents(folder)
        for command, taken in ((('report', 'minutes', season, '--urn', urn, '--output'), ['p.pdf']),
                               (('merge', urn, '--output'), []), (('convert', season), ['b.transhumance'])):
            for name in set(other) - set(taken):
                out, errors, status = cli.call(*command, folder / name, '--lang', 'en')
                assert (out, status) == ('', cli.OUTPUT) and 'something else' in errors, (command, name, status, errors)
                assert contents(folder) == before, (command, name)


def test_a_file_of_the_same_kind_and_an_empty_one_are_replaced():
    with Folder() as folder:
        season, urn = folder / 's.transhumance', folder / 'a.urn'
        for command, starts in ((('report', 'minutes', season, '--urn', urn, '--output'), b'%PDF-'),
                                (('merge', urn, '--output'), b'{'), (('convert', season), b'{')):
            out = folder / 'out'
            out.write_bytes(b'')
            for _ in range(2):
                assert cli.call(*command, out)[2] == cli.DONE, command
                assert out.read_bytes().startswith(starts), command
            out.unlink()


def test_who_may_read_it():
    """A season holds addresses and urns hold ballots; minutes are public."""
    with Folder() as folder:
        season, urn = folder / 's.transhumance', folder / 'a.urn'
        for umask, public in ((0o022, 0o644), (0o077, 0o600)):
            before = os.umask(umask)
            try:
                for name, mode, command in (('out.transhumance', 0o600, ('convert', season)),
                                            ('out.urns', 0o600, ('merge', urn, '--output')),
                                            ('out.pdf', public, ('report', 'minutes', season, '--urn', urn, '--output'))):
                    path = folder / name
                    assert cli.call(*command, path)[2] == cli.DONE
                    assert path.stat().st_mode & 0o777 == mode, (name, oct(path.stat().st_mode))
                    path.chmod(0o400)  # and one that is replaced stays as it was
                    assert cli.call(*command, path)[2] == cli.DONE
                    assert path.stat().st_mode & 0o777 == 0o400, name
                    path.unlink()
            finally:
                os.umask(before)


def test_an_end_without_a_result_is_a_document_too():
    """Every status that has no result, of every command: `file` when it is about one, and `error`."""
    with Folder() as folder:
        season, urn, missing = folder / 's.transhumance', folder / 'a.urn', folder / 'missing'
        (folder / 'letter').write_text('Dear town hall', encoding='utf-8')
        (folder / 'b.urn').write_bytes(urn.read_bytes().replace(b'"signatures": 9', b'"signatures": 8'))
        keys = ('--keys', VOTE / 'v1.keys')
        for words, ends, names in (
                (('check',), cli.USAGE, False), (('check', missing), cli.INPUT, True), (('nothing',), cli.USAGE, False),
                (('check', '--nothing', season), cli.USAGE, False), ((), cli.USAGE, False),
                (('convert', season), cli.USAGE, False), (('convert', missing, folder / 'out'), cli.INPUT, True),
                (('convert', season, folder / 'letter'), cli.OUTPUT, True),
                (('convert', season, folder / 'no' / 'out'), cli.OUTPUT, True),
                (('count',), cli.USAGE, False), (('count', missing), cli.INPUT, True),
                (('count', season, '--poll', 'x'), cli.USAGE, False), (('count', season, '--seats', '0'), cli.USAGE, False),
                (('count', season, '--rule', 'x'), cli.USAGE, False), (('count', season, '--keys', missing), cli.INPUT, True),
                (('count', urn, *keys), cli.USAGE, False), (('count', folder / 'b.urn', *keys), cli.INPUT, True),
                (('count', season, *keys, '--passphrase-fd', '99', '--passphrase-fd', '99'), cli.USAGE, False),
                (('verify',), cli.USAGE, False), (('verify', urn, '--season', missing), cli.INPUT, True),
                (('verify', urn, '--kit', season), cli.INPUT, True),
                (('merge', urn), cli.USAGE, False), (('merge', missing, '--output', folder / 'out'), cli.INPUT, True),
                (('merge', urn, '--output', urn), cli.USAGE, False),
                (('merge', urn, '--output', folder / 'letter'), cli.OUTPUT, True),
                (('merge', urn, '--output', folder / 'no' / 'out'), cli.OUTPUT, True),
                (('report', 'minutes', season), cli.USAGE, False), (('report', 'poem', season, '--output', 'x'), cli.USAGE, False),
                (('report', 'minutes', season, '--poll', 'x', '--output', folder / 'out'), cli.USAGE, False),
                (('report', 'archive', season, '--poll', 'x', '--output', folder / 'out'), cli.USAGE, False),
                (('report', 'minutes', missing, '--output', folder / 'out'), cli.INPUT, True),
                (('report', 'minutes', season, '--output', folder / 'out'), cli.INPUT, True),
                (('report', 'minutes', season, '--urn', folder / 'b.urn', '--output', folder / 'out'), cli.INPUT, True),
                (('report', 'archive', season, '--output', folder / 'out'), cli.INPUT, True),
                (('report', 'minutes', season, '--urn', urn, '--output', folder / 'letter'), cli.OUTPUT, True),
                (('report', 'minutes', season, '--urn', urn, '--output', folder / 'no' / 'out'), cli.OUTPUT, True)):
            out, errors, status = cli.call(*words, '--json', '--lang', 'en')
            assert status == ends and errors != '', (words, status, errors)
            document = json.loads(out)
            assert set(document) == ({'file', 'error'} if names else {'error'}), (words, document)
            assert document['error'] in errors, (words, document, errors)
            assert not (folder / 'out').exists(), words


tap.main(sys.modules[__name__])
