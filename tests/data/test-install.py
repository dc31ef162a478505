# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What meson installs is all there, and starts from there.

Environment: TRH_BUILD, the build folder.
"""
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ID = 'fr.serreslezarts.Transhumances'
BUILD = Path(os.environ['TRH_BUILD'])
WANTED = (
    'bin/transhumances',
    'bin/transhumances-cli',
    f'share/applications/{ID}.desktop',
    f'share/dbus-1/services/{ID}.service',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    'share/locale/fr/LC_MESSAGES/transhumances.mo',
    'share/man/man1/transhumances.1',
    'share/man/man1/transhumances-cli.1',
    'share/man/fr/man1/transhumances.1',
    'share/man/fr/man1/transhumances-cli.1',
    f'share/metainfo/{ID}.metainfo.xml',
    f'share/mime/packages/{ID}.xml',
    'share/transhumances/territory.json',
    'share/transhumances/transhumance.schema.json',
)


def options():
    found = json.loads(tap.run('meson', 'introspect', '--buildoptions', BUILD))
    return {option['name']: option['value'] for option in found}


def install(folder):
    tap.run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder)
    return Path(folder, options()['prefix'].lstrip('/'))


def test_everything_is_installed():
    with tempfile.TemporaryDirectory() as folder:
        root = install(folder)
        tap.none(f'{name} is not installed' for name in WANTED if not (root / name).is_file())


def test_nothing_else_is_installed():
    """No test program, no README, nothing outside the prefix."""
    with tempfile.TemporaryDirectory() as folder:
        root = install(folder)
        files = [path for path in Path(folder).rglob('*') if path.is_file()]
        tap.none(f'{path} is outside {root}' for path in files if root not in path.parents)
        allowed = ('bin/transhumances', 'share/applications', 'share/dbus-1', 'share/glib-2.0', 'share/icons', 'share/locale',
                   'share/man', 'share/metainfo', 'share/mime', 'share/transhumances')
        names = [path.relative_to(root).as_posix() for path in files]
        tap.none(f'{name} should not be installed' for name in names
                 if not name.startswith(allowed) or name.endswith(('README.md', 'meson.build', '.py')))


def test_program_says_its_version():
    version = json.loads(tap.run('meson', 'introspect', '--projectinfo', BUILD))['version']
    with tempfile.TemporaryDirectory() as folder:
        out = tap.run(install(folder) / 'bin' / 'transhumances', '--version')
    assert version in out, f'{out!r} does not say {version}'


tap.main(sys.modules[__name__])
