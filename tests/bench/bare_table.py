"""The bare thing that the window is measured against: a QTableView over a list of rows.

Prints the monotonic clock at its first painted row and, with ``--stay``, waits for a line on
standard input before it ends, so that its memory can be read.
"""

import sys
import time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

ROWS = [(f"BC{n:05}", f"Business number {n}", "Santa Fe", "restaurant") for n in range(10_000)]


class Rows(QAbstractTableModel):
    """The list as a model."""

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(ROWS)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return ROWS[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class Table(QTableView):
    """Says when it painted first."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            sys.stdout.write(f"{time.monotonic()}\n")
            sys.stdout.flush()
            QTimer.singleShot(0, self.finish)

    def finish(self) -> None:
        if "--stay" not in sys.argv:
            QApplication.exit()


def main() -> None:
    application = QApplication(sys.argv)
    window = QMainWindow()
    table = Table()
    table.setModel(Rows())
    window.setCentralWidget(table)
    window.resize(1280, 820)
    window.show()
    application.exec()


main()
