# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sets, and what stands around the pages: preferences, keys, about, search, large text."""
import base64
import http.server
import os
import re
import threading

from a11y_rules import check
from trh_app import Planner, fresh_home, home
from trh_tree import Role, State
from trh_ui import describe, key, main, run, type_text

PAGES = ("territory", "artists", "calendar", "votes", "history")
TILE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")


class Tiles(http.server.BaseHTTPRequestHandler):
    """A server of map images that keeps what it was asked."""

    asked = []

    def do_GET(self):
        Tiles.asked.append((self.path, self.headers.get("User-Agent")))
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(TILE)))
        self.end_headers()
        self.wfile.write(TILE)

    def log_message(self, *args):
        pass


def preferences(app, title="^Preferences$"):
    key("ctrl+comma")
    app.in_front(title)
    return app.get("window", title)


def choose(app, window, row, downs):
    """Takes a choice of a row by keys: the first one of its list, then some further down."""
    app.tab_to("combo", row)
    key("space")
    app.wait(lambda: app.focused().role == Role.LIST_ITEM, f"the choices of {row}")
    key("Home", *["Down"] * downs, "Return")
    app.wait(lambda: app.focused().role in (Role.COMBO_BOX,), "the focus back on the row")
    return window


def said(app, row, window):
    """What a row says that is chosen in it."""
    combo = app.get("combo", row, window)
    return [label.name for label in app.find_all("label", inside=combo)]


def restart(app):
    key("ctrl+q")
    app.ended()
    return Planner("--sample")


def test_language():
    """French, chosen in an English window, is there after what the window says: the next start."""
    fresh_home()
    with Planner("--sample") as app:
        window = preferences(app)
        app.get("label", "^From the next start$", window)
        choose(app, window, "^Language$", 1)
        app.wait(lambda: "Français" in said(app, "^Language$", window), "Français to be chosen")
        key("Escape")
        app.get("item", "^Territory$")
        with restart(app) as french:
            french.get("item", "^Territoire$")
            french.get("button", "^Ajouter un lieu$")
            window = preferences(french, "^Préférences$")
            assert "Français" in said(french, "^Langue$", window)
            choose(french, window, "^Langue$", 2)
            key("Escape")
            with restart(french) as english:
                english.get("item", "^Territory$")
                key("ctrl+q")
                english.ended()


def test_language_without_a_locale():
    """The chosen language holds in the locale C, in which nothing is translated by itself."""
    fresh_home()
    plain = {"LC_ALL": "C", "LANG": "C"}
    with Planner("--sample", env=plain) as app:
        window = preferences(app)
        choose(app, window, "^Language$", 1)
        app.wait(lambda: "Français" in said(app, "^Language$", window), "Français to be chosen")
        key("Escape")
        key("ctrl+q")
        app.ended()
    with Planner("--sample", env=plain) as app:
        app.get("item", "^Territoire$")
        app.get("button", "^Ajouter un lieu$")


def brightness(app):
    """Of the whole screen, from 0 to 100."""
    return float(run("convert", app.picture("theme"), "-colorspace", "Gray", "-format", "%[fx:100*mean]", "info:"))


def test_theme():
    """Dark and light hold at once and after a restart; the system's is light here."""
    fresh_home()
    with Planner("--sample", "--page", "artists") as app:
        app.get("table", "^Artists$")
        assert brightness(app) > 70
        window = preferences(app)
        choose(app, window, "^Theme$", 2)
        app.wait(lambda: brightness(app) < 40, "a dark window")
        key("Escape")
        with restart(app) as dark:
            dark.wait(lambda: brightness(dark) < 40, "a dark window from the start")
            window = preferences(dark)
            assert "Dark" in said(dark, "^Theme$", window)
            choose(dark, window, "^Theme$", 1)
            dark.wait(lambda: brightness(dark) > 70, "a light window")
            choose(dark, window, "^Theme$", 0)
            dark.wait(lambda: "Follow the system" in said(dark, "^Theme$", window), "the system's theme to be chosen")
            assert brightness(dark) > 70


def fill(app, row, text):
    """Types into a row that has the keyboard after a walk with Tab."""
    entry = app.tab_to("entry", row)
    key("ctrl+a")
    type_text(text)
    app.wait(lambda: entry.text() == text, f"“{text}” to be typed")
    key("Return")
    return entry


def test_tiles():
    """An address that gives no tiles is refused with its reason; a good one is asked at once and kept."""
    fresh_home()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png"
    credit = "© Institut géographique <essai>"
    with Planner("--sample") as app:
        season = app.frame()
        app.get("label", "^© OpenStreetMap contributors$")
        window = preferences(app)
        entry = fill(app, "^Address of the images$", "ftp://tiles")
        app.get("label", re.escape("An address with https://, {z}, {x} and {y} is expected"), window)
        assert entry.has_state(State.FOCUSED) and entry.description.startswith("An address with"), entry.description
        key("Escape")  # takes back what was typed, and leaves the window open
        app.wait(lambda: entry.text() == "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "the old address again")
        assert not Tiles.asked
        fill(app, "^Address of the images$", address)
        app.wait(lambda: Tiles.asked, "the server to be asked")
        assert all(re.fullmatch(r"/\d+/\d+/\d+\.png", path) and "Transhumances" in agent for path, agent in Tiles.asked), Tiles.asked
        fill(app, "^Credit of the images", credit)
        app.get("label", f"^{credit}$", season)
        key("Escape")
        app.in_front("^Transhumances art")
        app.gone("label", "^Simplified map background")
        with restart(app) as again:
            season = again.frame()
            again.get("label", f"^{credit}$", season)
            again.gone("label", "^Simplified map background")
            window = preferences(again)
            assert again.get("entry", "^Address of the images$", window).text() == address
            again.press("^Use the images of OpenStreetMap$")
            again.get("label", "^© OpenStreetMap contributors$", season)
            again.wait(lambda: again.find("entry", "^Address of the images$", window).text().startswith("https://tile.openstreetmap.org/"),
                       "the usual address")
    server.shutdown()


def test_keys_and_about():
    """Each key is a row that says what it does; the about window says which version this is."""
    fresh_home()
    with Planner("--sample") as app:
        app.get("item", "^Territory")
        app.in_front("^Transhumances art")
        key("ctrl+question")
        app.in_front("^Keyboard Shortcuts$")
        window = app.get("window", "^Keyboard Shortcuts$")
        for name in (r"^Save as, Shift\+Ctrl\+S$", "^Go to a page, Alt", "^Next alert, F8$", "^Help with this screen, F1$"):
            assert app.find("item", name, window), [row.name for row in app.find_all("item", inside=window)]
        key("Escape")
        app.gone("window", "^Keyboard Shortcuts$")
        key("F10")
        app.get("menuitem", "^About|About")
        key("Up", "Return")
        app.in_front("About")
        app.wait(lambda: any("0.1" in label.name for label in app.find_all("label", inside=app.windows()[-1])), "the version")
        key("Escape")
        app.in_front("^Transhumances art")


def test_search():
    """Without accents, to the thing, and back to where the keyboard was."""
    fresh_home()
    with Planner("--sample", "--page", "artists") as app:
        field = app.tab_to("entry", "^Filter the artists$")
        key("ctrl+f")
        app.wait(lambda: app.focused().name == "Search the season", "the focus in the search")
        type_text("sed")
        app.get("item", "^Séderon, commune$")
        key("Escape")
        app.wait(lambda: app.focused() == field, "the focus back in the field")
        key("ctrl+f")
        app.wait(lambda: app.focused().name == "Search the season", "the focus in the search")
        key("ctrl+a")
        type_text("sederon")
        key("Return")  # at once: nobody waits for a list
        app.page("^Territory")
        app.get("heading", "^Séderon$")
        app.wait(lambda: app.focused().name == "Name", "the focus in its details")


def test_season_details():
    """The title of the season is changed where the menu leads, and undone."""
    fresh_home()
    with Planner("--sample") as app:
        key("F10")
        item = app.get("menuitem", "Season Details")
        app.click(item)
        title = app.wait(lambda: app.focused().name == "Title" and app.focused(), "the focus in the title")
        key("ctrl+a")
        type_text("Une autre saison")
        key("Return")
        app.get("heading", "^Une autre saison$")
        app.in_front("^Une autre saison$")
        key("ctrl+z")
        app.in_front("^Transhumances art")
        assert title.text().startswith("Transhumances"), title.text()


def out_of(app, width):
    """Buttons, fields and choices that stick out of the window to the right, outside all that scrolls."""
    def scrolls(thing):
        while thing is not None:
            if thing.role in (Role.SCROLL_PANE, Role.TREE_TABLE) or "imeline" in thing.name:
                return True
            thing = thing.parent
        return False

    def edge(thing):
        place = thing.extents()
        return place.x + place.width

    return [describe(thing) for role in ("button", "entry", "check", "combo") for thing in app.find_all(role, inside=app.frame())
            if edge(thing) > width + 1 and not scrolls(thing)]


def large_text(width, height):
    """All pages with text of twice the size: the window is not wider than asked, nothing is cut off."""
    fresh_home()
    # where GTK looks when no desktop tells it: the resolution of fonts
    run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", "Xft.dpi:\t192\n")
    try:
        with Planner("--sample") as app:
            app.get("status", "^Ready$")
            number = run("xdotool", "getactivewindow")

            def sized():
                run("xdotool", "windowmove", number, "0", "0", "windowsize", number, str(width), str(height))
                return abs(app.frame().children()[0].extents().width - width) <= 12
            app.wait(sized, f"the window to be {width} px wide")
            for digit, name in enumerate(PAGES, 1):
                key(f"alt+{digit}")
                app.wait(sized, f"the page {name} to fit {width} px")
                app.shot(f"{name}-{width}")
                app.wait(lambda: not out_of(app, app.frame().children()[0].extents().width),
                         f"nothing of {name} to stick out")
            lines = app.get("status").extents().height
            assert lines > 24, f"the text is not large: {lines}"
    finally:
        run("xprop", "-root", "-remove", "RESOURCE_MANAGER")


def measured():
    """What the program knows of the screens: how wide a bank card is on them."""
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
    with open(path, encoding="utf-8") as file:
        kept = re.search(r"^screen-card-widths=(.*)$", file.read(), re.MULTILINE)
    return [int(width) for width in re.findall(r": (?:uint32 )?(\d+)", kept[1])] if kept else []


def test_screen_size():
    """A bank card measures the screen, by keys; Escape and “Believe the Screen” leave it as it says."""
    fresh_home()
    with Planner("--sample") as app:
        said = None
        for ending in ("Escape", "Return", "believe"):
            window = preferences(app)
            app.tab_to("button", "^Measure the size of this screen$")
            key("Return")
            dialog = app.get("window", "^Size of This Screen$")
            scale = app.get("slider", "^Width of the card", dialog)
            app.wait(scale.is_focused, "the keyboard on the width")
            if said is None:
                said = app.wait(lambda: scale.value() > 300 and int(scale.value()), "85.6 mm of this screen")
            before = said + 2 if ending == "believe" else said
            app.wait(lambda: scale.value() == before, f"{before} pixels")
            key("Right", "Right")
            app.wait(lambda: scale.value() == before + 2, "two pixels more")
            app.shot("screen-size")
            check(app, "Size of This Screen", dialog)
            if ending == "believe":
                app.tab_to("button", "^Believe the Screen")
                key("Return")
            elif ending == "Return":
                app.click(app.get("button", "^Use This Size", dialog))
            else:
                key(ending)
            app.gone("window", "^Size of This Screen$")
            widths = [said + 2] if ending == "Return" else []
            app.wait(lambda: measured() == widths, f"{widths} to be kept")
            key("Escape")
            app.gone("window", "^Preferences$")


def test_large_text():
    large_text(1270, 790)


def test_large_text_in_a_small_window():
    large_text(360, 640)


if __name__ == "__main__":
    os.makedirs(home("shots"), exist_ok=True)
    main([test_language, test_language_without_a_locale, test_theme, test_tiles, test_keys_and_about, test_search,
          test_season_details, test_screen_size, test_large_text, test_large_text_in_a_small_window])
