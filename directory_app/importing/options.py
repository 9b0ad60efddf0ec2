"""What a person may correct about how a list is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file. None means: find out.

    ``quote`` is a character, or empty for a file without quoting. ``heading_line`` counts
    from 1; 0 says that the list has no headings. ``spanish`` decides the language of
    descriptions and the order of dates. ``ok_means`` are the channels that the "ok to
    print" column speaks of.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    sheet: str | None = None
    heading_line: int | None = None
    spanish: bool | None = None
    ok_means: tuple[str, ...] = ("print",)
