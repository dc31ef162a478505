# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `convert` writes, and that it writes whole files or nothing."""
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

import cli
import tap


def test_the_canonical_form():
    with tempfile.TemporaryDirectory() as folder:
        loose, out, again = (Path(folder, name) for name in ('in', 'out', 'again'))
        loose.write_text('\ufeff{"stays":[{"first-day":"2027-06-10","x":[1],"id":"s","notes":""}],"id":"p",'
                         '"future":{"b":1,"a":2},"version":1,"format":"transhumance"}\r\n', encoding='utf-8')
        assert cli.call('convert', loose, out) == ('', '', cli.DONE)
        assert out.read_text(encoding='utf-8') == (
            '{\n  "format": "transhumance",\n  "version": 1,\n  "id": "p",\n  "season": {},\n'
            '  "stays": [\n    {\n      "id": "s",\n      "first-day": "2027-06-10",\n      "x": [\n        1\n      ]\n    }\n  ],\n'
            '  "future": {\n    "b": 1,\n    "a": 2\n  }\n}\n')
        assert cli.call('convert', out, again)[2] == cli.DONE
        assert again.read_bytes() == out.read_bytes()
        assert cli.call('convert', loose, loose)[2] == cli.DONE
        assert loose.read_bytes() == out.read_bytes()


def test_seeds_are_canonical():
    with tempfile.TemporaryDirectory() as folder:
        for seed in cli.SEEDS.glob('*.transhumance'):
            out = Path(folder, seed.name)
            assert cli.call('convert', seed, out)[2] == cli.DONE
            assert out.read_bytes() == seed.read_bytes(), seed


def test_json_tells_the_fingerprint():
    with tempfile.TemporaryDirectory() as folder:
        start, out = Path(folder, 'in'), Path(folder, 'out')
        start.write_text(cli.two_places(), encoding='utf-8')
        text, errors, status = cli.call('convert', '--json', start, out)
        assert status == cli.DONE and errors == ''
        assert json.loads(text) == {'from': str(start), 'to': str(out), 'bytes': out.stat().st_size,
                                    'sha256': hashlib.sha256(out.read_bytes()).hexdigest()}


def test_a_refused_input_leaves_the_output_alone():
    with tempfile.TemporaryDirectory() as folder:
        start, out = Path(folder, 'in'), Path(folder, 'out')
        start.write_text('{"format":"transhumance"', encoding='utf-8')
        out.write_text('mine', encoding='utf-8')
        text, errors, status = cli.call('convert', start, out)
        assert (text, status) == ('', cli.INPUT) and errors != ''
        assert out.read_text(encoding='utf-8') == 'mine' and len(list(Path(folder).iterdir())) == 2


def test_outputs_that_cannot_be_written():
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder, 'in')
        start.write_text(cli.two_places(), encoding='utf-8')
        Path(folder, 'folder').mkdir()
        Path(folder, 'folder', 'full').mkdir()
        closed = Path(folder, 'closed')
        closed.mkdir(mode=0o500)
        wrong = [Path(folder, 'missing', 'out'), Path(folder, 'folder'), Path(start, 'out'), Path('/dev/full')]
        if os.geteuid() != 0: # root writes everywhere
            wrong.append(closed / 'out')
        for out in wrong:
            text, errors, status = cli.call('convert', start, out)
            assert (text, status) == ('', cli.OUTPUT) and str(out) in errors, (out, text, status, errors)
        assert sorted(p.name for p in Path(folder).rglob('*')) == ['closed', 'folder', 'full', 'in'], 'something is left'


tap.main(sys.modules[__name__])
