"""Which columns the table of businesses shows, in what order, how wide, and sorted by what.

Names of columns and widths alone, nothing of the directory: so they are kept in the settings.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from directory_app import settings
from directory_app.store.filters import Filter
from directory_app.ui.pages.directory.table_model import COLUMN_OF, USUAL, Column

#: What a row is known by, and what may leave the laptop: always there.
ALWAYS = (Column.NAME, Column.DOORS)
NARROWEST = 40
Sorts = tuple[tuple[str, bool], ...]


@dataclass(slots=True)
class Layout:
    """``shown`` in their order; ``widths`` are those that a person chose, in pixels."""

    shown: list[Column] = field(default_factory=lambda: list(USUAL))
    widths: dict[Column, int] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether somebody chose more than there may be room for: it scrolls then."""
        return bool(self.widths) or any(column not in USUAL for column in self.shown)

    def set_shown(self, column: Column, shown: bool) -> None:
        """Show a column at its usual place, or hide it."""
        if not shown:
            if column not in ALWAYS and column in self.shown:
                self.shown.remove(column)
            return
        if column not in self.shown:
            after = [place for place, one in enumerate(self.shown) if one < column]
            self.shown.insert(max(after, default=-1) + 1, column)

    def move(self, column: Column, steps: int) -> bool:
        """Move a column to the right (or left); whether it could."""
        at = self.shown.index(column)
        to = at + steps
        if not 0 <= to < len(self.shown):
            return False
        self.shown.insert(to, self.shown.pop(at))
        return True


def sorts_after(sorts: Sorts, key: str, *, further: bool = False) -> Sorts:
    """The order after a click on a column; ``further``: it is added to what there is.

    A click on the main one turns it around. A further one goes up, then down, then away.
    """
    ways = dict(sorts)
    if not further:
        return ((key, sorts[0] == (key, False)),)
    if key not in ways:
        return (*sorts, (key, False))
    if ways[key] and len(sorts) > 1:
        return tuple(one for one in sorts if one[0] != key)
    return tuple((one, not down if one == key else down) for one, down in sorts)


def sorted_by(wanted: Filter, sorts: Sorts) -> Filter:
    """The same filter in another order."""
    from dataclasses import replace

    (sort, down), *then = sorts or (("name", False),)
    return replace(wanted, sort=sort, descending=down, then=tuple(then))


def kept_layout() -> Layout:
    """As it was left last time."""
    kept = settings.load()
    names = {column.name: column for column in Column}
    shown = [names[name] for name in dict.fromkeys(kept.columns) if name in names]
    widths = {
        names[name]: max(width, NARROWEST)
        for name, width in kept.column_widths.items()
        if name in names
    }
    if not shown:
        return Layout(widths=widths)
    return Layout([*(one for one in ALWAYS if one not in shown), *shown], widths)


def kept_sorts() -> Sorts:
    """The order of last time: by name as long as nobody chose."""
    found: dict[str, bool] = {}
    for name in settings.load().sort:
        key = name.removeprefix("-")
        if key in COLUMN_OF:
            found.setdefault(key, name.startswith("-"))
    return tuple(found.items()) or (("name", False),)


def keep_layout(layout: Layout) -> None:
    """Keep it; what is as usual is not written down, so that a later usual is one's own."""
    names = [column.name for column in layout.shown]
    usual = [column.name for column in USUAL]
    _keep(lambda kept: setattr(kept, "columns", [] if names == usual else names))
    widths = {column.name: width for column, width in layout.widths.items()}
    _keep(lambda kept: setattr(kept, "column_widths", widths))


def keep_sorts(sorts: Sorts) -> None:
    """Keep the order."""
    names = [f"-{key}" if down else key for key, down in sorts]
    _keep(lambda kept: setattr(kept, "sort", [] if names == ["name"] else names))


def _keep(change: Callable[[settings.Settings], None]) -> None:
    kept = settings.load()
    change(kept)
    settings.save(kept)
