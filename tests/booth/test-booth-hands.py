# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Votes with a real mouse and a real keyboard: what a hand can and cannot do in the booth."""
import sys

from trh_tree import State
from trh_ui import App, describe, key, main, pass_minutes, run, type_text

BOOTH = sys.argv[1]
FOCUS_RING = "#B5500B"


def opened(*options):
    return App([BOOTH, *options])


def ballots(app):
    return [line.removeprefix("ballot").strip() for line in app.log().splitlines() if line.startswith("ballot")]


def marks(app):
    """Names of the chosen cards on the screen."""
    return sorted(card.name.split(",")[0] for card in app.find_all("check") if card.has_state(State.CHECKED))


def heading(app, text):
    return app.get("heading", text)


def to_choices(app, code="acdefhjk"):
    heading(app, "^Bienvenue")
    key("Return")
    heading(app, "code de vote")
    type_text(code)
    app.get("label", "Code saisi.*" + code.upper())
    key("Return")
    app.get("label", "^Rien n’est enregistré")
    key("Return")
    app.get("check")


def to_question(app, question):
    heading(app, "^Bienvenue")
    key("Return")
    heading(app, "code de vote")
    type_text("acdefhjk")
    app.get("label", "Code saisi.*ACDEFHJK")
    key("Return")
    app.get("label", "^Rien n’est enregistré")
    key("Return")
    heading(app, question)


def cast(app):
    app.wait(lambda: app.find("button", "^Déposer").has_state(State.SENSITIVE), "cast wakes")
    app.tab_to("button", "^Déposer")
    key("Return")
    heading(app, "dans l’urne")


def test_keyboard_only():
    """K2: from welcome to thanks with Tab, arrows, Space and Enter; the focus can be seen."""
    app = opened("--fixed")
    to_choices(app)
    app.tab_to("check", "^Loup Plaine")
    shot = app.picture("focus")
    colours = run("convert", shot, "-format", "%c", "histogram:info:-")
    ring = sum(int(line.split(":")[0]) for line in colours.splitlines() if FOCUS_RING in line)
    width = app.focused().extents().width
    assert ring >= 2 * 3 * width, f"only {ring} pixels of focus ring around {width}"
    key("space", "Down", "space")
    app.wait(lambda: marks(app) == ["Jo Blanc", "Loup Plaine"], "two marks")
    app.tab_to("button", "^Relire")
    key("Return")
    heading(app, "^Relisez")
    cast(app)
    assert ballots(app) == ["1 2"], ballots(app)
    left = [thing.name for thing in app.find_all(None, "Loup|Jo Blanc|ACDE", visible=False)]
    assert not left, f"after the vote the screen still knows {left}"
    app.close()


def radios(app):
    return [thing.name for thing in app.find_all("radio") if thing.has_state(State.CHECKED)]


def test_grades_by_keys():
    """K2, K6, K7 with grades: two artists without an answer are told of, and the ballot is taken."""
    app = opened("--fixed", "--grades", "-n", "3")
    to_question(app, "Que pensez-vous d’accueillir Camille Serre")
    group = app.get("group", "^Votre avis sur Camille Serre")
    assert group is not None
    app.tab_to("radio", "^Très favorable, Camille Serre")
    key("space")
    app.wait(lambda: radios(app) == ["Très favorable, Camille Serre"], "the best grade")
    key("Down")
    app.wait(lambda: app.find("radio", "^Favorable").has_state(State.FOCUSED), "the next grade has the focus")
    assert radios(app) == ["Très favorable, Camille Serre"], "an arrow key chose"
    key("space")
    app.wait(lambda: radios(app) == ["Favorable, Camille Serre"], "the next grade")
    key("shift+Tab")
    app.wait(lambda: app.find("radio", "^Très favorable").has_state(State.FOCUSED), "back to the best grade")
    app.tab_to("button", "^Artiste suivant.*Loup Plaine")
    key("Return")
    heading(app, "d’accueillir Loup Plaine")
    app.tab_to("button", "^Relire mon bulletin, 1 réponse sur 3")
    key("Return")
    app.get("label", "^2 artistes n’ont pas de réponse.*«.Opposé.»")
    app.shot("review-grades")
    app.tab_to("button", "^Modifier la réponse pour Camille")
    key("Return")
    heading(app, "d’accueillir Camille Serre")
    assert radios(app) == ["Favorable, Camille Serre"], radios(app)
    app.click(app.get("button", "^English"))
    heading(app, "hosting Camille Serre")
    assert radios(app) == ["In favour, Camille Serre"], radios(app)
    app.click(app.get("button", "^Français"))
    app.tab_to("button", "^Relire mon bulletin")
    key("Return")
    cast(app)
    assert ballots(app) == ["0=2"], ballots(app)
    left = [thing.name for thing in app.find_all(None, "Camille|Favorable|ACDE", visible=False)]
    assert not left, f"after the vote the screen still knows {left}"
    app.close()


def test_ranks_by_keys():
    """K2 with ranks: one choice a screen, raised and removed in the review."""
    app = opened("--fixed", "--ranking", "-n", "4")
    to_question(app, "Quel est votre 1er choix")
    app.tab_to("button", "^Mettre Jo Blanc en 1er choix")
    key("Return")
    heading(app, "Quel est votre 2e choix")
    assert app.find("button", "Jo Blanc") is None, "an artist can be ranked twice"
    app.click(app.get("button", "^Mettre Camille Serre en 2e choix"))
    heading(app, "Quel est votre 3e choix")
    app.click(app.get("button", "^Mettre Loup Plaine en 3e choix"))
    heading(app, "Quel est votre 4e choix")
    app.shot("rank")
    app.tab_to("button", "^Je m’arrête ici")
    key("Return")
    app.get("label", "^Vous classez 3 artistes")
    app.shot("review-ranks")
    app.tab_to("button", "^Monter Camille Serre")
    key("Return")
    app.wait(lambda: app.find("button", "^Monter Camille") is None and app.find("button", "^Monter Jo"), "Camille is first")
    app.click(app.get("button", "^Retirer Jo Blanc"))
    app.get("label", "^Vous classez 2 artistes")
    cast(app)
    assert ballots(app) == ["0 1=2"], ballots(app)
    app.close()


def test_slide_out():
    """K3: a press that leaves its target before the release does nothing."""
    app = opened()
    to_choices(app)
    card = app.get("check", "^Camille")
    x, y = app.center(card)
    app.drag((x, y), (x, 790))
    other = app.get("check", "^Mina")
    app.drag(app.center(other), app.center(card))
    app.click(app.get("check", "^Ana"))
    app.wait(lambda: marks(app) == ["Ana Ruiz"], "only the whole click counts")
    button = app.get("button", "^Relire")
    app.drag(app.center(button), (x, y))
    app.click(card)
    app.wait(lambda: marks(app) == ["Ana Ruiz", "Camille Serre"], "the ballot is still there")
    app.close()


def test_held_enter():
    """K4: a key that repeats is one press; nothing is cast in the first second."""
    app = opened()
    heading(app, "^Bienvenue")
    key("Return")
    heading(app, "code de vote")
    type_text("acdefhjk")
    app.get("label", "ACDEFHJK")
    run("xdotool", "keydown", "Return", "sleep", "5", "keyup", "Return")
    assert app.find("check") is None and app.find("label", "^Rien n’est") is not None, "more than one step"
    key("Return")
    app.get("check")
    app.tab_to("button", "^Relire")
    run("xdotool", "keydown", "Return", "sleep", "5", "keyup", "Return")
    heading(app, "^Relisez")
    assert not ballots(app), "cast by a key held down"
    app.wait(lambda: app.find("button", "^Voter blanc").has_state(State.SENSITIVE), "cast wakes")
    app.tab_to("button", "^Voter blanc")
    run("xdotool", "keydown", "Return", "sleep", "5", "keyup", "Return")
    assert app.find("heading", "dans l’urne") is not None, "a held key went on from the thanks"
    assert ballots(app) == [""], ballots(app)
    app.close()


def test_over():
    """K5 by touch: the text, and marks unchanged."""
    app = opened("--max", "2")
    to_choices(app)
    for name in ("Camille", "Loup"):
        app.click(app.get("check", "^" + name))
    app.wait(lambda: len(marks(app)) == 2, "two marks")
    app.click(app.get("check", "^Jo Blanc"))
    said = heading(app, "Vous avez déjà choisi 2 artistes. Pour prendre Jo Blanc")
    app.wait(lambda: said.has_state(State.FOCUSED), "the text has the focus")
    assert marks(app) == ["Camille Serre", "Loup Plaine"], marks(app)
    app.close()


def test_nothing_closes_it():
    """K12: the keys that leave a program leave the booth and the ballot alone."""
    app = opened()
    to_choices(app)
    app.click(app.get("check", "^Jo"))
    app.wait(lambda: marks(app) == ["Jo Blanc"], "a mark")
    for name in ("alt+F4", "ctrl+q", "ctrl+w", "F11", "F10", "Escape", "alt+Tab", "super", "ctrl+alt+Right", "alt+space",
                 "ctrl+shift+i", "ctrl+shift+d", "Menu", "shift+F10", "Print"):
        key(name)
        assert app.process.poll() is None, f"{name} ended the booth"
        windows = app.windows()
        assert len(windows) == 1, f"{name} opened a window"
        place = windows[0].extents()
        assert (place.width, place.height) == (1280, 800), f"{name} left the full screen"
    assert marks(app) == ["Jo Blanc"], marks(app)
    app.close()


def test_curtain():
    """K11: the padlock hides the ballot first; an organiser cannot cast; five wrong PINs wait."""
    app = opened()
    to_choices(app)
    app.click(app.get("check", "^Jo"))
    app.wait(lambda: marks(app) == ["Jo Blanc"], "a mark")
    app.click(app.get("button", "^Réservé aux organisateurs"))
    heading(app, "^Réservé aux organisateurs")
    seen = [describe(thing) for thing in app.find_all(None, "Jo Blanc|ACDE|Déposer", visible=False)]
    assert not seen, f"behind the curtain there is still {seen}"
    for _ in range(5):
        type_text("111111")
    heading(app, "^Trop d’essais")
    type_text("246810")
    assert app.find("button", "^Fermer") is None, "no waiting after five wrong PINs"
    pass_minutes(app, 1)
    heading(app, "^Réservé aux organisateurs")  # another try; no choice is seen meanwhile
    pass_minutes(app, 1)
    app.get("button", "^Je continue")  # nobody typed: the voter is asked for, before any choice is shown
    seen = [describe(thing) for thing in app.find_all(None, "Jo Blanc|ACDE|Déposer", visible=False)]
    assert not seen, f"the curtain opened by itself on {seen}"
    app.click(app.get("button", "^Je continue"))
    app.get("check")
    key("ctrl+shift+F12")
    heading(app, "^Réservé aux organisateurs")
    type_text("246810")
    app.get("button", "^Fermer l’isoloir")
    seen = [describe(thing) for thing in app.find_all(None, "Jo Blanc|ACDE|Déposer", visible=False)]
    assert not seen, f"an organiser sees {seen}"
    app.click(app.get("button", "^Rendre la main"))
    app.wait(lambda: marks(app) == ["Jo Blanc"], "the ballot as it was")
    key("ctrl+shift+F12")
    heading(app, "^Réservé aux organisateurs")
    type_text("246810")
    app.click(app.get("button", "^Fermer l’isoloir"))
    app.process.wait(8)
    assert app.process.returncode == 0 and not ballots(app)
    app.close()


def test_idle():
    """K9, K10: asked, answered, asked again, erased in the end; the code is still good."""
    app = opened()
    to_choices(app)
    for _ in range(10):
        pass_minutes(app, 2)
        app.click(app.get("button", "^Je continue$"))
        app.get("check")
    pass_minutes(app, 2)
    heading(app, "^Êtes-vous toujours là")
    pass_minutes(app, 1)
    heading(app, "^Le bulletin a été effacé")
    assert not ballots(app)
    app.click(app.get("button", "^Suite$"))
    to_choices(app)
    app.close()


if __name__ == "__main__":
    main([test_keyboard_only, test_grades_by_keys, test_ranks_by_keys, test_slide_out,
          test_held_enter, test_over, test_nothing_closes_it, test_curtain, test_idle])
