"""Pictures of every page, into out/shots: ./dev shots [NAME...]; --guides: those of the guides.

Each Shot opens the window on the sample, does something and is photographed; light and dark,
Spanish, and at 200 %. To add a page, add a Shot to SHOTS (or to another module's list, which
is named in MORE).
"""

import importlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
OUT = ROOT / "out" / "shots"
#: Other modules with a list SHOTS of their own.
MORE = (
    "tests.ui.shots_of_states",
    "tests.ui.pages.shots_of_pages",
    "tests.ui.pages.shots_of_exports",
    "tests.ui.map.shots_of_map",
    "tests.ui.packets.shots_of_packets",
    "tests.ui.places.shots_of_places",
    "tests.ui.keeping.shots_of_keeping",
    "tests.ui.keys.shots_of_keys",
    "tests.ui.verify.shots_of_verifying",
    "tests.ui.directory.shots_of_finding",
    "tests.ui.duplicates.shots_of_duplicates",
    "tests.ui.directory.shots_of_editing",
    "tests.ui.consent.shots_of_answers",
)
#: name of a variant -> (appearance, language, scale, width, height)
VARIANTS = {
    "": ("light", "en", 1.0, 1280, 820),
    "-dark": ("dark", "en", 1.0, 1280, 820),
    "-es": ("light", "es", 1.0, 1280, 820),
    "-200": ("light", "en", 2.0, 683, 384),
}


@dataclass(frozen=True)
class Shot:
    """``prepare(window)`` brings the window where the picture is; ``start`` is sample,
    encrypted or welcome, or opens a directory of its own in a folder. Waiting for jobs is
    done between the steps of a list."""

    name: str
    steps: tuple[Callable[..., object], ...] = ()
    start: str | Callable[..., object] = "sample"
    variants: tuple[str, ...] = tuple(VARIANTS)


def _editor(place: int, scroll: int = 0) -> tuple[Callable[..., object], ...]:
    return (
        lambda window: window.shell.page().rows.select_place(place),
        lambda window: window.shell.page().editor.view.verticalScrollBar().setValue(scroll),
    )


def _type(text: str) -> Callable[..., object]:
    return lambda window: window.shell.page().box.line.setText(text)


def _refuse(window: object) -> None:
    from directory_app.errors import UserError

    window.centralWidget().refuse(UserError("The passphrase is not right."))


def _wrong_phone(window: object) -> None:
    field, _problem = window.shell.page().editor.who.phones.lines[0]
    field.setText("(505) 555-01")
    window.shell.page().editor.who.phones._left(field, _problem)
    field.setFocus()


def _wide(window: object) -> None:
    """As on a real screen: the offscreen one is 800 px wide."""
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget()
    dialog.resize(min(1000, window.width() - 8), min(dialog.height(), window.height() - 40))


SHOTS = [
    Shot("welcome", start="welcome"),
    Shot("lock", (_refuse,), "encrypted"),
    Shot(
        "directory",
        (
            *_editor(15),
            lambda w: w.shell.say('Moved the pin of Tortas "El Camión Rojo"', "map-pin", True),
        ),
    ),
    Shot("editor-problem", (*_editor(15), _wrong_phone), variants=("", "-dark")),
    Shot("editor-when", _editor(15, 640), variants=("", "-dark", "-es")),
    Shot("editor-end", _editor(15, 2000), variants=("", "-es")),
    Shot("search", (_type("pa"),), variants=("", "-dark")),
    Shot(
        "search-filters",
        (_type("category:panadería -town:clovis consent.print:none colour:red"),),
        variants=("", "-dark", "-es", "-200"),
    ),
    Shot("nothing", (_type("zzzz"),), variants=("", "-es")),
    Shot("add", (lambda w: w.shell.page().add(),), variants=("", "-200")),
    Shot("ask-both", (*_editor(15), lambda w: w.shell.page().editor.ask(), _wide), variants=("",)),
    Shot(
        "ask",
        (*_editor(2), lambda w: w.shell.page().editor.ask(), _wide),
        variants=("", "-dark", "-es", "-200"),
    ),
    Shot("settings", (lambda w: w.shell.open_page("settings"),)),
    Shot("create", (lambda w: w._ask_new(),), "welcome", ("", "-es")),
]


def _start(window: object, start: str | Callable[..., object], folder: Path) -> None:
    from directory_app.sample import make_sample

    if not isinstance(start, str):
        start(window, folder)
        return
    if start == "welcome":
        window.show_welcome()
        return
    path = folder / "Northern New Mexico.puertas"
    if not path.exists():
        make_sample(path, passphrase="four random paper words" if start == "encrypted" else None)
    window.open(path)


def _take(shot: Shot, variant: str, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from directory_app.ui import language, theme
    from directory_app.ui.window.main_window import MainWindow
    from tests.ui.waiting import settle

    appearance, spoken, _scale, width, height = VARIANTS[variant]
    app = QApplication.instance()
    theme.apply(app, appearance)
    language.apply(spoken)
    window = MainWindow()
    window.resize(width, height)
    _start(window, shot.start, folder)
    window.show()
    settle(window.runner, 40)
    for step in shot.steps:
        step(window)
        settle(window.runner, 25)
    picture = window.grab()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        _lay_over(picture, dialog, window)
        dialog.close()
    for popup in _popups():
        _lay_at(picture, popup, window)
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    picture.save(str(OUT / f"{shot.name}{variant}.png"))
    window.close()
    window.deleteLater()


def _lay_over(picture: object, dialog: object, window: object) -> None:
    """A dialog is a window of its own: put its picture where it stands."""
    from PySide6.QtGui import QPainter

    painter = QPainter(picture)
    over = dialog.grab()
    x = (window.width() - dialog.width()) / 2
    y = (window.height() - dialog.height()) / 2
    painter.drawPixmap(round(x), round(y), over)
    painter.end()


def _popups() -> list[object]:
    """Menus and sheets that are open, the lowest first."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    every = QApplication.topLevelWidgets()
    return [one for one in every if one.windowType() == Qt.WindowType.Popup and one.isVisible()]


def _lay_at(picture: object, popup: object, window: object) -> None:
    """A menu stands where it was opened."""
    from PySide6.QtGui import QPainter

    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab())
    painter.end()


def _all_shots() -> list[Shot]:
    shots = list(SHOTS)
    for name in MORE:
        if importlib.util.find_spec(name) is not None:
            shots += importlib.import_module(name).SHOTS
    return shots


def _take_variant(variant: str, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as kept:
        os.environ["PUERTAS_SETTINGS"] = str(Path(kept) / "settings.json")
        from directory_app.ui.app import prepare

        prepare(["shots"])
        missed = []
        for number, shot in enumerate(_all_shots()):
            if variant in shot.variants and (not names or shot.name in names):
                folder = Path(kept) / str(number)
                folder.mkdir()
                try:
                    _take(shot, variant, folder)
                except Exception:  # noqa: BLE001  # the others are wanted all the same
                    traceback.print_exc()
                    missed.append(f"{shot.name}{variant}")
        if missed:
            sys.exit(f"Not taken: {', '.join(missed)}")


def main() -> None:
    """One process a variant: the scale is fixed when Qt starts."""
    OUT.mkdir(parents=True, exist_ok=True)
    arguments = sys.argv[1:]
    if arguments == ["--guides"]:
        from tests.ui import guide_pictures

        guide_pictures.main()
        return
    if arguments and arguments[0].startswith("--variant="):
        _take_variant(arguments[0].removeprefix("--variant="), arguments[1:])
        return
    failed = False
    for variant, (_look, _spoken, scale, _width, _height) in VARIANTS.items():
        environment = os.environ | {"QT_SCALE_FACTOR": str(scale)}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, __file__, f"--variant={variant}", *arguments]
        failed |= subprocess.run(command, env=environment, check=False).returncode != 0
    sys.stdout.write(f"{len(list(OUT.glob('*.png')))} pictures are in {OUT.relative_to(ROOT)}\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
