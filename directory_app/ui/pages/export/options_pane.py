"""The left pane: which businesses, as which file, for which use, in which languages."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app import exporting
from directory_app.store.filters import Filter
from directory_app.ui.pages.export import words
from directory_app.ui.pages.export.choice_cards import ChoiceCard, ChoiceCards
from directory_app.ui.widgets.base import Label, Pane, Scroll, Translated
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.segments import Segments

LANGUAGES = {"both": ("en", "es"), "en": ("en",), "es": ("es",)}
ALL, SHOWN = "all", "shown"
Part = Collection[str] | Filter | None


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. ``part`` None is everything; ``kind`` a format or "private"."""

    part: Part = None
    kind: str = "xlsx"
    channel: str = "print"
    languages: tuple[str, ...] = ("en", "es")
    private_format: str = "xlsx"

    @property
    def is_private(self) -> bool:
        """Whether it stays with the coalition's own people."""
        return self.kind == words.PRIVATE

    @property
    def format(self) -> str:
        """The format of the file itself."""
        return self.private_format if self.is_private else self.kind


class OptionsPane(Translated, Pane):
    """``changed(choice)`` after each choice."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.choice = ExportChoice()
        self._parts: dict[str, Part] = {ALL: None}
        self._names: dict[str, str] = {}
        self._picked_channel = False
        self.which = Combo("")
        self.kinds = ChoiceCards()
        self.channel = Segments([(name, name) for name in exporting.CHANNELS], "", stretch=True)
        self.channel_told = Label("", "small", "ink-soft", wrap=True)
        self.languages = Segments([(key, key) for key in LANGUAGES], "", stretch=True)
        self.private_format = Segments([("xlsx", "Excel"), ("csv", "CSV")], "", stretch=True)
        self._heads = {
            key: Label("", "strong") for key in ("which", "kind", "channel", "language", "private")
        }
        self._arrange()
        self._connect()
        self.retranslate()
        self._follow()

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        for head, *parts in (
            ("which", self.which),
            ("kind", self.kinds),
            ("channel", self.channel, self.channel_told),
            ("language", self.languages),
            ("private", self.private_format),
        ):
            if head != "which":
                column.addSpacing(8)
            column.addWidget(self._heads[str(head)])
            for part in parts:
                column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        self.column = Scroll(body, "window")
        whole.addWidget(self.column)

    def _connect(self) -> None:
        self.which.picked.connect(lambda key: self._change(part=self._parts[key]))
        self.kinds.chosen.connect(self._change_kind)
        self.channel.chosen.connect(self._change_channel)
        self.languages.chosen.connect(lambda key: self._change(languages=LANGUAGES[key]))
        self.private_format.chosen.connect(lambda key: self._change(private_format=key))

    def retranslate(self) -> None:
        """Set the texts."""
        for key, text in (
            ("which", self.tr("Which businesses")),
            ("kind", self.tr("Which file")),
            ("channel", self.tr("For which use")),
            ("language", self.tr("Language")),
            ("private", self.tr("As")),
        ):
            self._heads[key].setText(text)
        self.which.setAccessibleName(self.tr("Which businesses"))
        self._show_parts()
        cards = [
            ChoiceCard(
                name, words.icon(name), words.title(name), words.use(name), name == words.PRIVATE
            )
            for name in (*_ORDER, words.PRIVATE)
        ]
        self.kinds.set_items(cards, self.tr("Which file"))
        self.channel.set_items(
            [(name, words.channel(name)) for name in exporting.CHANNELS],
            self.tr("For which use"),
        )
        told = {"both": self.tr("Both"), "en": "English", "es": "Español"}
        self.languages.set_items(list(told.items()), self.tr("Language"))
        self.private_format.set_items(
            [("xlsx", "Excel"), ("csv", "CSV")], self.tr("Which file of the private table")
        )
        self.channel_told.setText(words.channel_told(self.choice.channel))

    # -- which businesses

    def show_parts(self, shown: Part, lists: Sequence[tuple[str, Filter]] = ()) -> None:
        """Offer what the directory showed (None: nothing in particular) and the saved lists."""
        self._parts, self._names = {ALL: None}, {}
        if shown is not None:
            self._parts[SHOWN] = shown
        for at, (name, wanted) in enumerate(lists):
            self._parts[f"list {at}"] = wanted
            self._names[f"list {at}"] = name
        self._show_parts()

    def choose_part(self, key: str) -> None:
        """Choose one of the parts that are offered; everything, where there is none of the key."""
        key = key if key in self._parts else ALL
        self.which.set_value(key)
        self._change(part=self._parts[key])

    def _show_parts(self) -> None:
        told = {ALL: self.tr("All in the directory"), SHOWN: self._shown_words()}
        self.which.set_items([(key, self._names.get(key) or told[key]) for key in self._parts])
        if not self.which.value():
            self.which.set_value(ALL)

    def _shown_words(self) -> str:
        part = self._parts.get(SHOWN)
        if part is None or isinstance(part, Filter):
            return self.tr("What the directory shows")
        return self.tr("The selected ones")

    # -- what was chosen

    def _change_kind(self, kind: str) -> None:
        channel = self.choice.channel
        if not self._picked_channel:
            channel = words.USUAL_CHANNEL.get(kind, "print")
        self._change(kind=kind, channel=channel)

    def _change_channel(self, channel: str) -> None:
        self._picked_channel = True
        self._change(channel=channel)

    def _change(self, **changes: object) -> None:
        self.choice = replace(self.choice, **changes)  # type: ignore[arg-type]  # its fields
        self._follow()
        self.changed.emit(self.choice)

    def _follow(self) -> None:
        """Show the questions that this kind of file has."""
        private = self.choice.is_private
        self.channel.set_value(self.choice.channel)
        self.channel_told.setText(words.channel_told(self.choice.channel))
        for widget in (self.channel, self.channel_told, self.languages):
            widget.setVisible(not private)
        self._heads["channel"].setVisible(not private)
        self._heads["language"].setVisible(not private)
        self._heads["private"].setVisible(private)
        self.private_format.setVisible(private)


_ORDER = ("xlsx", "csv", "html", "kml", "geojson", "vcard", "hsds")
