"""What nobody caught becomes a report over the window."""

import sys
from types import TracebackType


def install() -> None:
    """Show what nobody caught, in the GUI thread."""
    sys.excepthook = _hook


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from PySide6.QtWidgets import QApplication

    from directory_app.ui import alerts

    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    alerts.show_error(error.with_traceback(trace), QApplication.activeWindow())
