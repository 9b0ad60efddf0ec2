"""What the shell does by its keys beside the pages: the palette, the sheet of keys, help."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from directory_app.ui.shell import Shell


class Doing:
    """Part of the Shell: the deeds of ``deeds.DEEDS``, by their keys."""

    _deeds: Callable[[], dict[str, Callable[[], object]]]

    def do(self, key: str) -> None:
        """Do what a deed's key does; what is the window's is asked of it."""
        own = self._deeds().get(key)
        if own is not None:
            own()
        else:
            self._shell().deed_wanted.emit(key)

    def show_palette(self) -> None:
        """Ctrl+K: anywhere by a few letters."""
        from directory_app.ui.keys.palette import Palette

        shell = self._shell()
        _over(Palette(shell.session, shell.open_page, self.do, shell.window()))

    def show_keys(self) -> None:
        """F1: the sheet of keys."""
        from directory_app.ui.keys.sheet import KeySheet

        sheet = KeySheet(self._shell().window())
        sheet.guides_wanted.connect(self.show_help)
        _over(sheet)

    def show_help(self) -> None:
        """Shift+F1: the part of the guides that is about this page."""
        from directory_app.ui.help.guides import PARTS

        shell = self._shell()
        shell.open_page("help", PARTS.get(shell._page_key()))

    def _shell(self) -> "Shell":
        return cast("Shell", self)


def _over(dialog: "QDialog") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
