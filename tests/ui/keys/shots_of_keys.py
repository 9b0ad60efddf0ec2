"""Pictures of the palette and of the sheet of keys."""

from tests.ui.shots import Shot


def _palette(text: str = ""):
    def act(window: object) -> None:
        from PySide6.QtWidgets import QApplication

        window.shell.show_palette()
        QApplication.activeModalWidget().field.setText(text)

    return act


SHOTS = [
    Shot("palette-all", (_palette(),), variants=("", "-dark", "-es")),
    Shot("palette-found", (_palette("taq"),), variants=("", "-dark", "-200")),
    Shot("help", (lambda w: w.shell.show_help(),)),
    Shot("help-table", (lambda w: w.shell.open_page("help", ("volunteers", 3)),), variants=("",)),
    Shot("keys", (lambda w: w.shell.show_keys(),), variants=("", "-dark", "-es", "-200")),
]


def _together(window: object) -> None:
    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtWidgets import QApplication

    rows, flags = window.shell.page().rows, QItemSelectionModel.SelectionFlag
    for place in range(6):
        rows.selectionModel().select(rows.model().index(place, 0), flags.Select | flags.Rows)
    window.shell.do("together")
    dialog = QApplication.activeModalWidget()
    dialog.field.set_value("languages")
    dialog.field.picked.emit("languages")


SHOTS.append(
    Shot(
        "together",
        (_together, lambda w: _dialog().typed.setText("Vietnamese")),
        variants=("", "-dark", "-es", "-200"),
    )
)


def _dialog() -> object:
    from PySide6.QtWidgets import QApplication

    return QApplication.activeModalWidget()
