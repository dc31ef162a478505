# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help: the same pages, built alike, in each language; one for each page of the window."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

HELP = tap.ROOT / 'data' / 'help'
LONGEST = 125  # characters of a line
TYPEWRITTEN = re.compile(r'''["']|\.\.\.''')
FRENCH_SPACES = re.compile(r'[^\u202f][;?!](?:\s|$)|[^\u00a0]:(?:\s|$)|«[^\u202f]|[^\u202f]»')
KEYS = re.compile(r'\+[?\s]')  # “Ctrl+?” is no question


def pages(folder):
    return {path.stem: path.read_text(encoding='utf-8') for path in sorted(folder.glob('*.txt'))}


def plan(text):
    """How a page is built: a letter for each title, heading, point and paragraph."""
    blocks = re.sub(r'(?m)^(?=[-#])', '\n', text).split('\n\n')
    kinds = {'# ': 't', '##': 'h', '- ': 'p'}
    return ''.join(kinds.get(block.strip()[:2], 'w') for block in blocks if block.strip())


def faults_of(name, text, french=False):
    lines = text.split('\n')
    if not re.match(r'# \S', text) or len(re.findall(r'(?m)^# ', text)) != 1:
        yield f'{name}: a page begins with its one title'
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST or line != line.rstrip():
            yield f'{name}:{number}: too long, or spaces at its end'
        if re.match(r'#{3,}|#+[^#\s]|[*+] |-\S', line) or TYPEWRITTEN.search(line):
            yield f'{name}:{number}: “{line}” is not of the form that the window reads, or not set like print'
        if french and FRENCH_SPACES.search(KEYS.sub('', line)):
            yield f'{name}:{number}: spaces of French'


def test_planted():
    assert list(faults_of('p', '## Heading first\n\n# Title\n'))
    assert list(faults_of('p', '# Title\n\n"quoted"\n'))
    assert list(faults_of('p', '# Titre\n\nQuoi : rien\n', french=True))
    assert plan('# A\n\nb\nc\n\n## D\n- e\nf\n- g\n') == 'twhpp'


def test_pages():
    for language in ('en', 'fr'):
        tap.none(fault for name, text in pages(HELP / language).items()
                 for fault in faults_of(f'{language}/{name}', text, language == 'fr'))


def test_languages_are_alike():
    english, french = pages(HELP / 'en'), pages(HELP / 'fr')
    assert english.keys() == french.keys()
    tap.none(f'{name}: {plan(english[name])} and {plan(french[name])}' for name in english if plan(english[name]) != plan(french[name]))


def test_every_page_has_help():
    window = (tap.ROOT / 'src/app/trh-window.c').read_text(encoding='utf-8')
    topics = re.findall(r'"([\w-]+)",', (tap.ROOT / 'src/app/trh-help.c').read_text(encoding='utf-8').split('topics[] = {')[1].split('}')[0])
    shown = re.findall(r'\{ "(\w+)", ', window.split('pages[] = {')[1].split('};')[0])
    assert len(shown) >= 5, shown
    tap.none(f'no help for the page {name}' for name in shown if name not in topics)
    assert set(topics) == pages(HELP / 'en').keys()


tap.main(sys.modules[__name__])
