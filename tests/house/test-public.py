# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A function of a header has somebody who calls it: a program, or a test for a reason that stands here."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

# What only tests call, and why it is there all the same.
FOR_TESTS = {
    'trh_booth_window_get_booth': 'what the voter’s screen shows, compared with the state behind it',
    'trh_booth_window_get_view': 'the same, where a key or a touch goes',
    'trh_booth_window_set_clock': 'nobody waits a minute in a test',
    'trh_calendar_dialog_peek_draft': 'what would be written, before it is',
    'trh_calendar_table_get_rows': 'the rows, without drawing them',
    'trh_election_print': 'the twin of the reader: files for it, and the same again',
    'trh_http_set_deadline': 'nobody waits fifteen seconds in a test',
    'trh_lanes_get_n_bars': 'how much is measured',
    'trh_map_is_drawn': 'when measuring may begin',
    'trh_map_new': 'a map without a page; pages have theirs from XML',
    'trh_migration_copy': 'for the first migration; a chain of the tests uses it until then',
    'trh_migration_wrap': 'the same',
    'trh_print_to_file': 'printing without a printer',
    'trh_roads_count': 'all roads are walked',
    'trh_sheet_add_page_break': 'pages without the text to fill them',
    'trh_territory_get_sources': 'the licence of each is looked at',
    'trh_timeline_get_selected_id': 'what the calendar binds as a property',
    'trh_timeline_new': 'a timeline without a page; pages have theirs from XML',
}

# Comments and texts are no calls; one pass, so that "//" in a text begins no comment.
SILENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
MACRO = re.compile(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$', re.MULTILINE)
PROTOTYPE = re.compile(r'^[^\n=]*?\b(trh_\w+)\s*\([^{};]*\)[^{};]*;', re.MULTILINE)
NAME = re.compile(r'\btrh_\w+')


def speak(text):
    return SILENT.sub(lambda match: '""' if match.group()[0] in '"\'' else '\n' * match.group().count('\n'), text)


def names_called(name, text):
    """The functions that a file names elsewhere than where they are declared or defined."""
    text = speak(text)
    if name.endswith('.h'): # macros and inline functions call; prototypes do not
        return set(NAME.findall(PROTOTYPE.sub('', MACRO.sub('', text)) + ' '.join(MACRO.findall(text))))
    return {match.group() for match in NAME.finditer(text) if match.start() > 0 and text[match.start() - 1] != '\n'}


def uncalled(sources, tests):
    """Yields a sentence for each function of a header of @sources that nobody calls as he should."""
    declared = {}
    for name, text in sources.items():
        if name.endswith('.h'):
            declared.update((function, name) for function in PROTOTYPE.findall(MACRO.sub('', speak(text))))
    by_programs = set().union(*(set(NAME.findall(text)) if name.endswith('.ui') else names_called(name, text)
                                for name, text in sources.items()))
    by_tests = set().union(*(names_called(name, text) for name, text in tests.items()))
    for function, name in sorted(declared.items()):
        if function in by_programs:
            if function in FOR_TESTS:
                yield f'{name}: {function} () is called by a program: its line in FOR_TESTS can go'
        elif function not in FOR_TESTS:
            yield f'{name}: no program calls {function} ()' + (', only tests do' if function in by_tests else '')
        elif function not in by_tests:
            yield f'{name}: not even a test calls {function} ()'
    for function in sorted(set(FOR_TESTS) - set(declared)):
        yield f'{function} () is not there any more: its line in FOR_TESTS can go'


HEADER = '''/* trh_thing_talk () is spoken of */
void  trh_thing_walk (TrhThing *self,
                      guint     n_steps);
char *trh_thing_talk (void) G_GNUC_CONST;
#define WALK(self)            \\
  while (self)                \\
    trh_thing_walk (self, 1);
'''
SOURCE = '''void
trh_thing_walk (TrhThing *self, guint n_steps)
{
  g_message ("trh_thing_talk ()"); // trh_thing_talk ()
}

char *
trh_thing_talk (void)
{
  return NULL;
}
'''


def test_a_planted_function_is_found():
    known = {'src/listed.h': ''.join(f'void {name} (void);\n' for name in FOR_TESTS)}
    callers = {'tests/all.c': ''.join(f'  {name} ();\n' for name in FOR_TESTS)}
    files = {**known, 'src/trh-thing.h': HEADER, 'src/trh-thing.c': SOURCE}
    talk = 'src/trh-thing.h: no program calls trh_thing_talk ()'
    assert list(uncalled(files, callers)) == [talk], list(uncalled(files, callers)) # the macro walks
    assert list(uncalled(files, {**callers, 'tests/a.c': '  trh_thing_talk ();'})) == [talk + ', only tests do']
    for name, text in (('src/trh-other.c', '  x = trh_thing_talk ();'), ('src/trh-other.ui', '<closure function="trh_thing_talk"/>')):
        assert not list(uncalled({**files, name: text}, callers)), name
    kept = next(iter(FOR_TESTS))
    for more, fewer, said in (({'src/x.c': f'  {kept} ();'}, callers, 'is called by a program'), ({}, {}, 'not even a test'),
                              ({'src/listed.h': ''}, callers, 'not there any more')):
        assert any(said in fault and kept in fault for fault in uncalled({**files, **more}, fewer)), said


def read(folder, *suffixes):
    return {path.relative_to(tap.ROOT).as_posix(): path.read_text(encoding='utf-8')
            for path in sorted((tap.ROOT / folder).rglob('*')) if path.suffix in suffixes}


def test_each_function_is_called():
    tap.none(list(uncalled(read('src', '.c', '.h', '.ui'), read('tests', '.c', '.h'))))


tap.main(sys.modules[__name__])
