# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of accessibility on each dialog that a page opens with one of its buttons."""
from a11y_walk import check, opened
from trh_ui import key, main

DIALOGS = (  # the digit of the page, the button, the title of the dialog
    (1, "^Add communes", "^Add Communes"),
    (3, "^Add a stay", "^New Stay"),
    (3, "^Add an encounter", "^New Encounter"),
    (4, "^Prepare a vote", "^Prepare a Vote"),
)


def test_dialogs():
    app = opened()
    for digit, button, title in DIALOGS:
        key(f"alt+{digit}")
        app.click(app.get("button", button))
        app.get("button", "^Cancel", app.get("window", title))
        check(app, title)
        app.shot("dialog")
        key("Escape")
        app.gone("window", title)
    app.close()


main([test_dialogs])
