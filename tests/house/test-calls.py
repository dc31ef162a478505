# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that the house refuses, each with its reason and the few files that may."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

# (pattern, where it counts, where it is allowed, why)
REFUSED = (
    (r'\bg_file_replace_contents\w*\s*\(|\bg_file_replace(?:_async)?\s*\(', r'.*', r'',
     'destroys the old file on a full disk: trh_file_save ()'),
    (r'\bg_file_set_contents\s*\(|\bg_output_stream_write_all\s*\(', r'src/.*', r'',
     'not durable for a new file: trh_file_save ()'),
    (r'\bg_file_set_contents_full\s*\(', r'src/.*', r'src/core/base/trh-file\.c', 'one way to write: trh_file_save ()'),
    (r'\bjson_parser_load_from_\w+\s*\(|\bjson_from_string\s*\(', r'src/.*', r'src/core/base/trh-json\.c',
     'takes what no other reader takes, recurses without a limit: trh_json_parse ()'),
    (r'\bjson_gobject_\w+\s*\(|\bjson_generator_\w+\s*\(', r'src/.*', r'',
     'writes numbers that do not come back: trh_json_append_… ()'),
    (r'\bg_str_hash\b', r'src/(?:core|map|services|cli)/.*', r'',
     'a file can be written whose identifiers all collide: trh_text_hash ()'),
    (r'\bg_settings_\w+\s*\(', r'src/.*', r'src/app/.*', 'preferences are read in app and handed down'),
    (r'\b(?:g_usleep|usleep|nanosleep|sleep)\s*\(', r'(?:src|tests)/.*', r'',
     'wait for what you wait for, not for a while'),
    (r'\b(?:strcpy|strcat|sprintf|vsprintf|gets|strtok|system|popen|tmpnam|mktemp)\s*\(', r'.*', r'',
     'unsafe, or not needed'),
    (r'\b(?:atoi|atof|strtod)\s*\(', r'src/.*', r'src/(?:app|cli)/.*', 'depends on the language: g_ascii_…'),
    (r'\bsetlocale\s*\(', r'src/.*', r'src/core/base/trh-locale\.c', 'one way to choose the language: trh_locale_begin ()'),
    (r'\bg_random_\w+\s*\(|\b(?:rand|random|drand48)\s*\(', r'src/.*', r'',
     'a search has its own seeded source, secrets come from libsodium'),
    (r'\b(?:float|double|gfloat|gdouble)\b|\bmpf_\w+\s*\(|\bg_ascii_strtod\s*\(', r'src/core/voting/.*', r'',
     'fractions of votes elect other people: whole numbers only'),
    (r'\bg_date_time_new_now_local\s*\(', r'src/.*',
     r'src/core/(?:model/trh-history|storage/trh-leftovers)\.c|src/pages/trh-history-page\.c',
     'days and hours are those of the territory: trh_day_today (), trh_clock_now (); only steps are told by this clock'),
    (r'\bgtk_widget_dispose_template\s*\(', r'.*', r'', 'a parent drops the child already'),
    (r'\bg_signal_handlers?_block\w*\s*\(', r'src/.*', r'', 'two sources of truth hide there'),
    (r'\bgtk_(?:dialog_new|dialog_run|message_dialog_new|info_bar_new|tree_view_new|combo_box_new)\w*\s*\(', r'src/.*', r'',
     'deprecated soon after the floor'),
    (r'\bgtk_widget_get_style_context\s*\(|\bgtk_style_context_get_color\s*\(', r'src/.*', r'src/widgets/.*',
     'deprecated from 4.10: one file of widgets/ asks for colours'),
    (r'\bgtk_widget_translate_coordinates\s*\(', r'src/.*', r'', 'deprecated from 4.12: gtk_widget_compute_point ()'),
    (r'\bAdwLeaflet\b|\badw_leaflet_|\bAdwFlap\b|\badw_flap_|\bAdwSqueezer\b|\badw_squeezer_', r'src/.*',
     r'src/widgets/.*', 'deprecated from 1.4: one split view of our own in widgets/'),
    (r'\bAdwViewSwitcherTitle\b', r'src/.*', r'', 'deprecated from 1.4'),
    (r'\bgtk_show_uri\w*\s*\(|\bgtk_file_chooser_native_new\s*\(', r'src/.*', r'src/(?:widgets|app)/.*',
     'deprecated from 4.10: widgets/trh-dialogs.h'),
    (r'\badw_message_dialog_new\s*\(|\badw_message_dialog_choose\s*\(', r'src/.*', r'src/(?:widgets|app|pages|booth)/.*',
     'deprecated from 1.6: widgets/trh-dialogs.h'),
    (r'\bshumate_set_user_agent\s*\(|\bshumate_raster_renderer_new_from_url\w*\s*\(|\bshumate_tile_downloader_new\s*\(',
     r'.*', r'', 'libshumate does not say who we are: our own data source'),
    (r'\bshumate_simple_map_insert_overlay_layer\s*\(', r'.*', r'', 'declared, but not exported by the library'),
    (r'\bg_test_(?:skip|incomplete)\s*\(\s*\)', r'tests/.*', r'', 'a skip says why'),
    (r'\b(?:TODO|FIXME|XXX|HACK)\b', r'(?:src|tests|data|po|flatpak)/.*', r'', 'say it in the tracker, or do it'),
)

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def blank(match):
    """A comment becomes as many empty lines, so that the numbers of lines stay."""
    return '\n' * match.group().count('\n')


def refused(name, text):
    for pattern, where, allowed, why in REFUSED:
        if not re.fullmatch(where, name) or (allowed and re.fullmatch(allowed, name)):
            continue
        body = text if 'TODO' in pattern else COMMENT.sub(blank, text)
        for match in re.finditer(pattern, body):
            number = body.count('\n', 0, match.start()) + 1
            yield f'{name}:{number}: {match.group().strip()}… is refused: {why}'


def test_a_planted_call_is_found():
    for name, text, wrong in (
            ('src/core/storage/trh-store.c', 'g_file_replace_contents (file);', True),
            ('src/core/storage/trh-store.c', '/* never g_file_replace_contents () */', False),
            ('src/core/storage/trh-store.c', 'g_file_set_contents (path, text, -1, NULL);', True),
            ('src/core/base/trh-file.c', 'g_file_set_contents_full (path, text, n, flags, mode, NULL);', False),
            ('src/core/exchange/trh-geojson.c', 'json_parser_load_from_data (parser, text, n, NULL)', True),
            ('src/core/base/trh-json.c', 'json_parser_load_from_data (parser, text, n, NULL)', False),
            ('src/pages/trh-x-page.c', 'g_settings_new ("x")', True),
            ('src/app/trh-settings.c', 'g_settings_new ("x")', False),
            ('src/core/model/trh-x.c', 'g_hash_table_new (g_str_hash, g_str_equal)', True),
            ('tests/core/test-x.c', 'g_usleep (1000);', True),
            ('src/pages/trh-x-page.ui', '<object class="AdwFlap">', True),
            ('src/core/voting/trh-count.c', 'double score;', True),
            ('src/core/voting/trh-count.c', '/* never a double */', False),
            ('src/core/geo/trh-distance.c', 'double west;', False),
            ('src/widgets/trh-x.c', 'g_date_time_new_now_local ()', True),
            ('src/core/x.c', '/* TODO */', True)):
        found = list(refused(name, text))
        assert bool(found) == wrong, f'{name}: {text} → {found}'


def test_no_refused_call():
    faults = []
    for folder in ('src', 'tests'):
        for path in sorted((tap.ROOT / folder).rglob('*')):
            if path.suffix in ('.c', '.h', '.ui'):
                faults += refused(path.relative_to(tap.ROOT).as_posix(), path.read_text(encoding='utf-8'))
    tap.none(faults)


def test_no_sleep_in_scripts():
    """A script waits for a condition; the pause between two looks at it has one place."""
    faults = []
    for path in sorted((tap.ROOT / 'tests').rglob('*.py')):
        text = path.read_text(encoding='utf-8')
        if path.name not in ('test-calls.py', 'wait.py') and re.search(r'\btime\.sleep\s*\(', text) \
                and 'def wait' not in text:
            faults.append(f'{path.relative_to(tap.ROOT)}: sleeps, and has no function that waits for a condition')
    tap.none(faults)


tap.main(sys.modules[__name__])
