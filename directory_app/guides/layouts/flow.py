"""Blocks into columns: a head keeps its first entry, an entry never breaks, none is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from directory_app.guides.layouts.blocks import HeadBlock
from directory_app.guides.layouts.entry import EntryBlock, EntryPart
from directory_app.guides.planning import Section

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
