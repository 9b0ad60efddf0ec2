"""A new passphrase twice, with a meter that says how long it holds off somebody who guesses."""

from threading import Event, Thread

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from directory_app.store.passphrases import Strength, strength
from directory_app.ui.parts import words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.passphrase import PassphraseField
from directory_app.ui.widgets.progress import Progress

#: Four random words have about this many letters; what is shorter is guessed in days.
SHORTEST = 12
#: Below this score it is guessed by anybody who tries.
LEAST_SCORE = 2
_GOOD = 3
_ROLES = ("danger", "danger", "warn", "ok", "ok")


class Meter(QWidget):
    """Four bars and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = Progress(4, steps=4)
        self.words = Label("", "small", "ink-soft", wrap=True)
        vbox(self, self._bar, self.words, margins=(0, 2, 0, 0), spacing=4)
        self.show_strength(None)

    def show_strength(self, found: Strength | None) -> None:
        """Show how good it is; None for nothing typed."""
        self._bar.role = "line" if found is None else _ROLES[found.score]
        self._bar.set_part(0 if found is None else max(found.score, 1), 4)
        self.words.setText(
            "" if found is None else found.sentence("es" if words.is_spanish() else "en")
        )
        self.words.set_role("ink-soft" if found is None else _ROLES[found.score])
        self.setAccessibleName(self.words.whole_text())
        self._bar.setAccessibleName(self.words.whole_text())
        self._bar.update()


class NewPassphrase(QWidget):
    """``edited`` when a letter was typed. ``hints``: words that it should not lean on."""

    edited = Signal()

    def __init__(self, hints: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = hints
        first, again = self.tr("New passphrase"), self.tr("The passphrase again")
        self.first = FieldRow(first, PassphraseField(first), above=True)
        self.second = FieldRow(again, PassphraseField(again), above=True)
        self.meter = Meter()
        text = self.tr(
            "Four or more random words. Write them on paper and keep it apart from the laptop: "
            "without them nobody can open the list, not even you."
        )
        vbox(
            self,
            self.first,
            self.meter,
            self.second,
            Label(text, "small", "ink-soft", wrap=True),
            spacing=8,
        )
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._measure)
        self.field(self.first).textChanged.connect(lambda _text: self._typed())
        self.field(self.second).textChanged.connect(lambda _text: self.edited.emit())
        for before, after in self._order():
            QWidget.setTabOrder(before, after)

    @staticmethod
    def field(row: FieldRow) -> PassphraseField:
        """The field of one of the two rows."""
        assert isinstance(row.field, PassphraseField)
        return row.field

    def _order(self) -> list[tuple[QWidget, QWidget]]:
        """From one passphrase to the other; the eyes come after both."""
        first, second = self.field(self.first), self.field(self.second)
        return [(first, second), (second, first.eye), (first.eye, second.eye)]

    def last(self) -> QWidget:
        """What Tab leaves last."""
        return self.field(self.second).eye

    def _typed(self) -> None:
        self.first.say("")
        prepare_measure()
        self._soon.start()
        self.edited.emit()

    def _measure(self) -> None:
        if not is_measure_ready():
            self._soon.start()  # the first look takes a fifth of a second to load
            return
        text = self.text()
        self.meter.show_strength(strength(text, self.hints) if text else None)

    def text(self) -> str:
        """What is typed first."""
        return self.field(self.first).text()

    def is_sound(self) -> bool:
        """Whether it may be taken; says under the fields what is wrong."""
        text = self.text()
        short = len(text) < SHORTEST
        weak = not short and strength(text, self.hints).score < LEAST_SCORE
        differ = text != self.field(self.second).text()
        said = self.tr("Too short: use four words") if short else ""
        self.first.say(self.tr("Too easily guessed: use random words") if weak else said)
        self.second.say(self.tr("The two are not the same") if differ and not short else "")
        return not (short or weak or differ)

    def clear(self) -> None:
        """Forget what was typed."""
        for row in (self.first, self.second):
            self.field(row).clear()


_LOADED = Event()
_BEGUN = Event()


def is_measure_ready() -> bool:
    """Whether it is loaded, so that measuring takes milliseconds."""
    return _LOADED.is_set()


def prepare_measure() -> None:
    """Load the measure beside the window: it takes a fifth of a second, once."""
    if _BEGUN.is_set():
        return
    _BEGUN.set()

    def load() -> None:
        strength("a first look loads the words")
        _LOADED.set()

    Thread(target=load, daemon=True).start()
