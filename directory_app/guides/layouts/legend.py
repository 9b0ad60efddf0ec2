"""What the map's markers mean, and what it does not show."""

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.measures import COLUMN, HAIR
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, wrap
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
            words = [wording.word(kind, language) for language in self._languages]
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


__all__ = ["Legend", "notes_of", "runs", "sections_of"]
