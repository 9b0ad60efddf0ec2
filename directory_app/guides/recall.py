"""The recall list on paper: which print runs name somebody who withdrew, to call them back.

For staff alone. It says who withdrew and where paper is, and nothing of what a lost sheet must
not say.
"""

import datetime as dt

from directory_app.guides import wording
from directory_app.guides.layouts.private import MARGIN, tick_box
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.ticked_pages import BOLD, LETTER, LINE, TEXT, TickedPages
from directory_app.guides.typesetting import wrap
from directory_app.model.recall import RecallList, RecallRun

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
    "pending": ("begun, not finished", "empezada y no terminada"),
    "numbered": ("number {number}", "número {number}"),
    "place": ("entry {place}", "entrada {place}"),
}
_HEADS = ("run", "made", "event", "copies", "where", "use_by")


def render_recall(
    recall: RecallList, *, on: dt.date, made_at: dt.datetime, language: str = "en"
) -> tuple[bytes, int]:
    """The list as a PDF in memory, for a printer, and how many pages it has."""
    document = Document(LETTER, _say("private", language), language, made_at)
    pages = _Sheets(recall, on, language).draw(document)
    return document.finish(), pages


class _Sheets(TickedPages):
    """The pages of one list."""

    def __init__(self, recall: RecallList, on: dt.date, language: str) -> None:
        heads = dict(zip(_COLUMNS, (_say(key, language) for key in _HEADS), strict=True))
        super().__init__(_say("private", language), heads)
        self.recall, self.on, self.language = recall, on, language

    def draw(self, document: Document) -> int:
        """Draw all pages; how many there are."""
        day = wording.short_date(self.on, self.language)
        title = self._say("title", name=self.recall.name, code=self.recall.code)
        told = self._say("told", day=day, copies=str(self.recall.copies))
        self.begin(document, title, told)
        if not self.recall.runs:
            self.page.text(MARGIN, self.y + 14, self._say("nothing"), TEXT)
        for run in self.recall.runs:
            lines = wrap(self._event(run), TEXT, _EVENT_ROOM) or [""]
            y = self.make_room(len(lines))
            self._row(self.page, y, run, lines)
        return self.end()

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
                page.text(MARGIN + _COLUMNS[column], base, text, TEXT if column else BOLD)
            for number, line in enumerate(event):
                page.text(MARGIN + _COLUMNS[2], base + number * LINE, line, TEXT)

    def _event(self, run: RecallRun) -> str:
        day = wording.short_date(run.event_date, self.language) if run.event_date else ""
        state = self._say("pending") if run.pending else ""
        return ", ".join(filter(None, (run.event_name, day, run.layout, state)))

    def _where(self, run: RecallRun) -> str:
        if run.printed_number is not None:
            return self._say("numbered", number=str(run.printed_number))
        return self._say("place", place=str(run.position))

    def _say(self, key: str, **parts: str) -> str:
        return _say(key, self.language, **parts)


def _say(key: str, language: str, **parts: str) -> str:
    return _WORDS[key][language == "es"].format(**parts)
