# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs are built as reliability asks: position-independent, with nothing writable that can be executed.

Arguments: the programs.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

PROGRAMS = [Path(name) for name in sys.argv[1:]]


def weak(program):
    """What is missing in one program."""
    readelf = tap.need('readelf')
    out = tap.run(readelf, '--wide', '--file-header', '--program-headers', '--dynamic', program, env={'LC_ALL': 'C'})
    if not re.search(r'Type:\s+DYN', out) or not re.search(r'\(FLAGS_1\).*\bPIE\b', out):
        yield f'{program.name}: not position-independent'
    if 'GNU_RELRO' not in out:
        yield f'{program.name}: no RELRO'
    if not re.search(r'\(FLAGS\).*BIND_NOW|\(BIND_NOW\)|\(FLAGS_1\).*\bNOW\b', out):
        yield f'{program.name}: symbols are bound lazily'
    stack = re.search(r'GNU_STACK\s+(?:0x\w+\s+){5}(\S+)', out)
    if stack is None or 'E' in stack.group(1):
        yield f'{program.name}: a stack that can be executed'


def symbols(program):
    return tap.run(tap.need('readelf'), '--wide', '--dyn-syms', program, env={'LC_ALL': 'C'})


def test_a_weak_program_is_found():
    compiler = tap.need('gcc')
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, 'weak.c'), Path(folder, 'weak')
        source.write_text('int main (void) { return 0; }\n', encoding='utf-8')
        subprocess.run([compiler, '-no-pie', '-Wl,-z,norelro,-z,lazy,-z,execstack', source, '-o', program], check=True,
                       capture_output=True)
        assert len(list(weak(program))) == 4, list(weak(program))


def test_our_programs():
    assert PROGRAMS, 'no program to look at'
    tap.none(fault for program in PROGRAMS for fault in weak(program))


def test_the_stack_is_guarded():
    tap.none(f'{program.name}: no stack protector' for program in PROGRAMS if '__stack_chk_fail' not in symbols(program))


def test_copies_are_checked():
    """_FORTIFY_SOURCE shows as calls of the checking variants; unoptimised and sanitized builds have none."""
    if not PROGRAMS or not any('_chk@' in re.sub(r'__stack_chk_\w+', '', symbols(program)) for program in PROGRAMS):
        options = tap.run('meson', 'introspect', '--buildoptions', PROGRAMS[0].parents[2]) if PROGRAMS else ''
        if '"optimization", "value": "0"' in options:
            raise tap.Skip('built without optimisation')
        raise AssertionError('no checked copy in any program')


tap.main(sys.modules[__name__])
