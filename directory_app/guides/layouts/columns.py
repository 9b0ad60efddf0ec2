"""Blocks into columns: a head keeps its first entry, an entry never breaks, none is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from directory_app.guides.layouts.blocks import HeadBlock
from directory_app.guides.layouts.entry import EntryBlock, EntryPart, FullEntry, FullMeasures
from directory_app.guides.layouts.facts import Facts, details
from directory_app.guides.layouts.measures import Measures
from directory_app.guides.planning import Entry, Plan, Section
from directory_app.guides.typesetting import set_line
from directory_app.progress import Progress, silent

_BEFORE_HEAD = 3.0
Block = HeadBlock | EntryBlock | EntryPart


@dataclass(slots=True)
class SectionBlocks:
    """A section ready to flow."""

    section: Section
    head: HeadBlock
    again: HeadBlock
    entries: list[EntryBlock | EntryPart]


@dataclass(slots=True)
class Column:
    """What stands in one column: blocks with the top edge of each. ``used`` is the height."""

    room: float
    used: float = 0.0
    placed: list[tuple[float, Block, bool]] = field(default_factory=list)

    def put(self, block: Block, *, ruled: bool = True, gap: float = 0) -> None:
        """Add a block below what is there."""
        self.placed.append((self.used + gap, block, ruled))
        self.used += gap + block.height

    def fits(self, height: float) -> bool:
        """Whether so much more goes in."""
        return self.used + height <= self.room + 0.01


def fill(sections: Sequence[SectionBlocks], rooms: Callable[[int], float]) -> list[Column]:
    """Fill columns of the heights that ``rooms`` gives, one after the other."""
    columns = [Column(rooms(0))]
    for section in sections:
        fresh = True
        for entry in section.entries:
            head = section.head if fresh else None
            column = columns[-1]
            gap = _BEFORE_HEAD if column.placed and head else 0.0
            need = entry.height + (head.height + gap if head else 0)
            if column.placed and not column.fits(need):
                columns.append(Column(rooms(len(columns))))
                column, gap = columns[-1], 0.0
                head = head or section.again
            elif not column.placed and not head:
                head = section.again
            if not column.placed and not column.fits(need) and rooms(len(columns)) > column.room:
                columns.append(Column(rooms(len(columns))))  # the key leaves too little room
                column = columns[-1]
            if head:
                column.put(head, gap=gap)
            column.put(entry, ruled=head is None)
            fresh = False
    return columns


Said = Mapping[str, Facts]
#: Entries after which what was set is forgotten.
_FORGET = 2000


def sections(
    plan: Plan,
    m: Measures,
    block: Callable[[Entry], EntryBlock],
    tallest: float,
    progress: Progress = silent,
    *,
    again: float = 1.0,
) -> list[SectionBlocks]:
    """Every section with its entries; what is taller than ``tallest`` comes in pieces.

    ``again`` makes the heads that continue smaller than they are anyhow.
    """
    smaller = replace(m, section=m.section * again)
    out = []
    total, done = len(plan.entries), 0
    for section in plan.sections:
        entries: list[EntryBlock | EntryPart] = []
        for entry in section.entries:
            entries += block(entry).parts(tallest)
            done += 1
            if done % 50 == 0:
                progress(done, total, "")
            if done % _FORGET == 0:
                set_line.cache_clear()  # what is measured here is drawn much later
        head = HeadBlock(plan, section, m, continued=False)
        continued = HeadBlock(plan, section, smaller, continued=True)
        out.append(SectionBlocks(section, head, continued, entries))
    return out


def full(plan: Plan, said: Said, m: FullMeasures) -> Callable[[Entry], EntryBlock]:
    """What makes the full entry of a business."""

    def block(entry: Entry) -> EntryBlock:
        return FullEntry(entry, said[entry.listing.code], details(plan, entry), m)

    return block


def compact(said: Said, m: Measures) -> Callable[[Entry], EntryBlock]:
    """What makes the compact entry of a business."""

    def block(entry: Entry) -> EntryBlock:
        return EntryBlock(entry, said[entry.listing.code], m)

    return block
