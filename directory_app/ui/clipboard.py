"""Copying so that no history of the clipboard keeps it, where the desktop asks for such a mark."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

#: What tells a clipboard manager to leave it: KDE's Klipper, Windows' history and its cloud.
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"1",
}


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
