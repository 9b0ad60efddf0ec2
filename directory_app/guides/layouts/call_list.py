"""The call list: telephones, what is open to ask, boxes to tick, for staff alone."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from directory_app.guides import wording
from directory_app.guides.layouts import marks, private
from directory_app.guides.layouts.measures import BLOCK_RULE, HAIR
from directory_app.guides.layouts.private import MARGIN, TOLD, PrivateLayout, tick_box
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, wrap
from directory_app.model.listing import StaffListing
from directory_app.model.terms import Answer, Channel

if TYPE_CHECKING:
    pass

_TEXT = Style("semi", "regular", 10)
_BOLD = Style("semi", "bold", 10)
_NAME = Style("sans", "bold", 10.5)
_PHONE = Style("semi", "bold", 11)
_SMALL = Style("cond", "regular", 10)
_LINE = 12.5
_TOP = 80.0
_LEAST = 41.0
#: Columns from the margin: box, code, name, telephone, a sign a channel, last check.
_CODE, _WHO, _TELEPHONE, _ASK, _CHECKED = 22.0, 62.0, 222.0, 320.0, 486.0
_STEP = 33.0
_HEAD = Style("cond", "regular", 9)
_MOST_LINES = 40


class CallList(PrivateLayout):
    """The pages of a plan."""

    name, TITLE, text_size = "call-list", "call_list", _TEXT.size

    def arrange(self) -> None:
        """Measure the foot of the pages."""
        self._foot = self._foot_lines()
        self._bottom = self.size[1] - 26 - max(map(len, self._foot)) * 12.0

    def _foot_lines(self) -> list[list[str]]:
        day = self.run.made_at.astimezone(ZoneInfo(self.plan.timezone)).date()
        out = []
        for language in TOLD:
            shown = wording.short_date(day, language)
            said = say("foot_list", language, run=self.run_word(language), day=shown)
            out.append(wrap(said, _SMALL, self.width / 2 - 30))
        return out

    def draw(self, document: Document) -> None:
        """Draw all pages."""
        page = self._begin(document)
        y = _TOP
        for index, listing in enumerate(self.plan.listings):
            for start, row in self._rows(listing):
                high = max(_LEAST if not start else 0.0, max(map(len, row)) * _LINE + 7)
                if y + high > self._bottom and y > _TOP:
                    self._end(page)
                    page = self._begin(document)
                    y = _TOP
                self._row(page, y, high, listing if not start else None, row)
                self.page_of.setdefault(listing.code, self.pages)
                y += high
            self.progress(index + 1, len(self.plan.listings), listing.name)
        if not self.plan.listings:
            for index, language in enumerate(TOLD):
                page.text(MARGIN, _TOP + 20 + index * 16, say("nobody", language), _TEXT)
        self._end(page)

    def _begin(self, document: Document) -> Page:
        page = Page(document)
        self.pages += 1
        private.band(page, "call_list")
        with page.tag("H1") if self.pages == 1 else page.artifact():
            page.text(MARGIN, 46, self.plan.title or say("call_list", "en"), _NAME)
        heads = [(_CODE, "code"), (_WHO, "name"), (_TELEPHONE, "phone"), (_CHECKED, "last_check")]
        with page.artifact():
            for x, key in heads:
                for row, language in enumerate(TOLD):
                    page.text(MARGIN + x, 64 + row * 11, say(key, language), _HEAD)
            for number, channel in enumerate(Channel):
                x = MARGIN + _ASK + (number + 0.5) * _STEP
                for row, language in enumerate(TOLD):
                    said = say(f"short_{channel.value}", language)
                    page.text_middle(x, 64 + row * 11, said, _HEAD)
            x = page.width - MARGIN
            for kind, key in (("call", "asked_for"), ("closed", "said_no"), ("open", "said_yes")):
                for language in ("es", "en"):
                    x = page.text_right(x, 46, say(key, language), _SMALL) - 7
                marks.sign(page, x - 3, 46, 10, kind)
                x -= 14
        page.rule(MARGIN, _TOP - 1.2, self.width, BLOCK_RULE)
        return page

    def _end(self, page: Page) -> None:
        with page.artifact():
            for column, lines in enumerate(self._foot):
                x = MARGIN + column * self.width / 2
                for row, line in enumerate(lines):
                    page.text(x, self._bottom + 16 + row * 12, line, _SMALL)
            style = Style("cond", "black", 20)
            page.text_right(MARGIN + self.width, self._bottom + 24, str(self.pages), style)
        page.finish()

    def _rows(self, listing: StaffListing) -> list[tuple[int, list[list[tuple[str, Style]]]]]:
        """The three columns of a business in lines; in pieces if it is very long."""
        columns = [self._who(listing), self._telephones(listing), self._checked(listing)]
        most = max(map(len, columns))
        step = min(_MOST_LINES, int((self._bottom - _TOP - 7) / _LINE))
        return [
            (start, [column[start : start + step] for column in columns])
            for start in range(0, most, step)
        ]

    @staticmethod
    def _who(listing: StaffListing) -> list[tuple[str, Style]]:
        room = _TELEPHONE - _WHO - 8
        lines = [(line, _NAME) for line in wrap(listing.name, _NAME, room)]
        if listing.alternate_name and listing.alternate_name != listing.name:
            lines += [(line, _BOLD) for line in wrap(listing.alternate_name, _BOLD, room)]
        return lines + [(line, _TEXT) for line in wrap(private.address(listing), _TEXT, room)]

    @staticmethod
    def _telephones(listing: StaffListing) -> list[tuple[str, Style]]:
        shown = [(phone, _PHONE) for phone in private.phones_text(listing)]
        nobody = [(say("no_phone", "en"), _TEXT), (say("no_phone", "es"), _TEXT.told(1))]
        return shown or nobody

    def _checked(self, listing: StaffListing) -> list[tuple[str, Style]]:
        """The day of the last check, or a dash."""
        day = listing.assured_date
        return [(wording.short_date(day, self.plan.languages[0]) if day else "—", _SMALL)]

    @staticmethod
    def _sign(listing: StaffListing, channel: Channel) -> str:
        """The sign of what was said: a tick, a cross, or a dash where it is to be asked."""
        given = listing.answer(channel.value)
        if given.answer == Answer.NO:
            return "closed"
        return "open" if given.answer == Answer.YES and given.until else "call"

    def _signs(self, page: Page, base: float, listing: StaffListing) -> None:
        for number, channel in enumerate(Channel):
            x = MARGIN + _ASK + (number + 0.5) * _STEP - 4
            marks.sign(page, x, base, 11, self._sign(listing, channel))

    def _row(
        self, page: Page, y: float, high: float, listing: StaffListing | None,
        columns: list[list[tuple[str, Style]]],
    ) -> None:  # fmt: skip
        with page.item(), page.tag("LBody"):
            if listing is not None:
                tick_box(page, MARGIN, y + 4)
                page.text(MARGIN + _CODE, y + 14, listing.code, _BOLD)
            for x, lines in zip((_WHO, _TELEPHONE, _CHECKED), columns, strict=True):
                for row, (line, style) in enumerate(lines):
                    page.text(MARGIN + x, y + 14 + row * _LINE, line, style)
            if listing is not None:
                self._signs(page, y + 14, listing)
        page.rule(MARGIN, y + high - HAIR, self.width, HAIR)
