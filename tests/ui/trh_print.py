# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing, by keys alone in GTK's own dialog: on the printer that every computer has, which writes a file."""
import os
import subprocess

from trh_app import home, write
from trh_tree import State
from trh_ui import key

PAPERS = "papers"


def lay_paper():
    """A folder of its own for what is printed; before the program starts."""
    os.makedirs(home(PAPERS), exist_ok=True)
    write(os.path.join(os.environ["XDG_CONFIG_HOME"], "user-dirs.dirs"), f'XDG_DOCUMENTS_DIR="$HOME/{PAPERS}"\n')


def print_paper(app, name):
    """Chooses the printer and prints; returns the path of the paper, which is called by the name of the job."""
    path = home(PAPERS, f"{name}.pdf")
    dialog = app.get("dialog", "^Print$")
    app.in_front("^Print$")
    app.get("label", "^Print to File$", dialog)
    key("Down", "space")
    app.wait(lambda: app.find("button", "Print$", dialog).has_state(State.SENSITIVE), "the printer to be chosen")
    app.get("button", name, dialog)  # the file that it will write
    key("alt+p")
    app.gone("dialog", "^Print$")
    app.wait(lambda: os.path.exists(path), f"{path} to be printed")
    return path


def text_of(pdf):
    """The words of a PDF, as they stand in its lines."""
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
