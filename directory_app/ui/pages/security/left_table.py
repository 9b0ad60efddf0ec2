"""What left this laptop: each request to a service, newest first, as it was sent."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from directory_app.ui import plurals
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.store.store import Store

_COLUMNS = (
    TextColumn(150, whole=True),
    TextColumn(170, least=480),
    TextColumn(280, strong=True),
    TextColumn(120, least=380),
)
#: So many are listed; the rest is counted.
MOST = 500
_SHOWN = 8


def read(store: "Store") -> list[Any]:
    """Every request, the newest first. For a worker."""
    return list(store.requests.all())


class LeftTable(QWidget):
    """A sentence, and the table under it."""

    def __init__(self, timezone: dt.tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._count = timezone, 0
        self.told = Label("", "body", wrap=True)
        self.table = TextTable(_COLUMNS)
        vbox(self, self.told, self.table, spacing=8)
        self.table.hide()
        self.table.setAccessibleName(self.tr("What left this laptop"))
        headings = (self.tr("When"), self.tr("To"), self.tr("What was sent"), self.tr("Outcome"))
        self.table.set_headings(headings)
        self._tell()

    def _tell(self) -> None:
        self.told.setText(
            plurals.count(
                self._count,
                self.tr("One request was sent."),
                self.tr("{n} requests were sent."),
            )
            if self._count
            else self.tr("Nothing has left this laptop.")
        )

    def show_requests(self, requests: list[Any]) -> None:
        """Show these."""
        self._count = len(requests)
        self.table.set_rows([self._row(one) for one in requests[:MOST]])
        self.table.fit_height(_SHOWN)
        self.table.setVisible(bool(requests))
        self._tell()

    def _row(self, one: Any) -> TextRow:
        at = one.at.astimezone(self._zone)
        clock = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        when = f"{dates.long(at.date())}, {clock}"
        return TextRow((when, one.service, one.sent, one.outcome or "—"), one.id)
