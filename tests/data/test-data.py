# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed beside the programs is valid: each file meets the validator of its kind.

Environment: TRH_BUILD, the build folder; TRH_PROGRAMS, our programs, with colons between.
"""
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ID = 'fr.serreslezarts.Transhumances'
DATA = tap.ROOT / 'data'
BUILT = Path(os.environ['TRH_BUILD']) / 'data'


def test_desktop_file():
    out = tap.run(tap.need('desktop-file-validate'), BUILT / f'{ID}.desktop')
    assert out == '', out


def test_desktop_file_starts_our_program():
    lines = (BUILT / f'{ID}.desktop').read_text(encoding='utf-8').splitlines()
    for wanted in ('Exec=transhumances %U', f'Icon={ID}', 'MimeType=application/x-transhumance+json;application/x-transhumance-kit+json;',
                   'DBusActivatable=true'):
        assert wanted in lines, wanted


def test_metainfo():
    tap.run(tap.need('appstreamcli'), 'validate', '--no-net', '--explain', BUILT / f'{ID}.metainfo.xml')


def test_the_licence_of_the_metainfo_is_the_one_it_declares():
    text = (DATA / f'{ID}.metainfo.xml.in').read_text(encoding='utf-8')
    header, = re.findall(r'SPDX-License-Identifier: (\S+)', text)
    assert f'<metadata_license>{header}</metadata_license>' in text, header


def test_settings_schema():
    tap.run(tap.need('glib-compile-schemas'), '--strict', '--dry-run', DATA)


def test_each_setting_says_what_it_is():
    text = (DATA / f'{ID}.gschema.xml').read_text(encoding='utf-8')
    assert text.count('<key ') == text.count('<summary>'), 'a key without a summary'


def test_xml():
    files = [path for folder in ('data', 'src') for path in sorted((tap.ROOT / folder).rglob('*'))
             if path.suffix in ('.xml', '.ui', '.svg')]
    files += [BUILT / f'{ID}.metainfo.xml', BUILT / f'{ID}.xml', *DATA.glob('*.xml.in')]
    tap.run(tap.need('xmllint'), '--noout', '--nonet', *files)


def test_dbus_service_starts_our_program():
    text = (BUILT / f'{ID}.service').read_text(encoding='utf-8')
    assert f'Name={ID}\n' in text, text
    assert '/transhumances --gapplication-service\n' in text, text


def content_type(path, data_home):
    """What GIO thinks of a file, with our MIME type installed."""
    out = tap.run(tap.need('gio'), 'info', '-a', 'standard::content-type', path,
                  env={'XDG_DATA_HOME': str(data_home), 'LC_ALL': 'C.UTF-8', 'GIO_USE_VFS': 'local'})
    return out.split('standard::content-type:')[1].split()[0]


def test_mime_type_by_name_and_by_first_bytes():
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, 'home')
        packages = home / 'mime' / 'packages'
        packages.mkdir(parents=True)
        (packages / f'{ID}.xml').write_bytes((BUILT / f'{ID}.xml').read_bytes())
        tap.run(tap.need('update-mime-database'), home / 'mime')
        ours, other = '{\n  "format": "transhumance",\n  "version": 1\n}\n', '{\n  "format": "other"\n}\n'
        season, kit = 'application/x-transhumance+json', 'application/x-transhumance-kit+json'
        bag = '{\n  "format": "transhumances-kit",\n  "version": 1\n}\n'
        for name, text, wanted in (
                ('a.transhumance', ours, season), ('renamed', ours, season),
                ('a.transhumance-kit', bag, kit), ('renamed', bag, kit),
                ('renamed', other, None), ('plain.json', other, None)):
            path = Path(folder, name)
            path.write_text(text, encoding='utf-8')
            found = content_type(path, home)
            assert found == wanted or (wanted is None and found not in (season, kit)), f'{name}: {found}\n{text}'


def test_man_pages():
    man = tap.need('man')
    pages = sorted((DATA / 'man').rglob('*.1'))
    assert pages, 'no man page'
    for page in pages:
        warnings = tap.run('sh', '-c', f'"{man}" --warnings -l -Tutf8 -Z "{page}" 2>&1 >/dev/null',
                           env={'LC_ALL': 'C.UTF-8', 'MANROFFSEQ': '', 'MANWIDTH': '100'})
        assert warnings == '', f'{page}: {warnings}'


def test_each_man_page_is_in_both_languages():
    english = {page.name for page in (DATA / 'man').glob('*.1')}
    french = {page.name for page in (DATA / 'man' / 'fr').glob('*.1')}
    assert english == french, english ^ french


def options_of(text):
    """The long options that a help text or a manual page names."""
    return set(re.findall(r'--[a-z][a-z-]+', text.replace('\\-', '-')))


def test_man_pages_name_what_the_programs_can_do():
    """Every option and every command of --help is in both pages, and nothing that is no longer there."""
    programs = {path.name: path for path in map(Path, os.environ['TRH_PROGRAMS'].split(':'))}
    faults = []
    for name, program in programs.items():
        helps = tap.run(program, '--help', env={'LANGUAGE': 'en', 'LC_ALL': 'C.UTF-8'})
        commands = re.findall(r'^  ([a-z]+) (?:[a-z]+ )?[A-Z]', helps.split('Commands:')[-1], re.MULTILINE) if 'Commands:' in helps else []
        for command in commands:
            helps += tap.run(program, command, '--help', env={'LANGUAGE': 'en', 'LC_ALL': 'C.UTF-8'})
        hidden = {'--help-all', '--help-gapplication', '--help-gtk', '--help', '--gapplication-service', '--display'}
        for page in (DATA / 'man' / f'{name}.1', DATA / 'man' / 'fr' / f'{name}.1'):
            text = page.read_text(encoding='utf-8')
            for option in (options_of(helps) ^ options_of(text)) - hidden:
                faults.append(f'{page}: {option} is in only one of the page and {name} --help')
            for command in set(commands) ^ set(re.findall(r'^\.BI? ([a-z]+) "', text, re.MULTILINE)):
                faults.append(f'{page}: command {command} is in only one of the page and {name} --help')
    tap.none(faults)


def parts_of(page):
    """The parts of a manual page: for each heading and each command, how many tagged paragraphs it has."""
    parts = [0]
    for line in page.read_text(encoding='utf-8').splitlines():
        if line.startswith(('.SH', '.BI check', '.BI convert', '.BI count', '.BI verify', '.BI merge', '.BI report')):
            parts.append(0)
        parts[-1] += line == '.TP'
    return parts


def rules_in(text):
    """The counting rules that a help text or a manual page names."""
    known = ('av', 'mes-phragmen', 'seqpav', 'sav', 'seqphragmen', 'revseqpav', 'mes', 'mes-av', 'mes-add1', 'mj', 'range', 'schulze',
             'stv-scottish', 'borda', 'ranked-pairs')
    words = set(re.findall(r'[a-z0-9]+(?:-[a-z0-9]+)*', text.replace('\\-', '-')))
    return {rule for rule in known if rule in words}


def test_man_pages_say_the_same_in_both_languages():
    """As many paragraphs for each command, the same files, and all rules that the help of `count` names."""
    cli, = (path for path in map(Path, os.environ['TRH_PROGRAMS'].split(':')) if path.name == 'transhumances-cli')
    rules = rules_in(tap.run(cli, 'count', '--help', env={'LANGUAGE': 'en', 'LC_ALL': 'C.UTF-8'}))
    assert len(rules) == 15, rules
    for english in (DATA / 'man').glob('*.1'):
        french = DATA / 'man' / 'fr' / english.name
        assert parts_of(english) == parts_of(french), (english.name, parts_of(english), parts_of(french))
        texts = [page.read_text(encoding='utf-8') for page in (english, french)]
        assert len({len(re.findall(r'^\.I [^ ]*[*/]', text, re.MULTILINE)) for text in texts}) == 1, english.name
        if english.name == 'transhumances-cli.1':
            for text in texts:
                count = text[text.index('.BI count'):text.index('.BI verify')]
                assert rules_in(count) == rules, (english.name, rules ^ rules_in(count))
    for text in ((DATA / 'man' / name).read_text(encoding='utf-8') for name in ('transhumances.1', 'fr/transhumances.1')):
        for folder in ('urns/', 'rolls/', 'keys/'):
            assert f'.I {folder}' in text, folder


def test_icons_are_seen_as_pictures():
    """gdk-pixbuf looks for <svg in the first bytes: a long comment before it hides the picture."""
    icons = sorted((DATA / 'icons').rglob('*.svg'))
    assert len(icons) >= 2, icons
    tap.none(str(icon) for icon in icons if b'<svg' not in icon.read_bytes()[:64])


def test_flatpak_manifest():
    manifest = tap.ROOT / 'flatpak' / f'{ID}.yml'
    asked = manifest.read_text(encoding='utf-8')
    assert '--filesystem' not in asked and '--talk-name' not in asked, 'the sandbox has no such holes'
    shown = json.loads(tap.run(tap.need('flatpak-builder'), '--show-manifest', manifest))
    assert shown['id'] == ID and shown['command'] == 'transhumances', shown
    assert shown['modules'][-1]['name'] == 'transhumances', shown
    told = (manifest.parent / 'README.md').read_text(encoding='utf-8')
    libraries = [module['name'] for module in shown['modules'][:-1]]
    assert f"({', '.join(libraries)})" in told.replace('\n', ' '), (libraries, told)


tap.main(sys.modules[__name__])
