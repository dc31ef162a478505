# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote as its organisers see it on the page of votes: prepared, its keys, one session, closed and counted."""
from trh_booth import leave_booth
from trh_ui import key

HOLDERS = (("first person", "Alice Morel", "lavande bleue"), ("second person", "Bruno Teste", "noyer tardif"))
ORGANISERS = ("Chloé Vial", "Denis Arnoux")


def sign(app, hands, dialog):
    """Two organisers, in the last two rows of a dialog."""
    for field, name in zip(list(app.find_all("entry", ".", dialog))[-2:], ORGANISERS):
        hands.write(field, name)


def prepare(app, hands, names, choose=None):
    """A vote on these artists; choose (dialog) says what else is asked for."""
    hands.show_page("Votes")
    hands.press("^Prepare a vote")
    dialog = app.get("window", "^Prepare a Vote")
    hands.tick(names, dialog)
    if choose is not None:
        choose(dialog)
    app.shot("prepare-a-vote")
    hands.press("^Prepare$", dialog)
    app.gone("window", "^Prepare a Vote")


def make_keys(app, hands):
    hands.press("^Make the keys of the vote")
    dialog = app.get("window", "^Make the Keys")
    for nth, (who, name, words) in enumerate(HOLDERS):
        hands.fill(dialog, who, name)
        hands.fill(dialog, "^Passphrase", words, nth)
        hands.fill(dialog, "^The same again", words, nth)
    hands.press("^Make the Keys", dialog)
    app.gone("window", "^Make the Keys")
    app.get("window", "^Recovery Sheet")
    key("Escape")
    hands.press("^Close Without It$")
    app.gone("window", "^Recovery Sheet")


def choose_town(app, dialog, town, most=20):
    """The town hall, by keys: none is chosen beforehand."""
    combo = app.tab_to("combo", "^Commune$")
    key("space")
    app.settle_focus(combo, 5)
    for _ in range(most):
        here = app.wait(app.focused, "the keyboard in the list of towns")
        if app.find("label", f"^{town}$", here) is not None:
            break
        key("Down")
        app.settle_focus(here)
    key("Return")
    app.wait(lambda: app.find("label", f"^{town}$", app.find("combo", "^Commune$", dialog)), f"{town} to be chosen")


def open_session(app, hands):
    """A session that is open; returns its codes."""
    hands.press("^Open a session in a town hall")
    dialog = app.get("window", "^Open a Session")
    choose_town(app, dialog, "Rosans")
    sign(app, hands, dialog)
    app.shot("open-a-session")
    hands.press("^Open the Session", dialog)
    codes = app.get("window", "^Voting Codes")
    app.shot("voting-codes")
    found = sorted({thing.name.replace("-", "") for thing in app.find_all(None, "^[A-Z0-9]{4}-[A-Z0-9]{4}$", codes)})
    assert len(found) >= 3, f"only {len(found)} codes are shown"
    key("Escape")
    app.gone("window", "^Voting Codes")
    return found


def close_and_count(app, hands, drawn=None):
    """Returns what the rows of the result say; drawn is the text of a public draw, where the way to count asks for one."""
    leave_booth(app, hands)
    hands.press("^Close the urn")
    dialog = app.get("window", "^Close the Urn")
    sign(app, hands, dialog)
    app.shot("close-the-urn")
    hands.press("^Close the Urn$", dialog)
    app.gone("window", "^Close the Urn")
    app.get("window", "^The Urn Is Sealed")
    app.shot("sealed")
    key("Escape")
    app.gone("window", "^The Urn Is Sealed")
    hands.press("^Count the ballots")
    dialog = app.get("window", "^Count the Ballots")
    if drawn is not None:
        hands.fill(dialog, "^What was drawn", drawn)
    for _, name, words in HOLDERS:
        hands.fill(dialog, name, words)
    hands.press("^Count$", dialog)
    app.gone("window", "^Count the Ballots")
    return [row.name for row in app.get("list", "^Result, best first").children()]
