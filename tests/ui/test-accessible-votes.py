# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility on what a vote asks, from its keys to its count, and on what it refuses."""
from a11y_walk import by_hand, check, opened, refused, step
from trh_ui import key, main, type_text


def test_votes():
    """Keys, session, codes, booth, closing, count: what they ask, and what they refuse. A journey counts."""
    app = opened("--page", "votes")
    window = step(app, "^Prepare a vote", "^Prepare a Vote")
    for name in ("Ana Ruiz", "Jo Blanc"):
        app.click(app.get("check", f"^{name}$", window))
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
    app.gone("window", "^Make the Keys")
    app.get("button", "^Open a session in a town hall")
    check(app, "a vote with keys")

    step(app, "^Open a session in a town hall", "^Open a Session")
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

    window = step(app, "^Cancel a lost code$", "^Cancel a Code")
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
    step(app, "^Count the ballots", "^Count the Ballots")
    by_hand(app, "lavande bleue", "noyer tardif")
    key("Escape")  # nobody has voted: there is nothing to count
    app.gone("window", "^Count the Ballots")
    app.close()


main([test_votes])
