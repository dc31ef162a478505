# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""No “1 codes” and no “2 code”, in any text with a number, in English and in French.

A text knows one number only by ngettext: a word that changes may follow that one and no other. A sentence with several
numbers is built from parts."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

CATALOGUE = tap.ROOT / 'po' / 'fr.po'
BOOTH = tap.ROOT / 'src' / 'core' / 'voting' / 'trh-booth-texts.c'
NUMBER = r'(?:%(?:\d\$)?l?[ud]|\{(?:n|max|min|left|all|first|last)\})'
# After “12 voters of 41” comes what belongs to the 12
AFTER = re.compile(r'(?<!\w of )(?<!\w sur )(' + NUMBER + r')[ \u00a0\u202f]+([^\W\d_]+)')

# Words that are the same after 0, 1 and 2
SAME = {
    'en': set('KiB MiB and at blank can cancelled expressed from h in is kW km left m² made min missing more m null of on placed '
              'should sorted than that to together too typed used valid voting were will would worse'.split()),
    'fr': set('Kio Mio au avis dans de des en et est fois h kW km m m² min moins mois n parmi par pour sur vers voix à '
              'ensemble'.split()),
}
# Texts whose number is never 0 or 1, each with the reason
ALWAYS_MANY = {
    '%u items are too many': 'more than a list holds',
    '%u objects are too many': 'more than a season holds',
    'a text of %lu characters': 'longer than a line',
    '%1$s: %2$d nights; a stay has %3$d at most': 'more than a stay has',
    'A stay has %d nights at most.': 'a limit of the program',
    'An encounter lasts %d minutes at least.': 'a limit of the program',
    'An encounter lasts %d hours at most.': 'a limit of the program',
    'From %1$d to %2$d artists, or none for a blank ballot': 'two at least',
    '%d artists at least, or none for a blank ballot': 'two at least',
    '%1$u orders, dealt evenly, so that none is always first. The first is %2$s; each one after it begins with the next artist '
    'and goes round the list; the last is %3$s': 'more than are written one by one',
    'TRH_TEXT_UNDER_ONE': '{min} is two at least',
}


def read_catalogue(text):
    """(msgid, {form: text}) of each entry, forms “en one”, “en many”, “fr one”, “fr many”; “… one” alone without plural."""
    names = {'msgid': 'en one', 'msgid_plural': 'en many', 'msgstr': 'fr one', 'msgstr[0]': 'fr one', 'msgstr[1]': 'fr many'}
    for block in re.split(r'\n\s*\n', text):
        forms, form = {}, None
        for line in block.splitlines():
            start = re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line)
            if start:
                form = names.get(start[1])
                if form:
                    forms[form] = start[2]
            elif line.startswith('"') and form:
                forms[form] += line[1:-1]
        if forms.get('en one'):
            yield forms['en one'], forms


def read_booth(text):
    """The same of the texts of the booth, where _ONE and _MANY are two entries."""
    found = {}
    for name, body in re.findall(r'\[(TRH_TEXT_\w+)\] = \{(.*?)\},?\n(?=  \[|\};)', text, re.DOTALL):
        parts = re.findall(r'((?:"(?:[^"\\]|\\.)*"\s*)+)', body)
        found[name] = [''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', part)) for part in parts]
    for name, (french, english) in found.items():
        if name.endswith('_MANY'):
            continue
        forms = {'fr one': french, 'en one': english}
        if name.endswith('_ONE') and name[:-3] + 'MANY' in found:
            many = found[name[:-3] + 'MANY']
            forms |= {'fr many': many[0], 'en many': many[1]}
        yield name, forms


def list_words(text):
    return {number + str(at): word for at, (number, word) in enumerate(AFTER.findall(text))} \
        if '$' not in text and '{' not in text else dict(AFTER.findall(text))


def list_faults(name, forms, language):
    if name in ALWAYS_MANY:
        return
    one = list_words(forms.get(language + ' one', ''))
    many = list_words(forms[language + ' many']) if language + ' many' in forms else None
    changing = 0
    for number, word in one.items():
        other = many.get(number) if many is not None else word
        if word in SAME[language] and other in SAME[language]:
            continue
        if many is None:
            yield f'{language}: “{word}” follows {number} without a plural: {name}'
        elif word == other:
            yield f'{language}: “{word}” follows {number} whatever the number: {name}'
        elif re.search(r'[^s]s$' if language == 'en' else r'[sx]$', word) and word not in SAME[language] and \
                not re.fullmatch(r'belongs|judges|likes|sees|is|was|has|does|needs|overlaps|follows|remains', word):
            yield f'{language}: “{word}” after one: {name}'
        else:
            changing += 1
    if changing > 1:
        yield f'{language}: two numbers with a word that changes, and one plural: {name}'


def check(entries):
    return [fault for name, forms in entries for language in ('en', 'fr') for fault in list_faults(name, forms, language)]


def test_finds_a_planted_fault():
    planted = '''
msgid "%1$u code cancelled, %2$u slips left"
msgid_plural "%1$u codes cancelled, %2$u slips left"
msgstr[0] "%1$u code annulé, %2$u papillons restés"
msgstr[1] "%1$u codes annulés, %2$u papillons restés"

msgid "%1$d code, %2$d slip"
msgid_plural "%1$d codes, %2$d slips"
msgstr[0] "%1$d code, papillons : %2$d"
msgstr[1] "%1$d codes, papillons : %2$d"

msgid "Only %d artists"
msgstr "%d artistes seulement"

msgid "%u votes"
msgid_plural "%u votes"
msgstr[0] "%u voix"
msgstr[1] "%u voix"
'''
    found = check(read_catalogue(planted))
    assert [fault.split(':')[0] for fault in found] == ['en', 'fr', 'en', 'en', 'fr', 'en'], found
    booth = '  [TRH_TEXT_MAX] = {\n    "Choisissez {max} artistes.",\n    "Choose {max} artists.",\n  },\n};\n'
    assert len(check(read_booth(booth))) == 2


def test_catalogue():
    entries = list(read_catalogue(CATALOGUE.read_text(encoding='utf-8')))
    assert len(entries) > 1000
    tap.none(check(entries))


def test_booth():
    entries = list(read_booth(BOOTH.read_text(encoding='utf-8')))
    assert len(entries) > 60
    tap.none(check(entries))


def test_exceptions_are_texts():
    names = {name for name, _ in read_catalogue(CATALOGUE.read_text(encoding='utf-8'))}
    names |= set(re.findall(r'\[(TRH_TEXT_\w+)\]', BOOTH.read_text(encoding='utf-8')))
    tap.none(name for name in ALWAYS_MANY if name not in names)


tap.main(sys.modules[__name__])
