"""One print run on paper, to call it back: who is on it, and why somebody may not be any more."""

import datetime as dt

from directory_app.guides import wording
from directory_app.guides.layouts.private import MARGIN, tick_box
from directory_app.guides.pdf import Document
from directory_app.guides.ticked_pages import BOLD, LETTER, LINE, TEXT, TickedPages
from directory_app.guides.typesetting import wrap
from directory_app.model.listing import LeftOutReason
from directory_app.model.recall import DELETED, OnRun, RunRecall

_WORDS = {
    "private": ("PRIVATE. Recall list", "PRIVADO. Lista para recoger"),
    "title": ("Recall run {number}", "Recoger la impresión {number}"),
    "facts": (
        "{event}. {layout}, printed {day}, {copies} copies. Use by {use_by}.",
        "{event}. {layout}, impresa el {day}, {copies} copias. Usar hasta {use_by}.",
    ),
    "told": (
        "The run number stands at the foot of every copy. Bring back or destroy what can be "
        "reached, and delete the saved PDFs. Destroy this sheet when it is done.",
        "El número de impresión está al pie de cada copia. Recoja o destruya lo que se pueda y "
        "borre los PDF guardados. Destruya esta hoja cuando termine.",
    ),
    "back": (
        "Brought back: ________ of {copies} copies.     Destroyed on: ________________",
        "Recogidas: ________ de {copies} copias.     Destruidas el: ________________",
    ),
    "number": ("No.", "N.º"),
    "code": ("Code", "Código"),
    "name": ("As printed", "Como se imprimió"),
    "gone": ("Since then", "Desde entonces"),
    "nobody": ("(forgotten)", "(olvidado)"),
    "nothing": ("Nobody is on this run.", "Nadie está en esta impresión."),
    LeftOutReason.NOT_ASKED: ("was not asked", "no se le preguntó"),
    LeftOutReason.SAID_NO: ("said no", "dijo que no"),
    LeftOutReason.WITHDRAWN: ("withdrew", "se retiró"),
    LeftOutReason.CONSENT_ENDED: ("consent ended", "su permiso venció"),
    LeftOutReason.CONSENT_INCOMPLETE: ("who asked is not known", "no se sabe quién preguntó"),
    LeftOutReason.NOT_REVIEWED: ("is being reviewed", "está en revisión"),
    LeftOutReason.ARCHIVED: ("archived", "archivado"),
    LeftOutReason.CLOSED_FOR_GOOD: ("closed for good", "cerró para siempre"),
    LeftOutReason.RESTORED: ("restored; not asked yet", "restaurado; falta decirlo"),
    LeftOutReason.TWIN_REFUSED: ("one like it said no", "uno parecido dijo que no"),
    DELETED: ("deleted", "borrado"),
}
#: Columns from the margin: box, number, code, name, since then.
_COLUMNS = {22.0: "number", 62.0: "code", 118.0: "name", 400.0: "gone"}
_NAME_ROOM = 400.0 - 118.0 - 10
_GONE_ROOM = LETTER[0] - 2 * MARGIN - 400.0


def gone_words(reason: str, language: str) -> str:
    """Why somebody may not be handed out any more, in two or three words; "" if they may."""
    return _say(reason, language) if reason in _WORDS else reason


def render_run_recall(
    recall: RunRecall, *, made_at: dt.datetime, language: str = "en"
) -> tuple[bytes, int]:
    """The list as a PDF in memory, for a printer, and how many pages it has."""
    document = Document(LETTER, _say("private", language), language, made_at)
    pages = _Sheets(recall, language).draw(document)
    return document.finish(), pages


class _Sheets(TickedPages):
    """The pages of one run."""

    def __init__(self, recall: RunRecall, language: str) -> None:
        heads = {x: _say(key, language) for x, key in _COLUMNS.items()}
        super().__init__(_say("private", language), heads)
        self.recall, self.language = recall, language

    def draw(self, document: Document) -> int:
        """Draw all pages; how many there are."""
        run = self.recall
        title = self._say("title", number=f"{run.number:04d}")
        back = self._say("back", copies=str(run.copies))
        self.begin(document, title, self._facts(), self._say("told"), back)
        if not run.entries:
            self.page.text(MARGIN, self.y + 14, self._say("nothing"), TEXT)
        for one in run.entries:
            self._row(one)
        return self.end()

    def _facts(self) -> str:
        run = self.recall
        return self._say(
            "facts",
            event=run.event_name or "—",
            layout=run.layout,
            day=wording.short_date(run.made_at.date(), self.language),
            copies=str(run.copies),
            use_by=wording.short_date(run.use_by, self.language) if run.use_by else "—",
        )

    def _row(self, one: OnRun) -> None:
        names = wrap(one.name or self._say("nobody"), TEXT, _NAME_ROOM) or [""]
        gone = wrap(gone_words(one.gone, self.language), BOLD, _GONE_ROOM)
        base = self.make_room(max(len(names), len(gone))) + 13
        page = self.page
        with page.item(), page.tag("LBody"):
            tick_box(page, MARGIN, base - 10)
            page.text(MARGIN + 22, base, str(one.number), BOLD)
            page.text(MARGIN + 62, base, one.code or "—", TEXT)
            for number, line in enumerate(names):
                page.text(MARGIN + 118, base + number * LINE, line, TEXT)
            for number, line in enumerate(gone):
                page.text(MARGIN + 400, base + number * LINE, line, BOLD)

    def _say(self, key: str, **parts: str) -> str:
        return _say(key, self.language, **parts)


def _say(key: str, language: str, **parts: str) -> str:
    return _WORDS[key][language == "es"].format(**parts)
