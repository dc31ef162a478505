#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes seeds/territory.json from a folder of collected tables.

    python3 seeds/make-territory.py FOLDER > seeds/territory.json

FOLDER holds communes.csv, former_communes.csv, commune_altitudes.csv, adjacency.csv,
landmarks.csv, holidays_fr.csv and outlines.geojson. The outlines are only measured: which
communes a pass joins. No outline is written. Names take the typographic apostrophe. The same folder gives the same
bytes.
"""
import csv
import json
import math
import os
import re
import sys

EARTH_RADIUS_M = 6371008.8
PASS_ON_BORDER_M = 250  # a pass belongs to the borders this near to it

SOURCES = [
    ('cog', 'Insee et DGCL, code officiel géographique 2026', 'https://github.com/datagouv/decoupage-administratif',
     'Licence Ouverte 2.0', 'communes: name, department, group, population 2023, postcodes (La Poste), former; '
     'from the package @etalab/decoupage-administratif 6.0.0'),
    ('mairies', 'data.gouv.fr, communes-france-2025', 'https://www.data.gouv.fr',
     'Licence Ouverte 2.0, à confirmer auprès du producteur : la copie lue ne le dit pas',
     'position of 133 town halls, three decimals (60 m); lowest, mean and highest ground of communes'),
    ('wikipedia', 'Wikipédia en français', 'https://fr.wikipedia.org',
     'Faits seuls, aucun texte repris (textes : CC BY-SA 4.0)',
     'position of 4 villages; two altitudes; passes, summits, springs and confluences, from their articles'),
    ('geonames', 'GeoNames', 'https://www.geonames.org', 'CC BY 4.0',
     'cities500: altitude of 20 villages (terrain model, about 20 m), one position (150 m), towns around'),
    ('admin-express', 'IGN, Admin Express 2018', 'https://github.com/gregoiredavid/france-geojson',
     'Licence Ouverte 2.0', 'simplified by france-geojson; measured, not copied: area, neighbours (a common border, '
     'corners do not count), communes that a pass joins'),
    ('alpenpaesse', 'Alpenpässe und Wasserscheiden', 'http://www.alpenpaesse-wasserscheiden.at', 'Faits seuls',
     'altitude of 2 villages'),
    ('sncf', 'SNCF Réseau, liste des gares', 'https://data.sncf.com',
     'Données ouvertes (ODbL 1.0, à confirmer auprès du producteur)', 'position of stations, copy of 2021'),
    ('jours-feries', 'Etalab, jours fériés en France', 'https://github.com/etalab/jours-feries-france-data',
     'Licence Ouverte 2.0', 'public holidays 2025 to 2027'),
    ('vacances', 'Ministère de l’Éducation nationale, vacances scolaires',
     'https://github.com/AntoineAugusti/vacances-scolaires', 'Licence Ouverte 2.0',
     'school holidays until summer 2026, as arranged by A. Augusti'),
    ('openholidays', 'OpenHolidays', 'https://github.com/openpotato/openholidaysapi.data',
     'ODbL 1.0', 'school holidays 2026-2027, start moved from Sunday to Saturday'),
    ('presse', 'macommune.info et avis-parents.com', '', 'Faits seuls',
     'days without class after Ascension 2026, end of summer 2026, start of summer 2027'),
]

LICENCE = ('Chaque fait garde la licence de sa source, que nomme la liste « sources ». ODbL 1.0 : les gares (SNCF Réseau) et les '
           'vacances scolaires 2026-2027 (OpenHolidays). CC BY 4.0 : GeoNames. Licence Ouverte 2.0 : Insee, DGCL, La Poste, IGN, '
           'Etalab, ministère de l’Éducation nationale. Les autres ne donnent que des faits.')
NO_LICENCE = 'planeur-net' # its turn points of gliders say no licence: they are left out

VALLEYS = [('buech', 'Buëch'), ('ventoux', 'Ventoux')]

# The valley that a commune is offered in, by its intercommunality: the two partners of the
# project. It is a suggestion of belonging, not of water: Rosans drains to the Eygues.
GROUPS = [
    ('200035723', 'CC Ventoux Sud', 'ventoux'),
    ('200068229', 'CC des Baronnies en Drôme Provençale', 'ventoux'),
    ('200068765', 'CC du Sisteronais-Buëch', 'buech'),
]

# Drôme is in the academy of Grenoble, the three others in that of Aix-Marseille.
SCHOOL_ZONES = [('04', 'B'), ('05', 'B'), ('26', 'A'), ('84', 'B')]

KINDS = {'pass': 'pass', 'summit': 'summit', 'river_source': 'spring', 'river_mouth': 'confluence',
         'station': 'station', 'town': 'town'}


def read(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def number(text):
    value = float(text)
    return int(value) if value == int(value) else value


def source_of(text):
    """The source that a free text of the tables names first."""
    for words, source in (('GeoNames', 'geonames'), ('SNCF', 'sncf'), ('wikipedia', 'wikipedia'),
                          ('alpenpaesse', 'alpenpaesse'), ('jours-feries', 'jours-feries'),
                          ('vacances-scolaires', 'vacances'), ('openholidays', 'openholidays'),
                          ('macommune', 'presse')):
        if words in text:
            return source
    sys.exit(f'no source is known for “{text}”')


def distance_to_segment_m(point, a, b):
    """On the plane that touches the globe at the point: exact enough for a few kilometres."""
    scale = math.radians(1) * EARTH_RADIUS_M
    across = scale * math.cos(math.radians(point[1]))
    ax, ay = (a[0] - point[0]) * across, (a[1] - point[1]) * scale
    bx, by = (b[0] - point[0]) * across, (b[1] - point[1]) * scale
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + t * dx, ay + t * dy)


def find_joined(row, names, outlines):
    """The communes of the territory that a pass joins: those that its source names, else
    those on whose border it stands."""
    said = [names[name.strip()] for name in row['note'].split(';')[-1].split('/') if name.strip() in names]
    if said:
        return sorted(said)
    point, near = (float(row['lon']), float(row['lat'])), []
    for feature in outlines['features']:
        geometry = feature['geometry']
        polygons = [geometry['coordinates']] if geometry['type'] == 'Polygon' else geometry['coordinates']
        distance = min(distance_to_segment_m(point, a, b)
                       for polygon in polygons for ring in polygon for a, b in zip(ring, ring[1:]))
        if distance <= PASS_ON_BORDER_M:
            near.append((distance, feature['properties']['insee']))
    return sorted(insee for _, insee in sorted(near)[:2])


def make_communes(folder):
    ground = {row['insee']: row for row in read(folder, 'commune_altitudes.csv')}
    neighbours, former = {}, {}
    for row in read(folder, 'adjacency.csv'):
        neighbours.setdefault(row['insee_a'], []).append(row['insee_b'])
        neighbours.setdefault(row['insee_b'], []).append(row['insee_a'])
    for row in read(folder, 'former_communes.csv'):
        former.setdefault(row['insee'], []).append(
            {'insee': row['insee_former'], 'name': row['name_former'].replace("'", '’'), 'until': row['date_effective']})

    for row in sorted(read(folder, 'communes.csv'), key=lambda row: row['insee']):
        insee = row['insee']
        commune = {
            'insee': insee,
            'name': row['name'].replace("'", '’'),
            'department': row['department'],
            'group': row['epci_siren'],
            'population': int(row['population']),
            'population-year': int(row['population_year']),
            'postcodes': row['postal_codes'].split(';'),
            'latitude': number(row['lat']),
            'longitude': number(row['lon']),
            'position-source': {'mairie': 'mairies'}.get(row['coord_source'], row['coord_source']),
            'position-precision-m': int(row['coord_precision_m']),
            'area-km2': number(row['area_km2']),
        }
        if row['elevation_m']:
            commune['altitude'] = int(row['elevation_m'])
            commune['altitude-source'] = source_of(row['elevation_source'])
        heights = ground.get(insee, {})
        for name, column in (('lowest', 'alt_min_m'), ('mean', 'alt_mean_m'), ('highest', 'alt_max_m')):
            if heights.get(column):
                commune[f'ground-{name}'] = int(heights[column])
        seat = re.search(r'former seat commune \((.+)\) only', heights.get('note', ''))
        if seat:
            commune['ground-note'] = f'de l’ancienne commune de {seat[1]} seulement'
        if insee in former:
            commune['former'] = former[insee]
        commune['neighbours'] = sorted(neighbours.get(insee, []))
        yield commune


def make_landmarks(folder, communes):
    names = {commune['name'].replace('’', "'"): commune['insee'] for commune in communes}
    codes = set(names.values())
    with open(os.path.join(folder, 'outlines.geojson'), encoding='utf-8') as file:
        outlines = json.load(file)
    for row in read(folder, 'landmarks.csv'):
        insee = re.match(r'INSEE (\w{5})', row['note'])
        if insee and insee[1] in codes:
            continue  # a commune of the territory: said above
        if row['source'].startswith(NO_LICENCE):
            continue
        landmark = {'name': row['name'].replace("'", '’'), 'kind': KINDS[row['kind']],
                    'latitude': number(row['lat']), 'longitude': number(row['lon'])}
        if row['elevation_m']:
            landmark['altitude'] = int(row['elevation_m'])
        if row['kind'] == 'pass':
            landmark['joins'] = find_joined(row, names, outlines)
        landmark['source'] = source_of(row['source'])
        yield landmark


def make_holidays(folder):
    for row in read(folder, 'holidays_fr.csv'):
        holiday = {'first-day': row['first_day'], 'last-day': row['last_day'], 'kind': row['kind'],
                   'zone': row['zone'], 'name': row['name'].replace("'", '’'), 'source': source_of(row['source'])}
        if not holiday['last-day']:
            del holiday['last-day']
        if holiday['zone'] == 'all':
            del holiday['zone']
        yield holiday


def set_spaces(line):
    """French has a narrow no-break space before a colon."""
    return re.sub(r'(?<=\w) :(?= )', '\u202f:', line)


def write(lists):
    """One fact a line, so that a change of one commune is a change of one line."""
    print('{\n  "format": "transhumance-territory",\n  "version": 1,')
    print('  "title": "Buëch et Ventoux\u202f: Sisteronais-Buëch, Baronnies en Drôme Provençale, Ventoux Sud",')
    print(set_spaces('  "licence": ' + json.dumps(LICENCE, ensure_ascii=False)) + ',')
    for position, (name, rows) in enumerate(lists):
        print(f'  "{name}": [')
        print(',\n'.join('    ' + set_spaces(json.dumps(row, ensure_ascii=False)) for row in rows))
        print('  ]' + (',' if position + 1 < len(lists) else ''))
    print('}')


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    communes = list(make_communes(folder))
    write([
        ('sources', [dict(zip(('id', 'name', 'address', 'licence', 'facts'), source)) for source in SOURCES]),
        ('valleys', [{'id': key, 'name': name} for key, name in VALLEYS]),
        ('groups', [{'id': key, 'name': name, 'valley': valley} for key, name, valley in GROUPS]),
        ('school-zones', [{'department': department, 'zone': zone} for department, zone in SCHOOL_ZONES]),
        ('communes', communes),
        ('landmarks', list(make_landmarks(folder, communes))),
        ('holidays', list(make_holidays(folder))),
    ])


if __name__ == '__main__':
    main()
