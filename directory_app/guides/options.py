"""What a person chooses for one guide."""

from dataclasses import dataclass

LANGUAGES = ("en", "es")
GROUPINGS = ("category", "town", "distance")


@dataclass(frozen=True, slots=True)
class GuideOptions:
    """``languages`` in the order of the page; ``group_by`` is one of GROUPINGS.

    ``open_only`` leaves out what is closed, or not known to be open, during the event.
    """

    layout: str = "sheet"
    languages: tuple[str, ...] = LANGUAGES
    group_by: str = "category"
    open_only: bool = False
    show_map: bool = True
    show_index: bool = True

    def __post_init__(self) -> None:
        """Refuse what no layout could print."""
        if not self.languages or not set(self.languages) <= set(LANGUAGES):
            raise ValueError(f"languages must be some of {LANGUAGES}, not {self.languages}")
        if self.group_by not in GROUPINGS:
            raise ValueError(f"group_by must be one of {GROUPINGS}, not {self.group_by!r}")
