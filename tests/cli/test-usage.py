# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, language, and what is said to wrong calls."""
import json
import re
import sys

import cli
import tap


def commands():
    out, _, _ = cli.call('--help', '--lang', 'en')
    block = out.split('Commands:\n')[1].split('\n\n')[0]
    return [line.split()[0] for line in block.splitlines() if re.match(r'  \S', line)]


def test_help_lists_the_commands_and_the_exit_statuses():
    out, errors, status = cli.call('--help', '--lang', 'en')
    assert status == cli.DONE and errors == ''
    assert commands() == ['check', 'convert', 'count', 'verify', 'merge', 'report'], out
    for language in ('en', 'fr'):
        out, _, _ = cli.call('--help', '--lang', language)
        summaries = {re.search(r'  [A-ZÉ][a-zé]', line).start() for line in out.split('\n\n')[1].splitlines()[1:]}
        assert len(summaries) == 1, f'summaries begin in the columns {summaries}:\n{out}'
    for number in range(5):
        assert re.search(rf'^  {number}  \S', out, re.M), out


def test_every_command_documents_itself():
    for name in commands():
        for order in ([name, '--help'], ['--lang', 'en', name, '-h'], [name, '--lang=en', '--help']):
            out, errors, status = cli.call(*order)
            assert status == cli.DONE and errors == '', (order, errors)
            assert f'transhumances-cli {name} ' in out and '--json' in out, out
        out, _, _ = cli.call(name, '--help', '--lang', 'en')
        assert 'With --json' in out and 'Exit status' in out, out


def test_version():
    out, errors, status = cli.call('--version')
    assert status == cli.DONE and errors == '' and re.fullmatch(r'transhumances-cli \d+\.\d+\.\d+\n', out), out


def test_wrong_calls():
    for words in ([], ['--json'], ['nothing'], ['check'], ['check', 'a', 'b'], ['check', '--nothing', 'a'], ['convert', 'a'],
                  ['convert', 'a', 'b', 'c'], ['--lang', 'de', 'check', 'a'], ['check', 'a', '--lang'],
                  ['check', 'a', '--lang=']):
        out, errors, status = cli.call(*words)
        assert status == cli.USAGE, f'{words}: {status}'
        assert errors != '' and (set(json.loads(out)) == {'error'} if '--json' in words else out == ''), words


def test_the_language_is_chosen():
    seen = set()
    for language in ('en', 'fr'):
        for env in ({'LC_ALL': 'C'}, {'LC_ALL': 'C.UTF-8'}, {'LC_ALL': '', 'LANG': '', 'LANGUAGE': 'en'}):
            _, errors, status = cli.call('check', '/nowhere/été', '--lang', language, env=env)
            assert status == cli.INPUT and 'été' in errors, errors
        out, _, _ = cli.call('--lang', language, '--help')
        seen.add(out)
    assert 'Commands:' in sorted(seen)[0] + sorted(seen)[-1]


def test_what_cannot_be_printed_is_told():
    with open('/dev/full', 'wb') as full:
        for words in (['--help'], ['--version'], ['check', '--help']):
            _, errors, status = cli.call(*words, stdout=full)
            assert status == cli.OUTPUT and errors != '', words


tap.main(sys.modules[__name__])
