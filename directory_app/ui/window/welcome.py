"""The first start: create a directory, open one, restore a backup, or try a sample."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from directory_app.errors import UserError
from directory_app.store.folder import Folder
from directory_app.ui import icons, language, spoken, theme
from directory_app.ui.style import paint_box, paint_keys
from directory_app.ui.widgets.base import Label, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Mark
from directory_app.ui.widgets.fields import Problem
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.passphrase import PassphraseField
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.scene import Scene
from directory_app.ui.widgets.tabs import Segments

#: Each language is written in itself, so neither is translated.
NAMES = (("en", "English"), ("es", "Español"))


class LanguageSwitch(Translated, Segments):
    """``language_wanted(code)``."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NAMES, "", parent=parent)
        self.set_value(language.current())
        self.chosen.connect(self.language_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_items(NAMES, self.tr("Language"))
        self.set_value(language.current())


class Choice(QAbstractButton):
    """A card with an icon, what it does, what that means, and its key."""

    focus_ring = "outside"

    def __init__(self, icon: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "card")
        self._icon, self._keys, self._more = icon, keys, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, title: str, more: str, keys: str) -> None:
        """Set the words."""
        self.setText(title)
        self._more, self._keys = more, keys
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self.update()

    def sizeHint(self) -> QSize:
        """82 px high."""
        lines = QFontMetrics(theme.font("heading")).height() * 2
        return QSize(400, max(82, lines + 44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And take it away."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "hover" if self.underMouse() else "raised"
        paint_box(painter, QRectF(self.rect()), ground, "line-strong", "card")
        middle = self.height() / 2
        paint_box(painter, QRectF(19, middle - 24, 48, 48), "accent-tint", None, "field")
        icons.paint(painter, 30, round(middle - 13), self._icon, "accent-text", icons.CHOICE)
        x = self.width() - 38
        icons.paint(painter, x + 2, round(middle - 8), "arrow-right", "ink-soft", 16)
        if self._keys and self.width() > 420:
            wide = QFontMetrics(theme.font("caption")).horizontalAdvance(self._keys) + 10
            x -= wide + 16
            paint_keys(painter, QRectF(x, 0, wide, self.height()), self._keys, "ink-soft")
        self._paint_words(painter, middle, x - 96)
        painter.end()

    def _paint_words(self, painter: QPainter, middle: float, room: float) -> None:
        for style, role, text, y in (
            ("heading", "ink", self.text(), middle - 9),
            ("body", "ink-soft", self._more, middle + 12),
        ):
            font = theme.font(style)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.color(role))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room))
            painter.drawText(85, round(y + (metrics.ascent() - metrics.descent()) / 2), cut)


class Welcome(Translated, Pane):
    """The four choices: ``create_wanted``, ``open_wanted``, ``restore_wanted``, ``sample_wanted``.

    ``language_wanted(code)``.
    """

    create_wanted = Signal()
    open_wanted = Signal()
    restore_wanted = Signal()
    sample_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.scene = Scene()
        self.title = Label("", "display", wrap=True)
        title_font = theme.font("display")
        title_font.setPointSizeF(title_font.pointSizeF() * 28 / 24)
        self.title.setFont(title_font)
        self.lead = Label("", "heading", "ink-soft", wrap=True)
        self.lead.setMaximumWidth(580)
        lead_font = theme.font("heading")
        lead_font.setWeight(theme.font("body").weight())
        lead_font.setPointSizeF(lead_font.pointSizeF() * 12 / 11)
        self.lead.setFont(lead_font)
        self.create_choice = Choice("door")
        self.open_choice = Choice("folder-open")
        self.restore_choice = Choice("arrow-counter-clockwise")
        self.sample_choice = Choice("storefront")
        self.promise = Label("", "small", "ink-soft", wrap=True)
        self.switch = LanguageSwitch()
        self._lay_out()
        self.create_choice.clicked.connect(self.create_wanted)
        self.open_choice.clicked.connect(self.open_wanted)
        self.restore_choice.clicked.connect(self.restore_wanted)
        self.sample_choice.clicked.connect(self.sample_wanted)
        self.switch.language_wanted.connect(self.language_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        row = hbox(self, self.scene)
        content = QWidget()
        self._column = vbox(
            content, (self.switch, 0, Qt.AlignmentFlag.AlignRight), margins=(72, 24, 72, 24)
        )
        self._column.addStretch(3)
        self._column.addWidget(self.title)
        self._column.addSpacing(8)
        self._column.addWidget(self.lead)
        self._column.addSpacing(32)
        for choice in (
            self.create_choice,
            self.open_choice,
            self.restore_choice,
            self.sample_choice,
        ):
            self._column.addWidget(choice)
            self._column.addSpacing(12)
        self._column.addStretch(3)
        self._column.addWidget(Remark("lock-simple", "ok", label=self.promise, fill=True))
        row.addWidget(Scroll(content, "window"), 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Welcome to Puertas"))
        self.lead.setText(
            self.tr(
                "Keep a list of our neighbors’ restaurants and stores, with their permission, "
                "and print guides from it."
            )
        )
        self.create_choice.set_texts(
            self.tr("Start my directory"),
            self.tr("A new, encrypted list. You choose its passphrase next."),
            self.tr("Enter"),
        )
        self.open_choice.set_texts(
            self.tr("Open a directory"),
            self.tr("From this laptop or a USB stick."),
            self.tr("Ctrl O"),
        )
        self.restore_choice.set_texts(
            self.tr("Restore a backup"),
            self.tr("If the laptop or its directory is gone."),
            "",
        )
        self.sample_choice.set_texts(
            self.tr("Look around with a sample"),
            self.tr("18 invented businesses to try everything on. Nothing in it is real."),
            "",
        )
        self.promise.setText(
            self.tr(
                "Everything stays on this laptop. Puertas goes online only if you switch it on."
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without the picture, and tighter, where there is little room."""
        self.scene.setVisible(self.width() >= 900)
        side = 72 if self.width() >= 900 else 24
        self._column.setContentsMargins(side, 24, side, 24)
        super().resizeEvent(event)


class Lock(Translated, Pane):
    """``unlock_wanted(passphrase)``, ``keyring_wanted``, ``other_wanted``, ``language_wanted``.

    The field takes the passphrase or the recovery code.
    """

    unlock_wanted = Signal(str)
    keyring_wanted = Signal()
    other_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.path = path
        self.title = Label(path.stem, "display", wrap=True)
        title_font = theme.font("display")
        title_font.setPointSizeF(title_font.pointSizeF() * 0.8)
        self.title.setFont(title_font)
        self.where = Label(
            " › ".join([path.parent.name, path.name]), "small", "ink-soft", elide=True
        )
        self.words = Label("", "strong")
        self.field = PassphraseField("")
        self.problem, self.caps = Problem(), Problem()
        self._why: UserError | None = None
        self.unlock = Button("", "primary", size="main")
        self.keyring = Button("", "link", icon="desktop")
        if not _opened_by_keyring(path):
            self.keyring.hide()
        self.code = Label("", "small", "ink-soft", wrap=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.other = Button("", "link", icon="folder-open")
        self.promise = Label("", "small", "ink-soft")
        self.switch = LanguageSwitch()
        self._lay_out()
        self.field.returnPressed.connect(self._try)
        self.unlock.clicked.connect(self._try)
        self.field.caps.connect(self._caps_changed)
        self.keyring.clicked.connect(self.keyring_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.switch.language_wanted.connect(self.language_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        center = Qt.AlignmentFlag.AlignHCenter
        for label in (self.title, self.where):
            label.setAlignment(center)
        box = QWidget()
        box.setMaximumWidth(400)
        inner = vbox(box)
        self.words.setBuddy(self.field)
        for widget, gap in (
            (self.words, 6),
            (self.field, 4),
            (self.problem, 0),
            (self.caps, 12),
            (self.unlock, 8),
            (self.code, 12),
        ):
            inner.addWidget(widget)
            inner.addSpacing(gap)
        inner.addWidget(self.keyring, 0, center)
        inner.addWidget(self.other, 0, center)
        content = QWidget()
        vbox(self, Scroll(content, "window"))
        column = vbox(
            content, (self.switch, 0, Qt.AlignmentFlag.AlignRight), margins=(24, 24, 24, 24)
        )
        column.addStretch(2)
        column.addWidget(Mark(64), 0, center)
        column.addSpacing(16)
        column.addWidget(self.title)
        column.addWidget(self.where)
        column.addSpacing(24)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        column.addWidget(Remark("check-circle", "ok", label=self.promise, fill=True), 0, center)

    def retranslate(self) -> None:
        """Set the texts."""
        self.words.setText(self.tr("Passphrase"))
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.unlock.setText(self.tr("Unlock"))
        self.keyring.setText(self.tr("Let this computer’s keyring open it"))
        self.code.setText(self.tr("The recovery code opens it, too"))
        if self._why is not None and self.problem.isVisibleTo(self):
            self.say(spoken.whole(self._why))
        self.other.setText(self.tr("Open another directory"))
        self.promise.setText(
            self.tr("The list is encrypted. Without the passphrase nobody can read it.")
        )
        if self.caps.text():
            self._caps_changed(True)

    def _try(self) -> None:
        if self.field.text() and self.unlock.isEnabled():
            self.say("")
            self.set_busy(True)
            self.unlock_wanted.emit(self.field.text())

    def set_busy(self, busy: bool) -> None:
        """While the passphrase is tried."""
        self.unlock.setEnabled(not busy)
        self.unlock.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))

    def refuse(self, why: UserError | str) -> None:
        """Say why it did not open, and take the next try."""
        self.set_busy(False)
        self._why = why if isinstance(why, UserError) else None
        self.say(spoken.whole(why) if isinstance(why, UserError) else why)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Show a problem under the field."""
        self.problem.show_problem(sentence)
        self.field.set_problem(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _caps_changed(self, on: bool) -> None:
        self.caps.show_problem(self.tr("Caps Lock is on") if on else "", severity="warn")

    def focus_first(self) -> None:
        """Into the field."""
        if QApplication.focusWidget() is not self.field:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _opened_by_keyring(path: Path) -> bool:
    """Whether somebody let the keyring open it; a file that cannot be read is told on opening."""
    from directory_app.store import keys

    try:
        slots = keys.facts(Folder(path).keys.read_bytes())
    except (OSError, UserError):
        return False
    return any(slot.kind == keys.KEYRING for slot in slots)
