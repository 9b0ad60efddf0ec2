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
