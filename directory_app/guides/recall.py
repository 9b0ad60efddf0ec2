"""The recall list on paper: which print runs name somebody who withdrew, to call them back.

For staff alone. It says who withdrew and where paper is, and nothing of what a lost sheet must
not say.
"""

import datetime as dt
from pathlib import Path

from directory_app.guides import wording
from directory_app.guides.layouts.private import BAND, MARGIN, tick_box
from directory_app.guides.page import INK, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, wrap
from directory_app.guides.writing import Written, put
from directory_app.model.recall import RecallList, RecallRun

LETTER = (612.0, 792.0)
_BAND = Style("cond", "black", 13)
_TITLE = Style("sans", "bold", 17)
_TEXT = Style("semi", "regular", 10)
_BOLD = Style("semi", "bold", 10)
_HEAD = Style("cond", "regular", 9)
_LINE, _ROW_GAP = 13.0, 7.0
_BOTTOM = LETTER[1] - 40
#: Columns from the margin: box, run, made, event, copies, where, use by.
_COLUMNS = (22.0, 70.0, 140.0, 330.0, 380.0, 470.0)
_EVENT_ROOM = _COLUMNS[3] - _COLUMNS[2] - 8

_WORDS = {
    "private": ("PRIVATE. Recall list", "PRIVADO. Lista para recoger"),
    "title": ("Recall {name} ({code})", "Recoger {name} ({code})"),
    "told": (
        "They withdrew on {day}. These print runs name them; {copies} copies were counted. Bring "
        "back or destroy what can be reached, and tick it here. Delete the saved PDFs and the "
        "lists that they came from. Destroy this sheet when it is done.",
        "Se retiró el {day}. Estas impresiones lo nombran; se contaron {copies} copias. Recoja o "
        "destruya lo que se pueda y márquelo aquí. Borre los PDF guardados y las listas de donde "
        "vino. Destruya esta hoja cuando termine.",
    ),
    "nothing": ("No print run names them.", "Ninguna impresión lo nombra."),
    "run": ("Run", "Impresión"),
    "made": ("Printed", "Impresa"),
    "event": ("Event", "Evento"),
    "copies": ("Copies", "Copias"),
    "where": ("Where on it", "En qué lugar"),
    "use_by": ("Use by", "Usar hasta"),
    "numbered": ("number {number}", "número {number}"),
    "place": ("entry {place}", "entrada {place}"),
}
_HEADS = ("run", "made", "event", "copies", "where", "use_by")


def write_recall(
    recall: RecallList,
    path: Path,
    *,
    on: dt.date,
    made_at: dt.datetime,
    language: str = "en",
) -> Written:
    """Write the list as a PDF (letter). ``on`` is the day of the withdrawal.

    Raises UserError if the file cannot be written, or would lie inside a directory.
    """
    data, pages = render_recall(recall, on=on, made_at=made_at, language=language)
    return put(path, data, pages, on, ())


def render_recall(
    recall: RecallList, *, on: dt.date, made_at: dt.datetime, language: str = "en"
) -> tuple[bytes, int]:
    """The list as a PDF in memory, for a printer, and how many pages it has."""
    document = Document(LETTER, _say("private", language), language, made_at)
    pages = _Sheets(recall, on, language).draw(document)
    return document.finish(), pages


class _Sheets:
    """The pages of one list."""

    def __init__(self, recall: RecallList, on: dt.date, language: str) -> None:
        self.recall, self.on, self.language = recall, on, language
        self.pages = 0

    def draw(self, document: Document) -> int:
        """Draw all pages; how many there are."""
        page, y = self._first(document)
        if not self.recall.runs:
            page.text(MARGIN, y + 14, self._say("nothing"), _TEXT)
        for run in self.recall.runs:
            lines = wrap(self._event(run), _TEXT, _EVENT_ROOM) or [""]
            high = len(lines) * _LINE + _ROW_GAP
            if y + high > _BOTTOM:
                page.finish()
                page, y = self._next(document)
            self._row(page, y, run, lines)
            y += high
            page.rule(MARGIN, y - 0.5, LETTER[0] - 2 * MARGIN, 0.5)
        page.finish()
        return self.pages

    def _first(self, document: Document) -> tuple[Page, float]:
        page = self._page(document)
        room = LETTER[0] - 2 * MARGIN
        title = self._say("title", name=self.recall.name, code=self.recall.code)
        y = 58.0
        with page.tag("H1"):
            for line in wrap(title, _TITLE, room):
                page.text(MARGIN, y, line, _TITLE)
                y += 21
        day = wording.short_date(self.on, self.language)
        told = self._say("told", day=day, copies=str(self.recall.copies))
        with page.tag("P"):
            for line in wrap(told, _TEXT, room):
                page.text(MARGIN, y, line, _TEXT)
                y += _LINE
        return page, self._heads(page, y + 10)

    def _next(self, document: Document) -> tuple[Page, float]:
        page = self._page(document)
        return page, self._heads(page, 48)

    def _page(self, document: Document) -> Page:
        page = Page(document)
        self.pages += 1
        with page.artifact():
            page.box(0, 0, page.width, BAND, INK)
            page.text(MARGIN, 17, self._say("private"), _BAND, PAPER)
            page.text_right(page.width - MARGIN, 17, str(self.pages), _BAND, PAPER)
        return page

    def _heads(self, page: Page, y: float) -> float:
        with page.artifact():
            for x, key in zip(_COLUMNS, _HEADS, strict=True):
                page.text(MARGIN + x, y, self._say(key), _HEAD)
            page.rule(MARGIN, y + 4, LETTER[0] - 2 * MARGIN, 1.2)
        return y + 6

    def _row(self, page: Page, y: float, run: RecallRun, event: list[str]) -> None:
        base = y + 13
        use_by = wording.short_date(run.use_by, self.language) if run.use_by else "—"
        cells = {
            0: f"{run.number:04d}",
            1: wording.short_date(run.made_at.date(), self.language),
            3: str(run.copies),
            4: self._where(run),
            5: use_by,
        }
        with page.item(), page.tag("LBody"):
            tick_box(page, MARGIN, y + 3)
            for column, text in cells.items():
                page.text(MARGIN + _COLUMNS[column], base, text, _TEXT if column else _BOLD)
            for number, line in enumerate(event):
                page.text(MARGIN + _COLUMNS[2], base + number * _LINE, line, _TEXT)

    def _event(self, run: RecallRun) -> str:
        day = wording.short_date(run.event_date, self.language) if run.event_date else ""
        return ", ".join(filter(None, (run.event_name, day, run.layout)))

    def _where(self, run: RecallRun) -> str:
        if run.printed_number is not None:
            return self._say("numbered", number=str(run.printed_number))
        return self._say("place", place=str(run.position))

    def _say(self, key: str, **parts: str) -> str:
        return _say(key, self.language, **parts)


def _say(key: str, language: str, **parts: str) -> str:
    return _WORDS[key][language == "es"].format(**parts)
