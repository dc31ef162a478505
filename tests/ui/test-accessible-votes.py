# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility on what a vote asks, from its keys to its count, and on what it refuses."""
import os

from a11y_walk import by_hand, check, opened, refused, step, without_sheet
from trh_app import home
from trh_desk import choose_town
from trh_ui import key, main, type_text


def choices(app, window):
    """What the window to prepare a vote holds back: rows that open, the example, a guarantee."""
    app.click(app.get("radio", "^Give a mention$", window))
    for name in ("^The same vote counted two ways", "^Add a guarantee"):
        if name.startswith("^Add"):
            app.click(app.get("item", "^Guarantees", window))
        app.click(app.get("item", name, window))
        title = "^Counted Two Ways" if "same" in name else "^Guarantee$"
        check(app, title, app.get("window", title))
        if "same" in name:
            key("Escape")
        else:
            key("ctrl+Return")
        app.gone("window", title)
    app.get("label", "at least 1$", window)
    check(app, "Prepare a Vote, opened", window)
    app.click(app.get("button", "^Remove the guarantee", window))
    app.click(app.get("radio", "^Tick$", window))


def recovery_sheet(app):
    """Later, with both passphrases, and saved as a file that the list of recent files does not name."""
    path = home(f"recovery-{os.getpid()}-{app.n_started}.pdf")
    app.click(app.get("button", "^More"))
    app.click(app.get("menuitem", "^Recovery Sheet"))
    window = app.get("window", "^Recovery Sheet")
    check(app, "Recovery Sheet, the passphrases", window)
    by_hand(app, "lavande bleue", "noyer tardif")
    key("ctrl+Return")
    app.click(app.get("button", "^Save"))
    app.choose_file(path, "^Save the recovery sheet")
    app.gone("window", "^Recovery Sheet")
    app.status("^The recovery sheet is saved")
    with open(path, "rb") as file:
        assert file.read(5) == b"%PDF-", path
    for folder, _, names in os.walk(home("data")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert os.path.basename(path).encode() not in file.read(), f"{name} tells where the sheet is"


def test_votes():
    """Keys, session, codes, booth, closing, count: what they ask, and what they refuse. A journey counts."""
    app = opened("--page", "votes")
    window = step(app, "^Prepare a vote", "^Prepare a Vote")
    for name in ("Ana Ruiz", "Jo Blanc"):
        app.click(app.get("check", f"^{name}$", window))
    choices(app, window)
    app.click(app.get("button", "^Prepare$", window))
    app.gone("window", "^Prepare a Vote")
    app.get("button", "^Make the keys of the vote")
    check(app, "a prepared vote")

    window = step(app, "^Make the keys of the vote", "^Make the Keys")
    key("ctrl+Return")
    refused(app, "Name of the first person", "^Two people are needed")
    check(app, "Make the Keys, refused", window)
    by_hand(app, "Alice Morel", "Bruno Teste", "lavande bleue", "lavande bleue", "noyer tardif", "noyer tardif")
    key("ctrl+Return")
    without_sheet(app)
    app.get("button", "^Open a session in a town hall")
    check(app, "a vote with keys")
    recovery_sheet(app)
    step(app, "^Prepare a bag for a town hall", "^Bag for a Town Hall")
    key("Escape")
    app.gone("window", "^Bag for a Town Hall")

    window = step(app, "^Open a session in a town hall", "^Open a Session")
    key("ctrl+Return")
    refused(app, "Commune", "^Choose the commune where people vote")
    check(app, "Open a Session, refused", window)
    choose_town(app, window, "Rosans")
    by_hand(app, "Chloé Vial", "Denis Arnoux")
    key("ctrl+Return")
    window = app.get("window", "^Voting Codes")
    app.gone("window", "^Open a Session")
    check(app, "Voting Codes", window)
    key("Escape")
    app.gone("window", "^Voting Codes")
    app.get("button", "^Open the booth full screen")
    app.get("button", "^Print slips with the voting codes$")  # still at hand
    check(app, "an open session")

    window = step(app, "^Call off the session$", "^Call Off the Session")
    key("ctrl+Return")
    app.get("heading", "^Write why the session is called off", window)
    check(app, "Call Off the Session, refused", window)
    app.wait(lambda: app.focused().name == "Why it is called off", "the focus in the reason")
    key("Escape")
    app.gone("window", "^Call Off the Session")

    window = step(app, "^Cancel the code of a slip$", "^Cancel a Code")
    by_hand(app, "AAAA-AAAC")
    key("ctrl+Return")
    app.get("heading", "typing mistake")
    check(app, "Cancel a Code, refused", window)
    key("Escape")
    app.gone("window", "^Cancel a Code")
    step(app, "^Make more voting codes$", "^More Codes")
    app.tab_to("spin", "^How many")
    key("ctrl+a")
    type_text("3")
    key("ctrl+Return")
    window = app.get("window", "^Voting Codes")
    app.gone("window", "^More Codes")
    app.get("label", "^3 voting codes$", window)
    key("Escape")
    app.gone("window", "^Voting Codes")
    app.get("label", "^63 made, 0 used, 0 cancelled")

    window = step(app, "^Open the booth full screen", "^Open the Booth")
    key("ctrl+Return")
    refused(app, "Six digits", "six digits")
    key("Escape")
    app.gone("window", "^Open the Booth")
    window = step(app, "^Close the urn", "^Close the Urn")
    by_hand(app, "1")
    app.get("label", "^1 signature on the roll, but 0 ballots: 1 missing", window)
    app.tab_to("entry", "^Name of the first person")
    by_hand(app, "Chloé Vial", "Denis Arnoux")
    key("ctrl+Return")
    app.get("heading", "^The figures do not agree", window)
    check(app, "Close the Urn, refused", window)
    app.wait(lambda: app.focused().name == "Incidents", "the focus in the incidents")
    type_text("une personne est partie sans voter")
    key("ctrl+Return")
    app.gone("window", "^Close the Urn")
    window = app.get("window", "^The Urn Is Sealed")
    app.get("item", r"^(\w{5} ){3}\w{5}$", window)  # to read aloud
    check(app, "The Urn Is Sealed", window)
    app.shot("sealed")
    key("Escape")
    app.gone("window", "^The Urn Is Sealed")
    app.click(app.get("button", "^Show the seal and the minutes of"))  # again, until the count
    app.get("window", "^The Urn Is Sealed")
    key("Escape")
    app.gone("window", "^The Urn Is Sealed")
    step(app, "^Count the ballots", "^Count the Ballots")
    by_hand(app, "lavande bleue", "noyer tardif")
    key("Escape")  # nobody has voted: there is nothing to count
    app.gone("window", "^Count the Ballots")
    app.close()


main([test_votes])
