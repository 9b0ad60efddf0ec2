"""Which entries are so long that a layout sets them in pieces, over columns, pages or cards."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from directory_app.guides.planning import Entry, Plan

#: With fewer letters no entry is as tall as a column; a card holds less.
_LONG = {"cards": 300}
_USUAL = 1000
#: Codes of what was set in pieces, while somebody asks.
_noted: ContextVar[dict[str, bool] | None] = ContextVar("in_pieces", default=None)


def note(entry: Entry, pieces: int) -> None:
    """Tell whoever asks in how many pieces an entry was set; the last step of type counts."""
    noted = _noted.get()
    if noted is not None:
        noted[entry.listing.code] = pieces > 1


@contextmanager
def _asking() -> Iterator[dict[str, bool]]:
    noted: dict[str, bool] = {}
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def in_pieces(plan: Plan) -> list[Entry]:
    """The entries that go on in another column, page or card, in the plan's own layout."""
    from directory_app.guides.layouts import sheets

    least = _LONG.get(plan.options.layout, _USUAL)
    long = {entry.listing.code for entry in plan.entries if _letters(entry) > least}
    if not long:
        return []
    sections = tuple(
        replace(section, entries=tuple(e for e in section.entries if e.listing.code in long))
        for section in plan.sections
    )
    options = replace(plan.options, fit=0, show_map=False)
    few = replace(plan, options=options, sections=tuple(s for s in sections if s.entries))
    with _asking() as noted:
        sheets(few)
    return [entry for entry in plan.entries if noted.get(entry.listing.code)]


def _letters(entry: Entry) -> int:
    listing = entry.listing
    texts = (
        *(listing.name, listing.alternate_name, listing.address_1, listing.address_2, listing.city),
        *(listing.description_en, listing.description_es, listing.website, listing.opening_hours),
        *(listing.directions_en, listing.directions_es),
        *(listing.hours_note_en, listing.hours_note_es),
    )
    return sum(map(len, texts)) + 15 * len(listing.phones) + 12 * len(listing.languages)
