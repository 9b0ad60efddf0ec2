"""The menu "Filter": each filter of the grammar in words; a choice puts its clause into the text.

Loaded when it is opened first. What is asked for already has a tick, and a second choice takes
it away again.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from directory_app.model import languages, query_edit
from directory_app.model import query_words as typed
from directory_app.model.terms import Channel
from directory_app.ui import icons
from directory_app.ui.ordering import by_words
from directory_app.ui.pages.directory import asked_words
from directory_app.ui.pages.directory.tallies import Tallies
from directory_app.ui.parts import words
from directory_app.ui.widgets import doors

translate = QCoreApplication.translate
AGES = ("30d", "3m", "6m", "1y", "2y")
LATELY = ("1d", "7d", "30d", "3m")
CLOCKS = (8, 10, 12, 15, 18, 20)
MILES = (1, 5, 10, 25)
#: What is begun in Spanish.
_BEGUN_ES = {"code": "código", "language": "idioma", "near": "cerca"}
#: More languages than this are too many for a menu: the others are typed.
MOST_LANGUAGES = 24


class Choice(NamedTuple):
    """One row: its words, the clause that it stands for, and how many have it (None: not told)."""

    words: str
    clause: str
    many: int | None = None
    icon: str = ""


class FilterMenu:
    """Fills menus from a directory and the text that is in the box.

    ``changed(text)`` gets the text after a choice; ``begun(text, back)`` a text in which
    something is still to be typed, ``back`` letters before its end.
    """

    def __init__(
        self,
        tallies: Tallies,
        text: str,
        changed: Callable[[str], None],
        begun: Callable[[str, int], None],
    ) -> None:
        self._tallies, self._text = tallies, text
        self._changed, self._begun = changed, begun

    def fill(self, menu: QMenu) -> None:
        """All filters, each a menu of its own."""
        menu.clear()
        self._part(menu, translate("FilterMenu", "Town"), self.towns)
        self._part(menu, translate("FilterMenu", "Category"), self.categories)
        self._part(menu, translate("FilterMenu", "Language"), self._languages)
        self._part(menu, translate("FilterMenu", "Payment"), self._payments)
        self._part(menu, translate("FilterMenu", "Open"), self._open)
        self._part(menu, translate("FilterMenu", "Near…"), self._near)
        menu.addSeparator()
        self._part(menu, translate("FilterMenu", "Consent"), self.consents)
        self._part(menu, translate("FilterMenu", "Checked"), self._stale)
        self._part(menu, translate("FilterMenu", "Changed"), self._lately)
        self._part(menu, translate("FilterMenu", "Review"), self._reviews)
        self._part(menu, translate("FilterMenu", "Status"), self._statuses)
        menu.addSeparator()
        self._part(menu, translate("FilterMenu", "Pin"), self._precisions)
        self._part(menu, translate("FilterMenu", "Has"), self._has)
        self._part(menu, translate("FilterMenu", "Lacks"), self._lacks)
        code = menu.addAction(translate("FilterMenu", "Code…"))
        code.triggered.connect(lambda: self._begin("code:", 0))

    def towns(self, menu: QMenu) -> None:
        """Those there are, with how many."""
        found = self._tallies.cities()
        self._rows(menu, (Choice(city, f"town:{_typed(city)}", n) for city, n in found))

    def categories(self, menu: QMenu) -> None:
        """Those there are, with how many."""
        made = [
            Choice(words.category(key), f"category:{key}", count, words.category_icon(key))
            for key, count in self._tallies.categories()
        ]
        self._rows(menu, by_words(made, lambda one: one.words))

    def consents(self, menu: QMenu) -> None:
        """Each use, with its answers."""
        for channel in Channel:
            part = menu.addMenu(doors.channel_name(channel))
            part.setIcon(icons.icon(doors.CHANNEL_ICONS[channel], "ink-soft"))
            key = f"consent.{typed.CHANNELS[channel][0]}"
            answers = [f"{key}:{_typed(said[0])}" for said in typed.CONSENTS.values()]
            answers.append(f"{key}:ends<60d")
            self._rows(
                part, (Choice(_capital(_said(one).partition(": ")[2]), one) for one in answers)
            )

    def _part(self, menu: QMenu, name: str, fill: Callable[[QMenu], None]) -> None:
        """A menu of its own, filled when it is opened."""
        part = menu.addMenu(name)
        part.aboutToShow.connect(lambda: None if part.actions() else fill(part))

    def _rows(self, menu: QMenu, choices: Iterable[Choice]) -> None:
        for one in choices:
            name = one.words.replace("&", "&&")
            action = menu.addAction(name if one.many is None else f"{name}\t{one.many:n}")
            if one.icon:
                action.setIcon(icons.icon(one.icon, "ink-soft"))
            action.setCheckable(True)
            action.setChecked(query_edit.has(self._text, one.clause))
            action.triggered.connect(lambda _on=False, clause=one.clause: self._toggle(clause))

    def _terms(self, menu: QMenu, clauses: Iterable[str]) -> None:
        """Rows whose words are those of the chip that each will be."""
        self._rows(menu, (Choice(_capital(_said(clause)), clause) for clause in clauses))

    def _toggle(self, clause: str) -> None:
        typed_so = query_edit.spelt(clause, "es" if words.is_spanish() else "en")
        self._changed(query_edit.toggled(self._text, typed_so))

    def _begin(self, clause: str, back: int) -> None:
        if words.is_spanish():
            key, _, rest = clause.partition(":")
            clause = f"{_BEGUN_ES[key]}:{rest}"
        self._begun(f"{self._text.strip()} {clause}".strip(), back)

    # -- the others

    def _languages(self, menu: QMenu) -> None:
        spoken = "es" if words.is_spanish() else "en"
        known = [one.code for one in languages.all_languages()][:MOST_LANGUAGES]
        made = [
            Choice(_capital(languages.name(code, spoken)), f"language:{code}") for code in known
        ]
        self._rows(menu, by_words(made, lambda one: one.words))
        menu.addSeparator()
        other = menu.addAction(translate("FilterMenu", "Another…"))
        other.triggered.connect(lambda: self._begin("language:", 0))

    def _payments(self, menu: QMenu) -> None:
        self._terms(menu, (f"payment:{said[0]}" for said in typed.VALUES["payment"].values()))

    def _open(self, menu: QMenu) -> None:
        for day in range(7):
            part = menu.addMenu(_capital(asked_words.weekday(day)))
            name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day]
            at = (Choice(asked_words.clock(h * 60), f'open:"{name} {h}:00"') for h in CLOCKS)
            self._rows(part, [Choice(translate("FilterMenu", "Any time"), f"open:{name}"), *at])

    def _near(self, menu: QMenu) -> None:
        for miles in MILES:
            text = translate("FilterMenu", "Within %1 mi of…").replace("%1", str(miles))
            tail = f'"<{miles}mi'
            action = menu.addAction(text)
            action.triggered.connect(
                lambda _on=False, tail=tail: self._begin(f'near:"{tail}', len(tail))
            )

    def _stale(self, menu: QMenu) -> None:
        self._terms(menu, (f"stale:>{each}" for each in AGES))
        menu.addSeparator()
        self._terms(menu, (f"stale:<{each}" for each in AGES))

    def _lately(self, menu: QMenu) -> None:
        self._terms(menu, (f"changed:<{each}" for each in LATELY))

    def _reviews(self, menu: QMenu) -> None:
        self._terms(menu, (f"review:{said[0]}" for said in typed.VALUES["review"].values()))

    def _statuses(self, menu: QMenu) -> None:
        self._terms(menu, (f"status:{said[0]}" for said in typed.VALUES["status"].values()))

    def _precisions(self, menu: QMenu) -> None:
        self._terms(menu, (f"precision:{said[0]}" for said in typed.VALUES["precision"].values()))

    def _has(self, menu: QMenu) -> None:
        self._what(menu, "")

    def _lacks(self, menu: QMenu) -> None:
        self._what(menu, "-")

    def _what(self, menu: QMenu, minus: str) -> None:
        for value, said in typed.VALUES["has"].items():
            choice = Choice(asked_words.has_what(value), f"{minus}has:{said[0]}")
            self._rows(menu, [choice])


def _said(clause: str) -> str:
    return asked_words.said(query_edit.term_of(clause))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _typed(word: str) -> str:
    """In quotes where it is more than one word; a quotation mark inside cannot be typed."""
    clean = word.replace('"', "")
    return clean if clean.isalnum() else f'"{clean}"'
