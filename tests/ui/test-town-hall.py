# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session in a town hall, on a laptop without the season and by keys alone: kit, opening, booth, a power cut, closing, return."""
import json
import os
import re
import subprocess
import sys

from a11y_walk import check
from trh_app import Planner, fresh_home, home, read, write
from trh_booth import cast, changed_files, contents, leave_booth, open_booth, remembered
from trh_hands import Keys
from trh_print import lay_paper, print_paper, text_of
from trh_tree import State
from trh_ui import key, main, type_text

SMALL_KIT, CLI = sys.argv[2:4]
PASSPHRASES = ("quatre chèvres grises", "un ruisseau de mars")


def make_kit():
    """A kit on the stick, as it came from the organiser of the season; the keys stay with the organiser."""
    fresh_home()
    for folder in ("stick", "organiser"):
        os.makedirs(home(folder), exist_ok=True)
    subprocess.run([SMALL_KIT, home("stick", "sederon.transhumance-kit"), home("organiser", "vote.keys")], check=True)
    return home("stick", "sederon.transhumance-kit")


def open_session(app, hands):
    """Two people, who are asked for the clock; returns the codes that were made."""
    app.get("heading", "^Qui accueillir en 2027")
    check(app, "a kit")
    app.shot("kit")
    key("F1")
    app.get("heading", "^A session in a town hall$")
    key("Escape")
    app.gone("window", "^Help$")
    hands.press("^Open the session$")
    dialog = app.get("window", "^Open the Session")
    check(app, "Open the Session", dialog)
    names = list(app.find_all("entry", "^Name of the", dialog))
    for field, name in zip(names, ("Lise Blanc", "Marc Arnaud")):
        hands.write(field, name)
    key("ctrl+Return")
    app.get("heading", "^Look at the clock first", dialog)
    check(app, "Open the Session, refused", dialog)
    clock = app.get(None, "^The date and the time are right$", dialog)
    app.wait(lambda: hands.has_keyboard(clock), "the keyboard on the clock")
    key("space")
    codes = app.get("spin", "^Codes to make", dialog)
    hands.reach(codes)
    key("ctrl+a")
    type_text("6")
    app.shot("opening")
    key("ctrl+Return")
    dialog = app.get("window", "^Voting Codes")
    app.gone("window", "^Open the Session")
    found = sorted({thing.name.replace("-", "") for thing in app.find_all(None, "^[A-Z0-9]{4}-[A-Z0-9]{4}$", dialog)})
    assert len(found) == 6, found
    check(app, "Voting Codes", dialog)
    return found


def change_mind(app):
    """The window with the codes prints by Ctrl+P; who leaves the printer alone is told nothing."""
    key("ctrl+p")
    app.get("dialog", "^Print$")
    key("Escape")
    app.gone("dialog", "^Print$")
    app.get("window", "^Voting Codes")
    assert app.find("heading", "^The slips", app.get("window", "^Voting Codes")) is None


def check_recent(app):
    """No file with codes is among the recent ones; GTK writes that list a while later."""
    def is_clean():
        recent = os.path.join(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
        if not os.path.exists(recent):
            return True
        with open(recent, encoding="utf-8") as file:
            return "slips" not in file.read()

    app.wait(is_clean, "the slips to be gone from the recent files")


def look_at_dialogs(app, hands):
    """What the console asks, left again."""
    for button, title in (("^Make more voting codes$", "^More Codes"), ("^Cancel the code of a slip$", "^Cancel a Code"),
                          ("^Print paper ballots", "^Paper Ballots"), ("^Type a pile of paper ballots", "^Paper Ballots")):
        hands.press(button)
        check(app, f"{title}, in a kit", app.get("window", title))
        key("Escape")
        app.gone("window", title)


def print_slips(app, hands, codes):
    """Their slips on paper: each code stands there once, and the program wrote nothing else."""
    before = contents()
    hands.press("^Print slips with the voting codes$")
    paper = print_paper(app, "Voting slips")
    app.status("^The slips are saved")  # this printer writes a file: it is said what becomes of it
    of_gtk = ("transhumances.log", "recently-used.xbel")  # it tells of printers; check_recent() looks into the other
    changed = [path for path in changed_files(before) if not path.endswith(of_gtk)]
    assert changed == [paper], f"while the slips were printed these files changed: {changed}"
    found = re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", text_of(paper))
    assert sorted(code.replace("-", "") for code in found) == codes, f"{found} are on the slips, {codes} were made"
    check_recent(app)
    os.remove(paper)


def save_slips(app, hands):
    """The same in a file, which leaves no entry among the recent ones."""
    hands.press("^Save the slips as a PDF$")
    slips = home("stick", "slips.pdf")
    app.choose_file(slips, "Save the Slips")
    app.status("^The slips are saved")
    with open(slips, "rb") as file:
        assert file.read(5) == b"%PDF-"
    check_recent(app)


def close_urn(app, hands):
    """Figures of the room, two organisers; returns the words that are read aloud."""
    hands.press("^Close the urn$")
    dialog = app.get("window", "^Close the Urn")
    check(app, "Close the Urn", dialog)
    hands.fill(dialog, "^Signatures on the roll", "3")
    hands.fill(dialog, "^Slips left on the table", "3")
    app.get("label", "^3 signatures on the roll, as many ballots", dialog)
    for field, name in zip(app.find_all("entry", "^Name of the", dialog), ("Lise Blanc", "Marc Arnaud")):
        hands.write(field, name)
    key("ctrl+Return")
    dialog = app.get("window", "^The Urn Is Sealed")
    words = app.get("item", r"^(\w{5} ){3}\w{5}$", dialog).name
    check(app, "The Urn Is Sealed", dialog)
    key("Escape")
    app.gone("window", "^The Urn Is Sealed")
    return words


def give_back(app, hands):
    """The sealed urn and its minutes, into the folder of the stick."""
    app.get("button", "^Return the sealed urn")
    check(app, "a sealed session")
    app.shot("sealed")
    hands.press("^Return the sealed urn")
    app.choose_file(home("stick"), "Where the sealed urn goes")
    app.status("is written and read again")
    with open(home("stick", "minutes-sederon.pdf"), "rb") as file:
        assert file.read(5) == b"%PDF-"
    return home("stick", "urn-sederon.urn")


def here():
    """The urns and rolls this computer has."""
    data = os.path.join(os.environ["XDG_DATA_HOME"], "transhumances")
    return [name for folder in ("urns", "rolls") for _, _, names in os.walk(os.path.join(data, folder)) for name in names]


def ask_to_forget(app, hands):
    """As far as the last question, which is returned."""
    hands.press("^Remove from this computer$")
    dialog = app.get("window", "^Remove from This Computer")
    hands.fill(dialog, "^Your name", "Lise Blanc")
    check(app, "Remove from This Computer", dialog)
    app.shot("forget")
    key("ctrl+Return")
    return app.get("window", "^Remove (the|an) urn")


def forget(app, hands):
    """The laptop forgets what it returned; the certificate goes where it is wanted."""
    assert here(), "the sealed urn is still here"
    question = ask_to_forget(app, hands)
    check(app, "the last question", question)
    app.get("label", "must have brought in “urn-sederon.urn” first", question)
    app.wait(lambda: hands.has_keyboard(app.get("button", "^Cancel$", question)), "the keyboard on Cancel")
    key("Return")
    app.gone("window", "^Remove the urn")
    assert here(), "Cancel keeps the urn"
    key("ctrl+Return")
    hands.press("^Remove$", app.get("window", "^Remove the urn"))
    dialog = app.get("window", "^Destroyed")
    check(app, "Destroyed", dialog)
    assert not here(), here()
    hands.press("^Save", dialog)
    app.choose_file(home("stick", "certificate.pdf"), "Save the Certificate")
    app.gone("window", "^Destroyed")
    app.status("^The certificate is saved")
    app.get("label", "^This session has left this computer")
    check(app, "a session that has left")
    app.shot("forgotten")
    with open(home("stick", "certificate.pdf"), "rb") as file:
        assert file.read(5) == b"%PDF-"


def count(urn):
    """What the organiser finds in it, with the keys."""
    ends = [os.pipe() for _ in PASSPHRASES]
    for (_, end), words in zip(ends, PASSPHRASES):
        with os.fdopen(end, "w", encoding="utf-8") as pipe:
            pipe.write(words + "\n")
    out = subprocess.run([CLI, "count", urn, "--keys", home("organiser", "vote.keys"), "--rule", "av", "--seats", "1", "--json",
                          *(f"--passphrase-fd={end}" for end, _ in ends)],
                         pass_fds=[end for end, _ in ends], check=True, capture_output=True, encoding="utf-8").stdout
    return json.loads(out)


def test_session():
    kit = make_kit()
    lay_paper()
    app = Planner(kit)
    hands = Keys(app)
    codes = open_session(app, hands)
    change_mind(app)
    key("Escape")
    app.gone("window", "^Voting Codes")
    key("ctrl+w")  # there are codes on no slip: asked
    question = app.get("window", "^Close without printing")
    check(app, "Close without printing", question)
    hands.press("^Cancel$", question)
    app.gone("window", "^Close without printing")
    look_at_dialogs(app, hands)
    print_slips(app, hands, codes)
    save_slips(app, hands)
    app.get("label", "^6 made, 0 used, 0 cancelled")
    check(app, "an open session")
    app.shot("console")

    open_booth(app, hands)
    assert app.find("button", "^Close the urn") is None, "the console is hidden while people vote"
    before = contents()
    cast(app, hands, codes[0], ["Camille Serre", "Jo Blanc"])
    cast(app, hands, codes[1], ["Camille Serre"])
    changed = changed_files(before)
    assert [os.path.splitext(path)[1] for path in changed] == [".urn"], f"while two people voted these files changed: {changed}"
    assert os.stat(changed[0]).st_mtime == 315532800, "the urn tells when somebody voted"  # 1980-01-01
    app.process.kill()  # the plug is pulled, with the booth on the screen
    app.process.wait()

    with Planner(kit) as app:  # the same kit finds its urn again
        hands = Keys(app)
        app.get("item", "^2 voters so far")
        app.get("label", "The codes are kept nowhere")
        app.wait(lambda: app.find("button", "^Open the booth full screen").has_state(State.SENSITIVE), "the booth to open again")
        open_booth(app, hands)
        cast(app, hands, codes[2], [])
        leave_booth(app, hands)
        app.get("item", "^3 voters so far")
        words = close_urn(app, hands)
        urn = give_back(app, hands)

    told, = json.loads(subprocess.run([CLI, "verify", urn, "--json"], check=True, capture_output=True, encoding="utf-8").stdout)["urns"]
    assert (told["words"], told["place"], told["ballots"], told["codes"], told["gaps"]) == (words, "Séderon", 3, 6, 0), told
    result = count(urn)
    assert (result["valid"], result["blank"], result["scores"]) == (2, 1, ["2", "0", "1"]), result
    os.remove(home("stick", "slips.pdf"))
    found = list(remembered(codes))
    assert not found, f"after the session these files know a code: {found}"

    with Planner(kit) as app:  # and once more: what is sealed stays sealed, and can be given back again
        app.get("item", f"^{words}$")
        assert app.find("button", "^Open the booth") is None
        question = ask_to_forget(app, Keys(app))  # this window has returned nothing, and says so
        app.get("label", "^This window has not returned the sealed urn", question)
        key("Escape")
        app.gone("window", "^Remove an urn")
        key("Escape")
        app.gone("window", "^Remove from This")
        give_back(app, Keys(app))
        assert sorted(os.listdir(home("stick"))) == ["minutes-sederon.pdf", "sederon.transhumance-kit", "urn-sederon.urn"]
        forget(app, Keys(app))


def test_refused():
    """A kit that was changed on its way opens nothing, and says so."""
    kit = make_kit()
    content = read(kit)
    content["question"] = "Qui refuser en 2027 ?"
    with Planner(write(kit, content)) as app:
        app.get("label", "the bag was changed after it was written")
        assert app.find("button", "^Open the session") is None
        check(app, "a kit that is refused")
    assert not os.path.exists(os.path.join(os.environ["XDG_DATA_HOME"], "transhumances", "urns"))


main([test_session, test_refused])
