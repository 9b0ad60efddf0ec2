"""Blocks into columns: a head keeps its first entry, an entry never breaks, none is lost."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from directory_app.guides.layouts.blocks import HeadBlock
from directory_app.guides.layouts.entry import EntryBlock, EntryPart
from directory_app.guides.layouts.measures import Measures
from directory_app.guides.page import Page
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

    @property
    def is_too_tall(self) -> bool:
        """Whether something stands out of it."""
        return not self.fits(0.0)

    @property
    def entries(self) -> Iterator[EntryBlock | EntryPart]:
        """The entries that stand in it, whole or in part."""
        return (block for _, block, _ in self.placed if not isinstance(block, HeadBlock))

    def draw(self, page: Page, x: float, y: float, *, key: str = "s", outline: float = 0.0) -> None:
        """Draw it with its upper left corner at (x, y); where a section begins, it is outlined.

        ``key`` begins the name of such a place, which lies ``outline`` points below the head.
        """
        for offset, block, ruled in self.placed:
            if isinstance(block, HeadBlock):
                block.draw(page, x, y + offset)
                if not block.continued:
                    titles, name = block.section.titles, f"{key}-{block.section.key}"
                    page.outline(titles[0], name, y + outline + offset)
            else:
                block.draw(page, x, y + offset, ruled=ruled)


def fill(sections: Sequence[SectionBlocks], rooms: Callable[[int], float]) -> list[Column]:
    """Fill columns of the heights that ``rooms`` gives, one after the other; none for nothing."""
    if not sections:
        return []
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


def balanced(
    sections: Sequence[SectionBlocks], columns: list[Column], beside: int,
    top: Callable[[int], float], bottom: float,
) -> list[Column]:  # fmt: skip
    """The columns, those of the last page ending at about the same height.

    ``beside`` columns stand on a page, the one of an index from ``top(index)`` to ``bottom``.
    """
    if not sections:
        return columns
    first = (len(columns) - 1) // beside * beside
    best, low, high = columns, top(first), bottom
    for _ in range(10):
        middle = (low + high) / 2

        def rooms(index: int, end: float = middle) -> float:
            return (end if index >= first else bottom) - top(index)

        tried = fill(sections, rooms)
        if len(tried) <= first + beside and not any(column.is_too_tall for column in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


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
