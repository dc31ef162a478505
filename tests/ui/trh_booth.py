# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The booth as voters and organisers use it, and what must be left of a vote afterwards: nothing."""
import os

from a11y_rules import check
from trh_app import home
from trh_ui import key, run, type_text

PIN = "135790"


def open_booth(app, hands):
    hands.press("^Open the booth full screen")
    dialog = app.get("window", "^Open the Booth")
    check(app, "Open the Booth", dialog)
    hands.fill(dialog, "^Six digits", PIN)
    hands.fill(dialog, "^The same again", PIN)
    hands.press("^Open the Booth$", dialog)
    app.get("window", "^Voting Booth")


def enter(app, hands, code):
    """A voter, up to the ballot; returns the booth."""
    booth = app.get("window", "^Voting Booth")
    hands.press("^Commencer", booth)
    app.get("heading", "code de vote", booth)
    type_text(code)
    hands.press("^Suite$", booth)
    app.get("label", "^Rien n’est enregistré", booth)
    hands.press("^Suite$", booth)
    return booth


def put_in(app, hands, booth):
    """From the review into the urn."""
    app.get("heading", "^Relisez", booth)
    hands.press("^Déposer|^Voter blanc", booth)
    app.get("heading", "^Votre bulletin est dans l’urne", booth)
    app.shot("ballot-cast")


def cast(app, hands, code, names):
    """One voter who ticks."""
    booth = enter(app, hands, code)
    app.get("check", ".", booth)
    hands.tick(names, booth)
    hands.press("^Relire", booth)
    put_in(app, hands, booth)


def leave_booth(app, hands):
    """An organiser takes the screen back."""
    key("ctrl+shift+F12")
    app.get("heading", "^Réservé aux organisateurs")
    type_text(PIN)
    hands.press("^Fermer l’isoloir")
    app.gone("window", "^Voting Booth")


def contents():
    """What each file of the whole home holds, and its time; pictures are the test's own."""
    found = {}
    for folder, _, names in os.walk(home()):
        for path in (os.path.join(folder, name) for name in names):
            if os.path.isfile(path) and not path.endswith(".png"):
                with open(path, "rb") as file:
                    found[path] = (os.stat(path).st_mtime_ns, file.read())
    return found


def changed_files(before):
    """P2: files that came, went, changed or have another time since then. While people vote only the urn may."""
    after = contents()
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def remembered(codes):
    """P2, K16: files of the whole home that know a code, as it is shown or typed: journal, drafts, recent files, logs."""
    wanted = [form.encode() for code in codes for form in (code, code.lower(), f"{code[:4]}-{code[4:]}")]
    for folder, _, names in os.walk(home()):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not path.endswith(".png"):
                with open(path, "rb") as file:
                    content = file.read()
                if path.endswith(".pdf"):  # its pages are compressed
                    content += run("pdftotext", path, "-").encode()
                if any(form in content for form in wanted):
                    yield path
