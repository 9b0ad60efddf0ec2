"""Who else has the telephone of the business in the editor, and whether its place is in doubt."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from directory_app.tasks import editing

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.editor.editor import Editor

#: Milliseconds that somebody stays at a business before it is compared with all others: who
#: walks down the table would wait for the answers about rows that are gone.
STAYS = 150


class Others(QObject):
    """``ask`` about what the editor shows, and show what is found in it."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._stays = QTimer(self, singleShot=True, interval=STAYS)
        self._stays.timeout.connect(self.ask)

    def soon(self) -> None:
        """Ask once somebody stays, who may only pass by."""
        self._stays.start()

    def ask(self) -> None:
        """Ask now: somebody works here."""
        self._stays.stop()
        dossier = self._editor.who.dossier
        if dossier is None or dossier.business.id != self._editor.id:
            return
        ask = self._editor.session.ask
        ask(lambda store: editing.same_phone(store, dossier), self._found_other)
        ask(lambda store: editing.doubt(store, dossier), self._found_doubt)

    def _found_other(self, found: tuple[str, Any]) -> None:
        asked, other = found
        if asked == self._editor.id:
            self._editor.banner.show_other(other)

    def _found_doubt(self, found: tuple[str, str]) -> None:
        asked, code = found
        if asked == self._editor.id:
            self._editor.where.doubt.show_code(code)
