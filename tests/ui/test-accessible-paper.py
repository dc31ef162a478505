# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""P1 in the real window, by keys alone: two people type twenty papers with two planted mistakes; the roll at the door;
and the rules of accessibility on each screen of them."""
from a11y_walk import by_hand, check, opened, step, without_sheet
from trh_desk import choose_town
from trh_ui import key, main, type_text

FIRST = "1/2/3/12/13/b/1/2/n3/123/1/2/3/1/2/12/3/b/1/23/"
SECOND = "1/2/3/12/13/b/1/2/n3/123/1/2/2/1/2/13/3/b/1/23/"  # papers 13 and 16


def open_session(app):
    """A vote whose session is open."""
    window = step(app, "^Prepare a vote", "^Prepare a Vote")
    for name in ("Ana Ruiz", "Jo Blanc"):
        app.click(app.get("check", f"^{name}$", window))
    app.click(app.get("button", "^Prepare$", window))
    app.gone("window", "^Prepare a Vote")
    app.click(app.get("button", "^Make the keys of the vote"))
    app.get("window", "^Make the Keys")
    by_hand(app, "Alice Morel", "Bruno Teste", "lavande bleue", "lavande bleue", "noyer tardif", "noyer tardif")
    key("ctrl+Return")
    without_sheet(app)
    app.click(app.get("button", "^Open a session in a town hall"))
    choose_town(app, app.get("window", "^Open a Session"), "Rosans")
    by_hand(app, "Chloé Vial", "Denis Arnoux")
    key("ctrl+Return")
    app.get("window", "^Voting Codes")
    key("Escape")
    app.gone("window", "^Voting Codes")


def type_pile(app, keys):
    """Types papers; each is heard before the next one."""
    number = 1
    for one in keys:
        if one == "/":
            key("Return")
            number += 1
            app.wait(lambda: app.focused().name.startswith(f"Ballot {number}: nothing typed yet"), f"ballot {number} to be read")
        else:
            type_text(one)


def test_pile():
    app = opened("--page", "votes")
    open_session(app)
    window = step(app, "^Print paper ballots", "^Paper Ballots")
    key("Escape")
    app.gone("window", "^Paper Ballots")

    window = step(app, "^Type a pile of paper ballots", "^Paper Ballots")
    by_hand(app, "Jeanne Roche", "Ali Brun")
    app.tab_to("spin", "^Papers in the pile")
    key("ctrl+a")
    type_text("20")
    key("ctrl+Return")
    app.get("heading", "^Jeanne Roche types")
    check(app, "the first person", window)
    app.shot("handing-over")
    key("ctrl+Return")
    app.wait(lambda: app.focused().name.startswith("Ballot 1: nothing typed yet"), "the first ballot to be read")
    type_text("13")
    app.wait(lambda: app.focused().name.startswith("Ballot 1: A Ana Ruiz · C Lina Kowalska"), "what is typed to be read")
    check(app, "typing", window)
    app.shot("typing")
    type_text("n")
    app.get("item", "^3, a name was added")
    check(app, "causes of nullity", window)
    app.shot("causes")
    key("Escape", "BackSpace")
    app.wait(lambda: app.focused().name.startswith("Ballot 1: nothing typed yet"), "the ballot to be erased")
    type_pile(app, FIRST)
    key("ctrl+Return")
    app.get("heading", "^Ali Brun types")
    key("ctrl+Return")
    app.wait(lambda: app.focused().name.startswith("Ballot 1: nothing typed yet"), "the second person's first ballot")
    type_pile(app, SECOND)
    key("ctrl+Return")

    app.wait(lambda: app.focused().name.startswith("2 ballots were not typed alike"), "the differences to be read")
    assert [group.name for group in app.find_all("group", r"^Ballot \d+$")] == ["Ballot 13", "Ballot 16"]
    check(app, "differences", window)
    app.shot("differences")
    app.click(app.get("button", "^C Lina Kowalska: keep what Jeanne Roche typed"))
    app.get("group", "^1 ballot was not typed alike")
    app.click(app.get("button", "^Neither: type ballot 16 together"))
    app.wait(lambda: app.focused().name.startswith("Ballot 16: nothing typed yet"), "ballot 16 to be typed together")
    type_text("23")
    key("Return")
    app.wait(lambda: app.focused().name.startswith("The figures agree"), "the totals to be read")
    check(app, "totals", window)
    app.shot("totals")
    key("ctrl+Return")
    app.get("heading", "^20 ballots are recorded")
    check(app, "the end", window)
    app.shot("done")
    key("Escape")
    app.gone("window", "^Paper Ballots")
    app.get("label", "^19 ballots typed, 1 null$")
    app.close()


def test_roll():
    """The table at the door: names by hand and from a list, signatures, who comes twice."""
    app = opened("--page", "votes")
    open_session(app)
    app.click(app.get("button", "^Open the roll"))
    window = app.get("window", "^Roll")
    app.get("label", "^No names yet$", window)
    check(app, "an empty roll", window)
    app.shot("empty-roll")
    app.click(app.get("button", "^Import names$", window))
    names = app.get("window", "^Import Names")
    check(app, "names to import", names)
    type_text("Anne Faure;1950")
    key("Return")
    type_text("Anne Faure;1981")
    key("Return")
    type_text("Jo Blanc")
    app.shot("import-names")
    key("Tab", "ctrl+Return")  # out of the lines, where it would begin another one
    app.gone("window", "^Import Names")
    app.wait(lambda: app.focused().name == "3 people were added.", "what was added to be read")
    check(app, "a roll", window)
    app.click(app.get("button", "^Anne Faure \\(1981\\) has signed$", window))
    app.get("label", "^1 person has signed of 3$", window)
    app.shot("roll")
    app.click(app.get("item", "^Anne Faure \\(1981\\), has signed$", window))
    app.wait(lambda: app.focused().name == "Anne Faure (1981) has signed already.", "the refusal to be read")
    check(app, "a second signature, refused", window)
    app.shot("refused-signature")
    key("ctrl+w")
    app.gone("window", "^Roll$")
    app.close()


main([test_pile, test_roll])
