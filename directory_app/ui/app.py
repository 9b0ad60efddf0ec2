"""Start the window."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from directory_app import settings
from directory_app.errors import UserError
from directory_app.ui import clipboard, excepthook, file_dialogs, garbage, language, style, theme
from directory_app.ui.widgets import focus
from directory_app.ui.window.main_window import MainWindow

#: Seconds that a busy worker may keep the window waiting.
_SWITCH = 0.0002


def prepare(arguments: list[str]) -> QApplication:
    """The QApplication, dressed and speaking: what tests and pictures need too."""
    # a script whose font is not loaded yet is drawn by the next paint: no cause for a message
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    # a worker that loads modules gives way at once to a window that has something to paint
    sys.setswitchinterval(_SWITCH)
    app = theme.application(arguments)
    app.setApplicationName("Puertas")
    app.setDesktopFileName("puertas")
    file_dialogs.keep_no_places()
    kept = settings.load()
    style.install(app)
    theme.apply(app, kept.appearance)
    language.apply(kept.language)
    focus.install(app)
    clipboard.install(app)
    garbage.install(app)
    return app


def run(path: Path | None) -> int:
    """Show the window on a directory, on the last one, or the welcome; the exit status."""
    app = prepare(sys.argv[:1])
    excepthook.install()
    with suppress(UserError):  # a preference that cannot be written keeps nobody out
        settings.tidy()
    window = MainWindow()
    chosen = path or _last()
    if chosen is None:
        window.show_welcome()
    else:
        window.open(chosen)
    window.show()
    QTimer.singleShot(0, window, lambda: _shut_memory(window))
    return app.exec()


def _shut_memory(window: MainWindow) -> None:
    if sys.platform == "linux":  # elsewhere nothing can be shut
        from directory_app.ui.portal import shut_memory_once_known  # after the first paint

        shut_memory_once_known(window)


def _last() -> Path | None:
    """The directory that was open last, where a person wants that kept, if it is still there."""
    if not settings.load().remember_directory:
        return None
    from directory_app.tasks import last_directory

    return last_directory.known()
