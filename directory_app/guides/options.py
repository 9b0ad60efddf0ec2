"""What a person chooses for one guide."""

from dataclasses import dataclass

LANGUAGES = ("en", "es")
GROUPINGS = ("category", "town", "distance")
#: What an entry can say. A marker with its number and the name are always there.
ENTRY_FIELDS = (
    *("own_script", "address", "phone", "website", "distance", "sells", "hours", "open"),
    *("languages", "payment", "access", "note", "qr"),
)
#: What stands round the entries.
PARTS = (
    *("cover", "intro", "how_to", "contents", "map"),
    *("index_name", "index_town", "index_cuisine", "guide_qr"),
)
FIELDS = (*ENTRY_FIELDS, *PARTS)


@dataclass(frozen=True, slots=True)
class GuideOptions:
    """``languages`` in the order of the page; ``group_by`` is one of GROUPINGS.

    ``open_only`` leaves out what is closed, or not known to be open, during the event.
    ``without`` are the FIELDS that are switched off. ``paper`` is a name of layouts.papers,
    empty for the layout's own. ``fit`` is the most sheets of paper that one copy may take; 0:
    as many as it needs. ``grey`` makes all ink black or grey. ``imposed`` sets the pages of a
    booklet for folding; without it they come one by one, for a screen. ``say_immigrant`` puts
    the words "immigrant-owned" on the cover.
    """

    layout: str = "sheet"
    languages: tuple[str, ...] = LANGUAGES
    group_by: str = "category"
    open_only: bool = False
    show_map: bool = True
    show_index: bool = True
    without: frozenset[str] = frozenset()
    paper: str = ""
    fit: int = 0
    copies: int = 1
    grey: bool = False
    imposed: bool = True
    say_immigrant: bool = True

    def __post_init__(self) -> None:
        """Refuse what no layout could print."""
        if not self.languages or not set(self.languages) <= set(LANGUAGES):
            raise ValueError(f"languages must be some of {LANGUAGES}, not {self.languages}")
        if self.group_by not in GROUPINGS:
            raise ValueError(f"group_by must be one of {GROUPINGS}, not {self.group_by!r}")
        if not self.without <= set(FIELDS):
            raise ValueError(f"without must be some of {FIELDS}, not {sorted(self.without)}")
        if self.fit < 0 or self.copies < 1:
            raise ValueError("fit must be 0 or more, copies 1 or more")

    def shows(self, field: str) -> bool:
        """Whether one of FIELDS is on."""
        if field == "map":
            return self.show_map and "map" not in self.without
        if field.startswith("index_"):
            return self.show_index and field not in self.without
        return field not in self.without
