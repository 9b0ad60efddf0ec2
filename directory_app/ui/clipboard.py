"""Copying so that no history of the clipboard keeps it, where the desktop asks for such a mark.

Copied rows do not stay there, either: they are taken back after some minutes, and when the
program ends or locks, unless somebody copied something else meanwhile.
"""

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication

#: What tells a clipboard manager to leave it: KDE's Klipper, Windows' history and its cloud.
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"1",
}
#: By which our own rows are known: the same rows under headings as the import reads them.
ROWS = "application/x-puertas-rows"
KEPT_MS = 10 * 60 * 1000


def marked(text: str) -> QMimeData:
    """Text with the marks."""
    data = QMimeData()
    data.setText(text)
    for name, value in MARKS.items():
        data.setData(name, value)
    return data


def put(text: str) -> None:
    """Copy it."""
    QApplication.clipboard().setMimeData(marked(text))


def put_rows(text: str, table: str, ours: str) -> None:
    """Copy rows: cells between tabs, the same as an HTML table, and ``ours`` for our import.

    They are taken back after KEPT_MS, and when the program ends.
    """
    data = marked(text)
    data.setHtml(table)
    data.setData(ROWS, ours.encode())
    QApplication.clipboard().setMimeData(data)
    _keeper().start(KEPT_MS)


def rows() -> str:
    """The text that is there; of our own rows that for the import."""
    data = QApplication.clipboard().mimeData()
    if data is None:
        return ""
    ours = bytes(data.data(ROWS).data()).decode("utf-8", "replace")
    return ours or data.text()


def forget() -> None:
    """Take our rows back, if they are what is there."""
    clipboard = QApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and data.hasFormat(ROWS):
        clipboard.clear()


def _keeper() -> QTimer:
    """The one clock of the program that takes rows back."""
    app = QApplication.instance()
    assert app is not None
    found = app.findChild(QTimer, ROWS)
    if isinstance(found, QTimer):
        return found
    made = QTimer(app, singleShot=True)
    made.setObjectName(ROWS)
    made.timeout.connect(forget)
    app.aboutToQuit.connect(forget)
    return made
