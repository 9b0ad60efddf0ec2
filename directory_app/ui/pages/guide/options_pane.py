"""The left pane of the guide page: event, layout, languages, paper, order, what is shown, fit."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.guides import GuideOptions, layout_kinds
from directory_app.ui.pages.guide.event_card import EventCard
from directory_app.ui.pages.guide.field_ticks import FieldTicks
from directory_app.ui.pages.guide.fit_box import FitBox
from directory_app.ui.pages.guide.thumbs import LayoutThumbs, Thumb
from directory_app.ui.parts.paper.kinds import is_private, is_spanish, kind_of, paper_words
from directory_app.ui.widgets.base import Label, Pane, Scroll, Translated
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.segments import Segments
from directory_app.ui.widgets.ticks import TickBox

_LANGUAGES = {"en": ("en",), "es": ("es",), "both": ("en", "es")}


class OptionsPane(Translated, Pane):
    """``changed(options)`` after each choice; ``people_changed(view)``: whom private paper is for.

    ``choose_wanted``: go to the event. ``taken(choice)``: a way to keep to the sheets.
    """

    changed = Signal(object)
    people_changed = Signal(str)
    choose_wanted = Signal()
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.options = GuideOptions()
        self.card = EventCard()
        self.layouts = LayoutThumbs([Thumb(kind.name, kind.name) for kind in layout_kinds()], "")
        self.purpose = Label("", "small", "ink-soft", wrap=True)
        self.languages = Segments(self._languages(), "", stretch=True)
        self.paper = Combo("")
        self.people = Combo("")
        self.group_by = Combo("")
        self.fields = FieldTicks()
        self.open_only, self.grey = TickBox(), TickBox()
        self.fit = FitBox()
        self._heads = {name: Label("", "strong") for name in _HEADED}
        self._arrange()
        self._connect()
        self.retranslate()
        self.show_options(self.options)

    def _arrange(self) -> None:
        self.body = body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        parts: list[tuple[str, QWidget]] = [
            ("", self.card), ("layouts", self.layouts), ("", self.purpose),
            ("people", self.people), ("languages", self.languages), ("", self.fields),
            ("", self.open_only), ("group_by", self.group_by), ("paper", self.paper),
            ("", self.grey), ("", self.fit),
        ]  # fmt: skip
        for head, part in parts:
            if head:
                column.addSpacing(6)
                column.addWidget(self._heads[head])
            elif part in (self.fields, self.fit):
                column.addSpacing(6)
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        self.column = Scroll(body, "window")
        whole.addWidget(self.column)

    def _connect(self) -> None:
        self.card.choose_wanted.connect(self.choose_wanted)
        self.layouts.chosen.connect(self._change_layout)
        self.languages.chosen.connect(lambda key: self._change(languages=_LANGUAGES[key]))
        self.group_by.picked.connect(lambda key: self._change(group_by=key))
        self.paper.picked.connect(lambda key: self._change(paper=key))
        self.people.picked.connect(self.people_changed)
        self.fields.changed.connect(self._ticked)
        self.open_only.clicked.connect(lambda on: self._change(open_only=on))
        self.grey.clicked.connect(lambda on: self._change(grey=on))
        self.fit.changed.connect(lambda sheets: self._change(fit=sheets))
        self.fit.taken.connect(self.taken)

    def _change_layout(self, layout: str) -> None:
        """Another layout has its own papers, and another number of sheets."""
        known = kind_of(layout).papers
        paper = self.options.paper if self.options.paper in known else ""
        self._change(layout=layout, paper=paper, fit=0)
        self.show_options(self.options)

    def _ticked(self, field: str, on: bool) -> None:
        without = self.options.without - {field} if on else self.options.without | {field}
        changes: dict[str, object] = {"without": without}
        if field == "map":
            changes = {"show_map": on, "without": self.options.without - {field}}
        elif field.startswith("index_") and on:
            changes["show_index"] = True
        self._change(**changes)

    def _change(self, **changes: object) -> None:
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]  # its fields
        self.changed.emit(self.options)

    def _languages(self) -> list[tuple[str, ...]]:
        return [("en", "English"), ("es", "Español"), ("both", self.tr("Both"))]

    def retranslate(self) -> None:
        """Set the texts."""
        titles = {
            "layouts": self.tr("Layout"),
            "people": self.tr("Whom it is about"),
            "languages": self.tr("Language"),
            "group_by": self.tr("Order"),
            "paper": self.tr("Paper"),
        }
        for name, title in titles.items():
            self._heads[name].setText(title)
        self.layouts.set_items(_thumbs(), titles["layouts"], self.tr("private"))
        self.languages.set_items(self._languages(), titles["languages"])
        for name in ("people", "group_by", "paper"):
            getattr(self, name).setAccessibleName(titles[name])
        self.open_only.setText(self.tr("Only those open then"))
        self.grey.setText(self.tr("Black and grey alone"))
        self.group_by.set_items(
            [
                ("category", self.tr("By kind, then distance")),
                ("town", self.tr("By town")),
                ("distance", self.tr("By distance")),
            ]
        )
        self.people.set_items(
            [
                ("to_ask", self.tr("Who is still to be asked")),
                ("to_verify", self.tr("Who is to be checked")),
                ("consent_ending", self.tr("Whose yes ends soon")),
                ("all", self.tr("Everybody")),
            ]
        )
        self.show_options(self.options)

    def show_options(self, options: GuideOptions) -> None:
        """Show what is chosen, without a signal."""
        self.options = options
        kind, private = kind_of(options.layout), is_private(options.layout)
        spanish = is_spanish()
        self.layouts.set_value(options.layout)
        purpose = kind.purpose_es if spanish else kind.purpose_en
        fold = kind.fold_es if spanish else kind.fold_en
        self.purpose.setText(f"{purpose} {fold}".strip())
        key = "both" if len(options.languages) > 1 else options.languages[0]
        self.languages.set_value(key)
        self.group_by.set_value(options.group_by)
        self.paper.set_items([(name, paper_words(name)) for name in kind.papers])
        self.paper.set_value(options.paper or kind.papers[0])
        self.open_only.setChecked(options.open_only)
        self.grey.setChecked(options.grey)
        self.fields.show_options(options)
        self.fit.show_wanted(options.fit)
        self._show_for(private)

    def least_width(self) -> int:
        """So wide must it be that nothing is cut, beside its scroll bar."""
        bar = self.column.verticalScrollBar().sizeHint().width()
        return self.body.minimumSizeHint().width() + bar + 1

    def show_people(self, view: str) -> None:
        """Show whom private paper is about, without a signal."""
        self.people.set_value(view)

    def _show_for(self, private: bool) -> None:
        """Private paper has no fields, no order and no fit to choose."""
        for part in (self.group_by, self._heads["group_by"], self.open_only, self.grey, self.fit):
            part.setVisible(not private)
        for part in (self.people, self._heads["people"]):
            part.setVisible(private)


_HEADED = ("layouts", "people", "languages", "group_by", "paper")


def _thumbs() -> list[Thumb]:
    """Every layout in the language of the window."""
    spanish = is_spanish()
    return [
        Thumb(
            kind.name,
            kind.title_es if spanish else kind.title_en,
            kind.purpose_es if spanish else kind.purpose_en,
            kind.private,
        )
        for kind in layout_kinds()
    ]
