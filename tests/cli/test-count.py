# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `count` says of plain ballots and of the closed urns of a season."""
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import cli
import tap

VOTE = Path(__file__).resolve().parent / 'vote'
PASSPHRASES = 'quatre chèvres grises', 'un ruisseau de mars'
BALLOTS = {'ballot_type': 'approval', 'candidates': ['a', 'b', 'c'],
           'ballots': [{'weight': 3, 'approve': [0, 1]}, {'approve': [1]}, {'approve': [2]}, {'approve': []}]}


def count(document, *words):
    """Counts a document as a file; output, messages, status."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'bulletins.json')
        path.write_text(json.dumps(document), encoding='utf-8')
        return cli.call('count', path, *words)


def count_json(document, *words):
    text, _, status = count(document, '--json', *words)
    return json.loads(text), status


def count_urns(*words, season='closed', urns=VOTE, passphrases=PASSPHRASES):
    return open_with(passphrases, VOTE / f'{season}.transhumance', '--urns', urns, *words)


def open_with(passphrases, *words):
    """Counts with passphrases given through descriptors."""
    pipes = []
    for passphrase in passphrases:
        end, other = os.pipe()
        os.write(other, passphrase.encode() + b'\n')
        os.close(other)
        pipes.append(end)
    try:
        options = [word for end in pipes for word in ('--passphrase-fd', end)]
        return cli.call('count', *words, '--keys', VOTE / 'v1.keys', *options, pass_fds=pipes)
    finally:
        for end in pipes:
            os.close(end)


def test_plain_ballots():
    text, errors, status = count(BALLOTS, '--rule', 'av', '--seats', 2, '--lang', 'en')
    assert (errors, status) == ('', cli.DONE)  # few ballots, but no secret ones
    assert text == ('Approval, 2 places\n5 valid ballots, 1 blank\n\n  1. b  4\n  2. a  3\n\n'
                    'No tie decided: the list does not depend on any draw.\n'), text


def test_json():
    result, status = count_json(BALLOTS, '--rule', 'av', '--seats', 2, '--rounds')
    assert status == cli.DONE
    del result['file']
    assert result == {'rule': 'av', 'seats': 2, 'candidates': ['a', 'b', 'c'], 'valid': 5, 'blank': 1, 'committee': [1, 0],
                      'unique': True, 'committees': [[0, 1]], 'scores': ['3', '4', '1'], 'tied': [],
                      'rounds': [{'elected': 1, 'score': '4'}, {'elected': 0, 'score': '3'}]}, result


def test_a_draw_is_said():
    tied = dict(BALLOTS, ballots=[{'approve': [0, 2]}], seats=1)
    assert 'a, c' in count(tied, '--rule', 'av')[0]
    chosen = {count_json(tied, '--rule', 'av', '--seed', str(seed))[0]['committee'][0] for seed in range(8)}
    assert chosen == {0, 2}
    assert count_json(tied, '--rule', 'av')[0]['unique'] is False


def test_no_result():
    blank = dict(BALLOTS, ballots=[{'weight': 4, 'approve': []}])
    result, status = count_json(blank, '--rule', 'av', '--seats', 1)
    assert (result['error'], result['blank'], status) == ('no-expressed-ballot', 4, cli.INPUT)
    guarded = dict(BALLOTS, groups=['x', 'x', 'y'], quotas=[{'group': 'y', 'min': 2}])
    result, status = count_json(guarded, '--rule', 'av', '--seats', 2)
    assert (result['error'], status) == ('quotas-infeasible', cli.INPUT)


def test_usage():
    for words in ((), ('--rule', 'av'), ('--rule', 'av', '--seats', 0), ('--rule', 'av', '--seats', 4), ('--rule', 'av', '--seats', -1)):
        text, errors, status = count(BALLOTS, *words)
        assert (text, status) == ('', cli.USAGE) and errors, words
    own = dict(BALLOTS, seats=2)  # what the file says does not stand in for a wrong number
    for seats in (0, -1, 4):
        text, errors, status = count(own, '--rule', 'av', '--seats', seats)
        assert (text, status) == ('', cli.USAGE) and errors, seats
    assert count(own, '--rule', 'av')[2] == cli.DONE
    text, errors, status = count(BALLOTS, '--rule', 'plurality', '--seats', 1)
    assert status == cli.USAGE and 'plurality' in errors and 'av' in errors


def test_options_that_mean_nothing_are_refused():
    ballots = ('--rule', 'av', '--seats', 1)
    for option, value in (('--poll', 'v1'), ('--keys', VOTE / 'v1.keys'), ('--urns', VOTE), ('--passphrase-fd', 99), ('--like', 'x')):
        text, errors, status = count(BALLOTS, *ballots, option, value, '--lang', 'en')
        assert (text, status) == ('', cli.USAGE) and option in errors, (option, errors)
    for option, value in (('--poll', 'v1'), ('--urns', VOTE)):
        text, errors, status = open_with(PASSPHRASES, VOTE / 's1.urn', *ballots, option, value, '--lang', 'en')
        assert (text, status) == ('', cli.USAGE) and option in errors, (option, errors)
    text, errors, status = count_urns('--like', 'x')
    assert (text, status) == ('', cli.USAGE) and '--like' in errors


def test_a_season_of_a_later_format_is_refused():
    """As by every other command: half of an answer is a wrong one."""
    with tempfile.TemporaryDirectory() as folder:
        later = Path(folder, 'later.transhumance')
        season = (VOTE / 'closed.transhumance').read_text(encoding='utf-8')
        assert season.count('"version": 1') == 1
        later.write_text(season.replace('"version": 1', '"version": 9'), encoding='utf-8')
        text, errors, status = open_with(PASSPHRASES, later, '--urns', VOTE, '--lang', 'en')
        assert (text, status) == ('', cli.INPUT) and 'later version' in errors, errors


def test_refused():
    text, errors, status = count(dict(BALLOTS, ballots=[{'approve': [9]}]), '--rule', 'av', '--seats', 1)
    assert (text, status) == ('', cli.INPUT) and 'ballots[0].approve[0]' in errors
    assert cli.call('count', '/nowhere', '--rule', 'av')[2] == cli.INPUT


def is_part(want, ours):
    """The cases leave out some scores of a round, and some votes of a stage, when candidates are many."""
    if isinstance(want, dict) and isinstance(ours, dict):
        return all(name in ours and is_part(value, ours[name]) for name, value in want.items())
    if isinstance(want, list) and isinstance(ours, list):
        return len(want) == len(ours) and all(map(is_part, want, ours))
    return want == ours and type(want) is type(ours)


def test_shared_cases():
    path = cli.SHARED / 'votes' / 'cases.jsonl'
    if not path.exists():
        raise tap.Skip('the shared votes are not here: set TRH_SHARED')
    counted = 0
    for line in path.read_text(encoding='utf-8').splitlines():
        case = json.loads(line)
        if 'profile' in case:
            case = json.loads((cli.SHARED / 'votes' / case['profile']).read_text(encoding='utf-8')) | case
        if 'select' in case:
            case['ballots'] = case['ballots'][case['select']['offset']::case['select']['every']]
        result, status = count_json(case, '--rule', case['rule'], '--seats', case['seats'])
        assert status == (cli.INPUT if 'error' in case['expected'] else cli.DONE), case['id']
        for member, value in case['expected'].items():
            assert is_part(value, result[member]), (case['id'], member)
        counted += 1
    assert counted == 547


GOLDEN = {'ballot_type': 'approval', 'candidates': list('ABCDEF'), 'seats': 4, 'ballots': [
    {'weight': 8, 'approve': [0, 1, 2]}, {'weight': 3, 'approve': [0, 1]}, {'weight': 3, 'approve': [0]},
    {'weight': 6, 'approve': [3]}, {'weight': 2, 'approve': [1, 3]}, {'weight': 5, 'approve': [4, 5]},
    {'weight': 2, 'approve': [4]}, {'approve': []}]}


def test_rounds_and_reasons_in_words():
    text, errors, status = count(GOLDEN, '--rule', 'seqphragmen', '--rounds', '--why', '--lang', 'en')
    assert (errors, status) == ('', cli.DONE)
    assert '4. B is chosen: each of their voters then bears a weight of 57/364.' in text, text
    assert 'F: not among the chosen, ' in text and 'voices for' not in text, text
    text = count(GOLDEN, '--rule', 'mes', '--lang', 'en')[0]
    assert '  1. A\n  2. D\n2 places stay empty: nobody can pay them.\n' in text, text
    text = count(GOLDEN, '--rule', 'mes-add1', '--lang', 'en')[0]
    assert 'No draw was needed' in text, text


def test_reasons_in_json():
    result, status = count_json(GOLDEN, '--rule', 'av', '--why')
    assert status == cli.DONE
    assert [reason['missing'] for reason in result['reasons']] == [None, None, None, None, 2, 4], result['reasons']
    assert result['guarantees'] == {'in': [], 'out': []} and result['towns'] == []


def test_a_season():
    text, errors, status = count_urns('--lang', 'en')
    assert status == cli.DONE and errors.count('\n') == 1 and 'for the people in the room alone' in errors, errors
    assert text == ('Qui accueillir ?\nApproval, 2 places\n8 valid ballots, 1 blank\n\n  1. Camille Serre  4\n  2. Loup Plaine  3\n\n'
                    'No tie decided: the list does not depend on any draw.\n'), text
    result = json.loads(count_urns('--json', '--seats', 1)[0])
    assert result['committee'] == [0] and result['scores'] == ['4', '3', '1'] and result['candidates'] == ['a1', 'a2', 'a3']
    assert result['names'][2] == 'Jo Blanc' and result['question'] == 'Qui accueillir ?'
    assert result['valid'] == 8 and result['bureau_only'] is True


def test_a_season_needs_its_keys():
    text, errors, status = count_urns(passphrases=(PASSPHRASES[0], 'un ruisseau de mai'))
    assert (text, status) == ('', cli.INPUT) and errors
    assert count_urns(passphrases=PASSPHRASES[::-1])[2] == cli.INPUT
    assert count_urns(passphrases=PASSPHRASES[:1])[2] == cli.USAGE
    assert count_urns(season='open')[2] == cli.INPUT
    assert count_urns('--poll', 'x')[2] == cli.USAGE


def test_a_changed_urn_is_refused_by_its_town():
    with tempfile.TemporaryDirectory() as folder:
        assert count_urns(urns=folder)[2] == cli.INPUT
        urn = Path(folder, 's1.urn')
        shutil.copy(VOTE / 's1.urn', urn)
        assert count_urns(urns=folder)[2] == cli.DONE
        urn.write_bytes(urn.read_bytes().replace(b'Lise Blanc', b'Lisa Blanc', 1))
        text, errors, status = count_urns(urns=folder)
        assert (text, status) == ('', cli.INPUT) and errors


def test_urns_without_their_season():
    """The same sums as with it, however often the urn is brought."""
    season = json.loads(count_urns('--rule', 'av', '--seats', 2, '--json')[0])
    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder, 'all.urns')
        assert cli.call('merge', VOTE / 's1.urn', '--output', merged)[2] == cli.DONE
        for urns in ([VOTE / 's1.urn'], [VOTE / 's1.urn', merged, VOTE / 's1.urn'], [merged]):
            text, errors, status = open_with(PASSPHRASES, *urns, '--rule', 'av', '--seats', 2, '--json')
            assert errors and status == cli.DONE
            alone = json.loads(text)
            assert alone['bureau_only'] is True
            for member in ('valid', 'blank', 'committee', 'scores', 'unique'):
                assert alone[member] == season[member], (member, alone)
    text, errors, status = open_with(('no', 'no'), VOTE / 's1.urn', '--rule', 'av', '--seats', 2)
    assert (text, status) == ('', cli.INPUT) and errors
    assert cli.call('count', VOTE / 's1.urn', '--seats', 2)[2] == cli.USAGE
    assert cli.call('count', VOTE / 'closed.transhumance', VOTE / 's1.urn')[2] == cli.USAGE


tap.main(sys.modules[__name__])
