# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""R1: the charts of a result on a printer without colour, or for an eye that tells none apart. What the window shows is
made grey; then parts side by side still differ, by how light they are or by their hatching, and a line is between them."""
import os
import re
import subprocess
import sys

from trh_app import SEASON, Planner, home
from trh_ui import main

VOTED = home("voted.transhumance")
subprocess.run([sys.argv[2], SEASON, VOTED], check=True)

ARTISTS = ("Atelier des Sources", "Brigitte Lanvin", "Compagnie Drailles", "Duo Merle & Geai", "Élise Bonnet", "Fanfare du Buëch")
# What the voters of voted-season.c gave: how many, and a grade for each artist, 1 the best; 0 says nothing, which is the
# worst. The blank one is in no bar.
GRADES = ((4, "123451"), (6, "212345"), (3, "113355"), (2, "541123"), (5, "231424"), (4, "345123"), (3, "122345"),
          (6, "123450"), (2, "512345"), (3, "333333"), (4, "135351"))
LEAST = 20  # of 255, between two greys that stand side by side
FLAT = 6    # of 255, by which a grey without hatching varies at most
TICK = 5    # pixels by which the line of the half stands out of a bar, above and below
LOOKS = [(language, look) for language in ("fr", "en") for look in ("light", "dark")]


def grey(picture, x, y, width, height):
    """Rows of a part of a picture, each pixel from 0 to 255."""
    raw = subprocess.run(["convert", picture, "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-colorspace", "Gray", "-depth", "8",
                          "gray:-"], check=True, capture_output=True).stdout
    assert len(raw) == width * height, f"{len(raw)} pixels of {width} × {height}"
    return [raw[row * width:(row + 1) * width] for row in range(height)]


def mean(values):
    return sum(values) / len(values)


class Part:
    """What the eye gets of a part of a bar: how light it is, and whether it is hatched. Figures stand in its middle, and
    frames at its edges: the four rows below the upper edge are free of both."""

    def __init__(self, rows, start, end):
        assert end - start >= 12, f"a part of {end - start} pixels is too small to be judged"
        seen = [row[start + 2:end - 2] for row in rows[3:6]]
        self.light = mean([pixel for row in seen for pixel in row])
        self.varies = max(max(row) - min(row) for row in seen)

    def is_like(self, other):
        return abs(self.light - other.light) < LEAST and (self.varies > FLAT) == (other.varies > FLAT)

    def __str__(self):
        return f"{self.light:.0f}{', hatched' if self.varies > FLAT else ''}"


def has_line(rows, at):
    """Whether something darker or lighter than both sides is at most two pixels from where two parts meet."""
    columns = [mean([row[x] for row in rows[3:6]]) for x in range(at - 8, at + 9)]
    low, high = sorted((mean(columns[:4]), mean(columns[-4:])))
    return any(column < low - LEAST / 2 or column > high + LEAST / 2 for column in columns[6:11])


def confusions(rows, shares, whole):
    """What cannot be told apart in a bar with these shares of a whole."""
    width, before, former = len(rows[0]), 0, None
    for share in shares:
        if share == 0:
            continue
        start = round(width * before / whole)
        before += share
        part = Part(rows, start, round(width * before / whole))
        if former is not None and part.is_like(former):
            yield f"{former} beside {part} at {start} px of {width}"
        if former is not None and not has_line(rows, start):
            yield f"no line at {start} px of {width}"
        former = part


def test_planted():
    """A test of the test: two colours of one grey; a hatching, a line and another grey tell them apart."""
    plain = [bytes([120] * 100 + [124] * 100)] * 10
    lined = [row[:99] + bytes([20, 20]) + row[101:] for row in plain]
    hatched = [row[:101] + bytes(60 if x % 7 == 0 else 124 for x in range(99)) for row in lined]
    lighter = [row[:101] + bytes([190] * 99) for row in lined]
    assert len(list(confusions(plain, (1, 1), 2))) == 2
    assert len(list(confusions(lined, (1, 1), 2))) == 1
    assert not list(confusions(hatched, (1, 1), 2))
    assert not list(confusions(lighter, (1, 1), 2))
    assert not list(confusions(plain, (1, 0), 1)), "what has no size is beside nothing"


def profile(artist):
    """How often each grade, the best first."""
    shares = [0] * 5
    for weight, grades in GRADES:
        shares[(int(grades[artist]) or 5) - 1] += weight
    return shares


class Result:
    """One result in the window, in a language and a look."""

    def __init__(self, app, number):
        app.get("list", "^(Votes of the season|Votes de la saison)$")
        app.click([row for row in app.find_all("item") if row.name.startswith("Qui accueillir")][number])
        app.get("heading", "^(Result|Résultat)$")
        self.app = app

    def bar(self, name):
        """The pixels of a bar, as grey."""
        image = self.app.get("image", f"^(Result of|Résultat de) {re.escape(name)}\s?:")
        surfaces = self.app._surfaces()
        self.app.reveal(image, surfaces)
        self.app.settle(image)
        x, y = self.app.center(image, surfaces)
        place = image.extents()
        return grey(self.app.picture("result"), x - place.width // 2, y - place.height // 2, place.width, place.height)


def shown(language, look):
    return Planner("--page", "votes", VOTED, env={"LANGUAGE": language, "ADW_DEBUG_COLOR_SCHEME": f"prefer-{look}"})


def test_grades():
    """Merit profiles: five mentions in one bar."""
    for language, look in LOOKS:
        with shown(language, look) as app:
            result = Result(app, 1)
            for artist, name in enumerate(ARTISTS):
                rows = result.bar(name)
                found = list(confusions(rows[TICK:-TICK], profile(artist), sum(profile(artist))))
                assert not found, f"{name}, {language}, {look}: {found}"


def test_voices():
    """Voices: who is chosen is filled, who is not is hollow, who is tied hatched; where each ends can be seen."""
    filled, hollow = {}, {}
    for language, look in LOOKS:
        with shown(language, look) as app:
            result = Result(app, 0)
            for name, voices, chosen in (("Atelier des Sources", 19, True), ("Compagnie Drailles", 11, False)):
                rows = result.bar(name)
                end = round(len(rows[0]) * voices / 42)
                part, rest = Part(rows, 0, end), Part(rows, end, len(rows[0]))
                assert has_line(rows, end) or not part.is_like(rest), f"{name}, {language}, {look}: {part} ends in {rest}"
                (filled if chosen else hollow)[look] = part
        assert not filled[look].is_like(hollow[look]), f"{look}: chosen {filled[look]}, not chosen {hollow[look]}"


if __name__ == "__main__":
    os.makedirs(home("shots"), exist_ok=True)
    main([test_planted, test_grades, test_voices])
