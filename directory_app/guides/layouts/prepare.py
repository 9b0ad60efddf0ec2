"""Sections ready to flow: heads and entries of any density, measured and not yet placed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from directory_app.guides.layouts.blocks import HeadBlock
from directory_app.guides.layouts.details import details
from directory_app.guides.layouts.entry import EntryBlock, EntryPart
from directory_app.guides.layouts.facts import Facts
from directory_app.guides.layouts.flow import SectionBlocks
from directory_app.guides.layouts.full import FullEntry, FullMeasures
from directory_app.guides.layouts.measures import Measures
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import set_line
from directory_app.progress import Progress, silent

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
