"""Having the conversation from anywhere: the dialog over a window, and what was said recorded."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.store.store import Store


def record(store: "Store", business_id: str, answers: list[Any], visibility: str) -> None:
    """Keep what was said. For the store's thread.

    First what may be shown, so that no new yes ever shows more than they agreed to.
    """
    if visibility:
        store.update(business_id, {"location_visibility": visibility})
    if answers:
        store.record_consent(business_id, answers)


def converse(
    dossier: Any,
    session: Session,
    window: QWidget,
    *,
    recorded: Callable[[], None],
    failed: Callable[[Exception], None],
) -> AskDialog:
    """Open the dialog; ``recorded`` once the answers are kept. ``withdraw_wanted`` is yours."""
    dialog = AskDialog(dossier, session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    business_id = dossier.business.id

    def keep(answers: Any, visibility: str) -> None:
        session.write(
            lambda store: record(store, business_id, answers, visibility),
            lambda _nothing: recorded(),
            failed=failed,
        )

    dialog.recorded.connect(keep)
    dialog.open()
    return dialog
