"""The one way to the clipboard: what is copied is marked, goes after its time, and at a lock.

The marks ask clipboard managers to keep it in no history. Whatever is copied takes this way: what
our code puts there (``put``, ``put_secret``, ``put_rows``), and what Qt's own widgets do at
Ctrl+C, or at a selection with the mouse on X11: ``install`` watches for these, and marks them.
It is taken back when its time is over, at a lock and at the end, unless somebody copied
something else meanwhile.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

#: What tells a clipboard manager to leave it: KDE's Klipper, Windows' history and its cloud.
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"1",
}
#: By which all that was copied here is known.
OURS = "application/x-puertas-copied"
#: By which our own rows are known: the same rows under headings as the import reads them.
ROWS = "application/x-puertas-rows"
#: Milliseconds that it stays: a passphrase, any text, and rows, for which a spreadsheet is opened.
SECRET_MS, TEXT_MS, ROWS_MS = 30_000, 2 * 60_000, 10 * 60_000
_CLIPBOARD, _SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


def install(app: QApplication) -> None:
    """Watch for what widgets copy by themselves. Once, before there is a window."""
    _keeper(app)


def marked(text: str) -> QMimeData:
    """Text with the marks."""
    data = QMimeData()
    data.setText(text)
    for name, value in MARKS.items():
        data.setData(name, value)
    data.setData(OURS, b"1")
    return data


def put(text: str) -> None:
    """Copy it; it stays for TEXT_MS."""
    _keeper().put(marked(text), TEXT_MS)


def put_secret(text: str) -> None:
    """Copy a passphrase: it stays for SECRET_MS."""
    _keeper().put(marked(text), SECRET_MS)


def put_rows(text: str, table: str, ours: str) -> None:
    """Copy rows: cells between tabs, the same as an HTML table, and ``ours`` for our import."""
    data = marked(text)
    data.setHtml(table)
    data.setData(ROWS, ours.encode())
    _keeper().put(data, ROWS_MS)


def rows() -> str:
    """The text that is there; of our own rows that for the import."""
    data = QApplication.clipboard().mimeData()
    if data is None:
        return ""
    ours = bytes(data.data(ROWS).data()).decode("utf-8", "replace")
    return ours or data.text()


def forget(*, everything: bool = False) -> None:
    """Take back what was copied here, if it is what is there; or whatever is there."""
    _keeper().forget(everything=everything)


class _Keeper(QObject):
    """The one of the program: its clock, and its ear at the clipboard."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self.setObjectName(OURS)
        self._clipboard = app.clipboard()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.forget)
        self._clipboard.changed.connect(self._changed)
        app.aboutToQuit.connect(self.forget)

    def put(self, data: QMimeData, milliseconds: int) -> None:
        """Copy what is marked, and take it back later."""
        self._clipboard.setMimeData(data)
        self._clock.start(milliseconds)

    def forget(self, *, everything: bool = False) -> None:
        """Take it back, from the clipboard and from what the mouse selected."""
        self._clock.stop()
        for mode in (_CLIPBOARD, _SELECTION):
            data = self._clipboard.mimeData(mode) if self._has(mode) else None
            if data is not None and (everything or data.hasFormat(OURS)):
                self._clipboard.clear(mode)

    def owns(self, mode: QClipboard.Mode) -> bool:
        """Whether it was this program that copied last. The offscreen platform never says so."""
        if mode == _SELECTION:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _has(self, mode: QClipboard.Mode) -> bool:
        return mode == _CLIPBOARD or self._clipboard.supportsSelection()

    def _changed(self, mode: QClipboard.Mode) -> None:
        """A widget of Qt's copied something by itself: the same again, with the marks."""
        if mode not in (_CLIPBOARD, _SELECTION) or not self.owns(mode):
            return
        data = self._clipboard.mimeData(mode)
        if data is None or data.hasFormat(OURS) or not data.hasText():
            return
        again = marked(data.text())
        if data.hasHtml():
            again.setHtml(data.html())
        self._clipboard.setMimeData(again, mode)
        self._clock.start(TEXT_MS)


def _keeper(app: QGuiApplication | None = None) -> _Keeper:
    app = app or QApplication.instance()  # type: ignore[assignment]  # it is one with windows
    assert isinstance(app, QGuiApplication)
    return app.findChild(_Keeper, OURS) or _Keeper(app)
