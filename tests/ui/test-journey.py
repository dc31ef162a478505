# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season in one sitting, as a coordinator does it: by mouse and keyboard, in the real window."""
import os
import sys

from trh_tree import State
from trh_ui import App, key, main, type_text, walk

PROGRAM = sys.argv[1]
PIN = "135790"


def opened_sample():
    app = App([PROGRAM])
    app.click(app.get("button", "^Open the sample season"))
    app.get("list", "^Pages")
    return app


def show_page(app, name, digit):
    key(f"alt+{digit}")
    row = next(row for row in app.get("list", "^Pages").children() if row.name.startswith(name))
    app.wait(lambda: row.has_state(State.SELECTED), f"the page {name}")


def write(app, field, text):
    """Writes into a field, in place of what it held. An AdwEntryRow does not tell its focus, but its text."""
    app.click(field)
    key("ctrl+a")
    type_text(text)
    app.wait(lambda: len(field.text()) == len(text), f"the text in {field.name}")


def fill(app, dialog, name, text, nth=0):
    """Writes into the nth field of a name."""
    app.get("entry", name, dialog)
    write(app, list(app.find_all("entry", name, dialog))[nth], text)


def tick(app, dialog, names):
    for name in names:
        box = app.get("check", f"^{name}", dialog)
        app.click(box)
        app.wait(lambda: box.has_state(State.CHECKED), f"{name} ticked")


def prepare_vote(app):
    """From the page Votes to a session that is open; returns its codes."""
    show_page(app, "Votes", 4)
    app.click(app.get("button", "^Prepare a vote"))
    dialog = app.get("window", "^Prepare a Vote")
    tick(app, dialog, ("Ana Ruiz", "Camille Serre", "Compagnie du Gravier"))
    app.shot("prepare-a-vote")
    app.click(app.get("button", "^Prepare$", dialog))

    app.click(app.get("button", "^Make the keys of the vote"))
    dialog = app.get("window", "^Make the Keys")
    fill(app, dialog, "first person", "Alice Morel")
    fill(app, dialog, "second person", "Bruno Teste")
    for nth, words in enumerate(("lavande bleue", "noyer tardif")):
        fill(app, dialog, "^Passphrase", words, nth)
        fill(app, dialog, "^The same again", words, nth)
    app.click(app.get("button", "^Make the Keys", dialog))
    app.gone("window", "^Make the Keys", 20)

    app.click(app.get("button", "^Open a session in a town hall"))
    dialog = app.get("window", "^Open a Session")
    names = [field for field in app.find_all("entry", ".", dialog)]
    for field, name in zip(names[-2:], ("Chloé Vial", "Denis Arnoux")):
        write(app, field, name)
    app.shot("open-a-session")
    app.click(app.get("button", "^Open the Session", dialog))
    codes = app.get("window", "^Voting Codes", seconds=20)
    app.shot("voting-codes")
    found = sorted({text.replace("-", "") for text in
                    (thing.name for thing in app.find_all(None, "^[A-Z0-9]{4}-[A-Z0-9]{4}$", codes))})
    assert len(found) >= 3, f"only {len(found)} codes are shown"
    key("Escape")
    app.click(app.get("button", "Close Without Saving$"))
    app.gone("window", "^Voting Codes")
    return found


def open_booth(app):
    app.click(app.get("button", "^Open the booth full screen"))
    dialog = app.get("window", "^Open the Booth")
    fill(app, dialog, "^Six digits", PIN)
    fill(app, dialog, "^The same again", PIN)
    app.click(app.get("button", "^Open the Booth$", dialog))
    app.get("window", "^Voting Booth")


def vote(app, code, names):
    """One voter, by touch."""
    booth = app.get("window", "^Voting Booth")
    app.click(app.get("button", "^Commencer", booth))
    app.get("heading", "code de vote", booth)
    type_text(code)
    app.click(app.get("button", "^Suite$", booth))
    app.get("label", "^Rien n’est enregistré", booth)
    app.click(app.get("button", "^Suite$", booth))
    app.get("check", ".", booth)
    for name in names:
        app.click(app.get("check", f"^{name}", booth))
    app.click(app.get("button", "^Relire", booth))
    app.get("heading", "^Relisez", booth)
    button = app.get("button", "^Déposer|^Voter blanc", booth)
    app.wait(lambda: button.has_state(State.SENSITIVE), "the review has been up for a second")
    app.click(button)
    app.get("heading", "^Votre bulletin est dans l’urne", booth)
    app.shot("ballot-cast")
    app.get("heading", "^Bienvenue", booth, seconds=15)


def leave_booth(app):
    key("ctrl+shift+F12")
    app.get("heading", "^Réservé aux organisateurs")
    type_text(PIN)
    app.click(app.get("button", "^Fermer l’isoloir"))
    app.gone("window", "^Voting Booth")


def close_and_count(app):
    app.click(app.get("button", "^Close the urn"))
    dialog = app.get("window", "^Close the Urn")
    names = [field for field in app.find_all("entry", ".", dialog)]
    for field, name in zip(names[-2:], ("Chloé Vial", "Denis Arnoux")):
        write(app, field, name)
    app.shot("close-the-urn")
    app.click(app.get("button", "^Close the Urn$", dialog))
    app.gone("window", "^Close the Urn", 20)
    app.click(app.get("button", "^Count the ballots"))
    dialog = app.get("window", "^Count the Ballots")
    fill(app, dialog, "Alice Morel", "lavande bleue")
    fill(app, dialog, "Bruno Teste", "noyer tardif")
    app.click(app.get("button", "^Count$", dialog))
    app.gone("window", "^Count the Ballots", 20)


def test_vote():
    """Three ballots in the booth, the urn closed, the result read."""
    app = opened_sample()
    codes = prepare_vote(app)
    open_booth(app)
    vote(app, codes[0], ["Ana Ruiz", "Camille Serre"])
    vote(app, codes[1], ["Camille Serre"])
    vote(app, codes[2], [])
    leave_booth(app)
    close_and_count(app)
    result = app.get("list", "^Result, best first")
    app.shot("result")
    rows = [row.name for row in result.children()]
    assert "Camille Serre" in rows[0] and "2" in rows[0], rows
    assert "Ana Ruiz" in rows[1] and "1" in rows[1], rows
    app.close()
    urns = [name for _, _, names in os.walk(os.environ["HOME"]) for name in names if name.endswith(".urn")]
    assert urns, "the search looks where no vote was held"
    found = list(remembered(codes))
    assert not found, f"after the vote these files know a code: {found}"


def remembered(codes):
    """P2, K16: files of the whole home that know a code, as it is shown or typed: journal, drafts, recent files, logs."""
    wanted = [form.encode() for code in codes for form in (code, code.lower(), f"{code[:4]}-{code[4:]}")]
    for folder, _, names in os.walk(os.environ["HOME"]):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not path.endswith(".png"):
                with open(path, "rb") as file:
                    content = file.read()
                if any(form in content for form in wanted):
                    yield path


def add_commune(app, typed, name):
    show_page(app, "Territory", 1)
    app.click(app.get("button", "^Add communes"))
    dialog = app.get("window", "^Add Communes")
    app.get("entry", "^Find a commune", dialog)
    type_text(typed)  # the field has the focus
    tick(app, dialog, [name])
    app.shot("add-a-commune")
    app.click(app.get("button", "^Add 1 commune", dialog))
    app.gone("window", "^Add Communes")


def add_venue(app):
    app.click(app.get("button", "^Add a venue"))
    app.click(app.get("group", "^Map"), at=(240, 250))
    app.get("heading", "^New venue")
    app.shot("add-a-venue")


def move_stay(app):
    """By a day, into the next stay of the same artist."""
    show_page(app, "Calendar", 3)
    app.click(app.get("button", "^Stay of Camille Serre at Séderon, from Monday 7 June"))
    key("alt+Right")
    app.get("button", "^Stay of Camille Serre at Séderon, from Tuesday 8 June")
    app.get("button", "^[3-9] alerts")
    app.shot("stay-moved")


def repair(app):
    key("ctrl+shift+a")
    alerts = app.get("list", "^Alerts$")
    row = app.wait(lambda: next((row for row in alerts.children() if any("Camille Serre" in part.name for part in walk(row))), None),
                   "an alert about Camille Serre")
    app.shot("alerts")
    app.click(row)
    key("alt+Return")
    app.get("button", "^2 alerts")


def check_changed(app):
    show_page(app, "Territory", 1)
    app.get("group", "^Map, 13 communes shown")
    app.get("button", "^New venue")


def test_keyboard_only():
    """The same by keys alone: no pointer moves in this test."""
    app = App([PROGRAM])
    app.get("button", "^Open the sample season")
    app.tab_to("button", "^Open the sample season")
    key("Return")
    app.get("list", "^Pages")
    show_page(app, "Territory", 1)
    app.get("button", "^Add communes")
    app.tab_to("button", "^Add communes")
    key("Return")
    dialog = app.get("window", "^Add Communes")
    app.get("entry", "^Find a commune", dialog)
    type_text("barret-sur")
    app.get("check", "^Barret-sur-Méouge", dialog)
    app.tab_to("check", "^Barret-sur-Méouge")
    key("space")
    app.tab_to("button", "^Add 1 commune")
    key("Return")
    app.get("group", "^Map, 13 communes shown")

    show_page(app, "Calendar", 3)
    app.get("button", "^Stay of Camille Serre at Séderon, from Monday 7 June")
    app.tab_to("button", "^(Stay of|Encounter “)", backward=True)
    for arrow in ["Up"] * 12 + ["Down"] * 12:
        if "Stay of Camille Serre at Séderon" in app.focused().name:
            break
        key(arrow)
    key("alt+Right")
    app.get("button", "^Stay of Camille Serre at Séderon, from Tuesday 8 June")
    app.get("button", "^3 alerts")
    key("ctrl+z")
    app.get("button", "^2 alerts")
    key("ctrl+z")
    show_page(app, "Territory", 1)
    app.get("group", "^Map, 12 communes shown")
    app.close()


def test_season():
    """A commune, a venue on the map, a stay moved, an alert repaired; undone to the start, redone, saved, found again."""
    app = opened_sample()
    path = os.path.join(os.environ["HOME"], "season.transhumance")
    app.get("button", "^2 alerts")
    add_commune(app, "barret-sur", "Barret-sur-Méouge")
    app.get("group", "^Map, 13 communes shown")
    add_venue(app)
    move_stay(app)
    repair(app)

    for _ in range(12):
        undo = app.get("button", "^Undo")
        if not undo.has_state(State.SENSITIVE):
            break
        was = undo.name
        key("ctrl+z")
        app.wait(lambda: undo.name != was, f"{was}")
    show_page(app, "Calendar", 3)
    app.get("button", "^Stay of Camille Serre at Séderon, from Monday 7 June")
    show_page(app, "Territory", 1)
    app.get("group", "^Map, 12 communes shown")
    app.shot("undone")

    for _ in range(12):
        redo = app.get("button", "^Redo")
        if not redo.has_state(State.SENSITIVE):
            break
        was = redo.name
        key("ctrl+shift+z")
        app.wait(lambda: redo.name != was, f"{was}")
    check_changed(app)

    key("ctrl+shift+s")
    app.get("window", "^Save the Season")
    key("ctrl+a")
    type_text(path)
    key("Return")
    app.gone("window", "^Save the Season")
    app.wait(lambda: os.path.exists(path), "the file")
    key("ctrl+q")
    app.process.wait(20)
    app.close()

    again = App([PROGRAM, path])
    again.get("list", "^Pages")
    check_changed(again)
    again.shot("found-again")
    again.close()


if __name__ == "__main__":
    main([test_season, test_keyboard_only, test_vote])
