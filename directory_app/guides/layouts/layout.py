"""What all layouts are: a plan that is arranged first, and drawn when its PDF is wanted."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from directory_app.guides.layouts.columns import Block, Column, SectionBlocks, sections
from directory_app.guides.layouts.entry import EntryBlock, EntryPart, FullEntry, FullMeasures
from directory_app.guides.layouts.facts import Facts, details, facts
from directory_app.guides.layouts.furniture import Run, titles
from directory_app.guides.layouts.kinds import Kind, kind, page_size
from directory_app.guides.layouts.measures import Measures, Step
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry, Plan
from directory_app.progress import Progress

#: Of more businesses every sheet is full anyhow, so that a larger type is not looked for.
FEW = 150


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF: its bytes, how many pages, each code's page (from 1) and texts.

    ``pages`` are those of the file; ``page_of`` is what stands at the foot, so of a booklet
    the page of the book and not the side of the sheet. ``sheets`` are the sheets of paper that
    a copy takes; 0 on private paper. ``size`` is that of the text of the businesses, in points.
    """

    data: bytes
    pages: int
    page_of: dict[str, int]
    facts: dict[str, Facts]
    sheets: int = 0
    size: float = 0.0


class Layout(ABC):
    """A plan in one layout: everything in its place once it is made, and nothing drawn yet.

    A layout is the class of its kind's name in the module of that name (large-print: LargePrint
    in large_print.py). It arranges: sets ``pages`` and ``page_of`` and whatever it draws by.
    Then it draws page after page.
    """

    #: Its name among the KINDS.
    name: ClassVar[str]
    m: Measures
    #: How many pages it draws, before any of them is laid on a sheet.
    pages: int
    #: The list, where it stands in columns.
    columns: Sequence[Column] = ()

    def __init__(self, plan: Plan, run: Run, progress: Progress) -> None:
        self.plan, self.run, self.progress = plan, run, progress
        self.kind: Kind = kind(self.name)
        self.told = plan.options.languages
        self.shows = plan.options.shows
        #: Width and height of a page that is drawn.
        self.size = page_size(self.name, plan.options.paper)
        self.facts = {entry.listing.code: facts(plan, entry) for entry in plan.entries}
        self.page_of: dict[str, int] = {}
        self.arrange()

    @abstractmethod
    def arrange(self) -> None:
        """Give everything its place."""

    @abstractmethod
    def draw(self, document: Document) -> None:
        """Draw all pages."""

    @property
    def sheets(self) -> int:
        """How many sheets of paper a copy takes."""
        return -(-self.pages // 2) if self.kind.duplex else self.pages

    @property
    def text_size(self) -> float:
        """The size of the text of the businesses, in points."""
        return self.m.size

    @property
    def shows_key(self) -> bool:
        """Whether it says what markers and signs mean."""
        return self.shows("how_to") and bool(self.plan.entries)

    @property
    def title(self) -> str:
        """What the document is called."""
        return next(iter(titles(self.plan)), "Puertas")

    def document(self) -> Document:
        """An empty document for its pages."""
        return Document(self.size, self.title, self.told[0], self.run.made_at)

    def imposed(self, data: bytes) -> tuple[bytes, int]:
        """The file as it is printed, and its pages."""
        return data, self.pages

    def render(self) -> Rendered:
        """The PDF."""
        document = self.document()
        document.has_times = self.plan.event.starts is not None
        self.draw(document)
        data, pages = self.imposed(document.finish())
        return Rendered(data, pages, self.page_of, self.facts, self.sheets, self.text_size)

    def sections(
        self, block: Callable[[Entry], EntryBlock], tallest: float, *, again: float = 1.0
    ) -> list[SectionBlocks]:
        """Every section with its entries, ready to flow (see columns.sections)."""
        return sections(self.plan, self.m, block, tallest, self.progress, again=again)

    def compact(self, entry: Entry) -> EntryBlock:
        """The compact entry of a business."""
        return EntryBlock(entry, self.facts[entry.listing.code], self.m)

    def full(self, entry: Entry, m: FullMeasures) -> FullEntry:
        """The entry of a business with all that it tells."""
        return FullEntry(entry, self.facts[entry.listing.code], details(self.plan, entry), m)

    def note_page(self, column: Column, page: int) -> None:
        """Note the first page of each entry that begins in a column on ``page``."""
        for block in column.entries:
            self.page_of.setdefault(block.entry.listing.code, page)

    def placed(self) -> Iterable[Block]:
        """All blocks where they were put."""
        return (block for column in self.columns for _, block, _ in column.placed)

    @property
    def in_pieces(self) -> set[str]:
        """The codes of entries so long that they go on in another column, page or card."""
        return {each.entry.listing.code for each in self.placed() if isinstance(each, EntryPart)}


class SteppedLayout(Layout):
    """A layout that takes the largest type with which its list needs no further sheet."""

    #: The sizes to choose from, the largest first.
    STEPS: ClassVar[Sequence[Step]]
    #: A list of more points of lines is not tried in any but the smallest type: the lines that
    #: an entry has at least, and the points that a column holds at most.
    LEAST_LINES: ClassVar[int]
    FULL_COLUMN: ClassVar[float]

    @abstractmethod
    def set_in(self, step: Step) -> None:
        """Set the list in a step of type."""

    @property
    @abstractmethod
    def most_columns(self) -> int:
        """The columns of as many sheets as may be taken."""

    def take_largest(self) -> None:
        """The largest type with which the sheets wanted hold everything, or as few as can be."""
        entries, wanted = len(self.plan.entries), max(1, self.plan.options.fit)
        room = self.most_columns * self.FULL_COLUMN
        for step in self.STEPS:
            if step is not self.STEPS[-1] and entries * self.LEAST_LINES * step.line > room:
                continue
            self.set_in(step)
            if self.sheets <= wanted:
                return
        if entries <= FEW:
            least = self.sheets
            for step in self.STEPS:  # the last takes no more than it took
                self.set_in(step)
                if self.sheets <= least:
                    return
