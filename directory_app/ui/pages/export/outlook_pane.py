"""The right side: how many go out, who does not and why, and what the file cannot hold."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app import exporting
from directory_app.tasks.exporting import Exported, Outlook
from directory_app.tasks.private_export import PrivateExported
from directory_app.ui import file_dialogs, theme
from directory_app.ui.pages.export import words
from directory_app.ui.pages.export.options_pane import ExportChoice
from directory_app.ui.parts.consent.run_words import reason
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark, Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

_COLUMNS = (TextColumn(200, strong=True), TextColumn(150, least=300), TextColumn(60, 460))
#: So many rows it shows at least, where there are as many; then it takes what room there is.
_LEAST = 6
_LONG_MS = 250


class OutlookPane(Pane):
    """``business_wanted(code)``: Enter on who is left out."""

    business_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "", parent)
        self.choice = ExportChoice()
        self.outlook: Outlook | None = None
        self.private: tuple[int, int] | None = None
        self.goes = Label("", "title", wrap=True)
        self.why = Label("", "body", "ink-soft", wrap=True)
        self.pins = Remark("map-pin", "ink-soft", " ")
        self.danger = Remark("warning", "danger", " ", fill=True)
        self.lost_title = Label("", "strong")
        self.lost = QWidget()
        self._lost = QVBoxLayout(self.lost)
        self.left_title = Label(self.tr("Who is left out"), "strong")
        self.table = TextTable(_COLUMNS)
        self.more = Label("", "small", "ink-soft")
        # numbers of before stay until others are there, unless it takes long
        self._soon = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._soon.timeout.connect(self._tell)
        self._arrange()
        self.table.opened.connect(self.business_wanted)
        self.setAccessibleName(self.tr("What goes out"))
        self.table.setAccessibleName(self.tr("Who is left out"))
        self.table.set_headings((self.tr("Name"), self.tr("Why"), self.tr("Code")))
        self._tell()

    def _arrange(self) -> None:
        self._lost.setContentsMargins(0, 0, 0, 0)
        self._lost.setSpacing(4)
        body = QWidget()
        vbox(
            body,
            self.goes,
            self.why,
            self.pins,
            self.danger,
            14,
            self.lost_title,
            self.lost,
            14,
            self.left_title,
            (self.table, 1),
            self.more,
            STRETCH,
            margins=(24, 18, 24, 20),
            spacing=6,
        )
        self.view = Scroll(body, "base")
        vbox(self, self.view)

    # -- showing

    def show_choice(self, choice: ExportChoice) -> None:
        """Another choice, whose outlook is being looked up."""
        self.choice, self.outlook, self.private = choice, None, None
        self._tell_lost()
        self._soon.start()

    def show_outlook(self, outlook: Outlook) -> None:
        """Who goes out and who does not."""
        self.outlook = outlook
        self._arrived()

    def show_private(self, goes: int, left: int) -> None:
        """How many a private file would hold."""
        self.private = (goes, left)
        self._arrived()

    def _arrived(self) -> None:
        self._soon.stop()
        self._tell()
        QAccessible.updateAccessibility(QAccessibleEvent(self.goes, QAccessible.Event.Alert))

    def _tell(self) -> None:
        self._tell_numbers()
        self._tell_lost()
        self._tell_left_out(self.outlook)

    def _tell_numbers(self) -> None:
        pins = ""
        if self.choice.is_private:
            self._tell_private()
        elif self.outlook is None:
            self.goes.setText(self.tr("Looking who said yes…"))
            self.why.setText("")
        else:
            pins = self._tell_outlook(self.outlook)
        self.pins.set_words(pins)
        self.danger.set_words(self._private_words() if self.choice.is_private else "")

    def _tell_outlook(self, outlook: Outlook) -> str:
        goes, wanted = outlook.goes, outlook.wanted
        if not goes:
            self.goes.setText(self.tr("Nobody goes out"))
        elif goes == wanted:
            self.goes.setText(
                count(goes, self.tr("The one business goes out"), self.tr("All {n} go out"))
            )
        else:
            one, many = self.tr("{n} of {all} goes out"), self.tr("{n} of {all} go out")
            self.goes.setText(count(goes, one, many, all=f"{wanted:n}"))
        why = words.reasons(outlook.reasons)
        self.why.setText("  ·  ".join(why))
        if not goes:
            return ""
        one, many = self.tr("{n} of them has a pin"), self.tr("{n} of them have a pin")
        return count(outlook.pins, one, many) if outlook.pins else self.tr("None of them has a pin")

    def _tell_private(self) -> None:
        if self.private is None:
            self.goes.setText(self.tr("Counting…"))
            self.why.setText("")
            return
        goes, left = self.private
        one, many = self.tr("{n} business is in it"), self.tr("{n} businesses are in it")
        self.goes.setText(count(goes, one, many))
        one = self.tr("{n} is not: it withdrew, closed for good or is archived")
        many = self.tr("{n} are not: they withdrew, closed for good or are archived")
        self.why.setText(count(left, one, many) if left else "")

    def _private_words(self) -> str:
        return self.tr(
            "It asks nobody's consent, so it may not leave the hands of your own people: no "
            "mail, no shared drive, no other coalition. Delete it when you are done."
        )

    def _tell_lost(self) -> None:
        if self.choice.is_private:
            self.lost_title.setText(self.tr("What is not in it"))
            lost: Sequence[str] = (
                self.tr("Contact persons, private notes and confidential telephones."),
                self.tr("Addresses of homes, and those whose owner hides them."),
            )
        else:
            self.lost_title.setText(self.tr("What this file cannot hold"))
            language = "es" if is_spanish() else "en"
            lost = exporting.cannot_hold(self.choice.kind, language)
        while (item := self._lost.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for sentence in lost:
            remark = Remark("info", "ink-faint", sentence, ink="ink-soft")
            self._lost.addWidget(remark)
            remark.set_words(sentence)

    def _tell_left_out(self, outlook: Outlook | None) -> None:
        listed = outlook.left_out if outlook is not None else ()
        why = {key: reason(key) for key in {each.reason for each in listed}}
        rows = [TextRow((each.name, why[each.reason], each.code), each.code) for each in listed]
        self.table.set_rows(rows)
        high, head = self.table.verticalHeader().defaultSectionSize(), self.table.header.sizeHint()
        self.table.setMinimumHeight(min(len(rows), _LEAST) * high + head.height() + 2)
        self.table.setMaximumHeight(len(rows) * high + head.height() + 2)
        for widget in (self.left_title, self.table):
            widget.setVisible(bool(rows))
        over = outlook.wanted - outlook.goes - len(rows) if outlook is not None else 0
        one, many = self.tr("and {n} more", "one"), self.tr("and {n} more")
        self.more.setText(count(over, one, many) if over > 0 else "")
        self.more.setVisible(over > 0)


class ExportFoot(Pane):
    """``save``, ``folder`` and ``look`` are its buttons; ``run_wanted(number)``."""

    run_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "t", parent)
        self._use_by: dt.date | None = None
        self._made: Exported | PrivateExported | None = None
        self.mark = IconMark("check-circle", "ok", fill=True)
        self.head = Label("", "strong", elide=True)
        self.told = Label("", "small", "ink-soft", elide=True)
        self.look = Button(self.tr("Open"), "flat", icon="eye")
        self.folder = Button(self.tr("Show in folder"), "plain", icon="folder-open")
        self.save = Button(self.tr("Save…"), "primary", icon="tray-arrow-up", size="main")
        row = hbox(self, margins=(16, 1, 16, 0), spacing=12)
        words = vbox(None, STRETCH, self.head, self.told, STRETCH)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        for button in (self.look, self.folder, self.save):
            row.addWidget(button)
        self.setFixedHeight(theme.height("actionbar"))
        self.setAccessibleName(self.tr("Save"))
        self.look.setAccessibleName(self.tr("Open the page that was saved"))
        self._tell()

    def show_use_by(self, day: dt.date | None, *, ready: bool) -> None:
        """Until when it would be good (None: nothing to say), and whether it can be saved."""
        self._use_by = day
        self.save.setEnabled(ready)
        self._tell()

    def tell(self, words: str) -> None:
        """Say why it cannot be saved."""
        self.told.setText(words)

    def show_made(self, made: "Exported | PrivateExported | None") -> None:
        """What was saved; None once something else was chosen."""
        self._made = made
        self._tell()
        if made is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self.head, QAccessible.Event.Alert))

    def _tell(self) -> None:
        made = self._made
        for widget in (self.mark, self.folder):
            widget.setVisible(made is not None)
        self.look.setVisible(made is not None and made.format == "html")
        if made is not None:
            self._tell_made(made)
            return
        self.head.setText("")
        day = dates.long(self._use_by) if self._use_by else ""
        self.told.setText(self.tr("Good until {day}").format(day=day) if day else "")
        self.head.hide()

    def _tell_made(self, made: "Exported | PrivateExported") -> None:
        self.head.show()
        self.head.setText(self.tr("Saved {file}").format(file=made.path.name))
        told = count(
            made.exported,
            self.tr("{n} business · run {run}"),
            self.tr("{n} businesses · run {run}"),
            run=f"{made.run:04}",
        )
        if isinstance(made, Exported):
            until = self.tr("good until {day}").format(day=dates.long(made.use_by))
            told = file_dialogs.with_warning(f"{told} · {until}", made.elsewhere)
        self.told.setText(told)
