"""What the shell does by its keys beside the pages: the palette, the sheet of keys, help."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from directory_app.ui.shell.shell import Shell

translate = QCoreApplication.translate
_TWO = 2


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
        from directory_app.ui.shell.palette import Palette

        shell = self._shell()
        _over(Palette(shell.session, shell.open_page, self.do, shell.window()))

    def merge_two(self) -> None:
        """Ctrl+M: the two that are selected in the directory side by side, to be made one."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        shell = self._shell()
        page = shell.page()
        rows = page.rows.selected_rows() if isinstance(page, DirectoryPage) else []
        if len(rows) == _TWO:
            shell.open_page("duplicates", (rows[0].id, rows[1].id))
        else:
            shell.say(translate("Doing", "Select two businesses in the directory first"), "info")

    def edit_together(self) -> None:
        """Ctrl+E: one change to all that are selected in the directory."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage
        from directory_app.ui.pages.directory.together import TogetherDialog

        shell = self._shell()
        page = shell.page()
        rows = page.rows.selected_rows() if isinstance(page, DirectoryPage) else []
        if not rows or not shell.session.writable:
            shell.say(translate("Doing", "Select some businesses in the directory first"), "info")
            return
        dialog = TogetherDialog(shell.session, [row.id for row in rows], shell.window())
        dialog.went_wrong.connect(shell.went_wrong)
        dialog.applied.connect(self._edited)
        _over(dialog)

    def _edited(self, many: int) -> None:
        from directory_app.ui import plurals

        shell = self._shell()
        one = translate("Doing", "One business edited")
        several = translate("Doing", "{n} businesses edited")
        shell.say(plurals.count(many, one, several), "check", undoable=True)

    def export_shown(self) -> None:
        """Ctrl+Shift+E: to the export, with what the directory has selected or shows."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        shell = self._shell()
        page = shell.page()
        part = page.to_export() if isinstance(page, DirectoryPage) else None
        shell.open_page("export", part)

    def send_shown(self) -> None:
        """To the packets, with what the directory has selected or shows."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        shell = self._shell()
        page = shell.page()
        part = page.to_export() if isinstance(page, DirectoryPage) else None
        shell.open_page("packets", part)

    def finding(self) -> dict[str, Callable[[], object]]:
        """The deeds of finding, which go to the directory first."""
        return {
            "filter": lambda: self._find("open_filters"),
            "save_list": lambda: self._find("save_list"),
            "columns": lambda: self._find("open_columns"),
            "how_to_search": lambda: self._find("how_to_search"),
        }

    def _find(self, name: str) -> None:
        """Do what a method of the directory's page does, there."""
        shell = self._shell()
        if shell._page_key() != "directory":
            shell.open_page("directory")
        act = getattr(shell.page(), name, None)  # another page, if that one would not be left
        if act is not None:
            act()

    def show_keys(self) -> None:
        """F1: the sheet of keys."""
        from directory_app.ui.shell.sheet import KeySheet

        sheet = KeySheet(self._shell().window())
        sheet.guides_wanted.connect(self.show_help)
        _over(sheet)

    def show_help(self) -> None:
        """Shift+F1: the part of the guides that is about this page."""
        from directory_app.ui.parts.help_guides import PARTS

        shell = self._shell()
        shell.open_page("help", PARTS.get(shell._page_key()))

    def _shell(self) -> "Shell":
        return cast("Shell", self)


def _over(dialog: "QDialog") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
