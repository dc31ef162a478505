# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote of three villages, from the bags to the recap minutes, by keys alone, on machines without a network.

The golden election, checked by hand: Serres 8×ABC, 3×AB, 3×A; Rosans 6×D, 2×BD; Sault 5×EF, 2×E and one blank. Serres
has a null and a blank paper besides, which change nothing.
"""
import ctypes
import itertools
import json
import os
import re
import subprocess
import sys

from a11y_rules import check
from trh_app import Planner, fresh_home, home, season_file, write
from trh_booth import cast, leave_booth, open_booth, remembered
from trh_desk import choose_town
from trh_hands import Keys
from trh_print import text_of
from trh_tree import State
from trh_ui import key, main, type_text

TOWN_HALL, CLI = sys.argv[2:4]
ARTISTS = ("Ana Ruiz", "Bastien Oury", "Camille Serre", "Duo Delmas", "Élie Marchal", "Jo Blanc")  # A to F
TOWNS = ("Serres", "Rosans", "Sault")
HOLDERS = (("Alice Morel", "lavande bleue"), ("Bruno Teste", "noyer tardif"))
BALLOTS = {"Rosans": ("6×D", "2×BD"), "Sault": ("5×EF", "2×E", "1×")}
PILE = "123/" * 8 + "12/" * 3 + "b/" + "n3/"  # eleven valid, one blank, one with a name added
MISTAKE = PILE.replace("12/b", "13/b")  # by the second person, on paper 11
LOADS = [("A", "1/14"), ("D", "1/8"), ("E", "1/7"), ("B", "57/364")]
CLONE_NEWNET = 0x40000000


def leave_network():
    """From here on neither this program nor what it starts has a network, where the system allows it."""
    if ctypes.CDLL(None).unshare(CLONE_NEWNET) != 0:
        print("# the network could not be taken away: this needs root", flush=True)
        return
    with open("/proc/net/dev", encoding="ascii") as file:
        assert [line.split(":")[0].strip() for line in file if ":" in line] == ["lo"], "there is a network"


def prepare(content):
    """Three towns, six artists, approval of one to three, four places, seq-Phragmén."""
    content["communes"] = [commune for commune in content["communes"] if commune["name"] in TOWNS]
    artists = [next(artist for artist in content["artists"] if artist["name"] == name) for name in ARTISTS]
    poll = content["polls"][0]
    for member in "venues", "stays", "encounters", "legs", "items", "loans", "people", "reviews", "results":
        content[member] = []
    content["artists"] = artists
    content["season"].pop("busy-days")
    for gone in "notes", "purge-day", "guarantees":
        poll.pop(gone, None)
    poll.update({"method": "seqphragmen", "seats": 4, "min-choices": 1, "max-choices": 3, "codes": 20, "state": "draft",
                 "candidates": [{"artist": artist["id"], "letter": "ABCDEF"[i], "name": artist["name"]}
                                for i, artist in enumerate(artists)]})


def organiser(season):
    app = Planner(season, "--page", "votes")
    hands = Keys(app)
    hands.reach(app.get("item", "^Quels artistes"))
    key("Return")
    return app, hands


def make_keys(app, hands):
    hands.press("^Make the keys of the vote")
    dialog = app.get("window", "^Make the Keys")
    for field, (name, _) in zip(("first person", "second person"), HOLDERS):
        hands.fill(dialog, f"^Name of the {field}", name)
    for nth, (_, words) in enumerate(HOLDERS):
        hands.fill(dialog, "^Passphrase", words, nth)
        hands.fill(dialog, "^The same again", words, nth)
    key("ctrl+Return")
    app.gone("window", "^Make the Keys")
    app.get("window", "^Recovery Sheet")
    key("Escape")
    hands.press("^Close Without It$")
    app.gone("window", "^Recovery Sheet")


def pack(app, hands, town):
    """A bag for a town hall; returns its kit and the codes on its slips."""
    hands.press("^Prepare a bag for a town hall")
    dialog = app.get("window", "^Bag for a Town Hall")
    choose_town(app, dialog, town)
    key("ctrl+Return")
    app.choose_file(home("stick"), "Where to put the bag")
    app.gone("window", "^Bag for a Town Hall")
    app.status("^The bag is in the folder")
    folder = home("stick", f"bag-{town.lower()}")
    slips = text_of(os.path.join(folder, f"slips-{town.lower()}.pdf"))
    codes = sorted({code.replace("-", "") for code in re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", slips)})
    assert len(codes) == 20, f"{town}: {len(codes)} codes are on the slips"
    return os.path.join(folder, f"bag-{town.lower()}.transhumance-kit"), codes


def open_session(app, hands):
    hands.press("^Open the session$")
    dialog = app.get("window", "^Open the Session")
    for field, name in zip(list(app.find_all("entry", "^Name of the", dialog)), ("Lise Blanc", "Marc Arnaud")):
        hands.write(field, name)
    hands.choose(app.get(None, "^The date and the time are right$", dialog))
    key("ctrl+Return")
    app.gone("window", "^Open the Session")
    app.get("item", "^0 voters so far")


def in_booth(app, hands, code):
    """Up to the choices."""
    hands.press("^Commencer")
    app.get("heading", "code de vote")
    type_text(code)
    hands.press("^Suite$")
    app.get("label", "^Rien n’est enregistré")
    hands.press("^Suite$")
    app.get("check")


def chosen(app):
    return sorted(card.name.split(",")[0] for card in app.find_all("check") if card.has_state(State.CHECKED))


def to_review(app, hands):
    hands.press("^Relire")
    app.get("heading", "^Relisez")


def resist(app, hands, code):
    """A voter who does all that must not work: nothing, four choices, the keys that leave, two presses on cast."""
    in_booth(app, hands, code)
    to_review(app, hands)
    app.get("label", "^Vous n’avez rien choisi. Voulez-vous voter blanc")
    hands.press("^Revenir au bulletin")
    hands.tick(ARTISTS[:3], app.get("window", "^Voting Booth"))
    hands.choose(app.get("check", f"^{ARTISTS[3]}"))
    app.get("heading", f"^Vous avez déjà choisi 3 artistes. Pour prendre {ARTISTS[3]}")
    assert chosen(app) == sorted(ARTISTS[:3]), chosen(app)
    key("Escape", "alt+F4", "ctrl+q", "ctrl+w", "F11")
    assert app.process.poll() is None and chosen(app) == sorted(ARTISTS[:3]), "a key left the booth or the ballot"
    for name in ARTISTS[1:3]:
        hands.choose(app.get("check", f"^{name}"))
    app.wait(lambda: chosen(app) == [ARTISTS[0]], "one choice")
    to_review(app, hands)
    hands.reach(hands.can_press("^Déposer"))
    key("Return", "Return")
    app.get("heading", "^Votre bulletin est dans l’urne")


def files():
    """All files of this home but pictures: what they hold, and when they say that they were written."""
    found = {}
    for folder, _, names in os.walk(home()):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not path.endswith(".png"):
                with open(path, "rb") as file:
                    found[path] = (file.read(), os.stat(path).st_mtime)
    return found


def leaves_no_trace(before):
    """K16, P2: between two looks some voted. Only the urn is another file, and it says nothing of when."""
    after = files()
    changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    assert [os.path.splitext(path)[1] for path in changed] == [".urn"], f"voting changed {changed}"
    assert after[changed[0]][1] < 400000000, "the urn tells when somebody voted"


def open_again(kit):
    """The same kit finds its urn again; how many ballots are in it, and the booth is open."""
    app = Planner(kit)
    hands = Keys(app)
    n = int(app.get("item", r"^\d voters? so far").name[0])
    app.wait(lambda: app.find("button", "^Open the booth full screen").has_state(State.SENSITIVE), "the booth to open again")
    open_booth(app, hands)
    return app, hands, n


def vote_in_serres(kit, codes):
    """Three voters of the booth; the plug is pulled while the second one looks at the ballot, and while it is cast: the
    whole ballot counts or the code is good, never both (K13)."""
    app = Planner(kit)
    hands = Keys(app)
    open_session(app, hands)
    open_booth(app, hands)
    before = files()
    resist(app, hands, codes[0])
    leaves_no_trace(before)
    app.get("heading", "^Bienvenue", seconds=15)
    in_booth(app, hands, codes[1])
    hands.tick(ARTISTS[1:2], app.get("window", "^Voting Booth"))
    to_review(app, hands)
    app.process.kill()
    app.process.wait()

    app, hands, n = open_again(kit)
    assert n == 1, "half a vote is in the urn"
    in_booth(app, hands, codes[1])
    hands.tick(ARTISTS[:1], app.get("window", "^Voting Booth"))
    to_review(app, hands)
    hands.reach(hands.can_press("^Déposer"))
    key("Return")
    app.process.kill()  # and once more, in the middle of casting
    app.process.wait()

    app, hands, n = open_again(kit)
    print(f"# killed while casting: {n - 1} ballot is in the urn", flush=True)
    if n == 1:
        cast(app, hands, codes[1], ARTISTS[:1])
    else:
        hands.press("^Commencer")
        app.get("heading", "code de vote")
        type_text(codes[1])
        hands.press("^Suite$")
        app.get("heading", "^Ce code a déjà servi")
        key(*["BackSpace"] * 8)
        hands.press("^Retour$")
    app.get("heading", "^Bienvenue", seconds=15)
    cast(app, hands, codes[2], ARTISTS[:1])
    leave_booth(app, hands)
    app.get("item", "^3 voters so far")
    return app, hands


def type_papers(app, keys):
    number = 1
    for paper in keys.split("/")[:-1]:
        type_text(paper)
        key("Return")
        number += 1
        app.wait(lambda: app.focused().name.startswith(f"Ballot {number}: nothing typed yet"), f"ballot {number} to be read")


def type_pile(app, hands):
    """Thirteen papers, by two people blind to each other; one of them is mistyped, found and settled."""
    hands.press("^Type a pile of paper ballots")
    dialog = app.get("window", "^Paper Ballots")
    for field, name in zip(list(app.find_all("entry", "^Name of the", dialog)), ("Jeanne Roche", "Ali Brun")):
        hands.write(field, name)
    hands.reach(app.get("spin", "^Papers in the pile", dialog))
    key("ctrl+a")
    type_text("13")
    key("ctrl+Return")
    for name, papers in ("Jeanne Roche", PILE), ("Ali Brun", MISTAKE):
        app.get("heading", f"^{name} types")
        key("ctrl+Return")
        app.wait(lambda: app.focused().name.startswith("Ballot 1: nothing typed yet"), "the first ballot")
        type_papers(app, papers)
        key("ctrl+Return")
    app.wait(lambda: app.focused().name.startswith("1 ballot was not typed alike"), "the difference to be read")
    assert [group.name for group in app.find_all("group", r"^Ballot \d+$")] == ["Ballot 11"]
    hands.press(": keep what Jeanne Roche typed$")
    app.wait(lambda: app.focused().name.startswith("The figures agree"), "the totals to be read")
    for figure in "^Valid, 11$", "^Blank, 1$", "^Null: a name was added, 1$":
        app.get("item", figure)
    key("ctrl+Return")
    app.get("heading", "^13 ballots are recorded")
    key("Escape")
    app.gone("window", "^Paper Ballots")


def close_urn(app, hands):
    """Sixteen came, fifteen signed: the gap is told, and needs words; then two people seal the urn."""
    hands.press("^Close the urn$")
    dialog = app.get("window", "^Close the Urn")
    hands.fill(dialog, "^Signatures on the roll", "15")
    hands.fill(dialog, "^Ballots of paper in the box", "13")
    for field, name in zip(list(app.find_all("entry", "^Name of the", dialog)), ("Lise Blanc", "Marc Arnaud")):
        hands.write(field, name)
    key("ctrl+Return")
    app.get("heading", "^The figures do not agree", dialog)
    hands.write(app.get("entry", "^Incidents", dialog), "Coupure de courant, une signature manque.")
    key("ctrl+Return")
    dialog = app.get("window", "^The Urn Is Sealed")
    words = app.get("item", r"^(\w{5} ){3}\w{5}$", dialog).name
    key("Escape")
    app.gone("window", "^The Urn Is Sealed")
    hands.press("^Return the sealed urn")
    app.choose_file(home("stick"), "Where the sealed urn goes")
    app.status("is written and read again")
    return words


def hold(kit, codes, urn, ballots):
    """The session of another town hall; without codes that of somebody who found the kit and has no slips."""
    if codes:
        write(home("codes.txt"), "\n".join(codes) + "\n")
    subprocess.run([TOWN_HALL, kit, home("codes.txt") if codes else "-", urn, *ballots], check=True)
    if codes:
        os.remove(home("codes.txt"))


def other_towns(bags):
    """What Rosans and Sault send back; a copy of the first has one changed byte among its ballots. Of Sault somebody has
    invented an urn."""
    for town in TOWNS[1:]:
        hold(*bags[town], home("stick", f"urn-{town.lower()}.urn"), BALLOTS[town])
    hold(bags["Sault"][0], [], home("stick", "forged.urn"), ("3×E",))
    with open(home("stick", "urn-rosans.urn"), encoding="utf-8") as file:
        text = file.read()
    at = text.index('"sealed"') + 30
    write(home("stick", "changed.urn"), text[:at] + ("B" if text[at] == "A" else "A") + text[at + 1:])
    return {town: home("stick", f"urn-{town.lower()}.urn") for town in TOWNS}


def cli(*words, **more):
    return subprocess.run([CLI, *words, "--json", "--lang", "en"], capture_output=True, encoding="utf-8", check=False, **more)


def merge(urns):
    """All orders of three towns, one of them given twice: one and the same file; the changed copy by the name of its town."""
    merged = set()
    for order in itertools.permutations(urns.values()):
        assert cli("merge", *order, order[1], "--output", home("all.urns")).returncode == 0
        with open(home("all.urns"), "rb") as file:
            merged.add(file.read())
    assert len(merged) == 1, f"{len(merged)} results of one merge"
    refused = cli("merge", *urns.values(), home("stick", "changed.urn"), "--output", home("none.urns"))
    assert refused.returncode == 3 and "Rosans" in refused.stderr, refused.stderr
    return home("all.urns")


def verify_bags(bags, urns):
    """Which codes came with the bag is said where its kit or the season is known."""
    for urn, kit, season, told in ((urns["Rosans"], "Rosans", None, (8, 0)), (urns["Sault"], "Sault", None, (8, 0)),
                                   (urns["Serres"], "Rosans", None, (None, 0)), (urns["Serres"], None, None, (None, 0)),
                                   (home("stick", "forged.urn"), "Sault", None, (0, 1)),
                                   (home("stick", "forged.urn"), None, home("vallee.transhumance"), (0, 1))):
        more = (["--kit", bags[kit][0]] if kit else []) + (["--season", season] if season else [])
        done = cli("verify", urn, *more)
        # Serres says itself that a signature is missing
        expected = (told[0], 1 if urn == urns["Serres"] else told[1])
        assert (json.loads(done.stdout)["urns"][0]["used-slips"], done.returncode) == expected, (urn, more, done.stdout)


def verify_counted(urns):
    """After the count the season still says how many, of the urns that were counted."""
    season = ("--season", home("vallee.transhumance"))
    for urn, n in (urns["Sault"], 8), (home("stick", "forged.urn"), None):
        assert json.loads(cli("verify", urn, *season).stdout)["urns"][0]["used-slips"] == n, urn


def show_urn(app, hands, path):
    """The window that tells what an urn is before it is taken."""
    hands.press("^Bring in closed urns")
    app.choose_file(path, "Bring in closed urns")
    return app.get("window", "^Closed Urns")


def accept(app, told):
    key("ctrl+Return")
    app.gone("window", "^Closed Urns")
    app.status(told)


def bring_forgery_in(app, hands, urns):
    """Codes that were on no slip: told, and left unless somebody insists; then the real urn has to replace it. Returns the
    words of both."""
    words = []
    dialog = show_urn(app, hands, home("stick", "forged.urn"))
    app.get("item", "^3 used codes of 3 were on no slip of this bag", dialog)
    check(app, "Closed Urns", dialog)
    accept(app, r"^1 urn is not taken\.$")
    for path, taken in ((home("stick", "forged.urn"), "Take"), (urns["Sault"], "Replace")):
        dialog = show_urn(app, hands, path)
        check(app, f"Closed Urns, {taken}", dialog)
        words.append(json.loads(cli("verify", path).stdout)["urns"][0]["words"])
        assert app.find("item", r"^(\w{5} ){3}\w{5}$", dialog) is None, "the words would be copied from the screen"
        switch = app.get(None, f"^{taken} the urn of Sault", dialog)
        hands.choose(switch)
        accept(app, r"^1 urn is brought in\.$")
    return words


def bring_all_in(app, hands, urns, words):
    """One after another as they come; the changed one first, one of them twice."""
    hands.press("^Bring in closed urns")
    app.choose_file(home("stick", "changed.urn"), "Bring in closed urns")
    dialog = app.get("window", "^Closed Urns")
    app.get("item", "^Rosans: ", dialog)
    key("Escape")
    app.gone("window", "^Closed Urns")
    both = bring_forgery_in(app, hands, urns)
    hands.press("^Bring in closed urns")
    app.choose_file(urns["Sault"], "Bring in closed urns")
    app.status(r"^1 was here already\.$")
    assert app.find("button", "^Count the ballots") is None, "a count is offered while bags are out"
    dialog = show_urn(app, hands, urns["Serres"])
    app.get("item", "^15 ballots, of which 12 on paper", dialog)
    hands.fill(dialog, "^Words on the minutes", both[0])
    key("ctrl+Return")
    app.get(None, "^These are not the words of this urn", dialog)
    hands.fill(dialog, "^Words on the minutes", words)
    accept(app, r"^1 urn is brought in\.$")
    show_urn(app, hands, urns["Rosans"])
    accept(app, r"^1 urn is brought in\.$")
    return both


def count(app, hands):
    hands.press("^Count the ballots")
    dialog = app.get("window", "^Count the Ballots")
    for name, words in HOLDERS:
        hands.fill(dialog, name, words)
    key("ctrl+Return")
    app.gone("window", "^Count the Ballots")


def read_result(app):
    """A, B, D and E are chosen, of 31 ballots with two blank; no town under ten is told alone."""
    rows = [row.name for row in app.get("list", "^Result, best first").children()]
    assert rows[:4] == [f"{letter}. {voices} voters of 29 would like to host {ARTISTS['ABCDEF'.index(letter)]}: chosen."
                        for letter, voices in (("A", 14), ("D", 8), ("E", 7), ("B", 13))], rows
    assert [row[0] for row in rows[4:]] == ["C", "F"] and all("not among the chosen" in row for row in rows[4:]), rows
    app.get("label", r"^31 ballots, 2 blank, 1 null on paper · 4 artists to choose$")
    app.get("label", "^No tie decided")
    app.get("label", "^29 voters of 29 have at least one chosen artist")
    for town in TOWNS[1:]:
        app.get("label", "^8 ballots; told only with other towns", app.get("item", f"^{town} · "))


def count_again(merged):
    """The golden numbers, once more by the command line and as exact fractions."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "transhumances", "keys")
    keys, = (os.path.join(folder, name) for name in os.listdir(folder))
    ends = [os.pipe() for _ in HOLDERS]
    for (_, end), (_, words) in zip(ends, HOLDERS):
        with os.fdopen(end, "w", encoding="utf-8") as pipe:
            pipe.write(words + "\n")
    done = cli("count", merged, "--keys", keys, "--rule", "seqphragmen", "--seats", "4",
               *(f"--passphrase-fd={end}" for end, _ in ends), pass_fds=[end for end, _ in ends])
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["valid"], told["blank"], told["unique"]) == (29, 2, True), done.stdout
    assert [("ABCDEF"[turn["elected"]], turn["score"]) for turn in told["rounds"]] == LOADS, done.stdout


def says(text, *lines):
    """Every line is in the text, however wide its columns are."""
    flat = re.sub(r"\s+", " ", text)
    missing = [line for line in lines if line not in flat]
    assert not missing, f"the minutes do not say {missing}:\n{text}"


def read_minutes(app, hands, words, both):
    """The minutes of all sessions and of Serres: figures also in letters, the turns, the seal, the gap, the signatures."""
    hands.press("^Save the minutes of all sessions")
    app.choose_file(home("minutes.pdf"), "Save the Minutes")
    app.status("^The minutes are saved")
    recap = text_of(home("minutes.pdf"))
    says(recap, "Ballots in the urn 31 (thirty-one)", "Blank 2 (two)", "Expressed 29 (twenty-nine)",
         "Null ballots, on paper 1 (one)",
         *(f"{ARTISTS['ABCDEF'.index(letter)]} {n} {letters} chosen" for letter, n, letters in
                                          (("A", 14, "fourteen"), ("D", 8, "eight"), ("E", 7, "seven"), ("B", 13, "thirteen"))),
         f"{ARTISTS[2]} 8 eight", f"{ARTISTS[5]} 5 five", "Artists to choose 4 (four)", "Signatures", words,
         *(f"The president of {town}:" for town in TOWNS),
         "Serres: Coupure de courant, une signature manque.",
         "Rosans: the words of the urn were not compared with the signed minutes.",
         f"Sault: the urn “{both[0]}” was brought in first and replaced by the urn “{both[1]}”.",
         *(f"{turn}. {ARTISTS['ABCDEF'.index(letter)]} is chosen: each of their voters then bears a weight of {load}."
           for turn, (letter, load) in enumerate(LOADS, 1)))
    town = text_of(home("stick", "minutes-serres.pdf"))
    says(town, words, "Coupure de courant, une signature manque.", "Lise Blanc", "Marc Arnaud", "fifteen",
         "Ballots against signatures 1 too many", "Paper ballots printed not noted")


def test_journey():
    fresh_home()
    os.makedirs(home("stick"))
    leave_network()
    app, hands = organiser(season_file("vallee.transhumance", prepare))
    make_keys(app, hands)
    bags = {town: pack(app, hands, town) for town in TOWNS}
    app.saved()
    app.close()

    app, hands = vote_in_serres(*bags["Serres"])
    type_pile(app, hands)
    words = close_urn(app, hands)
    app.close()
    urns = other_towns(bags)
    merged = merge(urns)
    verify_bags(bags, urns)

    app, hands = organiser(home("vallee.transhumance"))
    both = bring_all_in(app, hands, urns, words)
    count(app, hands)
    read_result(app)
    count_again(merged)
    app.saved()
    verify_counted(urns)
    read_minutes(app, hands, words, both)
    app.close()
    os.remove(home("stick", "bag-serres", "slips-serres.pdf"))
    found = list(remembered(bags["Serres"][1]))
    assert not found, f"after the vote these files know a code: {found}"


main([test_journey])
