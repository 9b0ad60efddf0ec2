"""What the map's markers mean, and what it does not show."""

from dataclasses import dataclass

from directory_app.guides import wording
from directory_app.guides.layouts import mapping, marks
from directory_app.guides.layouts.measures import COLUMN, HAIR
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.model import categories

PITCH = 17.0
_HANG = 22.0
_MARKER = 14.0
_TEXT = Style("cond", "regular", 10)
_RANGE = Style("cond", "bold", 10)
_NOTE = Style("cond", "regular", 9.5)
_NOTE_LINE = 11.6


class Legend:
    """Shapes with their sections and numbers; then solid and outline, then notes."""

    def __init__(self, plan: Plan, unmapped: list[str]) -> None:
        self._plan = plan
        self._languages = plan.options.languages
        self._sections = sections_of(plan)
        self._notes = notes_of(plan, unmapped)
        self.left = len(self._sections) * PITCH
        self.right = 2 * PITCH + 6 + self._notes_height()

    def _notes_height(self) -> float:
        return sum(len(wrap(note, _NOTE, COLUMN)) for note in self._notes) * _NOTE_LINE

    def height(self, *, stacked: bool) -> float:
        """In one column, or the two parts side by side."""
        return self.left + 4 + self.right if stacked else max(self.left, self.right)

    def draw(self, page: Page, x: float, y: float, *, stacked: bool, second: float = 0.0) -> None:
        """Draw at (x, y); the second part below, or from ``second`` on beside it."""
        for row, (shape, letter, titles, numbers) in enumerate(self._sections):
            middle = y + (row + 0.5) * PITCH
            at = (x + 7.5, middle)
            with page.artifact():
                marks.marker(page, at, _MARKER, shape, letter, solid=True)
            self._words(page, x, middle, titles, numbers)
        x, y = (x, y + self.left + 4) if stacked else (second, y)
        for row, kind in enumerate(("solid", "outline")):
            middle = y + (row + 0.5) * PITCH
            at = (x + 7.5, middle)
            marks.marker(page, at, _MARKER * 0.93, "circle", "", solid=kind == "solid")
            words = [self._plan.at_event(kind, language) for language in self._languages]
            self._words(page, x, middle, words, "")
        self._draw_notes(page, x, y + 2 * PITCH + 2)

    def _words(self, page: Page, x: float, middle: float, words: list[str], after: str) -> None:
        """Words of each language beside a marker, the numbers at the end of the row."""
        half = (COLUMN - _HANG - 8) / 2 if len(words) > 1 else COLUMN - _HANG
        base = middle + 3.3
        with page.tag("P"):
            for index, word in enumerate(words):
                page.text(x + _HANG + index * (half + 8), base, word, _TEXT.told(index))
            if after:
                page.text_right(x + COLUMN, base, after, _RANGE)

    def _draw_notes(self, page: Page, x: float, y: float) -> None:
        page.rule(x, y, COLUMN, HAIR)
        base = y + 11.5
        for index, note in enumerate(self._notes):
            with page.tag("P", lang=page.document.second_language if index else ""):
                for line in wrap(note, _NOTE, COLUMN):
                    page.text(x, base, line, _NOTE)
                    base += _NOTE_LINE


def sections_of(plan: Plan) -> list[tuple[str, str, list[str], str]]:
    """(shape, letter, titles, numbers) of what the guide lists."""
    languages = plan.options.languages
    if plan.options.group_by == "category":
        out = []
        for section in plan.sections:
            first, last = section.entries[0].number, section.entries[-1].number
            numbers = str(first) if first == last else f"{first}–{last}"
            out.append((section.shape, section.letter, list(section.titles), numbers))
        return out
    shapes = {entry.shape for entry in plan.entries}
    return [
        (known.shape, "", [known.es if lang == "es" else known.en for lang in languages], "")
        for known in categories.SECTIONS
        if known.shape in shapes
    ]


def notes_of(plan: Plan, unmapped: list[str]) -> list[str]:
    """What the map does not show, a text a language."""
    notes = []
    for language in plan.options.languages:
        parts = []
        if any(entry.distance for entry in plan.entries):
            parts.append(wording.word("distances", language))
        if unmapped:
            parts.append(wording.word("not_on_map", language) + runs(unmapped) + ".")
        if parts:
            notes.append(" ".join(parts))
    return notes


def runs(numbers: list[str]) -> str:
    """Numbers in their order, neighbours joined: "3, 5–8, 12"."""
    out: list[list[int]] = []
    for number in sorted(map(int, numbers)):
        if out and number == out[-1][-1] + 1:
            out[-1] = [out[-1][0], number]
        else:
            out.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in out)


At = tuple[float, float]
_KINDS = ("solid", "outline")


@dataclass(frozen=True)
class KeySizes:
    """Sizes of a legend. ``gap`` lies between the languages."""

    pitch: float = 15.5
    marker: float = 14.0
    hang: float = 22.0
    size: float = 10.0
    note: float = 10.0
    gap: float = 14.0
    family: str = "semi"

    @property
    def text(self) -> Style:
        """Titles and meanings."""
        return Style(self.family, "regular", self.size)

    @property
    def strong(self) -> Style:
        """Numbers."""
        return Style(self.family, "bold", self.size)

    @property
    def small(self) -> Style:
        """Notes."""
        return Style("cond", "regular", self.note)


class MapKey:
    """The legend of a plan's map."""

    def __init__(
        self, plan: Plan, sizes: KeySizes | None = None, unmapped: list[str] | None = None
    ) -> None:
        self._s = sizes or KeySizes()
        self._plan = plan
        self._told = plan.options.languages
        on_map = {entry.number for entry in mapping.shown(plan)}
        if unmapped is None:
            missing = (e.number for e in plan.entries if e.number not in on_map)
            unmapped = list(map(str, missing)) if on_map else []  # of no map nobody is missing
        self._sections = sections_of(plan)
        self._notes = notes_of(plan, unmapped)

    @property
    def shapes_height(self) -> float:
        """The height of the shapes."""
        return len(self._sections) * self._s.pitch

    def meanings_height(self, width: float) -> float:
        """The height of solid and outline with the notes."""
        return 2 * self._meaning_pitch(width) + 4 + self._notes_height(width)

    def _stacks(self, width: float) -> bool:
        """Whether the languages of a meaning stand one above the other."""
        half, style = (
            (width - self._s.hang) / len(self._told) - 6,
            Style("cond", "regular", self._s.size),
        )
        words = [self._plan.at_event(kind, each) for kind in _KINDS for each in self._told]
        return len(self._told) > 1 and any(measure(word, style) > half for word in words)

    def _meaning_pitch(self, width: float) -> float:
        lines = len(self._told) if self._stacks(width) else 1
        return max(self._s.pitch, lines * self._s.size * 1.15 + 2)

    def _half(self, width: float) -> float:
        return (width - self._s.gap) / 2 if len(self._told) > 1 else width

    def _notes_height(self, width: float) -> float:
        lines = [wrap(note, self._s.small, self._half(width)) for note in self._notes]
        return max(map(len, lines), default=0) * self._s.note * 1.2

    def shapes(self, page: Page, at: At, width: float) -> None:
        """What each shape stands for, with the numbers of its businesses."""
        s, (x, y) = self._s, at
        half = (width - s.hang) / len(self._told)
        for shape, letter, titles, numbers in self._sections:
            middle = y + s.pitch / 2
            marks.marker(page, (x + s.marker / 2, middle), s.marker, shape, letter, solid=True)
            for index, title in enumerate(titles):
                style = _fitting(title, s.text, half - measure(numbers, s.strong) - 8)
                end = page.text(x + s.hang + index * half, middle + 0.35 * s.size, title, style)
                if numbers:
                    page.text(end + 4, middle + 0.35 * s.size, numbers, s.strong)
            y += s.pitch

    def meanings(self, page: Page, at: At, width: float) -> None:
        """What solid and outline say, and the notes below."""
        s, (x, y) = self._s, at
        stacks, pitch = self._stacks(width), self._meaning_pitch(width)
        half = width - s.hang if stacks else (width - s.hang) / len(self._told)
        for kind in _KINDS:
            middle = y + pitch / 2
            place = (x + s.marker / 2, middle)
            marks.marker(page, place, s.marker * 0.93, "circle", "", solid=kind == "solid")
            for index, language in enumerate(self._told):
                text = self._plan.at_event(kind, language)
                style = _fitting(text, s.text, half - 6)
                base = middle + 0.35 * s.size
                if stacks:
                    base += (index - (len(self._told) - 1) / 2) * s.size * 1.15
                page.text(x + s.hang + (0 if stacks else index * half), base, text, style)
            y += pitch
        self.notes(page, (x, y), width)

    def notes_height(self, width: float) -> float:
        """The height of the notes with the air above them."""
        return 4 + self._notes_height(width)

    def notes(self, page: Page, at: At, width: float) -> None:
        """What the map does not show, and how distances are meant."""
        s, (x, y) = self._s, at
        column = self._half(width)
        for index, note in enumerate(self._notes):
            base = y + 4 + 0.8 * s.note
            for line in wrap(note, s.small, column):
                page.text(x + index * (column + s.gap), base, line, s.small)
                base += s.note * 1.2


def _fitting(text: str, style: Style, width: float) -> Style:
    """The style, or the condensed one where the text would be too wide."""
    return style if measure(text, style) <= width else Style("cond", style.weight, style.size)
