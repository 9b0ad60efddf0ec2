"""What is done to the business in the editor: checked, approved, asked, archived, forgotten."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.tasks import editing
from directory_app.ui import icons
from directory_app.ui.pages.directory.editor.consent_section import ConsentSection
from directory_app.ui.pages.directory.editor.editor_head import EditorHead
from directory_app.ui.pages.directory.editor.likely_twin import LikelyTwin
from directory_app.ui.pages.directory.editor.when import When
from directory_app.ui.pages.directory.editor.where import Where
from directory_app.ui.pages.directory.editor.who import Who
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane


class EditorDeeds(Pane):
    """A part of Editor."""

    said: Any
    went_wrong: Any
    closed: Any
    business_wanted: Any
    remove_wanted: Any
    runs_wanted: Any
    page_wanted: Any
    session: Session
    id: str
    head: EditorHead
    banner: LikelyTwin
    who: Who
    where: Where
    when: When
    consent: ConsentSection
    _asking: QWidget | None

    def leave(self) -> None:
        """Save what was typed. Of the editor."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show nothing, save nothing. Of the editor."""
        raise NotImplementedError

    def _show_ticks(self, business: Any, *, keep: bool) -> None:
        """All three where the entry was checked today; else those of this visit stay."""
        today = business.assured_date == self.session.today()
        for section in (self.who, self.where, self.when):
            section.checked.setChecked(today or (keep and section.checked.isChecked()))

    def _ticked(self) -> None:
        """The third tick says that the whole entry is checked."""
        ticks = [section.checked.isChecked() for section in (self.who, self.where, self.when)]
        dossier = self.who.dossier
        if all(ticks) and self.id and dossier.business.assured_date != self.session.today():
            self._checked()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for icon, text, act in (
            ("seal-check", self.tr("Checked today"), self._checked),
            ("check", self.tr("Approve"), self._approve),
            ("stack", self.tr("Where it was printed"), self._show_runs),
            ("phone-call", self.tr("Call to check"), lambda: self._to_page("verify")),
            ("arrow-counter-clockwise", self.tr("History"), lambda: self._to_page("history")),
            ("archive", self.tr("Archive"), self._archive),
            ("trash", self.tr("Delete"), self._delete),
            ("prohibit", self.tr("They withdrew…"), self.withdraw),
        ):
            action = menu.addAction(icons.icon(icon, "ink-soft"), text)
            action.setEnabled(bool(self.id))
            action.triggered.connect(lambda _on=False, act=act: act())

    def _do(self, work: Any, text: str, icon: str = "check") -> None:
        self.session.write(
            work, lambda _done: self.said.emit(text, icon, True), failed=self.went_wrong.emit
        )

    def _checked(self) -> None:
        business_id, day = self.id, self.session.today()
        name = self.head.title.whole_text()
        self._do(
            lambda store: editing.check(store, business_id, day),
            self.tr("%1 is checked").replace("%1", name),
            "seal-check",
        )

    def _approve(self) -> None:
        business_id = self.id
        name = self.head.title.whole_text()
        text = self.tr("%1 is approved").replace("%1", name)
        self._do(lambda store: store.businesses.approve([business_id]), text)

    def _archive(self) -> None:
        business_id = self.id
        text = self.tr("%1 is archived").replace("%1", self.head.title.whole_text())
        self.forget()
        self.closed.emit()
        self._do(lambda store: store.businesses.archive([business_id]), text, "archive")

    def _to_page(self, key: str) -> None:
        self.page_wanted.emit(key, self.id)

    def _show_runs(self) -> None:
        self.runs_wanted.emit(self.head.title.whole_text())

    def _delete(self) -> None:
        self.remove_wanted.emit([self.id])

    def _show_other(self, business_id: str) -> None:
        self.business_wanted.emit(business_id)

    def _keep_apart(self, other: str) -> None:
        business_id = self.id
        self.banner.hide()
        self._do(
            lambda store: store.duplicates.keep_apart(business_id, other),
            self.tr("These two are not the same"),
        )

    def ask(self) -> None:
        """Open the dialog that records answers."""
        if not self.id or self.consent.dossier is None:
            return
        self.leave()
        self._open_asking()

    def _open_asking(self) -> Any:
        dialog = AskDialog(self.consent.dossier, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._asked)
        dialog.recorded.connect(self._record)
        dialog.withdraw_wanted.connect(self.withdraw)
        dialog.open()
        self._asking = dialog
        return dialog

    def _asked(self) -> None:
        self._asking = None

    def _record(self, answers: Any, visibility: str) -> None:
        business_id = self.id
        text = self.tr("Answers of %1 recorded").replace("%1", self.head.title.whole_text())

        from directory_app.ui.parts.consent.ask_dialog import record as keep

        def record(store: Any) -> None:
            keep(store, business_id, answers, visibility)

        self._do(record, text, "chat-circle-dots")

    def withdraw(self) -> None:
        """Open the dialog that forgets the business for good."""
        if not self.id:
            return
        self.leave()
        dialog = WithdrawDialog(self.id, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.went_wrong.connect(self.went_wrong)
        dialog.withdrawn.connect(self._withdrawn)
        dialog.open()

    def _withdrawn(self) -> None:
        self.forget()
        self.closed.emit()
