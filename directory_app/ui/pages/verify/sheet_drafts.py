"""Keeping what was said of a visit sheet until it is saved: at each pause, over a lock."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from directory_app.tasks import call_drafts

if TYPE_CHECKING:
    from directory_app.ui.pages.verify.sheet_pane import SheetPane

#: Milliseconds between two looks.
_PAUSE = 800
#: So many that are not finished are named.
_NAMED = 6


class SheetDrafts(QObject):
    """``look`` keeps what is said now; ``given_back`` are sheets whose saving failed, by row."""

    def __init__(self, pane: "SheetPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self.given_back: dict[str, Any] = {}
        self._last: tuple[str, Any] = ("", None)
        self._beat = QTimer(self, interval=_PAUSE)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def now(self) -> dict[str, Any] | None:
        """What is said of the open sheet, None for nothing."""
        keys = self._pane.keys
        return call_drafts.sheet(keys.answers, keys.typed, keys.at, self._pane.correction.typing())

    def look(self) -> None:
        """Keep it in the directory, where it is news."""
        pane = self._pane
        if pane.dossier is None or not pane.session.writable:
            return
        row, draft = call_drafts.sheet_row(pane.dossier.business.id), self.now()
        known, before = self._last
        is_nothing = draft is None and (known != row or before is None)
        if (row, draft) != self._last and not is_nothing:
            self._last = (row, draft)
            pane.session.keep(lambda store: store.drafts.set(row, draft))

    def tell(self) -> None:
        """Say which sheets are not finished: whoever types their code goes on."""

        def found(sheets: list[tuple[str, str]]) -> None:
            told = ", ".join(f"{code} {name}" for code, name in sheets[:_NAMED])
            text = self.tr("Not finished: %1. Type the code to go on.").replace("%1", told)
            is_free = self._pane.dossier is None
            self._pane.half.set_words(text if sheets and is_free else "")

        self._pane.session.ask(lambda store: store.verification.half_sheets(), found)

    def saved(self) -> None:
        """The open sheet is on its way: there is no draft of it any more."""
        self._last = ("", None)

    def of(self, business_id: str, kept: dict[str, Any] | None) -> dict[str, Any] | None:
        """What was said of a sheet before; ``kept``: what the directory has of it."""
        row = call_drafts.sheet_row(business_id)
        draft: dict[str, Any] | None = self.given_back.pop(row, None) or kept
        if draft:
            self._last = (row, draft)
        return draft

    def all(self) -> dict[str, Any]:
        """Everything that a lock would lose, by the row of the drafts."""
        pane, rows = self._pane, dict(self.given_back)
        rows[call_drafts.HEAD] = pane.head.values() | {"code": pane.code.text()}
        if pane.dossier is not None and (draft := self.now()):
            rows[call_drafts.sheet_row(pane.dossier.business.id)] = draft
        return rows
