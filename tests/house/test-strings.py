# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for people: marked, listed, translated, and set like print."""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

PO = tap.ROOT / 'po'
TEXT_PROPERTIES = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'text', 'heading', 'body',
                   'menu-label', 'accelerator-label', 'button-label'}
# Functions of GTK, libadwaita and ours whose text a person reads: the literal must be inside _().
SPEAKING = re.compile(
    r'\b(?:gtk_label_new|gtk_label_set_(?:label|text)|gtk_button_new_with_(?:label|mnemonic)|gtk_button_set_label'
    r'|gtk_widget_set_tooltip_text|adw_toast_new|adw_preferences_(?:row|group)_set_title|adw_action_row_set_subtitle'
    r'|adw_status_page_set_(?:title|description)|gtk_window_set_title|trh_page_tell\w*|trh_set_label|trh_edit_new'
    r'|gtk_check_button_new_with_label|gtk_menu_button_set_label|g_menu_append)\s*\([^"();]*"([^"]*[A-Za-z]{2}[^"]*)"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
# The writing of one's own name, a language in itself, an example to copy.
NOT_TEXT = re.compile(r'^(?:[\W\d_]*|Transhumances|English|Français|https?://.*|[a-z]+-[a-z-]+)$')


def unmarked_c(name, text):
    body = COMMENT.sub(lambda match: '\n' * match.group().count('\n'), text)
    for match in SPEAKING.finditer(body):
        if not NOT_TEXT.match(match.group(1)):
            yield f'{name}:{body.count(chr(10), 0, match.start()) + 1}: “{match.group(1)}” is not marked'


def unmarked_ui(name, text):
    for element in ET.fromstring(text).iter():
        if element.tag in ('property', 'attribute', 'item') and element.get('translatable') not in ('yes', 'true') \
                and (element.tag == 'item' or element.get('name', '').replace('_', '-') in TEXT_PROPERTIES) \
                and element.text and not NOT_TEXT.match(element.text.strip()) \
                and element.text.strip() not in ('true', 'false'):
            yield f'{name}: “{element.text.strip()}” of {element.tag} {element.get("name", "")} is not marked'


def messages(text):
    """(context, msgid, [msgstr…], fuzzy) of each entry of a PO file; the header comes first."""
    for block in re.split(r'\n\s*\n', text):
        fields, current = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line)
            if match:
                current = match.group(1)
                fields[current] = ''
                line = match.group(2)
            if line.startswith('"') and current:
                fields[current] += line[1:-1].replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\')
        if 'msgid' in fields:
            yield (fields.get('msgctxt'), fields['msgid'],
                   [value for name, value in fields.items() if name.startswith('msgstr')],
                   '#, fuzzy' in block, fields.get('msgid_plural', ''))


def typewriter(text):
    """What print would not show; only in English and French texts for people."""
    if '"' in text:
        yield 'straight double quotes'
    if re.search(r"\w'\w", text):
        yield 'a straight apostrophe'
    if '...' in text:
        yield 'three points in the place of …'


def not_french(text):
    words = re.sub(r'https?:\S+|&\w+;', '', text)
    if re.search(r'[ \u00a0][?!;»](?!\w)|\w[?!;](?:\s|$)|«[ \u00a0](?!$)|«\w|\w»', words):
        yield 'U+202F is missing'
    if re.search(r'[ \u202f]:(?:\s|$)|\w:\s', words):
        yield 'U+00A0 is missing before a colon'


def test_planted_faults_are_found():
    assert list(unmarked_c('a.c', 'gtk_label_new ("Hello there")'))
    assert not list(unmarked_c('a.c', 'gtk_label_new (_("Hello there"))'))
    assert not list(unmarked_c('a.c', '/* gtk_label_new ("Hello there") */'))
    assert list(unmarked_ui('a.ui', '<i><property name="label">Hello</property></i>'))
    assert not list(unmarked_ui('a.ui', '<i><property name="label" translatable="yes">Hello</property></i>'))
    assert list(typewriter('don\'t')) and list(typewriter('wait...')) and not list(typewriter('don’t wait…'))
    assert list(not_french('Quoi ?')) and list(not_french('Quoi?')) and not list(not_french('Quoi\u202f?'))
    assert list(not_french('« x »')) and not list(not_french('«\u202fx\u202f»'))
    assert list(not_french('oui : x')) and list(not_french('oui\u202f: x')) and not list(not_french('oui\u00a0: x'))
    assert not list(not_french('à 18:30, https://x.fr/?a'))
    assert list(messages('msgid ""\nmsgstr "X: y\\n"\n\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n'))[1] == (None, 'a', ['b'], True, '')


def test_every_text_is_marked():
    faults = []
    for path in sorted((tap.ROOT / 'src').rglob('*')):
        name = path.relative_to(tap.ROOT).as_posix()
        if path.suffix == '.c':
            faults += unmarked_c(name, path.read_text(encoding='utf-8'))
        elif path.suffix == '.ui':
            faults += unmarked_ui(name, path.read_text(encoding='utf-8'))
    tap.none(faults)


def template():
    tap.need('xgettext')
    return tap.run(PO / 'update', '--template')


def test_source_texts_are_set_like_print():
    faults = []
    for _, text, _, _, plural in messages(template()):
        for one in (text, plural):
            faults += [f'“{one[:70]}”: {fault}' for fault in typewriter(re.sub(r'<[^>]*>', '', one))]
    tap.none(faults)


def test_texts_are_whole():
    """_("%1$" G_GINT64_FORMAT …) ends where the macro begins: nobody can translate the rest."""
    tap.none(f'“{text}” is only a part of a text' for _, text, _, _, plural in messages(template())
             for one in (text, plural) if re.search(r'(?<!%)%(\d+\$)?[-+ #0]*\d*(\.\d+)?$', one))


def test_every_source_with_texts_is_listed():
    listed = [line for line in (PO / 'POTFILES').read_text(encoding='utf-8').splitlines() if not line.startswith('#')]
    tap.none(f'po/POTFILES: {name}: run po/update'
             for name in sorted(set(listed) ^ set(tap.run(PO / 'update', '--list').splitlines())))


def test_every_language_is_complete():
    tap.need('msgmerge')
    sources = template()
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder, 'template.pot')
        pot.write_text(sources, encoding='utf-8')
        for language in (PO / 'LINGUAS').read_text(encoding='utf-8').split():
            po = PO / f'{language}.po'
            tap.run('msgfmt', '--check', '--output-file=/dev/null', po)
            merged = subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', po, pot],
                                    capture_output=True, check=True).stdout.decode('utf-8')
            merged = '\n'.join(line for line in merged.splitlines() if not line.startswith('#~'))
            tap.none(f'{po.name}: “{text[:90]}” is {"fuzzy" if fuzzy else "not translated"}'
                     for _, text, translations, fuzzy, _ in messages(merged)
                     if text and (fuzzy or not all(translations)))


def test_french_is_set_like_print():
    faults = []
    for _, text, translations, _, _ in messages((PO / 'fr.po').read_text(encoding='utf-8')):
        for one in translations if text else ():
            plain = re.sub(r'<[^>]*>', '', one)
            if text.endswith(';') and '\u202f' not in one: # the search words of the desktop file
                plain = plain.replace(';', ',')
            faults += [f'“{one[:70]}”: {fault}' for fault in [*typewriter(plain), *not_french(plain)]]
    tap.none(faults)


tap.main(sys.modules[__name__])
